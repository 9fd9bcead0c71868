import subprocess
import sys

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.span import Span
from annotator.text import graphemes
from annotator.text.graphemes import is_boundary, next_boundary, previous_boundary, snap

FAMILY = "👩\u200d👩\u200d👧\u200d👦"
# Every kind of character that a rule of the Unicode annex names, so that all rules meet.
TROUBLE = st.sampled_from(
    "a1# \n\r\t\u00ad\u00a9\u0301\u200c\u200d\ufe0f\u20e3🇩🇪👩👧🏽🏻❤\U000e0067\U000e007f"
    "\u0600\u0915\u094d\u0937\u093f\u09cd\u0995\u0e33\u0e01\u1100\u1161\u11a8가각한\u3042東\u2028"
)
TEXTS = st.text(st.one_of(TROUBLE, TROUBLE, st.characters(exclude_categories=["Cs"])))


def whole_text_boundaries(text):
    return {0, len(text)} | {found.end() for found in regex.finditer(r"\X", text)}


@settings(deadline=None)
@given(TEXTS)
def test_boundaries_are_those_of_the_whole_text(text):
    expected = whole_text_boundaries(text)
    assert {place for place in range(len(text) + 1) if is_boundary(text, place)} == expected


@settings(deadline=None)
@given(TEXTS)
def test_the_neighbouring_boundaries_are_those_of_the_whole_text(text):
    expected = sorted(whole_text_boundaries(text))
    for place in range(len(text) + 1):
        after = min((other for other in expected if other > place), default=len(text))
        before = max((other for other in expected if other < place), default=0)
        assert (previous_boundary(text, place), next_boundary(text, place)) == (before, after)


@settings(deadline=None)
@given(TEXTS, st.data())
def test_snapping_gives_boundaries_covers_the_span_and_is_done_once(text, data):
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    span = Span(*ends)
    snapped = snap(text, span)
    assert is_boundary(text, snapped.start)
    assert is_boundary(text, snapped.end)
    assert snapped.contains(span)
    assert snap(text, snapped) == snapped


@pytest.mark.parametrize(
    "cluster",
    [
        FAMILY,
        "🇩🇪",
        "👍🏽",
        "1️⃣",
        "e\u0301\u0323",
        "क्ष",
        "각",
        "\u1100\u1161\u11a8",
        "กำ",
        "🏴\U000e0067\U000e007f",
    ],
)
def test_a_cluster_is_never_cut(cluster):
    text = f"→{cluster}Experts"
    for start in range(1, 1 + len(cluster)):
        assert snap(text, Span(start, start + 1)) == Span(1, 1 + len(cluster))


def test_a_long_run_of_flags_is_counted_from_its_first():
    text = "x" + "🇩🇪" * 500
    assert is_boundary(text, 801)
    assert not is_boundary(text, 802)


def test_a_long_chain_of_joined_emoji_is_one_cluster():
    text = "ab" + "\u200d".join("👩" * 400) + "cd"
    assert snap(text, Span(500, 501)) == Span(2, len(text) - 2)


def test_the_quick_ranges_hold_no_character_that_joins_another():
    joining = regex.compile(r"[^\p{GCB=XX}\p{GCB=CN}\r\n]")
    quick = [
        chr(code) for code in range(0x110000) if graphemes._separate_only().fullmatch(chr(code))
    ]
    assert len(quick) > 25_000
    assert [character for character in quick if joining.match(character)] == []


def test_newspaper_text_is_cut_without_the_slow_import():
    program = (
        "import sys; from annotator.text.graphemes import is_boundary, snap;"
        "from annotator.text.tokens import tokens; from annotator.text.sentences import sentences;"
        "text = 'The “naïve” move — it fell… →Эксперты 東京 ended.';"
        "[is_boundary(text, place) for place in range(len(text))]; tokens(text); sentences(text);"
        "sys.exit('regex' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
