"""Where passages of one text stand in another that is nearly the same.

The words of both are laid side by side in order; what stands elsewhere is sought by its words and
what is around them, as a quotation is found again on a page (W3C, TextQuoteSelector).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from annotator.dataclass import dataclass
from annotator.domain.span import Span
from annotator.text.finding import occurrences

Fate = Literal["kept", "moved", "changed", "gone"]
"""What became of a passage: its words stand in the same order among the others, stand elsewhere,
stand there with other words among them, or no longer stand there."""

CONTEXT = 32
"""How many characters before and behind a passage tell one place from another."""
_MOSTLY = 0.5
_MANY_WORDS = 3_000
_PART = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a passage, and where it stands now; nowhere when it is gone."""

    fate: Fate
    fragments: tuple[Span, ...] = ()


class Alignment:
    """An old and a new text, word by word; places are code points of each, end exclusive."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._from = [Span(*part.span()) for part in _PART.finditer(old)]
        self._to = [Span(*part.span()) for part in _PART.finditer(new)]
        self._starts = [part.start for part in self._from]
        self._ends = [part.end for part in self._from]
        self._partners = _partners(
            [part.cut_from(old) for part in self._from], [part.cut_from(new) for part in self._to]
        )

    def find(self, fragments: Sequence[Span]) -> Found:
        """What became of a passage of the old text."""
        in_order = [self._in_order(fragment) for fragment in fragments]
        kept = tuple(place for place in in_order if place is not None)
        if len(kept) == len(fragments) and _is_ordered(kept):
            return Found("kept", kept)
        elsewhere = [
            place or self._elsewhere(fragment)
            for place, fragment in zip(in_order, fragments, strict=True)
        ]
        moved = tuple(place for place in elsewhere if place is not None)
        if len(moved) == len(fragments) and _is_ordered(moved):
            return Found("moved", moved)
        nearly = [self._nearly(fragment) for fragment in fragments]
        changed = tuple(place for place in nearly if place is not None)
        if len(changed) == len(fragments) and _is_ordered(changed):
            return Found("changed", changed)
        return Found("gone")

    @property
    def only_in_old(self) -> tuple[Span, ...]:
        """The passages of the old text whose words have no partner in the new one."""
        return _runs(self._from, [partner is None for partner in self._partners])

    @property
    def only_in_new(self) -> tuple[Span, ...]:
        """The passages of the new text whose words have no partner in the old one."""
        found = set(self._partners)
        return _runs(self._to, [number not in found for number in range(len(self._to))])

    @property
    def share_of_old(self) -> float:
        """The share of the old text's words, 0 to 1, that stand in the new one in that order."""
        return self._common_words / max(1, sum(map(_is_word, self._words)))

    @property
    def share_of_new(self) -> float:
        """The share of the new text's words, 0 to 1, that stand in the old one in that order."""
        words = (place.cut_from(self._new) for place in self._to)
        return self._common_words / max(1, sum(map(_is_word, words)))

    @property
    def _common_words(self) -> int:
        pairs = zip(self._words, self._partners, strict=True)
        return sum(1 for word, partner in pairs if partner is not None and _is_word(word))

    @property
    def _words(self) -> list[str]:
        return [place.cut_from(self._old) for place in self._from]

    def _parts(self, fragment: Span) -> range:
        """The words of the old text that a fragment touches."""
        first = bisect_right(self._ends, fragment.start)
        return range(first, bisect_left(self._starts, fragment.end))

    def _in_order(self, fragment: Span) -> Span | None:
        """The same characters at the partners of the fragment's words."""
        parts = self._parts(fragment)
        if not parts or (partner := self._partners[parts[0]]) is None:
            return None
        start = self._to[partner].start + fragment.start - self._from[parts[0]].start
        place = Span(start, start + len(fragment))
        are_partners = all(
            self._partners[part] == partner + part - parts[0] for part in (parts[0], parts[-1])
        )
        is_same = start >= 0 and place.cut_from(self._new) == fragment.cut_from(self._old)
        return place if are_partners and is_same else None

    def _elsewhere(self, fragment: Span) -> Span | None:
        """The one place with the same words and the likest surroundings; none in a tie."""
        words = fragment.cut_from(self._old)
        places = occurrences(self._new, words)
        ranked = sorted(
            ((self._likeness(fragment, place), place) for place in places), reverse=True
        )
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1] if _is_telling(words) or ranked[0][0] >= CONTEXT // 2 else None

    def _likeness(self, fragment: Span, place: Span) -> int:
        """How many characters on both sides are the same."""
        before = _common(
            self._old[max(0, fragment.start - CONTEXT) : fragment.start][::-1],
            self._new[max(0, place.start - CONTEXT) : place.start][::-1],
        )
        return before + _common(
            self._old[fragment.end : fragment.end + CONTEXT],
            self._new[place.end : place.end + CONTEXT],
        )

    def _nearly(self, fragment: Span) -> Span | None:
        """From the first to the last word that is still there, when most of them are."""
        parts = self._parts(fragment)
        still = [each for part in parts if (each := self._partners[part]) is not None]
        if not still or len(still) < _MOSTLY * len(parts):
            return None
        place = Span(self._to[still[0]].start, self._to[still[-1]].end)
        return place if len(place) <= 3 * len(fragment) else None


def _partners(old: list[str], new: list[str]) -> list[int | None]:
    """For each word of the old text the number of its partner in the new one."""
    partners: list[int | None] = [None] * len(old)
    first = _common(old, new)
    most = min(len(old), len(new)) - first
    last = min(_common(old[::-1], new[::-1]), most)
    partners[:first] = range(first)
    if last:
        partners[-last:] = range(len(new) - last, len(new))
    inner = old[first : len(old) - last], new[first : len(new) - last]
    # Words that are everywhere make the search quadratic in long texts.
    matcher = SequenceMatcher(None, *inner, autojunk=len(inner[1]) > _MANY_WORDS)
    for start, target, length in matcher.get_matching_blocks():
        for each in range(length):
            partners[first + start + each] = first + target + each
    return partners


def _runs(parts: Sequence[Span], are_alone: Sequence[bool]) -> tuple[Span, ...]:
    """The stretches of words that are alone, each from its first word to its last."""
    runs: list[Span] = []
    for number, (part, is_alone) in enumerate(zip(parts, are_alone, strict=True)):
        if is_alone and runs and number and are_alone[number - 1]:
            runs[-1] = Span(runs[-1].start, part.end)
        elif is_alone:
            runs.append(part)
    return tuple(runs)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _is_word(part: str) -> bool:
    """Whether a part of a text is a word, and no sign between words."""
    return part[0].isalnum()


def _is_ordered(places: Sequence[Span]) -> bool:
    return bool(places) and all(one.end <= other.start for one, other in pairwise(places))


def _is_telling(words: str) -> bool:
    """Whether words are enough of them to be found by themselves."""
    return len(words.split()) >= 4 or len(words) >= CONTEXT
