"""What can be taken back, read from the journal, so that it survives closing the program."""

from annotator.domain.change import Draft, Step
from annotator.storage import steps
from annotator.storage.project import Project


class History:
    """Two lists of step ids: what undo and what redo takes next. Undo is itself a step."""

    def __init__(self) -> None:
        self._undo: list[str] = []
        self._redo: list[str] = []

    @property
    def next_undo(self) -> str | None:
        """The step that undo takes back next."""
        return self._undo[-1] if self._undo else None

    @property
    def next_redo(self) -> str | None:
        """The undoing step that redo takes back next."""
        return self._redo[-1] if self._redo else None

    def add(self, step: Draft | Step) -> None:
        """Note a step in the order in which it was made."""
        if step.undoes is None:
            if step.is_undoable:
                self._undo.append(step.id)
                self._redo.clear()
        elif step.undoes in self._undo:
            self._undo.remove(step.undoes)
            self._redo.append(step.id)
        elif step.undoes in self._redo:
            self._redo.remove(step.undoes)
            self._undo.append(step.id)

    def drop(self, step_id: str) -> None:
        """Forget a step that was not written after all, or cannot be taken back any more."""
        for entries in (self._undo, self._redo):
            if step_id in entries:
                entries.remove(step_id)


def of_project(project: Project, annotator: str) -> History:
    """What an annotator can take back, from the journal."""
    history = History()
    for step in steps.of_annotator(project, annotator):
        history.add(step)
    return history
