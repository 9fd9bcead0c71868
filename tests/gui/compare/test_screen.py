"""Two articles side by side by real keys: choosing, picking both ends, linking, going there."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton

from annotator.domain.change import Draft, added
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.gui.article.view import ArticleView
from annotator.gui.compare import chooser
from annotator.gui.compare.screen import CompareScreen
from annotator.operations import writing
from annotator.operations.exporting import export
from annotator.storage import records
from annotator.storage.project import open_project
from tests.builders import annotation, article, project_file
from tests.gui.desk import Desk

ONE = article(
    "The Pentagon labelled Anthropic a supply chain risk. Microsoft goes on offering the models.",
    article_id="a1",
    title="Pentagon",
)
TWO = article(
    "Markets fell. The Defense Department called Anthropic a supply chain risk. It rained.",
    article_id="a2",
    title="Markets",
)
THREE = article("Trams return to the coast.", article_id="a3", title="Trams")
RISK = "The Pentagon labelled Anthropic a supply chain risk"
CALLED = "The Defense Department called Anthropic a supply chain risk"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three articles; a claim in each of the first two, and a source in the second."""
    path = project_file(tmp_path, ONE, TWO, THREE)
    drafts = (
        annotation(ONE, RISK, annotation_id="k1"),
        annotation(TWO, CALLED, annotation_id="m1"),
        annotation(TWO, "Markets", annotation_id="m2", label="source"),
    )
    with open_project(path, is_writable=True) as opened:
        writing.commit(opened, Draft("Fill", added(drafts)), annotator="ana")
    return path


@pytest.fixture
def desk(open_desk: Callable[..., Desk], project: Path) -> Desk:
    """A window on it, with the first claim selected."""
    desk = open_desk(project, annotator="ana")
    desk.press("E")
    return desk


def screen(desk: Desk) -> CompareScreen:
    found = desk.window.screens.screen("compare")
    assert isinstance(found, CompareScreen)
    return found


def beside(desk: Desk) -> CompareScreen:
    """Open the second article beside the first."""
    desk.press("Shift+R")
    shown = screen(desk)
    desk.qtbot.waitUntil(lambda: not shown.chooser.is_busy)
    desk.press("Enter")
    assert desk.shows("Second article")
    return shown


def options(desk: Desk) -> list[str]:
    """What can be chosen in the strip below."""
    buttons = screen(desk).entry.findChildren(QPushButton)
    return [button.accessibleName() for button in buttons if button.isVisible()]


def links(desk: Desk) -> list[Relation]:
    desk.wait_saved()
    session = desk.window.session
    with open_project(session.path) as opened:
        return records.select(opened, Relation)


def state(desk: Desk) -> str:
    """How the two picked annotations are joined, as the window says."""
    return desk.find("Link", QLabel).text()


def test_articles_with_like_words_are_offered_first(desk: Desk):
    desk.press("Shift+R")
    shown = screen(desk)
    desk.qtbot.waitUntil(lambda: not shown.chooser.is_busy)
    rows = shown.chooser.table.results
    found = [rows.passage(number) for number in range(rows.rowCount())]
    assert [(each.article_id, each.words) for each in found if each] == [("a2", CALLED)]
    assert desk.find("Search for another article", QLineEdit).hasFocus()


def test_another_article_can_be_searched_for(desk: Desk):
    desk.press("Shift+R")
    desk.type("trams")
    table = screen(desk).chooser.table
    desk.qtbot.waitUntil(lambda: getattr(table.passage, "article_id", "") == "a3")
    desk.press("Enter")
    assert screen(desk).sides[1].sheet.article.id == "a3"


def test_keys_after_words_wait_for_the_articles_that_have_them(
    desk: Desk, held_back: Callable[..., threading.Event]
):
    desk.press("Shift+R")
    desk.qtbot.waitUntil(lambda: not screen(desk).chooser.is_busy)
    is_found = held_back(chooser, "look_for")
    desk.type("trams")
    desk.press("Enter", "C")
    is_found.set()
    desk.qtbot.waitUntil(lambda: screen(desk).sides[1].annotation is not None)
    assert screen(desk).sides[1].annotation.text == "Trams return to the coast."


def test_without_a_selected_annotation_it_says_what_to_do(desk: Desk):
    desk.press("Esc", "Esc", "Shift+R")
    assert desk.status() == "Select an annotation first: E, or a click on it."
    assert not desk.shows("Two articles")


def test_four_keys_link_two_claims_and_the_link_is_on_both_sides(desk: Desk):
    shown = beside(desk)
    assert state(desk) == "not linked · Enter"
    desk.press("Enter")
    assert [each.split("” ")[1].split(" “")[0] for each in options(desk)] == [
        "same claim as",
        "contradicts",
        "refines",
        "refines",
    ]
    desk.press("1", "1")
    (link,) = links(desk)
    assert (link.label, link.from_id, link.to_id) == ("same_claim", "k1", "m1")
    assert (link.article_id, link.to_article_id) == ("a1", "a2")
    assert dict(link.attributes) == {"match": "equivalent"}
    assert state(desk) == "same claim as (Equivalent)"
    for side, mark in zip(shown.sides, ("k1", "m1"), strict=True):
        assert "same claim as" in side.view.index.get(mark).far
    assert shown.sides[1].view.hasFocus()


def test_each_value_of_a_link_is_asked_for_and_may_stay_open(desk: Desk):
    beside(desk)
    desk.press("Enter", "2")
    assert options(desk) == ["Incompatible", "Differing account", "Leave open"]
    desk.press("2")
    assert options(desk)[:2] == ["Who", "How much"]
    desk.press("7")
    (link,) = links(desk)
    assert (link.label, dict(link.attributes)) == ("contradicts", {"degree": "differing_account"})


def test_a_link_may_lead_from_the_right_article_to_the_left(desk: Desk):
    beside(desk)
    desk.press("Enter", "4")
    (link,) = links(desk)
    assert (link.label, link.article_id, link.to_article_id) == ("refines", "a2", "a1")


def test_undo_takes_the_link_back_and_delete_removes_it(desk: Desk):
    shown = beside(desk)
    desk.press("Enter", "3")
    assert len(links(desk)) == 1
    desk.press("Z")
    assert links(desk) == []
    assert state(desk) == "not linked · Enter"
    desk.press("Shift+Z")
    assert len(links(desk)) == 1
    desk.press("Del")
    assert links(desk) == []
    assert shown.sides[0].view.index.get("k1").far == ""
    assert desk.shows("Two articles")


def test_the_same_link_twice_is_refused(desk: Desk):
    beside(desk)
    desk.press("Enter", "3", "Enter", "3")
    assert desk.status() == "These two are linked so already. Nothing was changed."
    assert len(links(desk)) == 1


def test_labels_that_nothing_joins_are_named(desk: Desk):
    shown = beside(desk)
    shown.sides[1].pick("m2")
    desk.press("Enter")
    assert desk.status() == "The scheme has no link between Claim and Source of two articles."


def test_e_picks_only_what_can_be_linked_and_reading_on_lets_go(desk: Desk):
    shown = beside(desk)
    desk.press("K")
    assert shown.sides[1].annotation is None
    assert state(desk) == "⇄"
    desk.press("E")
    assert shown.sides[1].annotation.id == "m1"
    desk.press("E")
    assert shown.sides[1].annotation.id == "m1"


def test_a_sentence_without_a_label_is_labelled_right_there(desk: Desk):
    shown = beside(desk)
    desk.press("J", "C")
    assert shown.sides[1].annotation.text == "It rained."
    desk.press("Enter", "3")
    (link,) = links(desk)
    assert link.to_id == shown.sides[1].annotation.id
    assert desk.sheet.article.id == "a1"


def test_f6_goes_to_the_other_side_and_back(desk: Desk):
    shown = beside(desk)
    desk.press("F6")
    assert shown.sides[0].view.hasFocus()
    desk.press("J", "C", "F6", "Enter", "3")
    (link,) = links(desk)
    text = ONE.text
    with open_project(desk.window.session.path) as opened:
        (made,) = [
            each
            for each in records.sheet(opened, "a1", "ana").annotations.values()
            if each.id == link.from_id
        ]
    assert made.text in text
    assert made.text.startswith("Microsoft")


def test_the_mouse_picks_an_annotation(desk: Desk):
    shown = beside(desk)
    view: ArticleView = shown.sides[1].view
    desk.press("J")
    start = TWO.text.index("Defense")
    place = view.rectangles_of(Span(start, start + 1))[0].center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.sides[1].annotation.id == "m1"


def test_escape_goes_back_to_the_article_where_the_link_is_seen(desk: Desk):
    beside(desk)
    desk.press("Enter", "3", "Esc")
    assert desk.view.hasFocus()
    assert desk.view.index.get("k1").far == f"⇄ refines “{CALLED}” – Markets"


def test_the_inspector_names_the_far_end_and_leads_there(desk: Desk):
    beside(desk)
    desk.press("Enter", "1", "2", "Esc")
    desk.go_to(RISK)
    desk.press("E")
    name = f"same claim as · Overlapping: “{CALLED}” in “Markets”"
    desk.qtbot.waitUntil(lambda: desk.shows(name))
    desk.find(name, QAbstractButton).click()
    assert desk.sheet.article.id == "a2"
    assert desk.window.annotating.selected.id == "m1"
    desk.qtbot.waitUntil(lambda: desk.shows(f"same claim as · Overlapping: “{RISK}” in “Pentagon”"))


def test_the_link_is_removed_in_the_inspector_of_the_other_article(desk: Desk):
    beside(desk)
    desk.press("Enter", "1", "2", "Esc")
    desk.window.session.open_article("a2")
    desk.go_to(CALLED)
    desk.press("E")
    desk.qtbot.waitUntil(lambda: desk.shows("Remove this link"))
    desk.click(desk.find("Remove this link", QAbstractButton))
    assert links(desk) == []
    assert desk.view.index.get("m1").far == ""


def test_the_link_is_exported_beside_the_articles(desk: Desk, tmp_path: Path):
    beside(desk)
    desk.press("Enter", "1", "1")
    desk.wait_saved()
    with open_project(desk.window.session.path) as opened:
        export(opened, tmp_path / "out.jsonl")
    (line,) = (tmp_path / "links.jsonl").read_text(encoding="utf-8").splitlines()
    link = json.loads(line)
    assert (link["from"], link["to"]) == (
        {"article": "a1", "span": "k1"},
        {"article": "a2", "span": "m1"},
    )
    assert link["attributes"] == {"match": "equivalent"}


def test_ctrl_p_chooses_another_article_and_escape_stays_with_this_one(desk: Desk):
    shown = beside(desk)
    desk.press("Ctrl+P")
    assert desk.shows("Choose an article")
    desk.press("Esc")
    assert shown.sides[1].view.hasFocus()
    assert desk.shows("Two articles")


def test_what_becomes_of_the_hidden_article_is_not_said_here(desk: Desk):
    hidden = desk.window.annotating
    desk.qtbot.waitUntil(lambda: any(mark.is_ghost for mark in hidden.view.index))
    beside(desk)
    desk.press("Enter", "3")
    hidden.selected.select(None)
    hidden.selected.select("k1")
    assert desk.window.status.mode.text() == "Two articles"
    assert desk.status().startswith("“The Pentagon")
    desk.press("Esc")
    assert desk.window.status.mode.text() != "Two articles"
    assert "J/K" in desk.window.status.hints.text()
