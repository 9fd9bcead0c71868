"""One sentence as a row of words and marks, the form in which rules read it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from annotator.domain.span import Span
from annotator.suggestions.cue_words import CueWords, plain
from annotator.text.quotations import quotations

Sort = Literal["word", "point", "comma", "stop", "quote", "mark"]

# A sentence without an end (a table, a list in one line) is read so far.
LONGEST = 1500

_TOKEN = re.compile(
    r"""\]\(\S*?\)                                  # the end of a link in Markdown
    | [^\W_]+(?:[.'’‑&-][^\W_]+)*(?:(?<=s)['’](?=\s))?   # U.S, Brandel's, growers', two-part
    | \.\.\. | \s[-–]\s | \S""",
    re.VERBOSE,
)
_WORD = re.compile(r"\w+")
_STOPS = frozenset(":;—–()|!?…→")
_QUOTES = frozenset('“”„«»‹›「」『』"')


class Token(NamedTuple):
    """A word or a mark: its place in the article, and how the lists write it."""

    start: int
    end: int
    word: str
    sort: Sort
    is_capital: bool


@dataclass(frozen=True)
class Passage:
    """A sentence of an article with the words of its language.

    `tokens` and everything that rules say of them are counted from the first one.
    """

    text: str
    place: Span
    cues: CueWords

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words and marks in order."""
        end = min(self.place.end, self.place.start + LONGEST)
        return [_token(found) for found in _TOKEN.finditer(self.text, self.place.start, end)]

    @cached_property
    def may_report(self) -> bool:
        """Whether it is worth reading: it holds a word that may begin a cue, or a colon."""
        words = self.place.cut_from(self.text).lower()
        return ":" in words or not self.cues.first_words.isdisjoint(_WORD.findall(words))

    @cached_property
    def quoted(self) -> list[Span]:
        """Its quotations, marks included."""
        return quotations(self.text, self.place.start, self.place.end)

    def quotation_at(self, position: int) -> Span | None:
        """The quotation that holds a position strictly inside its marks."""
        return next((each for each in self.quoted if each.start < position < each.end - 1), None)

    def word(self, index: int) -> str:
        """A word as the lists have it; empty beyond the ends and for marks."""
        tokens = self.tokens
        if 0 <= index < len(tokens) and tokens[index].sort == "word":
            return tokens[index].word
        return ""

    def sort(self, index: int) -> Sort | None:
        """What sort of token stands there; None beyond the ends."""
        return self.tokens[index].sort if 0 <= index < len(self.tokens) else None

    def means(self, group: str, index: int) -> bool:
        """Whether the word there belongs to a group of grammar."""
        word = self.word(index)
        return bool(word) and self.cues.means(group, word)

    def is_capital(self, index: int) -> bool:
        """Whether a word there begins with a capital or holds one: a name, or a beginning."""
        return self.sort(index) == "word" and self.tokens[index].is_capital

    def is_possessive(self, index: int) -> bool:
        """Whether the word there owns what follows: Brandel's, the Farmers'."""
        return self.word(index).endswith(("'s", "s'"))

    def is_reporting(self, index: int) -> bool:
        """Whether the word there is a form of a reporting verb."""
        return self.word(index) in self.cues.verbs

    def is_sealed(self, index: int) -> bool:
        """Whether no phrase goes over this token: a quotation mark, a colon, a dash, the end."""
        return self.sort(index) in (None, "stop", "quote")

    def span(self, first: int, last: int) -> Span:
        """The place in the article from one token to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def _token(found: re.Match[str]) -> Token:
    written = found[0]
    start, end = found.span()
    if written[0].isspace():
        start, end = start + 1, end - 1
    word = written.lower()
    is_capital = word != written
    if not word.isascii():
        word = plain(word)
    return Token(start, end, word, _sort(written), is_capital)


def _sort(written: str) -> Sort:
    if written[0].isalnum():
        return "word"
    if written == ",":
        return "comma"
    if written == ".":
        return "point"
    if written in _QUOTES:
        return "quote"
    return "stop" if written[0] in _STOPS or written[0].isspace() else "mark"
