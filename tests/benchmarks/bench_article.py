"""Opening, painting and labelling articles of 1,000, 10,000 and 100,000 words.

`python -m tests.benchmarks.bench_article [--words 1000 10000 100000] [--rounds 7]`: the article
view alone, in a window of 900 x 1000, with a mark on every twentieth word; each size in a process
of its own. The floor is Qt's plain text editor with the same text and no marks.
"""

import argparse
import json
import sys
from collections.abc import Sequence

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Figure

WORDS_TO_A_MARK = 20
GOALS = {
    "open": "at most 60 ms at 100,000 words",
    "label": "at most 10 ms at any size",
    "unlabel": "at most 10 ms at any size",
    "frame": "at most 8 ms at p95",
    "jump": "at most 16 ms at p95",
    "wheel": "at most 12 ms at p95",
    "blocked": "at most 16 ms",
}


def measure(*, words: Sequence[int], rounds: int) -> Figure:
    """All figures, by name."""
    shown = {count: _shown(count, rounds) for count in words}
    figures = {f"article_{count}_words": _figure(count, each) for count, each in shown.items()}
    smallest, largest = min(words), max(words)
    figures["article_growth"] = {
        f"{name}_ratio": round(
            measuring.median(shown[largest][name]) / measuring.median(shown[smallest][name]), 2
        )
        for name in ("open", "label", "frame", "wheel")
    } | {"from_words": smallest, "to_words": largest, "goal": "label at most 3"}
    return figures


def _shown(words: int, rounds: int) -> dict[str, list[float]]:
    counts = (str(words), str(words // WORDS_TO_A_MARK), str(rounds))
    took = measuring.run(
        sys.executable,
        "-m",
        "tests.benchmarks.shown_article",
        *counts,
        QT_QPA_PLATFORM="offscreen",
    )
    shown: dict[str, list[float]] = json.loads(took.output)
    return shown


def _figure(words: int, shown: dict[str, list[float]]) -> Figure:
    megabytes = shown.pop("megabytes")
    figure: Figure = {name: measuring.spread(values) for name, values in shown.items()}
    for name, goal in GOALS.items():
        if name in figure:
            figure[name]["goal"] = goal
    times = {
        f"{name}_times_the_floor": round(
            measuring.median(shown[name]) / measuring.median(shown[f"floor_{name}"]), 2
        )
        for name in ("open", "frame", "wheel")
        if f"floor_{name}" in shown  # A short text has nothing to scroll in the floor.
    }
    return {
        "marks": words // WORDS_TO_A_MARK,
        **figure,
        **times,
        "megabytes_with_text_and_marks": round(megabytes[0], 1),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with measuring.own_folder():
        measuring.report(measure(words=options.words, rounds=options.rounds))


if __name__ == "__main__":
    main()
