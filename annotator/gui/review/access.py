"""Which article can be reviewed by whom, and what to say where it cannot."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.gui.keys import with_present_keys
from annotator.gui.session import Session
from annotator.storage import reviews, team
from annotator.storage.reviews import Reviewable


@dataclass(frozen=True, slots=True)
class Notice:
    """Why there is nothing to decide, and what to do."""

    title: str
    detail: str


class Access:
    """Looks into the project for the review; nothing is kept."""

    def __init__(self, session: Session, key_of: Callable[[str], str]) -> None:
        self._session = session
        self._key_of = key_of

    def reviewable(self) -> list[Reviewable]:
        """Every article that somebody finished."""
        return reviews.reviewable(self._session.project)

    def is_editor(self) -> bool:
        """Whether whoever sits here may judge the work of others."""
        return self._team().is_editor(self._session.annotator)

    def names(self) -> dict[str, str]:
        """What people are called, by their ids."""
        called = self._session.names.of
        return {each.id: called(each.id) for each in self._team().people}

    def refusal(self) -> Notice | None:
        """Why nothing can be reviewed by whoever sits here, or None."""
        if not self.is_editor():
            people = self._team().people
            called = self._session.names.of
            names = ", ".join(called(each.id) for each in people if each.role == "editor")
            return Notice(
                _tr("The review is for editors."),
                _tr("Editors here: {}. They make others editors under Review, People.").format(
                    names or _tr("nobody yet")
                ),
            )
        if not self.reviewable():
            words = _tr("An article comes here when somebody says that it is done (Ctrl+Enter).")
            return Notice(
                _tr("No article is finished yet."), with_present_keys(words, self._key_of)
            )
        return None

    def is_hidden(self, article_id: str) -> bool:
        """Whether the work of others is hidden, since one's own on the article is not finished."""
        session = self._session
        return reviews.is_owed(session.project, article_id, session.annotator)

    def hidden(self, article_id: str) -> Notice:
        """Why an article is not shown to somebody who owes their own work on it."""
        words = _tr(
            "The work of others is hidden until it is. Finish it with Ctrl+Enter, or look at "
            "another article with Ctrl+PgDown."
        )
        if self.next_open(article_id) is not None:
            words += " " + _tr("Enter opens the next article that two have finished.")
        return Notice(
            _tr("Your own work on this article is not finished."),
            with_present_keys(words, self._key_of),
        )

    def first(self, wanted: str | None, in_hand: str | None = None) -> str | None:
        """The article to begin with: the one wanted if it can be compared, else what waits.

        What waits is the article under review already, the next that two have finished, or where
        there is none, the wanted one after all, and any that somebody has finished.
        """
        listed = {each.id: each for each in self.reviewable()}
        if wanted is not None and wanted == in_hand and wanted in listed:
            return wanted
        for name in (wanted, in_hand):
            if name in listed and self._is_compared(listed[name]):
                return name
        waiting = self.next_open(wanted)
        if waiting is not None or wanted in listed:
            return waiting or wanted
        return next((each.id for each in sorted(listed.values(), key=lambda e: e.is_done)), None)

    def beside(self, article_id: str | None, step: int) -> str | None:
        """The article before or after one, around the ends."""
        names = [each.id for each in self.reviewable()]
        if not names:
            return None
        here = names.index(article_id) if article_id in names else -step
        return names[(here + step) % len(names)]

    def next_open(self, article_id: str | None) -> str | None:
        """The next article with two or more finished that is not gold, around the ends."""
        listed = self.reviewable()
        names = [each.id for each in listed]
        here = names.index(article_id) + 1 if article_id in names else 0
        around = [*listed[here:], *listed[:here]]
        wanted = (e for e in around if not e.is_done and e.id != article_id)
        return next((each.id for each in wanted if self._is_compared(each)), None)

    def _team(self) -> team.Team:
        session = self._session
        return team.of_project(session.project, waiting=session.waiting)

    def _is_compared(self, article: Reviewable) -> bool:
        """Whether the work of two or more can be seen."""
        return len(article.finished) > 1 and not self.is_hidden(article.id)


def _tr(source: str) -> str:
    return QCoreApplication.translate("Review", source)
