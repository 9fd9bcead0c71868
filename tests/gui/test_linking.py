"""Linking two annotations by hand: which way, and what takes the question back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from annotator.domain.span import Span
from annotator.operations import annotate
from tests.gui.desk import Desk


@pytest.fixture
def asking(desk: Desk) -> Desk:
    """Two sources are labelled, and the window asks which is reported via which."""
    for words in ("officials", "confidential briefing"):
        desk.select(words)
        desk.press("S")
        desk.press("Esc", "Esc")
    desk.go_to("A confidential")
    desk.press("E", "R", "E", "Enter")
    assert desk.shows("Entry")
    return desk


def options(desk: Desk) -> list[str]:
    """What can be chosen."""
    buttons = desk.find("Entry").findChildren(QPushButton)
    return [button.accessibleName() for button in buttons if button.isVisible()]


def test_the_options_name_the_words_of_both_ends_in_their_direction(asking: Desk):
    assert options(asking) == [
        "“confidential briefing” reported via “officials”",
        "“officials” reported via “confidential briefing”",
    ]


def test_a_digit_chooses_the_direction(asking: Desk):
    asking.press("2")
    assert asking.links() == [("officials", "reported_via", "confidential briefing")]
    assert not asking.shows("Entry")
    assert asking.view.hasFocus()
    assert asking.status() == "“officials” reported via “confidential briefing”"


def test_ends_with_the_same_words_are_told_apart_by_their_place(desk: Desk):
    session = desk.window.session
    text = desk.sheet.article.text
    for start in (text.index("the bridge"), text.index("the mayor")):
        session.do(annotate.add_annotation, session.scheme, [Span(start, start + 3)], "source")
    desk.go_to("A confidential")
    desk.press("E", "R")
    desk.go_to("Mayor Ruiz")
    desk.press("E", "Enter")
    assert options(desk) == [
        "“the” (later) reported via “the” (earlier)",
        "“the” (earlier) reported via “the” (later)",
    ]


def test_a_click_into_the_article_takes_the_question_back(asking: Desk):
    port = asking.view.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=port.rect().center())
    assert not asking.shows("Entry")
    asking.press("1")
    assert asking.links() == []


@pytest.mark.parametrize("goes", ["with the mouse", "with Tab"])
def test_who_turns_away_from_the_question_is_not_sent_to_the_article(asking: Desk, goes: str):
    field = asking.find("Filter articles", QLineEdit)
    if goes == "with the mouse":
        asking.click(field)
        asking.type("c")
        assert field.text() == "c"
    else:
        asking.press("Tab")
        assert not asking.view.hasFocus()
    assert not asking.shows("Entry")


def test_another_selection_takes_the_question_back(asking: Desk):
    asking.window.annotating.selected.select(None)
    assert not asking.shows("Entry")
    assert asking.view.hasFocus()


def test_the_question_goes_with_one_of_its_ends(asking: Desk):
    asking.press("Ctrl+Z")
    assert len(asking.annotations()) == 1
    assert not asking.shows("Entry")


def test_no_key_falls_through_the_question(asking: Desk):
    asking.press("7", "C", "9")
    assert asking.shows("Entry")
    assert len(asking.annotations()) == 2
    asking.press("Esc")
    assert asking.links() == []
    assert asking.view.hasFocus()


def test_a_strip_about_one_article_does_not_stay_over_another(desk: Desk):
    desk.press("F", "Ctrl+PgDown")
    assert not desk.shows("Entry")
    assert desk.view.hasFocus()


def test_a_link_that_is_made_unasked_across_paragraphs_is_named(desk: Desk):
    desk.press("C", "Right", "S")
    assert desk.status() == ""
    desk.select("officials")
    desk.press("S")
    assert len(desk.links()) == 2
    words = "Mayor Ruiz said the bridge will cost 4m euros."
    assert desk.status() == f"Linked to “{words}” further away · Z takes both back"
