"""Putting the screen with two articles into the window."""

from collections.abc import Callable

from annotator.gui.compare.screen import CompareScreen
from annotator.gui.menus import Commands
from annotator.gui.session import Session


def make_compare(
    session: Session,
    commands: Commands,
    *,
    tell: Callable[[str], None],
    leave: Callable[[], None],
) -> CompareScreen:
    """The screen with two articles of a project, in its window."""
    screen = CompareScreen(session, commands)
    screen.told.connect(tell)
    screen.left.connect(leave)
    return screen
