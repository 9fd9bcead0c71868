"""Strips above and below the article come and go; the text stays where it is on the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.domain.span import Span
from annotator.gui.article.view import ArticleView
from tests.builders import article as stored_article
from tests.builders import project_file
from tests.gui.article.samples import article
from tests.gui.desk import Desk

LONG = "\n".join(f"Paragraph {number}. " + "Some words to read. " * 20 for number in range(60))


class Stack:
    """An article between two strips, in a window."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.above, self.view, self.below = QWidget(), ArticleView(), QWidget()
        self.above.setFixedHeight(45)
        self.below.setFixedHeight(150)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.above)
        column.addWidget(self.view, 1)
        column.addWidget(self.below)
        self.below.hide()

    def show(self, text: str = LONG, *, with_strip: bool = False) -> None:
        self.above.setVisible(with_strip)
        self.window.resize(772, 700)
        self.window.show()
        self.view.show_article(article(text), header=("A title", ""))
        QApplication.processEvents()

    def height_of(self, position: int) -> float:
        """Where a character's line stands in the window."""
        box = self.view.rectangles_of(Span(position, position + 1))[0]
        return box.top() + self.view.viewport().mapTo(self.window, QPoint()).y()


@pytest.fixture
def stack(qapp: QApplication) -> Iterator[Stack]:
    made = Stack()
    yield made
    made.window.close()
    made.window.deleteLater()


@pytest.mark.parametrize("start", ["Paragraph 0.", "Paragraph 30.", "Paragraph 59."])
def test_strips_that_come_and_go_move_no_word(stack: Stack, start: str) -> None:
    stack.show()
    position = LONG.index(start)
    stack.view.go_to(position, at="upper third")
    QApplication.processEvents()
    before = stack.height_of(position)
    for strip in (stack.above, stack.below):
        for is_shown in (True, False):
            strip.setVisible(is_shown)
            QApplication.processEvents()
            assert stack.height_of(position) == before


def test_a_strip_that_ends_above_the_first_line_moves_no_word(stack: Stack) -> None:
    stack.show(with_strip=True)
    before = stack.height_of(0)
    stack.above.hide()
    QApplication.processEvents()
    assert stack.height_of(0) == before
    stack.view.scroll_by(60)
    stack.view.scroll_by(-5_000)
    QApplication.processEvents()
    assert stack.height_of(0) < before


def test_a_strip_over_the_end_lifts_only_what_it_hides_and_puts_it_back(stack: Stack) -> None:
    stack.show()
    view = stack.view
    view.go_to(LONG.index("Paragraph 20."), at="upper third")
    QApplication.processEvents()
    position = view.current_sentence.start
    before = stack.height_of(position)
    stack.below.show()
    QApplication.processEvents()
    view.make_way()
    assert stack.height_of(position) == before
    stack.below.hide()
    QApplication.processEvents()
    view.move_back()
    view.scroll_by(round(before) - view.viewport().height() + 40)
    QApplication.processEvents()
    low = stack.height_of(position)
    stack.below.show()
    QApplication.processEvents()
    view.make_way()
    assert stack.height_of(position) < view.viewport().height() < low
    stack.below.hide()
    QApplication.processEvents()
    view.move_back()
    assert stack.height_of(position) == low


def test_dropping_the_selection_scrolls_nothing(stack: Stack) -> None:
    stack.show()
    view = stack.view
    view.go_to(LONG.index("Paragraph 20."), at="upper third")
    view.scroll_by(view.viewport().height() // 3 - 4)
    before = view.place()
    view.set_selection(None)
    assert view.place() == before


@pytest.fixture
def long_desk(open_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    return open_desk(project_file(tmp_path, stored_article(LONG, article_id="a1", title="Long")))


@pytest.mark.parametrize("y", [0.2, 0.5, 0.9])
def test_flagging_a_sentence_in_sight_leaves_the_text_in_place(long_desk: Desk, y: float) -> None:
    view = long_desk.view
    view.go_to(LONG.index("Paragraph 20."), at="upper third")
    room = view.viewport().height()
    view.scroll_by(room // 3 - round(y * room))
    view.setFocus()
    QApplication.processEvents()
    before = view.place()

    def is_seen_above_the_strip() -> bool:
        rows = view.rectangles_of(view.current_sentence)
        return bool(rows) and rows[-1].bottom() < view.viewport().height() < room

    long_desk.press("F")
    long_desk.qtbot.waitUntil(is_seen_above_the_strip)
    assert (view.place() == before) == (y < 0.8)
    long_desk.type("who says so")
    long_desk.press("Enter")
    QApplication.processEvents()
    assert view.viewport().height() == room
    assert view.place() == before


def test_finding_nothing_moves_no_word(long_desk: Desk) -> None:
    view = long_desk.view
    view.go_to(LONG.index("Paragraph 20."), at="upper third")
    view.setFocus()
    QApplication.processEvents()
    position = view.current_sentence.start

    def height() -> float:
        box = view.rectangles_of(Span(position, position + 1))[0]
        return box.top() + view.viewport().mapTo(view.window(), QPoint()).y()

    before = height()
    long_desk.press("Ctrl+F")
    QApplication.processEvents()
    assert long_desk.window.annotating is not None
    assert not long_desk.window.annotating.pane.find_bar.isHidden()
    assert height() == before
    long_desk.press("Esc")
    QApplication.processEvents()
    assert height() == before
