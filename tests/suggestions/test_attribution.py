"""Who says it: one sentence for each way in which a text tells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span
from annotator.suggestions.attribution import MOST, Proposal, candidates, propose
from annotator.suggestions.wrapping import unbroken
from tests.benchmarks import bench_proposer


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def labelled(text: str, label: str, words: str, number: int = 1, **attributes: str) -> Annotation:
    fragments = (place(text, words),)
    return Annotation(f"{label}{number}", "a", "ana", label, fragments, words, attributes)


def offered(text: str, claim: str, *labels: Annotation, language: str = "en") -> list[Proposal]:
    return propose(text, [place(text, claim)], labels, language=language)


def words_of(text: str, proposal: Proposal) -> tuple[str | None, str | None]:
    return (
        proposal.source.cut_from(text) if proposal.source else None,
        proposal.cue.cut_from(text) if proposal.cue else None,
    )


# The claim stands between asterisks; behind it the source and the cue that come first.
SAID = [
    ("Marta Kelling said *the pier is closed*.", "Marta Kelling", "said"),
    ("“*The pier is closed*,” said Marta Kelling, the harbour master.", None, "said"),
    ("Dr. Rachel Ode, a tide scholar, warns *the sea will rise*.", None, "warns"),
    ("*The pier will be closed in May*, according to the port.", "the port", "according to"),
    ("According to Ana Ruiz, *the plan fails*.", "Ana Ruiz", "According to"),
    ("The mayor told reporters *the pier is closed*.", "The mayor", "told"),
    ("A 2025 Fen Institute survey found that *40% of growers irrigate*.", None, "found"),
    ("She said that *the pier is closed*.", "She", "said"),
    ("The mill has reportedly *bought more grain*.", None, "reportedly"),
    ("The owner allegedly *burnt the barn*.", None, "allegedly"),
    ("The minister did not deny that *the tax will rise*.", "The minister", "did not deny"),
    ("The union has denied that *it will strike*.", "The union", "has denied"),
    ("Brandt: “*We were never asked*.”", "Brandt", ":"),
    ("Staff were told by the ministry that *the ward closes*.", "the ministry", "were told by"),
    ("*The board*, people close to it say, *was furious*.", "people close to it", "say"),
    ("The agency points out that *the river is low*.", "The agency", "points out"),
    ("This fits the college's warning that *wells run dry*.", "the college", "warning"),
    ("The mayor thanked the crew and said *the pier is safe*.", "The mayor", "said"),
    ("In 2024 the ministry said *the pier is safe*.", "the ministry", "said"),
    ("The trust that runs both hospitals denied that *wards will close*.", None, "denied"),
    ("“*We wait*,” said Ada Lunde, who was fined in May, “and we pay.”", "Ada Lunde", "said"),
    ("A clerk who asked not to be named said *the files are gone*.", None, "said"),
    ("A poll found that 75% drive, with *61% calling it a need*.", "A poll", "found"),
    ("The mayor resigned, saying that *the council had lied*.", "The mayor", "saying"),
    ("In a statement, the company apologised for *a delay of two days*.", None, "apologised"),
]
WHOLE_SOURCES = {
    "said Marta": "Marta Kelling, the harbour master",
    "Dr. Rachel": "Dr. Rachel Ode, a tide scholar",
    "A 2025": "A 2025 Fen Institute survey",
    "The trust that": "The trust that runs both hospitals",
    "A clerk": "A clerk who asked not to be named",
    "In a statement": "the company",
}


@pytest.mark.parametrize(("marked", "source", "cue"), SAID)
def test_the_text_tells_who_says_it(marked: str, source: str | None, cue: str) -> None:
    parts = marked.split("*")
    text = "".join(parts)
    starts = [sum(map(len, parts[:index])) for index in range(len(parts))]
    claim = [Span(starts[i], starts[i] + len(parts[i])) for i in range(1, len(parts), 2)]
    wanted = next((whole for key, whole in WHOLE_SOURCES.items() if key in text), source)
    assert words_of(text, propose(text, claim, [])[0]) == (wanted, cue)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Port will begin dredging in March. Ships could then enter.",
            "Ships could then enter",
        ),
        ("The report is long. The state of the claims is unclear.", "The report is long"),
        ("Nobody said that prices would fall.", "prices would fall"),
        ("Read More of the harbour. Prices rise.", "Prices rise"),
        ("", ""),
    ],
)
def test_the_authors_own_voice_gets_no_source_from_its_sentence(text: str, claim: str) -> None:
    assert [each for each in offered(text, claim) if each.reach == "sentence"] == []


@pytest.mark.parametrize("signs", ["> ", "> > ", ">", "- "])
def test_a_source_begins_after_the_signs_of_its_line(signs: str) -> None:
    text = f"The bridge is safe.\n\n{signs}Nobody in the hall asked for more.\n"
    found = candidates(text, [place(text, "The bridge is safe")], [])
    assert [each.source.cut_from(text) for each in found if each.source] == ["Nobody in the hall"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The dredging begins in March, the harbour\nauthority said.", "the harbour\nauthority"),
        ("The dredging begins in March, according to\nthe port.", "the port"),
        (
            "It ends in March after all, said Marta\nKelling. Nobody knows what is to\nfollow.",
            "Marta\nKelling",
        ),
        ("The dredging begins in March, says\n- Ida", None),
        ("Dredging begins in March\nMarta Kelling said she was glad.", "Marta Kelling"),
        ("Subject: dredging begins in March", None),
    ],
)
def test_a_paragraph_is_read_whole_where_it_was_broken_into_lines(
    text: str, source: str | None
) -> None:
    found = offered(text, text[: text.index("March")].rsplit(" ", 2)[0])
    assert (words_of(text, found[0])[0] if found else None) == source


def test_lines_of_a_list_a_verse_or_a_headline_are_no_broken_paragraph() -> None:
    for text in (
        "- the harbour\n- the port of Ellmouth\n- and the town",
        "Roses are red.\nViolets are blue.\nSugar is sweet.",
        "The harbour authority begins in March\nThe work will cost 41 million euros, it said.",
        "the harbour\n\nauthority",
    ):
        assert unbroken(text) == text


def test_a_sign_is_nobody_who_says_something() -> None:
    text = "* no list\nThe pier is closed.\nMarta Kelling said that it is safe."
    found = candidates(text, [place(text, "The pier is closed")], [])
    names = [each.source.cut_from(text) for each in found if each.source]
    assert names == ["Marta Kelling"]


def test_no_fragments_get_no_proposal() -> None:
    assert propose("She said no.", [], []) == []
    assert candidates("She said no.", [], []) == []


def test_the_nearest_of_two_nested_statements_comes_first() -> None:
    text = "A memo revealed that officials from the Fund urged Norrel to keep the line."
    assert words_of(text, offered(text, "to keep the line")[0]) == (
        "officials from the Fund",
        "urged",
    )
    outer = "officials from the Fund urged Norrel to keep the line"
    assert words_of(text, offered(text, outer)[0]) == ("A memo", "revealed")


def test_a_labelled_sentence_gets_the_source_within_it() -> None:
    text = "Prices rose. The baker said flour is dear."
    assert words_of(text, offered(text, "The baker said flour is dear.")[0]) == (
        "The baker",
        "said",
    )


def test_a_second_quotation_keeps_the_speaker_of_the_first() -> None:
    text = "“This is no detail,” Brandt said. “This is our year.”"
    (first, *_) = offered(text, "This is our year")
    assert words_of(text, first) == ("Brandt", None)
    assert first.reach == "paragraph"


def test_a_quotation_that_goes_on_over_paragraphs_keeps_its_speaker() -> None:
    text = "“We begin in May,” said Kelling. “It is late.\n“And it will be dear.”"
    (first, *_) = offered(text, "And it will be dear")
    assert (words_of(text, first)[0], first.reach) == ("Kelling", "article")


def test_a_list_takes_its_source_from_the_line_that_leads_into_it() -> None:
    text = "The audit found three things:\n- The pier is old.\n- The crane is rusty.\n"
    assert words_of(text, offered(text, "The crane is rusty")[0])[0] == "The audit"


def test_a_quoted_block_takes_the_name_below_it() -> None:
    text = "> The field ran, and we ran after it.\n>\n> Bram Oster, grower in Arrow\n"
    assert words_of(text, offered(text, "The field ran")[0])[0] == "Bram Oster, grower in Arrow"


def test_what_is_labelled_already_comes_with_its_id_and_its_edges() -> None:
    text = "Dr. Rachel Ode, a tide scholar, warns the sea will rise."
    known = [labelled(text, "source", "Dr. Rachel Ode"), labelled(text, "cue", "warns")]
    (first, *others) = offered(text, "the sea will rise", *known)
    assert (first.source_id, first.cue_id) == ("source1", "cue1")
    assert words_of(text, first) == ("Dr. Rachel Ode", "warns")
    assert others == []


def test_sources_labelled_far_away_come_last_and_nearest_first() -> None:
    filling = "Rain fell on the lake all day long. " * 100
    text = f"Ada Lunde came.\n{filling}\nThe smith came.\n{filling}\nPrices rise.\n"
    known = [labelled(text, "source", "Ada Lunde"), labelled(text, "source", "The smith", 2)]
    found = offered(text, "Prices rise", *known)
    assert [each.source_id for each in found] == ["source2", "source1"]
    assert {each.reach for each in found} == {"article"}


def test_from_afar_an_entity_comes_once() -> None:
    filling = "Rain fell on the lake all day long. " * 100
    text = f"Ada Lunde came.\nShe left.\n{filling}\nPrices rise.\n"
    known = [
        labelled(text, "source", "Ada Lunde", entity="Lunde"),
        labelled(text, "source", "She", 2, entity="Lunde"),
    ]
    assert [each.source_id for each in offered(text, "Prices rise", *known)] == ["source2"]


def test_claims_that_follow_each_other_in_an_endless_line_are_offered_the_nearest() -> None:
    text = "".join(
        f"Guild {number} said that rents rise by {number} crowns. " for number in range(999)
    )
    for number in (500, 501, 502):
        (first, *_) = offered(text, f"rents rise by {number} crowns")
        assert words_of(text, first) == (f"Guild {number}", "said")


def test_nothing_is_offered_from_boilerplate() -> None:
    text = "You may also like: a study claims that tea heals.\nPrices rise."
    promo = labelled(text, "boilerplate", "You may also like: a study claims that tea heals.")
    assert offered(text, "Prices rise")
    assert offered(text, "Prices rise", promo) == []


def test_the_list_to_choose_from_goes_outwards_without_doubles() -> None:
    text = (
        "The guild says rents rise.\n"
        "Ada Lunde said rents rise. The guild said rents fall, according to Per Hall.\n"
    )
    claim = [place(text, "rents fall")]
    found = candidates(text, claim, [])
    assert [words_of(text, each)[0] for each in found] == ["The guild", "Per Hall", "Ada Lunde"]
    assert [each.reach for each in found] == ["sentence", "sentence", "paragraph"]


@pytest.mark.parametrize(
    ("text", "claim", "source", "cue"),
    [
        ("Laut der Behörde kostet das viel.", "kostet das viel", "der Behörde", "Laut"),
        ("Dem Bericht zufolge sank der Preis.", "sank der Preis", "Dem Bericht", "zufolge"),
        ("„Wir messen“, sagte Ada Lunde.", "Wir messen", "Ada Lunde", "sagte"),
        ("Eine Umfrage des Instituts ergab, dass es regnet.", "es regnet", None, "ergab"),
    ],
)
def test_german_has_its_own_words(text: str, claim: str, source: str | None, cue: str) -> None:
    (first, *_) = offered(text, claim, language="de-AT")
    assert words_of(text, first) == (source or "Eine Umfrage des Instituts", cue)


PIECES = st.lists(
    st.sampled_from(
        (
            *("The", "mayor", "said", "that", "told", "told’", "reportedly", "and", "who", "by"),
            *("according", "to", "in", "a", "statement", "was", "it", "finding", "points", "out"),
            *("Ada", "Lunde's", "“", "”", '"', "'", ",", ".", ":", "—", "\n", "-", ">", "[", "]("),
            *(")", "*", "🚢", "é", "א", "。", "…", "\u2028"),
        )
    )
    | st.text(max_size=6),
    max_size=40,
).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(PIECES, st.data(), st.sampled_from(["en", "de", "", "xx", "../en"]))
def test_no_text_breaks_it_and_edges_are_clean(text: str, data: st.DataObject, language: str):
    ends = st.integers(0, len(text))
    cuts = sorted(data.draw(st.sets(ends, max_size=4)))
    fragments = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    found = propose(text, fragments, [], language=language)
    assert found == propose(text, fragments, [], language=language)
    assert len(found) <= MOST
    for each in (*found, *candidates(text, fragments, [], language=language)):
        for span in filter(None, (each.source, each.cue)):
            words = span.cut_from(text)
            assert words
            assert words == words.strip()


def test_the_hit_rate_on_the_sample_stays_as_high_as_it_is() -> None:
    cases = bench_proposer.sample_cases()
    exact = bench_proposer.hit_rate(cases)
    assert exact["first_exact_share"] >= 0.85
    assert exact["first_overlapping_share"] >= 0.90
    assert exact["among_3_share"] >= 0.95
    assert exact["first_cue_exact_share"] >= 0.95
    assert exact["nothing_in_sentence_share"] >= 0.65
    whole = bench_proposer.hit_rate(each.as_whole_sentence() for each in cases)
    assert whole["first_exact_share"] >= 0.80
    assert whole["among_3_share"] >= 0.95


def test_the_work_does_not_grow_with_the_article() -> None:
    text = "The mayor said rents rise.\nNobody knows why.\n" * 40
    longer = text + "The guild said rents fall.\n" * 4000
    claim = [place(text, "rents rise")]
    assert propose(text, claim, []) == propose(longer, claim, [])
