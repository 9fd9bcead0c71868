"""The pane at the left: which article is next, and how far the work is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.change import Draft, articles_of
from annotator.domain.progress import Progress
from annotator.domain.sheet import Sheet
from annotator.gui import theme as looks
from annotator.gui.held_keys import HeldKeys
from annotator.gui.keys import with_present_keys
from annotator.gui.language import counted
from annotator.gui.library.delegate import QueueDelegate, row_height
from annotator.gui.library.filling import Filling
from annotator.gui.library.model import ALL, MINE, OPEN_ONES, QueueModel
from annotator.gui.library.searching import Searching
from annotator.gui.session import Session
from annotator.gui.widgets.list_table import make_list
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.rich_text import give_tip

if TYPE_CHECKING:
    from annotator.gui.library.scopes import ScopeBox

WIDTH = 236
FOLLOWED_AT_ONCE = 4


class QueuePane(QWidget):
    """A field to filter by, and the articles."""

    left = Signal()
    """The person is done here; the article takes the keys."""
    counted = Signal(int, int)
    """How many articles are done, and how many there are."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.model = QueueModel()
        self.model.grew.connect(self._count)
        self._filling = Filling(session, self.model, self)
        self._filling.filled.connect(self._follow_list)
        self._filling.grew.connect(self._follow_list)
        self.field = QLineEdit(self)
        self._key_of: Callable[[str], str] = lambda _: ""
        self.field.setPlaceholderText(self.tr("Filter articles"))
        give_tip(
            self.field,
            self.tr(
                "Words of the title or the text, and label:claim, has:flag, status:finished, "
                "outlet:post, by:name; a minus before a part turns it round."
            ),
        )
        self.field.setAccessibleName(self.tr("Filter articles"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self._searching = Searching(session, self)
        self._searching.found.connect(self._show_found)
        self._searching.refused.connect(self._show_problem)
        self._problem = ""
        self._held = HeldKeys(self)
        self.heading = plain(role="heading", wraps=True, margins=(6, 6, 0, 2), parent=self)
        self.empty = plain(role="muted", wraps=True, margins=(6, 4, 6, 0), parent=self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table = self._made_table()
        self.scopes: ScopeBox | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 0, 0)
        layout.setSpacing(8)
        field_row = QVBoxLayout()
        field_row.setContentsMargins(6, 0, 6, 0)  # as wide as the rows
        field_row.addWidget(self.field)
        layout.addLayout(field_row)
        layout.addWidget(self.heading)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addStretch()  # heading and hint stay above when the list is hidden
        self._later = QTimer(self, singleShot=True, interval=0)
        self._is_behind = False
        self._later.timeout.connect(self._catch_up)
        session.leaving.connect(lambda _: self._catch_up())
        session.opened.connect(self._show_open)
        session.changed.connect(self._follow_draft)
        session.changed.connect(self._follow_others)
        session.reloaded.connect(self._follow)
        session.suggested.connect(lambda _: self._follow())
        session.hidden.connect(self._follow_hiding)
        session.arrived.connect(self._filling.load_soon)
        session.became.connect(lambda _: self._begin_again())

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the key that leads here, and those that lead on."""
        self._key_of = key_of
        key, words = key_of("article.go_to"), self.tr("Filter articles")
        self.field.setPlaceholderText(f"{words} · {key}" if key else words)

    def load(self) -> None:
        """Read the list of articles anew; a long one in the background."""
        self._filling.load()
        self._count()

    def _follow_list(self) -> None:
        """There are other articles than before, or more of them."""
        self._offer_scopes()
        if self._session.sheet is not None and not self.table.currentIndex().isValid():
            self._show_open(self._session.sheet)
        self._count()

    def _offer_scopes(self) -> None:
        """Where articles were given out, let the person choose between theirs and all."""
        if self.model.has_own and self.scopes is None:
            from annotator.gui.library.scopes import ScopeBox

            self.scopes = ScopeBox()
            self.scopes.chosen.connect(self._choose_scope)
            layout = self.layout()
            if isinstance(layout, QVBoxLayout):
                layout.insertWidget(2, self.scopes)
            self._choose_scope(MINE)
        elif self.scopes is not None and not self.model.has_own:
            self.scopes.hide()
            self.model.choose_scope(ALL)
        elif self.scopes is not None:
            self.scopes.show()

    def _choose_scope(self, scope: str) -> None:
        self.model.choose_scope(scope)
        if self.scopes is not None:
            self.scopes.show_scope(scope)
        self._show_rows()

    def _begin_again(self) -> None:
        """Somebody else works here now."""
        if self.scopes is not None:
            self.scopes.hide()
            self.scopes.deleteLater()
            self.scopes = None
        self.model.choose_scope(ALL)
        self._filling.begin_again()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._delegate.set_theme(theme)
        self.table.verticalHeader().setDefaultSectionSize(row_height())
        self._paint_again()

    def _paint_again(self) -> None:
        # Before it is shown it need not, and to ask for the viewport costs a twentieth of the
        # start: Qt for Python then makes every kind of widget to find out which one it is.
        if self.table.isVisible():
            self.table.viewport().update()

    def focus_filter(self) -> None:
        """Type to find an article; Enter opens the first."""
        self._held.drop()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field and in the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape and self._is_to_wait(event):
            return self._held.hold(event)
        return self._press(watched, event.key())

    def _press(self, watched: QObject, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Where nothing matches, keys typed from now on would be for another article.
            if self.model.rowCount():
                self._open_row(max(self.table.currentIndex().row(), 0))
                self.left.emit()
            return True
        if key == Qt.Key.Key_Escape:
            self._held.drop()
            if self.field.text():
                self.field.clear()
            else:
                self.left.emit()
            return True
        if watched is self.field and key == Qt.Key.Key_Down:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self._select_row(0 if self.field.text() else self.table.currentIndex().row())
            return True
        if watched is self.table and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # A table goes to the ends of its row, a list to its own.
            self._select_row(0 if key == Qt.Key.Key_Home else self.model.rowCount() - 1)
            return True
        return False

    def _is_to_wait(self, event: QKeyEvent) -> bool:
        """Whether a key is for what is still being looked for, or comes after one that is."""
        is_for_rows = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
        is_early = is_for_rows and not self.model.rowCount() and self._is_looking
        return is_early or self._held.follows(event)

    @property
    def _is_looking(self) -> bool:
        """Whether further articles may still come to be listed."""
        return self._searching.is_busy or self.model.is_looking or self.model.is_filling

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Queue"))
        table.setModel(self.model)
        self._delegate = QueueDelegate(self.model, table)
        table.setItemDelegate(self._delegate)
        make_list(table, row_height=row_height())
        table.installEventFilter(self)
        table.clicked.connect(self._on_clicked)
        return table

    def _on_clicked(self, index: QModelIndex) -> None:
        self._open_row(index.row())
        self.left.emit()

    def _filter(self, typed: str) -> None:
        self._problem = ""
        self.model.filter(typed)
        self._searching.ask(typed)
        self._show_rows()

    def _show_found(self, article_ids: list[str]) -> None:
        self.model.add_found(article_ids)
        self._show_rows()

    def _show_problem(self, problem: str) -> None:
        self._problem = problem
        self._show_rows()

    def _show_rows(self) -> None:
        if self._session.sheet is not None:
            self._show_open(self._session.sheet)
        self._count()

    def _open_row(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            article_id = self.model.summary(row).id
            if self._session.sheet is None or self._session.sheet.article.id != article_id:
                self._session.open_article(article_id)

    def _select_row(self, row: int) -> None:
        index = self.model.index(max(row, 0), 0)
        self.table.setCurrentIndex(index)

    def _show_open(self, sheet: Sheet) -> None:
        row = self.model.row_of(sheet.article.id)
        self._delegate.open_id = sheet.article.id
        self.table.setCurrentIndex(self.model.index(row, 0) if row is not None else QModelIndex())
        self._paint_again()

    def _follow_draft(self, draft: Draft) -> None:
        """What is done is known at once, since the next article depends on it; labels wait."""
        self._follow()
        if draft.changes_articles or any(isinstance(e.record, Progress) for e in draft.changes):
            self._catch_up()

    def _follow(self) -> None:
        """The open article has changed: its row follows once the words are painted."""
        self._is_behind = True
        self._later.start()

    def _catch_up(self) -> None:
        sheet = self._session.sheet
        if self._is_behind and sheet is not None:
            self._filling.follow(sheet)
            self.model.follow(sheet, suggestions=len(self._session.suggestions))
            self._count()
        self._is_behind = False

    def _follow_hiding(self) -> None:
        self.model.shows_suggestions = self._session.is_suggesting
        self._follow()
        self._paint_again()

    def _follow_others(self, draft: Draft) -> None:
        """Articles that are not open may be changed too: from a list of passages, by an undo."""
        shown = self._session.sheet.article.id if self._session.sheet is not None else ""
        others = {a for each in draft.changes for a in articles_of(each.record)} - {shown}
        if len(others) > FOLLOWED_AT_ONCE or draft.changes_articles:
            self._filling.load_soon()
            return
        for article_id in others:
            sheet = self._session.sheet_of(article_id)
            self._filling.follow(sheet)
            self.model.follow(sheet)

    def _count(self) -> None:
        done, total = self.model.progress()
        if self.model.is_filling:
            self.heading.setText(self.tr("QUEUE · {} SO FAR").format(counted(self.model.total)))
        else:
            sentence = self.tr("QUEUE · {} OF {} DONE")
            self.heading.setText(sentence.format(counted(done), counted(total)))
            self.counted.emit(done, total)
        self.empty.setText(self._empty_words(done, total))
        self.empty.setVisible(bool(self.empty.text()))
        self.table.setVisible(self.model.rowCount() > 0)
        if self.model.rowCount():
            self._held.press_soon()
        elif not self._is_looking:
            self._held.drop()

    def _empty_words(self, done: int, total: int) -> str:
        if not self.model.total and self._filling.is_reading:
            return self.tr("Reading the list of articles…")
        if not self.model.total:
            return self.tr("No articles yet.")
        if not self.model.rowCount():
            return self._problem or self._why_nothing(self.field.text().strip())
        if done == total and self.model.scope == ALL and not self.model.is_filling:
            words = self.tr("All {} articles are done. Export (Ctrl+E).")
            return with_present_keys(words, self._key_of).format(counted(total))
        return ""

    def _why_nothing(self, typed: str) -> str:
        """Why nothing is shown although the project has articles."""
        if self._is_looking:
            return self.tr("Searching…")
        if typed:
            return self.tr("Nothing matches “{}”. Clear the filter (Esc).").format(typed)
        if self.model.scope == OPEN_ONES:
            return self.tr("All your articles are done.")
        return self.tr("No article was given to you.")
