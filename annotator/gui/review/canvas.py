"""The article in the middle of the review, with brackets around the words that are in question."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from annotator.domain.span import Span
from annotator.gui.article.view import ArticleView

_ROOM = 1.5
_ARM = 5.0


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words that one side means: above the line for the left one, below it for the right one."""

    fragments: tuple[Span, ...]
    is_above: bool
    is_faint: bool = False


class BracketView(ArticleView):
    """One article whose words can stand in brackets; nothing moves for them."""

    def __init__(self) -> None:
        super().__init__()
        self._brackets: tuple[Bracket, ...] = ()

    def set_brackets(self, brackets: Sequence[Bracket]) -> None:
        """Show these brackets and no others."""
        self._brackets = tuple(brackets)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, and the brackets over it."""
        super().paintEvent(event)
        if not self._brackets:
            return
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            for each in self._brackets:
                self._paint_bracket(painter, each)

    def _paint_bracket(self, painter: QPainter, bracket: Bracket) -> None:
        painter.setPen(self._pen(bracket))
        for place in bracket.fragments:
            rows = self.rectangles_of(place)
            starts = self.rectangles_of(Span(place.start, place.start + 1))
            ends = self.rectangles_of(Span(place.end - 1, place.end))
            for row in () if bracket.is_faint else rows:
                y = self._height(row, bracket)
                painter.drawLine(QLineF(row.left() - 1, y, row.right() + 1, y))
            if starts and rows:
                self._paint_arm(painter, bracket, rows[0], rows[0].left() - 1)
            if ends and rows:
                self._paint_arm(painter, bracket, rows[-1], rows[-1].right() + 1)

    def _paint_arm(self, painter: QPainter, bracket: Bracket, row: QRectF, x: float) -> None:
        y = self._height(row, bracket)
        arm = row.height() / 2 if bracket.is_faint else _ARM
        inwards = arm if bracket.is_above else -arm
        painter.drawLine(QLineF(x, y, x, y + inwards))

    def _height(self, row: QRectF, bracket: Bracket) -> float:
        return row.top() - _ROOM if bracket.is_above else row.bottom() + _ROOM

    def _pen(self, bracket: Bracket) -> QPen:
        colour = self.theme.role("selection").stroke
        pen = QPen(colour, 1.25 if bracket.is_faint else 2.25)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not bracket.is_above:
            pen.setDashPattern([2.0, 1.2])
        return pen
