"""Prodigy: sessions are annotators, answers decide, tokens and characters must agree."""

import json
import os
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.progress import ArticleLabel, Progress
from annotator.formats import registry
from annotator.formats.annotated.prodigy import _prefix_of_sessions
from annotator.formats.incoming import Arrival
from annotator.formats.sources import Source
from tests import builders
from tests.formats.annotated.tool_files import SAID, links_of, prodigy, words_of
from tests.formats.difficult import read

TEXT = "Mayor Ruiz said the bridge will cost 4m euros."


def task(**changes: Any) -> dict[str, Any]:
    """A task as Prodigy writes it, changed."""
    return {**json.loads(prodigy(TEXT)), **changes}


def of(*tasks: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in tasks)


def people_of(arrivals: list[Arrival]) -> set[str]:
    return {row[2] for each in arrivals for row in each.annotations}


def test_sessions_without_the_name_of_the_data_set_are_annotators(tmp_path: Path) -> None:
    path = tmp_path / "news-desk.jsonl"
    path.write_bytes(
        of(
            task(_session_id="news-desk-anna"),
            task(_session_id="news-desk-ben"),
            task(_session_id="news-desk-anna-maria"),
            task(_session_id="2026-03-01_09-30-00"),
        )
    )
    found = list(registry.read(Source.of(path), annotator="ana"))
    arrivals = [each for each in found if isinstance(each, Arrival)]
    assert people_of(arrivals) == {"anna", "ben", "anna-maria", "ana"}


def test_sessions_are_looked_for_without_holding_a_line_that_has_no_end(tmp_path: Path) -> None:
    path = tmp_path / "a.prodigy"
    path.touch()
    os.truncate(path, 40_000_000)
    tracemalloc.start()
    try:
        assert _prefix_of_sessions(Source.of(path)) == ""
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_an_annotator_named_as_such_is_taken() -> None:
    arrivals, _, _ = read("t.jsonl", of(task(_annotator_id="eva")))
    assert people_of(arrivals) == {"eva"}


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_only_accepted_tasks_bring_labels(answer: str) -> None:
    arrivals, problems, notes = read("t.jsonl", of(task(answer=answer)))
    assert [each.article.text for each in arrivals] == [TEXT]
    assert words_of(arrivals) == set()
    assert problems == []
    assert any(answer in note.reason for note in notes)


def test_an_accepted_task_is_finished() -> None:
    arrivals, _, _ = read("t.jsonl", of(task()))
    assert [each.status for each in arrivals[0].records if isinstance(each, Progress)] == [
        "finished"
    ]


@pytest.mark.parametrize(
    "asked", [{"_view_id": "ner", "_is_binary": True}, {"_view_id": "choice"}, {"_is_binary": True}]
)
def test_who_was_asked_about_one_thing_has_not_read_the_rest(asked: dict[str, Any]) -> None:
    arrivals, _, _ = read("t.jsonl", of(task(**asked)))
    assert words_of(arrivals) == set(SAID)
    assert [each for each in arrivals[0].records if isinstance(each, Progress)] == []


def test_a_task_of_pictures_is_refused_in_words() -> None:
    _, problems, _ = read("t.jsonl", of(task(), {"image": "x.png", "_view_id": "image_manual"}))
    assert "a task without a text" in problems[0].reason


def test_the_last_token_counts_in_and_one_left_out_is_no_contradiction() -> None:
    spans = json.loads(json.dumps(task()["spans"]))
    for span in spans:
        span["token_end"] += 1
    arrivals, problems, _ = read("t.jsonl", of(task(spans=spans, relations=[])))
    assert words_of(arrivals) == set(SAID)
    assert problems == []


def test_spans_that_tell_only_tokens_are_placed_by_them() -> None:
    spans = [{"token_start": 0, "token_end": 1, "label": "SOURCE"}]
    arrivals, _, _ = read("t.jsonl", of(task(spans=spans, relations=[])))
    assert words_of(arrivals) == {SAID[0]}


def test_relations_without_spans_are_read_off_their_tokens() -> None:
    bare = {key: task()["relations"][0][key] for key in ("head", "child", "label")}
    arrivals, problems, _ = read("t.jsonl", of(task(relations=[bare])))
    assert links_of(arrivals) == {("SAID_BY", "CLAIM", "SOURCE")}
    assert problems == []


def test_a_relation_to_words_without_a_label_is_refused_by_name() -> None:
    relation = json.loads(json.dumps(task()["relations"][0]))
    relation["child_span"] = {
        "start": 11,
        "end": 15,
        "token_start": 2,
        "token_end": 2,
        "label": None,
    }
    _, problems, _ = read("t.jsonl", of(task(relations=[relation])))
    assert "child 'said', [11, 15), bears no label" in problems[0].reason


def test_choices_are_labels_of_the_article() -> None:
    options = [{"id": "news", "text": "News"}, {"id": "opinion", "text": "Opinion"}]
    arrivals, _, _ = read(
        "t.jsonl", of(task(spans=[], relations=[], options=options, accept=["news"]))
    )
    labels = [each for each in builders.came_along(arrivals[0]) if isinstance(each, ArticleLabel)]
    assert [(each.label, each.value) for each in labels] == [("choice", "news")]


def test_a_choice_that_is_but_numbered_is_known_by_its_text() -> None:
    options = [{"id": 1, "text": "News"}, {"id": "option_2", "text": "Opinion"}]
    arrivals, _, _ = read(
        "t.jsonl", of(task(spans=[], relations=[], options=options, accept=[1, "option_2", 3]))
    )
    labels = [each for each in builders.came_along(arrivals[0]) if isinstance(each, ArticleLabel)]
    assert [each.value for each in labels] == ["News", "Opinion", "3"]


def test_sentences_that_bear_the_id_of_one_article_are_told_apart() -> None:
    other = json.loads(prodigy("Mayor Ruiz said the bridge will cost 4m euros. Really."))
    arrivals, problems, _ = read("t.jsonl", of(task(), other))
    assert len({each.article.id for each in arrivals}) == 2
    assert problems == []
