"""The strip under the article for a short answer: a reason, a comment, one of several ways."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.gui.widgets.rich_text import give_tip

_ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the focus goes while the person still means the question: another window, a menu."""

_KEYS = "1234567890-"
"""The keys that choose, in the order in which they lie on a keyboard."""

Answered = Callable[[int, str], None]
"""Told which option was chosen, by number from 0, and what was written."""


class Drafts(Protocol):
    """Keeps what is written until it is sent, by a key for what it is about."""

    def held(self, key: str) -> tuple[int, str] | None:
        """The option and the words that were not sent."""

    def keep(self, key: str, option: int, text: str) -> None:
        """Something was typed or chosen."""

    def drop(self, key: str) -> None:
        """It was sent, or the person thought better of it."""

    def asked(self, key: str) -> None:
        """The strip is open on this now, or closed when the key is empty."""


class EntryBar(QFrame):
    """Asks for an option, for words, or for both; a digit chooses, Enter answers, Esc leaves."""

    opened = Signal()
    closed = Signal()
    keys_freed = Signal()
    """It was closed while it had the keys, and nobody has them now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Entry"))
        self._answered: Answered | None = None
        self.drafts: Drafts | None = None
        self._draft = ""
        self._group = QButtonGroup(self)
        self._options = QWidget(self)
        self._flow = FlowLayout(self._options)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._options.setSizePolicy(policy)
        self.title = ElidedLabel()
        self.field = QLineEdit(self)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(lambda _: self._keep())
        self.hint = plain(role="muted", parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(8)
        for widget in (self.title, self._options, self.field, self.hint):
            layout.addWidget(widget)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def ask(
        self,
        title: str,
        answered: Answered,
        *,
        options: Sequence[str] = (),
        tips: Sequence[str] = (),
        placeholder: str = "",
        text: str = "",
        hint: str = "",
        draft: str = "",
    ) -> None:
        """Open with a question; without a placeholder only an option is asked for.

        With a `draft` key, words that were not sent are here again.
        """
        held = self.drafts.held(draft) if self.drafts and draft else None
        self._draft = ""
        self._answered = answered
        self._is_chosen = False
        self.title.set_whole(title)
        self._show_options(options, tips)
        self.field.setVisible(bool(placeholder))
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder or title)
        self.field.setText(held[1] if held else text)
        if held and self._group.button(held[0]) is not None:
            self._check(held[0])
            self._is_chosen = True
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        # Beside a field the strip itself is no stop of its own.
        takes_keys = Qt.FocusPolicy.NoFocus if placeholder else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(takes_keys)
        self.show()
        self._draft = draft
        if self.drafts:
            self.drafts.asked(draft)
        self.opened.emit()
        (self.field if placeholder else self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close without an answer."""
        if self.isHidden():
            return
        had_keys = self.window().focusWidget() in (self, self.field)
        self._answered = None
        self._draft = ""
        if self.drafts:
            self.drafts.asked("")
        self.hide()
        self.closed.emit()
        if had_keys:
            self.keys_freed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit, Enter or Esc while the strip itself has the focus; other keys do nothing."""
        self._press(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A question without words goes when the person turns to something else."""
        super().focusOutEvent(event)
        is_turned_away = event.reason() not in _ELSEWHERE and self.field.isHidden()
        if is_turned_away and self._answered is not None:
            self.leave()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """The same keys in the field; digits only before anything is written."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
        elif _place_of(event.text()) >= 0 and not self.field.text() and not self._is_chosen:
            return self._choose(_place_of(event.text())) or self.field.isHidden()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._group.buttons():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._check((self._group.checkedId() + step) % len(self._group.buttons()))
        else:
            return False
        return True

    def _choose(self, number: int) -> bool:
        if not 0 <= number < len(self._group.buttons()):
            return False
        self._check(number)
        self._is_chosen = True  # a further digit is the beginning of what is written
        if self.field.isHidden():
            self._answer()
        return True

    def _check(self, number: int) -> None:
        self._group.button(number).setChecked(True)
        self._keep()

    def _keep(self) -> None:
        if self.drafts and self._draft:
            self.drafts.keep(self._draft, self._group.checkedId(), self.field.text())

    def _drop(self) -> None:
        if self.drafts and self._draft:
            self.drafts.drop(self._draft)
            self._draft = ""

    def _answer(self) -> None:
        answered, number = self._answered, self._group.checkedId()
        text = self.field.text().strip()
        self._drop()
        self.leave()
        if answered is not None:
            answered(number, text)

    def _show_options(self, options: Sequence[str], tips: Sequence[str]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.setParent(None)
            button.deleteLater()
        while self._flow.takeAt(0) is not None:
            pass
        for number, option in enumerate(options):
            key = f"{_KEYS[number]}  " if number < len(_KEYS) else ""
            button = QPushButton(f"{key}{option}".replace("&", "&&"))
            button.setCheckable(True)
            button.setAccessibleName(option)
            give_tip(button, tips[number] if number < len(tips) else "")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("role", "option")
            self._group.addButton(button, number)
            self._flow.addWidget(button)
            button.clicked.connect(lambda _=False, number=number: self._clicked(number))
        if options:
            self._check(0)
        self._options.setVisible(bool(options))

    def _clicked(self, number: int) -> None:
        if self.field.isHidden():
            self._choose(number)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _place_of(typed: str) -> int:
    """Which option a key chooses, from 0; -1 for keys that choose none."""
    if typed.isdecimal():
        return (int(typed) - 1) % 10
    return _KEYS.index(typed) if typed and typed in _KEYS else -1
