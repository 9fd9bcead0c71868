"""Putting the import screen into the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.formats.import_map import ImportMap
from annotator.gui.imports.screen import ImportScreen
from annotator.gui.menus import Commands
from annotator.gui.session import Session

BringIn = Callable[[Sequence[Path], ImportMap, int | None], None]
"""Lets files come in as a person told, with the number of their faults where all were shown."""


def make_imports(
    session: Session,
    commands: Commands,
    *,
    tell: Callable[[str], None],
    leave: Callable[[], None],
    bring_in: BringIn,
    choose_others: Callable[[], None],
) -> ImportScreen:
    """The import screen of a project, in its window."""
    screen = ImportScreen(session, commands)
    screen.told.connect(tell)
    screen.left.connect(leave)
    screen.others_wanted.connect(choose_others)
    screen.agreed.connect(bring_in)
    return screen
