"""Every setting: its name, its default, what it is for; and where the program keeps its own files.

The preferences are made from this table: a new row is a new line in their window.

Only what differs from the default is stored. The settings are the person's; what a project
settles for itself lies in the project file.
"""

import contextlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from annotator.dataclass import dataclass

Plain: TypeAlias = str | int | bool

FILE = "settings.json"
LOG_FILE = "annotator.log"


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing a person may choose; `choices` closes the list of values.

    `page` says where the preferences show it, nowhere without one; `names` are the choices in
    words, `unit` stands after a number.
    """

    key: str
    title: str
    default: Plain
    help: str = ""
    page: str = ""
    choices: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    unit: str = ""


PAGES = {
    "appearance": "Appearance",
    "reading": "Reading",
    "suggestions": "Suggestions",
    "keys": "Keys",
    "files": "Files",
    "language": "Language",
}
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""Languages of the window that are shipped, by their own names."""

SETTINGS = (
    Setting(
        "theme",
        "Colours",
        "system",
        "System follows the desktop, with its wish for high contrast.",
        page="appearance",
        choices=("system", "light", "dark", "contrast"),
        names=("System", "Light", "Dark", "High contrast"),
    ),
    Setting(
        "interface_size",
        "Text size of the window",
        13,
        "Menus, lists and panels. The article has a size of its own.",
        page="appearance",
        least=13,
        most=20,
        unit="px",
    ),
    Setting(
        "reduced_motion",
        "Reduced motion",
        default=False,
        help="Menus and lists open at once, text cursors do not blink.",
        page="appearance",
    ),
    Setting("text_font", "Font of the article", "Literata", page="reading"),
    Setting(
        "text_size",
        "Text size of the article",
        18,
        "Ctrl++ and Ctrl+− in the window do the same.",
        page="reading",
        least=14,
        most=36,
        unit="px",
    ),
    Setting(
        "line_height",
        "Line height",
        172,
        "In parts of the text size.",
        page="reading",
        least=150,
        most=240,
        unit="%",
    ),
    Setting(
        "measure",
        "Characters in a line",
        68,
        "How wide the column of text is.",
        page="reading",
        least=60,
        most=75,
    ),
    Setting(
        "paragraph_gap",
        "Space between paragraphs",
        80,
        "In parts of the text size.",
        page="reading",
        least=40,
        most=200,
        unit="%",
    ),
    Setting(
        "letter_spacing",
        "Space between letters",
        0,
        "In parts of the text size; some read more easily from 12 on.",
        page="reading",
        most=20,
        unit="%",
    ),
    Setting(
        "word_spacing",
        "Space between words",
        0,
        "Added to the usual space, in parts of the text size.",
        page="reading",
        most=40,
        unit="%",
    ),
    Setting(
        "hide_markup",
        "Hide markup",
        default=True,
        help="Syntax a reader need not see, such as that of Markdown.",
        page="reading",
    ),
    Setting(
        "advance_after_label",
        "Go on after a label",
        default=False,
        help="A label on a whole sentence moves the cursor to the next one.",
        page="reading",
    ),
    Setting(
        "number_targets",
        "Number the names of a sentence",
        default=True,
        help="+ 0 − rate the first of them, T moves on. Off: they rate the whole sentence.",
        page="reading",
    ),
    Setting(
        "show_suggestions",
        "Show suggestions",
        default=True,
        help="Off: label before you look. Nothing that engines propose is shown or looked for.",
        page="suggestions",
    ),
    Setting(
        "letter_keys",
        "Single letters are commands",
        default=True,
        help="Off: letters do nothing in the article; menus and the mouse still label.",
        page="keys",
    ),
    Setting(
        "reopen_project",
        "Open the last project at the start",
        default=True,
        help="Off: the program starts with the sample project.",
        page="files",
    ),
    Setting(
        "language",
        "Language of the window",
        "system",
        "Takes effect when the program starts next. Labels keep the language of their scheme.",
        page="language",
        choices=("system", *LANGUAGES),
        names=("System", *LANGUAGES.values()),
    ),
    Setting("first_steps", "Show the first steps", default=True),
    Setting("recent_commands", "Commands used last", ""),
)

_BY_KEY = {each.key: each for each in SETTINGS}


def setting(key: str) -> Setting:
    """The row of a setting."""
    return _BY_KEY[key]


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
        self.folder = folder
        self._file = JsonFile(folder / FILE)
        self._watching: list[Callable[[str], None]] = []
        self._chosen = {
            key: value
            for key, value in self._file.read().items()
            if key in _BY_KEY and _fits(_BY_KEY[key], value)
        }

    def watch(self, changed: Callable[[str], None]) -> None:
        """Tell of each change from now on, by the key of the setting."""
        self._watching.append(changed)

    def value(self, key: str) -> Plain:
        """A setting, of whatever kind."""
        return self._chosen.get(key, _BY_KEY[key].default)  # type: ignore[return-value]

    def text(self, key: str) -> str:
        """A setting that is a word."""
        return str(self.value(key))

    def number(self, key: str) -> int:
        """A setting that is a whole number."""
        return int(self.value(key))

    def is_on(self, key: str) -> bool:
        """A setting that is on or off."""
        return bool(self.value(key))

    def reset(self, key: str) -> None:
        """Give a setting its default again."""
        self.choose(key, _BY_KEY[key].default)

    def choose(self, key: str, value: Plain) -> None:
        """Settle a setting; it is kept at once, and a value that does not fit is ignored."""
        wanted = _BY_KEY[key]
        if not _fits(wanted, value) or value == self.value(key):
            return
        if value == wanted.default:
            self._chosen.pop(key, None)
        else:
            self._chosen[key] = value
        self._file.write(self._chosen)
        for tell in self._watching:
            tell(key)


class JsonFile:
    """A small file of JSON that may be lost at any time: damage reads as empty.

    It may hold names of files, which some systems let be no text; these come back as they were.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, object]:
        """What the file holds."""
        try:
            held = json.loads(self._path.read_text(encoding="utf-8", errors="surrogatepass"))
        except (OSError, ValueError, RecursionError):
            return {}
        return held if isinstance(held, dict) else {}

    def write(self, held: Mapping[str, object]) -> None:
        """Replace what the file holds, whole or not at all; a full disk keeps the old one."""
        draft = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True)
            draft.write_text(text, encoding="utf-8", errors="surrogatepass")
            draft.replace(self._path)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


def _fits(wanted: Setting, value: object) -> bool:
    if type(value) is not type(wanted.default):
        return False
    if wanted.choices:
        return value in wanted.choices
    if wanted.most and isinstance(value, int):
        return wanted.least <= value <= wanted.most
    return True
