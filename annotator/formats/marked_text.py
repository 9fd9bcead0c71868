"""The text of one article with the marks of another tool on it, and how both become an arrival."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.domain.json import Json
from annotator.formats.composing import Found, Origin, composed
from annotator.formats.foreign_work import ForeignWork
from annotator.formats.incoming import Arrival, Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.offset_units import Mark, Positions, Unit, UsualUnit

Places = Sequence[tuple[int, int]]
"""Starts and ends of fragments in the unit of the file, ends exclusive, in order."""

_LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark: its label, its place, and the words that the file says it covers.

    `identity` is what relations of the file call it; `line` is where it stood.
    """

    label: str
    places: Places
    identity: str = ""
    words: str | None = None
    attributes: Mapping[str, Json] = field(default_factory=dict)
    note: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """One relation between two marks, which it calls by their identities."""

    label: str
    from_id: str
    to_id: str
    identity: str = ""
    attributes: Mapping[str, Json] = field(default_factory=dict)
    line: int | None = None


@dataclass(slots=True)
class MarkedText:
    """The text of an article as the file has it, and what is marked on it.

    `unit` is that of the format. With `cuts_at_line_ends` fragments that only a line end parts
    are one.
    """

    text: str
    unit: Unit = "codepoint"
    facts: dict[str, str] = field(default_factory=dict)
    marks: list[Marked] = field(default_factory=list)
    links: list[Linked] = field(default_factory=list)
    annotator: str = ""
    cuts_at_line_ends: bool = False


def arrivals(marked: MarkedText, origin: Origin, *, annotator: str, file: str = "") -> Incoming:
    """The article with its marks; what does not fit the text comes as problems.

    `file` is where the marks stood, if not where the text did.
    """
    file = file or origin.source.name
    try:
        arrival = composed(Found(marked.text, marked.facts), origin)
    except Refused as refusal:
        yield Problem(origin.source.name, origin.line, str(refusal))
        return
    told = origin.source.told
    others: tuple[Unit, ...] = ("utf16",) if marked.unit == "codepoint" else ()
    units = UsualUnit(origin.source, (marked.unit, *others))
    positions = units.positions(marked.text, _places_with_words(marked))
    yield from units.notes()
    work = ForeignWork(
        arrival.article,
        marked.annotator or annotator,
        format_id=origin.format_id,
        positions=positions,
        reanchors=told is not None and told.reanchors,
    )
    yield from _take(marked, work, arrival, positions, file)
    yield replace(
        arrival,
        annotations=list(work.annotations.values()),
        relations=list(work.relations.values()),
        names_of=origin.format_id,
        moved=work.moved,
    )


def _places_with_words(marked: MarkedText) -> Iterator[Mark]:
    for each in marked.marks:
        if len(each.places) == 1:
            yield Mark(*each.places[0], each.words)


def _take(
    marked: MarkedText, work: ForeignWork, arrival: Arrival, positions: Positions, file: str
) -> Iterator[Problem]:
    ids: dict[str, str] = {}
    for mark in marked.marks:
        places = mark.places
        if marked.cuts_at_line_ends:
            places = _joined_over_line_ends(places, arrival.article.text, positions)
        try:
            taken = work.annotate(
                mark.label,
                places,
                words=mark.words,
                identity=mark.identity,
                attributes=mark.attributes,
                note=mark.note,
            )
        except Refused as refusal:
            name = mark.identity or mark.label
            yield Problem(file, mark.line, f"{name} is left out: {refusal}.")
        else:
            ids[mark.identity] = taken
    for link in marked.links:
        from_id, to_id = ids.get(link.from_id, link.from_id), ids.get(link.to_id, link.to_id)
        try:
            work.relate(
                link.label, from_id, to_id, identity=link.identity, attributes=link.attributes
            )
        except Refused as refusal:
            yield Problem(file, link.line, f"{link.label} is left out: {refusal}.")


def _joined_over_line_ends(places: Places, text: str, positions: Positions) -> Places:
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and _is_line_end(joined[-1][1], start, text, positions):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_line_end(start: int, end: int, text: str, positions: Positions) -> bool:
    try:
        between = text[positions.stored(start) : positions.stored(end)]
    except Refused:
        return False
    return _LINE_END.fullmatch(between) is not None
