"""Which keys do what: the keys of the table, as far as the person has not chosen others.

Only what was changed is stored, in a small file beside the settings: all keys of a command, by
its id. A key that was given to one command is taken from every other, whatever the scheme of a
project says, so no key ever does two things.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from annotator import resources
from annotator.domain.errors import UserError
from annotator.gui.actions import Action
from annotator.settings import JsonFile

FILE = "keys.json"
PRESETS = ("default", "vim", "left-hand", "qualcoder")

Changes = Mapping[str, Sequence[str]]
"""All keys of commands, by their ids; none is a choice too."""

_EVERYWHERE = re.compile(r"Ctrl\+|Alt\+|Meta\+|F\d+$")


class Keymap:
    """The keys that a person chose, and what they leave of the others."""

    def __init__(self, folder: Path) -> None:
        self._file = JsonFile(folder / FILE)
        self._changes = checked(self._file.read())
        self._watching: list[Callable[[], None]] = []

    @property
    def changes(self) -> dict[str, tuple[str, ...]]:
        """What differs from the table."""
        return dict(self._changes)

    def watch(self, changed: Callable[[], None]) -> None:
        """Tell of each change from now on."""
        self._watching.append(changed)

    def applied(self, rows: Iterable[Action]) -> list[Action]:
        """The rows with the keys that they have now."""
        return applied(rows, self._changes)

    def give(self, action_id: str, every_key: Sequence[str], *, usual: Sequence[str]) -> None:
        """Let a command have these keys and no others; `usual` are those of the table."""
        changes = dict(self._changes)
        if tuple(every_key) == tuple(usual):
            changes.pop(action_id, None)
        else:
            changes[action_id] = tuple(every_key)
        self.replace(changes)

    def reset(self, action_id: str) -> None:
        """Give a command the keys of the table again."""
        self.replace({name: held for name, held in self._changes.items() if name != action_id})

    def replace(self, changes: Changes) -> None:
        """Let only these differ from the table; they act at once and are kept."""
        self._changes = {name: tuple(held) for name, held in changes.items()}
        self._file.write({name: list(held) for name, held in self._changes.items()})
        for tell in self._watching:
            tell()


def applied(rows: Iterable[Action], changes: Changes) -> list[Action]:
    """Rows with changed keys in place; what a changed row has, no other row keeps."""
    listed = list(rows)
    if not changes:
        return listed
    taken: dict[str, set[str]] = {}
    for row in listed:
        taken.setdefault(row.where, set()).update(changes.get(row.id, ()))
    return [_with_keys(row, changes.get(row.id), taken[row.where]) for row in listed]


def clash(rows: Iterable[Action], action_id: str, key: str) -> Action | None:
    """The other command that has a key already, on the same screen."""
    listed = list(rows)
    where = next((row.where for row in listed if row.id == action_id), "")
    others = (row for row in listed if row.id != action_id and row.where == where)
    return next((row for row in others if key in row.every_key), None)


def is_character(key: str) -> bool:
    """Whether a key writes something where text is written: a sign, a letter with or without Shift.

    Such keys can be switched off as a whole, for people whose speech or hands type unasked
    (WCAG 2.1.4).
    """
    letter = key.removeprefix("Shift+")
    return len(letter) == 1


def _is_for_article(key: str, row: Action) -> bool:
    """Whether a key acts only while the article has the focus, not everywhere in the window."""
    if _EVERYWHERE.search(key) is None:
        return True
    return bool(row.keys) and not row.shortcuts


def preset(name: str) -> tuple[str, dict[str, tuple[str, ...]]]:
    """A shipped set of keys: its name, and what it changes."""
    import tomllib  # not at the start of every window

    text = resources.path("keys", f"{name}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return str(table["name"]), checked(table["keys"])


def read(path: Path) -> dict[str, tuple[str, ...]]:
    """The keys that a file holds, TOML or JSON.

    Raises:
        UserError: it is not such a file.
    """
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
        table = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
        held = table["keys"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as problem:
        raise UserError(
            f"{path.name} holds no keys. Your keys are as they were. "
            "Choose a file that “Export…” of this page has written."
        ) from problem
    return checked(held if isinstance(held, dict) else {})


def write(path: Path, changes: Changes) -> None:
    """Write keys to a file that `read` understands.

    Raises:
        UserError: it cannot be written.
    """
    if path.suffix == ".json":
        table = {"keys": {name: list(held) for name, held in sorted(changes.items())}}
        text = json.dumps(table, ensure_ascii=False, indent=1) + "\n"
    else:
        lines = (
            f"{json.dumps(name)} = {json.dumps(list(held), ensure_ascii=False)}"
            for name, held in sorted(changes.items())
        )
        text = "\n".join(("# All keys of commands, by their ids.", "[keys]", *lines, ""))
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise UserError(
            f"{path.name} cannot be written ({reason}). Your keys are as they were. "
            "Choose another folder."
        ) from problem


def checked(held: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Only what can be keys of commands; each key once, with the first that has it."""
    taken: set[str] = set()
    found = {}
    for name, every_key in held.items():
        if not isinstance(every_key, list | tuple):
            continue
        mine = [key for key in every_key if isinstance(key, str) and key and key not in taken]
        taken.update(mine)
        found[str(name)] = tuple(dict.fromkeys(mine))
    return found


def _with_keys(row: Action, changed: Sequence[str] | None, taken: set[str]) -> Action:
    if changed is None:
        if taken.isdisjoint(row.every_key):
            return row
        keys = tuple(key for key in row.keys if key not in taken)
        return replace(row, keys=keys, shortcuts=tuple(k for k in row.shortcuts if k not in taken))
    inside = tuple(key for key in changed if _is_for_article(key, row))
    return replace(row, keys=inside, shortcuts=tuple(key for key in changed if key not in inside))
