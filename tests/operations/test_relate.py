"""Links between annotations: who said it, via whom, with which cue."""

import pytest

from annotator.domain.errors import UserError
from annotator.domain.relation import Relation
from annotator.domain.sheet import Sheet
from annotator.operations import annotate, relate
from tests import builders

SCHEME = builders.scheme()
ARTICLE = builders.article()
CLAIM = builders.annotation(ARTICLE, "the bridge will cost 4m euros", annotation_id="c")
OTHER = builders.annotation(ARTICLE, "It is a bargain", annotation_id="c2")
SOURCE = builders.annotation(ARTICLE, "Mayor Ruiz", label="source", annotation_id="s")
BRIEFING = builders.annotation(
    ARTICLE, "A confidential briefing", label="source", annotation_id="b"
)


def linked(sheet: Sheet, relation: str, from_id: str, to_id: str) -> Sheet:
    draft = relate.relate(sheet, SCHEME, relation, from_id=from_id, to_id=to_id)
    return sheet.after(draft.changes)


@pytest.fixture
def sheet() -> Sheet:
    return builders.sheet(ARTICLE, CLAIM, OTHER, SOURCE, BRIEFING)


def test_two_claims_may_have_one_source(sheet: Sheet) -> None:
    sheet = linked(linked(sheet, "attributed_to", "c", "s"), "attributed_to", "c2", "s")
    assert len(sheet.relations_of("s")) == 2


def test_a_source_may_be_known_through_another_but_not_in_a_circle(sheet: Sheet) -> None:
    sheet = linked(sheet, "reported_via", "s", "b")
    with pytest.raises(UserError, match="circle"):
        linked(sheet, "reported_via", "b", "s")


def test_a_link_that_the_scheme_does_not_know_is_refused(sheet: Sheet) -> None:
    with pytest.raises(UserError, match="cannot lead from Source to Claim"):
        linked(sheet, "attributed_to", "s", "c")
    with pytest.raises(UserError, match="no relation"):
        linked(sheet, "married_to", "s", "c")
    with pytest.raises(UserError, match="with itself"):
        linked(sheet, "reported_via", "s", "s")


def test_the_same_link_twice_is_refused(sheet: Sheet) -> None:
    sheet = linked(sheet, "attributed_to", "c", "s")
    with pytest.raises(UserError, match="already"):
        linked(sheet, "attributed_to", "c", "s")


def test_a_symmetric_link_the_other_way_round_is_the_same_link(sheet: Sheet) -> None:
    sheet = linked(sheet, "same_claim", "c", "c2")
    with pytest.raises(UserError, match="already"):
        linked(sheet, "same_claim", "c2", "c")


def test_supporting_and_attacking_exclude_each_other(sheet: Sheet) -> None:
    sheet = linked(sheet, "supports", "c", "c2")
    with pytest.raises(UserError):
        linked(sheet, "attacks", "c", "c2")


def test_a_claim_has_one_cue(sheet: Sheet) -> None:
    first = builders.annotation(ARTICLE, "said", label="cue", annotation_id="q1")
    second = builders.annotation(ARTICLE, "told", label="cue", annotation_id="q2")
    sheet = builders.sheet(ARTICLE, CLAIM, first, second)
    sheet = linked(sheet, "cued_by", "c", "q1")
    with pytest.raises(UserError, match="only"):
        linked(sheet, "cued_by", "c", "q2")


def test_labelling_a_source_after_a_claim_links_them_in_one_step() -> None:
    sheet = builders.sheet(ARTICLE, CLAIM)
    draft = relate.label_and_link(sheet, SCHEME, SOURCE.fragments, "source", partner_id="c")
    sheet = sheet.after(draft.changes)
    (relation,) = sheet.relations.values()
    assert (relation.label, relation.from_id) == ("attributed_to", "c")
    assert sheet.annotations[relation.to_id].text == "Mayor Ruiz"
    assert not sheet.after(draft.inverse().changes).relations


def test_labels_that_nothing_joins_are_made_without_a_link() -> None:
    sheet = builders.sheet(ARTICLE, CLAIM)
    place = builders.place(ARTICLE.text, "bargain")
    draft = relate.label_and_link(sheet, SCHEME, [place], "expression", partner_id="c")
    assert not [change for change in draft.changes if isinstance(change.after, Relation)]
    assert len(sheet.after(draft.changes).annotations) == 2


def test_the_ways_to_join_are_told_in_both_directions(sheet: Sheet) -> None:
    ways = relate.possible(sheet, SCHEME, "s", "c")
    assert ("c", "s", "attributed_to") in [(a, b, kind.id) for a, b, kind in ways]


OTHER_ARTICLE = builders.article(
    "The bridge will cost 5m euros, a rival paper says. No bargain.", article_id="a2"
)
RIVAL = builders.annotation(OTHER_ARTICLE, "The bridge will cost 5m euros", annotation_id="c")


@pytest.fixture
def far() -> Sheet:
    """The work on another article, whose claim has the same id as one of the first."""
    speaker = builders.annotation(OTHER_ARTICLE, "a rival paper", label="source", annotation_id="s")
    return builders.sheet(OTHER_ARTICLE, RIVAL, speaker)


def joined(sheet: Sheet, far: Sheet, relation: str, **given: object) -> tuple[Sheet, Sheet]:
    ends = {"from_id": "c", "to_id": "c", **given}
    draft = relate.relate_between(sheet, far, SCHEME, relation, **ends)  # type: ignore[arg-type]
    return sheet.after(draft.changes), far.after(draft.changes)


def test_a_link_between_articles_is_on_the_sheets_of_both(sheet: Sheet, far: Sheet) -> None:
    sheet, far = joined(sheet, far, "contradicts", attributes={"degree": "incompatible"})
    (here,), (there,) = sheet.relations_of("c"), far.relations_of("c")
    assert here == there
    assert (here.article_id, here.to_article_id) == ("a1", "a2")
    assert here.attributes == {"degree": "incompatible"}


def test_a_link_between_articles_can_be_removed_from_either_side(sheet: Sheet, far: Sheet) -> None:
    sheet, far = joined(sheet, far, "same_claim")
    (name,) = far.relations
    draft = relate.remove_relation(far, SCHEME, name)
    assert not sheet.after(draft.changes).relations
    assert not far.after(draft.changes).relations


def test_relabelling_one_end_drops_the_links_to_other_articles_that_it_cannot_have(
    sheet: Sheet, far: Sheet
) -> None:
    sheet, far = joined(sheet, far, "same_claim")
    there = annotate.relabel(far, SCHEME, "c", "quote")
    assert not far.after(there.changes).relations
    assert not sheet.after(there.changes).relations
    here = annotate.relabel(sheet, SCHEME, "c", "quote")
    assert not sheet.after(here.changes).relations


def test_relabelling_one_end_keeps_the_links_to_other_articles_that_it_may_have(
    sheet: Sheet, far: Sheet
) -> None:
    sheet = sheet.after(annotate.relabel(sheet, SCHEME, "b", "boilerplate").changes)
    sheet, far = joined(sheet, far, "same_text_as", from_id="b")
    there = annotate.relabel(far, SCHEME, "c", "quote")
    assert far.after(there.changes).relations


def test_the_same_link_between_articles_twice_or_turned_round_is_refused(
    sheet: Sheet, far: Sheet
) -> None:
    sheet, far = joined(sheet, far, "same_claim")
    with pytest.raises(UserError, match="already"):
        joined(sheet, far, "same_claim")
    with pytest.raises(UserError, match="already"):
        joined(far, sheet, "same_claim")
    joined(sheet, far, "same_claim", from_id="c2")


def test_refining_each_other_is_a_circle(sheet: Sheet, far: Sheet) -> None:
    sheet, far = joined(sheet, far, "refines")
    with pytest.raises(UserError, match="circle"):
        joined(far, sheet, "refines")


def test_links_within_an_article_do_not_join_two(sheet: Sheet, far: Sheet) -> None:
    with pytest.raises(UserError, match="one article"):
        joined(sheet, far, "supports")
    with pytest.raises(UserError, match="cannot lead from Source to Claim"):
        joined(sheet, far, "same_claim", from_id="s")


def test_a_value_that_the_link_does_not_have_is_refused(sheet: Sheet, far: Sheet) -> None:
    with pytest.raises(UserError, match="no value of match"):
        joined(sheet, far, "same_claim", attributes={"match": "perhaps"})


def test_the_ways_to_join_two_articles_are_those_of_the_project() -> None:
    ways = relate.possible_between(SCHEME, CLAIM, RIVAL)
    assert [(one.article_id, kind.id, other.article_id) for one, other, kind in ways] == [
        ("a1", "same_claim", "a2"),
        ("a1", "contradicts", "a2"),
        ("a1", "refines", "a2"),
        ("a2", "refines", "a1"),
    ]
