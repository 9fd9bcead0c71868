"""The table of the grid: how cells look, and which keys fill them."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.domain.scheme import Scheme
from annotator.domain.stance import CANNOT_TELL, NONE_EXPRESSED
from annotator.gui import keys
from annotator.gui import theme as looks
from annotator.gui.grid.model import GridModel
from annotator.operations.grid import polarity_of

COLUMN, WIDEST, HEAD = 132, 260, 168
_ELIDED = Qt.TextElideMode.ElideRight
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)

CLEARED = ""


def keys_of(scheme: Scheme) -> dict[str, str]:
    """What each key puts into a cell: polarities as the scheme has them, and what is said."""
    polarity = polarity_of(scheme)
    values = {value.key: value.id for value in polarity.values if value.key} if polarity else {}
    held = {key.upper(): value for key, value in values.items()}
    if "+" in held:
        held["="] = held["+"]
    if "~" in held:
        held["M"] = held["~"]  # where ~ needs AltGr
    return {**held, "N": NONE_EXPRESSED, "C": CANNOT_TELL, "Del": CLEARED}


class GridTable(QTableView):
    """Arrows move, keys fill, Enter goes to the words."""

    filled = Signal(object)
    """The current cell is to hold a value; empty clears it."""
    row_filled = Signal()
    """Nothing is expressed in the rest of the current row."""
    entered = Signal()
    left = Signal()
    undone = Signal()
    redone = Signal()
    moved = Signal()

    def __init__(self, model: GridModel, values: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._values = dict(values)
        self._painter = _CellDelegate(model, self)
        self.setAccessibleName(self.tr("Sentiment grid"))
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header, name in (
            (self.horizontalHeader(), self.tr("Targets")),
            (self.verticalHeader(), self.tr("Holders")),
        ):
            header.setAccessibleName(name)
            header.setTextElideMode(_ELIDED)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
            header.setSectionsClickable(True)  # else the current one cannot look it
            header.setDefaultAlignment(_LEFT)
        self.set_theme(looks.load("light"))
        self.doubleClicked.connect(lambda _: self.entered.emit())
        model.modelReset.connect(self._fit_columns)

    def set_theme(self, theme: looks.Theme) -> None:
        """Paint in other colours, and in the size that texts have now."""
        self._painter.theme = theme
        self.verticalHeader().setDefaultSectionSize(looks.scaled(30))
        self.verticalHeader().setFixedWidth(looks.scaled(HEAD))
        self._fit_columns()
        self.viewport().update()

    def wanted_height(self) -> int:
        """How high it is with all its rows."""
        rows = self.verticalHeader().length() + 2 * self.frameWidth()
        needs_bar = self.horizontalHeader().length() + HEAD > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if needs_bar else 0
        return rows + self.horizontalHeader().sizeHint().height() + bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Few columns have room for long names."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        count, room = self.model().columnCount(), self.viewport().width()
        share = min(room // count, looks.scaled(WIDEST)) if count else 0
        self.horizontalHeader().setDefaultSectionSize(max(share, looks.scaled(COLUMN)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fill the current cell, go to its words, or move."""
        key = keys.spelled(event)
        if key in self._values and self.currentIndex().isValid():
            self.filled.emit(self._values[key])
        elif key == "Shift+N":
            self.row_filled.emit()
        elif key == "Return":
            self.entered.emit()
        elif key == "Esc":
            self.left.emit()
        elif key in ("Z", "Backspace"):
            self.undone.emit()
        elif key == "Shift+Z":
            self.redone.emit()
        elif key in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Another cell is the current one."""
        super().currentChanged(current, previous)
        self.moved.emit()


class _CellDelegate(QStyledItemDelegate):
    """A box with glyph and words; what nobody looked at has a broken edge and no ground."""

    def __init__(self, model: GridModel, table: QTableView) -> None:
        super().__init__(table)
        self._model = model
        self._table = table
        self.theme = looks.load("light")

    def sizeHint(self, _: QStyleOptionViewItem, __: QModelIndex | QPersistentModelIndex) -> QSize:
        """All cells are alike."""
        return QSize(looks.scaled(COLUMN), looks.scaled(30))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell."""
        sign, theme = self._model.sign(index), self.theme
        box = QRectF(option.rect).adjusted(3.5, 3.5, -3.5, -3.5)
        ink = theme.colour("muted" if sign.is_open else "text")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if sign.colour:
            kind = theme.role(sign.colour)
            painter.setPen(QPen(kind.stroke, 1))
            painter.setBrush(kind.fill)
        elif sign.is_open:
            painter.setPen(QPen(theme.colour("hairline"), 1, Qt.PenStyle.DashLine))
        else:
            painter.setPen(QPen(theme.colour("control"), 1))
            painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(box, 5, 5)
        is_current = index == self._table.currentIndex()
        if is_current:
            has_focus = self._table.hasFocus()
            painter.setPen(QPen(theme.colour("focus" if has_focus else "muted"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
        font = looks.interface_font(12)
        # A page of the same words would drown what is said.
        is_told = is_current or not sign.is_open
        words = QFontMetrics(font).elidedText(
            f"{sign.glyph}  {sign.words}" if is_told else sign.glyph,
            _ELIDED,
            int(box.width()) - 8,
        )
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, _CENTRE, words)
        painter.restore()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MOVES = ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Ctrl+Home", "Ctrl+End")
