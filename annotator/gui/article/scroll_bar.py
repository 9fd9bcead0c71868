"""The article's scroll bar, with ticks where search hits and flags are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from annotator.gui.theme import Colour

Tick = tuple[float, Colour]
"""A height as part of the whole article, and a colour."""


class TickedScrollBar(QScrollBar):
    """A scroll bar that shows where something is."""

    def __init__(self, ticks: Callable[[], Sequence[Tick]], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ticks = ticks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, then the ticks over it."""
        super().paintEvent(event)
        room = self.height() - 4
        with QPainter(self) as painter:
            for share, colour in self._ticks():
                y = 1 + min(max(share, 0.0), 1.0) * room
                painter.fillRect(QRectF(2, y, self.width() - 4, 2), colour)
