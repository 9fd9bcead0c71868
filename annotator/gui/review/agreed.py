"""How far the people under review agree on statements, said in the header once it is known."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.domain.change import Draft
from annotator.domain.people import GOLD
from annotator.domain.relation import ATTRIBUTED_TO
from annotator.domain.scheme import Scheme
from annotator.gui import tasks
from annotator.gui.language import articles
from annotator.gui.session import Session
from annotator.gui.widgets.rich_text import give_tip
from annotator.storage.project import open_project

if TYPE_CHECKING:
    # NumPy comes with it; it is loaded when agreement is measured.
    from annotator.agreement.figure import Figure

People = tuple[str, ...]
_LANE = "agreement in the review"


class AgreedLabel(QLabel):
    """Measured beside the window, once for the same people; empty while it is not known."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "muted")
        self._session = session
        self._label = _statement_of(session.scheme)
        self._known: dict[People, Figure | None] = {}
        self._people: People = ()
        self._number = 0
        self._task: tasks.Task | None = None
        session.settled.connect(self._follow)
        session.reloaded.connect(self._forget)

    def show_people(self, people: Sequence[str]) -> None:
        """Say how far these agree, or find it out."""
        wanted = tuple(people)
        if wanted != self._people or wanted in self._known:
            self._people = wanted
            self._say(self._known.get(wanted))
        if len(wanted) > 1 and self._label and wanted not in self._known and self._task is None:
            self._measure(wanted)

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        self._label = ""
        if self._task is not None:
            self._task.stop()

    def _follow(self, draft: Draft) -> None:
        """When somebody has finished or reopened an article, what was measured holds no longer."""
        if any(c.record.kind == "progress" and c.record.key[1] != GOLD for c in draft.changes):
            self._forget()

    def _forget(self) -> None:
        self._known.clear()
        self._number += 1
        if self._task is not None:
            self._task.stop()
            self._task = None
        self._say(None)
        if self.isVisible():
            self.show_people(self._people)

    def _measure(self, people: People) -> None:
        self._task = tasks.run(
            _measured, self._session.path, self._number, people, self._label,
            done=self._hear, failed=self._fail, lane=_LANE,
        )  # fmt: skip

    def _hear(self, found: "tuple[int, People, Figure | None]") -> None:
        number, people, figure = found
        if number == self._number:
            self._task = None
            self._known[people] = figure
            self.show_people(self._people)

    def _fail(self, _: object) -> None:
        """The log has the fault; the figure stays unknown until somebody finishes something."""
        self._known[self._people] = None

    def _say(self, figure: "Figure | None") -> None:
        if figure is None or figure.value is None:
            self.setText("")
            return
        label = self._session.scheme.label(self._label)
        name = label.name if label else self._label
        self.setText(f"α {name} {figure.value:.2f}")
        told = self.tr("Krippendorff’s α: each character inside {} or not. {}")
        give_tip(self, told.format(name, articles(figure.articles)))


def _statement_of(scheme: Scheme) -> str:
    """The label that is credited to sources, or nothing where a scheme has none."""
    kind = scheme.relation(ATTRIBUTED_TO)
    return next(iter(kind.sources), "") if kind else ""


def _measured(
    report: Callable[[int], bool], path: Path, number: int, people: People, label: str
) -> "tuple[int, People, Figure | None]":
    from annotator.operations import agreement

    if not report(0):
        return number, people, None
    with open_project(path) as project, project.snapshot():
        return number, people, agreement.found_alike(project, people, label)
