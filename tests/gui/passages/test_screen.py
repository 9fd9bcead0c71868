"""The passage view, with real keys on a real project."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.domain.change import Draft, added
from annotator.domain.flag import CLOSED, Flag
from annotator.gui.flags.screen import FlagsScreen
from annotator.gui.passages.screen import PassagesScreen
from annotator.storage import records
from annotator.storage.project import open_project
from tests import builders
from tests.gui.conftest import TEXT
from tests.gui.desk import Desk

FIRST = builders.article(TEXT, article_id="a1", title="The bridge")
SECOND = builders.article(
    "Trams return to the coast. The line opens in May.", article_id="a2", title="The tram"
)
RECORDS = (
    builders.annotation(FIRST, "the bridge will cost 4m euros"),
    builders.annotation(FIRST, "Critics fear a flood of lorries", annotation_id="n2"),
    builders.annotation(SECOND, "The line opens in May", annotation_id="n3"),
    builders.annotation(SECOND, "Trams return to the coast", annotation_id="n4", by="ben"),
    Flag("f1", "a1", "ana", "n1", "needs_source", raised_by="ana"),
    Flag("f2", "a2", "ben", "n4", "needs_source", raised_by="ben"),
)


@pytest.fixture
def passages(open_desk: Callable[..., Desk], project: Path) -> Desk:
    """Four claims of two articles in one list."""
    with open_project(project, is_writable=True) as opened:
        builders.write(opened, Draft("Fill", added(RECORDS)))
    desk = open_desk(project)
    desk.press("Ctrl+L")
    desk.qtbot.waitUntil(lambda: len(shown(desk)) == 4)
    return desk


def screen(desk: Desk) -> PassagesScreen:
    return desk.find("Passages", PassagesScreen)


def shown(desk: Desk) -> list[str]:
    return [each.annotation.id for each in screen(desk).model.shown if each.annotation]


def labels(desk: Desk) -> dict[str, str]:
    desk.wait_saved()
    session = desk.window.session
    assert session is not None
    with open_project(session.path) as project:
        return {
            each.id: each.label
            for article_id in ("a1", "a2")
            for each in records.sheet(project, article_id, "ana").annotations.values()
        }


def test_what_has_an_open_flag_comes_first(passages: Desk) -> None:
    assert set(shown(passages)[:2]) == {"n1", "n4"}


def test_own_passages_of_two_articles_are_relabelled_as_one_step(passages: Desk) -> None:
    passages.press("Ctrl+A", "W")
    assert labels(passages) == dict.fromkeys(("n1", "n2", "n3"), "expression")
    passages.press("Z")
    assert labels(passages) == dict.fromkeys(("n1", "n2", "n3"), "claim")


def test_an_attribute_is_set_on_ticked_passages(passages: Desk) -> None:
    passages.press("Ctrl+A", "A", "2", "3")
    passages.wait_saved()
    own = [each.annotation for each in screen(passages).model.shown if each.annotator == "ana"]
    assert [each.attributes for each in own if each] == [{"check_worthiness": "check_worthy"}] * 3


def test_flags_of_several_people_are_closed_together(passages: Desk) -> None:
    passages.press("Ctrl+A", "F")
    passages.type("Both are in the letter.")
    passages.press("Enter")
    passages.wait_saved()
    flags = [flag for each in screen(passages).model.shown for flag in each.flags]
    assert {flag.id for flag in flags} >= {"f1", "f2"}
    assert {flag.state for flag in flags if flag.id in ("f1", "f2")} == {CLOSED}


def test_a_verdict_is_given_on_the_current_passage(passages: Desk) -> None:
    row = next(n for n, name in enumerate(shown(passages)) if name == "n4")
    passages.press("Home", *["J"] * row, "V", "3")
    passages.type("not there")
    passages.press("Enter")
    current = screen(passages).current
    assert current is not None
    (verdict,) = current.verdicts
    assert (verdict.verdict, verdict.reason, verdict.target_id) == ("rejected", "not there", "n4")


def test_the_same_question_leads_here_from_the_inbox(passages: Desk) -> None:
    passages.press("Esc", "Ctrl+3")
    inbox = passages.find("Flags", FlagsScreen)
    passages.qtbot.waitUntil(lambda: len(inbox.model.shown) == 2)
    passages.press("P")
    passages.qtbot.waitUntil(lambda: set(shown(passages)) == {"n1", "n4"})
    assert screen(passages).choosing.kind == "question"


def test_o_opens_the_passage_and_esc_leads_back(passages: Desk) -> None:
    row = next(n for n, name in enumerate(shown(passages)) if name == "n3")
    passages.press("Home", *["J"] * row, "O")
    assert passages.sheet.article.id == "a2"
    assert passages.view.selected_mark == "n3"
    passages.press("Esc")
    current = screen(passages).current
    assert screen(passages).isVisible()
    assert current is not None
    assert current.annotation is not None
    assert current.annotation.id == "n3"


def test_nothing_in_common_is_said_in_words(passages: Desk) -> None:
    screen(passages).begin("source", "nobody")
    passages.qtbot.waitUntil(lambda: shown(passages) == [])
    assert screen(passages).empty.text().startswith("No passages have this in common yet.")
    passages.press("Esc")
    assert passages.view.hasFocus()
