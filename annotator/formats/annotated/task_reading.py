"""How every reader of tasks goes through its file: units of offsets first, then layer by layer."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from annotator.formats.annotated.tasks import TaskLayers
from annotator.formats.gathering import Gathering
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.offset_units import Mark, Positions, UnitOfFile, read_with_units
from annotator.formats.sources import Source


class HasLine(Protocol):
    """A task that knows in which line of its file it stood."""

    @property
    def line(self) -> int:
        """The line, from 1."""


T = TypeVar("T", bound=HasLine)


class TaskReader(Protocol[T]):
    """What the reader of one tool knows of its tasks."""

    def tasks(self) -> Iterator[T | Problem]:
        """The tasks of the file, and what is none."""

    def marked(self, task: T) -> tuple[str, Sequence[Mark]]:
        """The text of a task as its offsets count it, and places whose words tell the unit."""

    def layers_of(self, task: T, positions: Positions) -> TaskLayers:
        """The work on a task."""

    def notes(self) -> Iterator[Problem]:
        """What there is to tell of the whole file."""


def arrivals_of(
    source: Source, reader: TaskReader[T], units: UnitOfFile, *, format_id: str
) -> Incoming:
    """The articles of all tasks, what does not fit, and what there is to tell at the end."""
    gathering = Gathering(source.name, names_of=format_id)

    def marked(task: T | Problem) -> tuple[str, Sequence[Mark]]:
        return ("", ()) if isinstance(task, Problem) else reader.marked(task)

    for task, positions in read_with_units(reader.tasks(), units, marked):
        if isinstance(task, Problem):
            yield task
            continue
        if isinstance(positions, Refused):
            yield Problem(source.name, task.line, f"It is left out: {positions}.")
            continue
        layer = reader.layers_of(task, positions).layer()
        yield from (Problem(source.name, task.line, reason) for reason in layer.problems)
        yield from gathering.add(layer, line=task.line)
    yield from gathering.last()
    yield from units.notes()
    yield from reader.notes()
