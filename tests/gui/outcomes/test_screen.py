"""You said, final, why: with real keys on a project that an editor decided."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.domain.change import Draft, added
from annotator.domain.people import EDITOR, Annotator
from annotator.gui.flags.screen import FlagsScreen
from annotator.gui.outcomes.screen import OutcomesScreen
from annotator.storage.project import open_project
from tests import builders
from tests.decided import decided_project
from tests.gui.desk import Desk


@pytest.fixture
def feedback(open_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    """Ana at the decisions about her work."""
    desk = open_desk(decided_project(tmp_path), annotator="ana")
    desk.press("Ctrl+6")
    desk.qtbot.waitUntil(lambda: len(screen(desk).model.shown) == 3)
    return desk


def screen(desk: Desk) -> OutcomesScreen:
    return desk.find("Feedback", OutcomesScreen)


def go_to(desk: Desk, own: str) -> None:
    desk.press("Home")
    for _ in range(5):
        if own in screen(desk).own.text():
            return
        desk.press("J")
    raise AssertionError(f"no decision about {own}")


def test_each_decision_says_what_was_said_final_and_why(feedback: Desk) -> None:
    go_to(feedback, "The mayor said the bridge is safe")
    shown = screen(feedback)
    assert shown.own.text() == "Claim “The mayor said the bridge is safe”"
    assert shown.final.text() == "Claim “the bridge is safe”"
    assert shown.why.text() == "Corrected: too many words"
    assert "decided by eva" in shown.made.text()
    assert "One statement, one claim." in shown.guideline.text()
    assert shown.count.text() == "3 decisions · 0 stand as you had them"


def test_an_objection_reaches_the_editors_inbox_and_is_made_once(
    feedback: Desk, open_desk: Callable[..., Desk]
) -> None:
    go_to(feedback, "Experts doubt it")
    feedback.press("Enter")
    feedback.type("They do say so.")
    feedback.press("Enter")
    assert screen(feedback).table.hasFocus()
    assert not screen(feedback).field.isVisible()
    assert screen(feedback).talk.isVisible()
    session = feedback.window.session
    assert session is not None
    path = session.path
    feedback.wait_saved()
    feedback.close()
    editor = open_desk(path, annotator="eva")
    editor.press("Ctrl+3")
    inbox = editor.find("Flags", FlagsScreen)
    editor.qtbot.waitUntil(lambda: bool(inbox.model.shown))
    (row,) = inbox.model.shown
    assert (row.flag.reason, row.flag.annotator) == ("objection", "ana")
    assert row.words == "Experts doubt it"


def test_an_objection_is_taken_back_by_undo(feedback: Desk) -> None:
    go_to(feedback, "Experts doubt it")
    feedback.press("Enter")
    feedback.type("No.")
    feedback.press("Enter", "Z")
    assert screen(feedback).field.isVisible()


def test_o_opens_the_article_and_esc_leads_back(feedback: Desk) -> None:
    go_to(feedback, "Experts doubt it")
    feedback.press("O")
    assert feedback.view.selected_mark == "d"
    feedback.press("Esc", "Esc")  # the first refuses the source that is offered for the claim
    assert screen(feedback).isVisible()
    feedback.press("Esc")
    assert feedback.view.hasFocus()


def test_without_decisions_the_screen_says_what_will_be_there(desk: Desk) -> None:
    desk.press("Ctrl+6")
    desk.qtbot.waitUntil(lambda: "No article of yours" in screen(desk).empty.text())
    assert not screen(desk).everything.isVisible(), "there is nothing else to show"
    desk.qtbot.waitUntil(lambda: desk.window.status.hints.accessibleName() == "Esc back")


def test_an_editor_sees_what_each_person_sees_and_objects_for_nobody(
    open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    path = decided_project(tmp_path)
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Add eva", added([Annotator("eva", "eva", EDITOR)])))
    desk = open_desk(path, annotator="eva")
    desk.press("Ctrl+6")
    desk.qtbot.waitUntil(lambda: len(screen(desk).model.shown) == 3)
    shown = screen(desk)
    assert [shown.whose.itemText(n) for n in range(shown.whose.count())] == [
        "My labels",
        "ana",
        "ben",
    ]
    assert shown.whose.currentText() == "ana"
    go_to(desk, "Experts doubt it")
    assert "stand as they were" in shown.count.text()
    assert not shown.field.isVisible()
    assert "objects" not in desk.window.status.hints.accessibleName()
    desk.press("O")
    assert desk.sheet.annotator == "eva"
    (hit,) = desk.view.emphasis.hits
    assert hit.cut_from(desk.sheet.article.text) == "Experts doubt it"
    desk.press("Esc")
    desk.qtbot.waitUntil(shown.isVisible)
    shown.whose.setCurrentIndex(0)
    desk.qtbot.waitUntil(lambda: "No article of yours" in shown.empty.text())


def test_an_annotator_sees_nobody_elses_outcomes(
    open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = open_desk(decided_project(tmp_path), annotator="ben")
    desk.press("Ctrl+6")
    desk.qtbot.waitUntil(lambda: len(screen(desk).model.every) == 3)
    assert not screen(desk).whose.isVisible()
