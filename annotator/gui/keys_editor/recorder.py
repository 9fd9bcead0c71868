"""A field that takes the next key stroke, whatever it is."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from annotator.gui import keys
from annotator.gui.keys_editor.changing import recorded


class KeyField(QLineEdit):
    """Waits for one key stroke; Esc leaves without."""

    pressed = Signal(str)
    """The stroke as the keymap writes it."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Press the new key · Esc leaves it"))
        self.setAccessibleName(self.tr("Press the new key, Esc leaves it"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        """Take also what would be a shortcut of the window, and Tab."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes elsewhere wants no new key."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self.left.emit()

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == _PLAIN:
            self.left.emit()
            return
        key = recorded(keys.spelled(event))
        if key:
            self.pressed.emit(key)


_PLAIN = Qt.KeyboardModifier.NoModifier
