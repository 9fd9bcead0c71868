"""Format `conll`: a token in each line, a column of tags for each label, columns apart by tabs.

An article begins with `-DOCSTART-`, its id in round and its annotator in square brackets. A
sentence ends with an empty line. `X` marks tokens on which a model shall not learn. Columns are in
the order of the scheme's labels. The file has no text; `texts.jsonl` beside it holds the articles'
texts, in which the tokens can be found again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

import orjson

from annotator.formats.datasets.proof import ANNOTATION, Fact, Scope
from annotator.formats.datasets.tagging import IGNORED, Tagged, Tagger
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss
from annotator.text.tokenisers import places_of_words

TEXTS_FILE = "texts.jsonl"
DOCUMENT = "-DOCSTART-"
IGNORE_VALUE = "X"

_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
_NAMED = re.compile(r"\((.*)\)(?:\[([^\[\]]*)\])?")


def document_name(article: str, annotator: str) -> str:
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


class Writer(DatasetWriter):
    """Columns of tags, with the texts beside them."""

    scope = Scope(relations=False)
    suffix = "conll"
    companions = (TEXTS_FILE,)

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._tagger = Tagger(setting)
        self._texts: BinaryIO | None = None
        self._last: tuple[Work, Tagged] | None = None
        prefixes = ["O", *(f"{prefix}-" for prefix in self._tagger.prefixes)]
        self._written = {
            label: {
                IGNORED: IGNORE_VALUE,
                **{n: f"{p}{label}" if n else p for n, p in enumerate(prefixes)},
            }
            for label in self._tagger.layers
        }

    def write_article(self, works: Sequence[Work]) -> Iterator[Loss]:
        """Write an article once for each annotator, and its text once."""
        if works:
            if self._texts is None:
                self._texts = (self.folder / TEXTS_FILE).open("wb")
            article = works[0].article
            left_out = {w.annotator: _pairs(w) for w in works if self._leaves_out(w)}
            record = {"id": article.id, "text": article.text, "left_out": left_out}
            self._texts.write(orjson.dumps(record, option=_LINE))
        yield from super().write_article(works)

    def write(self, work: Work) -> Iterable[Loss]:
        """Write the sentences of one annotator's work."""
        found = self._tagger.tagged(work)
        self._last = (work, found)
        self.labels.update([run.label for run in found.runs])
        rows = self._rows(found)
        empty = ["O"] * max(0, len(self._tagger.layers) - 1)
        head = "\t".join([DOCUMENT, document_name(work.article.id, work.annotator), *empty])
        blocks = [f"{head}\n"]
        blocks += ["\n".join([*rows[first:last], ""]) for first, last in found.sequences]
        self.file_of(work.split).write(("\n".join(blocks) + "\n").encode())
        self.count(work.split, len(found.sequences))
        return found.losses

    def _leaves_out(self, work: Work) -> bool:
        return self.setting.drops_boilerplate and bool(work.boilerplate)

    def _rows(self, found: Tagged) -> list[str]:
        """A line for each token; most are outside every label, and alike but for their word."""
        words, layers = found.words, self._tagger.layers
        outside = "\tO" * len(layers)
        rows = [word + outside for word in words]
        told = set(found.pieces.continuations if self._tagger.rules.ignore_subwords else ())
        for _, first, last in found.runs:
            told.update(range(first, last))
        columns = [(self._written[each], self._tagger.tags(found, each)) for each in layers]
        for number in told:
            tags = [written[numbers[number]] for written, numbers in columns]
            rows[number] = "\t".join([words[number], *tags])
        return rows

    def close(self) -> None:
        """Finish all files."""
        if self._texts is not None:
            self._texts.close()
        super().close()

    def facts(self, work: Work, losses: Sequence[Loss]) -> Iterable[Fact]:  # noqa: ARG002
        """Each run of tags that ought to be there."""
        last = self._last
        found = last[1] if last and last[0] is work else self._tagger.tagged(work)
        return self._tagger.facts(work, found)

    def read_back(self) -> Iterator[Fact]:
        """Each run of tags that is there, its tokens found in the text again."""
        texts = _Texts(self.folder / TEXTS_FILE)
        reading = _Reading(self._tagger.layers)
        for path in self.paths:
            for document in _documents(path):
                yield from reading.facts_in(document, texts)

    @property
    def notes(self) -> tuple[str, ...]:
        """The rules for tokens and tags."""
        columns = ", ".join(("token", *self._tagger.layers))
        return (f"Columns: {columns}.", *self._tagger.notes)

    @property
    def options(self) -> dict[str, object]:
        """The layers and how tags are written."""
        return self._tagger.options


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
                    self._at[orjson.loads(line)["id"]] = place
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


def _documents(path: Path) -> Iterator[str]:
    """The documents of a file, each from its head on, one after the other."""
    head = f"{DOCUMENT}\t("
    lines: list[str] = []
    with path.open("r", encoding="utf-8", newline="\n") as stream:
        for line in stream:
            if line.startswith(head) and lines:
                yield "".join(lines)
                lines = []
            lines.append(line)
    if lines:
        yield "".join(lines)


class _Reading:
    """Reads runs of tags back; which tags lines have is looked up, since few differ."""

    def __init__(self, layers: Sequence[str]) -> None:
        self._layers = layers
        self._told: dict[str, list[tuple[str, str]]] = {}

    def facts_in(self, document: str, texts: _Texts) -> Iterator[Fact]:
        """Each run of tags in a document."""
        lines = document.split("\n")
        article, annotator = names_of_document(lines[0].split("\t")[1])
        # What is left of a line outside every label is its word alone.
        bare = document.replace("\tO", "").split("\n")
        marked = [number for number, line in enumerate(bare) if "\t" in line][1:]
        for number in marked:
            bare[number] = bare[number].partition("\t")[0]
        bare[0] = ""
        words = [word for word in bare if word]
        text = texts.of(article, annotator)
        starts, ends = _places(text, words)
        # Empty lines end sentences and are no tokens.
        empty = list(accumulate(not word for word in bare))
        for label, first, last in self._runs(lines, marked):
            one, other = first - empty[first], last - empty[last] + 1
            place = (int(starts[one]), int(ends[other - 1]))
            covered = " ".join(words[one:other])
            yield Fact(ANNOTATION, article, annotator, label, (place,), covered)

    def _runs(self, lines: Sequence[str], marked: Sequence[int]) -> Iterator[tuple[str, int, int]]:
        """The labels with the numbers of their first and last lines."""
        open_runs: dict[str, tuple[int, int]] = {}
        for number in marked:
            for label, tag in self._tags(lines[number].partition("\t")[2]):
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


def _places(text: str, words: Sequence[str]) -> tuple[Sequence[int], Sequence[int]]:
    """Where words stand in a text, one after the other."""
    if "".join(words) == "".join(text.split()):
        starts, ends = places_of_words(text, words)
        return starts, ends
    found: list[int] = []
    place = 0
    for word in words:
        found.append(text.index(word, place))
        place = found[-1] + len(word)
    return found, [start + len(word) for start, word in zip(found, words, strict=True)]
