"""What to label in two scraped articles, which lie beside the checkout and are not shipped.

The first one completely, as it was annotated by hand: every passage from A1 to A12 of that table.
"""

from tests.journeys.plans import FLAG, FLAG_TEXT, LINK, Step, at, authors, claim

FIRST, SECOND = "000_79399891aee47d95", "001_c975b6015b0a3a19"

_BRIEFING = (1030, 1053)
_OFFICIALS = (1068, 1126)
_PEW = (1565, 1598)
_KIM = (3585, 3621)

FIRST_PLAN: tuple[Step, ...] = (
    # A1: what is no part of the article
    at("B", 0, 24, boilerplate_kind="navigation_shop"),
    at("B", 266, 272, boilerplate_kind="markup_residue", flags=("extraction_damage",)),
    # A2: the deck
    at("+", 91, 100, intensity="medium", explicitness="explicit", entity="Microsoft"),
    at("W", 103, 114, device="loaded_word", flags=("loaded_language",)),
    # A3
    at(
        "C", 329, 403, flags=("needs_source",), **authors("event_property", "check_worthy")
    ),
    at(FLAG, 356, 364, flags=("relative_date",), words="No date in the article."),
    # A4
    at("C", 696, 861, **claim("event_property", "check_worthy")),
    at(
        "S", 671, 694,
        source_type="media_report", affiliation="media", traceability="vague",
        flags=("source_detail_missing",),
    ),
    at("A", 658, 670, cue_stance="neutral"),
    at("0", 797, 812, entity="White House"),
    # A5
    at("C", 1143, 1279, **claim("normative", "not_checkable")),
    at(
        "S", *_OFFICIALS,
        source_type="unnamed_group", affiliation="government", anonymity_reason="not_given",
    ),
    at("A", 1127, 1132, cue_stance="neutral"),
    at("C", 1068, 1279, **claim("quotation_fact", "check_worthy")),
    at(
        "S", *_BRIEFING,
        source_type="document", affiliation="government", traceability="untraceable",
        anonymity_reason="not_given", flags=("anonymous_source", "anonymity_unexplained"),
    ),
    at("A", 1054, 1062, cue_stance="endorsing"),
    at(LINK, *_OFFICIALS, *_BRIEFING, relation="reported_via"),
    at("Q", 1146, 1203, quote_kind="partial"),
    at("S", *_OFFICIALS),
    at("Q", 1221, 1253, quote_kind="partial"),
    at("S", *_OFFICIALS),
    # A7
    at("C", 1281, 1310, **authors("event_property", "check_worthy")),
    at("Q", 1366, 1434, quote_kind="partial"),
    at(
        "S", 1281, 1290,
        source_type="named_organisation", affiliation="corporate", traceability="identifiable",
        entity="Microsoft",
    ),
    at("A", 1326, 1347, cue_stance="neutral"),
    at(
        "-", 1404, 1432,
        intensity="medium", explicitness="implied", entity="US administration",
    ),
    at(LINK, 1404, 1432, 1281, 1290, relation="held_by"),
    at(
        "C", 1326, 1434, flags=("needs_source",), **authors("quotation_fact", "check_worthy")
    ),
    # A8
    at("C", 1610, 1681, **claim("statistic", "check_worthy")),
    at(
        "S", *_PEW,
        source_type="survey_or_data", affiliation="ngo_think_tank", traceability="identifiable",
        entity="Pew Research Center",
    ),
    at("A", 1599, 1604, cue_stance="endorsing"),
    at("C", 1688, 1732, **claim("statistic", "check_worthy")),
    at("S", *_PEW),
    at(FLAG, 1688, 1732, flags=("unverifiable_statistic",), words=FLAG_TEXT),
    # A9
    at("C", 2079, 2197, **claim("causal", "check_worthy", "hedged")),
    at(
        "S", 1999, 2035,
        source_type="document", affiliation="ngo_think_tank", traceability="vague",
        entity="Brookings", flags=("source_detail_missing",),
    ),
    # A6: copies; the first of the second pair is a claim, so that the copy has something to repeat
    at("B", 2199, 2449, boilerplate_kind="pull_quote", flags=("duplicate_text",)),
    at(LINK, 2199, 2449, 1068, 1279, relation="same_text_as"),
    at("C", 2896, 3022, **authors("prediction", "unimportant", "hedged")),
    # A8, later
    at("C", 3073, 3098, **claim("event_property", "unimportant")),
    at(
        "S", 3045, 3057,
        source_type="survey_or_data", affiliation="ngo_think_tank",
        entity="Pew Research Center",
    ),
    at("A", 3058, 3067, cue_stance="endorsing"),
    at(LINK, 1610, 1681, 3073, 3098, relation="refines"),
    # A1, the first advertisement, fused with A10
    at("B", 3215, 3533, boilerplate_kind="related_promo"),
    at("C", 3551, 3583, **claim("interpretation", "not_checkable")),
    at(
        "S", 3533, 3540,
        source_type="unnamed_group", affiliation="unknown", traceability="vague",
        anonymity_reason="not_given", flags=("anonymous_source",),
    ),
    at("A", 3541, 3545, cue_stance="neutral"),
    # A11
    at("Q", 3634, 3775, quote_kind="direct"),
    at(
        "S", *_KIM,
        source_type="named_person", affiliation="academic", traceability="vague",
        entity="Rachel Kim", flags=("source_detail_missing",),
    ),
    at("C", 3635, 3773, **claim("causal", "unimportant")),
    at("S", *_KIM),
    at("A", 3623, 3628, cue_stance="endorsing"),
    at("C", 3787, 3878, **claim("normative", "not_checkable")),
    at("S", 3776, 3779, source_type="named_person", affiliation="academic", entity="Rachel Kim"),
    at("A", 3780, 3786, cue_stance="neutral"),
    # A9, later
    at("C", 3921, 4011, **claim("causal", "check_worthy", "hedged")),
    at(
        "S", 3897, 3906,
        source_type="named_organisation", affiliation="ngo_think_tank", entity="Brookings",
    ),
    at(LINK, 3921, 4011, 3787, 3878, relation="supports"),
    # A6, later
    at("B", 4793, 4920, boilerplate_kind="pull_quote", flags=("duplicate_text",)),
    at(LINK, 4793, 4920, 2896, 3022, relation="same_text_as"),
    # A1, the second advertisement
    at("B", 6111, 6453, boilerplate_kind="related_promo"),
    # A12
    at("C", 6509, 6574, **authors("interpretation", "not_checkable", "speculative")),
    at("C", 6700, 6772, **authors("interpretation", "not_checkable")),
    at("-", 6724, 6742, intensity="low"),
    at("B", 6886, 6888, boilerplate_kind="markup_residue", flags=("extraction_damage",)),
)  # fmt: skip
SECOND_PLAN: tuple[Step, ...] = (
    at("C", 2324, 2348, **claim("statistic", "check_worthy", no_source="unnamed")),
    at("A", 2313, 2323, cue_stance="distancing"),
    at(
        "C", 3933, 3965, 3977, 4082, **claim("causal", "check_worthy", no_source="unnamed")
    ),
    at("A", 3966, 3976, cue_stance="distancing"),
)  # fmt: skip


FIRST_RULED = {
    ("anonymous_source", ((1068, 1126),), ()),
    ("anonymity_unexplained", ((1068, 1126),), ()),
    ("needs_source", ((1281, 1310),), ()),
    ("unverifiable_statistic", ((1688, 1732),), ()),
    ("relative_date", ((329, 403),), ()),
}
"""What the rules of the scheme raise besides: why, on which words."""

SECOND_RULED = {
    ("needs_source", ((2324, 2348),), ()),
    ("unverifiable_statistic", ((2324, 2348),), ()),
    ("needs_source", ((3933, 3965), (3977, 4082)), ()),
}
