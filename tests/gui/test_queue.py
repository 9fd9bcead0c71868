"""The list of articles: long ones, and what it shows of each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, Semaphore

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from annotator.gui.library import filling
from annotator.gui.library.listed import Listed
from annotator.gui.library.model import QueueModel, state_words
from annotator.storage import articles
from annotator.storage.articles import ArticleSummary, summary_row
from tests.builders import article, project_file
from tests.gui.desk import Desk


def summary(
    number: int = 1,
    *,
    status: str = "open",
    labels: int = 0,
    is_open: int = 0,
    answered: int = 0,
    is_back: bool = False,
) -> ArticleSummary:
    """A row of the list."""
    title = f"Story {number}"
    return ArticleSummary(
        f"a{number}",
        title,
        "Post",
        None,
        "en",
        status,
        labels,
        is_open,
        answered,
        is_sent_back=is_back,
    )


def listed(*summaries: ArticleSummary) -> Listed:
    """A list of these articles."""
    return Listed(map(summary_row, summaries))


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
        (summary(status="in_progress", labels=3, is_back=True), "sent back · 3 labels"),
        (summary(status="in_progress", answered=1, is_back=True), "sent back · 1 flag answered"),
    ],
)
def test_the_second_line_says_how_it_stands(row: ArticleSummary, words: str):
    assert state_words(row) == words


def test_of_articles_of_others_it_says_who_has_done_them_and_who_owes_them():
    given = replace(summary(), whose=("ana", "ben"))
    assert state_words(given) == "→ ana, ben"
    assert state_words(replace(given, done_by=("ana",))) == "ana done · → ben"
    assert state_words(replace(given, done_by=("ana", "ben"))) == "ana, ben done"
    assert state_words(replace(given, place=10)) == "not started"


def test_the_next_open_article_is_found_from_the_end_to_the_beginning():
    model = QueueModel()
    done = {"status": "finished"}
    model.load(listed(summary(1), summary(2, **done), summary(3), summary(4, **done)))
    assert [model.next_open(name) for name in ("a1", "a2", "a3", "a4")] == ["a3", "a3", "a1", "a1"]
    assert model.finished == 2


def test_a_filter_looks_for_every_word_in_title_outlet_and_state():
    model = QueueModel()
    model.load(listed(summary(1), summary(12, status="finished"), summary(3)))
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
    desk.press("C")
    assert len(desk.annotations("claim")) == 1


def test_arrows_and_enter_open_an_article(desk: Desk):
    desk.press("Ctrl+P", "Down", "Down", "Enter")
    assert desk.sheet.article.id == "a2"
    assert desk.view.hasFocus()


def test_home_and_end_go_to_the_ends_of_the_list(desk: Desk):
    desk.press("Ctrl+P", "Tab", "End", "Enter")
    assert desk.sheet.article.id == "a2"
    desk.press("Ctrl+P", "Tab", "Home", "Enter")
    assert desk.sheet.article.id == "a1"


def test_enter_where_nothing_matches_leaves_the_keys_to_the_filter(desk: Desk):
    desk.press("Ctrl+P")
    desk.type("nothing of the kind")
    desk.press("Enter", "C")
    assert desk.annotations() == []
    assert desk.find("Filter articles").hasFocus()


def test_the_filter_finds_an_article_by_the_name_of_its_file(desk: Desk):
    desk.press("Ctrl+P")
    desk.type("a2")
    desk.press("Down", "Enter")
    assert desk.sheet.article.id == "a2"


class Piecemeal:
    """Lets the list be read one article at a time, each when it is asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._next = Semaphore(0)
        self._rows = articles.summary_rows
        self.begun = 0
        monkeypatch.setattr(filling, "READ_AT_ONCE", 0)
        monkeypatch.setattr(articles, "_FIRST_PIECE", 1)
        monkeypatch.setattr(articles, "_PIECE", 1)
        monkeypatch.setattr(articles, "summary_rows", self._pieces)

    def let_come(self, count: int) -> None:
        """Let so many more articles be read, or find that there are no more."""
        for _ in range(count):
            self._next.release()

    def _pieces(self, *asked: object) -> Iterator[list[tuple[object, ...]]]:
        self.begun += 1
        for piece in self._rows(*asked):
            self._next.acquire()
            yield piece
        self._next.acquire()


@pytest.fixture
def piecemeal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Piecemeal]:
    made = Piecemeal(monkeypatch)
    yield made
    made.let_come(50)


def three_in(tmp_path: Path) -> Path:
    """A project with three articles."""
    titles = ("The bridge", "The tram", "The ferry")
    made = [article(f"{n}. {t}.", article_id=f"a{n}", title=t) for n, t in enumerate(titles, 1)]
    return project_file(tmp_path, *made)


def test_a_long_list_fills_piece_by_piece_while_one_works(
    open_desk: Callable[..., Desk], tmp_path: Path, piecemeal: Piecemeal
):
    desk = open_desk(three_in(tmp_path))
    queue = desk.window.annotating.queue
    assert (shown(desk), queue.heading.text()) == ([], "QUEUE · 0 SO FAR")
    desk.press("C")
    piecemeal.let_come(2)
    desk.qtbot.waitUntil(lambda: shown(desk) == ["a1", "a2"])
    assert state_words(queue.model.summary(0)) == "1 label · in progress"
    assert queue.heading.text() == "QUEUE · 2 SO FAR"
    assert queue.table.currentIndex().row() == 0
    piecemeal.let_come(2)
    desk.qtbot.waitUntil(lambda: shown(desk) == ["a1", "a2", "a3"])
    desk.qtbot.waitUntil(lambda: queue.heading.text() == "QUEUE · 0 OF 3 DONE")
    assert desk.window.status.count.text() == "0/3"


def test_what_is_not_read_yet_is_not_taken_for_the_end(
    open_desk: Callable[..., Desk], tmp_path: Path, piecemeal: Piecemeal
):
    desk = open_desk(three_in(tmp_path))
    queue = desk.window.annotating.queue
    piecemeal.let_come(1)
    desk.qtbot.waitUntil(lambda: shown(desk) == ["a1"])
    desk.press("Ctrl+Enter")
    assert desk.sheet.article.id == "a1"
    assert "still being read" in desk.status()
    piecemeal.let_come(1)
    desk.qtbot.waitUntil(lambda: shown(desk) == ["a1", "a2"])
    assert queue.model.next_open("a1") == "a2"
    assert queue.model.next_open("a2") is None
    assert queue.model.next_open("a3") is None
    piecemeal.let_come(2)
    desk.qtbot.waitUntil(lambda: queue.heading.text() == "QUEUE · 1 OF 3 DONE")
    assert queue.model.next_open("a3") == "a2"


def test_what_is_not_on_the_disk_yet_is_in_a_list_that_is_read_from_there(
    desk: Desk, stuck_disk: Callable[[], Event]
):
    stuck_disk()
    desk.press("Ctrl+Enter")
    desk.window.reload_queue()
    queue = desk.window.annotating.queue
    assert state_words(queue.model.summary(0)) == "✓ done"
    assert queue.heading.text() == "QUEUE · 1 OF 2 DONE"


def test_a_filter_holds_for_what_is_read_after_it(
    open_desk: Callable[..., Desk], tmp_path: Path, piecemeal: Piecemeal
):
    desk = open_desk(three_in(tmp_path))
    desk.press("Ctrl+P")
    desk.type("ferry")
    queue = desk.window.annotating.queue
    piecemeal.let_come(2)
    desk.qtbot.waitUntil(lambda: queue.model.total == 2)
    assert (shown(desk), queue.empty.text()) == ([], "Searching…")
    piecemeal.let_come(2)
    desk.qtbot.waitUntil(lambda: shown(desk) == ["a3"])


def test_a_long_list_that_grew_while_it_was_read_is_read_again(
    open_desk: Callable[..., Desk], project: Path, piecemeal: Piecemeal
):
    desk = open_desk(project)
    queue = desk.window.annotating.queue
    for _ in range(3):
        desk.window.reload_queue()
    piecemeal.let_come(50)
    desk.qtbot.waitUntil(lambda: piecemeal.begun == 2)
    desk.qtbot.waitUntil(lambda: not queue._filling.is_reading)
    assert shown(desk) == ["a1", "a2"]


def test_the_list_of_whoever_works_now_is_read_from_its_beginning(
    open_desk: Callable[..., Desk], tmp_path: Path, piecemeal: Piecemeal
):
    desk = open_desk(three_in(tmp_path))
    desk.press("C")
    desk.wait_saved()
    piecemeal.let_come(1)
    desk.qtbot.waitUntil(lambda: shown(desk) == ["a1"])
    desk.window.session.work_as("eva")
    piecemeal.let_come(50)
    desk.qtbot.waitUntil(lambda: shown(desk) == ["a1", "a2", "a3"])
    queue = desk.window.annotating.queue
    desk.qtbot.waitUntil(lambda: not queue._filling.is_reading)
    assert state_words(queue.model.summary(0)) == "not started"


def test_a_list_that_gave_way_to_another_is_let_go_in_turns(qtbot: QtBot):
    model = QueueModel()
    old = listed(*(summary(number) for number in range(5)))
    model.load(old)
    model.load(listed(summary(7)))
    assert (len(old), model.total) == (5, 1)
    qtbot.waitUntil(lambda: not model._letting_go.isActive())
    assert (len(old), old.number_of("a3"), model.total) == (0, None, 1)


def test_a_filter_of_very_many_is_looked_through_a_few_at_a_time(qtbot: QtBot):
    model = QueueModel()
    model.load(listed(*(summary(number) for number in range(6_000))))
    model.filter("story 499")
    model.add_found(["a17", "a499"])
    assert model.is_looking
    qtbot.waitUntil(lambda: not model.is_looking)
    found = [model.summary(row).id for row in range(model.rowCount())]
    ends = [499, 1_499, 2_499, 3_499, 4_499, *range(4_990, 5_000), 5_499]
    assert found == [*(f"a{number}" for number in ends), "a17"]


def shown(desk: Desk) -> list[str]:
    """The articles that the queue shows, by id."""
    model = desk.window.annotating.queue.model
    return [model.summary(row).id for row in range(model.rowCount())]


def filter_by(desk: Desk, typed: str) -> None:
    """Type into the filter and wait until it has searched."""
    desk.press("Ctrl+P")
    desk.type(typed)
    searching = desk.window.annotating.queue._searching
    desk.qtbot.waitUntil(lambda: not searching.is_busy)


@pytest.mark.parametrize("at_once", [0, 2_000])
def test_the_filter_understands_the_query_language(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, at_once: int
):
    monkeypatch.setattr("annotator.gui.library.searching.SEARCHED_AT_ONCE", at_once)
    desk.press("C", "F", "Enter")
    desk.wait_saved()
    found = {}
    for query in ("label:claim ferry", "label:claim lorries", "has:flag", "-has:flag"):
        filter_by(desk, query)
        found[query] = shown(desk)
        desk.press("Esc")
    assert found == {
        "label:claim ferry": [],
        "label:claim lorries": ["a1"],
        "has:flag": ["a1"],
        "-has:flag": ["a2"],
    }


def test_titles_stand_before_what_only_mentions_the_word(open_desk: Callable[..., Desk], tmp_path):
    first = article("They spoke of the tram.", article_id="a1", title="Council")
    second = article("It opens in May.", article_id="a2", title="The tram")
    desk = open_desk(project_file(tmp_path, first, second))
    filter_by(desk, "tram")
    assert shown(desk) == ["a2", "a1"]


def test_keys_after_a_filter_wait_for_what_is_still_looked_for(desk: Desk):
    desk.press("Ctrl+P")
    desk.type("coast")  # no title has it
    desk.press("Enter", "C")
    desk.qtbot.waitUntil(lambda: desk.sheet.article.id == "a2" and bool(desk.annotations("claim")))
    assert desk.find("Filter articles", QLineEdit).text() == "coast"


def test_a_query_that_cannot_be_understood_says_why_below_the_field(desk: Desk):
    filter_by(desk, "colour:red")
    said = desk.window.annotating.queue.empty
    assert said.isVisible()
    assert "colour" in said.text()
    desk.press("Esc")
    assert shown(desk) == ["a1", "a2"]


def test_done_stays_inside_the_filter_and_says_when_it_is_through(desk: Desk):
    filter_by(desk, "bridge")
    desk.press("Enter", "Ctrl+Enter")
    assert desk.sheet.article.id == "a1"
    assert "The filtered ones are done" in desk.status()
    desk.press("Ctrl+P", "Esc", "Esc", "Ctrl+Enter")
    assert desk.sheet.article.id == "a2"


def test_the_next_article_is_the_next_one_shown():
    model = QueueModel()
    model.load(listed(summary(1), summary(20), summary(3), summary(21)))
    model.filter("story 2")
    assert model.beside("a20", 1) == "a21"
    assert model.beside("a21", 1) is None
    assert model.beside("a3", 1) == "a20"
    assert model.beside("a1", -1) == "a21"


def test_large_numbers_have_separators(desk: Desk):
    queue = desk.window.annotating.queue
    queue.model.load(listed(*(summary(number) for number in range(1, 20_001))))
    queue._count()
    assert queue.heading.text() == "QUEUE · 0 OF 20,000 DONE"
    assert desk.window.status.count.text() == "0/20,000"


def test_a_title_written_from_right_to_left_is_cut_at_its_end(
    open_desk: Callable[..., Desk], tmp_path: Path
):
    title = "قال رئيس البلدية إن الجسر الجديد سيكلف أربعة ملايين"
    desk = open_desk(project_file(tmp_path, article("نص.", title=title)))
    table = desk.find("Queue", QTableView)
    box = table.visualRect(table.model().index(0, 0))
    image = table.viewport().grab(box).toImage()
    columns = [
        [y for y in range(8, 24) if image.pixelColor(x, y).lightness() < 120]
        for x in range(14, box.width() - 10)
    ]
    inked = [x for x, column in enumerate(columns) if column]
    dots = [y for x in inked[:3] for y in columns[x]]
    letters = [y for x in inked[-20:] for y in columns[x]]
    assert inked[-1] > box.width() - 60, "the title begins at the right"
    assert max(dots) - min(dots) <= 3, "the ellipsis stands at the left"
    assert max(letters) - min(letters) > 5
