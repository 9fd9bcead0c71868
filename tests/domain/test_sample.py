import hashlib
import json
import re
from itertools import pairwise

import pytest

from annotator import resources
from annotator.domain.scheme_file import parse_scheme
from annotator.text.near_duplicates import are_near
from annotator.text.shingles import shingles

SCHEME = parse_scheme(resources.path("schemes", "news-review.toml").read_text("utf-8"))
UNNAMED = {"unnamed_person", "unnamed_group"}


def lines_of(name: str):
    text = resources.path("sample", name).read_bytes().decode("utf-8")
    return [json.loads(line) for line in text.splitlines()]


ARTICLES = {each["id"]: each for each in lines_of("articles.jsonl")}
RECORDS = lines_of("annotations.jsonl")
LINKS = lines_of("links.jsonl")
SUGGESTIONS = lines_of("suggestions.jsonl")
DECISIONS = lines_of("decisions.jsonl")
DECIDED = {each["article"] for each in DECISIONS}
TEXTS = [each["text"] for each in ARTICLES.values()]
every_record = pytest.mark.parametrize(
    "record", RECORDS, ids=[f"{each['id']}-{each['annotator']}" for each in RECORDS]
)


def record_of(article: str, annotator: str):
    return next(each for each in RECORDS if (each["id"], each["annotator"]) == (article, annotator))


def spans_of(record):
    return {each["id"]: each for each in record["spans"]}


def ends_of(record, label: str):
    """The two annotations of every relation of a kind."""
    spans = spans_of(record)
    return [
        (spans[each["from"]], spans[each["to"]])
        for each in record["relations"]
        if each["label"] == label
    ]


@pytest.mark.parametrize(
    "name",
    ["articles.jsonl", "annotations.jsonl", "links.jsonl", "suggestions.jsonl", "decisions.jsonl"],
)
def test_the_files_are_written_in_the_canonical_way(name):
    written = resources.path("sample", name).read_bytes().decode("utf-8")
    again = [
        json.dumps(each, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        for each in lines_of(name)
    ]
    assert written == "".join(f"{line}\n" for line in again)


def test_every_article_has_suggestions_on_words_that_are_there():
    assert {each["article"] for each in SUGGESTIONS} == set(ARTICLES)
    for each in SUGGESTIONS:
        text = ARTICLES[each["article"]]["text"]
        assert " ".join(text[start:end] for start, end in each["fragments"]) == each["text"]
        label = SCHEME.label(each["label"])
        assert SCHEME.attribute_problems(label.id, each["attributes"]) == ()
    engines = {each["engine"] for each in SUGGESTIONS}
    assert engines == {"boilerplate", "quotation", "sample"}


def test_there_are_six_articles_of_ordinary_length_and_one_is_markdown():
    assert len(ARTICLES) == 6
    assert all(350 <= len(text.split()) <= 700 for text in TEXTS)
    formats = [each.get("format", "txt") for each in ARTICLES.values()]
    assert sorted(formats) == ["markdown", "txt", "txt", "txt", "txt", "txt"]


def test_the_first_article_is_calm_and_waits_for_the_person_who_starts():
    first = min(ARTICLES)
    assert next(iter(ARTICLES)) == first
    assert ARTICLES[first]["title"] == "Harbour authority says dredging can start in March"
    second_sentence = ARTICLES[first]["text"].split(". ")[1]
    assert second_sentence.startswith("The work will cost 41 million euros")
    assert second_sentence.endswith("according to the harbour authority")
    assert {each["annotator"] for each in RECORDS if each["id"] == first} == {"ben"}


def test_two_annotators_have_finished_work_and_work_in_progress():
    statuses = {(e["annotator"], e["status"]) for e in RECORDS if e["layer"] == "raw"}
    assert {name for name, _ in statuses} == {"ana", "ben"}
    assert {("ana", "finished"), ("ana", "in_progress"), ("ben", "finished")} <= statuses
    assert all(each["labels"]["genre"] for each in RECORDS)


@every_record
def test_a_record_repeats_its_article_and_names_the_scheme(record):
    article = ARTICLES[record["id"]]
    assert record["text"] == article["text"]
    assert record["title"] == article["title"]
    assert {**article["meta"], "cluster": article["meta"].get("cluster")} == record["meta"]
    assert record["text_sha256"] == hashlib.sha256(record["text"].encode("utf-8")).hexdigest()
    assert record["scheme"] == {"id": "news-review", "revision": 1, "sha256": SCHEME.sha256}
    assert (record["schema"], record["offset_unit"]) == ("annotator/1", "codepoint")
    assert record["layer"] == ("raw" if record["annotator"] else "gold")
    assert bool(record["verdicts"]) == (record["id"] in DECIDED)


@every_record
def test_every_fragment_covers_its_words(record):
    assert record["spans"]
    for span in record["spans"]:
        fragments = span["fragments"]
        words = [record["text"][start:end] for start, end in fragments]
        assert " ".join(words) == span["text"]
        assert all(each and each == each.strip() for each in words)
        assert (span["start"], span["end"]) == (fragments[0][0], fragments[-1][1])
        assert all(left[1] <= right[0] for left, right in pairwise(fragments))


@every_record
def test_labels_and_attributes_are_those_of_the_scheme(record):
    for span in record["spans"]:
        assert SCHEME.attribute_problems(span["label"], span["attributes"]) == ()
        assert SCHEME.missing_attributes(span["label"], span["attributes"]) == ()
    for label, value in record["labels"].items():
        assert SCHEME.article_label(label).value(value)


@every_record
def test_nobody_labels_the_same_words_with_the_same_label_twice(record):
    seen = [(each["label"], str(each["fragments"])) for each in record["spans"]]
    assert len(set(seen)) == len(seen)


@every_record
def test_nothing_overlaps_boilerplate(record):
    covered = [
        (start, end, SCHEME.label(span["label"]).exclusive)
        for span in record["spans"]
        for start, end in span["fragments"]
    ]
    for start, end, exclusive in covered:
        if exclusive:
            inside = [each for each in covered if each[0] < end and start < each[1]]
            assert inside == [(start, end, exclusive)]


@every_record
def test_relations_join_what_the_scheme_allows(record):
    spans = spans_of(record)
    leaving: dict[tuple[str, str], int] = {}
    for relation in record["relations"]:
        kind = SCHEME.relation(relation["label"])
        assert relation["from"] != relation["to"]
        assert kind.allows(spans[relation["from"]]["label"], spans[relation["to"]]["label"])
        assert SCHEME.relation_attribute_problems(kind.id, relation["attributes"]) == ()
        end = (kind.id, relation["from"])
        leaving[end] = leaving.get(end, 0) + 1
        assert not kind.max_from or leaving[end] <= kind.max_from


@every_record
def test_flags_have_a_reason_of_the_scheme_and_sit_on_something(record):
    for flag in record["flags"]:
        assert SCHEME.flag_reason(flag["reason"])
        assert flag["messages"]
        assert flag["target"] is None or flag["target"] in spans_of(record)
        for start, end in flag.get("fragments", []):
            assert record["text"][start:end] == flag["text"]


def test_there_are_flags_in_every_state_on_every_kind_of_place():
    flags = [(each["annotator"], flag) for each in RECORDS for flag in each["flags"]]
    states = {(annotator, flag["state"]) for annotator, flag in flags}
    assert {("ana", "open"), ("ana", "answered")} <= states
    places = {
        "annotation" if flag["target"] else "passage" if "fragments" in flag else "article"
        for _, flag in flags
    }
    assert places == {"annotation", "passage", "article"}


def test_the_last_article_is_a_reprint_of_the_first():
    first, *others, last = ARTICLES.values()
    clusters = [each["meta"].get("cluster") for each in (first, *others, last)]
    assert clusters == [first["meta"]["cluster"], *[None] * len(others), last["meta"]["cluster"]]
    assert clusters[0] == clusters[-1] != ""
    assert are_near(shingles(first["text"]), shingles(last["text"]))
    assert first["title"] != last["title"]
    lacking = [each for each in first["text"].split("\n\n") if each not in last["text"]]
    assert len(lacking) == 2, "one paragraph is cut, and one figure corrected"
    assert "43 million euros" in last["text"]


def test_an_editor_decided_one_article_in_more_than_one_way():
    assert len(DECIDED) == 1
    (golden,) = (each for each in RECORDS if each["layer"] == "gold")
    assert {(golden["id"], golden["status"])} == {(*DECIDED, "adjudicated")}
    results = {name for each in DECISIONS for name in each["results"]}
    assert {each["id"] for each in golden["spans"]} == results - set(golden["labels"])
    assert {each["by"] for each in DECISIONS} == {"eva"}
    assert {each["choice"] for each in DECISIONS} == {"agreed", "taken", "edited"}
    words = {
        (each["annotator"], verdict["verdict"])
        for each in RECORDS
        for verdict in each["verdicts"]
        if each["annotator"]
    }
    assert {(name, word) for name in ("ana", "ben") for word in ("accepted", "corrected")} <= words


def test_links_join_the_two_tellings_of_one_story():
    assert {each["label"] for each in LINKS} == {"same_claim", "contradicts", "refines"}
    for link in LINKS:
        ends = [
            spans_of(record_of(link[side]["article"], link["annotator"]))[link[side]["span"]]
            for side in ("from", "to")
        ]
        kind = SCHEME.relation(link["label"])
        assert kind.scope == "project"
        assert kind.allows(*(end["label"] for end in ends))
        assert SCHEME.relation_attribute_problems(kind.id, link["attributes"]) == ()
        articles = [ARTICLES[link[side]["article"]] for side in ("from", "to")]
        assert articles[0]["id"] != articles[1]["id"]
        # One story told twice is no reprint: no words are shared but single ones.
        assert {each["meta"]["cluster"] for each in articles} == {None}
        assert not are_near(*(shingles(each["text"]) for each in articles))


def agreement_of(article: str):
    """Both annotators' spans of an article, as label, fragments and attributes."""
    return [
        {
            (each["label"], str(each["fragments"])): each
            for each in record_of(article, name)["spans"]
        }
        for name in ("ana", "ben")
    ]


@pytest.mark.parametrize("article", ["night-trains-railhead", "night-trains-vale"])
def test_the_annotators_differ_in_every_way_that_review_knows(article):
    ana, ben = agreement_of(article)
    both = ana.keys() & ben.keys()
    assert len(both) >= 10
    assert any(ana[key]["attributes"] != ben[key]["attributes"] for key in both)
    only_ana, only_ben = ana.keys() - both, ben.keys() - both
    touching = [
        (mine, theirs)
        for mine in only_ana
        for theirs in only_ben
        if ana[mine]["start"] < ben[theirs]["end"] and ben[theirs]["start"] < ana[mine]["end"]
    ]
    assert any(mine[0] == theirs[0] for mine, theirs in touching)
    boundaries = {mine for mine, _ in touching}
    assert only_ana - boundaries
    links = [
        {(start["text"], end["text"]) for start, end in ends_of(record, "attributed_to")}
        for record in (record_of(article, "ana"), record_of(article, "ben"))
    ]
    assert links[0] & links[1]
    assert links[1] - links[0]


def test_the_annotators_once_differ_only_in_the_label():
    ana, ben = agreement_of("night-trains-vale")
    labels = [{key[1]: key[0] for key in side} for side in (ana, ben)]
    shared = labels[0].keys() & labels[1].keys()
    assert any(labels[0][place] != labels[1][place] for place in shared)


def test_a_shop_line_stands_first():
    assert any(text.startswith("Your basket is empty.\n") for text in TEXTS)


def test_code_fences_leave_quotation_marks_without_a_partner():
    fenced = [text for text in TEXTS if "\n“`html\n" in text and "\n“`" in text.split("“`html")[1]]
    assert len(fenced) == 1
    assert fenced[0].count("“") == fenced[0].count("”") + 2


def test_pull_quotes_repeat_sentences_of_the_article():
    repeated = [
        line
        for text in TEXTS
        for line in text.split("\n")
        if len(line) > 60 and text.count(line) > 1
    ]
    assert len(set(repeated)) >= 3
    assert len(ends_of(record_of("night-trains-railhead", "ana"), "same_text_as")) == 2


def test_related_blocks_are_fused_with_the_text_that_follows():
    fused = re.compile(r"You may also like\n.+\n.+…\nRead More →[A-Z]")
    assert sum(len(fused.findall(text)) for text in TEXTS) == 3
    source = next(
        each
        for each in record_of("night-trains-railhead", "ana")["spans"]
        if each["text"] == "Experts"
    )
    before = ARTICLES["night-trains-railhead"]["text"][source["start"] - 1]
    assert before == "→"


def test_anonymous_sources_come_with_and_without_a_reason():
    reasons = {
        span["attributes"].get("anonymity_reason")
        for record in RECORDS
        for span in record["spans"]
        if span["attributes"].get("source_type") in UNNAMED
    }
    assert reasons == {"given", "not_given"}


def test_two_figures_rest_on_one_survey():
    pairs = ends_of(record_of("night-trains-railhead", "ana"), "attributed_to")
    figures = [
        claim["text"]
        for claim, source in pairs
        if source["attributes"].get("source_type") == "survey_or_data"
    ]
    assert len(figures) == 2
    assert all("%" in words for words in figures)


def test_quotations_are_interrupted_by_their_speaker():
    interrupted = [
        span
        for record in RECORDS
        for span in record["spans"]
        if span["label"] == "quote" and len(span["fragments"]) == 2
    ]
    assert len({span["text"] for span in interrupted}) >= 4


def test_an_officials_word_is_known_only_through_a_letter():
    pairs = ends_of(record_of("night-trains-railhead", "ana"), "reported_via")
    assert [outer["text"] for _, outer in pairs] == ["A confidential letter"]
    assert len(ends_of(record_of("night-trains-vale", "ana"), "reported_via")) == 2


def test_reportedly_stands_without_a_source_and_interrupts_a_claim():
    record = record_of("night-trains-vale", "ana")
    attributed = {claim["id"] for claim, _ in ends_of(record, "attributed_to")}
    pairs = [
        (claim, cue) for claim, cue in ends_of(record, "cued_by") if cue["text"] == "reportedly"
    ]
    assert len(pairs) == 2
    assert not attributed & {claim["id"] for claim, _ in pairs}
    (first, second), cue = pairs[0][0]["fragments"], pairs[0][1]
    assert first[1] < cue["start"] < cue["end"] < second[0]


def test_a_lead_is_said_twice():
    record = record_of("night-trains-vale", "ana")
    first_break = record["text"].index("\n")
    second_break = record["text"].index("\n", first_break + 1)
    pairs = ends_of(record, "same_claim")
    assert len(pairs) == 3
    for again, before in pairs:
        assert before["end"] <= first_break < again["start"] < second_break


def test_an_attitude_has_a_holder_or_is_the_authors():
    record = record_of("night-trains-vale", "ana")
    held = {sentiment["id"] for sentiment, _ in ends_of(record, "held_by")}
    assert len(held) >= 4
    authors = record_of("night-trains-railhead", "ana")
    assert [each for each in authors["spans"] if each["label"] == "sentiment"]
    assert not ends_of(authors, "held_by")


def test_the_markdown_article_has_headings_lists_a_quotation_and_links():
    text = next(each["text"] for each in ARTICLES.values() if each.get("format") == "markdown")
    for pattern in (
        r"^# ",
        r"^## ",
        r"^- ",
        r"^1\. ",
        r"^> ",
        r"\[.+\]\(https://.+\)",
        r"\*\*.+\*\*",
    ):
        assert re.search(pattern, text, re.MULTILINE), pattern


def test_one_text_ends_without_a_line_feed():
    assert [text.endswith("\n") for text in TEXTS].count(False) == 1
