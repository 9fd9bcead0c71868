"""Exports of tokens and tags of 800-word articles: the whole command against rows alone.

The floor is measured as that of `jsonl`: rows from the tables of a database to lines on the disk,
as a process of its own. `ratio_to_copied` is against rows that come from a file of lines. The goal
is that of 10,000 articles, where the start of processes hardly counts.

`python -m tests.benchmarks.bench_token_formats [--articles 10000] [--rounds 3] [--formats conll]`
"""

import argparse
import filecmp
import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.operations import exporting, importing, library
from annotator.operations.export_plan import ExportPlan
from annotator.storage.project import open_project
from tests.benchmarks import corpus, floor_rows, measuring
from tests.benchmarks.measuring import Figure, Run

FORMATS = ("hf-tokens", "conll", "spacy")
GOAL = "ratio at least 0.3 at 10,000 articles"
FLOOR = "tests.benchmarks.floor_rows"


def measure(
    folder: Path, *, articles: int, rounds: int, formats: Sequence[str] = FORMATS
) -> Figure:
    """The figures of each format, by name."""
    source = corpus.write(folder / "tokens.jsonl", articles)
    project = folder / "tokens.annotator"
    library.new_project(project, annotator="ana")
    with open_project(project, is_writable=True) as opened:
        importing.import_files(opened, [source], annotator="ana")
    exported = folder / "rows"
    _seconds_inside(project, exported, "hf-tokens")
    floor = _Floor(exported / "data.jsonl", folder)
    return {f"export_{name}": _figure(project, folder, floor, name, rounds) for name in formats}


class _Floor:
    """The rows, in both ways in which they are written again, byte for byte."""

    def __init__(self, rows: Path, folder: Path) -> None:
        self._rows, self._database, self._file = rows, folder / "rows.db", folder / "bare.jsonl"
        floor_rows.store(rows, self._database)

    def written(self) -> Run:
        return self._run("write", self._database)

    def copied(self) -> Run:
        return self._run("copy", self._rows)

    def written_inside(self) -> float:
        return measuring.seconds_of(lambda: floor_rows.write_rows(self._database, self._file))

    def _run(self, way: str, source: Path) -> Run:
        took = measuring.run(sys.executable, "-m", FLOOR, way, source, self._file)
        if not filecmp.cmp(self._file, self._rows, shallow=False):
            raise RuntimeError("the floor wrote other rows")
        return took


def _figure(project: Path, folder: Path, floor: _Floor, name: str, rounds: int) -> Figure:
    written = folder / f"out-{name}"
    ours, theirs, copied = measuring.alternately(
        rounds,
        lambda: measuring.annotator("export", project, written, "--format", name, "--force"),
        floor.written,
        floor.copied,
    )
    seconds = [each.seconds for each in ours]
    processor = [each.processor_seconds for each in ours]
    compared = measuring.compared
    return {
        **compared(seconds, [each.seconds for each in theirs], goal=GOAL),
        "ratio_to_copied": compared(seconds, [e.seconds for e in copied], goal="")["ratio"],
        # Of both processes together.
        "processor_ratio": compared(processor, [e.processor_seconds for e in theirs], goal="")[
            "ratio"
        ],
        "inside_ratio": compared(
            [_seconds_inside(project, written, name)], [floor.written_inside()], goal=""
        )["ratio"],
        "rounds": rounds,
    }


def _seconds_inside(project: Path, written: Path, name: str) -> float:
    with open_project(project) as opened:
        plan = ExportPlan(name)
        return measuring.seconds_of(
            lambda: exporting.export(opened, written, plan, is_replacing=True)
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--formats", nargs="+", default=FORMATS)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(
            measure(
                folder, articles=options.articles, rounds=options.rounds, formats=options.formats
            )
        )


if __name__ == "__main__":
    main()
