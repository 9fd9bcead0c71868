import pytest

from annotator.domain.errors import UserError
from annotator.storage.query import MOST_TERMS, Term, parse, words_of
from tests.chance import seeded, text


def test_words_and_phrases_stand_beside_fields():
    assert parse('bridge "four million" label:claim outlet:"The Coastal Register"') == (
        Term("bridge"),
        Term("four million"),
        Term("claim", "label"),
        Term("The Coastal Register", "outlet"),
    )


def test_a_minus_turns_every_kind_of_part_round():
    assert parse('-draft -"not this" -label:claim') == (
        Term("draft", is_negated=True),
        Term("not this", is_negated=True),
        Term("claim", "label", is_negated=True),
    )


def test_a_minus_inside_a_word_belongs_to_the_word():
    assert parse("north-west") == (Term("north-west"),)


def test_a_star_at_the_end_stands_for_any_ending_but_not_in_quotation_marks():
    assert parse('brid* "brid*"') == (Term("brid", is_prefix=True), Term("brid*"))


@pytest.mark.parametrize("query", ["", "   ", "*", "-", "--", '"', '""', "…", "- – —", "* * *"])
def test_what_asks_for_nothing_has_no_parts(query):
    assert parse(query) == ()


def test_typographic_quotation_marks_hold_a_phrase_together():
    assert parse("“four million” „fünf Jahre“ «cinq ans»") == (
        Term("four million"),
        Term("fünf Jahre"),
        Term("cinq ans"),
    )


def test_an_open_phrase_runs_to_the_end():
    assert parse('say "no more') == (Term("say"), Term("no more"))


def test_field_names_are_taken_in_capitals_too():
    assert parse("Label:claim") == (Term("claim", "label"),)


def test_a_time_of_day_is_a_word_and_not_a_field():
    assert parse("10:30") == (Term("10:30"),)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("lable:claim", "label:, has:, by:, status:, outlet:, language:, id:"),
        ("https://example.org", "no field “https:”"),
        ("has:money", "annotation, flag, note, relation"),
        ("status:done", "open, in_progress, finished, adjudicated"),
        ("label:", "“label:” has no value"),
        ('by:" "', "“by:” has no value"),
        ("a\0b", "U+0000"),
        ("a\ud800b", "U+D800"),
        ("word " * (MOST_TERMS + 1), "101 parts"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_what_can(query, told):
    with pytest.raises(UserError, match="Nothing was searched") as refusal:
        parse(query)
    assert told in str(refusal.value)


def test_only_words_that_must_be_there_are_looked_for_in_texts():
    assert words_of(parse("bridge -draft label:claim")) == (Term("bridge"),)


@seeded(500)
def test_any_text_is_understood_or_refused_in_words(chance):
    try:
        terms = parse(text(chance, 60))
    except UserError:
        return
    assert all(term.value for term in terms)
