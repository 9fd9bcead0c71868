"""Running engines on the open article, in the background and once it has been painted."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer

from annotator.domain.change import Draft
from annotator.domain.sheet import Sheet
from annotator.gui import tasks
from annotator.gui.annotate.work import ArticleWork
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import Selected
from annotator.gui.session import Session

BY_ITSELF = ("boilerplate",)
"""The engines that run when an article is opened."""

_PAUSE_MILLISECONDS = 150

Found = list[tuple[str, Sequence[object]]]
"""What engines offer, by their names."""


class Proposing(ArticleWork):
    """Keeps what engines propose for the article that is open."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        *,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(session, view, selected, tell=tell)
        self._looked_at: set[str] = set()
        # What the reader does first goes before.
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._soon.timeout.connect(self._look)
        session.opened.connect(lambda _: self._soon.start())
        if session.sheet is not None:
            self._soon.start()

    def find(self) -> None:
        """Let every engine look, because the person wants it."""
        from annotator.suggestions.engines import ENGINES

        if not self._session.is_suggesting or self._session.is_for_agreement:
            self._tell(
                self.tr("Suggestions are hidden here. The preferences or this article say so.")
            )
            return
        self._run(tuple(ENGINES), is_asked=True)

    def _look(self) -> None:
        """A fresh article gets its boilerplate proposed without being asked."""
        session, sheet = self._session, self._session.sheet
        if session.is_closed or sheet is None or sheet.is_finished:
            return
        is_hidden = not session.is_suggesting or session.is_for_agreement
        if is_hidden or sheet.article.id in self._looked_at:
            return
        self._looked_at.add(sheet.article.id)
        self._run(BY_ITSELF, is_asked=False)

    def _run(self, engines: tuple[str, ...], *, is_asked: bool) -> None:
        session, sheet = self._session, self._session.sheet
        if sheet is not None:
            tasks.run(
                look,
                session.path,
                sheet,
                session.annotator,
                engines,
                done=lambda drafts: self._hear(sheet.article.id, drafts, is_asked=is_asked),
                failed=session.refused.emit,
                lane="suggest",
                is_owed=is_asked,
            )

    def _hear(self, article_id: str, drafts: list[Draft], *, is_asked: bool) -> None:
        """Keep what is still new: the article may have been labelled meanwhile."""
        from annotator.operations import proposing

        session = self._session
        if session.is_closed:
            return
        number = 0
        for draft in drafts:
            fresh = proposing.still_new(session.sheet_of(article_id), session.scheme, draft)
            number += len(fresh.changes)
            session.take_in(fresh)
        if is_asked:
            self._tell_found(number)

    def _tell_found(self, number: int) -> None:
        if number:
            self._tell(self.tr("New suggestions: {} · N goes to the next").format(number))
        elif self._session.suggestions:
            self._tell(self.tr("No new suggestions. N goes to the next one that is open."))
        else:
            self._tell(self.tr("No suggestions in this article."))


def look(
    _: Callable[[int], bool], path: Path, sheet: Sheet, annotator: str, engines: tuple[str, ...]
) -> list[Draft]:
    """What engines propose for an article as it stands, read in a thread of its own."""
    from annotator.operations import library
    from annotator.operations.proposing import Proposer
    from annotator.storage.project import open_project

    with open_project(path) as project:
        return Proposer(project, library.scheme_of(project), annotator).run(sheet, engines)
