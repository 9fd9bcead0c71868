"""What is told where the pointer rests: never markup out of the words of an article."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

_MOST_ROWS = 30


def faults(root: QWidget) -> Iterator[str]:
    """Every tooltip that Qt may take for markup, and every description that is markup."""
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget.parent(), QLineEdit):
            continue  # a button that Qt puts there itself, told by an action of ours
        if not _is_safe(widget.toolTip()):
            yield f"{type(widget).__name__} {widget.accessibleName()!r} tells {widget.toolTip()!r}"
        if (widget.accessibleDescription() or widget.toolTip()).startswith("<"):
            yield f"{type(widget).__name__} {widget.accessibleName()!r} is described by markup"
    for view in root.findChildren(QAbstractItemView):
        yield from (f"{view.accessibleName()!r} tells {tip!r}" for tip in _told(view))


def _told(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    role = Qt.ItemDataRole.ToolTipRole
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    rows = min(model.rowCount(), _MOST_ROWS)
    told = [model.index(row, column).data(role) for row in range(rows) for column in range(columns)]
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    told += [model.headerData(number, across, role) for number in range(columns)]
    told += [model.headerData(number, down, role) for number in range(rows)]
    yield from (str(tip) for tip in told if not _is_safe(tip))


def _is_safe(tip: object) -> bool:
    return not tip or str(tip).startswith("<qt>")
