"""Putting the export into the window: what it says, and where left-out articles lead."""

from collections.abc import Callable

from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.export.screen import ExportScreen
from annotator.gui.prompts import Prompts
from annotator.gui.session import Session
from annotator.gui.window_state import WindowState

Visit = Callable[[str, Callable[[AnnotateScreen], None]], None]
"""Shows an article by its id, and then something in it."""


def make_export(
    session: Session,
    state: WindowState,
    prompts: Prompts,
    *,
    tell: Callable[[str], None],
    leave: Callable[[], None],
    visit: Visit,
) -> ExportScreen:
    """The export of a project, in its window."""
    screen = ExportScreen(session, state, prompts)
    screen.told.connect(tell)
    screen.left.connect(leave)
    screen.opened.connect(lambda article_id: visit(article_id, lambda there: there.view.setFocus()))
    return screen
