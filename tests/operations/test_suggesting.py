"""Taking a suggestion makes an annotation in one step; refusing costs the same."""

import pytest

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.span import Span
from annotator.domain.suggestion import SuggestedLink
from annotator.operations import annotate, checking, proposing, suggesting
from annotator.storage import counts, records, suggestion_counts
from annotator.suggestions.material import Offer
from tests import builders

SCHEME = builders.scheme()
ARTICLE = builders.article()
BRIDGE = builders.place(ARTICLE.text, "the bridge will cost 4m euros")
MAYOR = builders.place(ARTICLE.text, "Mayor Ruiz")
QUOTE = builders.place(ARTICLE.text, "“It is a bargain,”")


def offer(place, label="claim", **fields):
    return Offer(label, (place,), "a rule", 0.8, **fields)


def proposed(sheet, *offers, engine="rules"):
    return sheet.after(proposing.proposed(sheet, SCHEME, engine, offers).changes)


def ready(*offers):
    """A sheet with open suggestions."""
    return proposed(builders.sheet(), *offers)


def done(sheet, operation, *arguments, **options):
    draft = operation(sheet, SCHEME, *arguments, **options)
    return sheet.after(suggesting.settled(sheet, draft).changes)


def only(sheet):
    (suggestion,) = sheet.suggestions.values()
    return suggestion


def test_taking_makes_an_annotation_that_says_where_it_comes_from():
    sheet = ready(offer(BRIDGE, attributes={"certainty": "asserted"}))
    after = done(sheet, suggesting.accept, only(sheet).id)
    (annotation,) = after.annotations.values()
    assert (annotation.origin, annotation.fragments) == ("suggestion:rules", (BRIDGE,))
    assert annotation.attributes == {"certainty": "asserted"}
    told = only(after)
    assert (told.fate, told.decision, told.by) == ("accepted", "single", "ana")
    assert told.made_id == annotation.id
    assert after.progress is not None


def test_refusing_makes_nothing_and_is_kept():
    sheet = ready(offer(BRIDGE))
    after = done(sheet, suggesting.reject, only(sheet).id, decision="page")
    assert after.annotations == {}
    assert (only(after).fate, only(after).decision) == ("rejected", "page")
    with pytest.raises(UserError, match="decided already"):
        suggesting.accept(after, SCHEME, only(after).id)


@pytest.mark.parametrize("operation", [suggesting.accept, suggesting.reject])
def test_one_step_back_brings_the_open_suggestion_again(tmp_path, operation):
    with builders.writable(tmp_path) as project:
        start = records.sheet(project, "a1", "ana")
        builders.write(project, proposing.proposed(start, SCHEME, "rules", [offer(BRIDGE)]))
        sheet = records.sheet(project, "a1", "ana")
        step = builders.write(project, operation(sheet, SCHEME, only(sheet).id))
        builders.write(project, step.inverse())
        assert records.sheet(project, "a1", "ana") == sheet
        assert checking.check(project).problems == ()


def test_what_was_proposed_once_is_not_proposed_again_whatever_became_of_it():
    sheet = ready(offer(BRIDGE), offer(MAYOR, "source"))
    again = proposing.proposed(sheet, SCHEME, "other", [offer(BRIDGE), offer(MAYOR, "source")])
    assert again.changes == ()
    for each in sorted(sheet.suggestions):
        sheet = done(sheet, suggesting.reject, each)
    assert proposing.proposed(sheet, SCHEME, "rules", [offer(BRIDGE)]).changes == ()


def test_a_refused_place_does_not_come_back_a_word_longer():
    sheet = ready(offer(BRIDGE))
    sheet = done(sheet, suggesting.reject, only(sheet).id)
    longer = offer(Span(BRIDGE.start - 5, BRIDGE.end))
    assert proposing.proposed(sheet, SCHEME, "rules", [longer]).changes == ()
    assert len(proposing.proposed(sheet, SCHEME, "other", [longer]).changes) == 1


def test_what_cannot_be_taken_is_not_proposed():
    claim = builders.annotation(ARTICLE, "the bridge will cost 4m euros")
    sheet = builders.sheet(ARTICLE, claim)
    offers = [
        offer(BRIDGE),
        offer(BRIDGE, "boilerplate"),
        offer(BRIDGE, "no such label"),
        offer(Span(5, 5)),
        offer(Span(900, 910)),
    ]
    assert proposing.proposed(sheet, SCHEME, "rules", offers).changes == ()


def test_values_that_the_scheme_lacks_are_left_out():
    sheet = ready(offer(BRIDGE, attributes={"certainty": "perhaps", "unknown": 1}))
    assert only(sheet).attributes == {}


def test_another_label_or_place_counts_as_changed():
    sheet = ready(offer(BRIDGE))
    relabelled = done(sheet, suggesting.accept, only(sheet).id, label_id="quote")
    assert only(relabelled).fate == "changed"
    shorter = [Span(BRIDGE.start + 4, BRIDGE.end)]
    moved = done(sheet, suggesting.accept, only(sheet).id, fragments=shorter)
    assert only(moved).fate == "changed"
    assert next(iter(moved.annotations.values())).fragments == tuple(shorter)


def test_what_is_edited_later_counts_as_changed_and_what_is_removed_as_refused():
    sheet = ready(offer(BRIDGE))
    taken = done(sheet, suggesting.accept, only(sheet).id)
    (made,) = taken.annotations
    shorter = [Span(BRIDGE.start + 4, BRIDGE.end)]
    edited = done(taken, annotate.set_fragments, made, shorter)
    assert only(edited).fate == "changed"
    back = done(edited, annotate.set_fragments, made, [BRIDGE])
    assert only(back).fate == "accepted"
    more = done(back, annotate.set_attribute, made, "certainty", "hedged")
    assert only(more).fate == "accepted"
    gone = done(more, annotate.remove_annotation, made)
    assert (only(gone).fate, only(gone).made_id) == ("rejected", "")


def test_a_label_given_by_hand_settles_the_same_proposal():
    sheet = ready(offer(BRIDGE))
    after = done(sheet, annotate.add_annotation, [BRIDGE], "claim")
    assert only(after).fate == "accepted"
    assert next(iter(after.annotations.values())).origin == "manual"


def test_a_source_comes_with_its_relation():
    claim = builders.annotation(ARTICLE, "the bridge will cost 4m euros", annotation_id="c")
    link = SuggestedLink("attributed_to", far_id="c", is_from=True)
    sheet = proposed(builders.sheet(ARTICLE, claim), offer(MAYOR, "source", link=link))
    after = done(sheet, suggesting.accept, only(sheet).id)
    (relation,) = after.relations.values()
    assert (relation.label, relation.from_id) == ("attributed_to", "c")
    assert relation.to_id == only(after).made_id


def test_words_that_are_labelled_already_are_only_linked():
    claim = builders.annotation(ARTICLE, "the bridge will cost 4m euros", annotation_id="c")
    source = builders.annotation(ARTICLE, "Mayor Ruiz", label="source", annotation_id="s")
    link = SuggestedLink("attributed_to", far_id="c", is_from=True)
    sheet = proposed(builders.sheet(ARTICLE, claim, source), offer(MAYOR, "source", link=link))
    after = done(sheet, suggesting.accept, only(sheet).id)
    assert set(after.annotations) == {"c", "s"}
    assert [(r.from_id, r.to_id) for r in after.relations.values()] == [("c", "s")]


def test_a_pull_quote_is_linked_to_what_stands_on_its_first_place():
    first = builders.annotation(ARTICLE, "the bridge will cost 4m euros", annotation_id="c")
    link = SuggestedLink("same_text_as", far=BRIDGE)
    sheet = proposed(builders.sheet(ARTICLE, first), offer(QUOTE, "boilerplate", link=link))
    after = done(sheet, suggesting.accept, only(sheet).id)
    assert [r.to_id for r in after.relations.values()] == ["c"]
    alone = proposed(builders.sheet(), offer(QUOTE, "boilerplate", link=link))
    assert done(alone, suggesting.accept, only(alone).id).relations == {}


def test_all_boilerplate_of_an_article_is_taken_in_one_step_and_back_in_one(tmp_path):
    with builders.writable(tmp_path) as project:
        start = records.sheet(project, "a1", "ana")
        offers = [offer(QUOTE, "boilerplate"), offer(MAYOR, "boilerplate"), offer(BRIDGE)]
        builders.write(project, proposing.proposed(start, SCHEME, "rules", offers))
        sheet = records.sheet(project, "a1", "ana")
        draft = suggesting.accept_all(sheet, SCHEME, "boilerplate")
        assert draft.operation == "Take 2 suggestions: Boilerplate"
        step = builders.write(project, draft)
        after = records.sheet(project, "a1", "ana")
        assert [a.label for a in after.annotations.values()] == ["boilerplate"] * 2
        assert [each.label for each in suggesting.open_suggestions(after)] == ["claim"]
        builders.write(project, step.inverse())
        assert records.sheet(project, "a1", "ana") == sheet


def test_what_cannot_be_taken_any_more_stays_open_beside_the_rest():
    sheet = ready(offer(QUOTE, "boilerplate"), offer(MAYOR, "boilerplate"))
    sheet = done(sheet, annotate.add_annotation, [MAYOR], "source")
    after = done(sheet, suggesting.accept_all, "boilerplate")
    assert len(suggesting.open_suggestions(after)) == 1
    with pytest.raises(UserError, match="No suggestion of Boilerplate"):
        suggesting.accept_all(after, SCHEME, "boilerplate")


def test_undoing_is_left_as_it_is():
    sheet = ready(offer(BRIDGE))
    draft = Draft("Take back", (), undoes="other")
    assert suggesting.settled(sheet, draft) is draft


def test_the_project_counts_what_became_of_suggestions_by_engine_and_label(tmp_path):
    with builders.writable(tmp_path) as project:
        start = records.sheet(project, "a1", "ana")
        offers = [offer(BRIDGE), offer(MAYOR, "source"), offer(QUOTE, "quote")]
        builders.write(project, proposing.proposed(start, SCHEME, "rules", offers))
        claim, quote, _ = sorted(
            records.sheet(project, "a1", "ana").suggestions.values(), key=lambda e: e.label
        )
        for operation, each in ((suggesting.accept, claim), (suggesting.reject, quote)):
            sheet = records.sheet(project, "a1", "ana")
            builders.write(project, operation(sheet, SCHEME, each.id))
        counted = counts.of_project(project)
        by_engine = suggestion_counts.by_engine(counted.suggestions)
        assert by_engine["rules"]["claim"] == {
            "open": 0, "accepted": 1, "changed": 0, "rejected": 0,
        }  # fmt: skip
        assert by_engine["rules"]["quote"]["rejected"] == 1
        assert by_engine["rules"]["source"]["open"] == 1
        assert suggestion_counts.by_decision(counted.suggestions) == {
            "single": {"accepted": 1, "changed": 0, "rejected": 1}
        }
        assert counted.annotations == counted.suggestions_accepted == 1
