"""Page mode: ten suggestions at once, decided with one key, once they have been read."""

import random
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal

from annotator.domain.span import Span
from annotator.gui.annotate import appearance
from annotator.gui.annotate.page_rows import PageView, ShownRow
from annotator.gui.annotate.pane import ArticlePane
from annotator.gui.annotate.work import ArticleWork
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.operations import paging, suggesting
from annotator.operations.paging import Decided, Row

_LOOK_MILLISECONDS = 200


class Pages(ArticleWork):
    """Shows open suggestions page by page in place of the article."""

    decided = Signal()
    closed = Signal()

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        pane: ArticlePane,
        *,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(session, view, selected, tell=tell)
        self.clock: Callable[[], float] = time.monotonic
        self.chance = random.Random()  # noqa: S311 - which rows are checks is no secret
        self._pane = pane
        self._rows: list[Row] = []
        self._wrong: set[str] = set()
        self._seen: dict[str, float] = {}
        self._looked_at = 0.0
        self.page = PageView(pane)
        self.page.hide()
        pane.put_below(self.page)
        self.page.committed.connect(self.commit)
        self.page.left.connect(self.close)
        self.page.toggled.connect(self.toggle)
        self._watch = QTimer(self, interval=_LOOK_MILLISECONDS)
        self._watch.timeout.connect(self._look)
        session.opened.connect(lambda _: self.close())

    def open(self) -> None:
        """Show the first page, where the project allows deciding by the page."""
        if not self._session.allows_pages:
            self._tell(
                self.tr(
                    "Page mode is off in this project. Its owner allows it: "
                    "Annotate, Allow deciding by the page."
                )
            )
        elif not self._session.suggestions:
            self._tell(self.tr("No suggestions in this article."))
        else:
            self._show_next()

    def close(self) -> bool:
        """Show the article again; false when no page is shown."""
        if self.page.isHidden():
            return False
        self._watch.stop()
        self.page.hide()
        self._view.show()
        self._view.setFocus()
        self.closed.emit()
        return True

    def toggle(self, suggestion_id: str) -> None:
        """Take a row for wrong, or for right again."""
        self._wrong ^= {suggestion_id}
        for row in self.page.rows:
            if row.shown.id == suggestion_id:
                row.turn()
                self._view.announce(row.accessibleName())
        self._say()

    def commit(self) -> None:
        """Decide on every row that was read; the others stay open."""
        self._look()
        sheet = self._session.sheet
        if sheet is None:
            return
        found = paging.decided(
            sheet, self._session.scheme, self._rows, wrong=self._wrong, read=self._read()
        )
        if not found.draft.changes:
            self._tell(self.tr("Nothing was decided: no row was on the screen long enough."))
            return
        self._session.perform(found.draft)
        self._selected.select(None)
        words = self._words(found)
        self.decided.emit()
        if self._session.suggestions:
            self._show_next()
        else:
            self.close()
        self._tell(words)

    def _show_next(self) -> None:
        sheet = self._session.sheet
        if sheet is None:
            return
        waiting = suggesting.open_suggestions(sheet)
        self._rows = paging.page(sheet, waiting, self.chance)
        self._wrong, self._seen = set(), {}
        heading = self.tr("SUGGESTIONS · {} ON THIS PAGE, {} OPEN")
        self.page.show_rows(
            [self._shown(row) for row in self._rows],
            self._view.theme,
            heading=heading.format(len(self._rows), len(waiting)),
        )
        self._view.hide()
        self.page.show()
        self.page.setFocus()
        self._looked_at = self.clock()
        self._watch.start()
        self._say()

    def _shown(self, row: Row) -> ShownRow:
        sheet, scheme = self._session.sheet, self._session.scheme
        suggestion, context = row.suggestion, row.context
        mark = appearance.suggestion_mark_of(suggestion, scheme)
        text = context.cut_from(sheet.article.text) if sheet is not None else ""
        places = tuple(
            Span(max(e.start - context.start, 0), min(e.end - context.start, len(text)))
            for e in suggestion.fragments
        )
        words = text.replace("\n", " ")
        if mark is None:
            name = suggestion.label
            return ShownRow(suggestion.id, name, words, places, "suggestion", "square", "?")
        name = mark.name.removesuffix("?")
        return ShownRow(suggestion.id, name, words, places, mark.role, mark.shape, mark.letter)

    def _look(self) -> None:
        """Count for every row in sight how long it has been there."""
        now = self.clock()
        passed, self._looked_at = now - self._looked_at, now
        before = len(self._read())
        for name in self.page.in_sight():
            self._seen[name] = self._seen.get(name, 0.0) + passed
        if len(self._read()) != before:
            self._say()

    def _read(self) -> set[str]:
        """The rows that were on the screen as long as their text needs."""
        sheet = self._session.sheet
        if sheet is None:
            return set()
        return {
            row.suggestion.id
            for row in self._rows
            if self._seen.get(row.suggestion.id, 0.0) >= paging.seconds_to_read(sheet, row)
        }

    def _say(self) -> None:
        read, wrong = len(self._read()), len(self._wrong)
        line = self.tr(
            "{read} of {count} were on the screen long enough to count · "
            "digits mark what is wrong · Enter accepts {right} and rejects {wrong} · Esc leaves"
        )
        self.page.say(
            line.format(
                read=read, count=len(self._rows), right=len(self._rows) - wrong, wrong=wrong
            )
        )

    def _words(self, found: Decided) -> str:
        parts = [
            self.tr("Accepted: {}").format(found.accepted),
            self.tr("rejected: {}").format(found.rejected),
        ]
        if found.unread:
            parts.append(self.tr("not read, so still open: {}").format(found.unread))
        if found.impossible:
            parts.append(self.tr("not possible any more: {}").format(found.impossible))
        if found.missed_checks:
            parts.append(self.tr("a hidden check was accepted, though it is wrong"))
        return " · ".join(parts)
