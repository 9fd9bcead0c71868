"""The search screen by real keys: finding, labelling in the list, going to an article and back."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from annotator.domain.change import Draft, added
from annotator.domain.review import Verdict
from annotator.gui.article.view import ArticleView
from annotator.gui.search import asking
from annotator.gui.search.table import ResultsTable
from annotator.operations import writing
from annotator.storage import passages
from annotator.storage.project import open_project
from tests.builders import annotation, article, project_file, repeat
from tests.gui.desk import Desk

ONE = article(
    "The harbour opens. Mayor Ruiz said the harbour will cost 4m euros.\nNobody asked the mayor.",
    article_id="a1",
    title="The harbour",
)
TWO = article("Trams return. The line to the harbour opens in May.", article_id="a2", title="Trams")
THREE = article("A quiet day without news.", article_id="a3", title="Quiet")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three articles; ana has two claims about the harbour, one of them reviewed."""
    path = project_file(tmp_path, ONE, TWO, THREE)
    cost = annotation(ONE, "the harbour will cost 4m euros", annotation_id="n1")
    line = annotation(TWO, "The line to the harbour opens in May", annotation_id="n2")
    verdict = Verdict("v1", "a1", "ana", "n1", "claim", "accepted", by="eva")
    with open_project(path, is_writable=True) as opened:
        writing.commit(opened, Draft("Fill", added([cost, line, verdict])), annotator="ana")
    return path


@pytest.fixture
def desk(open_desk: Callable[..., Desk], project: Path) -> Desk:
    """A window on it, with the search screen open."""
    desk = open_desk(project, annotator="ana")
    desk.press("Ctrl+Shift+F")
    assert desk.shows("Search")
    return desk


def table(desk: Desk) -> ResultsTable:
    return desk.find("Passages", ResultsTable)


def words(desk: Desk) -> list[str]:
    """The passages that are listed."""
    results = table(desk).results
    rows = [results.passage(number) for number in range(results.rowCount())]
    return [row.words for row in rows if row is not None]


def counted(desk: Desk) -> str:
    """What the screen says about how much it found."""
    labels = [each.text() for each in desk.find("Search").findChildren(QLabel) if each.isVisible()]
    return next((text for text in labels if "passage" in text or "No match" in text), "")


def search(desk: Desk, query: str) -> None:
    """Type a query and wait for its answer."""
    field = desk.find("Search all articles", QLineEdit)
    field.setFocus()
    field.selectAll()
    desk.press("Backspace")
    desk.type(query)
    screen = desk.window.screens.screen("search")
    desk.qtbot.waitUntil(lambda: screen.asking.query == query and not screen.asking.is_busy)


def chips(desk: Desk) -> list[str]:
    """The labels that the current passage shows."""
    shown = table(desk)
    assert shown.passage is not None
    return [each.label for each in shown.results.labels_on(shown.passage)]


def test_words_find_the_sentences_of_all_articles_with_their_count(desk: Desk):
    search(desk, "harbour")
    assert words(desk) == [
        "The harbour opens.",
        "Mayor Ruiz said the harbour will cost 4m euros.",
        "The line to the harbour opens in May.",
    ]
    assert counted(desk) == "3 passages in 2 articles"


def test_the_screen_and_the_command_find_the_same_passages(desk: Desk, project: Path):
    for query in (
        "harbour", "label:claim", "harbour label:claim -has:verdict", "has:verdict",
        "-label:claim", '"the harbour" opens', "harbour -mayor", "status:open",
        "by:ana label:claim",
    ):  # fmt: skip
        search(desk, query)
        with open_project(project) as opened:
            found = passages.find(opened, query, annotator="ana")
        assert words(desk) == [each.words for each in found], query


def test_nothing_found_says_so_and_what_to_do(desk: Desk):
    search(desk, "zeppelin")
    assert counted(desk) == "No match for “zeppelin” in 3 articles. Try fewer words."
    assert not desk.shows("Passages")
    button = next(b for b in desk.window.findChildren(QPushButton) if b.text() == "Label all…")
    assert not button.isEnabled()
    search(desk, "harbour")
    assert button.isEnabled()


def test_a_query_that_cannot_be_understood_says_why(desk: Desk):
    search(desk, "lable:claim")
    shown = [each.text() for each in desk.find("Search").findChildren(QLabel) if each.isVisible()]
    assert any("There is no field “lable:”" in text for text in shown)


def test_articles_that_mention_a_word_with_unreviewed_claims_take_ten_keys(desk: Desk):
    desk.press("Esc")
    strokes = ["Ctrl+Shift+F", *"harbour ".replace(" ", ""), "Alt+1"]
    for stroke in strokes:
        desk.press(stroke)
    screen = desk.window.screens.screen("search")
    desk.qtbot.waitUntil(lambda: not screen.asking.is_busy)
    assert words(desk) == ["The line to the harbour opens in May"]
    # "Ctrl+Shift+F", a word of eight letters and "Alt+1" are ten.
    assert len(strokes) + 1 <= 11


def test_keys_move_from_passage_to_passage_over_the_headings(desk: Desk):
    search(desk, "harbour")
    desk.press("Down")
    seen = [table(desk).passage.words]
    for key in ("J", "Down", "J", "K", "Up", "End", "Home"):
        desk.press(key)
        seen.append(table(desk).passage.words)
    first, second, third = words(desk)
    assert seen == [first, second, third, third, second, first, third, first]


def test_a_label_key_labels_the_sentence_and_the_row_shows_it_at_once(desk: Desk):
    search(desk, "trams")
    desk.press("Down", "C")
    assert chips(desk) == ["claim"]
    stored = desk.stored("a2")
    made = [each for each in stored.annotations.values() if each.text == "Trams return."]
    assert [each.label for each in made] == ["claim"]
    assert desk.sheet.article.id == "a1"
    desk.press("Z")
    assert chips(desk) == []
    assert desk.sheet.article.id == "a1"
    assert desk.shows("Passages")
    desk.press("Shift+Z")
    assert chips(desk) == ["claim"]


def test_the_arrow_takes_the_words_found_instead_of_the_sentence(desk: Desk):
    search(desk, "ruiz")
    desk.press("Down", "Right", "S")
    assert [each.text for each in desk.annotations("source")] == ["Ruiz"]
    desk.press("Left", "Q")
    assert [each.text for each in desk.annotations("quote")] == [
        "Mayor Ruiz said the harbour will cost 4m euros."
    ]


def test_a_label_on_a_found_annotation_changes_it(desk: Desk):
    search(desk, "label:claim cost")
    desk.press("Down", "Q")
    assert [each.id for each in desk.annotations("quote")] == ["n1"]
    desk.press("Q")
    assert desk.status() == "These words are labelled so already."


def test_delete_takes_a_label_away_and_a_point_repeats_the_last(desk: Desk):
    search(desk, "trams")
    desk.press("Down", "C", "Del")
    assert chips(desk) == []
    desk.press(".")
    assert chips(desk) == ["claim"]


def test_a_title_cannot_be_labelled(desk: Desk):
    search(desk, "status:open")
    desk.press("Down", "C")
    assert desk.status() == "A title cannot be labelled. Enter opens the article."


def test_enter_opens_the_article_at_the_passage_and_escape_returns_to_it(desk: Desk):
    search(desk, "line")
    desk.press("Down", "Enter")
    assert desk.sheet.article.id == "a2"
    assert not desk.shows("Search")
    assert desk.view.hasFocus()
    assert desk.view.current_sentence.cut_from(TWO.text) == "The line to the harbour opens in May."
    assert desk.view.emphasis.hits
    desk.press("Esc")
    assert desk.shows("Search")
    assert table(desk).hasFocus()
    assert table(desk).passage.article_id == "a2"


def test_escape_does_not_return_once_something_was_selected(desk: Desk):
    search(desk, "line")
    desk.press("Down", "Enter", "Right", "Esc")
    assert not desk.shows("Search")
    assert desk.view.selection is None
    desk.press("Esc")
    assert desk.shows("Search")


def test_the_status_line_says_what_the_keys_do_where_the_focus_is(desk: Desk):
    hints = desk.window.status.hints
    desk.type("harbour")
    assert hints.text().startswith("↓ passages")
    desk.qtbot.waitUntil(lambda: bool(words(desk)))
    desk.press("Down")
    assert hints.text().startswith("J/K move · Enter opens · C claim")
    desk.press("Esc")
    assert hints.text().startswith("J/K move · Z undo")


def test_escape_leaves_from_a_button_too(desk: Desk):
    desk.type("harbour")
    buttons = {each.text(): each for each in desk.find("Search").findChildren(QPushButton)}
    buttons["Save search…"].setFocus()
    desk.press("Esc")
    assert desk.view.hasFocus()


def test_escape_leaves_the_search_and_coming_back_finds_it_as_it_was(desk: Desk):
    search(desk, "harbour")
    desk.press("Esc")
    assert desk.view.hasFocus()
    desk.press("Ctrl+Shift+F")
    assert len(words(desk)) == 3
    assert desk.find("Search all articles", QLineEdit).selectedText() == "harbour"


def test_keys_of_the_article_do_nothing_to_the_hidden_article(desk: Desk):
    search(desk, "harbour")
    desk.press("Down")
    before = desk.sheet
    desk.press("F", "U", "Ctrl+Enter", "E", "L", "Right")
    assert desk.sheet == before
    assert not desk.shows("Entry")
    assert desk.shows("Passages")


def test_going_to_an_article_by_the_queue_shows_it(desk: Desk):
    desk.window.session.open_article("a3")
    assert not desk.shows("Search")
    assert desk.shows("Article")


def test_labels_made_in_the_article_are_in_the_list_on_return(desk: Desk):
    search(desk, "trams")
    desk.press("Down", "Enter", "C")
    desk.press("Ctrl+Shift+F", "Down")
    assert chips(desk) == ["claim"]


def test_the_queue_counts_labels_made_in_the_list(desk: Desk):
    search(desk, "quiet")
    desk.press("Down", "C")
    row = next(each for each in desk.window.annotating.queue.model.every if each.id == "a3")
    assert (row.annotations, row.status) == (1, "in_progress")


def test_a_search_is_saved_for_everybody_renamed_and_removed(desk: Desk, project: Path):
    search(desk, "harbour label:claim")
    desk.press("Ctrl+D")
    desk.type("Harbour claims")
    desk.press("Enter")
    name = "Harbour claims: harbour label:claim"
    desk.qtbot.waitUntil(lambda: desk.shows(name))
    desk.wait_saved()
    with open_project(project) as opened:
        rows = opened.rows("SELECT name, value FROM choice WHERE name LIKE 'search:%'")
    assert rows == [("search:Harbour claims", "harbour label:claim")]
    search(desk, "tram")
    desk.click(desk.find(name))
    assert desk.find("Search all articles", QLineEdit).text() == "harbour label:claim"
    desk.click(desk.find("Rename this search: Harbour claims"))
    desk.type("Harbour claims of ours")
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.shows("Harbour claims of ours: harbour label:claim"))
    desk.click(desk.find("Remove this search: Harbour claims of ours"))
    assert not desk.shows("Harbour claims of ours: harbour label:claim")


def test_a_ready_made_search_is_added_to_words_and_taken_off_again(desk: Desk):
    field = desk.find("Search all articles", QLineEdit)
    desk.type("harbour")
    desk.press("Alt+2")
    assert field.text() == "harbour has:flag"
    desk.press("Alt+1")
    assert field.text() == "harbour label:claim -has:verdict"
    desk.press("Alt+1")
    assert field.text() == "harbour"


def test_a_long_list_comes_in_portions_as_one_reads_on(open_desk, tmp_path: Path):
    many = [
        article(f"Word number {n}. A word. Another word.", article_id=f"a{n}", title=f"T{n}")
        for n in range(120)
    ]
    desk = open_desk(project_file(tmp_path, *many), annotator="ana")
    desk.press("Ctrl+Shift+F")
    search(desk, "word")
    screen = desk.window.screens.screen("search")
    desk.qtbot.waitUntil(lambda: not screen.asking.is_busy)
    assert 20 <= len(words(desk)) < 360
    desk.press("Down")
    while screen.asking.following is not None:
        desk.press("End")
        desk.qtbot.waitUntil(lambda: not screen.asking.is_busy)
    assert len(words(desk)) == 360
    assert counted(desk) == "360 passages in 120 articles"


def test_typing_on_asks_only_for_what_was_typed_last(desk: Desk):
    asked: list[str] = []
    screen = desk.window.screens.screen("search")
    screen.asking.begun.connect(lambda: asked.append(screen.asking.query))
    search(desk, "harbour")
    assert asked[-1] == "harbour"
    assert "harbou" not in asked


def test_a_narrow_window_gives_the_passages_all_its_width(desk: Desk):
    search(desk, "harbour")
    assert desk.shows("Saved searches")
    desk.window.resize(800, 600)
    assert not desk.shows("Saved searches")


def test_the_mouse_opens_a_passage_by_a_double_click(desk: Desk):
    search(desk, "line")
    shown = table(desk)
    place = shown.visualRect(shown.results.index(1, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.passage.words == "The line to the harbour opens in May."
    QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.sheet.article.id == "a2"


def test_another_project_has_a_search_of_its_own(desk: Desk, tmp_path: Path):
    search(desk, "harbour")
    folder = tmp_path / "other"
    folder.mkdir()
    snow = article("Snow.", article_id="s1", title="Snow")
    other = project_file(folder, snow, repeat(snow, article_id="s2"))
    assert desk.window.open_project(other)
    desk.qtbot.waitUntil(lambda: desk.shows("Article"))
    desk.press("Ctrl+Shift+F")
    search(desk, "harbour")
    assert counted(desk) == "No match for “harbour” in the one article. Try fewer words."


def test_saving_needs_something_to_search_for(desk: Desk):
    button = next(
        each for each in desk.find("Search").findChildren(QPushButton) if "Save" in each.text()
    )
    assert not button.isEnabled()
    desk.press("Ctrl+D")
    assert desk.status() == "Write what to look for first."


def test_the_palette_offers_saved_searches_by_name(desk: Desk):
    search(desk, "line")
    desk.press("Ctrl+D")
    desk.type("About the line")
    desk.press("Enter", "Esc", "Ctrl+K")
    desk.type("about the line")
    desk.press("Enter")
    assert desk.find("Search all articles", QLineEdit).text() == "line"
    screen = desk.window.screens.screen("search")
    desk.qtbot.waitUntil(lambda: not screen.asking.is_busy)
    assert words(desk) == ["The line to the harbour opens in May."]


def test_a_wide_window_shows_the_passage_in_its_article_and_its_labels(desk: Desk):
    desk.window.resize(1700, 900)
    search(desk, "line")
    desk.press("Down")
    desk.qtbot.waitUntil(lambda: desk.shows("Passage in its article"))
    view = desk.find("Passage in its article", ArticleView)
    desk.qtbot.waitUntil(lambda: view.page.text == TWO.text and bool(view.emphasis.hits))
    assert view.current_sentence.cut_from(TWO.text) == "The line to the harbour opens in May."
    before = len(view.index)
    desk.press("Right", "S")
    assert len(view.index) == before + 1
    assert table(desk).hasFocus()
    desk.window.resize(1280, 800)
    assert not desk.shows("Passage in its article")


def test_words_selected_in_the_article_are_looked_for(desk: Desk):
    desk.press("Esc")
    desk.select("the harbour")
    desk.press("Ctrl+Shift+F")
    assert desk.find("Search all articles", QLineEdit).text() == '"the harbour"'
    screen = desk.window.screens.screen("search")
    desk.qtbot.waitUntil(lambda: not screen.asking.is_busy)
    assert len(words(desk)) == 3


def test_keys_after_a_query_wait_for_its_passages(
    desk: Desk, held_back: Callable[..., threading.Event]
) -> None:
    search(desk, "quiet")
    is_found = held_back(asking, "look")
    desk.find("Search all articles", QLineEdit).selectAll()
    desk.type("harbour")
    desk.press("Enter", "C", "J")
    is_found.set()
    second = "Mayor Ruiz said the harbour will cost 4m euros."
    current = lambda: table(desk).passage  # noqa: E731
    desk.qtbot.waitUntil(lambda: current() is not None and current().words == second)
    assert [each.text for each in desk.annotations("claim")] == [
        "The harbour opens.",
        "the harbour will cost 4m euros",
    ]
    assert desk.find("Search all articles", QLineEdit).text() == "harbour"
