"""Putting the inbox into the window: what it says, and where O leads."""

from collections.abc import Callable

from annotator.gui.annotate import appearance
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.flags.screen import FlagsScreen
from annotator.gui.menus import Commands
from annotator.gui.selected import FLAG_PREFIX
from annotator.gui.session import Session
from annotator.storage.flags import ListedFlag

Visit = Callable[[str, Callable[[AnnotateScreen], None]], None]
"""Shows an article by its id, and then something in it."""


def make_flags(
    session: Session,
    commands: Commands,
    *,
    tell: Callable[[str], None],
    leave: Callable[[], None],
    visit: Visit,
    show_alike: Callable[[str], None],
) -> FlagsScreen:
    """The inbox of a project, in its window."""
    screen = FlagsScreen(session, commands)
    screen.told.connect(tell)
    screen.left.connect(leave)
    screen.likeness_wanted.connect(lambda row: show_alike(row.flag.reason))
    screen.opened.connect(
        lambda row: visit(row.flag.article_id, lambda there: _show(session, there, row))
    )
    return screen


def _show(session: Session, annotating: AnnotateScreen, row: ListedFlag) -> None:
    """Bring a flag into sight: selected where it is one's own, else its words are marked."""
    flag = row.flag
    if flag.annotator == session.annotator and flag.is_in_sight:
        annotating.go_to_mark(FLAG_PREFIX + flag.id)
        return
    places = appearance.places_of(flag, session.sheet_by(flag.article_id, flag.annotator))
    annotating.view.go_to(places[0].start if places else 0, at="upper third")
    annotating.view.set_hits(places, 0 if places else None)
