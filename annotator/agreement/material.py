"""What is compared: articles that two or more people have finished, and what each made of them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property
from itertools import chain
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from annotator.agreement.tally import Integers
from annotator.dataclass import dataclass
from annotator.domain.annotation import Annotation
from annotator.domain.json import Json
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.text.sentences import sentence_starts


@dataclass(frozen=True, slots=True)
class Reading:
    """What one person made of one article that they have finished."""

    annotations: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shared:
    """An article with the readings of those who have finished it, by their names."""

    article_id: str
    text: str = field(repr=False)
    readings: Mapping[str, Reading] = field(default_factory=dict)


class Marks:
    """All annotations of one person, given article by article, as arrays in that order.

    Fragments lie in one continuum, the texts of all articles one after another, and know their
    annotation by its number in `annotations`. `label` is the number of each one's label.
    """

    def __init__(
        self,
        person: str,
        annotations: Sequence[Sequence[Annotation]],
        labels: Mapping[str, int],
        offsets: Integers,
    ) -> None:
        self.person = person
        self.annotations = list(chain.from_iterable(annotations))
        self.article: Integers = np.repeat(
            np.arange(len(annotations)), _integers(list(map(len, annotations)))
        )
        self.label: Integers = _integers([labels[each.label] for each in self.annotations])
        parts = [each.fragments for each in self.annotations]
        fragments = list(chain.from_iterable(parts))
        self.owner = np.repeat(np.arange(len(parts)), _integers(list(map(len, parts))))
        ahead = offsets[self.article[self.owner]]
        self.start = _integers([each.start for each in fragments]) + ahead
        self.end = _integers([each.end for each in fragments]) + ahead

    @cached_property
    def attributes(self) -> tuple[list[Mapping[str, Json]], Integers]:
        """The different attributes that annotations have, and which of these each one has.

        Told apart by identity: whoever reads many annotations lets equal ones share.
        """
        given = [each.attributes for each in self.annotations]
        held = {id(each): each for each in given}
        number_of = {key: number for number, key in enumerate(held)}
        return list(held.values()), _integers([number_of[id(each)] for each in given])

    @cached_property
    def numbers(self) -> dict[tuple[str, str], int]:
        """The number of each annotation by its article and id."""
        keys = map(attrgetter("article_id", "id"), self.annotations)
        return dict(zip(keys, range(len(self.annotations)), strict=True))

    @cached_property
    def lengths(self) -> Integers:
        """How many characters each annotation covers."""
        amounts = np.bincount(
            self.owner, weights=self.end - self.start, minlength=len(self.annotations)
        )
        return amounts.astype(np.int64)


class Material:
    """Everything that is compared, for some people."""

    def __init__(self, shared: Sequence[Shared], scheme: Scheme, people: Sequence[str]) -> None:
        self.people = tuple(people)
        self._sentences: dict[tuple[int, int], list[int]] = {}
        self.scheme = scheme
        self.shared = [e for e in shared if sum(p in e.readings for p in self.people) > 1]
        self.lengths: Integers = np.array([len(e.text) for e in self.shared], dtype=np.int64)
        # One character between articles, so that nothing touches across a border.
        self.offsets: Integers = np.concatenate(
            [np.zeros(1, dtype=np.int64), np.cumsum(self.lengths + 1)]
        )

    @property
    def count(self) -> int:
        """How many articles two or more of the people have finished."""
        return len(self.shared)

    @cached_property
    def left_out(self) -> frozenset[str]:
        """Labels that count only by themselves: what is no part of the article (boilerplate)."""
        return frozenset(label.id for label in self.scheme.labels if label.exclusive)

    @cached_property
    def labels(self) -> dict[str, int]:
        """The number of each label, those of the scheme first."""
        used = (
            e.label for each in self.shared for r in each.readings.values() for e in r.annotations
        )
        named = dict.fromkeys([*(label.id for label in self.scheme.labels), *used])
        return {label: number for number, label in enumerate(named)}

    def label_numbers(self, subject: str) -> Integers:
        """The number of one label, or of all that count together."""
        wanted = [subject] if subject else [e for e in self.labels if e not in self.left_out]
        return np.array([self.labels[e] for e in wanted if e in self.labels], dtype=np.int64)

    def has_label(self, marks: Marks, labels: Integers) -> npt.NDArray[np.bool_]:
        """Which annotations of a person have one of these labels, given by their numbers."""
        is_wanted = np.zeros(len(self.labels), dtype=bool)
        is_wanted[labels] = True
        return is_wanted[marks.label]

    @cached_property
    def marks(self) -> dict[str, Marks]:
        """Each person's annotations."""
        return {person: self._marks(person) for person in self.people}

    def sentence_at(self, article: int, position: int) -> int:
        """Where the sentence at a position of an article begins; only its line is cut up."""
        text = self.shared[article].text
        first = text.rfind("\n", 0, position) + 1
        key = (article, first)
        if key not in self._sentences:
            last = text.find("\n", first)
            self._sentences[key] = sentence_starts(text[first : len(text) if last < 0 else last])
        starts = self._sentences[key]
        within = starts[max(bisect_right(starts, position - first) - 1, 0)] if starts else 0
        return first + within

    @cached_property
    def finished(self) -> dict[str, Integers]:
        """The numbers of the articles that each person has finished."""
        return {
            person: np.array(
                [n for n, each in enumerate(self.shared) if person in each.readings],
                dtype=np.int64,
            )
            for person in self.people
        }

    def finished_by_both(self, one: str, other: str) -> Integers:
        """The numbers of the articles that both have finished."""
        return np.intersect1d(self.finished[one], self.finished[other], assume_unique=True)

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """Every two people who have finished an article both, in order."""
        return [
            (one, other)
            for number, one in enumerate(self.people)
            for other in self.people[number + 1 :]
            if len(self.finished_by_both(one, other))
        ]

    def _marks(self, person: str) -> Marks:
        annotations = [
            each.readings[person].annotations if person in each.readings else ()
            for each in self.shared
        ]
        return Marks(person, annotations, self.labels, self.offsets)


def _integers(numbers: Sequence[int]) -> Integers:
    return np.array(numbers, dtype=np.int64)
