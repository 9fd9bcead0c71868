"""What was being done is there again after the window was closed, or the program killed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from annotator.gui import geometry
from annotator.gui.window_state import WindowState
from tests.gui.desk import Desk

OpenDesk = Callable[..., Desk]
WORDS = "Whose words are"


def kill(desk: Desk, home: Path) -> None:
    """End as a kill would: what the state file holds now is all that is left."""
    file = home / "window.json"
    held = file.read_text(encoding="utf-8")
    desk.close()
    file.write_text(held, encoding="utf-8")


def wait_kept(desk: Desk, project: Path, home: Path, words: str) -> None:
    """Wait until the pause of typing has written it down."""
    desk.qtbot.waitUntil(
        lambda: words in json.dumps(WindowState(home).seat(project, "ana").value("drafts"))
    )


def field(desk: Desk) -> QLineEdit:
    """Where the strip is written in."""
    return desk.window.annotating.pane.entry.field  # type: ignore[union-attr]


def test_a_half_typed_flag_is_offered_again_after_a_kill(
    open_desk: OpenDesk, project: Path, home: Path
):
    desk = open_desk(project)
    desk.press("J", "F", "2")
    desk.type(WORDS)
    wait_kept(desk, project, home, WORDS)
    kill(desk, home)
    again = open_desk(project)
    assert field(again).isVisible()
    assert field(again).text() == WORDS
    checked = [each for each in again.window.findChildren(QPushButton) if each.isChecked()]
    assert [each.text()[0] for each in checked] == ["2"]
    assert WORDS in again.status()
    again.press("Enter", on=field(again))
    (flag,) = again.sheet.flags.values()
    assert flag.messages[0].text == WORDS
    assert flag.fragments[0].cut_from(again.sheet.article.text).startswith("Nobody asked")
    assert not WindowState(home).seat(project, "ana").value("drafts")


def test_a_half_typed_comment_is_offered_again_on_its_annotation(
    open_desk: OpenDesk, project: Path, home: Path
):
    desk = open_desk(project)
    desk.press("C", "E", "M")
    desk.type("As he")
    wait_kept(desk, project, home, "As he")
    desk.wait_saved()
    kill(desk, home)
    again = open_desk(project)
    assert field(again).text() == "As he"
    again.press("Enter", on=field(again))
    assert [each.note for each in again.annotations("claim")] == ["As he"]


def test_a_half_typed_flag_on_drawn_words_and_on_the_article(
    open_desk: OpenDesk, project: Path, home: Path
):
    desk = open_desk(project)
    desk.select("harbour office")
    desk.press("F")
    desk.type("which")
    wait_kept(desk, project, home, "which")
    kill(desk, home)
    again = open_desk(project)
    assert again.view.selection is not None
    assert again.view.selection.cut_from(again.sheet.article.text) == "harbour office"
    again.press("Esc", on=field(again))
    again.press("Shift+F")
    again.type("whole")
    again.close()
    third = open_desk(project)
    third.press("Enter", on=field(third))
    (flag,) = third.sheet.flags.values()
    assert (flag.fragments, flag.messages[0].text) == ((), "whole")


def test_what_was_left_with_esc_or_sent_is_not_offered(
    open_desk: OpenDesk, project: Path, home: Path
):
    desk = open_desk(project)
    desk.press("F")
    desk.type("never mind")
    desk.press("Esc", "F")
    assert field(desk).text() == ""
    desk.type("sent")
    desk.press("Enter")
    desk.close()
    again = open_desk(project)
    assert not field(again).isVisible()
    assert not WindowState(home).seat(project, "ana").value("drafts")


def test_a_strip_in_which_nothing_was_written_does_not_come_back(
    open_desk: OpenDesk, project: Path
):
    desk = open_desk(project)
    desk.press("F")
    assert field(desk).isVisible()
    desk.close()
    assert not field(open_desk(project)).isVisible()


def test_words_wait_when_another_article_is_opened(open_desk: OpenDesk, project: Path):
    desk = open_desk(project)
    desk.press("F")
    desk.type("later")
    assert desk.window.session is not None
    desk.window.session.open_article("a2")
    assert not field(desk).isVisible()
    desk.window.session.open_article("a1")
    desk.press("F", on=desk.view)
    assert field(desk).text() == "later"


def test_panes_find_words_and_selection_are_there_again(open_desk: OpenDesk, project: Path):
    desk = open_desk(project)
    desk.press("C", "E", "Ctrl+B")
    chosen = desk.window.annotating.selected.id  # type: ignore[union-attr]
    desk.press("Ctrl+F")
    desk.type("bridge")
    desk.press("Esc")
    screen = desk.window.annotating
    assert screen is not None
    screen.panes.splitter.setSizes([0, 700, 340])
    width = screen.panel.width()
    desk.wait_saved()
    desk.close()
    again = open_desk(project)
    screen = again.window.annotating
    assert screen is not None
    assert screen.queue.isHidden()
    assert screen.panel.width() == pytest.approx(width, abs=12)
    assert screen.selected.id == chosen is not None
    again.press("Ctrl+F")
    assert again.find("Find in this article", QLineEdit).text() == "bridge"


def test_a_window_keeps_its_size_and_place(open_desk: OpenDesk, project: Path):
    desk = open_desk(project)
    desk.window.setGeometry(10, 20, 777, 600)
    desk.close()
    again = open_desk(project, is_resized=False)
    assert again.window.size().width() == 777


def test_a_window_whose_screen_is_gone_comes_back_into_sight(qtbot: object):
    screens = [QRect(0, 0, 1280, 800)]
    lost = QRect(QPoint(3000, 200), QRect(0, 0, 900, 700).size())
    assert screens[0].contains(geometry.within(lost, screens))
    above = QRect(100, -600, 900, 700)
    assert screens[0].contains(geometry.within(above, screens))
    second = [*screens, QRect(1280, 0, 2560, 1440)]
    assert geometry.within(lost, second) == lost
    huge = geometry.within(QRect(0, 0, 4000, 3000), screens)
    assert huge.size() == screens[0].size()


def test_a_damaged_geometry_gives_the_usual_window(qtbot: object):
    window = QWidget()
    for held in (None, 7, "no geometry", "AAAA"):
        geometry.restore(window, held)
        assert (window.width(), window.height()) == geometry.USUAL
    window.deleteLater()


def test_two_people_who_share_a_computer_each_find_their_own_place_and_words(
    open_desk: OpenDesk, project: Path
):
    ana = open_desk(project)
    ana.press("J", "J", "F")
    ana.type("Ana asks")
    ana.close()
    ben = open_desk(project, annotator="ben")
    assert not field(ben).isVisible()
    assert ben.view.current_sentence.start == 0
    ben.press("F")
    assert field(ben).text() == ""
    ben.press("Esc", "Ctrl+3")
    ben.close()
    again = open_desk(project, annotator="ana")
    assert again.window.is_annotating
    assert field(again).text() == "Ana asks"
    again.press("Esc", on=field(again))
    assert again.view.current_sentence.cut_from(again.sheet.article.text).startswith("“It is")


def test_who_takes_the_seat_of_another_finds_their_own_place(open_desk: OpenDesk, project: Path):
    desk = open_desk(project)
    desk.press("J", "J", "F")
    desk.type("Ana asks")
    session = desk.window.session
    assert session is not None
    session.work_as("ben")
    desk.press("F", on=desk.view)
    assert field(desk).text() == ""
    desk.press("Esc", on=field(desk))
    desk.press("K", "K", on=desk.view)
    session.work_as("ana")
    assert desk.view.current_sentence.cut_from(desk.sheet.article.text).startswith("“It is")
    desk.press("F", on=desk.view)
    assert field(desk).text() == "Ana asks"


def test_the_panes_keep_their_places_while_another_screen_is_the_first_to_be_seen(
    open_desk: OpenDesk, project: Path
):
    def places(desk: Desk) -> tuple[list[int], QMargins]:
        screen = desk.window.annotating
        assert screen is not None
        return screen.panes.splitter.sizes(), screen.queue.heading.contentsMargins()

    desk = open_desk(project)
    before = places(desk)
    desk.press("Ctrl+3")
    for _ in range(2):
        desk.close()
        desk = open_desk(project)
        assert not desk.window.is_annotating
    desk.press("Esc")
    desk.qtbot.waitUntil(lambda: places(desk) == before)
