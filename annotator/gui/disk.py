"""The writer's thread as the window sees it: what waits, what is saved, what the disk refuses."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from annotator.domain.change import Step
from annotator.operations.writing import Listener, Order, Writer

_PORTIONS_AT_ONCE = 8
_ROOM_SECONDS = 0.25


class Disk(QObject):
    """Hands drafts to the writer and brings its news into the thread of the window."""

    saved = Signal(object)
    """An `Order` is on the disk."""
    refused = Signal(object, object)
    """An `Order` will not be written, and why."""
    changed = Signal()
    """Something waits, is saved, or cannot be saved."""

    _heard_saved = Signal(object)
    _heard_refused = Signal(object, object)
    _heard_stalled = Signal(object)

    def __init__(self, path: Path) -> None:
        """Open a project for writing.

        Raises:
            UserError: it cannot be opened, or another process writes it.
        """
        super().__init__()
        self.saved_at = time.time()
        self.problem = ""
        self._waiting = 0
        self._portions: set[str] = set()
        self._refused_portions = 0
        self._lock = threading.Lock()
        self._room = threading.Semaphore(_PORTIONS_AT_ONCE)
        self._is_closing = False
        self._when_saved: list[Callable[[], None]] = []
        self._heard_saved.connect(self._on_saved)
        self._heard_refused.connect(self._on_refused)
        self._heard_stalled.connect(self._on_stalled)
        listener = Listener(self._hear_saved, self._hear_refused, self._heard_stalled.emit)
        self._writer = Writer(path, listener)

    @property
    def waiting(self) -> int:
        """How many drafts are not known to be on the disk."""
        with self._lock:
            return self._waiting

    @property
    def is_saved(self) -> bool:
        """Whether everything handed over is on the disk."""
        return self.waiting == 0

    def write(self, order: Order) -> None:
        """Hand over a draft; the caller's frame does not wait for it."""
        self._count(1)
        self._writer.write(order)
        self.changed.emit()

    def write_later(self, order: Order) -> bool:
        """Hand over a portion of an import, from its thread; waits while many are on their way.

        False when the project is being closed and the portion was not taken.
        """
        while not self._room.acquire(timeout=_ROOM_SECONDS):
            if self._is_closing:
                return False
        if self._is_closing:
            self._room.release()
            return False
        with self._lock:
            self._waiting += 1
            self._portions.add(order.draft.id)
        self._writer.write_later(order)
        return True

    def wait_for_portions(self) -> int:
        """Wait, in the thread of an import, until its portions are written, or none will be.

        Tells how many of them were refused.
        """
        taken = 0
        while taken < _PORTIONS_AT_ONCE and not self._is_closing:
            taken += self._room.acquire(timeout=_ROOM_SECONDS)
        for _ in range(taken):
            self._room.release()
        refused, self._refused_portions = self._refused_portions, 0
        return refused

    def when_saved(self, then: Callable[[], None]) -> None:
        """Do something once everything handed over so far is on the disk; at once if it is."""
        self._when_saved.append(then)
        self._go_on()

    @property
    def is_awaited(self) -> bool:
        """Whether something waits until everything is on the disk."""
        return bool(self._when_saved)

    def hear(self) -> None:
        """Hear now what the writer has to tell, instead of in the next turn of the window."""
        QCoreApplication.sendPostedEvents(self)

    def try_now(self) -> None:
        """Try again at once what the disk refused."""
        self._writer.try_now()

    def close(self, *, timeout: float) -> bool:
        """Write what waits and let go of the file; false when the disk still refuses."""
        self.stop_imports()
        return self._writer.close(timeout=timeout)

    def stop_imports(self) -> None:
        """Take no further portions: who waits to hand one over is told so."""
        self._is_closing = True

    def keep_open(self) -> None:
        """Go on after a `close` that could not write everything."""
        self._is_closing = False
        self._writer.keep_open()

    def abandon(self) -> None:
        """Give up what still waits, because the person said so."""
        self._writer.abandon()

    def _count(self, difference: int) -> None:
        with self._lock:
            self._waiting += difference

    def _hear_saved(self, order: Order, _: Step) -> None:
        self._make_room(order)
        self._heard_saved.emit(order)

    def _hear_refused(self, order: Order, reason: str) -> None:
        self._refused_portions += order.draft.id in self._portions
        self._make_room(order)
        self._heard_refused.emit(order, reason)

    def _make_room(self, order: Order) -> None:
        """Let the next portion of an import come; in the writer's thread."""
        with self._lock:
            is_portion = order.draft.id in self._portions
            self._portions.discard(order.draft.id)
        if is_portion:
            self._room.release()

    @Slot(object)
    def _on_saved(self, order: Order) -> None:
        self._settle()
        self.problem = ""
        self.saved_at = time.time()
        self.saved.emit(order)
        self.changed.emit()
        self._go_on()

    @Slot(object, object)
    def _on_refused(self, order: Order, reason: str) -> None:
        self._settle()
        self.refused.emit(order, reason)
        self.changed.emit()
        self._go_on()

    @Slot(object)
    def _on_stalled(self, problem: str) -> None:
        self.problem = problem
        self.changed.emit()

    def _settle(self) -> None:
        self._count(-1)

    def _go_on(self) -> None:
        """Do what waited for the disk; what one of them writes the next ones wait for."""
        while self._when_saved and self.is_saved:
            self._when_saved.pop(0)()
