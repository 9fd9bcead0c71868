"""A matrix of numbers: the more, the stronger its cell; hatched where a number makes no sense."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from annotator.gui import theme as looks
from annotator.gui.widgets.charts.chart import Chart, Mark, Table, hatch, ramp, text_on, widest

_ROW, _HEAD, _WIDEST = 34, 24, 110
STRONGEST = 0.92
"""The share of the accent in the strongest cell."""


class Cell(NamedTuple):
    """One cell: how strong it is (0 to 1, None for not applicable), and what stands in it."""

    strength: float | None
    shown: str
    words: str
    key: object = None


class MatrixChart(Chart):
    """Rows by columns, the numbers written into the cells."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.rows: tuple[str, ...] = ()
        self.columns: tuple[str, ...] = ()
        self.cells: tuple[tuple[Cell, ...], ...] = ()
        self._corner = ""

    def show_cells(
        self,
        rows: Sequence[str],
        columns: Sequence[str],
        cells: Sequence[Sequence[Cell]],
        *,
        corner: str = "",
    ) -> None:
        """Show other numbers; `corner` names what the rows and columns are."""
        self.rows, self.columns = tuple(rows), tuple(columns)
        self.cells = tuple(tuple(row) for row in cells)
        self._corner = corner
        self.refresh()

    def table(self) -> Table:
        """The same rows and columns."""
        rows = tuple(
            (name, *(cell.shown for cell in row))
            for name, row in zip(self.rows, self.cells, strict=True)
        )
        keys = tuple((None, *(cell.key for cell in row)) for row in self.cells)
        return Table((self._corner, *self.columns), rows, keys)

    def sizeHint(self) -> QSize:
        """As high as the rows are many."""
        return QSize(320, looks.scaled(_HEAD) + looks.scaled(_ROW) * max(len(self.rows), 1) + 4)

    def place_marks(self) -> list[Mark]:
        """The cells row by row."""
        left, width = self._columns()
        head, height = looks.scaled(_HEAD), looks.scaled(_ROW)
        return [
            Mark(
                QRectF(left + x * width + 1, head + y * height + 1, width - 2, height - 2),
                cell.key,
                cell.words,
            )
            for y, row in enumerate(self.cells)
            for x, cell in enumerate(row)
        ]

    def paint_marks(self, painter: QPainter) -> None:
        """Names, then cells."""
        self._paint_names(painter)
        cells = [cell for row in self.cells for cell in row]
        for cell, mark in zip(cells, self.marks, strict=True):
            if cell.strength is None:
                hatch(painter, mark.box, self.theme)
                if cell.shown:
                    painter.setPen(self.theme.colour("muted"))
                    painter.drawText(mark.box, int(_CENTRE), cell.shown)
                continue
            ground = ramp(self.theme, 0.04 + (STRONGEST - 0.04) * cell.strength)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(mark.box, 3, 3)
            painter.setPen(text_on(ground, self.theme))
            painter.drawText(mark.box, int(_CENTRE), cell.shown)

    def _paint_names(self, painter: QPainter) -> None:
        metrics = painter.fontMetrics()
        left, width = self._columns()
        head, height = looks.scaled(_HEAD), looks.scaled(_ROW)
        painter.setPen(self.theme.colour("muted"))
        for number, name in enumerate(self.columns):
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(width) - 4)
            box = QRectF(left + number * width, 0, width, head)
            painter.drawText(box, int(_CENTRE), words)
        painter.setPen(self.theme.colour("text"))
        for number, name in enumerate(self.rows):
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(left) - 12)
            box = QRectF(4, head + number * height, left - 12, height)
            painter.drawText(box, int(_LEFT), words)

    def _columns(self) -> tuple[float, float]:
        """Where the cells begin, and how wide each is."""
        metrics = self.metrics()
        left = widest(metrics, self.rows, self.width() * 0.36) + 18
        room = (self.width() - left - 4) / max(len(self.columns), 1)
        return left, min(room, looks.scaled(_WIDEST))


_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
