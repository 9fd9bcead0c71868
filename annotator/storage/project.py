"""Opening, making and closing project files."""

import contextlib
import glob
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from annotator.domain.errors import UserError
from annotator.domain.identity import new_id
from annotator.storage import sqlite
from annotator.storage.durable import sync_file, sync_folder
from annotator.storage.lock import ProjectLock
from annotator.storage.sqlite import DiskProblem, FileMoved, ProjectBusy

APPLICATION_ID = 0x416E6E6F
"""The mark of a project file in the SQLite header: the letters `Anno`."""

SCHEMA_VERSION = 7
SUFFIX = ".annotator"

_LOG_ENDINGS = ("-wal", "-journal")
_OWN_ENDINGS = ("", *_LOG_ENDINGS, "-shm", ".lock")

T = TypeVar("T")


class Project:
    """An open project file; one object per thread.

    Reading is done by the modules of this package, one per record; writing by `journal` alone.
    """

    def __init__(
        self, path: Path, connection: sqlite.Connection, *, device: str, lock: ProjectLock | None
    ) -> None:
        self.path = path
        self.device = device
        self._connection = connection
        self._lock = lock
        self._depth = 0
        self._opened = path.stat()

    def owns(self, path: Path) -> bool:
        """Whether a path is the project or a file beside it, which only SQLite may open.

        An `open()` of these in this process would drop the locks that SQLite holds.
        """
        own, other = self.path.resolve(), path.resolve()
        return other.parent == own.parent and other.name.removeprefix(own.name) in _OWN_ENDINGS

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with sqlite.errors_in_words(self.path):
            return self._connection.execute(statement, parameters).fetchall()

    def each_row(self, statement: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query one by one, for more than fits into memory."""
        with sqlite.errors_in_words(self.path):
            # Not `yield from`: it would close the cursor of a reading broken off, after the file.
            for row in self._connection.execute(statement, parameters):  # noqa: UP028
                yield row

    def value(self, statement: str, parameters: Sequence[Any] = ()) -> Any:
        """The first column of the first row of a query, or None."""
        rows = self.rows(statement, parameters)
        return rows[0][0] if rows else None

    def execute(self, statement: str, parameters: Sequence[Any] = ()) -> int:
        """Run one writing statement; only for `journal`. Gives the number of rows touched."""
        with sqlite.errors_in_words(self.path):
            return self._connection.execute(statement, parameters).rowcount

    def execute_many(self, statement: str, parameters: Sequence[Sequence[Any]]) -> None:
        """Run one writing statement for many rows; only for `journal`."""
        with sqlite.errors_in_words(self.path):
            self._connection.executemany(statement, parameters)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; inside another transaction, a part that can fail on its own.

        Raises:
            FileMoved: the file is no longer where it was, so what is written would be lost.
        """
        outermost = self._depth == 0
        if outermost:
            self._check_in_place()
        self._depth += 1
        name = f"part_{self._depth}"
        begin = "BEGIN IMMEDIATE" if outermost else f"SAVEPOINT {name}"
        end = "COMMIT" if outermost else f"RELEASE {name}"
        try:
            self.execute(begin)
            try:
                yield
                self.execute(end)
            except BaseException:
                self._roll_back(None if outermost else name)
                raise
        finally:
            self._depth -= 1

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Reading inside sees one state of the project, whatever others write meanwhile."""
        self.rows("BEGIN")
        try:
            yield
        finally:
            self._roll_back(None)

    def _check_in_place(self) -> None:
        """SQLite writes on into a file that was deleted, and says that all is well."""
        try:
            is_in_place = os.path.samestat(self._opened, self.path.stat())
        except OSError:
            is_in_place = False
        if not is_in_place:
            raise FileMoved(
                f"{self.path.name} is not where it was: it was moved, deleted or replaced. "
                "Nothing was changed. Put it back and try again."
            )

    def _roll_back(self, name: str | None) -> None:
        # A full disk may have rolled back already; a second time is then an error.
        with contextlib.suppress(sqlite.OperationalError):
            if name is None:
                self._connection.execute("ROLLBACK")
            else:
                self._connection.execute(f"ROLLBACK TO {name}")
                self._connection.execute(f"RELEASE {name}")

    def checkpoint(self) -> None:
        """Move what the write-ahead log holds into the file itself."""
        with contextlib.suppress(UserError, sqlite.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> "Project":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create(path: Path, fill: Callable[[Project], None]) -> None:
    """Make a project file and let `fill` put the first records into it; whole or not at all.

    Raises:
        UserError: the file exists, its folder does not, it cannot be written, or steps of a project
            that had its name lie beside it.
    """
    if path.exists():
        raise _there_already(path)
    _check_no_log(path)
    if not path.parent.is_dir():
        raise UserError(
            f"There is no folder {path.parent}. Nothing was made. Make the folder first."
        )
    draft = path.with_name(f".{path.name}.{new_id()}.tmp")
    try:
        _make(draft)
        with open_project(draft, is_writable=True) as project:
            fill(project)
            project.checkpoint()
        sync_file(draft)
        _put_in_place(draft, path)
        sync_folder(path.parent)
    except DiskProblem as error:
        raise UserError(
            f"{path.name} cannot be made: the disk refuses it. Nothing was made. "
            "Free some space on the disk, or choose another folder."
        ) from error
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be made: {error.strerror}. Nothing was made. "
            "Choose another folder."
        ) from error
    finally:
        for leftover in path.parent.glob(f"{glob.escape(draft.name)}*"):
            leftover.unlink(missing_ok=True)


def _there_already(path: Path) -> UserError:
    return UserError(
        f"{path.name} exists already. It was not changed. "
        "Choose another name, or open it with: annotator open"
    )


def _check_no_log(path: Path) -> None:
    """SQLite would write the last steps of a project that is gone into the new one."""
    for ending in _LOG_ENDINGS:
        log = path.with_name(path.name + ending)
        if log.is_file() and log.stat().st_size:
            raise UserError(
                f"{log.name} holds the last steps of another project that was called {path.name}. "
                "Nothing was made. Choose another name, or move that file away first."
            )


def _put_in_place(draft: Path, path: Path) -> None:
    """Give a whole project its name; one that somebody made meanwhile keeps it."""
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise _there_already(path) from error
    except OSError:  # a disk on which a file has one name only
        draft.replace(path)


def open_project(path: Path, *, is_writable: bool = False) -> Project:
    """Open a project file, for reading or as the one process that writes it.

    Raises:
        UserError: there is no such file, it is no project, damaged, made by a newer program,
            read-only, or open for writing elsewhere.
    """
    _check_there(path)
    lock = ProjectLock(path) if is_writable else None
    if lock is not None:
        _check_writable(path)
        lock.take()
    try:
        connection = _connected(path, is_writable=is_writable)
        try:
            return Project(path, connection, device=_device(connection, path), lock=lock)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _make(path: Path) -> None:
    from annotator.storage import migrations
    from annotator.storage.toolkit import Database

    path.touch(exist_ok=False)
    connection = sqlite.connect(path)
    with sqlite.errors_in_words(path):
        # Nothing of a draft counts before it is whole: `create` waits for the disk then, once.
        connection.execute("PRAGMA synchronous = OFF")
        migrations.apply(Database(connection))
        connection.execute("INSERT INTO device VALUES (?)", (new_id(),))
        connection.execute(f"PRAGMA journal_mode = {sqlite.journal_mode()}")
    connection.close()


def _check_there(path: Path) -> None:
    if not path.exists():
        raise UserError(
            f"There is no project {path}. Nothing was changed. "
            f"Check the name, or make it with: annotator new {path}"
        )
    if path.is_dir():
        raise UserError(f"{path} is a folder, not a project. Give the name of a {SUFFIX} file.")
    if not path.is_file():
        raise UserError(f"{path} is no file. Nothing was changed. Choose a {SUFFIX} file.")


def _check_writable(path: Path) -> None:
    if not os.access(path, os.W_OK):
        raise UserError(
            f"{path.name} cannot be changed: the file is read-only. Nothing was changed. "
            "Copy the project to a folder of yours and open the copy."
        )


def _connected(path: Path, *, is_writable: bool) -> sqlite.Connection:
    with sqlite.errors_in_words(path):
        connection = _readable(path) if not is_writable else sqlite.connect(path)
        try:
            _check_header(connection, path)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version < SCHEMA_VERSION and is_writable:
                _migrate(connection, path)
            elif version < SCHEMA_VERSION:
                raise UserError(
                    f"{path.name} was made by an older version. It was not changed. "
                    "Open it once in the window to bring it up to date, or let a command write to "
                    "it, such as: annotator import"
                )
        except BaseException:
            connection.close()
            raise
        return connection


def _readable(path: Path) -> sqlite.Connection:
    """A reading connection, also where SQLite cannot create its side files: a full disk, too."""
    connection = sqlite.connect(path, is_writable=False)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite.OperationalError as error:
        connection.close()
        if not os.access(path, os.R_OK) or isinstance(sqlite.in_words(error, path), ProjectBusy):
            raise
        _check_log(path)
        return sqlite.connect(path, is_writable=False, is_immutable=True)
    return connection


def _check_log(path: Path) -> None:
    """Refuse a log that cannot be read with its project: that would be an earlier state of it."""
    log = path.with_name(f"{path.name}-wal")
    if log.is_file() and log.stat().st_size:
        raise UserError(
            f"{path.name} cannot be read here with {log.name}, which holds its latest steps. "
            "Nothing was changed. Copy both to a folder of yours that has room and open the copy."
        )


def _check_header(connection: sqlite.Connection, path: Path) -> None:
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlite.DatabaseError as error:
        if "not a database" not in str(error):
            raise
        application = 0
    if application != APPLICATION_ID:
        raise UserError(
            f"{path.name} is not an Annotator project. It was not changed. "
            f"Choose a {SUFFIX} file, or bring articles in with: annotator import"
        )
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise UserError(
            f"{path.name} was made with a newer version of Annotator (file version {version}, "
            f"this program knows {SCHEMA_VERSION}). It was not changed. Update the program."
        )


def _migrate(connection: sqlite.Connection, path: Path) -> None:
    from annotator.storage import migrations
    from annotator.storage.toolkit import Database

    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > 0:
        _copy_aside(connection, path)
    migrations.apply(Database(connection))


def _copy_aside(connection: sqlite.Connection, path: Path) -> None:
    """Keep the project as it was; under its name only when it is whole and on the disk."""
    copy = _free_name(path, f"-before-version-{SCHEMA_VERSION}")
    draft = copy.with_name(f".{copy.name}.{new_id()}.tmp")
    try:
        connection.execute("VACUUM INTO ?", (str(draft),))
        sync_file(draft)
        draft.replace(copy)
        sync_folder(copy.parent)
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be copied before it is brought up to date ({error.strerror}). "
            "It was not changed. Copy it to a folder of yours and open the copy."
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def _free_name(path: Path, mark: str) -> Path:
    """A name beside the project that nothing has yet: the copy of an earlier day is kept."""
    numbers = ("", *(f"-{number}" for number in range(2, 1_000)))
    names = (path.with_name(f"{path.stem}{mark}{number}{path.suffix}") for number in numbers)
    return next(name for name in names if not name.exists())


def _device(connection: sqlite.Connection, path: Path) -> str:
    with sqlite.errors_in_words(path):
        row = connection.execute("SELECT id FROM device").fetchone()
    if row is None:
        raise UserError(
            f"Part of {path.name} cannot be read: it names no device. Nothing was changed. "
            "Open a backup of the project instead."
        )
    return str(row[0])
