"""What lines of an article are by their words and their place, where its format does not say it.

Bylines, lines of dates and decks stand between a headline and the first paragraph, datelines at
the beginning of one. In plain text also subheadings and lists are known by how they look. What is
unsure stays a plain paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.article import Structure
from annotator.formats import date_lines, datelines
from annotator.formats.bylines import is_byline

_BLOCKS = frozenset(
    ("headline", "deck", "byline", "dateline", "subheading", "list_item", "caption", "quotation",
     "pull_quote", "code", "page_header", "page_footer")
)  # fmt: skip
_LOOKED_AT = 8
"""How many lines from the headline on may be the head of an article."""
_LONGEST_DECK, _SHORTEST_PARAGRAPH, _LONGEST_HEADING = 320, 80, 90
_BEGINNINGS = 3
"""In how many paragraphs a dateline is sought; a lead that repeats the deck may come before."""

_EMPHASIS = re.compile(r"[*_]{1,3}(?P<words>[^*_].*?[^*_]|[^*_])[*_]{1,3}")
_BULLET = re.compile(r"[-*•‣·▪●]\s+\S")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+\S")
_ENDS = re.compile(r"[.!:;,…][\"'”’»)\]]*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]?\s+[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words, and what is known of it."""

    start: int
    end: int
    words: str
    kind: str = ""


def with_parts(
    text: str, structure: Sequence[Structure], *, author: str = "", is_plain: bool = False
) -> tuple[Structure, ...]:
    """The structure with what the lines themselves say, in order.

    `author` is who is known to have written it; `is_plain` says that the format has no way to mark
    subheadings and lists.
    """
    lines = list(_lines(text, structure))
    found = list(_lists_and_headings(lines)) if is_plain else []
    known = {each.start: each.kind for each in found}
    lines = [
        _Line(line.start, line.end, line.words, line.kind or known.get(line.start, ""))
        for line in lines
    ]
    head = list(_head(lines, author))
    found += head
    taken = {each.start for each in head}
    body = [line for line in lines if not line.kind and line.start not in taken]
    for line in body[:_BEGINNINGS]:
        if end := datelines.end_of_dateline(line.words):
            found.append(Structure("dateline", line.start, line.start + end))
            break
    if not found:
        return tuple(structure)
    both = (*structure, *found)
    return tuple(sorted(both, key=lambda each: (each.start, -each.end, each.kind)))


def _lines(text: str, structure: Sequence[Structure]) -> Iterator[_Line]:
    """Lines that say something, without the space around them."""
    blocks = sorted(
        (each for each in structure if each.kind in _BLOCKS), key=lambda each: each.start
    )
    place, number = 0, 0
    for whole in text.split("\n"):
        words = whole.strip()
        start = place + len(whole) - len(whole.lstrip())
        place += len(whole) + 1
        if not words:
            continue
        while number < len(blocks) and blocks[number].end <= start:
            number += 1
        end = start + len(words)
        is_block = number < len(blocks) and blocks[number].start < end
        yield _Line(start, end, words, blocks[number].kind if is_block else "")


def _head(lines: Sequence[_Line], author: str) -> Iterator[Structure]:
    """Byline, line of the date and deck, as far as the first paragraph."""
    at = next((n for n, line in enumerate(lines[:_LOOKED_AT]) if line.kind == "headline"), None)
    first = 0 if at is None else at + 1
    byline: int | None = None
    last = first
    for number in range(first, min(first + _LOOKED_AT, len(lines))):
        line = lines[number]
        words = _without_emphasis(line.words)
        if line.kind not in ("", "byline", "dateline", "caption"):
            break
        is_short = len(line.words) <= _LONGEST_DECK
        if line.kind == "byline" or (not line.kind and is_short and is_byline(words, author)):
            byline, last = number if byline is None else byline, number
            if not line.kind:
                yield Structure("byline", line.start, line.end)
        elif not line.kind and is_short and date_lines.is_line_of_date(words):
            byline, last = number if byline is None else byline, number
            yield Structure("dateline", line.start, line.end)
        elif not is_short or number > last + 2:
            break
    if at is not None:
        yield from _deck(lines, first, byline)


def _deck(lines: Sequence[_Line], first: int, byline: int | None) -> Iterator[Structure]:
    """What stands between headline and byline, or a sentence right before a subheading."""
    if any(line.kind == "deck" for line in lines[: _LOOKED_AT + 2]):
        return
    if byline is None:
        following = [line for line in lines[first + 1 : first + 3] if _says_something(line.words)]
        is_before_heading = bool(following) and following[0].kind == "subheading"
        deck = lines[first : first + 1] if is_before_heading else []
    else:
        deck = list(lines[first:byline])
    for line in deck:
        if not line.kind and len(line.words) <= _LONGEST_DECK and _says_something(line.words):
            yield Structure("deck", line.start, line.end)


def _lists_and_headings(lines: Sequence[_Line]) -> Iterator[Structure]:
    """Items of lists and subheadings of a text that cannot mark them."""
    is_item = [_is_item(lines, number) for number in range(len(lines))]
    for number, line in enumerate(lines):
        if line.kind:
            continue
        if is_item[number]:
            yield Structure("list_item", line.start, line.end)
        elif 0 < number < len(lines) - 1 and _looks_like_heading(line.words):
            before, after = lines[number - 1], lines[number + 1]
            is_after_words = (
                len(before.words) >= _SHORTEST_PARAGRAPH
                or is_item[number - 1]
                or not _says_something(before.words)
            )
            if is_after_words and len(after.words) >= _SHORTEST_PARAGRAPH:
                yield Structure("subheading", line.start, line.end, 2)


def _is_item(lines: Sequence[_Line], number: int) -> bool:
    """Whether a line is one of at least two items."""
    around = [*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2]]
    words = lines[number].words
    if _BULLET.match(words):
        return any(_BULLET.match(each.words) for each in around)
    found = _NUMBER.match(words)
    if found is None:
        return False
    numbers = {int(each[1]) for line in around if (each := _NUMBER.match(line.words))}
    return bool(numbers & {int(found[1]) - 1, int(found[1]) + 1})


def _looks_like_heading(words: str) -> bool:
    """A few words, most of them with capitals as titles have them, and no end of a sentence."""
    if len(words) > _LONGEST_HEADING or _ENDS.search(words) or not words[0].isupper():
        return False
    parts = words.split()
    if not 2 <= len(parts) <= 12 or date_lines.is_line_of_date(words) or is_byline(words, ""):
        return False
    large = sum(part[0].isupper() for part in parts)
    small = sum(len(part) > 3 and part[0].islower() for part in parts)
    return large >= 2 and large >= 0.7 * (large + small) and not _SENTENCE_END.search(words)


def _says_something(words: str) -> bool:
    """Whether a line is more than what a tool left behind, such as a fence of code."""
    return "`" not in words and sum(map(str.isalpha, words)) * 2 > len(words)


def _without_emphasis(words: str) -> str:
    found = _EMPHASIS.fullmatch(words)
    return found["words"] if found else words
