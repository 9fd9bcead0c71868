"""What is made in the window while something is being read, which what was read may lack."""

from PySide6.QtCore import QObject

from annotator.domain.change import Draft
from annotator.gui import tasks
from annotator.gui.session import Session


class Meanwhile(QObject):
    """Keeps what reaches the disk while a task reads: the task may have read before that."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task: tasks.Task | None = None
        self._settled: list[Draft] = []
        session.settled.connect(self._note)

    def begin(self, task: tasks.Task) -> None:
        """A task begins to read."""
        self._task = task
        self._settled = []

    @property
    def drafts(self) -> list[Draft]:
        """What to follow after the task, in the order in which it was made.

        Some of it may have been read too; following it once more changes nothing.
        """
        return [*self._settled, *self._session.waiting]

    def _note(self, draft: Draft) -> None:
        task = self._task
        if task is not None and not task.is_stopped and not task.is_finished:
            self._settled.append(draft)
