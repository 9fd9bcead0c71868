import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.span import Span
from annotator.formats.markdown_structure import structure_of
from annotator.gui.article.selection import EARLIER, LATER, ReadingCursor, is_covered
from annotator.text.graphemes import is_boundary
from annotator.text.sentences import sentences
from annotator.text.tokens import tokens
from tests.gui.article.samples import MIXED, TEXT, place


def cursor(text: str = TEXT, *skipped: Span) -> ReadingCursor:
    return ReadingCursor(text, lambda sentence: is_covered(sentence, skipped))


@pytest.mark.parametrize("text", [TEXT, MIXED, "One.\n\n\nTwo. Three.\n", "", "\n\n"])
def test_walking_forth_and_back_visits_every_sentence(text: str) -> None:
    every = sentences(text)
    reader = cursor(text)
    seen = [reader.sentence]
    for _ in every[1:]:
        reader.step(LATER)
        seen.append(reader.sentence)
    assert seen == (every or [Span(0, 0)])
    for _ in every[1:]:
        reader.step(EARLIER)
    assert reader.sentence == seen[0]


def test_the_steps_pass_over_boilerplate() -> None:
    advert = place(TEXT, "Sign up for our newsletter. You may also like: Rail fares to rise.")
    reader = cursor(TEXT, advert)
    reader.go_to(TEXT.index("Fishing crews"))
    reader.step(LATER)
    assert reader.sentence.cut_from(TEXT).startswith("Jonas Brandt")
    reader.step(EARLIER)
    assert reader.sentence.cut_from(TEXT) == "Fishing crews disagree."


def test_boilerplate_at_the_end_keeps_the_cursor_where_it_is() -> None:
    reader = cursor("Text. Advert.", Span(6, 13))
    reader.step(LATER)
    assert reader.sentence == Span(0, 5)


def test_right_selects_the_first_token_and_left_the_last() -> None:
    reader = cursor()
    reader.move(LATER, extend=False)
    assert reader.selection == place(TEXT, "The")
    reader.clear_selection()
    reader.move(EARLIER, extend=False)
    assert reader.selection is not None
    assert reader.selection.end == reader.sentence.end


@pytest.mark.parametrize("direction", [LATER, EARLIER])
def test_the_first_step_selects_the_words_that_were_found(direction: int) -> None:
    reader = cursor()
    start = TEXT.index("crews disagree")
    reader.go_to(start)
    reader.expect(Span(start + 2, start + 8))
    reader.move(direction, extend=False)
    assert reader.selection == place(TEXT, "crews disagree")
    reader.move(LATER, extend=False)
    assert reader.selection != place(TEXT, "crews disagree")


def test_what_was_found_is_forgotten_once_the_reader_goes_on() -> None:
    reader = cursor()
    reader.expect(place(TEXT, "crews"))
    reader.move(LATER, extend=False)
    assert reader.selection is not None
    assert reader.selection.start == reader.sentence.start
    reader.go_to(TEXT.index("Fishing crews"))
    reader.expect(place(TEXT, "crews"))
    reader.step(LATER)
    reader.step(EARLIER)
    reader.move(LATER, extend=False)
    assert reader.selection == place(TEXT, "Fishing")


def test_a_walk_by_tokens_meets_every_token() -> None:
    reader = cursor(MIXED)
    seen = []
    for _ in tokens(MIXED):
        reader.move(LATER, extend=False)
        seen.append(reader.selection)
    assert seen == tokens(MIXED)


def test_shift_grows_and_shrinks_the_end_and_then_grows_the_start() -> None:
    reader = cursor()
    reader.select(place(TEXT, "Ellmouth"))
    steps = []
    for direction in (LATER, LATER, EARLIER, EARLIER, EARLIER, LATER):
        reader.move(direction, extend=True)
        assert reader.selection is not None
        steps.append(reader.selection.cut_from(TEXT))
    assert steps == [
        "Ellmouth will",
        "Ellmouth will begin",
        "Ellmouth will",
        "Ellmouth",
        "of Ellmouth",
        "Ellmouth",
    ]


def test_alt_moves_the_start_and_leaves_the_end() -> None:
    reader = cursor()
    reader.move(LATER, extend=False, at_start=True)
    assert reader.selection == Span(4, reader.sentence.end)
    reader.move(EARLIER, extend=False, at_start=True)
    assert reader.selection == reader.sentence


def test_by_character_no_step_ends_inside_one() -> None:
    text = MIXED.split("\n", maxsplit=1)[0]
    reader = cursor(text)
    reader.move(LATER, extend=False, by_character=True)
    for _ in range(len(text)):
        assert reader.selection is not None
        assert is_boundary(text, reader.selection.end)
        reader.move(LATER, extend=True, by_character=True)
    assert reader.selection == Span(0, len(text))


def test_an_edge_never_leaves_its_paragraph() -> None:
    reader = cursor("One two\nthree four")
    reader.select(Span(4, 7))
    reader.move(LATER, extend=True)
    assert reader.selection == Span(4, 7)
    reader.select(Span(8, 13))
    reader.move(EARLIER, extend=True, at_start=True)
    assert reader.selection == Span(8, 13)


def test_sentences_are_added_and_given_back() -> None:
    text = "One. Two. Three."
    reader = cursor(text)
    reader.go_to(5)
    chosen = []
    for direction in (LATER, EARLIER, EARLIER, LATER):
        reader.extend_by_sentence(direction)
        assert reader.selection is not None
        chosen.append(reader.selection.cut_from(text))
    assert chosen == ["Two. Three.", "Two.", "One. Two.", "Two."]


def test_the_number_of_the_sentence_is_told() -> None:
    reader = cursor("One. Two.\n\nThree.")
    reader.go_to(12)
    assert reader.count() == (3, 3)


@given(
    st.text(alphabet="ab. \né😀", max_size=40),
    st.lists(
        st.tuples(st.sampled_from([LATER, EARLIER]), st.booleans(), st.booleans(), st.booleans()),
        max_size=12,
    ),
)
def test_whatever_is_pressed_the_selection_is_within_the_text(
    text: str, presses: list[tuple[int, bool, bool, bool]]
) -> None:
    reader = cursor(text)
    for direction, extend, at_start, by_character in presses:
        reader.move(direction, extend=extend, at_start=at_start, by_character=by_character)
        if reader.selection is not None:
            assert 0 <= reader.selection.start < reader.selection.end <= len(text)


MARKDOWN = """Title
=====

A *word* of it. [Another](https://example.org/a "t") one.

> - said here

## Part ##

***

```
code here
```
"""


def in_markdown() -> ReadingCursor:
    found = structure_of(MARKDOWN)
    syntax = [Span(each.start, each.end) for each in found if each.kind == "markup"]
    return ReadingCursor(MARKDOWN, lambda _: False, syntax)


def test_what_is_only_syntax_is_no_sentence_and_no_sign_belongs_to_one() -> None:
    assert [place.cut_from(MARKDOWN) for place in in_markdown().sentences()] == [
        "Title", "A *word* of it.", '[Another](https://example.org/a "t") one.', "said here",
        "Part", "code here",
    ]  # fmt: skip


def test_the_words_are_walked_over_without_the_syntax_between_them() -> None:
    reader = in_markdown()
    reader.go_to(MARKDOWN.index("A *word*"))
    met = []
    for _ in range(8):
        reader.move(LATER, extend=False)
        assert reader.selection is not None
        met.append(reader.selection.cut_from(MARKDOWN))
    assert met == ["A", "word", "of", "it", ".", "Another", "one", "."]
    reader.go_to(MARKDOWN.index("A *word*"))
    grown = []
    for is_first in (True, False, False):
        reader.move(LATER, extend=not is_first)
        assert reader.selection is not None
        grown.append(reader.selection.cut_from(MARKDOWN))
    assert grown == ["A", "A *word", "A *word* of"]
