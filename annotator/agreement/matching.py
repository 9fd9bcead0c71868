"""Which annotation of one person answers to which of another: one to one, by largest overlap."""

from functools import cached_property

import numpy as np
import numpy.typing as npt

from annotator.agreement.material import Marks, Material
from annotator.agreement.tally import Integers, Numbers
from annotator.dataclass import dataclass

_ROUNDS = 3
"""How often many pairs are found at a time."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Annotations that answer to each other: their numbers in the marks of both, row by row."""

    first: Integers
    second: Integers
    is_exact: npt.NDArray[np.bool_]


class Matching:
    """The annotations of two people in the articles that both have finished.

    With `is_typed` only annotations of the same label answer to each other. Those that share the
    most characters come first, among equals the pair that covers least; so what is marked
    identically is always a pair. An annotation answers to one other at most. `after` keeps out
    what another matching has paired already.
    """

    def __init__(
        self,
        material: Material,
        one: str,
        other: str,
        *,
        is_typed: bool = True,
        after: "Matching | None" = None,
    ) -> None:
        self.people = (one, other)
        self.material = material
        self.first, self.second = material.marks[one], material.marks[other]
        self._is_common = np.zeros(material.count, dtype=bool)
        self._is_common[material.finished_by_both(one, other)] = True
        self._is_typed = is_typed
        self._after = after

    @cached_property
    def kept(self) -> tuple[Integers, Integers]:
        """The numbers of the annotations of both that lie in common articles."""
        return (
            np.flatnonzero(self._is_common[self.first.article]),
            np.flatnonzero(self._is_common[self.second.article]),
        )

    @cached_property
    def pairs(self) -> Pairs:
        """The pairs, in the order of the first."""
        ones, others, shared = self._overlaps()
        covered = self.first.lengths[ones] + self.second.lengths[others] - shared
        order = np.lexsort((others, ones, covered, -shared))
        chosen = order[self._chosen(ones[order], others[order])]
        chosen = chosen[np.argsort(ones[chosen], kind="stable")]
        return Pairs(ones[chosen], others[chosen], shared[chosen] == covered[chosen])

    @cached_property
    def answers(self) -> tuple[Integers, Integers]:
        """For each annotation of both the number of the other's that answers, or -1."""
        there = np.full(len(self.first.annotations), -1, dtype=np.int64)
        back = np.full(len(self.second.annotations), -1, dtype=np.int64)
        there[self.pairs.first] = self.pairs.second
        back[self.pairs.second] = self.pairs.first
        return there, back

    @cached_property
    def alone(self) -> tuple[list[int], list[int]]:
        """The numbers of what only the one and only the other marked."""
        taken = [answers >= 0 for answers in self.answers]
        if self._after is not None:
            taken = [t | (a >= 0) for t, a in zip(taken, self._after.answers, strict=True)]
        ones, others = self.kept
        return ones[~taken[0][ones]].tolist(), others[~taken[1][others]].tolist()

    @cached_property
    def made(self) -> Numbers:
        """How many annotations of each label both made together (articles x labels)."""
        sides = zip((self.first, self.second), self.kept, strict=True)
        return np.asarray(sum(self._by_label(marks, kept) for marks, kept in sides))

    @cached_property
    def matched(self) -> Numbers:
        """How many pairs have each label, that of the first (articles x labels)."""
        return self._by_label(self.first, self.pairs.first)

    @cached_property
    def exact(self) -> Numbers:
        """How many of them have identical fragments (articles x labels)."""
        return self._by_label(self.first, self.pairs.first[self.pairs.is_exact])

    def _by_label(self, marks: Marks, numbers: Integers) -> Numbers:
        size = len(self.material.labels)
        flat = marks.article[numbers] * size + marks.label[numbers]
        counted = np.bincount(flat, minlength=self.material.count * size)
        return counted.astype(np.float64).reshape(self.material.count, size)

    def _chosen(self, ones: Integers, others: Integers) -> Integers:
        """Which of the candidates, best first, become pairs.

        What comes first for both its ends is a pair whatever follows. Most are found so, many at a
        time; what hangs in chains is gone through one by one.
        """
        taken, taken_2 = self._taken_before()
        found, left = [], np.arange(len(ones))
        for _ in range(_ROUNDS):
            left = left[~(taken[ones[left]] | taken_2[others[left]])]
            is_pair = _comes_first(ones[left]) & _comes_first(others[left])
            found.append(left[is_pair])
            taken[ones[left[is_pair]]] = True
            taken_2[others[left[is_pair]]] = True
        found.append(_one_by_one(left, ones, others, taken, taken_2))
        return np.sort(np.concatenate(found))

    def _taken_before(self) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
        """Which annotations of both the matching before has paired."""
        if self._after is not None:
            there, back = self._after.answers
            return there >= 0, back >= 0
        return (
            np.zeros(len(self.first.annotations), dtype=bool),
            np.zeros(len(self.second.annotations), dtype=bool),
        )

    def _overlaps(self) -> tuple[Integers, Integers, Integers]:
        """Every two annotations that share characters, and how many."""
        start, end, owner = self._continuum(self.first)
        start_2, end_2, owner_2 = self._continuum(self.second)
        order = np.argsort(start_2, kind="stable")
        start_2, end_2, owner_2 = start_2[order], end_2[order], owner_2[order]
        furthest = np.maximum.accumulate(end_2) if len(end_2) else end_2
        low = np.searchsorted(furthest, start, side="right")
        high = np.maximum(np.searchsorted(start_2, end, side="left"), low)
        ones, others = expanded(low, high)
        shared = np.minimum(end[ones], end_2[others]) - np.maximum(start[ones], start_2[others])
        real = shared > 0
        return _summed(owner[ones[real]], owner_2[others[real]], shared[real])

    def _continuum(self, marks: Marks) -> tuple[Integers, Integers, Integers]:
        """Fragments in common articles, the labels laid one after another when they must agree."""
        kept = self._is_common[marks.article[marks.owner]]
        owner, start, end = marks.owner[kept], marks.start[kept], marks.end[kept]
        layer = marks.label
        if not self._is_typed:
            apart = self.material.label_numbers("")
            layer = (~self.material.has_label(marks, apart)).astype(np.int64)
        shift = layer[owner] * (int(self.material.offsets[-1]) + 1)
        return start + shift, end + shift, owner


def _comes_first(numbers: Integers) -> npt.NDArray[np.bool_]:
    """Where each number comes for the first time."""
    first = np.zeros(int(numbers.max(initial=-1)) + 1, dtype=np.int64)
    first[numbers[::-1]] = np.arange(len(numbers))[::-1]
    return np.asarray(first[numbers] == np.arange(len(numbers)))


def _one_by_one(
    left: Integers,
    ones: Integers,
    others: Integers,
    taken: npt.NDArray[np.bool_],
    taken_2: npt.NDArray[np.bool_],
) -> Integers:
    """Which of the candidates left become pairs, in their order."""
    found = []
    for place in left.tolist():
        one, other = ones[place], others[place]
        if not (taken[one] or taken_2[other]):
            taken[one] = taken_2[other] = True
            found.append(place)
    return np.array(found, dtype=np.int64)


def expanded(low: Integers, high: Integers) -> tuple[Integers, Integers]:
    """All pairs of a place and each number of its range."""
    counts = high - low
    ones = np.repeat(np.arange(len(low)), counts)
    within = np.arange(len(ones)) - np.repeat(np.cumsum(counts) - counts, counts)
    return ones, np.repeat(low, counts) + within


def _summed(
    ones: Integers, others: Integers, shared: Integers
) -> tuple[Integers, Integers, Integers]:
    """Overlaps of fragments added up to those of annotations."""
    if not len(ones):
        return ones, others, shared
    width = int(others.max()) + 1
    keys, places = np.unique(ones * width + others, return_inverse=True)
    total = np.bincount(places, weights=shared).astype(np.int64)
    return keys // width, keys % width, total
