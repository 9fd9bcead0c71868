"""Finding articles by the query language while a person types, without stopping the window."""

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.errors import UserError
from annotator.gui import tasks
from annotator.gui.library.reading import matching_in
from annotator.gui.session import Session
from annotator.storage import articles

SEARCHED_AT_ONCE = 2_000
_PAUSE_MILLISECONDS = 150


class Searching(QObject):
    """Asks the project for what was typed last, once the person pauses."""

    found = Signal(object)
    """The ids of the articles for which the query holds."""
    refused = Signal(object)
    """Why the query cannot be understood, in words."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._query = ""
        self._number = 0
        self.is_busy = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._search)

    def ask(self, query: str) -> None:
        """Search for another query soon; an empty one asks nothing."""
        self._number += 1
        self._query = query.strip()
        self.is_busy = bool(self._query)
        if self.is_busy:
            self._pause.start()
        else:
            self._pause.stop()

    def _search(self) -> None:
        session, number = self._session, self._number
        if articles.are_more_than(session.project, SEARCHED_AT_ONCE):
            tasks.run(
                lambda _, *asked: matching_in(*asked),
                session.path,
                self._query,
                session.annotator,
                done=lambda ids: self._tell_found(number, ids),
                failed=lambda problem: self._tell_refused(number, problem),
            )
            return
        try:
            ids = session.matching(self._query)
        except UserError as problem:
            self._tell_refused(number, str(problem))
        else:
            self._tell_found(number, ids)

    def _tell_found(self, number: int, ids: list[str]) -> None:
        if number == self._number:
            self.is_busy = False
            self.found.emit(ids)

    def _tell_refused(self, number: int, problem: str) -> None:
        if number == self._number:
            self.is_busy = False
            self.refused.emit(problem)
