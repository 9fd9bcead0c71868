"""Files that fall onto the window, and come in once the person agrees."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from annotator.gui.imports.screen import ImportScreen
from tests.gui.desk import Desk


def drop(desk: Desk, files: Sequence[Path]) -> ImportScreen:
    """Let files fall onto the window, and wait until it is known what they hold."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    place, action, left = QPointF(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(desk.window, QDragEnterEvent(place.toPoint(), action, mime, left, held))
    QApplication.sendEvent(desk.window, QDropEvent(place, action, mime, left, held))
    return looked_at(desk)


def bring_in(desk: Desk, files: Sequence[Path]) -> None:
    """Let files fall onto the window, and agree."""
    drop(desk, files)
    desk.press("Enter")


def agree(desk: Desk) -> None:
    """Let what is looked at come in."""
    looked_at(desk)
    desk.press("Enter")


def looked_at(desk: Desk) -> ImportScreen:
    """The import screen, once it is known what the files hold."""
    screen = desk.find("Import", ImportScreen)
    desk.qtbot.waitUntil(lambda: not screen.looking.is_busy)
    return screen
