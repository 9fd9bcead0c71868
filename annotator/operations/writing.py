"""Putting drafts into the journal: at once for commands, in a thread of its own for the window.

The window never waits for the disk. One thread owns the writing connection; it takes drafts in
the order in which they were handed over, and those that waited while the disk was slow share one
commit. A label never waits for more than one portion of an import.
"""

import logging
import threading
import traceback
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

from annotator.dataclass import dataclass
from annotator.domain.change import Draft, Step
from annotator.domain.errors import UserError
from annotator.storage.project import Project, open_project
from annotator.storage.sqlite import DiskProblem, FileMoved, IntegrityError, ProjectBusy

if TYPE_CHECKING:
    from annotator.storage.batches import Batch

log = logging.getLogger(__name__)

P = ParamSpec("P")

RETRY_SECONDS = 2.0
MOMENT_SECONDS = 0.002

_CLOSED = "The project is closed already, so this was not written. Open it again and repeat it."


def commit(project: Project, draft: Draft, *, annotator: str) -> Step | None:
    """Write a draft now; None when it changes nothing."""
    if not draft.changes:
        return None
    from annotator.storage import journal

    return journal.commit(project, draft, annotator=annotator)


@dataclass(frozen=True, slots=True)
class Order:
    """A draft, or a batch of an import, on its way to the journal."""

    draft: "Draft | Batch"
    annotator: str


@dataclass(frozen=True, slots=True)
class Listener:
    """What the writer tells, in its own thread; nothing in it may block or raise.

    `saved`: the step is on the disk. `refused`: it will not be written, the reason in words.
    `stalled`: the disk refuses for now, everything waits and is tried again.
    """

    saved: Callable[[Order, Step], None]
    refused: Callable[[Order, str], None]
    stalled: Callable[[str], None]


class Writer:
    """The thread that owns the writing connection of an open project."""

    def __init__(self, path: Path, listener: Listener) -> None:
        """Open the project for writing.

        Raises:
            UserError: it cannot be opened, or another process writes it.
        """
        self._project = open_project(path, is_writable=True)
        self._listener = listener
        self._urgent: deque[Order] = deque()
        self._patient: deque[Order] = deque()
        self._condition = threading.Condition()
        self._only_disk_is_left = threading.Event()
        self._is_closing = False
        self._is_abandoned = False
        self._taken = 0
        self._has_ended = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    @property
    def path(self) -> Path:
        """The project file."""
        return self._project.path

    @property
    def waiting(self) -> int:
        """How many drafts are not on the disk yet."""
        with self._condition:
            return len(self._urgent) + len(self._patient) + self._taken

    def write(self, order: Order) -> None:
        """Hand over a draft; it is written in its turn, or refused when the file is closed.

        An idle writer gets a moment to write its rows: while the window paints, both would wait
        for each other's turn at the interpreter at every statement. The disk is not waited for.
        """
        is_idle = self.waiting == 0
        self._only_disk_is_left.clear()
        self._hand_over(self._urgent, order)
        if is_idle:
            self._only_disk_is_left.wait(MOMENT_SECONDS)

    def write_later(self, order: Order) -> None:
        """Hand over a portion of an import; labels go before it."""
        self._hand_over(self._patient, order)

    def try_now(self) -> None:
        """Try again at once, instead of when the pause is over."""
        with self._condition:
            self._condition.notify_all()

    def close(self, *, timeout: float | None = None) -> bool:
        """Write what waits and let go of the file; false when it still waits after `timeout`.

        After a false one the writer goes on trying: `keep_open`, `abandon` or close again.
        """
        with self._condition:
            self._is_closing = True
            self._condition.notify_all()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def keep_open(self) -> None:
        """Go on after a `close` that could not write everything."""
        with self._condition:
            self._is_closing = False

    def abandon(self) -> None:
        """End without writing what still waits, because the person said so."""
        with self._condition:
            self._is_abandoned = self._is_closing = True
            self._urgent.clear()
            self._patient.clear()
            self._condition.notify_all()
        self._thread.join()

    def _hand_over(self, queue: deque[Order], order: Order) -> None:
        with self._condition:
            is_too_late = self._has_ended
            if not is_too_late:
                queue.append(order)
                self._condition.notify_all()
        if is_too_late:
            self._tell(order, _CLOSED)

    def _run(self) -> None:
        try:
            while orders := self._next():
                self._write_all(orders)
        finally:
            self._project.checkpoint()
            self._project.close()

    def _next(self) -> list[Order]:
        """The orders to write together; none when the writer is to end."""
        with self._condition:
            while not (self._urgent or self._patient or self._is_closing):
                self._condition.wait()
            if self._urgent:
                orders = list(self._urgent)
                self._urgent.clear()
            else:
                orders = [self._patient.popleft()] if self._patient else []
            self._taken = len(orders)
            self._has_ended = not orders
            return orders

    def _write_all(self, orders: list[Order]) -> None:
        """Write orders in one transaction, again and again while the disk refuses.

        What makes the whole transaction fail is found by writing the orders one by one.
        """
        while True:
            try:
                outcomes = self._transaction(orders)
                break
            except (DiskProblem, ProjectBusy) as problem:
                log.warning("writing stalled: %s", type(problem).__name__)
                self._heard(self._listener.stalled, str(_while_waiting(problem, self.path)))
                if not self._pause():
                    return
            except Exception as problem:  # noqa: BLE001 - a thread that ends loses what waits
                if len(orders) > 1:
                    for order in orders:
                        if not self._is_abandoned:
                            self._write_all([order])
                    return
                outcomes = [(orders[0], _in_words(problem))]
                break
        with self._condition:
            self._taken -= len(orders)
        for order, outcome in outcomes:
            self._tell(order, outcome)

    def _transaction(self, orders: list[Order]) -> list[tuple[Order, Step | str]]:
        # Here, in the thread that writes: the window opens without it.
        from annotator.storage import journal

        outcomes: list[tuple[Order, Step | str]] = []
        with self._project.transaction():
            for order in orders:
                try:
                    if isinstance(order.draft, Draft):
                        write = partial(journal.commit, self._project, order.draft)
                    else:
                        write = partial(journal.commit_batch, self._project, order.draft)
                    outcomes.append((order, write(annotator=order.annotator)))
                except journal.Conflict as conflict:
                    outcomes.append((order, str(conflict)))
            self._only_disk_is_left.set()
        return outcomes

    def _tell(self, order: Order, outcome: Step | str) -> None:
        if isinstance(outcome, Step):
            self._heard(self._listener.saved, order, outcome)
        else:
            self._heard(self._listener.refused, order, outcome)

    def _heard(self, listen: Callable[P, None], *news: P.args, **named: P.kwargs) -> None:
        """Tell something; a listener that raises must not end the writing."""
        try:
            listen(*news, **named)
        except Exception as fault:  # noqa: BLE001 - the same
            log.error("a listener of the writer failed: %s", _where(fault))

    def _pause(self) -> bool:
        """Wait before the next try; false when the program gives up what waits."""
        with self._condition:
            if not self._is_abandoned:
                self._condition.wait(RETRY_SECONDS)
            return not self._is_abandoned


def _while_waiting(problem: UserError, path: Path) -> UserError:
    """What to say of work that is shown already and waits for the disk."""
    if isinstance(problem, ProjectBusy):
        return UserError(
            f"{path.name} is being written by another program. Your work is kept here and is "
            "saved as soon as that has finished. Close the other program if it takes long."
        )
    if isinstance(problem, FileMoved):
        return UserError(
            f"{path.name} is not where it was: it was moved, deleted or replaced. Your work is "
            "kept here and is saved as soon as the file is back in its place."
        )
    return problem


def _in_words(problem: Exception) -> str:
    """Why one order cannot be written; the log tells a fault of the program, without its text."""
    if isinstance(problem, UserError):
        return str(problem)
    if isinstance(problem, IntegrityError):
        return (
            "Something that this belongs to is no longer there. It was not written. "
            "Look at the article as it stands now and try again."
        )
    log.error("an order was not written: %s", _where(problem))
    return (
        f"This was not written because of a fault in the program ({type(problem).__name__}). "
        "Everything saved before is safe. Try it again."
    )


def _where(fault: Exception) -> str:
    return f"{type(fault).__name__}\n{''.join(traceback.format_tb(fault.__traceback__))}"
