"""A list with one current row, moved by keys, whose rows can be ticked for something together."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from annotator.gui import theme as looks
from annotator.gui.widgets.list_table import make_list

Index = QModelIndex | QPersistentModelIndex
_TICK_WIDTH = 40
_HOVERED = QStyle.StateFlag.State_MouseOver


class Ticked(Protocol):
    """What a model of such a list can do besides holding rows."""

    def tick(self, number: int) -> None:
        """Tick a row, or take its tick away."""

    def tick_all(self) -> None:
        """Tick all rows, or none when all are."""


class CardDelegate(QStyledItemDelegate):
    """The ground of rows and their ticks; what is in a row its own delegate paints upon it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.theme = looks.load("light")
        self.current = -1

    def paint_ground(
        self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem, row: int
    ) -> None:
        """A card for the current row, a shade under the pointer."""
        theme = self.theme
        if row == self.current:
            painter.setPen(QPen(theme.colour("hairline"), 1))
            painter.setBrush(theme.colour("panel"))
            painter.drawRoundedRect(card, 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            bar = QRectF(card.left() + 1, card.top() + 9, 3, card.height() - 18)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif option.state & _HOVERED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(card, 8, 8)

    def paint_tick(self, painter: QPainter, place: QRectF) -> None:
        """The sign of a row that is chosen for something."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent"))
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(self.theme.colour("on-accent"))
        painter.setFont(looks.sign_font(12, is_bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "✓")


class TickTable(QTableView):
    """J, K and the arrows move, Space ticks, Ctrl+A ticks all."""

    moved = Signal()
    """Another row is the current one."""
    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._delegate: CardDelegate | None = None
        self._ticking: Ticked | None = None
        self._height: Callable[[], int] = lambda: 48
        self.setProperty("role", "framed")
        self._moves: dict[str, Callable[[], None]] = {
            "J": lambda: self.step(1),
            "Down": lambda: self.step(1),
            "K": lambda: self.step(-1),
            "Up": lambda: self.step(-1),
            "PgDown": lambda: self.step(self._page()),
            "PgUp": lambda: self.step(-self._page()),
            "Home": lambda: self.select(0),
            "End": lambda: self.select(self.model().rowCount() - 1),
            "Space": self.tick,
            "Ctrl+A": self.tick_all,
        }

    def begin(self, ticking: Ticked, delegate: CardDelegate, height: Callable[[], int]) -> None:
        """Take what ticks rows and paints them; `height` is asked at each change of size."""
        self._ticking, self._delegate, self._height = ticking, delegate, height
        self.setItemDelegate(delegate)
        make_list(self, row_height=height())

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours, and in the size that texts have now."""
        if self._delegate is not None:
            self._delegate.theme = theme
        self.verticalHeader().setDefaultSectionSize(self._height())
        self.viewport().update()

    def move_by_key(self, stroke: str) -> bool:
        """Do what a key of the list says; false for other keys."""
        act = self._moves.get(stroke)
        if act is None:
            return False
        act()
        return True

    def select(self, number: int) -> None:
        """Make a row the current one, the last one when it is beyond."""
        number = min(max(number, 0), self.model().rowCount() - 1)
        if number >= 0:
            self.setCurrentIndex(self.model().index(number, 0))
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
        if self._ticking is not None:
            self._ticking.tick_all()
            self.ticked.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another row."""
        super().currentChanged(current, previous)
        if self._delegate is not None:
            self._delegate.current = current.row()
        self.viewport().update()
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys go to a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select(0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the sign at the left ticks the row."""
        index = self.indexAt(event.position().toPoint())
        is_sign = index.isValid() and event.position().x() < _TICK_WIDTH
        if is_sign and event.button() == Qt.MouseButton.LeftButton:
            self._tick(index.row())
        super().mouseReleaseEvent(event)

    def _tick(self, row: int) -> None:
        if self._ticking is not None:
            self._ticking.tick(row)
            self.ticked.emit()

    def _page(self) -> int:
        return max(1, self.viewport().height() // max(self._height(), 1) - 1)
