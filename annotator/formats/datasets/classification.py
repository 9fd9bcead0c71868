"""Format `classification`: one line per sentence, with the labels that stand in it.

A sentence has a label when at least one fragment of an annotation with that label touches it.
`labels` are numbers into the names that the card's head gives, so that `load_dataset` on the folder
knows the names; a sentence without any is a negative example. Sentences that touch boilerplate are
left out unless it is kept. `group` names the article, for splits of one's own.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson

from annotator.domain.span import Span
from annotator.formats.datasets.proof import Fact, Scope
from annotator.formats.datasets.work import BOILERPLATE, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss
from annotator.text.sentences import sentences

SENTENCE = "sentence"

_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


class Writer(DatasetWriter):
    """Sentences and their labels."""

    scope = Scope(offsets=True)

    def write(self, work: Work) -> Iterable[Loss]:
        """Write a line for each sentence."""
        lines = [self._line(work, *each) for each in self._labelled(work)]
        self.file_of(work.split).write(b"".join(lines))
        self.count(work.split, len(lines))
        return ()

    def _labelled(self, work: Work) -> Iterator[tuple[Span, list[str]]]:
        """Each sentence with its labels, in the order of the scheme."""
        names = self._names
        places = [(p, e.label) for e in work.annotations for p in e.fragments]
        for sentence in sentences(work.article.text):
            if self.setting.drops_boilerplate and work.is_boilerplate(sentence):
                continue
            there = {label for place, label in places if place.overlaps(sentence)}
            yield sentence, [name for name in names if name in there]

    def _line(self, work: Work, place: Span, labels: Sequence[str]) -> bytes:
        self.labels.update(labels)
        names = self._names
        record: dict[str, Any] = {
            "id": f"{work.article.id}:{place.start}",
            "article": work.article.id,
            "group": work.article.cluster or work.article.id,
            "annotator": work.annotator,
            "start": place.start,
            "end": place.end,
            "text": place.cut_from(work.article.text),
            "labels": [names.index(label) for label in labels],
        }
        return orjson.dumps(record, option=_LINE)

    def facts(self, work: Work, losses: Sequence[Loss]) -> Iterable[Fact]:  # noqa: ARG002
        """Each sentence that ought to be there."""
        text = work.article.text
        for place, labels in self._labelled(work):
            words = place.cut_from(text)
            where = ((place.start, place.end),)
            yield Fact(SENTENCE, work.article.id, work.annotator, " ".join(labels), where, words)

    def read_back(self) -> Iterator[Fact]:
        """Each sentence that is there."""
        names = self._names
        for path in self.paths:
            for line in path.read_text("utf-8").split("\n")[:-1]:
                each = json.loads(line)
                labels = " ".join(names[number] for number in each["labels"])
                where = ((each["start"], each["end"]),)
                yield Fact(
                    SENTENCE, each["article"], each["annotator"], labels, where, each["text"]
                )

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(each for each in self.setting.labels if each != BOILERPLATE)

    @property
    def features(self) -> list[dict[str, Any]]:
        """The columns, with the names of the labels."""
        texts = ("id", "article", "group", "annotator", "text")
        numbers = ("start", "end")
        names = {str(number): name for number, name in enumerate(self._names)}
        return [
            *({"name": name, "dtype": "string"} for name in texts),
            *({"name": name, "dtype": "int64"} for name in numbers),
            {"name": "labels", "list": {"class_label": {"names": names}}},
        ]
