"""The articles of a project in the order in which they came, as one annotator's queue has them."""

from bisect import insort
from collections.abc import Iterable, Sequence
from typing import overload

from annotator.domain.progress import FINISHED
from annotator.storage.articles import ArticleSummary, summary_row
from annotator.storage.tables import Row


class Listed(Sequence[ArticleSummary]):
    """Grows while it is read; a summary is made of its row when one looks at it."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._rows: list[Row] = []
        # One of a million would hold everything up whenever it needs more room.
        self._numbers: list[dict[str, int]] = [{} for _ in range(_PARTS)]
        self._own: list[tuple[int, int]] = []
        self.finished = 0
        self.finished_own = 0
        self.extend(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, number: int) -> ArticleSummary: ...

    @overload
    def __getitem__(self, number: slice) -> list[ArticleSummary]: ...

    def __getitem__(self, number: int | slice) -> ArticleSummary | list[ArticleSummary]:
        """An article by its number, counted from 0."""
        if isinstance(number, slice):
            return [ArticleSummary(*row) for row in self._rows[number]]
        return ArticleSummary(*self._rows[number])

    @property
    def own(self) -> list[int]:
        """The numbers of what was given to the annotator, in the order of their queue."""
        return [number for _, number in self._own]

    @property
    def own_count(self) -> int:
        """How many were given to the annotator."""
        return len(self._own)

    def number_of(self, article_id: str) -> int | None:
        """The number of an article, None while it is not among them."""
        return self._numbers[hash(article_id) % _PARTS].get(article_id)

    def is_finished(self, number: int) -> bool:
        """Whether the annotator is done with an article."""
        return bool(self._rows[number][_STATUS] == FINISHED)

    def extend(self, rows: Iterable[Row]) -> None:
        """Take what came after the others."""
        parts, rows = self._numbers, list(rows)
        for number, row in enumerate(rows, len(self._rows)):
            name = row[_ID]
            parts[hash(name) % _PARTS][name] = number
            if row[_PLACE] is not None:
                insort(self._own, (row[_PLACE], number))
            if row[_STATUS] == FINISHED:
                self._count(row, 1)
        self._rows += rows

    def let_go(self, most: int) -> bool:
        """Forget so many from the end; false once none are left.

        To free a million at once would hold the window up for a third of a second.
        """
        parts = self._numbers
        for row in self._rows[-most:]:
            parts[hash(row[_ID]) % _PARTS].pop(row[_ID], None)
        del self._rows[-most:]
        return bool(self._rows)

    def replace(self, number: int, summary: ArticleSummary) -> None:
        """Change an article; where it stands in the queue stays."""
        self._count(self._rows[number], -1)
        self._rows[number] = summary_row(summary)
        self._count(self._rows[number], 1)

    def _count(self, row: Row, step: int) -> None:
        if row[_STATUS] == FINISHED:
            self.finished += step
            self.finished_own += step if row[_PLACE] is not None else 0


_PARTS = 64
_FIELDS = tuple(ArticleSummary.__annotations__)
_ID, _STATUS, _PLACE = (_FIELDS.index(name) for name in ("id", "status", "place"))
