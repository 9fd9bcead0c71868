"""The shortcut editor, by real keys: a new key, a clash, a preset, a file, and back again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from annotator.gui.actions import ROWS
from annotator.gui.keys_editor import changing
from annotator.gui.keys_editor.page import ShortcutPage
from tests.fakes import CannedPrompts
from tests.gui.desk import Desk

# Windows beside the main one are no business of the platform without a screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FIRST = "Mayor Ruiz said the bridge will cost 4m euros."


@pytest.fixture
def page(desk: Desk) -> ShortcutPage:
    """The editor, opened from the help menu."""
    desk.window.commands.action("help.change_keys").trigger()
    found: ShortcutPage = desk.find("Change keys").page  # type: ignore[attr-defined]
    desk.qtbot.waitUntil(found.field.hasFocus)
    return found


def look_at(page: ShortcutPage, action_id: str) -> None:
    """Walk to a command."""
    page.show_command(action_id)
    page.list.setFocus()


def add(page: ShortcutPage, desk: Desk, key: str) -> None:
    """Wait for a new key as Enter does, and press it."""
    desk.press("Enter", on=page.list)
    assert page.strip.field.hasFocus()
    desk.press(key)


def keys_of(desk: Desk, action_id: str) -> tuple[str, ...]:
    """The keys of a command now."""
    return next(row for row in desk.window.commands.rows() if row.id == action_id).every_key


def test_a_new_key_is_pressed_and_labels_at_once(desk: Desk, page: ShortcutPage):
    look_at(page, "label.claim")
    add(page, desk, "H")
    assert keys_of(desk, "label.claim") == ("H", "C", "1")
    assert page.notice.words.text() == "H is “Claim” now."
    assert page.list.hasFocus()
    desk.press("H", on=desk.view)
    assert desk.words("claim") == [FIRST]


def test_enter_in_the_search_takes_the_command_that_was_found(desk: Desk, page: ShortcutPage):
    desk.type("annotation")
    first = page.current()
    desk.press("Down")
    second = page.current()
    assert first is not None
    assert second is not None
    assert second != first
    assert page.field.hasFocus()
    desk.press("Enter", "Shift+H")
    assert keys_of(desk, second.id)[0] == "Shift+H"


def test_a_clash_is_refused_by_name_until_it_is_replaced(desk: Desk, page: ShortcutPage):
    look_at(page, "move.next_flag")
    add(page, desk, "C")
    sentence = "C already belongs to “Claim”. Replace it, or choose another key."
    assert page.notice.words.text() == sentence
    assert keys_of(desk, "label.claim") == ("C", "1")
    assert page.notice.button.hasFocus()
    desk.press("Space")
    assert keys_of(desk, "move.next_flag") == ("C", "G")
    assert keys_of(desk, "label.claim") == ("1",)


def test_a_clash_with_another_changed_key_is_replaced_too(desk: Desk, page: ShortcutPage):
    look_at(page, "label.claim")
    add(page, desk, "H")
    look_at(page, "edit.undo")
    add(page, desk, "H")
    assert "“Claim”" in page.notice.words.text()
    desk.press("Space")
    assert keys_of(desk, "label.claim") == ("C", "1")
    assert keys_of(desk, "edit.undo")[0] == "H"


def test_a_shortcut_of_the_window_can_be_pressed_without_acting(desk: Desk, page: ShortcutPage):
    look_at(page, "edit.undo")
    add(page, desk, "Ctrl+K")
    assert "“Command palette…”" in page.notice.words.text()
    assert not desk.shows("Command palette")


@pytest.mark.parametrize(("key", "says"), [("Tab", "Tab moves"), ("Alt+F", "the menu “File”")])
def test_keys_of_the_window_itself_are_refused(desk: Desk, page: ShortcutPage, key: str, says: str):
    look_at(page, "edit.undo")
    before = keys_of(desk, "edit.undo")
    add(page, desk, key)
    assert says in page.notice.words.text()
    assert keys_of(desk, "edit.undo") == before
    assert page.strip.field.hasFocus(), "another key can be pressed"


def test_esc_leaves_the_new_key_and_then_the_page(desk: Desk, page: ShortcutPage):
    look_at(page, "edit.undo")
    desk.press("Enter", on=page.list)
    desk.press("Esc")
    assert page.list.hasFocus()
    assert not page.strip.field.isVisible()
    desk.press("Esc")
    assert not page.isVisible()
    assert keys_of(desk, "edit.undo")[0] == "Z"


def test_a_key_is_taken_away_and_brought_back(desk: Desk, page: ShortcutPage):
    look_at(page, "move.next_sentence")
    desk.press("Del", on=page.list)
    assert keys_of(desk, "move.next_sentence") == ("Down", "Space")
    page.notice.button.click()
    assert keys_of(desk, "move.next_sentence") == ("J", "Down", "Space")


def test_one_command_and_all_commands_get_their_own_keys_back(desk: Desk, page: ShortcutPage):
    for action_id, key in (("edit.undo", "H"), ("label.claim", "Shift+Y")):
        look_at(page, action_id)
        add(page, desk, key)
    look_at(page, "edit.undo")
    page.strip.usual.click()
    assert keys_of(desk, "edit.undo") == ("Z", "Backspace", "Ctrl+Z")
    assert keys_of(desk, "label.claim")[0] == "Shift+Y"
    page.reset_all.click()
    assert keys_of(desk, "label.claim") == ("C", "1")
    assert page.preset.currentText() == "Default"


def test_what_is_typed_finds_names_and_keys(page: ShortcutPage):
    page.field.setText("ctrl+k")
    assert [page.model.command(n).id for n in range(page.model.rowCount())] == ["view.open_palette"]
    page.field.setText("next sent")
    assert page.model.command(0).id == "move.next_sentence"
    page.field.setText("qqq")
    assert page.empty.text() == "No command or key matches “qqq”."
    assert page.empty.isVisible()


def test_every_command_is_listed_with_a_name_for_a_screen_reader(desk: Desk, page: ShortcutPage):
    listed = {page.model.command(n).id for n in range(page.model.rowCount())}
    assert {row.id for row in desk.window.commands.rows()} == listed
    row = page.model.row_of("move.next_sentence")
    assert row is not None
    spoken = page.model.data(page.model.index(row, 0), 11)  # AccessibleTextRole
    assert spoken == "Next sentence, Article, J, ↓, Space"


def test_a_preset_is_taken_named_and_taken_back(desk: Desk, page: ShortcutPage):
    number = page.preset.findText("Vim-like")
    page.preset.setCurrentIndex(number)
    page.preset.activated.emit(number)
    assert keys_of(desk, "edit.undo")[0] == "U"
    assert page.preset.currentText() == "Vim-like"
    look_at(page, "find.open")
    add(page, desk, "Ctrl+Alt+Y")
    assert page.preset.currentText() == "My own keys"
    page.reset_all.click()
    page.notice.button.click()
    assert "Ctrl+Alt+Y" in keys_of(desk, "find.open")


def test_keys_go_into_a_file_and_to_another_window(
    open_desk: Callable[..., Desk], project: Path, tmp_path: Path
):
    path = tmp_path / "mine.toml"
    prompts = CannedPrompts(saves=[path.with_suffix("")], files=[[path]])
    desk = open_desk(project, prompts=prompts)
    desk.window.commands.keymap.give("label.claim", ("H",), usual=())
    desk.window.commands.action("help.change_keys").trigger()
    page: ShortcutPage = desk.find("Change keys").page  # type: ignore[attr-defined]
    page.give_out.click()
    assert page.notice.words.text() == "The changed keys are in mine.toml."
    page.reset_all.click()
    assert keys_of(desk, "label.claim") == ("C", "1")
    page.take_in.click()
    assert keys_of(desk, "label.claim") == ("H",)


def test_a_file_of_something_else_changes_nothing(
    open_desk: Callable[..., Desk], project: Path, tmp_path: Path
):
    path = tmp_path / "letter.toml"
    path.write_text("Dear Ana,", encoding="utf-8")
    desk = open_desk(project, prompts=CannedPrompts(files=[[path]]))
    desk.window.commands.action("help.change_keys").trigger()
    page: ShortcutPage = desk.find("Change keys").page  # type: ignore[attr-defined]
    page.take_in.click()
    assert "letter.toml holds no keys" in page.notice.words.text()
    assert keys_of(desk, "label.claim") == ("C", "1")


def test_single_letters_are_switched_off_here_too(desk: Desk, page: ShortcutPage):
    page.letters.setFocus()
    QTest.keyClick(page.letters, " ")
    desk.press("C", on=desk.view)
    assert desk.annotations() == []
    before = desk.view.current_sentence
    desk.press("Down", on=desk.view)
    assert desk.view.current_sentence.start > before.start


def test_a_sign_needs_no_shift_in_its_name():
    assert changing.recorded("Ctrl+Shift+?") == "Ctrl+?"
    assert changing.recorded("Ctrl+Shift+F") == "Ctrl+Shift+F"
    assert changing.recorded("Shift+Space") == "Shift+Space"
    assert changing.recorded("+") == "+"


def test_changes_that_change_nothing_are_not_kept():
    undo = next(row for row in ROWS if row.id == "edit.undo")
    assert changing.tidied({"edit.undo": list(undo.every_key)}, ROWS) == {}


def test_messages_name_the_key_that_a_command_has_now(desk: Desk, page: ShortcutPage):
    look_at(page, "label.source")
    add(page, desk, "H")
    look_at(page, "edit.undo")
    add(page, desk, "Shift+H")
    desk.press("Esc", on=page.list)
    desk.press("C", "H", on=desk.view)
    assert desk.status() == "Source: Mayor Ruiz · H takes the next instead"
    desk.press("Z", "I", on=desk.view)
    assert desk.status() == "Without a source: Implicit · Shift+H takes it back"
