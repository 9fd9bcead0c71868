"""Files are looked at before they come in."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from annotator.gui.article.view import ArticleView
from annotator.gui.imports.notices import NoticeList
from annotator.gui.imports.screen import ImportScreen
from annotator.storage import articles
from annotator.storage.project import open_project
from tests.gui.desk import Desk
from tests.gui.dropping import drop


def write(folder: Path, name: str, *records: dict[str, object]) -> Path:
    file = folder / name
    file.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return file


def notices(desk: Desk) -> list[str]:
    found = desk.find("What is to be noticed", QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def count(project: Path) -> int:
    with open_project(project) as opened:
        return articles.count(opened)


def test_what_files_hold_is_shown_and_nothing_is_written_yet(
    desk: Desk, tmp_path: Path, project: Path
):
    rain = {"text": "Rain on Monday.", "title": "Rain"}
    ferry = {"text": "The ferry is late, she said.", "title": "Ferry", "meta": {"outlet": "Post"}}
    spans = {"spans": [{"label": "claim", "start": 0, "end": 17}]}
    file = write(tmp_path, "new.jsonl", ferry | spans, rain)
    screen = drop(desk, [file])
    assert screen.files.accessibleName() == "new.jsonl"
    assert screen.count.text() == "2 new articles · 1 label"
    model = screen.list.expected
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Ferry", "Rain"]
    assert model.state_words(screen.list.current) == "new · 1 label · Post"
    view = desk.find("Article to come", ArticleView)
    assert view.page.text == "The ferry is late, she said."
    assert len(view.index) == 1
    desk.press("J")
    assert view.page.text == "Rain on Monday."
    desk.press("Esc")
    assert desk.view.hasFocus()
    assert count(project) == 2


def test_what_is_left_out_is_told_with_the_reason(desk: Desk, tmp_path: Path):
    file = tmp_path / "some.jsonl"
    known = {"text": desk.sheet.article.text}
    file.write_text(
        json.dumps(known) + "\n" + '{"text": \n' + json.dumps({"text": "New words."}) + "\n",
        encoding="utf-8",
    )
    screen = drop(desk, [file])
    assert screen.count.text() == "1 new article · 1 is here already · 1 problem"
    states = [each.state for each in screen.looking.preview.articles]
    assert states == ["known", "new"]
    assert notices(desk)[0].startswith("some.jsonl, line 2: ")
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.sheet.article.text == "New words.")


def test_another_encoding_is_tried_before_anything_comes_in(desk: Desk, tmp_path: Path):
    file = tmp_path / "old.txt"
    file.write_bytes("Łódź czeka na żurawie.".encode("cp1250"))
    screen = drop(desk, [file])
    view = desk.find("Article to come", ArticleView)
    screen.reading.encoding.setCurrentIndex(screen.reading.encoding.findData("cp1250"))
    desk.qtbot.waitUntil(lambda: not screen.looking.is_busy)
    assert view.page.text == "Łódź czeka na żurawie."
    screen.list.setFocus()
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.sheet.article.text.startswith("Łódź"))
    assert desk.sheet.article.encoding == "cp1250"


def test_a_choice_of_encoding_is_for_these_files_only(desk: Desk, tmp_path: Path):
    file = tmp_path / "plain.txt"
    file.write_text("Żółw.", encoding="utf-8")
    screen = drop(desk, [file])
    screen.reading.encoding.setCurrentIndex(screen.reading.encoding.findData("cp1250"))
    desk.qtbot.waitUntil(lambda: not screen.looking.is_busy)
    drop(desk, [file])
    assert screen.reading.encoding.currentData() is None
    assert desk.find("Article to come", ArticleView).page.text == "Żółw."


def test_files_without_an_article_cannot_be_imported(desk: Desk, tmp_path: Path):
    file = tmp_path / "nothing.txt"
    file.write_bytes(b"\x00\x01\x02")
    screen = drop(desk, [file])
    assert screen.count.text() == "1 problem"
    assert not screen.take.isEnabled()
    desk.press("Enter")
    assert desk.status() == "There is nothing new to import."
    assert desk.shows("Import")


def test_of_much_the_first_articles_are_shown_and_all_come_in(
    desk: Desk, tmp_path: Path, project: Path, monkeypatch
):
    monkeypatch.setattr("annotator.operations.previewing.READ_WHOLE", 100)
    records = [{"text": f"Story {number} of the coast."} for number in range(80)]
    screen = drop(desk, [write(tmp_path, "many.jsonl", *records)])
    assert screen.count.text() == (
        "60 new articles so far. These are the first articles; all of them come in."
    )
    assert screen.list.expected.rowCount() == 60
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.status() == "80 articles imported")
    assert count(project) == 82


def test_the_mouse_does_it_too(desk: Desk, tmp_path: Path):
    file = write(tmp_path, "new.jsonl", {"text": "Rain on Monday."})
    screen = drop(desk, [file])
    assert isinstance(screen, ImportScreen)
    desk.click(screen.take)
    desk.qtbot.waitUntil(lambda: desk.sheet.article.text == "Rain on Monday.")


def test_files_that_cannot_be_read_are_named_together_in_the_words_of_the_window(
    desk: Desk, tmp_path: Path
):
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name in ("a.jpg", "b.jpg", "c.odt"):
        (folder / name).write_bytes(b"\xff\xd8\xff\xe0")
    (folder / "d.txt").write_bytes("Straße, sagte Müller. Café für alle.".encode("cp1252"))
    drop(desk, [folder])
    said = notices(desk)
    assert said[0] == "2 files that end in .jpg cannot be read and are skipped: a.jpg, b.jpg."
    assert said[1].startswith("c.odt is skipped: files that end in .odt cannot be read. Save it as")
    assert not any("--" in each for each in said)
    assert said[2].endswith("If letters are wrong, choose the encoding below.")


def test_a_notice_as_wide_as_its_row_is_not_cut(qtbot: QtBot):
    notices = NoticeList()
    qtbot.addWidget(notices)
    notices.show_lines(["file17.csv, line 7: not one label can be placed in text such as it"])
    notices.show()
    width = notices.fontMetrics().horizontalAdvance(notices.item(0).text())
    for room in range(width, width + 30):
        notices.setFixedWidth(room)
        notices.doItemsLayout()
        shown = {}
        for mode in (Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideNone):
            notices.setTextElideMode(mode)
            shown[mode] = notices.grab().toImage()
        assert shown[Qt.TextElideMode.ElideRight] == shown[Qt.TextElideMode.ElideNone], room
    notices.hide()
