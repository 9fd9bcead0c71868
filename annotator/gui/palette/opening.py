"""Opening the palette on what the window offers now, and doing what was chosen."""

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMainWindow

from annotator.gui import keys
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.menus import Commands
from annotator.gui.palette.popup import CommandPalette
from annotator.gui.palette.ranking import Articles, Entry
from annotator.gui.reasons import why_not
from annotator.gui.session import Session
from annotator.gui.theme import Theme
from annotator.settings import Settings, setting

KEPT = 8
"""How many of the commands used last come first."""
_RECENT = "recent_commands"
_ARTICLE, _SEARCH, _COLOURS = "article:", "search:", "colours:"
_ANNOTATE = "screens.annotate"


class Searches(Protocol):
    """What knows the searches that are saved."""

    def saved_searches(self) -> list[tuple[str, str]]:
        """The names of saved searches, each with its query."""

    def search_for(self, query: str) -> None:
        """Show the passages for a query."""


class Frame(Protocol):
    """What the palette asks of the window."""

    commands: Commands

    @property
    def annotating(self) -> AnnotateScreen | None:
        """The screen of the article."""

    @property
    def session(self) -> Session | None:
        """The work with the open project."""

    @property
    def screens(self) -> Searches:
        """What shows the saved searches."""


class PaletteOpener(QObject):
    """Holds the palette of a window; what was chosen last is kept in the settings."""

    def __init__(self, frame: Frame, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._frame = frame
        self._settings = settings
        self.palette = CommandPalette(window, self._icon_of)
        self.palette.chosen.connect(self._run)

    def toggle(self, theme: Theme) -> None:
        """Open the palette, or close it."""
        if self.palette.isVisible():
            self.palette.leave()
            return
        screen = self._frame.annotating
        articles = Articles(screen.queue.model.every if screen is not None else ())
        recent = self._settings.text(_RECENT).split()
        self.palette.open(list(self._entries()), articles, recent=recent, theme=theme)

    def set_theme(self, theme: Theme) -> None:
        """Show an open palette in other colours."""
        if self.palette.isVisible():
            self.palette.set_theme(theme)

    def _entries(self) -> Iterator[Entry]:
        for row in self._frame.commands.rows():
            is_label = row.owner == "label"
            yield Entry(
                row.id,
                row.shown_title,
                self.tr("Label") if is_label else row.shown_menu,
                keys.shown(row.every_key[0]) if row.every_key else "",
                "label" if is_label else "command",
                why_not(row, self._frame),
            )
        colours = setting("theme")
        for theme_id, name in zip(colours.choices, colours.names, strict=True):
            shown = QCoreApplication.translate("Settings", name)
            title = self.tr("Colours: {}").format(shown)
            yield Entry(f"{_COLOURS}{theme_id}", title, self.tr("View"))
        for name, query in self._frame.screens.saved_searches():
            yield Entry(f"{_SEARCH}{query}", name, self.tr("Search"), "", "search", "")

    def _icon_of(self, entry: Entry) -> QIcon | None:
        if entry.kind == "article" or entry.id.startswith(_COLOURS):
            return None
        if entry.kind == "search":
            return self._frame.commands.icon("screens.search")
        return self._frame.commands.icon(entry.id)

    def _run(self, entry: Entry) -> None:
        if entry.kind == "article":
            if self._frame.session is not None:
                self._frame.session.open_article(entry.id.removeprefix(_ARTICLE))
            self._frame.commands.action(_ANNOTATE).trigger()
            return
        if entry.kind == "search":
            self._frame.screens.search_for(entry.id.removeprefix(_SEARCH))
            return
        others = [each for each in self._settings.text(_RECENT).split() if each != entry.id]
        self._settings.choose(_RECENT, " ".join([entry.id, *others][:KEPT]))
        if entry.id.startswith(_COLOURS):
            self._settings.choose("theme", entry.id.removeprefix(_COLOURS))
            return
        self._frame.commands.action(entry.id).trigger()
