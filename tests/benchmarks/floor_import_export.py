"""The floor of import and export: the same rows and the same lines with nothing around them.

Import: each line read with orjson; its article, annotations, relations, article labels and status
put by `executemany` into five tables with the keys that a project has, all in one transaction,
WAL and `synchronous=FULL`, then a checkpoint. Export: the tables read in the order of their keys,
the lines put together and written with orjson, byte for byte those of the program, then `fsync`.
Nothing is checked, hashed, indexed for search, kept as history or read back.

A process of its own: `python floor_import_export.py import|export DATABASE FILE`.
"""

import itertools
import os
import sys
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson

from annotator.storage import sqlite

PORTION = 100

_OWN = "PRIMARY KEY (article_id, annotator"
_TABLES = {
    "article": """
        id TEXT PRIMARY KEY, title, text, text_sha256, language, outlet, published, url, licence,
        cluster, scheme
    """,
    "annotation": f"""
        id, article_id, annotator, label, start, "end", fragments, text, attributes, origin, note,
        {_OWN}, id)
    """,
    "relation": f"id, article_id, annotator, label, from_id, to_id, attributes, {_OWN}, id)",
    "article_label": f"article_id, annotator, label, value, {_OWN}, label)",
    "progress": f"article_id, annotator, status, {_OWN})",
}

Row = tuple[Any, ...]


def insert_rows(database: Path, file: Path) -> None:
    """Read lines and insert their rows."""
    database.touch()
    connection = sqlite.connect(database)
    connection.execute(f"PRAGMA journal_mode = {sqlite.journal_mode()}")
    for name, columns in _TABLES.items():
        rowid = "" if name == "article" else "WITHOUT ROWID"
        connection.execute(f"CREATE TABLE {name} ({columns}) {rowid}")
    connection.execute("BEGIN")
    with file.open("rb") as lines:
        while portion := list(itertools.islice(lines, PORTION)):
            _insert(connection, [orjson.loads(line) for line in portion])
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _insert(connection: sqlite.Connection, records: list[dict[str, Any]]) -> None:
    own = [(one, one["id"], one["annotator"]) for one in records]
    rows: dict[str, list[Row]] = {
        "article": [_article(one) for one in records],
        "annotation": [_annotation(span, *key) for one, *key in own for span in one["spans"]],
        "relation": [_relation(link, *key) for one, *key in own for link in one["relations"]],
        "article_label": [(*key, *pair) for one, *key in own for pair in one["labels"].items()],
        "progress": [(*key, one["status"]) for one, *key in own],
    }
    for name, values in rows.items():
        places = ", ".join("?" * len(values[0]))
        connection.executemany(f"INSERT INTO {name} VALUES ({places})", values)


def _article(one: dict[str, Any]) -> Row:
    meta = one["meta"]
    return (
        one["id"],
        one["title"],
        one["text"],
        one["text_sha256"],
        one["language"],
        meta["outlet"],
        meta["published"],
        meta["url"],
        meta["licence"],
        meta["cluster"],
        orjson.dumps(one["scheme"]).decode(),
    )


def _annotation(span: dict[str, Any], article_id: str, annotator: str) -> Row:
    return (
        span["id"],
        article_id,
        annotator,
        span["label"],
        span["start"],
        span["end"],
        orjson.dumps(span["fragments"]).decode(),
        span["text"],
        orjson.dumps(span["attributes"]).decode(),
        span["origin"],
        span["note"],
    )


def _relation(link: dict[str, Any], article_id: str, annotator: str) -> Row:
    return (
        link["id"],
        article_id,
        annotator,
        link["label"],
        link["from"],
        link["to"],
        orjson.dumps(link["attributes"]).decode(),
    )


def write_lines(database: Path, file: Path) -> None:
    """Read the rows and write the lines again."""
    connection = sqlite.connect(database, is_writable=False)
    annotations = _groups(connection, "annotation", 1)
    relations = _groups(connection, "relation", 1)
    labels = _groups(connection, "article_label", 0)
    states = _groups(connection, "progress", 0)
    with file.open("wb") as lines:
        for article in connection.execute("SELECT * FROM article ORDER BY id"):
            own = [next(group)[1] for group in (annotations, relations, labels, states)]
            lines.write(_line(article, *own))
        lines.flush()
        os.fsync(lines.fileno())
    connection.close()


def _groups(
    connection: sqlite.Connection, table: str, column: int
) -> Iterator[tuple[Any, Iterator[Row]]]:
    key = _TABLES[table].rpartition("PRIMARY KEY (")[2].strip().rstrip(")")
    rows = connection.execute(f"SELECT * FROM {table} ORDER BY {key}")
    return itertools.groupby(rows, key=itemgetter(column))


def _line(
    article: Row,
    annotations: Iterator[Row],
    relations: Iterator[Row],
    labels: Iterator[Row],
    states: Iterator[Row],
) -> bytes:
    identity, title, text, sha256, language, outlet, published, url, licence, cluster, scheme = (
        article
    )
    _, annotator, status = next(states)
    one = {
        "id": identity,
        "schema": "annotator/1",
        "offset_unit": "codepoint",
        "title": title,
        "text": text,
        "text_sha256": sha256,
        "language": language,
        "meta": {
            "outlet": outlet,
            "published": published,
            "url": url,
            "licence": licence,
            "cluster": cluster,
        },
        "scheme": orjson.loads(scheme),
        "layer": "raw",
        "annotator": annotator,
        "status": status,
        "spans": sorted(map(_span, annotations), key=itemgetter("start", "end", "id")),
        "relations": [_link(row) for row in relations],
        "labels": {row[2]: row[3] for row in labels},
        "flags": [],
        "verdicts": [],
        "stances": [],
    }
    return orjson.dumps(one, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def _span(row: Row) -> dict[str, Any]:
    return {
        "id": row[0],
        "label": row[3],
        "start": row[4],
        "end": row[5],
        "fragments": orjson.loads(row[6]),
        "text": row[7],
        "attributes": orjson.loads(row[8]),
        "origin": row[9],
        "note": row[10],
    }


def _link(row: Row) -> dict[str, Any]:
    return {
        "id": row[0],
        "label": row[3],
        "from": row[4],
        "to": row[5],
        "attributes": orjson.loads(row[6]),
    }


if __name__ == "__main__":
    {"import": insert_rows, "export": write_lines}[sys.argv[1]](
        Path(sys.argv[2]), Path(sys.argv[3])
    )
