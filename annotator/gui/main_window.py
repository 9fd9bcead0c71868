"""The frame around the screens: menus, status line, opening and leaving a project."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget

from annotator.domain.errors import UserError
from annotator.domain.scheme import LabelChoice
from annotator.gui import actions, geometry, keys
from annotator.gui.actions import Action
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.files import FileCommands
from annotator.gui.helping import HelpCommands
from annotator.gui.keymap import Keymap
from annotator.gui.language import from_core
from annotator.gui.menus import Commands
from annotator.gui.panel.labels import sign_of
from annotator.gui.places import PAUSE_MILLISECONDS
from annotator.gui.prompts import Prompts
from annotator.gui.recent import RecentMenu
from annotator.gui.session import Session
from annotator.gui.sitting import Sitting
from annotator.gui.viewing import ViewCommands
from annotator.gui.widgets.status_line import StatusLine
from annotator.gui.window_state import WindowState
from annotator.operations import library
from annotator.settings import Settings, home
from annotator.storage.project import SUFFIX

if TYPE_CHECKING:
    from annotator.gui.dressing import Dressing
    from annotator.gui.preferences.opening import PreferencesOpener
    from annotator.gui.screens import Screens

SAMPLE = "Sample.annotator"
TITLE = "Annotator"


class MainWindow(QMainWindow):
    """One window on one project."""

    def __init__(self, settings: Settings, state: WindowState, prompts: Prompts) -> None:
        super().__init__()
        prompts.parent = self
        self._sitting: Sitting | None = None
        self.settings = settings
        self._state = state
        self._prompts = prompts
        self._preferences: PreferencesOpener | None = None
        self._dressing: Dressing | None = None
        self._screens: Screens | None = None
        self._reason = ""
        self._is_first_start = not state.has_started_before
        self._choices: dict[str, LabelChoice] = {}
        self.status = StatusLine(self.statusBar())
        self.commands = Commands(self, self._perform, Keymap(settings.folder))
        self.commands.rekeyed.connect(self._rekey)
        self.commands.pointed.connect(self._say_why_not)
        self.files = FileCommands(self, prompts, state, self)
        self.views = ViewCommands(self, self, settings)
        self.help = HelpCommands(
            self, self, prompts, settings=settings, begin_steps=self._begin_steps
        )
        self._later = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._later.timeout.connect(self._keep_geometry)
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 560)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        geometry.restore(self, state.value("geometry"))

    @property
    def session(self) -> Session | None:
        """The work with the open project."""
        return self._sitting.session if self._sitting is not None else None

    @property
    def annotating(self) -> AnnotateScreen | None:
        """The screen of the article."""
        return self._sitting.screen if self._sitting is not None else None

    def open_project(
        self, path: Path, *, annotator: str | None = None, article: str | None = None
    ) -> bool:
        """Leave the open project and open another; false, and a message, when it cannot be."""
        if self.session is not None and path.absolute() == self.session.path.absolute():
            return True
        try:
            session = Session(path, annotator=annotator)
        except UserError as problem:
            self.warn(str(problem))
            if self.session is None:
                raise
            return False
        if not self.leave_project():
            session.close()
            return False
        self._state.opened(path)
        self._later.start()
        self._show_session(session)
        self._begin(article)
        return True

    def open_sample(self) -> bool:
        """Open the sample project, made anew if need be; false, and a message, when it cannot."""
        path = home() / SAMPLE
        try:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                library.new_project(path, with_sample=True, title=self.tr("Sample"))
        except UserError as problem:
            self.warn(str(problem))
            return False
        except OSError as error:
            sentence = self.tr(
                "The sample project cannot be made in {} ({}). Nothing was changed. "
                "Open a project of yours with Ctrl+O."
            )
            told = keys.with_present_keys(sentence, self.commands.shown_key)
            self.warn(told.format(path.parent, (error.strerror or str(error)).lower()))
            return False
        return self.open_project(path)

    def reload_queue(self) -> None:
        """Show the articles that are there now."""
        if self.annotating is not None:
            self.annotating.queue.load()

    def tell(self, text: str, *, is_news: bool = False) -> None:
        """Say something in the status line, and to a screen reader."""
        words = from_core(text)
        (self.status.tell_news if is_news else self.status.tell)(words)
        if self.annotating is not None and words:
            self.annotating.view.announce(words)

    def alarm(self, text: str) -> None:
        """Say at once that work is not on the disk."""
        words = from_core(text)
        self.status.tell(words)
        if self.annotating is not None:
            self.annotating.view.announce(words, is_urgent=True)

    def warn(self, text: str) -> None:
        """Say why something was not done; it stays until something else is done or said."""
        self.tell(text)
        self.status.keep_message(is_problem=True)

    def undo(self) -> None:
        """Take the last step back."""
        if self.session is not None:
            self.session.undo(stays=not self.is_annotating)

    def redo(self) -> None:
        """Make what was taken back again."""
        if self.session is not None:
            self.session.redo(stays=not self.is_annotating)

    @property
    def screens(self) -> "Screens":
        """The screens beside the article, loaded when first asked for."""
        if self._screens is None:
            from annotator.gui.screens import Screens

            self._screens = Screens(self, self)
            self._screens.changed.connect(self._follow_screen)
        return self._screens

    def standing(self) -> object:
        """Which screen other than the article's is shown, with its state."""
        return self._screens.kept if self._screens is not None else None

    def bring_back(self, screen: object) -> None:
        """Show the screen on which the window was closed."""
        self.screens.bring_back(screen)

    @property
    def is_annotating(self) -> bool:
        """Whether the article is shown."""
        return self._screens is None or self._screens.is_annotating

    def show_mode(self, mode: str, hint: str) -> None:
        """Say where the person is, and what the keys do there."""
        self.status.mode.setText(mode)
        self.status.hints.set_whole(hint)

    def preferences(self) -> None:
        """Show everything that can be chosen."""
        if self._preferences is None:
            from annotator.gui.preferences.opening import PreferencesOpener

            self._preferences = PreferencesOpener(
                self,
                self.settings,
                self._state,
                self.commands,
                open_project=lambda: self.session.path if self.session else None,
            )
        self._preferences.open()

    def dress(self) -> None:
        """Give the menus their icons, once the first article is on the screen."""
        if self._dressing is None:
            return
        signs = {}
        for action_id, choice in self._choices.items():
            label = self.session.scheme.label(choice.label) if self.session else None
            if label is not None:
                signs[action_id] = sign_of(choice, label)
        self._dressing.begin(self.views.theme, signs)
        if self._screens is not None:
            self._screens.set_theme(self.views.theme)

    def dress_from_now_on(self) -> None:
        """The first article is on the screen; there is time for icons."""
        from annotator.gui.dressing import Dressing

        self._dressing = Dressing(self.commands)
        self.dress()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what waits, remember the place, and go."""
        if not self.leave_project():
            event.ignore()
            return
        self._keep_geometry()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Remember the size soon."""
        super().resizeEvent(event)
        self._later.start()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Remember the place on the screen soon."""
        super().moveEvent(event)
        self._later.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped project is opened, other files are imported."""
        from annotator.gui.dropped import paths_of

        paths = paths_of(event.mimeData().urls())
        event.acceptProposedAction()
        projects = [path for path in paths if path.suffix == SUFFIX and path.is_file()]
        if projects:
            self.open_project(projects[0])
        elif paths:
            self.files.offer(paths)

    def _perform(self, row: Action) -> None:
        if self._screens is not None and (does := self._screens.claimed(row)) is not None:
            does()
            return
        choice = self._choices.get(row.id)
        if choice is not None and self.annotating is not None:
            self.annotating.give(choice)
            return
        owner = self.owner(row)
        if owner is not None:
            getattr(owner, row.method)(*row.arguments)
        self.views.show_ticks()

    def owner(self, row: Action) -> object | None:
        """Who does an action, by the first part of its id."""
        own: dict[str, object] = {"file": self.files, "view": self.views, "help": self.help}
        if row.id in ("edit.undo", "edit.redo", "edit.preferences"):
            return self
        if row.owner == "screens" or row.where:
            return self.screens.owner(row)
        return own.get(row.owner) or (self.annotating.owner(row.owner) if self.annotating else None)

    def build_menus(self) -> None:
        """Make the menus anew, with the labels of the open project if there is one."""
        scheme = self.session.scheme if self.session else None
        self._choices = {row.id: each for row, each in actions.label_rows(scheme)} if scheme else {}
        self.commands.replace(actions.every_row(scheme))
        self._fill_menus()

    def _fill_menus(self) -> None:
        special = {"file": self._recent_menu, "view": self.views.theme_menu}
        self.commands.fill(self.menuBar(), special)
        self._enable()

    def _recent_menu(self, parent: QMenu) -> QMenu:
        return RecentMenu(
            parent,
            self._state,
            open_project=self.open_project,
            warn=self.warn,
            key_of=self.commands.shown_key,
        )

    def _rekey(self) -> None:
        """Commands have other keys: menus, panel and hints show them."""
        self._fill_menus()
        self.dress()
        self.views.show_ticks()
        if self.annotating is not None:
            self.annotating.show_keys(self.commands.shown_key)

    def _follow_screen(self) -> None:
        self._enable()
        if self._sitting is not None:
            self._sitting.follow_screen()

    def _enable(self) -> None:
        has_article = bool(self.session and self.session.sheet) and self.is_annotating
        is_review = self._screens is not None and self._screens.current == "review"
        needs = {"project": bool(self.session), "article": has_article, "review": is_review}
        self.commands.enable(needs)
        self.views.show_ticks()

    def _show_session(self, session: Session) -> None:
        # Born where it stays: put there later, all of it would be styled anew.
        stack = QStackedWidget(self)
        screen = AnnotateScreen(session, self.settings, stack)
        is_first = session.path.name == SAMPLE and self._is_first_start
        self._sitting = Sitting(session, screen, self, state=self._state, is_first=is_first)
        session.opened.connect(lambda _: self._enable())
        screen.menu_wanted.connect(self._show_menu)
        screen.view.installEventFilter(self.commands)
        self.commands.has_letter_keys = self.settings.is_on("letter_keys")
        self.build_menus()
        screen.show_keys(self.commands.shown_key)
        self.dress()
        stack.addWidget(screen)
        self.setCentralWidget(stack)
        self.views.apply_to_screen()
        self.show_mode("", "")  # an article says what they are
        self.setWindowTitle(f"{session.title} — {TITLE}")
        self.setWindowFilePath(str(session.path))
        screen.queue.load()

    def _begin(self, article: str | None) -> None:
        if self._sitting is None:
            return
        self._sitting.begin(article)
        if not self.is_annotating:
            return
        if self.settings.is_on("first_steps") and self._sitting.session.path.name == SAMPLE:
            self._sitting.show_steps()

    def leave_project(self) -> bool:
        """Let go of the open project; false when the person would rather stay than lose labels."""
        sitting = self._sitting
        if sitting is None:
            return True
        if not sitting.close(self._prompts):
            return False
        self._sitting = None
        if self._screens is not None:
            self._screens.forget()
        sitting.end()
        return True

    def _begin_steps(self) -> None:
        self.settings.choose("first_steps", value=True)
        if not self.is_annotating:
            self.screens.annotate()
        self._show_steps()

    def _show_steps(self) -> None:
        if self._sitting is not None:
            self._sitting.show_steps(again=True)

    def _show_menu(self, place: QPoint) -> None:
        from annotator.gui.context_menu import context_menu

        screen = self.annotating
        if screen is not None:
            context_menu(self, self.commands, self._choices, can_do=screen.can_do).popup(place)

    def _say_why_not(self, row: Action | None) -> None:
        """The mouse is on a line of a menu that cannot be chosen, or there no longer."""
        if row is not None:
            from annotator.gui.reasons import why_not

            self._reason = why_not(row, self)
            self.status.tell(self._reason)
        elif self._reason:
            self._reason = ""
            self.status.tell("")

    def _keep_geometry(self) -> None:
        self._later.stop()
        self._state.remember("geometry", geometry.kept(self))
        self._state.keep()
