"""Small buttons of the right pane, and the order in which the keyboard meets them."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from annotator.gui.widgets.rich_text import give_tip


def buttons(line: QWidget) -> list[QWidget]:
    """The buttons in a line, in their order."""
    return list(line.findChildren(QAbstractButton))


def chain(widgets: Sequence[QWidget]) -> None:
    """Make Tab go from each to the next, whenever they were made."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def small_button(sign: str, name: str) -> QToolButton:
    """A button that is a sign; its name is told when the pointer rests on it."""
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(name)
    give_tip(button, name)
    return button
