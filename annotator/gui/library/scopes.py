"""Above the queue, where articles were given out: one's own, what is left of them, or all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from annotator.gui.library.model import ALL, MINE, OPEN_ONES


class ScopeBox(QWidget):
    """Three buttons, one of them down."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Which articles"))
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(4)
        words = {MINE: self.tr("Mine"), OPEN_ONES: self.tr("Open"), ALL: self.tr("All")}
        self._buttons = {}
        for scope, title in words.items():
            button = QPushButton(title)
            button.setCheckable(True)
            button.setProperty("role", "option")
            button.clicked.connect(lambda _=False, scope=scope: self.chosen.emit(scope))
            self._group.addButton(button)
            layout.addWidget(button)
            self._buttons[scope] = button

    def show_scope(self, scope: str) -> None:
        """Which one is chosen."""
        self._buttons[scope].setChecked(True)
