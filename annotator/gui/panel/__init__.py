"""The pane at the right: labels, what is selected, and the article as a whole."""
