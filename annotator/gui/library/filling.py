"""Reading the list of articles into the queue while the window goes on."""

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.change import articles_of
from annotator.domain.errors import UserError
from annotator.domain.sheet import Sheet
from annotator.gui import tasks
from annotator.gui.library.listed import Listed
from annotator.gui.library.model import QueueModel
from annotator.gui.session import Session
from annotator.storage import articles
from annotator.storage.project import open_project
from annotator.storage.tables import Row

READ_AT_ONCE = 300
_RELOAD_MILLISECONDS, _LONGEST_WAIT = 400, 10_000
_FOLLOWED_AT_ONCE = 20
_REST = 10
"""While articles come in the list is read so rarely that this many times as long nothing is."""


class Filling(QObject):
    """Keeps the model filled with the articles of the project.

    A short list is read at once. A long one is read in a thread: into an empty queue piece by
    piece, so that its first articles stand there at once; else as a whole, which then takes the
    place of what is shown.
    """

    filled = Signal()
    """The queue holds other articles than before."""
    grew = Signal()
    """Further articles stand below the others."""

    _heard = Signal(object, object)
    """A piece of the list, in the thread of the window."""

    def __init__(self, session: Session, model: QueueModel, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._reading: tasks.Task | None = None
        self._number = 0
        self._is_outdated = False
        self._changed_meanwhile: dict[str, Sheet] = {}
        self._soon = QTimer(self, singleShot=True, interval=_RELOAD_MILLISECONDS)
        self._soon.timeout.connect(self.load)
        self._heard.connect(self._take)

    @property
    def is_reading(self) -> bool:
        """Whether the list is being read in the background."""
        return self._reading is not None

    def load_soon(self) -> None:
        """Read the list once articles have stopped coming for a moment."""
        self._soon.start()

    def load(self) -> None:
        """Read the list anew."""
        self._soon.stop()
        if self._session.is_closed:
            return
        if self._reading is not None:
            self._is_outdated = True  # it may lack what came since it was begun
        elif articles.are_more_than(self._session.project, READ_AT_ONCE):
            self._read_in_background()
        else:
            self._changed_meanwhile = self._not_on_disk()
            pieces = articles.summary_rows(self._session.project, self._session.annotator)
            self._show(Listed(row for piece in pieces for row in piece))

    def begin_again(self) -> None:
        """Somebody else works here now: what is being read is not theirs."""
        if self._reading is not None:
            self._reading.stop()
        self._reading, self._number = None, self._number + 1
        self._model.load(Listed())
        self.load()

    def follow(self, sheet: Sheet) -> None:
        """What is being read does not know of this change."""
        if self._reading is not None:
            self._changed_meanwhile[sheet.article.id] = sheet

    def _read_in_background(self) -> None:
        self._changed_meanwhile, self._is_outdated = self._not_on_disk(), False
        self._model.is_filling = not self._model.total
        self._number += 1
        number, began = self._number, monotonic()
        tell = partial(self._heard.emit, number) if self._model.is_filling else None
        self._reading = tasks.run(
            _read,
            self._session.path,
            self._session.annotator,
            tell,
            done=lambda listed: self._end(number, listed, monotonic() - began),
            failed=lambda problem: self._fail(number, problem),
            lane="queue",
        )

    def _not_on_disk(self) -> dict[str, Sheet]:
        """The articles of which something is still to be written, and so is not read."""
        session = self._session
        changes = (each for draft in session.waiting for each in draft.changes)
        touched = {name for each in changes for name in articles_of(each.record)}
        if len(touched) > _FOLLOWED_AT_ONCE:
            session.disk.when_saved(self.load_soon)
            return {}
        found: dict[str, Sheet] = {}
        for name in touched:
            with contextlib.suppress(UserError):  # it may be gone by now
                found[name] = session.sheet_of(name)
        return found

    def _take(self, number: int, rows: list[Row]) -> None:
        """A piece of the list came."""
        if number == self._number and not self._session.is_closed:
            self._model.append(rows)
            self._make_true()
            self.grew.emit()

    def _end(self, number: int, listed: Listed, seconds: float) -> None:
        """All is read; what takes long is read anew the later."""
        if number != self._number or self._session.is_closed:
            return
        self._reading = None
        rest = min(round(seconds * 1000 * _REST), _LONGEST_WAIT)
        self._soon.setInterval(max(rest, _RELOAD_MILLISECONDS))
        if self._model.is_filling:
            self._model.end_filling()
            self.filled.emit()
        else:
            self._show(listed)
        if self._is_outdated:
            self.load()

    def _fail(self, number: int, problem: str) -> None:
        if number == self._number:
            self._reading = None
            self._model.end_filling()
            self.filled.emit()
            self._session.refused.emit(problem)

    def _show(self, listed: Listed) -> None:
        self._model.load(listed)
        self._make_true()
        self.filled.emit()

    def _make_true(self) -> None:
        """What was changed since the reading began is newer than what was read."""
        for sheet in self._changed_meanwhile.values():
            self._model.follow(sheet)


def _read(
    report: Callable[[int], bool],
    path: Path,
    annotator: str,
    tell: Callable[[list[Row]], None] | None,
) -> Listed:
    """Tell the list piece by piece, or give it whole; in a thread of its own."""
    listed = Listed()
    with open_project(path) as project, project.snapshot():
        for rows in articles.summary_rows(project, annotator):
            if not report(len(listed)):
                break
            if tell is None:
                listed.extend(rows)
            else:
                tell(rows)
    return listed
