"""Agreement of three people with intervals: how long it takes, beside reading the same rows.

`python -m tests.benchmarks.bench_agreement [--articles 1000]`
"""

import argparse
import random
import time
from pathlib import Path
from typing import Any

import orjson

from annotator.operations import agreement, importing, library
from annotator.storage import finished
from annotator.storage.project import open_project
from tests.benchmarks import corpus, measuring
from tests.benchmarks.measuring import Figure

PEOPLE = ("ana", "ben", "chi")


def measure(folder: Path, *, articles: int, rounds: int) -> Figure:
    """Seconds of the processor and of the clock for every figure, and for reading alone."""
    path = project(folder, articles)
    timed, floor = measuring.alternately(
        rounds, lambda: _timed(lambda: _figures(path)), lambda: _timed(lambda: _read(path))
    )
    figures, steps = _figures(path)
    seconds = measuring.median([each[1] for each in timed])
    floor_seconds = measuring.median([each[1] for each in floor])
    return {
        "agreement": {
            "articles": articles,
            "people": len(PEOPLE),
            "annotations": articles * len(PEOPLE) * corpus.ANNOTATIONS,
            "figures": figures,
            "progress_reports": steps,
            "seconds": round(measuring.median([each[0] for each in timed]), 2),
            "processor_seconds": round(seconds, 2),
            "floor_processor_seconds": round(floor_seconds, 2),
            "ratio": round(floor_seconds / seconds, 3),
            "goal": "1,000 articles of three people within 5 s, with intervals",
        }
    }


def project(folder: Path, articles: int) -> Path:
    """A project of which three people labelled every article, each a little otherwise."""
    path = folder / f"agreement-{articles}.annotator"
    if path.exists():
        return path
    library.new_project(path, annotator=PEOPLE[0])
    with open_project(path, is_writable=True) as opened:
        for person in PEOPLE:
            lines = folder / f"{person}.jsonl"
            with lines.open("wb") as file:
                for number in range(articles):
                    file.write(orjson.dumps(_said(number, person)) + b"\n")
            importing.import_files(opened, [lines], annotator=person)
    return path


def _said(number: int, person: str) -> dict[str, Any]:
    record = corpus.record(number)
    chance = random.Random(f"{person}{number}")
    spans = [_moved(chance, span, record["text"]) for span in record["spans"]]
    kept = [span for span in spans if person == PEOPLE[0] or chance.random() > 0.2]
    ids = {span["id"] for span in kept}
    record["spans"] = kept
    record["relations"] = [
        each for each in record["relations"] if {each["from"], each["to"]} <= ids
    ]
    return {**record, "annotator": person}


def _moved(chance: random.Random, span: dict[str, Any], text: str) -> dict[str, Any]:
    """The same annotation, in one of three cases a little longer."""
    if len(span["fragments"]) > 1 or chance.random() < 0.66:
        return span
    start, end = span["fragments"][0]
    end = min(end + chance.randint(1, 9), len(text))
    return {**span, "end": end, "fragments": [[start, end]], "text": text[start:end]}


def _figures(path: Path) -> tuple[int, int]:
    told: list[int] = []
    with open_project(path) as opened, opened.snapshot():
        found = agreement.measure(opened, report=lambda done: told.append(done) is None)
    return len(found.figures), len(told)


def _read(path: Path) -> None:
    with open_project(path) as opened:
        under = finished.revisions(opened)
        wanted: dict[str, list[str]] = {}
        for article, person in under:
            wanted.setdefault(article, []).append(person)
        finished.texts(opened, sorted(wanted))
        finished.works(opened, wanted)


def _timed(work: Any) -> tuple[float, float]:
    began, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - processor


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, articles=options.articles, rounds=3))


if __name__ == "__main__":
    main()
