"""JSON Lines and JSON: the reference record, `{"text": "…"}`, and records of any other shape."""

from collections.abc import Iterator
from typing import BinaryIO

from annotator.domain.entity import Entity
from annotator.domain.relation import Relation
from annotator.formats import ninjs, record_parts
from annotator.formats.foreign_records import ForeignRecords
from annotator.formats.gathering import Gathering
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Found as JsonFound
from annotator.formats.json_values import Refused, objects
from annotator.formats.record_lines import KNOWN_KEYS, layer_of, with_our_spans
from annotator.formats.sources import Source


def read(source: Source, *, annotator: str) -> Incoming:
    """The articles of a file with all that its lines say about them.

    Lines of one article that stand together make one arrival. What is bad is left out and
    reported; a line is refused whole when its JSON, its text or its unit of offsets is.
    """
    gathering = Gathering(source.name)
    foreign = ForeignRecords(source)
    unknown: set[str] = set()
    is_empty = True
    with source.open_utf8() as stream:
        for line, value in _records(stream, foreign):
            is_empty = False
            try:
                if isinstance(value, Refused):
                    raise value
                if not isinstance(value.get("text"), str) and ninjs.is_ninjs(value):
                    yield from gathering.last()
                    yield ninjs.arrival_of(value, source, line=line)
                    continue
                value = with_our_spans(value)  # noqa: PLW2901 - the same record
                unknown |= value.keys() - KNOWN_KEYS
                layer = layer_of(value, annotator=annotator)
            except Refused as refusal:
                yield Problem(source.name, line, str(refusal))
            else:
                for reason in layer.problems:
                    yield Problem(source.name, line, reason)
                yield from gathering.add(layer, line=line)
    yield from gathering.last()
    if is_empty:
        yield Problem(source.name, None, "It is empty: there is no record in it.", is_note=True)
    if unknown:
        names = ", ".join(sorted(unknown)[:10]) + (" …" if len(unknown) > 10 else "")
        reason = f"Keys that have no meaning here were passed over: {names}."
        yield Problem(source.name, None, reason, is_note=True)
    yield from foreign.notes()


def read_links(source: Source, *, annotator: str) -> Iterator[Relation | Problem]:
    """The relations between articles in a `links.jsonl`; whether their ends exist is not known."""
    with source.open_utf8() as stream:
        for line, value in objects(stream):
            try:
                if isinstance(value, Refused):
                    raise value
                yield record_parts.link(value, annotator=annotator)
            except Refused as refusal:
                yield Problem(source.name, line, str(refusal))


def read_entities(source: Source) -> Iterator[Entity | Problem]:
    """The entities in an `entities.jsonl`."""
    with source.open_utf8() as stream:
        for line, value in objects(stream):
            try:
                if isinstance(value, Refused):
                    raise value
                yield record_parts.entity(value)
            except Refused as refusal:
                yield Problem(source.name, line, f"The entity is left out: {refusal}.")


def _records(stream: BinaryIO, foreign: ForeignRecords) -> Iterator[JsonFound]:
    """The records of a file with their lines, whatever shape it has."""
    for line, value in objects(stream):
        if isinstance(value, Refused) or foreign.is_plain(value):
            yield line, value
        else:
            for record in foreign.of(value):
                yield line, record
