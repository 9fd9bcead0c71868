"""The search screen: a query, saved searches beside it, and the passages below."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.change import Draft
from annotator.gui import keys
from annotator.gui import theme as looks
from annotator.gui.held_keys import HeldKeys
from annotator.gui.language import counted
from annotator.gui.menus import Commands
from annotator.gui.search.asking import Annotations, Asking
from annotator.gui.search.passage_labels import PassageLabels
from annotator.gui.search.saved import SavedSearch, SavedSearches, combined, terms_of
from annotator.gui.search.side import SearchSide
from annotator.gui.search.table import ResultsTable, place_of
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.rich_text import give_tip
from annotator.storage.passages import Portion
from annotator.storage.query import is_unclosed, words_of

if TYPE_CHECKING:
    from annotator.gui.search.preview import Preview

_PREVIEW = 760
_FOR_PASSAGES = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROW, _WIDE = 960, 1500


class SearchScreen(QWidget):
    """Finds passages in all articles, and labels them where they stand in the list."""

    told = Signal(object)
    opened = Signal(object)
    """A `Passage` is to be shown in its article."""
    labels_wanted = Signal()
    """Every place of some words is to be labelled."""
    left = Signal()
    """The person goes back to the article."""

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Search"))
        self._session = session
        self._commands = commands
        self._articles: int | None = 0
        self._problem = ""
        self._theme = looks.load("light")
        self._preview: Preview | None = None
        self._wanted: object = None
        self._held = HeldKeys(self)
        self.asking = Asking(session, self)
        self.saved = SavedSearches(session, self)
        self.field = self._made_field()
        self.count = plain(role="muted", margins=(4, 2, 0, 2))
        self.empty = plain(role="muted", wraps=True, margins=(4, 18, 4, 0))
        self.table = ResultsTable(session.scheme, lambda: session.annotator, session.names)
        self.entry = EntryBar()
        self.labels = PassageLabels(session, self.table, tell=self.told.emit)
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""
        if self.field.hasFocus():
            return self.tr("↓ passages · Alt+1–9 saved searches · Esc back")
        words = self.tr("J/K move · Enter opens · C claim · → words · Z undo · Esc back")
        return keys.with_present_keys(words, self._commands.shown_key)

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Actions that mean something else while this screen is shown."""
        return {
            "find.open": self.focus_field,
            "view.next_pane": lambda: self._step(1),
            "view.previous_pane": lambda: self._step(-1),
        }

    @property
    def words(self) -> str:
        """The words picked with →, else what is looked for, when it is one word or phrase."""
        passage, target = self.table.passage, self.table.target
        if passage is not None and target is not None and not self.table.is_whole:
            start = passage.place.start
            return passage.words[target.start - start : target.end - start]
        words = words_of(terms_of(self.asking.query))
        return words[0].value if len(words) == 1 and not words[0].is_prefix else ""

    def enter(self) -> None:
        """The screen is shown: type, or change what was typed."""
        self.focus_field()

    def return_here(self) -> None:
        """Back from an article to the passage from which it was opened."""
        (self.table if self.table.passage is not None else self.field).setFocus()

    @property
    def kept(self) -> Mapping[str, object]:
        """The query, and the passage on which the keys were."""
        passage = self.table.passage if self.focusWidget() is self.table else None
        place = place_of(passage) if passage else self._wanted
        return {"query": self.field.text(), "passage": place}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Ask again what was asked."""
        self._wanted = kept.get("passage")
        self.field.setText(str(kept.get("query") or ""))
        self.focus_field()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._theme = theme
        self.table.set_theme(theme)
        if self._preview is not None:
            self._preview.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        self.asking.stop()
        if self._preview is not None:
            self._preview.rest()

    def focus_field(self) -> None:
        """Type what to look for."""
        self._held.drop()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, number: int) -> None:
        """Search by a saved search, counted from 1; words typed stay if it has none itself."""
        every = self.saved.every()
        if 0 < number <= len(every):
            self._choose(every[number - 1])

    def save(self) -> None:
        """Ask under which name to keep what is searched now."""
        query = self.field.text().strip()
        if not query:
            self.told.emit(self.tr("Write what to look for first."))
            return
        self.entry.ask(
            self.tr("Save the search “{}”").format(query),
            lambda _, name: self.saved.save(name, query),
            placeholder=self.tr("Name of the search"),
            hint=self.tr("Everybody who works in this project has it · Enter saves · Esc leaves"),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves from the buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field and in the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_digit = Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and is_digit:
            self.choose(event.key() - Qt.Key.Key_0)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return self._press_in_field(event) if watched is self.field else self._press(event)

    def _press_in_field(self, event: QKeyEvent) -> bool:
        """Enter and what follows it is for the passages, and waits for those of this query."""
        is_for_passages = event.key() in _FOR_PASSAGES
        is_early = is_for_passages or self._wanted is not None
        if self._held.follows(event) or (is_early and self.asking.is_beginning):
            return self._held.hold(event)
        if not is_for_passages:
            return False
        if self.table.model().rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.table.select_first()
        return True

    def _press(self, event: QKeyEvent) -> bool:
        """A key in the list: move, open, label, undo."""
        if keys.spelled(event) == "Return":
            self._open()
            return True
        if self.table.move_by_key(event):
            return True
        row = self._commands.row_of(event)
        if row is None:
            return False
        if row.owner in ("label", "labelling", "editing"):
            return self.labels.perform(row)
        if row.id == "find.open":
            self.focus_field()
            return True
        return row.owner in ("edit", "help", "screens") and self._commands.run_key(event)

    def _open(self) -> None:
        if self.table.passage is not None:
            self.opened.emit(self.table.passage)

    def _choose(self, search: SavedSearch) -> None:
        query = combined(self.field.text().strip(), search, self.saved.every())
        self.field.setText(query)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_name(self, search: SavedSearch) -> None:
        self.entry.ask(
            self.tr("Rename the search “{}”").format(search.name),
            lambda _, name: self.saved.rename(search.name, name),
            placeholder=self.tr("Name of the search"),
            text=search.name,
            hint=self.tr("Enter renames · Esc leaves"),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the passages have it for themselves."""
        super().resizeEvent(event)
        self._side.setVisible(event.size().width() >= _NARROW)
        self._show_preview(is_wide=event.size().width() >= _WIDE)

    def _show_preview(self, *, is_wide: bool) -> None:
        """In a wide window the passage is seen in its article too."""
        if is_wide and self._preview is None:
            # Few windows are that wide: the others need no second article.
            from annotator.gui.search.preview import Preview

            self._preview = Preview(self._session, self.table)
            self._preview.set_theme(self._theme)
            self._splitter.addWidget(self._preview.view)
            self._splitter.setSizes([self.width() - self._side.width() - _PREVIEW, _PREVIEW])
        elif not is_wide and self._preview is not None:
            self._preview.rest()
            self._preview.view.setParent(None)
            self._preview.deleteLater()
            self._preview = None

    def _show_portion(self, portion: Portion, annotations: Annotations) -> None:
        self._articles = portion.articles
        self._problem = ""
        self.table.results.add(portion.passages, annotations)
        for draft in self.asking.meanwhile.drafts:
            self.table.results.follow(draft.changes)
        self.table.fit_rows()
        is_there = self._wanted is not None and self.table.select_place(self._wanted)
        if self.table.passage is None:
            self.table.select_first()
        if is_there or (self._wanted is not None and self._held):
            self._wanted = None
            self.table.setFocus()
        self._show_state()
        # The first portion is not counted, and may hold less than the window has room for.
        QTimer.singleShot(0, self.table, self._go_on_if_needed)

    def _go_on_if_needed(self) -> None:
        if self._articles is None or self.table.is_near_end():
            self.asking.go_on()

    def _show_problem(self, problem: str) -> None:
        self._problem = problem
        self._show_state()

    def _begin(self) -> None:
        self._problem, self._articles = "", 0
        self.table.clear()
        self._show_state()

    def _follow(self, draft: Draft) -> None:
        self.table.results.follow(draft.changes)

    def _show_state(self) -> None:
        """Say how much was found, or why nothing is there."""
        results = self.table.results
        self.table.setVisible(bool(results.passages))
        self.empty.setVisible(not results.passages)
        self.save_button.setEnabled(bool(self.field.text().strip()))
        self._show_words()
        if not self.asking.is_beginning:
            self._held.press_soon() if results.passages else self._held.drop()
        if not results.passages:
            self.count.clear()
            self.empty.setText(self._empty_words())
        elif self.asking.following is None:
            self.count.setText(self._counted(results.passages, results.articles))
        else:
            many = self.tr("Passages of {} articles, as you read on")
            so_far = many if self._articles is not None else self.tr("The first passages")
            self.count.setText(so_far.format(counted(self._articles or 0)))

    def _show_words(self) -> None:
        self.label_button.setEnabled(bool(self.words and self.table.results.passages))

    def _counted(self, passages: int, articles: int) -> str:
        if passages == 1:
            return self.tr("1 passage")
        sentence = self.tr("{} passages in 1 article")
        if articles > 1:
            sentence = self.tr("{} passages in {} articles")
        return sentence.format(counted(passages), counted(articles))

    def _empty_words(self) -> str:
        if not self.field.text().strip():
            return self.tr("Search the texts and labels of all articles.")
        if self._problem:
            return self._problem
        if self.asking.is_busy:
            return self.tr("Searching…")
        articles = self._session.count()
        sentence = self.tr("No match for “{}” in {} articles. Try fewer words.")
        if articles == 1:
            sentence = self.tr("No match for “{}” in the one article. Try fewer words.")
        unclosed = self.tr("A quotation mark is not closed: the rest is one phrase.")
        words = sentence.format(self.asking.query, counted(articles))
        return f"{words} {unclosed}" if is_unclosed(self.asking.query) else words

    def _typed(self, text: str) -> None:
        if self.field.hasFocus():
            self._wanted = None
        self.asking.ask(text)
        if not self.table.results.passages:
            self._show_state()

    def _step(self, direction: int) -> None:
        """Move the keyboard on: query, passages, saved searches."""
        saved = self._side.card.findChildren(QPushButton)[:1]
        stops = [each for each in (self.field, self.table, *saved) if each.isVisible()]
        here = next((n for n, each in enumerate(stops) if each.hasFocus()), -direction)
        stops[(here + direction) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _made_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Search all articles: words, “a phrase”, label:claim …"))
        field.setAccessibleName(self.tr("Search all articles"))
        field.setClearButtonEnabled(True)
        field.setMinimumHeight(36)
        return field

    def _lay_out(self) -> None:
        self.save_button = QPushButton(self.tr("Save search…"))
        self.label_button = QPushButton(self.tr("Label all…"))
        give_tip(self.label_button, self.tr("Label every place of these words"))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.label_button)
        top.addWidget(self.save_button)
        middle = QVBoxLayout()
        middle.setContentsMargins(16, 14, 16, 0)
        middle.setSpacing(6)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        middle.addLayout(top)
        middle.addWidget(self.count)
        middle.addWidget(self.empty, 1)
        middle.addWidget(self.table, 1)
        middle.addWidget(self.entry)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._side = SearchSide(self.saved)
        layout.addWidget(self._side)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        layout.addWidget(self._splitter, 1)
        content = QWidget()
        self._splitter.addWidget(content)
        content.setLayout(middle)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.activated_row.connect(self._open)
        self.table.near_end.connect(self.asking.go_on)
        self.asking.begun.connect(self._begin)
        self.asking.found.connect(self._show_portion)
        self.asking.refused.connect(self._show_problem)
        self._side.card.chosen.connect(self._choose)
        self._side.card.renamed.connect(self._ask_name)
        self._side.card.removed.connect(lambda search: self.saved.remove(search.name))
        self.save_button.clicked.connect(self.save)
        self.label_button.clicked.connect(self.labels_wanted)
        self.table.moved.connect(self._show_words)
        self.entry.keys_freed.connect(self.field.setFocus)
        self._session.changed.connect(self._follow)
