import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.span import Span
from annotator.text.quotations import quotation_around, quotations


def quoted(text):
    return [place.cut_from(text) for place in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He “said so” and “left.”", ["“said so”", "“left.”"]),
        ('"No," he said, "not (\'now\') today." Then.', ['"No,"', "\"not ('now') today.\""]),
        ("„Nein“, sagte er, »ja«.", ["„Nein“", "»ja«"]),
        ("Il a dit « non ». Et « oui ».", ["« non »", "« oui »"]),
        ("彼は「はい」と『本』を", ["「はい」", "『本』"]),
        ("‘I agree. So be it,’ she said of the dogs’ bone.", ["‘I agree. So be it,’"]),
        ("She said “the ‘good,’ the bad” twice", ["“the ‘good,’ the bad”"]),
        ("Don't say “it's 5\" wide”.", ["“it's 5\" wide”"]),
    ],
)
def test_pairs_of_marks_are_quotations(text, expected):
    assert quoted(text) == expected


def test_a_stray_opening_mark_does_not_swallow_the_quotation_after_it():
    assert quoted("“`html and then “re-evaluate the direction” of it") == [
        "“re-evaluate the direction”"
    ]
    assert quoted("“never closed, nothing follows") == []
    assert quoted("closed” without an “opening” mark") == ["“opening”"]
    assert quoted('a "stray and a "real" one') == ['"real"']


def test_only_the_stretch_asked_for_is_looked_at():
    text = "“a” “b” “c”"
    assert quotations(text, 4, 7) == [Span(4, 7)]


def test_a_place_is_inside_a_quotation_only_between_its_marks():
    found = quotations("x “ab” y")
    assert [quotation_around(found, place) is not None for place in range(8)] == [
        False, False, False, True, True, True, False, False,
    ]  # fmt: skip


@settings(deadline=None)
@given(st.text(st.sampled_from("“”„«»‹›「」‘’\"'., ab")))
def test_quotations_are_ordered_and_apart(text):
    end = 0
    for place in quotations(text):
        assert end <= place.start < place.end - 1
        end = place.end
