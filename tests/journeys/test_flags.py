"""From a contractor's flags to an editor's answers and back, through the real program."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.domain.flag import CLOSED, FIXED, OPEN, Flag
from annotator.gui.flags.screen import FlagsScreen
from annotator.operations import checking
from annotator.storage import records
from annotator.storage.project import open_project
from tests import builders
from tests.journeys.driver import Person, exit_code, start

ARTICLE = builders.article(
    "The council met on Monday. The bridge cost 4m euros last year. Experts doubt the figure. "
    "A clerk said the files were gone. Nobody asked the mayor.",
    article_id="a1",
    title="The bridge",
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article, in a home of its own."""
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    return builders.project_file(tmp_path, ARTICLE)


def flags_in(path: Path, person: str = "ana") -> dict[str, Flag]:
    """The flags on somebody's work as the file has them, by their first words or reason."""
    with open_project(path) as opened:
        assert checking.check(opened).problems == ()
        found = records.sheet(opened, "a1", person).flags.values()
        return {each.text.split(" ")[0] if each.text else each.reason: each for each in found}


def flag(person: Person, words: str, reason: str, message: str) -> None:
    person.go_to_sentence_at(ARTICLE.text.index(words))
    person.press("F", reason)
    person.answer(message)


def inbox(person: Person) -> FlagsScreen:
    shown = person.part("Flags")
    assert isinstance(shown, FlagsScreen)
    return shown


def test_three_flags_are_answered_by_keys_and_read(project: Path) -> None:
    def contractor(person: Person) -> None:
        flag(person, "The bridge", "4", "A figure without a base?")
        flag(person, "Experts", "2", "Which experts?")
        flag(person, "A clerk", "1", "Is one clerk enough?")
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "ana"], contractor) == 0
    assert {each.state for each in flags_in(project).values()} == {OPEN}

    def editor(person: Person) -> None:
        person.press("Ctrl+3")
        person.wait_until(lambda: len(inbox(person).model.shown) == 3)
        keys = person.keys
        for answer in ("The budget names it.", "Name one.", "Yes, with the letter."):
            person.press("Return")
            person.type(answer)
            person.press("Return")
        assert person.keys - keys == 6
        person.wait_until(lambda: "No open flags." in inbox(person).empty.text())
        person.press("Z")
        person.wait_until(lambda: len(inbox(person).model.shown) == 1)
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "eva", "--screen", "annotate"], editor) == 0
    states = sorted(each.state for each in flags_in(project).values())
    assert states == [CLOSED, CLOSED, OPEN]

    def again(person: Person) -> None:
        person.wait_until(inbox(person).table.hasFocus)
        person.press("Shift+Z")  # what was taken back is made again, after a restart
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "eva"], again, is_on_article=False) == 0
    assert {each.state for each in flags_in(project).values()} == {CLOSED}

    def reader(person: Person) -> None:
        queue = person.window.annotating.queue
        assert queue.model.summary(0).answered_flags == 3
        notes = [mark.note for mark in person.article.index if mark.role == "flag"]
        assert "eva: Name one." in notes
        person.press("G", "G", "G", "Esc")
        person.wait_until(lambda: queue.model.summary(0).answered_flags == 0)
        assert not [mark for mark in person.article.index if mark.role == "flag"]
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "ana", "--screen", "annotate"], reader) == 0
    assert not any(each.is_unread for each in flags_in(project).values())


def test_a_rule_raises_and_closes_its_flag_and_undo_reaches_over_a_restart(project: Path) -> None:
    def contractor(person: Person) -> None:
        person.go_to_sentence_at(ARTICLE.text.index("The bridge"))
        person.press("C", "Esc", "E", "Return")
        person.go_to_field("Check-worthy", among=["Kind of claim", "Check-worthy"])
        person.press("Down", "Down", "Down")
        person.leave_form()
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "ana"], contractor) == 0
    assert flags_in(project)["relative_date"].state == OPEN

    def undoing(person: Person) -> None:
        while person.window.session.sheet.annotations:
            person.press("Z")
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "ana"], undoing) == 0
    assert flags_in(project) == {}

    def redoing(person: Person) -> None:
        person.press("Shift+Z")
        sheet = person.window.session.sheet
        assert {each.reason for each in sheet.flags.values()} == {"relative_date"}
        person.go_to_sentence_at(ARTICLE.text.index("The bridge"))
        person.press("E", "Alt+Left", "Alt+Left", "Alt+Left")
        assert QApplication.focusWidget() is person.article
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "ana"], redoing) == 0
    flag_now = flags_in(project)["relative_date"]
    assert (flag_now.state, flag_now.outcome) == (CLOSED, FIXED)


def test_commands_tell_of_flags(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raised = Flag("f", "a1", "ana", None, "legal_risk", raised_by="ana", severity="stop")
    with open_project(project, is_writable=True) as opened:
        builders.write(opened, builders.added_records(raised))
    assert exit_code(["show", str(project), "a1", "--json"]) == 0
    assert '"severity":"stop"' in capsys.readouterr().out.replace(" ", "")
    assert exit_code(["articles", str(project), "--query", "has:flag"]) == 0
    assert "1 open flag" in capsys.readouterr().out
