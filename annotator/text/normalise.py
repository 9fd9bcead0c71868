"""From decoded characters to the stored text that every offset counts in."""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Literal

from annotator.domain.errors import UserError

LeadingMark = Literal["drop", "keep"]
"""What becomes of a leading U+FEFF: a file's byte order mark is dropped, JSON's character kept."""

_MARK = "\ufeff"
_REFUSED = re.compile("[\x00\ud800-\udfff]")
_PAIR = re.compile("\r\n")


def stored_text(decoded: str, *, bom: LeadingMark = "drop") -> str:
    """The text an article keeps: one leading BOM dropped, CRLF and CR made LF, nothing else.

    Raises UserError where the text holds NUL or half of a surrogate pair.
    """
    text = _without_mark(decoded, bom).replace("\r\n", "\n").replace("\r", "\n")
    check_characters(text)
    return text


def check_characters(text: str) -> None:
    """Refuse characters that databases and JSON readers do not agree on, naming their place."""
    if "\0" not in text and not _has_surrogate(text):
        return
    found = _REFUSED.search(text)
    if found is None:
        return
    offset = found.start()
    line = text.count("\n", 0, offset) + 1
    character = offset - text.rfind("\n", 0, offset)
    kind = "a NUL character" if found[0] == "\0" else f"half a character (U+{ord(found[0]):04X})"
    raise UserError(
        f"The text holds {kind} in line {line}, character {character} (offset {offset}). "
        "Nothing was stored. Remove it from the text, or choose another encoding, and try again."
    )


def offsets_after_line_ends(decoded: str, *, bom: LeadingMark = "drop") -> Callable[[int], int]:
    """A map from an offset in the decoded text to the same place in its stored text.

    A place between CR and LF becomes the place before the LF that stands for both; a place before
    a dropped BOM becomes 0.
    """
    dropped = len(decoded) - len(_without_mark(decoded, bom))
    line_feeds = [pair.start() + 1 for pair in _PAIR.finditer(decoded)]
    if not line_feeds and not dropped:
        return int

    def stored_offset(offset: int) -> int:
        return max(0, offset - dropped - bisect_right(line_feeds, offset))

    return stored_offset


def _without_mark(decoded: str, bom: LeadingMark) -> str:
    return decoded.removeprefix(_MARK) if bom == "drop" else decoded


def _has_surrogate(text: str) -> bool:
    """Told by the encoder, which is forty times as fast as a search."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
