"""The articles of the project: the queue at the left of the window."""
