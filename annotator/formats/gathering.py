"""Lines of one article that stand together, put together; what comes again is told."""

from array import array
from dataclasses import replace
from typing import TypeAlias, cast

from annotator.domain.annotation import Annotation
from annotator.domain.relation import Relation
from annotator.domain.suggestion import Suggestion
from annotator.formats import columns as at
from annotator.formats.incoming import (
    AnnotationRow,
    Arrival,
    Companion,
    Incoming,
    Problem,
    RelationRow,
)
from annotator.formats.record_lines import Layer

_ANNOTATION, _RELATION = Annotation.kind, Relation.kind

_Part: TypeAlias = AnnotationRow | RelationRow | Companion


class Gathering:
    """Puts the lines of one article together, and knows which articles came already.

    `names_of` is the format whose names the lines bear, where they are not ours.
    """

    def __init__(self, file: str, *, names_of: str = "") -> None:
        self._file = file
        self._names_of = names_of
        self._texts: dict[str, str] = {}
        self._seen: dict[str, array[int]] = {}
        self._arrival: Arrival | None = None
        self._parts: dict[tuple[str, ...], _Part] = {}

    def add(self, layer: Layer, *, line: int | None) -> Incoming:
        """Take a line; what was gathered before comes out when another article begins."""
        article = layer.article
        text_sha256 = self._texts.get(article.id)
        if text_sha256 is not None and text_sha256 != article.text_sha256:
            reason = (
                f"The article {article.id} came before with another text; this line is left out."
            )
            yield Problem(self._file, line, reason)
            return
        if self._arrival is not None and self._arrival.article.id == article.id:
            self._arrival = replace(self._arrival, moved=(*self._arrival.moved, *layer.moved))
            yield from self._join(_parts(layer), line)
            return
        yield from self.last()
        self._texts[article.id] = article.text_sha256
        self._parts = {}
        self._arrival = Arrival(
            article,
            layer.raw,
            layer.annotations,
            layer.relations,
            layer.records,
            self._file,
            line,
            is_known=text_sha256 is not None,
            has_own_id=layer.has_own_id,
            names_of=layer.names_of or self._names_of,
            moved=layer.moved,
            keeps_id=layer.is_ours,
        )

    def last(self) -> Incoming:
        """What is still held back at the end of the file."""
        if self._arrival is None:
            return
        arrival, self._arrival = self._arrival, None
        if self._parts:
            arrival = _with_parts(arrival, self._parts)
        yield from self._without_repeats(arrival) if arrival.is_known else (arrival,)
        self._seen.setdefault(arrival.article.id, array("q")).extend(_marks(arrival))

    def _without_repeats(self, arrival: Arrival) -> Incoming:
        """What comes later about an article, without what came before."""
        before = self._seen.get(arrival.article.id, array("q"))
        seen = dict(zip(before[::2], before[1::2], strict=True))
        marks = _marks(arrival)
        parts = _parts(arrival)
        fresh: dict[tuple[str, ...], _Part] = {}
        for (key, part), mark, contents in zip(parts.items(), marks[::2], marks[1::2], strict=True):
            if mark not in seen:
                fresh[key] = part
            elif seen[mark] != contents:
                yield Problem(self._file, arrival.line, _came_before(key))
        yield _with_parts(arrival, fresh)

    def _join(self, parts: dict[tuple[str, ...], _Part], line: int | None) -> Incoming:
        if not self._parts and self._arrival is not None:
            self._parts = _parts(self._arrival)
        for key, part in parts.items():
            if self._parts.setdefault(key, part) != part:
                yield Problem(self._file, line, _came_before(key))


def _parts(source: Layer | Arrival) -> dict[tuple[str, ...], _Part]:
    """All that came along, by its kind, whose it is, and what tells it from others."""
    return {
        **{(_ANNOTATION, row[at.ANNOTATOR], row[at.ID]): row for row in source.annotations},
        **{(_RELATION, row[at.ANNOTATOR], row[at.ID]): row for row in source.relations},
        **{(record.kind, *record.key[1:]): record for record in source.records},
    }


def _with_parts(arrival: Arrival, parts: dict[tuple[str, ...], _Part]) -> Arrival:
    by_kind: dict[str, list[_Part]] = {_ANNOTATION: [], _RELATION: [], "": []}
    for (kind, *_), part in parts.items():
        by_kind[kind if kind in by_kind else ""].append(part)
    return replace(
        arrival,
        annotations=cast("list[AnnotationRow]", by_kind[_ANNOTATION]),
        relations=cast("list[RelationRow]", by_kind[_RELATION]),
        records=cast("list[Companion]", by_kind[""]),
    )


def _marks(arrival: Arrival) -> list[int]:
    """Of each part in turn what tells it from others, and its contents, in eight bytes each.

    A file may hold millions of them. The first is the same for no two parts of an article.
    """
    marks: list[int] = []
    for row in arrival.annotations:
        marks += (hash(row[:3]), hash(row))
    for link in arrival.relations:
        marks += (hash(link[2::-1]), hash(link))
    for record in arrival.records:
        contents = repr(record) if isinstance(record, Suggestion) else record
        marks += (hash((record.kind, *record.key)), hash(contents))
    return marks


def _came_before(key: tuple[str, ...]) -> str:
    name = key[0].replace("_", " ")
    return f"The {name} {key[-1]} came before with other contents; it is left out."
