"""Annotator: label claims, sources and sentiment in news articles, and export datasets."""

__version__ = "0.1.0"
