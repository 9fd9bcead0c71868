"""Putting the review into the window."""

from collections.abc import Callable

from annotator.gui.article.view import ArticleView
from annotator.gui.menus import Commands
from annotator.gui.review.screen import ReviewScreen
from annotator.gui.session import Session


def make_review(
    session: Session,
    commands: Commands,
    *,
    tell: Callable[[str], None],
    hint: Callable[[str], None],
    leave: Callable[[], None],
    like: ArticleView | None,
) -> ReviewScreen:
    """The review of a project, in its window."""
    screen = ReviewScreen(session, commands, like=like)
    screen.told.connect(tell)
    screen.hinted.connect(hint)
    screen.left.connect(leave)
    return screen
