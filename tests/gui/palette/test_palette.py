"""The palette in the window: opened, typed into, chosen from, by real keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from annotator.gui.palette.popup import CommandPalette
from annotator.gui.palette.ranking import Entry
from tests.gui.desk import Desk

FIRST = "Mayor Ruiz said the bridge will cost 4m euros."


def opened(desk: Desk) -> CommandPalette:
    """The palette, opened by its key."""
    desk.press("Ctrl+K")
    palette = desk.find("Command palette", CommandPalette)
    assert palette.isVisible()
    assert palette.field.hasFocus()
    return palette


def listed(palette: CommandPalette) -> dict[str, Entry]:
    """What is listed, by the ids."""
    model = palette._model
    hits = [model.hit(row).entry for row in range(model.rowCount())]
    return {entry.id: entry for entry in hits}


def test_enter_runs_what_was_typed_and_gives_the_keys_back(desk: Desk):
    palette = opened(desk)
    desk.type("next sent")
    before = desk.view.current_sentence
    desk.press("Enter")
    assert not palette.isVisible()
    assert desk.view.hasFocus()
    assert desk.view.current_sentence.start > before.start


def test_esc_and_the_same_key_again_return_to_the_article(desk: Desk):
    for key in ("Esc", "Ctrl+K"):
        palette = opened(desk)
        desk.press(key)
        assert not palette.isVisible()
        assert desk.view.hasFocus()


def test_a_label_is_given_by_its_name(desk: Desk):
    opened(desk)
    desk.type("#cla")
    desk.press("Enter")
    assert desk.words("claim") == [FIRST]


def test_an_article_is_opened_by_its_title(desk: Desk):
    opened(desk)
    desk.type("tram")
    desk.press("Enter")
    assert desk.sheet.article.id == "a2"
    assert desk.view.hasFocus()


def test_a_command_that_asks_gets_the_keys(desk: Desk):
    opened(desk)
    desk.type("comment")
    assert listed(desk.find("Command palette", CommandPalette))["remark.comment"].why_not
    desk.press("Esc", "C", "E")
    opened(desk)
    desk.type("comment")
    desk.press("Enter")
    assert desk.shows("Entry")


def test_every_command_and_label_is_in_it_with_its_key(desk: Desk):
    palette = opened(desk)
    for row in desk.window.commands.rows():
        palette.field.setText(row.shown_title)
        palette.field.textEdited.emit(row.shown_title)
        entry = listed(palette).get(row.id)
        assert entry is not None, row.id
        assert bool(entry.key) == bool(row.every_key), row.id


def test_colours_are_chosen_by_their_name(desk: Desk):
    opened(desk)
    desk.type("high contrast")
    desk.press("Enter")
    assert desk.view.theme.id == "contrast"
    assert desk.view.hasFocus()


def test_what_cannot_be_done_says_why_and_does_nothing(desk: Desk):
    palette = opened(desk)
    desk.type(">cut the sel")
    entry = palette.current()
    assert entry is not None
    assert entry.why_not == "Label something, then select words"
    desk.press("Enter")
    assert palette.isVisible()
    assert "Label something, then select words" in palette.field.accessibleDescription()


def test_arrows_walk_and_wrap_while_typing_goes_on(desk: Desk):
    palette = opened(desk)
    desk.type(">next")
    titles = palette.titles()
    desk.press("Down", "Down")
    current = palette.current()
    assert current is not None
    assert current.title == titles[2]
    desk.press("Up", "Up", "Up")
    current = palette.current()
    assert current is not None
    assert current.title == titles[-1]
    desk.type("x")
    assert palette.field.text() == ">nextx"
    assert palette.field.hasFocus()


def test_a_click_runs_too(desk: Desk):
    palette = opened(desk)
    desk.type("#cue")
    view = palette.findChild(QListView)
    assert view is not None
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.words("cue") == [FIRST]
    assert not palette.isVisible()


def test_a_click_into_the_article_closes_it(desk: Desk):
    palette = opened(desk)
    place = desk.view.viewport().rect().bottomLeft()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.view.setFocus()
    assert not palette.isVisible()


def test_what_was_run_last_comes_first_also_after_a_restart(
    open_desk: Callable[..., Desk], project: Path
):
    first = open_desk(project)
    opened(first)
    first.type(">next flag")
    first.press("Enter")
    first.close()
    second = open_desk(project)
    assert opened(second).titles()[0] == "Next flag"


def test_keys_of_the_window_wait_while_it_is_open(desk: Desk):
    desk.press("C")
    palette = opened(desk)
    desk.press("Ctrl+Z", "Ctrl+B")
    assert desk.words("claim") == [FIRST]
    assert desk.shows("Filter articles")
    assert palette.isVisible()


def test_nothing_found_is_said(desk: Desk):
    palette = opened(desk)
    desk.type("qqqq")
    assert palette.titles() == []
    assert palette.empty.text() == "Nothing here is called “qqqq”."
    desk.press("Enter", "Esc")
    assert desk.view.hasFocus()


def test_at_most_fifty_lines_are_listed_whatever_there_is(desk: Desk):
    palette = opened(desk)
    assert len(palette.titles()) == 50


@pytest.mark.parametrize("width", [760, 1920])
def test_it_stands_at_the_top_in_the_middle(desk: Desk, width: int):
    desk.window.resize(width, 800)
    palette = opened(desk)
    box = palette.geometry()
    assert abs(box.center().x() - width // 2) <= 1
    assert 0 < box.top() < 100
    assert box.right() < width
