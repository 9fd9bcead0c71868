"""The table of actions: one meaning for each key, and everything in a menu with its key."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from annotator import resources
from annotator.gui import actions, keys
from annotator.gui.actions import Action
from tests.builders import scheme
from tests.gui.desk import Desk

PRESETS = ("news-review", "simple")


def rows(preset: str) -> list[Action]:
    """All rows of a project with this scheme."""
    return actions.every_row(scheme(preset))


@pytest.mark.parametrize("preset", PRESETS)
def test_each_action_has_an_id_of_its_own(preset: str):
    counts = Counter(row.id for row in rows(preset))
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_does_two_things(preset: str):
    # "0" labels neutral and is the scheme's; digits by order stand behind keys of the scheme.
    own = Counter(
        (row.where, key) for row in rows(preset) for key in row.every_key if not key.isdigit()
    )
    assert [key for key, count in own.items() if count > 1] == []


def test_every_key_can_be_pressed():
    for row in rows("news-review"):
        for key in row.every_key:
            assert not QKeySequence(key).isEmpty(), (row.id, key)


def test_every_icon_is_there():
    names = {row.icon for row in actions.ROWS if row.icon}
    assert [name for name in names if not resources.path("icons", f"{name}.svg").is_file()] == []


def test_every_action_has_someone_who_does_it(desk: Desk):
    window = desk.window
    for row in actions.ROWS:
        owner = window.owner(row)
        assert owner is not None, row.id
        assert callable(getattr(owner, row.method, None)), row.id


def test_every_action_is_in_a_menu_and_shows_its_key(desk: Desk):
    shown = {}
    for menu in desk.menus():
        for action in menu.actions():
            shown[action.objectName()] = action
    for row in desk.window.commands.rows():
        action = shown[row.id]
        if row.every_key:
            is_shown = keys.shown(row.every_key[0]) in action.text()
            assert is_shown or action.shortcut().toString() == row.every_key[0], row.id


def test_keys_read_as_people_write_them():
    assert [keys.shown(key) for key in ("Alt+Left", "-", "Ctrl++", "+", "Return", "C")] == [
        "Alt+←",
        "−",
        "Ctrl++",
        "+",
        "Enter",
        "C",
    ]
