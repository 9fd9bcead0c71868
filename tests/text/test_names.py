"""Names are found as whole words, in any script, and by nothing less."""

import pytest

from annotator.text.names import folded, places_of


def found(text: str, *names: str) -> list[str]:
    return [place.cut_from(text) for place in places_of(text, names)]


def test_a_name_is_a_whole_word() -> None:
    text = "📰 Ruiz met Ruizes; Ruiz's aide, anti-Ruiz."
    assert [place.start for place in places_of(text, ["Ruiz"])] == [2, 19, 37]


def test_case_counts_but_a_small_first_letter_begins_a_sentence_too() -> None:
    text = "The mayor met THE MAYOR and the mayor."
    assert found(text, "the mayor") == ["The mayor", "the mayor"]
    assert len(places_of(text, ["The Mayor"], is_any_case=True)) == 3
    assert found("Reading is in reading.", "Reading") == ["Reading"]


def test_the_longest_name_wins_and_white_space_is_any() -> None:
    text = "Mayor\nAna  Ruiz, Ruiz and Ana Ruiz"
    assert found(text, "Ruiz", "Ana Ruiz", "Mayor Ana Ruiz") == [
        "Mayor\nAna  Ruiz", "Ruiz", "Ana Ruiz",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("習近平は習近平氏", "習近平", 2),
        ("قال الوزير إن الوزير", "الوزير", 2),
        ("A+ and C++ (C++)", "C++", 2),
        ("Zoe\u0301 and Zoe", "Zoe", 1),
        ("nothing here", " ", 0),
        ("a (b) c", "(b)", 1),
    ],
)
def test_names_of_other_scripts_and_signs(text: str, name: str, count: int) -> None:
    assert len(places_of(text, [name])) == count


def test_folded_names_compare_by_letters_only() -> None:
    assert folded(" Mayor\u00a0 RUIZ ") == folded("mayor ruiz")
