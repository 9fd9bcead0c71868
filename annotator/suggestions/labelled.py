"""What is labelled already in an article, looked up by its place."""

from collections.abc import Iterable
from typing import NamedTuple

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span

_LOOKED_UP = frozenset(("source", "cue", "boilerplate"))


class Labelled(NamedTuple):
    """A labelled passage: its place with all its parts, and which entity it names."""

    place: Span
    id: str
    label: str
    entity: str


def labelled(annotations: Iterable[Annotation]) -> list[Labelled]:
    """The sources, cues and boilerplate among some annotations."""
    return [
        Labelled(each.hull, each.id, each.label, str(each.attributes.get("entity", "")))
        for each in annotations
        if each.label in _LOOKED_UP
    ]


def within(known: Iterable[Labelled], reach: Span) -> list[Labelled]:
    """Those that share something with a stretch of the article."""
    return [each for each in known if each.place.overlaps(reach)]


def best(known: Iterable[Labelled], label: str, place: Span | None) -> Labelled | None:
    """The one with a label that shares most with a place; None where none does."""
    if place is None:
        return None
    return max(
        (each for each in known if each.label == label and each.place.overlaps(place)),
        key=lambda each: (_shared(each.place, place), each.id),
        default=None,
    )


def _shared(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (len(one) + len(other) - both)
