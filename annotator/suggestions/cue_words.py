"""The words of a language that tie what is said to who says it, read from a shipped file."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, Literal

from annotator import resources

CueStance = Literal["neutral", "endorsing", "distancing"]

_FALLBACK = "en"
_APOSTROPHES = str.maketrans("’ʼ", "''")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueWords:
    """What one language reports with; every word in lower case, with straight apostrophes.

    Where none of the `first_words` stands there is no cue, marks apart.
    """

    verbs: dict[str, CueStance]
    pairs: frozenset[str]
    before_source: dict[str, tuple[Phrase, ...]]
    after_source: dict[str, tuple[Phrase, ...]]
    without_source: dict[str, tuple[Phrase, ...]]
    stances: dict[str, CueStance]
    saying_nouns: frozenset[str]
    carrying_nouns: frozenset[str]
    grammar: dict[str, frozenset[str]]
    first_words: frozenset[str]
    has_capital_nouns: bool

    def means(self, group: str, word: str) -> bool:
        """Whether a word belongs to one of the file's small groups of grammar."""
        return word in self.grammar.get(group, ())


@cache
def cue_words(language: str) -> CueWords:
    """The words of a language (`en`, `de-AT`), or those of English where there is no file."""
    code = re.split(r"[-_]", language.strip().lower())[0]
    path = resources.path("cues", f"{code}.toml")
    if not code.isalpha() or not path.is_file():
        return cue_words(_FALLBACK)
    return _read(tomllib.loads(path.read_text(encoding="utf-8")))


def plain(word: str) -> str:
    """A word as the lists have it."""
    return word.lower().translate(_APOSTROPHES)


def cue_stance_of(words: str, *, language: str = "en") -> CueStance | None:
    """How the text stands to what a cue introduces; None for words that are in no list.

    The last verb decides: "is said to have claimed" keeps its distance.
    """
    known = cue_words(language)
    written = " ".join(plain(words).split()).strip(" ,;.")
    if written in known.stances:
        return known.stances[written]
    for word in reversed(re.findall(r"[\w'-]+", written)):
        stance = known.verbs.get(word) or known.stances.get(word)
        if stance is not None:
            return stance
    return _stance_of_a_phrase(known, written)


def _stance_of_a_phrase(known: CueWords, written: str) -> CueStance | None:
    """A colon, a dash, "in a statement": they take no side."""
    is_mark = bool(written) and not any(letter.isalnum() for letter in written)
    nouns = known.saying_nouns | known.carrying_nouns
    return "neutral" if is_mark or nouns.intersection(written.split()) else None


def _read(table: dict[str, Any]) -> CueWords:
    verbs: dict[str, CueStance] = {}
    stances: dict[str, CueStance] = {}
    for stance in ("neutral", "endorsing", "distancing"):
        verbs |= dict.fromkeys(table["verbs"].get(stance, "").split(), stance)
    phrases = {name: _phrases(listed) for name, listed in table["phrases"].items()}
    for name, listed in phrases.items():
        if name != "distancing":
            stances |= dict.fromkeys(map(" ".join, listed), "neutral")
    stances |= dict.fromkeys(map(" ".join, phrases.get("distancing", ())), "distancing")
    pairs = _phrases(table.get("followed", {}).get("pairs", ""))
    stances |= dict.fromkeys(map(" ".join, pairs), "neutral")
    nouns = {name: frozenset(plain(listed).split()) for name, listed in table["nouns"].items()}
    beginnings = (re.split(r"\W", phrase[0])[0] for phrase in (*pairs, *chain(*phrases.values())))
    return CueWords(
        verbs=verbs,
        pairs=frozenset(map(" ".join, pairs)),
        before_source=_by_first_word(phrases.get("before_the_source", ())),
        after_source=_by_first_word(phrases.get("behind_the_source", ())),
        without_source=_by_first_word(phrases.get("without_source", ())),
        stances=stances,
        saying_nouns=nouns["says"],
        carrying_nouns=nouns["carries"],
        grammar={name: frozenset(listed.split()) for name, listed in table["grammar"].items()},
        first_words=frozenset(chain(verbs, beginnings, *nouns.values())),
        has_capital_nouns=bool(table.get("has_capital_nouns")),
    )


def _phrases(listed: str) -> tuple[Phrase, ...]:
    parts = (" ".join(part.split()) for part in listed.split("|"))
    return tuple(tuple(plain(part).split()) for part in parts if part)


def _by_first_word(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """The phrases that begin with a word, the longest first."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
