"""What the screen of reprints has done in threads of their own, each with a reader of its own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from annotator.domain.change import Draft
from annotator.gui import tasks
from annotator.gui.session import Session
from annotator.operations import carrying, counterparts, duplicates, newer_versions
from annotator.operations.counterparts import LaidBeside, Pair
from annotator.storage.project import open_project

Report = Callable[[int], bool]

CHANGE = "change"
"""The kind of work that makes a change of the project ready."""


class Working(QObject):
    """Does one piece of work of each kind at a time; news of those that gave way are unheard."""

    failed = Signal(object)
    """Why something was not done, in words."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._begun: dict[str, object] = {}
        self._tasks: dict[str, tasks.Task] = {}
        self._stopped: set[str] = set()

    def is_busy(self, kind: str) -> bool:
        """Whether work of this kind is on its way, or waits for the disk."""
        return kind in self._begun

    def stop(self, kind: str) -> None:
        """Let work of this kind end."""
        self._stopped.add(kind)
        if kind in self._tasks:
            self._tasks[kind].stop()

    def rest(self) -> None:
        """The project is left: nothing more is heard."""
        self._begun.clear()
        for kind in list(self._tasks):
            self._tasks.pop(kind).stop()

    def begin(
        self,
        kind: str,
        work: tasks.Work,
        *arguments: object,
        done: Callable[[Any], None],
        progressed: Callable[[int], None] | None = None,
    ) -> None:
        """Work on what is on the disk, once everything is there."""
        mark = self._begun[kind] = object()
        self._stopped.discard(kind)
        if kind in self._tasks:
            self._tasks.pop(kind).stop()

        def end(hear: Callable[[Any], None], news: object) -> None:
            if self._begun.get(kind) is mark:
                del self._begun[kind]
                self._tasks.pop(kind, None)
                hear(news)

        def run() -> None:
            if self._session.is_closed or self._begun.get(kind) is not mark:
                return
            task = self._tasks[kind] = tasks.run(
                work,
                self._session.path,
                *arguments,
                done=partial(end, done),
                failed=partial(end, self.failed.emit),
                progressed=progressed,
                lane=f"reprints {kind}",
                is_owed=kind == CHANGE,
            )
            if kind in self._stopped:
                task.stop()

        self._session.disk.when_saved(run)


def pairs_of(_: Report, path: Path, annotator: str) -> list[Pair]:
    """All pairs of a project."""
    with open_project(path) as project, project.snapshot():
        return counterparts.pairs(project, annotator)


def laid_beside(_: Report, path: Path, annotator: str, pair: Pair) -> LaidBeside:
    """The texts of a pair, compared."""
    with open_project(path) as project, project.snapshot():
        return counterparts.lay_beside(project, pair, annotator=annotator)


def carried(_: Report, path: Path, annotator: str, pair: Pair) -> Draft:
    """Labels brought over to a newer version, or proposed to all reprints of an article."""
    with open_project(path) as project, project.snapshot():
        if pair.kind == "version":
            return carrying.reanchor(project, *pair.key, annotator=annotator).draft
        return carrying.carry_over(project, pair.first.article_id, annotator=annotator).draft


def kept_apart(_: Report, path: Path, annotator: str, pair: Pair) -> Draft:
    """An article taken out of its cluster for good."""
    with open_project(path) as project, project.snapshot():
        return duplicates.keep_apart(project, [pair.other.article_id], annotator=annotator)


def linked(_: Report, path: Path, __: str, pair: Pair) -> Draft:
    """The second article told to be a newer version of the first."""
    with open_project(path) as project:
        first, other = pair.key
        return newer_versions.link_version(project, other, first)


def found(report: Report, path: Path) -> Draft | None:
    """The clusters that a project has and did not know of; None when it was stopped."""
    with open_project(path) as project:
        findings = duplicates.find(project, report_progress=lambda done, _: report(done))
    return findings.draft if findings is not None else None
