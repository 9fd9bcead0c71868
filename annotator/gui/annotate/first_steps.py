"""The first six actions, done in the real article; each real action leads to the next hint."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from annotator.gui.widgets.parts import plain

STEPS = ("claim", "source", "sentiment", "flag", "undo", "done")


class FirstSteps(QFrame):
    """One line above the article; Esc or a click takes it away for good."""

    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("First steps"))
        self.setProperty("role", "strip")
        self._number = 0
        self._text = plain(role="name", wraps=True)
        self._count = plain(role="muted")
        leave = QPushButton(self.tr("Skip"))
        leave.setProperty("flat", "true")
        leave.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 10, 6)
        layout.setSpacing(14)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._count)
        layout.addWidget(leave)
        self.hide()

    def begin(self) -> None:
        """Show the first hint."""
        self._number = 0
        self._show()
        self.show()

    def advance(self, done: str) -> None:
        """Go on when what the hint asks for was done."""
        if self.isHidden() or STEPS[self._number] != done:
            return
        self._number += 1
        if self._number == len(STEPS):
            self.dismiss()
        else:
            self._show()

    def dismiss(self) -> bool:
        """Take the line away; false when it is away."""
        if self.isHidden():
            return False
        self.hide()
        self.dismissed.emit()
        return True

    def _show(self) -> None:
        hints = (
            self.tr("Press C. This sentence is a claim."),
            self.tr("Who says so? Press S to take the dotted words, or select others and press S."),
            self.tr("Select who or what is judged, and press + or − (0 is neutral)."),
            self.tr("Press F to ask an editor; type why, then Enter."),
            self.tr("Press Z. Everything can be undone, also tomorrow."),
            self.tr("Press Ctrl+Enter when the article is done. ? shows all keys."),
        )
        self._text.setText(hints[self._number])
        dots = "".join("●" if at <= self._number else "○" for at in range(len(STEPS)))
        place = self.tr("{} of {}").format(self._number + 1, len(STEPS))
        self._count.setText(f"{place}   {dots}")
