"""The proof of an export: what was handed over, counted against what an independent reader finds.

Both sides tell facts; a tally adds up their hashes, so that neither side is held in memory and the
order does not matter. Hashes are those of one process and are never written down.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple, TypeAlias

import orjson

from annotator.domain.annotation import Annotation
from annotator.formats.datasets.work import Work

ANNOTATION, RELATION, LABEL = "annotation", "relation", "label"

Places: TypeAlias = "tuple[tuple[int, int], ...]"

_MASK = (1 << 64) - 1


class Fact(NamedTuple):
    """One thing that a dataset says. What its format cannot hold is left empty on both sides.

    `places` are code points of the article's text, in pairs; those of a relation are those of its
    `from` and then its `to`. `words` are the covered words; of a relation, the labels of its ends
    as `claim>source`; of an article label, its value. `attributes` is JSON with sorted keys.
    """

    kind: str
    article: str = ""
    annotator: str = ""
    label: str = ""
    places: Places = ()
    words: str = ""
    attributes: str = ""


class Scope(NamedTuple):
    """Which parts of facts a format can hold, and so which are compared."""

    articles: bool = True
    annotators: bool = True
    offsets: bool = True
    words: bool = True
    attributes: bool = False
    relations: bool = True
    labels: bool = False

    def keeps(self, fact: Fact) -> Fact | None:
        """A fact without what the format cannot hold; None for a kind that it cannot hold."""
        if (fact.kind == RELATION and not self.relations) or (
            fact.kind == LABEL and not self.labels
        ):
            return None
        return Fact(
            fact.kind,
            fact.article if self.articles else "",
            fact.annotator if self.annotators else "",
            fact.label,
            fact.places if self.offsets else (),
            fact.words if self.words or fact.kind != ANNOTATION else "",
            fact.attributes if self.attributes else "",
        )


class Tally:
    """Facts added up: equal tallies mean equal facts, as often, in whatever order."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._sums: dict[str, int] = {}

    def add(self, facts: Iterable[Fact]) -> None:
        """Add facts."""
        for fact in facts:
            kind = fact.kind
            self.counts[kind] += 1
            self._sums[kind] = (self._sums.get(kind, 0) + hash(fact)) & _MASK

    def differences(self, other: "Tally") -> list[str]:
        """In what kinds of facts two tallies differ, in words."""
        kinds = sorted({*self.counts, *other.counts})
        return [told for kind in kinds if (told := self._difference(other, kind))]

    def _difference(self, other: "Tally", kind: str) -> str:
        expected, found = self.counts[kind], other.counts[kind]
        if expected != found:
            return f"{expected:,} of kind {kind} were handed over, {found:,} are there"
        if self.sum_of(kind) != other.sum_of(kind):
            return f"some of {expected:,} of kind {kind} are not as handed over"
        return ""

    def sum_of(self, kind: str) -> int:
        """The hashes of all facts of a kind, added up."""
        return self._sums.get(kind, 0)


def facts_of(work: Work, scope: Scope, gone: Set[tuple[str, str]] = frozenset()) -> Iterator[Fact]:
    """What a work says, as far as a format can hold it, without what is gone: kind and id."""
    here = {e.id: e for e in work.annotations if (ANNOTATION, e.id) not in gone}
    for fact in _whole_facts(work, here, gone):
        kept = scope.keeps(fact)
        if kept is not None:
            yield kept


def _whole_facts(
    work: Work, here: Mapping[str, Annotation], gone: Set[tuple[str, str]]
) -> Iterator[Fact]:
    article, annotator = work.article.id, work.annotator
    for each in here.values():
        attributes = attributes_text(each.attributes)
        places = places_of(each)
        yield Fact(ANNOTATION, article, annotator, each.label, places, each.text, attributes)
    for link in work.relations:
        if link.from_id in here and link.to_id in here and (RELATION, link.id) not in gone:
            ends = (here[link.from_id], here[link.to_id])
            places = (*places_of(ends[0]), *places_of(ends[1]))
            words = f"{ends[0].label}>{ends[1].label}"
            attributes = attributes_text(link.attributes)
            yield Fact(RELATION, article, annotator, link.label, places, words, attributes)
    for label in work.labels:
        if (LABEL, label.label) not in gone:
            yield Fact(LABEL, article, annotator, label.label, (), label.value)


def places_of(annotation: Annotation) -> Places:
    """The fragments of an annotation as plain pairs."""
    return tuple([(place.start, place.end) for place in annotation.fragments])


def attributes_text(attributes: Mapping[str, object]) -> str:
    """Attributes as the one JSON text that is compared; nothing for none."""
    return orjson.dumps(attributes, option=orjson.OPT_SORT_KEYS).decode() if attributes else ""
