"""CSV and TSV: a row of names, then a row for each article."""

import csv
import io
from collections.abc import Iterator

from annotator.formats.decoding import MOST_CHARACTERS, characters_of, notes_of
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.sources import Source
from annotator.formats.tables import articles_in

MOST_BYTES = 100_000_000

_DELIMITERS = ",;\t|"


def read(source: Source, *, annotator: str) -> Incoming:  # noqa: ARG001 - all readers alike
    """The articles of a table; columns are found by their names or as a map tells."""
    text, choice = characters_of(source.read(limit=MOST_BYTES), source)
    yield from notes_of(choice, source)
    text = text.removeprefix("\ufeff")
    delimiter = (source.told.delimiter if source.told else None) or _delimiter(text, source)
    rows = _Rows(text, delimiter)
    yield from articles_in(rows, source, format_id="csv", encoding=choice.encoding)
    if rows.fault:
        reason = f"It is damaged here: {rows.fault}. The rest was not read."
        yield Problem(source.name, rows.line, reason)


class _Rows:
    """The rows of a table with their lines; `fault` tells where it could not be read further."""

    def __init__(self, text: str, delimiter: str) -> None:
        self.fault = ""
        self.line = 1
        self._text = text
        self._delimiter = delimiter

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        csv.field_size_limit(MOST_CHARACTERS)
        lines = io.StringIO(self._text, newline="")
        reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
        while True:
            self.line = reader.line_num + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self.fault = str(error)
                return
            yield self.line, row


def _delimiter(text: str, source: Source) -> str:
    """What stands between the names in the first row, most often."""
    if source.extension in ("tsv", "tab"):
        return "\t"
    first = next((line for line in io.StringIO(text[:100_000]) if line.strip()), "")
    return max(_DELIMITERS, key=first.count)
