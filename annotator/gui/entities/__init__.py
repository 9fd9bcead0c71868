"""The list of a project's entities, in a window beside the article."""
