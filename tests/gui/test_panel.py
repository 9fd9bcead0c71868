"""The inspector and the article's own labels, by key and by mouse."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyleOptionComboBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from annotator.domain.attribute import Attribute, Value
from annotator.gui.panel.fields import AttributeForm
from annotator.gui.panel.frame_rows import Offer, OfferRow
from annotator.gui.panel.labels import PaletteRow
from annotator.gui.theme import load
from annotator.gui.widgets.parts import LineButton
from annotator.operations import entities
from tests.gui.desk import Desk
from tests.scorecard import sizes


def settle(desk: Desk) -> None:
    """Let the panel follow the article."""
    screen = desk.window.annotating
    assert screen is not None
    desk.qtbot.waitUntil(lambda: not screen.panel._later.isActive())
    QApplication.processEvents()  # new lines are shown


def shown_labels(desk: Desk) -> list[str]:
    """The words that the inspector shows."""
    found = desk.find("Inspector").findChildren(QLabel)
    return [each.text() for each in found if each.isVisible()]


def choose(desk: Desk, name: str, value: str) -> None:
    """Choose a value in a box as the mouse does."""
    box = desk.find(name, QComboBox)
    number = next(at for at in range(box.count()) if box.itemText(at).endswith(value))
    box.setCurrentIndex(number)
    box.activated.emit(number)


def test_nothing_selected_tells_what_to_press(desk: Desk):
    settle(desk)
    labels = [each.text() for each in desk.find("Inspector").findChildren(QLabel)]
    assert "Nothing selected. Press E to pick an annotation in this sentence." in labels


def test_a_panel_that_grows_squeezes_nothing_meanwhile(desk: Desk):
    desk.press("C")
    desk.select("the harbour office")
    desk.press("S", "J", "C", "J", "J", "+")
    screen = desk.window.annotating
    assert screen is not None
    screen.panel._refresh()
    assert not list(sizes.small(desk.window)), "before any event has been waited for"


def test_enter_goes_to_the_missing_attribute_and_a_digit_sets_it(desk: Desk):
    desk.press("C", "Esc", "Enter")
    assert desk.find("Check-worthy", QComboBox).hasFocus()
    desk.press("3")
    assert desk.find("Certainty", QComboBox).hasFocus()
    desk.press("2", "Esc")
    assert desk.view.hasFocus()
    (made,) = desk.annotations()
    assert made.attributes == {"check_worthiness": "check_worthy", "certainty": "hedged"}
    assert next(iter(desk.stored().annotations.values())).attributes == made.attributes


def test_an_attribute_is_set_and_cleared_with_the_mouse_and_by_del(desk: Desk):
    desk.press("C")
    settle(desk)
    choose(desk, "Kind of claim", "Figure")
    assert desk.annotations()[0].attributes == {"claim_kind": "statistic"}
    box = desk.find("Kind of claim", QComboBox)
    box.setFocus()
    desk.press("Del")
    assert desk.annotations()[0].attributes == {}


def test_a_missing_required_attribute_stands_out_until_it_is_set(desk: Desk):
    desk.press("C")
    settle(desk)
    box = desk.find("Check-worthy", QComboBox)
    assert box.currentText() == "not set"
    assert box.accessibleDescription() == "required, not set"
    assert shown_labels(desk).count("required") == 1
    choose(desk, "Check-worthy", "Check-worthy")
    settle(desk)
    assert box.currentData() is not None
    assert box.accessibleDescription() == "Check-worthy"
    assert "required" not in shown_labels(desk)


def test_a_field_says_that_it_is_required_only_until_it_is_filled(qtbot: QtBot):
    values = (Value("t", "Trade & tax"), Value("w", "Work"))
    asked = (
        Attribute("topics", "Topics", kind="many", values=values),
        Attribute("where", "Where", kind="text"),
    )
    form = AttributeForm(asked, lambda _, __: None)
    qtbot.addWidget(form)
    form.show_values("n1", {}, ["topics", "where"])
    told = [field.accessibleDescription() for field in form.fields()]
    assert told == ["required, not set"] * 2
    form.show_values("n1", {"topics": ["t", "w"], "where": "at sea"}, [])
    told = [field.accessibleDescription() for field in form.fields()]
    assert told == ["Trade & tax, Work", "at sea"]


def test_rows_of_the_frame_stand_under_the_words_and_fields_around_them(desk: Desk):
    desk.press("C")
    settle(desk)
    card = desk.find("Inspector")
    rows = card.findChildren(OfferRow) + card.findChildren(LineButton)
    places = {row.mapTo(card, QPoint(4, 0)).x() for row in rows if row.isVisible()}
    field = desk.find("Check-worthy", QComboBox).mapTo(card, QPoint(1, 0)).x()
    assert places == {field}


def test_the_longest_value_of_every_box_can_be_read_whole(desk: Desk):
    desk.press("C")
    settle(desk)
    boxes = [each for each in desk.find("Inspector").findChildren(QComboBox) if each.isVisible()]
    assert boxes
    for box in boxes:
        option = QStyleOptionComboBox()
        for number in range(box.count()):
            box.setCurrentIndex(number)
            box.initStyleOption(option)
            assert not option.currentText.endswith("…"), box.accessibleName()


def test_parts_of_one_label_are_quoted_with_an_ellipsis_between_them(desk: Desk):
    desk.select("officials")
    desk.press("S")
    desk.press("E")
    desk.select("the mayor")
    desk.press("Shift+E", "F", "Enter", "E")
    desk.qtbot.waitUntil(lambda: "“officials … the mayor”" in shown_labels(desk))
    desk.qtbot.waitUntil(lambda: desk.shows("⚑ Needs a source: officials … the mayor"))
    assert desk.stored().annotations[desk.annotations()[0].id].text == "officials the mayor"


def test_a_link_quotes_the_parts_of_its_other_end_with_an_ellipsis(desk: Desk):
    desk.select("officials")
    desk.press("C", "E")
    desk.select("the mayor")
    desk.press("Shift+E")
    desk.select("confidential briefing")
    desk.press("S")
    desk.qtbot.waitUntil(lambda: desk.shows("is the source of: officials … the mayor"))


def test_the_status_line_says_what_keys_do_where_the_focus_is(desk: Desk):
    hints = desk.window.status.hints
    said = {"article": hints.text()}
    desk.press("C", "Esc", "Enter")
    said["inspector"] = hints.text()
    desk.press("Esc", "Ctrl+P")
    said["filter"] = hints.text()
    desk.press("Esc")
    assert hints.text() == said["article"]
    assert said["inspector"].startswith("1–9 choose")
    assert said["filter"] == "↓ list · Enter opens · Esc back"


no_platform = pytest.mark.qt_log_ignore("This plugin does not support")
"""Lists that open cannot grab the keyboard where there is no desktop."""


@no_platform
def test_a_pronoun_is_offered_whoever_was_named_last(desk: Desk):
    desk.select("Mayor Ruiz")
    desk.press("S")
    settle(desk)
    field = desk.find("Entity", QLineEdit)
    field.setFocus()
    assert field.placeholderText() == "↓ Mayor Ruiz"
    desk.type("Ruiz")
    desk.press("Enter")
    assert desk.annotations()[0].attributes == {"entity": "Ruiz"}
    desk.view.setFocus()
    desk.select("she")
    desk.press("S")
    settle(desk)
    field.setFocus()
    assert field.placeholderText() == "↓ Ruiz"
    desk.press("Down")
    desk.press("Enter", on=field.completer().popup())
    desk.qtbot.waitUntil(lambda: desk.annotations()[-1].attributes == {"entity": "Ruiz"})


@no_platform
def test_what_is_typed_into_a_field_stays_while_something_else_comes_in(desk: Desk):
    session = desk.window.session
    assert session is not None
    for words in ("Mayor Ruiz", "she"):
        desk.select(words)
        desk.press("S")
        settle(desk)
    field = desk.find("Entity", QLineEdit)
    field.setFocus()
    desk.type("Ana R")
    session.show_suggestions(is_on=False)  # the panel shows what is true anew
    settle(desk)
    desk.type("uiz")
    desk.press("Enter")
    assert [each.attributes.get("entity") for each in desk.annotations()] == [None, "Ana Ruiz"]


@no_platform
def test_an_entity_is_shown_by_its_name_and_kept_by_its_id(desk: Desk):
    session = desk.window.session
    assert session is not None
    desk.select("Mayor Ruiz")
    desk.press("S")
    settle(desk)
    field = desk.find("Entity", QLineEdit)
    field.setFocus()
    desk.type("Ruiz")
    desk.press("Enter", "Esc")
    session.perform(entities.rename(session.directory, "Ruiz", "Ana Ruiz"))
    desk.qtbot.waitUntil(lambda: field.text() == "Ana Ruiz")
    desk.select("she")
    desk.press("S")
    settle(desk)
    field.setFocus()
    desk.type("ana ruiz")
    desk.press("Enter")
    assert {str(each.attributes["entity"]) for each in desk.annotations()} == {"Ruiz"}


@no_platform
def test_esc_closes_the_list_of_names_first_and_what_was_typed_stays(desk: Desk):
    desk.select("Mayor Ruiz")
    desk.press("S")
    settle(desk)
    field = desk.find("Entity", QLineEdit)
    field.setFocus()
    desk.type("Ruiz")
    names = field.completer().popup()
    assert names.isVisible()
    desk.press("Esc", on=names)
    assert not names.isVisible()
    desk.window.activateWindow()
    assert (field.hasFocus(), field.text()) == (True, "Ruiz")
    desk.press("Esc")
    assert desk.view.hasFocus()
    assert desk.annotations()[0].attributes == {"entity": "Ruiz"}


def test_a_comment_is_written_shown_and_taken_back(desk: Desk):
    desk.press("C", "M")
    desk.type("who counted?")
    desk.press("Enter")
    settle(desk)
    assert desk.annotations()[0].note == "who counted?"
    assert desk.shows("who counted?")
    assert desk.view.hasFocus()
    desk.press("Z")
    assert desk.annotations()[0].note == ""


def test_esc_leaves_a_comment_unwritten(desk: Desk):
    desk.press("C", "M")
    desk.type("no")
    desk.press("Esc")
    assert desk.annotations()[0].note == ""
    assert not desk.shows("Entry")


def test_links_are_listed_at_both_ends_and_lead_to_the_other(desk: Desk):
    desk.select("the bridge will cost 4m euros")
    desk.press("C")
    desk.select("Mayor Ruiz")
    desk.press("S")
    settle(desk)
    desk.click(desk.find("is the source of: the bridge will cost 4m euros", LineButton))
    settle(desk)
    assert desk.view.selected_mark == desk.annotations("claim")[0].id
    desk.qtbot.waitUntil(lambda: desk.shows("Source: Mayor Ruiz"))


def test_the_keys_stay_on_a_line_of_the_panel_while_other_things_change(desk: Desk):
    screen = desk.window.annotating
    assert screen is not None
    desk.select("the bridge will cost 4m euros")
    desk.press("C")
    desk.select("Mayor Ruiz")
    desk.press("S", "F", "Enter")
    screen.selected.select(desk.annotations("source")[0].id)
    settle(desk)
    lines = screen.panel.findChildren(LineButton)
    link = next(each for each in lines if each.text() == "the bridge will cost 4m euros")
    flag = next(each for each in lines if each.text().startswith("⚑"))
    for line in (link, flag):
        line.setFocus()
        screen.panel.follow()
        settle(desk)
        assert line.hasFocus()


def test_a_link_is_removed_with_the_mouse(desk: Desk):
    desk.press("C", "Right", "Shift+Right", "S")
    settle(desk)
    desk.click(desk.find("Remove this link", QToolButton))
    assert desk.links() == []
    assert len(desk.annotations()) == 2


def test_a_flag_takes_a_digit_for_the_reason_and_then_words(desk: Desk):
    desk.press("F", "4")
    desk.type("3 of what?")
    desk.press("Enter")
    (flag,) = desk.sheet.flags.values()
    assert flag.reason == "unverifiable_statistic"
    assert [message.text for message in flag.messages] == ["3 of what?"]
    assert flag.text == "Mayor Ruiz said the bridge will cost 4m euros."
    assert desk.view.hasFocus()
    assert desk.stored().flags


def test_a_flag_sits_on_the_selected_annotation_and_shows_there(desk: Desk):
    desk.press("C", "F", "Enter", "E")
    settle(desk)
    (flag,) = desk.sheet.flags.values()
    assert flag.target_id == desk.annotations()[0].id
    assert desk.shows("⚑ Needs a source · Open")


def test_the_whole_article_is_flagged(desk: Desk):
    desk.press("Shift+F", "8", "Enter")
    settle(desk)
    (flag,) = desk.sheet.flags.values()
    assert (flag.target_id, flag.fragments, flag.reason) == (None, (), "duplicate_text")
    assert desk.shows("⚑ Repeated text")


def test_a_flag_is_answered_and_closed(desk: Desk):
    desk.press("F", "Enter", "G", "M")
    desk.type("the budget says so")
    desk.press("Enter")
    settle(desk)
    (flag,) = desk.sheet.flags.values()
    assert flag.messages[-1].text == "the budget says so"
    close = next(
        each
        for each in desk.find("Inspector").findChildren(QPushButton)
        if each.text() == "Close the flag" and each.isVisible()
    )
    desk.click(close)
    assert next(iter(desk.sheet.flags.values())).state == "closed"


def test_an_article_label_is_set_and_undone(desk: Desk):
    settle(desk)
    choose(desk, "Genre", "Opinion")
    assert desk.sheet.labels["genre"].value == "opinion"
    desk.view.setFocus()
    desk.press("Z")
    assert "genre" not in desk.sheet.labels


def test_the_wheel_over_a_box_changes_nothing(desk: Desk):
    settle(desk)
    box = desk.find("Genre", QComboBox)
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert box.currentIndex() == 0


def test_an_article_without_claims_says_that_done_counts(desk: Desk):
    settle(desk)
    texts = [each.text() for each in desk.find("This article").findChildren(QLabel)]
    assert "No claims marked. Press Ctrl+Enter if that is right; it counts as a decision." in texts


def test_label_rows_explain_themselves(desk: Desk):
    row = desk.find("Claim", within=desk.find("Labels"))
    assert "reader is asked to accept" in row.toolTip()
    assert "<u>" in row.toolTip()


def test_the_queue_follows_what_is_labelled(desk: Desk):
    desk.press("C", "F", "Enter")
    settle(desk)
    row = desk.window.annotating.queue.model.index(0, 0)
    from PySide6.QtCore import Qt

    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == ("The bridge, 1 flag open · 1 label")


def test_tab_goes_through_the_inspector_before_the_labels_of_the_article(desk: Desk):
    desk.press("C", "Right", "S", "E")
    settle(desk)
    desk.find("Definition and examples", QToolButton).setFocus()
    seen = []
    for _ in range(10):
        desk.press("Tab")
        seen.append(QApplication.focusWidget().accessibleName())
    assert seen[0] == "Type"
    assert seen.index("Comment… (M)") < seen.index("Remove this link") < seen.index("Genre")


def test_the_palette_has_a_line_that_flags_with_its_key(desk: Desk):
    row = desk.find("Flag", PaletteRow)
    assert row._key == "F"
    desk.click(row)
    desk.press("2", "Enter")
    (flag,) = desk.sheet.flags.values()
    assert flag.text.startswith("Mayor Ruiz said")


def test_digits_stay_with_the_annotation_whichever_label_was_shown_in_between(desk: Desk):
    desk.press("C")
    settle(desk)
    desk.press("Esc", "Right", "S")
    settle(desk)
    desk.press("Esc", "E", "E")
    settle(desk)
    assert [each.label for each in desk.annotations()] == ["source", "claim"]
    desk.press("Enter", "2", "1", "1", "1")
    assert desk.sheet.labels == {}
    assert desk.find("Comment… (M)", LineButton).hasFocus()


def test_tab_goes_over_the_frame_before_the_attributes(desk: Desk):
    desk.press("C", "S", "Enter")
    settle(desk)
    desk.find("Definition and examples").setFocus()
    passed = []
    while not desk.find("Check-worthy", QComboBox).hasFocus():
        desk.press("Tab")
        focus = QApplication.focusWidget()
        assert focus is not None
        passed.append(focus.accessibleName())
    assert passed[0].startswith("Source: ")
    assert passed[-2:] == ["Kind of claim", "Check-worthy"]


def test_words_written_from_right_to_left_begin_at_the_right_of_their_row(qtbot: QtBot):
    line, offer = LineButton("قال:", above="is the source of"), OfferRow()
    offer.show_row(Offer("قال:", key="1"), load("light"))
    rows: list[tuple[QAbstractButton, int]] = [(line, 22), (offer, 0)]
    for row, top in rows:
        qtbot.addWidget(row)
        row.resize(240, row.sizeHint().height())
        image = row.grab().toImage()
        inked = [
            x
            for x in range(40, image.width())
            if any(image.pixelColor(x, y).lightness() < 120 for y in range(top, image.height()))
        ]
        assert inked[-1] > 220
