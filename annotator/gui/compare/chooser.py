"""Choosing the second article: those with like words first, or whatever is searched for."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.gui import tasks
from annotator.gui import theme as looks
from annotator.gui.held_keys import HeldKeys
from annotator.gui.search.asking import Annotations, labels_in
from annotator.gui.search.table import ResultsTable
from annotator.gui.session import Session
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.rich_text import give_tip
from annotator.storage import alike, passages
from annotator.storage.alike import Likeness
from annotator.storage.passages import TEXT, Passage
from annotator.storage.project import open_project

_PAUSE_MILLISECONDS = 80
_MOST = 60
_FOR_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up)

Report = Callable[[int], bool]


class Chooser(QWidget):
    """A field, and the passages of other articles that may belong to the picked words."""

    chosen = Signal(object)
    """A `Passage` of the article to open."""
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Choose an article"))
        self._session = session
        self._words, self._article_id = "", ""
        self._labels: tuple[str, ...] = ()
        self._number = 0
        self._task: tasks.Task | None = None
        self._held = HeldKeys(self)
        self.field = QLineEdit()
        self.field.setMinimumHeight(36)
        self.field.setClearButtonEnabled(True)
        advice = self.tr("Other words, or label:claim, outlet:post …")
        self.field.setPlaceholderText(advice)
        give_tip(self.field, advice)
        self.field.setAccessibleName(self.tr("Search for another article"))
        self.heading = plain(role="muted", wraps=True)
        self.table = ResultsTable(session.scheme, lambda: session.annotator, session.names)
        self.table.setAccessibleName(self.tr("Articles"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.heading)
        layout.addWidget(self.table, 1)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._look)
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.field.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.doubleClicked.connect(lambda _: self._choose())
        self.table.clicked.connect(self._go)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._pause.isActive() or self._task is not None

    def offer(self, words: str, *, besides: str, labels: Sequence[str]) -> None:
        """List articles like some words of one article."""
        self._words, self._article_id, self._labels = words, besides, tuple(labels)
        self._held.drop()
        self.field.clear()
        self._pause.stop()
        self._look()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self.table.set_theme(theme)

    def rest(self) -> None:
        """Nothing more is asked."""
        self._pause.stop()
        self._number += 1
        if self._task is not None:
            self._task.stop()
            self._task = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field and in the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self._held.follows(event) or (self.is_busy and self._is_for_list(event, watched)):
            return self._held.hold(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif watched is self.field:
            # The first line is chosen already: a step down goes on from there.
            return key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.table.move_by_key(event)
        else:
            return self.table.move_by_key(event)
        return True

    def _is_for_list(self, event: QKeyEvent, watched: QObject) -> bool:
        """Whether a key chooses among the articles, or means one of them."""
        return watched is self.table or event.key() in _FOR_LIST

    def _go(self, index: QModelIndex) -> None:
        if self.table.results.passage(index.row()) is None:
            self.table.setCurrentIndex(self.table.results.index(index.row() + 1, 0))

    def _choose(self) -> None:
        if not self.is_busy and self.table.passage is not None:
            self.chosen.emit(self.table.passage)

    def _look(self) -> None:
        self.rest()
        number, session, query = self._number, self._session, self.field.text().strip()
        work: tasks.Work = look_for if query else like
        asked = (query,) if query else (self._words, self._labels)
        self.heading.setText(self.tr("Looking for articles …"))
        self._task = tasks.run(
            work,
            session.path,
            session.annotator,
            self._article_id,
            *asked,
            done=lambda answer: self._show(number, *answer),
            failed=lambda problem: self._show(number, [], {}, problem=problem),
            lane="search",
        )

    def _show(
        self, number: int, found: list[Passage], labels: Annotations, *, problem: str = ""
    ) -> None:
        if number != self._number:
            return
        self._task = None
        self.table.clear()
        self.table.results.add(found, labels)
        self.table.fit_rows()
        self.table.select_first()
        self.heading.setText(problem or self._said(found))
        self._held.press_soon() if found else self._held.drop()

    def _said(self, found: list[Passage]) -> str:
        if self.field.text().strip():
            return "" if found else self.tr("Nothing in other articles matches. Try fewer words.")
        if found:
            return self.tr("Similar articles · Enter opens one beside")
        return self.tr("No other article is similar. Search for one above.")


def like(
    _: Report, path: Path, annotator: str, besides: str, words: str, labels: tuple[str, ...]
) -> tuple[list[Passage], Annotations]:
    """The most alike passage of other articles, in a thread of its own."""
    with open_project(path) as project:
        found = alike.alike(project, words, besides=besides, annotator=annotator, labels=labels)
        listed = [_passage(each) for each in found]
        return listed, labels_in(project, listed, annotator)


def look_for(
    _: Report, path: Path, annotator: str, besides: str, query: str
) -> tuple[list[Passage], Annotations]:
    """The first passage of other articles for a query.

    Raises:
        UserError: the query cannot be understood.
    """
    first: dict[str, Passage] = {}
    with open_project(path) as project:
        for each in passages.find(project, query, annotator=annotator, limit=10 * _MOST):
            if each.article_id != besides:
                first.setdefault(each.article_id, each)
        listed = list(first.values())[:_MOST]
        return listed, labels_in(project, listed, annotator)


def _passage(found: Likeness) -> Passage:
    place = found.place
    return Passage(
        article_id=found.article_id,
        title=found.title,
        part=TEXT,
        start=place.start,
        end=place.end,
        text=found.words,
        before="",
        after="",
        place=place,
        words=found.words,
        hits=found.hits,
        annotation_id=found.annotation_id,
    )
