"""What in the words of an article makes an editor look twice: a share of nobody knows what."""

import re
from collections.abc import Callable, Mapping

from annotator.domain.span import Span

_SHARE = re.compile(
    r"\d[\d.,\u00a0]*\s?(?:%|percent\b|per\s+cent\b|Prozent\b)(?!\s+(?:of|der|des|aller|von)\b)",
    re.IGNORECASE,
)
# A rise or fall is counted from where it began, so it has its base.
_MOVED = re.compile(
    r"\b(?:by|up|down|rose|rises|risen|fell|falls|fallen|grew|grows|grown|gained|lost|dropped|"
    r"climbed|jumped|slipped|increased|decreased|um|stieg|fiel|sank|wuchs)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_FENCE = re.compile(r"`{3}|[“”‘’`]{1,2}`[a-z]*|``|~{3}")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』"}


def has_share_without_base(text: str, place: Span) -> bool:
    """Whether a per cent figure stands there without what it is a share of."""
    words = place.cut_from(text)
    for share in _SHARE.finditer(words):
        before = text[max(0, place.start + share.start() - 40) : place.start + share.start()]
        if not _MOVED.search(before):
            return True
    return False


def has_unpaired_marks(text: str, place: Span) -> bool:
    """Whether a quotation mark there has no partner."""
    waiting: list[str] = []
    is_open = False
    for letter in place.cut_from(text):
        if letter == '"':
            is_open = not is_open
        elif waiting and letter in _PAIRS[waiting[-1]]:
            waiting.pop()
        elif letter in _PAIRS:
            waiting.append(letter)
        elif letter in "”»›」』":
            return True
    return bool(waiting) or is_open


def has_fused_words(text: str, place: Span) -> bool:
    """Whether a word runs on over one of the edges of a place."""
    return any(
        0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum()
        for edge in (place.start, place.end)
    )


def has_code_fence(text: str, place: Span) -> bool:
    """Whether a code fence was left there, also one whose marks became quotation marks."""
    return _FENCE.search(place.cut_from(text)) is not None


SIGNS: Mapping[str, Callable[[str, Span], bool]] = {
    "share_without_base": has_share_without_base,
    "unpaired_marks": has_unpaired_marks,
    "fused_words": has_fused_words,
    "code_fence": has_code_fence,
}
"""The signs that a rule of a scheme may ask for, each told of a text and a place in it."""
