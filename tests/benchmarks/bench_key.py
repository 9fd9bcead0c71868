"""From a key to the painted and durable mark, in the real window, with 400 annotations.

`python -m tests.benchmarks.bench_key [--count 150]`: on this disk; with each fsync slowed to
100 ms; and while an import is running.
"""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

import orjson

from annotator.operations import importing, library
from annotator.storage.project import open_project
from tests.benchmarks import corpus, measuring
from tests.benchmarks.measuring import Figure

SLOW_MILLISECONDS = 100
ANNOTATIONS, WORDS = 400, 8_000
SHIM = Path(__file__).with_name("slowdisk.c")


def measure(folder: Path, *, count: int) -> Figure:
    """All figures, by name."""
    pressed = _pressed(_project(folder, "quick"), count, pause=0)
    figures: Figure = {
        "key_ordinary_disk": _figure(pressed)
        | {"goal": "label_painted and saved at most 16 ms at p95"}
    }
    portion = corpus.write(folder / "beside.jsonl", 300)
    figures["key_during_import"] = _figure(
        _pressed(_project(folder, "import"), count // 2, pause=15, source=portion)
    ) | {"goal": "handlers at most 16 ms at p99; saved behind one portion at most"}
    shim = _compiled(folder)
    if shim is None:
        figures["key_slow_disk"] = {"not_measured": "there is no C compiler"}
    else:
        figures["key_slow_disk"] = _figure(
            _pressed(_project(folder, "slow"), count // 2, pause=15, shim=shim)
        ) | {"fsync_milliseconds": SLOW_MILLISECONDS, "goal": "handlers at most 16 ms at p99"}
    return figures


def _figure(pressed: dict[str, list[float]]) -> Figure:
    return {name: measuring.spread(values) for name, values in pressed.items()}


def _pressed(
    project: Path, count: int, *, pause: int, shim: Path | None = None, source: Path | None = None
) -> dict[str, list[float]]:
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    if shim is not None:
        environment |= {"LD_PRELOAD": str(shim), "SLOWDISK_MS": str(SLOW_MILLISECONDS)}
    words = [project, str(count), str(pause), *([source] if source else [])]
    took = measuring.run(
        sys.executable, "-m", "tests.benchmarks.pressed_keys", *words, **environment
    )
    return json.loads(took.output)


def _project(folder: Path, name: str) -> Path:
    """A project with one article of 8,000 words and 400 annotations."""
    record = corpus.record(1_000_000, words=WORDS, annotations=ANNOTATIONS, relations=80)
    # Not one of the finished: those are not labelled any more.
    record["status"] = "in_progress"
    source = folder / f"{name}.jsonl"
    source.write_bytes(orjson.dumps(record) + b"\n")
    path = folder / f"{name}.annotator"
    library.new_project(path, annotator=corpus.ANNOTATOR)
    with open_project(path, is_writable=True) as project:
        importing.import_files(project, [source], annotator=corpus.ANNOTATOR)
    return path


def _compiled(folder: Path) -> Path | None:
    """The library that makes the disk slow, or None where nothing can compile it."""
    compiler = os.environ.get("CC") or shutil.which("cc")
    if compiler is None:
        return None
    library_file = folder / "slowdisk.so"
    measuring.run(compiler, "-O2", "-shared", "-fPIC", "-o", library_file, SHIM, "-ldl")
    return library_file


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=150)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, count=options.count))


if __name__ == "__main__":
    main()
