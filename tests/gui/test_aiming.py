"""Targets of a rating: names are numbered, + 0 − rate the first, T moves on, digits pick."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import article, project_file
from tests.gui.desk import Desk

TEXT = (
    "Mayor Ruiz met Ida Moreau and the EU in Ellmouth. Nobody asked the harbour office.\n"
    "The tide institute praised Ruiz on Monday."
)


@pytest.fixture
def desk(open_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    """A window on an article with names."""
    return open_desk(project_file(tmp_path, article(TEXT, title="The bridge")))


def numbered(desk: Desk) -> list[str]:
    """The words that are numbered on the screen."""
    return [each.cut_from(TEXT) for each in desk.view.emphasis.numbered]


def ratings(desk: Desk) -> list[tuple[str, str]]:
    """What was rated, and how."""
    return [(each.text, str(each.attributes["polarity"])) for each in desk.annotations("sentiment")]


def test_names_are_numbered_once_the_reader_rests(desk: Desk, qtbot: QtBot):
    names = ["Mayor Ruiz", "Ida Moreau", "EU", "Ellmouth"]
    qtbot.waitUntil(lambda: numbered(desk) == names)
    desk.press("J")
    assert numbered(desk) == []
    desk.press("K")
    qtbot.waitUntil(lambda: numbered(desk) == names)


def test_one_key_rates_the_first_name_at_once(desk: Desk):
    desk.press("-")
    assert ratings(desk) == [("Mayor Ruiz", "negative")]
    desk.press("Z")
    assert ratings(desk) == []


def test_another_key_changes_the_rating(desk: Desk):
    desk.press("-", "+")
    assert ratings(desk) == [("Mayor Ruiz", "positive")]


def test_t_moves_to_the_next_and_around(desk: Desk):
    desk.press("T", "0")
    assert ratings(desk) == [("Ida Moreau", "neutral")]
    desk.press("T", "T", "T", "T", "-")
    assert ratings(desk)[0] == ("Ida Moreau", "negative")
    desk.press("T", "+")
    assert ("EU", "positive") in ratings(desk)


def test_digits_after_t_pick_and_are_labels_again_afterwards(desk: Desk):
    desk.press("T", "4", "+")
    assert ratings(desk) == [("Ellmouth", "positive")]
    desk.press("J", "1")
    assert desk.words("claim") == ["Nobody asked the harbour office."]


def test_a_digit_without_a_name_says_how_many_there_are(desk: Desk):
    desk.press("T", "9")
    assert desk.status() == "Names in this sentence: 4."
    assert desk.annotations() == []


def test_what_is_in_hand_is_named_and_outlined(desk: Desk):
    desk.press("T")
    assert desk.window.status.mode.text() == "Target: Ida Moreau · T next, then + 0 −"
    assert desk.status() == "2 of 4: Ida Moreau"
    assert desk.view.emphasis.in_hand == 1
    desk.press("Esc")
    assert desk.window.status.mode.text() == "Sentence"
    assert desk.view.emphasis.in_hand is None
    desk.press("1")
    assert len(desk.words("claim")) == 1


def test_selected_words_are_rated_whatever_is_numbered(desk: Desk):
    desk.select("harbour office")
    desk.press("-")
    assert ratings(desk) == [("harbour office", "negative")]


def test_a_sentence_without_names_is_rated_as_a_whole(desk: Desk):
    desk.press("J", "-")
    assert ratings(desk) == [("Nobody asked the harbour office.", "negative")]
    desk.press("T")
    assert "No name in this sentence" in desk.status()


def test_what_is_labelled_as_a_source_is_a_target_elsewhere(desk: Desk, qtbot: QtBot):
    desk.select("tide institute")
    desk.press("S")
    desk.go_to("The tide")
    qtbot.waitUntil(lambda: numbered(desk) == ["tide institute", "Ruiz"])
    desk.press("+")
    assert ratings(desk) == [("tide institute", "positive")]


def test_repeat_rates_the_first_name_of_the_next_sentence(desk: Desk):
    desk.press("-", "J", "J", ".")
    assert ratings(desk) == [("Mayor Ruiz", "negative"), ("Ruiz", "negative")]


def test_numbers_can_be_switched_off(desk: Desk):
    desk.window.settings.choose("number_targets", value=False)
    desk.press("J", "K", "-")
    assert ratings(desk) == [("Mayor Ruiz met Ida Moreau and the EU in Ellmouth.", "negative")]
    desk.press("Z", "T", "+")
    assert ratings(desk) == [("Ida Moreau", "positive")]


def test_a_rating_does_not_go_on_to_the_next_sentence(desk: Desk):
    desk.window.settings.choose("advance_after_label", value=True)
    before = desk.view.current_sentence
    desk.press("-", "T", "+")
    assert desk.view.current_sentence == before
    assert len(ratings(desk)) == 2
    desk.press("C")
    assert desk.view.current_sentence.start > before.start


def test_a_project_can_be_left_before_its_names_are_numbered(desk: Desk, qtbot: QtBot):
    screen = desk.window.annotating
    assert screen is not None
    with qtbot.captureExceptions() as raised:
        desk.press("J")
        assert screen.aiming._soon.isActive()
        desk.window.close()
        screen.aiming._soon.timeout.emit()
    assert raised == []


def test_the_text_does_not_move_for_numbers(desk: Desk, qtbot: QtBot):
    qtbot.waitUntil(lambda: bool(numbered(desk)))
    before = desk.view.rectangles_of(desk.view.current_sentence)
    desk.press("T", "-", "Esc")
    assert desk.view.rectangles_of(desk.view.current_sentence) == before
