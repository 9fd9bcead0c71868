"""Where names stand in a text, as whole words."""

import re
from collections.abc import Iterable

from annotator.domain.span import Span
from annotator.text.graphemes import is_boundary

# Scripts that put no space between words: there a name may stand inside a run of letters.
_SPACELESS = re.compile(
    "[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)


def places_of(text: str, names: Iterable[str], *, is_any_case: bool = False) -> list[Span]:
    """Where any of the names stands in the text, in order; of two that overlap the longer.

    Unless it is any case, a name keeps its own; one that begins with a small letter may begin a
    sentence though (“the mayor”).
    Between its words there may be any white space. Offsets are code points, end exclusive.
    """
    patterns = {_pattern(name) for name in names if name.strip()}
    if not patterns:
        return []
    longest_first = sorted(patterns, key=lambda each: (-len(each), each))
    flags = re.IGNORECASE if is_any_case else re.NOFLAG
    found = re.finditer("|".join(longest_first), text, flags)
    places = (Span(*match.span()) for match in found)
    return [
        place for place in places if is_boundary(text, place.start) and is_boundary(text, place.end)
    ]


def folded(name: str) -> str:
    """A name as it is compared with others: case and the width of white space do not count."""
    return " ".join(name.casefold().split())


def _pattern(name: str) -> str:
    words = name.split()
    first = words[0]
    start = re.escape(first)
    if first[0].islower() and len(first[0].upper()) == 1:
        start = f"[{first[0]}{first[0].upper()}]{re.escape(first[1:])}"
    inner = r"\s+".join([start, *map(re.escape, words[1:])])
    return f"{_edge(first[0], '(?<!')}{inner}{_edge(words[-1][-1], '(?!')}"


def _edge(character: str, looking: str) -> str:
    is_joined = _SPACELESS.match(character) or not (character.isalnum() or character == "_")
    return "" if is_joined else rf"{looking}\w)"
