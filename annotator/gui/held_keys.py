"""Keys that a person pressed before there was what they are for."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class HeldKeys:
    """Keeps keys in their order until what they are for is there, and presses them then."""

    def __init__(self, widget: QWidget) -> None:
        """The widget is where they are pressed when nothing has the focus by then."""
        self._widget = widget
        self._held: list[QKeyEvent] = []

    def __iter__(self) -> Iterator[QKeyEvent]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def hold(self, event: QKeyEvent) -> bool:
        """Keep a key for later; true, since it is taken."""
        self._held.append(event.clone())
        return True

    def drop(self) -> None:
        """What they were for will not be there."""
        self._held = []

    def press_soon(self, *, is_meant: Callable[[QKeyEvent], bool] | None = None) -> None:
        """Press them once what is shown has settled, each where the focus is by then.

        Those that are not meant any more are let go.
        """
        if self._held:
            QTimer.singleShot(0, self._widget, lambda: self._press(is_meant))

    def _press(self, is_meant: Callable[[QKeyEvent], bool] | None) -> None:
        held, self._held = self._held, []
        for event in held:
            if is_meant is None or is_meant(event):
                QApplication.sendEvent(QApplication.focusWidget() or self._widget, event)
