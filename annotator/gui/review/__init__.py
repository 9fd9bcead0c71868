"""Settling what annotators differ in, one difference after another."""
