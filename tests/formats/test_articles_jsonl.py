"""Reference records and plain records in: what is good comes, what is bad is told by line."""

import io
import json
from typing import Any

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.flag import Flag, Message
from annotator.domain.identity import is_name
from annotator.domain.progress import ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.span import Span
from annotator.formats.articles import jsonl
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.sources import Source
from tests.builders import came_along
from tests.formats import difficult

TEXT = "📰 Mayor Ruiz said the bridge will cost 4m euros."
SOURCE = {"id": "s1", "label": "source", "start": 2, "end": 12}
CLAIM = {"id": "s2", "label": "claim", "start": 18, "end": 47}


def read(*records: Any) -> tuple[list[Arrival], list[Problem]]:
    lines = [each if isinstance(each, str) else json.dumps(each) for each in records]
    source = Source("x.jsonl", stream=io.BytesIO("\n".join(lines).encode()))
    found = list(jsonl.read(source, annotator="bo"))
    arrivals = [each for each in found if isinstance(each, Arrival)]
    return arrivals, [each for each in found if isinstance(each, Problem)]


def only(*records: Any) -> Arrival:
    (arrival,), problems = read(*records)
    assert problems == []
    return arrival


def refused(*records: Any) -> tuple[Arrival, str]:
    (arrival,), (problem,) = read(*records)
    assert problem.line == 1
    return arrival, problem.reason


def annotations(arrival: Arrival) -> dict[str, Annotation]:
    return {each.id: each for each in came_along(arrival) if isinstance(each, Annotation)}


def test_a_text_alone_is_enough() -> None:
    arrival = only({"text": TEXT})
    assert arrival.article.text == TEXT
    assert arrival.article.id == f"a-{arrival.article.text_sha256[:12]}"
    assert not arrival.has_own_id
    assert (arrival.raw, came_along(arrival)) == (None, ())


def test_everything_of_a_reference_record_comes_in() -> None:
    arrival = only(
        {
            "id": "a1", "schema": "annotator/1", "offset_unit": "codepoint", "text": TEXT,
            "title": "The bridge", "language": "en", "split": "train",
            "meta": {"outlet": "Herald", "cluster": 17, "desk": ["city"]},
            "scheme": {"id": "news-review", "revision": 1, "sha256": "0"},
            "layer": "raw", "annotator": "ana", "status": "finished",
            "spans": [
                SOURCE | {"fragments": [[2, 12]], "text": "Mayor Ruiz", "note": "who?",
                          "attributes": {"source_type": "named_person"}, "origin": "manual"},
                CLAIM | {"fragments": [[18, 28], [34, 47]], "text": "the bridge cost 4m euros"},
            ],
            "relations": [{"id": "r1", "label": "attributed_to", "from": "s2", "to": "s1",
                           "attributes": {"sure": True}}],
            "labels": {"genre": "news"},
            "flags": [
                {"id": "f1", "target": "s2", "reason": "needs_source", "state": "answered",
                 "raised_by": "ana", "messages": [{"by": "ana", "text": "Where?"}]},
                {"id": "f2", "target": None, "reason": "other", "state": "open", "messages": [],
                 "fragments": [[0, 1]], "text": "📰"},
            ],
            "verdicts": [{"id": "v1", "target": "s2", "label": "claim", "verdict": "accepted",
                          "reason": "", "by": "eva"}],
        }
    )  # fmt: skip
    article = arrival.article
    assert (article.id, article.title, article.language) == ("a1", "The bridge", "en")
    assert (article.outlet, article.cluster, article.extra) == ("Herald", "17", {"desk": ["city"]})
    assert came_along(arrival) == (
        Annotation("s1", "a1", "ana", "source", (Span(2, 12),), "Mayor Ruiz",
                   {"source_type": "named_person"}, "manual", "who?"),
        Annotation("s2", "a1", "ana", "claim", (Span(18, 28), Span(34, 47)),
                   "the bridge cost 4m euros", {}, "import:jsonl"),
        Relation("r1", "a1", "ana", "attributed_to", "s2", "s1", "a1", {"sure": True}),
        Flag("f1", "a1", "ana", "s2", "needs_source", "answered", "ana",
             (Message("ana", "Where?"),)),
        Flag("f2", "a1", "ana", None, "other", "open", "ana", (), (Span(0, 1),), "📰"),
        Verdict("v1", "a1", "ana", "s2", "claim", "accepted", "", "eva"),
        ArticleLabel("a1", "ana", "genre", "news"),
        Progress("a1", "ana", "finished"),
    )  # fmt: skip


def test_spans_of_plain_records_belong_to_whoever_imports_them() -> None:
    plain = {"text": TEXT, "spans": [{"start": 2, "end": 12, "label": "source"}] * 2}
    found = annotations(only(plain))
    assert {each.annotator for each in found.values()} == {"bo"}
    assert list(found) == ["source-2-12", "source-2-12-2"]
    assert came_along(only(plain)) == came_along(only(plain))


def test_only_the_gold_layer_is_adjudicated_and_by_gold() -> None:
    raw = {"text": TEXT, "annotator": "ana", "status": "adjudicated"}
    arrival, reason = refused(raw)
    assert came_along(arrival) == ()
    assert "only the gold layer" in reason
    arrival, reason = refused({"text": TEXT, "annotator": "gold", "spans": [CLAIM]})
    assert came_along(arrival) == ()
    assert "the line says raw" in reason


def test_names_made_of_long_or_strange_words_can_be_read_again() -> None:
    spans = [{**CLAIM, "id": "c" * 150}, {**CLAIM, "id": "d" * 150}]
    record = {
        "text": TEXT,
        "spans": spans,
        "relations": [{"label": "supports", "from": "c" * 150, "to": "d" * 150}],
        "flags": [{"reason": "who\nsaid this"}],
        "verdicts": [{"verdict": "accepted", "label": "claim", "by": "e" * 250}],
    }
    made = [each.key[-1] for each in came_along(only(record))[2:]]
    assert all(is_name(name) for name in made), made
    assert made == [each.key[-1] for each in came_along(only(record))[2:]]


@pytest.mark.parametrize(
    "name", ["📰", "👨\u200d👩\u200d👧", "نمی\u200cشود", "a/b 'c' \"d\"", "x" * 200]
)
def test_ids_may_be_any_words_on_one_line(name: str) -> None:
    assert only({"id": name, "text": TEXT}).article.id == name


def test_the_gold_layer_is_the_annotator_gold() -> None:
    record = {
        "text": TEXT,
        "layer": "gold",
        "annotator": None,
        "status": "adjudicated",
        "spans": [CLAIM],
    }
    assert {each.annotator for each in came_along(only(record))} == {"gold"}


def test_an_aggregate_brings_its_article_but_is_nobodys_work() -> None:
    arrival, reason = refused({"text": TEXT, "layer": "aggregate", "spans": [CLAIM]})
    assert came_along(arrival) == ()
    assert "'aggregate'" in reason


@pytest.mark.parametrize(("start", "end"), [(3, 13), (19, 48)])
def test_utf_16_offsets_are_converted(start: int, end: int) -> None:
    arrival = only(
        {
            "text": TEXT,
            "offset_unit": "utf16",
            "spans": [{"start": start, "end": end, "label": "x"}],
        }
    )
    (found,) = annotations(arrival).values()
    assert found.fragments == (Span(start - 1, end - 1),)


def test_a_utf_16_offset_inside_a_character_is_refused() -> None:
    _, reason = refused(
        {"text": TEXT, "offset_unit": "utf16", "spans": [{"start": 1, "end": 13, "label": "x"}]}
    )
    assert "offset 1 lies inside one character" in reason


def test_an_unknown_unit_of_offsets_is_refused_whole() -> None:
    arrivals, (problem,) = read({"text": TEXT, "offset_unit": "byte", "spans": [CLAIM]})
    assert arrivals == []
    assert "'byte' is not known" in problem.reason


@pytest.mark.parametrize("unit", ["codepoint", "utf16"])
def test_offsets_into_other_line_ends_are_mapped(unit: str) -> None:
    given = f"One.\r\n\r\n{TEXT}\rEnd."
    shift = 8 if unit == "codepoint" else 9
    spans = [
        {"start": 18 + shift, "end": 47 + shift, "label": "claim", "text": TEXT[18:47]},
        {"start": 0, "end": 8, "label": "cue", "text": "One.\r\n\r\n"},
    ]
    arrival = only({"text": given, "offset_unit": unit, "spans": spans})
    assert arrival.article.text == f"One.\n\n{TEXT}\nEnd."
    assert arrival.raw == given.encode()
    assert [each.text for each in annotations(arrival).values()] == [TEXT[18:47], "One.\n\n"]
    assert [each.start for each in annotations(arrival).values()] == [24, 0]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"end": 99}, "[18, 99) lies outside the text of 48 characters"),
        ({"start": -1}, "[-1, 47) lies outside the text"),
        ({"start": 47}, "[47, 47) is empty"),
        ({"start": "18"}, "no whole numbers"),
        ({"start": True}, "no whole numbers"),
        ({"start": None}, "no whole numbers"),
        (
            {"fragments": [[34, 47], [18, 28]], "start": 34, "end": 28},
            "precedes the fragment before",
        ),
        ({"fragments": [[18, 30], [28, 47]]}, "overlaps"),
        ({"fragments": [[18, 40]]}, "not those of its fragments"),
        ({"fragments": []}, "no fragment"),
        ({"fragments": [18, 47]}, "no list of [start, end]"),
        (
            {"text": "the bridge"},
            "holds 'the bridge will cost 4m euros', not 'the bridge' as it says",
        ),
        ({"label": ""}, "no label"),
        ({"label": "a\u202eb"}, "characters that cannot be seen"),
        ({"id": "s1"}, "another one has its id"),
        ({"id": ["s2"]}, "no id"),
        ({"attributes": [1]}, "attributes are no object"),
        ({"note": 7}, "note is no text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_span_is_refused_alone(change: dict[str, Any], reason: str) -> None:
    arrival, told = refused({"text": TEXT, "spans": [SOURCE, CLAIM | change]})
    assert list(annotations(arrival)) == ["s1"]
    assert reason in told


def test_a_span_may_not_cut_a_visible_character() -> None:
    text = "👩‍👩‍👧 said e\u0301"
    arrival, reason = refused(
        {
            "text": text,
            "spans": [{"start": 0, "end": 1, "label": "x"}, {"start": 0, "end": 5, "label": "x"}],
        }
    )
    assert [each.text for each in annotations(arrival).values()] == ["👩‍👩‍👧"]
    assert "offset 1 lies inside one visible character" in reason


def test_what_hangs_on_a_refused_span_is_refused_with_it() -> None:
    (arrival,), problems = read(
        {
            "text": TEXT,
            "spans": [SOURCE, CLAIM | {"end": 99}],
            "relations": [{"label": "attributed_to", "from": "s2", "to": "s1"}],
            "flags": [{"target": "s2", "reason": "needs_source"}],
            "verdicts": [
                {"target": "s2", "verdict": "accepted"},
                {"target": "s1", "verdict": "accepted"},
            ],
        }
    )
    assert [record.kind for record in came_along(arrival)] == ["annotation", "verdict"]
    assert [problem.reason.split(" is left")[0] for problem in problems] == [
        "The span 's2'", "The relation number 1", "The flag number 1", "The verdict number 1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"id": "a"}, "no text"),
        ({"text": 7}, "field text holds no text"),
        ({"text": " \n"}, "no visible character"),
        ({"text": "a\0b"}, "NUL character in 'text', character 2"),
        ('{"text": "\\ud83d"}', "surrogate"),
        ({"text": TEXT, "id": "a\nb"}, "cannot be seen"),
        ({"text": TEXT, "id": ""}, "no id"),
        ({"text": TEXT, "schema": "annotator/2"}, "newer Annotator (annotator/2"),
        ({"text": TEXT, "text_sha256": "0" * 64}, "not the one that was labelled"),
        ({"text": TEXT, "annotator": "a\tb"}, "annotator"),
    ],
)
def test_a_line_without_a_sound_text_is_refused_and_the_next_comes(
    record: Any, reason: str
) -> None:
    (arrival,), (problem,) = read(record, {"text": "Fine."})
    assert arrival.article.text == "Fine."
    assert problem.line == 1
    assert reason in problem.reason


@pytest.mark.parametrize(
    "change",
    [{"meta": 7}, {"meta": {"url": []}}, {"title": 7}, {"labels": [1]},
     {"labels": {"genre": 1}}, {"spans": {}}, {"spans": ["x"]}, {"relations": 7},
     {"flags": [{"state": "new", "reason": "x"}]}, {"status": "so so"},
     {"flags": [{"reason": "x", "messages": ["hi"]}]}, {"verdicts": [{"verdict": "maybe"}]}],
    ids=json.dumps,
)  # fmt: skip
def test_parts_of_the_wrong_kind_are_left_out_with_a_word(change: dict[str, Any]) -> None:
    arrival, reason = refused({"text": TEXT} | change)
    assert came_along(arrival) == ()
    assert "left out" in reason


def test_lines_of_one_article_arrive_together() -> None:
    one = {"id": "a1", "text": TEXT, "annotator": "ana", "spans": [SOURCE]}
    arrival = only(one, one | {"annotator": "eva"}, one)
    assert [record.key for record in came_along(arrival)] == [
        ("a1", "ana", "s1"),
        ("a1", "eva", "s1"),
    ]


def test_lines_of_one_article_that_stand_apart_arrive_as_known() -> None:
    one = {"id": "a1", "text": TEXT, "annotator": "ana", "spans": [SOURCE]}
    arrivals, problems = read(one, {"id": "a2", "text": "Fine."}, one | {"annotator": "eva"})
    assert [(each.article.id, each.is_known) for each in arrivals] == [
        ("a1", False), ("a2", False), ("a1", True),
    ]  # fmt: skip
    assert problems == []


def test_one_id_with_two_texts_is_refused() -> None:
    (arrival,), (problem,) = read({"id": "a1", "text": TEXT}, {"id": "a1", "text": TEXT + "!"})
    assert arrival.article.text == TEXT
    assert (problem.line, "another text" in problem.reason) == (2, True)


def test_one_annotation_with_two_contents_is_refused() -> None:
    one = {"id": "a1", "text": TEXT, "spans": [SOURCE]}
    (arrival,), (problem,) = read(one, one | {"spans": [SOURCE | {"end": 7}]})
    assert annotations(arrival)["s1"].text == "Mayor Ruiz"
    assert "s1 came before with other contents" in problem.reason


def test_unknown_keys_are_told_once_and_are_no_problem() -> None:
    _, (problem,) = read({"text": TEXT, "source": 1}, {"text": "Fine.", "source": 1, "_x": 2})
    assert problem.is_note
    assert problem.reason.endswith("passed over: _x, source.")


def test_a_markdown_record_has_its_structure() -> None:
    article = only({"text": "# Mayor *Ruiz*\n\nNo.", "format": "markdown"}).article
    assert (article.format, article.title) == ("markdown", "Mayor Ruiz")
    assert "emphasis" in {each.kind for each in article.structure}


def test_links_between_articles_are_read_beside_problems() -> None:
    ends = {"from": {"article": "a1", "span": "s2"}, "to": {"article": "a2", "span": "s9"}}
    good = {"id": "l1", "label": "same_claim", "annotator": None, "attributes": {"by": 1}} | ends
    lines = [json.dumps(each) for each in (good, good | {"to": "a2"}, good | {"annotator": "ana"})]
    source = Source("links.jsonl", stream=io.BytesIO("\n".join(lines).encode()))
    first, problem, second = jsonl.read_links(source, annotator="bo")
    assert first == Relation("l1", "a1", "gold", "same_claim", "s2", "s9", "a2", {"by": 1})
    assert isinstance(problem, Problem)
    assert problem.line == 2
    assert isinstance(second, Relation)
    assert second.annotator == "ana"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"text": "Café owners agreed."}\n'.encode("latin-1"), ImportMap(encoding="latin-1")),
        ('{"text": "Café owners agreed."}\r\n'.encode("utf-16"), None),
        ('[{"text": "Café owners agreed."}]'.encode("utf-16"), None),
    ],
    ids=["told", "marked", "array"],
)
def test_json_in_another_encoding_is_read_where_somebody_says_which(
    content: bytes, told: ImportMap | None
) -> None:
    (arrival,), problems, _ = difficult.read("a.jsonl", content, told)
    assert arrival.article.text == "Café owners agreed."
    assert not problems


def test_json_in_an_encoding_that_nothing_tells_is_refused_with_its_place() -> None:
    content = '{"text": "Café"}\n{"text": "Bridge"}\n'.encode("latin-1")
    (arrival,), (problem,), _ = difficult.read("a.jsonl", content)
    assert arrival.article.text == "Bridge"
    assert (problem.line, "byte 14 of the line (0xE9)" in problem.reason) == (1, True)
    assert "--encoding" in problem.reason
    _, (problem,), _ = difficult.read("a.jsonl", content, ImportMap(encoding="ascii"))
    assert "is not ASCII" in problem.reason


@pytest.mark.parametrize("key", ["entities", "ents"])
def test_labels_as_spacy_calls_them_come_in(key: str) -> None:
    entity = {"start": 0, "end": 4, "label": "ORG"}
    record = {"text": "Uber blew it.", key: [entity], "tokens": [{"id": 0}]}
    for each in (record, {**record, "body": record["text"], "text": None}):
        (arrival,), problems, notes = difficult.read("a.jsonl", json.dumps(each).encode())
        assert [row[3:6] for row in arrival.annotations] == [("ORG", 0, 4)]
        assert not problems
        assert not any(key in note.reason for note in notes)


def test_labels_of_three_parts_under_any_usual_key_are_those_of_doccano() -> None:
    record = {"text": "Uber blew it.", "entities": [[0, 4, "ORG"]]}
    (arrival,), _, _ = difficult.read("a.jsonl", json.dumps(record).encode())
    assert [row[3:6] for row in arrival.annotations] == [("ORG", 0, 4)]
    assert arrival.names_of == "doccano"


def test_an_empty_file_is_told() -> None:
    assert [each.reason for each in difficult.read("a.jsonl", b"\n")[2]] == [
        "It is empty: there is no record in it."
    ]
