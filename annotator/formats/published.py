"""When an article was published, in the one way of writing days that sorts: 2026-03-01."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ].*)?)?)?", re.DOTALL)
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+\d.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\s.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")
"""Seconds or milliseconds since 1970, of the years 2001 to 2033."""


def sorts(written: str) -> bool:
    """Whether a date begins with year, month and day, so that dates can be compared."""
    return _ISO.fullmatch(written) is not None


def as_iso(written: str) -> str:
    """A date as 2026-03-01, where there is one way only to read it; else as it is written.

    Points part day, month and year in that order wherever they are used; strokes do not, unless
    the year comes first. A number counts seconds or milliseconds since 1970 (UTC).
    """
    words = written.strip()
    if sorts(words) or not words:
        return words
    if found := _DAY_FIRST.fullmatch(words):
        return _day(found[3], found[2], found[1]) or words
    if found := _YEAR_FIRST.fullmatch(words) or _COMPACT.fullmatch(words):
        return _day(found[1], found[2], found[3]) or words
    if _SECONDS.fullmatch(words):
        return datetime.fromtimestamp(int(words[:10]), UTC).isoformat()
    try:
        return parsedate_to_datetime(words).isoformat() if words[0].isalpha() else words
    except (ValueError, IndexError, OverflowError):
        return words


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
