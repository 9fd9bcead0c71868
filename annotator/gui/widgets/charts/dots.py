"""Values between 0 and 1 below one another, each a dot on the line of its interval."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from annotator.gui import theme as looks
from annotator.gui.widgets.charts.chart import Chart, Mark, Table, ramp, widest

_ROW, _FOOT = 26, 20
_RADIUS = 4.5
_GRID = (0.0, 0.25, 0.5, 0.75, 1.0)


class Dot(NamedTuple):
    """One value, None where it is not defined; its words, how it is written, and its interval."""

    words: str
    value: float | None
    shown: str
    told: str
    interval: tuple[float, float] | None = None
    key: object = None


class DotChart(Chart):
    """One dot below the other on a common axis; its table may tell more than the chart."""

    def __init__(self, name: str, header: Sequence[str]) -> None:
        super().__init__(name)
        self.dots: tuple[Dot, ...] = ()
        self._table = Table(tuple(header), (), ())

    def show_dots(
        self,
        dots: Sequence[Dot],
        rows: Sequence[Sequence[str]],
        keys: Sequence[object],
    ) -> None:
        """Show other values; `rows` and their keys are those of the table."""
        self.dots = tuple(dots)
        width = len(self._table.header)
        self._table = Table(
            self._table.header, tuple(map(tuple, rows)), tuple((key,) * width for key in keys)
        )
        self.refresh()

    def table(self) -> Table:
        """Everything there is to tell."""
        return self._table

    def sizeHint(self) -> QSize:
        """As high as the dots are many, with the axis below."""
        height = looks.scaled(_ROW) * max(len(self.dots), 1) + looks.scaled(_FOOT) + 4
        return QSize(320, height)

    def place_marks(self) -> list[Mark]:
        """A row for each dot."""
        height = looks.scaled(_ROW)
        return [
            Mark(QRectF(2, 2 + n * height, self.width() - 4, height - 2), each.key, each.told)
            for n, each in enumerate(self.dots)
        ]

    def paint_marks(self, painter: QPainter) -> None:
        """The axis, then words, line, dot and number of each row."""
        metrics = painter.fontMetrics()
        left = widest(metrics, [each.words for each in self.dots], self.width() * 0.38) + 18
        right = widest(metrics, [each.shown for each in self.dots], self.width() * 0.3) + 16
        axis = QRectF(left, 2, max(self.width() - left - right, 40), self.height() - 4)
        self._paint_axis(painter, axis)
        for each, mark in zip(self.dots, self.marks, strict=True):
            line = QRectF(4, mark.box.top(), left - 18, mark.box.height())
            cut = metrics.elidedText(each.words, Qt.TextElideMode.ElideRight, int(line.width()) + 1)
            painter.setPen(self.theme.colour("text"))
            painter.drawText(line, int(_MIDDLE), cut)
            self._paint_dot(painter, axis, mark.box.center().y(), each)
            painter.setPen(self.theme.colour("muted"))
            rest = QRectF(axis.right() + 12, mark.box.top(), right - 12, mark.box.height())
            painter.drawText(rest, int(_MIDDLE), each.shown)

    def _paint_axis(self, painter: QPainter, axis: QRectF) -> None:
        bottom = axis.bottom() - looks.scaled(_FOOT)
        for place in _GRID:
            x = self._at_value(axis, place)
            painter.setPen(QPen(self.theme.colour("hairline"), 1))
            painter.drawLine(QLineF(x, axis.top(), x, bottom))
            painter.setPen(self.theme.colour("muted"))
            words = f"{place:g}"
            box = QRectF(x - 20, bottom + 2, 40, looks.scaled(_FOOT) - 2)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_dot(self, painter: QPainter, axis: QRectF, y: float, dot: Dot) -> None:
        if dot.value is None:
            return
        if dot.interval is not None:
            low, high = (self._at_value(axis, each) for each in dot.interval)
            painter.setPen(QPen(ramp(self.theme, 0.55), 3))
            painter.drawLine(QLineF(low, y, high, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ramp(self.theme, 1))
        at = QPointF(self._at_value(axis, dot.value), y)
        if dot.value < 0:
            painter.drawPolygon(_off_the_axis(at))
        else:
            painter.drawEllipse(at, _RADIUS, _RADIUS)

    def _at_value(self, axis: QRectF, value: float) -> float:
        """Where a value lies; what is below 0 stands at the axis' beginning, as an arrow."""
        room = axis.width() - 2 * _RADIUS
        return axis.left() + _RADIUS + room * min(max(value, 0.0), 1.0)


def _off_the_axis(at: QPointF) -> QPolygonF:
    """An arrow to the left: the value lies where the axis does not reach."""
    tip, back = QPointF(-_RADIUS - 2, 0), _RADIUS
    return QPolygonF([at + tip, at + QPointF(back, -_RADIUS), at + QPointF(back, _RADIUS)])


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
