"""Format `spacy`: a DocBin in which each annotator's work on an article is a document.

`doc.spans` has a group for each label, and all together in `sc`, the group that spaCy trains on
by itself. Spans may overlap. White space that is more than one space is a token of its own, so that
the text of a document is that of the article, with spaces where boilerplate is dropped. The
article's id and the annotator are user data.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.formats.annotated.docbin import ANNOTATOR, ARTICLE, packed_in
from annotator.formats.datasets.docbin_packing import DocSpan, Packing
from annotator.formats.datasets.proof import ANNOTATION, Fact, Scope
from annotator.formats.datasets.tagging import Run, Tagged, Tagger
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss, lost

ALL_LABELS = "sc"

_USUAL_GAPS = ("", " ")
_SAME = "Another with its label covers the same tokens."


class Writer(DatasetWriter):
    """One DocBin for each split."""

    scope = Scope(relations=False)
    suffix = "spacy"

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._packing = Packing()
        self._tagger = Tagger(setting, allows_overlaps=True)
        self._documents = {split: self._packing.documents() for split in setting.splits or ("",)}
        self._last: tuple[Work, Tagged] | None = None

    def write(self, work: Work) -> Iterable[Loss]:
        """Add a document."""
        found = self._tagger.tagged(work)
        self._last = (work, found)
        losses = [*found.losses, *_repeats(work, found)]
        self.labels.update([run.label for run in found.runs])
        self._add(work, found)
        self.count(work.split)
        return losses

    def _add(self, work: Work, found: Tagged) -> None:
        told = _with_white_space(found)
        number = told.number
        starts, ends = found.pieces.starts, found.pieces.ends
        groups: dict[str, list[DocSpan]] = {label: [] for label in self._tagger.layers}
        for label, first, last in found.runs:
            place = (starts[first], ends[last - 1])
            groups[label].append(DocSpan(label, number(first), number(last - 1) + 1, *place))
        together = [span for spans in groups.values() for span in spans]
        said = {ARTICLE: work.article.id, ANNOTATOR: work.annotator}
        spans = {**groups, ALL_LABELS: together}
        self._documents[work.split].add(told.words, told.spaces, spans, said)

    def open_all(self) -> None:
        """Nothing is written before all documents are there."""

    def finish(self) -> None:
        """Write the files."""
        for split, documents in self._documents.items():
            self.file_of(split).write(documents.packed())
            self.file_of(split).flush()

    def facts(self, work: Work, losses: Sequence[Loss]) -> Iterable[Fact]:  # noqa: ARG002
        """Each span that ought to be there; only the places and labels are told by a DocBin."""
        last = self._last
        found = last[1] if last and last[0] is work else self._tagger.tagged(work)
        starts, ends = found.pieces.starts, found.pieces.ends
        for label, first, end in found.runs:
            place = (starts[first], ends[end - 1])
            words = found.text[slice(*place)]
            yield Fact(ANNOTATION, work.article.id, work.annotator, label, (place,), words)

    def read_back(self) -> Iterator[Fact]:
        """Each span that is there, read without spaCy's own reader."""
        for path in self.paths:
            packed = packed_in(path.read_bytes())
            for number in range(packed.count):
                marked = packed.document(number)
                name, annotator = marked.facts["id"], marked.annotator
                for mark in marked.marks:
                    place = mark.places[0]
                    words = marked.text[slice(*place)]
                    yield Fact(ANNOTATION, name, annotator, mark.label, (place,), words)

    @property
    def notes(self) -> tuple[str, ...]:
        """The rules for tokens and spans."""
        groups = f"doc.spans has a group for each label, and all in {ALL_LABELS!r}."
        return (groups, *self._tagger.notes[1:3])

    @property
    def options(self) -> dict[str, object]:
        """The groups."""
        return {"groups": [*self._tagger.layers, ALL_LABELS]}


def _repeats(work: Work, found: Tagged) -> Iterator[Loss]:
    """What covers the same tokens as one before, with its label: a group tells it once."""
    found.runs = list(dict.fromkeys(found.runs))
    seen: set[Run] = set()
    for each in work.annotations:
        runs = found.of.get(each.id, [])
        if runs and seen.issuperset(runs):
            yield lost(work, each, _SAME)
        seen.update(runs)


class _Words(NamedTuple):
    """Words for spaCy, which of them a space follows, and which tokens white space comes before."""

    words: list[str]
    spaces: list[bool]
    after_white_space: list[int]

    def number(self, token: int) -> int:
        """The number that a token has among the words."""
        return token + bisect_right(self.after_white_space, token)


def _with_white_space(found: Tagged) -> _Words:
    text, (starts, ends, tokens, _) = found.text, found.pieces
    if not starts:
        return _Words([text], [False], []) if text else _Words([], [], [])
    gaps = [text[end:start] for end, start in zip(ends, [*starts[1:], len(text)], strict=True)]
    words: list[str] = []
    spaces: list[bool] = []
    before = [0] if starts[0] else []
    if before:
        words.append(text[: starts[0]])
        spaces.append(False)
    first = 0
    # What is more than one space is a word of its own; there is some at the ends of paragraphs.
    for number in [n for n, gap in enumerate(gaps) if gap not in _USUAL_GAPS]:
        gap = gaps[number]
        words += tokens[first : number + 1]
        spaces += [each == " " for each in gaps[first:number]]
        spaces += [gap.startswith(" "), False]
        words.append(gap.removeprefix(" "))
        first = number + 1
        before.append(first)
    words += tokens[first:]
    spaces += [each == " " for each in gaps[first:]]
    return _Words(words, spaces, before)
