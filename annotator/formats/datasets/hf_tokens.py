"""Format `hf-tokens`: one line per sentence with its tokens and, for each label, their tags.

Tags are numbers into the names that the card's head gives, so that `load_dataset` on the folder
knows the names; -100 marks tokens on which a model shall not learn. `starts` and `ends` are code
points of the article's text, ends exclusive.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson

from annotator.formats.datasets.proof import ANNOTATION, Fact
from annotator.formats.datasets.shared_writing import (
    READ_AT_ONCE,
    Made,
    SharedWriter,
    Stretch,
    TokenWorker,
)
from annotator.formats.datasets.tagging import IGNORED, Tagged
from annotator.formats.datasets.work import Setting, Work

IGNORE_VALUE = -100

_NUMBERS = orjson.OPT_SERIALIZE_NUMPY
_TEXTS = ("annotator", "article", "group", "id")


class Worker(TokenWorker):
    """Makes lines, put together of what is the same in most of them."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._columns = [(label, f"{label}_tags") for label in self.tagger.layers]
        names = sorted([*_TEXTS, "tokens", "starts", "ends", *[name for _, name in self._columns]])
        self._at = {name: 2 * place + 1 for place, name in enumerate(names)}
        self._frame: list[bytes] = []
        for place, name in enumerate(names):
            self._frame += [b"," if place else b"{", b""]
            self._frame[-2] += orjson.dumps(name) + b":"
        self._frame.append(b"}\n")
        self._zeros: dict[int, bytes] = {}

    def made(self, work: Work) -> Made:
        """A line for each sentence."""
        found = self.tagger.tagged(work)
        lines = self._lines(work, found)
        labels = [run.label for run in found.runs]
        facts = self.tagger.facts(work, found)
        return Made(b"".join(lines), len(lines), labels, found.losses, facts)

    def _lines(self, work: Work, found: Tagged) -> list[bytes]:
        starts, ends, words, _ = found.pieces
        told = self._tags(found)
        frame, at, dumps = list(self._frame), self._at, orjson.dumps
        article = work.article.id
        frame[at["annotator"]] = dumps(work.annotator)
        frame[at["article"]] = dumps(article)
        frame[at["group"]] = dumps(work.article.cluster or article)
        own = dumps(f"{article}:")[:-1]
        layers = [at[name] for _, name in self._columns]
        at_id, at_tokens, at_starts, at_ends = itemgetter("id", "tokens", "starts", "ends")(at)
        lines: list[bytes] = []
        for number, (first, last) in enumerate(found.sequences):
            frame[at_id] = b'%b%d"' % (own, starts[first])
            frame[at_tokens] = dumps(words[first:last])
            frame[at_starts] = dumps(starts[first:last], option=_NUMBERS)
            frame[at_ends] = dumps(ends[first:last], option=_NUMBERS)
            none = self._no_tags(last - first)
            for layer in layers:
                frame[layer] = none
            for layer, tags in told.get(number, ()):
                frame[layer] = dumps(tags)
            lines.append(b"".join(frame))
        return lines

    def _tags(self, found: Tagged) -> dict[int, list[tuple[int, list[int]]]]:
        """The tags of each sequence and layer that has any, by the number of the sequence."""
        if found.pieces.continuations and self.tagger.ignores_subwords:
            return self._tags_with_ignored(found)
        firsts = [first for first, _ in found.sequences]
        rows: dict[tuple[int, str], list[int]] = {}
        for label, first, last in found.runs:
            number = bisect_right(firsts, first) - 1
            begin, end = found.sequences[number]
            tags = rows.get((number, label))
            if tags is None:
                tags = rows[number, label] = [0] * (end - begin)
            tags[first - begin : last - begin] = self.tagger.run_tags(last - first)
        told: dict[int, list[tuple[int, list[int]]]] = {}
        for (number, label), tags in rows.items():
            told.setdefault(number, []).append((self._at[f"{label}_tags"], tags))
        return told

    def _tags_with_ignored(self, found: Tagged) -> dict[int, list[tuple[int, list[int]]]]:
        layers = [
            (self._at[name], [IGNORE_VALUE if tag == IGNORED else tag for tag in numbers])
            for label, name in self._columns
            for numbers in [self.tagger.tags(found, label)]
        ]
        return {
            number: [(at, tags[first:last]) for at, tags in layers]
            for number, (first, last) in enumerate(found.sequences)
        }

    def _no_tags(self, count: int) -> bytes:
        found = self._zeros.get(count)
        if found is None:
            found = self._zeros[count] = orjson.dumps([0] * count)
        return found

    def found(self, stretch: Stretch) -> Iterator[Fact]:
        """Each run of tags that is there, by what its numbers mean."""
        with stretch.path.open("rb") as stream:
            stream.seek(stretch.start)
            lines = stream.read(stretch.end - stretch.start).splitlines()
        for line in lines:
            yield from self._facts_in(orjson.loads(line))

    def _facts_in(self, record: dict[str, Any]) -> Iterator[Fact]:
        article, annotator = record["article"], record["annotator"]
        for label, name in self._columns:
            numbers = record[name]
            if not any(numbers):
                continue
            for first, last in _runs(numbers):
                place = (record["starts"][first], record["ends"][last - 1])
                words = " ".join(record["tokens"][first:last])
                yield Fact(ANNOTATION, article, annotator, label, (place,), words)


class Writer(SharedWriter):
    """Tokens and the numbers of their tags."""

    def put(self, work: Work, made: Made) -> None:
        """Write the lines of a work."""
        self.file_of(work.split).write(made.written)

    def stretches(self, path: Path) -> Iterator[Stretch]:
        """Lines, many at a time."""
        size = path.stat().st_size
        start = 0
        with path.open("rb") as stream:
            while start < size:
                stream.seek(start + READ_AT_ONCE)
                stream.readline()
                end = min(stream.tell(), size)
                yield Stretch(path, start, end)
                start = end

    @property
    def features(self) -> list[dict[str, Any]]:
        """The columns, with the names of the tags."""
        columns: list[dict[str, Any]] = [{"name": name, "dtype": "string"} for name in _TEXTS]
        columns.append({"name": "tokens", "list": "string"})
        columns += [{"name": name, "list": "int64"} for name in ("starts", "ends")]
        for label in self.tagger.layers:
            tags = ["O", *(f"{prefix}-{label}" for prefix in self.tagger.prefixes)]
            names = {str(number): name for number, name in enumerate(tags)}
            columns.append({"name": f"{label}_tags", "list": {"class_label": {"names": names}}})
        return columns


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where labels begin and end in a row of tags: 1 and 4 begin one, the others go on."""
    starts = [n for n, tag in enumerate(numbers) if tag in (1, 4)]
    for first in starts:
        last = first + 1
        while last < len(numbers) and numbers[last] in (2, 3, IGNORE_VALUE):
            last += 1
        yield first, last
