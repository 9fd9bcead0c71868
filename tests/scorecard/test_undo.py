"""Everything can be taken back, by one key a step (9)."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.domain.change import Draft
from annotator.operations import library
from tests.gui.desk import Desk
from tests.gui.test_endurance import Monkey, Nobody, exported, undo_everything
from tests.scorecard.card import Recorder

ACTIONS = 200
SEED = 9


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample, so that every kind of thing is there."""
    path = tmp_path / "Undone.annotator"
    library.new_project(path, with_sample=True)
    return path


def changed_at_random(desk: Desk) -> int:
    """Do things at random until so many have changed something; how many were done."""
    assert desk.window.session is not None
    made: list[Draft] = []
    desk.window.session.changed.connect(made.append)
    monkey, done = Monkey(desk, SEED), 0
    while len(made) < ACTIONS:
        monkey.act()
        done += 1
        if done % 20 == 0:
            QApplication.processEvents()
    monkey.come_back()
    return done


def copied(project: Path, folder: Path) -> Path:
    """The project as it is on the disk, while nobody writes it."""
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{project}{suffix}", folder)
    return folder / project.name


def test_two_hundred_random_changes_undone_leave_the_file_as_it_was(
    scorecard: Recorder, open_desk: Callable[..., Desk], project: Path, tmp_path: Path
):
    """9: compared is what leaves the program, byte by byte, at once and after a restart."""
    before = exported(project, tmp_path / "before")
    desk = open_desk(project, prompts=Nobody())
    done = changed_at_random(desk)
    desk.wait_saved()
    assert exported(project, tmp_path / "between") != before
    later = copied(project, tmp_path / "later")
    for name, path in (("at once", project), ("restarted", later)):
        if path is later:
            desk.close()
            desk = open_desk(path, prompts=Nobody())
        undo_everything(desk)
        desk.wait_saved()
        is_same = exported(path, tmp_path / name) == before
        scorecard.record(
            f"9 {name}",
            f"{ACTIONS} random changes undone restore the exact file",
            goal="yes",
            measured=f"{'yes' if is_same else 'no'} ({done} actions)",
        )
        assert is_same


def test_a_step_is_taken_back_by_one_key(scorecard: Recorder, desk: Desk):
    """9: T8."""
    before = desk.sheet
    desk.press("C")
    assert desk.annotations()
    desk.press("Z")
    scorecard.record("9 key", "Keys to undo (T8)", goal="1", measured=1)
    assert desk.sheet == before
