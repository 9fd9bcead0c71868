"""Format `jsonl`: the reference record, one line per article and layer, which holds everything."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from annotator.domain.errors import UserError
from annotator.domain.people import GOLD
from annotator.formats import columns as at
from annotator.formats.datasets.derived import numbers, objects, strings
from annotator.formats.datasets.jsonl import BESIDE, entity_line, line, link_line
from annotator.formats.datasets.proof import (
    ANNOTATION,
    LABEL,
    RELATION,
    Fact,
    Places,
    Scope,
    attributes_text,
)
from annotator.formats.datasets.verifying import Follower
from annotator.formats.datasets.work import AGGREGATE, FULL, Setting, Work
from annotator.formats.datasets.writing import REFERENCE_COLUMNS, DatasetWriter, Loss, Taken

_TEXTS = (
    "id", "schema", "offset_unit", "text", "text_sha256", "title", "language", "layer",
    "annotator", "status", "format", "split", "text_rule",
)  # fmt: skip
_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


def _votes_line(work: Work, setting: Setting) -> bytes:
    """What all annotators together say of an article: how many of them made each annotation."""
    record = orjson.loads(_work_line(replace(work, votes={}), setting))
    for part in (*record["spans"], *record["relations"]):
        counted = work.votes.get(part["id"])
        if counted is not None:
            part |= {"votes": counted.votes, "of": counted.of, "probability": counted.probability}
            if counted.values:
                part["value_votes"] = counted.values
    record["layer"] = AGGREGATE
    record["label_votes"] = {
        label: counts
        for name, votes in work.votes.items()
        for label, counts in votes.values.items()
        if name.startswith("label:")
    }
    return orjson.dumps(record, option=_LINE)


def _work_line(work: Work, setting: Setting) -> bytes:
    return line(
        work.article,
        annotator=work.annotator,
        status=work.status,
        scheme=setting.scheme_name,
        annotation_rows=work.annotation_rows,
        relation_rows=work.relation_rows,
        flags=work.flags,
        verdicts=work.verdicts,
        stances=work.stances,
        labels=work.labels,
        split=work.split or None,
        text_rule=setting.text,
    )


class Writer(DatasetWriter):
    """Lines, with links and entities beside them."""

    scope = Scope(attributes=True, labels=True)

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._annotations: Counter[str] = Counter()
        self._relations: Counter[str] = Counter()
        self._follower = Follower()
        self._is_aggregate = setting.layer == AGGREGATE

    def release(self) -> None:
        """End the second process."""
        self._follower.close()

    def take(self, works: Sequence[Work], taken: Taken) -> None:
        """Write an article; where all text is there, counts are enough for the proof."""
        for work in works:
            if self._is_aggregate or self.setting.text != FULL:
                self.write(work)
                self.expected.add(self.facts(work, ()))
            else:
                file = self.file_of(work.split)
                file.write(_work_line(work, self.setting))
                self._follower.tell(self.path_of(work.split), file)
                self.count(work.split)
                self._annotations.update([row[at.LABEL] for row in work.annotation_rows])
                inner = filter(at.is_inner, work.relation_rows)
                self._relations.update([row[at.LABEL] for row in inner])
        taken([])

    def write(self, work: Work) -> Iterable[Loss]:
        """Write a line; nothing is lost."""
        make = _votes_line if self._is_aggregate else _work_line
        self.file_of(work.split).write(make(work, self.setting))
        self.count(work.split)
        return ()

    def finish(self) -> None:
        """Write what belongs to no single article."""
        links = b"".join(map(link_line, self.setting.links))
        entities = b"".join(map(entity_line, self.setting.entities))
        for name, written in zip(BESIDE, (links, entities), strict=True):
            if written:
                (self.folder / name).write_bytes(written)

    def prove(self) -> None:
        """Compare counts and every word; facts too where a line is not all of a work."""
        if self._is_aggregate or self.setting.text != FULL:
            super().prove()
            return
        proofs = [self._follower.verified(path) for path in self.paths]
        self.digests = dict(zip(self.paths, (proof.sha256 for proof in proofs), strict=True))
        found = (
            sum(proof.records for proof in proofs),
            sum((proof.annotations for proof in proofs), Counter()),
            sum((proof.relations for proof in proofs), Counter()),
        )
        if found != (self.records, self._annotations, self._relations):
            raise UserError(
                "The file read back is not the one written. Nothing was exported. "
                "Check the disk and try again."
            )

    @property
    def features(self) -> list[dict[str, Any]]:
        """What the keys of a line hold; keys may be missing, or null, in all lines of a split."""
        votes = [
            *numbers("votes", "of"),
            {"name": "probability", "dtype": "float64"},
            *objects("value_votes"),
        ]
        more = [*objects("attributes"), *(votes if self._is_aggregate else ())]
        places = [*numbers("start", "end"), {"name": "fragments", "list": {"list": "int64"}}]
        spans = [*strings("id", "label", "text", "origin", "note"), *places, *more]
        scheme = [*strings("id", "sha256"), *numbers("revision")]
        return [
            *strings(*_TEXTS),
            *objects("meta", "labels", *(("label_votes",) if self._is_aggregate else ())),
            {"name": "scheme", "struct": scheme},
            {"name": "spans", "list": spans},
            {"name": "relations", "list": [*strings("id", "label", "from", "to"), *more]},
            *({"name": name, "list": "json"} for name in ("flags", "verdicts", "stances")),
        ]

    @property
    def columns(self) -> list[dict[str, Any]]:
        """The plain ones of the reference record."""
        return REFERENCE_COLUMNS

    @property
    def notes(self) -> tuple[str, ...]:
        """Who can load it."""
        return (
            "The library `datasets` loads it from its version 4.8 on; older ones load `parquet`.",
        )

    def read_back(self) -> Iterator[Fact]:
        """The facts in the lines."""
        for path in self.paths:
            with path.open("rb") as stream:
                for written in stream:
                    yield from _facts_in(json.loads(written))


def _facts_in(record: Mapping[str, Any]) -> Iterator[Fact]:
    who = GOLD if record["layer"] == GOLD else record["annotator"] or ""
    where = {each["id"]: each for each in record["spans"]}
    for each in record["spans"]:
        yield Fact(
            ANNOTATION, record["id"], who, each["label"], _places(each), each["text"] or "",
            attributes_text(each["attributes"]),
        )  # fmt: skip
    for each in record["relations"]:
        ends = where[each["from"]], where[each["to"]]
        words = f"{ends[0]['label']}>{ends[1]['label']}"
        places = (*_places(ends[0]), *_places(ends[1]))
        yield Fact(
            RELATION, record["id"], who, each["label"], places, words,
            attributes_text(each["attributes"]),
        )  # fmt: skip
    for name, value in record["labels"].items():
        yield Fact(LABEL, record["id"], who, name, (), value)


def _places(span: Mapping[str, Any]) -> Places:
    return tuple([(start, end) for start, end in span["fragments"]])
