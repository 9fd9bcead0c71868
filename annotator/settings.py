"""Every setting: its name, its default, what it is for; and where the program keeps its own files.

Only what differs from the default is stored. The settings are the person's; what a project
settles for itself lies in the project file.
"""

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Plain: TypeAlias = str | int | bool

FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing a person may choose; `choices` closes the list of values."""

    key: str
    title: str
    default: Plain
    help: str = ""
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


SETTINGS = (
    Setting(
        "theme",
        "Colours",
        "system",
        "System follows the desktop.",
        choices=("system", "light", "dark", "contrast"),
    ),
    Setting("text_size", "Size of the article's text", 18, "In pixels.", least=14, most=36),
    Setting("hide_markup", "Hide markup", default=True, help="Syntax a reader need not see."),
    Setting(
        "advance_after_label",
        "Go on after a label",
        default=False,
        help="A label on a whole sentence moves the cursor to the next one.",
    ),
    Setting(
        "letter_keys",
        "Single letters are commands",
        default=True,
        help="Off: letters do nothing in the article; menus and the mouse still label.",
    ),
    Setting("first_steps", "Show the first steps", default=True),
)

_BY_KEY = {setting.key: setting for setting in SETTINGS}


def home() -> Path:
    """Where settings, logs and the sample project lie; `ANNOTATOR_HOME` moves it."""
    given = os.environ.get("ANNOTATOR_HOME")
    if given:
        return Path(given).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("annotator", appauthor=False))


class Settings:
    """The person's settings, kept in a file that holds only what differs from the default."""

    def __init__(self, folder: Path) -> None:
        self._file = JsonFile(folder / FILE)
        self._chosen = {
            key: value
            for key, value in self._file.read().items()
            if key in _BY_KEY and _fits(_BY_KEY[key], value)
        }

    def text(self, key: str) -> str:
        """A setting that is a word."""
        return str(self._value(key))

    def number(self, key: str) -> int:
        """A setting that is a whole number."""
        return int(self._value(key))

    def is_on(self, key: str) -> bool:
        """A setting that is on or off."""
        return bool(self._value(key))

    def reset(self, key: str) -> None:
        """Give a setting its default again."""
        self.choose(key, _BY_KEY[key].default)

    def choose(self, key: str, value: Plain) -> None:
        """Settle a setting; it is kept at once, and a value that does not fit is ignored."""
        setting = _BY_KEY[key]
        if not _fits(setting, value):
            return
        if value == setting.default:
            self._chosen.pop(key, None)
        else:
            self._chosen[key] = value
        self._file.write(self._chosen)

    def _value(self, key: str) -> Plain:
        return self._chosen.get(key, _BY_KEY[key].default)  # type: ignore[return-value]


class JsonFile:
    """A small file of JSON that may be lost at any time: damage reads as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, object]:
        """What the file holds."""
        try:
            held = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) else {}

    def write(self, held: Mapping[str, object]) -> None:
        """Replace what the file holds, whole or not at all; a full disk keeps the old one."""
        draft = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(
                json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8"
            )
            draft.replace(self._path)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


def _fits(setting: Setting, value: object) -> bool:
    if type(value) is not type(setting.default):
        return False
    if setting.choices:
        return value in setting.choices
    if setting.most and isinstance(value, int):
        return setting.least <= value <= setting.most
    return True
