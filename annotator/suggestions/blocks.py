"""Lists and quoted blocks: lines whose speaker stands on a line above or below."""

import re

from annotator.domain.span import Span

_ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+\S")
_QUOTED = re.compile(r">\s?")
_NAME = re.compile(r">?\s*[-–—]*\s*(?P<name>[^\W\d_].{1,80}?)\s*\Z")
_MOST_LINES = 12


def first_line(text: str, position: int) -> int:
    """Where the paragraph of a position begins: at its line, or where its list is led into."""
    start = text.rfind("\n", 0, position) + 1
    if not _ITEM.match(text, start):
        return start
    above = start
    for _ in range(_MOST_LINES):
        end = above - 1
        if end <= 0:
            return start
        above = text.rfind("\n", 0, end) + 1
        line = text[above:end]
        if line.rstrip().endswith(":"):
            return above
        if line.strip() and not _ITEM.match(line):
            return start
    return start


def last_line(text: str, position: int) -> int:
    """Where the line of a position ends."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def signature(text: str, position: int) -> Span | None:
    """The name under a quoted block that holds a position: its last line, behind an empty one."""
    start = text.rfind("\n", 0, position) + 1
    lines: list[Span] = []
    while _QUOTED.match(text, start) and len(lines) < _MOST_LINES:
        end = last_line(text, start)
        lines.append(Span(start, end))
        start = end + 1
    if len(lines) < 3 or _words(text, lines[-2]):
        return None
    last = lines[-1]
    found = _NAME.fullmatch(last.cut_from(text))
    if found is None or found["name"][-1] in '.!?…”"' or not found["name"][0].isupper():
        return None
    return Span(last.start + found.start("name"), last.start + found.end("name"))


def _words(text: str, line: Span) -> str:
    return line.cut_from(text).lstrip("> ").strip()
