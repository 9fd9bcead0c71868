"""Labelling every place of some words: what is listed, what is left out, and one step back."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.domain.change import Draft, added
from annotator.gui.search import occurrences
from annotator.gui.search.occurrences import OccurrencesDialog
from annotator.operations import writing
from annotator.storage.project import open_project
from tests.builders import annotation, article, project_file
from tests.gui.desk import Desk

ONE = article(
    "The mayor came. Everybody saw the mayor. Read more about the mayor.",
    article_id="a1",
    title="One",
)
TWO = article("Nobody asked the mayor. The Mayor waits.", article_id="a2", title="Two")


@pytest.fixture
def desk(open_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    """Two articles; in one a place is labelled already and another is boilerplate."""
    path = project_file(tmp_path, ONE, TWO)
    there = annotation(ONE, "The mayor", annotation_id="n1", label="source")
    advert = annotation(ONE, "Read more about the mayor.", annotation_id="n2", label="boilerplate")
    with open_project(path, is_writable=True) as opened:
        writing.commit(opened, Draft("Fill", added([there, advert])), annotator="ana")
    return open_desk(path, annotator="ana")


def dialog(desk: Desk) -> OccurrencesDialog:
    """The open list, once it has looked everywhere."""
    found = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, OccurrencesDialog) and each.isVisible()
    ]
    assert found, "no list of places is open"
    desk.qtbot.waitUntil(lambda: not found[0].progress.isVisible())
    return found[0]


def listed(shown: OccurrencesDialog) -> list[tuple[str, str, bool]]:
    """Article, hindrance and tick of each place."""
    rows = range(shown.model.rowCount())
    places = [(shown.model.place(row), shown.model.is_ticked(row)) for row in rows]
    return [(place.article_id, place.hindrance, is_ticked) for place, is_ticked in places]


def press(shown: OccurrencesDialog, desk: Desk, *strokes: str) -> None:
    desk.press(*strokes, on=shown.list)


def test_selected_words_are_listed_in_this_article_with_what_is_left_out(desk: Desk):
    desk.select("the mayor")
    desk.press("Shift+L")
    shown = dialog(desk)
    assert shown.choice.label == "source"
    assert listed(shown) == [
        ("a1", "Source", False),
        ("a1", "", True),
        ("a1", "Boilerplate", False),
    ]
    shown.close()


def test_one_key_labels_them_and_one_takes_all_back(desk: Desk):
    desk.select("the mayor")
    desk.press("Shift+L")
    shown = dialog(desk)
    shown.everywhere.click()
    shown = dialog(desk)
    assert [place for place, _, is_ticked in listed(shown) if is_ticked] == ["a1", "a2", "a2"]
    press(shown, desk, "Enter")
    desk.qtbot.waitUntil(lambda: len(desk.annotations("source")) == 2)
    assert sorted(each.text for each in desk.stored("a2").annotations.values()) == [
        "The Mayor",
        "the mayor",
    ]
    assert desk.status() == "Label 3 × “the mayor” as Source · Z takes all of it back"
    desk.press("Z", on=desk.view)
    assert len(desk.annotations("source")) == 1
    assert not desk.stored("a2").annotations
    assert desk.sheet.article.id == "a1"


def test_keys_wait_for_the_places_that_are_looked_for(
    desk: Desk, held_back: Callable[..., threading.Event]
):
    desk.select("the mayor")
    desk.press("Shift+L")
    shown = dialog(desk)
    is_found = held_back(occurrences, "look")
    shown.everywhere.click()
    press(shown, desk, "W", "J", "Space", "Enter")
    is_found.set()
    desk.qtbot.waitUntil(lambda: len(desk.stored("a2").annotations) == 2)
    assert desk.words("expression") == ["The mayor"]


def test_what_is_unticked_stays_as_it_is(desk: Desk):
    desk.window.session.open_article("a2")
    desk.select("the mayor")
    desk.press("Shift+L")
    shown = dialog(desk)
    press(shown, desk, "S", "J", "Space")
    assert [is_ticked for _, _, is_ticked in listed(shown)] == [True, False]
    press(shown, desk, "Enter")
    assert desk.words("source") == ["the mayor"]


def test_a_click_ticks_only_the_row_on_which_it_begins(desk: Desk):
    desk.window.session.open_article("a2")
    desk.select("the mayor")
    desk.press("Shift+L")
    shown = dialog(desk)
    port = shown.list.viewport()
    first, second = (shown.list.visualRect(shown.model.index(row)).center() for row in range(2))
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=second)
    assert [is_ticked for _, _, is_ticked in listed(shown)] == [True, True]
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=second)
    assert [is_ticked for _, _, is_ticked in listed(shown)] == [True, False]


def test_a_label_key_asks_for_another_label_anew(desk: Desk):
    desk.select("the mayor")
    desk.press("Shift+L")
    shown = dialog(desk)
    press(shown, desk, "W")
    assert shown.choice.label == "expression"
    assert [hindrance for _, hindrance, _ in listed(shown)] == ["", "", "Boilerplate"]
    press(shown, desk, "Ctrl+A")
    assert not any(is_ticked for _, _, is_ticked in listed(shown))
    press(shown, desk, "Enter")
    assert shown.isVisible()
    press(shown, desk, "Ctrl+A", "Enter")
    assert desk.words("expression") == ["The mayor", "the mayor"]


def test_words_of_the_search_are_labelled_in_all_articles(desk: Desk):
    desk.press("Ctrl+Shift+F")
    desk.type('"the mayor"')
    screen = desk.window.screens.screen("search")
    desk.qtbot.waitUntil(lambda: screen.asking.query and not screen.asking.is_busy)
    desk.press("Down", "Shift+L")
    shown = dialog(desk)
    press(shown, desk, "S")
    shown = dialog(desk)
    press(shown, desk, "Enter")
    desk.qtbot.waitUntil(lambda: len(desk.stored("a2").annotations) == 2)
    assert len(desk.stored("a1").annotations) == 3
    screen.table.setFocus()
    desk.press("Z")
    assert not desk.stored("a2").annotations
    assert desk.shows("Passages")


def test_escape_labels_nothing(desk: Desk):
    desk.select("the mayor")
    desk.press("Shift+L")
    shown = dialog(desk)
    press(shown, desk, "Esc")
    assert not shown.isVisible()
    assert len(desk.annotations()) == 2


def test_without_words_it_says_what_to_do(desk: Desk):
    desk.press("Shift+L")
    assert desk.status() == "Select some words first, or search for a word or a “phrase”."


def test_the_undone_step_of_another_article_opens_it(desk: Desk):
    desk.press("Ctrl+Shift+F")
    desk.type("nobody")
    screen = desk.window.screens.screen("search")
    desk.qtbot.waitUntil(lambda: screen.asking.query and not screen.asking.is_busy)
    desk.press("Down", "C", "Esc")
    assert desk.find("Search all articles", QLineEdit).text() == "nobody"
    assert desk.sheet.article.id == "a1"
    desk.press("Z")
    assert desk.sheet.article.id == "a2"
    assert desk.annotations() == []
