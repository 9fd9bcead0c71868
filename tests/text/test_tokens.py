from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.span import Span
from annotator.text.graphemes import is_boundary
from annotator.text.tokens import (
    _CHUNK,
    next_token,
    next_token_end,
    next_token_start,
    previous_token,
    previous_token_end,
    previous_token_start,
    snap_to_tokens,
    token_at,
    tokens,
)

TROUBLE = st.sampled_from(
    list("aB1$%.,:@-’' \n\t_&\x1c\u00a0\u2028\u0301\u200d\ufe0f👩🇩🇪東あア\u0600\u0915\u094d\u0e33²")
)
TEXTS = st.text(st.one_of(TROUBLE, TROUBLE, st.characters(exclude_categories=["Cs"])))


def words(text):
    return [token.cut_from(text) for token in tokens(text)]


@pytest.mark.parametrize(
    "word",
    [
        "don't", "don’t", "l'homme", "1,000.5", "$13", "$4.5bn", "75%", "7.5%", "10€", "12:30",
        "U.S.", "U.S.’s", "Ph.D.", "p.m.", "user@x.org", "first.last+tag@news.example.org",
        "https://x.org/a?b=c", "x.org", "Microsoft-Anthropic", "Public‑Private", "AT&T", "1990s",
        "Microsoft’s", "naïve", "nai\u0308ve", "हिन्दी", "می\u200cخواهم", "カタカナ", "한국어는",
        "👩\u200d👩\u200d👧\u200d👦", "🇩🇪", "👍🏽", "1️⃣", "❤️", "→", "“", "…",
    ],
)  # fmt: skip
def test_this_is_one_token(word):
    assert words(f"a {word} b") == ["a", word, "b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read More →Experts warn", "Read|More|→|Experts|warn"),
        ("“re-evaluate the work”", "“|re-evaluate|the|work|”"),
        ("naive—dash–so", "naive|—|dash|–|so"),
        ("'quoted', (AI).", "'|quoted|'|,|(|AI|)|."),
        ("user@x.org.", "user@x.org|."),
        ("see https://x.org/a. Then", "see|https://x.org/a|.|Then"),
        ("Brookings’ finding", "Brookings|’|finding"),
        ("Dr. Kim", "Dr|.|Kim"),
        ("ended.Next", "ended|.|Next"),
        ("_so_", "_|so|_"),
        ("東京はカタカナ。", "東|京|は|カタカナ|。"),
        ("a🇩🇪🇫🇷b", "a|🇩🇪|🇫🇷|b"),
        ("wait...", "wait|.|.|."),
        ("13%-15%", "13%|-|15%"),
    ],
)
def test_these_are_several_tokens(text, expected):
    assert words(text) == expected.split("|")


def test_the_token_at_a_place_ends_where_another_is_fused_to_it():
    text = "More →Experts warn"
    assert token_at(text, 5) == Span(5, 6)
    assert token_at(text, 9) == Span(6, 13)
    assert token_at(text, 13) is None


def test_white_space_is_the_same_as_for_python():
    every = "".join(map(chr, range(0x110000)))
    assert "".join(_CHUNK.findall(every)) == "".join(each for each in every if not each.isspace())


@settings(deadline=None)
@given(TEXTS)
def test_tokens_are_ordered_cut_no_cluster_and_cover_all_but_white_space(text):
    covered = set()
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end
        assert is_boundary(text, token.start)
        assert is_boundary(text, token.end)
        covered.update(range(token.start, token.end))
        end = token.end
    assert {place for place, character in enumerate(text) if not character.isspace()} <= covered


@settings(deadline=None)
@given(TEXTS)
def test_steps_from_any_boundary_walk_over_the_same_tokens(text):
    found = tokens(text)
    for place in filter(partial(is_boundary, text), range(len(text) + 1)):
        after = [token for token in found if token.end > place]
        before = [token for token in found if token.start < place]
        assert next_token_end(text, place) == (after[0].end if after else None)
        assert previous_token_start(text, place) == (before[-1].start if before else None)
        assert next_token_start(text, place) == first(t.start for t in found if t.start > place)
        assert previous_token_end(text, place) == last(t.end for t in found if t.end < place)
        assert next_token(text, place) == first(t for t in found if t.start >= place)
        assert previous_token(text, place) == last(t for t in found if t.end <= place)
        assert token_at(text, place) == first(t for t in found if t.start <= place < t.end)


def first(items):
    return next(iter(items), None)


def last(items):
    return next(reversed(list(items)), None)


def test_a_selection_grows_and_shrinks_by_a_token():
    text = "the U.S. government"
    assert next_token_end(text, 3) == 8
    assert previous_token_end(text, 8) == 3
    assert previous_token_start(text, 9) == 4
    assert next_token_start(text, 4) == 9
    assert next_token_end(text, len(text)) is None
    assert previous_token_start(text, 0) is None


def test_a_drag_takes_the_tokens_it_touches_and_no_outer_space():
    text = "  the White  House  "
    assert snap_to_tokens(text, Span(7, 14)) == Span(6, 18)
    assert snap_to_tokens(text, Span(5, 13)) == Span(6, 11)
    assert snap_to_tokens(text, Span(11, 13)) is None
    assert snap_to_tokens(text, Span(0, 2)) is None


def test_a_cluster_across_a_space_belongs_to_one_token_only():
    assert words("a \u0301b") == ["a", " \u0301b"]
    assert words("\u0600 \u0301b") == ["\u0600 \u0301", "b"]


def test_a_page_of_flags_takes_no_longer_than_its_length():
    text = "🇩🇪" * 10_000
    assert tokens(text) == [Span(place, place + 2) for place in range(0, 20_000, 2)]


def test_a_stretch_gives_the_tokens_of_that_stretch_only():
    assert tokens("one two three", 4, 7) == [Span(4, 7)]
