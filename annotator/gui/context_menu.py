"""The menu at the pointer: labels with their signs, and what can be done with what is selected."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from annotator.gui.menus import Commands

_CHANGES = ("move.next_annotation", "editing.extend", "editing.cut_out", "link.begin")
_REMARKS = ("remark.flag", "remark.comment", "edit.copy_words", "editing.remove")


def context_menu(
    window: QWidget, commands: Commands, labels: Iterable[str], *, can_do: Callable[[str], bool]
) -> QMenu:
    """A menu of labels and commands; what would find nothing to work on cannot be chosen."""
    menu = QMenu(window)
    for action_id in (*labels, "", *_CHANGES, "", *_REMARKS):
        if action_id:
            menu.addAction(_copied(commands, action_id, menu, is_on=can_do(action_id)))
        else:
            menu.addSeparator()
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu.deleteLater))
    return menu


def _copied(commands: Commands, action_id: str, menu: QMenu, *, is_on: bool) -> QAction:
    """An action of the menu bar as it stands here; its own state stays, for its keys need it."""
    action = commands.action(action_id)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    title = action.text() if "\t" in action.text() or not keys else f"{action.text()}\t{keys}"
    copied = QAction(commands.icon(action_id), title, menu)
    copied.setObjectName(action_id)
    copied.setEnabled(is_on and action.isEnabled())
    copied.triggered.connect(action.trigger)
    return copied
