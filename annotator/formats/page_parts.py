"""Headline, deck, byline, captions and pull quotes of a page, which are no part of its main text.

Extractors leave them out; a page says by its markup where they stand. Who wants them labelled takes
them in with the text, in the order of the page.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from annotator.domain.article import Structure
from annotator.domain.span import Span
from annotator.formats.composing import Block
from annotator.formats.html_text import Visible

Placed = tuple[Span | None, Block]
"""A paragraph and where it stands in what is visible of the page, if anywhere."""

_HEAD = frozenset(("deck", "byline", "dateline", "caption"))
_BESIDE = frozenset((*_HEAD, "pull_quote"))


def parts_beside(placed: Sequence[Placed], seen: Visible) -> list[Structure]:
    """What belongs to the article of a page and is none of its paragraphs, in order."""
    taken = sorted((span.start, span.end) for span, _ in placed if span is not None)
    if not taken:
        return []
    return [each for each in _belonging(taken, seen) if not _is_taken(each, taken)]


def with_parts_beside(placed: Sequence[Placed], seen: Visible) -> list[Block]:
    """The paragraphs of an article with what belongs to it, as a reader of the page meets them."""
    waiting = list(reversed(parts_beside(placed, seen)))
    blocks: list[Block] = []
    for span, block in placed:
        while waiting and span is not None and waiting[-1].start < span.start:
            blocks.append(_block(waiting.pop(), seen))
        blocks.append(block)
    return blocks + [_block(each, seen) for each in reversed(waiting)]


def _belonging(taken: Sequence[tuple[int, int]], seen: Visible) -> Iterator[Structure]:
    first, last = taken[0][0], taken[-1][1]
    before = [each for each in seen.blocks if each.end <= first]
    headline = next((each for each in reversed(before) if each.kind == "headline"), None)
    if headline is not None:
        yield headline
        yield from (e for e in before if e.start > headline.start and e.kind in _HEAD)
    yield from (e for e in seen.blocks if first <= e.start < last and e.kind in _BESIDE)


def _is_taken(block: Structure, taken: Sequence[tuple[int, int]]) -> bool:
    number = bisect_right(taken, (block.end, 0)) - 1
    return number >= 0 and taken[number][1] > block.start


def _block(each: Structure, seen: Visible) -> Block:
    return seen.text[each.start : each.end], each.kind, each.level
