"""The screen with two articles side by side, on which an annotation of each is joined."""
