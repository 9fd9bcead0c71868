"""Format `parquet`: the reference record as columns, one row per article and annotator.

Attributes are lists of name and value, values as JSON, since columns need one shape. Pages are
compressed with zstd; nothing in the file tells a date. The writer's version stands in it, so a
`content_sha256` over the rows tells apart what is other data from what is another library.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from annotator.domain.errors import UserError
from annotator.domain.people import GOLD
from annotator.formats.datasets.proof import (
    ANNOTATION,
    LABEL,
    RELATION,
    Fact,
    Scope,
    attributes_text,
    places_of,
)
from annotator.formats.datasets.work import NONE, Setting, Work
from annotator.formats.datasets.writing import REFERENCE_COLUMNS, DatasetWriter, Loss

ROWS = 500
"""So many rows are held and written at a time."""


class Writer(DatasetWriter):
    """Rows, written in groups."""

    scope = Scope(attributes=True, labels=True)
    suffix = "parquet"

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        _library()
        self._writers: dict[str, Any] = {}
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._content = hashlib.sha256()

    def open_all(self) -> None:
        """Make every file, with its columns."""
        import pyarrow.parquet as pq

        for split in self.setting.splits or ("",):
            path = self.folder / f"{split or 'data'}.parquet"
            self._writers[split] = pq.ParquetWriter(path, _schema(), compression="zstd")
            self._rows[split] = []

    def write(self, work: Work) -> Iterable[Loss]:
        """Keep a row until there are enough of them."""
        row = self._row(work)
        self._content.update(orjson.dumps(row, option=orjson.OPT_SORT_KEYS))
        rows = self._rows[work.split]
        rows.append(row)
        self.count(work.split)
        if len(rows) >= ROWS:
            self._flush(work.split)
        return ()

    def _flush(self, split: str) -> None:
        import pyarrow as pa

        rows = self._rows[split]
        if rows:
            self._writers[split].write_table(pa.Table.from_pylist(rows, schema=_schema()))
            rows.clear()

    def finish(self) -> None:
        """Write the last rows."""
        for split in self._writers:
            self._flush(split)

    def close(self) -> None:
        """Close the files."""
        for writer in self._writers.values():
            writer.close()
        super().close()

    def _row(self, work: Work) -> dict[str, Any]:
        article, has_text = work.article, self.setting.text != NONE
        return {
            "id": article.id,
            "annotator": None if work.is_gold else work.annotator or None,
            "layer": self.setting.layer if self.setting.layer in ("gold", "aggregate") else "raw",
            "status": work.status,
            "split": work.split or None,
            "title": article.title,
            "text": article.text if has_text else None,
            "text_sha256": article.text_sha256,
            "language": article.language,
            "outlet": article.outlet,
            "url": article.url,
            "published": article.published,
            "licence": article.licence,
            "cluster": article.cluster,
            "spans": [_span(work, each) for each in work.annotations],
            "relations": [
                {
                    "id": each.id,
                    "label": each.label,
                    "from": each.from_id,
                    "to": each.to_id,
                    "attributes": _pairs(each.attributes),
                }
                for each in work.relations
            ],
            "labels": [{"name": e.label, "value": e.value} for e in work.labels],
        }

    def read_back(self) -> Iterator[Fact]:
        """What the rows say."""
        import pyarrow.parquet as pq

        for path in self.paths:
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches(batch_size=ROWS):
                    for row in batch.to_pylist():
                        yield from _facts_in(row)

    @property
    def columns(self) -> list[dict[str, Any]]:
        """The plain ones of the reference record."""
        return REFERENCE_COLUMNS

    @property
    def options(self) -> dict[str, object]:
        """The hash of the rows, whatever wrote them."""
        return {"content_sha256": self._content.hexdigest()}


def _span(work: Work, each: Any) -> dict[str, Any]:
    votes = work.votes.get(each.id)
    return {
        "id": each.id,
        "label": each.label,
        "start": each.start,
        "end": each.end,
        "fragments": [[start, end] for start, end in places_of(each)],
        "text": each.text,
        "attributes": _pairs(each.attributes),
        "origin": each.origin,
        "note": each.note,
        "votes": votes.votes if votes else None,
        "of": votes.of if votes else None,
        "probability": votes.probability if votes else None,
    }


def _pairs(attributes: Mapping[str, Any]) -> list[dict[str, str]]:
    return [
        {"name": name, "value": json.dumps(value, ensure_ascii=False, sort_keys=True)}
        for name, value in sorted(attributes.items())
    ]


def _facts_in(row: Mapping[str, Any]) -> Iterator[Fact]:
    who = GOLD if row["layer"] == GOLD else row["annotator"] or ""
    where = {each["id"]: each for each in row["spans"]}
    for each in row["spans"]:
        held = attributes_text(_held(each["attributes"]))
        yield Fact(ANNOTATION, row["id"], who, each["label"], _places(each), each["text"], held)
    for each in row["relations"]:
        ends = where[each["from"]], where[each["to"]]
        places = (*_places(ends[0]), *_places(ends[1]))
        words = f"{ends[0]['label']}>{ends[1]['label']}"
        held = attributes_text(_held(each["attributes"]))
        yield Fact(RELATION, row["id"], who, each["label"], places, words, held)
    for each in row["labels"]:
        yield Fact(LABEL, row["id"], who, each["name"], (), each["value"])


def _places(span: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in span["fragments"])


def _held(pairs: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    return {each["name"]: json.loads(each["value"]) for each in pairs}


def _schema() -> Any:
    import pyarrow as pa

    text, number = pa.string(), pa.int64()
    pairs = pa.list_(pa.struct([("name", text), ("value", text)]))
    span = pa.struct(
        [
            ("id", text), ("label", text), ("start", number), ("end", number),
            ("fragments", pa.list_(pa.list_(number))), ("text", text), ("attributes", pairs),
            ("origin", text), ("note", text), ("votes", number), ("of", number),
            ("probability", pa.float64()),
        ]
    )  # fmt: skip
    relation = pa.struct(
        [("id", text), ("label", text), ("from", text), ("to", text), ("attributes", pairs)]
    )
    texts = (
        "id", "annotator", "layer", "status", "split", "title", "text", "text_sha256", "language",
        "outlet", "url", "published", "licence", "cluster",
    )  # fmt: skip
    label = pa.struct([("name", text), ("value", text)])
    return pa.schema(
        [
            *((name, text) for name in texts),
            ("spans", pa.list_(span)),
            ("relations", pa.list_(relation)),
            ("labels", pa.list_(label)),
        ]
    )


def _library() -> None:
    try:
        import pyarrow.parquet  # noqa: F401 - asked for before anything is written
    except ImportError as error:
        raise UserError(
            "Parquet needs the package pyarrow, which is not installed. Nothing was exported. "
            "Install it with: pip install 'annotator[exports]'"
        ) from error
