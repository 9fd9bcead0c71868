"""What a new key does to the others, and which keys no command may have.

No widgets here. Changes are all keys of commands by their ids, as the keymap keeps them.
"""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.gui import keys
from annotator.gui.actions import CONTEXT, MENU_TITLES, Action
from annotator.gui.keymap import PRESETS, Changes, preset

_SHIFTED_SIGN = re.compile(r"(.*)Shift\+([^\w\s])$")
_MNEMONIC = re.compile(r"&(\w)")


def recorded(spelled: str) -> str:
    """A key stroke as the keymap writes it: the Shift that a sign needs is not named."""
    found = _SHIFTED_SIGN.match(spelled)
    return f"{found[1]}{found[2]}" if found else spelled


def refusal(key: str) -> str:
    """Why no command may have a key, in words; nothing when it may be given."""
    if key.endswith(("Tab", "Backtab")):
        return QCoreApplication.translate(
            "ShortcutPage", "{} moves between the parts of the window. Choose another key."
        ).format(keys.shown(key))
    menu = _menus().get(key)
    if menu is not None:
        return QCoreApplication.translate(
            "ShortcutPage", "{} opens the menu “{}”. Choose another key."
        ).format(keys.shown(key), menu)
    return ""


def with_key(row: Action, key: str, changes: Changes) -> dict[str, Sequence[str]]:
    """The changes once a command has one more key, which is its first; others lose it."""
    fresh = without(key, changes)
    fresh[row.id] = (key, *(each for each in row.every_key if each != key))
    return fresh


def without_key(row: Action, key: str, changes: Changes) -> dict[str, Sequence[str]]:
    """The changes once a command has one key less."""
    return {**changes, row.id: tuple(each for each in row.every_key if each != key)}


def without(key: str, changes: Changes) -> dict[str, Sequence[str]]:
    """The changes with a key free again."""
    return {name: tuple(each for each in held if each != key) for name, held in changes.items()}


def tidied(changes: Changes, usual: Iterable[Action]) -> dict[str, tuple[str, ...]]:
    """The changes without those that change nothing."""
    own = {row.id: row.every_key for row in usual}
    return {name: tuple(held) for name, held in changes.items() if own.get(name) != tuple(held)}


def presets() -> list[tuple[str, dict[str, tuple[str, ...]]]]:
    """The shipped sets of keys: their names, and what they change."""
    return [preset(name) for name in PRESETS]


def _menus() -> dict[str, str]:
    """The keys that open menus, and the names of those."""
    titles = [QCoreApplication.translate(CONTEXT, title) for title in MENU_TITLES.values()]
    return {
        f"Alt+{found[1].upper()}": title.replace("&", "")
        for title in titles
        if (found := _MNEMONIC.search(title))
    }
