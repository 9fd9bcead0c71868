"""Format `hf-tokens`: one line per sentence with its tokens and, for each label, their tags.

Tags are numbers into the names that the card's head gives, so that `load_dataset` on the folder
knows the names; -100 marks tokens on which a model shall not learn. `starts` and `ends` are code
points of the article's text, ends exclusive.
"""

import re
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from annotator.formats.datasets.proof import LabelledRun, Tally
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

_TEXTS = ("annotator", "article", "group", "id")
_MOST_TEMPLATES = 10_000
_RUN = re.compile(rb"[\x01\x04][\x02\x03\x9c]*")
"""Tags as bytes: 1 and 4 begin a label, the others go on with it, those not to be learnt too."""


class Worker(TokenWorker):
    """Makes lines, put together of what is the same in most of them."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._columns = [(label, f"{label}_tags") for label in self.tagger.layers]
        # By number: the name of a label may have signs that a template gives a meaning to.
        self._keys = {label: b"%d" % n for n, label in enumerate(self.tagger.layers)}
        named = {name: self._keys[label] for label, name in self._columns}
        named |= {name: name.encode() for name in (*_TEXTS, "tokens", "starts", "ends")}
        self._named = sorted(named.items())
        self._templates: dict[tuple[int, tuple[bytes, ...]], bytes] = {}

    def made(self, work: Work, expected: Tally) -> Made:
        """A line for each sentence."""
        found = self.tagger.tagged(work)
        expected.add_runs(self.tagger.told(work, found))
        lines = self._lines(work, found)
        return Made(b"".join(lines), len(lines), found.losses)

    def _lines(self, work: Work, found: Tagged) -> list[bytes]:
        starts, ends, words = found.starts, found.ends, found.words
        told, templates, dumps = self._tags(found), self._templates, orjson.dumps
        article = work.article.id
        own = dumps(f"{article}:")[:-1]
        values = {
            b"annotator": dumps(work.annotator),
            b"article": dumps(article),
            b"group": dumps(work.article.cluster or article),
        }
        lines: list[bytes] = []
        for number, (first, last) in enumerate(found.sequences):
            values[b"id"] = b'%b%d"' % (own, starts[first])
            values[b"tokens"] = dumps(words[first:last])
            values[b"starts"] = dumps(starts[first:last])
            values[b"ends"] = dumps(ends[first:last])
            layers: tuple[bytes, ...] = ()
            if number in told:
                values |= {layer: dumps(tags) for layer, tags in told[number].items()}
                layers = tuple(told[number])
            template = templates.get((last - first, layers)) or self._template(last - first, layers)
            lines.append(template % values)
        return lines

    def _template(self, count: int, layers: tuple[bytes, ...]) -> bytes:
        """A line of so many tokens in which only some layers have tags."""
        if len(self._templates) > _MOST_TEMPLATES:
            self._templates.clear()
        zeros = orjson.dumps([0] * count)
        filled = {*_TEXTS, "tokens", "starts", "ends"}
        parts = [
            b"%b:%b"
            % (
                orjson.dumps(name).replace(b"%", b"%%"),
                b"%%(%b)b" % key if name in filled or key in layers else zeros,
            )
            for name, key in self._named
        ]
        return self._templates.setdefault((count, layers), b"{%b}\n" % b",".join(parts))

    def _tags(self, found: Tagged) -> dict[int, dict[bytes, list[int]]]:
        """The tags of each sequence and layer that has any, by the number of the sequence."""
        if found.pieces.continuations and self.tagger.ignores_subwords:
            return self._tags_with_ignored(found)
        keys, run_tags = self._keys, self.tagger.run_tags
        told: dict[int, dict[bytes, list[int]]] = {}
        number, begin, end = -1, 0, 0
        for label, first, last in found.runs:
            while first >= end:
                number += 1
                begin, end = found.sequences[number]
            layers = told.setdefault(number, {})
            tags = layers.get(keys[label])
            if tags is None:
                tags = layers[keys[label]] = [0] * (end - begin)
            tags[first - begin : last - begin] = run_tags(last - first)
        return told

    def _tags_with_ignored(self, found: Tagged) -> dict[int, dict[bytes, list[int]]]:
        layers = [
            (
                key,
                [IGNORE_VALUE if tag == IGNORED else tag for tag in self.tagger.tags(found, label)],
            )
            for label, key in self._keys.items()
        ]
        return {
            number: {key: tags[first:last] for key, tags in layers}
            for number, (first, last) in enumerate(found.sequences)
        }

    def found(self, stretch: Stretch) -> Iterator[LabelledRun]:
        """Each run of tags that is there, by what its numbers mean."""
        with stretch.path.open("rb") as stream:
            stream.seek(stretch.start)
            lines = stream.read(stretch.end - stretch.start).splitlines()
        for line in lines:
            yield from self._runs_in(orjson.loads(line))

    def _runs_in(self, record: dict[str, Any]) -> Iterator[LabelledRun]:
        article, annotator = record["article"], record["annotator"]
        for label, name in self._columns:
            numbers = record[name]
            if not any(numbers):
                continue
            tokens, starts, ends = record["tokens"], record["starts"], record["ends"]
            for run in _RUN.finditer(array("b", numbers).tobytes()):
                first, last = run.span()
                words = " ".join(tokens[first:last])
                yield article, annotator, label, starts[first], ends[last - 1], words


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
