"""A first day at work through the real `main`: no form, one key, undo, restart, done, export."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from annotator.domain.span import Span
from annotator.gui import application
from annotator.gui.imports.screen import ImportScreen
from annotator.operations import checking
from annotator.storage import records
from annotator.storage.project import open_project
from tests import builders
from tests.fakes import CannedPrompts
from tests.journeys.driver import Person, exit_code, start
from tests.journeys.label_by_keys import sheet


@pytest.fixture
def prompts(monkeypatch: pytest.MonkeyPatch) -> CannedPrompts:
    """Dialogs answer from lists; everything else is real."""
    canned = CannedPrompts()
    monkeypatch.setattr(application, "Prompts", lambda: canned)
    return canned


def words(person: Person) -> list[str]:
    return sorted(each.text for each in sheet(person).annotations.values())


def test_a_first_day(home: Path, tmp_path: Path, prompts: CannedPrompts) -> None:
    claim = "The work will cost 41 million euros and take eleven months, according to the harbour"

    def morning(person: Person) -> None:
        assert sheet(person).article.title == "Harbour authority says dredging can start in March"
        person.press("C")
        assert person.keys == 1
        assert words(person)[0].startswith(claim)
        person.wait_until_saved()
        source = "the harbour authority"
        start_at = sheet(person).article.text.index(source)
        person.drag_over(Span(start_at, start_at + len(source)))
        person.press("S")
        assert source in words(person)
        (relation,) = sheet(person).relations.values()
        assert relation.label == "attributed_to"
        person.press("J", "C")
        assert len(words(person)) == 3
        person.press("Z")
        assert len(words(person)) == 2
        person.press("Shift+Z")
        assert len(words(person)) == 3
        person.press("Z")

    assert start([], morning) == 0

    def afternoon(person: Person) -> None:
        assert len(words(person)) == 2, "what was saved in the morning is there"
        person.press("Z")
        assert len(words(person)) == 1, "undo goes on behind the restart"
        assert not sheet(person).relations
        person.press("Shift+Z")
        assert len(words(person)) == 2
        first = sheet(person).article.id
        person.press("Ctrl+Return")
        person.wait_until(lambda: sheet(person).article.id != first)
        person.wait_until(lambda: "1/6" in person.words_of("Status"))
        person.press("Ctrl+E")
        (field,) = [
            each
            for each in person.window.findChildren(QLineEdit)
            if each.accessibleName() == "Writes to"
        ]
        field.setText(str(tmp_path / "labels.jsonl"))
        person.press("Return")
        person.wait_until((tmp_path / "labels.jsonl").exists)
        person.wait_until(lambda: "Exported" in person.words_of("Status"))

    assert start([], afternoon) == 0
    lines = [json.loads(line) for line in (tmp_path / "labels.jsonl").read_bytes().splitlines()]
    (mine,) = [each for each in lines if each["status"] == "finished" and len(each["spans"]) == 2]
    for span in mine["spans"]:
        assert " ".join(mine["text"][a:b] for a, b in span["fragments"]) == span["text"]
    with open_project(home / "Sample.annotator") as project:
        assert checking.check(project).problems == ()


def test_the_place_in_the_article_comes_back(home: Path, prompts: CannedPrompts) -> None:
    places: list[Span] = []

    def read_on(person: Person) -> None:
        person.press(*"JJJJJJJ")
        places.append(person.article.current_sentence)

    def come_back(person: Person) -> None:
        places.append(person.article.current_sentence)

    start([], read_on)
    start([], come_back)
    assert places[0] == places[1]


def test_dropped_files_come_in_and_the_first_is_opened(
    tmp_path: Path, prompts: CannedPrompts
) -> None:
    story = tmp_path / "story.md"
    story.write_text("# The pump\n\nThe pump **broke** on Monday, she said.\n", encoding="utf-8")
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\x00\x01\x02")
    told: list[str] = []

    def drop(person: Person) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(story)), QUrl.fromLocalFile(str(broken))])
        event = QDropEvent(
            QPointF(200, 200),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        person.window.dropEvent(event)
        (screen,) = person.window.findChildren(ImportScreen)
        person.wait_until(lambda: not screen.looking.is_busy)
        told.extend(screen.notices.item(row).text() for row in range(screen.notices.count()))
        person.press("Return")
        person.wait_until(lambda: sheet(person).article.title == "The pump")
        person.article.setFocus()
        person.press("C")
        person.wait_until_saved()

    start([], drop)
    assert [line.partition(" ")[0] for line in told] == ["broken.txt"]
    assert prompts.told == []


def test_everything_can_be_done_with_the_mouse(prompts: CannedPrompts, home: Path) -> None:
    def point_and_click(person: Person) -> None:
        text = sheet(person).article.text
        place = Span(text.index("Marta"), text.index("Marta") + len("Marta Kelling"))
        person.drag_over(place)
        assert person.article.selection == place
        person.click_button("Labels", "Source")
        assert words(person) == ["Marta Kelling"]
        (made,) = sheet(person).annotations.values()
        person.click(person.article.rectangles_of(made.fragments[0])[0].center().toPoint())
        assert person.article.selected_mark == made.id
        person.wait_until_saved()

    start([], point_and_click)
    with open_project(home / "Sample.annotator") as project:
        (annotator,) = {records.choice(project, "annotator")}
        assert records.sheet(project, "harbour-dredging", annotator or "").annotations


def test_the_filter_finds_an_article_by_its_words(prompts: CannedPrompts) -> None:
    def search(person: Person) -> None:
        person.press("Ctrl+P")
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        person.type("harvest")
        queue = person.part("Queue")
        assert isinstance(queue, QAbstractItemView)
        person.wait_until(lambda: queue.model().rowCount() == 1)
        person.press("Return")
        person.wait_until(lambda: sheet(person).article.id == "harvest-early")

    start([], search)


def test_a_project_that_is_open_elsewhere_is_named_and_nothing_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], prompts: CannedPrompts
) -> None:
    path = builders.project_file(tmp_path)
    with open_project(path, is_writable=True):
        assert exit_code(["open", str(path)]) == 1
    assert "open elsewhere" in capsys.readouterr().err
