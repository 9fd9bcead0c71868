"""What became of an annotator's labels in articles that are gold."""

from pathlib import Path

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, Record, added
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.progress import FINISHED, Progress
from annotator.domain.review import CONFIRMED_EMPTY
from annotator.domain.stance import CANNOT_TELL, NONE_EXPRESSED, Party, Stance
from annotator.operations import adjudicate, reviewing
from annotator.operations.objecting import object_to
from annotator.storage.outcomes import Cell, Outcome, outcomes
from annotator.storage.project import open_project
from tests import builders
from tests.decided import decided_project


def told(found: list[Outcome]) -> list[tuple[str | None, str | None, str, str]]:
    return [
        (
            each.own.text if isinstance(each.own, Annotation) else None,
            each.final.text if isinstance(each.final, Annotation) else None,
            each.verdict.verdict,
            each.verdict.reason,
        )
        for each in found
    ]


def test_each_decision_tells_what_was_said_what_it_became_and_why(tmp_path: Path) -> None:
    with open_project(decided_project(tmp_path)) as project:
        ana, ben = outcomes(project, "ana"), outcomes(project, "ben")
    assert sorted(told(ana), key=str) == [
        ("Experts doubt it", None, "rejected", "not_there"),
        ("The mayor said the bridge is safe", "the bridge is safe", "corrected", "too_long"),
        (None, "The line opens in May", "corrected", "missed"),
    ]
    assert {each.decision.by for each in ana} == {"eva"}
    accepted = [each.is_accepted for each in ben]
    assert accepted == sorted(accepted)
    assert [e.is_accepted for e in ben if e.verdict.verdict == CONFIRMED_EMPTY] == [True]
    assert ("the bridge is safe", "the bridge is safe", "accepted", "") in told(ben)


def test_nothing_is_told_before_the_article_is_gold(tmp_path: Path) -> None:
    path = decided_project(tmp_path)
    with open_project(path, is_writable=True) as project:
        state = reviewing.adjudication(project, builders.scheme(), "a1")
        builders.write(project, adjudicate.reopen(state), by="eva")
        assert outcomes(project, "ana") == []
        assert outcomes(project, "nobody") == []


def test_what_was_said_of_a_cell_of_the_grid_is_told_by_name_and_may_be_objected_to(
    tmp_path: Path,
) -> None:
    article = builders.article("Ada Lunde praised the old quay.", article_id="a1")

    def work(by: str, value: str) -> list[Record]:
        holder = builders.annotation(article, "Ada Lunde", label="source", annotation_id="s", by=by)
        target = builders.annotation(
            article, "the old quay", label="sentiment", annotation_id="t", by=by, entity="quay"
        )
        parties = Party(annotation_id="s"), Party(entity="quay")
        said = [Stance("x", "a1", by, *parties, value)] if value else []
        return [holder, target, *said, Progress("a1", by, FINISHED)]

    told = [*work("ana", NONE_EXPRESSED), *work("ben", CANNOT_TELL), *work("chi", "")]
    path = builders.project_file(tmp_path, article)
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Fill", added([*told, Entity("quay", "The Old Quay")])))
        state = reviewing.adjudication(project, builders.scheme(), "a1")
        (cell,) = state.left
        builders.write(project, adjudicate.take(state, cell, "ben", by="eva"), by="eva")
        state = reviewing.adjudication(project, builders.scheme(), "a1")
        builders.write(project, adjudicate.finish(state, by="eva"), by="eva")
        (mine,), (theirs,) = outcomes(project, "ana"), outcomes(project, "ben")
        assert (mine.own, mine.final) == (
            Cell(NONE_EXPRESSED, "Ada Lunde", "The Old Quay"),
            Cell(CANNOT_TELL, "Ada Lunde", "The Old Quay"),
        )
        assert (mine.verdict.verdict, mine.verdict.reason) == ("corrected", "wrong_value")
        assert theirs.is_accepted
        assert outcomes(project, "chi") == []
        builders.write(project, object_to(mine, by="ana", text="She says so."))
        (again,) = outcomes(project, "ana")
        with pytest.raises(UserError, match="already"):
            object_to(again, by="ana", text="Twice.")
