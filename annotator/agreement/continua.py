"""The alpha of unitizing over articles, each a continuum of its own."""

from collections.abc import Sequence

import numpy as np

from annotator.agreement.figure import NO_VARIATION, NOTHING_MARKED
from annotator.agreement.material import Marks, Material
from annotator.agreement.tally import Tally, divided
from annotator.agreement.unitizing import Unit, compare


def unitizing(material: Material, people: Sequence[str], label: str) -> Tally:
    """Krippendorff's alpha of unitizing (1995, 2004) of two people about one label.

    Articles weigh by their length. Where one person's annotations overlap they are one unit.
    """
    one, other = people
    sums, n = np.zeros((material.count, 2)), 0
    units = [_units(material.marks[person], label) for person in (one, other)]
    for number in material.finished_by_both(one, other).tolist():
        first, second = (each.get(number, []) for each in units)
        length = int(material.lengths[number])
        if first or second:
            found = compare(first, second, begin=int(material.offsets[number]), length=length)
            sums[number] = (found.observed * length, found.expected * length)
            n += len(first) + len(second)
    articles = int(np.count_nonzero(sums[:, 1]))
    reason = NO_VARIATION if n else NOTHING_MARKED
    return Tally(sums, lambda s: 1 - divided(s[:, 0], s[:, 1]), n, articles, reason)


def _units(marks: Marks, label: str) -> dict[int, list[Unit]]:
    """A person's fragments of a label by article, joined where they touch."""
    places: dict[int, list[tuple[int, int]]] = {}
    for owner, start, end in zip(
        marks.owner.tolist(), marks.start.tolist(), marks.end.tolist(), strict=True
    ):
        if marks.annotations[owner].label == label:
            places.setdefault(int(marks.article[owner]), []).append((start, end))
    return {number: _joined(sorted(held)) for number, held in places.items()}


def _joined(places: Sequence[tuple[int, int]]) -> list[Unit]:
    found: list[tuple[int, int]] = []
    for start, end in places:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return [(start, end - start) for start, end in found]
