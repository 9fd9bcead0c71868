"""Format `hf-tokens`: one line per sentence with its tokens and, for each label, their tags.

Tags are numbers into the names that the card's head gives, so that `load_dataset` on the folder
knows the names; -100 marks tokens on which a model shall not learn. `starts` and `ends` are code
points of the article's text, ends exclusive.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from annotator.formats.datasets.proof import ANNOTATION, Fact, Scope
from annotator.formats.datasets.tagging import IGNORED, Tagged, Tagger
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss

IGNORE_VALUE = -100

_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


class Writer(DatasetWriter):
    """Tokens and the numbers of their tags."""

    scope = Scope(relations=False)

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._tagger = Tagger(setting)
        self._columns = [(label, f"{label}_tags") for label in self._tagger.layers]
        self._zeros: dict[int, orjson.Fragment] = {}
        self._last: tuple[Work, Tagged] | None = None

    def write(self, work: Work) -> Iterable[Loss]:
        """Write a line for each sentence."""
        found = self._tagger.tagged(work)
        self._last = (work, found)
        lines = list(self._lines(work, found))
        self.labels.update([run.label for run in found.runs])
        self.file_of(work.split).write(b"".join(lines))
        self.count(work.split, len(lines))
        return found.losses

    def _lines(self, work: Work, found: Tagged) -> Iterator[bytes]:
        starts, ends, words, ignored = found.pieces
        labels = {run.label for run in found.runs}
        # Most layers are empty in most sentences, whose tags are written but once for each length.
        is_plain = not (ignored and self._tagger.rules.ignore_subwords)
        tags = {
            name: self._tags(found, label) if label in labels or not is_plain else None
            for label, name in self._columns
        }
        article = work.article.id
        head = {
            "annotator": work.annotator,
            "article": article,
            "group": work.article.cluster or article,
        }
        for first, last in found.sequences:
            record: dict[str, Any] = {
                **head,
                "id": f"{article}:{starts[first]}",
                "tokens": words[first:last],
                "starts": starts[first:last],
                "ends": ends[first:last],
            }
            for name, numbers in tags.items():
                own = numbers[first:last] if numbers else None
                record[name] = (
                    own if own and (any(own) or not is_plain) else self._no_tags(last - first)
                )
            yield orjson.dumps(record, option=_LINE)

    def _no_tags(self, count: int) -> orjson.Fragment:
        found = self._zeros.get(count)
        if found is None:
            found = self._zeros[count] = orjson.Fragment(orjson.dumps([0] * count))
        return found

    def _tags(self, found: Tagged, label: str) -> list[int]:
        numbers = self._tagger.tags(found, label)
        if IGNORED not in numbers:
            return numbers
        return [IGNORE_VALUE if number == IGNORED else number for number in numbers]

    def facts(self, work: Work, losses: Sequence[Loss]) -> Iterable[Fact]:  # noqa: ARG002
        """Each run of tags that ought to be there."""
        last = self._last
        found = last[1] if last and last[0] is work else self._tagger.tagged(work)
        return self._tagger.facts(work, found)

    def read_back(self) -> Iterator[Fact]:
        """Each run of tags that is there, by what its numbers mean."""
        for path in self.paths:
            with path.open("rb") as stream:
                for line in stream:
                    yield from self._facts_in(orjson.loads(line))

    def _facts_in(self, record: dict[str, Any]) -> Iterator[Fact]:
        article, annotator = record["article"], record["annotator"]
        for label, name in self._columns:
            numbers = record[name]
            for first, last in _runs(numbers):
                place = (record["starts"][first], record["ends"][last - 1])
                words = " ".join(record["tokens"][first:last])
                yield Fact(ANNOTATION, article, annotator, label, (place,), words)

    @property
    def features(self) -> list[dict[str, Any]]:
        """The columns, with the names of the tags."""
        texts = ("annotator", "article", "group", "id")
        columns: list[dict[str, Any]] = [{"name": name, "dtype": "string"} for name in texts]
        columns.append({"name": "tokens", "list": "string"})
        columns += [{"name": name, "list": "int64"} for name in ("starts", "ends")]
        for label in self._tagger.layers:
            tags = ["O", *(f"{prefix}-{label}" for prefix in self._tagger.prefixes)]
            names = {str(number): name for number, name in enumerate(tags)}
            columns.append({"name": f"{label}_tags", "list": {"class_label": {"names": names}}})
        return columns

    @property
    def notes(self) -> tuple[str, ...]:
        """The rules for tokens and tags."""
        return self._tagger.notes

    @property
    def options(self) -> dict[str, object]:
        """The layers and how tags are written."""
        return self._tagger.options


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where labels begin and end in a row of tags: 1 and 4 begin one, the others go on."""
    starts = [n for n, tag in enumerate(numbers) if tag in (1, 4)] if any(numbers) else []
    for first in starts:
        last = first + 1
        while last < len(numbers) and numbers[last] in (2, 3, IGNORE_VALUE):
            last += 1
        yield first, last
