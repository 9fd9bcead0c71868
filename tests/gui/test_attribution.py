"""Who says it is offered as a ghost and taken, rejected, repeated or denied by one key each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.domain.change import Draft, added
from annotator.domain.span import Span
from annotator.gui.article.marks import Mark
from annotator.operations import library, writing
from annotator.storage.project import open_project
from tests.builders import article
from tests.gui.conftest import TEXT
from tests.gui.desk import Desk

FIRST = "Mayor Ruiz said the bridge will cost 4m euros."
COST = "the bridge will cost 4m euros"


def ghosts(desk: Desk) -> list[str]:
    """The words under ghosts, in the order of the text."""
    text = desk.sheet.article.text
    found = sorted(_ghost_marks(desk), key=lambda mark: mark.start)
    return [mark.fragments[0].cut_from(text) for mark in found]


def _ghost_marks(desk: Desk) -> list[Mark]:
    return [mark for mark in desk.view.index if mark.is_ghost]


def ghost_links(desk: Desk) -> int:
    """How many dotted lines are drawn."""
    return len(desk.view.emphasis.ghost_links)


def label_cost(desk: Desk) -> None:
    """Label what the mayor says, and wait for the ghosts."""
    desk.select(COST)
    desk.press("C")
    desk.qtbot.waitUntil(lambda: ghosts(desk) == ["Mayor Ruiz", "said"])


def test_two_keys_make_claim_source_cue_and_both_links(desk: Desk):
    desk.press("C", "S")
    assert desk.links() == [
        (FIRST, "attributed_to", "Mayor Ruiz"),
        (FIRST, "cued_by", "said"),
    ]
    assert len(desk.stored().relations) == 2


def test_ghosts_stand_right_after_the_label_and_nothing_of_them_is_stored(desk: Desk):
    label_cost(desk)
    assert ghost_links(desk) == 2
    assert [each.label for each in desk.annotations()] == ["claim"]
    assert list(desk.stored().annotations.values()) == desk.annotations()
    assert desk.status() == "Source suggestion: Mayor Ruiz, S to accept"


def test_a_quote_is_offered_its_speaker_too(desk: Desk):
    desk.select("“It is a bargain,”")
    desk.press("Q")
    desk.qtbot.waitUntil(lambda: ghosts(desk) == ["she", "told"])


def test_the_text_never_moves_for_ghosts(desk: Desk):
    before = [desk.view.rectangles_of(Span(at, at + 1)) for at in range(0, 200, 7)]
    label_cost(desk)
    desk.press("S", "S", "X", "Esc")
    assert [desk.view.rectangles_of(Span(at, at + 1)) for at in range(0, 200, 7)] == before


@pytest.mark.parametrize("key", ["S", "Enter", "1"])
def test_a_ghost_is_taken_by_one_key_and_back_by_another(desk: Desk, key: str):
    label_cost(desk)
    desk.press(key)
    assert ghosts(desk) == []
    assert desk.words("source") == ["Mayor Ruiz"]
    assert desk.annotations("cue")[0].attributes == {"cue_stance": "neutral"}
    desk.press("Z")
    assert [each.label for each in desk.annotations()] == ["claim"]
    assert desk.links() == []


def test_the_source_key_again_takes_the_next_instead_and_one_undo_takes_all_back(desk: Desk):
    desk.press("C", "S", "S")
    assert desk.words("source") == ["she"]
    assert [link[2] for link in desk.links() if link[1] == "attributed_to"] == ["she"]
    desk.press("Z")
    assert desk.words("source") == []
    assert desk.words("claim") == [FIRST]
    assert desk.view.current_sentence.cut_from(TEXT) == FIRST
    assert desk.view.selected_mark == desk.annotations("claim")[0].id
    desk.press("S")
    assert desk.words("source") == ["Mayor Ruiz"]
    desk.press("Z", "Z")
    assert desk.annotations() == []


@pytest.mark.parametrize("key", ["J", "Right", "E"])
def test_what_was_said_about_a_source_goes_when_the_reader_goes_on(desk: Desk, key: str):
    desk.press("C", "S")
    assert desk.status() == "Source: Mayor Ruiz · S takes the next instead"
    desk.qtbot.waitUntil(lambda: desk.window.status._is_of_place)
    desk.press(key)
    assert desk.status() == ""


def test_the_source_key_after_anything_else_labels_again(desk: Desk):
    desk.press("C", "S", "J", "S")
    assert desk.words("source") == ["Mayor Ruiz", "Nobody asked the harbour office."]


def test_rejecting_costs_one_key_and_shows_the_next(desk: Desk):
    label_cost(desk)
    desk.press("X")
    assert ghosts(desk) == ["she"]
    while ghosts(desk):
        desk.press("X")
    assert "No further suggestion" in desk.status()
    assert desk.words("source") == []
    desk.press("Esc", "E")
    desk.qtbot.wait(20)
    assert ghosts(desk) == []


def test_esc_dismisses_and_the_claim_stays_selected(desk: Desk):
    label_cost(desk)
    claim = desk.annotations()[0].id
    desk.press("Esc")
    assert (ghosts(desk), ghost_links(desk)) == ([], 0)
    assert desk.view.selected_mark == claim
    assert desk.status() == ""


def test_moving_on_leaves_the_ghost_behind_and_coming_back_shows_it(desk: Desk):
    label_cost(desk)
    desk.press("J")
    assert (ghosts(desk), ghost_links(desk)) == ([], 0)
    desk.press("K", "E")
    desk.qtbot.waitUntil(lambda: ghosts(desk) == ["Mayor Ruiz", "said"])
    assert ghost_links(desk) == 2


def test_selected_words_are_labelled_whatever_is_offered(desk: Desk):
    desk.select("the bridge will cost")
    desk.press("C")
    desk.select("Mayor")
    desk.press("S")
    assert desk.links() == [("the bridge will cost", "attributed_to", "Mayor")]
    desk.qtbot.waitUntil(lambda: ghosts(desk) == [])


def test_a_claim_with_a_source_is_offered_none(desk: Desk):
    desk.press("C", "S", "J", "K", "E")
    desk.qtbot.wait(20)
    assert ghosts(desk) == []


def test_words_that_are_labelled_already_are_only_linked(desk: Desk):
    desk.select("Mayor Ruiz")
    desk.press("S")
    desk.select(COST)
    desk.press("C")
    desk.qtbot.waitUntil(lambda: ghosts(desk) == ["said"])
    assert ghost_links(desk) == 2
    desk.press("S")
    assert desk.words("source") == ["Mayor Ruiz"]


def test_the_cue_key_takes_the_cue_alone(desk: Desk):
    label_cost(desk)
    desk.press("A")
    assert desk.links() == [(COST, "cued_by", "said")]
    desk.qtbot.waitUntil(lambda: ghosts(desk) == ["Mayor Ruiz"])
    desk.press("S")
    assert [link[2] for link in desk.links()] == ["Mayor Ruiz", "said"]


def test_a_cue_that_is_still_missing_is_taken_by_its_key(desk: Desk):
    desk.select(COST)
    desk.press("C")
    desk.select("Mayor Ruiz")
    desk.press("S", "E", "E")
    chosen = desk.view.selected_mark
    desk.press(*(() if chosen == desk.annotations("claim")[0].id else ("E",)), "A")
    assert (COST, "cued_by", "said") in desk.links()


def test_a_click_on_the_ghosts_sign_takes_it(desk: Desk):
    label_cost(desk)
    port = desk.view.viewport()
    place = next(
        point
        for x in range(0, desk.view.column.text_left, 4)
        for y in range(0, port.height(), 4)
        if desk.view.mark_at(point := QPoint(x, y)) == "ghost:source"
    )
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
    assert desk.words("source") == ["Mayor Ruiz"]


def test_a_click_on_the_ghosts_words_is_a_click_into_the_text(desk: Desk):
    label_cost(desk)
    place = desk.view.rectangles_of(Span(1, 2))[0].center().toPoint()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.words("source") == []


def test_next_goes_from_open_claim_to_open_claim(desk: Desk):
    desk.press("C", "J", "C", "J", "C")
    opened = []
    for _ in range(4):
        desk.press("N")
        opened.append(desk.view.current_sentence.start)
    starts = [each.start for each in desk.annotations("claim")]
    assert opened == [starts[0], starts[1], starts[2], starts[0]]
    assert desk.view.selected_mark == desk.annotations("claim")[0].id


def test_next_says_when_every_claim_is_answered(desk: Desk):
    desk.press("C", "S", "J", "C", "O", "N")
    assert "has a source" in desk.status()


@pytest.mark.parametrize(("key", "reason"), [("O", "outlet"), ("I", "implicit"), ("P", "unnamed")])
def test_why_there_is_no_source_is_one_key(desk: Desk, key: str, reason: str):
    label_cost(desk)
    desk.press(key)
    assert desk.annotations()[0].attributes == {"no_source": reason}
    desk.qtbot.waitUntil(lambda: ghosts(desk) == [])
    desk.press("S")
    assert desk.words("source") == [FIRST]  # labels as ever: nothing is offered any more
    desk.press("Z", "Z")
    assert desk.annotations()[0].attributes == {}


def test_a_claim_with_a_source_is_not_said_to_have_none(desk: Desk):
    desk.press("C", "S", "I")
    assert "no_source" not in desk.annotations("claim")[0].attributes
    assert "Remove that link first" in desk.status()


def test_the_same_source_again_is_one_key(desk: Desk):
    desk.press("C", "S", "J", "C", "Shift+S")
    second = "Nobody asked the harbour office."
    assert (second, "attributed_to", "Mayor Ruiz") in desk.links()
    desk.press("Z")
    assert (second, "attributed_to", "Mayor Ruiz") not in desk.links()


def test_the_source_of_the_claim_before_is_repeated_in_an_article_opened_again(desk: Desk):
    desk.press("C", "S", "Ctrl+PgDown", "Ctrl+PgUp", "J", "C", "Shift+S")
    second = "Nobody asked the harbour office."
    assert (second, "attributed_to", "Mayor Ruiz") in desk.links()


def test_what_others_report_is_nested_by_keys(desk: Desk):
    desk.select("urged the mayor to wait")
    desk.press("C", "Esc")
    desk.select("officials")
    desk.press("S")
    desk.go_to("revealed")
    desk.select("A confidential briefing")
    desk.press("L", "L", "S")
    desk.go_to("revealed")
    desk.press("E")
    while desk.window.annotating.selected.annotation(desk.sheet).text != "officials":
        desk.press("E")
    desk.press("Shift+V", "1")
    assert ("officials", "reported_via", "A confidential briefing") in desk.links()


def test_reporting_needs_a_source_in_hand(desk: Desk):
    desk.press("J", "Shift+V")
    assert "Select a source first" in desk.status()


def test_advance_after_label_leaves_the_ghost_for_one_key(desk: Desk):
    desk.window.settings.choose("advance_after_label", value=True)
    desk.press("C")
    desk.qtbot.waitUntil(lambda: ghosts(desk) != [])
    desk.press("S")
    assert (FIRST, "attributed_to", "Mayor Ruiz") in desk.links()
    desk.press("C", "J")
    desk.qtbot.wait(20)
    assert ghosts(desk) == []


def test_digits_label_where_nothing_is_offered(desk: Desk):
    desk.press("C", "Esc", "J", "2")
    assert desk.words("source") == ["Nobody asked the harbour office."]


def test_a_slow_disk_does_not_take_the_ghosts_away(desk: Desk):
    label_cost(desk)
    desk.window.annotating.showing._show_all()
    assert ghosts(desk) == ["Mayor Ruiz", "said"]


def test_another_article_has_no_ghosts_of_this_one(desk: Desk):
    label_cost(desk)
    desk.press("Ctrl+PgDown")
    assert (ghosts(desk), ghost_links(desk)) == ([], 0)
    desk.press("Ctrl+PgUp")
    assert ghosts(desk) == []


def test_a_simple_scheme_offers_the_source_alone(open_desk: Callable[..., Desk], tmp_path: Path):
    desk = open_desk(_simple_project(tmp_path))
    desk.press("C", "S")
    assert desk.links() == [(FIRST, "attributed_to", "Mayor Ruiz")]


def _simple_project(folder: Path) -> Path:
    path = folder / "simple.annotator"
    library.new_project(path, annotator="ana", scheme="simple")
    with open_project(path, is_writable=True) as project:
        draft = Draft("Import", added([article(TEXT)]), is_undoable=False)
        writing.commit(project, draft, annotator="ana")
    return path


def test_an_import_that_brings_the_open_article_nothing_leaves_the_offers_alone(desk: Desk):
    label_cost(desk)
    desk.press("X")
    offered = ghosts(desk)
    desk.wait_saved()
    told: list[bool] = []
    desk.window.session.reloaded.connect(lambda: told.append(True))
    desk.window.session.read_again()
    assert told
    assert offered != ["Mayor Ruiz", "said"]
    assert ghosts(desk) == offered
    desk.press("S")
    assert "Mayor Ruiz" not in desk.words("source")
