"""The window of people as a command: reading the team, and doing what a person asks there."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.people import GOLD
from annotator.gui import tasks
from annotator.gui.language import from_core
from annotator.gui.library.reading import found_in
from annotator.gui.people.window import PeopleWindow, PersonRow
from annotator.gui.session import Session
from annotator.operations import assigning, people, reviewing
from annotator.operations.assigning import Plan
from annotator.storage import articles
from annotator.storage import team as teams
from annotator.storage.project import open_project
from annotator.storage.team import Share, Team


class PeopleCommands(QObject):
    """Keeps the window of people in step with the project."""

    def __init__(self, session: Session, parent: QWidget, *, own_time: Callable[[], str]) -> None:
        super().__init__(parent)
        self._session = session
        self._own_time = own_time
        self.window = window = PeopleWindow(parent)
        window.finished.connect(lambda _: parent.window().activateWindow())
        window.added.connect(self._add)
        window.named.connect(self._name)
        window.role_chosen.connect(
            lambda who, role: self._do(lambda team: people.set_role(team, who, role))
        )
        window.removed.connect(self._remove)
        window.became.connect(self._become)
        window.assigned.connect(self._assign)
        window.taken_back.connect(self._take_back)
        window.sampling.chosen.connect(self._sample)
        # Later: what was just changed is handed to the disk when everybody has heard of it.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._read_soon)
        session.changed.connect(lambda _: self._later.start())
        for signal in (session.became, session.arrived, session.reloaded):
            signal.connect(lambda *_: self._later.start())

    def open(self) -> None:
        """Show everybody."""
        self.window.tell("")
        self.window.time.setText(self._own_time())
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.name.setFocus()
        self._read_soon()

    def close(self) -> None:
        """The project is left."""
        self.window.close()

    def _read_soon(self) -> None:
        if self.window.isVisible() and not self._session.is_closed:
            self._session.disk.when_saved(self._read)

    def _read(self) -> None:
        if self._session.is_closed:
            return
        team, shares = self._team(), teams.shares(self._session.project)
        self.window.show_people(
            [
                PersonRow(
                    each.id,
                    each.name,
                    each.role,
                    self._work(shares.get(each.id, Share())),
                    each.id == self._session.annotator,
                )
                for each in team.people
                if each.id != GOLD
            ]
        )

        self._show_sampling(team)

    def _show_sampling(self, team: Team) -> None:
        rates = reviewing.sampling_of(self._session.project).rates
        people = [(each.id, each.name) for each in team.people if each.id != GOLD]
        labels = [(each.id, each.name) for each in self._session.scheme.labels]
        self.window.sampling.show_rates(people, labels, rates)

    def _sample(self, whose: str, rate: float) -> None:
        """How much an editor looks at of somebody's work from now on."""
        # What was set just before is on the disk first, so that this adds to it.
        self._session.disk.when_saved(lambda: self._set_share(whose, rate))
        self.window.tell(self.tr("Set. It counts for what is reviewed from now on."))

    def _set_share(self, whose: str, rate: float) -> None:
        if self._session.is_closed:
            return
        rates = {**reviewing.sampling_of(self._session.project).rates, whose: rate}
        self._session.write_now(reviewing.set_sampling(self._session.project, rates))
        self._read_soon()

    def _team(self) -> Team:
        return teams.of_project(self._session.project, waiting=self._session.waiting)

    def _work(self, share: Share) -> str:
        parts = [self.tr("{} finished").format(share.finished)]
        if share.in_progress:
            parts.append(self.tr("{} in progress").format(share.in_progress))
        if share.assigned:
            parts.append(self.tr("{} of {} given out are left").format(share.left, share.assigned))
        return " · ".join(parts)

    def _do(self, make: Callable[[Team], Draft]) -> Draft | None:
        """Write what an operation returns; None, and a word, when it is refused."""
        try:
            draft = make(self._team())
        except UserError as problem:
            self.window.tell(from_core(str(problem)), is_problem=True)
            self._read()
            return None
        if self._session.perform(draft) is None:
            self.window.tell(self.tr("Nothing was to be changed."))
            return None
        words = self.tr("{} · Ctrl+Z in the main window takes it back.")
        self.window.tell(words.format(from_core(draft.operation)))
        return draft

    def _add(self, name: str) -> None:
        """Somebody new."""
        if self._do(lambda team: people.add_people(team, [name])) is not None:
            self.window.name.clear()

    def _name(self, own: str) -> None:
        """Whoever works here now has another name, beside their labels and in exports."""
        me = self._session.annotator
        self._do(lambda team: people.rename(team, me, own))

    def _remove(self, name: str) -> None:
        """Somebody goes; their work does not, and the window says so."""
        if self._do(lambda team: people.remove_person(team, name)) is not None:
            words = self.tr("{} is removed. Their work stays. Ctrl+Z in the main window undoes it.")
            self.window.tell(words.format(name))

    def _become(self, name: str) -> None:
        self._session.work_as(name)
        self.window.tell(self.tr("{} works here now.").format(self._session.names.of(name)))

    def _assign(self, plan: Plan, query: str) -> None:
        """Plan beside the window: each article that comes twice is read and copied for it."""
        session = self._session
        self.window.set_busy(self.tr("Articles are given out…"))
        tasks.run(
            _planned, session.path, tuple(session.waiting), plan, query, session.annotator,
            done=self._give, failed=self._fail, lane="people", is_owed=True,
        )  # fmt: skip

    def _give(self, draft: Draft) -> None:
        if self._session.is_closed:
            return
        self.window.set_busy("")
        self._tell_given(
            self._do(lambda _: draft),
            self.tr("1 article given out."),
            self.tr("{} articles given out."),
        )

    def _fail(self, problem: str) -> None:
        self.window.set_busy("")
        self.window.tell(from_core(problem), is_problem=True)

    def _take_back(self, plan: Plan, query: str) -> None:
        def make(team: Team) -> Draft:
            return assigning.unassign(team, self._session.matching(query), plan.people)

        self._tell_given(
            self._do(make), self.tr("1 article taken back."), self.tr("{} articles taken back.")
        )

    def _tell_given(self, draft: Draft | None, one: str, many: str) -> None:
        if draft is not None:
            articles, times, _ = assigning.amounts(draft)
            told = one if articles == 1 else many.format(articles)
            if times > articles:
                told = f"{told} {self.tr('That is {} pieces of work in all.').format(times)}"
            self.window.tell(told)


def _planned(
    report: Callable[[int], bool],
    path: Path,
    waiting: Sequence[Draft],
    plan: Plan,
    query: str,
    annotator: str,
) -> Draft:
    """What gives articles out, read and made in a thread of its own.

    Raises:
        UserError: the plan cannot be, or the query cannot be understood.
    """
    report(0)
    with open_project(path) as project, project.snapshot():
        team = teams.of_project(project, waiting=waiting)
        chosen = found_in(project, query, annotator)
        read = partial(articles.get, project)
        return assigning.assign(team, chosen, plan, read=read, finished=teams.finished(project))
