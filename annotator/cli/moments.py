"""When something was: for people by the clock on the wall with its offset, for programs in UTC."""

from datetime import UTC, datetime

_LAST_SECOND = 253_402_000_000  # in the year 9999


def local(milliseconds: int) -> str:
    """A moment by this computer's clock, with how far that is from UTC.

    `milliseconds` are since 1970: `2026-05-01 14:03:07+02:00`.
    """
    return _moment(milliseconds).astimezone().isoformat(sep=" ", timespec="seconds")


def universal(milliseconds: int, *, timespec: str = "seconds") -> str:
    """The same in UTC, for JSON: `2026-05-01T12:03:07Z`."""
    return _moment(milliseconds).isoformat(timespec=timespec).replace("+00:00", "Z")


def _moment(milliseconds: int) -> datetime:
    """The moment itself; the clock of a damaged journal may be of no year."""
    return datetime.fromtimestamp(min(max(milliseconds / 1000, 0), _LAST_SECOND), UTC)
