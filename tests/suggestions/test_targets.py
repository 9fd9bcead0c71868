"""Which mentions of a sentence get a number, to be rated by one key."""

from itertools import pairwise

import pytest

from annotator.domain.span import Span
from annotator.suggestions.targets import MOST, targets
from annotator.text.sentences import sentences
from tests.builders import place


def found(
    text: str, *, number: int = 0, names: tuple[str, ...] = (), language: str = "en"
) -> list[str]:
    """The mentions of one sentence as words."""
    sentence = sentences(text)[number]
    places = targets(text, sentence, names=names, language=language)
    return [each.cut_from(text) for each in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Port of Ellmouth will begin dredging in March.", ["Port of Ellmouth"]),
        ("She praised Marta Kelling and Jonas Brandt.", ["Marta Kelling", "Jonas Brandt"]),
        ("The Ministry of Trade and Industry said so.", ["Ministry of Trade and Industry"]),
        ("“It is over,” said Dr. Helen Marsh of NATO on Monday.", ["Dr. Helen Marsh of NATO"]),
        ("Critics fear a flood of lorries.", []),
        ("Between March and May nothing happened.", []),
        ("He thinks that I am wrong, says Ruiz.", ["Ruiz"]),
        ("The U.S. refused, and the EU followed.", ["U.S.", "EU"]),
        ("Norrel’s refusal angered Tomas Reik's friends.", ["Tomas Reik"]),
        ("Élodie Noël met Škoda’s board.", ["Élodie Noël", "Škoda"]),
    ],
)
def test_names_are_found_as_they_stand(text: str, expected: list[str]):
    assert found(text) == expected


def test_a_first_word_is_a_name_when_it_stands_inside_another_sentence_too():
    text = "Norrel walks away. Nobody had asked Norrel to."
    assert found(text) == ["Norrel"]
    assert found("Critics walk away. Nobody had asked them to.") == []


def test_names_of_the_project_are_found_also_in_small_letters_and_over_a_line():
    text = "Then the harbour\nauthority called the tide institute slow."
    sentence = Span(0, len(text))
    names = ("the harbour authority", "tide institute", "it", "the")
    places = targets(text, sentence, names=names)
    assert [each.cut_from(text) for each in places] == ["the harbour\nauthority", "tide institute"]


def test_the_longest_name_counts_and_part_of_a_word_is_none():
    text = "Ruizson met Mayor Ruiz."
    assert found(text, names=("Ruiz", "Mayor Ruiz")) == ["Mayor Ruiz"]


def test_what_is_labelled_goes_before_what_looks_like_a_name():
    text = "Mayor Ruiz of Ellmouth said no."
    labelled = [place(text, "Ruiz of Ellmouth"), Span(200, 210)]
    places = targets(text, Span(0, len(text)), labelled=labelled)
    assert [each.cut_from(text) for each in places] == ["Ruiz of Ellmouth"]


def test_german_nouns_are_no_names_but_full_names_are():
    text = "Die Stadt lobt Marta Kelling und das Wetter."
    assert found(text, language="de") == ["Marta Kelling"]


def test_a_headline_in_capitals_is_no_name():
    assert found("Norrel Rail Drops Its Night Trains And Shrugs Off The Ministry") == []


def test_places_never_overlap_and_there_are_as_many_as_digits():
    text = ", ".join(f"met Anna{letter} Berg{letter}" for letter in "abcdefghijklmno") + "."
    places = targets(text, Span(0, len(text)))
    assert len(places) == MOST
    assert all(one.end <= other.start for one, other in pairwise(places))
