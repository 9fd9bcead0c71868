from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Structure
from annotator.formats.markdown_structure import structure_of
from annotator.gui.article.layout import _hidden
from annotator.gui.article.paragraphs import (
    LONGEST_PIECE,
    LONGEST_TOKEN,
    Piece,
    is_right_to_left,
    list_marker,
    pieces_of,
)
from tests.gui.article.samples import article


def body(text: str, *structure: Structure, title: str = "") -> list[Piece]:
    return [
        piece for piece in pieces_of(article(text, *structure), (title, "")) if not piece.is_header
    ]


@given(st.text(alphabet="ab \n.é😀", max_size=80))
def test_the_pieces_hold_the_whole_text_but_its_line_feeds(text: str) -> None:
    assert [text[piece.start : piece.end] for piece in body(text)] == text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "word " * 20_000,
        "x" * 30_000,
        "A sentence of some words. " * 3_000,
        "ab " + "é" * 12_000 + " cd" * 9_000,
    ],
)
def test_a_giant_paragraph_is_cut_into_pieces_without_a_loss(text: str) -> None:
    pieces = body(text)
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    assert len(pieces) > 1
    assert max(piece.length for piece in pieces) <= LONGEST_PIECE
    assert all(piece.gap == 0 for piece in pieces[:-1])


def test_an_endless_word_is_never_longer_than_qt_can_bear() -> None:
    text = "👩‍👩‍👧" * 5_000
    pieces = body(text)
    assert max(piece.length for piece in pieces) <= LONGEST_TOKEN
    assert all(text[piece.start] == "👩" for piece in pieces)


def test_title_and_byline_stand_above_a_text_without_a_headline() -> None:
    pieces = pieces_of(article("Just text."), ("The title", "The byline"))
    assert [piece.words for piece in pieces] == ["The title", "The byline", None]


def test_a_title_that_is_a_line_of_the_text_is_not_shown_twice() -> None:
    pieces = pieces_of(article("Shop\nThe  title\nText."), ("The title", "The byline"))
    assert [(piece.words, piece.kind) for piece in pieces] == [
        ("The byline", "details"),
        (None, ""),
        (None, "headline"),
        (None, ""),
    ]


def test_markdown_shows_what_its_lines_are() -> None:
    text = "# One\n\nText with *more*.\n\n## Two\n\n- a\n- b\n\n> said\n\n```\ncode\n```\n"
    kinds = [piece.kind for piece in body(text, *structure_of(text)) if not piece.is_blank]
    assert kinds == [
        "headline",
        "",
        "subheading",
        "list_item",
        "list_item",
        "quotation",
        "code",
        "code",
        "code",
    ]


def test_lines_stand_close_where_blank_lines_separate_paragraphs() -> None:
    spaced = [piece.gap for piece in body("a\nb\n\nc\n\nd") if not piece.is_blank]
    plain = [piece.gap for piece in body("a\nb\nc") if not piece.is_blank]
    assert spaced[0] < spaced[1] == spaced[2] == plain[0]


def test_lines_of_one_paragraph_stand_close_however_few_blank_lines_there_are() -> None:
    wrapped = ["The council met on Monday and heard", "the mayor say that the bridge will",
               "cost four million euros more than it", "was told, which some doubt."]  # fmt: skip
    text = "\n".join([*wrapped, "", *wrapped])
    gaps = [piece.gap for piece in body(text) if not piece.is_blank]
    assert gaps[0] == gaps[1] == gaps[2] == gaps[4] < gaps[3]
    told = "\n".join(["The title", "", *(f"{each}." for each in wrapped)])
    assert len({piece.gap for piece in body(told) if not piece.is_blank}) == 1


def test_a_list_in_a_quotation_keeps_its_bullets_and_the_bar() -> None:
    text = "> said\n> more\n>\n> - one\n> - two\n\nAfter.\n"
    of = replace(article(text, *structure_of(text)), format="markdown")
    pieces = [piece for piece in pieces_of(of, ("", "")) if not piece.is_blank]
    assert [piece.kind for piece in pieces] == [
        "quotation", "quotation", "quotation", "quoted_item", "quoted_item", "",
    ]  # fmt: skip
    assert [piece.gap > 0.5 for piece in pieces[:3]] == [False, False, True]
    assert _hidden("> - one", pieces[3]).strip("\u2060") == "• one"


@pytest.mark.parametrize(
    ("words", "is_so"),
    [("שלום world", True), ("“1” قالت", True), ("Hello שלום", False), ("", False), ("12 !", False)],
)
def test_the_first_strong_letter_gives_the_direction(words: str, is_so: bool) -> None:
    assert is_right_to_left(words) is is_so


@pytest.mark.parametrize(
    ("words", "marker"), [("- a", "- "), ("  12. b", "  12. "), ("-5 degrees", ""), ("a", "")]
)
def test_the_marker_of_a_list_item_is_found(words: str, marker: str) -> None:
    assert list_marker(words) == marker


def test_a_list_item_that_ends_with_syntax_is_a_list_item() -> None:
    text = "- first point\n- second with `code`\n- third **bold**\n- a [link](http://x.y)\n"
    pieces = [piece for piece in body(text, *structure_of(text)) if piece.length]
    assert [piece.kind for piece in pieces] == ["list_item"] * 4
