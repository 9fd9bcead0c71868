"""The lists of reporting words, and how the text stands to what they introduce."""

import pytest

from annotator.suggestions.cue_words import cue_stance_of, cue_words


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("said", "neutral"),
        ("According to", "neutral"),
        ("revealed", "endorsing"),
        ("has confirmed", "endorsing"),
        ("points out", "neutral"),
        ("claimed", "distancing"),
        ("reportedly", "distancing"),
        ("is said to have claimed", "distancing"),
        ("is said to", "neutral"),
        ("did not deny", "neutral"),
        (":", "neutral"),
        ("in a statement", "neutral"),
        ("a bridge", None),
        ("", None),
    ],
)
def test_the_stance_of_a_cue_is_in_its_words(words: str, stance: str | None) -> None:
    assert cue_stance_of(words) == stance


def test_german_cues_have_a_stance_too() -> None:
    assert cue_stance_of("behauptete", language="de") == "distancing"
    assert cue_stance_of("laut", language="de") == "neutral"


def test_english_has_at_least_150_verbs_and_no_form_in_two_lists() -> None:
    forms = cue_words("en").verbs
    assert len([form for form in forms if form.endswith("s")]) >= 150
    assert set(forms.values()) == {"neutral", "endorsing", "distancing"}


def test_a_language_without_a_list_is_read_as_english() -> None:
    assert cue_words("xx") is cue_words("en")
    assert cue_words("") is cue_words("en")
    assert cue_words("de_CH").verbs["sagte"] == "neutral"
