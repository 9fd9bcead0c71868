"""What the palette lists for what was typed: commands and labels at once, articles in slices.

No Qt here. A sign before the words keeps to one kind: `>` commands, `@` articles, `#` labels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Literal

from annotator.gui.palette.matching import LETTERS, Query, folded_for_search
from annotator.storage.articles import ArticleSummary

Kind = Literal["command", "label", "article", "search"]

MOST_ROWS = 50
_MOST_ARTICLES_AMONG_OTHERS = 20
_PREFIXES: dict[str, Kind] = {">": "command", "@": "article", "#": "label"}
_NEVER = 1_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that can be chosen.

    `place` says in which menu it stands, or how an article stands; `why_not` why it cannot be done
    now, nothing when it can.
    """

    id: str
    title: str
    place: str = ""
    key: str = ""
    kind: Kind = "command"
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that answers, and the letters of its title that do, code points."""

    entry: Entry
    places: tuple[int, ...] = ()


def parted(typed: str) -> tuple[Kind | None, str]:
    """The kind that the first sign asks for, if any, and the rest."""
    stripped = typed.lstrip()
    kind = _PREFIXES.get(stripped[:1])
    return (kind, stripped[1:]) if kind else (None, typed)


class Offer:
    """Commands and labels, made ready for typing."""

    def __init__(self, entries: Sequence[Entry], recent: Sequence[str]) -> None:
        self._recent = {entry_id: number for number, entry_id in enumerate(recent)}
        ordered = sorted(entries, key=lambda entry: self._recent.get(entry.id, _NEVER))
        self._folded = [
            (number, entry, folded_for_search(entry.title)) for number, entry in enumerate(ordered)
        ]
        self._before = (Query(""), self._folded)

    def ranked(self, query: Query, kind: Kind | None) -> tuple[list[Hit], list[Hit]]:
        """Those that answer by words, and those that answer only by letters in order."""
        close: list[_Line] = []
        loose: list[_Line] = []
        before, among = self._before
        answering = []
        for number, entry, folded in among if before.is_narrowed_by(query) else self._folded:
            match = query.match(folded)
            if match is None:
                continue
            answering.append((number, entry, folded))
            if kind is not None and entry.kind != kind:
                continue
            used = self._recent.get(entry.id, _NEVER)
            way, *rest = match.rank
            if query.is_empty:
                rest = []
            line = ((way, bool(entry.why_not), used, *rest, number), Hit(entry, match.places))
            (loose if way == LETTERS else close).append(line)
        self._before = (query, answering)
        return _in_order(close), _in_order(loose)


class Articles:
    """All articles of the project; their titles are made ready as far as they are looked at."""

    def __init__(self, summaries: Sequence[ArticleSummary]) -> None:
        self._summaries = summaries
        self._folded: list[str] = []

    def __len__(self) -> int:
        return len(self._summaries)

    def summary(self, number: int) -> ArticleSummary:
        """An article by its place in the queue."""
        return self._summaries[number]

    def folded(self, number: int) -> str:
        """Its title and outlet as they are searched."""
        for following in range(len(self._folded), number + 1):
            summary = self._summaries[following]
            outlet = f" · {summary.outlet}" if summary.outlet else ""
            self._folded.append(folded_for_search(summary.title + outlet))
        return self._folded[number]


class ArticleScan:
    """One walk over the articles for one query; a later, longer query goes on from its finds.

    Letters in order alone count only if `is_loose`: a title has most letters in some order.
    """

    def __init__(
        self,
        articles: Articles,
        query: Query,
        *,
        is_loose: bool,
        before: "ArticleScan | None" = None,
    ) -> None:
        self._articles = articles
        self._is_loose = is_loose
        self.query = query
        self._numbers: Sequence[int] = range(len(articles))
        if before is not None and before.is_done and before.query.is_narrowed_by(query):
            self._numbers = sorted(before.by_words + before.by_letters)
        self._at = 0
        self._compared = 0
        self._lines: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        self.by_words: list[int] = []
        self.by_letters: list[int] = []

    @property
    def is_done(self) -> bool:
        """Whether every article was looked at."""
        return self._at >= len(self._numbers)

    def go_on(self, seconds: float) -> bool:
        """Look at further articles for so long; True when all is found and compared."""
        until = perf_counter() + seconds
        while not self.is_done:
            if perf_counter() > until:
                return False
            self._look_at_some()
        found = self.by_words[:_MOST_COMPARED] + self.by_letters[:_MOST_COMPARED]
        while self._compared < len(found):
            if perf_counter() > until:
                return False
            self._compare(found[self._compared])
            self._compared += 1
        return True

    def ranked(self, most: int) -> list[Hit]:
        """The best of what was compared so far."""
        best = sorted(self._lines)[:most]
        return [self._hit(rank[-1], places) for rank, places in best]

    def _look_at_some(self) -> None:
        holds_words, has_letters = self.query.holds_words, self.query.has_letters
        folded = self._articles.folded
        end = min(self._at + _SLICE, len(self._numbers))
        for number in self._numbers[self._at : end]:
            name = folded(number)
            if holds_words(name):
                self.by_words.append(number)
            elif has_letters(name):
                self.by_letters.append(number)
        self._at = end

    def _compare(self, number: int) -> None:
        match = self.query.match(self._articles.folded(number))
        if match is None or (match.way == LETTERS and not self._is_loose):
            return
        rank = () if self.query.is_empty else match.rank
        self._lines.append(((*rank, number), match.places))

    def _hit(self, number: int, places: tuple[int, ...]) -> Hit:
        summary = self._articles.summary(number)
        entry = Entry(f"article:{summary.id}", summary.title, summary.outlet or "", kind="article")
        return Hit(entry, tuple(place for place in places if place < len(summary.title)))


_MOST_COMPARED = 200
_SLICE = 200


def together(
    close: Sequence[Hit], loose: Sequence[Hit], articles: Sequence[Hit], kind: Kind | None
) -> list[Hit]:
    """One list: what answers by words, articles, and last what answers by letters only."""
    if kind == "article":
        return list(articles[:MOST_ROWS])
    some = articles[:_MOST_ARTICLES_AMONG_OTHERS]
    kept = list(close[: MOST_ROWS - len(some)]) + list(some)
    return kept + list(loose[: MOST_ROWS - len(kept)])


_Line = tuple[tuple[int, ...], Hit]


def _in_order(lines: list[_Line]) -> list[Hit]:
    return [hit for _, hit in sorted(lines, key=lambda line: line[0])]
