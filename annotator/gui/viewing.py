"""How the window looks: text size, panes, markup, colours."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from annotator.gui import theme as looks
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.article.typography import Typesetting
from annotator.gui.menus import Commands
from annotator.gui.session import Session
from annotator.settings import Settings, setting

if TYPE_CHECKING:
    from annotator.gui.palette.opening import PaletteOpener, Searches

STEP = 2
_OF_WINDOW = ("theme", "interface_size", "reduced_motion")


class Frame(Protocol):
    """What these commands ask of the window."""

    commands: Commands

    @property
    def annotating(self) -> AnnotateScreen | None:
        """The screen of the article."""

    @property
    def session(self) -> Session | None:
        """The work with the open project."""

    @property
    def screens(self) -> "Searches":
        """What shows the saved searches, for the palette."""

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
        self._palette: PaletteOpener | None = None
        self._worn: tuple[object, ...] = ()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _: self._follow_system())
        hints.accessibility().contrastPreferenceChanged.connect(lambda _: self._follow_system())
        settings.watch(self._follow_setting)

    def larger_text(self) -> None:
        """Make the article's text larger."""
        self._resize(self._settings.number("text_size") + STEP)

    def smaller_text(self) -> None:
        """Make the article's text smaller."""
        self._resize(self._settings.number("text_size") - STEP)

    def usual_text(self) -> None:
        """Give the article's text its usual size."""
        self._settings.reset("text_size")

    def show_queue(self) -> None:
        """Show or hide the queue."""
        if self._frame.annotating is not None:
            was_covered = self._frame.annotating.focusing.leave()
            self._frame.annotating.panes.show_queue(
                is_shown=was_covered or not self._frame.annotating.queue.isVisible()
            )

    def show_panel(self) -> None:
        """Show or hide labels and inspector."""
        if self._frame.annotating is not None:
            was_covered = self._frame.annotating.focusing.leave()
            self._frame.annotating.panes.show_panel(
                is_shown=was_covered or not self._frame.annotating.panel.isVisible()
            )

    def hide_markup(self) -> None:
        """Hide or show syntax such as Markdown's."""
        self._settings.choose("hide_markup", value=not self._settings.is_on("hide_markup"))

    def toggle_layer(self, label: str) -> None:
        """Show or hide what bears a label."""
        if self._frame.annotating is not None:
            self._frame.annotating.layers.toggle(label)

    def show_suggestions(self) -> None:
        """Show what engines propose, or hide it."""
        is_on = self._settings.is_on("show_suggestions")
        self._settings.choose("show_suggestions", value=not is_on)

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

    def open_palette(self) -> None:
        """Show every command by name, or close that list."""
        if self._palette is None:
            from annotator.gui.palette.opening import PaletteOpener

            self._palette = PaletteOpener(self._frame, self._window, self._settings)
        self._palette.toggle(self.theme)

    def focus_mode(self) -> None:
        """Show the paragraph alone, or everything again."""
        if self._frame.annotating is not None:
            self._frame.annotating.focusing.toggle()

    def theme_menu(self, parent: QMenu) -> QMenu:
        """The choice of colours."""
        colours = setting("theme")
        menu = QMenu(self.tr("Colours"), parent)
        group = QActionGroup(menu)
        for theme_id, name in zip(colours.choices, colours.names, strict=True):
            action = QAction(group)
            action.setText(QCoreApplication.translate("Settings", name))
            action.setObjectName(theme_id)
            action.setCheckable(True)
            action.setChecked(self._settings.text("theme") == theme_id)
            menu.addAction(action)
        group.triggered.connect(lambda chosen: self.choose_theme(chosen.objectName()))
        menu.aboutToShow.connect(lambda: self._tick_theme(group))
        return menu

    def _tick_theme(self, group: QActionGroup) -> None:
        for action in group.actions():
            action.setChecked(action.objectName() == self._settings.text("theme"))

    def choose_theme(self, name: str) -> None:
        """Show everything in other colours, now and from now on."""
        self._settings.choose("theme", name)

    def apply_theme(self) -> None:
        """Show everything in the chosen colours."""
        is_system = self._settings.text("theme") == "system"
        if is_system:
            QGuiApplication.styleHints().unsetColorScheme()
        self.theme = looks.choose(self._settings.text("theme"))
        looks.set_interface_size(self._settings.number("interface_size"))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            looks.apply(app, self.theme)
            looks.reduce_motion(app, is_reduced=self._settings.is_on("reduced_motion"))
        if is_system:
            # What was set by us would hide the desktop's next change.
            QGuiApplication.styleHints().unsetColorScheme()
        self.apply_to_screen()
        if self._palette is not None:
            self._palette.set_theme(self.theme)
        self._frame.dress()

    def apply_to_screen(self) -> None:
        """Give a new screen the chosen colours and sizes."""
        screen = self._frame.annotating
        if screen is None:
            return
        worn = (screen, self.theme, self._settings.number("interface_size"))
        if worn != self._worn:
            self._worn = worn
            screen.set_theme(self.theme)
        screen.view.set_type(self._settings.number("text_size"), self._typesetting())
        self._frame.commands.has_letter_keys = self._settings.is_on("letter_keys")
        screen.view.set_hidden_markup(self._settings.is_on("hide_markup"))
        if self._frame.session is not None:
            is_on = self._settings.is_on("show_suggestions")
            self._frame.session.show_suggestions(is_on=is_on)
        self.show_ticks()

    def show_ticks(self) -> None:
        """Tick what is shown in the menu."""
        screen, tick = self._frame.annotating, self._frame.commands.tick
        if screen is not None:
            tick("view.show_queue", is_on=not screen.queue.isHidden())
            tick("view.show_panel", is_on=not screen.panel.isHidden())
            tick("view.focus_mode", is_on=screen.focusing.is_on)
            for action_id, is_shown in screen.layers.shown():
                tick(action_id, is_on=is_shown)
        tick("view.show_suggestions", is_on=self._settings.is_on("show_suggestions"))
        session = self._frame.session
        is_for_agreement = session is not None and session.is_for_agreement
        tick("suggest.toggle_agreement", is_on=is_for_agreement)
        tick("suggest.allow_pages", is_on=session is not None and session.allows_pages)
        tick("view.hide_markup", is_on=self._settings.is_on("hide_markup"))
        tick("view.full_screen", is_on=self._window.isFullScreen())

    def keep_text_size(self, pixels: int) -> None:
        """The text size was changed by the wheel."""
        self._settings.choose("text_size", pixels)

    def _typesetting(self) -> Typesetting:
        """How the person wants the article to be set."""
        numbers = ("line_height", "measure", "paragraph_gap", "letter_spacing", "word_spacing")
        return Typesetting(
            self._settings.text("text_font"), *(self._settings.number(name) for name in numbers)
        )

    def _follow_setting(self, key: str) -> None:
        if key in _OF_WINDOW:
            self.apply_theme()
        else:
            self.apply_to_screen()

    def _follow_system(self) -> None:
        if self._settings.text("theme") != "system":
            return
        if looks.choose("system") is not self.theme:
            self.apply_theme()

    def _resize(self, pixels: int) -> None:
        self._settings.choose("text_size", min(max(pixels, 14), 36))
