"""Page mode: ten suggestions, digits for the wrong ones, Enter for the page."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.gui.annotate.page_rows import PageView
from annotator.gui.annotate.pages import Pages
from annotator.operations import suggestion_choices
from annotator.storage.project import open_project
from tests.gui.desk import Desk
from tests.gui.test_suggestions import fates, suggested, waiting

LONG_ENOUGH = 60.0


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Never(random.Random):
    """Chance that makes no check."""

    def random(self) -> float:
        return 1.0


@pytest.fixture
def ten(tmp_path: Path, open_desk: Callable[..., Desk]) -> Desk:
    """An article with ten suggestions, in a project that allows pages."""
    desk = open_desk(suggested(tmp_path))
    desk.window.commands.action("suggest.allow_pages").trigger()
    return desk


@pytest.fixture
def pages(ten: Desk) -> Pages:
    """Page mode with a clock that stands and no checks."""
    mode = ten.window.annotating.deciding.page_mode
    mode.clock, mode.chance = Clock(), Never()
    return mode


def shown(desk: Desk) -> PageView:
    return desk.find("Page of suggestions", PageView)


def read_all(pages: Pages) -> None:
    """Let time go by, as far as the rows are concerned."""
    pages.clock.now += LONG_ENOUGH
    pages._look()


def test_pages_are_off_until_the_project_allows_them(
    tmp_path: Path, open_desk: Callable[..., Desk]
):
    path = suggested(tmp_path)
    desk = open_desk(path)
    desk.press("V")
    assert "Page mode is off" in desk.status()
    assert desk.view.isVisible()
    desk.window.commands.action("suggest.allow_pages").trigger()
    assert desk.window.commands.action("suggest.allow_pages").isChecked()
    desk.press("V")
    assert shown(desk).isVisible()
    desk.wait_saved()
    with open_project(path) as project:
        assert suggestion_choices.allows_pages(project)


def test_a_page_is_decided_by_five_keys_at_most(ten: Desk, pages: Pages):
    ten.press("V")
    read_all(pages)
    ten.press("3", "7", "Enter")
    assert fates(ten).count("accepted") == 8
    assert [fates(ten)[2], fates(ten)[6]] == ["rejected", "rejected"]
    assert {each.decision for each in ten.sheet.suggestions.values()} == {"page"}
    assert ten.view.isVisible()
    assert "Accepted: 8 · rejected: 2" in ten.status()
    ten.press("Z")
    assert len(waiting(ten)) == 10


def test_a_digit_pressed_twice_changes_nothing_and_zero_is_the_tenth(ten: Desk, pages: Pages):
    ten.press("V", "4", "4", "0")
    assert [row.is_wrong for row in shown(ten).rows] == [False] * 9 + [True]
    assert "wrong" in shown(ten).rows[9].accessibleName()
    read_all(pages)
    ten.press("Enter")
    assert fates(ten) == ["accepted"] * 9 + ["rejected"]


def test_rows_that_were_too_short_on_the_screen_do_not_count(ten: Desk, pages: Pages):
    ten.press("V", "Enter")
    assert "Nothing was decided" in ten.status()
    assert len(waiting(ten)) == 10
    pages.clock.now += 0.5
    ten.press("Enter")
    assert len(waiting(ten)) == 10
    read_all(pages)
    ten.press("Enter")
    assert waiting(ten) == []


def test_rows_out_of_sight_do_not_count(ten: Desk, pages: Pages):
    ten.press("V")
    shown(ten)._area.setMaximumHeight(170)
    ten.qtbot.waitUntil(lambda: 0 < len(shown(ten).in_sight()) < 10)
    read_all(pages)
    ten.press("Enter")
    assert 0 < len(waiting(ten)) < 10
    assert "not read, so still open" in ten.status()


def test_the_mouse_turns_a_row_round_and_esc_leaves_without_deciding(ten: Desk, pages: Pages):
    ten.press("V")
    row = shown(ten).rows[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.is_wrong
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(20, -30))
    assert row.is_wrong, "the button was let go beside it"
    ten.press("Esc")
    assert ten.view.isVisible()
    assert ten.view.hasFocus()
    assert len(waiting(ten)) == 10


def test_another_article_leaves_the_page(ten: Desk, pages: Pages):
    ten.press("V")
    ten.window.session.open_article("ten")
    assert ten.view.isVisible()
    assert not ten.shows("Page of suggestions")
