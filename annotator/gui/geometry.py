"""The place of a window on the screens, also when a screen is gone since."""

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

USUAL = (1280, 800)
_IN_SIGHT = 120
"""So many pixels of a window's top must lie on a screen for a person to get hold of it."""


def kept(window: QWidget) -> str:
    """Size, place and state of a window as one word."""
    return bytes(window.saveGeometry().toBase64().data()).decode()


def restore(window: QWidget, held: object) -> None:
    """Put a window where it was, or where it can be seen; the usual size when nothing is held."""
    words = held.encode("ascii", "ignore") if isinstance(held, str) else b""
    if not words or not window.restoreGeometry(QByteArray.fromBase64(words)):
        window.resize(*USUAL)
        return
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if screens and not window.isFullScreen() and not window.isMaximized():
        place = within(window.geometry(), screens)
        if place != window.geometry():
            window.setGeometry(place)


def within(place: QRect, screens: list[QRect]) -> QRect:
    """The same place if its top can be reached on a screen, else the first screen's middle."""
    top = QRect(place.left(), place.top(), place.width(), 40)
    for screen in screens:
        shared = screen.intersected(top)
        if shared.width() >= min(_IN_SIGHT, place.width()) and shared.height() > 0:
            return QRect(place.topLeft(), place.size().boundedTo(screen.size()))
    moved = QRect(place.topLeft(), place.size().boundedTo(screens[0].size()))
    moved.moveCenter(screens[0].center())
    return moved
