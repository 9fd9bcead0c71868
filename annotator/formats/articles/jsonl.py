"""JSON Lines: the reference record, and plain records for which `{"text": "…"}` is enough."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.domain.annotation import Annotation
from annotator.domain.entity import Entity
from annotator.domain.relation import Relation
from annotator.formats import record_parts
from annotator.formats.incoming import Arrival, Companion, Incoming, Problem
from annotator.formats.json_values import Refused, objects
from annotator.formats.record_lines import KNOWN_KEYS, Layer, layer_of
from annotator.formats.sources import Source


def read(source: Source, *, annotator: str) -> Incoming:
    """The articles of a file with all that its lines say about them.

    Lines of one article that stand together make one arrival. What is bad is left out and
    reported; a line is refused whole when its JSON, its text or its unit of offsets is.
    """
    gathering = _Gathering(source.name)
    unknown: set[str] = set()
    with source.open() as stream:
        for line, value in objects(stream):
            try:
                if isinstance(value, Refused):
                    raise value
                unknown |= value.keys() - KNOWN_KEYS
                layer = layer_of(value, annotator=annotator)
            except Refused as refusal:
                yield Problem(source.name, line, str(refusal))
            else:
                for reason in layer.problems:
                    yield Problem(source.name, line, reason)
                yield from gathering.add(layer, line=line)
    yield from gathering.last()
    if unknown:
        names = ", ".join(sorted(unknown)[:10]) + (" …" if len(unknown) > 10 else "")
        reason = f"Keys that have no meaning here were passed over: {names}."
        yield Problem(source.name, None, reason, is_note=True)


def read_links(source: Source, *, annotator: str) -> Iterator[Relation | Problem]:
    """The relations between articles in a `links.jsonl`; whether their ends exist is not known."""
    with source.open() as stream:
        for line, value in objects(stream):
            try:
                if isinstance(value, Refused):
                    raise value
                yield record_parts.link(value, annotator=annotator)
            except Refused as refusal:
                yield Problem(source.name, line, str(refusal))


def read_entities(source: Source) -> Iterator[Entity | Problem]:
    """The entities in an `entities.jsonl`."""
    with source.open() as stream:
        for line, value in objects(stream):
            try:
                if isinstance(value, Refused):
                    raise value
                yield record_parts.entity(value)
            except Refused as refusal:
                yield Problem(source.name, line, f"The entity is left out: {refusal}.")


class _Gathering:
    """Puts the lines of one article together, and knows which articles came already."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._texts: dict[str, str] = {}
        self._seen: dict[str, array[int]] = {}
        self._arrival: Arrival | None = None
        self._records: dict[tuple[str, ...], Companion] = {}

    def add(self, layer: Layer, *, line: int) -> Incoming:
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
            yield from self._join(layer.records, line)
            return
        yield from self.last()
        self._texts[article.id] = article.text_sha256
        self._records = {}
        self._arrival = Arrival(
            article,
            layer.raw,
            tuple(layer.records),
            self._file,
            line,
            is_known=text_sha256 is not None,
            has_own_id=layer.has_own_id,
        )

    def last(self) -> Incoming:
        """What is still held back at the end of the file."""
        if self._arrival is None:
            return
        arrival, self._arrival = self._arrival, None
        if self._records:
            arrival = replace(arrival, records=tuple(self._records.values()))
        yield from self._without_repeats(arrival) if arrival.is_known else (arrival,)
        if arrival.records:
            seen = self._seen.setdefault(arrival.article.id, array("q"))
            seen.extend(_marks(arrival.records))

    def _without_repeats(self, arrival: Arrival) -> Incoming:
        """What comes later about an article, without what came before."""
        before = self._seen.get(arrival.article.id, array("q"))
        seen = dict(zip(before[::2], before[1::2], strict=True))
        marks = _marks(arrival.records)
        fresh: list[Companion] = []
        for record, key, contents in zip(arrival.records, marks[::2], marks[1::2], strict=True):
            if key not in seen:
                fresh.append(record)
            elif seen[key] != contents:
                yield Problem(self._file, arrival.line, _came_before(record))
        yield replace(arrival, records=tuple(fresh))

    def _join(self, records: list[Companion], line: int) -> Incoming:
        if not self._records and self._arrival is not None:
            self._records = {(one.kind, *one.key): one for one in self._arrival.records}
        for record in records:
            held = self._records.setdefault((record.kind, *record.key), record)
            if held != record:
                yield Problem(self._file, line, _came_before(record))


def _marks(records: Iterable[Companion]) -> list[int]:
    """Of each record in turn what tells it from others, and its contents, in eight bytes each.

    A file may hold millions of them.
    """
    marks: list[int] = []
    for record in records:
        if isinstance(record, Annotation):
            start = record.fragments[0].start
            marks.append(hash((record.kind, record.annotator, record.id)))
            marks.append(hash((record.label, start, record.text, record.note)))
        elif isinstance(record, Relation):
            marks.append(hash((record.kind, record.annotator, record.id)))
            marks.append(hash((record.label, record.from_id, record.to_id)))
        else:
            marks.append(hash((record.kind, *record.key)))
            marks.append(hash(record))
    return marks


def _came_before(record: Companion) -> str:
    name = record.kind.replace("_", " ")
    return f"The {name} {record.key[-1]} came before with other contents; it is left out."
