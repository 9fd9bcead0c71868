"""Format `doccano`: an example for each annotator and article, with entities and relations.

Offsets count UTF-16 units, as doccano does unless a project is set to graphemes. What is known of
an article stands beside the text, where doccano keeps metadata; its own `id` is left to doccano.
"""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

import orjson

from annotator.formats.datasets.derived import numbers, strings
from annotator.formats.datasets.proof import Fact, Scope
from annotator.formats.datasets.reading_back import facts_read
from annotator.formats.datasets.tool_records import FACTS, facts_of_article, in_one_piece
from annotator.formats.datasets.work import Work
from annotator.formats.datasets.writing import DatasetWriter, Loss
from annotator.text.offsets import Utf16Map

_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


class Writer(DatasetWriter):
    """Examples."""

    scope = Scope(labels=True)
    suffix: ClassVar[str] = "jsonl"

    def write(self, work: Work) -> Iterable[Loss]:
        """Write an example."""
        kept, links, losses = in_one_piece(work)
        units = Utf16Map(work.article.text)
        numbers = {each.id: number for number, each in enumerate(kept, 1)}
        example: dict[str, Any] = {
            **facts_of_article(work.article, id_name="article_id"),
            "text": work.article.text,
            "entities": [
                {
                    "id": numbers[each.id],
                    "label": each.label,
                    "start_offset": units.to16(each.start),
                    "end_offset": units.to16(each.end),
                }
                for each in kept
            ],
            "relations": [
                {
                    "id": number,
                    "type": each.label,
                    "from_id": numbers[each.from_id],
                    "to_id": numbers[each.to_id],
                }
                for number, each in enumerate(links, 1)
            ],
            "cats": [f"{each.label}={each.value}" for each in work.labels],
        }
        if work.annotator:
            example |= {"annotator": work.annotator, "status": work.status}
        self.file_of(work.split).write(orjson.dumps(example, option=_LINE))
        self.count(work.split)
        return losses

    def read_back(self) -> Iterator[Fact]:
        """The facts in the examples."""
        return facts_read(self.paths, "doccano", offsets="utf16")

    @property
    def features(self) -> list[dict[str, Any]]:
        """What the keys of an example hold, of which some are missing where nothing is known."""
        entity = [*strings("label"), *numbers("id", "start_offset", "end_offset")]
        return [
            *strings("text", "article_id", "annotator", "status", *FACTS),
            {"name": "entities", "list": entity},
            {"name": "relations", "list": [*strings("type"), *numbers("id", "from_id", "to_id")]},
            {"name": "cats", "list": "string"},
        ]

    @property
    def columns(self) -> list[dict[str, Any]]:
        """What all examples have."""
        return strings("text", "article_id")

    @property
    def notes(self) -> tuple[str, ...]:
        """How offsets are counted, and what a project must allow."""
        return (
            "Offsets count UTF-16 units. Labels overlap: the project in doccano must allow that.",
        )
