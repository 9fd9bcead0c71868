"""All keys on one page, over the window until the next key."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.gui.widgets.parts import plain

Group = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and lines of a key and what it does."""

_COLUMNS = 3


class KeyOverlay(QFrame):
    """A card in the middle of the window; any key or click closes it."""

    def __init__(self, window: QWidget, title: str, groups: Sequence[Group]) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("overlay")
        self.setProperty("role", "card")
        self.setAccessibleName("Keys")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before = window.focusWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(plain(title, role="title"))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(32)
        for part in _balanced(groups):
            columns.addLayout(_column(part), 1)
        area.setWidget(content)
        content.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        layout.addWidget(area, 1)
        layout.addWidget(plain(self.tr("Any key closes this."), role="muted"))
        window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, _: QKeyEvent) -> None:
        """Close at any key."""
        self._leave()

    def mousePressEvent(self, _: QMouseEvent) -> None:
        """Close at a click."""
        self._leave()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _leave(self) -> None:
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.deleteLater()

    def _fit(self) -> None:
        room = self._window.rect().adjusted(32, 32, -32, -32)
        width, height = min(room.width(), 1180), min(room.height(), 800)
        self.setGeometry(
            room.center().x() - width // 2, room.center().y() - height // 2, width, height
        )


def _balanced(groups: Sequence[Group]) -> list[list[Group]]:
    """The groups in order in a few columns, the highest of them as low as can be."""
    limit = max((_height(group) for group in groups), default=0)
    while len(columns := _filled(groups, limit)) > _COLUMNS:
        limit += 1
    return columns


def _filled(groups: Sequence[Group], limit: int) -> list[list[Group]]:
    columns: list[list[Group]] = [[]]
    room = limit
    for group in groups:
        if columns[-1] and _height(group) > room:
            columns.append([])
            room = limit
        columns[-1].append(group)
        room -= _height(group)
    return columns


def _height(group: Group) -> int:
    return len(group[1]) + 2


def _column(groups: Sequence[Group]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    for title, lines in groups:
        column.addWidget(plain(title.upper(), role="heading"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        for row, (key, name) in enumerate(lines):
            cap = plain(key, role="keycap")
            grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(plain(name), row, 1)
        column.addLayout(grid)
        column.addSpacing(8)
    column.addStretch(1)
    return column
