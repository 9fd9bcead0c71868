"""A morning across articles through the real `main`: search, label from the list, link two."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.domain.annotation import Annotation
from annotator.gui.compare.chooser import Chooser
from annotator.gui.search.occurrences import OccurrencesDialog
from annotator.gui.search.table import ResultsTable
from annotator.storage import records
from annotator.storage.project import open_project
from tests.journeys.driver import Person, exit_code, start
from tests.journeys.label_by_keys import sheet


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample articles, with the labels of two people."""
    path = tmp_path / "night.annotator"
    assert exit_code(["new", str(path), "--sample"]) == 0
    return path


def table(person: Person) -> ResultsTable:
    found = person.part("Passages")
    assert isinstance(found, ResultsTable)
    return found


def search(person: Person, query: str) -> None:
    """Type a query and wait until passages are listed."""
    person.press("Ctrl+Shift+F")
    person.type(query)
    screen = person.window.screens.screen("search")
    person.wait_until(lambda: screen.asking.query == query and not screen.asking.is_busy)


def stored(project: Path, article_id: str, by: str) -> list[Annotation]:
    with open_project(project) as opened:
        return list(records.sheet(opened, article_id, by).annotations.values())


def test_a_passage_is_found_labelled_in_the_list_and_opened(home: Path, project: Path) -> None:
    def work(person: Person) -> None:
        search(person, "container")
        person.press("Down", "C")
        passage = table(person).passage
        assert passage is not None
        assert [each.label for each in table(person).results.labels_on(passage)] == ["claim"]
        person.press("Return")
        assert sheet(person).article.id == passage.article_id
        assert person.article.hasFocus()
        while person.window.screens.is_annotating:
            person.press("Esc")  # lets go of a source that is offered for the claim, then returns
        assert table(person).hasFocus()
        person.press("Z")
        assert table(person).results.labels_on(passage) == []
        person.press("Shift+Z")
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "cleo"], work) == 0
    assert [each.label for each in stored(project, "harbour-dredging", "cleo")] == ["claim"]


def test_articles_that_mention_a_word_with_unreviewed_claims(home: Path, project: Path) -> None:
    def work(person: Person) -> None:
        before = person.keys
        person.press("Ctrl+Shift+F")
        person.press(*"hospital")
        person.press("Alt+1")
        screen = person.window.screens.screen("search")
        person.wait_until(lambda: not screen.asking.is_busy and screen.table.results.passages)
        assert person.keys - before <= 11
        assert {screen.table.passage.label} == {"claim"}

    assert start(["open", str(project), "--as", "ana"], work) == 0


def test_all_places_of_some_words_are_labelled_and_taken_back(home: Path, project: Path) -> None:
    def work(person: Person) -> None:
        search(person, "norrel")
        person.press("Down", "Right", "Shift+L")

        def lists() -> list[OccurrencesDialog]:
            tops = QApplication.topLevelWidgets()
            return [e for e in tops if isinstance(e, OccurrencesDialog) and e.isVisible()]

        (shown,) = lists()
        shown.activateWindow()
        shown.list.setFocus()
        person.wait_until(lambda: QApplication.focusWidget() is shown.list)
        person.press("S")
        person.wait_until(lambda: not shown.progress.isVisible() and shown.model.counts()[0])
        ticked = shown.model.counts()[0]
        assert ticked > 5
        person.press("Return")
        person.wait_until(lambda: not lists())
        person.wait_until_saved()
        found = stored(project, "night-trains-railhead", "cleo")
        found += stored(project, "night-trains-vale", "cleo")
        assert {each.label for each in found} == {"source"}
        assert len(found) == ticked
        person.wait_until(lambda: QApplication.focusWidget() is table(person))
        person.press("Z")
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "cleo"], work) == 0
    assert stored(project, "night-trains-railhead", "cleo") == []
    assert stored(project, "night-trains-vale", "cleo") == []


def test_two_claims_of_two_articles_are_joined_and_exported(
    home: Path, project: Path, tmp_path: Path
) -> None:
    def work(person: Person) -> None:
        person.window.session.open_article("night-trains-railhead")
        person.window.annotating.go_to_mark("s9")
        person.article.setFocus()
        person.press("Shift+R")
        chooser = person.part("Choose an article")
        assert isinstance(chooser, Chooser)
        person.wait_until(lambda: not chooser.is_busy)
        person.press("Return", "E", "Return", "1", "2")
        link = person.part("Link")
        assert isinstance(link, QLabel)
        assert link.text() == "same claim as (Overlapping)"
        person.press("Esc")
        assert person.article.hasFocus()
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "ana"], work) == 0
    out = tmp_path / "out.jsonl"
    assert exit_code(["export", str(project), str(out), "--format", "jsonl"]) == 0
    lines = (tmp_path / "links.jsonl").read_text(encoding="utf-8").splitlines()
    made = [json.loads(line) for line in lines]
    (same,) = [
        each for each in made if each["label"] == "same_claim" and each["from"]["span"] == "s9"
    ]
    assert same["from"]["article"] == "night-trains-railhead"
    assert (same["to"]["article"], same["attributes"]) == (
        "night-trains-vale",
        {"match": "overlapping"},
    )
    assert exit_code(["check", str(project)]) == 0
