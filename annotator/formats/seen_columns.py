"""What the columns of tables and the fields of records hold, noted while files are looked at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.formats.shapes import MOST_NAMES, FieldMap, Shape, shape_of

MOST_SAMPLES, MOST_VALUES, MOST_RECORDS = 3, 12, 500
MOST_SHAPES, MOST_COLUMNS, MOST_DEPTH = 60, 80, 3
_LONGEST_SAMPLE, _LONGEST_VALUE = 90, 60


@dataclass(slots=True)
class SeenColumn:
    """A column or dotted path: its first values, and how often each comes if there are few."""

    samples: list[str] = field(default_factory=list)
    values: dict[str, int] = field(default_factory=dict)
    has_many: bool = False

    def note(self, value: str) -> None:
        """Another value of the column."""
        words = " ".join(value.split())
        if not words:
            return
        if len(self.samples) < MOST_SAMPLES and words[:_LONGEST_SAMPLE] not in self.samples:
            self.samples.append(words[:_LONGEST_SAMPLE])
        if self.has_many or len(value) > _LONGEST_VALUE:
            self.has_many = True
        elif value in self.values or len(self.values) < MOST_VALUES:
            self.values[value] = self.values.get(value, 0) + 1
        else:
            self.has_many = True


@dataclass(slots=True)
class SeenColumns:
    """The columns of files that are alike, and which of them is read as what.

    Records of one file may lack some of its fields; all their `shapes` are read alike.
    """

    files: list[str]
    shapes: set[Shape] = field(default_factory=set)
    columns: dict[str, SeenColumn] = field(default_factory=dict)
    read_as: FieldMap = field(default_factory=FieldMap)
    records: int = 0

    def field_of(self, column: str) -> str:
        """Which field of an article a column is read as; empty for none."""
        return next((name for name, places in self.read_as.fields.items() if column in places), "")


@dataclass(slots=True)
class Watch:
    """Notes columns, file by file; what reads records tells it of each."""

    groups: list[SeenColumns] = field(default_factory=list)

    def note(self, record: Mapping[str, Any], file: str, read_as: FieldMap) -> None:
        """A record of a file, and how its fields are read now."""
        if len(record) > MOST_NAMES:
            return
        group = self._group(shape_of(record), file)
        if group.records >= MOST_RECORDS:
            return
        group.records += 1
        group.read_as = FieldMap({**read_as.fields, **_kept(group, read_as)}, read_as.values)
        for path, value in _leaves(record, ""):
            if path in group.columns or len(group.columns) < MOST_COLUMNS:
                group.columns.setdefault(path, SeenColumn()).note(value)

    def _group(self, shape: Shape, file: str) -> SeenColumns:
        for group in self.groups:
            if shape in group.shapes or file in group.files:
                if file not in group.files:
                    group.files.append(file)
                if len(group.shapes) < MOST_SHAPES:
                    group.shapes.add(shape)
                return group
        self.groups.append(SeenColumns([file], {shape}))
        return self.groups[-1]


def _kept(group: SeenColumns, read_as: FieldMap) -> dict[str, tuple[str, ...]]:
    """What earlier records of the group were read as, where this one lacks the column."""
    return {
        name: places
        for name, places in group.read_as.fields.items()
        if places and not read_as.fields.get(name)
    }


def _leaves(value: Mapping[str, Any], before: str) -> Iterator[tuple[str, str]]:
    """Dotted paths and what lies there, as far as it is text, a number or a list of texts."""
    for key, inner in value.items():
        path = f"{before}{key}"
        if isinstance(inner, Mapping):
            if path.count(".") < MOST_DEPTH:
                yield from _leaves(inner, f"{path}.")
        elif isinstance(inner, list):
            if all(isinstance(each, str) for each in inner):
                yield path, ", ".join(inner)
        elif inner is not None:
            yield path, inner if isinstance(inner, str) else str(inner)
