"""The proof of an export: what was handed over, counted against what an independent reader finds.

Both sides tell facts; a tally adds up numbers made of them, so that neither side is held in memory
and the order does not matter. Two processes of this program give a fact the same number, so that
each can add up its own; numbers are never written down.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import orjson

from annotator.domain.annotation import Annotation
from annotator.formats.datasets.work import Work

ANNOTATION, RELATION, LABEL = "annotation", "relation", "label"

Places: TypeAlias = "tuple[tuple[int, int], ...]"


LabelledRun: TypeAlias = tuple[str, str, str, int, int, str]
"""A fact of one fragment: article, annotator, label, start, end, words."""


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
        self._sums: Counter[str] = Counter()

    def add(self, facts: Iterable[Fact]) -> None:
        """Add facts."""
        counts, sums = self.counts, self._sums
        for kind, article, annotator, label, places, words, attributes in facts:
            names = (_number_of_name(article), _number_of_name(annotator), _number_of_name(label))
            texts = (_number_of(words), _number_of(attributes))
            counts[kind] += 1
            sums[kind] += hash((names, places, texts))

    def add_runs(self, runs: Iterable[LabelledRun]) -> None:
        """Add annotations of one fragment each, of which formats of tokens have very many."""
        total = count = 0
        name, number = _number_of_name, int.from_bytes
        for article, annotator, label, start, end, words in runs:
            names = (name(article), name(annotator), name(label))
            total += hash((names, ((start, end),), (number(words.encode(), "little"), 0)))
            count += 1
        if count:
            self.counts[ANNOTATION] += count
            self._sums[ANNOTATION] += total

    def update(self, other: "Tally") -> None:
        """Add what another tally has."""
        self.counts.update(other.counts)
        self._sums.update({kind: other.sum_of(kind) for kind in other.counts})

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
        """The numbers of all facts of a kind, added up."""
        return self._sums[kind]


def _number_of(text: str) -> int:
    # The hash of a string differs from process to process; that of its bytes as a number does not.
    return int.from_bytes(text.encode("utf-8", "surrogatepass"), "little")


_number_of_name = lru_cache(maxsize=4096)(_number_of)


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
