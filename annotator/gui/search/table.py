"""The passages on the screen: one is the current one, whole or one of the words found in it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QTableView

from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.gui import keys
from annotator.gui import theme as looks
from annotator.gui.names import Names
from annotator.gui.search.delegate import Own, ResultsDelegate, heading_height, passage_height
from annotator.gui.search.results import Heading, Index, ResultsModel
from annotator.gui.widgets.list_table import make_list
from annotator.storage.passages import Passage

_NEAR = 12
"""How many rows before the last one further passages are asked for."""


class ResultsTable(QTableView):
    """Rows of two lines; arrows and J, K go from passage to passage, → and ← to its words."""

    activated_row = Signal()
    near_end = Signal()
    moved = Signal()
    """Another passage, or other words of it, are current."""

    def __init__(self, scheme: Scheme, own: Own, names: Names) -> None:
        """`own` tells who works here: what they labelled themselves has no name beside it."""
        super().__init__()
        self.setAccessibleName(self.tr("Passages"))
        self.results = ResultsModel()
        self._delegate = ResultsDelegate(self.results, scheme, own, names.of, self)
        names.changed.connect(self.viewport().update)
        self._hit: int | None = None
        self._sized = 0
        self.setModel(self.results)
        self.setItemDelegate(self._delegate)
        make_list(self, row_height=passage_height())
        self.verticalHeader().setMinimumSectionSize(heading_height())
        self.setProperty("role", "framed")
        self.doubleClicked.connect(lambda _: self.activated_row.emit())
        self.verticalScrollBar().valueChanged.connect(lambda _: self._ask_for_more())
        self._moves: dict[str, Callable[[], None]] = {
            "J": lambda: self._go(1),
            "Down": lambda: self._go(1),
            "K": lambda: self._go(-1),
            "Up": lambda: self._go(-1),
            "PgDown": lambda: self._leap(1),
            "PgUp": lambda: self._leap(-1),
            "Home": self.select_first,
            "End": self._go_to_last,
            "Right": lambda: self._pick_words(1),
            "Left": lambda: self._pick_words(-1),
        }

    @property
    def passage(self) -> Passage | None:
        """The current passage."""
        return self.results.passage(self.currentIndex().row())

    @property
    def target(self) -> Span | None:
        """What a label key labels: the words picked with → and ←, else the whole passage."""
        passage = self.passage
        if passage is None:
            return None
        return passage.place if self._hit is None else passage.hits[self._hit]

    @property
    def is_whole(self) -> bool:
        """Whether the whole passage is meant, not some words of it."""
        return self._hit is None

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours, and in the size that texts have now."""
        self._delegate.theme = theme
        self.verticalHeader().setMinimumSectionSize(heading_height())
        self.verticalHeader().setDefaultSectionSize(passage_height())
        self._sized = 0
        self.fit_rows()
        self.viewport().update()

    def clear(self) -> None:
        """Show no passages."""
        self.results.clear()
        self._sized, self._delegate.current = 0, -1
        self._take(None)

    def fit_rows(self) -> None:
        """Give new headings their height."""
        for number in range(self._sized, self.results.rowCount()):
            if isinstance(self.results.row(number), Heading):
                self.setRowHeight(number, heading_height())
        self._sized = self.results.rowCount()

    def select_first(self) -> None:
        """Make the first passage the current one, unless one is."""
        first = self.results.beside(-1, 1)
        if first is not None:
            self._select(first)
            self.scrollToTop()

    def select_place(self, place: object) -> bool:
        """Make the passage of a place the current one; false when it is not listed."""
        for number in range(self.results.rowCount()):
            passage = self.results.passage(number)
            if passage is not None and place_of(passage) == place:
                self._select(number)
                return True
        return False

    def is_near_end(self) -> bool:
        """Whether the last rows are in sight or nearly so."""
        last = self.rowAt(self.viewport().height() - 1)
        return last < 0 or last >= self.results.rowCount() - _NEAR

    def move_by_key(self, event: QKeyEvent) -> bool:
        """Go where a key says; false for keys that do not move."""
        move = self._moves.get(keys.spelled(event))
        if move is None:
            return False
        move()
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another passage: it is meant as a whole."""
        super().currentChanged(current, previous)
        self._delegate.current = current.row()
        self._take(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys go to a passage."""
        super().focusInEvent(event)
        if self.passage is None:
            self.select_first()

    def _go(self, step: int) -> None:
        number = self.results.beside(self.currentIndex().row(), step)
        if number is not None:
            self._select(number)
        elif step < 0:
            self.scrollToTop()

    def _leap(self, direction: int) -> None:
        """Go on by about a window."""
        here = max(self.currentIndex().row(), 0)
        wanted = here + direction * max(1, self.viewport().height() // passage_height() - 1)
        wanted = min(max(wanted, 0), self.results.rowCount() - 1)
        number = self.results.beside(wanted - direction, direction)
        number = self.results.beside(wanted + direction, -direction) if number is None else number
        if number is not None:
            self._select(number)

    def _go_to_last(self) -> None:
        number = self.results.beside(self.results.rowCount(), -1)
        if number is not None:
            self._select(number)

    def _select(self, number: int) -> None:
        index = self.results.index(number, 0)
        self.setCurrentIndex(index)
        above = number - 1
        if above >= 0 and isinstance(self.results.row(above), Heading):
            self.scrollTo(self.results.index(above, 0))
        self.scrollTo(index)
        self._ask_for_more()

    def _pick_words(self, step: int) -> None:
        """From the whole passage to its first found words, to the next, and back."""
        passage = self.passage
        if passage is None or not passage.hits:
            return
        number = (-1 if self._hit is None else self._hit) + step
        self._take(None if number < 0 else min(number, len(passage.hits) - 1))

    def _take(self, hit: int | None) -> None:
        self._hit = hit
        self._delegate.target = self.target if hit is not None else None
        self.viewport().update()
        self.moved.emit()

    def _ask_for_more(self) -> None:
        if self.is_near_end():
            self.near_end.emit()


def place_of(passage: Passage) -> list[object]:
    """What tells a passage from others, as plain values."""
    return [passage.article_id, passage.part, passage.place.start, passage.annotation_id]
