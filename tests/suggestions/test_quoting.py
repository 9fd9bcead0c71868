"""Quotations pair up whatever stray marks a page left behind."""

from pathlib import Path

import pytest

from annotator.domain.span import Span
from annotator.suggestions.boilerplate import boilerplate, places_of
from annotator.suggestions.material import Material
from annotator.suggestions.quoting import quoting
from tests.suggestions.pages import TEXT

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def quotes(text, boilerplate=()):
    offers = quoting(Material(text, boilerplate=boilerplate))
    return [" ".join(place.cut_from(text) for place in offer.fragments) for offer in offers]


def test_a_stray_mark_swallows_nothing_and_boilerplate_is_left_out():
    zones = places_of(boilerplate(Material(TEXT)))
    assert quotes(TEXT, zones) == [
        "“stop all night shifts at once”",
        "“a fair and careful answer to the letter”",
        "“nobody has asked the growers about this plan.”",
    ]


def test_marks_on_both_sides_of_boilerplate_do_not_pair():
    text = "He said “no, Read More → she said yes” and left."
    zone = Span(text.index("Read"), text.index("→") + 1)
    assert quotes(text, [zone]) == []
    assert len(quotes(text)) == 1


def test_an_interrupted_quotation_is_one_of_two_parts():
    text = "“We will measure every week,” said Kelling, “and if it is too high, we stop.” He left."
    (offer,) = quoting(Material(text))
    assert [len(offer.fragments), offer.attributes] == [2, {"quote_kind": "direct"}]


def test_two_quotations_of_a_line_stay_two():
    text = "“It is over,” she said. “Go home,” he said, “now and then” was the title."
    assert len(quotes(text)) == 3 or quotes(text)[0] == "“It is over,”"


def test_short_ones_are_less_sure_and_say_no_kind():
    (short,) = quoting(Material("They call it a “brain drain” here."))
    (long,) = quoting(Material("He called it “a very long and bitter road to nowhere” today."))
    assert short.confidence < long.confidence
    assert (short.attributes, long.attributes) == ({}, {"quote_kind": "partial"})


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the scraped articles are not ours to ship")
def test_the_quotations_of_the_scraped_article_are_those_found_by_hand():
    text = min(SEEDS.glob("*.txt")).read_text(encoding="utf-8")
    zones = places_of(boilerplate(Material(text)))
    found = [offer.fragments for offer in quoting(Material(text, boilerplate=zones))]
    by_hand = {(1146, 1203), (1221, 1253), (1366, 1434), (3634, 3775)}
    assert {(Span(*each),) for each in by_hand} <= set(found)
    assert len(found) == 6
