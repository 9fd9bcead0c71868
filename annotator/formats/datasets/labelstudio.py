"""Format `labelstudio`: tasks with the annotations of everybody, and the labelling configuration.

`labeling-config.xml` beside the data is what the project in Label Studio must be set to; then all
regions, what is said of them, and relations are shown. Offsets are code points.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute
from annotator.domain.json import Json
from annotator.formats.datasets.labelstudio_config import (
    ATTRIBUTE,
    CONFIG_FILE,
    LABELS,
    TEXT,
    configuration,
)
from annotator.formats.datasets.proof import RELATION, Fact, Scope
from annotator.formats.datasets.reading_back import facts_read
from annotator.formats.datasets.tool_records import facts_of_article, in_one_piece
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss

_SORTED = orjson.OPT_SORT_KEYS


class Writer(DatasetWriter):
    """Tasks, and the configuration that shows them."""

    scope = Scope(attributes=True, labels=True)
    suffix: ClassVar[str] = "json"

    def write_article(self, works: Sequence[Work]) -> Iterator[Loss]:
        """Write a task with an annotation of each annotator."""
        article, split = works[0].article, works[0].split
        annotations = []
        for work in works:
            kept, links, losses = in_one_piece(work, has_ids=True)
            yield from losses
            if not (work.annotator or work.votes):
                continue
            result = [entry for each in kept for entry in self._region(each)]
            result += [
                {
                    "type": "relation",
                    "from_id": each.from_id,
                    "to_id": each.to_id,
                    "direction": "right",
                    "labels": [each.label],
                }
                for each in links
            ]
            result += [_choice_of_article(each.label, each.value) for each in work.labels]
            annotations.append(
                {
                    "annotator": work.annotator,
                    "status": work.status,
                    "was_cancelled": False,
                    "ground_truth": work.is_gold,
                    "result": result,
                }
            )
        data = {**facts_of_article(article), "text": article.text}
        task = {"data": data, "annotations": annotations, "predictions": []}
        begun = self.split_records[split] > 0
        self.file_of(split).write(
            (b",\n" if begun else b"[\n") + orjson.dumps(task, option=_SORTED)
        )
        self.count(split)

    def finish(self) -> None:
        """Close the lists, and write the configuration."""
        for split in self.setting.splits or ("",):
            self.file_of(split).write(b"\n]\n" if self.split_records[split] else b"[]\n")
        config = configuration(self.setting.scheme)
        (self.folder / CONFIG_FILE).write_text(config, encoding="utf-8", newline="\n")

    def _region(self, annotation: Annotation) -> Iterator[dict[str, Any]]:
        """A region, and what is said of it."""
        place = {"start": annotation.start, "end": annotation.end, "text": annotation.text}
        region: dict[str, Any] = {
            "id": annotation.id,
            "from_name": LABELS,
            "to_name": TEXT,
            "type": "labels",
            "origin": "manual",
            "value": {**place, "labels": [annotation.label]},
        }
        if annotation.note:
            region["meta"] = {"text": [annotation.note]}
        yield region
        for name, value in annotation.attributes.items():
            kind, said = _said(value, self._attribute(annotation.label, name))
            yield {
                "id": annotation.id,
                "from_name": ATTRIBUTE.format(label=annotation.label, attribute=name),
                "to_name": TEXT,
                "type": kind,
                "origin": "manual",
                "value": {**place, kind if kind != "textarea" else "text": said},
            }

    def _attribute(self, label: str, name: str) -> Attribute | None:
        kind = self.setting.scheme.label(label)
        return kind.attribute(name) if kind else None

    def facts(self, work: Work, losses: Sequence[Loss]) -> Iterator[Fact]:
        """What ought to be found; relations have no attributes."""
        for fact in super().facts(work, losses):
            yield fact._replace(attributes="") if fact.kind == RELATION else fact

    def read_back(self) -> Iterator[Fact]:
        """The facts in the tasks, attributes under our names."""
        for fact in facts_read(self.paths, "labelstudio"):
            yield fact._replace(attributes=_own_attributes(fact, self.setting))

    @property
    def notes(self) -> tuple[str, ...]:
        """How to see it."""
        return (
            f"Set a project of Label Studio to the configuration in {CONFIG_FILE}, then import.",
        )


def _said(value: Json, attribute: Attribute | None) -> tuple[str, Any]:
    """How Label Studio writes a value: the type of its control, and what that holds."""
    if attribute is not None and attribute.kind in ("choice", "many"):
        return "choices", value if isinstance(value, list | tuple) else [value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "number", value
    return "textarea", [value] if isinstance(value, str) else [orjson.dumps(value).decode()]


def _choice_of_article(label: str, value: str) -> dict[str, Any]:
    return {
        "id": f"article-{label}",
        "from_name": label,
        "to_name": TEXT,
        "type": "choices",
        "origin": "manual",
        "value": {"choices": [value]},
    }


def _own_attributes(fact: Fact, setting: Setting) -> str:
    """Attributes as the project has them: their own names, lists where there may be several."""
    if not fact.attributes:
        return ""
    kind = setting.scheme.label(fact.label)
    found: Mapping[str, Json] = orjson.loads(fact.attributes)
    own: dict[str, Json] = {}
    for written, value in found.items():
        name = written.rpartition(".")[2]
        attribute = kind.attribute(name) if kind else None
        takes_many = attribute is not None and attribute.kind == "many"
        own[name] = [value] if takes_many and not isinstance(value, list) else value
    return orjson.dumps(own, option=_SORTED).decode()
