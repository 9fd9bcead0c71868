"""Why a command cannot be done now, for menus and the palette."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from annotator.gui.action import Action
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.menus import Commands

_CONTEXT = "Reasons"


class Frame(Protocol):
    """What is asked of the window."""

    commands: Commands

    @property
    def annotating(self) -> AnnotateScreen | None:
        """The screen of the article."""


def why_not(row: Action, frame: Frame) -> str:
    """Why a command would find nothing to work on; nothing when it can be done."""
    screen = frame.annotating
    if not frame.commands.is_enabled(row):
        return _what_is_missing(row, frame)
    if screen is None or screen.can_do(row.id):
        return ""
    if row.id in ("editing.extend", "editing.cut_out"):
        return _tr("Label something, then select words")
    return _tr("Select an annotation first")


def _what_is_missing(row: Action, frame: Frame) -> str:
    screen = frame.annotating
    if screen is None:
        return _tr("Open a project first")
    if row.needs == "review":
        return _tr("Go to the review first: {}").format(_key(frame, "screens.review"))
    if not screen.isVisible():
        return _tr("Go to the article first: {}").format(_key(frame, "screens.annotate"))
    return _tr("Open an article first")


def _key(frame: Frame, action_id: str) -> str:
    return frame.commands.shown_key(action_id)


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
