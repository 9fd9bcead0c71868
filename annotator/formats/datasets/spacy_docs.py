"""Format `spacy`: a DocBin in which each annotator's work on an article is a document.

`doc.spans` has a group for each label, and all together in `sc`, the group that spaCy trains on
by itself. Spans may overlap. White space that is more than one space is a token of its own, so that
the text of a document is that of the article, with spaces where boilerplate is dropped. The
article's id and the annotator are user data.
"""

import contextlib
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from annotator.formats import columns as at
from annotator.formats.annotated.docbin import ANNOTATOR, ARTICLE, Packed, packed_at
from annotator.formats.datasets.docbin_packing import DocSpan, Documents, PackedDocument, Packing
from annotator.formats.datasets.proof import ANNOTATION, LabelledRun, Tally
from annotator.formats.datasets.shared_writing import Made, SharedWriter, Stretch, TokenWorker
from annotator.formats.datasets.tagging import Run, Tagged
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import Loss

ALL_LABELS = "sc"

READ_AT_ONCE = 64
"""So many documents are proved at a time."""

_SAME = "Another with its label covers the same tokens."


class Worker(TokenWorker):
    """Packs documents, and reads them without spaCy's own reader."""

    allows_overlaps = True
    has_sequences = False

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        # Each file holds its own strings.
        self._packings = {split: Packing() for split in setting.splits or ("",)}
        self._read: dict[Path, Packed] = {}

    def made(self, work: Work, expected: Tally) -> Made:
        """A document; only the places and labels of its spans are told by a DocBin."""
        found = self.tagger.tagged(work)
        losses = [*found.losses, *_repeats(work, found)]
        starts, ends = found.starts, found.ends
        places = [(starts[first], ends[last - 1]) for _, first, last in found.runs]
        article, annotator, text = work.article.id, work.annotator, found.text
        expected.add_runs(
            (article, annotator, run[0], start, end, text[start:end])
            for run, (start, end) in zip(found.runs, places, strict=True)
        )
        return Made(self._document(work, found, places), 1, losses)

    def _document(self, work: Work, found: Tagged, places: list[tuple[int, int]]) -> PackedDocument:
        told = _with_white_space(found)
        number = told.number
        groups: dict[str, list[DocSpan]] = {label: [] for label in self.tagger.layers}
        for (label, first, last), place in zip(found.runs, places, strict=True):
            groups[label].append(DocSpan(label, number(first), number(last - 1) + 1, *place))
        together = [span for spans in groups.values() for span in spans]
        said = {ARTICLE: work.article.id, ANNOTATOR: work.annotator}
        return self._packings[work.split].packed(
            told.words, told.spaces, {**groups, ALL_LABELS: together}, said
        )

    def packed_in(self, path: Path) -> Packed:
        """What a file holds, unpacked once."""
        return self._read.get(path) or self._read.setdefault(path, packed_at(path))

    def found(self, stretch: Stretch) -> Iterator[LabelledRun]:
        """Each span of some documents."""
        packed = self.packed_in(stretch.path)
        for number in range(stretch.start, stretch.end):
            marked = packed.document(number)
            name, annotator = marked.facts["id"], marked.annotator
            for mark in marked.marks:
                place = mark.places[0]
                words = marked.text[slice(*place)]
                yield (name, annotator, mark.label, *place, words)


class Writer(SharedWriter):
    """One DocBin for each split."""

    suffix = "spacy"

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._documents = {split: Documents(folder) for split in setting.splits or ("",)}

    def put(self, work: Work, made: Made) -> None:
        """Add a document."""
        self._documents[work.split].add(made.written)

    def open_all(self) -> None:
        """Nothing is written before all documents are there."""

    def finish(self) -> None:
        """Write the files."""
        for split, documents in self._documents.items():
            documents.write_to(self.file_of(split))

    def close(self) -> None:
        """Finish the files, and let go of the parts."""
        with contextlib.ExitStack() as closing:
            for documents in self._documents.values():
                closing.callback(documents.close)
            super().close()

    def stretches(self, path: Path) -> Iterator[Stretch]:
        """Documents, some at a time."""
        count = self.sharing.worker.packed_in(path).count
        for start in range(0, count, READ_AT_ONCE):
            yield Stretch(path, start, min(start + READ_AT_ONCE, count))

    @property
    def notes(self) -> tuple[str, ...]:
        """The rules for tokens and spans."""
        groups = f"doc.spans has a group for each label, and all in {ALL_LABELS!r}."
        return (groups, *self.tagger.notes[1:3])

    @property
    def options(self) -> dict[str, object]:
        """The groups."""
        return {"groups": [*self.tagger.layers, ALL_LABELS]}


def _repeats(work: Work, found: Tagged) -> Iterator[Loss]:
    """What covers the same tokens as one before, with its label: a group tells it once."""
    told = len(found.runs)
    found.runs = list(dict.fromkeys(found.runs))
    if len(found.runs) == told:
        return
    seen: set[Run] = set()
    for row in sorted(work.annotation_rows, key=itemgetter(at.START, at.END, at.ID)):
        runs = found.of.get(row[at.ID], [])
        if runs and seen.issuperset(runs):
            yield Loss(work.article.id, work.annotator, ANNOTATION, row[at.ID], _SAME)
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
    if not tokens:
        return _Words([text], [False], []) if text else _Words([], [], [])
    following = np.append(starts[1:], len(text))
    is_space, is_unusual = _gaps(text, ends, following)
    words: list[str] = []
    spaces: list[bool] = []
    before = [0] if starts[0] else []
    if before:
        words.append(text[: starts[0]])
        spaces.append(False)
    first = 0
    # What is more than one space is a word of its own; there is some at the ends of paragraphs.
    for number in np.flatnonzero(is_unusual).tolist():
        gap = text[ends[number] : following[number]]
        words += tokens[first : number + 1]
        spaces += is_space[first:number]
        spaces += [gap.startswith(" "), False]
        words.append(gap.removeprefix(" "))
        first = number + 1
        before.append(first)
    words += tokens[first:]
    spaces += is_space[first:]
    return _Words(words, spaces, before)


def _gaps(text: str, ends: Any, following: Any) -> tuple[list[bool], Any]:
    """After which tokens exactly one space stands, and after which anything else."""
    codes = np.frombuffer((text + "\0").encode("utf-32-le"), dtype="<u4")
    sizes = following - ends
    is_space = (sizes == 1) & (codes[ends] == ord(" "))
    return is_space.tolist(), (sizes > 0) & ~is_space
