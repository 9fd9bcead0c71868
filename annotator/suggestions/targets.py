"""Who or what a sentence may show an attitude towards: the mentions that are worth a number.

What is labelled there as a source or a target counts, then the names that go by elsewhere in the
project, then what looks like a name. Found anew for each sentence a reader comes to, so it looks
at little more than that sentence. Positions are code points of the article, ends exclusive.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from annotator.domain.span import Span

MOST = 9
"""As many as there are digits to pick by."""

_CAPITAL_NOUNS = frozenset({"de", "lb"})
_LEAST_NAME, _LONGEST_NAME = 2, 60
_MOST_NAMES = 400
_AROUND = 20_000
_WORD = r"[^\W\d_][\w’'-]*"
# Words that hold a name together but neither begin nor end it.
_JOINTS = r"(?:of|the|de|del|della|di|da|du|des|la|le|van|von|der|den|bin|al|and|und|&)"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_REST = r"[\w’'.&-]*"
_NAME = re.compile(
    rf"(?<![\w’'-]){_CAPITAL}{_REST}(?:(?:[ \u00a0]{_JOINTS}){{0,2}}[ \u00a0]{_CAPITAL}{_REST})*"
)
_AND = re.compile(r"[ \u00a0](?:and|und)[ \u00a0](?:(?:the|die|der)[ \u00a0])?")
_ENDINGS = re.compile(r"(?:['’]s?|[.,;:!?…-]+)+$")
_MOST_WORDS = 6


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOT_NAMES = _listed(
    "i a an the this that these those he she it we they you his her its our their my your "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december mr mrs ms dr but and or if when while "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni "
    "juli oktober dezember der die das ein eine er sie es wir ihr"
)
_LEADING = _listed(
    "the a an this that these those in on at by for from with between after before during since "
    "until while as to under over about against among when if but and or who why what how "
    "der die das im am vom zum zur bei mit nach seit für"
)


def targets(
    text: str,
    sentence: Span,
    *,
    labelled: Iterable[Span] = (),
    names: Sequence[str] = (),
    language: str = "en",
) -> list[Span]:
    """The mentions of a sentence in their order, none over another, at most nine.

    `labelled` are words that are a source or a target already; `names` are those that people go
    by in the project.
    """
    words = sentence.cut_from(text)
    found = [place for place in labelled if sentence.contains(place)]
    found += _known(words, sentence.start, tuple(names[:_MOST_NAMES]))
    found += _looking_like_names(text, sentence, language)
    kept: list[Span] = []
    for place in found:
        is_part = place.start < place.end and place != sentence
        if is_part and not any(place.overlaps(other) for other in kept):
            kept.append(place)
    return sorted(kept)[:MOST]


def _known(words: str, start: int, names: tuple[str, ...]) -> list[Span]:
    pattern = _any_of(names)
    if pattern is None:
        return []
    return [Span(start + m.start(), start + m.end()) for m in pattern.finditer(words)]


@lru_cache(maxsize=8)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of some names as whole words, the longest first; pronouns say nothing by themselves."""
    usable = {
        " ".join(name.split())
        for name in names
        if _LEAST_NAME <= len(name) <= _LONGEST_NAME and name.casefold() not in _NOT_NAMES
    }
    if not usable:
        return None
    longest_first = sorted(usable, key=lambda name: (-len(name), name))
    spelled = (re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)")


def _looking_like_names(text: str, sentence: Span, language: str) -> list[Span]:
    found = []
    runs = (Span(*match.span()) for match in _NAME.finditer(text, sentence.start, sentence.end))
    for each in (part for run in runs for part in _parted(text, run)):
        place = _trimmed(text, each)
        if place is not None and _is_name(text, place, sentence, language):
            found.append(place)
    return found


def _parted(text: str, run: Span) -> list[Span]:
    """People joined by “and”; after “of” it joins the parts of one name: Trade and Industry."""
    joint = _AND.search(text, run.start, run.end)
    if joint is None or " of " in text[run.start : joint.start()]:
        return [run]
    return [Span(run.start, joint.start()), *_parted(text, Span(joint.end(), run.end))]


def _trimmed(text: str, place: Span) -> Span | None:
    """A run of capitals without an article before it and an ending behind it."""
    words = place.cut_from(text)
    ending = _ENDINGS.search(words)
    is_abbreviated = re.search(r"\w\.\w\.$", words) is not None
    end = place.end - (len(ending[0]) if ending and not is_abbreviated else 0)
    start = place.start
    while start < end:
        first = re.compile(_WORD).match(text, start, end)
        if first is None or first[0].casefold() not in _LEADING:
            break
        start = first.end()
        while start < end and text[start].isspace():
            start += 1
    return Span(start, end) if start < end else None


def _is_name(text: str, place: Span, sentence: Span, language: str) -> bool:
    words = place.cut_from(text)
    parts = words.casefold().replace(".", " ").split()
    if len(parts) > _MOST_WORDS or all(part in _NOT_NAMES for part in parts):
        return False
    is_several, is_acronym = " " in words, words.isupper() and len(words) > 1
    if is_several or is_acronym:
        return True
    if language[:2] in _CAPITAL_NOUNS:
        return False
    opening = text[sentence.start : place.start]
    return any(letter.isalnum() for letter in opening) or _stands_inside(text, words, place)


def _stands_inside(text: str, word: str, place: Span) -> bool:
    """Whether a word that begins a sentence has its capital also in the middle of another."""
    inside = re.compile(rf"(?<=[a-zß-öø-ÿ,] ){re.escape(word)}(?!\w)")
    return inside.search(text, max(0, place.start - _AROUND), place.end + _AROUND) is not None
