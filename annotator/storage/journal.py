"""The only code that writes: every action becomes a row of the journal and rows of the tables."""

import contextlib
import hashlib
import itertools
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, TypedDict, cast

import orjson

from annotator.domain.article import Article
from annotator.domain.change import Change, Draft, Record, Step, articles_of
from annotator.domain.errors import UserError
from annotator.storage import sqlite
from annotator.storage.batches import Batch, named
from annotator.storage.project import Project
from annotator.storage.rows import TABLES
from annotator.storage.tables import Row

_GENESIS = bytes(32)
_PACK_FROM = 4096
_LAST_CLOCK = 2**63 - 1
_DAMAGED = (
    "Part of the journal cannot be read. Nothing was changed. Open a backup of the project instead."
)

Clock = Callable[[], int]
"""Milliseconds since 1970."""


class Entry(TypedDict, total=False):
    """A change as the journal keeps it: rows of a table before and after, articles without text.

    `had` is the version that the row before had. `added` are many new rows at once.
    """

    kind: str
    before: Row
    had: str
    after: Row
    added: list[list[Any]]


class Conflict(UserError):
    """The stored record is not what the change expected."""


def wall_clock() -> int:
    """The computer's clock, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def commit(
    project: Project,
    draft: Draft,
    *,
    annotator: str,
    clock: Clock = wall_clock,
) -> Step:
    """Write a draft's records and its step in one transaction, or nothing.

    Raises:
        Conflict: a stored record is not what the draft expected.
        DiskProblem: the disk refused; the same draft may be written later.
        UserError: the project cannot be written.
    """
    entries = [_entry(change) for change in draft.changes]
    with _writing(project):
        head = _head(project)
        _keep(project, list(_texts(draft)))
        _apply(project, entries, head.next_version)
        step = Step(
            id=draft.id,
            device=project.device,
            number=head.number + 1,
            clock=head.next_clock(clock),
            annotator=annotator,
            operation=draft.operation,
            changes=draft.changes,
            is_undoable=draft.is_undoable,
            undoes=draft.undoes,
        )
        touched = (name for change in step.changes for name in articles_of(change.record))
        _append(project, step, orjson.dumps(entries), head.hash, articles=dict.fromkeys(touched))
        return step


def commit_batch(
    project: Project, batch: Batch, *, annotator: str, clock: Clock = wall_clock
) -> Step:
    """The same for a batch; its step comes without the changes.

    Raises:
        Conflict: something of it is stored already, or belongs to what is not.
        DiskProblem: the disk refused; the same batch may be written later.
        UserError: the project cannot be written.
    """
    with _writing(project):
        head = _head(project)
        _keep(project, batch.contents)
        _apply(project, _entries(batch.changes), head.next_version)
        step = Step(
            id=batch.id,
            device=project.device,
            number=head.number + 1,
            clock=head.next_clock(clock),
            annotator=annotator,
            operation=batch.operation,
            changes=(),
            is_undoable=False,
        )
        _append(project, step, batch.changes, head.hash, articles=batch.articles)
        return step


@contextlib.contextmanager
def _writing(project: Project) -> Iterator[None]:
    try:
        with project.transaction():
            yield
    except sqlite.IntegrityError as error:
        # What a record belongs to is proved last of all, when the transaction ends.
        raise _conflict(error) from error


class _Head:
    """Where a device's chain ends, and the last time in the whole journal."""

    def __init__(self, device: str, number: int, digest: bytes, last_clock: int) -> None:
        self.number = number
        self.hash = digest
        self.next_version = f"{device}.{number + 1}"
        self._last_clock = last_clock

    def next_clock(self, clock: Clock) -> int:
        """A hybrid clock: wall time, but always after everything already in the journal."""
        if self._last_clock >= _LAST_CLOCK:
            raise UserError(_DAMAGED)
        return max(clock() << 16, self._last_clock + 1)


_HEAD = """
    SELECT coalesce(number, 0), hash, coalesce(last_clock, 0)
    FROM (SELECT max(clock) AS last_clock FROM journal) LEFT JOIN (
        SELECT number, hash FROM journal WHERE device = ? ORDER BY number DESC LIMIT 1
    )
"""


def _head(project: Project) -> _Head:
    number, digest, last_clock = project.rows(_HEAD, (project.device,))[0]
    return _Head(project.device, number, digest or _GENESIS, last_clock)


def _append(
    project: Project, step: Step, changes: bytes, previous: bytes, *, articles: Iterable[str]
) -> None:
    packed = zlib.compress(changes, 1) if len(changes) >= _PACK_FROM else changes
    project.execute(
        "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            step.device,
            step.number,
            step.id,
            step.clock,
            step.annotator,
            step.operation,
            int(step.is_undoable),
            step.undoes,
            packed,
            chained(step, changes, previous),
        ),
    )
    project.execute_many(
        "INSERT INTO touched VALUES (?, ?, ?)",
        [(article_id, step.device, step.number) for article_id in articles],
    )


def chained(step: Step, changes: bytes, previous: bytes) -> bytes:
    """The SHA-256 that ties a step to everything before it on its device."""
    heading = orjson.dumps(
        [
            step.device,
            step.number,
            step.id,
            step.clock,
            step.annotator,
            step.operation,
            step.is_undoable,
            step.undoes,
        ]
    )
    return hashlib.sha256(previous + heading + b"\n" + changes).digest()


def decoded(changes: bytes) -> tuple[Change, ...]:
    """The changes of a journal row; articles come without their text.

    Raises:
        UserError: the row is damaged.
    """
    try:
        return tuple(change for entry in _entries(changes) for change in _changes_of(entry))
    except (ValueError, TypeError, LookupError) as error:
        raise UserError(_DAMAGED) from error


def unpacked(changes: bytes) -> bytes:
    """The JSON of a journal row; long ones are stored compressed.

    Raises:
        UserError: the row is damaged.
    """
    if changes[:1] == b"[":
        return changes
    try:
        return zlib.decompress(changes)
    except zlib.error as error:
        raise UserError(_DAMAGED) from error


def _entry(change: Change) -> Entry:
    table = TABLES[change.record.kind]
    entry: Entry = {"kind": table.name}
    if change.before is not None:
        entry["before"] = table.to_row(change.before)
    if change.after is not None:
        entry["after"] = table.to_row(change.after)
    return entry


def _entries(changes: bytes) -> list[Entry]:
    return cast("list[Entry]", orjson.loads(unpacked(changes)))


def _changes_of(entry: Entry) -> Iterator[Change]:
    if "added" in entry:
        from_row = TABLES[entry["kind"]].from_row
        completed = TABLES[entry["kind"]].completed
        return (Change(None, from_row(completed(row))) for row in entry["added"])
    return iter((Change(_side(entry, "before"), _side(entry, "after")),))


def _side(entry: Entry, side: Literal["before", "after"]) -> Record | None:
    table = TABLES[entry["kind"]]
    return table.from_row(table.completed(entry[side])) if side in entry else None


def _texts(draft: Draft) -> Iterator[tuple[str, bytes]]:
    return (
        named(change.after.text.encode())
        for change in draft.changes
        if isinstance(change.after, Article) and change.before is None and change.after.text
    )


def _keep(project: Project, contents: Sequence[tuple[str, bytes]]) -> None:
    if contents:
        project.execute_many("INSERT INTO content VALUES (?, ?) ON CONFLICT DO NOTHING", contents)


def _apply(project: Project, entries: Iterable[Entry], version: str) -> None:
    """Make the changes in the tables, and note which version each row before had."""
    for is_addition, group in itertools.groupby(entries, _is_addition):
        try:
            if is_addition:
                for statement, rows in _insertions(group, version):
                    project.execute_many(statement, rows)
            else:
                for entry in group:
                    entry["had"] = _replace(project, entry, version)
        except sqlite.IntegrityError as error:
            raise _conflict(error) from error


def _is_addition(entry: Entry) -> bool:
    return "before" not in entry


def _insertions(
    entries: Iterable[Entry], version: str
) -> Iterator[tuple[str, list[Sequence[Any]]]]:
    """Statements that add rows, each with all rows of its table."""
    by_kind: dict[str, list[Sequence[Any]]] = {}
    for entry in entries:
        rows = by_kind.setdefault(entry["kind"], [])
        table = TABLES[entry["kind"]]
        if "added" not in entry:
            rows.append((*table.completed(entry["after"]), version))
        elif entry["added"] and len(entry["added"][0]) < len(table.columns):
            rows += [(*table.completed(row), version) for row in entry["added"]]
        else:
            # Just read from JSON, so they may be changed: copies would take their time.
            for row in entry["added"]:
                row.append(version)
            rows += entry["added"]
    return ((TABLES[kind].insertion, rows) for kind, rows in by_kind.items())


def _replace(project: Project, entry: Entry, version: str) -> str:
    """Change or remove the row that is expected there; gives the version it had."""
    table, before = TABLES[entry["kind"]], entry["before"]
    rows = project.rows(
        f"SELECT {table.selection}, version FROM {table.name} WHERE {table.condition}",
        table.key_of(before),
    )
    if not rows or before != rows[0][:-1]:
        raise Conflict(
            "Someone changed this since. Nothing was written. "
            "Look at it as it stands now and try again."
        )
    project.execute(*_replacement(entry, version))
    return str(rows[0][-1])


def _replacement(entry: Entry, version: str) -> tuple[str, Row]:
    """The statement that changes or removes a row, with its parameters."""
    table = TABLES[entry["kind"]]
    if "after" in entry:
        return table.replacement, (*table.completed(entry["after"]), version)
    return f"DELETE FROM {table.name} WHERE {table.condition}", table.key_of(entry["before"])


def _conflict(error: Exception) -> UserError:
    if "UNIQUE" in str(error):
        return Conflict(
            "This is in the project already. Nothing was written. "
            "Look at it as it stands now and try again."
        )
    if "FOREIGN KEY" in str(error):
        return Conflict(
            "Something that this belongs to is no longer there. Nothing was written. "
            "Look at it as it stands now and try again."
        )
    return Conflict(f"The project refuses this change: {error}. Nothing was written.")


def replay(scratch: sqlite.Connection, rows: Iterable[tuple[str, bytes]]) -> None:
    """Write the records of journal rows into the empty tables of a scratch database.

    `rows` are versions and changes in the order in which they were made. Nothing is compared.

    Raises:
        UserError: a row is damaged.
    """
    try:
        for version, changes in rows:
            for is_addition, group in itertools.groupby(_entries(changes), _is_addition):
                if is_addition:
                    for statement, added in _insertions(group, version):
                        scratch.executemany(statement, added)
                else:
                    for entry in group:
                        scratch.execute(*_replacement(entry, version))
    except (ValueError, TypeError, LookupError) as error:
        raise UserError(_DAMAGED) from error
