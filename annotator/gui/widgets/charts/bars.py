"""Horizontal bars with their words at the left and their number at the end."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from annotator.gui import theme as looks
from annotator.gui.widgets.charts.chart import Chart, Mark, Table, ramp, widest

_ROW, _BAR = 26, 16


class Bar(NamedTuple):
    """One bar: its words, its number and how that is written, and the role of its colour."""

    words: str
    number: float
    shown: str
    key: object = None
    role: str = ""


class BarChart(Chart):
    """One bar below the other, the longest as wide as there is room."""

    def __init__(self, name: str, header: tuple[str, str], *, whole: float = 0.0) -> None:
        super().__init__(name)
        self._header = header
        self._whole = whole
        self.bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other numbers."""
        self.bars = tuple(bar._replace(words=_on_one_line(bar.words)) for bar in bars)
        self.refresh()

    def table(self) -> Table:
        """Words and numbers."""
        rows = tuple((bar.words, bar.shown) for bar in self.bars)
        return Table(self._header, rows, tuple((bar.key, bar.key) for bar in self.bars))

    def sizeHint(self) -> QSize:
        """As high as the bars are many."""
        return QSize(300, looks.scaled(_ROW) * max(len(self.bars), 1) + 4)

    def place_marks(self) -> list[Mark]:
        """A row for each bar."""
        height = looks.scaled(_ROW)
        return [
            Mark(
                QRectF(2, 2 + number * height, self.width() - 4, height - 2),
                bar.key,
                f"{bar.words}: {bar.shown}",
            )
            for number, bar in enumerate(self.bars)
        ]

    def paint_marks(self, painter: QPainter) -> None:
        """Words, bars, numbers."""
        metrics = painter.fontMetrics()
        left = widest(metrics, [bar.words for bar in self.bars], self.width() * 0.42) + 14
        right = widest(metrics, [bar.shown for bar in self.bars], self.width() * 0.4) + 12
        room = max(self.width() - left - right, 20)
        most = self._whole or max((bar.number for bar in self.bars), default=0) or 1
        for bar, mark in zip(self.bars, self.marks, strict=True):
            box = mark.box
            line = QRectF(4, box.top(), left - 14, box.height())
            words = metrics.elidedText(
                bar.words, Qt.TextElideMode.ElideRight, int(line.width()) + 1
            )
            painter.setPen(self.theme.colour("text"))
            painter.drawText(line, int(_MIDDLE), words)
            width = max(room * bar.number / most, 2.0 if bar.number else 0.0)
            thick = looks.scaled(_BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.role(bar.role).stroke if bar.role else ramp(self.theme, 1))
            painter.drawRoundedRect(QRectF(left, box.center().y() - thick / 2, width, thick), 3, 3)
            painter.setPen(self.theme.colour("muted"))
            rest = QRectF(left + width + 6, box.top(), right, box.height())
            painter.drawText(rest, int(_MIDDLE), bar.shown)


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _on_one_line(words: str) -> str:
    """Words as they are, with their indent, but for line breaks."""
    return " ".join(words.splitlines())
