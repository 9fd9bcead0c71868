"""Excel workbooks: the first sheet that has rows, a row of names, then an article in each row."""

import datetime as dt
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from annotator.domain.errors import UserError
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.packed import DAMAGE, MOST_BYTES, Packed
from annotator.formats.sources import Source
from annotator.formats.tables import articles_in

_FAULTS = (*DAMAGE, TypeError, LookupError, AttributeError, SyntaxError, ArithmeticError)
_MISSING = (
    "needs the package that reads workbooks. Nothing was imported from it. Install it "
    "(pip install openpyxl), or save the sheet as CSV, and import it again."
)

_DAMAGED = "It is damaged or no workbook. Nothing was imported from it. Save it anew as .xlsx."


def read(source: Source, *, annotator: str) -> Incoming:  # noqa: ARG001 - all readers alike
    """The articles of a workbook; columns are found by their names or as a map tells."""
    try:
        import openpyxl
    except ImportError as error:
        raise UserError(f"{source.name} {_MISSING}") from error
    raw = source.read(limit=MOST_BYTES)
    try:
        Packed(raw)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = openpyxl.load_workbook(BytesIO(raw), read_only=True, data_only=True)
    except Refused as refusal:
        yield Problem(source.name, None, str(refusal))
        return
    except _FAULTS:
        yield Problem(source.name, None, _DAMAGED)
        return
    rows = _Rows(workbook)
    yield from articles_in(rows, source, format_id="xlsx", encoding="utf-8")
    if rows.is_damaged:
        yield Problem(source.name, rows.line, "It is damaged here. The rest was not read.")
    if rows.others:
        reason = f"Only the sheet {rows.sheet!r} was read, not {', '.join(map(repr, rows.others))}."
        yield Problem(source.name, None, reason, is_note=True)


class _Rows:
    """The rows of the first sheet that has any, padded to one width, cells as text."""

    def __init__(self, workbook: Any) -> None:
        self.line = 0
        self.is_damaged = False
        self.sheet = ""
        self.others: list[str] = []
        self._workbook = workbook

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        try:
            for sheet in self._workbook.worksheets:
                if self.sheet:
                    self.others.append(sheet.title)
                    continue
                for row in self._of(sheet):
                    self.sheet = sheet.title
                    yield row
        except _FAULTS:
            self.is_damaged = True

    def _of(self, sheet: Any) -> Iterator[tuple[int, list[str]]]:
        # The size that a file claims may be wrong, or an attack.
        sheet.reset_dimensions()
        width = 0
        for self.line, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            row = [_text(cell) for cell in cells]
            while row and not row[-1]:
                row.pop()
            if row:
                width = width or len(row)
                yield self.line, row + [""] * (width - len(row))


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        is_day = cell.time() == dt.time()
        return cell.date().isoformat() if is_day else cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("_x000D_", "\r")
