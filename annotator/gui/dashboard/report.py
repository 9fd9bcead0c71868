"""The dashboard as files: a PDF to hand on, and the numbers for a spreadsheet."""

import csv
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from annotator.gui import theme as looks
from annotator.gui.dashboard.tiles import Tiles
from annotator.gui.widgets.charts.card import ChartCard

_DOTS = 96
_MARGIN = 14.0
_GAP = 16


def _write_csv(path: Path, title: str, tiles: Tiles, cards: Sequence[ChartCard]) -> None:
    """Every number of the dashboard, one table below the other.

    Raises:
        OSError: the file cannot be written.
    """
    draft = path.with_name(f".{path.name}.tmp")
    with draft.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow([_no_formula(title)])
        for tile in tiles.tiles:
            out.writerow([tile.number.words, tile.number.shown, tile.number.below])
        for card in cards:
            table = card.chart.table()
            out.writerow([])
            out.writerow([card.title, card.subtitle.text() or card.empty.text()])
            if table.rows:
                out.writerow(table.header)
                out.writerows([_no_formula(cell.strip()) for cell in row] for row in table.rows)
    draft.replace(path)


def _no_formula(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula: words may begin with `=`."""
    is_number = cell[1:].replace(",", "").replace(".", "").isdigit()
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) and not is_number else cell


def _write_pdf(path: Path, title: str, tiles: Tiles, cards: Sequence[ChartCard]) -> None:
    """The dashboard on pages, in light colours, words as words.

    Raises:
        OSError: the file cannot be written.
    """
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(
        QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter
    )
    writer.setResolution(_DOTS)
    worn = cards[0].chart.theme if cards else looks.load("light")
    try:
        for card in cards:
            card.chart.theme = looks.load("light")
        painter = QPainter()
        if not painter.begin(writer):
            raise PermissionError(13, os.strerror(13), str(path))
        with painter:
            _paint(painter, writer, title, tiles, cards)
    finally:
        for card in cards:
            card.set_theme(worn)


def _paint(
    painter: QPainter, writer: QPdfWriter, title: str, tiles: Tiles, cards: Sequence[ChartCard]
) -> None:
    light, room = looks.load("light"), QRectF(0, 0, writer.width(), writer.height())
    painter.setPen(light.colour("text"))
    painter.setFont(looks.interface_font(18, is_bold=True))
    painter.drawText(QRectF(0, 0, room.width(), 28), Qt.AlignmentFlag.AlignLeft, title)
    painter.setFont(looks.interface_font(12))
    painter.setPen(light.colour("muted"))
    numbers = (f"{tile.number.shown} {tile.number.words}" for tile in tiles.tiles)
    line = QRectF(0, 32, room.width(), 36)
    painter.drawText(line, Qt.TextFlag.TextWordWrap.value, "   ·   ".join(numbers))
    top, wide = 80.0, int(room.width())
    for card in cards:
        height = card.printed_height(wide)
        if top + height > room.height() and top > 80:
            writer.newPage()
            top = 0.0
        painter.save()
        painter.translate(0, top)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(light.colour("hairline"))
        painter.drawRoundedRect(QRectF(0.5, 0.5, wide - 1, height - 1), 8, 8)
        card.print_on(painter, wide)
        painter.restore()
        top += height + _GAP


KINDS = {"pdf": (_write_pdf, "PDF (*.pdf)"), "csv": (_write_csv, "CSV (*.csv)")}
"""What writes a kind of file, and how the kind is called where a file is chosen."""
