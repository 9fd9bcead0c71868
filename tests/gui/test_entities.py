"""The list of entities beside the article, by keys."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView

from annotator.domain.change import Change, Draft, added
from annotator.domain.entity import Entity
from annotator.gui.entities import reading
from annotator.gui.entities.window import EntitiesWindow
from annotator.operations.entities import rename
from annotator.operations.writing import Order
from annotator.storage import records
from annotator.storage.project import open_project
from tests import builders
from tests.gui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FIRST = builders.article(title="The bridge")
SECOND = builders.article("Ruiz waits. The council asked the mayor.", article_id="a2", title="Wait")


@pytest.fixture
def desk(tmp_path: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Two articles in which the mayor goes by two entities."""
    path = builders.project_file(tmp_path, FIRST, SECOND)
    work = [
        _source(FIRST, "Mayor Ruiz", "Ruiz", "s1"),
        _source(FIRST, "the mayor", "The mayor of Ellmouth", "s2"),
        _source(SECOND, "The council", "Council", "s3"),
    ]
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Label", added(work)))
    return open_desk(path, article="a1")


def _source(article, words: str, entity: str, name: str):  # type: ignore[no-untyped-def]
    return builders.annotation(article, words, label="source", annotation_id=name, entity=entity)


def table(desk: Desk, name: str) -> QTableView:
    return desk.find(name, QTableView)


def rows(desk: Desk, name: str) -> list[list[str]]:
    model = table(desk, name).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def opened(desk: Desk, count: int = 3) -> None:
    """Open the list by its key and wait until it is there, on the first entity."""
    desk.press("Ctrl+Shift+E")
    desk.qtbot.waitUntil(lambda: len(rows(desk, "List of entities")) == count)
    desk.qtbot.waitUntil(lambda: bool(rows(desk, "Places of the entity")))


def entities(desk: Desk) -> list[Entity]:
    desk.wait_saved()
    session = desk.window.session
    assert session is not None
    with open_project(session.path) as project:
        return records.select(project, Entity)


def choose(desk: Desk, name: str) -> None:
    found = [row[0] for row in rows(desk, "List of entities")]
    place = table(desk, "List of entities")
    place.setCurrentIndex(place.model().index(found.index(name), 0))
    desk.qtbot.waitUntil(lambda: bool(rows(desk, "Places of the entity")))


def test_the_list_counts_labels_and_finds_by_any_name(desk: Desk) -> None:
    opened(desk)
    assert rows(desk, "List of entities") == [
        ["Council", "1"], ["Ruiz", "1"], ["The mayor of Ellmouth", "1"],
    ]  # fmt: skip
    assert desk.find("Find an entity").hasFocus()
    desk.type("MAYOR")
    assert [row[0] for row in rows(desk, "List of entities")] == ["The mayor of Ellmouth"]
    desk.press("Esc")
    desk.qtbot.waitUntil(desk.view.hasFocus)


def test_the_arrows_choose_an_entity_while_a_name_is_typed(desk: Desk) -> None:
    opened(desk)
    desk.press("Down", "Down", "Up")
    assert desk.find("Find an entity").hasFocus()
    assert desk.find("Name of the entity", QLineEdit).text() == "Ruiz"


def test_it_opens_on_the_entity_of_the_selected_annotation(desk: Desk) -> None:
    desk.window.annotating.go_to_mark("s2")  # type: ignore[union-attr]
    desk.press("Ctrl+Shift+E")
    name = desk.find("Name of the entity", QLineEdit)
    desk.qtbot.waitUntil(lambda: name.text() == "The mayor of Ellmouth")


def test_a_new_name_is_shown_everywhere_and_undone_from_there(desk: Desk) -> None:
    opened(desk)
    choose(desk, "Ruiz")
    field = desk.find("Name of the entity", QLineEdit)
    field.setFocus()
    field.selectAll()
    desk.type("Ana Ruiz")
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: "Ana Ruiz" in [e[0] for e in rows(desk, "List of entities")])
    assert entities(desk) == [Entity("Ruiz", "Ana Ruiz")]
    assert {each.attributes["entity"] for each in desk.annotations()} == {
        "Ruiz", "The mayor of Ellmouth",
    }  # fmt: skip
    desk.press("Ctrl+Z")
    desk.qtbot.waitUntil(lambda: "Ruiz" in [e[0] for e in rows(desk, "List of entities")])
    assert entities(desk) == []


def test_what_is_typed_while_the_list_is_read_again_stays(
    desk: Desk, held_back: Callable[..., threading.Event]
) -> None:
    opened(desk)
    choose(desk, "Ruiz")
    field = desk.find("Name of the entity", QLineEdit)
    field.setFocus()
    field.selectAll()
    is_read = held_back(reading, "read_list")
    desk.type("Ana Ruiz")
    desk.press("Tab")
    desk.qtbot.waitUntil(lambda: bool(entities(desk)))
    desk.type("the mayor")
    is_read.set()
    desk.qtbot.waitUntil(lambda: rows(desk, "List of entities")[0][0] == "Ana Ruiz")
    desk.press("Tab")
    desk.qtbot.waitUntil(lambda: entities(desk)[0].aliases == ("the mayor",))


def test_undo_comes_after_the_merge_that_it_takes_back(
    desk: Desk, held_back: Callable[..., threading.Event]
) -> None:
    opened(desk)
    choose(desk, "The mayor of Ellmouth")
    is_drafted = held_back(reading, "draft_merge")
    field = desk.find("Merge into", QLineEdit)
    field.setFocus()
    desk.type("Ruiz")
    desk.press("Enter", "Ctrl+Z", on=field)
    is_drafted.set()
    session = desk.window.session
    assert session is not None
    desk.qtbot.waitUntil(lambda: session.history.next_redo is not None)
    assert [each.attributes["entity"] for each in desk.annotations()] == [
        "Ruiz",
        "The mayor of Ellmouth",
    ]


def test_further_names_find_further_places(desk: Desk) -> None:
    opened(desk)
    choose(desk, "Ruiz")
    heading = next(e for e in desk.window.findChildren(QLabel) if "WHERE IT" in e.text())
    desk.qtbot.waitUntil(lambda: "1 LABELLED · 1 BY NAME ONLY" in heading.text())
    field = desk.find("Also known as", QLineEdit)
    field.setFocus()
    desk.type("the mayor; she")
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: "1 LABELLED · 4 BY NAME ONLY" in heading.text())
    assert [(row[1], row[3], row[4]) for row in rows(desk, "Places of the entity")] == [
        ("Mayor Ruiz", "Source · ana", "The bridge"),
        ("she", "not labelled", "The bridge"),
        ("the mayor", "not labelled", "The bridge"),
        ("Ruiz", "not labelled", "Wait"),
        ("the mayor", "not labelled", "Wait"),
    ]
    assert entities(desk) == [Entity("Ruiz", "Ruiz", ("the mayor", "she"))]


def test_enter_on_a_place_goes_there_also_in_another_article(desk: Desk) -> None:
    opened(desk)
    choose(desk, "Council")
    table(desk, "Places of the entity").setFocus()
    desk.press("Enter")
    assert desk.sheet.article.id == "a2"
    assert desk.view.selected_mark == "s3"
    assert desk.view.current_sentence.cut_from(SECOND.text).startswith("The council asked")


def test_two_are_merged_in_one_step_that_can_be_undone(desk: Desk) -> None:
    opened(desk)
    choose(desk, "The mayor of Ellmouth")
    desk.find("Merge into", QLineEdit).setFocus()
    desk.type("ruiz")
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: len(rows(desk, "List of entities")) == 2)
    assert entities(desk) == [Entity("Ruiz", "Ruiz", ("The mayor of Ellmouth",))]
    assert {each.attributes["entity"] for each in desk.annotations()} == {"Ruiz"}
    assert desk.find("Name of the entity", QLineEdit).text() == "Ruiz"
    desk.press("Ctrl+Z")
    desk.qtbot.waitUntil(lambda: len(rows(desk, "List of entities")) == 3)
    (window,) = desk.window.findChildren(EntitiesWindow)
    assert window.message.text() == "Undone: Merge The mayor of Ellmouth into Ruiz"
    assert entities(desk) == []
    assert desk.stored().annotations["s2"].attributes == {"entity": "The mayor of Ellmouth"}


def test_a_name_that_another_has_is_refused_in_words(desk: Desk) -> None:
    session = desk.window.session
    assert session is not None
    session.perform(Draft("Describe", added([Entity("Council", "Town council")])))
    opened(desk)
    choose(desk, "Ruiz")
    field = desk.find("Name of the entity", QLineEdit)
    field.setFocus()
    field.selectAll()
    desk.type("town council")
    desk.press("Enter")
    assert field.text() == "Ruiz"
    told = [each.toolTip() + each.text() for each in desk.window.findChildren(QLabel)]
    assert any("goes by “town council” already" in each for each in told)


def test_the_field_of_the_inspector_leads_to_the_list(desk: Desk) -> None:
    desk.window.annotating.go_to_mark("s2")  # type: ignore[union-attr]
    desk.press("Enter")
    field = desk.find("Entity", QLineEdit)
    assert field.text() == "The mayor of Ellmouth"
    field.actions()[-1].trigger()
    name = desk.find("Name of the entity", QLineEdit)
    desk.qtbot.waitUntil(lambda: name.text() == "The mayor of Ellmouth")


def test_undo_goes_on_past_a_step_that_others_have_gone_on_from(desk: Desk) -> None:
    desk.press("C")
    session = desk.window.session
    assert session is not None
    session.perform(rename(session.directory, "Ruiz", "Mayor"))
    session.work_as("ben")
    session.perform(rename(session.directory, "Ruiz", "Mayor Ruiz"))
    session.work_as("ana")
    desk.press("Z", on=desk.view)
    assert "cannot be taken back" in desk.status()
    desk.press("Z", on=desk.view)
    assert desk.annotations("claim") == []
    assert [each.name for each in entities(desk)] == ["Mayor Ruiz"]


def test_a_step_that_the_disk_refuses_to_take_back_is_told_and_passed_over(desk: Desk) -> None:
    desk.press("C")
    desk.press("J", "C")
    first, second = desk.annotations("claim")
    session = desk.window.session
    assert session is not None
    desk.wait_saved()
    elsewhere = Draft("Comment", (Change(second, replace(second, note="read")),))
    session.disk.write(Order(elsewhere, "ben"))
    desk.wait_saved()
    desk.press("Z", on=desk.view)
    desk.qtbot.waitUntil(lambda: "cannot be taken back" in desk.status())
    assert len(desk.annotations("claim")) == 2
    desk.press("Z", on=desk.view)
    desk.wait_saved()
    assert [each.id for each in desk.annotations("claim")] == [second.id]
    assert first.id != second.id


def test_words_that_look_like_markup_are_told_as_words(desk: Desk) -> None:
    opened(desk)
    choose(desk, "Ruiz")
    field = desk.find("Name of the entity", QLineEdit)
    field.setFocus()
    field.selectAll()
    desk.type('<img src="file:bridge.png">')
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: rows(desk, "List of entities")[0][0].startswith("<img"))
    named = table(desk, "List of entities").model().index(0, 0)
    told = named.data(Qt.ItemDataRole.ToolTipRole)
    assert told.startswith('<qt>&lt;img src="file:bridge.png"&gt;')
