"""F1 of annotations: how many of one person's are also another's.

F1 is symmetric in both people. For more than two it is the mean over pairs, weighted by their
annotations. There is no true negative, so nothing is corrected for chance (Hripcsak and
Rothschild, 2005). An article that both left empty is agreement on nothing and does not enter.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from annotator.agreement.figure import NOTHING_MARKED
from annotator.agreement.matching import Matching
from annotator.agreement.material import Marks, Material, Shared
from annotator.agreement.tally import Numbers, Tally, per_article, share
from annotator.text.tokens import token_pairs

CREDIT = 0.5
"""What a pair earns in the partial measure when its fragments differ."""
MEASURES = ("f1_exact", "f1_overlap", "f1_partial")


def typed(material: Material, matchings: Sequence[Matching], label: str, measure: str) -> Tally:
    """F1 of annotations of a label, or of all: exact, overlap or partial.

    *Exact*: the same label and identical fragments. *Overlap*: the same label and at least one
    character in common, one to one by largest overlap. *Partial*: as overlap, but half for pairs
    whose fragments differ.
    """
    credit = {"f1_exact": 0.0, "f1_overlap": 1.0, "f1_partial": CREDIT}[measure]
    return _f1(material, matchings, label, credit)


def boundary(material: Material, matchings: Sequence[Matching]) -> Tally:
    """F1 of places: identical fragments, whatever their label. Takes matchings without types."""
    return _f1(material, matchings, "", 0.0)


def _f1(material: Material, matchings: Sequence[Matching], label: str, credit: float) -> Tally:
    columns = material.label_numbers(label)
    above, below = np.zeros((material.count, 1)), np.zeros((material.count, 1))
    for each in matchings:
        earned = each.exact * (1 - credit) + each.matched * credit
        above += 2 * earned[:, columns].sum(axis=1, keepdims=True)
        below += each.made[:, columns].sum(axis=1, keepdims=True)
    return share(above, below, n=round(float(below.sum())), reason=NOTHING_MARKED)


class Tokens:
    """The tokens that anybody marked, and which of them each person put under which label."""

    def __init__(self, material: Material) -> None:
        self._material = material
        places = [
            (first + ahead, after + ahead)
            for each, ahead in zip(material.shared, material.offsets.tolist(), strict=False)
            for start, end in _marked(each)
            for first, after in token_pairs(each.text, start, end)
        ]
        table = np.array(places, dtype=np.int64).reshape(-1, 2)
        self._start, self._end = table[:, 0], table[:, 1]
        self._article = np.searchsorted(material.offsets, self._start, side="right") - 1
        self._held: dict[tuple[str, int], Numbers] = {}
        self._sums: dict[tuple[str, str, int], tuple[Numbers, Numbers]] = {}

    def f1(self, pairs: Iterable[tuple[str, str]], label: str) -> Tally:
        """F1 over tokens and labels; a token belongs to what has a character of it."""
        count = self._material.count
        above, below = np.zeros((count, 1)), np.zeros((count, 1))
        for pair in pairs:
            for each in self._material.label_numbers(label).tolist():
                both, made = self._counted(pair, each)
                above += 2 * both
                below += made
        return share(above, below, n=round(float(below.sum())), reason=NOTHING_MARKED)

    def _counted(self, pair: tuple[str, str], label: int) -> tuple[Numbers, Numbers]:
        """Tokens that both put under a label, and those of both together, by article."""
        key = (*pair, label)
        if key not in self._sums:
            material = self._material
            common = np.zeros((material.count, 1))
            common[material.finished_by_both(*pair)] = 1
            first, second = (self._under(person, label) for person in pair)
            both = per_article(self._article, first * second, material.count)
            made = per_article(self._article, first + second, material.count)
            self._sums[key] = (both * common, made * common)
        return self._sums[key]

    def _under(self, person: str, label: int) -> Numbers:
        """Whether each token is under a label of a person, as 0 and 1."""
        if (person, label) not in self._held:
            self._held[person, label] = self._computed(self._material.marks[person], label)
        return self._held[person, label]

    def _computed(self, marks: Marks, label: int) -> Numbers:
        kept = marks.label[marks.owner] == label
        first = np.searchsorted(self._end, marks.start[kept], side="right")
        after = np.searchsorted(self._start, marks.end[kept], side="left")
        size = len(self._start) + 1
        steps = np.bincount(first, minlength=size) - np.bincount(
            np.maximum(after, first), minlength=size
        )
        return (np.cumsum(steps)[:-1] > 0).astype(np.float64)


def _marked(shared: Shared) -> list[tuple[int, int]]:
    """The stretches in which anybody marked something, from white space to white space."""
    found: list[tuple[int, int]] = []
    parts = {
        (part.start, part.end)
        for reading in shared.readings.values()
        for each in reading.annotations
        for part in each.fragments
    }
    for start, end in sorted(parts):
        if found and end <= found[-1][1]:
            continue
        first, after = start, end
        while first > 0 and not shared.text[first - 1].isspace():
            first -= 1
        while after < len(shared.text) and not shared.text[after].isspace():
            after += 1
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(after, found[-1][1]))
        else:
            found.append((first, after))
    return found
