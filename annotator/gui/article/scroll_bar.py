"""The article's scroll bar, with ticks where search hits and flags are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from annotator.dataclass import dataclass
from annotator.gui.theme import Colour, Theme

_ROOM = 4
_LEAST_HANDLE = 38  # the style sheet's min-height with its margins


@dataclass(frozen=True, slots=True)
class Tick:
    """A height, as part of the whole article, and a colour."""

    share: float
    colour: Colour


class TickedScrollBar(QScrollBar):
    """A scroll bar that shows where something is.

    It paints itself: Fusion takes 2.4 ms for a bar, more than the words of a page.
    """

    def __init__(
        self, theme: Callable[[], Theme], ticks: Callable[[], Sequence[Tick]], parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._ticks = ticks
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the handle, then the ticks over it."""
        theme = self._theme()
        room = self.height() - _ROOM
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("paper"))
            if self.maximum() > self.minimum():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                is_used = self.isSliderDown() or self.underMouse()
                painter.setBrush(theme.colour("control" if is_used else "handle"))
                painter.drawRoundedRect(QRectF(self.handle()).adjusted(3, 2, -3, -2), 3, 3)
            for tick in self._ticks():
                y = 1 + min(max(tick.share, 0.0), 1.0) * room
                painter.fillRect(QRectF(1, y, self.width() - 2, 2), tick.colour)

    def handle(self) -> QRect:
        """Where the style takes the handle to be; to ask it would make all of QStyle at start."""
        room, reach = self.height(), self.maximum() - self.minimum()
        length = self.pageStep() * room // (reach + self.pageStep())
        length = min(max(length, _LEAST_HANDLE), room)
        place = (self.sliderPosition() - self.minimum()) * (room - length)
        return QRect(0, (2 * place + reach) // (2 * reach), self.width(), length)
