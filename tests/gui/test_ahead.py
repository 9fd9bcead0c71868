"""What is made ready after the first paint, while the person does something else."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from annotator.gui import ahead
from tests.builders import article, project_file
from tests.gui.desk import Desk


def test_making_ready_ends_when_the_project_is_left_between_two_turns(
    desk: Desk, tmp_path: Path
) -> None:
    pieces = ahead._pieces(desk.window)
    before = desk.window.annotating
    assert before is not None
    for piece in pieces:
        piece()
        if getattr(piece, "args", ()) == (before, "framing"):
            break
    next(pieces)()
    (folder := tmp_path / "other").mkdir()
    desk.window.open_project(project_file(folder, article()))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.window.annotating is not before
    assert list(pieces) == []
