"""Putting the dashboard into the window: what it says, and where a case leads."""

from collections.abc import Callable

from annotator.domain.span import Span
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.dashboard.cases import CaseRow
from annotator.gui.dashboard.screen import DashboardScreen
from annotator.gui.menus import Commands
from annotator.gui.prompts import Prompts
from annotator.gui.session import Session

Visit = Callable[[str, Callable[[AnnotateScreen], None]], None]
"""Shows an article by its id, and then something in it."""


def make_dashboard(
    session: Session,
    commands: Commands,
    prompts: Prompts,
    *,
    tell: Callable[[str], None],
    leave: Callable[[], None],
    visit: Visit,
    own_time: Callable[[], str],
) -> DashboardScreen:
    """The dashboard of a project, in its window."""
    screen = DashboardScreen(session, commands, prompts, own_time)
    screen.told.connect(tell)
    screen.left.connect(leave)
    screen.opened.connect(lambda row: visit(row.article_id, lambda there: _show(there, row)))
    return screen


def _show(annotating: AnnotateScreen, row: CaseRow) -> None:
    """Bring a case into sight: its words are marked, nothing is selected, so Esc leads back."""
    annotating.view.go_to(row.start, at="upper third")
    if row.end:
        annotating.view.set_hits((Span(row.start, row.end),), 0)
