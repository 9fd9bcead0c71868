"""Opening, painting and labelling articles of 1,000 to 1,000,000 words.

`python -m tests.benchmarks.bench_article [--words 1000 10000 1000000] [--rounds 7]`: the article
view alone, in a window of 900 x 1000, with a mark on every twentieth word; each size in a process
of its own. The floor is Qt's plain text editor with the same text and no marks.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence

from annotator.text.offsets import Utf16Map
from tests.benchmarks import measuring
from tests.benchmarks.measuring import Figure

PROCESSOR = "processor_"

WORDS_TO_A_MARK = 20
GOALS = {
    "open": "at most 30, 60 and 200 ms at 10,000, 100,000 and 1,000,000 words",
    "label": "at most 10 ms at any size",
    "unlabel": "at most 10 ms at any size",
    "toggle": "at most 10 ms at any size",
    "frame": "at most 8 ms at p95",
    "jump": "at most 16 ms at p95",
    "wheel": "at most 12 ms at p95",
    "blocked": "at most 16 ms",
    "width": "at most 25 ms",
    "zoom": "at most 25 ms",
    "hover": "at most 0.2 ms",
    "find": "a thousand hits in 6,000,000 characters at most 120 ms",
}
FLOORS = {
    "open": "floor_open",
    "frame": "floor_frame",
    "toggle": "floor_frame",
    "label": "floor_frame",
    "unlabel": "floor_frame",
    "wheel": "floor_wheel",
    "jump": "floor_jump",
    "width": "floor_width",
    "zoom": "floor_zoom",
    "find": "floor_find",
}
"""What Qt's own editor does in turn with each; the goals were measured on a quicker machine."""
GROWING = (
    "open",
    "label",
    "unlabel",
    "toggle",
    "frame",
    "wheel",
    "jump",
    "width",
    "zoom",
    "hover",
)
MEMORY_GOAL = "at most 40 MB beside text and marks, at 1,000,000 words with 50,000 marks"
CONVERSIONS, CHARACTERS = 100_000, 6_000_000


def measure(*, words: Sequence[int], rounds: int) -> Figure:
    """All figures, by name."""
    shown = {count: _shown(count, rounds) for count in words}
    growth = _growth(shown)
    figures = {f"article_{count}_words": _figure(count, each) for count, each in shown.items()}
    return figures | {"offsets": offsets(min(rounds, 3)), "article_growth": growth}


def _growth(shown: dict[int, dict[str, list[float]]]) -> Figure:
    """How many times as much the largest article costs as the smallest, of the processor.

    The fastest of each: two processes seldom find the machine equally busy.
    """
    smallest, largest = min(shown), max(shown)
    ratios = {
        f"{name}_ratio": round(
            min(shown[largest][PROCESSOR + name]) / min(shown[smallest][PROCESSOR + name]), 2
        )
        for name in GROWING
    }
    return ratios | {"from_words": smallest, "to_words": largest, "goal": "label at most 3"}


def offsets(rounds: int) -> Figure:
    """100,000 places of a long text in Qt's units and back, without and with rare characters."""
    return {
        name: measuring.spread([_conversion_seconds(word) for _ in range(rounds)])
        | {"goal": "at most 100 ms"}
        for name, word in (("plain", "word "), ("five_in_a_hundred_rare", "word " * 19 + "🙂rd "))
    }


def _conversion_seconds(words: str) -> float:
    text = (words * (CHARACTERS // len(words)))[:CHARACTERS]
    units = Utf16Map(text)
    chance = random.Random(0)
    places = [chance.randrange(len(text)) for _ in range(CONVERSIONS // 2)]

    def convert() -> None:
        for place in places:
            units.to32(units.to16(place))

    began = time.process_time()
    convert()
    return time.process_time() - began


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
    worked = {
        name.removeprefix(PROCESSOR): measuring.spread(shown.pop(name))
        for name in list(shown)
        if name.startswith(PROCESSOR)
    }
    figure: Figure = {name: measuring.spread(values) for name, values in shown.items()}
    for name, spread in worked.items():
        # On a busy machine only these say what the program itself takes.
        figure[name] |= {f"{PROCESSOR}{share}": spread[share] for share in ("p50", "p95")}
    for name, values in shown.items():
        figure[name]["fastest"] = round(min(values) * 1000, 3)
    for name, goal in GOALS.items():
        if name in figure:
            figure[name]["goal"] = goal
    times = {
        f"{name}_times_the_floor": round(
            measuring.median(shown[name]) / measuring.median(shown[floor]), 2
        )
        for name, floor in FLOORS.items()
        if floor in shown  # A short text has nothing to scroll in the floor.
    }
    return {
        "marks": words // WORDS_TO_A_MARK,
        **figure,
        **times,
        "megabytes_of_the_view": round(megabytes[0], 1),
        "megabytes_goal": MEMORY_GOAL,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with measuring.own_folder():
        measuring.report(measure(words=options.words, rounds=options.rounds))


if __name__ == "__main__":
    main()
