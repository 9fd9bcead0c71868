"""The one SQLite library of the process, and its errors in words."""

import contextlib
import os
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError

if TYPE_CHECKING:
    import sqlite3
else:
    # The same choice as sqlite-utils makes: a second library would drop our locks.
    try:
        import pysqlite3.dbapi2 as sqlite3
    except ImportError:  # pragma: no cover - only where pysqlite3 has no wheel
        import sqlite3

Connection = sqlite3.Connection
Error = sqlite3.Error
DatabaseError = sqlite3.DatabaseError
IntegrityError = sqlite3.IntegrityError
OperationalError = sqlite3.OperationalError

HAS_SAFE_WAL = sqlite3.sqlite_version_info >= (3, 51, 3)
"""Before 3.51.3 a write during a checkpoint can corrupt a database in WAL mode."""


class ProjectBusy(UserError):
    """Another process is writing; the same write may succeed later."""


class DiskProblem(UserError):
    """The disk refused a write; the same write may succeed once there is room."""


class FileMoved(DiskProblem):
    """The file is not where it was opened; the same write may succeed once it is back."""


def connect(path: Path, *, is_writable: bool = True, is_immutable: bool = False) -> Connection:
    """A connection in autocommit mode; transactions are begun explicitly.

    `is_immutable` reads a file in a folder where SQLite may create nothing. A reader opens the
    file for writing where it may, since only so does the last to leave tidy up the log beside it.
    """
    may_write = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    mode = "rw" if is_writable or (may_write and not is_immutable) else "ro"
    immutable = "&immutable=1" if is_immutable else ""
    # As bytes: on some systems the name of a file need not be text.
    name = urllib.parse.quote(os.fsencode(path.absolute()))
    uri = f"file:{name}?mode={mode}{immutable}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    # SQLite's own `lower` knows A to Z only: Österreich would be two places.
    connection.create_function("lowered", 1, str.lower, deterministic=True)
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    if is_writable:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")
        # The usual 2 MB make a large import write and read its pages twice.
        connection.execute("PRAGMA cache_size = -16000")
    else:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("PRAGMA query_only = ON")
    return connection


def in_memory() -> Connection:
    """A scratch database that is never on a disk."""
    return sqlite3.connect(":memory:", isolation_level=None)


def journal_mode() -> str:
    """WAL where the library is free of the WAL-reset fault; else the next safest mode."""
    return "WAL" if HAS_SAFE_WAL else "TRUNCATE"


@contextlib.contextmanager
def errors_in_words(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into sentences a person can act on."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise in_words(error, path) from error
    except UnicodeDecodeError as error:
        # The library cannot even tell its message when that quotes damaged text.
        raise _damaged(path, "text in it is damaged") from error
    except UnicodeEncodeError as error:
        shown = ascii(error.object).strip("'\"")
        raise UserError(
            f"“{shown}” holds bytes that are no text, so it is nowhere in {path.name} and cannot "
            "come in. Nothing was changed. Write it anew."
        ) from error


def in_words(error: Exception, path: Path) -> Exception:
    """The sentence for an error of SQLite, or the error itself where there is none."""
    name = getattr(error, "sqlite_errorname", "")
    if name in ("", "SQLITE_ERROR"):
        name = _name_from_text(str(error))
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return _damaged(path, str(error))
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return ProjectBusy(
            f"{path.name} is being written by another program. Nothing was changed. "
            "Try again when it has finished."
        )
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return DiskProblem(
            f"{path.name} cannot be written: {error}. Everything saved before is safe. "
            "Free some space on the disk and try again."
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return UserError(
            f"{path.name} cannot be changed: it or its folder is read-only. Nothing was changed. "
            "Copy the project to a folder of yours and open the copy."
        )
    if name.startswith("SQLITE_CANTOPEN"):
        return UserError(
            f"{path.name} cannot be opened. Nothing was changed. "
            "Check that the file exists and that you may read it and its folder."
        )
    return error


def _damaged(path: Path, reason: str) -> UserError:
    if "not a database" in reason:
        return UserError(
            f"{path.name} is not an Annotator project, or its beginning is damaged. It was not "
            "changed. Choose another file, or open a backup of the project."
        )
    return UserError(
        f"Part of {path.name} cannot be read: {reason}. Nothing was changed. "
        "Open a backup of the project instead."
    )


_NAMES_BY_TEXT = {
    "file is not a database": "SQLITE_NOTADB",
    "malformed": "SQLITE_CORRUPT",
    "no such": "SQLITE_CORRUPT",
    "fts5": "SQLITE_CORRUPT",
    "Could not decode to UTF-8": "SQLITE_CORRUPT",
    "locked": "SQLITE_BUSY",
    "full": "SQLITE_FULL",
    "disk I/O": "SQLITE_IOERR",
    "readonly": "SQLITE_READONLY",
    "unable to open": "SQLITE_CANTOPEN",
}


def _name_from_text(text: str) -> str:
    """The error's name from its text, where the library tells none or that of any error."""
    return next((name for part, name in _NAMES_BY_TEXT.items() if part in text), "")
