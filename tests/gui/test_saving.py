"""Saved means saved: a slow disk, a refusal, a project in use, leaving."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.gui import application
from annotator.gui.disk import Disk
from annotator.gui.prompts import Prompts
from annotator.operations.portions import SHORT_WAIT
from annotator.operations.reading import Reading
from annotator.operations.writing import Listener, Order, Writer
from annotator.storage import sqlite
from annotator.storage.project import open_project
from tests.fakes import CannedPrompts
from tests.gui.desk import Desk


@contextmanager
def busy_disk(project: Path) -> Iterator[sqlite.Connection]:
    """Another connection holds the right to write, as a slow disk does."""
    connection = sqlite.connect(project)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    finally:
        connection.rollback()
        connection.close()


def test_a_label_is_shown_at_once_and_saved_in_words(desk: Desk):
    desk.press("C")
    assert len(desk.view.index) == 1
    desk.wait_saved()
    assert len(desk.stored().annotations) == 1


def test_nothing_claims_to_be_saved_while_the_disk_is_slow(desk: Desk, project: Path):
    with busy_disk(project):
        desk.press("C")
        assert desk.window.status.saved.text() == "Saving…"
        desk.press("J", "S")
        assert len(desk.view.index) == 2
        desk.qtbot.waitUntil(lambda: not any(mark.is_saved for mark in desk.view.index))
        assert desk.window.status.saved.text() == "Saving…"
    desk.wait_saved()
    desk.qtbot.waitUntil(lambda: all(mark.is_saved for mark in desk.view.index))
    assert len(desk.stored().annotations) == 2


def test_why_nothing_is_saved_can_be_read_when_its_message_is_gone(desk: Desk, project: Path):
    saved = desk.window.status.saved
    with busy_disk(project):
        desk.press("C")
        desk.window.session.disk._on_stalled("The disk is full. Free some space.")
        assert "The disk is full. Free some space." in desk.status()
        desk.press("J", "S")
        assert "Free some space." not in desk.window.status.message.text()
        assert saved.text().startswith("Not saved since")
        assert "Free some space." in saved.toolTip()
    desk.wait_saved()
    assert saved.toolTip() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_nothing_claims_to_be_saved_while_the_file_is_not_in_its_place(
    desk: Desk, project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("annotator.operations.writing.RETRY_SECONDS", 0.05)
    saved, elsewhere = desk.window.status.saved, project.with_name("elsewhere")
    project.rename(elsewhere)
    desk.press("C")
    desk.qtbot.waitUntil(lambda: saved.text().startswith("Not saved since"))
    assert "moved, deleted or replaced" in saved.toolTip()
    project.write_bytes(elsewhere.read_bytes())  # as a program does that keeps copies in step
    desk.press("J", "C")
    assert saved.text().startswith("Not saved since")
    elsewhere.rename(project)
    desk.wait_saved()
    assert len(desk.stored().annotations) == 2


def test_another_article_opens_while_the_disk_is_slow_and_nothing_is_forgotten(
    desk: Desk, project: Path
):
    with busy_disk(project):
        desk.press("C", "Ctrl+PgDown", "C", "Ctrl+PgUp")
        assert len(desk.annotations()) == 1
    assert len(desk.stored("a1").annotations) == 1
    assert len(desk.stored("a2").annotations) == 1


def test_a_change_that_the_file_refuses_is_taken_back_and_told(desk: Desk, project: Path):
    desk.press("C")
    desk.wait_saved()
    connection = sqlite.connect(project)
    connection.execute("UPDATE annotation SET note = 'changed elsewhere'")
    connection.close()
    desk.press("E", "Q")
    desk.qtbot.waitUntil(lambda: "Someone changed this" in desk.status())
    (kept,) = desk.annotations()
    assert (kept.label, kept.note) == ("claim", "changed elsewhere")
    assert [mark.name for mark in desk.view.index] == ["Claim"]


def test_leaving_is_silent_and_writes_what_waits(open_desk: Callable[..., Desk], project: Path):
    desk = open_desk(project)
    desk.press("C", "J", "S")
    desk.close()
    assert desk.prompts.asked == []
    again = open_desk(project)
    assert len(again.annotations()) == 2


def test_leaving_asks_when_the_disk_refuses_and_staying_keeps_everything(
    open_desk: Callable[..., Desk], project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("annotator.gui.session.CLOSING_SECONDS", 0.2)
    prompts = CannedPrompts(confirms=[False])
    desk = open_desk(project, prompts=prompts)
    with busy_disk(project):
        desk.press("C")
        desk.window.close()
        assert desk.window.isVisible()
        assert "[Leave and lose them] [Stay]" in prompts.asked[0]
    assert len(desk.stored().annotations) == 1


def test_the_question_whether_to_lose_work_goes_away_when_the_disk_takes_it(
    open_desk: Callable[..., Desk], project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("annotator.gui.session.CLOSING_SECONDS", 0.2)
    desk = open_desk(project, prompts=Prompts())
    asked: list[str] = []

    def let_go() -> None:
        if isinstance(box := QApplication.activeModalWidget(), QMessageBox):
            asked.append(box.text())
            looking.stop()
            other.rollback()

    looking = QTimer(interval=10)
    looking.timeout.connect(let_go)
    with busy_disk(project) as other:
        desk.press("C")
        looking.start()
        desk.window.close()
    assert asked == ["The disk refuses one change."]
    assert not desk.window.isVisible()
    assert len(open_desk(project).annotations()) == 1


def test_a_project_that_is_open_elsewhere_is_refused_in_words(project: Path):
    def ignore(*_: object) -> None: ...

    writer = Writer(project, Listener(ignore, ignore, ignore))
    try:
        with pytest.raises(UserError, match="is open elsewhere"):
            application.make_window(project, prompts=CannedPrompts())
    finally:
        writer.close()


def test_what_is_no_project_is_refused_in_words(tmp_path: Path):
    wrong = tmp_path / "notes.annotator"
    wrong.write_text("just notes", encoding="utf-8")
    with pytest.raises(UserError, match="is not an Annotator project"):
        application.make_window(wrong, prompts=CannedPrompts())
    assert wrong.read_text(encoding="utf-8") == "just notes"


def test_opening_a_bad_file_from_the_menu_keeps_the_open_project(
    open_desk: Callable[..., Desk], project: Path, tmp_path: Path
):
    wrong = tmp_path / "notes.annotator"
    wrong.write_text("just notes", encoding="utf-8")
    desk = open_desk(project, prompts=CannedPrompts(files=[[wrong]]))
    desk.press("Ctrl+O")
    assert "is not an Annotator project" in desk.status()
    assert not desk.window.status._clear.isActive(), "an error stays until something is done"
    desk.press("C")
    assert desk.status() == ""
    assert len(desk.stored().annotations) == 1


def test_what_was_undone_gives_way_to_the_next_action(desk: Desk):
    desk.press("C", "Z")
    assert desk.status().startswith("Undone")
    desk.press("C")
    assert desk.status() == ""
    desk.press("Z", "Ctrl+PgDown")
    assert desk.status() == ""


def test_portions_that_came_meanwhile_from_elsewhere_are_refused_and_told(
    qtbot: QtBot, project: Path, tmp_path: Path
):
    file = tmp_path / "in.txt"
    file.write_text("The wall stands again.", encoding="utf-8")
    disk = Disk(project)
    readings = []
    with open_project(project) as opened:
        for _ in range(2):
            reading = Reading(opened, [file], annotator="ana", size=SHORT_WAIT)
            readings.append((reading.report, list(reading.portions())))
    refused = []
    for report, portions in readings:
        for portion in portions:
            assert disk.write_later(Order(portion, "ana"))
        refused.append(disk.wait_for_portions())
        report.lacks(refused[-1])
    assert refused == [0, 1]
    qtbot.waitUntil(lambda: disk.is_saved)
    assert disk.close(timeout=60)
    assert readings[0][0].problems == []
    (problem,) = readings[1][0].problems
    assert "Import the same files again" in problem.reason


def test_steps_on_the_disk_are_not_kept_in_memory_too(desk: Desk):
    def drafts() -> int:
        gc.collect()
        return sum(type(each) is Draft for each in gc.get_objects())

    def label_and_undo() -> None:
        desk.press("C", "Z")
        # The writer's thread holds what it wrote last, at once, until it writes again: one step.
        for stroke in ("C", "Z"):
            desk.press(stroke)
            desk.wait_saved()

    label_and_undo()
    early = drafts()
    for _ in range(9):
        desk.press("C", "Z")
    label_and_undo()
    # It may also hold the one before for a moment longer than it takes to say "saved".
    desk.qtbot.waitUntil(lambda: drafts() <= early)
    desk.press("Shift+Z")
    assert desk.words("claim") == [desk.view.current_sentence.cut_from(desk.sheet.article.text)]
