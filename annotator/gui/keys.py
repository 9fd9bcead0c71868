"""Key strokes as words: `J`, `Shift+Space`, `Alt+Left`, `+`.

A printable sign is known by itself, however it is typed: `[` is `[` with AltGr as well as
without. Letters fall back on the place of the key, so that `C` labels under a Cyrillic or Greek
layout too.
"""

import re
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

CONTEXT = "Keys"
KEEPS_KEYS = "keeps_keys"
"""The property of a text field in which keys of the window are not to act."""
WORDS = frozenset(
    (
        *("Ctrl", "Shift", "Alt", "Meta", "Enter", "Esc", "Del", "Ins", "Space", "Backspace"),
        *("Tab", "PgUp", "PgDown", "Home", "End"),
    )
)
"""What stands on key caps as a word, in other languages as another one."""

_NAMED = {
    "C": "label.claim",
    "E": "move.next_annotation",
    "G": "move.next_flag",
    "M": "remark.comment",
    "N": "attribution.next_open",
    "S": "label.source",
    "X": "attribution.reject",
    "Z": "edit.undo",
}
_CHORDS = {
    "Ctrl+6": "screens.feedback",
    "Ctrl+E": "file.export",
    "Ctrl+I": "file.import_files",
    "Ctrl+O": "file.open",
    "Ctrl+P": "article.go_to",
    "Ctrl+PgDown": "article.next_article",
    "Ctrl+Return": "article.finish",
    "Ctrl+Shift+E": "entities.open",
}
_LETTER = re.compile(rf"(?<![\w+])[{''.join(_NAMED)}](?![\w+’'])")

_OF_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ROWS = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
_LINUX_STARTS = (24, 38, 52)
_WINDOWS_STARTS = (16, 30, 44)
_NAMES = {"Enter": "Return"}
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
}


def spelled(event: QKeyEvent) -> str:
    """The word for a key stroke, or an empty one for a modifier alone."""
    key = Qt.Key(event.key())
    if key in _MODIFIERS:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    modifiers &= ~Qt.KeyboardModifier.GroupSwitchModifier
    text = event.text()
    if _is_sign(text) and not _is_command(modifiers):
        return text
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        letter = chr(key)
    else:
        letter = _letter_of_place(event) if _is_foreign_letter(text, key) else ""
    if letter:
        return _prefix(modifiers) + letter
    plain = QKeySequence(QKeyCombination(Qt.KeyboardModifier.NoModifier, key))
    name = plain.toString(QKeySequence.SequenceFormat.PortableText)
    return _prefix(modifiers) + _NAMES.get(name, name)


def shown(key: str) -> str:
    """A key stroke as people read it on a key cap."""
    symbols = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "-": "−", "Return": "Enter"}
    parts = [key] if len(key) == 1 else key.split("+") if not key.endswith("++") else ["Ctrl", "+"]
    named = (symbols.get(part, part) for part in parts)
    return "+".join(
        QCoreApplication.translate(CONTEXT, part) if part in WORDS else part for part in named
    )


def with_present_keys(sentence: str, key_of: Callable[[str], str]) -> str:
    """A sentence that names keys by which commands go usually, with those that they have now.

    Single letters are keys in it, and chords as they are shown in the language of the window.
    """
    told = _LETTER.sub(lambda found: key_of(_NAMED[found[0]]) or found[0], sentence)
    return _with_present_chords(told, key_of) if "+" in told else told


def _with_present_chords(sentence: str, key_of: Callable[[str], str]) -> str:
    usual = {shown(chord): command for chord, command in _CHORDS.items()}
    longest_first = "|".join(re.escape(each) for each in sorted(usual, key=len, reverse=True))
    return re.sub(
        rf"(?<![\w+])(?:{longest_first})(?![\w+])",
        lambda found: key_of(usual[found[0]]) or found[0],
        sentence,
    )


def has_command_modifier(event: QKeyEvent) -> bool:
    """Whether a key is pressed with Ctrl or Alt, and so is no letter that somebody types."""
    return bool(event.modifiers() & _OF_COMMANDS)


def _is_sign(text: str) -> bool:
    return len(text) == 1 and text.isprintable() and not text.isalpha() and not text.isspace()


def _is_command(modifiers: Qt.KeyboardModifier) -> bool:
    """Whether Ctrl or Alt turns a sign into a command; both together are AltGr on Windows."""
    has_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    has_alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    return has_control != has_alt or bool(modifiers & Qt.KeyboardModifier.MetaModifier)


def _prefix(modifiers: Qt.KeyboardModifier) -> str:
    named = (
        (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
        (Qt.KeyboardModifier.AltModifier, "Alt+"),
        (Qt.KeyboardModifier.ShiftModifier, "Shift+"),
        (Qt.KeyboardModifier.MetaModifier, "Meta+"),
    )
    return "".join(name for modifier, name in named if modifiers & modifier)


def _is_foreign_letter(text: str, key: Qt.Key) -> bool:
    return (len(text) == 1 and text.isalpha()) or (key > Qt.Key.Key_ydiaeresis and key < 0x01000000)


def _letter_of_place(event: QKeyEvent) -> str:
    """The letter that the key has on an American keyboard."""
    code = event.nativeScanCode()
    starts = _WINDOWS_STARTS if sys.platform == "win32" else _LINUX_STARTS
    for row, start in zip(_ROWS, starts, strict=True):
        if start <= code < start + len(row):
            return row[code - start]
    return ""
