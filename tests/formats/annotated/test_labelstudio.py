"""Label Studio: two eras of offsets, what is said of regions, who completed it, and pages."""

import json
from typing import Any

import pytest

from annotator.domain.progress import ArticleLabel
from annotator.domain.suggestion import Suggestion
from annotator.formats.annotated.labelstudio import text_content
from annotator.formats.import_map import ImportMap
from tests import builders
from tests.formats.annotated.tool_files import SAID, labelstudio, links_of, words_of
from tests.formats.difficult import EMOJI, read
from tests.growth import stays_within

TEXT = "Mayor Ruiz said the bridge will cost 4m euros."
NAME = "project-1.json"


def changed(path: str, value: Any, text: str = TEXT) -> bytes:
    """The export with one thing changed; a path of keys and numbers."""
    tasks = json.loads(labelstudio(text))
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
    inner: Any = tasks
    for step in way:
        inner = inner[step]
    inner[last] = value
    return json.dumps(tasks).encode()


@pytest.mark.parametrize("unit", ["codepoint", "utf16"])
def test_words_tell_in_which_era_offsets_were_counted(unit: str) -> None:
    arrivals, problems, _ = read(NAME, labelstudio(EMOJI, unit=unit))
    assert words_of(arrivals) == set(SAID)
    assert problems == []


def test_without_words_the_unit_is_asked_for() -> None:
    content = labelstudio(EMOJI, unit="utf16", has_words=False)
    arrivals, problems, _ = read(NAME, content)
    assert arrivals == []
    assert "codepoint and utf16 are possible. Say it with --offsets" in problems[0].reason
    arrivals, problems, _ = read(NAME, content, ImportMap(offsets="utf16"))
    assert words_of(arrivals) == set(SAID)


def test_what_is_said_of_a_region_is_an_attribute() -> None:
    arrivals, _, _ = read(NAME, labelstudio(TEXT))
    assert [json.loads(row[8]) for row in arrivals[0].annotations] == [{}, {"certainty": "hedged"}]


def test_what_is_said_of_the_whole_text_is_a_label_of_the_article() -> None:
    said = {
        "id": "g", "from_name": "genre", "to_name": "text", "type": "choices",
        "value": {"choices": ["news"]},
    }  # fmt: skip
    arrivals, _, _ = read(NAME, changed("0.annotations.0.result.2", said))
    labels = [each for each in builders.came_along(arrivals[0]) if isinstance(each, ArticleLabel)]
    assert [(each.label, each.value) for each in labels] == [("genre", "news")]


@pytest.mark.parametrize(
    ("direction", "ends"),
    [("right", ("CLAIM", "SOURCE")), ("left", ("SOURCE", "CLAIM")), ("bi", ("CLAIM", "SOURCE"))],
)
def test_relations_lead_the_way_they_were_drawn(direction: str, ends: tuple[str, str]) -> None:
    arrivals, _, notes = read(NAME, changed("0.annotations.0.result.3.direction", direction))
    assert links_of(arrivals) == {("SAID_BY", *ends)}
    assert any("both ways" in note.reason for note in notes) == (direction == "bi")


@pytest.mark.parametrize(
    ("who", "name"),
    [
        (3, "user-3"), (None, "ana"), ({"id": 4}, "user-4"),
        ({"id": 4, "email": "eva@desk.example"}, "eva@desk.example"),
    ],
)  # fmt: skip
def test_who_completed_it_is_the_annotator(who: object, name: str) -> None:
    arrivals, _, _ = read(NAME, changed("0.annotations.0.completed_by", who))
    assert {row[2] for row in arrivals[0].annotations} == {name}


def test_cancelled_annotations_are_passed_over_and_told() -> None:
    arrivals, problems, notes = read(NAME, changed("0.annotations.0.was_cancelled", value=True))
    assert words_of(arrivals) == set()
    assert problems == []
    assert "cancelled" in " ".join(note.reason for note in notes)


def predicted(start: int, end: int, label: str, **more: Any) -> dict[str, Any]:
    """A region that a model proposes."""
    return {
        "id": f"p{start}", "from_name": "role", "to_name": "text", "type": "labels",
        "value": {"start": start, "end": end, "text": EMOJI[start:end], "labels": [label]}, **more,
    }  # fmt: skip


def test_predictions_are_suggestions_with_the_model_and_how_sure_it_is() -> None:
    predictions = [
        {"model_version": "old", "score": 0.9, "result": [predicted(2, 12, "SOURCE")]},
        {"model_version": "rules-1", "score": 0.7, "result": [
            predicted(2, 12, "SOURCE", score=0.95), predicted(18, 47, "CLAIM"),
            predicted(13, 99, "CUE"),
        ]},
        {"confidence": "50", "result": [predicted(13, 17, "CUE")]},
    ]  # fmt: skip
    content = changed("0.predictions", predictions, EMOJI)
    arrivals, problems, notes = read(NAME, content)
    found = [each for each in arrivals[0].records if isinstance(each, Suggestion)]
    assert [(each.engine, each.label, each.text, each.confidence) for each in found] == [
        ("old", "SOURCE", "Mayor Ruiz", 0.9), ("rules-1", "SOURCE", "Mayor Ruiz", 0.95),
        ("rules-1", "CLAIM", SAID[1][1], 0.7), ("labelstudio", "CUE", "said", 0.5),
    ]  # fmt: skip
    assert {(each.annotator, each.fate) for each in found} == {("ana", "open")}
    assert (
        "The prediction of rules-1 on 'said the bridge will cost 4m euros.' is left out"
        in problems[0].reason
    )
    assert "suggestions to ana, to be accepted or rejected one by one: 4." in notes[0].reason
    assert words_of(arrivals) == set(SAID)


def test_several_labels_on_a_region_are_several_annotations() -> None:
    path = "0.annotations.0.result.0.value.labels"
    arrivals, _, _ = read(NAME, changed(path, ["SOURCE", "PERSON"]))
    assert words_of(arrivals) == {*SAID, ("PERSON", "Mayor Ruiz")}


def test_json_min_is_read_with_what_is_said_of_regions() -> None:
    start, end = 16, 45
    record = {
        "id": 1, "text": TEXT, "publisher": "Harbour Post", "annotator": 3, "annotation_id": 7,
        "role": [
            {"start": 0, "end": 10, "text": "Mayor Ruiz", "labels": ["SOURCE"]},
            {"start": start, "end": end, "text": TEXT[start:end], "labels": ["CLAIM"]},
        ],
        "certainty": [{"start": start, "end": end, "choices": ["hedged"]}],
        "created_at": "2026-03-01T09:30:00Z", "lead_time": 41.2,
    }  # fmt: skip
    arrivals, problems, _ = read(NAME, json.dumps([record]).encode())
    assert words_of(arrivals) == set(SAID)
    assert [row[8] for row in arrivals[0].annotations] == ["{}", '{"certainty":"hedged"}']
    assert {row[2] for row in arrivals[0].annotations} == {"user-3"}
    assert problems == []


def test_pages_are_read_by_their_visible_text() -> None:
    page = "<p>Mayor &amp; council: <b>the bridge</b> falls.</p>"
    visible = "Mayor & council: the bridge falls."
    assert text_content(page) == visible
    start = visible.index("the bridge")
    value = {
        "start": "/p[1]/b[1]/text()[1]", "end": "/p[1]/b[1]/text()[1]", "startOffset": 0,
        "endOffset": 10, "globalOffsets": {"start": start, "end": start + 10},
        "text": "the bridge", "hypertextlabels": ["CLAIM"],
    }  # fmt: skip
    result = {
        "id": "a",
        "from_name": "l",
        "to_name": "t",
        "type": "hypertextlabels",
        "value": value,
    }
    tasks = [{"id": 1, "data": {"html": page}, "annotations": [{"id": 1, "result": [result]}]}]
    arrivals, problems, _ = read(NAME, json.dumps(tasks).encode())
    assert [each.article.text for each in arrivals] == [visible]
    assert words_of(arrivals) == {("CLAIM", "the bridge")}
    assert problems == []


def test_results_that_mark_no_words_are_refused_by_their_type() -> None:
    odd = {"id": "x", "type": "rectanglelabels", "value": {"x": 1}}
    _, problems, _ = read(NAME, changed("0.annotations.0.result.2", odd))
    assert "rectanglelabels" in problems[0].reason


def test_a_region_that_comes_thousands_of_times_costs_no_more_than_its_share() -> None:
    def of(count: int) -> bytes:
        tasks = json.loads(labelstudio(TEXT))
        (work,) = tasks[0]["annotations"]
        work["result"] = work["result"][:1] * count
        return json.dumps(tasks).encode()

    few, many = of(500), of(2_000)
    assert stays_within(8, small=lambda: read(NAME, few), large=lambda: read(NAME, many))
