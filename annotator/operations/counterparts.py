"""Articles with mostly the same words, two by two: reprints, and newer versions of older ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from annotator.domain.span import Span
from annotator.operations import carrying
from annotator.operations.carrying import Anchored
from annotator.storage import clusters, records
from annotator.storage.clusters import Listed
from annotator.storage.project import Project
from annotator.text.alignment import Alignment

Kind = Literal["reprint", "version"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles with mostly the same words.

    Of a version, `first` is the older one. Of reprints it is the article of the cluster that the
    annotator has labelled most, so that the others get their labels from it; `others` counts them.
    """

    kind: Kind
    first: Listed
    other: Listed
    others: int = 1

    @property
    def key(self) -> tuple[str, str]:
        """The ids of both, which tell a pair from others."""
        return self.first.article_id, self.other.article_id


@dataclass(frozen=True, slots=True)
class LaidBeside:
    """The texts of a pair beside each other, and what became of the labels of the first.

    `gone` are the passages of the first text that the other lacks, `new` those that only the
    other has, in code points. `of_first` and `of_other` are the shares of the words of each that
    stand in both, 0 to 1.
    """

    gone: tuple[Span, ...]
    new: tuple[Span, ...]
    anchored: Sequence[Anchored]
    of_first: float
    of_other: float


def pairs(project: Project, annotator: str) -> list[Pair]:
    """All pairs of a project in the order in which the articles came, as one annotator works."""
    versions = [
        Pair("version", older, newer) for older, newer in clusters.versions(project, annotator)
    ]
    linked = {frozenset(pair.key) for pair in versions}
    found = [pair for pair in _reprints(project, annotator) if frozenset(pair.key) not in linked]
    return [*versions, *found]


def _reprints(project: Project, annotator: str) -> Iterable[Pair]:
    listed = clusters.listed(project, annotator)
    for _, group in groupby(listed, key=lambda each: each.cluster):
        members = list(group)
        first = max(members, key=lambda each: each.annotations)
        for other in members:
            if other is not first:
                yield Pair("reprint", first, other, len(members) - 1)


def lay_beside(project: Project, pair: Pair, *, annotator: str) -> LaidBeside:
    """Compare the texts of a pair, and find the labels of the first in the other.

    Raises:
        UserError: one of the articles is not there.
    """
    first, other = (records.sheet(project, name, annotator) for name in pair.key)
    alignment = Alignment(first.article.text, other.article.text)
    gone, new = alignment.only_in_old, alignment.only_in_new
    shares = alignment.share_of_old, alignment.share_of_new
    if pair.kind == "version":
        version = carrying.reanchor(project, *pair.key, annotator=annotator)
        return LaidBeside(gone, new, version.anchored, *shares)
    return LaidBeside(gone, new, carrying.anchored_in(first, other.article), *shares)
