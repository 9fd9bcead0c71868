"""Format `conll`: a token in each line, a column of tags for each label, columns apart by tabs.

An article begins with `-DOCSTART-`, its id in round and its annotator in square brackets. A
sentence ends with an empty line. `X` marks tokens on which a model shall not learn. Columns are in
the order of the scheme's labels. The file has no text; `texts.jsonl` beside it holds the articles'
texts, in which the tokens can be found again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import orjson

from annotator.formats.datasets.proof import ANNOTATION, Fact, Scope
from annotator.formats.datasets.tagging import IGNORED, Tagged, Tagger
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss

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
        columns: list[Sequence[str]] = [found.words]
        for label in self._tagger.layers:
            written = self._written[label]
            columns.append([written[number] for number in self._tagger.tags(found, label)])
        return list(map("\t".join, zip(*columns, strict=True)))

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
        for path in self.paths:
            yield from _facts_in(path, texts, self._tagger.layers)

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


def _facts_in(path: Path, texts: _Texts, layers: Sequence[str]) -> Iterator[Fact]:
    article = annotator = text = ""
    place = 0
    runs: dict[str, tuple[int, int, list[str]]] = {}
    outside = "\tO" * len(layers) + "\n"
    with path.open("r", encoding="utf-8", newline="\n") as stream:
        for line in stream:
            word, *tags = line.rstrip("\n").split("\t")
            if word == DOCUMENT or not tags:
                for label, (start, end, words) in runs.items():
                    yield Fact(
                        ANNOTATION, article, annotator, label, ((start, end),), " ".join(words)
                    )
                runs = {}
                if tags:
                    article, annotator = names_of_document(tags[0])
                    text, place = texts.of(article, annotator), 0
                continue
            start = text.index(word, place)
            place = start + len(word)
            if not runs and line.endswith(outside):
                continue
            for label, tag in zip(layers, tags, strict=True):
                if tag[0] in "OBU" and label in runs:
                    begin, end, words = runs.pop(label)
                    yield Fact(
                        ANNOTATION, article, annotator, label, ((begin, end),), " ".join(words)
                    )
                if tag[0] in "BU":
                    runs[label] = (start, place, [word])
                elif tag != "O" and label in runs:
                    begin, _, words = runs[label]
                    words.append(word)
                    runs[label] = (begin, place, words)
