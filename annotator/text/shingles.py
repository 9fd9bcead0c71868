"""Runs of five words as numbers, by which texts are compared whatever their layout.

Case, punctuation and white space do not count. A script without spaces has a word in each
character. The numbers are the same on every machine and in every process.
"""

import re
import unicodedata
import zlib

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

WORDS = 5
"""How many words a shingle has; the usual number for news texts."""

_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(r"[^\W_]+")
_WORD_OR_CHARACTER = re.compile(rf"[{_ALONE}]|[^\W_{_ALONE}]+")
_HAS_SUCH = re.compile(f"[{_ALONE}]")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_FACTOR = 0x9E3779B97F4A7C15


def shingles(text: str) -> Hashes:
    """Each different run of five words of a text as a 64-bit number, in ascending order.

    A text of fewer words is one shingle, a text without words has none.
    """
    words = _hashes_of(words_of(text))
    if not len(words):
        return words
    count = max(1, len(words) - WORDS + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for place in range(min(WORDS, len(words))):
        runs *= np.uint64(_FACTOR)
        runs += words[place : place + count]
    return np.unique(mixed(runs))


def jaccard(one: Hashes, other: Hashes) -> float:
    """The share of common shingles among all of both, 0 to 1."""
    common = in_common(one, other)
    return common / max(1, len(one) + len(other) - common)


def containment(one: Hashes, other: Hashes) -> float:
    """The share of the shorter text's shingles that the longer one has too, 0 to 1."""
    return in_common(one, other) / max(1, min(len(one), len(other)))


def in_common(one: Hashes, other: Hashes) -> int:
    """How many shingles stand in both texts."""
    return len(np.intersect1d(one, other, assume_unique=True))


def mixed(numbers: Hashes) -> Hashes:
    """Numbers spread evenly over 64 bits: the finalizer of SplitMix64 (Steele et al., 2014)."""
    spread = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    spread = (spread ^ (spread >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(spread ^ (spread >> np.uint64(31)), dtype=np.uint64)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters; a script without spaces has one in each character."""
    if text.isascii():
        return _WORD.findall(text.lower())
    text = unicodedata.normalize("NFC", text).lower()
    for character in _UNSEEN:
        text = text.replace(character, "")
    return (_WORD_OR_CHARACTER if _HAS_SUCH.search(text) else _WORD).findall(text)


def _hashes_of(words: list[str]) -> Hashes:
    sums = [zlib.crc32(word.encode()) for word in words]
    return mixed(np.array(sums, dtype=np.uint64) + np.uint64(1))
