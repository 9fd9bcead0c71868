"""A person gets another name: every screen says it at once, and none says the id any more."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTableView

from annotator.domain.change import Draft, added
from annotator.domain.flag import Flag, Message
from annotator.domain.people import EDITOR, GOLD, Annotator
from annotator.domain.progress import FINISHED, Progress
from annotator.domain.review import Verdict
from annotator.gui.dashboard.screen import DashboardScreen
from annotator.gui.entities.window import EntitiesWindow
from annotator.gui.session import Session
from annotator.gui.widgets.charts.chart import Chart
from annotator.operations import people
from annotator.storage import team
from annotator.storage.dashboard import Wanted
from annotator.storage.project import open_project
from tests import builders
from tests.decided import decided_project
from tests.gui.conftest import TEXT
from tests.gui.desk import Desk

ONE = builders.article(TEXT, article_id="a1", title="The bridge")
COST = "the bridge will cost 4m euros"
SAID = (Message("ben", "Whose figure?"),)
RECORDS = (
    Annotator("ben", "ben"),
    Annotator("eva", "eva", EDITOR),
    builders.annotation(ONE, COST),
    builders.annotation(ONE, COST, annotation_id="n2", by="ben"),
    builders.annotation(ONE, "Mayor Ruiz", annotation_id="n3", by="ben", label="source"),
    Flag("f1", "a1", "ben", "n2", "needs_source", raised_by="ben", messages=SAID),
    Verdict("v1", "a1", "ana", "n1", "claim", "accepted", by="ben"),
    Progress("a1", "ana", FINISHED),
    Progress("a1", "ben", FINISHED),
)  # fmt: skip


@pytest.fixture
def told(project: Path) -> Path:
    """Ana and Ben finished an article, and he asked about a figure."""
    with open_project(project, is_writable=True) as opened:
        builders.write(opened, Draft("Fill", added(RECORDS)))
    return project


def session_of(desk: Desk) -> Session:
    session = desk.window.session
    assert session is not None
    return session


def rename(desk: Desk, person: str, name: str) -> None:
    session = session_of(desk)
    now = team.of_project(session.project, waiting=session.waiting)
    session.perform(people.rename(now, person, name))


def said(desk: Desk) -> list[str]:
    """Everything that the window says in words, to the eye or to a screen reader."""
    found = []
    for top in (desk.window, *desk.window.findChildren(EntitiesWindow)):
        labels = [each for each in top.findChildren(QLabel) if each.isVisible()]
        found += [words for each in labels for words in (each.text(), each.accessibleName())]
        for box in (each for each in top.findChildren(QComboBox) if each.isVisible()):
            found += [box.itemText(number) for number in range(box.count())]
        for table in (each for each in top.findChildren(QTableView) if each.isVisible()):
            found += rows_of(table)
        for chart in (each for each in top.findChildren(Chart) if each.isVisible()):
            shown = chart.table()
            found += [*shown.header, *(cell for row in shown.rows for cell in row)]
    if desk.window.is_annotating:
        flag = desk.view.index.get("flag:f1")
        found += [f"margin {flag.note}"] if flag else []
    return found


def rows_of(table: QTableView) -> list[str]:
    model = table.model()
    every = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    return [str(each.data(role) or "") for each in every for role in roles]


def flags(desk: Desk) -> None:
    desk.press("Ctrl+3")


def passages(desk: Desk) -> None:
    desk.press("Ctrl+L")


def dashboard(desk: Desk) -> None:
    desk.press("Ctrl+4")
    screen = desk.find("Dashboard", DashboardScreen)
    desk.qtbot.waitUntil(lambda: screen.agreement is not None)
    screen.open_cases(("instances", Wanted("claim")))


def inspector(desk: Desk) -> None:
    desk.view.markActivated.emit("n2")


def review(desk: Desk) -> None:
    desk.press("Ctrl+2")


SCREENS = {
    "flags": (flags, "eva", (
        "The bridge · {}", "{}: Whose figure?", "{}  1", "Open · raised by {}",
    )),
    "passages": (passages, "ben", ("{}", "4m euros — The bridge, {}", "→ ana: Accepted · {}")),
    "dashboard": (dashboard, "eva", ("{}", "ana × {}", "Claim · {}", "ana \\ {}")),
    "inspector": (inspector, "ben", ("margin {}: Whose figure?", "{}: Whose figure?")),
    "status line": (lambda _: None, "ben", ("{}",)),
}  # fmt: skip


@pytest.mark.parametrize("name", SCREENS)
def test_a_new_name_is_said_at_once_and_the_id_no_more(
    name: str, open_desk: Callable[..., Desk], told: Path
) -> None:
    show, annotator, sentences = SCREENS[name]
    desk = open_desk(told, annotator=annotator, article="a1")
    show(desk)
    desk.qtbot.waitUntil(lambda: are_said(desk, "ben", sentences))
    rename(desk, "ben", "Uta Brandt")
    desk.qtbot.waitUntil(lambda: are_said(desk, "Uta Brandt", sentences))
    assert [words for words in said(desk) if re.search(r"\bben\b", words)] == []
    session_of(desk).undo(stays=True)
    desk.qtbot.waitUntil(lambda: are_said(desk, "ben", sentences))


def are_said(desk: Desk, name: str, sentences: tuple[str, ...]) -> bool:
    words = said(desk)
    return all(any(each.format(name) in one for one in words) for each in sentences)


def test_who_decided_is_named_in_the_feedback(
    open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    path = decided_project(tmp_path)
    with open_project(path, is_writable=True) as opened:
        builders.write(opened, Draft("Join", added([Annotator("eva", "Eva Stern", EDITOR)])))
    desk = open_desk(path, annotator="ana")
    desk.press("Ctrl+6")
    desk.qtbot.waitUntil(lambda: are_said(desk, "Eva Stern", ("decided by {}",)))
    rename(desk, "eva", "Eva Kern")
    assert are_said(desk, "Eva Kern", ("decided by {}",))


@pytest.mark.parametrize("keys", [("Ctrl+3",), ("Ctrl+L",)])
def test_what_is_painted_has_the_new_name_too(
    keys: tuple[str, ...], open_desk: Callable[..., Desk], told: Path
) -> None:
    desk = open_desk(told, annotator="eva")
    desk.press(*keys)
    table = next(each for each in desk.window.findChildren(QTableView) if each.isVisible())
    desk.qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    QApplication.processEvents()
    before = table.viewport().grab().toImage()
    assert before == table.viewport().grab().toImage()
    rename(desk, "ben", "Uta Brandt")
    assert before != table.viewport().grab().toImage()


def test_namesakes_are_told_apart_strangers_keep_their_id_and_gold_its_word(
    open_desk: Callable[..., Desk], told: Path
) -> None:
    desk = open_desk(told, annotator="eva")
    names = session_of(desk).names
    rename(desk, "ben", "eva")
    assert [names.of(who) for who in ("ben", "eva", "ana", "nobody", GOLD)] == [
        "eva (ben)", "eva (eva)", "ana", "nobody", GOLD,
    ]  # fmt: skip


def test_the_review_says_the_new_name_and_a_hidden_one_stays_hidden(
    open_desk: Callable[..., Desk], told: Path
) -> None:
    desk = open_desk(told, annotator="eva", article="a1")
    desk.press("Ctrl+2")
    screen = desk.window.screens.screen("review")
    rename(desk, "ben", "Uta Brandt")
    assert screen.docket.shown_name("ben") == "Uta Brandt"
    screen.docket.hides_names = True
    rename(desk, "ben", "Uta Kern")
    assert "Uta Kern" not in " ".join(said(desk))
    assert "Kern" not in screen.docket.shown_name("ben")
