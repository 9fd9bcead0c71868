"""The queue's rows: summaries of articles, filtered by what a person types."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from annotator.domain.flag import ANSWERED, OPEN, SENT_BACK, Flag
from annotator.domain.progress import ADJUDICATED, FINISHED, IN_PROGRESS
from annotator.domain.sheet import Sheet
from annotator.gui.library.listed import Listed
from annotator.gui.widgets.rich_text import as_tip
from annotator.storage.articles import ArticleSummary
from annotator.storage.tables import Row

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex

ALL, MINE, OPEN_ONES = "all", "mine", "open"
"""Which articles a queue holds: all, those given to whoever works, those of these not done."""
_LOOKED_AT_FIRST, _LOOKED_AT_ONCE = 1_000, 500
_LET_GO_AT_ONCE = 2_000


class QueueModel(QAbstractTableModel):
    """All articles of the project in the order in which they came; quick with a million.

    Articles are held against what was typed a few at a time, so that the window goes on; `grew`
    tells that further ones are shown.
    """

    grew = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all = Listed()
        self._scoped: Sequence[int] = range(0)
        self._shown: Sequence[int] = range(0)
        self._fitting: list[int] = []
        self._looked_at = 0
        self._searched: list[str] = []
        self._words: tuple[str, ...] = ()
        self._found: frozenset[str] = frozenset()
        self._further = QTimer(self, interval=0)
        self._further.timeout.connect(self._look_further)
        self._outdated: list[Listed] = []
        self._letting_go = QTimer(self, interval=0)
        self._letting_go.timeout.connect(self._let_go)
        self.scope = ALL
        self.shows_suggestions = True
        self.is_filling = False
        """Whether more articles are on their way, so that none is known to be the last."""

    def load(self, listed: Listed) -> None:
        """Show these articles, filtered as before."""
        if self._all:
            self._outdated.append(self._all)
            self._letting_go.start()
        self._all, self._searched = listed, []
        self._show_anew()

    def append(self, rows: Sequence[Row]) -> None:
        """Take further articles, and show those of them that the filter lets through."""
        had_own = self._all.own_count
        self._all.extend(rows)
        if self.scope == ALL:
            self._scoped = range(len(self._all))
            if self._words:
                self._further.start()
            else:
                self._show_below(self._scoped[len(self._shown) :])
        elif self._all.own_count > had_own:
            self._show_anew()

    def end_filling(self) -> None:
        """No further articles come."""
        self.is_filling = False
        if self._words:
            self._further.start()

    @property
    def finished(self) -> int:
        """How many articles are done."""
        return self._all.finished

    @property
    def has_own(self) -> bool:
        """Whether anything was given to whoever works here."""
        return self._all.own_count > 0

    def progress(self) -> tuple[int, int]:
        """How many articles are done, and how many there are, of one's own where these are held."""
        if self.scope == ALL:
            return self._all.finished, len(self._all)
        return self._all.finished_own, self._all.own_count

    def choose_scope(self, scope: str) -> None:
        """Hold all articles, those given to whoever works here, or what is left of these."""
        self.scope = scope
        self._show_anew()

    def filter(self, typed: str) -> None:
        """Show the articles whose title, outlet or state holds every word typed."""
        words = tuple(typed.casefold().split())
        if words != self._words:
            self._words, self._found = words, frozenset()
            self._show_anew()

    def add_found(self, article_ids: Collection[str]) -> None:
        """Show further articles, which a search found, below those that the filter shows."""
        found = frozenset(article_ids)
        if found != self._found and self._words:
            self._found = found
            self._show_anew()

    @property
    def is_looking(self) -> bool:
        """Whether articles are still to be held against what was typed."""
        return self._further.isActive()

    @property
    def is_filtered(self) -> bool:
        """Whether something was typed that may hide articles."""
        return bool(self._words)

    def follow(self, sheet: Sheet, *, suggestions: int | None = None) -> None:
        """Show an article's row as its sheet stands now, and how many suggestions are left."""
        number = self._all.number_of(sheet.article.id)
        if number is None:
            return
        before = self._all[number]
        flags = sheet.flags.values()
        is_in_progress = sheet.progress is not None and sheet.progress.status == IN_PROGRESS
        fresh = replace(
            before,
            title=sheet.article.title,
            outlet=sheet.article.outlet,
            published=sheet.article.published,
            language=sheet.article.language,
            status=sheet.progress.status if sheet.progress else "open",
            annotations=len(sheet.annotations),
            open_flags=sum(flag.state == OPEN for flag in flags),
            answered_flags=sum(_is_answered(flag) for flag in flags),
            is_sent_back=is_in_progress and any(map(_sends_back, flags)),
            suggestions=before.suggestions if suggestions is None else suggestions,
        )
        if fresh == before:
            return
        self._all.replace(number, fresh)
        if number < len(self._searched):
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
        number = self._all.number_of(article_id)
        if number is None:
            return None
        if not self._words and self.scope == ALL:
            return number
        return self._shown.index(number) if number in self._shown else None

    def beside(self, article_id: str, step: int) -> str | None:
        """The article before or after one, among those that the filter shows."""
        here = self.row_of(article_id)
        if here is None and self.is_filling:
            return None
        if here is None:
            here = -1 if step > 0 else len(self._shown)
        row = here + step
        return self.summary(row).id if 0 <= row < len(self._shown) else None

    def next_open(self, article_id: str) -> str | None:
        """The next article shown that is not done, from the end to the beginning again.

        None too while it is still to be read.
        """
        here = self.row_of(article_id)
        if here is None and self.is_filling:
            return None
        start = 0 if here is None else here + 1
        before = range(0 if self.is_filling else max(start - 1, 0))
        around = chain(range(start, len(self._shown)), before)
        numbers = (self._shown[row] for row in around)
        following = next((each for each in numbers if not self._all.is_finished(each)), None)
        return self._all[following].id if following is not None else None

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
            return as_tip(self.summary(index.row()).title)
        if role == _ACCESSIBLE:
            summary = self.summary(index.row())
            return f"{summary.title}, {state_words(summary)}"
        return None

    def _show_anew(self) -> None:
        """Show what is in the scope and let through by the filter; of very many the first."""
        self.beginResetModel()
        self._scoped, self._looked_at = self._in_scope(), 0
        self._fitting = self._look_at(_LOOKED_AT_FIRST) if self._words else []
        self._shown = self._fitting if self._words else self._scoped
        self.endResetModel()
        if self._words and self._looked_at < len(self._scoped):
            self._further.start()
        else:
            self._end_looking()

    def _in_scope(self) -> Sequence[int]:
        """The articles of the scope by number; one's own in the order of the queue."""
        if self.scope == ALL:
            return range(len(self._all))
        own = self._all.own
        if self.scope == MINE:
            return own
        return [number for number in own if not self._all.is_finished(number)]

    def _let_go(self) -> None:
        """Forget some of what is shown no longer."""
        if not self._outdated[-1].let_go(_LET_GO_AT_ONCE):
            self._outdated.pop()
        if not self._outdated:
            self._letting_go.stop()

    def _look_further(self) -> None:
        """Hold some more articles against what was typed."""
        self._show_below(self._look_at(_LOOKED_AT_ONCE))
        if self._looked_at == len(self._scoped):
            self._end_looking()
        self.grew.emit()

    def _end_looking(self) -> None:
        self._further.stop()
        if self._found and not self.is_filling:
            self._show_below(self._only_found())

    def _look_at(self, most: int) -> list[int]:
        """Of so many articles that were not looked at yet, those that have every word typed."""
        begin, self._looked_at = self._looked_at, min(self._looked_at + most, len(self._scoped))
        return [number for number in self._scoped[begin : self._looked_at] if self._fits(number)]

    def _fits(self, number: int) -> bool:
        for following in range(len(self._searched), number + 1):
            self._searched.append(_searched(self._all[following]))
        searched = self._searched[number]
        return all(word in searched for word in self._words)

    def _only_found(self) -> list[int]:
        """What the search found besides what is shown, in the order of the queue."""
        numbers = {self._all.number_of(name) for name in self._found}.difference(self._shown)
        return [number for number in self._scoped if number in numbers]

    def _show_below(self, numbers: Sequence[int]) -> None:
        """Show further articles below the others."""
        if numbers:
            above = len(self._shown)
            self.beginInsertRows(_NO_PARENT, above, above + len(numbers) - 1)
            if self._words:
                self._fitting += numbers
            else:
                self._shown = self._scoped
            self.endInsertRows()


def _sends_back(flag: Flag) -> bool:
    return flag.reason == SENT_BACK and flag.state == ANSWERED


def _is_answered(flag: Flag) -> bool:
    return flag.is_unread or (flag.state == ANSWERED and not _sends_back(flag))


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
    elif summary.is_sent_back:
        parts = [_words("sent back"), *flags, *labels]
    elif flags:
        parts = [*flags, *labels]
    elif summary.suggestions:
        parts = [_suggestion_words(summary), *labels]
    elif summary.status == IN_PROGRESS:
        parts = [*labels, _words("in progress")]
    elif labels or not _is_of_others(summary):
        parts = labels or [_words("not started")]
    else:
        parts = []
    parts += _counted(summary.reprints, _words("1 reprint"), _words("{} reprints"))
    if summary.is_newer:
        parts.append(_words("newer version"))
    if _is_of_others(summary):
        owing = [name for name in summary.whose if name not in summary.done_by]
        parts += [_words("{} done").format(", ".join(summary.done_by))] if summary.done_by else []
        parts += ["→ " + ", ".join(owing)] if owing else []
    return " · ".join(parts)


def _is_of_others(summary: ArticleSummary) -> bool:
    """Whether it was given to people, and not to whoever looks at the list."""
    return bool(summary.whose) and summary.place is None


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
    known = (summary.title, summary.outlet, summary.published, state_words(summary), summary.id)
    return " ".join(each for each in known if each).casefold()
