"""Putting the screen of reprints and newer versions into the window."""

from collections.abc import Callable

from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.menus import Commands
from annotator.gui.reprints.screen import ReprintsScreen
from annotator.gui.session import Session

Visit = Callable[[str, Callable[[AnnotateScreen], None]], None]
"""Shows an article by its id, and then something in it."""


def make_reprints(
    session: Session,
    commands: Commands,
    *,
    tell: Callable[[str], None],
    leave: Callable[[], None],
    visit: Visit,
) -> ReprintsScreen:
    """The screen of reprints and newer versions of a project, in its window."""
    screen = ReprintsScreen(session, commands)
    screen.told.connect(tell)
    screen.left.connect(leave)
    screen.opened.connect(lambda article_id: visit(article_id, lambda _: None))
    return screen
