"""The floor of token formats: rows that are made already, written with orjson.

As in the floor of reference records, the rows are read from the tables of a database in the order
of their keys, lists as the JSON that they are kept in, put together and written with orjson, then
`fsync`. Nothing is cut into tokens, aligned, counted, described or read back. `copy` has them from
a file of lines instead, each read and written with orjson: the same without a database.

A process of its own: `python floor_rows.py write|copy SOURCE FILE`.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import orjson

from annotator.storage import sqlite

_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
_TEXTS = ("article", "id", "annotator", "group")


def store(rows: Path, database: Path) -> None:
    """Keep rows in a table, as a project keeps annotations: lists as JSON."""
    database.touch()
    connection = sqlite.connect(database)
    with rows.open("rb") as lines:
        lists = [name for name in orjson.loads(next(lines)) if name not in _TEXTS]
    columns = ", ".join(f'"{name}"' for name in ("number", *_TEXTS, *lists))
    connection.execute(
        f"CREATE TABLE row ({columns}, PRIMARY KEY (article, annotator, number)) WITHOUT ROWID"
    )
    marks = ", ".join("?" * (1 + len(_TEXTS) + len(lists)))
    connection.execute("BEGIN")
    with rows.open("rb") as lines:
        kept = (_kept(number, orjson.loads(line), lists) for number, line in enumerate(lines))
        connection.executemany(f"INSERT INTO row VALUES ({marks})", kept)
    connection.execute("COMMIT")
    connection.close()


def _kept(number: int, record: dict[str, Any], lists: Sequence[str]) -> tuple[Any, ...]:
    texts = [record[name] for name in _TEXTS]
    return (number, *texts, *[orjson.dumps(record[name]).decode() for name in lists])


def write_rows(database: Path, file: Path) -> None:
    """Read the rows from their table and write them."""
    connection = sqlite.connect(database, is_writable=False)
    found = connection.execute("SELECT * FROM row ORDER BY article, annotator, number")
    lists = [column[0] for column in found.description][1 + len(_TEXTS) :]
    first, loads = 1 + len(_TEXTS), orjson.loads
    _write(
        (
            dict(zip(_TEXTS, row[1:first], strict=True))
            | dict(zip(lists, map(loads, row[first:]), strict=True))
            for row in found
        ),
        file,
    )
    connection.close()


def copy_rows(rows: Path, file: Path) -> None:
    """Read the rows from a file of lines and write them."""
    with rows.open("rb") as lines:
        _write(map(orjson.loads, lines), file)


def _write(records: Iterable[dict[str, Any]], file: Path) -> None:
    with file.open("wb") as written:
        for record in records:
            written.write(orjson.dumps(record, option=_LINE))
        written.flush()
        os.fsync(written.fileno())


if __name__ == "__main__":
    {"write": write_rows, "copy": copy_rows}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
