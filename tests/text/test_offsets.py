from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text.offsets import Utf16Map

MIXED = st.text(
    st.one_of(
        st.sampled_from("a😀é\U00010000\U0010ffff\uffff"),
        st.characters(exclude_categories=["Cs"]),
    )
)


def units_before(text, position):
    return len(text[:position].encode("utf-16-le")) // 2


@settings(deadline=None)
@given(MIXED)
def test_every_position_agrees_with_the_encoded_text_both_ways(text):
    places = Utf16Map(text)
    for position in range(len(text) + 1):
        unit = units_before(text, position)
        assert places.to16(position) == unit
        assert places.to32(unit) == position


def test_the_second_half_of_a_pair_is_the_next_character():
    places = Utf16Map("a😀b😀")
    assert [places.to32(unit) for unit in range(7)] == [0, 1, 2, 2, 3, 4, 4]


def test_only_characters_beyond_the_first_plane_need_a_translation():
    assert Utf16Map("“naïve”\uffff").is_identity
    assert not Utf16Map("😀").is_identity


def test_positions_agree_throughout_a_long_text_and_beyond_its_ends():
    text = "".join("🙂" if place % 37 in (0, 1, 9) else "e" for place in range(3_000))
    places = Utf16Map(text)
    unit = 0
    for position, character in enumerate(text):
        assert (places.to16(position), places.to32(unit)) == (unit, position)
        unit += 1 + (character > "\uffff")
    for beyond in (0, 1, 5_000):
        end = len(text) + beyond
        assert (places.to16(end), places.to32(unit + beyond)) == (unit + beyond, end)
    assert (places.to16(-1), places.to32(-1)) == (-1, -1)
