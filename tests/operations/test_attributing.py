"""Taking a suggested source and cue, and saying why there is none."""

from dataclasses import replace

import pytest

from annotator.domain.errors import UserError
from annotator.domain.sheet import Sheet
from annotator.operations import attributing, relate
from annotator.suggestions.attribution import Proposal
from tests import builders

ARTICLE = builders.article()
NEWS = builders.scheme()
CLAIM = builders.annotation(ARTICLE, "the bridge will cost 4m euros", annotation_id="claim")
MAYOR = builders.place(ARTICLE.text, "Mayor Ruiz")
SAID = builders.place(ARTICLE.text, "said")
OFFER = Proposal(MAYOR, SAID, None, None, "verb", "sentence")


def accepted(sheet: Sheet, offer: Proposal = OFFER) -> Sheet:
    """The sheet after an offer was taken."""
    return sheet.after(attributing.accept(sheet, NEWS, "claim", offer).changes)


def links(sheet: Sheet) -> list[tuple[str, str, str]]:
    """The relations as words."""
    named = sheet.annotations
    return sorted(
        (each.label, named[each.from_id].text, named[each.to_id].text)
        for each in sheet.relations.values()
    )


def test_source_cue_and_both_links_come_in_one_step():
    after = accepted(builders.sheet(ARTICLE, CLAIM))
    assert links(after) == [
        ("attributed_to", CLAIM.text, "Mayor Ruiz"),
        ("cued_by", CLAIM.text, "said"),
    ]
    made = [each for each in after.annotations.values() if each.id != "claim"]
    assert {each.origin for each in made} == {"suggestion:attribution"}


def test_the_stance_of_the_cue_is_set_from_its_words():
    after = accepted(builders.sheet(ARTICLE, CLAIM))
    (cue,) = [each for each in after.annotations.values() if each.label == "cue"]
    assert cue.attributes == {"cue_stance": "neutral"}


def test_words_that_are_labelled_already_are_only_linked():
    known = builders.annotation(ARTICLE, "Mayor Ruiz", label="source", annotation_id="mayor")
    after = accepted(builders.sheet(ARTICLE, CLAIM, known), replace(OFFER, source_id="mayor"))
    assert [each.id for each in after.annotations.values() if each.label == "source"] == ["mayor"]
    assert ("attributed_to", CLAIM.text, "Mayor Ruiz") in links(after)


def test_a_claim_keeps_the_cue_it_has():
    once = accepted(builders.sheet(ARTICLE, CLAIM))
    other = Proposal(
        builders.place(ARTICLE.text, "officials"),
        builders.place(ARTICLE.text, "urged"),
        None,
        None,
        "verb",
        "article",
    )
    twice = accepted(once, other)
    assert [each[2] for each in links(twice)] == ["Mayor Ruiz", "officials", "said"]


def test_a_scheme_without_cues_takes_the_source_alone():
    simple = builders.scheme("simple")
    sheet = builders.sheet(ARTICLE, CLAIM)
    after = sheet.after(attributing.accept(sheet, simple, "claim", OFFER).changes)
    assert links(after) == [("attributed_to", CLAIM.text, "Mayor Ruiz")]


def test_the_same_source_twice_is_refused_and_nothing_changes():
    once = accepted(builders.sheet(ARTICLE, CLAIM))
    with pytest.raises(UserError, match="linked so already"):
        attributing.accept(once, NEWS, "claim", OFFER)


def test_a_claim_says_why_it_has_no_source():
    sheet = builders.sheet(ARTICLE, CLAIM)
    draft = attributing.say_without_source(sheet, NEWS, "claim", "outlet")
    assert sheet.after(draft.changes).annotations["claim"].attributes == {"no_source": "outlet"}


def test_a_claim_with_a_source_cannot_say_that_it_has_none():
    once = accepted(builders.sheet(ARTICLE, CLAIM))
    with pytest.raises(UserError, match="Remove that link first"):
        attributing.say_without_source(once, NEWS, "claim", "implicit")


def test_a_source_takes_the_reason_for_having_none_away_and_undo_brings_it_back():
    answered = replace(CLAIM, attributes={"no_source": "implicit", "certainty": "hedged"})
    known = builders.annotation(ARTICLE, "Mayor Ruiz", label="source", annotation_id="mayor")
    sheet = builders.sheet(ARTICLE, answered, known)
    draft = relate.relate(sheet, NEWS, "attributed_to", from_id="claim", to_id="mayor")
    after = sheet.after(draft.changes)
    assert after.annotations["claim"].attributes == {"certainty": "hedged"}
    assert after.after(draft.inverse().changes).annotations["claim"] == answered


def test_a_scheme_that_has_no_word_for_it_says_what_to_do_instead():
    claim_label = NEWS.label("claim")
    assert claim_label is not None
    bare = replace(
        NEWS,
        labels=tuple(
            replace(each, attributes=tuple(a for a in each.attributes if a.id != "no_source"))
            for each in NEWS.labels
        ),
    )
    with pytest.raises(UserError, match="A flag"):
        attributing.say_without_source(builders.sheet(ARTICLE, CLAIM), bare, "claim", "outlet")
