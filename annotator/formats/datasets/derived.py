"""What formats share whose records are made from annotations and are none: one JSON line each.

Such a format tells, for each record, the fact that an independent reader must find in it. Facts are
taken from the annotations themselves, records are put together beside them.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute
from annotator.domain.json import Json
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span, hull
from annotator.formats.datasets.proof import Fact, Scope
from annotator.formats.datasets.work import BOILERPLATE, Setting, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss
from annotator.text.sentences import sentences

LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE

Record = dict[str, Any]


class Made(NamedTuple):
    """A record, and what ought to be found in it."""

    record: Record
    fact: Fact


class DerivedWriter(DatasetWriter):
    """Lines of records made from each work."""

    scope = Scope()

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._facts: dict[str, list[Fact]] = {}

    def records_of(self, work: Work) -> Iterator[Made]:
        """The records made from a work."""
        raise NotImplementedError

    def fact_in(self, record: Mapping[str, Any]) -> Fact:
        """What a record says that was read back."""
        raise NotImplementedError

    def is_dropped(self, work: Work, annotation: Annotation) -> bool:
        """Whether an annotation touches boilerplate that is left out."""
        return (
            self.setting.drops_boilerplate
            and annotation.label != BOILERPLATE
            and any(map(work.is_boilerplate, annotation.fragments))
        )

    def losses_of(self, work: Work) -> Iterable[Loss]:  # noqa: ARG002 - most lose nothing
        """What of a work could not become a record."""
        return ()

    def write(self, work: Work) -> Iterable[Loss]:
        """Write the records of a work."""
        made = list(self.records_of(work))
        self._facts[work.annotator] = [each.fact for each in made]
        self.write_records(work.split, [each.record for each in made])
        return self.losses_of(work)

    def write_records(self, split: str, records: Sequence[Record]) -> None:
        """Write records into a split."""
        lines = [orjson.dumps(each, option=LINE) for each in records]
        self.file_of(split).write(b"".join(lines))
        self.count(split, len(lines))

    def facts(self, work: Work, losses: Sequence[Loss]) -> Iterable[Fact]:  # noqa: ARG002
        """What ought to be found of the work just written."""
        return self._facts.pop(work.annotator)

    def read_back(self) -> Iterator[Fact]:
        """What the lines say, read by the standard library."""
        for path in self.paths:
            with path.open(encoding="utf-8", newline="\n") as lines:
                for line in lines:
                    yield self.fact_in(json.loads(line))


class Surroundings:
    """The sentences of an article, and those around a place in it."""

    def __init__(self, text: str) -> None:
        self.sentences = sentences(text)
        self._starts = [each.start for each in self.sentences]
        self._ends = [each.end for each in self.sentences]

    def touched(self, place: Span) -> range:
        """The numbers of the sentences that a place touches."""
        return range(bisect_right(self._ends, place.start), bisect_left(self._starts, place.end))

    def around(self, *places: Span) -> Span:
        """All sentences that some places touch, as one stretch; the places where there is none."""
        whole = hull(places)
        touched = self.touched(whole)
        return hull((*self.sentences[touched.start : touched.stop], whole))


def part(annotation: Annotation, columns: Sequence[Attribute], *, offset: int = 0) -> Record:
    """An annotation as a part of a record; every column of attributes is there, empty or not.

    Offsets count from `offset`.
    """
    return {
        "id": annotation.id,
        "label": annotation.label,
        "start": annotation.start - offset,
        "end": annotation.end - offset,
        "fragments": [[p.start - offset, p.end - offset] for p in annotation.fragments],
        "text": annotation.text,
        "attributes": {each.id: _column(each, annotation.attributes) for each in columns},
    }


def part_features(columns: Sequence[Attribute]) -> list[dict[str, Any]]:
    """The features of a part."""
    texts = ("id", "label", "text")
    return [
        *({"name": name, "dtype": "string"} for name in texts),
        *({"name": name, "dtype": "int64"} for name in ("start", "end")),
        {"name": "fragments", "list": {"list": "int64"}},
        {"name": "attributes", "struct": [_feature(each) for each in columns]},
    ]


def columns_of(scheme: Scheme, labels: Iterable[str]) -> tuple[Attribute, ...]:
    """The attributes that annotations with some labels may have, each once."""
    found = {
        each.id: each
        for label_id in labels
        if (label := scheme.label(label_id))
        for each in label.attributes
    }
    return tuple(found.values())


def base(work: Work) -> Record:
    """What every record tells: its article, its group for splits of one's own, whose work it is."""
    return {
        "article": work.article.id,
        "group": work.article.cluster or work.article.id,
        "annotator": work.annotator,
        "status": work.status,
    }


BASE_FEATURES: list[dict[str, Any]] = [
    {"name": name, "dtype": "string"} for name in ("article", "group", "annotator", "status")
]


def strings(*names: str) -> list[dict[str, Any]]:
    """Features of text."""
    return [{"name": name, "dtype": "string"} for name in names]


def numbers(*names: str) -> list[dict[str, Any]]:
    """Features of whole numbers."""
    return [{"name": name, "dtype": "int64"} for name in names]


def objects(*names: str) -> list[dict[str, Any]]:
    """Features of what has no keys of its own, which the library knows from 4.8 on."""
    return [{"name": name, "dtype": "json"} for name in names]


def names_of(values: Sequence[str]) -> dict[str, Any]:
    """The feature of numbers that stand for names."""
    return {"class_label": {"names": {str(n): name for n, name in enumerate(values)}}}


def sheet_of(work: Work) -> Sheet:
    """A work as the sheet that frames are read off."""
    relations = {each.id: each for each in work.relations}
    return Sheet(work.article, work.annotator, annotations=work.by_id, relations=relations)


def _column(attribute: Attribute, held: Mapping[str, Json]) -> Json:
    value = held.get(attribute.id)
    if attribute.kind == "many":
        return [str(each) for each in value] if isinstance(value, list) else []
    if value is None:
        return None
    return float(str(value)) if attribute.kind == "number" else str(value)


def _feature(attribute: Attribute) -> dict[str, Any]:
    if attribute.kind == "many":
        return {"name": attribute.id, "list": "string"}
    return {"name": attribute.id, "dtype": "float64" if attribute.kind == "number" else "string"}
