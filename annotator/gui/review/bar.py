"""Below the article: what the keys decide, how annotators differ, and how far the review is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.parts import ElidedLabel, plain


class DecisionBar(QFrame):
    """Buttons that name their keys, and three lines of words."""

    pressed = Signal(str)
    """The id of an action was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Decisions"))
        self.message = plain(role="name", wraps=True)
        self.detail = plain(role="muted", wraps=True)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        self._pool: list[QPushButton] = []
        self._ids: list[str] = []
        self._shown: list[tuple[str, str]] | None = None
        self.kinds = plain()
        self.guideline = ElidedLabel(role="muted")
        self._open = QPushButton()
        self._open.setProperty("role", "option")
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.clicked.connect(lambda: self.pressed.emit("review.guideline"))
        self.whole_guideline = plain(wraps=True)
        self.whole_guideline.hide()
        self.progress = ElidedLabel(role="muted")
        self._lay_out()

    def show_buttons(self, buttons: Sequence[tuple[str, str]]) -> None:
        """Offer these actions: each its id and what the button says."""
        if list(buttons) == self._shown:
            return
        self._shown = list(buttons)
        while self._flow.takeAt(0) is not None:
            pass
        while len(self._pool) < len(buttons):
            self._pool.append(self._made(len(self._pool)))
        self._ids = [action_id for action_id, _ in buttons]
        for number, button in enumerate(self._pool):
            is_used = number < len(buttons)
            if is_used:
                button.setText(buttons[number][1].replace("&", "&&"))
                button.setAccessibleName(buttons[number][1])
                self._flow.addWidget(button)
            button.setVisible(is_used)
        self._buttons.setVisible(bool(buttons))
        self._buttons.updateGeometry()

    def _made(self, number: int) -> QPushButton:
        button = QPushButton(self._buttons)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("role", "option")
        button.clicked.connect(lambda: self.pressed.emit(self._ids[number]))
        return button

    def say(self, message: str, detail: str = "") -> None:
        """What stands above the buttons; nothing hides it."""
        self.message.setText(message)
        self.message.setVisible(bool(message))
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))

    def show_kinds(self, words: str, guidelines: Sequence[str], *, key: str) -> None:
        """How the answers differ, and what the guidelines say of such cases."""
        self.kinds.setText(words)
        self.kinds.setVisible(bool(words))
        self.guideline.set_whole(guidelines[0] if guidelines else "")
        self.guideline.setVisible(bool(guidelines))
        self._open.setText(f"{self.tr('Guideline')}  {key}".strip())
        self._open.setVisible(bool(guidelines))
        self.whole_guideline.setText("\n".join(f"• {each}" for each in guidelines))
        if not guidelines:
            self.whole_guideline.hide()

    def toggle_guideline(self) -> None:
        """Show the whole guideline of the label, or only its first sentence."""
        self.whole_guideline.setVisible(
            self.whole_guideline.isHidden() and bool(self.whole_guideline.text())
        )

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.setSpacing(16)
        second.addWidget(self.kinds)
        second.addWidget(self.guideline, 1)
        second.addWidget(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.message)
        layout.addWidget(self.detail)
        layout.addWidget(self._buttons)
        layout.addLayout(second)
        layout.addWidget(self.whole_guideline)
        layout.addWidget(self.progress)


def progress_words(tally: Mapping[str, int], parts: Sequence[tuple[str, str]]) -> str:
    """How often each choice was made, those that were never made left out: `2 merged`."""
    told = [words.format(tally[name]) for name, words in parts if tally.get(name)]
    return " · ".join(told)
