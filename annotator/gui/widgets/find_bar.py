"""The strip in which a person types what to find."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.rich_text import give_tip


class FindBar(QFrame):
    """A field, a count, and buttons for the hit before and after."""

    searched = Signal(object)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Find"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.searched.emit)
        self.field.installEventFilter(self)
        self.count = plain(role="muted", parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        self.earlier = self._button(self.tr("Previous hit"), "↑", lambda: self.stepped.emit(-1))
        self.later = self._button(self.tr("Next hit"), "↓", lambda: self.stepped.emit(1))
        self.leave = self._button(self.tr("Close find"), "✕", self.closed.emit)
        for button in (self.earlier, self.later, self.leave):
            layout.addWidget(button)
        self.hide()

    def open(self, text: str) -> None:
        """Show the strip with the cursor in it."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def offer(self, text: str) -> None:
        """Words to begin with when the strip opens next."""
        with QSignalBlocker(self.field):
            self.field.setText(text)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if is_back else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        return False

    def _button(self, name: str, sign: str, pressed: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAccessibleName(name)
        give_tip(button, name)
        button.clicked.connect(pressed)
        return button
