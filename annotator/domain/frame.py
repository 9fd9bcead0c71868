"""Who says what, with which words: a claim or quote and all that belongs to it.

A frame is read off the relations each time it is wanted; nothing of it is stored.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

from annotator.dataclass import dataclass
from annotator.domain.annotation import Annotation
from annotator.domain.attribute import NO_SOURCE
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY, HELD_BY, REPORTED_VIA, Relation
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span

Part = Literal["source", "cue"]

MOST_CHAINS = 50
"""So many ways outwards are told at most: sources that all report via each other have millions."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim or quote with its sources, its cue, and the sentiment in it or of its sources.

    Each of `chains` begins with a source and goes on outwards: the officials, through the memo,
    through the newspaper. `no_source` is the stated reason for having none, else empty. What is
    `missing` nobody has looked for yet.
    """

    statement: Annotation
    sources: tuple[Annotation, ...] = ()
    cue: Annotation | None = None
    sentiments: tuple[Annotation, ...] = ()
    chains: tuple[tuple[Annotation, ...], ...] = ()
    no_source: str = ""
    missing: tuple[Part, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet who says it, or that nobody does."""
        return "source" in self.missing


def frame_of(sheet: Sheet, scheme: Scheme, annotation_id: str) -> Frame | None:
    """The frame of one claim or quote; None for what nobody can be credited with."""
    annotation = sheet.annotations.get(annotation_id)
    if annotation is None or not is_statement(annotation, scheme):
        return None
    return _Frames(sheet, scheme, near=annotation.hull).of(annotation)


def frames(sheet: Sheet, scheme: Scheme) -> list[Frame]:
    """The frames of all claims and quotes of an article, in the order of the text."""
    statements = [each for each in sheet.annotations.values() if is_statement(each, scheme)]
    found = _Frames(sheet, scheme)
    return [found.of(each) for each in sorted(statements, key=_place)]


def open_statements(sheet: Sheet, scheme: Scheme) -> list[Annotation]:
    """The claims and quotes whose frame is open, in the order of the text."""
    credited = {each.from_id for each in sheet.relations.values() if each.label == ATTRIBUTED_TO}
    waiting = [
        each
        for each in sheet.annotations.values()
        if is_statement(each, scheme)
        and each.id not in credited
        and not each.attributes.get(NO_SOURCE)
    ]
    return sorted(waiting, key=_place)


def is_statement(annotation: Annotation, scheme: Scheme) -> bool:
    """Whether the scheme lets an annotation be attributed to somebody."""
    kind = scheme.relation(ATTRIBUTED_TO)
    return kind is not None and annotation.label in kind.sources


class _Frames:
    """The relations and sentiments of a sheet, ordered so that each frame is found quickly.

    With `near` only the sentiments there are ordered: enough for one frame.
    """

    def __init__(self, sheet: Sheet, scheme: Scheme, *, near: Span | None = None) -> None:
        self._annotations = sheet.annotations
        self._scheme = scheme
        self._from = _grouped(sheet.relations.values())
        held_by = scheme.relation(HELD_BY)
        labels = held_by.sources if held_by else ()
        sentiments = [each for each in sheet.annotations.values() if each.label in labels]
        if near is not None:
            start, end = near.start, near.end
            sentiments = [each for each in sentiments if each.start < end and each.end > start]
        self._sentiments = sorted(sentiments, key=_place)
        self._starts = [each.start for each in self._sentiments]
        self._longest = max((each.end - each.start for each in self._sentiments), default=0)

    def of(self, statement: Annotation) -> Frame:
        """The frame of a claim or quote."""
        sources = self._reached(statement, ATTRIBUTED_TO)
        cues = self._reached(statement, CUED_BY)
        held = str(statement.attributes.get(NO_SOURCE) or "")
        ways = (chain for each in sources for chain in self._outwards(each) if len(chain) > 1)
        return Frame(
            statement,
            tuple(sources),
            cues[0] if cues else None,
            tuple(self._sentiments_of(statement, sources)),
            tuple(islice(ways, MOST_CHAINS)),
            held,
            tuple(self._missing(statement, is_answered=bool(sources or held), has_cue=bool(cues))),
        )

    def _missing(
        self, statement: Annotation, *, is_answered: bool, has_cue: bool
    ) -> Iterator[Part]:
        if not is_answered:
            yield "source"
        kind = self._scheme.relation(CUED_BY)
        may_have_cue = kind is not None and statement.label in kind.sources
        if may_have_cue and not has_cue and not statement.attributes.get(NO_SOURCE):
            yield "cue"

    def _reached(self, annotation: Annotation, label: str) -> list[Annotation]:
        """The annotations to which relations of a kind lead, in the order of the text."""
        ends = self._from.get((label, annotation.id), ())
        return sorted((e for end in ends if (e := self._annotations.get(end))), key=_place)

    def _outwards(self, source: Annotation) -> Iterator[tuple[Annotation, ...]]:
        """Every way from a source to those through whom it is known; a circle is left at once."""
        waiting: list[tuple[Annotation, ...]] = [(source,)]
        while waiting:
            chain = waiting.pop()
            names = {each.id for each in chain}
            onward = [e for e in self._reached(chain[-1], REPORTED_VIA) if e.id not in names]
            waiting += [(*chain, each) for each in reversed(onward)]
            if not onward:
                yield chain

    def _sentiments_of(
        self, statement: Annotation, sources: Sequence[Annotation]
    ) -> list[Annotation]:
        """Those in the words of the claim, then those that its sources hold elsewhere."""
        first = bisect_right(self._starts, statement.start - self._longest)
        last = bisect_left(self._starts, statement.end)
        near = [e for e in self._sentiments[first:last] if _touch(e, statement)]
        names = {each.id for each in near}
        held = {end for each in sources for end in self._from.get((HELD_BY, each.id), ())} - names
        return near + sorted((e for end in held if (e := self._annotations.get(end))), key=_place)


def _grouped(relations: Iterable[Relation]) -> Mapping[tuple[str, str], list[str]]:
    """Whom an annotation leads to by each kind; who holds something leads to what is held."""
    groups: dict[tuple[str, str], list[str]] = {}
    for each in relations:
        if each.label == HELD_BY:
            groups.setdefault((HELD_BY, each.to_id), []).append(each.from_id)
        elif each.label in (ATTRIBUTED_TO, CUED_BY, REPORTED_VIA):
            groups.setdefault((each.label, each.from_id), []).append(each.to_id)
    return groups


def _touch(one: Annotation, other: Annotation) -> bool:
    return any(a.overlaps(b) for a in one.fragments for b in other.fragments)


def _place(annotation: Annotation) -> tuple[int, int, str]:
    return (annotation.start, annotation.end, annotation.id)
