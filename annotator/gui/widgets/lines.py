"""Lines in a column: their margins among words and fields, and how a column is emptied."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

AMONG_LINES = (3, 0, 3, 0)
"""The margins of words and fields among lines that can be clicked, whose ground begins earlier."""

OF_LINES = (7, 8, 7, 8)
"""The margins of a card that holds both: with them its words stand as in any other card."""

Line: TypeAlias = tuple[object, Callable[[], QWidget]]
"""What a line shows, by which it is known again, and what makes it."""


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; what was in it is gone from the screen at once."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class Lines(QVBoxLayout):
    """Lines that stay as long as they show the same, and with them the keys that are on one."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(2)
        self._shown: list[object] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these and no others."""
        shown = [what for what, _ in lines]
        if shown == self._shown:
            return
        self._shown = shown
        clear(self)
        for _, make in lines:
            self.addWidget(make())

    def widgets(self) -> list[QWidget]:
        """What shows the lines."""
        items = (self.itemAt(at) for at in range(self.count()))
        return [line for each in items if each is not None and (line := each.widget()) is not None]
