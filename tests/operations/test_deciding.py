"""One decision about many passages is one step."""

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.change import added
from annotator.domain.errors import UserError
from annotator.domain.review import Verdict
from annotator.domain.sheet import Sheet
from annotator.operations import deciding
from tests import builders

SCHEME = builders.scheme()
FIRST = builders.article(article_id="a1")
SECOND = builders.article(article_id="a2")
CLAIMS = (
    builders.annotation(FIRST, "the bridge will cost 4m euros"),
    builders.annotation(FIRST, "officials urged the mayor to wait", annotation_id="n2"),
    builders.annotation(SECOND, "It is a bargain", annotation_id="n3"),
)
ARTICLES = {"a1": FIRST, "a2": SECOND}


def sheet_of(article_id: str, annotator: str) -> Sheet:
    own = [each for each in CLAIMS if each.article_id == article_id]
    return Sheet(ARTICLES[article_id], annotator).after(added(own))


def test_labels_of_several_articles_change_together() -> None:
    draft = deciding.relabel_all(CLAIMS, SCHEME, "expression", sheet_of=sheet_of)
    made = [each.after for each in draft.changes if isinstance(each.after, Annotation)]
    assert {(each.article_id, each.label) for each in made} == {
        ("a1", "expression"),
        ("a2", "expression"),
    }
    assert len(made) == 3
    assert draft.operation == "Change 3 passages to Expression"


def test_an_attribute_is_set_where_the_label_has_it() -> None:
    draft = deciding.set_all(CLAIMS, SCHEME, "check_worthiness", "unimportant", sheet_of=sheet_of)
    made = [each.after for each in draft.changes if isinstance(each.after, Annotation)]
    assert [each.attributes["check_worthiness"] for each in made] == ["unimportant"] * 3
    with pytest.raises(UserError, match="polarity"):
        deciding.set_all(CLAIMS, SCHEME, "polarity", "positive", sheet_of=sheet_of)


def test_a_verdict_is_given_on_all_and_replaces_the_editors_own() -> None:
    draft = deciding.judge_all(CLAIMS, "rejected", by="eva", sheet_of=sheet_of, reason="not_there")
    made = [each.after for each in draft.changes if isinstance(each.after, Verdict)]
    assert [(each.target_id, each.verdict, each.by) for each in made] == [
        (each.id, "rejected", "eva") for each in CLAIMS
    ]
    again = deciding.judge_all(
        CLAIMS,
        "accepted",
        by="eva",
        sheet_of=lambda *own: sheet_of(*own).after(draft.changes),
    )
    assert [each.before for each in again.changes] == made
    with pytest.raises(UserError, match="no verdict"):
        deciding.judge_all(CLAIMS, "maybe", by="eva", sheet_of=sheet_of)
