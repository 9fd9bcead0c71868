"""The searches a person chooses by name: ready-made ones, and those that the project keeps."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.scheme import Scheme
from annotator.gui.session import Session
from annotator.gui.widgets.lines import clear
from annotator.gui.widgets.parts import Card, LineButton, plain
from annotator.gui.widgets.rich_text import give_tip
from annotator.operations import searches
from annotator.storage.query import Term, parse, words_of

_WITH_KEYS = 9


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query under a name; the ready-made ones can be neither renamed nor removed."""

    name: str
    query: str
    is_own: bool


class SavedSearches(QObject):
    """The searches of a project as the window has them, which may be ahead of the disk."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._held = searches.saved(session.project)

    def every(self) -> list[SavedSearch]:
        """All searches in their order, the ready-made ones first."""
        own = [SavedSearch(name, query, is_own=True) for name, query in self._held.items()]
        return [*_ready_made(self._session.scheme, self.tr), *own]

    def save(self, name: str, query: str) -> None:
        """Keep a query under a name; a message says why not."""
        self._do(lambda: searches.save(self._held, name, query))

    def rename(self, name: str, new_name: str) -> None:
        """Keep a search under another name; a message says why not."""
        self._do(lambda: searches.rename(self._held, name, new_name))

    def remove(self, name: str) -> None:
        """No longer keep a search."""
        self._do(lambda: searches.remove(self._held, name))

    def _do(self, operation: Callable[[], Draft]) -> None:
        try:
            draft = operation()
        except UserError as problem:
            self._session.refused.emit(str(problem))
            return
        self._held = searches.after(self._held, draft)
        self._session.write_now(draft)
        self.changed.emit()


def combined(typed: str, search: SavedSearch, every: Iterable[SavedSearch]) -> str:
    """The query once a search is chosen: words typed stay if it has none itself.

    One chosen before gives way; chosen again it is taken away.
    """
    if typed.endswith(search.query):
        return typed.removesuffix(search.query).strip()
    if words_of(terms_of(search.query)):
        return search.query
    before = next((each.query for each in every if typed.endswith(each.query)), "")
    return f"{typed.removesuffix(before).strip()} {search.query}".strip()


def terms_of(query: str) -> tuple[Term, ...]:
    """The parts of a query; none while it cannot be understood yet."""
    try:
        return parse(query)
    except UserError:
        return ()


def _ready_made(scheme: Scheme, tr: Callable[[str], str]) -> list[SavedSearch]:
    """The searches that every project has, in the words of its scheme."""
    first = next((label for label in scheme.labels if not label.exclusive), None)
    made = [
        (tr("With an open flag"), "has:flag"),
        (tr("With a comment"), "has:note"),
        (tr("Articles not begun"), "status:open"),
    ]
    if first is not None:
        made.insert(
            0, (tr("{}: not reviewed").format(first.name), f"label:{first.id} -has:verdict")
        )
    return [SavedSearch(name, query, is_own=False) for name, query in made]


class SavedCard(Card):
    """The searches, one under another; a click chooses, own ones can be renamed and removed."""

    chosen = Signal(object)
    """A `SavedSearch` is to be searched."""
    renamed = Signal(object)
    """A `SavedSearch` is to get another name."""
    removed = Signal(object)
    """A `SavedSearch` is to go."""

    def __init__(self, held: SavedSearches) -> None:
        super().__init__("Saved searches")
        self.heading.setText(self.tr("SAVED SEARCHES"))
        self.heading.setAccessibleName(self.tr("Saved searches"))
        self._held = held
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.body.addLayout(self._lines)
        held.changed.connect(self.show_searches)
        self.show_searches()

    def show_searches(self) -> None:
        """List what there is now."""
        clear(self._lines)
        for number, search in enumerate(self._held.every(), start=1):
            self._lines.addWidget(self._line(number, search))

    def _line(self, number: int, search: SavedSearch) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        button = LineButton(search.name, below=search.query)
        button.clicked.connect(lambda: self.chosen.emit(search))
        row.addWidget(button, 1)
        if search.is_own:
            for sign, name, signal in (
                ("✎", self.tr("Rename this search"), self.renamed),
                ("✕", self.tr("Remove this search"), self.removed),
            ):
                tool = QToolButton()
                tool.setText(sign)
                tool.setAccessibleName(f"{name}: {search.name}")
                give_tip(tool, name)
                tool.clicked.connect(lambda _=False, tell=signal: tell.emit(search))
                row.addWidget(tool)
        if number <= _WITH_KEYS:
            cap = plain(f"Alt+{number}", role="keycap")
            cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(cap)
        return line
