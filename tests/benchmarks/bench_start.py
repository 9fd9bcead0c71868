"""From the command to a usable window, and the commands that only say something.

`python -m tests.benchmarks.bench_start [--rounds 7] [--articles 1000]`. The program opens a
project, paints its first article and ends (`ANNOTATOR_SMOKE`); the floor, in turn with it, is a
bare main window in a process of its own, shown and closed after its first paint. `seconds` is until
the window can be used, from before the process began; `to_end_seconds` includes the end of the
process. On a busy machine `times_the_floor_by_processor` says more than the clock: the work done
until then.
"""

import argparse
import itertools
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from annotator.operations import importing, library
from annotator.storage.project import open_project
from tests.benchmarks import corpus, measuring
from tests.benchmarks.measuring import Figure, Run

GOAL = "at most 2.5 times the floor, and 0.8 s"
QUICK_GOAL = "below 0.15 s: no Qt and no database is loaded"
_BY_PROCESSOR = ("seconds", "floor_seconds", "times_the_floor", "fastest_times_the_floor")
ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "ANNOTATOR_SMOKE": "1"}


def measure(folder: Path, *, rounds: int, articles: int) -> Figure:
    """All figures, by name."""
    sample = folder / "sample.annotator"
    library.new_project(sample, annotator="ana", with_sample=True)
    large = _project(folder, articles)
    homes = itertools.count()
    if rounds > 1:
        _window("open", sample)  # Fonts and bytecode are cached from now on.
    starts = {
        "start": lambda: _window("open", sample),
        f"start_{articles}_articles": lambda: _window("open", large),
        "first_start": lambda: _window("open", home=folder / f"home-{next(homes)}"),
    }
    *ours, floor = measuring.alternately(rounds, *starts.values(), _bare_window)
    figures = {name: _figure(each, floor) for name, each in zip(starts, ours, strict=True)}
    return figures | _words(rounds, "version", "help")


@dataclass(frozen=True, slots=True)
class Start:
    """When a window could be used, and the whole process."""

    usable_seconds: float
    processor_seconds: float
    run: Run


def _window(*words: str | Path, home: Path | None = None) -> Start:
    own = {} if home is None else {"ANNOTATOR_HOME": str(home)}
    return _started("tests.benchmarks.started", *words, **own)


def _bare_window() -> Start:
    return _started("tests.benchmarks.bare_window")


def _started(module: str, *words: str | Path, **own: str) -> Start:
    began = time.monotonic()
    run = measuring.run(sys.executable, "-m", module, *words, **ENVIRONMENT, **own)
    usable, worked = (float(word) for word in run.output.split())
    return Start(usable - began, worked, run)


def _figure(ours: Sequence[Start], theirs: Sequence[Start]) -> Figure:
    figure = _times(
        [each.usable_seconds for each in ours], [each.usable_seconds for each in theirs], goal=GOAL
    )
    ends, floor_ends = _medians(ours), _medians(theirs)
    worked = _times(
        [each.processor_seconds for each in ours],
        [each.processor_seconds for each in theirs],
        goal=GOAL,
    )
    return figure | {
        **{f"{name}_by_processor": worked[name] for name in _BY_PROCESSOR},
        "to_end_seconds": round(ends, 4),
        "to_end_times_the_floor": round(ends / floor_ends, 2),
        "rounds": len(ours),
    }


def _medians(starts: Sequence[Start]) -> float:
    return measuring.median([each.run.seconds for each in starts])


def _words(rounds: int, *words: str) -> Figure:
    """What the command takes to say something, beside Python that does nothing."""
    *ours, floor = measuring.alternately(
        rounds,
        *(partial(measuring.annotator, f"--{word}", **ENVIRONMENT) for word in words),
        partial(measuring.run, sys.executable, "-c", "pass", **ENVIRONMENT),
    )
    bare = [each.seconds for each in floor]
    return {
        word: _times([each.seconds for each in runs], bare, goal=QUICK_GOAL)
        for word, runs in zip(words, ours, strict=True)
    }


def _times(seconds: Sequence[float], floor_seconds: Sequence[float], *, goal: str) -> Figure:
    return measuring.compared(seconds, floor_seconds, goal=goal) | {
        "times_the_floor": round(measuring.median(seconds) / measuring.median(floor_seconds), 2),
        "fastest_seconds": round(min(seconds), 4),
        "fastest_floor_seconds": round(min(floor_seconds), 4),
        "fastest_times_the_floor": round(min(seconds) / min(floor_seconds), 2),
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
