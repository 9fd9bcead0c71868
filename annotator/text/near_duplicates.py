"""Which of very many texts are nearly the same, or hold one another.

Candidates come from sketches of a few hundred bytes a text: MinHash (Broder, 1997) of 128 numbers,
banded for a likeness from about .5 on, and a sample of an eighth of the shingles for short texts
inside long ones, whose likeness is small. Whether a candidate is one is then counted exactly, on
all shingles. That is done here because the usual library hashes one shingle after another in
Python, which takes fifty times as long.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from annotator.text.shingles import Hashes, containment, jaccard, mixed, shingles

LIKENESS = 0.5
"""From which share of common shingles (Jaccard) on two texts are near-duplicates."""
CONTAINED = 0.8
"""From which share of its shingles on a text counts as standing inside a longer one."""
SHORTEST = 20
"""How many shingles a text needs, that it can stand inside another: a phrase is no reprint."""

NUMBERS = 128
_BANDS, _ROWS = 32, 4
_SAMPLED = np.uint64(8)
_NEIGHBOURS = 8
_REMEMBERED = 4_096

Owners: TypeAlias = NDArray[np.int32]
"""The numbers of texts."""

Pair = tuple[int, int]
"""The numbers of two texts, the smaller first."""

_RANDOM = mixed(np.arange(1, 2 * NUMBERS + 1, dtype=np.uint64))
_FACTORS = (_RANDOM[:NUMBERS] >> np.uint64(32)).astype(np.uint32)[:, None] | np.uint32(1)
_SUMMANDS = (_RANDOM[NUMBERS:] >> np.uint64(32)).astype(np.uint32)[:, None]


def are_near(one: Hashes, other: Hashes) -> bool:
    """Whether two texts are nearly the same, or the shorter stands in the longer; counted."""
    if jaccard(one, other) >= LIKENESS:
        return True
    return min(len(one), len(other)) >= SHORTEST and containment(one, other) >= CONTAINED


def min_hash(hashes: Hashes) -> NDArray[np.uint32]:
    """The 128 numbers of a text; the share of equal ones estimates the Jaccard of two texts."""
    orders = (hashes >> np.uint64(32)).astype(np.uint32)[None, :] * _FACTORS
    orders += _SUMMANDS
    return np.asarray(orders.min(axis=1), dtype=np.uint32)


_PARTS = 12
"""In how many parts pairs are counted, so that their memory stays below that of the sketches."""


class Sketches:
    """The sketches of texts, numbered in the order in which they are added."""

    def __init__(self) -> None:
        # Bytes one behind the other: arrays of their own would take half as much again.
        self._numbers, self._samples = bytearray(), bytearray()
        self._sizes, self._owners = array("i"), array("i")
        self._count = 0

    def add(self, text: str) -> None:
        """Take the next text; one without words is like no other."""
        hashes = shingles(text)
        if len(hashes):
            self._numbers += min_hash(hashes).tobytes()
            is_long = len(hashes) >= SHORTEST
            sample = hashes[hashes % _SAMPLED == 0] if is_long else hashes[:0]
            self._samples += sample.tobytes()
            self._sizes.append(len(sample))
            self._owners.append(self._count)
        self._count += 1

    def candidates(self) -> Iterator[Pair]:
        """Pairs that may be near-duplicates; a pair may come more than once."""
        if not self._numbers:
            return
        owners = np.array(self._owners, dtype=np.int32)
        yield from self._alike(owners)
        yield from self._contained(owners)

    def _alike(self, owners: Owners) -> Iterator[Pair]:
        """Texts that agree in one band of their numbers, each with the next few like it."""
        numbers = np.frombuffer(self._numbers, dtype=np.uint32)
        bands = numbers.reshape(len(owners), _BANDS, _ROWS)
        for band in range(_BANDS):
            keys = np.zeros(len(owners), dtype=np.uint64)
            for row in range(_ROWS):
                keys = mixed(keys + bands[:, band, row].astype(np.uint64) + np.uint64(row + 1))
            for codes in _neighbours(keys, owners, parts=1):
                yield from _pairs(np.unique(codes))

    def _contained(self, owners: Owners) -> Iterator[Pair]:
        """Texts that share at least half of the sample of one of them."""
        sizes = np.zeros(self._count, dtype=np.int32)
        sizes[owners] = self._sizes
        every = np.frombuffer(self._samples, dtype=np.uint64)
        for codes in _neighbours(every, np.repeat(owners, sizes[owners]), parts=_PARTS):
            found, shared = np.unique(codes, return_counts=True)
            smaller = np.minimum(sizes[found >> 32], sizes[found & 0xFFFFFFFF])
            yield from _pairs(found[shared * 2 >= smaller])


def _neighbours(keys: Hashes, owners: Owners, *, parts: int) -> Iterator[NDArray[np.int64]]:
    """Pairs of owners of one key, as one number each: an owner with the next few of that key.

    They come in so many parts, all of an owner in one of them, since together they need much room.
    A key of very many owners makes few pairs for each and still joins them all to one another.
    """
    owners, alike = _sorted(keys, owners)
    for part in range(parts):
        codes = []
        for lag, same in alike:
            here = same & (owners[:-lag] % parts == part) if parts > 1 else same
            codes.append((owners[:-lag][here].astype(np.int64) << 32) | owners[lag:][here])
        yield np.concatenate(codes) if codes else np.zeros(0, dtype=np.int64)


def _sorted(keys: Hashes, owners: Owners) -> tuple[Owners, list[tuple[int, NDArray[np.bool_]]]]:
    """The owners in the order of their keys, and whose key is that of the one so far behind."""
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    alike = []
    for lag in range(1, _NEIGHBOURS + 1):
        same = keys[lag:] == keys[:-lag]
        if not same.any():
            break
        alike.append((lag, same))
    return owners, alike


def _pairs(codes: NDArray[np.int64]) -> Iterator[Pair]:
    return ((code >> 32, code & 0xFFFFFFFF) for code in map(int, codes))


class Groups:
    """Numbered things joined into groups, except those that must stay apart."""

    def __init__(self, count: int, *, apart: Iterable[Pair] = ()) -> None:
        self._parents = list(range(count))
        self._enemies: dict[int, set[int]] = {}
        for one, other in apart:
            self._enemies.setdefault(one, set()).add(other)
            self._enemies.setdefault(other, set()).add(one)

    def group_of(self, one: int) -> int:
        """The number that stands for the group of a thing."""
        while self._parents[one] != one:
            self._parents[one] = self._parents[self._parents[one]]
            one = self._parents[one]
        return one

    def may_join(self, one: int, other: int) -> bool:
        """Whether two are in different groups that nobody keeps apart."""
        first, second = self.group_of(one), self.group_of(other)
        enemies = self._enemies.get(first, ())
        return first != second and all(self.group_of(each) != second for each in enemies)

    def join(self, one: int, other: int) -> None:
        """Make one group of two; the smaller number stands for it."""
        first, second = sorted((self.group_of(one), self.group_of(other)))
        self._parents[second] = first
        if enemies := self._enemies.pop(second, None):
            self._enemies.setdefault(first, set()).update(enemies)

    def all_of_several(self) -> list[list[int]]:
        """The groups of two and more, in order."""
        groups: dict[int, list[int]] = {}
        for each in range(len(self._parents)):
            groups.setdefault(self.group_of(each), []).append(each)
        return [group for group in groups.values() if len(group) > 1]


def group(sketches: Sketches, text_of: Callable[[int], str], groups: Groups) -> None:
    """Join what is confirmed as near-duplicates; only candidates are read again."""

    @lru_cache(maxsize=_REMEMBERED)
    def hashes_of(number: int) -> Hashes:
        return shingles(text_of(number))

    refused: set[Pair] = set()
    for pair in sketches.candidates():
        if pair in refused or not groups.may_join(*pair):
            continue
        if are_near(hashes_of(pair[0]), hashes_of(pair[1])):
            groups.join(*pair)
        else:
            refused.add(pair)
