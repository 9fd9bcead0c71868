"""After an import: reprints are looked for beside the window, as the command does it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.gui import tasks
from annotator.gui.session import Session
from annotator.storage.project import open_project

if TYPE_CHECKING:
    from annotator.operations.duplicates import Findings


def find_reprints(session: Session, *, done: Callable[[int], None]) -> None:
    """Look for reprints among all articles of a project that is not too large to be waited for.

    `done` hears how many articles joined a cluster.
    """

    def keep(findings: "Findings | None") -> None:
        if findings is not None and findings.joined and not session.is_closed:
            session.write_now(findings.draft)
            done(findings.joined)

    tasks.run(_found, session.path, done=keep, failed=lambda _: None, lane="reprints")


def _found(report: Callable[[int], bool], path: Path) -> "Findings | None":
    # Few imports bring anything that is alike, and none needs this before.
    from annotator.operations import duplicates
    from annotator.storage import articles

    with open_project(path) as project:
        if articles.count(project) > duplicates.MOST_AT_IMPORT:
            return None
        return duplicates.find(project, report_progress=lambda number, _: report(number))
