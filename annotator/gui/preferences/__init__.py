"""The window of everything a person can choose, made from the table of settings."""
