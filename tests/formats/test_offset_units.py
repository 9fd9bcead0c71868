"""Offsets of any unit become code points; which unit it is is proved by words, or asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.import_map import ImportMap
from annotator.formats.json_values import Refused
from annotator.formats.offset_units import (
    Counting,
    Mark,
    Positions,
    Unit,
    UnitOfFile,
    UsualUnit,
    read_with_units,
)
from annotator.formats.sources import Source
from tests.formats.difficult import COMBINING, EMOJI

FAMILY = "👩‍👩‍👧 said: the bridge falls."


def units(*candidates: Unit, told: Unit | None = None) -> UnitOfFile:
    source = Source("in.json", told=ImportMap(offsets=told) if told else None)
    return UnitOfFile(source, candidates or ("codepoint", "utf16", "grapheme"))


def unit_of(found: Positions | None) -> Unit | None:
    return found.counting.unit if found else None


@pytest.mark.parametrize(
    ("unit", "start", "end"), [("codepoint", 18, 47), ("utf16", 19, 48), ("grapheme", 18, 47)]
)
def test_the_claim_of_the_emoji_sentence_is_found(unit: Unit, start: int, end: int) -> None:
    positions = Positions(EMOJI, Counting(unit))
    place = EMOJI[positions.stored(start) : positions.stored(end)]
    assert place == "the bridge will cost 4m euros"


def test_graphemes_are_counted_as_people_see_them() -> None:
    positions = Positions(COMBINING, Counting("grapheme"))
    assert COMBINING[positions.stored(5) : positions.stored(11)] == "owners"
    family = Positions(FAMILY, Counting("grapheme"))
    assert FAMILY[family.stored(8) : family.stored(18)] == "the bridge"


@given(st.text(max_size=40), st.sampled_from(["codepoint", "utf16", "grapheme"]), st.booleans())
def test_any_offset_is_a_place_of_the_stored_text_or_refused(
    text: str, unit: Unit, joins: bool
) -> None:
    stored = text.replace("\r\n", "\n").replace("\r", "\n")
    positions = Positions(text, Counting(unit, joins))
    for offset in range(-2, 2 * len(text) + 3):
        try:
            assert 0 <= positions.stored(offset) <= len(stored)
        except Refused:
            continue


def test_words_tell_the_unit() -> None:
    words = "the bridge will cost 4m euros"
    assert unit_of(units("codepoint", "utf16").positions(EMOJI, [Mark(19, 48, words)])) == "utf16"
    assert (
        unit_of(units("codepoint", "utf16").positions(EMOJI, [Mark(18, 47, words)])) == "codepoint"
    )


def test_without_words_a_text_that_all_count_alike_needs_no_answer() -> None:
    assert unit_of(units().positions("ראש העיר", [Mark(0, 3)])) == "codepoint"


def test_a_place_before_the_first_difference_needs_no_answer() -> None:
    assert unit_of(units().positions("Ruiz said 📰 so", [Mark(0, 4)])) is not None


def test_without_words_the_unit_is_asked_for() -> None:
    found = list(read_with_units([0], units("utf16", "grapheme"), lambda _: (EMOJI, [Mark(3, 13)])))
    assert isinstance(found[0][1], Refused)
    assert "utf16 and grapheme are possible. Say it with --offsets" in str(found[0][1])
    assert "U+1F4F0" in str(found[0][1])


def test_what_was_told_is_not_guessed() -> None:
    words = "the bridge will cost 4m euros"
    asked = units("codepoint", told="utf16")
    assert unit_of(asked.positions(EMOJI, [Mark(18, 47, words)])) == "utf16"


def test_one_record_tells_the_unit_of_those_before_it() -> None:
    records = [(EMOJI, [Mark(3, 13)]), ("📰📰 no", [Mark(5, 7)]), (EMOJI, [Mark(5, 7)])]
    found = list(read_with_units(records, units("utf16", "grapheme"), lambda record: record))
    assert [record for record, _ in found] == [records[1], records[2], records[0]]
    assert all(isinstance(way, Positions) for _, way in found)
    assert {way.counting.unit for _, way in found if isinstance(way, Positions)} == {"utf16"}


@pytest.mark.parametrize("start", [12, 11])
def test_line_ends_are_counted_as_the_words_say(start: int) -> None:
    text = "First line\r\nThe bridge falls."
    words = "The bridge"
    positions = units("codepoint").positions(text, [Mark(start, start + 10, words)])
    assert positions is not None
    stored = text.replace("\r\n", "\n")
    assert stored[positions.stored(start) : positions.stored(start + 10)] == words


def usual(*candidates: Unit, told: Unit | None = None) -> UsualUnit:
    return UsualUnit(Source("in.json", told=ImportMap(offsets=told) if told else None), candidates)


@pytest.mark.parametrize("unit", ["codepoint", "utf16"])
def test_the_unit_of_a_format_is_taken_where_nothing_proves_another(unit: Unit) -> None:
    other: Unit = "utf16" if unit == "codepoint" else "codepoint"
    start = 18 if unit == "codepoint" else 19
    for units in (usual(unit), usual(unit, other)):
        positions = units.positions(EMOJI, [Mark(start, start + 29)])
        assert EMOJI[positions.stored(start) :].startswith("the bridge")
        assert list(units.notes()) == []
    assert unit_of(usual(unit).positions("All count alike.", [])) == unit


def test_the_words_of_a_file_prove_another_unit_and_that_is_told() -> None:
    units = usual("codepoint", "utf16")
    words = "the bridge will cost 4m euros"
    marks = [Mark(19, 48, words), Mark(14, 18, "said"), Mark(2, 6, "damaged")]
    assert unit_of(units.positions(EMOJI, marks)) == "utf16"
    assert unit_of(units.positions(EMOJI, [Mark(3, 13)])) == "utf16"
    (note,) = units.notes()
    assert "count UTF-16 units, not code points" in note.reason
    assert note.is_note


def test_a_place_past_the_end_proves_no_other_unit() -> None:
    units = usual("codepoint", "utf16")
    assert unit_of(units.positions(EMOJI, [Mark(18, 49)])) == "codepoint"


def test_a_unit_that_was_told_needs_no_proof() -> None:
    assert unit_of(usual("codepoint", "utf16", told="utf16").positions(EMOJI, [])) == "utf16"
