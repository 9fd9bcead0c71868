"""A list of cards: its rows, how they are painted, and the keys that go through and tick them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from annotator.gui import theme as looks
from annotator.gui.widgets.list_table import make_list
from annotator.gui.widgets.parts import paint_row_card

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, ...]
Row = TypeVar("Row")

_NO_PARENT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TICK_WIDTH = 40
_HOVERED = QStyle.StateFlag.State_MouseOver
_BEGIN = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_END = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class CardModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind in one column. Ticks stay with their rows when other rows are shown."""

    can_tick = True

    def __init__(self) -> None:
        super().__init__()
        self.shown: Sequence[Row] = ()
        self.ticked: set[Key] = set()

    def key_of(self, row: Row) -> Key:
        """What tells a row from all others."""
        raise NotImplementedError

    def spoken(self, row: Row) -> str:
        """A row in words, for a screen reader."""
        raise NotImplementedError

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows and no others."""
        self.beginResetModel()
        self.shown = list(rows)
        self.ticked &= {self.key_of(each) for each in self.shown}
        self.endResetModel()

    def show_again(self) -> None:
        """The rows are the same, what they say is not."""
        self.dataChanged.emit(self.index(0, 0), self.index(max(len(self.shown) - 1, 0), 0))

    def row(self, number: int) -> Row | None:
        """A row; None beyond the ends."""
        return self.shown[number] if 0 <= number < len(self.shown) else None

    def number_of(self, key: Key | None) -> int | None:
        """Where a row stands, if it is shown."""
        found = (n for n, each in enumerate(self.shown) if self.key_of(each) == key)
        return next(found, None) if key else None

    def tick(self, number: int) -> None:
        """Tick a row, or take its tick away."""
        row = self.row(number)
        if row is not None and self.can_tick:
            self.ticked ^= {self.key_of(row)}
            self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def tick_all(self) -> None:
        """Tick all rows that are shown, or none when all are."""
        every = {self.key_of(each) for each in self.shown} if self.can_tick else set()
        self.ticked = set() if self.ticked >= every else every
        self.show_again()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """One: the row is painted as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A row in words; the delegate asks for the rest itself."""
        row = self.row(index.row())
        return None if row is None or role not in (_DISPLAY, _ACCESSIBLE) else self.spoken(row)


class CardDelegate(QStyledItemDelegate, Generic[Row]):
    """The ground of rows and their ticks; what is in a row a kind of its own paints upon it."""

    height = 66
    """How high a row is, at the usual size of texts."""

    def __init__(self, model: CardModel[Row]) -> None:
        super().__init__()
        self.model = model
        self.theme = looks.load("light")
        self.current = -1

    def paint_row(self, painter: QPainter, card: QRectF, row: Row) -> None:
        """Paint what is in a row upon its card."""
        raise NotImplementedError

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """All rows are alike high."""
        return QSize(300, looks.scaled(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row as a whole."""
        row = self.model.row(index.row())
        if row is None:
            return
        card = QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current, is_hovered = index.row() == self.current, bool(option.state & _HOVERED)
        paint_row_card(painter, card, self.theme, is_current=is_current, is_hovered=is_hovered)
        self.paint_row(painter, card, row)
        painter.restore()

    def is_ticked(self, row: Row) -> bool:
        """Whether a row is chosen for something."""
        return self.model.key_of(row) in self.model.ticked

    def write(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        colour: str | looks.Colour = "muted",
        *,
        size: int = 12,
        is_bold: bool = False,
        align: int = _BEGIN,
    ) -> float:
        """Write words on one line, cut where the room ends; returns how wide they are."""
        painter.setFont(looks.interface_font(size, is_bold=is_bold))
        painter.setPen(self.theme.colour(colour) if isinstance(colour, str) else colour)
        metrics, line = QFontMetricsF(painter.font()), " ".join(words.split())
        cut = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, cut)
        return metrics.horizontalAdvance(cut)

    def write_aside(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        colour: str | looks.Colour = "muted",
        *,
        most: float,
    ) -> QRectF:
        """Write words at the end of a line, `most` of it at the most; returns the room before."""
        is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rest = room.width() * (1 - most)
        end = room.adjusted(0, 0, -rest, 0) if is_mirrored else room.adjusted(rest, 0, 0, 0)
        used = self.write(painter, end, words, colour, align=_END) + 14 if words else 0
        return room.adjusted(used, 0, 0, 0) if is_mirrored else room.adjusted(0, 0, -used, 0)

    def paint_tick(self, painter: QPainter, place: QRectF) -> None:
        """The sign of a row that is chosen for something."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent"))
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(self.theme.colour("on-accent"))
        painter.setFont(looks.sign_font(12, is_bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "✓")


class TickTable(QTableView, Generic[Row]):
    """J, K and the arrows move, Space ticks, Ctrl+A ticks all."""

    moved = Signal()
    """Another row is the current one."""
    ticked = Signal()

    def __init__(self, delegate: CardDelegate[Row]) -> None:
        super().__init__()
        self._delegate = delegate
        self._model = delegate.model
        self._pressed = -1
        self.setProperty("role", "framed")
        self.setModel(delegate.model)
        self.setItemDelegate(delegate)
        make_list(self, row_height=looks.scaled(delegate.height))
        self.moves: dict[str, Callable[[], None]] = {
            "J": lambda: self.step(1),
            "Down": lambda: self.step(1),
            "K": lambda: self.step(-1),
            "Up": lambda: self.step(-1),
            "PgDown": lambda: self.step(self._page()),
            "PgUp": lambda: self.step(-self._page()),
            "Home": lambda: self.select(0),
            "End": lambda: self.select(self._model.rowCount() - 1),
            "Space": self.tick,
            "Ctrl+A": self.tick_all,
        }

    @property
    def current(self) -> Row | None:
        """The row that is shown beside the list."""
        return self._model.row(self.currentIndex().row())

    @property
    def chosen(self) -> list[Row]:
        """The rows that something is done to: those ticked, else the current one."""
        if self._model.ticked:
            return [each for each in self._model.shown if self._delegate.is_ticked(each)]
        return [self.current] if self.current is not None else []

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours, and in the size that texts have now."""
        self._delegate.theme = theme
        self.verticalHeader().setDefaultSectionSize(looks.scaled(self._delegate.height))
        self.viewport().update()

    def move_by_key(self, stroke: str) -> bool:
        """Do what a key of the list says; false for other keys."""
        act = self.moves.get(stroke)
        if act is None:
            return False
        act()
        return True

    def select(self, number: int) -> None:
        """Make a row the current one, the last one when it is beyond."""
        number = min(max(number, 0), self._model.rowCount() - 1)
        if number >= 0:
            self.setCurrentIndex(self._model.index(number, 0))
            self.scrollTo(self.currentIndex())

    def step(self, rows: int) -> None:
        """Go on by some rows, or back."""
        self.select(max(self.currentIndex().row(), 0) + rows)

    def tick(self) -> None:
        """Tick the current row and go on."""
        self._tick(self.currentIndex().row())
        self.step(1)

    def tick_all(self) -> None:
        """Tick every row that is shown, or none."""
        self._model.tick_all()
        self.ticked.emit()

    def untick(self) -> bool:
        """Take all ticks away; false where there were none."""
        has_any = bool(self._model.ticked)
        if has_any:
            self._model.ticked = set()
            self.viewport().update()
            self.ticked.emit()
        return has_any

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another row."""
        super().currentChanged(current, previous)
        self._delegate.current = current.row()
        self.viewport().update()
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys go to a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sign at the left ticks the row: it begins and ends there."""
        self._pressed = self._sign_at(event)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of such a click."""
        if self._pressed >= 0 and self._sign_at(event) == self._pressed:
            self._tick(self._pressed)
        super().mouseReleaseEvent(event)

    def _sign_at(self, event: QMouseEvent) -> int:
        """The row on whose sign the left button acts, -1 beside all of them."""
        point = event.position().toPoint()
        is_click = event.button() == Qt.MouseButton.LeftButton
        return self.indexAt(point).row() if is_click and point.x() < _TICK_WIDTH else -1

    def _tick(self, row: int) -> None:
        self._model.tick(row)
        self.ticked.emit()

    def _page(self) -> int:
        return max(1, self.viewport().height() // looks.scaled(self._delegate.height) - 1)
