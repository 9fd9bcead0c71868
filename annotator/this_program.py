"""Starting this program again, as a second process that does part of the work of the first."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, TypeAlias, cast

Process: TypeAlias = subprocess.Popen[bytes]


def started_again(word: str, *, gives_way: bool = False) -> Process | None:
    """This program called with one word of `annotator.__main__`, or None where none can start.

    Its input and output are pipes; what it complains about is dropped. `gives_way` lets, on
    Windows, what a person waits for go first; elsewhere the process lowers itself.
    """
    is_packed = getattr(sys, "frozen", False)
    program = [sys.executable] if is_packed else module("annotator")
    # Windows is told so of a new process; elsewhere there are no such words.
    names = ("CREATE_NO_WINDOW", "BELOW_NORMAL_PRIORITY_CLASS")[: 1 + gives_way]
    try:
        return subprocess.Popen(  # noqa: S603 - this program itself
            [*program, word],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            creationflags=sum(getattr(subprocess, name, 0) for name in names),
        )
    except OSError:
        return None


def module(name: str) -> list[str]:
    """The command that runs a module of this program, together with `environment`."""
    # Without -P a folder of our name, where the person happens to be, would be run instead.
    return [sys.executable, "-P", "-m", name]


def environment() -> dict[str, str]:
    """The environment of this process, in which Python finds this program wherever it lies."""
    places = [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}


def input_of(process: Process) -> IO[bytes]:
    """What the process reads."""
    return cast("IO[bytes]", process.stdin)


def output_of(process: Process) -> IO[bytes]:
    """What the process tells."""
    return cast("IO[bytes]", process.stdout)


def end(process: Process) -> None:
    """Stop the process, whatever it does, and leave nothing of it."""
    process.kill()
    for stream in (input_of(process), output_of(process)):
        with contextlib.suppress(BrokenPipeError):
            stream.close()
    process.wait()
