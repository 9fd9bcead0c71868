"""Labelling by key: what a label falls on, with what it is linked, and how it is taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.domain.span import Span
from annotator.gui.article.margin import chips
from tests.gui.desk import Desk, press_foreign

SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST = "Mayor Ruiz said the bridge will cost 4m euros."


def test_one_key_labels_the_current_sentence(desk: Desk):
    desk.press("C")
    assert desk.words("claim") == [FIRST]
    assert list(desk.stored().annotations) == [desk.annotations()[0].id]


@pytest.mark.parametrize(
    ("key", "label", "polarity"),
    [
        ("C", "claim", None),
        ("S", "source", None),
        ("A", "cue", None),
        ("Q", "quote", None),
        ("W", "expression", None),
        ("B", "boilerplate", None),
        ("1", "claim", None),
        ("2", "source", None),
        ("+", "sentiment", "positive"),
        ("=", "sentiment", "positive"),
        ("0", "sentiment", "neutral"),
        ("-", "sentiment", "negative"),
        ("~", "sentiment", "mixed"),
    ],
)
def test_each_label_key_labels(desk: Desk, key: str, label: str, polarity: str | None):
    desk.press(key)
    (made,) = desk.annotations()
    assert (made.label, made.attributes.get("polarity")) == (label, polarity)


def test_words_selected_by_key_are_labelled(desk: Desk):
    desk.press("Right", "Shift+Right", "S")
    assert desk.words("source") == ["Mayor Ruiz"]


def test_words_drawn_with_the_mouse_are_labelled(desk: Desk):
    desk.select("the bridge will cost 4m euros")
    desk.press("C")
    assert desk.words("claim") == ["the bridge will cost 4m euros"]


def test_a_label_may_begin_inside_a_word(desk: Desk):
    desk.select("argain")
    desk.press("W")
    assert desk.words("expression") == ["argain"]


def test_a_source_after_a_claim_is_linked_to_it_in_one_step(desk: Desk):
    desk.press("C", "Right", "Shift+Right", "S")
    assert desk.links() == [(FIRST, "attributed_to", "Mayor Ruiz")]
    desk.press("Z")
    assert desk.words("source") == []
    assert desk.links() == []
    assert desk.words("claim") == [FIRST]


def test_words_that_are_a_source_already_are_linked_to_the_next_claim(desk: Desk):
    desk.select("the bridge will cost 4m euros")
    desk.press("C")
    desk.select("Mayor Ruiz")
    desk.press("S")
    desk.select("It is a bargain")
    desk.press("C")
    desk.select("Mayor Ruiz")
    desk.press("S")
    assert desk.words("source") == ["Mayor Ruiz"]
    assert desk.links() == [
        ("It is a bargain", "attributed_to", "Mayor Ruiz"),
        ("the bridge will cost 4m euros", "attributed_to", "Mayor Ruiz"),
    ]


def test_a_cue_is_linked_to_the_claim(desk: Desk):
    desk.select("the bridge will cost 4m euros")
    desk.press("C")
    desk.select("said")
    desk.press("A")
    assert desk.links() == [("the bridge will cost 4m euros", "cued_by", "said")]


def test_a_source_labelled_while_another_is_selected_reports_its_words(desk: Desk):
    desk.select("A confidential briefing")
    desk.press("S")
    desk.go_to("revealed")
    desk.press("E")
    desk.select("officials")
    desk.press("S")
    assert desk.links() == [("officials", "reported_via", "A confidential briefing")]


def test_a_sentiment_labelled_while_a_source_is_selected_is_held_by_it(desk: Desk):
    desk.select("Mayor Ruiz")
    desk.press("S", "E")
    desk.select("the bridge")
    desk.press("+")
    assert desk.links() == [("the bridge", "held_by", "Mayor Ruiz")]


def test_two_claims_are_never_linked_unasked(desk: Desk):
    desk.select("the bridge will cost 4m euros")
    desk.press("C", "E")
    desk.select("Mayor Ruiz said")
    desk.press("C")
    assert desk.links() == []


def test_linking_by_hand_asks_which_way_when_there_are_several(desk: Desk):
    desk.press("C", "J", "C", "K", "E", "R", "J", "E", "Enter")
    assert desk.shows("Entry")
    desk.press("1")
    assert not desk.shows("Entry")
    second = "Nobody asked the harbour office."
    assert desk.links() == [(FIRST, "supports", second)]


def test_linking_by_hand_needs_no_question_when_there_is_one_way(desk: Desk):
    desk.press("S", "J", "C", "E", "R", "K", "E", "Enter")
    assert desk.links() == [("Nobody asked the harbour office.", "attributed_to", FIRST)]


def test_another_label_key_changes_the_selected_label(desk: Desk):
    desk.press("-", "E", "+")
    (made,) = desk.annotations()
    assert made.attributes["polarity"] == "positive"


def test_labelling_the_same_words_twice_adds_nothing(desk: Desk):
    desk.press("C", "Esc", "C")
    assert desk.words("claim") == [FIRST]
    assert "labelled so already" in desk.status()


def test_repeat_gives_the_last_label_with_its_value(desk: Desk):
    desk.press("-", "J", ".")
    assert [each.attributes["polarity"] for each in desk.annotations()] == ["negative"] * 2


def test_a_sticky_label_labels_with_enter_until_esc(desk: Desk):
    desk.press("L", "C")
    assert desk.annotations() == []
    desk.press("Enter", "J", "Enter", "Esc", "J", "Enter")
    assert len(desk.words("claim")) == 2


def test_a_sticky_label_labels_what_the_mouse_draws(desk: Desk):
    desk.press("L", "S")
    desk.select("Mayor Ruiz", is_labelled_at_once=True)
    assert desk.words("source") == ["Mayor Ruiz"]


def test_a_claim_gets_a_second_part_and_loses_words(desk: Desk):
    desk.select("the bridge")
    desk.press("C", "E")
    desk.select("4m euros")
    desk.press("Shift+E")
    assert [each.text for each in desk.annotations("claim")] == ["the bridge 4m euros"]
    desk.select("bridge")
    desk.press("Shift+X")
    assert desk.words("claim") == ["the 4m euros"]


def test_a_drag_with_ctrl_and_shift_adds_a_part_and_both_are_one_thing(desk: Desk):
    desk.select("the bridge")
    desk.press("C")
    desk.draw_over("4m euros", Qt.KeyboardModifier.ControlModifier | SHIFT)
    (claim,) = desk.annotations("claim")
    assert [each.cut_from(desk.sheet.article.text) for each in claim.fragments] == [
        "the bridge",
        "4m euros",
    ]
    assert desk.view.selected_mark == claim.id
    assert len([each for each in chips(desk.view.frame()) if each.mark.id == claim.id]) == 1


def test_a_drag_with_ctrl_and_shift_needs_something_selected(desk: Desk):
    desk.draw_over("4m euros", Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert desk.annotations() == []
    assert "Select an annotation first" in desk.status()


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("[", "["), "bridge will"),
        (("Alt+Left",), "bridge will cost"),
        (("]",), "bridge will cost 4m euros"),
        (("{",), "the bridge will cost 4m"),
        (("Alt+Shift+Left",), "the bridge will cost 4m"),
        (("}",), "will cost 4m"),
        (("Ctrl+Alt+Left",), "bridge will cost 4"),
        (("Ctrl+Alt+Shift+Right",), "ridge will cost 4m"),
    ],
)
def test_edges_move_by_keys(desk: Desk, keys: tuple[str, ...], words: str):
    desk.select("bridge will cost 4m")
    desk.press("C", "E", *keys)
    assert desk.words("claim") == [words]


def test_an_edge_stays_in_its_paragraph(desk: Desk):
    desk.press("J", "C", "E", "]")
    assert desk.words("claim") == ["Nobody asked the harbour office."]
    assert "paragraph" in desk.status()


def test_del_removes_and_backspace_brings_back(desk: Desk):
    desk.press("C", "E", "Del")
    assert desk.annotations() == []
    desk.press("Backspace")
    assert desk.words("claim") == [FIRST]


def test_undo_and_redo_survive_a_restart(open_desk: Callable[..., Desk], project: Path):
    first = open_desk(project)
    first.press("C", "J", "S", "Z")
    assert first.words("source") == []
    first.close()
    second = open_desk(project)
    second.press("Shift+Z")
    assert second.words("source") == ["Nobody asked the harbour office."]
    second.press("Z", "Z")
    assert second.annotations() == []
    assert second.stored().annotations == {}


def test_undo_opens_the_article_it_concerns(desk: Desk):
    desk.press("C", "Ctrl+Enter")
    assert desk.sheet.article.id == "a2"
    desk.press("Z", "Z")
    assert desk.sheet.article.id == "a1"
    assert desk.annotations() == []


def test_letters_label_under_a_cyrillic_layout(desk: Desk):
    press_foreign(desk.view, "с", scan_code=54)
    assert desk.words("claim") == [FIRST]


def test_letters_do_nothing_while_the_filter_has_the_focus(desk: Desk):
    desk.press("Ctrl+P")
    desk.type("c")
    assert desk.annotations() == []


def test_a_click_on_a_label_of_the_panel_labels(desk: Desk):
    desk.click(desk.find("Claim", within=desk.find("Labels")))
    assert desk.words("claim") == [FIRST]
    assert desk.view.hasFocus()


def test_a_double_click_selects_the_sentence(desk: Desk):
    place = desk.view.rectangles_of(Span(5, 6))[0].center().toPoint()
    port = desk.view.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place)
    desk.press("C")
    assert desk.words("claim") == [FIRST]


def test_a_click_on_a_mark_selects_it_and_one_beside_lets_go(desk: Desk):
    desk.press("C", "J")
    port = desk.view.viewport()
    inside = desk.view.rectangles_of(Span(5, 6))[0].center().toPoint()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=inside)
    assert desk.view.selected_mark == desk.annotations()[0].id
    beside = desk.view.rectangles_of(Span(60, 61))[0].center().toPoint()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=beside)
    assert desk.view.selected_mark is None
    desk.press("S")
    assert desk.words("source") == ["Nobody asked the harbour office."]


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_context_menu_labels_and_removes(desk: Desk):
    place = desk.view.rectangles_of(Span(60, 61))[0].center().toPoint()
    for wanted in ("Source", "Remove"):
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, desk.view.viewport().mapToGlobal(place)
        )
        QApplication.sendEvent(desk.view.viewport(), event)
        menu = next(each for each in desk.window.findChildren(QMenu) if each.isVisible())
        action = next(each for each in menu.actions() if each.text().startswith(wanted))
        menu.close()
        action.trigger()
        if wanted == "Source":
            assert desk.words("source") == ["Nobody asked the harbour office."]
    assert desk.annotations() == []
