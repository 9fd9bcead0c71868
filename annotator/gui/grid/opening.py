"""The sentiment grid as a command: opening it, filling it, showing its evidence in the article."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.domain.change import Draft
from annotator.domain.span import Span
from annotator.domain.stance import Stance
from annotator.gui import theme as looks
from annotator.gui.article.view import ArticleView
from annotator.gui.grid.pane import GridPane
from annotator.gui.grid.table import CLEARED
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.operations import stances
from annotator.operations.grid import grid, is_touched

_SHOWN_WORDS = 60


class GridCommands(QObject):
    """Keeps the grid in step with the session, and the article with its current cell."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        *,
        put_below: Callable[[QWidget], None],
    ) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._selected = selected
        self._pane = GridPane(session.scheme, view.parentWidget() or view)
        self._pane.hide()
        put_below(self._pane)
        self._pane.set_theme(view.theme)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh)
        self._connect()

    def open(self) -> None:
        """Show the grid, or go back to it; from within it, close it."""
        if self._pane.isVisible() and self._pane.table.hasFocus():
            self.close()
            return
        self._pane.show()
        self._refresh()
        self._lay_out()
        self._view.make_way()
        if self._pane.table.isVisible():
            self._pane.table.setFocus()
            self._show_words()

    def close(self) -> bool:
        """Give the room back to the article, at the reader's place; false when it is closed."""
        if self._pane.isHidden():
            return False
        self._pane.hide()
        self._view.set_hits((), None)
        self._lay_out()
        self._view.move_back()
        self._view.reveal(self._view.target())
        self._view.setFocus()
        return True

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._pane.set_theme(theme)

    def _lay_out(self) -> None:
        """Give the article the height it has from now on, before anything is scrolled into it."""
        for part in (self._pane, self._pane.parentWidget()):
            layout = part.layout() if part is not None else None
            if layout is not None:
                layout.activate()

    def _connect(self) -> None:
        session, pane, table = self._session, self._pane, self._pane.table
        session.opened.connect(lambda _: self._later.start())
        session.changed.connect(self._note)
        session.reloaded.connect(self._later.start)
        session.reverted.connect(self._follow)
        pane.closed.connect(self.close)
        table.left.connect(self.close)
        table.entered.connect(self._go_to_words)
        table.filled.connect(self._fill)
        table.row_filled.connect(self._fill_row)
        table.undone.connect(session.undo)
        table.redone.connect(session.redo)
        table.moved.connect(self._show_words)

    def _note(self, draft: Draft) -> None:
        if is_touched(self._session.scheme, draft):
            self._later.start()

    def _refresh(self) -> None:
        self._later.stop()
        sheet = self._session.sheet
        if sheet is None or not self._pane.isVisible():
            return
        had_focus = self._pane.table.hasFocus()
        self._pane.show_grid(grid(sheet, self._session.scheme, self._session.directory))
        if had_focus and not self._pane.table.isVisible():
            self._view.setFocus()
        self._show_words()

    def _fill(self, value: str) -> None:
        index = self._pane.table.currentIndex()
        holder, target = self._pane.model.parties(index)
        if target is None:
            return
        draft = self._session.do(
            stances.set_cell,
            self._session.scheme,
            self._session.directory,
            holder=holder,
            target=target,
            value=None if value == CLEARED else value,
        )
        if draft is not None:
            self._refresh()
            here = self._pane.table.currentIndex()
            if here.isValid():
                self._view.announce(self._pane.model.line(here))

    def _fill_row(self) -> None:
        index = self._pane.table.currentIndex()
        if not index.isValid():
            return
        holder, _ = self._pane.model.parties(index)
        draft = self._session.do(
            stances.say_none_of_the_rest,
            self._session.scheme,
            self._session.directory,
            holder=holder,
        )
        if draft is not None:
            self._refresh()
            self._view.announce(draft.operation)

    def _follow(self, draft: Draft) -> None:
        """Go to the cell that was undone or redone."""
        stance = next((e.record for e in draft.changes if isinstance(e.record, Stance)), None)
        if stance is None or not self._pane.isVisible():
            return
        self._refresh()
        place = self._pane.model.grid.place_of(stance.holder, stance.target)
        if place is not None:
            self._pane.table.setCurrentIndex(self._pane.model.index(*place))

    def _evidence(self) -> list[Span]:
        """The words of the current cell, else where its target stands, the nearest first."""
        sheet, index = self._session.sheet, self._pane.table.currentIndex()
        if sheet is None or not index.isValid():
            return []
        names = self._pane.model.cell(index).evidence
        if names:
            found = [sheet.annotations[each] for each in names if each in sheet.annotations]
            return [place for each in found for place in each.fragments]
        model = self._pane.model
        return stances.mentions_of(sheet, model.holder(index), model.target(index))

    def _show_words(self) -> None:
        """Highlight the evidence of the current cell in the article, and say it below the table."""
        sheet, index = self._session.sheet, self._pane.table.currentIndex()
        if sheet is None or not self._pane.isVisible():
            return
        places = self._evidence()
        self._view.set_hits(sorted(places), sorted(places).index(places[0]) if places else None)
        if not index.isValid():
            self._pane.words.set_whole("")
            return
        if places and self._pane.table.hasFocus():
            self._view.reveal(places[0])
        self._pane.words.set_whole(self._words_of(places))

    def _words_of(self, places: list[Span]) -> str:
        sheet, index, model = self._session.sheet, self._pane.table.currentIndex(), self._pane.model
        quoted = " … ".join(
            f"“{_short(place.cut_from(sheet.article.text))}”" for place in places[:3]
        ) if sheet else ""  # fmt: skip
        if model.cell(index).evidence:
            return self.tr("{} — {}").format(model.line(index), quoted)
        told = self.tr("{} — mentioned as {}") if quoted else "{}"
        return told.format(model.line(index), quoted)

    def _go_to_words(self) -> None:
        index = self._pane.table.currentIndex()
        places = self._evidence()
        if not index.isValid() or not places:
            return
        names = self._pane.model.cell(index).sentiments
        self._view.go_to(places[0].start)
        self._selected.select(names[0] if names else None)
        self._view.setFocus()


def _short(words: str) -> str:
    tidy = " ".join(words.split())
    return tidy if len(tidy) <= _SHOWN_WORDS else f"{tidy[: _SHOWN_WORDS - 1]}…"
