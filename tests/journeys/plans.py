"""What to label in which article: everything, as an annotator who leaves nothing out would.

Boilerplate and left-over markup, a source known through another, two claims on one source, a start
inside a word, a cue without a source, a claim in two parts, attitudes with their holders, copies of
sentences, links between claims, flags with their reasons, and all attributes. Written down once for
our own article, and by offsets for two scraped ones in `scraped_plans`.
"""

from dataclasses import dataclass

from annotator.domain.span import Span

FLAG_TEXT = "61 percent of all firms, or of the 75?"

LINK = "link"
FLAG = "flag"


@dataclass(frozen=True)
class Step:
    """One thing to do: press a key on words, set attributes, raise flags.

    `second` is the second part of the words, or the other end of a link of the kind `relation`. A
    flag with `words` is raised on the passage `span`, those of a label on the label.
    """

    key: str
    span: Span
    second: Span | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = ()
    relation: str = ""
    words: str = ""


def at(
    key: str,
    start: int,
    end: int,
    *rest: int,
    flags: tuple[str, ...] = (),
    relation: str = "",
    words: str = "",
    **attributes: str,
) -> Step:
    """A step by offsets."""
    second = Span(*rest) if rest else None
    return Step(key, Span(start, end), second, tuple(attributes.items()), flags, relation, words)


def claim(kind: str, worth: str, certainty: str = "asserted", **more: str) -> dict[str, str]:
    """The attributes of a claim."""
    return {"claim_kind": kind, "check_worthiness": worth, "certainty": certainty, **more}


def authors(kind: str, worth: str, certainty: str = "asserted") -> dict[str, str]:
    """The attributes of a claim that the outlet makes itself."""
    return claim(kind, worth, certainty, no_source="outlet")


FERRY = (
    "No items in your basket.\n"
    "Island ferry to lose its night boat\n"
    "The line's brave plan for the winter divides the island.\n"
    "“`html\n"
    "The line lately bought a second boat. A leaked memo disclosed that managers of the line "
    "pressed the council to “rethink the winter timetable” and to accept “a lean crew”.\n"
    "A 2024 survey by the island college showed that 75% of islanders use the boat weekly, with "
    "61% calling it a lifeline. Old boats break down often.\n"
    "A leaked memo disclosed that managers of the line pressed the council to “rethink the winter "
    "timetable” and to accept “a lean crew”.\n"
    "You may also like\n"
    "Harbour & HomeSeven knots that hold: “good as gold”\n"
    "Read More →Skippers warn that the quay is sinking. Dr. Ina Falk, a marine engineer, notes "
    "that “the piles rot because nobody paints them.” She argues for a new quay. The college data "
    "indicates that most islanders sail. This fits the college's finding that repairs cost less "
    "than boats. “We cannot wait for spring,” said Ada Lunde, who mends engines 🚢 here, “because "
    "the ice comes first.” The boat reportedly cost 9 million crowns.\n"
    "The council's doubts, it is said, stem from the price of fuel and from a broken pump. The age "
    "of cheap night boats is over.\n"
    "“`\n"
)
MEMO = (
    "A leaked memo disclosed that managers of the line pressed the council to “rethink the winter "
    "timetable” and to accept “a lean crew”."
)


def _on(
    key: str,
    words: str,
    second: str = "",
    *,
    occurrence: int = 1,
    flags: tuple[str, ...] = (),
    relation: str = "",
    said: str = "",
    **attributes: str,
) -> Step:
    """A step by the words of our own article."""
    other = place(second) if second else None
    span = place(words, occurrence)
    return Step(key, span, other, tuple(attributes.items()), flags, relation, said)


def place(words: str, occurrence: int = 1) -> Span:
    """Where words stand in our own article."""
    start = -1
    for _ in range(occurrence):
        start = FERRY.index(words, start + 1)
    return Span(start, start + len(words))


INNER = "to “rethink the winter timetable” and to accept “a lean crew”"
OUTER = "managers of the line pressed the council to “rethink the winter timetable”"
SURVEY = "A 2024 survey by the island college"
SAID_BY_FALK = "the piles rot because nobody paints them."

FERRY_PLAN: tuple[Step, ...] = (
    _on("B", "No items in your basket.", boilerplate_kind="navigation_shop"),
    _on("+", "The line's brave plan", intensity="low", explicitness="explicit", entity="Line"),
    _on("W", "brave", device="loaded_word", flags=("loaded_language",)),
    _on("B", "“`html", boilerplate_kind="markup_residue", flags=("extraction_damage",)),
    _on(
        "C",
        "The line lately bought a second boat",
        flags=("needs_source",),
        **authors("event_property", "check_worthy"),
    ),
    _on(FLAG, "lately", flags=("relative_date",), said="No date anywhere."),
    _on("C", INNER, **claim("normative", "not_checkable")),
    _on("S", "managers of the line", source_type="unnamed_group", affiliation="corporate"),
    _on("A", "pressed", cue_stance="neutral"),
    _on("Q", "“rethink the winter timetable”", quote_kind="partial"),
    _on("S", "managers of the line"),
    _on("C", OUTER, **claim("quotation_fact", "check_worthy")),
    _on(
        "S",
        "A leaked memo",
        source_type="document",
        affiliation="corporate",
        traceability="untraceable",
        anonymity_reason="not_given",
        flags=("anonymous_source", "anonymity_unexplained"),
    ),
    _on("A", "disclosed", cue_stance="endorsing"),
    _on(LINK, "managers of the line", "A leaked memo", relation="reported_via"),
    _on("C", "75% of islanders use the boat weekly", **claim("statistic", "check_worthy")),
    _on(
        "S",
        SURVEY,
        source_type="survey_or_data",
        affiliation="academic",
        traceability="identifiable",
        entity="Island college",
    ),
    _on("A", "showed", cue_stance="endorsing"),
    _on("C", "61% calling it a lifeline", **claim("statistic", "check_worthy")),
    _on("S", SURVEY),
    _on(FLAG, "61% calling it a lifeline", flags=("unverifiable_statistic",), said=FLAG_TEXT),
    _on(
        "B",
        MEMO,
        occurrence=2,
        boilerplate_kind="pull_quote",
        flags=("duplicate_text",),
    ),
    Step(LINK, place(MEMO, 2), place(OUTER), relation="same_text_as"),
    _on(
        "B",
        "You may also like\nHarbour & HomeSeven knots that hold: “good as gold”\nRead More →",
        boilerplate_kind="related_promo",
    ),
    _on("C", "the quay is sinking", **claim("interpretation", "not_checkable")),
    _on(
        "S",
        "Skippers",
        source_type="unnamed_group",
        affiliation="unknown",
        traceability="vague",
        anonymity_reason="not_given",
        flags=("anonymous_source",),
    ),
    _on("A", "warn", cue_stance="neutral"),
    _on("0", "the quay"),
    _on("Q", f"“{SAID_BY_FALK}”", quote_kind="direct"),
    _on(
        "S",
        "Dr. Ina Falk, a marine engineer",
        source_type="named_person",
        affiliation="academic",
        traceability="vague",
        entity="Ina Falk",
        flags=("source_detail_missing",),
    ),
    _on("C", SAID_BY_FALK.rstrip("."), **claim("causal", "unimportant")),
    _on("S", "Dr. Ina Falk, a marine engineer"),
    _on("A", "notes", cue_stance="endorsing"),
    _on("C", "for a new quay", **claim("normative", "not_checkable")),
    _on("S", "She", source_type="named_person", affiliation="academic", entity="Ina Falk"),
    _on("A", "argues", cue_stance="neutral"),
    _on("C", "most islanders sail", **claim("statistic", "unimportant")),
    _on("S", "The college data", source_type="survey_or_data", entity="Island college"),
    _on("A", "indicates", cue_stance="endorsing"),
    _on(
        LINK,
        "75% of islanders use the boat weekly",
        "most islanders sail",
        relation="refines",
    ),
    _on("C", "repairs cost less than boats", **claim("causal", "check_worthy", "hedged")),
    _on("S", "the college", source_type="named_organisation", entity="Island college"),
    _on(LINK, "repairs cost less than boats", "for a new quay", relation="supports"),
    _on("Q", "“We cannot wait for spring,”", "“because the ice comes first.”", quote_kind="direct"),
    _on("S", "Ada Lunde", source_type="named_person", affiliation="private_individual"),
    _on(
        "-",
        "wait",
        intensity="medium",
        explicitness="implied",
        entity="Council",
    ),
    _on(LINK, "wait", "Ada Lunde", relation="held_by"),
    _on(
        "C",
        "cost 9 million crowns",
        flags=("needs_source",),
        **claim("statistic", "check_worthy", no_source="unnamed"),
    ),
    _on("A", "reportedly", cue_stance="distancing"),
    _on(
        "C",
        "The council's doubts",
        "stem from the price of fuel and from a broken pump",
        **claim("causal", "check_worthy", no_source="unnamed"),
    ),
    _on("A", "it is said", cue_stance="neutral"),
    _on(
        "C",
        "The age of cheap night boats is over",
        **authors("interpretation", "not_checkable"),
    ),
    _on("-", "cheap night boats", intensity="low"),
    Step(
        "B",
        Span(len(FERRY) - 3, len(FERRY) - 1),
        attributes=(("boilerplate_kind", "markup_residue"),),
        flags=("extraction_damage",),
    ),
)


FERRY_RULED = {
    ("unverifiable_statistic", ((1053, 1074),), ()),
    ("unverifiable_statistic", ((387, 412),), ()),
    ("relative_date", ((125, 161),), ()),
    ("anonymous_source", ((192, 212),), ()),
    ("needs_source", ((1076, 1096), (1110, 1160)), ()),
}
"""What the rules of the scheme raise besides: why, on which words."""
