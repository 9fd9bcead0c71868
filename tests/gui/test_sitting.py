"""The screen on which the window was closed is there again, with what was being done there."""

import gc
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from annotator.gui import resume, tasks
from annotator.gui.window_state import WindowState
from tests.builders import article, project_file
from tests.gui.desk import Desk
from tests.gui.dropping import drop
from tests.scorecard import screens as states

OpenDesk = Callable[..., Desk]


def settled(desk: Desk) -> None:
    """Wait until all that was asked for is read and shown."""
    session = desk.window.session
    assert session is not None
    desk.qtbot.waitUntil(lambda: session.disk.is_saved)
    states.rest(desk)


def kept(desk: Desk) -> tuple[str, Mapping[str, object]]:
    """The screen that is shown, and what is done there."""
    match desk.window.standing():
        case [str(name), dict(state)]:
            return name, state
    raise AssertionError("the article is shown")


def search(desk: Desk) -> None:
    """The second passage of a query, in the list."""
    desk.press("Ctrl+Shift+F")
    desk.type("the")
    table = desk.find("Passages", QAbstractItemView)
    desk.qtbot.waitUntil(lambda: table.model().rowCount() > 3)
    desk.press("Down", "J")


def compare_chosen(desk: Desk) -> None:
    """A second article beside the first, with an annotation picked in each."""
    desk.press("C", "E", "Shift+R")
    chooser = desk.find("Search for another article", QLineEdit)
    desk.type("tram")
    settled(desk)
    desk.press("Enter", on=chooser)
    desk.press("J", "C")


def compare_choosing(desk: Desk) -> None:
    """Words that look for a second article."""
    desk.press("C", "E", "Shift+R")
    desk.type("coast")


def review(desk: Desk) -> None:
    """The second difference of an article, in one column."""
    states.reviewed(desk)
    desk.press("D", "O")


def flags(desk: Desk) -> None:
    """All flags of one person that have a word; an answer is begun."""
    desk.press("F", "1")
    desk.type("first")
    desk.press("Enter", "J", "F", "2")
    desk.type("second")
    desk.press("Enter")
    settled(desk)
    desk.press("Ctrl+3")
    settled(desk)
    filters = desk.window.screens.screen("flags").filters  # type: ignore[union-attr]
    filters.buttons[2].click()
    filters.annotators.setCurrentIndex(1)
    settled(desk)
    desk.press("J", "Enter")
    desk.type("I shall")


def passages(desk: Desk) -> None:
    """The second claim of one person."""
    desk.press("C", "J", "C")
    settled(desk)
    desk.press("Ctrl+L")
    settled(desk)
    choosing = desk.window.screens.screen("passages").choosing  # type: ignore[union-attr]
    choosing.whose.setCurrentIndex(1)
    settled(desk)
    desk.press("J")


def dashboard(desk: Desk) -> None:
    """One person's numbers of a week."""
    states.with_dashboard(desk)
    screen = desk.window.screens.screen("dashboard")
    screen.people.setCurrentIndex(2)  # type: ignore[union-attr]
    screen.period.setCurrentIndex(2)  # type: ignore[union-attr]


def export(desk: Desk) -> None:
    """Another preset, and another place."""
    states.exporting(desk)
    desk.press("4")
    desk.find("Writes to", QLineEdit).setText("elsewhere")


def feedback(desk: Desk) -> None:
    """All decisions, also those that left everything as it was."""
    states.with_feedback(desk)
    desk.window.screens.screen("feedback").everything.click()  # type: ignore[union-attr]


def imports(desk: Desk) -> None:
    """Files before they come in."""
    assert desk.window.session is not None
    file = desk.window.session.path.with_name("story.txt")
    file.write_text("Ferry late\n\nThe ferry was late, she said.", encoding="utf-8")
    drop(desk, [file])


@pytest.mark.parametrize(
    "go",
    [
        search,
        compare_chosen,
        compare_choosing,
        review,
        flags,
        passages,
        dashboard,
        export,
        feedback,
        imports,
    ],
)
def test_a_screen_comes_back_as_it_was_left_unless_it_was_left_for_the_article(
    open_desk: OpenDesk, project: Path, home: Path, go: Callable[[Desk], None]
):
    desk = open_desk(project)
    go(desk)
    settled(desk)
    name, state = kept(desk)
    assert json.loads(json.dumps(state)) == state
    assert any(state.values())
    focus = type(desk.window.focusWidget())
    desk.close()
    again = open_desk(project)
    settled(again)
    # A search asks a moment after its words stand there.
    again.qtbot.waitUntil(lambda: type(again.window.focusWidget()) is focus)
    assert kept(again) == (name, state)
    again.press(*["Esc"] * 4)
    assert again.window.is_annotating
    assert again.view.hasFocus()
    again.close()
    assert not WindowState(home).seat(project, "ana").value("screen")


def test_a_kill_leaves_the_query_that_was_typed(
    open_desk: OpenDesk, project: Path, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(resume, "WATCH_MILLISECONDS", 20)
    desk = open_desk(project)
    desk.press("Ctrl+Shift+F")
    desk.type("bridge")

    def written() -> bool:
        return "bridge" in json.dumps(WindowState(home).seat(project, "ana").value("screen"))

    desk.qtbot.waitUntil(written)
    left = (home / "window.json").read_text(encoding="utf-8")
    desk.close()
    (home / "window.json").write_text(left, encoding="utf-8")
    again = open_desk(project)
    assert again.find("Search all articles", QLineEdit).text() == "bridge"
    again.press("Esc")
    again.close()
    assert open_desk(project).window.is_annotating


@pytest.mark.parametrize(
    "damage",
    [
        ["no such screen", {}],
        ["compare", {"left": ["gone", None, 0]}],
        ["review", {"article": "gone", "number": "x"}],
        ["flags", {"list": 99, "boxes": [1, {}, None], "flag": [3], "words": None}],
        ["passages", {"common": ["what", 1], "passage": {}}],
        ["import", {"files": ["/no/such/file"], "encoding": 3}],
    ],
)
def test_a_state_that_makes_no_sense_any_more_stops_nobody(
    open_desk: OpenDesk, project: Path, home: Path, damage: object
):
    state = WindowState(home)
    state.seat(project, "ana").keep("screen", damage)
    state.keep()
    desk = open_desk(project)
    settled(desk)
    desk.press("Ctrl+1", on=desk.window.focusWidget() or desk.view)
    desk.press("C", on=desk.view)
    assert len(desk.annotations("claim")) == 1


def test_who_asks_for_an_article_or_a_screen_gets_that(open_desk: OpenDesk, project: Path):
    desk = open_desk(project)
    desk.press("Ctrl+Shift+F")
    desk.close()
    again = open_desk(project, article="a2")
    assert again.window.is_annotating
    assert again.sheet.article.id == "a2"


def test_what_a_screen_still_waited_for_when_the_window_closed_is_news_to_nobody(
    open_desk: OpenDesk, project: Path
):
    desk = open_desk(project)
    desk.press("F", "1", "Enter")
    settled(desk)
    desk.press("Ctrl+3")
    assert tasks.is_any_running()
    desk.close()  # an error in what comes late would fail the test
    states.settle()
    assert not tasks.is_any_running()


class Styled(QObject):
    """Counts how often the widget that it watches is styled."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells when it was."""
        self.times += event.type() == QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


def test_a_project_that_is_left_is_not_styled_anew_before_it_goes(open_desk: OpenDesk):
    desk = open_desk()
    assert desk.window.annotating is not None
    panel, styled = desk.window.annotating.panel, Styled()
    panel.installEventFilter(styled)
    assert desk.window.leave_project()
    assert (panel.isVisible(), styled.times) == (False, 0)


def test_of_a_project_that_is_left_nothing_stays(desk: Desk, tmp_path: Path):
    desk.press("C")
    states.screen(desk, "screens.review")
    left = ref(desk.window.session), ref(desk.window.annotating)
    (tmp_path / "other").mkdir()
    assert desk.window.open_project(project_file(tmp_path / "other", article("Rain.")))

    def is_gone() -> bool:
        gc.collect()
        return not any(each() for each in left)

    desk.qtbot.waitUntil(is_gone)
