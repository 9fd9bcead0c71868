"""Import and export of 800-word articles: the whole command against bare rows and lines.

`python -m tests.benchmarks.bench_import_export [--articles 1000 10000] [--rounds 3]`
"""

import argparse
import filecmp
import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.operations import checking, exporting, importing, library
from annotator.storage.project import open_project
from tests.benchmarks import corpus, floor_import_export, measuring
from tests.benchmarks.measuring import Figure, Run

FLOOR = "tests.benchmarks.floor_import_export"
PEAK = "tests.benchmarks.peak"
IMPORT_GOAL = "ratio at least 0.4 at 10,000 articles"
EXPORT_GOAL = "ratio at least 0.5 at 10,000 articles"
MEMORY_GOAL = "less than 30 MB more at ten times the articles"


def measure(folder: Path, *, articles: Sequence[int], rounds: int) -> Figure:
    """All figures, by name."""
    if rounds > 1:
        _Bench(folder, corpus.write(folder / "one.jsonl", 1), 0).warm_up()
    figures: Figure = {}
    peaks: dict[int, float] = {}
    for count in articles:
        source = corpus.write(folder / f"articles-{count}.jsonl", count)
        bench = _Bench(folder, source, count)
        figures[f"import_{count}"] = _figure(
            rounds, bench.import_command, bench.import_floor, IMPORT_GOAL
        ) | bench.inside(bench.import_inside, bench.import_floor_inside)
        figures[f"export_{count}"] = _figure(
            rounds, bench.export_command, bench.export_floor, EXPORT_GOAL
        ) | bench.inside(bench.export_inside, bench.export_floor_inside)
        peaks[count] = bench.export_peak()
        figures[f"check_{count}"] = bench.check()
    smallest, largest = min(peaks), max(peaks)
    figures["export_memory"] = {
        "megabytes": {str(count): round(peak, 1) for count, peak in peaks.items()},
        "growth_megabytes": round(peaks[largest] - peaks[smallest], 1),
        "goal": MEMORY_GOAL,
    }
    return figures


class _Bench:
    """One corpus, in all the ways in which it is brought in and out."""

    def __init__(self, folder: Path, source: Path, count: int) -> None:
        self._source = source
        self._project = folder / f"{count}.annotator"
        self._database = folder / f"{count}.db"
        self._written = folder / f"written-{count}.jsonl"
        self._bare = folder / f"bare-{count}.jsonl"

    def warm_up(self) -> None:
        """Have the bytecode of everything written."""
        self.import_command()
        self.import_floor()
        self.export_command()
        self.export_floor()

    def import_command(self) -> Run:
        self._fresh_project()
        return measuring.annotator("import", self._project, self._source)

    def import_floor(self) -> Run:
        self._database.unlink(missing_ok=True)
        return measuring.run(sys.executable, "-m", FLOOR, "import", self._database, self._source)

    def export_command(self) -> Run:
        took = measuring.annotator("export", self._project, self._written, "--force")
        self._check_bytes(self._written)
        return took

    def export_floor(self) -> Run:
        took = measuring.run(sys.executable, "-m", FLOOR, "export", self._database, self._bare)
        self._check_bytes(self._bare)
        return took

    def inside(self, program: measuring.Work, floor: measuring.Work) -> Figure:
        """The same in this process, without the start of an interpreter."""
        ours, theirs = measuring.alternately(2, program, floor)
        figure = measuring.compared(ours, theirs, goal="")
        return {f"inside_{name}": figure[name] for name in ("seconds", "floor_seconds", "ratio")}

    def import_inside(self) -> float:
        self._fresh_project()
        with open_project(self._project, is_writable=True) as project:
            return measuring.seconds_of(
                lambda: importing.import_files(project, [self._source], annotator="ana")
            )

    def import_floor_inside(self) -> float:
        self._database.unlink(missing_ok=True)
        return measuring.seconds_of(
            lambda: floor_import_export.insert_rows(self._database, self._source)
        )

    def export_inside(self) -> float:
        with open_project(self._project) as project:
            return measuring.seconds_of(
                lambda: exporting.export(project, self._written, is_replacing=True)
            )

    def export_floor_inside(self) -> float:
        return measuring.seconds_of(
            lambda: floor_import_export.write_lines(self._database, self._bare)
        )

    def export_peak(self) -> float:
        """The largest resident memory of the export, in MB."""
        words = ("export", self._project, self._written, "--force")
        return float(measuring.run(sys.executable, "-m", PEAK, *words).output)

    def check(self) -> Figure:
        """Proving the whole project, against what SQLite alone needs to look through the file."""
        with open_project(self._project) as project:
            floor = measuring.seconds_of(lambda: project.rows("PRAGMA integrity_check"))
            seconds = measuring.seconds_of(lambda: checking.check(project))
        return measuring.compared([seconds], [floor], goal="none")

    def _fresh_project(self) -> None:
        self._project.unlink(missing_ok=True)
        library.new_project(self._project, annotator="ana")

    def _check_bytes(self, written: Path) -> None:
        if not filecmp.cmp(written, self._source, shallow=False):
            raise RuntimeError(f"{written.name} is not what was imported")


def _figure(rounds: int, program: measuring.Process, floor: measuring.Process, goal: str) -> Figure:
    ours, theirs = measuring.alternately(rounds, program, floor)
    figure = measuring.compared(
        [each.seconds for each in ours], [each.seconds for each in theirs], goal=goal
    )
    processor = measuring.compared(
        [each.processor_seconds for each in ours],
        [each.processor_seconds for each in theirs],
        goal="",
    )
    return {**figure, "processor_ratio": processor["ratio"], "rounds": rounds}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, articles=options.articles, rounds=options.rounds))


if __name__ == "__main__":
    main()
