"""Controls too small to be hit, and letters too small to be read (22)."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QWidget,
)

from tests.scorecard.screens import visible

LEAST_CONTROL, LEAST_LETTER = 24, 11
CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)


def small(root: QWidget) -> Iterator[str]:
    """Controls and rows of less than 24 pixels, letters of less than 11."""
    for each in visible(root):
        if isinstance(each, CONTROLS) and not _is_part_of_another(each) and _is_low(each):
            yield f"{_told(each)} is hard to hit"
        if isinstance(each, QLabel | QAbstractButton | QLineEdit) and _has_small_letters(each):
            yield f"{_told(each)} is hard to read"
    yield from _low_rows(root)


def _is_low(widget: QWidget) -> bool:
    return min(widget.width(), widget.height()) < LEAST_CONTROL


def _has_small_letters(widget: QWidget) -> bool:
    return max(widget.font().pixelSize(), widget.fontInfo().pixelSize()) < LEAST_LETTER


def _is_part_of_another(widget: QWidget) -> bool:
    """The field inside a spin box or a box of choices is hit with it."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractSpinBox | QComboBox):
        return True
    return isinstance(parent, QLineEdit) and isinstance(widget, QAbstractButton)


def _low_rows(root: QWidget) -> Iterator[str]:
    for view in visible(root):
        if not isinstance(view, QAbstractItemView) or isinstance(view, QHeaderView):
            continue
        model = view.model()
        if model is None or not model.rowCount():
            continue
        if view.visualRect(model.index(0, 0)).height() < LEAST_CONTROL:
            yield f"the rows of {view.accessibleName()!r} are hard to hit"


def _told(widget: QWidget) -> str:
    size = f"{widget.width()}×{widget.height()} font {widget.font().pixelSize()}"
    return f"{type(widget).__name__} {widget.accessibleName()!r} {size}"
