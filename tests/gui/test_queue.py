"""The list of articles: long ones, and what it shows of each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from annotator.gui.library import queue
from annotator.gui.library.model import QueueModel, state_words
from annotator.storage.articles import ArticleSummary
from tests.gui.desk import Desk


def summary(
    number: int = 1, *, status: str = "open", labels: int = 0, is_open: int = 0, answered: int = 0
) -> ArticleSummary:
    """A row of the list."""
    title = f"Story {number}"
    return ArticleSummary(
        f"a{number}", title, "Post", None, "en", status, labels, is_open, answered
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (summary(), "not started"),
        (summary(status="in_progress"), "in progress"),
        (summary(status="in_progress", labels=1), "1 label · in progress"),
        (summary(status="finished", labels=3), "✓ done · 3 labels"),
        (summary(status="finished", labels=3, answered=2), "✓ done · 2 flags answered"),
        (summary(status="in_progress", labels=3, is_open=1), "1 flag open · 3 labels"),
        (summary(status="adjudicated"), "✓ adjudicated"),
    ],
)
def test_the_second_line_says_how_it_stands(row: ArticleSummary, words: str):
    assert state_words(row) == words


def test_the_next_open_article_is_found_from_the_end_to_the_beginning():
    model = QueueModel()
    done = {"status": "finished"}
    model.load([summary(1), summary(2, **done), summary(3), summary(4, **done)])
    assert [model.next_open(name) for name in ("a1", "a2", "a3", "a4")] == ["a3", "a3", "a1", "a1"]
    assert model.finished == 2


def test_a_filter_looks_for_every_word_in_title_outlet_and_state():
    model = QueueModel()
    model.load([summary(1), summary(12, status="finished"), summary(3)])
    found = {}
    for typed in ("story 1", "POST done", "story", "zebra"):
        model.filter(typed)
        found[typed] = model.rowCount()
    assert found == {"story 1": 2, "POST done": 1, "story": 3, "zebra": 0}


def test_a_click_opens_an_article(desk: Desk):
    table = desk.find("Queue", QTableView)
    place = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.sheet.article.id == "a2"


def test_arrows_and_enter_open_an_article(desk: Desk):
    desk.press("Ctrl+P", "Down", "Down", "Enter")
    assert desk.sheet.article.id == "a2"
    assert desk.view.hasFocus()


def test_a_long_list_is_read_behind_the_open_article(
    open_desk: Callable[..., Desk], project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(queue, "READ_AT_ONCE", 0)
    desk = open_desk(project)
    desk.press("C")
    model = desk.window.annotating.queue.model
    desk.qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert state_words(model.summary(0)) == "1 label · in progress"
