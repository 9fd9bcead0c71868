"""Who or what a sentence may show an attitude towards: the mentions that are worth a number.

What is labelled there as a source or a target counts, then the names that go by elsewhere in the
project, then what looks like a name. Found anew for each sentence a reader comes to, so it looks
at little more than that sentence. Positions are code points of the article, ends exclusive.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.domain.span import Span

MOST = 9
"""As many as there are digits to pick by."""

_CAPITAL_NOUNS = frozenset({"de", "lb"})
_LEAST_NAME, _LONGEST_NAME = 2, 60
_AROUND = 20_000
_MOST_WORDS, _MOST_JOINTS = 6, 2
_CHUNK = re.compile(r"\S+")
_SPACE = re.compile(r"\s")
_POSSESSIVES = ("’s", "'s")
_APOSTROPHES = "'’"


class _Word(NamedTuple):
    """A word without the signs around it; code points of the article, end exclusive."""

    start: int
    end: int
    words: str


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

_JOINTS = _listed("of the de del della di da du des la le van von der den bin al and und")
_ANDS = _listed("and und")


def targets(
    text: str,
    sentence: Span,
    *,
    labelled: Iterable[Span] = (),
    names: Iterable[str] = (),
    language: str = "en",
) -> list[Span]:
    """The mentions of a sentence in their order, none over another, at most nine.

    `labelled` are words that are a source or a target already; `names` are those that people go
    by in the project, with single spaces between their words.
    """
    words = sentence.cut_from(text)
    found = [place for place in labelled if sentence.contains(place)]
    found += _known(words, sentence.start, names)
    found += _looking_like_names(text, sentence, language)
    kept: list[Span] = []
    for place in found:
        is_part = place.start < place.end and place != sentence
        if is_part and not any(place.overlaps(other) for other in kept):
            kept.append(place)
    return sorted(kept)[:MOST]


def _known(words: str, start: int, names: Iterable[str]) -> list[Span]:
    """Names as whole words, the longest first; pronouns say nothing by themselves."""
    line = _SPACE.sub(" ", words)  # letter for letter, so that places stay places
    held = {
        name
        for name in names
        if name in line
        and _LEAST_NAME <= len(name) <= _LONGEST_NAME
        and name.casefold() not in _NOT_NAMES
    }
    return [
        Span(start + found.start(), start + found.end())
        for name in sorted(held, key=lambda name: (-len(name), name))
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", line)
    ]


def _looking_like_names(text: str, sentence: Span, language: str) -> list[Span]:
    parts = (part for run in _runs(text, sentence) for part in _parted(run))
    trimmed = (_trimmed(part) for part in parts)
    return [
        Span(name[0].start, name[-1].end)
        for name in trimmed
        if name and _is_name(text, name, sentence, language)
    ]


def _runs(text: str, sentence: Span) -> Iterator[list[_Word]]:
    """Words with capitals one after another, with small ones that hold a name together."""
    run: list[_Word] = []
    joints: list[_Word] = []
    for chunk in _CHUNK.finditer(text, sentence.start, sentence.end):
        word = _core(chunk)
        is_joint = word.words in _JOINTS or chunk[0] == "&"
        is_apart = word.start > chunk.start() and not is_joint
        is_capital = word.words[:1].isupper()
        if run and (is_apart or not (is_capital or is_joint) or len(joints) == _MOST_JOINTS):
            yield run
            run = []
        if is_capital:
            run += [*joints, word] if run else [word]
            joints = []
        elif run and is_joint:
            joints.append(word)
        if not run:
            joints = []
        if run and not joints and _ends_there(chunk, word, sentence):
            yield run
            run = []
    if run:
        yield run


def _core(chunk: re.Match[str]) -> _Word:
    """What stands between two spaces without the signs at its edges; U.S. keeps its point."""
    words = chunk[0]
    first, last = 0, len(words)
    while first < last and not words[first].isalnum():
        first += 1
    while last > first and not words[last - 1].isalnum():
        last -= 1
    if "." in words[first:last] and words[last : last + 1] == ".":
        last += 1
    return _Word(chunk.start() + first, chunk.start() + last, words[first:last])


def _ends_there(chunk: re.Match[str], word: _Word, sentence: Span) -> bool:
    """Whether signs behind a word part it from the next; the point of `Dr.` does not."""
    signs = chunk[0][word.end - chunk.start() :].strip(_APOSTROPHES)
    is_abbreviation = signs == "." and len(word.words) <= 2 and chunk.end() < sentence.end
    return bool(signs) and not is_abbreviation


def _parted(run: list[_Word]) -> Iterator[list[_Word]]:
    """People joined by “and”; after “of” it joins the parts of one name: Trade and Industry."""
    part: list[_Word] = []
    for word in run:
        if word.words in _ANDS and not any(each.words == "of" for each in part):
            yield part
            part = []
        else:
            part.append(word)
    yield part


def _trimmed(name: list[_Word]) -> list[_Word]:
    """A name without articles and other small words before it, and without its ’s."""
    first = next(
        (n for n, word in enumerate(name) if word.words.casefold() not in _LEADING), len(name)
    )
    kept = name[first:]
    if kept and kept[-1].words.endswith(_POSSESSIVES):
        last = kept[-1]
        kept[-1] = _Word(last.start, last.end - 2, last.words[:-2])
    return kept


def _is_name(text: str, name: list[_Word], sentence: Span, language: str) -> bool:
    own = [word.words for word in name]
    if len(own) > _MOST_WORDS or all(word.casefold() in _NOT_NAMES for word in own):
        return False
    if len(own) > 1 or (own[0].isupper() and len(own[0]) > 1):
        return True
    if language[:2] in _CAPITAL_NOUNS:
        return False
    before = text[sentence.start : name[0].start]
    return any(letter.isalnum() for letter in before) or _stands_inside(text, name[0])


def _stands_inside(text: str, word: _Word) -> bool:
    """Whether a word that begins a sentence has its capital also in the middle of another."""
    start, end = max(0, word.start - _AROUND), word.end + _AROUND
    at = text.find(word.words, start, end)
    while at >= 0:
        behind = at + len(word.words)
        before, after = text[max(0, at - 2) : at], text[behind : behind + 1]
        is_inside = before[1:] == " " and (before[:1].islower() or before[:1] == ",")
        if is_inside and not after.isalnum():
            return True
        at = text.find(word.words, at + 1, end)
    return False
