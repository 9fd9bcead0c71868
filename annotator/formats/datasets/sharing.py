"""Half of an export done by this program as a second process, on the second processor.

A format whose records take long to make gives its work away in portions: a `Worker` makes records
of them, and reads written files back. It is the same in both processes, and holds nothing from
which a result depends but its setting, so that a file has the same bytes whoever made which part.
Where no second process can start, or it ends early, the first does everything itself.
"""

import contextlib
import gc
import importlib
import os
import pickle
import queue
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable
from typing import IO, Any, Protocol

from annotator import this_program
from annotator.formats.datasets.work import Setting

COMMAND = "--share-an-export"
"""What `annotator.__main__` is called with to be the second process."""

MOST_AWAY = 2
"""So many portions are with the second process at a time: it works on one, the next waits."""

_ENDED = object()

Then = Callable[[Any], None]
"""What is done with a result."""


class Worker(Protocol):
    """What makes the records of a format and reads them again, in either process."""

    def done(self, task: str, subject: Any) -> Any:
        """The result of a task, which can be pickled, as its subject can."""
        ...


class _Portion:
    """A task with its subject, and its result once there is one."""

    __slots__ = ("is_done", "result", "subject", "task", "then")

    def __init__(self, task: str, subject: Any, then: Then) -> None:
        self.task, self.subject, self.then = task, subject, then
        self.is_done = False
        self.result: Any = None

    def end(self, result: Any) -> None:
        """Keep the result, and let go of the subject."""
        self.result, self.subject, self.is_done = result, None, True


class Sharing:
    """The portions of one export: results are handed on in the order of the tasks."""

    def __init__(self, module: str, setting: Setting, *, alone: int) -> None:
        """`alone` portions are done without a second process, which has to be worth its start."""
        self._module, self._setting = module, setting
        self.worker: Any = _worker_of(module, setting)
        self._alone = alone
        self._portions: deque[_Portion] = deque()
        self._away: deque[_Portion] = deque()
        self._process: this_program.Process | None = None
        self._is_lost = False
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def do(self, task: str, subject: Any, then: Then) -> None:
        """Have a task done, sooner or later; `then` is given its result in this thread."""
        portion = _Portion(task, subject, then)
        self._portions.append(portion)
        self._take_answers()
        if not self._send(portion):
            portion.end(self.worker.done(task, subject))
        self._hand_on()

    def settle(self) -> None:
        """Wait until every task is done and its result handed on."""
        while self._portions:
            self._hand_on()
            if self._away:
                self._take(self._answers.get())

    def close(self) -> None:
        """End the second process, also when the export is given up."""
        if self._process is not None:
            this_program.end(self._process)
            self._process = None

    def _send(self, portion: _Portion) -> bool:
        self._alone -= 1
        if self._is_lost or self._alone >= 0 or len(self._away) >= MOST_AWAY:
            return False
        if self._process is None and not self._starts():
            return False
        try:
            self._tell((portion.task, portion.subject))
        except OSError:
            self._lose()
            return False
        self._away.append(portion)
        return True

    def _starts(self) -> bool:
        self._process = this_program.started_again(COMMAND)
        self._is_lost = self._process is None
        if self._process is None:
            return False
        answering = this_program.output_of(self._process)
        threading.Thread(target=_listen, args=(answering, self._answers), daemon=True).start()
        try:
            self._tell((self._module, self._setting))
        except OSError:
            self._lose()
        return not self._is_lost

    def _tell(self, message: Any) -> None:
        if self._process is not None:
            stream = this_program.input_of(self._process)
            pickle.dump(message, stream, pickle.HIGHEST_PROTOCOL)
            stream.flush()

    def _take_answers(self) -> None:
        with contextlib.suppress(queue.Empty):
            while self._away:
                self._take(self._answers.get_nowait())

    def _take(self, answer: Any) -> None:
        if answer is _ENDED:
            self._lose()
        else:
            self._away.popleft().end(answer)

    def _lose(self) -> None:
        """Go on alone; what went wrong there is told here, where it is done again."""
        self._is_lost = True
        while self._away:
            portion = self._away.popleft()
            portion.end(self.worker.done(portion.task, portion.subject))

    def _hand_on(self) -> None:
        while self._portions and self._portions[0].is_done:
            portion = self._portions.popleft()
            portion.then(portion.result)


def _worker_of(module: str, setting: Setting) -> Worker:
    """The worker of a format's module."""
    made: Worker = importlib.import_module(module).Worker(setting)
    return made


def _listen(stream: IO[bytes], answers: "queue.SimpleQueue[Any]") -> None:
    with contextlib.suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
        while True:
            answers.put(pickle.load(stream))  # noqa: S301 - from our own process
    answers.put(_ENDED)


def serve() -> int:
    """What the second process does: its part, until its input ends or a task fails."""
    # Ctrl+C goes to every process of a terminal; the first one decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Nothing here has cycles, and looking for them takes a fifth of the time.
    gc.disable()
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(EOFError, BrokenPipeError):
        worker = _worker_of(*pickle.load(sys.stdin.buffer))  # noqa: S301 - from our own process
        while True:
            task, subject = pickle.load(sys.stdin.buffer)  # noqa: S301
            pickle.dump(worker.done(task, subject), output, pickle.HIGHEST_PROTOCOL)
            output.flush()
    return 0
