"""How well a name answers what was typed: by beginnings of words first, by letters in order last.

No Qt here. What is typed may be the beginning of the name (`ne` for *Next word*), beginnings of
words in any order (`art go` for *Go to article…*), the beginnings run together (`gta`), a part of
a word, or letters in order anywhere. Positions are code points of the name.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

BEGINS, WORD, WORDS, RUN_TOGETHER, PART, LETTERS = range(6)
"""The ways to match, best first."""

_WORD = re.compile(r"\w+")
_MOST_LETTERS = 60

_Found = tuple[tuple[int, int, int], tuple[int, ...]]
"""How well a name answers, the less the better, and at which letters."""


@dataclass(frozen=True, slots=True)
class Match:
    """How a name answers; the lesser `rank`, the better. `places` are the letters that matched."""

    rank: tuple[int, int, int, int]
    places: tuple[int, ...]

    @property
    def way(self) -> int:
        """Which of the ways to match it was."""
        return self.rank[0]


class Query:
    """What was typed, made ready to be compared with many names."""

    def __init__(self, typed: str) -> None:
        folded = folded_for_search(typed.strip())[:_MOST_LETTERS]
        self.words = tuple(folded.split())
        self.phrase = " ".join(self.words)
        self.letters = "".join(self.words)
        # Each letter at its first place after the one before; possessive: nothing is tried twice.
        each = (re.escape(letter) for letter in self.letters)
        self._in_order = re.compile("".join(f"[^{letter}]*+{letter}" for letter in each))
        self._word_start = re.compile(rf"(?<!\w){re.escape(self.phrase)}") if self.words else None

    @property
    def is_empty(self) -> bool:
        """Whether everything answers."""
        return not self.words

    def holds_words(self, name: str) -> bool:
        """Whether each word typed stands somewhere in a folded name; quick, for many names."""
        if len(self.words) == 1:
            return self.phrase in name
        return all(word in name for word in self.words)

    def has_letters(self, name: str) -> bool:
        """Whether the letters typed stand in a folded name in their order."""
        return self._in_order.match(name) is not None

    def is_narrowed_by(self, later: "Query") -> bool:
        """Whether all that answers a later query answers this one too."""
        return later.phrase.startswith(self.phrase)

    def match(self, name: str) -> Match | None:
        """How a folded name answers; None when it does not."""
        if self.is_empty:
            return Match((BEGINS, 0, 0, 0), ())
        if not (self.has_letters(name) or self.holds_words(name)):
            return None
        found = (
            self._at_word(name)
            or self._by_words(name)
            or self._run_together(name)
            or self._as_part(name)
            or self._by_letters(name)
        )
        if found is None:
            return None
        (way, gaps, start), places = found
        return Match((way, gaps, start, len(name)), places)

    def _at_word(self, name: str) -> _Found | None:
        found = self._word_start.search(name) if self._word_start is not None else None
        if found is None:
            return None
        way = BEGINS if found.start() == 0 else WORD
        return (way, 0, found.start()), tuple(range(*found.span()))

    def _by_words(self, name: str) -> _Found | None:
        """Each word typed begins a word of the name of its own; in order is better."""
        if len(self.words) < 2:
            return None
        starts = [start for start, _ in _words_of(name)]
        order: list[int] = []
        for word in self.words:
            free = (at for at in starts if at not in order and name.startswith(word, at))
            here = next(free, None)
            if here is None:
                return None
            order.append(here)
        each = zip(order, self.words, strict=True)
        places = {place for at, word in each for place in range(at, at + len(word))}
        return (WORDS, int(order != sorted(order)), order[0]), tuple(sorted(places))

    def _run_together(self, name: str) -> _Found | None:
        """Beginnings of words without spaces between: `gta`, `gotoa`."""
        if len(self.letters) < 2:
            return None
        words = _words_of(name)
        places = _beginnings(name, words, self.letters)
        if places is None:
            return None
        between = sum(1 for start, _ in words if places[0] < start <= places[-1])
        gaps = sum(1 for one, other in pairwise(places) if other - one > 1)
        return (RUN_TOGETHER, between - gaps, places[0]), places

    def _as_part(self, name: str) -> _Found | None:
        start = name.find(self.phrase)
        if start >= 0:
            return (PART, 0, start), tuple(range(start, start + len(self.phrase)))
        if len(self.words) > 1 and self.holds_words(name):
            starts = [name.find(word) for word in self.words]
            each = zip(starts, self.words, strict=True)
            places = {place for at, word in each for place in range(at, at + len(word))}
            return (PART, 1, min(starts)), tuple(sorted(places))
        return None

    def _by_letters(self, name: str) -> _Found | None:
        if not self.has_letters(name):
            return None
        places: list[int] = []
        at = 0
        for letter in self.letters:
            at = name.index(letter, at)
            places.append(at)
            at += 1
        return (LETTERS, places[-1] - places[0] + 1 - len(places), places[0]), tuple(places)


def folded_for_search(name: str) -> str:
    """A name without case, letter by letter, so that places in it are places in the name."""
    folded = name.lower()
    if len(folded) == len(name):
        return folded
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in name)


@lru_cache(maxsize=2_048)
def _words_of(name: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _WORD.finditer(name))


def _beginnings(
    name: str, words: tuple[tuple[int, int], ...], letters: str
) -> tuple[int, ...] | None:
    """Where letters stand as beginnings of words in order; each word may be passed over."""
    dead: set[tuple[int, int]] = set()

    def take(word: int, letter: int) -> tuple[int, ...] | None:
        if letter == len(letters):
            return ()
        if word == len(words) or (word, letter) in dead:
            return None
        start, end = words[word]
        most = 0
        while start + most < end and letter + most < len(letters):
            if name[start + most] != letters[letter + most]:
                break
            most += 1
        for count in range(most, -1, -1):
            rest = take(word + 1, letter + count)
            if rest is not None:
                return (*range(start, start + count), *rest)
        dead.add((word, letter))
        return None

    return take(0, 0) if letters else None
