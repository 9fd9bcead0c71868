"""JSON of any shape in: fields found by name or told by dotted paths."""

import json
from random import Random
from typing import Any

from annotator.formats.import_map import ImportMap
from tests.chance import seeded, some, text
from tests.formats.difficult import EMOJI, LINES, assert_claim_is_found, read


def written(*records: Any) -> bytes:
    return "\n".join(map(json.dumps, records)).encode()


def test_usual_names_are_found_and_told() -> None:
    record = {
        "uri": "https://x.example/1", "headline": "Bridge", "content": "\r\n".join(LINES),
        "authors": ["Ana", "Bo"], "desk": {"name": "city"},
    }  # fmt: skip
    (arrival,), problems, (note,) = read("n.jsonl", written(record))
    article = arrival.article
    assert article.text == "\n".join(LINES)
    assert_claim_is_found(article.text)
    assert (article.title, article.url) == ("Bridge", "https://x.example/1")
    assert article.extra == {"author": "Ana, Bo", "desk": {"name": "city"}}
    assert problems == []
    assert "text from 'content'" in note.reason


def test_a_map_of_dotted_paths_finds_nested_fields() -> None:
    told = ImportMap(
        records="response.docs",
        fields={"text": ("lead.html", "parts.0", "parts.1"), "id": ("_id",), "title": ("h.main",)},
    )
    record = {"_id": 5, "h": {"main": "T"}, "lead": {"html": EMOJI}, "parts": ["A.", "B."]}
    content = json.dumps({"response": {"docs": [record, {"_id": 6}, 3]}}, indent=1).encode()
    (arrival,), problems, notes = read("n.json", content, told)
    assert arrival.article.text == f"{EMOJI}\n\nA.\n\nB."
    assert (arrival.article.id, arrival.article.title) == ("5", "T")
    assert len(problems) == 2
    assert "There is no text in lead.html" in problems[0].reason
    assert notes == []


def test_the_one_list_of_objects_in_a_file_is_taken_and_told() -> None:
    content = json.dumps({"count": 2, "articles": [{"body": EMOJI}, {"body": "Two."}]}).encode()
    articles, problems, notes = read("n.json", content)
    assert [each.article.text for each in articles] == [EMOJI, "Two."]
    assert problems == []
    assert "'articles'" in notes[0].reason


def test_the_one_list_is_found_in_the_answer_of_a_server_and_of_two_none_is_taken() -> None:
    answer = {"response": {"status": "ok", "results": [{"webTitle": "T", "body": EMOJI}]}}
    (arrival,), _, (first, *_) = read("n.json", json.dumps(answer).encode())
    assert (arrival.article.title, arrival.article.text) == ("T", EMOJI)
    assert "'response.results'" in first.reason
    two = {"a": {"b": [{"body": EMOJI}]}, "c": [{"body": EMOJI}]}
    assert read("n.json", json.dumps(two).encode())[0] == []


def test_a_list_of_texts_is_paragraphs_and_a_list_of_words_a_line() -> None:
    (short,), *_ = read("n.jsonl", written({"body": ["One para.", "Two."], "authors": ["A", "B"]}))
    (tokens,), *_ = read("n.jsonl", written({"body": ["Rain", "fell", "."]}))
    assert (short.article.text, short.article.extra["author"]) == ("One para.\n\nTwo.", "A, B")
    assert tokens.article.text == "Rain fell ."


def test_a_map_that_points_nowhere_is_a_sentence() -> None:
    articles, (problem,), _ = read("n.json", b'{"a": [{"text": "x"}]}', ImportMap(records="b.c"))
    assert articles == []
    assert "'b.c'" in problem.reason


def test_annotations_of_a_mapped_record_come_along() -> None:
    record = {"body": EMOJI, "spans": [{"start": 18, "end": 47, "label": "claim"}]}
    told = ImportMap(fields={"text": ("body",)})
    (arrival,), problems, _ = read("n.jsonl", written(record), told)
    assert [row[7] for row in arrival.annotations] == ["the bridge will cost 4m euros"]
    assert problems == []


def test_records_without_a_text_are_told_and_the_others_come_in() -> None:
    articles, problems, _ = read("n.jsonl", written({"a": 1}, {"body": EMOJI}, {"body": [1]}))
    assert [each.article.text for each in articles] == [EMOJI]
    assert [each.line for each in problems] == [1, 3]
    assert "its fields are a." in problems[0].reason


def test_records_of_our_own_stay_as_they_are() -> None:
    (arrival,), problems, notes = read("n.jsonl", written({"text": EMOJI, "meta": {"desk": "x"}}))
    assert arrival.article.extra == {"desk": "x"}
    assert (problems, notes) == ([], [])


def any_json(chance: Random, depth: int = 3) -> Any:
    """JSON with the usual names in it."""
    kind = chance.randrange(6 if depth else 4)
    if kind == 4:
        return [any_json(chance, depth - 1) for _ in range(chance.randint(0, 3))]
    if kind == 5:
        names = some(chance, ["text", "body", "a", "id", "title"], 4)
        return {name: any_json(chance, depth - 1) for name in names}
    return (None, chance.random() < 0.5, chance.randint(-9, 9), text(chance, 9))[kind]


@seeded(150)
def test_any_object_gives_articles_or_sentences(chance: Random) -> None:
    names = some(chance, ["text", "body", "items", "id"], 4)
    record = {name: any_json(chance) for name in names}
    articles, problems, _ = read("n.json", json.dumps(record).encode())
    assert all(each.article.text for each in articles)
    assert all("\n" not in each.reason for each in problems)
