"""Only one program writes a project at a time, and the second is told who."""

import contextlib
import getpass
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from annotator.domain.errors import UserError


class ProjectLock:
    """Holds `NAME.annotator.lock` for as long as this process may write the project.

    A file of its own: a lock on the project itself would take part in SQLite's locking. The system
    lets go of it when the process ends, however it ends.
    """

    def __init__(self, project: Path) -> None:
        # Beside the file itself: a link to it must not be a second door.
        real = project.resolve()
        self._path = real.with_name(real.name + ".lock")
        self._file: IO[str] | None = None
        self._project = project

    def take(self) -> None:
        """Take the lock, or raise a UserError that names who has it."""
        self._file = self._opened()
        if not _try_lock(self._file):
            holder = self._holder()
            self._file.close()
            self._file = None
            raise UserError(
                f"{self._project.name} is open elsewhere ({holder}). Nothing was changed. "
                "Close it there, or work on a copy."
            )
        if not self._is_current():
            # Its last holder removed the file between our opening and our locking.
            self._file.close()
            self.take()
            return
        self._sign()

    def release(self) -> None:
        """Let others write."""
        if self._file is not None:
            self._path.unlink(missing_ok=True)
            self._file.close()
            self._file = None

    def _opened(self) -> IO[str]:
        try:
            return self._path.open("a+", encoding="utf-8")
        except OSError as error:
            raise UserError(
                f"{self._project.name} cannot be changed: {self._path.parent} takes no new file "
                f"({(error.strerror or 'refused').lower()}). Nothing was changed. "
                "Copy the project to a folder of yours that has room and open the copy."
            ) from error

    def _is_current(self) -> bool:
        try:
            return self._file is not None and os.path.samestat(
                os.fstat(self._file.fileno()), self._path.stat()
            )
        except FileNotFoundError:
            return False

    def _sign(self) -> None:
        if self._file is None:
            return
        words = f"{_account()} on {_computer()}, process {os.getpid()}\n"
        self._file.seek(0)
        self._file.truncate()
        # On a full disk the name is missing and the lock holds all the same.
        with contextlib.suppress(OSError):
            os.write(self._file.fileno(), words.encode(errors="replace"))

    def _holder(self) -> str:
        if self._file is None:
            return "another program"
        self._file.seek(0)
        return self._file.readline().strip() or "another program"


@contextlib.contextmanager
def claimed(folder: Path) -> Iterator[bool]:
    """Hold a folder until the end, also that of the process; tell whether nobody else does.

    False as well where the system knows no such hold of folders.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield _try_lock(handle)
    finally:
        os.close(handle)


def _computer() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "this computer")
    return os.uname().nodename


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[str]) -> bool:
        # Far behind the text, so that others can still read who holds it.
        file.seek(1 << 20)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: IO[str] | int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
