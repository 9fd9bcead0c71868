"""Passages: annotations where the query asks for labels, else sentences, else titles."""

from dataclasses import replace
from functools import partial

import pytest

from annotator.domain.change import Draft, added
from annotator.domain.flag import CLOSED, OPEN, Flag
from annotator.domain.progress import FINISHED, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.operations import writing
from annotator.storage import articles, passages
from annotator.storage.project import open_project
from tests import builders, growth
from tests.builders import annotation, article, place, project_file

BRIDGE = article(
    "The bridge will cost 4m euros. The mayor likes the bridge. Trams are cheap.\nNobody asked.",
    article_id="bridge",
)
CAFE = article("The Café by the harbour has closed. A CAFE opens.", article_id="cafe", title="Inn")
NIGHT = article("Night trains end in May. The bridge stays.", article_id="night", title="Trains")
reading = partial(builders.reading, known=(BRIDGE, CAFE, NIGHT))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """The three articles, with claims, sources, flags, notes and a verdict."""
    cost = annotation(BRIDGE, "The bridge will cost 4m euros.", annotation_id="n1")
    cheap = annotation(BRIDGE, "Trams are cheap", annotation_id="n2")
    mayor = annotation(BRIDGE, "The mayor", annotation_id="n3", label="source")
    bens = annotation(BRIDGE, "likes the bridge", annotation_id="n4", by="ben")
    stays = annotation(NIGHT, "The bridge stays", annotation_id="n5")
    end = annotation(NIGHT, "Night trains end", annotation_id="n6")
    asked = place(BRIDGE.text, "Nobody asked")
    records = (
        replace(cost, note="check the sum"),
        cheap,
        mayor,
        bens,
        stays,
        end,
        Relation("r1", "bridge", "ana", "attributed_to", "n1", "n3", "bridge"),
        Relation("r2", "bridge", "ana", "same_claim", "n2", "n6", "night"),
        Verdict("v1", "bridge", "ana", "n1", "claim", "accepted", by="eva"),
        Flag("f1", "bridge", "ana", "n2", "needs_source", OPEN, "ana"),
        Flag("f2", "bridge", "ana", "n1", "needs_source", CLOSED, "ana"),
        Flag("f3", "bridge", "ana", None, "other", OPEN, "ana", (), (asked,), "Nobody asked"),
        Flag("f4", "cafe", "ana", None, "other", OPEN, "ana"),
        Progress("bridge", "ana", FINISHED),
    )
    known = (replace(BRIDGE, outlet="The Coastal Register"), CAFE, NIGHT)
    with reading(tmp_path_factory.mktemp("shelf"), *records, known=known) as project:
        yield project


@pytest.mark.parametrize(
    ("query", "found"),
    [
        # Words alone: the sentences in which they stand; all words in one where there is one.
        ("mayor", ["The mayor likes the bridge."]),
        ("bridge mayor", ["The mayor likes the bridge."]),
        ('"the bridge"', ["The bridge will cost 4m euros.", "The mayor likes the bridge.",
                          "The bridge stays."]),
        ("bridge trams", ["The bridge will cost 4m euros.", "The mayor likes the bridge.",
                          "Trams are cheap."]),
        ("bridge -mayor", ["The bridge will cost 4m euros.", "The bridge stays."]),
        ("bridge -label:claim", ["The mayor likes the bridge."]),
        ("bridge -has:annotation", []),
        ("bridge -has:verdict", ["The mayor likes the bridge.", "The bridge stays."]),
        ("trams -has:flag", []),
        ("asked -has:flag", []),
        ("bridge status:finished", ["The bridge will cost 4m euros.",
                                    "The mayor likes the bridge."]),
        ("bridge -outlet:coastal", ["The bridge stays."]),
        ("inn", ["Inn"]),
        # Labels and what has something: annotations.
        ("label:source", ["The mayor"]),
        ("label:claim bridge", ["The bridge will cost 4m euros.", "The bridge stays"]),
        ("label:claim mayor", ["The bridge will cost 4m euros.", "Trams are cheap"]),
        ("label:claim bridge -cost", ["The bridge stays"]),
        ("label:claim -has:verdict", ["Trams are cheap", "The bridge stays", "Night trains end"]),
        ("bridge label:claim -has:verdict",
         ["Trams are cheap", "The bridge stays"]),
        ("label:claim has:verdict", ["The bridge will cost 4m euros."]),
        ("has:note", ["The bridge will cost 4m euros."]),
        ("has:relation label:claim", ["The bridge will cost 4m euros.", "Trams are cheap",
                                      "Night trains end"]),
        ("has:flag label:claim", ["Trams are cheap"]),
        ("has:flag", ["Trams are cheap", "Nobody asked", "Inn"]),
        ("has:annotation -label:claim", ["The mayor"]),
        ("label:claim by:ben", ["likes the bridge"]),
        ("label:claim status:finished trams", ["Trams are cheap"]),
        # Neither: the titles of the articles.
        ("status:finished", ["The bridge"]),
        ("-status:finished -label:claim", ["Inn"]),
        ("id:night", ["Trains"]),
        ("-label:claim", ["Inn"]),
        ("-bridge", ["Inn"]),
    ],
)  # fmt: skip
def test_all_parts_of_a_query_hold_for_the_passages(shelf, query, found):
    listed = passages.find(shelf, query, annotator="ana")
    assert sorted(each.words for each in listed) == sorted(found)


def test_without_an_annotator_everybodys_labels_are_asked_about(shelf):
    found = passages.find(shelf, "label:claim id:bridge")
    assert [(each.words, each.annotator) for each in found] == [
        ("The bridge will cost 4m euros.", "ana"),
        ("likes the bridge", "ben"),
        ("Trams are cheap", "ana"),
    ]


def test_passages_say_where_the_words_stand_in_code_points(shelf):
    first, second = passages.find(shelf, "cafe")
    text = articles.get(shelf, "cafe").text
    assert [text[found.start : found.end] for found in (first, second)] == ["Café", "CAFE"]
    assert first.before + first.text + first.after in text
    assert (first.article_id, first.part, first.text) == ("cafe", "text", "Café")
    assert first.place.cut_from(text) == first.words == "The Café by the harbour has closed."


def test_two_words_in_one_sentence_are_one_passage_with_two_hits(shelf):
    (found,) = passages.find(shelf, "mayor bridge")
    text = articles.get(shelf, "bridge").text
    assert [hit.cut_from(text) for hit in found.hits] == ["mayor", "bridge"]


def test_the_words_of_a_query_are_marked_in_annotations_too(shelf):
    (found,) = passages.find(shelf, "label:claim cost", annotator="ana")
    text = articles.get(shelf, "bridge").text
    assert [hit.cut_from(text) for hit in found.hits] == ["cost"]
    assert (found.annotation_id, found.label) == ("n1", "claim")


def test_a_word_that_stands_only_in_the_title_is_found_there(shelf):
    (found,) = passages.find(shelf, "inn")
    assert (found.part, found.start, found.end, found.text) == ("title", 0, 3, "Inn")


def test_no_more_passages_come_than_wanted(shelf):
    assert len(passages.find(shelf, "the", limit=2)) == 2


def test_portions_hold_whole_articles_and_go_on_where_the_last_ended(shelf):
    first = passages.portion(shelf, "bridge", annotator="ana", most=1)
    assert ([each.article_id for each in first.passages], first.articles) == (["bridge"] * 2, 2)
    rest = passages.portion(shelf, "bridge", annotator="ana", first=first.following, most=1)
    assert ([each.article_id for each in rest.passages], rest.following) == (["night"], None)


def test_a_passage_is_cut_between_words(tmp_path):
    text = "word " * 100 + "needle" + " word" * 100
    with reading(tmp_path, known=[article(text)]) as project:
        (found,) = passages.find(project, "needle")
    assert 0 < len(found.before) <= passages.CONTEXT
    assert 0 < len(found.after) <= passages.CONTEXT
    assert {*found.before.split(), *found.after.split()} == {"word"}


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("İstanbul’da İSTANBUL istanbul", "istanbul", ["İstanbul", "İSTANBUL", "istanbul"]),
        ("İİİ then Münster", "munster", ["Münster"]),
        ("Cafe\u0301 noir", "café", ["Cafe\u0301"]),
        ("👩‍👩‍👧 paid 5 €", "€", ["€"]),
        ("👩‍👩‍👧 paid 5 €", "👩‍👩‍👧", ["👩‍👩‍👧"]),
        ("市長は橋に四百万ユーロかかると述べた。", "橋", ["橋"]),
        ("the north-west wind, North West", "north-west", ["north-west", "North West"]),
        ("It isn't so", "isn't", ["isn't"]),
        ("ΣΊΣΥΦΟΣ σίσυφος", "Σίσυφος", ["ΣΊΣΥΦΟΣ", "σίσυφος"]),
        ("one\ntwo", '"one two"', ["one\ntwo"]),
        ("bridges bridge", "bridge*", ["bridges", "bridge"]),
    ],
)
def test_words_are_found_in_any_script_at_their_own_offsets(tmp_path, text, query, found):
    with reading(tmp_path, known=[article(text, title="none")]) as project:
        listed = passages.find(project, query)
    hits = [hit for each in listed for hit in each.hits]
    assert [hit.cut_from(text) for hit in hits] == found
    assert all(each.place.contains(hit) for each in listed for hit in each.hits)


def test_the_first_passages_do_not_wait_for_all_articles(tmp_path):
    paths = {count: shelf_of(tmp_path, count) for count in (200, 2_000)}

    def first(count: int) -> None:
        with open_project(paths[count]) as project:
            passages.portion(project, "label:claim", annotator="ana", most=20, is_counted=False)

    assert growth.stays_within(3, small=lambda: first(200), large=lambda: first(2_000))


def shelf_of(folder, count):
    """A project with many articles, each with a claim."""
    place = folder / str(count)
    place.mkdir()
    known = [article(f"Bridge {n} is closed.", article_id=f"a{n}") for n in range(count)]
    path = project_file(place, *known)
    claims = [annotation(each, "is closed", annotation_id="n1") for each in known]
    with open_project(path, is_writable=True) as project:
        writing.commit(project, Draft("Fill", added(claims)), annotator="ana")
    return path
