"""Taking the last import back, and with it what a stopped one has brought."""

from collections.abc import Callable
from pathlib import Path

from annotator.domain.change import Draft
from annotator.gui import tasks
from annotator.gui.session import Session
from annotator.storage.project import open_project


def take_back_last(
    session: Session,
    *,
    done: Callable[[int], None],
    failed: Callable[[str], None],
) -> None:
    """Remove what came with the last import, once everything is on the disk.

    `done` hears how many steps were made of it; `failed` why nothing was removed.
    """

    def remove(drafts: list[Draft]) -> None:
        if session.is_closed:
            return
        for draft in drafts:
            session.write_now(draft)
        session.disk.when_saved(lambda: done(len(drafts)))

    def begin() -> None:
        if not session.is_closed:
            tasks.run(_drafts, session.path, done=remove, failed=failed)

    session.disk.when_saved(begin)


def _drafts(_: Callable[[int], bool], path: Path) -> list[Draft]:
    # Imports are seldom taken back; nothing of it is loaded before.
    from annotator.operations import removing

    with open_project(path) as project:
        return list(removing.remove_import(project, removing.LAST))
