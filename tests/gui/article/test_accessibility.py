import gc
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from annotator.domain.span import Span
from annotator.gui.article.view import ArticleView
from tests.gui.article.conftest import Show
from tests.gui.article.samples import MIXED, TEXT, place


@pytest.fixture(autouse=True)
def screen_reader(qapp: QApplication) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_a_screen_reader_finds_the_text_and_the_caret(view: ArticleView) -> None:
    found = QAccessible.queryAccessibleInterface(view)
    assert found.text(QAccessible.Text.Name) == "Article"
    assert found.role() == QAccessible.Role.Document
    text = found.textInterface()
    assert text.text(0, text.characterCount()) == TEXT
    view.go_to(TEXT.index("Fishing"))
    assert text.cursorPosition() == TEXT.index("Fishing")
    assert text.selectionCount() == 0


def test_a_screen_reader_counts_in_utf16(show: Show) -> None:
    view = show(MIXED)
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    before = MIXED[: MIXED.index("families")]
    start = len(before.encode("utf-16-le")) // 2
    assert text.text(start, start + 8) == "families"
    text.setSelection(0, start, start + 8)
    assert view.selection == place(MIXED, "families")
    corner = view.viewport().mapToGlobal(view.rectangles_of(Span(2, 3))[0].center().toPoint())
    assert text.characterRect(3).contains(corner)


def test_what_happened_is_announced(view: ArticleView) -> None:
    told: list[str] = []
    view.announced.connect(told.append)
    view.announce("Sentence 7 of 31. Claim.")
    assert told == ["Sentence 7 of 31. Claim."]


def test_the_number_of_the_current_sentence_can_be_told(view: ArticleView) -> None:
    view.next_sentence()
    number, count = view.sentence_count()
    assert (number, count) == (2, 9)


def test_interfaces_outlive_neither_the_view_nor_the_collector(qapp: QApplication) -> None:
    for _ in range(5):
        view = ArticleView()
        view.show()
        found = QAccessible.queryAccessibleInterface(view).textInterface()
        assert found.characterCount() == 0
        for _ in range(5):
            view.next_sentence()
            view.announce("x")
        view.close()
        view.deleteLater()
        qapp.processEvents()
        gc.collect()
