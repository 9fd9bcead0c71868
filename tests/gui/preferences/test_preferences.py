"""The preferences: found by a word, counting at once, given back by row and by page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from annotator.gui import theme
from annotator.settings import PAGES, SETTINGS, Settings
from tests.gui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def opened(desk: Desk) -> QWidget:
    """The preferences, opened as a person opens them."""
    desk.window.commands.action("edit.preferences").trigger()
    return desk.find("Preferences")


def texts(window: QWidget) -> list[str]:
    """What is read in the window now."""
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def page(desk: Desk, window: QWidget, number: int) -> None:
    """Choose a page by its line."""
    desk.find("Pages", QListWidget, within=window).setCurrentRow(number)


def look_for(desk: Desk, window: QWidget, words: str) -> None:
    """Type into the field that finds."""
    field = desk.find("Search settings", QLineEdit, within=window)
    field.clear()
    field.setFocus()
    desk.type(words)


def stored(home: Path) -> dict[str, object]:
    """What the file of settings holds."""
    return dict(json.loads((home / "settings.json").read_text(encoding="utf-8")))


class Windows(QObject):
    """Notes what appears on the screen as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells when something is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_the_preferences_is_a_window_for_a_moment(desk: Desk):
    windows, app = Windows(), QApplication.instance()
    assert app is not None
    app.installEventFilter(windows)
    desk.window.commands.action("edit.preferences").trigger()
    app.removeEventFilter(windows)
    assert windows.seen == ["PreferencesWindow"]


def test_every_setting_with_a_page_has_a_row_with_its_help(desk: Desk, opened: QWidget):
    for number, name in enumerate(PAGES):
        page(desk, opened, number)
        shown = texts(opened)
        for setting in SETTINGS:
            assert (setting.title in shown) == (setting.page == name), setting.key
            if setting.page == name and setting.help:
                assert setting.help in shown


def test_a_word_finds_settings_of_all_pages(desk: Desk, opened: QWidget):
    look_for(desk, opened, "letter")
    shown = texts(opened)
    assert {"Space between letters", "Single letters are commands"} <= set(shown)
    assert "Colours" not in shown
    look_for(desk, opened, "high contrast")
    assert "Colours" in texts(opened)
    look_for(desk, opened, "zebra")
    assert "No setting matches “zebra”. Esc clears the search." in texts(opened)
    desk.press("Esc")
    assert opened.isVisible()
    desk.press("Esc")
    assert not opened.isVisible()


def test_a_change_counts_at_once_and_is_kept(desk: Desk, opened: QWidget, home: Path):
    page(desk, opened, 1)
    box = desk.find("Line height", QSpinBox, within=opened)
    before = desk.view.typography.style("", 0).line_height
    box.setValue(220)
    assert desk.view.typography.style("", 0).line_height == round(2.2 * 18) > before
    desk.click(desk.find("More: Text size of the article", QToolButton, within=opened))
    assert desk.view.text_size == 19
    desk.find("Characters in a line", QSpinBox, within=opened).setValue(60)
    assert desk.view.column.text_width == round(64 * desk.view.typography.style("", 0).advance)
    assert stored(home) == {"line_height": 220, "measure": 60, "text_size": 19}


def test_spaces_between_letters_and_words_widen_the_words(desk: Desk, opened: QWidget):
    page(desk, opened, 1)
    before = desk.view.typography.style("", 0).advance
    desk.find("Space between letters", QSpinBox, within=opened).setValue(12)
    letters = desk.view.typography.style("", 0).advance
    assert letters == pytest.approx(before + 0.12 * 18, abs=0.05)
    desk.find("Space between words", QSpinBox, within=opened).setValue(16)
    assert desk.view.typography.style("", 0).advance > letters


def test_a_font_is_chosen_from_the_shipped_ones_and_those_of_the_system(
    desk: Desk, opened: QWidget
):
    box = desk.find("Font of the article", QComboBox, within=opened)
    names = [box.itemText(number) for number in range(box.count())]
    assert names[:3] == ["Literata", "Atkinson Hyperlegible Next", "Inter"]
    assert len(names) == len(set(names)) > 3
    box.activated.emit(1)
    assert desk.view.typography.style("", 0).font.families()[0] == names[1]


def test_a_row_and_a_page_go_back_to_what_was_delivered(desk: Desk, opened: QWidget, home: Path):
    page(desk, opened, 1)
    reset = desk.find("Reset: Line height", QToolButton, within=opened)
    whole = desk.find("Reset this page: Reading", QPushButton, within=opened)
    assert not reset.isVisible()
    assert not whole.isEnabled()
    desk.find("Line height", QSpinBox, within=opened).setValue(220)
    desk.find("Hide markup", QCheckBox, within=opened).click()
    desk.click(reset)
    assert not reset.isVisible()
    assert stored(home) == {"hide_markup": False}
    desk.click(whole)
    assert stored(home) == {}
    assert not whole.isEnabled()
    assert desk.find("Hide markup", QCheckBox, within=opened).isChecked()


def test_what_is_changed_elsewhere_is_shown(desk: Desk, opened: QWidget):
    desk.window.commands.action("view.larger_text").trigger()
    assert desk.find("Text size of the article", QSpinBox, within=opened).value() == 20


def test_the_text_of_the_window_grows_with_its_rows(desk: Desk, opened: QWidget):
    table = desk.window.annotating.queue.table  # type: ignore[union-attr]
    before = table.rowHeight(0), desk.window.status.saved.fontMetrics().height()
    try:
        desk.find("Text size of the window", QSpinBox, within=opened).setValue(20)
        assert table.rowHeight(0) > before[0]
        assert desk.window.status.saved.fontMetrics().height() > before[1]
        assert theme.scaled(26) == 40
    finally:
        desk.find("Text size of the window", QSpinBox, within=opened).setValue(13)
    assert table.rowHeight(0) == before[0]


def test_reduced_motion_stops_the_blinking(desk: Desk, opened: QWidget, qapp: QApplication):
    flash = qapp.styleHints().cursorFlashTime
    box = desk.find("Reduced motion", QCheckBox, within=opened)
    box.click()
    assert flash() == 0
    box.click()
    assert flash() > 0


def test_colours_have_radio_marks_that_follow_the_preferences(desk: Desk, opened: QWidget):
    menu = next(each for each in desk.menus() if each.title() == "Colours")
    marks = {each.text(): each for each in menu.actions()}
    assert {each.actionGroup() for each in marks.values()} == {menu.actions()[0].actionGroup()}
    box = desk.find("Colours", QComboBox, within=opened)
    box.activated.emit(2)
    menu.aboutToShow.emit()
    assert [name for name, each in marks.items() if each.isChecked()] == ["Dark"]
    marks["System"].trigger()
    assert box.currentText() == "System"


def test_the_page_of_files_says_where_they_lie_and_forgets_projects(
    desk: Desk, opened: QWidget, project: Path, home: Path
):
    page(desk, opened, 4)
    shown = texts(opened)
    assert {str(project), str(home)} <= {
        each.accessibleName() for each in opened.findChildren(QLabel)
    }
    assert "This project" in shown
    desk.click(desk.find("Forget pilot.annotator", QToolButton, within=opened))
    desk.qtbot.waitUntil(lambda: "No recent projects." in texts(opened))
    assert project.is_file()


def test_the_window_is_made_once(desk: Desk, opened: QWidget):
    opened.close()
    desk.window.commands.action("edit.preferences").trigger()
    assert desk.find("Preferences") is opened
    assert opened.isVisible()
    opened.close()


def test_a_setting_that_does_not_fit_is_ignored(home: Path, open_desk: Callable[..., Desk]):
    settings = Settings(home)
    told: list[str] = []
    settings.watch(told.append)
    settings.choose("measure", 200)
    settings.choose("measure", 68)
    assert told == []
    settings.choose("measure", 70)
    assert told == ["measure"]
