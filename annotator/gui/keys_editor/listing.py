"""The list of commands with their keys, and how a line of it looks."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui import keys
from annotator.gui import theme as looks
from annotator.gui.actions import Action
from annotator.gui.panel.labels import paint_key

ROW_HEIGHT = 30
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_SELECTED = QStyle.StateFlag.State_Selected
_HOVERED = QStyle.StateFlag.State_MouseOver
_FOCUSED = QStyle.StateFlag.State_HasFocus
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NO_PARENT = QModelIndex()
_MOST_KEYS = 4

Index = QModelIndex | QPersistentModelIndex


class CommandList(QAbstractListModel):
    """The commands that match what was typed, with the keys they have now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: Sequence[Action] = ()
        self._changed: frozenset[str] = frozenset()
        self._shown: list[Action] = []
        self._words: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[Action], changed: frozenset[str]) -> None:
        """List these commands; `changed` are the ids of those with keys of the person's own."""
        self.beginResetModel()
        self._all, self._changed = rows, changed
        self._apply()
        self.endResetModel()

    def filter(self, typed: str) -> None:
        """List those whose name, menu or keys hold every word typed."""
        self.beginResetModel()
        self._words = tuple(typed.casefold().split())
        self._apply()
        self.endResetModel()

    def command(self, row: int) -> Action:
        """The command of a line."""
        return self._shown[row]

    def is_changed(self, row: int) -> bool:
        """Whether a line's keys are not those of the table."""
        return self._shown[row].id in self._changed

    def row_of(self, action_id: str) -> int | None:
        """The line of a command, if it is listed."""
        return next((n for n, each in enumerate(self._shown) if each.id == action_id), None)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many commands are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A command's name; for a screen reader all of the line."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == _DISPLAY:
            return row.shown_title
        if role == _ACCESSIBLE:
            caps = [keys.shown(key) for key in row.every_key] or [self.tr("no key")]
            changed = [self.tr("changed")] if self.is_changed(index.row()) else []
            return ", ".join((row.shown_title, row.shown_menu, *caps, *changed))
        return None

    def _apply(self) -> None:
        self._shown = [
            row for row in self._all if all(word in _searched(row) for word in self._words)
        ]


class CommandDelegate(QStyledItemDelegate):
    """Name, menu, and the keys at the right; a dot before what was changed."""

    def __init__(self, model: CommandList, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = looks.load("light")
        self._font = looks.interface_font()
        self._small = looks.interface_font(12)
        self._caps = QFontMetricsF(looks.interface_font(11))

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """All lines are alike high."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line as a whole."""
        row, theme = self._model.command(index.row()), self.theme
        box = QRectF(option.rect).adjusted(4, 1, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, option)
        if self._model.is_changed(index.row()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QRectF(box.left() + 8, box.center().y() - 3, 6, 6))
        left = self._paint_keys(painter, option, row)
        third = box.width() / 3
        self._paint_words(
            painter, QRectF(box.left() + 22, box.top(), third + 40, box.height()), row.shown_title
        )
        painter.setFont(self._small)
        painter.setPen(theme.colour("muted"))
        at = box.left() + third + 74
        painter.drawText(QRectF(at, box.top(), left - at, box.height()), _LEFT, row.shown_menu)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        if option.state & (_SELECTED | _HOVERED):
            name = "chosen" if option.state & _SELECTED else "hover"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour(name))
            painter.drawRoundedRect(box, 5, 5)
        if option.state & _FOCUSED:
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 0.5, -1, -0.5), 5, 5)

    def _paint_words(self, painter: QPainter, room: QRectF, words: str) -> None:
        painter.setFont(self._font)
        painter.setPen(self.theme.colour("text"))
        cut = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _LEFT, cut)

    def _paint_keys(self, painter: QPainter, option: QStyleOptionViewItem, row: Action) -> float:
        """Paint the key caps from the right; where the room to their left ends."""
        right = float(option.rect.right() - 12)
        painter.save()
        painter.translate(0, option.rect.top())
        for key in reversed(row.every_key[:_MOST_KEYS]):
            cap = keys.shown(key)
            paint_key(painter, right, ROW_HEIGHT, self.theme, cap)
            right -= max(24.0, self._caps.horizontalAdvance(cap) + 14.0) + 6
        painter.restore()
        return right


def _searched(row: Action) -> str:
    caps = (*row.every_key, *(keys.shown(key) for key in row.every_key))
    return " ".join((row.shown_title, row.shown_menu, *caps)).casefold()
