"""Format `conll`: a token in each line, a column of tags for each label, columns apart by tabs.

An article begins with `-DOCSTART-`, its id in round and its annotator in square brackets. A
sentence ends with an empty line. `X` marks tokens on which a model shall not learn. Columns are in
the order of the scheme's labels. The file has no text; `texts.jsonl` beside it holds the articles'
texts, in which the tokens can be found again. A token that would read `-DOCSTART-` is cut in two.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import add
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import orjson

from annotator.formats.datasets.proof import LabelledRun, Tally
from annotator.formats.datasets.shared_writing import (
    READ_AT_ONCE,
    Made,
    SharedWriter,
    Stretch,
    TokenWorker,
)
from annotator.formats.datasets.tagging import Tagged
from annotator.formats.datasets.work import Setting, Work
from annotator.text.tokenisers import places_of_words

TEXTS_FILE = "texts.jsonl"
DOCUMENT = "-DOCSTART-"
IGNORE_VALUE = "X"

_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
_TAGS = 6
"""So many tags a token can have in a layer: four, none, and that it is ignored (-1, the last)."""
_NAMED = re.compile(r"\((.*)\)(?:\[([^\[\]]*)\])?")


def _document_name(article: str, annotator: str) -> str:
    """The field that names an article and who labelled it."""
    told = annotator.replace("%", "%25").replace("[", "%5B").replace("]", "%5D")
    return f"({article})[{told}]" if annotator else f"({article})"


def names_of_document(field: str) -> tuple[str, str]:
    """The article and annotator that a field names; empty where it names none."""
    found = _NAMED.fullmatch(field)
    if found is None:
        return "", ""
    told = (found[2] or "").replace("%5B", "[").replace("%5D", "]").replace("%25", "%")
    return found[1], told


class _Behind(dict[int, str]):
    """What stands behind a token, by its tags told as one number with a digit for each layer.

    Very few of all that there could be occur. The last digit of all is that of ignored tokens.
    """

    def __init__(self, layers: Sequence[str], prefixes: str) -> None:
        names = [["O", *(f"{prefix}-{label}" for prefix in prefixes)] for label in layers]
        self._names = names

    def __missing__(self, code: int) -> str:
        told: list[str] = []
        rest = code
        for names in self._names:
            rest, tag = divmod(rest, _TAGS)
            told.append(names[tag] if tag < len(names) else IGNORE_VALUE)
        found = self[code] = "".join([f"\t{tag}" for tag in told]) + "\n"
        return found


class Worker(TokenWorker):
    """Makes the sentences of works, and reads runs of tags again."""

    # Programs that read the format begin an article there.
    forbidden = DOCUMENT

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        layers = self.tagger.layers
        self._behind = _Behind(layers, self.tagger.prefixes)
        self._code = {
            label: [tag * _TAGS**number for tag in range(_TAGS)]
            for number, label in enumerate(layers)
        }
        self._texts: dict[Path, _Texts] = {}
        self._reading = _Reading(layers)

    def made(self, work: Work, expected: Tally) -> Made:
        """The sentences of one annotator's work."""
        found = self.tagger.tagged(work)
        empty = ["O"] * max(0, len(self.tagger.layers) - 1)
        head = "\t".join([DOCUMENT, _document_name(work.article.id, work.annotator), *empty])
        written = f"{head}\n{self._body(found)}\n".encode()
        expected.add_runs(self.tagger.told(work, found))
        return Made(written, len(found.sequences), found.losses)

    def _body(self, found: Tagged) -> str:
        """A line for each token, and an empty one before each sentence."""
        rows = list(found.words)
        for first, _ in found.sequences:
            rows[first] = "\n" + rows[first]
        return "".join(map(add, rows, map(self._behind.__getitem__, self._codes(found))))

    def _codes(self, found: Tagged) -> list[int]:
        """The tags of all layers for each token, as one number."""
        if found.pieces.continuations and self.tagger.ignores_subwords:
            return self._codes_with_ignored(found)
        codes = [0] * len(found.words)
        for label, first, last in found.runs:
            own = self._code[label]
            tags = self.tagger.run_tags(last - first)
            for number, tag in enumerate(tags, start=first):
                codes[number] += own[tag]
        return codes

    def _codes_with_ignored(self, found: Tagged) -> list[int]:
        columns = [
            [code[tag] for tag in self.tagger.tags(found, label)]
            for label, code in self._code.items()
        ]
        return [sum(codes) for codes in zip(*columns, strict=True)] or [0] * len(found.words)

    def found(self, stretch: Stretch) -> Iterator[LabelledRun]:
        """Each run of tags in some documents, its tokens found in the text again."""
        beside = stretch.path.with_name(TEXTS_FILE)
        texts = self._texts.get(beside) or self._texts.setdefault(beside, _Texts(beside))
        with stretch.path.open("rb") as stream:
            stream.seek(stretch.start)
            content = stream.read(stretch.end - stretch.start).decode()
        head = f"{DOCUMENT}\t("
        for document in content.removeprefix(head).split(f"\n{head}"):
            yield from self._reading.facts_in(f"{head}{document}", texts)


class Writer(SharedWriter):
    """Columns of tags, with the texts beside them."""

    suffix = "conll"

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._texts: BinaryIO | None = None

    def begin(self, works: Sequence[Work]) -> None:
        """Write the text of an article, once for all annotators."""
        if works:
            if self._texts is None:
                self._texts = (self.folder / TEXTS_FILE).open("wb")
            article = works[0].article
            left_out = {w.annotator: _pairs(w) for w in works if self._leaves_out(w)}
            record = {"id": article.id, "text": article.text, "left_out": left_out}
            self._texts.write(orjson.dumps(record, option=_LINE))

    def put(self, work: Work, made: Made) -> None:
        """Write the sentences of a work."""
        self.file_of(work.split).write(made.written)

    def _leaves_out(self, work: Work) -> bool:
        return self.setting.drops_boilerplate and bool(work.boilerplate)

    def close(self) -> None:
        """Finish all files."""
        if self._texts is not None:
            self._texts.close()
        super().close()

    def stretches(self, path: Path) -> Iterator[Stretch]:
        """Documents, many at a time."""
        size = path.stat().st_size
        head = f"\n{DOCUMENT}\t(".encode()
        start = 0
        with path.open("rb") as stream:
            while start < size:
                end = _place_of(head, stream, start + READ_AT_ONCE)
                yield Stretch(path, start, size if end < 0 else end)
                start = size if end < 0 else end

    @property
    def notes(self) -> tuple[str, ...]:
        """The rules for tokens and tags."""
        columns = ", ".join(("token", *self.tagger.layers))
        return (f"Columns: {columns}.", *self.tagger.notes)


def _place_of(head: bytes, stream: BinaryIO, start: int) -> int:
    """Where the first document at or after a place begins; -1 where there is none."""
    stream.seek(start)
    read = b""
    while portion := stream.read(READ_AT_ONCE):
        read += portion
        place = read.find(head)
        if place >= 0:
            return start + place + 1
    return -1


def _pairs(work: Work) -> list[tuple[int, int]]:
    return [(place.start, place.end) for place in work.boilerplate]


class _Texts:
    """The texts of a dataset, found by where their lines begin, so that few are in memory."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._at: dict[str, int] = {}
        place = 0
        if path.exists():
            with path.open("rb") as stream:
                for line in stream:
                    self._at[_id_in(line)] = place
                    place += len(line)

    def of(self, article: str, annotator: str) -> str:
        """The text of an article, with spaces where an annotator's tokens leave it out."""
        with self._path.open("rb") as stream:
            stream.seek(self._at[article])
            record = orjson.loads(stream.readline())
        text = str(record["text"])
        for start, end in record["left_out"].get(annotator, ()):
            text = text[:start] + " " * (end - start) + text[end:]
        return text


def _id_in(line: bytes) -> str:
    """The id in a line of texts; it comes first, and no quotation mark in it stands bare."""
    end = line.find(b'","left_out":')
    if line.startswith(b'{"id":"') and end > 0:
        return str(orjson.loads(line[6 : end + 1]))
    return str(orjson.loads(line)["id"])


class _Reading:
    """Reads runs of tags back; which tags lines have is looked up, since few differ."""

    def __init__(self, layers: Sequence[str]) -> None:
        self._layers = layers
        self._outside = "\tO" * len(layers)
        self._told: dict[str, list[tuple[str, str]]] = {}

    def facts_in(self, document: str, texts: _Texts) -> Iterator[LabelledRun]:
        """Each run of tags in a document."""
        # What is left of a line outside every label is its word alone.
        lines = document.replace(self._outside, "").split("\n")
        article, annotator = names_of_document(lines[0].split("\t")[1])
        lines[0] = ""
        marked = [(number, line) for number, line in enumerate(lines) if "\t" in line]
        runs = list(self._runs(marked))
        for number, line in marked:
            lines[number] = line.partition("\t")[0]
        words = list(filter(None, lines))
        # Empty lines end sentences and are no tokens.
        empty = [number for number, word in enumerate(lines) if not word]
        ones = [first - bisect_left(empty, first) for _, first, _ in runs]
        others = [last - bisect_left(empty, last) for _, _, last in runs]
        starts, ends = _places(texts.of(article, annotator), words)
        places = zip(starts[ones].tolist(), ends[others].tolist(), strict=True) if runs else ()
        for (label, _, _), one, other, place in zip(runs, ones, others, places, strict=True):
            covered = " ".join(words[one : other + 1])
            yield (article, annotator, label, *place, covered)

    def _runs(self, marked: Sequence[tuple[int, str]]) -> Iterator[tuple[str, int, int]]:
        """The labels with the numbers of their first and last lines."""
        open_runs: dict[str, tuple[int, int]] = {}
        for number, line in marked:
            for label, tag in self._tags(line.partition("\t")[2]):
                first, last = open_runs.get(label, (number, -1))
                goes_on = last == number - 1 and tag not in "BU"
                if last >= 0 and not goes_on:
                    yield label, first, last
                    del open_runs[label]
                if goes_on:
                    open_runs[label] = (first, number)
                elif tag in "BU":
                    open_runs[label] = (number, number)
        for label, (first, last) in open_runs.items():
            yield label, first, last

    def _tags(self, written: str) -> list[tuple[str, str]]:
        """The labels and first letters of the tags of a line, but of those outside."""
        found = self._told.get(written)
        if found is None:
            tags = zip(self._layers, written.split("\t"), strict=True)
            found = self._told[written] = [(label, tag[0]) for label, tag in tags if tag != "O"]
        return found


def _places(text: str, words: Sequence[str]) -> tuple[Any, Any]:
    """Where words stand in a text, one after the other: two arrays."""
    if "".join(words) == "".join(text.split()):
        starts, ends = places_of_words(text, words)
        return starts, ends
    found: list[int] = []
    place = 0
    for word in words:
        found.append(text.index(word, place))
        place = found[-1] + len(word)
    begins = np.array(found, dtype=np.int64)
    return begins, begins + np.array([len(word) for word in words], dtype=np.int64)
