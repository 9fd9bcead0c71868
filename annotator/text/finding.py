"""Where words stand in a text, whatever their case and accents; as the search index sees words."""

import re
import unicodedata
from functools import lru_cache

from annotator.domain.span import Span

# SQLite takes letters and digits for words, and these marks for parts of the letter before.
_WORD = re.compile(r"[^\W_\u0300-\u0331][^\W_\u0300-\u0331]*(?:[\u0300-\u0331]+[^\W_]*)*")
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def spans_of(text: str, words: str, *, is_prefix: bool = False) -> list[Span]:
    """Where words stand one after another, code points, end exclusive; in order.

    With `is_prefix` the last word may go on: `brid` finds `bridges`.
    """
    if is_literal(words):
        return occurrences(text, words)
    wanted = [folded(word) for word in _WORD.findall(words)]
    if not wanted:
        return []
    places = [(hit.start(), hit.end(), folded(hit[0])) for hit in _WORD.finditer(text)]
    length = len(wanted)
    return [
        Span(places[first][0], places[first + length - 1][1])
        for first in range(len(places) - length + 1)
        if places[first][2].startswith(wanted[0])
        and _fits([word for _, _, word in places[first : first + length]], wanted, is_prefix)
    ]


def occurrences(text: str, words: str) -> list[Span]:
    """Where exactly these characters stand, code points, end exclusive; in order."""
    return [Span(hit.start(), hit.end()) for hit in re.finditer(re.escape(words), text)]


def is_literal(words: str) -> bool:
    """Whether words are looked for sign by sign: symbols, and scripts without spaces."""
    return _WORD.search(words) is None or _WITHOUT_SPACES.search(words) is not None


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word as the index compares it: small letters without accents."""
    small = word.casefold()
    if small.isascii():
        return small
    parts = unicodedata.normalize("NFD", small)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _fits(words: list[str], wanted: list[str], is_prefix: bool) -> bool:  # noqa: FBT001
    if words[:-1] != wanted[:-1]:
        return False
    return words[-1].startswith(wanted[-1]) if is_prefix else words[-1] == wanted[-1]
