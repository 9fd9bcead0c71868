"""From a key to the painted and durable mark, in the real window, with 400 annotations.

`python -m tests.benchmarks.bench_key [--count 160] [--articles 2000]`: on this disk, with each
fsync of the project slowed to 100 ms, and while so many articles are imported.
"""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

import orjson

from annotator.operations import importing, library
from annotator.storage import records
from annotator.storage.project import open_project
from tests.benchmarks import corpus, measuring
from tests.benchmarks.measuring import Figure

ANNOTATIONS, WORDS = 400, 3_600
SLOW_MILLISECONDS = 100
PAUSE_MILLISECONDS = 15
QUIET_KEYS = 60
SHIM = Path(__file__).with_name("slowdisk.c")

Pressed = dict[str, list[float]]


def measure(folder: Path, *, count: int, articles: int) -> Figure:
    """All figures, by name."""
    return {
        "key_ordinary_disk": ordinary(folder, count=count),
        "key_slow_disk": slow(folder, count=count, compiler=find_compiler()),
        "key_while_importing": while_importing(folder, articles=articles),
    }


def ordinary(folder: Path, *, count: int) -> Figure:
    """Each key waits for the disk; the floors are taken in turn with them."""
    project = _project(folder, "ordinary")
    pressed = _pressed(project, count)
    ratios = {
        "durable_to_floor": _times(pressed, "label_durable", "floor_commit"),
        "painted_to_floor": _times(pressed, "label_painted", "floor_painted"),
    }
    goal = "label_painted and label_durable at most 16 ms at p95"
    return _figure(pressed) | ratios | _kept(project, count) | {"goal": goal}


def slow(folder: Path, *, count: int, compiler: str | None) -> Figure:
    """No key waits for the disk, each of whose fsyncs takes 100 ms.

    Without a compiler each commit is made as slow instead; `slowed` says which it was.
    """
    project = _project(folder, "slow")
    if compiler is None:
        words = ("--slow-commit", str(SLOW_MILLISECONDS))
        pressed = _pressed(project, count, *words, pause=PAUSE_MILLISECONDS)
    else:
        environment = {
            "LD_PRELOAD": str(_compiled(folder, compiler)),
            "SLOWDISK_MATCH": project.name,
            "SLOWDISK_MS": str(SLOW_MILLISECONDS),
        }
        pressed = _pressed(project, count, pause=PAUSE_MILLISECONDS, **environment)
    handlers = [*pressed["move_handler"], *pressed["label_handler"]]
    return (
        _figure(pressed)
        | _kept(project, count)
        | {
            "slowed": "commit" if compiler is None else "fsync",
            "floor_milliseconds": SLOW_MILLISECONDS,
            "handler": measuring.spread(handlers),
            "handler_to_floor": round(
                measuring.percentile(handlers, 99) * 1000 / SLOW_MILLISECONDS, 3
            ),
            "goal": "handler and painted at most 16 ms at p99, everything kept",
        }
    )


def while_importing(folder: Path, *, articles: int, quiet_keys: int = QUIET_KEYS) -> Figure:
    """No key waits for an import of many labelled articles; the floor is a quiet window."""
    source = corpus.write(folder / "imported.jsonl", articles)
    quiet = _pressed(_project(folder, "quiet"), quiet_keys, pause=PAUSE_MILLISECONDS)
    project = _project(folder, "importing")
    pressed = _pressed(project, 0, "--import", source, pause=PAUSE_MILLISECONDS)
    handlers, floor = (
        [*figures["move_handler"], *figures["label_handler"]] for figures in (pressed, quiet)
    )
    times = measuring.percentile(handlers, 95) / measuring.percentile(floor, 95)
    return (
        _figure(pressed)
        | _kept(project, len(pressed["label_handler"]))
        | {
            "handler": measuring.spread(handlers),
            "floor_handler": measuring.spread(floor),
            "handler_to_floor": round(times, 2),
            "longest_still_milliseconds": round(max(pressed["loop_still"]) * 1000, 1),
            "longest_work_milliseconds": round(max(pressed["loop_still_processor"]) * 1000, 1),
            "still_over_50_milliseconds": sum(each > 0.05 for each in pressed["loop_still"]),
            "goal": "handler at most 16 ms at p95, no work over 50 ms, everything kept",
        }
    )


def find_compiler() -> str | None:
    """What can build the library that makes a disk slow, which only Linux loads."""
    if not sys.platform.startswith("linux"):
        return None
    return shutil.which(os.environ.get("CC") or "cc")


def _compiled(folder: Path, compiler: str) -> Path:
    library_file = folder / "slowdisk.so"
    measuring.run(compiler, "-O2", "-shared", "-fPIC", "-o", library_file, SHIM, "-ldl")
    return library_file


def _figure(pressed: Pressed) -> Figure:
    return {name: measuring.spread(values) for name, values in sorted(pressed.items())}


def _times(pressed: Pressed, program: str, floor: str) -> float:
    """How many times as long as the floor, by the medians."""
    return round(measuring.median(pressed[program]) / measuring.median(pressed[floor]), 2)


def _pressed(
    project: Path, count: int, *words: str | Path, pause: int = 0, **environment: str
) -> Pressed:
    took = measuring.run(
        sys.executable,
        "-m",
        "tests.benchmarks.pressed_keys",
        project,
        str(count),
        "--pause",
        str(pause),
        *words,
        QT_QPA_PLATFORM="offscreen",
        **environment,
    )
    pressed: Pressed = json.loads(took.output)
    return pressed


def _kept(project: Path, count: int) -> Figure:
    """How many labels were given, and how many of them are on the disk."""
    with open_project(project) as opened:
        sheet = records.sheet(opened, "article", corpus.ANNOTATOR)
    return {"labels_given": count, "labels_kept": len(sheet.annotations) - ANNOTATIONS}


def _project(folder: Path, name: str) -> Path:
    """A project with one article and 400 annotations, of which nobody is done yet."""
    record = corpus.record(1_000_000, words=WORDS, annotations=ANNOTATIONS, relations=80)
    # One that is finished is not labelled any more.
    record |= {"id": "article", "status": "in_progress"}
    source = folder / f"{name}.jsonl"
    source.write_bytes(orjson.dumps(record) + b"\n")
    path = folder / f"{name}.annotator"
    library.new_project(path, annotator=corpus.ANNOTATOR)
    with open_project(path, is_writable=True) as project:
        importing.import_files(project, [source], annotator=corpus.ANNOTATOR)
    return path


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=160)
    parser.add_argument("--articles", type=int, default=2_000)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, count=options.count, articles=options.articles))


if __name__ == "__main__":
    main()
