"""Paragraphs that were broken into short lines, as mail and agencies send them.

The cursor goes by lines, since nobody can be sure; who says something is looked for in the whole
paragraph: "the harbour ↵ authority said".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from annotator.domain.span import Span

_MOST_LINES = 12
_WIDEST = 100
_NARROWEST = 20
_FEWEST = 3
_FULL = 0.6
# What begins a line of its own: an item, a quotation, a heading, a table, a fence, "To: …".
_OWN_LINE = re.compile(r"\s*(?:[-*•–+>#|`~=]|\d{1,3}[.)]\s|[\w-]{1,20}:\s)|\s*\Z")
_ENDS = re.compile(r"[.!?…:][\"”’»)]*\s*\Z")


def paragraph_around(text: str, place: Span) -> Span:
    """The paragraph of a stretch of whole lines, where it was broken into lines; else the same."""
    is_first = place.start < 2 or text[place.start - 2] == "\n"
    if is_first and text[place.end + 1 : place.end + 2] in ("", "\n"):
        return place  # alone between empty lines, as most paragraphs are
    above = list(_lines_above(text, place.start))[::-1]
    block = [*above, *_lines(text, place), *_lines_below(text, place.end)]
    joined = _joints(text, block)
    first, last = len(above), len(above) + text.count("\n", place.start, place.end)
    while first > 0 and joined[first - 1]:
        first -= 1
    while last < len(joined) and joined[last]:
        last += 1
    return Span(block[first].start, block[last].end)


def unbroken(text: str) -> str:
    """Lines with a blank wherever a paragraph was only broken, and so each sign in its place."""
    if "\n" not in text:
        return text
    lines = list(_lines(text, Span(0, len(text))))
    signs = [" " if is_joined else "\n" for is_joined in _joints(text, lines)]
    return "".join(
        line.cut_from(text) + sign for line, sign in zip(lines, [*signs, ""], strict=True)
    )


def _joints(text: str, block: list[Span]) -> list[bool]:
    """Whether each line of some that follow one another goes on in the next."""
    lines = [place.cut_from(text) for place in block]
    width = max(len(line) for line in lines)
    ended = sum(_ENDS.search(line) is not None for line in lines[:-1])
    is_broken = len(lines) >= _FEWEST and width <= _WIDEST and ended * 3 <= len(lines) - 1
    return [
        _is_broken_off(above, below) or (is_broken and _goes_on(above, below, width))
        for above, below in pairwise(lines)
    ]


def _is_broken_off(above: str, below: str) -> bool:
    """Whether the line below can only be the rest of the sentence."""
    is_line = _NARROWEST <= len(above) <= _WIDEST and not _OWN_LINE.match(below)
    return is_line and below[:1].islower() and not _ENDS.search(above) and not _is_own(above)


def _goes_on(above: str, below: str, width: int) -> bool:
    is_full = len(above) >= max(width * _FULL, _NARROWEST)
    return is_full and not _is_own(above) and not _OWN_LINE.match(below)


def _is_own(line: str) -> bool:
    return _OWN_LINE.match(line) is not None


def _lines(text: str, place: Span) -> Iterator[Span]:
    start = place.start
    for line in place.cut_from(text).split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _lines_above(text: str, start: int) -> Iterator[Span]:
    """The nearest lines before a position that may belong to the same paragraph."""
    for _ in range(_MOST_LINES):
        end = start - 1
        start = text.rfind("\n", max(end - _WIDEST - 1, 0), max(end, 0)) + 1
        if end <= 0 or end - start > _WIDEST or _is_own(text[start:end]):
            return
        yield Span(start, end)


def _lines_below(text: str, end: int) -> Iterator[Span]:
    for _ in range(_MOST_LINES):
        start = end + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start >= len(text) or end - start > _WIDEST or _is_own(text[start:end]):
            return
        yield Span(start, end)
