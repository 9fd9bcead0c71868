"""Who is meant and who thinks what of whom: by keys from the bare text to the exported file."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from annotator.domain.span import Span
from annotator.operations import checking, exporting, importing, library
from annotator.storage.project import open_project
from tests import builders
from tests.journeys.driver import Person, start
from tests.journeys.label_by_keys import sheet

TEXT = (
    "The bypass is a gift, Mayor Ruiz said on Monday. Nobody counted the lorries.\n"
    "She called the council slow. Residents of the old town hate the bypass."
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def label(person: Person, words: str, key: str) -> None:
    start_at = TEXT.index(words)
    person.select(Span(start_at, start_at + len(words)))
    person.press(key)


def name(person: Person, entity: str) -> None:
    """Say whom the annotation just made means."""
    person.press("Return")
    person.go_to_field("Entity", among=FIELDS)
    person.answer(entity)
    person.leave_form()


FIELDS = (
    "Type", "Affiliation", "Traceability", "Reason for anonymity", "Entity",
)  # fmt: skip


def table(person: Person) -> QTableView:
    found = person.part("Sentiment grid")
    assert isinstance(found, QTableView)
    return found


def cell(person: Person) -> str:
    return str(table(person).currentIndex().data())


def test_attitudes_are_filled_by_keys_and_come_back(home: Path, tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, builders.article(TEXT))

    def work(person: Person) -> None:
        label(person, "Mayor Ruiz", "S")
        name(person, "Ruiz")
        label(person, "She", "S")
        person.press("Return")
        person.go_to_field("Entity", among=FIELDS)
        person.press("Down", "Return")  # a pronoun: the last person is offered first
        person.leave_form()
        person.wait_until(lambda: len(named(person)) == 2)
        label(person, "Residents of the old town", "S")
        label(person, "The bypass", "+")
        person.press("Shift+W")
        assert QApplication.focusWidget() is table(person)
        assert [heads(person, row) for row in range(3)] == [
            "The author", "Ruiz", "Residents of the old town",
        ]  # fmt: skip
        assert cell(person) == "▲ Positive"
        person.press("Down", "N", "Down", "-")
        assert cell(person) == "▼ Negative"
        person.press("Up", "C")
        assert cell(person) == "? Cannot tell"
        person.press("Z")
        assert cell(person) == "○ None expressed"
        person.press("Down", "Return")
        assert QApplication.focusWidget() is person.article
        person.wait_until_saved()

    assert start([str(path)], work) == 0
    with open_project(path) as project:
        assert checking.check(project).problems == ()
        exporting.export(project, tmp_path / "out")
    record = json.loads((tmp_path / "out" / "data.jsonl").read_bytes())
    spans = {each["id"]: each for each in record["spans"]}
    (stance,) = record["stances"]
    assert stance["holder"] == {"entity": "Ruiz"}
    assert spans[stance["target"]["span"]]["text"] == "The bypass"
    assert stance["value"] == "none_expressed"
    held = {
        spans[each["to"]]["text"]: spans[each["from"]]["attributes"]["polarity"]
        for each in record["relations"]
        if each["label"] == "held_by"
    }
    assert held == {"Residents of the old town": "negative"}
    entity = json.loads((tmp_path / "out" / "entities.jsonl").read_bytes())
    assert entity == {"id": "Ruiz", "name": "Ruiz", "aliases": []}
    other = tmp_path / "other.annotator"
    library.new_project(other, annotator="eva")
    with open_project(other, is_writable=True) as project:
        assert importing.import_files(project, [tmp_path / "out"], annotator="eva").problems == []
        exporting.export(project, tmp_path / "again")
    for file in ("data.jsonl", "entities.jsonl"):
        assert (tmp_path / "again" / file).read_bytes() == (tmp_path / "out" / file).read_bytes()


def named(person: Person) -> list[str]:
    held = [each.attributes.get("entity") for each in sheet(person).annotations.values()]
    return [str(each) for each in held if each]


def heads(person: Person, row: int) -> str:
    model = table(person).model()
    return str(model.headerData(row, Qt.Orientation.Vertical))
