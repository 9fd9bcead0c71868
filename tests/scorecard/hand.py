"""A hand at the keyboard whose keys are counted, and somebody who watches what it sets off."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.gui.desk import Desk

_OF_A_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.HoverMove,
    QEvent.Type.TabletPress,
    QEvent.Type.TouchBegin,
}
_MAY_SHOW = {QEvent.Type.Show, QEvent.Type.KeyPress, QEvent.Type.FocusIn}


class Hand:
    """Presses keys; a modifier counts as a key, letters of a comment are counted apart."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.keys = 0

    def press(self, *strokes: str) -> None:
        """Press keys where the focus is."""
        self._desk.press(*strokes)
        self.keys += sum(stroke.rstrip("+").count("+") + 1 for stroke in strokes)

    def count(self, *strokes: str) -> int:
        """How many keys these are."""
        before = self.keys
        self.press(*strokes)
        return self.keys - before


class Onlooker(QObject):
    """Notes every event of a mouse, and every window that holds up the others."""

    def __init__(self) -> None:
        super().__init__()
        self.of_the_mouse: list[QEvent.Type] = []
        self.modal: list[str] = []
        self._app = QApplication.instance()
        assert self._app is not None
        self._app.installEventFilter(self)

    def leave(self) -> None:
        """Watch no longer."""
        assert self._app is not None
        self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what goes by."""
        kind = event.type()
        if kind in _OF_A_MOUSE:
            self.of_the_mouse.append(kind)
        elif kind in _MAY_SHOW and (modal := QApplication.activeModalWidget()) is not None:
            self.modal.append(type(modal).__name__)
        return super().eventFilter(watched, event)
