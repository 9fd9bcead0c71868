"""Krippendorff's alpha of unitizing, in its form of 1995 and 2004, for two people.

A cross-check only: with more than two people it does not behave as was meant, its author wrote
in 2016. Units are compared by the squares of what their ends are apart.
"""

from collections.abc import Sequence
from itertools import pairwise

from annotator.dataclass import dataclass

Unit = tuple[int, int]
"""Where a unit begins, and how long it is."""


@dataclass(frozen=True, slots=True)
class Unitizing:
    """Observed and expected disagreement about the units of one category in one continuum."""

    observed: float
    expected: float


def alpha(categories: Sequence[Unitizing]) -> float | None:
    """Alpha over categories, or None when nothing is marked or nothing could differ."""
    expected = sum(each.expected for each in categories)
    return 1 - sum(each.observed for each in categories) / expected if expected else None


def compare(one: Sequence[Unit], other: Sequence[Unit], *, begin: int, length: int) -> Unitizing:
    """The disagreement of two people about units of one category, each person's not overlapping.

    `begin` and `length` are those of the continuum.
    """
    sections = [_sections(units, begin, length) for units in (one, other)]
    squares = sum(distance(a, b) for a in sections[0] for b in sections[1])
    return Unitizing(squares / length**2, _expected(sections, length))


def distance(one: tuple[int, int, bool], other: tuple[int, int, bool]) -> int:
    """What two sections (begin, length, whether a unit) are apart, squared."""
    (begin, length, is_unit), (begin_2, length_2, is_unit_2) = one, other
    ahead = begin - begin_2
    if is_unit and is_unit_2:
        touch = -length < ahead < length_2
        return ahead**2 + (ahead + length - length_2) ** 2 if touch else 0
    if is_unit and 0 <= ahead <= length_2 - length:
        return length**2
    if is_unit_2 and 0 <= -ahead <= length - length_2:
        return length_2**2
    return 0


def _expected(sections: Sequence[Sequence[tuple[int, int, bool]]], length: int) -> float:
    every = [section for each in sections for section in each]
    units = [size for _, size, is_unit in every if is_unit]
    gaps = [size for _, size, is_unit in every if not is_unit]
    found = 0.0
    for size in units:
        found += (len(units) - 1) / 3 * (2 * size**3 - 3 * size**2 + size)
        found += size**2 * sum(gap - size + 1 for gap in gaps if gap >= size)
    places = len(sections) * length
    ways = places * (places - 1) - sum(size * (size - 1) for size in units)
    return 2 / length * found / ways if ways else 0.0


def _sections(units: Sequence[Unit], begin: int, length: int) -> list[tuple[int, int, bool]]:
    """Units and the gaps between them, over the whole continuum."""
    ordered = sorted(units)
    edges = [(begin, 0), *ordered, (begin + length, 0)]
    found = [(start, size, True) for start, size in ordered]
    for (start, size), (following, _) in pairwise(edges):
        if following > start + size:
            found.append((start + size, following - start - size, False))
    return found
