"""Gamma on demand: measured in a process of its own, with a seed and a button that stops it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout

from annotator.gui import tasks
from annotator.gui.language import counted, from_core
from annotator.gui.session import Session
from annotator.gui.widgets.parts import called, choice_box, fill_choices, plain
from annotator.storage.project import open_project

if TYPE_CHECKING:
    # NumPy comes with these; it is loaded when agreement is measured.
    from annotator.agreement.figure import Figure
    from annotator.operations.agreement import Agreement

_LANE = "gamma"
_MOST_SEEDS = 9999


class GammaCard(QFrame):
    """Who, which label, which seed; what came out stays until something else is measured."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Gamma"))
        self._session = session
        self._task: tasks.Task | None = None
        self.people = choice_box(self.tr("Whose work gamma compares"))
        self.label = choice_box(self.tr("Label that gamma compares"))
        self.seed = called(QSpinBox(), self.tr("Seed of gamma"))
        self.seed.setRange(1, _MOST_SEEDS)
        self.seed.lineEdit().setTextMargins(8, 0, 0, 0)
        self.seed.setPrefix(self.tr("Seed "))
        self.button = QPushButton()
        self.result = plain(role="muted", wraps=True)
        self.result.setAccessibleName(self.tr("Result of gamma"))
        words = self.tr(
            "Aligns the annotations of two or three people, places and labels together, and "
            "compares them with chance. It takes some seconds an article, and can be stopped."
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 12, 16, 12)
        body.setSpacing(8)
        body.addWidget(plain(self.tr("Gamma"), role="name"))
        body.addWidget(plain(words, role="muted", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.people, self.label, self.seed, self.button):
            row.addWidget(widget)
        row.addStretch(1)
        body.addLayout(row)
        body.addWidget(self.result)
        body.addStretch(1)
        self.button.clicked.connect(self._press)
        self._show_state()
        self.hide()

    def show_agreement(self, found: "Agreement") -> None:
        """Offer those who have finished articles both, and the labels that they used."""
        groups: list[tuple[str, ...]] = list(found.material.pairs)
        if len(found.basis.people) == 3 and len(groups) == 3:
            groups.insert(0, found.basis.people)
        name_of = self._session.names.of
        named = [(" × ".join(name_of(each) for each in group), group) for group in groups]
        fill_choices(self.people, named)
        used = {e.subject for e in found.figures if e.layer == "found"}
        names = [(each.name, each.id) for each in self._session.scheme.labels if each.id in used]
        fill_choices(self.label, [(self.tr("All labels"), ""), *names])
        self.setVisible(bool(groups))

    def rest(self) -> None:
        """The project is left: the process ends."""
        if self._task is not None:
            self._task.stop()

    @property
    def is_running(self) -> bool:
        """Whether it is being measured."""
        return self._task is not None

    def _press(self) -> None:
        if self._task is not None:
            self._task.stop()
            self.result.setText(self.tr("Stopping…"))
            return
        people, label = self.people.currentData(), str(self.label.currentData() or "")
        self.result.setText(self.tr("Measuring… 0 articles"))
        self._task = tasks.run(
            _measured, self._session.path, tuple(people or ()), label, self.seed.value(),
            done=self._show, failed=self._fail, progressed=self._show_progress, lane=_LANE,
        )  # fmt: skip
        self._show_state()

    def _show_progress(self, articles: int) -> None:
        if self._task is not None and not self._task.is_stopped:
            words = self.tr("Measuring… {} articles").format(counted(articles))
            self.result.setText(self.tr("Measuring… 1 article") if articles == 1 else words)

    def _show(self, figure: "Figure") -> None:
        self._end(self._told(figure))

    def _fail(self, problem: str) -> None:
        self._end(from_core(problem))

    def _end(self, words: str) -> None:
        self._task = None
        self.result.setText(words)
        self._show_state()

    def _told(self, figure: "Figure") -> str:
        if figure.value is None:
            return self.tr("γ is not defined: {}").format(figure.undefined)
        words = f"γ {figure.value:.3f}"
        if figure.interval:
            low, high = figure.interval
            words += self.tr(", 95 % between {:.2f} and {:.2f}").format(low, high)
        words += self.tr(" · {} spans · articles: {} · seed {}").format(
            counted(figure.n), counted(figure.articles), self.seed.value()
        )
        if figure.coverage is not None and figure.coverage < 1:
            words += self.tr("; stopped at {:.0%} of the articles").format(figure.coverage)
        return words

    def _show_state(self) -> None:
        is_on = self.is_running
        self.button.setText(self.tr("Stop") if is_on else self.tr("Measure gamma"))
        for widget in (self.people, self.label, self.seed):
            widget.setEnabled(not is_on)


def _measured(
    report: Callable[[int], bool], path: Path, people: Sequence[str], label: str, seed: int
) -> "Figure":
    from annotator.operations import gamma

    with open_project(path) as project, project.snapshot():
        return gamma.measure(project, between=people, label=label, seed=seed, report=report)
