"""Texts for which their widget has no room, and what lies on something else (27)."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyledItemDelegate,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from annotator.gui.widgets.parts import ElidedLabel, LineButton
from tests.gui.desk import Desk
from tests.scorecard.screens import Fault, Look, rest, visible

MAY_BE_CUT = (ElidedLabel, LineButton)
"""They end in an ellipsis and have all of it in their tooltip."""


ROWS_LOOKED_AT = 20
WINDOWS = ((1280, 800), (760, 560))
"""The usual size and the least one."""


def faults(desk: Desk, look: Look) -> Iterator[Fault]:
    """What is cut and what overlaps, at two sizes of the window and in both directions."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        app.setLayoutDirection(direction)
        for size in WINDOWS:
            desk.window.resize(*size)
            for name, root in look():
                for fault in (*cut(root), *squeezed(root), *overlapping(root)):
                    yield name, f"{size[0]}×{size[1]} {direction.name}: {fault}"
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    desk.window.resize(*WINDOWS[0])
    rest(desk)


def cut(root: QWidget) -> Iterator[str]:
    """Texts for which their widget has no room."""
    for widget in visible(root):
        if isinstance(widget, MAY_BE_CUT) or not in_sight(root, widget):
            continue
        if isinstance(widget.parentWidget(), QLineEdit):
            continue  # the button that clears it
        lacking = lacks(widget)
        if lacking > 1:
            words = getattr(widget, "text", widget.accessibleName)() or widget.accessibleName()
            yield f"{type(widget).__name__} {words!r} lacks {lacking} px"


def lacks(widget: QWidget) -> int:
    """How many pixels of a text are not shown."""
    room = widget.contentsRect()
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) - widget.height()
        return max(widget.sizeHint().width() - widget.width(), 0)
    if isinstance(widget, QCheckBox | QToolButton) or type(widget).__name__ == "QPushButton":
        return max(widget.sizeHint().width() - widget.width(), 0)
    if isinstance(widget, QAbstractButton):
        return 0  # paints itself, and cuts with an ellipsis
    if isinstance(widget, QLineEdit) and not widget.text():
        wanted = QFontMetrics(widget.font()).horizontalAdvance(widget.placeholderText())
        return max(wanted - room.width() + 16, 0) if not widget.toolTip() else 0
    if isinstance(widget, QComboBox):
        wanted = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return max(wanted - room.width() + 36, 0) if not widget.toolTip() else 0
    if isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        return max((_header_lacks(widget, at) for at in range(widget.count())), default=0)
    return 0


def _header_lacks(header: QHeaderView, section: int) -> int:
    across, tip = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    is_told = bool(header.model().headerData(section, across, tip))
    if header.isSectionHidden(section) or is_told:
        return 0
    words = str(header.model().headerData(section, across) or "")
    return header.fontMetrics().horizontalAdvance(words) - header.sectionSize(section)


def squeezed(root: QWidget) -> Iterator[str]:
    """Cells that are cut although other columns of their table have room to spare."""
    for table in visible(root):
        if not isinstance(table, QTableView | QTreeView) or not in_sight(root, table):
            continue
        header = table.header() if isinstance(table, QTreeView) else table.horizontalHeader()
        shown = [at for at in range(header.count()) if not header.isSectionHidden(at)]
        lacks = {at: _wanted(table, at) - header.sectionSize(at) for at in shown}
        spare = -sum(each for each in lacks.values() if each < 0)
        for column, lack in lacks.items():
            if 1 < lack <= spare:
                yield f"column {column} of {table.accessibleName()!r} lacks {lack} px"


def _wanted(table: QTableView | QTreeView, column: int) -> int:
    """The width of the widest of the first cells of a column that Qt itself paints."""
    model = table.model()
    rows = range(min(model.rowCount(), ROWS_LOOKED_AT))
    if type(table.itemDelegateForColumn(column) or table.itemDelegate()) is not QStyledItemDelegate:
        return 0
    return max(
        (table.sizeHintForIndex(model.index(row, column)).width() for row in rows), default=0
    )


def overlapping(root: QWidget) -> Iterator[str]:
    """Pairs of texts and controls of one parent that lie on one another."""
    for parent in visible(root):
        if not in_sight(root, parent):
            continue
        parts = [
            (each, each.geometry())
            for each in parent.children()
            if isinstance(each, QLabel | QAbstractButton | QLineEdit | QComboBox)
            and each.isVisible()
            and not isinstance(parent, QLineEdit | QComboBox)
        ]
        for (one, here), (other, there) in combinations(parts, 2):
            if not here.intersects(there):
                continue
            shared = here.intersected(there)
            if shared.width() > 1 and shared.height() > 1:
                yield f"{one.accessibleName() or one} lies on {other.accessibleName() or other}"


def in_sight(root: QWidget, widget: QWidget) -> bool:
    """Whether it is not scrolled away."""
    area = widget.parentWidget()
    while area is not None and area is not root.window():
        if isinstance(area.parentWidget(), QScrollArea):
            port = area
            corner = widget.mapTo(port, QPoint(0, 0))
            return port.rect().contains(QRect(corner, widget.size()).center())
        area = area.parentWidget()
    return True
