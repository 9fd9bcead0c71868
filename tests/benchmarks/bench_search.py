"""Searching all articles: how soon the first passages are there, and the next hundred.

`python -m tests.benchmarks.bench_search [--articles 10000]`
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from annotator.operations import importing, library
from annotator.storage import passages
from annotator.storage.project import open_project
from tests.benchmarks import corpus, measuring
from tests.benchmarks.measuring import Figure

FIRST, NEXT = 20, 100
QUERIES = (
    "the",
    "council the",
    '"of the" label:source',
    "label:claim -has:verdict",
    "council label:claim -has:verdict",
    "has:relation",
    "the -label:claim",
    "nowhere",
)


def measure(folder: Path, *, articles: tuple[int, ...], rounds: int) -> Figure:
    """The first and the next passages at each size, in milliseconds of the processor."""
    sizes = {count: _measured(project(folder, count), rounds) for count in articles}
    slowest = {
        count: max(each["first"] for each in found.values()) for count, found in sizes.items()
    }
    return {f"search_{count}_articles": found for count, found in sizes.items()} | {
        "search_growth": {
            "articles": [min(articles), max(articles)],
            "slowest_first": [slowest[min(articles)], slowest[max(articles)]],
        },
        "search_goal": "the first passages of 10,000 articles within 100 ms, in a thread",
    }


def project(folder: Path, articles: int) -> Path:
    """A project with labelled articles."""
    path = folder / f"search-{articles}.annotator"
    if not path.exists():
        lines = corpus.write(folder / f"search-{articles}.jsonl", articles)
        library.new_project(path, annotator=corpus.ANNOTATOR)
        with open_project(path, is_writable=True) as opened:
            importing.import_files(opened, [lines], annotator=corpus.ANNOTATOR)
    return path


def first_passages(path: Path, query: str) -> passages.Portion:
    """What the search screen shows first."""
    with open_project(path) as opened:
        return passages.portion(
            opened, query, annotator=corpus.ANNOTATOR, most=FIRST, is_counted=False
        )


def next_passages(path: Path, query: str, first: int) -> passages.Portion:
    """What it shows after that, with the count of the articles."""
    with open_project(path) as opened:
        return passages.portion(opened, query, annotator=corpus.ANNOTATOR, first=first, most=NEXT)


def _measured(path: Path, rounds: int) -> Figure:
    return {query: _measured_query(path, query, rounds) for query in QUERIES}


def _measured_query(path: Path, query: str, rounds: int) -> Figure:
    portion = first_passages(path, query)
    onwards = portion.following or 0
    first = [_milliseconds(lambda: first_passages(path, query)) for _ in range(rounds)]
    after = [_milliseconds(lambda: next_passages(path, query, onwards)) for _ in range(rounds)]
    return {
        "passages": len(portion.passages),
        "first": round(measuring.median(first), 1),
        "next": round(measuring.median(after), 1),
    }


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, articles=(500, options.articles), rounds=5))


if __name__ == "__main__":
    main()
