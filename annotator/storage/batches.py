"""New records by the hundred, written as the journal keeps them where they are read.

Making the bytes takes longer than storing them, and needs no connection.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from annotator.domain.identity import new_id
from annotator.storage.rows import TABLES
from annotator.storage.tables import Row


@dataclass(frozen=True, slots=True)
class Batch:
    """What becomes one step, not to be undone, that only adds.

    `changes` are rows as the journal keeps them, `articles` the ids of those they touch;
    `contents` are bytes to keep, each under its SHA-256.
    """

    operation: str
    changes: bytes
    articles: tuple[str, ...]
    contents: tuple[tuple[str, bytes], ...]
    id: str = field(default_factory=new_id)


def batch_of(
    operation: str,
    rows: Mapping[str, Sequence[Row]],
    *,
    articles: Iterable[str],
    contents: Iterable[tuple[str, bytes]],
) -> Batch:
    """Rows by kind, in the order of their columns, as a batch."""
    entries = [{"kind": kind, "added": rows[kind]} for kind in TABLES if rows.get(kind)]
    changes = orjson.dumps(entries)
    return Batch(operation, changes, tuple(dict.fromkeys(articles)), tuple(contents))


def named(content: bytes) -> tuple[str, bytes]:
    """Bytes with the SHA-256 under which they are kept."""
    return hashlib.sha256(content).hexdigest(), content
