"""The sentiment grid below the article, by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView

from annotator.domain.change import Draft, added
from annotator.domain.relation import Relation
from annotator.domain.stance import NONE_EXPRESSED, Party, Stance
from annotator.operations import annotate
from annotator.storage.project import open_project
from tests import builders
from tests.gui.desk import Desk

TEXT = (
    "The bypass is a gift, Mayor Ruiz said. She called the council slow.\n"
    "Residents hate the bypass. The council said nothing about the mayor."
)
ARTICLE = builders.article(TEXT)


def label(words: str, name: str, kind: str = "source", **attributes: str):  # type: ignore[no-untyped-def]
    return builders.annotation(ARTICLE, words, label=kind, annotation_id=name, **attributes)


@pytest.fixture
def desk(tmp_path: Path, open_desk: Callable[..., Desk]) -> Desk:
    """An article where the mayor praises the bypass and calls the council slow."""
    path = builders.project_file(tmp_path, ARTICLE)
    work = [
        label("Mayor Ruiz", "ruiz", entity="Ruiz"),
        label("She", "she", entity="Ruiz"),
        label("Residents", "residents"),
        label("a gift", "gift", "expression"),
        label("The bypass", "bypass", "sentiment", polarity="positive"),
        label("the council", "council", "sentiment", polarity="negative"),
        Relation("r1", "a1", "ana", "held_by", "bypass", "ruiz", "a1"),
        Relation("r2", "a1", "ana", "shown_by", "bypass", "gift", "a1"),
        Relation("r3", "a1", "ana", "held_by", "council", "she", "a1"),
    ]
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Label", added(work)))
    return open_desk(path)


def table(desk: Desk) -> QTableView:
    return desk.find("Sentiment grid", QTableView)


def cells(desk: Desk) -> dict[tuple[str, str], str]:
    """What the table says, by its heads."""
    model = table(desk).model()
    rows = [str(model.headerData(i, Qt.Orientation.Vertical)) for i in range(model.rowCount())]
    columns = [
        str(model.headerData(i, Qt.Orientation.Horizontal)) for i in range(model.columnCount())
    ]
    return {
        (row, column): str(model.index(y, x).data())
        for y, row in enumerate(rows)
        for x, column in enumerate(columns)
    }


def count(desk: Desk) -> str:
    return desk.find("Cells not looked at", QLabel).text()


def lit(desk: Desk) -> list[str]:
    """The words that are highlighted in the article."""
    return [each.cut_from(TEXT) for each in desk.view.emphasis.hits]


def test_the_key_opens_it_below_the_article_and_escape_closes_it(desk: Desk) -> None:
    desk.press("Shift+W")
    assert table(desk).hasFocus()
    assert desk.view.isVisible()
    assert desk.view.geometry().bottom() <= table(desk).parentWidget().geometry().top()
    assert cells(desk) == {
        ("The author", "The bypass"): "· Not looked at",
        ("The author", "the council"): "· Not looked at",
        ("Ruiz", "The bypass"): "▲ Positive",
        ("Ruiz", "the council"): "▼ Negative",
        ("Residents", "The bypass"): "· Not looked at",
        ("Residents", "the council"): "· Not looked at",
    }
    assert count(desk) == "4 of 6 not looked at"
    desk.press("Esc")
    assert not table(desk).isVisible()
    assert desk.view.hasFocus()
    assert lit(desk) == []


def test_the_evidence_of_a_cell_is_highlighted_and_enter_goes_there(desk: Desk) -> None:
    desk.press("Ctrl+G")
    assert lit(desk) == ["The bypass", "the bypass"]
    desk.press("Down")
    assert lit(desk) == ["The bypass", "a gift"]
    desk.press("Enter")
    assert desk.view.hasFocus()
    assert desk.view.selected_mark == "bypass"
    desk.press("Ctrl+G")
    assert table(desk).hasFocus()
    assert table(desk).currentIndex().row() == 1


def test_escape_in_the_article_closes_it_once_nothing_is_selected(desk: Desk) -> None:
    desk.press("Ctrl+G", "Down", "Enter", "Esc")
    assert table(desk).isVisible()
    desk.press("Esc")
    assert not table(desk).isVisible()
    assert lit(desk) == []
    assert desk.view.hasFocus()


def test_none_expressed_cannot_tell_and_not_looked_at_are_three_things(desk: Desk) -> None:
    desk.press("Shift+W", "N", "Right", "C")
    assert cells(desk)["The author", "The bypass"] == "○ None expressed"
    assert cells(desk)["The author", "the council"] == "? Cannot tell"
    assert count(desk) == "2 of 6 not looked at"
    assert sorted(each.value for each in desk.stored().stances.values()) == [
        "cannot_tell", "none_expressed",
    ]  # fmt: skip
    desk.press("Del")
    assert cells(desk)["The author", "the council"] == "· Not looked at"
    desk.press("Z")
    assert cells(desk)["The author", "the council"] == "? Cannot tell"
    desk.press("Z", "Z")
    assert count(desk) == "4 of 6 not looked at"
    desk.press("Shift+Z")
    assert [each.value for each in desk.stored().stances.values()] == ["none_expressed"]


def test_the_rest_of_a_row_is_filled_by_one_key_and_one_undo(desk: Desk) -> None:
    desk.press("Shift+W", "Down", "Down", "Shift+N")
    assert count(desk) == "2 of 6 not looked at"
    assert len(desk.stored().stances) == 2
    desk.press("Z")
    assert count(desk) == "4 of 6 not looked at"


def test_a_polarity_labels_the_mention_next_to_the_holder(desk: Desk) -> None:
    desk.press("Shift+W", "Down", "Down", "-")
    assert cells(desk)["Residents", "The bypass"] == "▼ Negative"
    assert lit(desk) == ["the bypass"]
    assert ("the bypass", "held_by", "Residents") in desk.links()
    desk.press("~")
    assert cells(desk)["Residents", "The bypass"] == "◆ Mixed"
    desk.press("=")
    assert cells(desk)["Residents", "The bypass"] == "▲ Positive"
    desk.press("Del")
    assert cells(desk)["Residents", "The bypass"] == "· Not looked at"
    assert len(desk.stored().annotations) == 6


def test_a_label_is_not_talked_away_and_the_reason_is_told(desk: Desk) -> None:
    desk.press("Shift+W", "Down", "N")
    assert cells(desk)["Ruiz", "The bypass"] == "▲ Positive"
    assert "Clear the cell first" in desk.status()
    desk.press("Del", "N")
    assert "Ruiz" in str(cells(desk))
    assert ("Ruiz", "the council") in cells(desk)


def test_it_follows_what_is_labelled_in_the_article(desk: Desk) -> None:
    desk.press("Shift+W", "N")
    desk.view.setFocus()
    desk.go_to("Residents")
    desk.select("the bypass")
    desk.press("0")
    desk.qtbot.waitUntil(lambda: cells(desk)["The author", "The bypass"] == "● Neutral")
    assert desk.stored().stances == {}
    desk.press("Z")
    desk.qtbot.waitUntil(lambda: "None" in cells(desk)["The author", "The bypass"])


def test_without_a_sentiment_it_says_how_one_gets_there(desk: Desk) -> None:
    desk.press("Shift+W", "Down", "Del", "Del")
    assert not table(desk).isVisible()
    assert desk.view.hasFocus()
    pane = desk.find("Sentiment grid pane")
    assert any("No sentiment is labelled" in each.text() for each in pane.findChildren(QLabel))


def test_every_cell_says_whole_what_it_is_to_a_screen_reader(desk: Desk) -> None:
    desk.press("Shift+W", "Down")
    spoken = table(desk).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ruiz towards The bypass: Positive"
    spoken = Qt.ItemDataRole.AccessibleTextRole
    head = table(desk).model().headerData(1, Qt.Orientation.Vertical, spoken)
    assert head == "Ruiz"
    assert QApplication.focusWidget() is table(desk)


def test_a_label_given_from_another_article_settles_the_cells_there(
    tmp_path: Path, open_desk: Callable[..., Desk]
) -> None:
    other = builders.article("The river is high.", article_id="a2")
    path = builders.project_file(tmp_path, other, ARTICLE)
    said = Stance("t1", "a1", "ana", None, Party(annotation_id="bypass"), NONE_EXPRESSED)
    work = [label("The bypass", "bypass", "sentiment"), said]
    held = Relation("r1", "a1", "ana", "held_by", "bypass", "ruiz", "a1")
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Label", added([label("Mayor Ruiz", "ruiz"), *work, held])))
    desk = open_desk(path)
    session = desk.window.session
    assert session is not None
    assert desk.sheet.article.id == "a2"
    words = [builders.place(TEXT, "the bypass")]
    session.do_on("a1", annotate.add_annotation, session.scheme, words, "sentiment")
    assert not desk.stored("a1").stances
    session.undo(stays=True)
    assert list(desk.stored("a1").stances) == ["t1"]
