"""Lines of an article read for statements; what was read once is kept, as keys come fast."""

from functools import lru_cache
from typing import NamedTuple

from annotator.domain.span import Span
from annotator.suggestions.cue_words import cue_words
from annotator.suggestions.passage import Passage
from annotator.suggestions.statements import Statement, statements_in
from annotator.text.sentences import sentences

_LINES_KEPT = 256


class Reading(NamedTuple):
    """A sentence with its statements, both counted from the beginning of its line."""

    passage: Passage
    statements: tuple[Statement, ...]


@lru_cache(maxsize=_LINES_KEPT)
def read(line: str, language: str) -> tuple[Reading, ...]:
    """The sentences of a line, or of a stretch of several, with what they report."""
    cues = cue_words(language)
    passages = (Passage(line, place, cues) for place in sentences(line))
    return tuple(Reading(each, tuple(statements_in(each))) for each in passages)


def moved(place: Span, by: int) -> Span:
    """A span counted from elsewhere."""
    return Span(place.start + by, place.end + by)
