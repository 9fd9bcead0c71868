"""From a file's bytes to the text of one article, strictly: nothing is guessed or replaced."""

import codecs
import hashlib
import re
import unicodedata
from dataclasses import dataclass

from annotator.domain.errors import UserError
from annotator.formats.sources import Source
from annotator.text.normalise import stored_text

MOST_BYTES = 20_000_000
MOST_CHARACTERS = 5_000_000

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SANE_ID = re.compile(r"\w[\w.\-]{0,99}")
_NOT_SANE = re.compile(r"[^\w.\-]+")
_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_SAFE = "Nothing was imported from it."


@dataclass(frozen=True, slots=True)
class Decoded:
    """The stored text of a file with the bytes it came from."""

    text: str
    raw: bytes
    encoding: str

    @property
    def raw_if_different(self) -> bytes | None:
        """The bytes, or None when they are just the text in UTF-8."""
        return None if self.raw == self.text.encode() else self.raw

    @property
    def raw_sha256(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.raw).hexdigest()


def decoded(source: Source) -> Decoded:
    """The text of a whole file; refused with a sentence when it cannot be an article's."""
    raw = source.read(limit=MOST_BYTES)
    encoding = "utf-16" if raw.startswith(_UTF16_MARKS) else "utf-8"
    if encoding == "utf-8" and b"\0" in raw:
        place = raw.index(b"\0")
        raise UserError(
            f"{source.name} is no text: byte {place:,} is NUL, as in pictures and programs. "
            f"{_SAFE} Save the article as plain text in UTF-8 and import that."
        )
    try:
        text = stored_text(raw.decode(encoding))
    except UnicodeDecodeError as error:
        raise UserError(_wrong_encoding(source.name, raw, error)) from error
    except UserError as error:
        raise UserError(f"{source.name}: {error}") from error
    if problem := problem_with_text(text):
        raise UserError(f"{source.name} {problem}")
    return Decoded(text, raw, encoding)


def problem_with_text(text: str) -> str | None:
    """Why a text cannot be an article: nothing to see in it, or too long. Reads after a name."""
    if len(text) > MOST_CHARACTERS:
        return (
            f"is too big for one article: {len(text):,} characters of at most "
            f"{MOST_CHARACTERS:,}. {_SAFE} Split it and import the parts."
        )
    if not any(unicodedata.category(character) not in _INVISIBLE for character in text):
        return f"is empty: it has no visible character. {_SAFE} Look whether it was saved fully."
    return None


def id_from_name(stem: str, *, text_sha256: str) -> str:
    """An article id from a file's name, kept as it is where it is plain."""
    if _SANE_ID.fullmatch(stem):
        return stem
    return _NOT_SANE.sub("-", stem).strip("-._")[:80] or id_from_text(text_sha256)


def id_from_text(text_sha256: str) -> str:
    """The id of an article that has no name."""
    return f"a-{text_sha256[:12]}"


def _wrong_encoding(name: str, raw: bytes, error: UnicodeDecodeError) -> str:
    place = min(error.start, len(raw) - 1)
    wanted = "UTF-16, as its first bytes claim" if error.encoding != "utf-8" else "UTF-8"
    guess = "" if error.encoding != "utf-8" else _guess(raw)
    return (
        f"{name} is not {wanted}: byte {place:,} (0x{raw[place]:02X}) cannot be read. {_SAFE} "
        f"Save it as UTF-8 and import it again{guess}."
    )


def _guess(raw: bytes) -> str:
    try:
        raw.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return "; it may be in Windows-1252"
