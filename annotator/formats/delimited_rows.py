"""The rows of delimited files, with the line each begins in."""

import csv
import io
from collections.abc import Iterator

from annotator.formats.decoding import MOST_CHARACTERS
from annotator.formats.sources import Source

_DELIMITERS = ",;\t|"


class Rows:
    """The rows of a table with their lines; `fault` tells where it could not be read further."""

    def __init__(self, text: str, delimiter: str) -> None:
        self.fault = ""
        self.line = 1
        self._text = text
        self._delimiter = delimiter

    @property
    def names(self) -> list[str]:
        """The first row that holds anything; reading begins anew after it is asked for."""
        return next((row for _, row in self if any(cell.strip() for cell in row)), [])

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


def delimiter_of(text: str, source: Source) -> str:
    """The separator: what stands between the names in the first row, most often."""
    if source.extension in ("tsv", "tab"):
        return "\t"
    first = next((line for line in io.StringIO(text[:100_000]) if line.strip()), "")
    return max(_DELIMITERS, key=first.count)
