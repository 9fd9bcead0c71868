"""Agreement about each character: was it found, and was it named alike?

These are ordinary alphas whose units are characters, not the alphas of unitizing of 2016. Runs of
characters that everybody treats alike are counted at once.
"""

from collections.abc import Sequence

import numpy as np

from annotator.agreement.coefficients import MISSING, Ratings, condensed
from annotator.agreement.material import Material
from annotator.agreement.tally import Integers

NOT_IN, IN = 0, 1
_MOST_LABELS = 62


class Characters:
    """The runs of characters between all borders, and what each person has on them."""

    def __init__(self, material: Material) -> None:
        self._material = material
        places = [material.offsets, material.offsets[:-1] + material.lengths]
        for marks in material.marks.values():
            places += [marks.start, marks.end]
        borders = _distinct(np.concatenate(places))
        article = np.searchsorted(material.offsets, borders[:-1], side="right") - 1
        # The character between two articles belongs to none.
        real = article < material.count
        ends = material.offsets[:-1] + material.lengths
        real[real] = borders[:-1][real] < ends[article[real]]
        self._borders, self._real = borders, np.flatnonzero(real)
        self._article = article[self._real]
        self._weight = np.diff(borders)[self._real].astype(np.float64)
        self._ends = {
            person: (np.searchsorted(borders, marks.start), np.searchsorted(borders, marks.end))
            for person, marks in material.marks.items()
        }

    def found(self, label: str) -> Ratings:
        """Whether each character lies in an annotation of a label; without one, of any.

        Everything that a person has finished counts, marked or not.
        """
        inside = self._inside(self._material.label_numbers(label))
        codes = np.where(inside, IN, NOT_IN)
        return self._ratings(codes, ("out", "in"))

    def named(self) -> Ratings:
        """Which labels lie on each character, among those that at least two people marked.

        The value is the set of labels at a character: those of a claim and of the source in it.
        """
        labels = self._material.label_numbers("")[:_MOST_LABELS]
        sets = np.zeros((len(self._real), len(self._material.people)), dtype=np.int64)
        for number, label in enumerate(labels.tolist()):
            sets |= self._inside(np.array([label])).astype(np.int64) << number
        marked = (sets > 0).sum(axis=1) >= 2
        codes = np.where((sets > 0) & marked[:, None], sets, MISSING)
        kinds = np.unique(codes[codes >= 0])
        codes = np.where(codes >= 0, np.searchsorted(kinds, codes), MISSING)
        names = [list(self._material.labels)[label] for label in labels.tolist()]
        return self._ratings(codes, [_names(names, int(kind)) for kind in kinds])

    def _inside(self, labels: Integers) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
        """Whether each person has an annotation of these labels on each run (runs x people)."""
        columns = []
        size = len(self._borders)
        for person, (first, after) in self._ends.items():
            marks = self._material.marks[person]
            kept = self._material.has_label(marks, labels)[marks.owner]
            steps = np.bincount(first[kept], minlength=size)
            steps = steps - np.bincount(after[kept], minlength=size)
            columns.append(np.cumsum(steps)[self._real] > 0)
        return np.stack(columns, axis=1)

    def _ratings(self, codes: Integers, values: Sequence[object]) -> Ratings:
        """Runs as ratings; people who have not finished an article are missing."""
        material = self._material
        for column, person in enumerate(material.people):
            done = np.zeros(material.count, dtype=bool)
            done[material.finished[person]] = True
            if not done.all():
                codes[~done[self._article], column] = MISSING
        return condensed(Ratings(self._article, codes, self._weight, values, material.count))


def _distinct(numbers: Integers) -> Integers:
    """Each number once, in order; `np.unique` takes thirty times as long for that many."""
    ordered = np.sort(numbers)
    return ordered[np.diff(ordered, prepend=-1) > 0]


def _names(labels: Sequence[str], kind: int) -> str:
    return "+".join(label for number, label in enumerate(labels) if kind >> number & 1)
