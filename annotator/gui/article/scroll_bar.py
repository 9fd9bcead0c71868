"""The article's scroll bar, with ticks where search hits and flags are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from annotator.dataclass import dataclass
from annotator.gui import theme as looks
from annotator.gui.theme import Colour, Theme
from annotator.gui.widgets.scroll_bar import PaintedScrollBar

_ROOM = 4


@dataclass(frozen=True, slots=True)
class Tick:
    """A height, as part of the whole article, and a colour."""

    share: float
    colour: Colour


class TickedScrollBar(PaintedScrollBar):
    """A scroll bar that shows where something is."""

    def __init__(
        self, theme: Callable[[], Theme], ticks: Callable[[], Sequence[Tick]], parent: QWidget
    ) -> None:
        super().__init__(theme, parent, ground="paper")
        self._ticks = ticks

    def paint_over(self, painter: QPainter) -> None:
        """Draw the ticks over the handle."""
        room = self.height() - _ROOM
        for tick in self._ticks():
            y = 1 + min(max(tick.share, 0.0), 1.0) * room
            looks.flood(painter, QRectF(1, y, self.width() - 2, 2), tick.colour)
