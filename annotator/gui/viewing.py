"""How the window looks: text size, panes, markup, colours."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from annotator.gui import theme as looks
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.menus import Commands
from annotator.settings import Settings

STEP = 2
THEMES = ("system", "light", "dark", "contrast")


class Frame(Protocol):
    """What these commands ask of the window."""

    annotating: AnnotateScreen | None
    commands: Commands

    def dress(self) -> None:
        """Give the menus their icons in the colours of the theme."""


class ViewCommands(QObject):
    """What the view menu does; choices are kept and apply at once."""

    def __init__(self, frame: Frame, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._frame = frame
        self._window = window
        self._settings = settings
        self.theme = looks.choose(settings.text("theme"))
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self._follow_system())

    def larger_text(self) -> None:
        """Make the article's text larger."""
        self._resize(self._settings.number("text_size") + STEP)

    def smaller_text(self) -> None:
        """Make the article's text smaller."""
        self._resize(self._settings.number("text_size") - STEP)

    def usual_text(self) -> None:
        """Give the article's text its usual size."""
        self._settings.reset("text_size")
        self.apply_to_screen()

    def show_queue(self) -> None:
        """Show or hide the queue."""
        if self._frame.annotating is not None:
            self._frame.annotating.panes.show_queue(
                is_shown=not self._frame.annotating.queue.isVisible()
            )

    def show_panel(self) -> None:
        """Show or hide labels and inspector."""
        if self._frame.annotating is not None:
            self._frame.annotating.panes.show_panel(
                is_shown=not self._frame.annotating.panel.isVisible()
            )

    def hide_markup(self) -> None:
        """Hide or show syntax such as Markdown's."""
        self._settings.choose("hide_markup", value=not self._settings.is_on("hide_markup"))
        self.apply_to_screen()

    def next_pane(self) -> None:
        """Move the keyboard to the next pane."""
        if self._frame.annotating is not None:
            self._frame.annotating.panes.step(1)

    def previous_pane(self) -> None:
        """Move the keyboard to the pane before."""
        if self._frame.annotating is not None:
            self._frame.annotating.panes.step(-1)

    def full_screen(self) -> None:
        """Fill the screen, or no longer."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def theme_menu(self) -> QMenu:
        """The choice of colours."""
        names = (self.tr("System"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        menu = QMenu(self.tr("Colours"), self._window)
        group = QActionGroup(menu)
        for theme_id, name in zip(THEMES, names, strict=True):
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(self._settings.text("theme") == theme_id)
            action.triggered.connect(lambda _=False, chosen=theme_id: self.choose_theme(chosen))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def choose_theme(self, name: str) -> None:
        """Show everything in other colours, now and from now on."""
        self._settings.choose("theme", name)
        self.apply_theme()

    def apply_theme(self) -> None:
        """Show everything in the chosen colours."""
        is_system = self._settings.text("theme") == "system"
        if is_system:
            QGuiApplication.styleHints().unsetColorScheme()
        self.theme = looks.choose(self._settings.text("theme"))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            looks.apply(app, self.theme)
        if is_system:
            # What was set by us would hide the desktop's next change.
            QGuiApplication.styleHints().unsetColorScheme()
        self.apply_to_screen()
        self._frame.dress()

    def apply_to_screen(self) -> None:
        """Give a new screen the chosen colours and sizes."""
        screen = self._frame.annotating
        if screen is None:
            return
        if screen.view.theme is not self.theme:
            screen.set_theme(self.theme)
        screen.view.set_text_size(self._settings.number("text_size"))
        screen.view.set_hidden_markup(self._settings.is_on("hide_markup"))
        self.show_ticks()

    def show_ticks(self) -> None:
        """Tick what is shown in the menu."""
        screen, commands = self._frame.annotating, self._frame.commands
        if screen is not None:
            commands.action("view.show_queue").setChecked(not screen.queue.isHidden())
            commands.action("view.show_panel").setChecked(not screen.panel.isHidden())
        commands.action("view.hide_markup").setChecked(self._settings.is_on("hide_markup"))
        commands.action("view.full_screen").setChecked(self._window.isFullScreen())

    def keep_text_size(self, pixels: int) -> None:
        """The text size was changed by the wheel."""
        self._settings.choose("text_size", pixels)

    def _follow_system(self) -> None:
        if self._settings.text("theme") != "system":
            return
        if looks.choose("system") is not self.theme:
            self.apply_theme()

    def _resize(self, pixels: int) -> None:
        self._settings.choose("text_size", min(max(pixels, 14), 36))
        self.apply_to_screen()
