"""Below the list: the keys of one command, and what was done or refused last."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui import keys
from annotator.gui.actions import Action
from annotator.gui.article import accessibility
from annotator.gui.keys_editor.recorder import KeyField
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.parts import ElidedLabel, give_role, plain
from annotator.gui.widgets.rich_text import give_tip


class KeyStrip(QFrame):
    """One command: each key with a button that takes it away, and one that waits for a new one."""

    pressed = Signal(str)
    removed = Signal(str)
    reset = Signal()
    left = Signal()
    """The person leaves the field for a new key."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title = ElidedLabel(role="name")
        self._keys = QWidget()
        self._flow = FlowLayout(self._keys)
        self._buttons: list[QPushButton] = []
        self.add = QPushButton(self.tr("Add a key"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.listen)
        self.field = KeyField()
        self.field.setFixedWidth(250)
        self.field.pressed.connect(self.pressed)
        self.field.left.connect(self._leave)
        self.field.hide()
        self.usual = QPushButton(self.tr("Reset"))
        self.usual.setProperty("flat", "true")
        self.usual.setAutoDefault(False)
        self.usual.clicked.connect(self.reset)
        lower = QHBoxLayout()
        lower.setSpacing(8)
        lower.addWidget(self._keys, 1)
        lower.addWidget(self.field)
        lower.addWidget(self.add)
        lower.addWidget(self.usual)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(lower)

    def show_command(self, row: Action | None, *, is_changed: bool) -> None:
        """Show the keys of a command, or that there is none."""
        self.rest()
        self.setVisible(row is not None)
        while self._buttons:
            button = self._buttons.pop()
            self._flow.removeWidget(button)
            button.deleteLater()
        if row is None:
            return
        self._title.set_whole(row.shown_title)
        self.usual.setVisible(is_changed)
        for key in row.every_key:
            self._buttons.append(self._button(key))
            self._flow.addWidget(self._buttons[-1])

    def listen(self) -> None:
        """Wait for a new key."""
        self.add.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        accessibility.announce(self.field, self.field.accessibleName())

    def rest(self) -> None:
        """Wait no longer."""
        self.field.hide()
        self.add.show()

    def _leave(self) -> None:
        had_focus = self.field.hasFocus()
        self.rest()
        if had_focus:
            self.left.emit()

    def _button(self, key: str) -> QPushButton:
        button = QPushButton(f"{keys.shown(key)}   ✕", self._keys)
        button.setAutoDefault(False)
        name = self.tr("Take away {}").format(keys.shown(key))
        button.setAccessibleName(name)
        give_tip(button, name)
        button.clicked.connect(lambda _=False: self.removed.emit(key))
        button.show()
        return button


class Notice(QWidget):
    """One sentence, and at most one thing to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self._act: Callable[[], None] = lambda: None
        self.words = plain(wraps=True)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda _=False: self._do())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button)
        self.setMinimumHeight(30)
        self.clear()

    def warn(self, words: str, *, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say why something was not done; what can be done about it gets the keys."""
        self._show(words, "danger", action, act)
        if act is not None:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str, *, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say what was done."""
        self._show(words, "muted", action, act)

    def clear(self) -> None:
        """Say nothing."""
        self.words.clear()
        self.button.hide()

    def _show(self, words: str, role: str, action: str, act: Callable[[], None] | None) -> None:
        give_role(self.words, role)
        self.words.setText(words)
        self._act = act or (lambda: None)
        self.button.setText(action)
        self.button.setVisible(act is not None)
        accessibility.announce(self, words)

    def _do(self) -> None:
        act = self._act
        self.clear()
        act()
