"""The queue's rows: summaries of articles, filtered by what a person types."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from annotator.domain.flag import ANSWERED, OPEN
from annotator.domain.progress import ADJUDICATED, FINISHED, IN_PROGRESS
from annotator.domain.sheet import Sheet
from annotator.gui.widgets.rich_text import escape
from annotator.storage.articles import ArticleSummary

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex

ALL, MINE, OPEN_ONES = "all", "mine", "open"
"""Which articles a queue holds: all, those given to whoever works, those of these not done."""


class QueueModel(QAbstractTableModel):
    """All articles of the project in the order in which they came; quick with 100,000.

    `finished` counts those that are done.
    """

    def __init__(self) -> None:
        super().__init__()
        self._all: list[ArticleSummary] = []
        self._numbers: dict[str, int] = {}
        self._shown: list[int] = []
        self._searched: list[str] = []
        self._words: tuple[str, ...] = ()
        self._found: frozenset[str] = frozenset()
        self.scope = ALL
        self.finished = 0
        self.shows_suggestions = True

    def load(self, summaries: Sequence[ArticleSummary]) -> None:
        """Show these articles, filtered as before."""
        self.beginResetModel()
        self._all = list(summaries)
        self._numbers = {each.id: number for number, each in enumerate(self._all)}
        self._searched = []
        self.finished = sum(each.status == FINISHED for each in self._all)
        self._apply()
        self.endResetModel()

    @property
    def has_own(self) -> bool:
        """Whether anything was given to whoever works here."""
        return any(each.place is not None for each in self._all)

    def progress(self) -> tuple[int, int]:
        """How many articles are done, and how many there are, of one's own where these are held."""
        if self.scope == ALL:
            return self.finished, len(self._all)
        own = [each for each in self._all if each.place is not None]
        return sum(each.status == FINISHED for each in own), len(own)

    def choose_scope(self, scope: str) -> None:
        """Hold all articles, those given to whoever works here, or what is left of these."""
        self.beginResetModel()
        self.scope = scope
        self._apply()
        self.endResetModel()

    def _scoped(self) -> list[int]:
        """The articles of the scope by number; one's own in the order of the queue."""
        if self.scope == ALL:
            return list(range(len(self._all)))
        own = [
            (each.place, number)
            for number, each in enumerate(self._all)
            if each.place is not None and (self.scope == MINE or each.status != FINISHED)
        ]
        return [number for _, number in sorted(own)]

    def filter(self, typed: str) -> None:
        """Show the articles whose title, outlet or state holds every word typed."""
        words = tuple(typed.casefold().split())
        if words == self._words:
            return
        self.beginResetModel()
        self._words, self._found = words, frozenset()
        self._apply()
        self.endResetModel()

    def add_found(self, article_ids: Collection[str]) -> None:
        """Show further articles, which a search found, below those that the filter shows."""
        found = frozenset(article_ids)
        if found == self._found or not self._words:
            return
        self.beginResetModel()
        self._found = found
        self._apply()
        self.endResetModel()

    @property
    def is_filtered(self) -> bool:
        """Whether something was typed that may hide articles."""
        return bool(self._words)

    def follow(self, sheet: Sheet, *, suggestions: int | None = None) -> None:
        """Show an article's row as its sheet stands now, and how many suggestions are left."""
        number = self._numbers.get(sheet.article.id)
        if number is None:
            return
        before = self._all[number]
        flags = sheet.flags.values()
        fresh = replace(
            before,
            title=sheet.article.title,
            outlet=sheet.article.outlet,
            published=sheet.article.published,
            language=sheet.article.language,
            status=sheet.progress.status if sheet.progress else "open",
            annotations=len(sheet.annotations),
            open_flags=sum(flag.state == OPEN for flag in flags),
            answered_flags=sum(flag.state == ANSWERED or flag.is_unread for flag in flags),
            suggestions=before.suggestions if suggestions is None else suggestions,
        )
        if fresh == before:
            return
        self._all[number] = fresh
        self.finished += (fresh.status == FINISHED) - (before.status == FINISHED)
        if self._searched:
            self._searched[number] = _searched(fresh)
        row = self.row_of(fresh.id)
        if row is not None:
            index = self.index(row, 0)
            self.dataChanged.emit(index, index)

    @property
    def every(self) -> Sequence[ArticleSummary]:
        """All articles, in their order, whatever the filter shows."""
        return self._all

    @property
    def total(self) -> int:
        """How many articles the project has."""
        return len(self._all)

    def summary(self, row: int) -> ArticleSummary:
        """The article of a row."""
        found = self._all[self._shown[row]]
        is_hiding = found.suggestions and not self.shows_suggestions
        return replace(found, suggestions=0) if is_hiding else found

    def row_of(self, article_id: str) -> int | None:
        """The row of an article, if the filter shows it."""
        number = self._numbers.get(article_id)
        if number is None:
            return None
        if not self._words and self.scope == ALL:
            return number
        return self._shown.index(number) if number in self._shown else None

    def beside(self, article_id: str, step: int) -> str | None:
        """The article before or after one, among those that the filter shows."""
        here = self.row_of(article_id)
        if here is None:
            here = -1 if step > 0 else len(self._shown)
        row = here + step
        return self.summary(row).id if 0 <= row < len(self._shown) else None

    def next_open(self, article_id: str) -> str | None:
        """The next article shown that is not done, from the end to the beginning again."""
        here = self.row_of(article_id)
        start = 0 if here is None else here + 1
        around = self._shown[start:] + self._shown[: max(start - 1, 0)]
        open_ones = (number for number in around if self._all[number].status != FINISHED)
        return next((self._all[number].id for number in open_ones), None)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many articles the filter shows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """One: the row is painted as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A row's title; the delegate asks for the rest itself."""
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self.summary(index.row()).title
        if role == _TOOL_TIP:
            return f"<qt>{escape(self.summary(index.row()).title)}</qt>"
        if role == _ACCESSIBLE:
            summary = self.summary(index.row())
            return f"{summary.title}, {state_words(summary)}"
        return None

    def _apply(self) -> None:
        scoped = self._scoped()
        if not self._words:
            self._shown = scoped
            return
        if not self._searched:
            self._searched = [_searched(each) for each in self._all]
        self._shown = [
            number
            for number in scoped
            if all(word in self._searched[number] for word in self._words)
        ]
        if self._found:
            above = set(self._shown)
            self._shown += [
                number
                for number in scoped
                if self._all[number].id in self._found and number not in above
            ]


def state_words(summary: ArticleSummary) -> str:
    """What the second line says, as much as fits: flags before labels, and done above all."""
    flags = [
        *_counted(summary.answered_flags, _words("1 flag answered"), _words("{} flags answered")),
        *_counted(summary.open_flags, _words("1 flag open"), _words("{} flags open")),
    ]
    labels = _counted(summary.annotations, _words("1 label"), _words("{} labels"))
    if summary.status in (FINISHED, ADJUDICATED):
        done = _words("✓ done") if summary.status == FINISHED else _words("✓ adjudicated")
        parts = [done, *(flags or labels)]
    elif flags:
        parts = [*flags, *labels]
    elif summary.suggestions:
        parts = [_suggestion_words(summary), *labels]
    elif summary.status == IN_PROGRESS:
        parts = [*labels, _words("in progress")]
    else:
        parts = labels or [_words("not started")]
    parts += _counted(summary.reprints, _words("1 reprint"), _words("{} reprints"))
    if summary.is_newer:
        parts.append(_words("newer version"))
    if summary.whose and summary.place is None:
        parts.append("→ " + ", ".join(summary.whose))
    return " · ".join(parts)


def _suggestion_words(summary: ArticleSummary) -> str:
    """How many suggestions there are, or are left once somebody has begun."""
    if summary.status == IN_PROGRESS:
        one, many = _words("1 suggestion left"), _words("{} suggestions left")
    else:
        one, many = _words("1 suggestion"), _words("{} suggestions")
    return one if summary.suggestions == 1 else many.format(summary.suggestions)


def _counted(count: int, one: str, many: str) -> list[str]:
    """A count in words, or nothing when there is none."""
    return [one if count == 1 else many.format(count)] if count else []


def _words(source: str) -> str:
    return QCoreApplication.translate("Queue", source)


def _searched(summary: ArticleSummary) -> str:
    parts = (summary.title, summary.outlet or "", summary.published or "", state_words(summary))
    return " ".join(parts).casefold()
