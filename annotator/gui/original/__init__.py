"""The source of an article, opened at a passage."""
