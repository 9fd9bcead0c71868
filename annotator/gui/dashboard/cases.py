"""The list of cases behind a number; Enter or a click opens one in its article."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
)

from annotator.gui import theme as looks
from annotator.gui.held_keys import HeldKeys
from annotator.gui.widgets.list_table import make_list
from annotator.gui.widgets.parts import ElidedLabel, plain

WIDTH = 400
_ROW = 60


class CaseRow(NamedTuple):
    """One line: the article, the words, and what is said of them; where to go."""

    article_id: str
    title: str
    words: str
    note: str
    start: int = 0
    end: int = 0

    @property
    def spoken(self) -> str:
        """The whole line."""
        return ", ".join(part for part in (self.title, self.words, self.note) if part)


class _Model(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[CaseRow] = []

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show other cases."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # type: ignore[override]
        """As many as there are cases."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # type: ignore[override]
        """One line each."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: QModelIndex, role: int = 0) -> object:  # type: ignore[override]
        """The words; a delegate paints more."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row if role == Qt.ItemDataRole.UserRole else None


class _Delegate(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Title and note above, the words below."""
        row, view = index.data(Qt.ItemDataRole.UserRole), self.parent()
        box: QRect = option.rect
        colours: QPalette = option.palette
        is_current = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        painter.save()
        if is_current:
            painter.fillRect(box, colours.color(QPalette.ColorRole.Midlight))
        if is_current and isinstance(view, QTableView) and view.hasFocus():
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        line = box.adjusted(12, 6, -12, -box.height() // 2)
        metrics = option.fontMetrics
        note = metrics.elidedText(row.note, _ELIDED, int(line.width() * 0.55))
        width = metrics.horizontalAdvance(note)
        painter.setFont(looks.interface_font(12))
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(line, int(_RIGHT), note)
        title = metrics.elidedText(row.title, _ELIDED, line.width() - width - 12)
        painter.drawText(line, int(_LEFT), title)
        painter.setFont(looks.interface_font(13))
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        below = box.adjusted(12, box.height() // 2 - 2, -12, -6)
        words = metrics.elidedText(row.words, _ELIDED, below.width())
        painter.drawText(below, int(_LEFT), words)
        painter.restore()


class CasesPane(QFrame):
    """The cases at the right of the charts."""

    opened = Signal(object)
    """A `CaseRow` is to be shown in its article."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Cases"))
        self.setMinimumWidth(280)
        self.title = ElidedLabel(role="name")
        self.count = plain(role="muted", wraps=True)
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAccessibleName(self.tr("Close the cases"))
        self.model = _Model(self)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Cases"))
        self.table.setModel(self.model)
        make_list(self.table, row_height=looks.scaled(_ROW))
        self.table.setItemDelegate(_Delegate(self.table))
        self.table.installEventFilter(self)
        self.table.clicked.connect(self._open)
        self.close_button.clicked.connect(self.closed)
        self._is_waiting = False
        self._held = HeldKeys(self.table)
        self._lay_out()
        self.hide()

    def wait(self, title: str) -> None:
        """Say what is being looked for; keys are for that from now on, and wait for it."""
        self._held.drop()
        self._is_waiting = True
        self.title.set_whole(title)
        self.count.setText(self.tr("Looking for them…"))
        self.model.show_rows([])
        self.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """What was being looked for cannot be found."""
        self._held.drop()
        self._is_waiting = False

    def show_rows(self, rows: Sequence[CaseRow], counted: str) -> None:
        """Show the cases, the first one current."""
        self.count.setText(counted)
        self.model.show_rows(rows)
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._is_waiting = False
        self._held.press_soon() if rows else self._held.drop()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Enter opens, Esc closes, J and K move."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        if event.key() != Qt.Key.Key_Escape and (self._is_waiting or self._held.follows(event)):
            return self._held.hold(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.table.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        if event.key() in steps:
            row = self.table.currentIndex().row() + steps[Qt.Key(event.key())]
            if 0 <= row < self.model.rowCount():
                self.table.setCurrentIndex(self.model.index(row, 0))
            return True
        return False

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model.rows[index.row()])

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.count)
        layout.addWidget(self.table, 1)


_ELIDED = Qt.TextElideMode.ElideRight
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
