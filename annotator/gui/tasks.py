"""Work that takes longer than a frame, in a thread of its own."""

import logging
from collections.abc import Callable
from functools import cache
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal, Slot

from annotator.domain.errors import UserError

log = logging.getLogger(__name__)

Work = Callable[..., Any]
"""A plain function of the core whose first argument is `report(done) -> bool`; false: stop."""

Listener = Callable[[Any], None]


class Task:
    """One piece of work on its way; its news arrive in the thread of the window."""

    def __init__(
        self, errand: "_Errand", listeners: dict[str, Listener | None], *, lane: str, is_owed: bool
    ) -> None:
        self._errand = errand
        self._listeners = listeners
        self.lane = lane
        self.is_owed = is_owed
        self.is_finished = False

    @property
    def is_stopped(self) -> bool:
        """Whether the work was asked to end."""
        return self._errand.is_stopped

    def stop(self) -> None:
        """Ask the work to end at its next report."""
        self._errand.is_stopped = True

    def tell(self, kind: str, news: Any) -> None:
        """Tell who listens for this kind of news; nobody where they are gone meanwhile."""
        listener = self._listeners[kind]
        owner = getattr(listener, "__self__", None)
        is_gone = isinstance(owner, QObject) and not shiboken6.isValid(owner)
        if listener is not None and not is_gone:
            listener(news)


class _Errand:
    """What the thread of the work knows: nothing of Qt that could be let go of there."""

    def __init__(self, news: "_News", work: Work, arguments: tuple[Any, ...]) -> None:
        self.is_stopped = False
        self._news = news
        self._work = work
        self._arguments = arguments
        self._count = 0
        self._is_on_its_way = False

    def report(self, count: int) -> bool:
        """What the work calls; false: stop.

        Thousands of articles a second would flood the window: while it has not heard of one, the
        next take its place.
        """
        self._count = count
        if not self._is_on_its_way:
            self._is_on_its_way = True
            self._news.came.emit(self, "progressed", None)
        return not self.is_stopped

    def newest(self) -> int:
        """The last count that was reported, for the window."""
        self._is_on_its_way = False  # first: what is reported from here on comes anew
        return self._count

    def run(self) -> None:
        """Do the work, in its own thread."""
        try:
            result = self._work(self.report, *self._arguments)
        except UserError as problem:
            self._news.came.emit(self, "failed", str(problem))
        except Exception as fault:
            log.exception("a task failed")
            sentence = QCoreApplication.translate(
                "Tasks", "This failed: {}. Nothing more was done."
            )
            self._news.came.emit(self, "failed", sentence.format(type(fault).__name__))
        else:
            self._news.came.emit(self, "done", result)


class _News(QObject):
    """Brings news of all work into the thread of the window; it stays, whatever else goes."""

    came = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.came.connect(self._pass_on)

    @Slot(object, str, object)
    def _pass_on(self, errand: _Errand, kind: str, news: Any) -> None:
        task = _running.get(errand)
        if task is None:
            return
        try:
            task.tell(kind, errand.newest() if kind == "progressed" else news)
        finally:
            if kind != "progressed":
                task.is_finished = True
                _running.pop(errand, None)


def run(
    work: Work,
    *arguments: Any,
    done: Callable[[Any], None],
    failed: Callable[[str], None],
    progressed: Callable[[int], None] | None = None,
    lane: str = "",
    is_owed: bool = False,
) -> Task:
    """Start work; in each lane one piece at a time, in the order asked for.

    What a person waits for, such as a search, has a lane beside that of imports. What makes
    ready a change that a person asked for is owed to them: closing waits a while for it.
    """
    errand = _Errand(_news(), work, arguments)
    listeners = {"done": done, "failed": failed, "progressed": progressed}
    task = _running[errand] = Task(errand, listeners, lane=lane, is_owed=is_owed)
    _pool(lane).start(errand.run)
    return task


def is_any_running() -> bool:
    """Whether work is on its way."""
    return bool(_running)


def owed() -> bool:
    """Whether a change that a person asked for is being made ready."""
    return any(task.is_owed and not task.is_stopped for task in _running.values())


def wait_for_owed(*, milliseconds: int) -> None:
    """Wait for such work, and hear of it now."""
    for lane in {task.lane for task in _running.values() if task.is_owed}:
        _pool(lane).waitForDone(milliseconds)
    QCoreApplication.sendPostedEvents(_news())


def stop_all() -> None:
    """Stop what runs and wait for it, before the window closes."""
    for task in _running.values():
        task.stop()
    for pool in _pools.values():
        pool.waitForDone()


def leave_all() -> None:
    """The project is left: what was found for it is news to nobody any more."""
    _running.clear()


_running: dict[_Errand, Task] = {}
_pools: dict[str, QThreadPool] = {}


@cache
def _news() -> _News:
    return _News()


def _pool(lane: str) -> QThreadPool:
    if lane not in _pools:
        _pools[lane] = QThreadPool()
        _pools[lane].setMaxThreadCount(1)
    return _pools[lane]
