"""Opening an article in the review, and deciding a difference, in the real window.

`python -m tests.benchmarks.bench_review [--rounds 7]`: 3,600 words and three annotators with 133
and with 400 annotations each, a fifth of them different. The floor of opening is the same article
in the article view, for one annotator; all times are of the processor.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson

from annotator.operations import importing, library
from annotator.storage.project import open_project
from tests.benchmarks import corpus, measuring
from tests.benchmarks.measuring import Figure

PEOPLE = ("ana", "ben", "chi")
WORDS = 3_600
ARTICLE = "article-000000"
GOAL = "open at most 150 ms"


def measure(folder: Path, *, rounds: int, counts: tuple[int, ...] = (133, 400)) -> Figure:
    """Figures by the number of annotations that each annotator has."""
    return {f"review_{count}_each": _figure(folder, count, rounds) for count in counts}


def _figure(folder: Path, count: int, rounds: int) -> Figure:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Only here: the others in this folder need no window.
    from PySide6.QtWidgets import QApplication

    from annotator.gui import application

    application.application()
    path = _project(folder, count)
    window = application.make_window(path)
    window.resize(1280, 800)
    window.show()
    session = window.session
    assert session is not None
    window.screens.review()
    screen: Any = window.screens.screen("review")

    def open_review() -> None:
        screen.docket = None
        screen.open(ARTICLE)
        screen.view.viewport().repaint()

    def open_article() -> None:
        assert session.open_article(ARTICLE)
        window.annotating.view.viewport().repaint()  # type: ignore[union-attr]

    def decide() -> None:
        screen.deciding.take_left()
        screen.view.viewport().repaint()

    taken: dict[str, list[float]] = {"open": [], "floor_open": [], "decide": []}
    for _ in range(rounds):
        window.screens.annotate()
        taken["floor_open"].append(_processor_seconds(open_article))
        window.screens.review()
        taken["open"].append(_processor_seconds(open_review))
        taken["decide"].append(_processor_seconds(decide))
        QApplication.processEvents()
    left = len(screen.docket.state.left)
    window.close()
    figures = {name: measuring.spread(seconds) for name, seconds in taken.items()}
    return {**figures, "differences_left": left, "goal": GOAL}


def _processor_seconds(work: Callable[[], None]) -> float:
    """What the processor took for it, whatever else the machine does meanwhile."""
    began = time.process_time()
    work()
    return time.process_time() - began


def _project(folder: Path, count: int) -> Path:
    path = folder / f"review-{count}.annotator"
    library.new_project(path, annotator="eva")
    source = folder / f"review-{count}.jsonl"
    source.write_bytes(b"".join(_lines(count)))
    with open_project(path, is_writable=True) as project:
        report = importing.import_files(project, [source], annotator="eva")
    assert not report.problems, report.problems[:1]
    return path


def _lines(count: int) -> list[bytes]:
    record = corpus.record(0, words=WORDS, annotations=count, relations=count // 5)
    lines = []
    for number, name in enumerate(PEOPLE):
        spans = [each for place, each in enumerate(record["spans"]) if (place + number) % 15]
        known = {each["id"] for each in spans}
        links = [r for r in record["relations"] if {r["from"], r["to"]} <= known]
        own = {"id": ARTICLE, "annotator": name, "status": "finished", "spans": spans}
        lines.append(orjson.dumps({**record, **own, "relations": links}) + b"\n")
    return lines


def main() -> None:
    """Print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    with measuring.own_folder() as folder:
        figures = measure(folder, rounds=given.rounds)
    json.dump({**figures, "machine": measuring.machine()}, sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
