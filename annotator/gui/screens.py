"""The screens beside the article: going from one to another.

A screen is made when it is first shown. Until then the article has the window for itself, so that
nothing here is loaded when the program starts.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from annotator.gui.actions import Action
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.screen_rows import (
    ANNOTATE,
    COMPARE,
    DASHBOARD,
    FEEDBACK,
    FLAGS,
    IMPORTS,
    PASSAGES,
    REPRINTS,
    REVIEW,
    SEARCH,
    TABLE,
    Frame,
    Screen,
)
from annotator.gui.session import Session
from annotator.gui.theme import Theme

if TYPE_CHECKING:
    from annotator.gui.people.opening import PeopleCommands


class Screens(QObject):
    """Shows one screen of the open project at a time."""

    changed = Signal()

    def __init__(self, frame: Frame, window: QMainWindow) -> None:
        super().__init__(window)
        self.frame = frame
        self._window = window
        self._made: dict[str, Screen] = {}
        self._session: Session | None = None
        self._came_from: str | None = None
        self._before: object = None
        self._dialog: QDialog | None = None
        self._people: PeopleCommands | None = None
        self.current = ANNOTATE
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._hint)

    @property
    def is_annotating(self) -> bool:
        """Whether the article is shown."""
        return self.current == ANNOTATE

    def claimed(self, row: Action) -> Callable[[], None] | None:
        """What an action does on the screen that is shown, if it differs."""
        screen = self._made.get(self.current)
        if screen is None:
            return None
        found = screen.claims.get(row.id)
        return self._go_to_article if found is None and row.id == "article.go_to" else found

    def _go_to_article(self) -> None:
        """The queue, in which articles are found, stands beside the article."""
        annotating = self.frame.annotating
        if annotating is not None:
            self.annotate()
            annotating.articles.go_to()

    def annotate(self) -> None:
        """Show the article."""
        annotating = self.frame.annotating
        if annotating is None:
            return
        if not self.is_annotating:
            self._show(ANNOTATE, annotating)
        annotating.view.setFocus()
        annotating.say_again()

    def search(self) -> None:
        """Show the search over all articles; words selected in the article are looked for."""
        words = self._selected_words()
        if words:
            self.search_for(f'"{words}"')
        else:
            self.show_screen(SEARCH)

    def _selected_words(self) -> str:
        """The words selected in the article, if it is shown and they are on one line."""
        annotating, session = self.frame.annotating, self.frame.session
        if annotating is None or session is None or session.sheet is None:
            return ""
        place = annotating.view.selection
        words = place.cut_from(session.sheet.article.text) if place else ""
        return words.strip() if self.is_annotating and not set(words) & set('\n"“”„«»') else ""

    def flags(self) -> None:
        """Show the inbox of flags."""
        self.show_screen(FLAGS)

    def reprints(self) -> None:
        """Show articles with the words of others, and newer versions."""
        self.show_screen(REPRINTS)

    def feedback(self) -> None:
        """Show what became of the annotator's own labels."""
        self.show_screen(FEEDBACK)

    def passages(self, kind: str = "", value: str = "") -> None:
        """Show passages with something in common: what is given, else what is selected."""
        from annotator.gui.passages.opening import begin

        annotating = self.frame.annotating if self.is_annotating else None
        self.show_screen(PASSAGES)
        begin(self.screen(PASSAGES), annotating, self.frame.session, kind, value)

    def dashboard(self) -> None:
        """Show the project in numbers."""
        self.show_screen(DASHBOARD)

    def save_search(self) -> None:
        """Keep what is searched under a name."""
        from annotator.gui.search.screen import SearchScreen

        if self.current != SEARCH:
            self.search()
        screen = self.screen(SEARCH)
        if isinstance(screen, SearchScreen):
            screen.save()

    def saved_searches(self) -> list[tuple[str, str]]:
        """The searches that can be chosen by name: each name and its query."""
        from annotator.gui.search.saved import SavedSearches
        from annotator.gui.search.screen import SearchScreen

        session, made = self.frame.session, self._made.get(SEARCH)
        if session is None:
            return []
        held = made.saved if isinstance(made, SearchScreen) else SavedSearches(session, self)
        return [(each.name, each.query) for each in held.every()]

    def search_for(self, query: str) -> None:
        """Show the passages for a query."""
        from annotator.gui.search.screen import SearchScreen

        self.show_screen(SEARCH)
        screen = self.screen(SEARCH)
        if isinstance(screen, SearchScreen):
            screen.field.setText(query)

    def label_all(self) -> None:
        """Label every place of the selected words, or of those that are looked for."""
        from annotator.gui.search.opening import label_all

        frame = self.frame
        if frame.session is not None and frame.annotating is not None:
            found = self._made.get(SEARCH) if self.current == SEARCH else None
            self._dialog = label_all(
                self._window,
                frame.session,
                frame.commands,
                annotating=frame.annotating,
                found=found,
                theme=frame.views.theme,
                tell=frame.tell,
            )
            if self._dialog is not None:
                self._dialog.finished.connect(self._forget_dialog)

    def compare(self) -> None:
        """Put another article beside the open one, to link the selected annotation."""
        annotating, session = self.frame.annotating, self.frame.session
        if annotating is None or session is None:
            return
        annotation = annotating.selected.annotation(session.sheet)
        if annotation is None:
            self.frame.tell(self.tr("Select an annotation first: E, or a click on it."))
            return
        from annotator.gui.compare.screen import CompareScreen

        self.show_screen(COMPARE)
        screen = self.screen(COMPARE)
        if isinstance(screen, CompareScreen):
            screen.set_text_size(annotating.view.text_size)
            screen.begin(annotation)

    def show_named(self, name: str) -> bool:
        """Show a screen that a command line asks for; false when this version has none such."""
        is_known = name in TABLE
        if is_known:
            self.show_screen(name)
        return is_known

    def review(self) -> None:
        """Show what annotators differ in."""
        self.show_screen(REVIEW)

    def next_disagreement(self) -> None:
        """The same by a letter: the review begins at the next difference that nobody settled."""
        self.review()

    def people(self) -> None:
        """Show who works in the project, and give out articles."""
        session = self.frame.session
        if session is None:
            return
        if self._people is None:
            from annotator.gui.people.opening import PeopleCommands

            self._people = PeopleCommands(session, self._window, own_time=self.own_time)
        self._people.open()

    def own_time(self) -> str:
        """How long the person's own articles took, in words for them alone; empty before any."""
        from annotator.gui.stopwatch import Stopwatch

        watch = self._window.findChild(Stopwatch)
        if watch is None:
            return ""
        watch.write()
        return watch.in_words()

    def owner(self, row: Action) -> object | None:
        """Who does an action: one that leads to a screen, or one that acts only on a screen."""
        if row.owner == "screens":
            return self
        from annotator.gui.review.screen import ReviewScreen

        screen = self.screen(row.where)
        return screen.deciding if isinstance(screen, ReviewScreen) else screen

    def offer_import(self, paths: Sequence[Path]) -> None:
        """Show what files hold before it comes in."""
        from annotator.gui.imports.screen import ImportScreen

        self.show_screen(IMPORTS)
        screen = self.screen(IMPORTS)
        if isinstance(screen, ImportScreen):
            screen.offer(paths)

    def show_screen(self, name: str, *, is_return: bool = False) -> None:
        """Show a screen by its name, made if need be."""
        screen = self.screen(name)
        if screen is None:
            return
        self._came_from = None
        self.frame.tell("")  # what was said about another screen does not hold here
        self._show(name, cast("QWidget", screen))
        self.frame.show_mode(self.tr(TABLE[name].title), screen.hint)
        if is_return:
            screen.return_here()
        else:
            screen.enter()

    @property
    def kept(self) -> list[object] | None:
        """The screen that is shown, with what a person would miss of it; none for the article."""
        screen = self._made.get(self.current)
        return None if screen is None else [self.current, dict(screen.kept)]

    def bring_back(self, kept: object) -> None:
        """Show the screen on which the window was closed."""
        match kept:
            case [str(name), dict(state)] if name in TABLE and (screen := self.screen(name)):
                self._show(name, cast("QWidget", screen))
                self.frame.show_mode(self.tr(TABLE[name].title), screen.hint)
                screen.bring_back(state)

    def screen(self, name: str) -> Screen | None:
        """A screen of the open project."""
        session = self.frame.session
        if session is None:
            return None
        if session is not self._session:
            self._begin(session)
        if name not in self._made:
            made = TABLE[name].make(self, session)
            self._made[name] = cast("Screen", made)
            self._made[name].set_theme(self.frame.views.theme)
            self._stack.addWidget(made)
        return self._made[name]

    def visit(self, article_id: str, show: Callable[[AnnotateScreen], None]) -> None:
        """Show an article from another screen; Esc there leads back to it."""
        session, annotating, name = self.frame.session, self.frame.annotating, self.current
        if session is None or annotating is None:
            return
        is_open = session.sheet is not None and session.sheet.article.id == article_id
        if not is_open and not session.open_article(article_id):
            return
        self.annotate()
        show(annotating)
        self._came_from = name
        self._before = (annotating.selected.state, annotating.view.selection)
        annotating.way_back = self.go_back

    def go_back(self) -> bool:
        """Back to where the article was opened from, if nothing was selected since."""
        annotating, name = self.frame.annotating, self._came_from
        if annotating is None or name is None:
            return False
        if (annotating.selected.state, annotating.view.selection) != self._before:
            return False
        annotating.view.set_hits((), None)
        self.show_screen(name, is_return=True)
        return True

    def hint_of(self, name: str, words: str) -> None:
        """Say what the keys of a screen do now, while it is shown."""
        if self.current == name:
            self.frame.show_mode(self.tr(TABLE[name].title), words)

    def set_theme(self, theme: Theme) -> None:
        """Show all screens in other colours."""
        for screen in self._made.values():
            screen.set_theme(theme)

    def forget(self) -> None:
        """The project is left: its screens go."""
        if self._dialog is not None:
            self._dialog.close()
        if self._people is not None:
            self._people.close()
            self._people = None
        for screen in self._made.values():
            screen.rest()
        self._made.clear()
        self._session = self._came_from = None
        self.current = ANNOTATE
        self._stack.deleteLater()

    def _begin(self, session: Session) -> None:
        self._session = session
        session.opened.connect(lambda _: self._follow_article())

    def _follow_article(self) -> None:
        """Another article was opened, by the queue or the palette: it is to be seen."""
        self._came_from = None
        if not self.is_annotating:
            self.annotate()

    def _forget_dialog(self) -> None:
        self._dialog = None
        self._window.activateWindow()

    def _hint(self, _: QWidget | None, now: QWidget | None) -> None:
        """Focus moves within a screen: the article's hints do not hold there."""
        screen = self._made.get(self.current)
        if now is not None and screen is not None:
            self.frame.show_mode(self.tr(TABLE[self.current].title), screen.hint)

    def _show(self, name: str, screen: QWidget) -> None:
        self.current = name
        annotating = self.frame.annotating
        if annotating is not None:
            # What becomes of the article is not said while another screen is shown.
            annotating.blockSignals(name != ANNOTATE)
            annotating.hints.blockSignals(name != ANNOTATE)
        self._stack.setCurrentWidget(screen)
        self.changed.emit()

    @property
    def _stack(self) -> QStackedWidget:
        """It holds all screens of the open project, the article first."""
        return cast("QStackedWidget", self._window.centralWidget())
