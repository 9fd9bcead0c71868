"""What became of an annotator's labels in articles that are gold."""

from pathlib import Path

from annotator.domain.annotation import Annotation
from annotator.operations import adjudicate, reviewing
from annotator.storage.outcomes import Outcome, outcomes
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
    assert ("the bridge is safe", "the bridge is safe", "accepted", "") in told(ben)


def test_nothing_is_told_before_the_article_is_gold(tmp_path: Path) -> None:
    path = decided_project(tmp_path)
    with open_project(path, is_writable=True) as project:
        state = reviewing.adjudication(project, builders.scheme(), "a1")
        builders.write(project, adjudicate.reopen(state), by="eva")
        assert outcomes(project, "ana") == []
        assert outcomes(project, "nobody") == []
