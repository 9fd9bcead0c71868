"""Labelling words and changing labels, on sheets alone: no file, no window."""

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.progress import Progress
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.operations import annotate, flags, relate
from tests import builders

SCHEME = builders.scheme()
ARTICLE = builders.article()
CLAIM = builders.annotation(ARTICLE, "the bridge will cost 4m euros", annotation_id="c")
SOURCE = builders.annotation(ARTICLE, "Mayor Ruiz", label="source", annotation_id="s")


def the_annotation(sheet: Sheet, annotation_id: str = "c") -> Annotation:
    return sheet.annotations[annotation_id]


def after(sheet: Sheet, draft: Draft) -> Sheet:
    return sheet.after(draft.changes)


def test_labelling_keeps_the_words_behind_an_emoji() -> None:
    draft = annotate.add_annotation(builders.sheet(), SCHEME, [Span(18, 47)], "claim")
    (annotation,) = [c.after for c in draft.changes if isinstance(c.after, Annotation)]
    assert annotation.text == "the bridge will cost 4m euros"
    assert draft.operation == "Label as Claim"


def test_the_first_label_says_that_the_article_is_begun() -> None:
    sheet = builders.sheet()
    draft = annotate.add_annotation(sheet, SCHEME, [Span(18, 47)], "claim")
    assert Progress("a1", "ana") in [change.after for change in draft.changes]
    sheet = after(sheet, draft)
    second = annotate.add_annotation(sheet, SCHEME, [Span(2, 12)], "source")
    assert len(second.changes) == 1


def test_white_space_at_the_ends_is_left_out() -> None:
    draft = annotate.add_annotation(builders.sheet(), SCHEME, [Span(17, 48)], "claim")
    assert draft.changes[0].after.fragments == (Span(18, 48),)  # type: ignore[union-attr]


def test_labelling_the_same_words_twice_is_refused() -> None:
    with pytest.raises(UserError, match="already"):
        annotate.add_annotation(builders.sheet(ARTICLE, CLAIM), SCHEME, CLAIM.fragments, "claim")


def test_the_same_words_may_have_two_labels() -> None:
    sheet = builders.sheet(ARTICLE, CLAIM)
    assert annotate.add_annotation(sheet, SCHEME, CLAIM.fragments, "quote").changes


@pytest.mark.parametrize(
    "spans",
    [[], [Span(5, 5)], [Span(12, 13)], [Span(400, 500)], [Span(2, 12), Span(8, 20)]],
    ids=["none", "empty", "only a space", "outside", "overlapping"],
)
def test_words_that_cannot_be_labelled_are_refused(spans: list[Span]) -> None:
    with pytest.raises(UserError, match="cannot be labelled"):
        annotate.add_annotation(builders.sheet(), SCHEME, spans, "claim")


def test_half_a_family_cannot_be_labelled() -> None:
    family = builders.article("The 👨‍👩‍👧 family came.")
    with pytest.raises(UserError, match="cuts a character"):
        annotate.add_annotation(builders.sheet(family), SCHEME, [Span(4, 6)], "claim")


def test_an_unknown_label_or_attribute_is_refused() -> None:
    with pytest.raises(UserError, match="no label"):
        annotate.add_annotation(builders.sheet(), SCHEME, [Span(2, 12)], "rumour")
    with pytest.raises(UserError, match="no attribute"):
        annotate.add_annotation(
            builders.sheet(), SCHEME, [Span(2, 12)], "claim", attributes={"mood": "bad"}
        )


def test_removing_a_label_takes_its_links_and_leaves_its_flag_on_the_passage() -> None:
    sheet = builders.sheet(ARTICLE, CLAIM, SOURCE)
    sheet = after(sheet, relate.relate(sheet, SCHEME, "attributed_to", from_id="c", to_id="s"))
    sheet = after(sheet, flags.raise_flag(sheet, "needs_source", target_id="c", message="Who?"))
    sheet = after(sheet, annotate.remove_annotation(sheet, SCHEME, "c"))
    assert not sheet.relations
    (flag,) = sheet.flags.values()
    assert flag.target_id is None
    assert flag.text == CLAIM.text
    assert list(sheet.annotations) == ["s"]


def test_relabelling_drops_what_the_new_label_cannot_have() -> None:
    worthy = builders.annotation(
        ARTICLE, CLAIM.text, annotation_id="c", check_worthiness="check_worthy"
    )
    sheet = builders.sheet(ARTICLE, worthy, SOURCE)
    sheet = after(sheet, relate.relate(sheet, SCHEME, "attributed_to", from_id="c", to_id="s"))
    sheet = after(sheet, annotate.relabel(sheet, SCHEME, "c", "expression"))
    assert the_annotation(sheet).attributes == {}
    assert not sheet.relations


def test_relabelling_keeps_links_that_are_still_allowed() -> None:
    sheet = builders.sheet(ARTICLE, CLAIM, SOURCE)
    sheet = after(sheet, relate.relate(sheet, SCHEME, "attributed_to", from_id="c", to_id="s"))
    sheet = after(sheet, annotate.relabel(sheet, SCHEME, "c", "quote"))
    assert len(sheet.relations) == 1


def test_a_second_fragment_makes_one_interrupted_claim() -> None:
    sheet = builders.sheet(ARTICLE, builders.annotation(ARTICLE, "It is", annotation_id="c"))
    sheet = after(
        sheet, annotate.extend(sheet, SCHEME, "c", builders.place(ARTICLE.text, "bargain"))
    )
    assert the_annotation(sheet).text == "It is bargain"
    assert len(the_annotation(sheet).fragments) == 2


def test_a_fragment_that_touches_is_joined() -> None:
    sheet = builders.sheet(ARTICLE, builders.annotation(ARTICLE, "It is", annotation_id="c"))
    sheet = after(
        sheet, annotate.extend(sheet, SCHEME, "c", builders.place(ARTICLE.text, "a bargain"))
    )
    assert the_annotation(sheet).text == "It is a bargain"
    assert len(the_annotation(sheet).fragments) == 1


def test_cutting_out_the_cue_leaves_two_fragments() -> None:
    whole = builders.annotation(ARTICLE, "It is a bargain,” she told reporters", annotation_id="c")
    sheet = builders.sheet(ARTICLE, whole)
    hole = builders.place(ARTICLE.text, ",” she told")
    sheet = after(sheet, annotate.cut_out(sheet, SCHEME, "c", hole))
    assert the_annotation(sheet).text == "It is a bargain reporters"
    with pytest.raises(UserError, match="Nothing of the annotation"):
        annotate.cut_out(sheet, SCHEME, "c", Span(0, len(ARTICLE.text)))


def test_an_attribute_is_set_and_taken_away() -> None:
    sheet = builders.sheet(ARTICLE, CLAIM)
    sheet = after(sheet, annotate.set_attribute(sheet, SCHEME, "c", "certainty", "hedged"))
    assert the_annotation(sheet).attributes == {"certainty": "hedged"}
    with pytest.raises(UserError):
        annotate.set_attribute(sheet, SCHEME, "c", "certainty", "perhaps")
    sheet = after(sheet, annotate.set_attribute(sheet, SCHEME, "c", "certainty", None))
    assert the_annotation(sheet).attributes == {}


def test_what_changes_nothing_gives_no_changes() -> None:
    sheet = builders.sheet(ARTICLE, CLAIM)
    assert not annotate.set_note(sheet, SCHEME, "c", "  ").changes
    assert not annotate.set_fragments(sheet, SCHEME, "c", CLAIM.fragments).changes
    assert not annotate.set_attribute(sheet, SCHEME, "c", "certainty", None).changes


def test_the_inverse_of_a_draft_brings_the_sheet_back() -> None:
    sheet = builders.sheet(ARTICLE, CLAIM, SOURCE)
    draft = relate.relate(sheet, SCHEME, "attributed_to", from_id="c", to_id="s")
    linked = after(sheet, draft)
    removal = annotate.remove_annotation(linked, SCHEME, "c")
    gone = after(linked, removal)
    assert after(gone, removal.inverse()) == linked
    assert after(linked, draft.inverse()) == sheet
