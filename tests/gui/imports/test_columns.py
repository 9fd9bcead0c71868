"""What columns of tables and fields of records are is shown with samples, chosen, and kept."""

import csv
import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton

from annotator.gui.article.view import ArticleView
from annotator.gui.imports.screen import ImportScreen
from annotator.storage import articles
from annotator.storage.project import open_project
from tests.gui.desk import Desk
from tests.gui.dropping import drop

HEAD = ("Kopf", "Prosa", "Blatt", "lang")


def table(folder: Path, name: str = "a.csv", *, first: str = "The ferry is late.") -> Path:
    file = folder / name
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(HEAD)
        rows.writerow(("Ferry", first, "Post", "english"))
        rows.writerow(("Rain", f"{first} So is the rain.", "Bote", "german"))
    return file


def box(desk: Desk, column: str) -> QComboBox:
    return desk.find(f"What the column {column} is", QComboBox)


def settle(desk: Desk, screen: ImportScreen) -> None:
    desk.qtbot.waitUntil(lambda: not screen.looking.is_busy)


def choose(desk: Desk, screen: ImportScreen, column: str, name: str) -> None:
    """Choose with the arrow keys, as a person does."""
    found = box(desk, column)
    found.setFocus()
    while found.currentData() != name:
        way = Qt.Key.Key_Down if found.findData(name) > found.currentIndex() else Qt.Key.Key_Up
        QTest.keyClick(found, way)
        settle(desk, screen)
    assert found.hasFocus()


def test_a_table_without_known_columns_is_explained_by_keys_and_the_next_one_is_understood(
    desk: Desk, tmp_path: Path, project: Path
) -> None:
    screen = drop(desk, [table(tmp_path)])
    assert screen.count.text() == "1 problem"
    assert list(screen.columns.boxes) == list(HEAD)
    choose(desk, screen, "Prosa", "text")
    assert screen.count.text() == "2 new articles"
    choose(desk, screen, "Kopf", "title")
    choose(desk, screen, "Blatt", "outlet")
    view = desk.find("Article to come", ArticleView)
    assert view.page.text == "The ferry is late."
    current = screen.list.current
    assert current is not None
    assert (current.article.title, current.article.outlet) == ("Ferry", "Post")
    desk.click(desk.find("Values of lang", QToolButton))
    meaning = desk.find("What english means", QLineEdit)
    meaning.setFocus()
    QTest.keyClicks(meaning, "en")
    QTest.keyClick(meaning, Qt.Key.Key_Return)
    settle(desk, screen)
    assert [each.article.language for each in screen.looking.preview.articles] == ["en", "german"]
    screen.list.setFocus()
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.sheet.article.title == "Ferry")
    with open_project(project) as opened:
        assert articles.count(opened) == 4
    again = drop(desk, [table(tmp_path, "b.csv", first="Snow fell.")])
    assert again.count.text() == "2 new articles"
    assert [box(desk, each).currentData() for each in HEAD] == [
        "title", "text", "outlet", "language",
    ]  # fmt: skip
    assert again.looking.preview.articles[0].article.language == "en"


def test_passing_over_a_choice_takes_it_from_no_other_column(desk: Desk, tmp_path: Path) -> None:
    records = [
        {"text": "The ferry is late.", "headline": "Ferry", "more": {"paper": "Post"}},
        {"text": "It rains.", "headline": "Rain", "desk": "north"},
    ]
    file = tmp_path / "records.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    screen = drop(desk, [file])
    assert list(screen.columns.boxes) == ["text", "headline", "more.paper", "desk"]
    choose(desk, screen, "headline", "title")
    choose(desk, screen, "more.paper", "url")
    choose(desk, screen, "more.paper", "outlet")
    found = [each.article for each in screen.looking.preview.articles]
    assert [(a.title, a.outlet, a.text) for a in found] == [
        ("Ferry", "Post", "The ferry is late."), ("Rain", None, "It rains."),
    ]  # fmt: skip
    assert found[1].extra == {"desk": "north"}
    choose(desk, screen, "headline", "")
    assert screen.looking.preview.articles[0].article.title == "The ferry is late."


def test_what_needs_no_choice_has_no_rows_and_leaving_keeps_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.jsonl"
    plain.write_text('{"text": "Snow.", "meta": {"outlet": "Post"}}\n', encoding="utf-8")
    assert drop(desk, [plain]).columns.boxes == {}
    screen = drop(desk, [table(tmp_path)])
    choose(desk, screen, "Prosa", "text")
    desk.press("Esc")
    again = drop(desk, [table(tmp_path)])
    assert again.count.text() == "1 problem"


def test_columns_of_annotations_are_shown_and_those_of_other_names_are_explained(
    desk: Desk, tmp_path: Path
) -> None:
    head = ("Volltext", "Anfang", "Ende", "Kategorie", "Wer")
    said = "Mayor Ruiz said no."
    for name, names in (("a.csv", head), ("b.csv", ("context", "start", "end", "label", "coder"))):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as stream:
            rows = csv.writer(stream)
            rows.writerow(names)
            rows.writerow((f"{said} {name}", 0, 10, "Source", "Bo"))
            rows.writerow((f"{said} {name}", 16, 18, "Claim", "Bo"))
    screen = drop(desk, [tmp_path / "b.csv"])
    assert screen.count.text() == "1 new article · 2 labels"
    read_as = ["text", "start", "end", "label", "annotator"]
    assert [each.currentData() for each in screen.columns.boxes.values()] == read_as
    screen = drop(desk, [tmp_path / "a.csv"])
    for column, name in zip(head, read_as, strict=True):
        found = box(desk, column)
        found.setCurrentIndex(found.findData(name))
        found.activated.emit(found.currentIndex())
        settle(desk, screen)
    assert screen.count.text() == "1 new article · 2 labels"
    assert [each.currentData() for each in screen.columns.boxes.values()] == read_as
