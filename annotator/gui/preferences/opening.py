"""Opens the preferences, which are made when they are first wanted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.gui.keys_editor.page import ShortcutPage
from annotator.gui.menus import Commands
from annotator.gui.preferences.places import PlacesOfFiles
from annotator.gui.preferences.window import Extra, PreferencesWindow
from annotator.gui.window_state import WindowState
from annotator.settings import Settings


class PreferencesOpener:
    """Holds the one window of preferences."""

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        state: WindowState,
        commands: Commands,
        *,
        open_project: Callable[[], Path | None],
    ) -> None:
        self._places = PlacesOfFiles(state, settings.folder, open_project=open_project)
        words = QCoreApplication.translate(
            "PreferencesOpener", "folder path backup copy log recent projects"
        )
        names = QCoreApplication.translate(
            "PreferencesOpener", "keyboard shortcuts commands preset vim left hand QualCoder"
        )
        extras = {
            "files": Extra(self._places, words),
            "keys": Extra(ShortcutPage(settings, commands), names, is_tall=True),
        }
        self._preferences = PreferencesWindow(window, settings, extras)

    def open(self) -> None:
        """Show the preferences."""
        self._places.refresh()
        self._preferences.show()
        self._preferences.raise_()
        self._preferences.activateWindow()
