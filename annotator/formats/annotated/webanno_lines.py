"""The lines of a WebAnno TSV file: header, sentences, rows, and how cells are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, cast

import orjson

from annotator.domain.json import Json
from annotator.formats.json_values import Refused

LayerKind = Literal["SP", "RL", "CH"]
ColumnKind = Literal["feature", "role", "target", "from", "none"]

_FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3(?:\.\d+)?\s*")
_HEADER = re.compile(r"#T_(SP|RL|CH)=(.+)")
_PLACE = re.compile(r"(\d{1,7}-\d{1,7}(?:\.\d{1,6})?)\t(\d{1,9})-(\d{1,9})\t", re.ASCII)
_ESCAPED = re.compile(r"\\(->|u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_NUMBER = re.compile(r"\[(\d{1,9}(?:_\d{1,9})?)\]\Z", re.ASCII)
_MEANT = {"t": "\t", "n": "\n", "r": "\r"}
_MUST_BE_ESCAPED = re.compile(r"->|[\\\[\]|_;*]|[\t\n\r]")
_WRITTEN = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds of its layer, and for references the layer they lead to."""

    index: int
    kind: ColumnKind
    name: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the header: spans, relations or chains, with its columns."""

    kind: LayerKind
    type_name: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One token or part of one: its name (`1-2.1`), place in the unit of the file, and cells."""

    name: str
    begin: int
    end: int
    text: str
    cells: tuple[str, ...]
    line: int

    def cell(self, index: int) -> str:
        """What a column holds; nothing where the row ends before it."""
        return self.cells[index] if index < len(self.cells) and self.cells[index] else "_"


@dataclass(slots=True)
class Sentence:
    """A sentence with its text; `rows` are whole tokens only."""

    text: str = ""
    rows: list[Row] = field(default_factory=list)
    all_rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A whole file; `problems` tells lines that follow no rule, with the reason."""

    layers: tuple[Layer, ...]
    sentences: list[Sentence] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, content: str) -> "Table":
        """Read all lines; Refused when it is not of this format, or has no sentence."""
        lines = content.removeprefix("\ufeff").split("\n")
        if not _FORMAT.fullmatch(lines[0].removesuffix("\r")):
            raise Refused("It does not begin as WebAnno TSV 3 does.")
        table = cls(tuple(_layers(lines[1:])))
        table._take(lines)
        table.sentences = [each for each in table.sentences if each.rows]
        if not table.sentences:
            raise Refused("It holds no sentence with tokens.")
        return table

    def _take(self, lines: list[str]) -> None:
        texts: list[str] = []
        sentence = Sentence()
        for number, ended in enumerate(lines[1:], 2):
            line = ended.removesuffix("\r")
            if line.startswith("#Text="):
                if sentence.rows:
                    sentence, texts = Sentence(), []
                texts.append(plain(line.removeprefix("#Text=")))
            elif place := _PLACE.match(line):
                if not sentence.all_rows:
                    sentence.text = "\n".join(texts)
                    self.sentences.append(sentence)
                self._take_row(sentence, place, line, number)
            elif not line:
                sentence, texts = Sentence(), []
            elif not line.startswith("#"):
                self.problems.append((number, f"The line {line[:40]!r} is no row; it is left out."))

    def _take_row(self, sentence: Sentence, place: re.Match[str], line: str, number: int) -> None:
        text, *cells = line[place.end() :].split("\t")
        begin, end = int(place[2]), int(place[3])
        row = Row(place[1], begin, end, plain(text), tuple(cells), number)
        sentence.all_rows.append(row)
        if "." not in row.name:
            sentence.rows.append(row)


def _layers(lines: list[str]) -> Iterator[Layer]:
    index = 0
    for line in lines:
        found = _HEADER.fullmatch(line.removesuffix("\r"))
        if found is None:
            if line.strip() and not line.startswith("#T_"):
                return
            continue
        type_name, *names = [each for each in found[2].split("|") if each]
        columns: list[Column] = []
        for name in names or [""]:
            column = _column(found[1], name, index, columns[-1] if columns else None)
            columns.append(column)
            index += 1
        kind: LayerKind = "RL" if found[1] == "RL" else "CH" if found[1] == "CH" else "SP"
        yield Layer(kind, type_name, tuple(columns))


def _column(kind: str, name: str, index: int, before: Column | None) -> Column:
    if not name:
        return Column(index, "none")
    if kind == "RL" and name.startswith("BT_"):
        return Column(index, "from", base=name.removeprefix("BT_"))
    if kind == "SP" and name.startswith("ROLE_"):
        return Column(index, "role", name.removeprefix("ROLE_").partition("_")[0].partition(":")[2])
    if kind == "SP" and before is not None and before.kind == "role" and "." in name:
        return Column(index, "target", before.name, name)
    return Column(index, "feature", name)


def parts(cell: str, separator: str) -> list[str]:
    """The values of a cell, cut at a separator that is not escaped."""
    if separator not in cell:
        return [cell]
    return _parting(separator).findall(cell)


@cache
def _parting(separator: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\\.|[^\\{separator}])+", re.DOTALL)


def without_number(value: str) -> tuple[str, str]:
    """A value without the number in brackets behind it, and the number, if there is one."""
    found = _NUMBER.search(value)
    return (value[: found.start()], found[1]) if found else (value, "")


def plain(written: str) -> str:
    """A value or text as it was before it was escaped."""
    if "\\" not in written:
        return written
    meant = _ESCAPED.sub(_meant, written)
    # Older files write what lies beyond U+FFFF as two halves.
    return meant.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def value_of(written: str) -> Json:
    """The value of a feature; a list stands there as JSON."""
    value = plain(written)
    if value.startswith("["):
        try:
            listed = orjson.loads(value)
        except orjson.JSONDecodeError:
            return value
        if listed and all(isinstance(each, str) for each in listed):
            return cast("Json", listed)
    return value


def _meant(found: re.Match[str]) -> str:
    written = found[1]
    if written.startswith("u") and len(written) == 5:
        return chr(int(written[1:], 16))
    return _MEANT.get(written, written)


def escaped(value: str) -> str:
    """A value as a cell holds it."""
    return _MUST_BE_ESCAPED.sub(lambda found: _WRITTEN.get(found[0], f"\\{found[0]}"), value)


def escaped_text(text: str) -> str:
    """A text or token as its line holds it."""
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
