"""The program is closed on a search and started again, through the real `main`."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from annotator.storage import records
from annotator.storage.project import open_project
from tests.builders import article, project_file
from tests.journeys.driver import Person, start


def searching(person: Person) -> QAbstractItemView:
    """The passages that are found, once they are there."""
    (table,) = [
        each
        for each in person.window.findChildren(QAbstractItemView)
        if each.accessibleName() == "Passages"
    ]
    person.wait_until(lambda: table.isVisible() and table.model().rowCount() > 2)
    return table


def test_who_left_a_search_goes_on_in_it_with_the_next_key(home: Path, tmp_path: Path) -> None:
    text = "Trams return. The trams are late. Nobody blames the trams."
    path = project_file(tmp_path, article(text, article_id="a1", title="The tram"))

    def evening(person: Person) -> None:
        person.press("Ctrl+Shift+F")
        person.type("trams")
        searching(person)
        person.press("Down", "J")

    def morning(person: Person) -> None:
        field = person.part("Search all articles")
        assert isinstance(field, QLineEdit)
        assert field.text() == "trams"
        table = searching(person)
        person.wait_until(lambda: QApplication.focusWidget() is table)
        person.press("C")
        person.wait_until_saved()

    assert start([str(path), "--as", "ana"], evening) == 0
    assert start([], morning, is_on_article=False) == 0
    with open_project(path) as project:
        (claim,) = records.sheet(project, "a1", "ana").annotations.values()
    assert claim.text == "The trams are late."
