"""What stands in the review's place where there is nothing to decide: why, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.review.access import Notice
from annotator.gui.widgets.parts import plain


class EmptyPage(QWidget):
    """A heading and a sentence in the middle of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Nothing to review"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = plain(role="title", wraps=True)
        self.detail = plain(role="muted", wraps=True)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        for label in (self.title, self.detail):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(3)

    def say(self, notice: Notice) -> None:
        """Say it, and take the keys."""
        self.title.setText(notice.title)
        self.detail.setText(notice.detail)
        self.setFocus()
