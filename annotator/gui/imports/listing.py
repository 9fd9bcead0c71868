"""The articles that files hold, one below the other, each with what will become of it."""

from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui import theme as looks
from annotator.gui.imports.words import said_before
from annotator.gui.language import counted
from annotator.operations.previewing import KNOWN, NEW, Expected

Index = QModelIndex | QPersistentModelIndex

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ELIDED = Qt.TextElideMode.ElideRight
_TEXT = Qt.ItemDataRole.AccessibleTextRole
_SIGNS = {NEW: "+", KNOWN: "=", "refused": "✕"}
_COLOURS = {NEW: "accent", KNOWN: "muted", "refused": "text"}


class ExpectedModel(QAbstractListModel):
    """Grows while files are read."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._rows: list[Expected] = []

    def rowCount(self, parent: Index | None = None) -> int:
        """How many articles are known."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; for a screen reader also what becomes of it."""
        expected = self.expected(index.row())
        if expected is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return expected.article.title
        return f"{expected.article.title}. {self.state_words(expected)}" if role == _TEXT else None

    def expected(self, row: int) -> Expected | None:
        """The article of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show_all(self, found: list[Expected]) -> None:
        """Take what was found since; what is there stays."""
        more = found[len(self._rows) :]
        if more:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def clear(self) -> None:
        """Know nothing."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def state_words(self, expected: Expected) -> str:
        """What becomes of an article, and where it is from."""
        article, count = expected.article, len(expected.annotations)
        if expected.reason:
            return said_before(expected.reason)
        parts = [self.tr("new"), article.outlet or Path(expected.file).name, article.language]
        if count:
            labels = self.tr("1 label") if count == 1 else self.tr("{} labels")
            parts.insert(1, labels.format(counted(count)))
        return " · ".join(part for part in parts if part)


class ExpectedList(QListView):
    """Arrows choose; nothing here is changed."""

    def __init__(self) -> None:
        super().__init__()
        self.expected = ExpectedModel(self)
        self._painter = _Delegate(self)
        self.setAccessibleName(self.tr("Articles to come"))
        self.setProperty("role", "framed")
        self.setModel(self.expected)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current(self) -> Expected | None:
        """The article that is looked at."""
        return self.expected.expected(self.currentIndex().row())

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._painter.theme = theme
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    """A sign, a title, and under it what becomes of the article."""

    def __init__(self, view: ExpectedList) -> None:
        super().__init__(view)
        self._view = view
        self.theme = looks.load("light")

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """All rows are alike high."""
        return QSize(200, looks.scaled(36) + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row as a whole."""
        expected = self._view.expected.expected(index.row())
        if expected is None:
            return
        theme, box = self.theme, QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index == self._view.currentIndex():
            edge = theme.colour("focus" if self._view.hasFocus() else "hairline")
            painter.setPen(QPen(edge, 2 if self._view.hasFocus() else 1))
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(box, 8, 8)
        top, left, width = box.top() + 5, box.left() + 32, box.width() - 42
        high, low = looks.scaled(19), looks.scaled(17)
        painter.setPen(theme.colour(_COLOURS[expected.state]))
        painter.setFont(looks.interface_font(is_bold=True))
        sign = QRectF(box.left() + 8, top, 18, high)
        painter.drawText(sign, int(Qt.AlignmentFlag.AlignCenter), _SIGNS[expected.state])
        painter.setPen(theme.colour("text" if expected.state == NEW else "muted"))
        painter.setFont(looks.interface_font())
        title = painter.fontMetrics().elidedText(expected.article.title or "—", _ELIDED, int(width))
        painter.drawText(QRectF(left, top, width, high), _LEFT, title)
        painter.setPen(theme.colour("muted"))
        painter.setFont(looks.interface_font(12))
        state = self._view.expected.state_words(expected)
        state = painter.fontMetrics().elidedText(state, _ELIDED, int(width))
        painter.drawText(QRectF(left, top + high, width, low), _LEFT, state)
        painter.restore()
