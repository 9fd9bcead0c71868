import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.text.normalise import check_characters, offsets_after_line_ends, stored_text

STORABLE = st.text(
    st.one_of(
        st.sampled_from("\r\n\ufeffa 😀"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    )
)


def test_every_kind_of_line_end_becomes_a_line_feed():
    assert stored_text("a\r\nb\rc\n\rd\r\r\n") == "a\nb\nc\n\nd\n\n"


def test_only_the_first_byte_order_mark_is_dropped():
    assert stored_text("\ufeff\ufeffa\ufeff") == "\ufeffa\ufeff"


def test_a_json_string_keeps_its_first_character_even_if_it_is_a_mark():
    assert stored_text("\ufeffa\r\n", bom="keep") == "\ufeffa\n"


def test_nothing_else_is_normalised():
    text = "e\u0301 \u212b \u00a0\u2028\u0085\x0b \ufb01  \t\n"
    assert stored_text(text) == text


@pytest.mark.parametrize("refused", ["\0", "\ud800", chr(0xDFFF)])
def test_a_character_that_no_reader_agrees_on_is_refused_with_its_place(refused):
    with pytest.raises(UserError, match=r"line 3, character 2 \(offset 5\)"):
        stored_text(f"\ufeffab\r\n\r\nx{refused}y{refused}")


def test_a_pair_of_surrogates_that_json_left_apart_is_refused():
    with pytest.raises(UserError, match=r"U\+D83D"):
        check_characters("\ud83d\ude00")


@settings(deadline=None)
@given(STORABLE)
def test_a_stored_text_stays_as_it_is_when_stored_again(decoded):
    once = stored_text(decoded)
    assert stored_text(once, bom="keep") == once
    assert "\r" not in once


def test_a_place_inside_a_line_end_is_the_place_before_it():
    place = offsets_after_line_ends("ab\r\ncd\r\n")
    assert [place(offset) for offset in range(9)] == [0, 1, 2, 2, 3, 4, 5, 5, 6]


def test_a_dropped_mark_moves_every_place_back_by_one():
    place = offsets_after_line_ends("\ufeffab")
    assert [place(offset) for offset in range(4)] == [0, 0, 1, 2]


def test_a_kept_mark_moves_nothing():
    assert offsets_after_line_ends("\ufeffab", bom="keep")(3) == 3


@settings(deadline=None)
@given(STORABLE, st.sampled_from(["drop", "keep"]), st.data())
def test_the_words_before_a_mapped_offset_are_the_words_before_it(decoded, bom, data):
    offset = data.draw(st.integers(0, len(decoded)))
    if decoded[offset - 1 : offset + 1] == "\r\n":
        offset += 1
    place = offsets_after_line_ends(decoded, bom=bom)
    assert place(offset) == len(stored_text(decoded[:offset], bom=bom))
