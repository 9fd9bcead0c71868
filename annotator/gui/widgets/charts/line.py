"""One line over days, with its last value written at its end."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy

from annotator.gui import theme as looks
from annotator.gui.widgets.charts.chart import Chart, Mark, Table, ramp

_TOP, _BOTTOM = 30, 26


class Point(NamedTuple):
    """One day: how it is written, where it lies on the axis, and the value there."""

    words: str
    place: float
    number: float
    shown: str
    key: object = None


class LineChart(Chart):
    """A value that grows over days."""

    def __init__(self, name: str, header: tuple[str, str]) -> None:
        super().__init__(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._header = header
        self.points: tuple[Point, ...] = ()

    def show_points(self, points: Sequence[Point]) -> None:
        """Show other numbers, in the order of their places."""
        self.points = tuple(points)
        self.refresh()

    def table(self) -> Table:
        """Days and values."""
        rows = tuple((point.words, point.shown) for point in self.points)
        return Table(self._header, rows, tuple((p.key, p.key) for p in self.points))

    def sizeHint(self) -> QSize:
        """A fixed height."""
        return QSize(360, looks.scaled(190))

    def place_marks(self) -> list[Mark]:
        """A box around each point, halfway to its neighbours."""
        spots = [self._spot(point) for point in self.points]
        marks = []
        for number, (point, spot) in enumerate(zip(self.points, spots, strict=True)):
            before = spots[number - 1].x() if number else spot.x() - 16
            after = spots[number + 1].x() if number + 1 < len(spots) else spot.x() + 16
            left, right = (before + spot.x()) / 2, (after + spot.x()) / 2
            left, right = max(left, spot.x() - 12), min(right, spot.x() + 12)
            box = QRectF(left, spot.y() - 9, max(right - left, 3), 18)
            marks.append(Mark(box, point.key, f"{point.words}: {point.shown}"))
        return marks

    def paint_marks(self, painter: QPainter) -> None:
        """Lines of the scale, the days, the line itself and its last value."""
        if not self.points:
            return
        self._paint_scale(painter)
        spots = [self._spot(point) for point in self.points]
        path = QPainterPath(spots[0])
        for spot in spots[1:]:
            path.lineTo(spot)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ramp(self.theme, 1), 2))
        painter.drawPath(path)
        painter.setBrush(ramp(self.theme, 1))
        for spot in spots if len(spots) <= 40 else spots[-1:]:
            painter.drawEllipse(spot, 2.5, 2.5)
        painter.setPen(self.theme.colour("text"))
        painter.setFont(looks.interface_font(12, is_bold=True))
        last = QRectF(spots[-1].x() - 90, spots[-1].y() - 26, 96, 20)
        painter.drawText(last, int(Qt.AlignmentFlag.AlignRight), self.points[-1].shown)

    def _paint_scale(self, painter: QPainter) -> None:
        area, top = self._area(), self._top()
        metrics = painter.fontMetrics()
        for step in range(3):
            value = top * step / 2
            y = area.bottom() - area.height() * step / 2
            painter.setPen(QPen(self.theme.colour("hairline"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self.theme.colour("muted"))
            label = QRectF(0, y - 9, area.left() - 8, 18)
            painter.drawText(label, int(_RIGHT), f"{value:,.0f}")
        shown = [self.points[0], self.points[-1]] if len(self.points) > 1 else [self.points[0]]
        middle = self.points[len(self.points) // 2]
        if len(self.points) > 2 and 0.3 < self._share(middle) < 0.7:
            shown.insert(1, middle)
        for point in shown:
            width = metrics.horizontalAdvance(point.words) + 4
            x = min(max(self._spot(point).x() - width / 2, area.left() - 4), self.width() - width)
            box = QRectF(x, area.bottom() + 5, width, 18)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), point.words)

    def _area(self) -> QRectF:
        left = self.metrics().horizontalAdvance(f"{self._top():,.0f}") + 14
        return QRectF(left, _TOP, self.width() - left - 12, self.height() - _TOP - _BOTTOM)

    def _top(self) -> float:
        """A round number that no value exceeds, even so that its half is whole."""
        most = max((point.number for point in self.points), default=0)
        size = 1
        while size * 10 < most:
            size *= 10
        return float(next(s * size for s in (2, 4, 6, 8, 10, 20) if s * size >= most))

    def _share(self, point: Point) -> float:
        first, last = self.points[0].place, self.points[-1].place
        return (point.place - first) / (last - first) if last > first else 1.0

    def _spot(self, point: Point) -> QPointF:
        area = self._area()
        y = area.bottom() - area.height() * point.number / self._top()
        return QPointF(area.left() + area.width() * self._share(point), y)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
