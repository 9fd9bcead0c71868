"""Engines are plain functions in a table; each gives offers that can be labelled."""

import pytest

from annotator.domain.span import Span
from annotator.suggestions.engines import ENGINES
from annotator.suggestions.material import EarlierLabel, Material
from tests import builders
from tests.suggestions.pages import TEXT

ARTICLE = builders.article(
    "The mill closed on Monday. Mayor Ruiz said the bridge will cost 4m euros. "
    "It is late, according to the port."
)
CLAIM = builders.annotation(ARTICLE, "the bridge will cost 4m euros")


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_finds_nothing_in_nothing(name):
    assert ENGINES[name].propose(Material("")) == []


@pytest.mark.parametrize("name", ENGINES)
def test_offers_lie_in_the_text_and_say_why(name):
    earlier = {"The union objects.": [EarlierLabel("claim", (Span(4, 9),), {}, 1.0)]}
    material = Material(TEXT, earlier=earlier)
    for offer in ENGINES[name].propose(material):
        assert offer.reason
        assert 0 < offer.confidence <= 1
        assert all(0 <= each.start < each.end <= len(TEXT) for each in offer.fragments)


def test_attribution_offers_source_and_cue_with_their_links():
    offers = ENGINES["attribution"].propose(Material(ARTICLE.text, annotations=[CLAIM]))
    found = [(o.label, o.fragments[0].cut_from(ARTICLE.text), o.link.relation) for o in offers]
    assert found == [("source", "Mayor Ruiz", "attributed_to"), ("cue", "said", "cued_by")]
    assert all(offer.link.far_id == CLAIM.id and offer.link.is_from for offer in offers)


def test_attribution_takes_the_edges_of_a_source_that_is_labelled_already():
    source = builders.annotation(ARTICLE, "Ruiz", label="source", annotation_id="s")
    offers = ENGINES["attribution"].propose(Material(ARTICLE.text, annotations=[CLAIM, source]))
    assert offers[0].fragments == source.fragments


def test_a_claim_said_to_have_no_source_is_left_alone():
    alone = builders.annotation(ARTICLE, "The mill closed", no_source="outlet")
    assert ENGINES["attribution"].propose(Material(ARTICLE.text, annotations=[alone])) == []


def test_projection_moves_a_label_to_the_same_sentence_and_never_into_boilerplate():
    sentence = "The mill closed on Monday."
    earlier = {sentence: [EarlierLabel("claim", (Span(4, 8),), {"certainty": "asserted"}, 0.5)]}
    material = Material(ARTICLE.text, earlier=earlier)
    (offer,) = ENGINES["projection"].propose(material)
    assert offer.fragments == (Span(4, 8),)
    assert offer.attributes == {"certainty": "asserted"}
    assert offer.confidence < 0.5
    known = Material(ARTICLE.text, earlier=earlier, boilerplate=[Span(0, 3)])
    assert ENGINES["projection"].propose(known) == []
