"""Who works in the project, as what, and on which articles."""
