"""Work that takes longer than a frame, in a thread of its own."""

import logging
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

from annotator.domain.errors import UserError

log = logging.getLogger(__name__)

Work = Callable[..., Any]
"""A plain function of the core whose first argument is `report(done) -> bool`; false: stop."""


class Task(QObject):
    """One piece of work on its way; its news arrive in the thread of the window."""

    progressed = Signal(int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.is_stopped = False
        self.is_finished = False
        self.is_left = False

    def news(self, tell: Callable[[Any], None]) -> Callable[[Any], None]:
        """The same, but silent once whoever would hear it is gone."""
        owner = getattr(tell, "__self__", None)

        def hear(news: Any) -> None:
            is_gone = isinstance(owner, QObject) and not shiboken6.isValid(owner)
            if not self.is_left and not is_gone:
                tell(news)

        return hear

    def finish_after_news(self) -> None:
        """Let go of itself once everybody else has heard; gone sooner, the news would be lost."""
        self.done.connect(self._finish)
        self.failed.connect(self._finish)

    def stop(self) -> None:
        """Ask the work to end at its next report."""
        self.is_stopped = True

    def report(self, count: int) -> bool:
        """What the work calls, in its own thread."""
        self.progressed.emit(count)
        return not self.is_stopped

    @Slot(object)
    def _finish(self, _: object) -> None:
        self.is_finished = True
        _running.discard(self)


class _Run(QRunnable):
    def __init__(self, task: Task, work: Work, arguments: tuple[Any, ...]) -> None:
        super().__init__()
        self._task = task
        self._work = work
        self._arguments = arguments

    def run(self) -> None:
        try:
            result = self._work(self._task.report, *self._arguments)
        except UserError as problem:
            self._task.failed.emit(str(problem))
        except Exception as fault:
            log.exception("a task failed")
            sentence = QCoreApplication.translate(
                "Tasks", "This failed: {}. Nothing more was done."
            )
            self._task.failed.emit(sentence.format(type(fault).__name__))
        else:
            self._task.done.emit(result)


def run(
    work: Work,
    *arguments: Any,
    done: Callable[[Any], None],
    failed: Callable[[str], None],
    progressed: Callable[[int], None] | None = None,
    lane: str = "",
) -> Task:
    """Start work; in each lane one piece at a time, in the order asked for.

    What a person waits for, such as a search, has a lane beside that of imports.
    """
    task = Task()
    task.done.connect(task.news(done))
    task.failed.connect(task.news(failed))
    if progressed is not None:
        task.progressed.connect(task.news(progressed))
    task.finish_after_news()
    _running.add(task)
    _pool(lane).start(_Run(task, work, arguments))
    return task


def is_any_running() -> bool:
    """Whether work is on its way."""
    return bool(_running)


def stop_all() -> None:
    """Stop what runs and wait for it, before the window closes."""
    for task in list(_running):
        task.stop()
    for pool in _pools.values():
        pool.waitForDone()


def leave_all() -> None:
    """The project is left: what was found for it is news to nobody any more."""
    for task in _running:
        task.is_left = True
    _running.clear()


_running: set[Task] = set()
_pools: dict[str, QThreadPool] = {}


def _pool(lane: str) -> QThreadPool:
    if lane not in _pools:
        _pools[lane] = QThreadPool()
        _pools[lane].setMaxThreadCount(1)
    return _pools[lane]
