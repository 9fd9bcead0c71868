"""What pages print around an article is found to the character, and nothing of the article."""

from pathlib import Path

import pytest

from annotator.domain.span import Span
from annotator.suggestions.boilerplate import boilerplate
from annotator.suggestions.material import Material
from tests.suggestions.pages import FAULTS, TEXT

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SEVEN = (
    Span(0, 24), Span(266, 272), Span(2199, 2449), Span(3215, 3533), Span(4793, 4920),
    Span(6111, 6453), Span(6886, 6888),
)  # fmt: skip


def places(text, **known):
    return tuple(offer.fragments[0] for offer in boilerplate(Material(text, **known)))


def words(text, **known):
    return [place.cut_from(text) for place in places(text, **known)]


def test_all_faults_of_a_page_are_found_to_the_character_and_nothing_else():
    assert places(TEXT) == FAULTS


def test_a_teaser_ends_exactly_where_the_article_goes_on_in_the_same_line():
    promo = next(offer for offer in boilerplate(Material(TEXT)) if offer.reason == "related block")
    end = promo.fragments[0].end
    assert (TEXT[end - 1], TEXT[end : end + 7]) == ("→", "Experts")
    assert promo.attributes == {"boilerplate_kind": "related_promo"}


def test_a_pull_quote_leads_to_the_first_place_of_its_words():
    copies = [offer for offer in boilerplate(Material(TEXT)) if offer.link is not None]
    assert [each.reason for each in copies] == ["repeated sentence"] * 2
    for copy in copies:
        assert copy.link.relation == "same_text_as"
        assert copy.link.far.cut_from(TEXT) == copy.fragments[0].cut_from(TEXT)
        assert copy.link.far.end <= copy.fragments[0].start


def test_every_proposal_says_which_rule_led_to_it():
    found = {(o.reason, o.attributes["boilerplate_kind"]) for o in boilerplate(Material(TEXT))}
    assert found == {
        ("page phrase", "navigation_shop"),
        ("code fence", "markup_residue"),
        ("repeated sentence", "pull_quote"),
        ("related block", "related_promo"),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sails.\nRead more: ten cheap ways to heat a flat\nIt is late.",
         ["Read more: ten cheap ways to heat a flat"]),
        ("Night falls.\nRead MoreThe harbour sleeps.\n", ["Read More"]),
        ("Work begins.\nRelated\nHow the pier was built\nWho pays for the lock\n\nIt ends in May.",
         ["Related\nHow the pier was built\nWho pays for the lock"]),
        ("Rain.\nMoney & MarketsWhat Banks Fear Most Now\nBanks fear a lot…\nRead more »\nSun.",
         ["Money & MarketsWhat Banks Fear Most Now\nBanks fear a lot…\nRead more »"]),
        ("Regen.\nLesen Sie auch: Wo es trocken bleibt\nAnzeige\nSonne.",
         ["Lesen Sie auch: Wo es trocken bleibt", "Anzeige"]),
        ('Sun.\n```python\nRain.\n<div class="ad">\n[gallery ids="1,2"]\n&nbsp;\n',
         ["```python", '<div class="ad">', '[gallery ids="1,2"]', "&nbsp;"]),
    ],
)  # fmt: skip
def test_single_faults_are_found(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "He told them to read more books. Related work took years, and they signed up for it.",
        "Read more than one page a day, the teacher said.\nThat was all.",
        "OpenAI and LinkedIn hired McDonald for it.\nThe work of JavaScript is never done.",
        "Related by marriage, the two mayors never met again.",
        "The word `html` stands in a sentence here.",
        "So it goes.\nSo it goes.\nSo it goes.",
        "",
        "\n\n\n",
    ],
)
def test_what_is_only_like_a_fault_is_left_alone(text):
    assert words(text) == []


def test_syntax_of_the_format_is_not_proposed():
    text = "Rain.\n```\nprint(1)\n```\nSun."
    assert words(text, markup=[Span(6, 9), Span(19, 22)]) == []


def test_lines_of_the_outlet_are_proposed_unless_the_article_is_a_reprint():
    text = "The lock opens in May, the port says, and closes in June.\nStay with the Ferry Post\n"
    shared = frozenset(["Stay with the Ferry Post"])
    assert words(text, shared_lines=shared) == ["Stay with the Ferry Post"]
    assert words(text, shared_lines=frozenset(text.strip().split("\n"))) == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the scraped articles are not ours to ship")
def test_the_scraped_articles_have_seven_faults_and_none():
    first, second = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    assert places(first) == SEVEN
    assert places(second) == ()
    assert (first[3533:3540], first[6453:6464]) == ("Experts", "Microsoft’s")
