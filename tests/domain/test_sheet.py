"""A sheet finds what hangs on an annotation, however it was asked to look."""

from dataclasses import replace

from annotator.domain.change import Change, removed
from annotator.domain.relation import Relation
from annotator.domain.sheet import Sheet
from tests import builders

ARTICLE = builders.article(article_id="a1")


def relation(name: str, start: str, end: str) -> Relation:
    """A relation between annotations, each named `ARTICLE:ID`."""
    (from_article, from_id), (to_article, to_id) = start.split(":"), end.split(":")
    return Relation(name, from_article, "ana", "refines", from_id, to_id, to_article, {})


RELATIONS = [
    relation("r1", "a1:c", "a1:d"),
    relation("r2", "a1:d", "a1:c"),
    relation("r3", "a1:c", "a2:c"),
    relation("r4", "a2:d", "a1:c"),
    relation("r5", "a2:c", "a1:e"),
]


def test_sorted_relations_are_those_that_a_search_finds() -> None:
    empty = Sheet(ARTICLE, "ana")
    sheet = replace(empty, relations={empty.name_of(each): each for each in RELATIONS})
    found = {name: sheet.relations_of(name) for name in "cdef"}
    assert [each.id for each in found["c"]] == ["r1", "r2", "r3", "r4"]
    for _ in range(2):
        sheet.sort_relations()
        assert {name: sheet.relations_of(name) for name in "cdef"} == found
    after = sheet.after(removed([RELATIONS[0]]))
    assert [each.id for each in after.relations_of("c")] == ["r2", "r3", "r4"]
    assert sheet == replace(sheet)


def test_a_change_of_what_is_known_of_an_article_leaves_its_text() -> None:
    known_now = replace(ARTICLE, title="Another", text="")  # as a step in the journal has it
    sheet = Sheet(ARTICLE, "ana").after([Change(ARTICLE, known_now)])
    assert sheet.article == replace(ARTICLE, title="Another")
