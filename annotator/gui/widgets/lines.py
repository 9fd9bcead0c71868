"""Lines in a column: their margins among words and fields, and how a column is emptied."""

from PySide6.QtWidgets import QLayout

AMONG_LINES = (3, 0, 3, 0)
"""The margins of words and fields among lines that can be clicked, whose ground begins earlier."""

OF_LINES = (7, 8, 7, 8)
"""The margins of a card that holds both: with them its words stand as in any other card."""


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; what was in it is gone from the screen at once."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
