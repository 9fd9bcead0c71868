"""Reading the journal: what was done, by whom, and what can be taken back."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from annotator.domain.change import Change, Step
from annotator.storage.project import Project

_COLUMNS = "device, number, step, clock, annotator, operation, undoable, undoes"


def get(project: Project, step_id: str) -> Step | None:
    """One step with its changes."""
    rows = project.rows(f"SELECT {_COLUMNS}, changes FROM journal WHERE step = ?", (step_id,))
    return _whole(rows[0]) if rows else None


def is_redone(project: Project, step: Step) -> bool:
    """Whether a step takes back one that took another back, so that this one holds again."""
    depth, undone = 0, step.undoes
    while undone is not None:
        depth += 1
        undone = project.value("SELECT undoes FROM journal WHERE step = ?", (undone,))
    return depth > 0 and depth % 2 == 0


def each(project: Project, *, article_id: str | None = None) -> Iterator[Step]:
    """All steps, or those that touch one article, oldest first."""
    if article_id is None:
        rows = project.each_row(f"SELECT {_COLUMNS}, changes FROM journal ORDER BY clock, device")
    else:
        rows = project.each_row(
            f"SELECT {_COLUMNS}, changes FROM journal "
            "WHERE (device, number) IN (SELECT device, number FROM touched WHERE article_id = ?) "
            "ORDER BY clock, device",
            (article_id,),
        )
    return (_whole(row) for row in rows)


def last_clock(project: Project) -> int:
    """The clock of the last step, 0 before the first."""
    return int(project.value("SELECT max(clock) FROM journal") or 0)


def last_day(project: Project) -> str:
    """The day (UTC) on which something of an article was last changed; empty before the first."""
    clock = project.value(
        "SELECT max(clock) FROM journal "
        "WHERE (device, number) IN (SELECT device, number FROM touched)"
    )
    if clock is None:
        return ""
    return datetime.fromtimestamp((int(clock) >> 16) / 1000, UTC).date().isoformat()


def after(project: Project, clock: int) -> Iterator[Step]:
    """The steps after one, oldest first."""
    statement = f"SELECT {_COLUMNS}, changes FROM journal WHERE clock > ? ORDER BY clock, device"
    return (_whole(row) for row in project.each_row(statement, (clock,)))


def each_row(project: Project, *, by_clock: bool = False) -> Iterator[tuple[Step, bytes, bytes]]:
    """Steps without their changes, the changes as stored, and the link of the chain."""
    order = "clock, device" if by_clock else "device, number"
    rows = project.each_row(f"SELECT {_COLUMNS}, changes, hash FROM journal ORDER BY {order}")
    return ((_step(row[:-2]), row[-2], row[-1]) for row in rows)


def last(project: Project, limit: int, *, article_id: str | None = None) -> list[Step]:
    """The last steps, or the last that touch one article, oldest first."""
    rows = project.rows(
        f"SELECT {_COLUMNS}, changes FROM journal WHERE ?1 IS NULL OR (device, number) IN "
        "(SELECT device, number FROM touched WHERE article_id = ?1) "
        "ORDER BY clock DESC, device DESC LIMIT ?2",
        (article_id, limit),
    )
    return [_whole(row) for row in reversed(rows)]


def count(project: Project) -> int:
    """How many steps the journal holds."""
    return int(project.value("SELECT count(*) FROM journal"))


def of_annotator(project: Project, annotator: str) -> list[Step]:
    """The last 10,000 steps of one annotator, oldest first, without their changes.

    They are read whenever a project opens, so there is an end to them.
    """
    rows = project.rows(
        f"SELECT {_COLUMNS} FROM journal WHERE annotator = ? "
        "ORDER BY clock DESC, device DESC LIMIT 10000",
        (annotator,),
    )
    return [_step(row) for row in reversed(rows)]


def _whole(row: Sequence[Any]) -> Step:
    # What reads and writes changes is not needed to open a project.
    from annotator.storage import journal

    return _step(row[:-1], journal.decoded(row[-1]))


def _step(row: Sequence[Any], changes: tuple[Change, ...] = ()) -> Step:
    device, number, step, clock, annotator, operation, undoable, undoes = row
    return Step(
        id=step,
        device=device,
        number=number,
        clock=clock,
        annotator=annotator,
        operation=operation,
        changes=changes,
        is_undoable=bool(undoable),
        undoes=undoes,
    )
