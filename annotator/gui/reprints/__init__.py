"""Articles with mostly the same words: labelled once, kept apart, or one the newer version."""
