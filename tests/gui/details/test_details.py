"""What is known of the open article, shown and corrected by keys."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from annotator.gui.details.doubts import doubt_about
from annotator.gui.details.window import DetailsWindow
from annotator.storage import articles, steps
from annotator.storage.project import open_project
from tests.gui.desk import Desk


@pytest.fixture
def details(desk: Desk) -> DetailsWindow:
    """The window on the first article, opened by its key."""
    desk.press("Ctrl+Shift+I")
    return desk.find("Article details", DetailsWindow)


def go_to(desk: Desk, field: str) -> QLineEdit:
    line = desk.find(field, QLineEdit)
    line.setFocus()
    line.selectAll()
    return line


def header(desk: Desk) -> list[str]:
    return [piece.words for piece in desk.view.page.pieces if piece.is_header]


def titles(desk: Desk) -> list[str]:
    assert desk.window.annotating is not None
    model = desk.window.annotating.queue.model
    return [model.summary(row).title for row in range(model.rowCount())]


def message(details: DetailsWindow) -> str:
    return next(e for e in details.findChildren(QLabel) if e is details.message).accessibleName()


def test_a_field_counts_when_it_is_left_and_header_and_queue_follow(
    desk: Desk, details: DetailsWindow
):
    assert details.fields["title"].text() == "The bridge"
    desk.type("The new bridge")
    desk.press("Tab")
    desk.type("The Post")
    desk.press("Enter")
    assert header(desk) == ["The new bridge", "The Post"]
    assert titles(desk) == ["The new bridge", "The tram"]
    desk.wait_saved()
    session = desk.window.session
    assert session is not None
    with open_project(session.path) as project:
        kept = articles.get(project, "a1")
        assert (kept.title, kept.outlet) == ("The new bridge", "The Post")
        assert [step.operation for step in steps.each(project)][-2:] == [
            "Correct what is known of the article"
        ] * 2


def test_each_field_is_a_step_that_is_undone_and_made_again_in_the_window(
    desk: Desk, details: DetailsWindow
):
    desk.type("One")
    desk.press("Enter")
    assert "Ctrl+Z" in message(details)
    desk.press("Tab")
    desk.type("Post")
    desk.press("Enter", "Ctrl+Z")
    assert (details.fields["outlet"].text(), details.fields["title"].text()) == ("", "One")
    desk.press("Ctrl+Z")
    assert details.fields["title"].text() == "The bridge"
    assert header(desk) == ["The bridge"]
    desk.press("Ctrl+Shift+Z")
    assert header(desk) == ["One"]


def test_the_text_stays_when_a_correction_that_is_on_the_disk_is_undone(
    desk: Desk, details: DetailsWindow
):
    text = desk.sheet.article.text
    desk.type("One")
    desk.press("Enter")
    desk.wait_saved()
    desk.press("Ctrl+Z")
    assert details.fields["title"].text() == "The bridge"
    assert (desk.sheet.article.text, desk.view.page.text) == (text, text)


def test_esc_puts_back_what_is_written_and_then_leads_to_the_article(
    desk: Desk, details: DetailsWindow
):
    desk.type("Nothing of this")
    desk.press("Esc")
    assert details.fields["title"].text() == "The bridge"
    assert details.isVisible()
    desk.press("Esc")
    assert not details.isVisible()
    desk.qtbot.waitUntil(desk.view.hasFocus)
    assert desk.sheet.article.title == "The bridge"


def test_what_would_be_refused_is_said_while_it_is_written_and_goes_again(
    desk: Desk, details: DetailsWindow
):
    desk.press("Del")
    assert "needs a title" in message(details)
    assert details.message.property("role") == "danger"
    desk.press("Tab")
    assert "needs a title" in message(details)
    assert details.fields["title"].text() == desk.sheet.article.title == "The bridge"


def test_a_date_that_is_none_is_refused(desk: Desk, details: DetailsWindow):
    before = desk.sheet.article.published
    go_to(desk, "Date")
    desk.type("last May")
    assert "no date" in message(details)
    assert details.message.property("role") == "danger"
    desk.press("Enter")
    assert desk.sheet.article.published == before
    go_to(desk, "Date")
    desk.type("2026-03-14")
    assert "no date" not in message(details)
    desk.press("Enter")
    assert desk.sheet.article.published == "2026-03-14"


def test_what_is_written_counts_for_its_own_article_when_another_is_opened(
    desk: Desk, details: DetailsWindow
):
    go_to(desk, "Author")
    desk.type("Ana")
    assert desk.window.session is not None
    desk.window.session.open_article("a2")
    assert (details.fields["title"].text(), details.fields["author"].text()) == ("The tram", "")
    desk.wait_saved()
    desk.window.session.open_article("a1")
    assert details.fields["author"].text() == "Ana"


def test_down_and_up_go_through_the_fields_and_the_text_stays_where_it_is(
    desk: Desk, details: DetailsWindow
):
    sentence = desk.view.current_sentence
    desk.press("Down", "Down")
    assert details.fields["url"].hasFocus()
    desk.press("Up")
    desk.type("Post")
    desk.press("Enter")
    assert desk.sheet.article.outlet == "Post"
    assert desk.view.current_sentence == sentence


@pytest.mark.parametrize(
    ("name", "text", "is_odd"),
    [
        ("published", "2026-03-14T09:30:00+01:00", False),
        ("published", "2026-03", False),
        ("published", "14.3.2026", True),
        ("language", "pt-BR", False),
        ("language", "English", True),
        ("url", "https://post.example/a?b=c", False),
        ("url", "post.example", True),
        ("outlet", "anything", False),
        ("published", " ", False),
    ],
)
def test_only_what_is_odd_is_doubted(name: str, text: str, is_odd: bool):
    assert bool(doubt_about(name, text)) == is_odd
