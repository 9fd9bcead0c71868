"""What every benchmark needs: clocks, medians, processes, and the state of the machine."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[2]

Figure = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took, by the wall clock and of the processor, and what it printed."""

    seconds: float
    processor_seconds: float
    output: str


Work = Callable[[], float]
"""Something that tells how many seconds it took."""

Process = Callable[[], Run]


def run(*command: str | Path, **environment: str) -> Run:
    """Run a process to its end, which has to be a good one."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    # An installed program has its bytecode; without this each start would compile it anew.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command], cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    output = process.stdout.read()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, output)


def annotator(*words: str | Path, **environment: str) -> Run:
    """Run the `annotator` command."""
    return run(sys.executable, "-m", "annotator", *words, **environment)


def seconds_of(work: Callable[[], object]) -> float:
    """How long a piece of work in this process takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def alternately(count: int, *works: Callable[[], Any]) -> list[list[Any]]:
    """The results of pieces of work run in turn, so that a busy minute falls on all of them."""
    results = [[work() for work in works] for _ in range(count)]
    return [list(column) for column in zip(*results, strict=True)]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: int) -> float:
    """The value that this many of a hundred do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share / 100 * (len(ordered) - 1)))]


def spread(values: Sequence[float]) -> Figure:
    """Median and the slow end of a measurement, in milliseconds."""
    shares = {"p50": 50, "p95": 95, "p99": 99}
    named = {name: round(percentile(values, share) * 1000, 2) for name, share in shares.items()}
    return {**named, "max": round(max(values) * 1000, 2), "count": len(values)}


def compared(program: Sequence[float], floor: Sequence[float], *, goal: str) -> Figure:
    """Medians of both; the ratio is the program's speed as a part of the floor's."""
    seconds, floor_seconds = median(program), median(floor)
    return {
        "seconds": round(seconds, 4),
        "floor_seconds": round(floor_seconds, 4),
        "ratio": round(floor_seconds / seconds, 3),
        "goal": goal,
    }


def megabytes_now() -> float:
    """The resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_048_576


@contextmanager
def own_folder() -> Iterator[Path]:
    """A folder for projects and settings that is gone afterwards."""
    with TemporaryDirectory(prefix="annotator-benchmark-") as name:
        os.environ["ANNOTATOR_HOME"] = str(Path(name) / "home")
        yield Path(name)


def machine() -> Figure:
    """How busy the machine is, without which no figure means much."""
    load = [round(value, 2) for value in os.getloadavg()]
    return {"processors": os.cpu_count(), "load_average": load, "python": sys.version.split()[0]}


def report(figures: Figure) -> None:
    """Print the figures as one JSON object."""
    json.dump({**figures, "machine": machine()}, sys.stdout, indent=2)
    sys.stdout.write("\n")
