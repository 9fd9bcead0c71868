"""The list of passages: what was found, article by article, and what is labelled there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change
from annotator.gui.wording import shortened
from annotator.storage.passages import TITLE, Passage

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_NO_PARENT = QModelIndex()
_SPOKEN_WORDS = 300

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The article above its passages."""

    article_id: str
    title: str
    count: int


Row = Heading | Passage


class ResultsModel(QAbstractTableModel):
    """Headings and passages in one column; labels follow what is done anywhere in the window."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._labels: dict[str, dict[str, Annotation]] = {}
        self.passages = 0
        self.articles = 0

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._rows, self._labels = [], {}
        self.passages = self.articles = 0
        self.endResetModel()

    def add(self, passages: Sequence[Passage], labels: Mapping[str, Sequence[Annotation]]) -> None:
        """List further passages, which are ordered by article."""
        for article_id, annotations in labels.items():
            self._labels[article_id] = {each.id: each for each in annotations}
        fresh = list(_with_headings(passages))
        if not fresh:
            return
        self.beginInsertRows(_NO_PARENT, len(self._rows), len(self._rows) + len(fresh) - 1)
        self._rows += fresh
        self.endInsertRows()
        self.passages += len(passages)
        self.articles += len({each.article_id for each in passages})

    def follow(self, changes: Iterable[Change]) -> None:
        """Show labels as they are after some changes by the annotator who searches."""
        touched: set[str] = set()
        for change in changes:
            record = change.record
            if isinstance(record, Annotation) and record.article_id in self._labels:
                known = self._labels[record.article_id]
                touched.add(record.article_id)
                if change.after is None:
                    known.pop(record.id, None)
                else:
                    known[record.id] = record
        for number, row in enumerate(self._rows if touched else ()):
            if row.article_id in touched:
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def row(self, number: int) -> Row:
        """A heading or a passage."""
        return self._rows[number]

    def passage(self, number: int) -> Passage | None:
        """The passage in a row; None for a heading, and beyond the ends."""
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        return row if isinstance(row, Passage) else None

    def labels_on(self, passage: Passage) -> list[Annotation]:
        """What the annotator labelled on a passage, in the text's order."""
        if passage.part == TITLE:
            return []
        found = [
            each
            for each in self._labels.get(passage.article_id, {}).values()
            if any(fragment.overlaps(passage.place) for fragment in each.fragments)
        ]
        return sorted(found, key=lambda each: (each.start, -each.end, each.id))

    def beside(self, number: int, step: int) -> int | None:
        """The row of the next passage in a direction, headings passed over."""
        number += step
        while 0 <= number < len(self._rows):
            if isinstance(self._rows[number], Passage):
                return number
            number += step
        return None

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """One column; the delegate paints the whole row."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A row in words, for a screen reader; the delegate asks for the rest itself."""
        if role not in (_DISPLAY, _ACCESSIBLE):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            return row.title
        words = shortened(row.words, most=_SPOKEN_WORDS)
        return f"{words} — {row.title}" if role == _ACCESSIBLE else words

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only passages can be chosen."""
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _with_headings(passages: Sequence[Passage]) -> Iterable[Row]:
    """The passages, each article's below its title; a title that was found needs none."""
    counts: dict[str, int] = {}
    for passage in passages:
        counts[passage.article_id] = counts.get(passage.article_id, 0) + 1
    above = ""
    for passage in passages:
        if passage.article_id != above and passage.part != TITLE:
            yield Heading(passage.article_id, passage.title, counts[passage.article_id])
        above = passage.article_id
        yield passage
