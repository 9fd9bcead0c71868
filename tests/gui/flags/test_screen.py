"""The inbox of flags, with real keys on a real project."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from annotator.domain.change import Change, Draft, added
from annotator.domain.flag import ACCEPTED, ANSWERED, CLOSED, DISMISSED, OPEN, Flag, Message
from annotator.gui import tasks
from annotator.gui.flags import screen as flag_screen
from annotator.gui.flags.screen import FlagsScreen
from annotator.operations import annotate
from annotator.storage import records
from annotator.storage.project import open_project
from tests import builders
from tests.gui.conftest import TEXT
from tests.gui.desk import Desk

ARTICLE = builders.article(TEXT, article_id="a1", title="The bridge")
CLAIM = builders.annotation(ARTICLE, "the bridge will cost 4m euros")
FLAGS = (
    Flag(
        "f1", "a1", "ana", "n1", "needs_source", raised_by="ana",
        messages=(Message("ana", "Whose figure?"),),
    ),
    Flag("f2", "a1", "ana", None, "legal_risk", raised_by="ana", severity="stop"),
    Flag("f3", "a1", "ben", None, "guideline_question", raised_by="ben"),
)  # fmt: skip


@pytest.fixture
def flagged(project: Path) -> Path:
    """The project with an annotation and three flags of two people."""
    with open_project(project, is_writable=True) as opened:
        builders.write(opened, Draft("Fill", added([CLAIM, *FLAGS])))
    return project


@pytest.fixture
def inbox(open_desk: Callable[..., Desk], flagged: Path) -> Desk:
    """An editor at the inbox."""
    desk = open_desk(flagged, annotator="eva")
    desk.press("Ctrl+3")
    desk.qtbot.waitUntil(lambda: len(shown(desk)) == 3)
    return desk


def screen(desk: Desk) -> FlagsScreen:
    return desk.find("Flags", FlagsScreen)


def shown(desk: Desk) -> list[str]:
    return [each.flag.id for each in screen(desk).model.shown]


def stored(desk: Desk, person: str = "ana") -> dict[str, Flag]:
    desk.wait_saved()
    session = desk.window.session
    assert session is not None
    with open_project(session.path) as project:
        return dict(records.sheet(project, "a1", person).flags)


def test_keys_pressed_before_the_list_is_there_are_for_its_first_flag(
    open_desk: Callable[..., Desk], flagged: Path
) -> None:
    desk = open_desk(flagged, annotator="eva")
    desk.press("Ctrl+3", "Enter")
    desk.type("whose word")
    assert not screen(desk).is_loaded, "nothing was read between the keys"
    desk.qtbot.waitUntil(lambda: screen(desk).detail.field.text() == "whose word")
    desk.press("Enter")
    assert stored(desk)["f2"].messages[-1].text == "whose word"


def test_undo_does_not_wait_for_the_list_which_shows_what_it_may_not_have_read(
    inbox: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.press("X", "Enter")
    inbox.wait_saved()
    assert len(shown(inbox)) == 2
    look, has_read, goes_on = flag_screen.look, threading.Event(), threading.Event()

    def look_slowly(*arguments: Any) -> object:
        found = look(*arguments)
        has_read.set()
        assert goes_on.wait(60)
        return found

    monkeypatch.setattr(flag_screen, "look", look_slowly)
    inbox.press("Esc", "Ctrl+3")
    screen(inbox).is_loaded = False  # as when it is shown for the first time
    assert has_read.wait(60)
    # A modifier alone begins nothing for which the next key would have to wait.
    QTest.keyClick(screen(inbox).table, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    inbox.press("Z")
    assert stored(inbox)["f2"].state == OPEN, "undo waited for the list"
    goes_on.set()
    inbox.qtbot.waitUntil(lambda: screen(inbox).is_loaded)
    assert len(shown(inbox)) == 3


def test_who_moves_on_while_the_list_is_read_again_stays_there(
    inbox: Desk, held_back: Callable[..., threading.Event]
) -> None:
    inbox.press("Esc")
    has_read = held_back(flag_screen, "look")
    inbox.press("Ctrl+3", "J", "Space")
    assert screen(inbox).current is screen(inbox).model.shown[2]
    has_read.set()
    inbox.qtbot.waitUntil(lambda: not tasks.is_any_running())
    assert screen(inbox).current is screen(inbox).model.shown[2]
    assert len(screen(inbox).model.ticked) == 1


def test_a_click_ticks_only_where_it_begins_and_ends_on_one_sign(inbox: Desk) -> None:
    table = screen(inbox).table
    rows = [table.visualRect(table.model().index(row, 0)) for row in range(2)]
    sign, other = (QPoint(20, row.center().y()) for row in rows)
    beside = sign + QPoint(120, 0)
    for begin, end in ((sign, other), (beside, sign), (sign, beside)):
        QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=end)
        assert screen(inbox).model.ticked == set()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=sign)
    assert len(screen(inbox).model.ticked) == 1


def test_keys_for_another_list_wait_for_it(
    inbox: Desk, held_back: Callable[..., threading.Event]
) -> None:
    inbox.press("X", "Enter")
    inbox.wait_saved()
    has_read = held_back(flag_screen, "look")
    inbox.click(screen(inbox).filters.buttons[1])
    inbox.press("R", "Ctrl+A", "J", "Z")
    assert {each.state for each in stored(inbox).values()} == {OPEN, CLOSED}
    has_read.set()
    inbox.qtbot.waitUntil(lambda: not screen(inbox).held)
    assert shown(inbox) == ["f2"], "undo came before what it takes back"
    assert stored(inbox)["f2"].state == CLOSED


def test_the_gravest_flag_comes_first_and_shows_its_conversation(inbox: Desk) -> None:
    assert shown(inbox)[0] == "f2"
    inbox.press("J")
    current = screen(inbox).table.current
    assert current is not None
    assert current.flag.id in ("f1", "f3")
    inbox.press("J" if current.flag.id == "f3" else "K", "K", "J")
    labels = [each.text() for each in inbox.window.findChildren(QPushButton)]
    assert "Open 3" in labels


def go_to(desk: Desk, flag_id: str) -> None:
    desk.press("Home")
    for _ in range(shown(desk).index(flag_id)):
        desk.press("J")


def test_all_that_was_said_about_a_flag_is_in_sight(inbox: Desk) -> None:
    go_to(inbox, "f1")
    talk = screen(inbox).detail.talk
    (said,) = [each for each in talk.findChildren(QLabel) if each.text() == "ana: Whose figure?"]
    inbox.qtbot.waitUntil(said.isVisible)
    assert said.visibleRegion().boundingRect().size() == said.size()


def test_enter_replies_and_closes_and_the_next_one_is_there(inbox: Desk) -> None:
    go_to(inbox, "f1")
    inbox.press("Enter")
    inbox.type("The letter of May.")
    inbox.press("Enter")
    assert "f1" not in shown(inbox)
    assert screen(inbox).table.hasFocus()
    flag = stored(inbox)["f1"]
    assert (flag.state, flag.outcome, flag.is_unread) == (CLOSED, ACCEPTED, True)
    assert flag.messages[-1] == Message("eva", "The letter of May.")


def test_shift_enter_replies_and_keeps_the_question_alive(inbox: Desk) -> None:
    go_to(inbox, "f1")
    inbox.press("Enter")
    inbox.type("Which letter?")
    inbox.press("Shift+Enter")
    assert stored(inbox)["f1"].state == ANSWERED


def test_undo_brings_a_closed_flag_back_into_the_list(inbox: Desk) -> None:
    go_to(inbox, "f2")
    inbox.press("Enter", "Enter")
    assert "f2" not in shown(inbox)
    inbox.press("Z")
    assert "f2" in shown(inbox)
    assert stored(inbox)["f2"] == FLAGS[1]


def test_ticked_flags_are_closed_as_one_step(inbox: Desk) -> None:
    inbox.press("Ctrl+A", "Enter")
    inbox.type("Settled in the meeting.")
    inbox.press("Enter")
    assert shown(inbox) == []
    inbox.qtbot.waitUntil(lambda: "No open flags." in screen(inbox).empty.text())
    assert {flag.state for flag in stored(inbox).values()} == {CLOSED}
    inbox.press("Z")
    assert len(shown(inbox)) == 3


def test_a_flag_that_is_none_is_dismissed_with_a_reason(inbox: Desk) -> None:
    go_to(inbox, "f2")
    inbox.press("X", "1", "Enter")
    flag = stored(inbox)["f2"]
    assert (flag.state, flag.outcome, flag.grounds) == (CLOSED, DISMISSED, "Known to the editors")


def test_the_lists_are_narrowed_by_words_and_people_and_esc_shows_all_again(inbox: Desk) -> None:
    inbox.press("/")
    inbox.type("figure")
    assert shown(inbox) == ["f1"]
    inbox.press("Esc")
    assert len(shown(inbox)) == 3
    box = screen(inbox).filters.annotators
    box.setCurrentIndex(box.findData("ben"))
    assert shown(inbox) == ["f3"]


def test_answered_flags_have_a_list_and_can_be_opened_again(inbox: Desk) -> None:
    go_to(inbox, "f2")
    inbox.press("Enter", "Enter")
    inbox.wait_saved()
    inbox.click(screen(inbox).filters.buttons[1])
    inbox.qtbot.waitUntil(lambda: shown(inbox) == ["f2"])
    inbox.press("R")
    assert shown(inbox) == []
    assert stored(inbox)["f2"].state == OPEN


def test_o_opens_the_article_and_esc_leads_back_to_the_flag(inbox: Desk) -> None:
    go_to(inbox, "f1")
    inbox.press("O")
    assert inbox.view.hasFocus()
    assert CLAIM.start in range(inbox.view.current_sentence.start, inbox.view.current_sentence.end)
    inbox.press("Esc")
    inbox.qtbot.waitUntil(lambda: screen(inbox).isVisible() and len(shown(inbox)) == 3)
    current = screen(inbox).table.current
    assert current is not None
    assert current.flag.id == "f1"
    inbox.press("Esc")
    assert inbox.view.hasFocus()


def test_an_answer_is_seen_in_the_queue_and_the_margin_until_it_was_read(
    open_desk: Callable[..., Desk], flagged: Path
) -> None:
    answered = replace(
        FLAGS[0], state=CLOSED, outcome=ACCEPTED, is_unread=True,
        messages=(*FLAGS[0].messages, Message("eva", "The letter of May.")),
    )  # fmt: skip
    with open_project(flagged, is_writable=True) as opened:
        builders.write(opened, Draft("Undo", (Change(FLAGS[0], answered),)), by="eva")
    desk = open_desk(flagged)
    summary = desk.window.annotating.queue.model.summary(0)
    assert summary.answered_flags == 1
    (note,) = [mark.note for mark in desk.view.index if mark.role == "flag"]
    assert note == "eva: The letter of May."
    desk.press("G", "Esc")
    assert not stored(desk)["f1"].is_unread
    assert desk.window.annotating.queue.model.summary(0).answered_flags == 0
    assert not [mark for mark in desk.view.index if mark.role == "flag"]


def test_a_rules_flag_is_dismissed_in_the_article_with_del(desk: Desk) -> None:
    session = desk.window.session
    assert session is not None
    desk.select("A confidential briefing")
    desk.press("S")
    source = desk.annotations("source")[0]
    for name, value in (("source_type", "document"), ("traceability", "untraceable")):
        session.do(annotate.set_attribute, session.scheme, source.id, name, value)
    (flag,) = desk.sheet.flags.values()
    assert (flag.reason, flag.state) == ("anonymous_source", OPEN)
    desk.press("G", "Del", "2", "Enter")
    (flag,) = desk.sheet.flags.values()
    assert (flag.state, flag.outcome) == (CLOSED, DISMISSED)
    session.do(annotate.set_note, session.scheme, source.id, "Seen by us")
    (flag,) = desk.sheet.flags.values()
    assert flag.outcome == DISMISSED
    desk.press("Z", "Z")
    (flag,) = desk.sheet.flags.values()
    assert flag.state == OPEN
    desk.press("Z")
    assert desk.sheet.flags == {}


def test_more_flags_than_are_read_first_are_all_listed(
    open_desk: Callable[..., Desk], project: Path
) -> None:
    many = [
        Flag(f"m{number}", "a1", "ana", None, "needs_source", raised_by="ana")
        for number in range(1000)
    ]
    with open_project(project, is_writable=True) as opened:
        builders.write(opened, Draft("Fill", added(many)))
    desk = open_desk(project, annotator="eva")
    desk.press("Ctrl+3")
    desk.qtbot.waitUntil(lambda: len(shown(desk)) == 1000)
    desk.press("End")
    assert screen(desk).table.currentIndex().row() == 999
    assert QApplication.focusWidget() is screen(desk).table
