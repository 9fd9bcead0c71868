"""The only code that writes: every action becomes a row of the journal and rows of the tables."""

import hashlib
import itertools
import time
import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import orjson

from annotator.domain.article import Article
from annotator.domain.change import Change, Draft, Record, Step, articles_of
from annotator.domain.errors import UserError
from annotator.storage import sqlite
from annotator.storage.project import Project
from annotator.storage.rows import TABLES, as_json, record_from

_GENESIS = bytes(32)
_PACK_FROM = 4096

Clock = Callable[[], int]
"""Milliseconds since 1970."""


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
    contents: Sequence[bytes] = (),
    clock: Clock = wall_clock,
) -> Step:
    """Write a draft's records and its step in one transaction, or nothing.

    `contents` are bytes that new articles were read from, kept under their SHA-256.

    Raises:
        Conflict: a stored record is not what the draft expected.
        DiskProblem: the disk refused; the same draft may be written later.
        UserError: the project cannot be written.
    """
    with project.transaction():
        head = _head(project)
        version = f"{project.device}.{head.number + 1}"
        _keep_contents(project, draft, contents)
        had = _apply(project, draft.changes, version)
        step = Step(
            id=draft.id,
            device=project.device,
            number=head.number + 1,
            clock=_next_clock(project, clock),
            annotator=annotator,
            operation=draft.operation,
            changes=draft.changes,
            is_undoable=draft.is_undoable,
            undoes=draft.undoes,
        )
        _append(project, step, had, head.hash)
        return step


class _Head:
    """Where a device's chain ends."""

    def __init__(self, number: int, digest: bytes) -> None:
        self.number = number
        self.hash = digest


def _head(project: Project) -> _Head:
    rows = project.rows(
        "SELECT number, hash FROM journal WHERE device = ? ORDER BY number DESC LIMIT 1",
        (project.device,),
    )
    return _Head(*rows[0]) if rows else _Head(0, _GENESIS)


def _next_clock(project: Project, clock: Clock) -> int:
    """A hybrid clock: wall time, but always after everything already in the journal."""
    last = project.value("SELECT max(clock) FROM journal WHERE number > ?", (_recent(project),))
    return max(clock() << 16, (last or 0) + 1)


def _recent(project: Project) -> int:
    # The clock never goes back, so the newest rows of each device hold the highest.
    newest = project.value("SELECT max(number) FROM journal WHERE device = ?", (project.device,))
    return int(newest or 0) - 1


def _append(project: Project, step: Step, had: Sequence[str | None], previous: bytes) -> None:
    changes = encoded(step.changes, had)
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
    articles = dict.fromkeys(
        article_id for change in step.changes for article_id in articles_of(change.record)
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


def encoded(changes: Sequence[Change], had: Sequence[str | None]) -> bytes:
    """Changes as the journal keeps them; `had` is the version that each `before` had."""
    return orjson.dumps(
        [_change_json(change, version) for change, version in zip(changes, had, strict=True)],
        option=orjson.OPT_SORT_KEYS,
    )


def _change_json(change: Change, version: str | None) -> dict[str, Any]:
    fields: dict[str, Any] = {"kind": change.record.kind}
    if change.before is not None:
        fields["before"] = as_json(change.before)
        fields["had"] = version
    if change.after is not None:
        fields["after"] = as_json(change.after)
    return fields


def decoded(changes: bytes) -> tuple[Change, ...]:
    """The changes of a journal row; articles come without their text."""
    return tuple(
        Change(_side(fields, "before"), _side(fields, "after"))
        for fields in orjson.loads(unpacked(changes))
    )


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
        raise UserError(
            "Part of the journal cannot be read. Nothing was changed. "
            "Open a backup of the project instead."
        ) from error


def _side(fields: dict[str, Any], side: str) -> Record | None:
    return record_from(fields["kind"], fields[side]) if side in fields else None


def _keep_contents(project: Project, draft: Draft, contents: Sequence[bytes]) -> None:
    texts = (
        change.after.text.encode()
        for change in draft.changes
        if isinstance(change.after, Article) and change.before is None and change.after.text
    )
    rows = [(hashlib.sha256(body).hexdigest(), body) for body in (*texts, *contents)]
    project.execute_many("INSERT INTO content VALUES (?, ?) ON CONFLICT DO NOTHING", rows)


def _apply(project: Project, changes: Sequence[Change], version: str) -> list[str | None]:
    """Make the changes in the tables; gives the version that each `before` had."""
    had: list[str | None] = []
    for is_addition, group in itertools.groupby(changes, _is_addition):
        if is_addition:
            batch = list(group)
            _add(project, [change.record for change in batch], version)
            had += [None] * len(batch)
        else:
            had += [_replace(project, change, version) for change in group]
    return had


def _is_addition(change: Change) -> bool:
    return change.before is None


def _add(project: Project, records: Iterable[Record], version: str) -> None:
    for kind, group in itertools.groupby(records, lambda record: record.kind):
        table = TABLES[kind]
        rows = [(*table.to_row(record), version) for record in group]
        try:
            project.execute_many(table.insertion, rows)
        except sqlite.IntegrityError as error:
            raise _conflict(error) from error


def _replace(project: Project, change: Change, version: str) -> str:
    before = change.before
    if before is None:
        raise ValueError("an addition replaces nothing")
    table = TABLES[before.kind]
    rows = project.rows(
        f"SELECT {table.selection}, version FROM {table.name} WHERE {table.condition}",  # noqa: S608
        before.key,
    )
    if not rows or table.to_row(before) != rows[0][:-1]:
        raise Conflict(
            "Someone changed this since. Nothing was written. "
            "Look at it as it stands now and try again."
        )
    try:
        if change.after is None:
            project.execute(
                f"DELETE FROM {table.name} WHERE {table.condition}",  # noqa: S608
                before.key,
            )
        else:
            project.execute(table.replacement, (*table.to_row(change.after), version))
    except sqlite.IntegrityError as error:
        raise _conflict(error) from error
    return str(rows[0][-1])


def _conflict(error: Exception) -> UserError:
    if "UNIQUE" in str(error):
        return Conflict(
            "This is in the project already. Nothing was written. "
            "Look at it as it stands now and try again."
        )
    return Conflict(f"The project refuses this change: {error}. Nothing was written.")


def replay(scratch: sqlite.Connection, rows: Iterable[tuple[str, bytes]]) -> None:
    """Write the records of journal rows into the empty tables of a scratch database.

    `rows` are versions and changes in the order in which they were made. Nothing is compared.
    """
    for version, changes in rows:
        for change in decoded(changes):
            table = TABLES[change.record.kind]
            if change.after is None:
                scratch.execute(
                    f"DELETE FROM {table.name} WHERE {table.condition}",  # noqa: S608
                    change.record.key,
                )
            elif change.before is None:
                scratch.execute(table.insertion, (*table.to_row(change.after), version))
            else:
                scratch.execute(table.replacement, (*table.to_row(change.after), version))
