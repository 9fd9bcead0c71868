"""Asks the project for passages while a person types, portion by portion, in the background."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.annotation import Annotation
from annotator.gui import tasks
from annotator.gui.meanwhile import Meanwhile
from annotator.gui.session import Session
from annotator.storage import passages, records
from annotator.storage.passages import Passage, Portion
from annotator.storage.project import Project, open_project

FIRST, MORE = 20, 100
"""How many passages come at once: a window full, then what scrolling needs."""
PAUSE_MILLISECONDS = 60

Annotations = dict[str, list[Annotation]]
"""What an annotator has labelled, by article."""


class Asking(QObject):
    """One query at a time; what answers an older one is dropped."""

    begun = Signal()
    """Another query is asked: what is shown belongs to the one before."""
    found = Signal(object, object)
    """A `Portion`, and the annotations of its articles."""
    refused = Signal(object)
    """Why the query cannot be understood, in words."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.meanwhile = Meanwhile(session, self)
        self.query = ""
        self.following: int | None = None
        self.is_busy = False
        self._number = 0
        self._task: tasks.Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._begin)
        # What is found, and what is labelled there, is somebody's.
        session.became.connect(lambda _: self.ask(self.query))

    @property
    def is_beginning(self) -> bool:
        """Whether nothing is found yet for the query: what is shown belongs to another."""
        return self.is_busy and self.following is None

    def ask(self, query: str) -> None:
        """Search for another query once the person pauses; an empty one finds nothing."""
        self.stop()
        self.query = query.strip()
        if self.query:
            self.is_busy = True
            self._pause.start()
        else:
            self.begun.emit()

    def go_on(self) -> None:
        """Look for further passages, if there are any and none are on their way."""
        if self.following is not None and not self.is_busy:
            self._run(self.following, MORE)

    def stop(self) -> None:
        """Forget what is on its way."""
        self._pause.stop()
        self._number += 1
        self.following, self.is_busy = None, False
        if self._task is not None:
            self._task.stop()
            self._task = None

    def _begin(self) -> None:
        self.begun.emit()
        self._run(0, FIRST)

    def _run(self, first: int, most: int) -> None:
        self.is_busy = True
        number = self._number
        session = self._session
        self._task = tasks.run(
            look,
            session.path,
            self.query,
            session.annotator,
            first,
            most,
            done=lambda answer: self._hear(number, *answer),
            failed=lambda problem: self._hear_refusal(number, problem),
            lane="search",
        )
        self.meanwhile.begin(self._task)

    def _hear(self, number: int, portion: Portion, annotations: Annotations) -> None:
        if number != self._number:
            return
        self.is_busy, self._task = False, None
        self.following = portion.following
        self.found.emit(portion, annotations)

    def _hear_refusal(self, number: int, problem: str) -> None:
        if number == self._number:
            self.is_busy, self._task = False, None
            self.refused.emit(problem)


def look(
    report: Callable[[int], bool], path: Path, query: str, annotator: str, first: int, most: int
) -> tuple[Portion, Annotations]:
    """Passages from an article on, and what is labelled there; nothing more once stopped.

    Raises:
        UserError: the query cannot be understood.
    """
    with open_project(path) as project, project.snapshot():
        found = passages.portion(
            project,
            query,
            annotator=annotator,
            first=first,
            most=most,
            goes_on=lambda: report(0),
            is_counted=first > 0,
        )
        return found, labels_in(project, found.passages, annotator)


def labels_in(project: Project, found: Iterable[Passage], annotator: str) -> Annotations:
    """What an annotator has labelled in the articles of some passages."""
    names = dict.fromkeys(each.article_id for each in found)
    own = "article_id = ? AND annotator = ?"
    return {name: records.select(project, Annotation, own, (name, annotator)) for name in names}
