"""From the command to a usable window, and the commands that only say something.

`python -m tests.benchmarks.bench_start [--rounds 7] [--articles 1000]`. The program opens a
project, paints its first article and ends (`ANNOTATOR_SMOKE`); the floor is a bare main window in a
process of its own, shown and closed after its first paint. Both include the end of the process.
"""

import argparse
import itertools
import sys
from collections.abc import Callable
from pathlib import Path

from annotator.operations import importing, library
from annotator.storage.project import open_project
from tests.benchmarks import corpus, measuring
from tests.benchmarks.measuring import Figure, Run

GOAL = "at most 2.5 times the floor, and 0.8 s"
QUICK_GOAL = "below 0.15 s: no Qt and no database is loaded"
ENVIRONMENT = {
    "QT_QPA_PLATFORM": "offscreen",
    "ANNOTATOR_SMOKE": "1",
    # Who sets it would measure the compiling of Python.
    "PYTHONDONTWRITEBYTECODE": "",
}


def measure(folder: Path, *, rounds: int, articles: int) -> Figure:
    """All figures, by name."""
    sample = folder / "sample.annotator"
    library.new_project(sample, annotator="ana", with_sample=True)
    large = _project(folder, articles)
    homes = itertools.count()
    _start(sample)  # Fonts and bytecode are cached from now on.

    def first_start() -> Run:
        home = folder / f"home-{next(homes)}"
        return measuring.annotator("open", **ENVIRONMENT, ANNOTATOR_HOME=str(home))

    return {
        "start": _beside_bare_window(rounds, lambda: _start(sample)),
        f"start_{articles}_articles": _beside_bare_window(rounds, lambda: _start(large)),
        "first_start": _beside_bare_window(rounds, first_start),
        "version": _beside_python(rounds, "--version"),
        "help": _beside_python(rounds, "--help"),
    }


def _start(project: Path) -> Run:
    return measuring.annotator("open", project, **ENVIRONMENT)


def _bare_window() -> Run:
    return measuring.run(sys.executable, "-m", "tests.benchmarks.bare_window", **ENVIRONMENT)


def _bare_python() -> Run:
    return measuring.run(sys.executable, "-c", "pass", **ENVIRONMENT)


def _beside_bare_window(rounds: int, start: Callable[[], Run]) -> Figure:
    return _beside(rounds, start, _bare_window, goal=GOAL)


def _beside_python(rounds: int, word: str) -> Figure:
    return _beside(
        rounds, lambda: measuring.annotator(word, **ENVIRONMENT), _bare_python, goal=QUICK_GOAL
    )


def _beside(
    rounds: int, program: measuring.Process, floor: measuring.Process, *, goal: str
) -> Figure:
    ours, theirs = measuring.alternately(rounds, program, floor)
    seconds = [each.seconds for each in ours]
    floor_seconds = [each.seconds for each in theirs]
    processor = measuring.median([each.processor_seconds for each in ours])
    floor_processor = measuring.median([each.processor_seconds for each in theirs])
    return measuring.compared(seconds, floor_seconds, goal=goal) | {
        "times_the_floor": round(measuring.median(seconds) / measuring.median(floor_seconds), 2),
        "processor_times_the_floor": round(processor / floor_processor, 2),
        "fastest_seconds": round(min(seconds), 4),
        "fastest_floor_seconds": round(min(floor_seconds), 4),
        "rounds": rounds,
    }


def _project(folder: Path, articles: int) -> Path:
    """A project with this many articles of 800 words."""
    path = folder / f"start-{articles}.annotator"
    source = corpus.write(folder / f"start-{articles}.jsonl", articles)
    library.new_project(path, annotator=corpus.ANNOTATOR)
    with open_project(path, is_writable=True) as project:
        importing.import_files(project, [source], annotator=corpus.ANNOTATOR)
    return path


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--articles", type=int, default=1_000)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        figures = measure(folder, rounds=options.rounds, articles=options.articles)
        measuring.report(figures)


if __name__ == "__main__":
    main()
