"""Keys that a person pressed before there was what they are for."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.gui import keys


class HeldKeys:
    """Keeps keys in their order until what they are for is there, and presses them then.

    What was pressed on a screen holds for nothing else: it is let go where the screen is left.
    """

    def __init__(self, widget: QWidget) -> None:
        """The widget is where they are pressed when nothing has the focus by then."""
        self._widget = widget
        self._held: list[QKeyEvent] = []

    def __iter__(self) -> Iterator[QKeyEvent]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def follows(self, event: QKeyEvent) -> bool:
        """Whether a key comes after one that waits: also a letter then is none of a field."""
        is_stroke = bool(keys.spelled(event)) and not keys.has_command_modifier(event)
        return bool(self._held) and is_stroke

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
        for event in held if self._widget.isVisible() else ():
            if is_meant is None or is_meant(event):
                QApplication.sendEvent(QApplication.focusWidget() or self._widget, event)
