"""The floor of import and export: the same rows with nothing around them.

Import: each line read with orjson, its article, annotations and relations put into three tables
without keys or indexes by `executemany`, all in one transaction, WAL and `synchronous=FULL`, then
a checkpoint. Export: the three tables read in the order of their rows, each article put together
again and written with orjson, then `fsync`. Nothing is checked, hashed, searched, kept as history
or read back. A process of its own: `floor_import_export.py import|export DATABASE FILE`.
"""

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from annotator.storage import sqlite

PORTION = 100

_TABLES = {
    "article": "id, title, text, text_sha256, language, outlet, published, annotator, status",
    "annotation": (
        'id, article_id, annotator, label, start, "end", fragments, text, attributes, origin, note'
    ),
    "relation": "id, article_id, annotator, label, from_id, to_id, attributes",
}


def insert_rows(database: Path, file: Path) -> None:
    """Read lines and insert their rows."""
    database.touch()
    connection = sqlite.connect(database)
    connection.execute(f"PRAGMA journal_mode = {sqlite.journal_mode()}")
    for name, columns in _TABLES.items():
        connection.execute(f"CREATE TABLE {name} ({columns})")
    connection.execute("BEGIN")
    with file.open("rb") as lines:
        while portion := list(itertools.islice(lines, PORTION)):
            _insert(connection, [orjson.loads(line) for line in portion])
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _insert(connection: sqlite.Connection, records: list[dict[str, Any]]) -> None:
    rows: dict[str, list[tuple[Any, ...]]] = {
        "article": [_article(one) for one in records],
        "annotation": [_annotation(one, span) for one in records for span in one["spans"]],
        "relation": [_relation(one, link) for one in records for link in one["relations"]],
    }
    for name, columns in _TABLES.items():
        places = ", ".join("?" * (columns.count(",") + 1))
        connection.executemany(f"INSERT INTO {name} VALUES ({places})", rows[name])


def _article(one: dict[str, Any]) -> tuple[Any, ...]:
    names = ("id", "title", "text", "text_sha256", "language")
    meta = one["meta"]
    known = (meta["outlet"], meta["published"], one["annotator"], one["status"])
    return (*(one[name] for name in names), *known)


def _annotation(one: dict[str, Any], span: dict[str, Any]) -> tuple[Any, ...]:
    return (
        span["id"],
        one["id"],
        one["annotator"],
        span["label"],
        span["start"],
        span["end"],
        orjson.dumps(span["fragments"]).decode(),
        span["text"],
        orjson.dumps(span["attributes"]).decode(),
        span["origin"],
        span["note"],
    )


def _relation(one: dict[str, Any], link: dict[str, Any]) -> tuple[Any, ...]:
    return (
        link["id"],
        one["id"],
        one["annotator"],
        link["label"],
        link["from"],
        link["to"],
        orjson.dumps(link["attributes"]).decode(),
    )


def write_lines(database: Path, file: Path) -> None:
    """Read the rows and write the lines again."""
    connection = sqlite.connect(database, is_writable=False)
    annotations = _groups(connection, "annotation")
    relations = _groups(connection, "relation")
    with file.open("wb") as lines:
        for row in connection.execute("SELECT * FROM article"):
            lines.write(_line(row, next(annotations)[1], next(relations)[1]))
        lines.flush()
        os.fsync(lines.fileno())
    connection.close()


def _groups(
    connection: sqlite.Connection, table: str
) -> Iterator[tuple[Any, Iterator[tuple[Any, ...]]]]:
    rows = connection.execute(f"SELECT * FROM {table}")
    return itertools.groupby(rows, key=lambda row: row[1])


def _line(
    row: tuple[Any, ...],
    annotations: Iterator[tuple[Any, ...]],
    relations: Iterator[tuple[Any, ...]],
) -> bytes:
    identity, title, text, sha256, language, outlet, published, annotator, status = row
    one = {
        "id": identity,
        "schema": "annotator/1",
        "offset_unit": "codepoint",
        "title": title,
        "text": text,
        "text_sha256": sha256,
        "language": language,
        "meta": {"outlet": outlet, "published": published},
        "layer": "raw",
        "annotator": annotator,
        "status": status,
        "spans": [
            {
                "id": span[0],
                "label": span[3],
                "start": span[4],
                "end": span[5],
                "fragments": orjson.loads(span[6]),
                "text": span[7],
                "attributes": orjson.loads(span[8]),
                "origin": span[9],
                "note": span[10],
            }
            for span in annotations
        ],
        "relations": [
            {
                "id": link[0],
                "label": link[3],
                "from": link[4],
                "to": link[5],
                "attributes": orjson.loads(link[6]),
            }
            for link in relations
        ],
        "labels": {"genre": "news"},
        "flags": [],
        "verdicts": [],
    }
    return orjson.dumps(one, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


if __name__ == "__main__":
    {"import": insert_rows, "export": write_lines}[sys.argv[1]](
        Path(sys.argv[2]), Path(sys.argv[3])
    )
