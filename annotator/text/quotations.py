"""Quotations in one paragraph: pairs of marks that do not run away when one is missing."""

import re
from bisect import bisect_right

from annotator.domain.span import Span

# A straight mark opens after a space or a bracket and closes after anything else. A single
# closing mark is also the apostrophe, so it closes speech only: after a point or a comma.
# One class stands first, which lets `re` leap from one mark to the next.
_MARK = re.compile(
    r"""[“”„«»‹›「」『』"‘’]
    (?: (?P<opens> (?<=[“„「『]) | (?<=‘)(?<!\w‘)(?=\S) | (?<=")(?<![^\s(\[{—–“‘]")(?=\S) )
    | (?P<closes> (?<=[”」』]) | (?<=[.,!?…]’)(?!\w) | (?<=[^\s(\[{]") )
    | (?<=[«»‹›])
    )""",
    re.VERBOSE,
)
_CLOSES = {
    "”": "“„",
    "“": "„",
    "»": "«",
    "«": "»",
    "›": "‹",
    "‹": "›",
    "」": "「",
    "』": "『",
    '"': '"',
    "’": "‘",
}


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The outermost quotations of one paragraph, marks included, in order.

    A mark without a partner is passed over: a second opening mark of its kind before any closing
    one makes the first count as a stray.
    """
    paragraph = text[start:end]
    found: list[Span] = []
    waiting: list[tuple[str, int]] = []
    for mark in _MARK.finditer(paragraph):
        partner = _partner_of(mark, waiting)
        if partner is not None:
            _, opened = waiting[partner]
            del waiting[partner:]
            while found and found[-1].start > start + opened:
                found.pop()
            found.append(Span(start + opened, start + mark.end()))
        elif mark["closes"] is None:
            # Marks of one kind do not nest: the earlier one is a stray.
            waiting = [entry for entry in waiting if entry[0] != mark[0]]
            waiting.append((mark[0], mark.start()))
    return found


def quotation_around(found: list[Span], position: int) -> Span | None:
    """The one of some ordered quotations that has the position strictly inside it."""
    place = bisect_right(found, position, key=lambda span: span.start) - 1
    if place >= 0 and found[place].start < position < found[place].end:
        return found[place]
    return None


def _partner_of(mark: re.Match[str], waiting: list[tuple[str, int]]) -> int | None:
    """Which of the waiting opening marks this mark closes."""
    if mark[0] == '"' and mark["opens"] is not None:
        return None
    partners = _CLOSES.get(mark[0], "")
    for place in range(len(waiting) - 1, -1, -1):
        if waiting[place][0] in partners:
            return place
    return None
