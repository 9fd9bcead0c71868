"""From the command to a usable window, and the commands that only say something.

`python -m tests.benchmarks.bench_start [--rounds 7]`. The program opens a project with the sample
articles, paints the first one and ends (`ANNOTATOR_SMOKE`); the floor is a bare main window in a
process of its own, shown and closed after its first paint. Both include the end of the process.
"""

import argparse
import sys
from pathlib import Path

from annotator.operations import library
from tests.benchmarks import measuring
from tests.benchmarks.measuring import Figure

BARE_WINDOW = "tests.benchmarks.bare_window"
GOAL = "at most 2.5 times the floor, and 0.8 s"
QUICK_GOAL = "below 0.15 s: no Qt and no database is loaded"


def measure(folder: Path, *, rounds: int) -> Figure:
    """All figures, by name."""
    project = folder / "sample.annotator"
    library.new_project(project, annotator="ana", with_sample=True)
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "ANNOTATOR_SMOKE": "1"}

    def window() -> float:
        return measuring.annotator("open", project, **offscreen).seconds

    def bare_window() -> float:
        return measuring.run(sys.executable, "-m", BARE_WINDOW, **offscreen).seconds

    measuring.alternately(1, window, bare_window)  # fonts and bytecode are cached from now on
    windows, bare = measuring.alternately(rounds, window, bare_window)
    figure = measuring.compared(windows, bare, goal=GOAL)
    figure |= {
        "times_the_floor": round(measuring.median(windows) / measuring.median(bare), 2),
        "fastest_seconds": round(min(windows), 4),
        "rounds": rounds,
    }
    return {
        "start": figure,
        "version": _quick(rounds, "--version"),
        "help": _quick(rounds, "--help"),
    }


def _quick(rounds: int, word: str) -> Figure:
    ours, python = measuring.alternately(
        rounds,
        lambda: measuring.annotator(word).seconds,
        lambda: measuring.run(sys.executable, "-c", "pass").seconds,
    )
    return measuring.compared(ours, python, goal=QUICK_GOAL)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, rounds=options.rounds))


if __name__ == "__main__":
    main()
