"""Files of other tools on the disk, and what readers find in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from annotator.formats import registry
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.sources import Source


@dataclass
class Read:
    """What a reader found in one file."""

    arrivals: list[Arrival] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def only(self) -> Arrival:
        """The one article there must be."""
        assert len(self.arrivals) == 1, self.problems
        return self.arrivals[0]

    @property
    def text(self) -> str:
        """Its text."""
        return self.only.article.text

    @property
    def marks(self) -> set[tuple[str, str]]:
        """The labels and words of its annotations."""
        return {(row[3], row[7]) for row in self.only.annotations}

    @property
    def links(self) -> set[tuple[str, str, str]]:
        """Its relations with the words of their ends."""
        words = {row[0]: row[7] for row in self.only.annotations}
        return {(row[3], words[row[4]], words[row[5]]) for row in self.only.relations}

    def attributes_of(self, words: str) -> Mapping[str, object]:
        """The attributes of the annotation on these words."""
        return next(orjson.loads(row[8]) for row in self.only.annotations if row[7] == words)

    def fragments_of(self, words: str) -> list[list[int]]:
        """The fragments of the annotation on these words."""
        return next(orjson.loads(row[6]) for row in self.only.annotations if row[7] == words)

    def note_of(self, words: str) -> str:
        """The note of the annotation on these words."""
        return next(row[10] for row in self.only.annotations if row[7] == words)


def read_file(path: Path, *, told: ImportMap | None = None, format_id: str | None = None) -> Read:
    """What the registry finds in a file."""
    source = Source.of(path)
    if told is not None:
        source = Source(source.name, path, size=source.size, told=told)
    read = Read()
    for found in registry.read(source, annotator="ana", format_id=format_id):
        if isinstance(found, Problem):
            (read.notes if found.is_note else read.problems).append(str(found))
        else:
            read.arrivals.append(found)
    for arrival in read.arrivals:
        for row in arrival.annotations:
            pairs = orjson.loads(row[6])
            words = " ".join(arrival.article.text[start:end] for start, end in pairs)
            assert words == row[7], "an annotation does not hold its words"
    return read
