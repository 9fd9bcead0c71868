"""Passages of all articles that have something in common, decided together."""
