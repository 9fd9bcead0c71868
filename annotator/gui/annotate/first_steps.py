"""The first six actions, done in the real article; each real action leads to the next hint."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from annotator.gui.widgets.parts import plain

STEPS = ("claim", "source", "sentiment", "flag", "undo", "done")


class FirstSteps(QFrame):
    """One line above the article; Esc or a click takes it away for good."""

    advanced = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("First steps"))
        self.setProperty("role", "strip")
        self._number = 0
        self._is_on = False
        self._has_work = True
        self._key_of: Callable[[str], str] = lambda _: ""
        self._text = plain(role="name", wraps=True, parent=self)
        self._count = plain(role="muted", parent=self)
        leave = QPushButton(self)
        leave.setText(self.tr("Skip"))  # told at once, it would bring icons to the start
        leave.setProperty("flat", "true")
        leave.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 10, 6)
        layout.setSpacing(14)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._count)
        layout.addWidget(leave)
        self.hide()

    @property
    def number(self) -> int:
        """How many of the actions were done."""
        return self._number

    def begin(self, number: int = 0) -> None:
        """Show the first hint, or the one after so many actions as were done before."""
        self._number = min(number, len(STEPS) - 1)
        self._is_on = True
        self._show()
        self.advanced.emit()

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the keys that commands have now, by their ids."""
        self._key_of = key_of
        self._show()

    def follow(self, *, has_work: bool) -> None:
        """Another article is open, or its state is another: one that is done teaches nothing."""
        if has_work != self._has_work:
            self._has_work = has_work
            self._show()

    def advance(self, done: str) -> None:
        """Go on when what the hint asks for was done."""
        if not self._is_on or STEPS[self._number] != done:
            return
        self._number += 1
        if self._number == len(STEPS):
            self.dismiss()
        else:
            self._show()
            self.advanced.emit()

    def dismiss(self) -> bool:
        """Take the line away; false when it is away."""
        if self.isHidden():
            return False
        self._is_on = False
        self._show()
        self.dismissed.emit()
        return True

    def _show(self) -> None:
        self.setVisible(self._is_on and self._has_work)
        if not self._is_on:
            return
        self._text.setText(self._hint())
        dots = "".join("●" if at <= self._number else "○" for at in range(len(STEPS)))
        place = self.tr("{} of {}").format(self._number + 1, len(STEPS))
        self._count.setText(f"{place}   {dots}")

    def _hint(self) -> str:
        """What to do next, with the keys that do it now."""
        hints = (
            (self.tr("Press {}. This sentence is a claim."), ("label.claim",)),
            (
                self.tr(
                    "Who says so? Press {0} to take the dotted words, or select others and press "
                    "{0}."
                ),
                ("label.source",),
            ),
            (
                self.tr("Select who or what is judged, and press {} or {} ({} is neutral)."),
                tuple(f"label.sentiment.{each}" for each in ("positive", "negative", "neutral")),
            ),
            (self.tr("Press {} to ask an editor; type why, then Enter."), ("remark.flag",)),
            (self.tr("Press {}. Everything can be undone, also tomorrow."), ("edit.undo",)),
            (
                self.tr("Press {} when the article is done. {} shows all keys."),
                ("article.finish", "help.show_keys"),
            ),
        )
        sentence, actions = hints[self._number]
        return sentence.format(*(self._key_of(each) or "…" for each in actions))
