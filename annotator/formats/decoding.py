"""From a file's bytes to the text of one article, strictly: nothing is replaced in silence."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from annotator.domain.errors import UserError
from annotator.formats.encodings import Choice, guessed, marked_encoding, not_readable_as
from annotator.formats.incoming import Problem
from annotator.formats.json_values import Refused
from annotator.formats.sources import Source
from annotator.text.normalise import stored_text

MOST_BYTES = 20_000_000
MOST_CHARACTERS = 5_000_000

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
    notes: tuple[Problem, ...] = ()

    @property
    def raw_if_different(self) -> bytes | None:
        """The bytes, or None when they are just the text in UTF-8."""
        return None if self.raw == self.text.encode() else self.raw

    @property
    def raw_sha256(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.raw).hexdigest()


def decoded(source: Source, *, limit: int = MOST_BYTES) -> Decoded:
    """The text of a whole file; refused with a sentence when it cannot be an article's."""
    raw = source.read(limit=limit)
    characters, choice = characters_of(raw, source)
    try:
        text = stored_text(characters)
    except UserError as error:
        raise UserError(f"{source.name}: {error}") from error
    if problem := problem_with_text(text):
        raise UserError(f"{source.name} {problem}")
    return Decoded(text, raw, choice.encoding, notes_of(choice, source))


def characters_of(raw: bytes, source: Source, *, declared: str | None = None) -> tuple[str, Choice]:
    """A file's bytes as characters, and how they were read.

    What a person told counts first, then a byte order mark, then UTF-8 where the bytes are that,
    then what the file declares; the rest is guessed, which the choice tells.

    Raises:
        UserError: it is no text, or not in the encoding that was told.
    """
    told = source.told.encoding if source.told else None
    encoding = told or marked_encoding(raw)
    if encoding is None and b"\0" in raw:
        place = raw.index(b"\0")
        raise UserError(
            f"{source.name} is no text: byte {place:,} is NUL, as in pictures and programs. "
            f"{_SAFE} Save the article as plain text in UTF-8 and import that."
        )
    if encoding is not None:
        try:
            return raw.decode(encoding), Choice(encoding)
        except UnicodeDecodeError as error:
            raise UserError(not_readable_as(source.name, raw, error, encoding)) from error
    for each in ("utf-8", declared):
        try:
            if each is not None:
                return raw.decode(each), Choice(each)
        except UnicodeDecodeError:
            continue
    choice = guessed(raw, name=source.name)
    return raw.decode(choice.encoding), choice


def notes_of(choice: Choice, source: Source) -> tuple[Problem, ...]:
    """What there is to tell of how a file was decoded."""
    return (Problem(source.name, None, choice.note, is_note=True),) if choice.note else ()


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


def text_in_record(given: str) -> str:
    """The stored text of an article that stands in a record, where a leading U+FEFF is a character.

    Raises:
        Refused: it cannot be an article's text.
    """
    try:
        text = stored_text(given, bom="keep")
    except UserError as error:
        raise Refused(str(error)) from error
    if problem := problem_with_text(text):
        raise Refused(f"The text {problem}")
    return text


def id_from_name(stem: str, *, text_sha256: str) -> str:
    """An article id from a file's name, kept as it is where it is plain."""
    if _SANE_ID.fullmatch(stem):
        return stem
    return _NOT_SANE.sub("-", stem).strip("-._")[:80] or id_from_text(text_sha256)


def id_from_text(text_sha256: str) -> str:
    """The id of an article that has no name."""
    return f"a-{text_sha256[:12]}"
