"""The grid as a table: holders are rows, targets columns."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain.scheme import Scheme
from annotator.domain.stance import Party
from annotator.gui.grid.wording import Sign, line, name_of, signs_of
from annotator.gui.widgets.rich_text import as_tip
from annotator.operations.grid import Cell, Grid, Side

_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole

Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """What the table shows; a cell says in words what it is, also to a screen reader."""

    def __init__(self, scheme: Scheme, parent: QObject) -> None:
        super().__init__(parent)
        self._signs = signs_of(scheme)
        self.grid = Grid((), (), {})

    def show_grid(self, grid: Grid) -> None:
        """Show another grid; where its heads are the same, only cells change."""
        has_same_heads = (grid.holders, grid.targets) == (self.grid.holders, self.grid.targets)
        if has_same_heads:
            self.grid = grid
            last = self.index(len(grid.holders) - 1, len(grid.targets) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.grid = grid
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many holders there are."""
        return 0 if parent.isValid() else len(self.grid.holders)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the same
        """How many targets there are."""
        return 0 if parent.isValid() else len(self.grid.targets)

    def data(self, index: Index, role: int = int(_DISPLAY)) -> object:
        """What a cell says: its glyph and words, or a whole line for tip and screen reader."""
        if not index.isValid():
            return None
        if role == _DISPLAY:
            sign = self.sign(index)
            return f"{sign.glyph} {sign.words}"
        if role == _TIP:
            return as_tip(self.line(index))
        return self.line(index) if role == _SPOKEN else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(_DISPLAY)
    ) -> object:
        """Names of holders and targets; the tip has all names that the text gives them."""
        sides = self._sides(orientation)
        if not 0 <= section < len(sides):
            return None
        side = sides[section]
        if role == _DISPLAY:
            return name_of(side)
        names = " · ".join(dict.fromkeys((name_of(side), *side.names)))
        if role == _TIP:
            return as_tip(names)
        return names if role == _SPOKEN else None

    def sign(self, index: Index) -> Sign:
        """How a cell looks."""
        return self._signs.get(self.cell(index).value, self._signs[""])

    def cell(self, index: Index) -> Cell:
        """What a cell is made of."""
        return self.grid.cell(index.row(), index.column())

    def parties(self, index: Index) -> tuple[Party | None, Party | None]:
        """Holder and target of a cell."""
        return self.holder(index).party, self.target(index).party

    def holder(self, index: Index) -> Side:
        """The head of a cell's row."""
        return self.grid.holders[index.row()]

    def target(self, index: Index) -> Side:
        """The head of a cell's column."""
        return self.grid.targets[index.column()]

    def line(self, index: Index) -> str:
        """A cell as one line of words."""
        return line(self.holder(index), self.target(index), self.sign(index))

    def _sides(self, orientation: Qt.Orientation) -> tuple[Side, ...]:
        is_across = orientation == Qt.Orientation.Horizontal
        return self.grid.targets if is_across else self.grid.holders
