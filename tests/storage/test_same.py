"""Passages that have something in common, and what was decided about the like."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.flag import Flag, Message
from annotator.domain.people import GOLD
from annotator.domain.progress import Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.storage import reviews, same
from annotator.storage.project import Project
from tests import builders

FIRST = builders.article("The mayor said the bridge is safe. Experts doubt it.", article_id="a1")
SECOND = builders.article(
    "The bridge is safe, the mayor repeated. Nobody asked.", article_id="a2", title="Again"
)
SAFE = builders.annotation(FIRST, "the bridge is safe", check_worthiness="check_worthy")
AGAIN = builders.annotation(SECOND, "The bridge is safe", by="ben", annotation_id="n2")
DOUBT = builders.annotation(FIRST, "Experts doubt it", annotation_id="n3")
MAYOR = builders.annotation(FIRST, "The mayor", label="source", annotation_id="s1", entity="Ruiz")
TOLD = Relation("r1", "a1", "ana", "attributed_to", "n1", "s1", "a1")
ASKED = Flag("f1", "a1", "ana", "n3", "needs_source", raised_by="ana", severity="stop")
WHOLE = Flag("f2", "a2", "ben", None, "needs_source", raised_by="ben")
SETTLED = Flag(
    "f3", "a2", "ben", "n2", "legal_risk", "closed", "ben",
    (Message("eva", "The letter says so."),), outcome="accepted",
)  # fmt: skip
JUDGED = Verdict("v1", "a2", "ben", "n2", "claim", "rejected", "guideline", "eva")
FIXED = Flag("f4", "a2", "ben", "n2", "needs_source", "closed", "x", origin="rule", outcome="fixed")
EVERYTHING = (SAFE, AGAIN, DOUBT, MAYOR, TOLD, ASKED, WHOLE, SETTLED, JUDGED, FIXED)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two articles on one bridge, labelled by two people."""
    with builders.reading(tmp_path, *EVERYTHING, known=(FIRST, SECOND)) as opened:
        yield opened


def words(found: list[same.SamePassage]) -> list[str]:
    return [each.words for each in found]


def test_passages_with_a_label_come_by_their_risk(project: Project) -> None:
    found = same.passages(project, same.LABEL, "claim")
    assert words(found) == ["Experts doubt it", "the bridge is safe", "The bridge is safe"]
    assert found[0].open_flags == (ASKED,)
    assert found[1].before.endswith("said ")
    assert found[1].after.startswith(". Experts")
    assert found[2].verdicts == (JUDGED,)


def test_passages_of_one_annotator_alone(project: Project) -> None:
    found = same.passages(project, same.LABEL, "claim", annotator="ben")
    assert words(found) == ["The bridge is safe"]


def test_a_source_is_known_by_its_words_and_by_its_entity(project: Project) -> None:
    for value in ("the MAYOR", "Ruiz"):
        assert words(same.passages(project, same.SOURCE, value)) == ["the bridge is safe"]
    assert words(same.passages(project, same.ENTITY, "Ruiz")) == ["The mayor"]
    assert same.values(project, same.SOURCE) == [("Ruiz", 1)]


def test_words_are_the_same_in_large_and_small_letters_of_any_alphabet(tmp_path: Path) -> None:
    article = builders.article("ÖSTERREICH zahlt, sagt Österreich. Österreicher nicht.")
    marks = [
        builders.annotation(article, words, label="source", annotation_id=words)
        for words in ("ÖSTERREICH", "Österreich", "Österreicher")
    ]
    with builders.reading(tmp_path, *marks, known=[article]) as opened:
        found = words(same.passages(opened, same.ENTITY, "österreich"))
    assert found == ["ÖSTERREICH", "Österreich"]


def test_an_open_question_is_also_one_about_a_whole_article(project: Project) -> None:
    found = same.passages(project, same.QUESTION, "needs_source")
    assert words(found) == ["Experts doubt it", ""]
    assert (found[1].place, found[1].title) == (None, "Again")
    assert same.values(project, same.QUESTION) == [("needs_source", 2)]


def test_what_the_layer_gold_took_over_is_asked_once(tmp_path: Path) -> None:
    more = [replace(each, annotator=GOLD) for each in (DOUBT, ASKED, WHOLE)]
    with builders.reading(tmp_path, *EVERYTHING, *more, known=(FIRST, SECOND)) as opened:
        found = same.passages(opened, same.QUESTION, "needs_source")
        assert [each.annotator for each in found] == ["ana", "ben"]
        assert same.values(opened, same.QUESTION) == [("needs_source", 2)]
        assert len(same.passages(opened, same.QUESTION, "needs_source", annotator=GOLD)) == 2


def test_sources_to_choose_from_are_one_in_large_and_small_letters(tmp_path: Path) -> None:
    article = builders.article("Critics said no. critics said so. critics laughed. Ruiz left.")
    named = enumerate(("Critics", "critics", "critics laughed", "Ruiz"))
    marks = [
        builders.annotation(article, words, label="source", annotation_id=f"s{number}", entity="")
        for number, words in named
    ]
    claim = builders.annotation(article, "no", annotation_id="c")
    told = [
        Relation(f"r{end}", "a1", "ana", "attributed_to", "c", end, "a1")
        for end in ("s0", "s1", "s3")
    ]
    with builders.reading(tmp_path, *marks, claim, *told, known=[article]) as opened:
        found = dict(same.values(opened, same.SOURCE))
        assert sorted(found.values()) == [1, 2]
        assert {each.casefold() for each in found} == {"critics", "ruiz"}


def test_precedents_are_decisions_on_similar_words(project: Project) -> None:
    found = same.precedents(project, SAFE.text, label="claim", besides="n1")
    assert [each.decided for each in found] == [SETTLED, JUDGED]
    assert found[0].words == "The bridge is safe"
    assert same.precedents(project, "Trams return to the coast", label="claim") == []


def test_an_answer_to_the_same_question_is_a_precedent(project: Project) -> None:
    found = same.precedents(project, "Trams return", label="", reasons=["legal_risk"])
    assert [each.decided for each in found] == [SETTLED]


def test_reading_ends_when_nobody_waits_for_it(project: Project) -> None:
    assert same.passages(project, same.LABEL, "claim", goes_on=lambda: False) == []


def test_work_that_is_hidden_is_left_out(project: Project) -> None:
    hidden = same.passages(project, same.LABEL, "claim", is_hidden=lambda _, of: of == "ben")
    assert words(hidden) == ["Experts doubt it", "the bridge is safe"]


def test_others_work_is_hidden_while_ones_own_is_not_finished(tmp_path: Path) -> None:
    begun = Progress("a1", "ana", "in_progress")
    done = Progress("a2", "ana", "finished")
    with builders.reading(tmp_path, begun, done, known=(FIRST, SECOND)) as project:
        is_hidden = reviews.hiding(project, "ana")
        assert is_hidden("a1", "ben")
        assert not is_hidden("a1", "ana")
        assert not is_hidden("a2", "ben")
