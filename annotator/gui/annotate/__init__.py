"""The screen for labelling one article: queue, article, labels and inspector side by side."""
