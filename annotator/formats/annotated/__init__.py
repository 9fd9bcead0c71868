"""Readers of articles that were labelled in other tools, with the names that those tools gave."""
