"""How likely it is that a claim belongs to a statement of its own sentence, by where both stand."""

import re
from collections.abc import Sequence

from annotator.domain.span import Span, hull
from annotator.suggestions.passage import Passage
from annotator.suggestions.statements import Statement

# Costs: below 50 the statement is taken for the claim's own, above it is one among others.
WITHIN = 200.0
"""From this cost on the claim itself tells of the statement: "officials urged the board to act"."""

_WEAK = 8.0
_CANNOT_REACH = 60.0
_WHOLE = 2.0
_OTHER_VOICE = 60.0

# "praised the plan": so many words may be what a weak verb does something to.
_OBJECT = 2

_WORD = re.compile(r"\w+")


def cost_in_sentence(passage: Passage, statement: Statement, fragments: Sequence[Span]) -> float:
    """How far a claim is from being what a statement of its sentence says; 0 is nearest."""
    cost = _WEAK if statement.is_weak else 0.0
    voice = passage.quotation_at(statement.cue.start)
    if voice is not None and not voice.contains(hull(fragments)):
        cost += _OTHER_VOICE
    if any(fragment.overlaps(statement.place) for fragment in fragments):
        return cost + _cost_inside(passage, statement, fragments)
    return cost + _cost_beside(passage, statement, hull(fragments))


def is_whole(passage: Passage, fragments: Sequence[Span]) -> bool:
    """Whether a claim holds every word of the sentence, as the key for a whole sentence labels."""
    words = [token for token in passage.tokens if token.sort == "word"]
    if not words or len(fragments) != 1:
        return False
    return fragments[0].contains(Span(words[0].start, words[-1].end))


def _cost_inside(passage: Passage, statement: Statement, fragments: Sequence[Span]) -> float:
    if is_whole(passage, fragments):
        return _WHOLE
    begins_later = statement.place.start > fragments[0].start
    is_aside = statement.source is None or (statement.reaches_back and begins_later)
    return _WHOLE if is_aside else WITHIN


def _cost_beside(passage: Passage, statement: Statement, claim: Span) -> float:
    text, place = passage.text, statement.place
    if claim.start < place.start and place.end < claim.end:
        return 0.0
    if place.end <= claim.start:
        gap = _words_between(text, place.end, claim.start)
        is_said = ":" in text[place.end : claim.start] or _is_quoted(passage, claim)
        if statement.is_weak and gap > _OBJECT and not is_said:
            return gap + _CANNOT_REACH
        return gap if statement.reaches_on else gap + _CANNOT_REACH
    gap = _words_between(text, claim.end, place.start)
    return gap if statement.reaches_back else gap + _CANNOT_REACH


def _is_quoted(passage: Passage, claim: Span) -> bool:
    return any(quoted.contains(claim) for quoted in passage.quoted)


def _words_between(text: str, start: int, end: int) -> float:
    return float(len(_WORD.findall(text, start, end)))
