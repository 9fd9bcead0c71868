"""Flags that the rules of the scheme raise and close, on sheets alone."""

from dataclasses import replace

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Change, Draft, added
from annotator.domain.flag import CLOSED, DISMISSED, FIXED, OPEN, Flag, Message
from annotator.domain.json import Json
from annotator.domain.relation import Relation
from annotator.domain.sheet import Sheet
from annotator.operations import annotate, flags, relate, rules
from tests import builders

SCHEME = builders.scheme()
TEXT = (
    "Experts told the paper that 40% of the bridges are unsafe, 61% are closed. "
    "A confidential briefing revealed that the mayor rammed it through last year. "
    "Reportedly, $13 billion went missing. “It is over, she said. Read moreThe pier is shut."
)
ARTICLE = builders.article(TEXT)
WORTHY = {"check_worthiness": "check_worthy", "claim_kind": "event_property"}
FIGURE = {**WORTHY, "claim_kind": "statistic"}


def mark(*parts: str, name: str, label: str = "claim", **attributes: Json) -> Annotation:
    return builders.annotation(ARTICLE, *parts, label=label, annotation_id=name, **attributes)


def link(label: str, start: str, end: str) -> Relation:
    return Relation(f"{start}-{end}", "a1", "ana", label, start, end, "a1")


def sheet_of(*records: Annotation | Relation | Flag, article: Article = ARTICLE) -> Sheet:
    return Sheet(article, "ana").after(added(records))


def raised_on(sheet: Sheet) -> set[tuple[str | None, str]]:
    """What the rules raise on a whole sheet: target and reason."""
    made = [each.after for each in rules.checked(sheet, SCHEME).changes]
    return {(flag.target_id, flag.reason) for flag in made if isinstance(flag, Flag)}


def done(sheet: Sheet, draft: Draft) -> Sheet:
    """The sheet after a step, with what the rules made of it."""
    return sheet.after(rules.settled(sheet, SCHEME, draft).changes)


def states(sheet: Sheet) -> dict[str, str]:
    return {flag.reason: flag.state for flag in sheet.flags.values()}


CLAIM = mark("the mayor rammed it through", name="c", **WORTHY)
BRIEFING = mark("A confidential briefing", name="s", label="source", source_type="document")


@pytest.mark.parametrize(
    ("attributes", "reasons"),
    [
        ({"source_type": "unnamed_person"}, {"anonymous_source"}),
        ({"source_type": "document", "traceability": "untraceable"}, {"anonymous_source"}),
        ({"source_type": "document", "traceability": "vague"}, {"source_detail_missing"}),
        ({"source_type": "named_person", "affiliation": "unknown"}, {"source_detail_missing"}),
        ({"source_type": "named_person", "affiliation": "academic"}, set()),
        (
            {"source_type": "unnamed_person", "anonymity_reason": "not_given"},
            {"anonymous_source", "anonymity_unexplained"},
        ),
        ({"source_type": "unnamed_person", "anonymity_reason": "given"}, {"anonymous_source"}),
    ],
)
def test_a_source_is_flagged_by_what_is_said_of_it(
    attributes: dict[str, Json], reasons: set[str]
) -> None:
    source = mark("A confidential briefing", name="s", label="source", **attributes)
    assert raised_on(sheet_of(source)) == {("s", reason) for reason in reasons}


def test_a_figure_is_flagged_when_its_source_is_vague_or_nobody() -> None:
    figure = mark("$13 billion went missing", name="f", **FIGURE)
    cue = mark("Reportedly", name="q", label="cue")
    reported = sheet_of(figure, cue, link("cued_by", "f", "q"))
    assert raised_on(reported) == {("f", "needs_source"), ("f", "unverifiable_statistic")}
    assert raised_on(sheet_of(figure)) == {("f", "needs_source")}
    vague = mark("Experts", name="e", label="source", traceability="vague")
    told = sheet_of(figure, vague, link("attributed_to", "f", "e"))
    assert raised_on(told) == {("f", "unverifiable_statistic")}
    linked = replace(vague, attributes={"traceability": "linked"})
    assert raised_on(sheet_of(figure, linked, link("attributed_to", "f", "e"))) == set()


def test_a_share_is_flagged_when_nobody_knows_of_what() -> None:
    with_base = mark("40% of the bridges are unsafe", name="a", **FIGURE)
    without = mark("61% are closed", name="b", **FIGURE)
    source = mark("the paper", name="s", label="source", traceability="identifiable")
    links = (link("attributed_to", "a", "s"), link("attributed_to", "b", "s"))
    assert raised_on(sheet_of(with_base, without, source, *links)) == {
        ("b", "unverifiable_statistic")
    }


def test_a_relative_date_counts_only_in_an_article_without_a_date() -> None:
    claim = mark("rammed it through last year", name="c")
    assert raised_on(sheet_of(claim)) == {("c", "relative_date")}
    dated = replace(ARTICLE, published="2025-03-01")
    assert raised_on(sheet_of(claim, article=dated)) == set()


def test_loaded_words_are_the_authors_unless_somebody_is_credited() -> None:
    loaded = mark("rammed", name="x", label="expression", device="loaded_word")
    assert raised_on(sheet_of(loaded)) == {("x", "loaded_language")}
    claim = mark("the mayor rammed it through", name="c")
    credited = (loaded, claim, BRIEFING, link("attributed_to", "c", "s"))
    assert raised_on(sheet_of(*credited)) == set()
    tone = mark("the mayor", name="t", label="sentiment", polarity="negative")
    held = (loaded, tone, BRIEFING, link("shown_by", "t", "x"), link("held_by", "t", "s"))
    assert raised_on(sheet_of(*held)) == set()
    assert raised_on(sheet_of(loaded, tone, link("shown_by", "t", "x"))) == {
        ("x", "loaded_language")
    }


def test_damage_is_seen_in_the_text() -> None:
    promo = mark("Read more", name="p", label="boilerplate", boilerplate_kind="related_promo")
    quote = mark("“It is over", name="q", label="quote")
    assert raised_on(sheet_of(promo, quote)) == {
        ("p", "extraction_damage"),
        ("q", "extraction_damage"),
    }
    fence = builders.article("“`html\nThe pier is shut.")
    residue = builders.annotation(fence, "“`html", label="boilerplate", annotation_id="b")
    assert raised_on(sheet_of(residue, article=fence)) == {("b", "extraction_damage")}


def test_relations_are_flagged_where_they_begin() -> None:
    other = mark("the bridges are unsafe", name="d")
    clash = sheet_of(CLAIM, other, link("contradicts", "d", "c"))
    assert ("d", "contradiction") in raised_on(clash)
    assert ("c", "contradiction") not in raised_on(clash)
    copy = mark("Read more", name="p", label="boilerplate", boilerplate_kind="pull_quote")
    assert ("p", "duplicate_text") in raised_on(
        sheet_of(copy, other, link("same_text_as", "p", "d"))
    )


def test_a_flag_is_raised_in_the_step_that_gives_its_cause_and_undone_with_it() -> None:
    sheet = sheet_of(replace(CLAIM, attributes={"claim_kind": "event_property"}))
    draft = annotate.set_attribute(sheet, SCHEME, "c", "check_worthiness", "check_worthy")
    whole = rules.settled(sheet, SCHEME, draft)
    assert whole.operation == draft.operation
    after = sheet.after(whole.changes)
    (flag,) = after.flags.values()
    assert (flag.target_id, flag.reason, flag.state) == ("c", "needs_source", OPEN)
    assert (flag.severity, flag.origin) == ("check", "rule")
    assert flag.raised_by == "worthy_claim_without_source"
    assert after.after(whole.inverse().changes) == sheet


def test_a_flag_closes_when_its_cause_is_gone_and_opens_when_it_is_back() -> None:
    sheet = done(sheet_of(BRIEFING), Draft("Label", added([CLAIM])))
    assert states(sheet) == {"needs_source": OPEN}
    linked = relate.relate(sheet, SCHEME, "attributed_to", from_id="c", to_id="s")
    sheet = done(sheet, linked)
    (flag,) = sheet.flags.values()
    assert (flag.state, flag.outcome) == (CLOSED, FIXED)
    sheet = done(sheet, relate.remove_relation(sheet, SCHEME, next(iter(sheet.relations))))
    (flag,) = sheet.flags.values()
    assert (flag.state, flag.outcome) == (OPEN, "")


def test_what_somebody_dismissed_or_settled_is_not_raised_again() -> None:
    for settle in (
        lambda held: flags.dismiss([held], by="ana", grounds="Known to the editors"),
        lambda held: flags.reply([held], by="eva", text="It is fine", is_closing=True),
    ):
        sheet = done(sheet_of(), Draft("Label", added([CLAIM])))
        (flag,) = sheet.flags.values()
        sheet = done(sheet, settle(flag))
        noted = annotate.set_note(sheet, SCHEME, "c", "Ask her")
        sheet = done(sheet, noted)
        (flag,) = sheet.flags.values()
        assert flag.state == CLOSED
        assert flag.outcome != FIXED


def test_what_a_person_asked_already_is_not_asked_again() -> None:
    asked = Flag("f", "a1", "ana", "c", "needs_source", raised_by="ana")
    draft = annotate.set_note(sheet_of(CLAIM, asked), SCHEME, "c", "Ask her")
    assert list(done(sheet_of(CLAIM, asked), draft).flags) == ["f"]


def test_flags_go_with_their_annotation_unless_somebody_wrote_in_them() -> None:
    sheet = done(sheet_of(), Draft("Label", added([CLAIM])))
    assert done(sheet, annotate.remove_annotation(sheet, SCHEME, "c")).flags == {}
    (flag,) = sheet.flags.values()
    sheet = sheet.after(flags.reply([flag], by="eva", text="Whose words?").changes)
    sheet = done(sheet, annotate.remove_annotation(sheet, SCHEME, "c"))
    (flag,) = sheet.flags.values()
    assert (flag.state, flag.outcome, flag.text) == (CLOSED, FIXED, CLAIM.text)


def test_undoing_a_label_keeps_what_an_editor_wrote_in_its_flag() -> None:
    before = sheet_of()
    draft = rules.settled(before, SCHEME, Draft("Label", added([CLAIM])))
    sheet = before.after(draft.changes)
    (flag,) = sheet.flags.values()
    sheet = sheet.after(flags.reply([flag], by="eva", text="Whose words?").changes)
    sheet = sheet.after(rules.undone(sheet, SCHEME, draft.inverse()).changes)
    assert sheet.annotations == {}
    (flag,) = sheet.flags.values()
    assert flag.messages == (Message("eva", "Whose words?"),)
    assert (flag.state, flag.target_id, flag.text) == (CLOSED, None, CLAIM.text)


def test_only_what_a_step_touches_is_looked_at() -> None:
    sheet = sheet_of(CLAIM, BRIEFING)
    draft = annotate.set_note(sheet, SCHEME, "s", "A leak")
    assert rules.settled(sheet, SCHEME, draft) is draft


def test_most_labels_need_no_sheet() -> None:
    plain = Draft("Label", added([mark("the mayor", name="n")]))
    assert not rules.may_touch(SCHEME, plain, "a1", "ana")
    assert rules.may_touch(SCHEME, Draft("Label", added([CLAIM])), "a1", "ana")
    assert not rules.may_touch(SCHEME, Draft("Label", added([CLAIM])), "a1", "ben")
    changed = replace(CLAIM, note="x")
    assert rules.may_touch(SCHEME, Draft("Note", (Change(CLAIM, changed),)), "a1", "ana")


def test_the_adjudicated_layer_raises_nothing() -> None:
    gold = replace(CLAIM, annotator="gold")
    sheet = Sheet(ARTICLE, "gold")
    draft = Draft("Adjudicate", added([gold]))
    assert rules.settled(sheet, SCHEME, draft) is draft


def test_dismissing_keeps_why() -> None:
    sheet = done(sheet_of(), Draft("Label", added([CLAIM])))
    (flag,) = sheet.flags.values()
    sheet = sheet.after(flags.dismiss([flag], by="ana", grounds=" Known ").changes)
    (flag,) = sheet.flags.values()
    assert (flag.state, flag.outcome, flag.grounds) == (CLOSED, DISMISSED, "Known")
