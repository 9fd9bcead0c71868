"""What names of another tool become is shown before the import, and chosen."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget

from annotator.gui.imports import looking
from annotator.gui.imports.screen import ImportScreen
from annotator.storage import articles, records
from annotator.storage.project import open_project
from tests.gui.desk import Desk
from tests.gui.dropping import drop

TEXT = "Mayor Ruiz said the ferry is late."


def foreign(folder: Path, name: str = "other.jsonl", text: str = TEXT) -> Path:
    """A file of Prodigy with a label that the scheme has by another name, and one it lacks."""
    spans = [
        {"start": 0, "end": 10, "label": "ZZZ", "text": text[:10]},
        {"start": 11, "end": 15, "label": "claim", "text": text[11:15]},
    ]
    file = folder / name
    record = {"text": text, "spans": spans, "_input_hash": 1, "_task_hash": 2, "answer": "accept"}
    file.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return file


def box(desk: Desk, name: str) -> QComboBox:
    return desk.find(f"What {name} means here", QComboBox)


def choose(desk: Desk, screen: ImportScreen, name: str, ours: str) -> None:
    """Choose with the arrow keys, as a person does."""
    found = box(desk, name)
    found.setFocus()
    while found.currentData() != ours:
        before = found.currentIndex()
        QTest.keyClick(found, Qt.Key.Key_Down)
        assert found.currentIndex() != before
        desk.qtbot.waitUntil(lambda: not screen.looking.is_busy)


def test_a_label_that_the_scheme_lacks_is_given_one_of_its_and_the_next_time_has_it(
    desk: Desk, tmp_path: Path, project: Path
):
    screen = drop(desk, [foreign(tmp_path)])
    assert list(screen.names.boxes) == [("label", "ZZZ")]
    assert box(desk, "ZZZ").currentText() == "nothing: refused"
    assert "1 label" in screen.count.text()
    assert "1 problem" in screen.count.text()
    notices = desk.find("What is to be noticed", QListWidget)
    assert notices.item(0).text().endswith("for the label “ZZZ”, so 1 was refused.")
    choose(desk, screen, "ZZZ", "source")
    assert box(desk, "ZZZ").hasFocus()
    assert screen.count.text() == "1 new article · 2 labels"
    screen.list.setFocus()
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.sheet.article.text == TEXT)
    assert desk.words("source") == ["Mayor Ruiz"]
    again = drop(desk, [foreign(tmp_path, "next.jsonl", "Baker Chou was here.")])
    assert box(desk, "ZZZ").currentData() == "source"
    assert again.count.text() == "1 new article · 2 labels"


def test_enter_right_after_a_choice_waits_for_what_it_becomes(
    desk: Desk, tmp_path: Path, held_back: Callable[..., threading.Event]
):
    screen = drop(desk, [foreign(tmp_path)])
    found = box(desk, "ZZZ")
    found.setCurrentIndex(found.findData("source") - 1)
    desk.qtbot.waitUntil(lambda: not screen.looking.is_busy)
    is_seen = held_back(looking, "_look")
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Down)
    desk.press("Enter", on=screen.list)
    is_seen.set()
    desk.qtbot.waitUntil(lambda: desk.sheet.article.text == TEXT)
    assert desk.words("source") == ["Mayor Ruiz"]


def test_nothing_is_kept_of_a_choice_when_the_person_leaves(
    desk: Desk, tmp_path: Path, project: Path
):
    screen = drop(desk, [foreign(tmp_path)])
    choose(desk, screen, "ZZZ", "")
    assert box(desk, "ZZZ").currentText() == "left out"
    desk.press("Esc")
    assert desk.view.hasFocus()
    with open_project(project) as opened:
        assert records.choice(opened, "names of prodigy") is None
        assert articles.count(opened) == 2
    drop(desk, [foreign(tmp_path)])
    assert box(desk, "ZZZ").currentText() == "nothing: refused"


def test_the_wheel_chooses_nothing(desk: Desk, tmp_path: Path):
    screen = drop(desk, [foreign(tmp_path)])
    found = box(desk, "ZZZ")
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(found.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(found, turn)
    assert found.currentText() == "nothing: refused"
    assert screen.names.isVisible()


def test_files_with_our_names_have_no_rows_and_guessed_columns_are_told(desk: Desk, tmp_path: Path):
    file = tmp_path / "table.csv"
    file.write_text("Headline,Body\nRain,Rain on Monday.\n", encoding="utf-8")
    screen = drop(desk, [file])
    assert not screen.names.isVisible()
    notices = desk.find("What is to be noticed", QListWidget)
    assert "text from 'Body'" in notices.item(0).text()
