"""Every format of dataset against orjson writing the reference lines, and the first line shown.

`python -m tests.benchmarks.bench_export_formats [--articles 300] [--formats jsonl frames conll]`
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from annotator.formats.registry import writable
from annotator.operations import export_preview, exporting, importing, library
from annotator.operations.export_plan import ExportPlan
from annotator.storage.project import Project, open_project
from tests.benchmarks import corpus, floor_import_export, measuring
from tests.benchmarks.measuring import Figure

GOALS = {"jsonl": 0.6, "conll": 0.3, "hf-tokens": 0.3, "spacy": 0.3}
LINE_GOAL = "below 100 ms"


def measure(folder: Path, *, articles: int, rounds: int, formats: Sequence[str] = ()) -> Figure:
    """The ratio of each format, and how long the export screen waits for its first line."""
    source = corpus.write(folder / "formats.jsonl", articles)
    database, bare = folder / "formats.db", folder / "formats-bare.jsonl"
    floor_import_export.insert_rows(database, source)
    path = folder / "formats.annotator"
    library.new_project(path, annotator="ana")
    figures: Figure = {}
    with open_project(path, is_writable=True) as project:
        importing.import_files(project, [source], annotator="ana")
        for each in writable():
            if formats and each.id not in formats:
                continue
            ours, floor = measuring.alternately(
                rounds,
                lambda name=each.id: _written(project, folder / "written", name),
                lambda: measuring.seconds_of(
                    lambda: floor_import_export.write_lines(database, bare)
                ),
            )
            goal = f"at least {GOALS[each.id]}" if each.id in GOALS else "none"
            figures[f"export_{each.id}"] = measuring.compared(ours, floor, goal=goal)
        figures["export_first_line"] = {
            "milliseconds": round(1000 * measuring.median(_first_lines(project)), 1),
            "goal": LINE_GOAL,
        }
    return figures


def _written(project: Project, place: Path, format_id: str) -> float:
    shutil.rmtree(place, ignore_errors=True)
    return measuring.seconds_of(lambda: exporting.export(project, place, ExportPlan(format_id)))


def _first_lines(project: Project) -> list[float]:
    plans = [ExportPlan(name) for name in ("jsonl", "frames", "jsonl", "frames", "jsonl")]
    return [
        measuring.seconds_of(lambda plan=plan: export_preview.first_record(project, plan, bool))
        for plan in plans
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--formats", nargs="+", default=[])
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(
            measure(
                folder, articles=options.articles, rounds=options.rounds, formats=options.formats
            )
        )


if __name__ == "__main__":
    main()
