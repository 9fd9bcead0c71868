"""Format `relations`: one line per pair of annotations, with the relation between them or none.

`text` holds every sentence from the one to the other, and offsets count in it. Negative examples
(`none`, number 0) are made by a stated rule: two annotations that the scheme lets a relation join,
in that direction, that nobody joined, in the same sentence or neighbouring ones, at most three for
each positive of an article, the nearest first. They come only from finished work: what is still in
progress is missing, not empty.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import permutations
from typing import Any

from annotator.domain.annotation import Annotation
from annotator.domain.progress import ADJUDICATED, FINISHED
from annotator.domain.scheme import RelationKind
from annotator.formats.datasets.derived import (
    BASE_FEATURES,
    DerivedWriter,
    Made,
    Surroundings,
    base,
    columns_of,
    names_of,
    numbers,
    part,
    part_features,
    strings,
)
from annotator.formats.datasets.proof import Fact, Places, places_of
from annotator.formats.datasets.work import BOILERPLATE, Work

PAIR, NO_RELATION = "pair", "none"
NEGATIVES = 3
"""So many negatives at most for each positive of an article."""


class Writer(DerivedWriter):
    """Pairs, positives first, in the order of the text."""

    def records_of(self, work: Work) -> Iterator[Made]:
        """A record for each relation, and for some pairs without one."""
        surroundings = Surroundings(work.article.text)
        by_id = work.by_id
        positives = [
            (e.label, by_id[e.from_id], by_id[e.to_id])
            for e in work.relations
            if e.label in self._kinds
        ]
        joined = {(head.id, tail.id) for _, head, tail in positives}
        negatives = self._negatives(work, joined, len(positives) * NEGATIVES, surroundings)
        for label, head, tail in (*positives, *((NO_RELATION, *pair) for pair in negatives)):
            yield self._made(work, label, head, tail, surroundings)

    def _made(
        self, work: Work, label: str, head: Annotation, tail: Annotation, near: Surroundings
    ) -> Made:
        window = near.around(*head.fragments, *tail.fragments)
        record = base(work) | {
            "id": f"{work.article.id}:{work.annotator}:{head.id}:{tail.id}:{label}",
            "text": window.cut_from(work.article.text),
            "offset": window.start,
            "head": part(head, self._columns, offset=window.start),
            "tail": part(tail, self._columns, offset=window.start),
            "label": self._names.index(label),
        }
        cut = [" ".join(p.cut_from(work.article.text) for p in e.fragments) for e in (head, tail)]
        # As cut out of the record's text, and as told beside it.
        words = "\n".join(cut * 2)
        places = (*places_of(head), *places_of(tail))
        return Made(record, Fact(PAIR, work.article.id, work.annotator, label, places, words))

    def _negatives(
        self, work: Work, joined: set[tuple[str, str]], most: int, surroundings: Surroundings
    ) -> list[tuple[Annotation, Annotation]]:
        if work.status not in (FINISHED, ADJUDICATED):
            return []
        found: list[tuple[int, Annotation, Annotation]] = []
        seen: set[tuple[str, str]] = set()
        for near in _neighbours(work, surroundings):
            for head, tail in permutations(near, 2):
                key = (head.id, tail.id)
                if key not in seen and key not in joined and self._may_join(head, tail):
                    seen.add(key)
                    gap = max(head.start, tail.start) - min(head.end, tail.end)
                    found.append((max(0, gap), head, tail))
        found.sort(key=lambda each: (each[0], each[1].start, each[2].start, each[1].id, each[2].id))
        return [(head, tail) for _, head, tail in found[:most]]

    def _may_join(self, head: Annotation, tail: Annotation) -> bool:
        return any(kind.allows(head.label, tail.label) for kind in self._kinds.values())

    def fact_in(self, record: Mapping[str, Any]) -> Fact:
        """The pair and its label; words are cut out of the record's own text."""
        ends, offset = (record["head"], record["tail"]), record["offset"]
        places: Places = tuple(
            (a + offset, b + offset) for each in ends for a, b in each["fragments"]
        )
        cut = [" ".join(record["text"][a:b] for a, b in each["fragments"]) for each in ends]
        words = "\n".join((*cut, *(each["text"] for each in ends)))
        label = self._names[record["label"]]
        return Fact(PAIR, record["article"], record["annotator"], label, places, words)

    @cached_property
    def _kinds(self) -> dict[str, RelationKind]:
        found = self.setting.scheme.relations
        return {e.id: e for e in found if BOILERPLATE not in e.sources}

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return (NO_RELATION, *self._kinds)

    @cached_property
    def _columns(self) -> tuple[Any, ...]:
        return columns_of(self.setting.scheme, self.setting.labels)

    @property
    def features(self) -> list[dict[str, Any]]:
        """The columns, with the names of the relations."""
        ends = ({"name": n, "struct": part_features(self._columns)} for n in ("head", "tail"))
        label = {"name": "label", "dtype": names_of(self._names)}
        return [*strings("id"), *BASE_FEATURES, *strings("text"), *numbers("offset"), *ends, label]

    @property
    def notes(self) -> tuple[str, ...]:
        """How negatives were made."""
        note = (
            "Negatives (`none`) are pairs that the scheme lets a relation join and nobody joined, "
            "in the same or neighbouring sentences, at most "
            f"{NEGATIVES} for each positive of an article, the nearest first, from finished work "
            "only."
        )
        return (note,)


def _neighbours(work: Work, surroundings: Surroundings) -> Iterator[list[Annotation]]:
    """The annotations of each two sentences that follow one another."""
    starts: dict[int, list[Annotation]] = defaultdict(list)
    for each in work.annotations:
        touched = surroundings.touched(each.fragments[0])
        if touched and each.label != BOILERPLATE:
            starts[touched.start].append(each)
    for number in range(len(surroundings.sentences)):
        yield [*starts.get(number, ()), *starts.get(number + 1, ())]
