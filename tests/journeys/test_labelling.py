"""Hard passages, labelled by keys in the window, through a kill, into JSONL."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.operations import checking, exporting, importing, library
from annotator.storage.project import open_project
from tests.journeys.plans import FERRY, FIRST, FLAG_TEXT, PLANS, SECOND, Step

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
LABELS = {"C": "claim", "S": "source", "A": "cue", "Q": "quote", "0": "sentiment"}

Edge = tuple[str, tuple[tuple[int, int], ...]]


def labelled(folder: Path, source: Path, *articles: str) -> dict[str, dict]:
    """What the export says of each article after the labelling process was killed."""
    path = folder / "pilot.annotator"
    library.new_project(path, annotator="ana")
    with open_project(path, is_writable=True) as project:
        report = importing.import_files(project, [source], annotator="ana")
    assert (report.articles, report.problems) == (len(articles), [])
    environment = {
        **os.environ,
        "ANNOTATOR_HOME": str(folder / "home"),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.label_by_keys", str(path), *articles],
        check=False,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == -9, done.stderr  # it killed itself once all was called saved
    print(f"{', '.join(articles)}: {done.stdout.strip()}")
    with open_project(path) as project:
        assert checking.check(project).problems == ()
        exporting.export_jsonl(project, folder / "out.jsonl")
    lines = (folder / "out.jsonl").read_bytes().splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """Our own article, labelled after its plan."""
    folder = tmp_path_factory.mktemp("ferry")
    source = folder / "ferry.txt"
    source.write_bytes(FERRY.encode())
    return labelled(folder, source, "ferry")["ferry"]


def edges(record: dict) -> set[Edge]:
    return {(s["label"], tuple(map(tuple, s["fragments"]))) for s in record["spans"]}


def links(record: dict) -> set[tuple[str, Edge, Edge]]:
    ends = {s["id"]: (s["label"], tuple(map(tuple, s["fragments"]))) for s in record["spans"]}
    return {(each["label"], ends[each["from"]], ends[each["to"]]) for each in record["relations"]}


def edge(step: Step) -> Edge:
    places = [step.span] + ([step.second] if step.second else [])
    return (LABELS[step.key], tuple((place.start, place.end) for place in places))


def planned_links(plan: tuple[Step, ...]) -> set[tuple[str, Edge, Edge]]:
    """Sources and cues belong to the claim or quotation labelled last; links are as said."""
    found: set[tuple[str, Edge, Edge]] = set()
    anchor: Edge | None = None
    for step in plan:
        if step.key in "CQ":
            anchor = edge(step)
        elif step.key in "SA" and anchor:
            found.add(("attributed_to" if step.key == "S" else "cued_by", anchor, edge(step)))
        elif step.key == "link":
            ends = [("source", ((span.start, span.end),)) for span in (step.span, step.second)]  # type: ignore[union-attr]
            found.add(("reported_via", ends[0], ends[1]))  # type: ignore[arg-type]
    return found


def proved(record: dict, plan: tuple[Step, ...]) -> None:
    """Every label and link of the plan, nothing else, and offsets that cut out the words."""
    for span in record["spans"]:
        words = [record["text"][start:end] for start, end in span["fragments"]]
        assert " ".join(words) == span["text"]
        assert (span["start"], span["end"]) == (span["fragments"][0][0], span["fragments"][-1][1])
    assert edges(record) == {edge(step) for step in plan if step.key in LABELS}
    assert links(record) == planned_links(plan)
    wanted_flags = [[[s.span.start, s.span.end]] for s in plan if s.key == "flag"]
    assert [flag["fragments"] for flag in record["flags"]] == wanted_flags
    assert all(f["messages"] == [{"by": "ana", "text": FLAG_TEXT}] for f in record["flags"])


def test_everything_labelled_by_keys_is_in_the_export(ferry: dict) -> None:
    assert ferry["text"] == FERRY
    proved(ferry, PLANS["ferry"])


def test_a_source_may_begin_inside_a_word(ferry: dict) -> None:
    (skippers,) = [each for each in ferry["spans"] if each["text"] == "Skippers"]
    assert ferry["text"][skippers["start"] - 1] == "→"


def test_words_behind_an_emoji_keep_their_offsets(ferry: dict) -> None:
    behind = [s for s in ferry["spans"] if s["start"] > FERRY.index("🚢")]
    assert len(behind) >= 4


def test_a_cue_without_a_source_is_legal(ferry: dict) -> None:
    claim = next(s["id"] for s in ferry["spans"] if s["text"] == "cost 9 million crowns")
    assert {r["label"] for r in ferry["relations"] if r["from"] == claim} == {"cued_by"}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the scraped articles are not ours to ship")
def test_two_scraped_articles_come_out_as_they_were_labelled(tmp_path: Path) -> None:
    records = labelled(tmp_path, SEEDS, FIRST, SECOND)
    for name in (FIRST, SECOND):
        assert records[name]["text"] == (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
        proved(records[name], PLANS[name])
    assert (records[FIRST]["status"], records[SECOND]["status"]) == ("finished", "in_progress")
    (target,) = [s for s in records[FIRST]["spans"] if s["label"] == "sentiment"]
    assert target["attributes"] == {"polarity": "neutral"}
