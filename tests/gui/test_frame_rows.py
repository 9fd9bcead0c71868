"""The frame in the inspector: each part is shown, gone to, filled and taken away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton

from tests.builders import article, project_file
from tests.gui.desk import Desk

FIRST = "Mayor Ruiz said the bridge will cost 4m euros."
COST = "the bridge will cost 4m euros"


def rows(desk: Desk) -> list[str]:
    """What the rows of the frame are called, from above."""
    found = desk.find("Who says it").findChildren(QAbstractButton)
    visible = [each for each in found if each.isVisible() and not isinstance(each, QToolButton)]
    return [
        each.accessibleName()
        for each in sorted(
            visible, key=lambda row: row.mapTo(desk.window, row.rect().topLeft()).y()
        )
    ]


def said(desk: Desk) -> list[str]:
    """The words beside the rows."""
    return [each.text() for each in desk.find("Who says it").findChildren(QLabel) if each.text()]


def wait_for(desk: Desk, *wanted: str) -> None:
    """Wait until the frame has these rows, at least."""
    desk.qtbot.waitUntil(lambda: desk.shows("Who says it") and set(wanted) <= set(rows(desk)))


def label_cost(desk: Desk) -> None:
    """Label what the mayor says, and wait for the frame."""
    desk.select(COST)
    desk.press("C")
    wait_for(desk, "Mayor Ruiz", "said", "The outlet itself")


def click(desk: Desk, name: str) -> None:
    """Click a row of the frame."""
    desk.click(desk.find(name, QAbstractButton, within=desk.find("Who says it")))


def test_what_is_missing_is_seen_with_all_that_can_fill_it(desk: Desk):
    label_cost(desk)
    assert said(desk) == ["Source", "missing", "Or without a source", "Cue", "missing"]
    assert rows(desk) == [
        "Mayor Ruiz",
        "she",
        "Critics",
        "A confidential briefing",
        "officials",
        "Select in the text…",
        "The outlet itself",
        "Implicit",
        "Unnamed",
        "said",
        "Select in the text…",
    ]


def test_why_there_is_no_source_is_asked_once(desk: Desk):
    desk.select("“It is a bargain,”")
    desk.press("Q")
    wait_for(desk, "she")
    assert desk.shows("Kind of quote")
    assert not desk.shows("Without a source")


def test_a_click_on_a_candidate_takes_it_with_its_cue(desk: Desk):
    label_cost(desk)
    click(desk, "Mayor Ruiz")
    assert desk.links() == [(COST, "attributed_to", "Mayor Ruiz"), (COST, "cued_by", "said")]
    wait_for(desk, "Source: Mayor Ruiz", "Cue: said")
    assert desk.view.hasFocus()


def test_a_click_on_a_part_goes_there(desk: Desk):
    label_cost(desk)
    desk.press("S")
    wait_for(desk, "Source: Mayor Ruiz")
    click(desk, "Source: Mayor Ruiz")
    assert desk.view.selected_mark == desk.annotations("source")[0].id
    desk.qtbot.waitUntil(lambda: not desk.shows("Who says it"))


def test_a_link_of_the_frame_is_removed_there(desk: Desk):
    label_cost(desk)
    desk.press("S")
    wait_for(desk, "Source: Mayor Ruiz")
    desk.click(desk.find("Remove this link", QToolButton, within=desk.find("Who says it")))
    assert [link[1] for link in desk.links()] == ["cued_by"]


def test_an_answer_is_given_by_click_and_taken_away(desk: Desk):
    label_cost(desk)
    click(desk, "Implicit")
    assert desk.annotations("claim")[0].attributes == {"no_source": "implicit"}
    wait_for(desk, "Source: Implicit")
    desk.click(desk.find("Take this answer away", QToolButton))
    assert desk.annotations("claim")[0].attributes == {}


def test_digits_and_letters_act_also_while_the_rows_have_the_focus(desk: Desk):
    label_cost(desk)
    desk.find("she", QAbstractButton, within=desk.find("Who says it")).setFocus()
    desk.press("P")
    assert desk.annotations("claim")[0].attributes == {"no_source": "unnamed"}
    desk.press("Z")
    wait_for(desk, "Mayor Ruiz")
    desk.find("she", QAbstractButton, within=desk.find("Who says it")).setFocus()
    desk.press("1")
    assert desk.words("source") == ["Mayor Ruiz"]


def test_words_selected_in_the_text_become_the_source_with_enter(desk: Desk):
    label_cost(desk)
    click(desk, "Select in the text…")
    assert "then Enter" in desk.status()
    desk.press("J", "K")
    desk.select("Mayor")
    desk.press("Enter")
    assert desk.links() == [(COST, "attributed_to", "Mayor")]


def test_selecting_in_the_text_ends_with_esc(desk: Desk):
    label_cost(desk)
    click(desk, "Select in the text…")
    desk.press("Esc")
    assert desk.window.annotating.framing.picking.label is None
    assert desk.words("source") == []


def test_who_reports_via_whom_is_a_row_of_its_own(desk: Desk):
    desk.select("A confidential briefing")
    desk.press("S")
    desk.select("urged the mayor to wait")
    desk.press("C", "Esc")
    desk.select("officials")
    desk.press("S", "E")
    while desk.window.annotating.selected.annotation(desk.sheet).label != "claim":
        desk.press("E")
    wait_for(desk, "Source: officials", "Reported via… (Shift+V)")
    click(desk, "Reported via… (Shift+V)")
    desk.press("1")
    wait_for(desk, "Reported via: A confidential briefing")
    assert ("officials", "reported_via", "A confidential briefing") in desk.links()


def test_sentiment_in_the_claim_stands_beside_it(desk: Desk):
    label_cost(desk)
    desk.press("S")
    desk.select("the bridge")
    desk.press("-", "E")
    while desk.window.annotating.selected.annotation(desk.sheet).label != "claim":
        desk.press("E")
    wait_for(desk, "Negative: the bridge")


def test_a_source_has_no_frame(desk: Desk):
    desk.select("Mayor Ruiz")
    desk.press("S")
    desk.qtbot.waitUntil(lambda: desk.shows("Type"))
    assert not desk.shows("Who says it")


def test_the_rows_are_in_the_tab_order_and_enter_the_rows_by_key(desk: Desk):
    label_cost(desk)
    first = desk.find("Mayor Ruiz", QAbstractButton, within=desk.find("Who says it"))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert desk.words("source") == ["Mayor Ruiz"]


def test_a_source_linked_last_is_numbered_after_the_nearest_ones(
    open_desk: Callable[..., Desk], tmp_path: Path
):
    names = ("Ada Berg", "Ben Cole", "Cai Dunn", "Eva Falk", "Gil Hahn", "Ida Jung", "Kim Lang")
    text = "\n\n".join(f"{name} said the pier is old." for name in names) + "\n\nIt leaks."
    desk = open_desk(project_file(tmp_path, article(text)))
    desk.go_to("Kim Lang")
    for _ in names:
        desk.press("C", "S", "K")
    desk.go_to("It leaks")
    desk.press("C")
    wait_for(desk, "Kim Lang")
    nearest, last = ["Kim Lang", "Ida Jung", "Gil Hahn", "Eva Falk", "Cai Dunn"], "Ada Berg"
    assert rows(desk)[:7] == [*nearest, last, "Ben Cole"]
    desk.press("6")
    assert ("It leaks.", "attributed_to", last) in desk.links()


def test_the_rows_of_one_claim_show_the_next_in_the_order_in_which_they_are_read_out(desk: Desk):
    label_cost(desk)
    frame = desk.find("Who says it")
    before = frame.findChildren(QAbstractButton)
    desk.press("S")
    wait_for(desk, "Source: Mayor Ruiz")
    desk.press("Z")
    wait_for(desk, "Mayor Ruiz", "she", "Critics")
    found = frame.findChildren(QAbstractButton)
    shown = [each.accessibleName() for each in found if each.isVisible()]
    assert set(before) & set(found)
    assert shown == rows(desk)
    assert shown[:4] == ["Mayor Ruiz", "she", "Critics", "A confidential briefing"]


def test_a_row_that_became_another_gives_the_keys_on(desk: Desk):
    label_cost(desk)
    desk.find("Implicit", QAbstractButton, within=desk.find("Who says it")).setFocus()
    desk.press("P")
    wait_for(desk, "Source: Unnamed")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not desk.find("Who says it").isAncestorOf(focused)
