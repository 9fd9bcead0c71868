"""The frame of a claim: who says it, with which words, through whom, and what is missing."""

from dataclasses import replace

from annotator.domain.annotation import Annotation
from annotator.domain.change import added
from annotator.domain.frame import MOST_CHAINS, Frame, frame_of, frames, open_statements
from annotator.domain.relation import Relation
from annotator.domain.sheet import Sheet
from tests import builders

ARTICLE = builders.article()
NEWS = builders.scheme()
CLAIM = builders.annotation(ARTICLE, "the bridge will cost 4m euros", annotation_id="claim")
MAYOR = builders.annotation(ARTICLE, "Mayor Ruiz", label="source", annotation_id="mayor")
SAID = builders.annotation(ARTICLE, "said", label="cue", annotation_id="said")
MEMO = builders.annotation(ARTICLE, "A confidential briefing", label="source", annotation_id="memo")
OFFICIALS = builders.annotation(ARTICLE, "officials", label="source", annotation_id="officials")


def sheet(*annotations: Annotation, links: tuple[tuple[str, str, str], ...] = ()) -> Sheet:
    """A sheet with annotations, and relations as from, label, to."""
    relations = [
        Relation(f"r{number}", "a1", "ana", label, from_id, to_id, "a1")
        for number, (from_id, label, to_id) in enumerate(links)
    ]
    return builders.sheet(ARTICLE, *annotations).after(added(relations))


def the_frame(of: Sheet, annotation_id: str = "claim") -> Frame:
    """The frame of a claim, which there is."""
    found = frame_of(of, NEWS, annotation_id)
    assert found is not None
    return found


def test_a_fresh_claim_lacks_source_and_cue():
    found = the_frame(sheet(CLAIM))
    assert (found.missing, found.is_open) == (("source", "cue"), True)


def test_a_claim_with_both_lacks_nothing():
    links = (("claim", "attributed_to", "mayor"), ("claim", "cued_by", "said"))
    found = the_frame(sheet(CLAIM, MAYOR, SAID, links=links))
    assert (found.sources, found.cue, found.missing) == ((MAYOR,), SAID, ())


def test_a_reason_for_having_no_source_is_an_answer():
    answered = replace(CLAIM, attributes={"no_source": "outlet"})
    found = the_frame(sheet(answered))
    assert (found.no_source, found.missing, found.is_open) == ("outlet", (), False)


def test_a_source_alone_closes_the_frame_and_leaves_the_cue_missing():
    found = the_frame(sheet(CLAIM, MAYOR, links=(("claim", "attributed_to", "mayor"),)))
    assert (found.missing, found.is_open) == (("cue",), False)


def test_a_scheme_without_cues_misses_none():
    found = frame_of(sheet(CLAIM), builders.scheme("simple"), "claim")
    assert found is not None
    assert found.missing == ("source",)


def test_who_reports_via_whom_is_a_chain_outwards():
    links = (("claim", "attributed_to", "officials"), ("officials", "reported_via", "memo"))
    found = the_frame(sheet(CLAIM, OFFICIALS, MEMO, links=links))
    assert found.chains == ((OFFICIALS, MEMO),)


def test_a_circle_of_reports_ends():
    links = (
        ("claim", "attributed_to", "officials"),
        ("officials", "reported_via", "memo"),
        ("memo", "reported_via", "officials"),
    )
    assert the_frame(sheet(CLAIM, OFFICIALS, MEMO, links=links)).chains == ((OFFICIALS, MEMO),)


def test_sources_that_report_via_each_other_in_any_number_take_no_time():
    text = " ".join(f"source{number}" for number in range(2_000))
    crowded = builders.article(f"The claim. {text}")
    claim = builders.annotation(crowded, "The claim", annotation_id="claim")
    crowd = [
        builders.annotation(crowded, f"source{number}", label="source", annotation_id=f"s{number}")
        for number in range(1_500)
    ]
    line = [(f"s{n}", "reported_via", f"s{n + 1}") for n in range(1_400)]
    rows = [
        (f"s{n}", "reported_via", f"s{m}")
        for n in range(1_401, 1_500)
        for m in range(n // 3 * 3 + 3, n // 3 * 3 + 6)
        if m < 1_500
    ]
    to_both = [("claim", "attributed_to", "s0"), ("claim", "attributed_to", "s1401")]
    links = added(
        Relation(f"r{number}", "a1", "ana", label, from_id, to_id, "a1")
        for number, (from_id, label, to_id) in enumerate([*to_both, *line, *rows])
    )
    found = the_frame(builders.sheet(crowded, claim, *crowd).after(links))
    assert len(found.chains[0]) == 1_401
    assert len(found.chains) == MOST_CHAINS


def test_sentiment_in_the_words_comes_first_then_what_the_sources_hold():
    near = builders.annotation(ARTICLE, "the bridge", label="sentiment", annotation_id="near")
    held = builders.annotation(ARTICLE, "bargain", label="sentiment", annotation_id="held")
    far = builders.annotation(ARTICLE, "the mayor", label="sentiment", annotation_id="far")
    links = (("claim", "attributed_to", "mayor"), ("held", "held_by", "mayor"))
    found = the_frame(sheet(CLAIM, MAYOR, near, held, far, links=links))
    assert found.sentiments == (near, held)


def test_open_are_those_without_source_and_answer_in_the_order_of_the_text():
    quote = builders.annotation(ARTICLE, "“It is a bargain,”", label="quote", annotation_id="q")
    told = replace(
        builders.annotation(ARTICLE, "urged the mayor", annotation_id="told"),
        attributes={"no_source": "outlet"},
    )
    of = sheet(quote, told, CLAIM, MAYOR)
    assert open_statements(of, NEWS) == [CLAIM, quote]
    assert [each.statement for each in frames(of, NEWS) if each.is_open] == [CLAIM, quote]
    linked = sheet(quote, told, CLAIM, MAYOR, links=(("q", "attributed_to", "mayor"),))
    assert open_statements(linked, NEWS) == [CLAIM]


def test_sources_and_cues_have_no_frame():
    assert frame_of(sheet(MAYOR), NEWS, "mayor") is None
    assert frame_of(sheet(MAYOR), NEWS, "gone") is None


def test_frames_stand_in_the_order_of_the_text():
    quote = builders.annotation(ARTICLE, "“It is a bargain,”", label="quote", annotation_id="q")
    found = frames(sheet(quote, MAYOR, CLAIM), NEWS)
    assert [each.statement for each in found] == [CLAIM, quote]
