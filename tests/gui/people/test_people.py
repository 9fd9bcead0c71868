"""People in the window: who works here, who gets what, and whose articles the queue holds."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from annotator.domain.change import Draft
from annotator.gui import application
from annotator.gui.people.opening import PeopleCommands
from annotator.gui.people.window import PeopleWindow
from annotator.gui.stopwatch import FILE, Stopwatch
from annotator.operations import reviewing
from annotator.settings import JsonFile, home
from annotator.storage import records, team
from annotator.storage.project import open_project
from tests.gui.desk import Desk


def people(desk: Desk) -> PeopleWindow:
    desk.window.commands.action("screens.people").trigger()
    window = desk.find("People", PeopleWindow)
    wait(desk)
    return window


def wait(desk: Desk) -> None:
    """Wait until the window of people shows what is on the disk."""
    session = desk.window.session
    commands = desk.window.findChild(PeopleCommands)
    assert session is not None
    assert isinstance(commands, PeopleCommands)
    later, disk = commands._later, session.disk
    desk.qtbot.waitUntil(lambda: not later.isActive() and disk.is_saved and not disk._when_saved)
    QApplication.processEvents()  # new rows are shown


def click(window: PeopleWindow, name: str) -> None:
    (button,) = (
        b
        for b in window.findChildren(QPushButton)
        if b.accessibleName() == name and not b.isHidden()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def add(desk: Desk, window: PeopleWindow, name: str) -> None:
    window.name.setFocus()
    QTest.keyClicks(window.name, name)
    QTest.keyClick(window.name, Qt.Key.Key_Return)
    wait(desk)


def test_somebody_is_added_by_name_and_ones_own_name_is_settled(desk: Desk):
    window = people(desk)
    assert window.own.text() == "ana"
    window.own.setText("Ana Lindt")
    QTest.keyClick(window.own, Qt.Key.Key_Return)
    add(desk, window, "ben")
    assert desk.window.session is not None
    found = team.of_project(desk.window.session.project)
    assert [(each.id, each.name, each.role) for each in found.people] == [
        ("ana", "Ana Lindt", "editor"), ("ben", "ben", "annotator"),
    ]  # fmt: skip
    assert "Ctrl+Z" in window.message.accessibleName()
    for _ in range(2):
        desk.window.commands.action("edit.undo").trigger()
    wait(desk)
    assert [each.id for each in team.of_project(desk.window.session.project).people] == ["ana"]


def test_a_refusal_is_told_in_the_window_and_changes_nothing(desk: Desk):
    window = people(desk)
    add(desk, window, "gold")
    assert "nobody's name" in window.message.accessibleName()
    role = next(b for b in window.findChildren(QComboBox) if b.accessibleName() == "Role of ana")
    role.activated.emit(0)
    assert "only editor" in window.message.accessibleName()


def test_articles_are_given_out_and_the_queue_holds_ones_own(desk: Desk):
    window = people(desk)
    add(desk, window, "ben")
    window.chosen["ben"].setChecked(True)
    window.query.setText("tram")
    window.give.click()
    desk.qtbot.waitUntil(lambda: window.message.accessibleName() == "1 article given out.")
    wait(desk)
    click(window, "Work as this person: ben")
    wait(desk)
    queue = desk.window.annotating.queue  # type: ignore[union-attr]
    desk.qtbot.waitUntil(lambda: queue.scopes is not None)
    assert desk.window.status.annotator.text() == "ben"
    assert [queue.model.summary(row).title for row in range(queue.model.rowCount())] == ["The tram"]
    assert queue.heading.text() == "QUEUE · 0 OF 1 DONE"
    queue.scopes.chosen.emit("all")  # type: ignore[union-attr]
    assert queue.model.rowCount() == 2
    queue.scopes.chosen.emit("open")  # type: ignore[union-attr]
    assert queue.model.rowCount() == 1


def test_whoever_works_here_has_labels_and_undo_of_their_own(desk: Desk):
    desk.press("C")
    session = desk.window.session
    assert session is not None
    session.work_as("ben")
    assert desk.annotations() == []
    desk.press("Z")
    assert desk.status() == "There is nothing to undo."
    desk.press("J", "C")
    assert len(desk.annotations("claim")) == 1
    session.work_as("ana")
    assert len(desk.annotations("claim")) == 1
    desk.press("Z")
    assert desk.annotations() == []
    desk.wait_saved()
    with open_project(session.path) as project:
        assert records.choice(project, "annotator") == "ana"


def test_time_is_kept_beside_the_settings_and_in_no_project(desk: Desk, project: Path, monkeypatch):
    desk.qtbot.waitUntil(lambda: desk.window.findChild(Stopwatch) is not None)
    watch = desk.window.findChild(Stopwatch)
    assert isinstance(watch, Stopwatch)
    now = [100.0]
    monkeypatch.setattr("annotator.gui.stopwatch.monotonic", lambda: now[0])
    desk.press("J")
    for seconds in (20.0, 15.0, 300.0, 10.0):
        now[0] += seconds
        desk.press("J")
    watch.write()
    assert watch.seconds() == {"a1": 45.0}
    assert "less than 0.8 minutes" in watch.in_words()
    held = JsonFile(home() / FILE).read()
    assert len(held) == 1
    assert b"45.0" not in project.read_bytes()


def test_the_review_is_a_screen_that_a_command_can_ask_for(
    open_desk: Callable[..., Desk], project: Path
):
    desk = open_desk(project)
    application.go_to_screen(desk.window, "review")
    assert desk.shows("Review")


def test_an_editor_settles_how_much_of_whose_labels_is_looked_at(desk: Desk, project: Path):
    window = people(desk)
    add(desk, window, "ben")
    card = window.sampling
    assert card.held.text() == "Everything is looked at."
    card.people.setCurrentIndex(card.people.findData("ben"))
    card.label.setCurrentIndex(card.label.findData("claim"))
    card.share.setValue(20)
    card.button.click()
    desk.qtbot.waitUntil(lambda: card.held.text() == "ben, Claim: 20%")
    desk.wait_saved()
    with open_project(project) as opened:
        assert reviewing.sampling_of(opened).rate("ben", "claim") == 0.2


def test_what_is_looked_at_is_told_as_it_is_now_and_two_settings_add_up(desk: Desk):
    window = people(desk)
    session = desk.window.session
    assert session is not None
    for share in ("*", 0.5), ("ana", 0.2):
        window.sampling.chosen.emit(*share)
    desk.qtbot.waitUntil(lambda: window.sampling.held.text() == "Everybody: 50% · ana: 20%")
    session.write_now(reviewing.set_sampling(session.project, {"ana": 0.9}))
    session.changed.emit(Draft("Elsewhere", ()))
    desk.qtbot.waitUntil(lambda: window.sampling.held.text() == "ana: 90%")


def test_two_settings_made_while_the_disk_is_busy_add_up(desk: Desk, project: Path, stuck_disk):
    window = people(desk)
    add(desk, window, "ben")
    is_free = stuck_disk()
    session = desk.window.session
    assert session is not None
    desk.press("C", on=desk.view)
    window.sampling.chosen.emit("ana", 0.5)
    window.sampling.chosen.emit("ben", 0.25)
    is_free.set()
    wait(desk)
    assert reviewing.sampling_of(session.project).rates == {"ana": 0.5, "ben": 0.25}


def test_the_keys_stay_with_a_person_whose_line_is_shown_anew(desk: Desk):
    window = people(desk)
    add(desk, window, "ben")
    box = window.chosen["ben"]
    box.setFocus()
    window.added.emit("cem")
    desk.qtbot.waitUntil(lambda: "cem" in window.chosen)
    assert window.chosen["ben"] is not box
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert [name for name, each in window.chosen.items() if each.isChecked()] == ["ben"]


def test_what_is_ones_own_is_that_of_whoever_works_here_now(desk: Desk):
    desk.press("C")
    desk.press("Ctrl+E", "3")
    export = desk.window.screens.screen("export")
    assert export.form.plan.layer == "ana"
    desk.press("Ctrl+Shift+F")
    desk.type("label:claim")
    search = desk.window.screens.screen("search")
    desk.qtbot.waitUntil(lambda: search.table.results.passages == 1)
    desk.window.session.work_as("ben")
    desk.qtbot.waitUntil(lambda: not search.asking.is_busy)
    assert search.table.results.passages == 0
    assert export.form.plan.layer == "ben"
