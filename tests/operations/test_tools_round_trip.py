"""Datasets in the formats of other tools come back as they were, but for what the losses list."""

import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Draft, Record, added
from annotator.domain.flag import Flag
from annotator.domain.people import GOLD, Annotator
from annotator.domain.progress import ADJUDICATED, FINISHED, IN_PROGRESS, ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.span import Span, words
from annotator.formats.import_map import ImportMap
from annotator.operations import checking, exporting, importing, library
from annotator.operations.export_plan import ExportPlan, SplitPlan
from annotator.storage import articles, records
from annotator.storage.project import Project, open_project
from annotator.text import graphemes
from tests import builders
from tests.chance import seeded
from tests.operations import hand_labelled

TOOLS = ("csv", "doccano", "labelstudio", "prodigy", "webannotation")
TOLD = {"doccano": ImportMap(offsets="utf16")}
EMOJI = (
    "📰 Mayor Ruiz said the bridge will cost 4m euros.\n\n"
    "A confidential briefing revealed that officials urged the mayor to wait.\n"
    "Read More →Experts warn the bridge, reportedly at risk, could fall. →Marsh’s aide agreed.\n"
    "Cafe\u0301 owners agreed. ראש העיר אמר: הגשר יעלה 4 מיליון.\n"
)
ARTICLE = builders.article(EMOJI, article_id="a1")
OTHER = builders.article(
    "The river is low. 👩‍👩‍👧 Nobody minds.", article_id="b:2/ü", title="River"
)
UNTOUCHED = builders.article("Nobody read this.", article_id="c3", title="Nobody read this")

NAMELESS = ("brat", "webanno", "uima", "uima-json", "conll", "spacy")
"""What these hold of one layer says not whose it is: it comes in as the work of who imports."""

each_tool = pytest.mark.parametrize("tool", TOOLS)


def work(by: str) -> Iterator[Record]:
    """What one annotator leaves: inside a token, in fragments, nested sources, in every script."""
    mark = {
        "s1": ("source", ["Mayor Ruiz"], {"source_type": "named_person", "entity": "Ruiz"}),
        "c1": ("claim", ["the bridge will cost 4m euros"], {"certainty": "asserted"}),
        "s2": ("source", ["A confidential briefing"], {"source_type": "document"}),
        "s3": ("source", ["officials"], {}),
        "c2": ("claim", ["urged the mayor to wait"], {"claim_kind": "normative"}),
        "s4": ("source", ["Experts"], {"source_type": "unnamed_group"}),
        "c3": ("claim", ["the bridge, ", " at risk, could fall"], {"certainty": "hedged"}),
        "u1": ("cue", ["reportedly"], {"cue_stance": "distancing"}),
        "s5": ("source", ["Cafe\u0301 owners"], {}),
        "c4": ("claim", ["הגשר יעלה 4 מיליון"], {}),
        "s6": ("source", ["ראש העיר"], {}),
        "s7": ("source", ["Marsh’s aide"], {"source_type": "unnamed_person"}),
    }
    for identity, (label, parts, attributes) in mark.items():
        start = EMOJI.index("Read More") if identity == "c3" else 0
        fragments = []
        for part in parts:
            start = EMOJI.index(part, start)
            fragments.append(Span(start, start + len(part)))
            start += len(part)
        text = words(EMOJI, fragments)
        note = "check the sum" if identity == "c1" else ""
        yield Annotation(
            identity, "a1", by, label, tuple(fragments), text, attributes, "manual", note
        )
    links = [
        ("attributed_to", "c1", "s1"), ("attributed_to", "c2", "s3"), ("reported_via", "s3", "s2"),
        ("attributed_to", "c3", "s4"), ("cued_by", "c3", "u1"), ("attributed_to", "c4", "s6"),
    ]  # fmt: skip
    for label, first, second in links:
        yield Relation(f"r-{first}-{label}", "a1", by, label, first, second, "a1")
    yield Relation("r-same", "a1", by, "same_claim", "c1", "c4", "a1", {"match": "equivalent"})


def everything() -> list[Record]:
    """The work of several on three articles."""
    place = Span(4, 9)
    return [
        *(Annotator(each, each) for each in ("ben", GOLD)),
        *work("ana"), *work("ben"), *work(GOLD),
        Annotation("x", OTHER.id, "ben", "claim", (Span(0, 16),), OTHER.text[:16]),
        Progress("a1", "ana", FINISHED), Progress("a1", "ben", IN_PROGRESS),
        Progress("a1", GOLD, ADJUDICATED), Progress(OTHER.id, "ana", FINISHED),
        ArticleLabel("a1", "ana", "genre", "news"),
        ArticleLabel("a1", "ana", "overall_tone", "balanced"),
        ArticleLabel(OTHER.id, "ana", "genre", "opinion"),
        Flag(
            "f1", "a1", "ana", "c1", "needs_source", "open", "ana",
        ),
        Flag(
            "f2", OTHER.id, "ben", None, "needs_source", "open", "ben", (), (place,),
            place.cut_from(OTHER.text),
        ),
    ]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _made(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Projects of which each test has copies: one filled, and an empty one of another device."""
    folder = tmp_path_factory.mktemp("made")
    path = builders.project_file(folder, ARTICLE, OTHER, UNTOUCHED)
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Work", added(everything()), is_undoable=False))
    MADE["filled"] = path.read_bytes()
    library.new_project(folder / "empty.annotator", annotator="ana")
    MADE["empty"] = (folder / "empty.annotator").read_bytes()


MADE: dict[str, bytes] = {}


def filled(folder: Path) -> Path:
    path = folder / "pilot.annotator"
    path.write_bytes(MADE["filled"])
    return path


def trip(path: Path, folder: Path, tool: str, plan: ExportPlan | None = None) -> Path:
    """A new project with what an export of a project in a format holds."""
    out, second = folder / f"out-{tool}", folder / f"again-{tool}.annotator"
    with open_project(path) as project:
        exporting.export(project, out, plan or ExportPlan(tool))
    second.write_bytes(MADE["empty"])
    with open_project(second, is_writable=True) as project:
        report = importing.import_files(project, [out], annotator="ana", told=TOLD.get(tool))
        assert report.problems == []
        assert report.moved == []
        assert checking.check(project).problems == ()
    return second


def contents(path: Path) -> dict[tuple[str, ...], Any]:
    """Everything in a project by kind, article, annotator and what tells it: its contents."""
    with open_project(path) as project:
        return dict(_contents(project))


def _contents(project: Project) -> Iterator[tuple[tuple[str, ...], tuple[object, ...]]]:
    places = {}
    for each in records.select(project, Annotation):
        where = (each.label, each.fragments, each.text)
        own = (each.article_id, each.annotator)
        places[each.key] = where
        yield ("annotation", *own, each.id), where
        if each.attributes:
            yield (
                ("attribute", *own, each.id),
                (*where, json.dumps(each.attributes, sort_keys=True)),
            )
        if each.note:
            yield ("note", *own, each.id), (*where, each.note)
    for link in records.select(project, Relation):
        own = (link.article_id, link.annotator)
        far = (link.to_article_id, link.annotator)
        ends = (places[(*own, link.from_id)], places[(*far, link.to_id)])
        kind = "link" if link.is_between_articles else "relation"
        yield (kind, *own, link.id), (link.label, *ends)
        if link.attributes:
            attributes = json.dumps(link.attributes, sort_keys=True)
            yield ("relation attribute", *own, link.id), (link.label, *ends, attributes)
    for label in records.select(project, ArticleLabel):
        yield ("label", label.article_id, label.annotator, label.label), (label.value,)
    for flag in records.select(project, Flag):
        yield ("flag", flag.article_id, flag.annotator, flag.id), (flag.reason,)


WHOLE = {"attribute": "annotation", "note": "annotation", "relation attribute": "relation"}
"""What goes with which."""


def gone(
    before: dict[tuple[str, ...], Any], after: dict[tuple[str, ...], Any]
) -> set[tuple[str, ...]]:
    """What of a project is not in another, whatever ids things have there."""
    left = Counter((key[:3], value) for key, value in after.items())
    missing = set()
    for key, value in sorted(before.items(), key=lambda item: item[0]):
        if left[key[:3], value] > 0:
            left[key[:3], value] -= 1
        else:
            missing.add(key)
    return missing


def assert_losses_are_told(
    before: dict[tuple[str, ...], Any],
    after: dict[tuple[str, ...], Any],
    losses_file: Path,
    *,
    pieces: Iterable[tuple[str, tuple[Span, ...]]] = (),
) -> None:
    """What is not there again is what the losses list, nothing more and nothing less.

    Nothing else has come but `pieces`: labels and places of annotations.
    """
    losses = [json.loads(line) for line in losses_file.read_text("utf-8").splitlines()]
    listed = {(each["kind"], each["article"], each["annotator"], each["id"]) for each in losses}
    missing = gone(before, after)
    parts = {
        key
        for key in missing
        if (whole := WHOLE.get(key[0])) is not None and (whole, *key[1:]) in missing
    }
    assert missing - parts == listed - parts
    assert {after[key][:2] for key in gone(after, before)} == set(pieces)


@each_tool
@pytest.mark.parametrize("layer", ["raw", GOLD])
def test_what_does_not_come_back_is_what_the_losses_list(
    tmp_path: Path, tool: str, layer: str
) -> None:
    first = filled(tmp_path)
    second = trip(first, tmp_path, tool, ExportPlan(tool, layer))
    is_gold = layer == GOLD
    before = {key: value for key, value in contents(first).items() if (key[2] == GOLD) == is_gold}
    after = contents(second)
    assert_losses_are_told(before, after, tmp_path / f"out-{tool}" / "losses.jsonl")


@pytest.mark.parametrize("tool", NAMELESS)
@pytest.mark.parametrize("layer", ["raw", GOLD])
def test_what_does_not_come_back_of_files_without_names_is_what_the_losses_list(
    tmp_path: Path, tool: str, layer: str
) -> None:
    first = filled(tmp_path)
    second = trip(first, tmp_path, tool, ExportPlan(tool, layer))
    held = contents(first).items()
    before = {key: value for key, value in held if (key[2] == GOLD) == (layer == GOLD)}
    after = {
        (key[0], key[1], GOLD if layer == GOLD else key[2], *key[3:]): value
        for key, value in contents(second).items()
    }
    # One tag a token: a claim in two fragments, which is listed, comes back as one of each.
    parts = ("the bridge,", "at risk, could fall") if tool in ("conll", "spacy") else ()
    starts = [EMOJI.rindex(part) for part in parts]
    spans = [Span(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]
    pieces = [("claim", (each,)) for each in spans]
    losses = tmp_path / f"out-{tool}" / "losses.jsonl"
    assert_losses_are_told(before, after, losses, pieces=pieces)


@pytest.mark.skipif(
    not hand_labelled.SEEDS.is_dir(), reason="the scraped articles are not ours to ship"
)
@each_tool
def test_the_seeds_come_back_but_for_what_the_losses_list(tmp_path: Path, tool: str) -> None:
    first = hand_labelled.project(tmp_path)
    before = contents(first)
    assert before["annotation", hand_labelled.A, "ana", "n5"][2] == "Experts"
    after = contents(trip(first, tmp_path, tool))
    assert_losses_are_told(before, after, tmp_path / f"out-{tool}" / "losses.jsonl")
    held = {value[2] for key, value in after.items() if key[0] == "annotation"}
    assert "Experts" in held
    assert ("The Pentagon's security concerns stem from" in " ".join(held)) == (
        tool in ("csv", "webannotation")
    )


@each_tool
def test_texts_titles_and_progress_come_back(tmp_path: Path, tool: str) -> None:
    first = filled(tmp_path)
    with open_project(first) as project:
        known = [(each.id, each.title, each.text, each.language) for each in articles.each(project)]
        states = {each for each in records.select(project, Progress) if each.annotator != GOLD}
    with open_project(trip(first, tmp_path, tool)) as project:
        assert [
            (each.id, each.title, each.text, each.language) for each in articles.each(project)
        ] == known
        found = set(records.select(project, Progress))
    # Work that nobody said anything about is in progress; Prodigy has no word for that.
    finished = {each for each in states if each.status == FINISHED}
    assert {each for each in found if each.status == FINISHED} == finished
    assert found >= (finished if tool == "prodigy" else states)


@each_tool
def test_the_same_dataset_into_the_project_it_came_from_adds_nothing(
    tmp_path: Path, tool: str
) -> None:
    first = filled(tmp_path)
    with open_project(first, is_writable=True) as project:
        exporting.export(project, tmp_path / "out", ExportPlan(tool))
        told = TOLD.get(tool)
        report = importing.import_files(project, [tmp_path / "out"], annotator="ana", told=told)
    assert report.added_nothing
    assert report.problems == []


@each_tool
def test_the_same_project_gives_the_same_bytes(tmp_path: Path, tool: str) -> None:
    first = filled(tmp_path)
    with open_project(first) as project:
        for name in ("one", "two"):
            exporting.export(project, tmp_path / name, ExportPlan(tool))
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@each_tool
def test_splits_are_files_of_their_own_and_come_back_together(tmp_path: Path, tool: str) -> None:
    first = filled(tmp_path)
    split = SplitPlan((("train", 50.0), ("test", 50.0)))
    second = trip(first, tmp_path, tool, ExportPlan(tool, split=split))
    whole = trip(first, tmp_path / "whole", tool) if (tmp_path / "whole").mkdir() is None else first
    assert contents(second) == contents(whole)
    names = {path.stem for path in (tmp_path / f"out-{tool}").iterdir()}
    assert {"train", "test"} <= names


@each_tool
def test_a_file_may_have_any_name(tmp_path: Path, tool: str) -> None:
    first = filled(tmp_path)
    suffix = {"labelstudio": "json", "csv": "csv", "webannotation": "jsonld"}.get(tool, "jsonl")
    out = tmp_path / f"may.{suffix}"
    second = tmp_path / "second.annotator"
    with open_project(first) as project:
        exporting.export(project, out, ExportPlan(tool))
    second.write_bytes(MADE["empty"])
    with open_project(second, is_writable=True) as project:
        report = importing.import_files(project, [out], annotator="ana", told=TOLD.get(tool))
        assert report.problems == []
        assert report.annotations > 15


def test_tokens_of_prodigy_cover_the_text_and_no_label_cuts_one(tmp_path: Path) -> None:
    with open_project(filled(tmp_path)) as project:
        exporting.export(project, tmp_path / "out", ExportPlan("prodigy"))
    lines = (tmp_path / "out" / "data.jsonl").read_text("utf-8").splitlines()
    for task in map(json.loads, lines):
        tokens = task["tokens"]
        whole = "".join(each["text"] + (" " if each["ws"] else "") for each in tokens)
        assert whole == task["text"]
        for span in task["spans"]:
            assert tokens[span["token_start"]]["start"] == span["start"]
            assert tokens[span["token_end"]]["end"] == span["end"]
        assert [each["id"] for each in tokens] == list(range(len(tokens)))


def test_the_configuration_of_label_studio_names_every_control_of_the_tasks(
    tmp_path: Path,
) -> None:
    with open_project(filled(tmp_path)) as project:
        exporting.export(project, tmp_path / "out", ExportPlan("labelstudio"))
    root = ET.parse(tmp_path / "out" / "labeling-config.xml").getroot()
    controls = {each.get("name"): each for each in root.iter() if each.get("toName") == "text"}
    values = {name: {inner.get("value") for inner in each} for name, each in controls.items()}
    relations = {each.get("value") for each in root.iter("Relation")}
    tasks = json.loads((tmp_path / "out" / "data.json").read_bytes())
    results = [
        result
        for task in tasks
        for annotation in task["annotations"]
        for result in annotation["result"]
    ]
    assert results
    for result in results:
        if result["type"] == "relation":
            assert set(result["labels"]) <= relations | {"same_claim"}
            continue
        control = controls[result["from_name"]]
        assert control.tag.lower() == result["type"]
        held = result["value"].get(result["type"], [])
        assert result["type"] == "textarea" or set(held) <= values[result["from_name"]]
        assert result["to_name"] == "text"


PIECES = ["a", "→Experts", " ", "\n", "📰", "e\u0301", "שלום", "👩‍🚀", "\t", '"', ",", "1.5"]


def any_project(folder: Path, chance: Random) -> tuple[Path, list[Annotation]]:
    """Any text with labels anywhere between its clusters, in white space too."""
    text = "".join(chance.choice(PIECES) for _ in range(chance.randint(2, 25))) + "x y"
    article: Article = builders.article(text)
    edges = [place for place in range(len(text) + 1) if graphemes.is_boundary(text, place)]
    drawn: list[Annotation] = []
    for number in range(chance.randint(1, 4)):
        ends = sorted(chance.sample(edges, chance.randint(2, 4)))
        spans = tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False))
        label = chance.choice(["claim", "source"])
        drawn.append(Annotation(f"n{number}", "a1", "ana", label, spans, words(text, spans)))
    path = builders.project_file(folder)
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Work", added([article, *drawn]), is_undoable=False))
    return path, drawn


def proved(folder: Path, tool: str, chance: Random) -> tuple[list[Annotation], int, int]:
    """The annotations of any project, how many an export took, and how many it lost; what was
    written is proved by the export itself."""
    path, marks = any_project(folder, chance)
    with open_project(path) as project:
        report = exporting.export(project, folder / "out", ExportPlan(tool))
    lost = sum(count for (kind, _), count in report.losses.items() if kind == "annotation")
    return marks, report.annotations, lost


@each_tool
@seeded(15)
def test_any_text_with_any_labels_is_proved(
    tmp_path_factory: pytest.TempPathFactory, tool: str, chance: Random
) -> None:
    marks, _, lost = proved(tmp_path_factory.mktemp("any"), tool, chance)
    single = [each for each in marks if len(each.fragments) == 1]
    several = len(marks) - len(single)
    twice = len(single) - len({(each.label, each.fragments) for each in single})
    held = {"csv": 0, "webannotation": 0, "labelstudio": several}
    assert lost == held.get(tool, several + twice)


@pytest.mark.parametrize("tool", ["brat", "webanno", "uima", "conll", "spacy", "hf-tokens"])
@seeded(15)
def test_any_text_with_any_labels_is_proved_in_files_of_tokens_and_marks_too(
    tmp_path_factory: pytest.TempPathFactory, tool: str, chance: Random
) -> None:
    marks, exported, lost = proved(tmp_path_factory.mktemp("any"), tool, chance)
    assert exported == len(marks)
    assert 0 <= lost <= exported
