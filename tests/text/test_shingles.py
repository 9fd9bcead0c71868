"""Runs of five words as numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.shingles import containment, in_common, jaccard, shingles

WORDS = st.lists(st.sampled_from(list("abcdefgh")))


def runs(words: list[str]) -> set[tuple[str, ...]]:
    """The shingles of words as a set of Python's own."""
    if len(words) < 5:
        return {tuple(words)} if words else set()
    return {tuple(words[place : place + 5]) for place in range(len(words) - 4)}


@given(WORDS, WORDS)
def test_likeness_is_that_of_the_sets_of_runs(one: list[str], other: list[str]) -> None:
    first, second = shingles(" ".join(one)), shingles(" ".join(other))
    left, right = runs(one), runs(other)
    common, either = len(left & right), len(left | right)
    assert (len(first), len(second), in_common(first, second)) == (len(left), len(right), common)
    assert jaccard(first, second) == common / max(1, either)
    assert containment(first, second) == common / max(1, min(len(left), len(right)))


def test_case_layout_marks_and_composed_accents_do_not_count() -> None:
    one = shingles("The café’s owner, Ana Ruiz, said: “Not today.”")
    other = shingles('the cafe\u0301\'s\n\nowner ana ruiz SAID "not to\u00adday"')
    assert np.array_equal(one, other)


def test_scripts_without_spaces_have_a_word_in_each_character() -> None:
    assert len(shingles("市長は橋の費用を発表した")) == 8
    assert jaccard(shingles("市長は橋の費用を発表した"), shingles("市長は橋の費用を公表した")) > 0.2


def test_the_numbers_are_the_same_in_every_process() -> None:
    found = shingles("the bridge will cost four million").tolist()
    assert found == [10748053063170690035, 15928268161615810558]


def test_texts_without_words_have_no_shingles_and_short_ones_have_one() -> None:
    assert len(shingles(" … — ")) == 0
    assert len(shingles("Breaking news")) == 1
    assert jaccard(shingles(""), shingles("")) == 0
