"""Which encoding a text is in: what its first bytes say, UTF-8, or a guess that is told as one."""

import codecs
import re
from dataclasses import dataclass

from annotator.domain.errors import UserError
from annotator.formats import advice

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What news is written in; the rest of what can be guessed is the rest of what is guessed wrongly.
_WESTERN = "cp1252"
_GUESSED = (
    _WESTERN, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "koi8_r", "koi8_u", "cp874", "cp932", "euc_jp", "gb18030", "big5", "cp949", "mac_roman",
)  # fmt: skip
_NO_CHARACTERS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ufdd0-\ufdef\ue000-\uf8ff]")
_NOT_WESTERN = re.compile(
    r"[^\W\d_](?:[^\w\s'’‘.,;:…)»”\"?!%/&–—-]|[¹²³¼½¾])[^\W\d_]|[a-z][À-ÖØ-Þ][a-z]"
)
_FEW = 6
_BORDER = re.compile(r"\W(?=\w)")
_SAFE = "Nothing was imported from it."


@dataclass(frozen=True, slots=True)
class Choice:
    """The encoding of a text, and a note that tells so where it was guessed."""

    encoding: str
    note: str = ""


def known_encoding(name: str) -> str:
    """The usual name of an encoding that a person gave.

    Raises:
        UserError: there is none of that name, or it is none of characters.
    """
    try:
        found = codecs.lookup(name).name.replace("-", "_")
        is_known = isinstance("a".encode(found), bytes) and found not in _NO_CHARACTERS
    except (LookupError, ValueError) as error:
        raise UserError(_unknown(name)) from error
    if not is_known:
        raise UserError(_unknown(name))
    return found.replace("_", "-") if found.startswith("utf") else found


def marked_encoding(raw: bytes) -> str | None:
    """What a byte order mark says; None without one, or with that of UTF-8."""
    return next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)


def guessed(raw: bytes, *, name: str) -> Choice:
    """The likeliest encoding of bytes that are not UTF-8.

    Raises:
        UserError: they look like damaged UTF-8, like no text at all, or nothing here can guess.
    """
    if _is_damaged_utf8(raw):
        raise UserError(_not_utf8(name, raw, "It is UTF-8 elsewhere, so it is damaged there"))
    likely = _likely(raw, name)
    if not likely:
        raise UserError(_not_utf8(name, raw, "No encoding makes sense of it"))
    encoding = likely[0]
    text = raw.decode(encoding)
    other = next((each for each in likely[1:] if _decoded(raw, each) != text), None)
    others = f" It might be {other} as well." if other else ""
    return Choice(
        encoding,
        f"It is not UTF-8. It was read as {encoding}, which is a guess: "
        f"{_sample(text)}.{others} {advice.IMPORT_AS}",
    )


def not_readable_as(name: str, raw: bytes, error: UnicodeDecodeError, encoding: str) -> str:
    """Why bytes cannot be read in the encoding that they or a person named."""
    place = min(error.start, len(raw) - 1)
    return (
        f"{name} is not {encoding.upper()}, as it should be: byte {place:,} (0x{raw[place]:02X}) "
        f"cannot be read. {_SAFE} {advice.OTHER_ENCODING}"
    )


def _likely(raw: bytes, name: str) -> list[str]:
    """The encodings that make sense of the bytes, the likeliest first."""
    try:
        from charset_normalizer import from_bytes
    except ImportError as error:
        reason = "Guessing needs charset-normalizer (pip install charset-normalizer)"
        raise UserError(_not_utf8(name, raw, reason)) from error
    found = [
        match.encoding
        for match in from_bytes(raw, cp_isolation=list(_GUESSED))
        if _decoded(raw, match.encoding) is not None
    ]
    western = _decoded(raw, _WESTERN)
    if western is None or _NOT_WESTERN.search(western):
        return [each for each in found if each != _WESTERN]
    # Where few letters tell, or all read the same, it is what most such files are in.
    if not found or _is_little(raw) or _decoded(raw, found[0]) == western:
        return [_WESTERN, *found]
    return found


def _decoded(raw: bytes, encoding: str) -> str | None:
    """The text, or None where it cannot be one."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS.search(text) else text


def _is_damaged_utf8(raw: bytes) -> bool:
    """Whether more is UTF-8 beyond ASCII than is not; other encodings hardly ever look like it."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text.encode()) - 3 * bad - sum(character <= "\x7f" for character in text)
    try:
        raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return good > 2 * bad
    return True


def _is_little(raw: bytes) -> bool:
    """Whether hardly any byte tells encodings apart."""
    return len(re.findall(rb"[\x80-\xff]+", raw[:100_000])) < _FEW


def _sample(text: str) -> str:
    """Some words around the first characters that the guess is about."""
    place = next(index for index, character in enumerate(text) if character > "\x7f")
    # From the beginning of a word on: half a word looks like a wrong letter.
    start = max(0, place - 20)
    if start and (border := _BORDER.search(text, start, place)):
        start = border.end()
    return f"“{' '.join(text[start : place + 30].split())}”"


def _not_utf8(name: str, raw: bytes, reason: str) -> str:
    try:
        raw.decode()
        place = 0
    except UnicodeDecodeError as error:
        place = min(error.start, len(raw) - 1)
    return (
        f"{name} is not UTF-8: byte {place:,} (0x{raw[place]:02X}) cannot be read. {reason}. "
        f"{_SAFE} {advice.ITS_ENCODING}"
    )


def _unknown(name: str) -> str:
    return (
        f"There is no encoding {name!r}. Nothing was imported. Write it like utf-8, windows-1252 "
        "or shift_jis."
    )
