"""Putting the view of one's own outcomes into the window."""

from collections.abc import Callable

from annotator.domain.annotation import Annotation
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.menus import Commands
from annotator.gui.outcomes.screen import OutcomesScreen, places_of
from annotator.gui.session import Session
from annotator.storage.outcomes import Outcome

Visit = Callable[[str, Callable[[AnnotateScreen], None]], None]
"""Shows an article by its id, and then something in it."""


def make_outcomes(
    session: Session,
    commands: Commands,
    *,
    tell: Callable[[str], None],
    leave: Callable[[], None],
    visit: Visit,
    hint: Callable[[str], None],
) -> OutcomesScreen:
    """The view of what became of the annotator's work, in its window."""
    screen = OutcomesScreen(session, commands)
    screen.told.connect(tell)
    screen.left.connect(leave)
    screen.shown.connect(lambda: hint(screen.hint))
    screen.opened.connect(
        lambda outcome: visit(
            outcome.article_id, lambda there: _show(there, outcome, session.annotator)
        )
    )
    return screen


def _show(annotating: AnnotateScreen, outcome: Outcome, annotator: str) -> None:
    if isinstance(outcome.own, Annotation) and outcome.own.annotator == annotator:
        annotating.go_to_mark(outcome.own.id)
        return
    places = places_of(outcome)
    annotating.view.go_to(places[0].start if places else 0, at="upper third")
    annotating.view.set_hits(places, 0 if places else None)
