"""What people marked by hand in two scraped articles, passage by passage of their two tables.

They lie beside the checkout and are not shipped. Two labels start inside a token of white space
(`→Experts`, `→Microsoft’s`), a claim goes around its cue, sources are known through others.
"""

from pathlib import Path

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.domain.relation import Relation
from annotator.domain.span import Span, words
from annotator.operations import importing, library, writing
from annotator.storage import articles
from annotator.storage.project import open_project

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
A, B = "000_79399891aee47d95", "001_c975b6015b0a3a19"

# Row of the table, id, label, fragments, and the attribute that the row gives first.
_A = """
A1 b1 boilerplate 0-24 boilerplate_kind=navigation_shop
A1 b2 boilerplate 266-272 boilerplate_kind=markup_residue
A1 b3 boilerplate 6886-6888 boilerplate_kind=markup_residue
A1 b4 boilerplate 3215-3533 boilerplate_kind=related_promo
A1 b5 boilerplate 6111-6453 boilerplate_kind=related_promo
A2 t1 sentiment 91-100 polarity=positive
A2 x1 expression 103-114 device=loaded_word
A3 k1 claim 329-403 claim_kind=event_property
A4 n1 source 671-694 source_type=media_report
A4 u1 cue 658-670 cue_stance=neutral
A4 k2 claim 696-861 claim_kind=event_property
A4 t2 sentiment 797-812 polarity=neutral
A5 s1 source 1030-1053 source_type=document
A5 u2 cue 1054-1062 cue_stance=endorsing
A5 k3 claim 1068-1279 claim_kind=quotation_fact
A5 s2 source 1068-1126 source_type=unnamed_group
A5 u3 cue 1127-1132 cue_stance=neutral
A5 k4 claim 1143-1279 claim_kind=normative
A5 q1 quote 1146-1203 quote_kind=partial
A5 q2 quote 1221-1253 quote_kind=partial
A6 b6 boilerplate 2199-2449 boilerplate_kind=pull_quote
A6 b7 boilerplate 4793-4920 boilerplate_kind=pull_quote
A7 n2 source 1281-1290 source_type=named_organisation
A7 u4 cue 1326-1347 cue_stance=neutral
A7 q3 quote 1366-1434 quote_kind=partial
A7 t3 sentiment 1404-1432 polarity=negative
A7 k5 claim 1281-1310 claim_kind=event_property
A7 k9 claim 1326-1434 claim_kind=quotation_fact
A8 s3 source 1565-1598 source_type=survey_or_data
A8 u5 cue 1599-1604 cue_stance=endorsing
A8 k6 claim 1610-1681 claim_kind=statistic
A8 k7 claim 1688-1732 claim_kind=statistic
A8 n3 source 3045-3057 source_type=survey_or_data
A8 u6 cue 3058-3067 cue_stance=neutral
A8 k14 claim 3073-3098 check_worthiness=check_worthy
A9 s4 source 1999-2035 source_type=document
A9 k8 claim 2079-2197 claim_kind=causal
A9 n4 source 3897-3906 source_type=document
A9 k15 claim 3921-4011 claim_kind=causal
A10 n5 source 3533-3540 source_type=unnamed_group
A10 u7 cue 3541-3545 cue_stance=neutral
A10 k10 claim 3551-3583 claim_kind=interpretation
A11 s5 source 3585-3621 source_type=named_person
A11 u8 cue 3623-3628 cue_stance=neutral
A11 q4 quote 3634-3775 quote_kind=direct
A11 k11 claim 3635-3773 claim_kind=causal
A11 n6 source 3776-3779 source_type=named_person
A11 u9 cue 3780-3786 cue_stance=neutral
A12 n7 source 6453-6464 source_type=named_organisation
A12 k12 claim 6509-6574 claim_kind=interpretation
A12 k13 claim 6700-6772 claim_kind=interpretation
A12 t4 sentiment 6724-6742 polarity=negative
"""
_B = """
B1 m1 claim 79-136 claim_kind=event_property
B2 s1 source 138-155 source_type=named_organisation
B2 u1 cue 156-165 cue_stance=endorsing
B2 m2 claim 166-263 claim_kind=position
B3 m3 claim 274-340 claim_kind=event_property
B3 m4 claim 771-896 claim_kind=event_property
B4 s2 source 659-670 source_type=named_organisation
B4 u2 cue 671-680 cue_stance=endorsing
B4 m5 claim 686-752 claim_kind=position
B5 x1 expression 568-584 device=metaphor
B5 x2 expression 853-860 device=loaded_word
B5 x3 expression 946-965 device=loaded_word
B5 t3 sentiment 553-562 polarity=positive
B5 t4 sentiment 936-945 polarity=negative
B5 t1 sentiment 840-852 polarity=negative
B6 m6 claim 972-1018 claim_kind=event_property
B6 m7 claim 1024-1123 claim_kind=causal
B7 m8 claim 1170-1236 claim_kind=position
B7 s3 source 1129-1142 source_type=named_organisation
B7 t2 sentiment 1230-1236 polarity=negative
B8 m9 claim 1471-1590 claim_kind=event_property
B9 m10 claim 1658-1779 claim_kind=interpretation
B10 u3 cue 2313-2323 cue_stance=distancing
B10 m11 claim 2324-2348 claim_kind=statistic
B11 m12 claim 3310-3346 claim_kind=statistic
B12 u4 cue 3966-3976 cue_stance=distancing
B12 m13 claim 3933-3965,3977-4082 claim_kind=causal
B13 m14 claim 4122-4255 claim_kind=interpretation
B13 s4 source 4265-4287 source_type=named_organisation
B13 t5 sentiment 4310-4319 polarity=negative
B14 m15 claim 2050-2110 claim_kind=prediction
B14 m16 claim 5302-5379 claim_kind=prediction
B15 m17 claim 5799-5836 claim_kind=interpretation
B15 x4 expression 5799-5807 device=exaggeration
"""
_LINKS = """
A attributed_to k2 n1 | A cued_by k2 u1 | A attributed_to k3 s1 | A cued_by k3 u2
A attributed_to k4 s2 | A cued_by k4 u3 | A reported_via s2 s1 | A attributed_to q1 s2
A attributed_to q2 s2 | A shown_by t1 x1 | A attributed_to q3 n2 | A held_by t3 n2
A attributed_to k6 s3 | A attributed_to k7 s3 | A cued_by k6 u5 | A attributed_to k8 s4
A attributed_to k10 n5 | A cued_by k10 u7 | A attributed_to q4 s5 | A attributed_to k11 s5
A cued_by k11 u8 | A same_text_as b6 s1 | B attributed_to m2 s1 | B cued_by m2 u1
B refines m4 m3 | B attributed_to m5 s2 | B cued_by m5 u2 | B same_claim m5 m2
A attributed_to k14 n3 | A cued_by k14 u6 | A refines k6 k14 | A attributed_to k15 n4
A supports k15 k11 | B shown_by t3 x1 | B shown_by t4 x3 | B held_by t2 s3 | B held_by t5 s4
B same_claim m16 m15 | B shown_by t1 x2 | B same_claim m6 m1 | B cued_by m11 u3 | B cued_by m13 u4
"""
ACROSS = (
    ("contradicts", "m1", "k2"),
    ("same_claim", "m2", "k1"),
    ("contradicts", "m14", "k9"),
)
"""From the second article to the first."""


def marks() -> list[tuple[str, str, str, tuple[tuple[int, int], ...], dict[str, str]]]:
    """Article, id, label, fragments and attributes of each annotation."""
    found = []
    for article, table in ((A, _A), (B, _B)):
        for row in table.strip().splitlines():
            _, name, label, places, attribute = row.split()
            pairs = [place.partition("-") for place in places.split(",")]
            key, _, value = attribute.partition("=")
            fragments = tuple((int(one), int(other)) for one, _, other in pairs)
            found.append((article, name, label, fragments, {key: value}))
    return found


def links() -> list[Relation]:
    """All relations, those between the two articles included."""
    found = []
    for number, each in enumerate(_LINKS.replace("\n", " | ").split(" | ")):
        if each.strip():
            letter, label, one, other = each.split()
            article = A if letter == "A" else B
            found.append(Relation(f"r{number}", article, "ana", label, one, other, article))
    for number, (label, one, other) in enumerate(ACROSS):
        found.append(Relation(f"x{number}", B, "ana", label, one, other, A))
    return found


def project(folder: Path) -> Path:
    """A project with both articles and all that was marked in them."""
    path = folder / "scraped.annotator"
    library.new_project(path, annotator="ana")
    with open_project(path, is_writable=True) as opened:
        assert importing.import_files(opened, [SEEDS], annotator="ana").articles == 2
        texts = {each.id: each.text for each in articles.each(opened)}
        made: list[Annotation | Relation] = []
        for article, name, label, places, attributes in marks():
            spans = tuple(Span(*place) for place in places)
            covered = words(texts[article], spans)
            made.append(Annotation(name, article, "ana", label, spans, covered, attributes))
        writing.commit(opened, Draft("Label", added([*made, *links()])), annotator="ana")
    return path
