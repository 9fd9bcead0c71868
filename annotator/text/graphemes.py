"""Where a text may be cut: between grapheme clusters, the characters a reader sees."""

import re
from functools import cache
from typing import Any

from annotator.domain.span import Span

# Ranges in which no two neighbours ever join, whatever surrounds them, except CR before LF.
_SEPARATE = (
    r"\x00-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u20cf\u2100-\u2bff"
    r"\u3041-\u3096\u30a0-\u9fff"
)


def is_boundary(text: str, position: int) -> bool:
    """Whether a fragment may begin or end here; both ends of the text are such places."""
    if position <= 0 or position >= len(text) or _surely_cut(text, position):
        return True
    return _cluster_around(text, position)[0] == position


def next_boundary(text: str, position: int) -> int:
    """The end of the cluster that holds the character after the position."""
    if position >= len(text):
        return len(text)
    return _cluster_around(text, max(position, 0))[1]


def previous_boundary(text: str, position: int) -> int:
    """The start of the cluster that holds the character before the position."""
    if position <= 0:
        return 0
    return _cluster_around(text, min(position, len(text)) - 1)[0]


def snap(text: str, span: Span) -> Span:
    """The smallest span around this one that cuts no cluster."""
    start = span.start if is_boundary(text, span.start) else previous_boundary(text, span.start)
    return Span(start, boundary_from(text, start, at_least=span.end))


def boundary_from(text: str, known: int, *, at_least: int) -> int:
    """The first boundary at or after a position, counted from one that is known.

    Walking on from the last result takes linear time even over a page of flags, whose pairs are
    counted from the first.
    """
    if at_least <= known or at_least >= len(text) or _surely_cut(text, at_least):
        return at_least
    start, end = _cluster_around(text, at_least, known=known)
    return at_least if start == at_least else end


def has_only_separate_characters(text: str) -> bool:
    """Whether each character (but CR LF) is a cluster of its own, told without `regex`."""
    return text.isascii() or _separate_only().fullmatch(text) is not None


def _cluster_around(text: str, position: int, *, known: int = 0) -> tuple[int, int]:
    """Where the cluster of the character at the position begins and ends."""
    start = position
    while start > known and not _surely_cut(text, start):
        start -= 1
    if _surely_cut(text, position + 1):
        following = position + 1
        if start == position:
            return start, following
    while (end := _cluster_end(text, start)) <= position:
        start = end
    return start, end


def _cluster_end(text: str, start: int) -> int:
    """The end of the cluster that begins here, matched on a piece of the text.

    Given the whole text, `regex` counts a run of flags back to its first at every match.
    """
    cluster, _ = _patterns()
    size = 16
    while True:
        end = start + int(cluster.match(text[start : start + size]).end())
        if end < start + size:
            return end
        size *= 4


def _surely_cut(text: str, position: int) -> bool:
    """Whether there is a boundary for all that may stand further away on either side.

    Flags (pairs counted from the first), emoji joined to emoji and Indic conjuncts are what
    depends on more than two characters; none of them has a sure cut inside.
    """
    if position <= 0 or position >= len(text):
        return True
    if _separate_pair().match(text, position - 1):
        return text[position] != "\n" or text[position - 1] != "\r"
    _, cut = _patterns()
    return cut.match(text, position - 1) is not None


# Compiled when they are first needed: each costs a millisecond of the start.
@cache
def _separate_pair() -> re.Pattern[str]:
    return re.compile(f"[{_SEPARATE}]{{2}}")


@cache
def _separate_only() -> re.Pattern[str]:
    return re.compile(f"[{_SEPARATE}]*")


@cache
def _patterns() -> tuple[Any, Any]:
    """One cluster; and two characters that no rule of Unicode's annex 29 can join."""
    # Only text beyond the common scripts pays for this import.
    import regex

    syllable = r"\p{GCB=LV}\p{GCB=LVT}"
    control = r"\p{GCB=CN}\n\r"
    pairs = (
        rf"[\p{{GCB=XX}}\p{{GCB=V}}\p{{GCB=T}}{syllable}][\p{{GCB=XX}}\p{{GCB=L}}{syllable}]",
        rf"[{control}](?<!\r(?=\n)).",
        rf"[^\r{control}][{control}]",
    )
    return regex.compile(r"\X"), regex.compile("|".join(pairs), regex.DOTALL)
