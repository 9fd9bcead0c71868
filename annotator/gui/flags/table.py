"""The list of the inbox: one current row, moved by keys, rows ticked for several at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QTableView

from annotator.domain.flag import Flag
from annotator.domain.scheme import Scheme
from annotator.gui import keys
from annotator.gui import theme as looks
from annotator.gui.flags.delegate import FlagsDelegate, row_height
from annotator.gui.flags.model import FlagsModel, Index
from annotator.gui.widgets.list_table import make_list
from annotator.storage.flags import ListedFlag

_TICK_WIDTH = 40


class FlagsTable(QTableView):
    """Rows of three lines; J, K and the arrows move, Space ticks."""

    moved = Signal()
    """Another flag is the current one."""
    ticked = Signal()

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("List of flags"))
        self.flags_model = FlagsModel(scheme)
        self._delegate = FlagsDelegate(self.flags_model, scheme, self)
        self.setModel(self.flags_model)
        self.setItemDelegate(self._delegate)
        make_list(self, row_height=row_height())
        self.setProperty("role", "framed")
        self._moves: dict[str, Callable[[], None]] = {
            "J": lambda: self.step(1),
            "Down": lambda: self.step(1),
            "K": lambda: self.step(-1),
            "Up": lambda: self.step(-1),
            "PgDown": lambda: self.step(self._page()),
            "PgUp": lambda: self.step(-self._page()),
            "Home": lambda: self.select(0),
            "End": lambda: self.select(self.flags_model.rowCount() - 1),
            "Space": self.tick,
            "Ctrl+A": self.tick_all,
        }

    @property
    def current(self) -> ListedFlag | None:
        """The flag that is shown beside the list."""
        return self.flags_model.row(self.currentIndex().row())

    @property
    def chosen(self) -> list[Flag]:
        """The flags that an answer goes to: those ticked, else the current one."""
        ticked = self.flags_model.ticked
        if ticked:
            return [each.flag for each in self.flags_model.shown if each.flag.key in ticked]
        return [self.current.flag] if self.current else []

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours, and in the size that texts have now."""
        self._delegate.theme = theme
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.viewport().update()

    def move_by_key(self, event: QKeyEvent) -> bool:
        """Do what a key of the list says; false for other keys."""
        act = self._moves.get(keys.spelled(event))
        if act is None:
            return False
        act()
        return True

    def select(self, number: int) -> None:
        """Make a row the current one, the last one when it is beyond."""
        number = min(max(number, 0), self.flags_model.rowCount() - 1)
        if number >= 0:
            self.setCurrentIndex(self.flags_model.index(number, 0))
            self.scrollTo(self.currentIndex())

    def step(self, rows: int) -> None:
        """Go on by some rows, or back."""
        self.select(max(self.currentIndex().row(), 0) + rows)

    def tick(self) -> None:
        """Tick the current row and go on."""
        self.flags_model.tick(self.currentIndex().row())
        self.ticked.emit()
        self.step(1)

    def tick_all(self) -> None:
        """Tick every row that is shown, or none."""
        self.flags_model.tick_all()
        self.ticked.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another flag."""
        super().currentChanged(current, previous)
        self._delegate.current = current.row()
        self.viewport().update()
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys go to a flag."""
        super().focusInEvent(event)
        if self.current is None:
            self.select(0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the sign at the left ticks the row."""
        index = self.indexAt(event.position().toPoint())
        is_sign = index.isValid() and event.position().x() < _TICK_WIDTH
        if is_sign and event.button() == Qt.MouseButton.LeftButton:
            self.flags_model.tick(index.row())
            self.ticked.emit()
        super().mouseReleaseEvent(event)

    def _page(self) -> int:
        return max(1, self.viewport().height() // row_height() - 1)
