"""The words around a place, as a list shows them."""

from annotator.domain.span import Span


def around(text: str, place: Span, *, reach: int) -> tuple[str, str]:
    """The text before and after a place, at most `reach` code points each, cut between words."""
    first = _after_space(text, max(0, place.start - reach), place.start)
    last = _before_space(text, place.end, min(len(text), place.end + reach))
    return text[first : place.start], text[place.end : last]


def _after_space(text: str, first: int, last: int) -> int:
    """Where the first whole word begins, so that a passage does not open in the middle of one."""
    if first == 0:
        return 0
    return next((place + 1 for place in range(first, last) if text[place].isspace()), first)


def _before_space(text: str, first: int, last: int) -> int:
    if last == len(text):
        return last
    return next((place for place in range(last, first, -1) if text[place - 1].isspace()), last)
