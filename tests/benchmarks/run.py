"""All benchmarks as one JSON object: in two minutes, or with `--long` at the sizes of the goals.

`python -m tests.benchmarks.run [--long]`
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import (
    bench_article,
    bench_export_formats,
    bench_import_export,
    bench_key,
    bench_many_articles,
    bench_palette,
    bench_queue,
    bench_review,
    bench_search,
    bench_start,
    bench_token_formats,
    measuring,
)
from tests.benchmarks.measuring import Figure


@dataclass(frozen=True, slots=True)
class Settings:
    """How much is measured."""

    rounds: int
    keys: int
    words: tuple[int, ...]
    articles: tuple[int, ...]
    articles_at_start: int
    articles_at_key: int
    many_articles: int
    listed_articles: int


SHORT = Settings(
    rounds=3,
    keys=150,
    words=(1_000, 10_000, 100_000),
    articles=(500,),
    articles_at_start=200,
    articles_at_key=500,
    many_articles=2_000,
    listed_articles=20_000,
)
LONG = Settings(
    rounds=7,
    keys=160,
    words=(1_000, 10_000, 100_000, 1_000_000),
    articles=(1_000, 10_000),
    articles_at_start=10_000,
    articles_at_key=2_000,
    many_articles=100_000,
    listed_articles=1_000_000,
)


def measure(folder: Path, settings: Settings) -> Figure:
    """All figures of all benchmarks, by name."""
    rounds = settings.rounds
    return (
        bench_start.measure(folder, rounds=rounds, articles=settings.articles_at_start)
        | bench_article.measure(words=settings.words, rounds=rounds)
        | bench_key.measure(folder, count=settings.keys, articles=settings.articles_at_key)
        | bench_export_formats.measure(folder, articles=settings.articles[0], rounds=rounds)
        | bench_palette.measure(articles=20_000, rounds=20)
        | bench_review.measure(folder, rounds=rounds)
        | bench_search.measure(folder, articles=settings.articles, rounds=rounds)
        | bench_import_export.measure(folder, articles=settings.articles, rounds=min(rounds, 3))
        | bench_token_formats.measure(folder, articles=settings.articles[-1], rounds=2)
        | bench_many_articles.measure(folder, articles=settings.many_articles)
        | bench_queue.measure(folder, articles=settings.listed_articles)
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="sizes of the goals; half an hour")
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, LONG if options.long else SHORT))


if __name__ == "__main__":
    main()
