"""All keys on one page, over the window until it is closed."""

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.widgets.parts import plain

Group = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and lines of a key and what it does."""

_COLUMNS = 3
_COLUMN_WIDTH = 340
_LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Question, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ELSEWHERE = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Why the focus goes while the page is still meant: another window, a menu."""
_SCROLLING: dict[int, Callable[[QScrollBar], int]] = {
    Qt.Key.Key_Down: lambda bar: bar.value() + 60,
    Qt.Key.Key_Up: lambda bar: bar.value() - 60,
    Qt.Key.Key_PageDown: lambda bar: bar.value() + bar.pageStep(),
    Qt.Key.Key_PageUp: lambda bar: bar.value() - bar.pageStep(),
    Qt.Key.Key_Home: lambda bar: bar.minimum(),
    Qt.Key.Key_End: lambda bar: bar.maximum(),
}


class KeyOverlay(QFrame):
    """A card in the middle of the window; Esc, Enter, a question mark or a click closes it."""

    left = Signal()

    def __init__(self, window: QWidget, title: str, groups: Sequence[Group]) -> None:
        super().__init__(window)
        self._window = window
        self._groups = groups
        self._count = 0
        self.setObjectName("overlay")
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Keys"))
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before = window.focusWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(plain(title, role="title"))
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        layout.addWidget(self.area, 1)
        layout.addWidget(plain(self.tr("↑ ↓ scroll · Esc closes this"), role="muted"))
        window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll or close; no other key does anything meanwhile."""
        if event.key() in _LEAVING:
            self.leave()
        elif event.key() in _SCROLLING:
            bar = self.area.verticalScrollBar()
            bar.setValue(_SCROLLING[event.key()](bar))

    def focusNextPrevChild(self, _: bool) -> bool:  # noqa: FBT001
        """Tab stays here; what lies behind the page has no keys until it is closed."""
        return True

    def mousePressEvent(self, _: QMouseEvent) -> None:
        """Close at a click."""
        self.leave()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Another screen was shown: the page does not stay over that."""
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE:
            self._close()

    def leave(self) -> None:
        """Close, and give the keys back to who had them."""
        self._close()
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _close(self) -> None:
        if not self.isHidden():
            self.hide()
            self.left.emit()
            self.deleteLater()

    def _fit(self) -> None:
        room = self._window.rect().adjusted(32, 32, -32, -32)
        width, height = min(room.width(), 1180), min(room.height(), 800)
        self.setGeometry(
            room.center().x() - width // 2, room.center().y() - height // 2, width, height
        )
        self._fill(min(max(width // _COLUMN_WIDTH, 1), _COLUMNS))

    def _fill(self, count: int) -> None:
        """Lay the groups out in so many columns."""
        if count == self._count:
            return
        self._count = count
        content = QWidget()
        self.area.setWidget(content)
        content.setAutoFillBackground(False)
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(32)
        for part in _balanced(self._groups, count):
            columns.addLayout(_column(part), 1)


def _balanced(groups: Sequence[Group], count: int) -> list[list[Group]]:
    """The groups in order in at most so many columns, the highest of them as low as can be."""
    limit = max((_height(group) for group in groups), default=0)
    while len(columns := _filled(groups, limit)) > count:
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
    """Headings and lines on one grid, so that all names of a column stand under each other."""
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    for title, lines in groups:
        above = 8 if grid.count() else 0
        heading = plain(title.upper(), role="heading", margins=(0, above, 0, 3))
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for key, name in lines:
            row = grid.rowCount()
            cap = plain(key, role="keycap")
            grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(plain(name, wraps=True), row, 1)
    column = QVBoxLayout()
    column.addLayout(grid)
    column.addStretch(1)
    return column
