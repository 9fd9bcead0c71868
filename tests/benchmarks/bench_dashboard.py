"""The numbers of the dashboard: how long they take, beside counting rows one by one in Python.

`python -m tests.benchmarks.bench_dashboard [--articles 10000]`
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from annotator.gui.dashboard import reading
from annotator.operations import library
from annotator.storage.dashboard import Scope
from annotator.storage.project import open_project
from tests.benchmarks import bench_search, measuring
from tests.benchmarks.measuring import Figure


def measure(folder: Path, *, articles: int, rounds: int) -> Figure:
    """Seconds by the clock and of the processor until all numbers but agreement are there."""
    path = bench_search.project(folder, articles)
    seen, floor = measuring.alternately(
        rounds, lambda: _timed(lambda: _see(path)), lambda: _timed(lambda: _count(path))
    )
    seconds = measuring.median([each[1] for each in seen])
    floor_seconds = measuring.median([each[1] for each in floor])
    return {
        f"dashboard_{articles}_articles": {
            "annotations": _see(path),
            "seconds": round(measuring.median([each[0] for each in seen]), 3),
            "processor_seconds": round(seconds, 3),
            "floor_processor_seconds": round(floor_seconds, 3),
            "ratio": round(floor_seconds / seconds, 3),
            "goal": "10,000 articles within 1 s, from indexes",
        }
    }


def _see(path: Path) -> int:
    """What the screen reads when it is opened; how many annotations it counted."""
    with open_project(path) as project:
        roles = reading.roles_of(library.scheme_of(project))
    seen = reading.see(lambda _: True, path, Scope(), roles, roles.attributes[0])
    return seen.numbers.annotations


def _count(path: Path) -> int:
    """One of its numbers by loading every row."""
    with open_project(path) as project:
        rows = project.each_row("SELECT label, annotator, text, attributes FROM annotation")
        return Counter(label for label, *_ in rows).total()


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    began, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - processor


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, articles=options.articles, rounds=3))


if __name__ == "__main__":
    main()
