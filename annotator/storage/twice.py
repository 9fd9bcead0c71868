"""Reading two things of one state of a project at once, each on a connection of its own."""

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from annotator.storage.project import Project, open_project

S = TypeVar("S")
T = TypeVar("T")


def both(
    project: Project, first: Callable[[Project], S], second: Callable[[Project], T]
) -> tuple[S, T]:
    """What both read; the caller holds a snapshot.

    The database works while Python waits, so two take the time of the longer one. Where somebody
    wrote between the snapshots, both read from the given project, one after the other.
    """
    with _same_state(project) as other, ThreadPoolExecutor(1) as pool:
        reading = pool.submit(second, other) if other is not None else None
        told = first(project)
        return told, reading.result() if reading is not None else second(project)


@contextlib.contextmanager
def _same_state(project: Project) -> Iterator[Project | None]:
    """A second connection on the state that the project's snapshot shows, or None."""
    with open_project(project.path) as other, other.snapshot():
        yield other if _last_step(other) == _last_step(project) else None


def _last_step(project: Project) -> object:
    return project.value("SELECT max(rowid) FROM journal")
