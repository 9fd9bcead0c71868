"""Reading what comes in: little of it here, much of it in a process of its own.

The second process takes a second processor, and leaves this one to a window that must not wait.
It is this program again, called with one word; what to read goes to its standard input, and what
it found comes from its standard output. It stops when its input ends, also if this process dies.
"""

import contextlib
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias, cast

from annotator import this_program
from annotator.domain.errors import UserError
from annotator.formats.import_map import ImportMap
from annotator.formats.sources import Source
from annotator.operations.bulk import without_cycle_search
from annotator.operations.dataset_files import incoming
from annotator.operations.import_report import ImportReport
from annotator.operations.importer import Importer, Portions, Progress
from annotator.operations.portions import PortionSize
from annotator.storage.batches import Batch
from annotator.storage.project import Project, open_project
from annotator.this_program import Process, end, input_of, output_of

MUCH = 4_000_000
"""From how many bytes on a process of its own is worth its start of a quarter of a second."""

COMMAND = "--read-for-import"
"""What `annotator.__main__` is called with to be the second process."""

Found: TypeAlias = int | Batch | ImportReport
"""What the second process sends: how many articles it looked at, a portion, last of all its report;
or the exception that ended it."""

_READY = 0
_SECONDS_BETWEEN_NEWS = 0.1
_NICENESS = 10
_ENDED = (
    "The files were not read to their end, because the system stopped their reader. What came in "
    "before is safe. Import the same files again; what is there already is passed over."
)


@dataclass(frozen=True, slots=True)
class _Request:
    """What the second process is to read."""

    project: Path
    paths: tuple[Path, ...]
    annotator: str
    format_id: str | None
    told: ImportMap | None
    size: PortionSize
    gives_way: bool


class Reading:
    """What files hold that a project lacks; the report is whole when the portions have ended."""

    def __init__(
        self,
        project: Project,
        paths: Sequence[Path],
        *,
        annotator: str,
        format_id: str | None = None,
        told: ImportMap | None = None,
        size: PortionSize,
        gives_way: bool = False,
    ) -> None:
        """Nothing is read yet; `gives_way` lets what a person waits for go first."""
        self.report = ImportReport()
        self._project = project
        self._request = _Request(
            project.path, tuple(paths), annotator, format_id, told, size, gives_way
        )

    def portions(self, report_progress: Progress | None = None) -> Portions:
        """What is new, in portions, each one step.

        Raises:
            UserError: the second process was stopped by the system.
        """
        process = _started(self._request) if _are_much(self._request.paths) else None
        return (
            self._here(report_progress) if process is None else self._of(process, report_progress)
        )

    def _here(self, report_progress: Progress | None) -> Portions:
        importer = Importer(
            self._project, annotator=self._request.annotator, told=self._request.told
        )
        self.report = importer.report
        return _portions(importer, self._request, report_progress)

    def _of(self, process: Process, report_progress: Progress | None) -> Portions:
        """What the second process sends, to its report; it ends with us whatever happens."""
        try:
            while not isinstance(found := _received(process), ImportReport):
                if isinstance(found, Batch):
                    yield found
                elif report_progress and not report_progress(found):
                    input_of(process).close()
            self.report = found
        finally:
            end(process)


def _portions(importer: Importer, request: _Request, progress: Progress | None) -> Portions:
    return importer.portions(
        incoming(request.paths),
        format_id=request.format_id,
        report_progress=progress,
        size=request.size,
    )


def _are_much(paths: Sequence[Path]) -> bool:
    sizes = (found.size or 0 for found in incoming(paths) if isinstance(found, Source))
    return any(total >= MUCH for total in accumulate(sizes))


def _started(request: _Request) -> Process | None:
    """The second process at work, or None where there can be none."""
    process = this_program.started_again(COMMAND, gives_way=request.gives_way)
    if process is None:
        return None
    try:
        pickle.dump(request, input_of(process))
        input_of(process).flush()
        if _received(process) == _READY:
            return process
    except (OSError, UserError):
        pass
    end(process)
    return None


def _received(process: Process) -> Found:
    """The next thing that the second process found; what it raised is raised here."""
    try:
        found = pickle.load(output_of(process))  # noqa: S301 - from our own process
    except (EOFError, pickle.UnpicklingError) as error:
        raise UserError(_ENDED) from error
    if isinstance(found, Exception):
        raise found
    return cast("Found", found)


def serve() -> int:
    """What the second process does: read one request, send what it finds."""
    # Ctrl+C goes to every process of a terminal; the first one decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    is_stopped = threading.Event()

    def send(found: object) -> None:
        pickle.dump(found, output, protocol=5)
        output.flush()

    try:
        request = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this
        threading.Thread(target=_wait_for_end, args=(is_stopped,), daemon=True).start()
        send(_READY)
        if request.gives_way and hasattr(os, "nice"):
            os.nice(_NICENESS)
        with without_cycle_search():
            _read(request, send, is_stopped)
    except Exception as error:  # noqa: BLE001 - raised again by the first process
        error.add_note(traceback.format_exc())
        with contextlib.suppress(OSError):
            send(error)
        return 1
    return 0


def _read(request: _Request, send: Callable[[object], None], is_stopped: threading.Event) -> None:
    told = 0.0

    def report_progress(count: int) -> bool:
        nonlocal told
        if time.monotonic() - told > _SECONDS_BETWEEN_NEWS:
            told = time.monotonic()
            send(count)
        return not is_stopped.is_set()

    with open_project(request.project) as project:
        importer = Importer(project, annotator=request.annotator, told=request.told)
        for portion in _portions(importer, request, report_progress):
            send(portion)
        send(importer.report)


def _wait_for_end(is_stopped: threading.Event) -> None:
    """Notice that the first process closed our input, or is no more."""
    # Not through sys.stdin, whose lock the end of this process would wait for.
    while os.read(0, 1):
        pass
    is_stopped.set()
