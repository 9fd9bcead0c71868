"""Hard passages, labelled by keys in the window, through a kill, into JSONL."""

import json
import os
import subprocess
import sys
from collections.abc import Set
from pathlib import Path
from typing import Any

import pytest

from annotator.operations import checking, exporting, importing, library
from annotator.storage.project import open_project
from tests.journeys.plans import FERRY, FERRY_PLAN, FERRY_RULED, LINK, Step
from tests.journeys.scraped_plans import (
    FIRST,
    FIRST_PLAN,
    FIRST_RULED,
    SECOND,
    SECOND_PLAN,
    SECOND_RULED,
)

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
LABELS = {"C": "claim", "S": "source", "A": "cue", "Q": "quote", "W": "expression"}
LABELS |= {"B": "boilerplate"} | dict.fromkeys("+0-", "sentiment")
POLARITIES = {"+": "positive", "0": "neutral", "-": "negative"}

Places = tuple[tuple[int, int], ...]
Edge = tuple[str, Places]
Raised = tuple[str, Places, tuple[str, ...]]


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
        timeout=400,
    )
    assert done.returncode == -9, done.stderr  # it killed itself once all was called saved
    print(done.stdout.strip())
    with open_project(path) as project:
        assert checking.check(project).problems == ()
        exporting.export(project, folder / "out.jsonl")
    lines = (folder / "out.jsonl").read_bytes().splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """Our own article, labelled after its plan."""
    folder = tmp_path_factory.mktemp("ferry")
    source = folder / "ferry.txt"
    source.write_bytes(FERRY.encode())
    return labelled(folder, source, "ferry")["ferry"]


def edges(record: dict) -> dict[Edge, dict[str, Any]]:
    """The labels of an article by their words, with their attributes."""
    found = {_edge_of(span): span["attributes"] for span in record["spans"]}
    assert len(found) == len(record["spans"])
    return found


def links(record: dict) -> set[tuple[str, Edge, Edge]]:
    ends = {span["id"]: _edge_of(span) for span in record["spans"]}
    return {(each["label"], ends[each["from"]], ends[each["to"]]) for each in record["relations"]}


def flags(record: dict) -> list[tuple[str, Places, tuple[str, ...]]]:
    """The flags of an article: why, on which words, with which messages."""
    spans = {span["id"]: _places(span) for span in record["spans"]}
    return sorted(
        (
            flag["reason"],
            spans[flag["target"]] if flag["target"] else _places(flag),
            tuple(message["text"] for message in flag["messages"]),
        )
        for flag in record["flags"]
        if flag["state"] != "closed"
    )


def _edge_of(span: dict) -> Edge:
    return (span["label"], _places(span))


def _places(record: dict) -> Places:
    return tuple((start, end) for start, end in record["fragments"])


def edge(step: Step) -> Edge:
    return (LABELS[step.key], fragments(step))


def fragments(step: Step) -> Places:
    places = [step.span] + ([step.second] if step.second else [])
    return tuple((place.start, place.end) for place in places)


def planned_edges(plan: tuple[Step, ...]) -> dict[Edge, dict[str, str]]:
    """What each passage is to have in the end; a source used twice is planned twice."""
    found: dict[Edge, dict[str, str]] = {}
    for step in plan:
        if step.key in LABELS:
            polarity = POLARITIES.get(step.key)
            shown = {"polarity": polarity} if polarity else {}
            found.setdefault(edge(step), {}).update({**shown, **dict(step.attributes)})
    return found


def planned_links(plan: tuple[Step, ...]) -> set[tuple[str, Edge, Edge]]:
    """Sources and cues belong to the claim or quotation labelled last; links are as said."""
    ends = {fragments(step): edge(step) for step in plan if step.key in LABELS}
    latest: dict[str, Edge] = {}
    found: set[tuple[str, Edge, Edge]] = set()
    for step in plan:
        if step.key == LINK:
            assert step.second is not None
            places = [((span.start, span.end),) for span in (step.span, step.second)]
            found.add((step.relation, ends[places[0]], ends[places[1]]))
        elif step.key in "CQ":
            latest["said"] = edge(step)
        elif step.key in POLARITIES:
            latest["felt"] = edge(step)
        elif step.key in "SAW":
            kind, of = {
                "S": ("attributed_to", "said"),
                "A": ("cued_by", "said"),
                "W": ("shown_by", "felt"),
            }[step.key]
            found.add((kind, latest[of], edge(step)))
    return found


def planned_flags(plan: tuple[Step, ...]) -> list[tuple[str, Places, tuple[str, ...]]]:
    return sorted(
        (reason, fragments(step), (step.words,) if step.words else ())
        for step in plan
        for reason in step.flags
    )


def proved(record: dict, plan: tuple[Step, ...], ruled: Set[Raised] = frozenset()) -> None:
    """Every label, value, link and flag of the plan, nothing else, and offsets that fit.

    `ruled` are flags that the rules of the scheme raise besides.
    """
    for span in record["spans"]:
        words = [record["text"][start:end] for start, end in span["fragments"]]
        assert " ".join(words) == span["text"]
        assert (span["start"], span["end"]) == (span["fragments"][0][0], span["fragments"][-1][1])
    assert edges(record) == planned_edges(plan)
    assert links(record) == planned_links(plan)
    found = flags(record)
    assert set(found) - ruled == set(planned_flags(plan))
    assert ruled <= set(found)
    assert len(found) == len(set(found))
    by_person = {flag["raised_by"] for flag in record["flags"] if flag["origin"] == "annotator"}
    assert by_person <= {"ana"}


def test_everything_labelled_by_keys_is_in_the_export(ferry: dict) -> None:
    assert ferry["text"] == FERRY
    proved(ferry, FERRY_PLAN, FERRY_RULED)


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
    for name, plan, ruled in (
        (FIRST, FIRST_PLAN, FIRST_RULED),
        (SECOND, SECOND_PLAN, SECOND_RULED),
    ):
        assert records[name]["text"] == (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
        proved(records[name], plan, ruled)
    assert (records[FIRST]["status"], records[SECOND]["status"]) == ("finished", "in_progress")
