"""Every benchmark, one after another, as one JSON object.

`python -m tests.benchmarks.run` takes about two minutes; `--full` measures what the goals speak
of (10,000 articles, more rounds) and takes ten or more.
"""

import argparse
import json
import sys

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Figure

SHORT = {
    "bench_import_export": ("--articles", "100", "1000", "--rounds", "1"),
    "bench_start": ("--rounds", "3"),
    "bench_key": ("--count", "40"),
    "bench_article": ("--rounds", "2"),
}
FULL: dict[str, tuple[str, ...]] = dict.fromkeys(SHORT, ())


def measure(settings: dict[str, tuple[str, ...]]) -> Figure:
    """The figures of all benchmarks; each tells how busy the machine was."""
    figures: Figure = {}
    for name, words in settings.items():
        took = measuring.run(sys.executable, "-m", f"tests.benchmarks.{name}", *words)
        found: Figure = json.loads(took.output)
        figures |= {key: value for key, value in found.items() if key != "machine"}
        figures[f"machine_at_{name}"] = found["machine"]
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    measuring.report(measure(FULL if options.full else SHORT))


if __name__ == "__main__":
    main()
