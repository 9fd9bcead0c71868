"""Exports of tokens and tags of 800-word articles: the whole command against rows alone.

`python -m tests.benchmarks.bench_token_formats [--articles 1000] [--rounds 3]`
"""

import argparse
import sys
from pathlib import Path

from annotator.operations import exporting, importing, library
from annotator.operations.export_plan import ExportPlan
from annotator.storage.project import open_project
from tests.benchmarks import corpus, floor_rows, measuring
from tests.benchmarks.measuring import Figure

FORMATS = ("hf-tokens", "conll", "spacy")
GOAL = "ratio at least 0.3"
FLOOR = "tests.benchmarks.floor_rows"


def measure(folder: Path, *, articles: int, rounds: int) -> Figure:
    """The figures of each format, by name."""
    source = corpus.write(folder / "tokens.jsonl", articles)
    project = folder / "tokens.annotator"
    library.new_project(project, annotator="ana")
    with open_project(project, is_writable=True) as opened:
        importing.import_files(opened, [source], annotator="ana")
    rows = folder / "rows"
    measuring.annotator("export", project, rows, "--format", "hf-tokens", "--force")
    return {
        f"export_{name}": _figure(project, folder, rows / "data.jsonl", name, rounds)
        for name in FORMATS
    }


def _figure(project: Path, folder: Path, rows: Path, name: str, rounds: int) -> Figure:
    written, bare = folder / f"out-{name}", folder / "bare.jsonl"
    ours, theirs = measuring.alternately(
        rounds,
        lambda: measuring.annotator("export", project, written, "--format", name, "--force"),
        lambda: measuring.run(sys.executable, "-m", FLOOR, rows, bare),
    )
    figure = measuring.compared(
        [each.seconds for each in ours], [each.seconds for each in theirs], goal=GOAL
    )
    processor = measuring.compared(
        [each.processor_seconds for each in ours],
        [each.processor_seconds for each in theirs],
        goal="",
    )
    inside = measuring.compared(
        [_seconds_inside(project, written, name)],
        [measuring.seconds_of(lambda: floor_rows.write_rows(rows, bare))],
        goal="",
    )
    return {
        **figure,
        # Of both processes together.
        "processor_ratio": processor["ratio"],
        "inside_ratio": inside["ratio"],
        "inside_seconds": inside["seconds"],
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
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, articles=options.articles, rounds=options.rounds))


if __name__ == "__main__":
    main()
