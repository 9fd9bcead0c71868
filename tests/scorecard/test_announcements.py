"""What somebody hears who cannot see the window (25)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from tests.gui.desk import Desk
from tests.gui.test_saving import busy_disk
from tests.scorecard.card import Recorder

PATIENCE_MILLISECONDS = 60_000


@pytest.fixture
def heard(desk: Desk) -> Iterator[list[str]]:
    """What is announced while a screen reader listens."""
    found: list[str] = []
    QAccessible.setActive(True)
    desk.view.announced.connect(found.append)
    yield found
    QAccessible.setActive(False)


def test_each_of_six_happenings_is_told(
    scorecard: Recorder, desk: Desk, project: Path, heard: list[str]
):
    """25: move, label, accept, reject, undo, and work that is not saved."""
    told = {}

    def listen(name: str, words: str) -> None:
        desk.qtbot.waitUntil(
            lambda: any(words in each for each in heard), timeout=PATIENCE_MILLISECONDS
        )
        told[name] = next(each for each in heard if words in each)
        heard.clear()

    try:
        desk.press("J")
        listen("move", "Sentence 2 of 6. Nobody asked the harbour office.")
        desk.press("K", "C")
        listen("label", "Label as Claim")
        listen("offer", "Source suggestion: Mayor Ruiz, S to accept")
        desk.press("X")
        listen("reject", "Source suggestion: she")
        desk.press("S")
        listen("accept", "Source: she")
        desk.press("Z")
        listen("undo", "Undone: ")
        desk.wait_saved()
        with busy_disk(project):
            desk.press("J", "C")
            listen("save error", "Your work is kept here")
    finally:
        wanted = {"move", "label", "accept", "reject", "undo", "save error"}
        scorecard.record(
            "25",
            "Announcements for move, label, accept, reject, undo, save error",
            goal="6 of 6",
            measured=f"{len(wanted & set(told))} of {len(wanted)}",
        )
    desk.wait_saved()
