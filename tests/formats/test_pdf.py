"""PDF files in: paragraphs, joined words, pages, and what cannot be read."""

import logging
import sys
import zlib
from random import Random

import pytest

from annotator.formats.articles import pdf as reader
from tests.chance import seeded
from tests.formats.difficult import COMBINING, EMOJI, RIGHT_TO_LEFT, assert_claim_is_found, read
from tests.formats.made_pdf import lines, pdf

STORY = (
    "The harbour council voted on Tuesday to dredge the northern",
    "channel, a project that engineers say will cost eleven mil-",
    "lion euros and take two summers.",
    "Fishing crews fear for the mussel beds along the shore, while",
    "the port authority promised to pay for every season lost.",
)
WHOLE = (
    "The harbour council voted on Tuesday to dredge the northern channel, a project that engineers "
    "say will cost eleven million euros and take two summers.\n\n"
    "Fishing crews fear for the mussel beds along the shore, while the port authority promised to "
    "pay for every season lost."
)


def kinds(article) -> list[tuple[str, str]]:
    return [(each.kind, article.text[each.start : each.end]) for each in article.structure]


def test_lines_become_paragraphs_and_a_divided_word_is_joined_and_marked() -> None:
    (arrival,), problems, notes = read("story.pdf", pdf(lines(*STORY)))
    assert arrival.article.text == WHOLE
    assert ("hyphenation", "million") in kinds(arrival.article)
    assert arrival.article.format == "pdf"
    assert arrival.raw == pdf(lines(*STORY))
    assert problems == []
    assert ["extraction_quality" in note.reason for note in notes] == [True, False]
    assert "1 word divided" in notes[1].reason


def test_a_hyphen_that_belongs_to_a_name_stays() -> None:
    (arrival,), _, _ = read("a.pdf", pdf(lines("The report on Baden-", "Württemberg is out now.")))
    assert arrival.article.text == "The report on Baden- Württemberg is out now."
    assert not any(kind == "hyphenation" for kind, _ in kinds(arrival.article))


def test_large_letters_are_headings_and_dots_begin_items() -> None:
    page = [
        (50, 760, 20, "Bridge costs more"),
        *lines(*STORY),
        (50, 600, 14, "Who pays"),
        *lines("• the council", "• the state", top=580),
    ]
    (arrival,), _, _ = read("a.pdf", pdf(page))
    found = [(kind, words) for kind, words in kinds(arrival.article) if kind != "hyphenation"]
    assert found[1:] == [
        ("headline", "Bridge costs more"), ("subheading", "Who pays"),
        ("list_item", "• the council"), ("list_item", "• the state"),
    ]  # fmt: skip
    assert arrival.article.text.endswith("• the council\n• the state")


def test_pages_have_borders_and_what_comes_again_on_each_is_marked() -> None:
    pages = [
        [
            (50, 780, 8, f"Harbour Post, page {number}"),
            *lines(f"{word} begins here and it goes on", f"until the {word} page ends."),
            (50, 20, 8, "© Harbour Post"),
        ]
        for number, word in enumerate(("First", "Second", "Third", "Last"), 1)
    ]
    (arrival,), _, notes = read("a.pdf", pdf(*pages))
    found = kinds(arrival.article)
    assert [words for kind, words in found if kind == "page_header"] == [
        f"Harbour Post, page {number}" for number in range(1, 5)
    ]
    assert len([kind for kind, _ in found if kind == "page_footer"]) == 4
    levels = [each.level for each in arrival.article.structure if each.kind == "page"]
    assert levels == [1, 2, 3, 4]
    assert "“Harbour Post, page 1”" in notes[-1].reason


def test_a_paragraph_goes_on_behind_the_border_of_a_page() -> None:
    pages = [lines("It rained all day and the"), lines("river rose by a metre.")]
    (arrival,), _, _ = read("a.pdf", pdf(*pages))
    assert arrival.article.text == "It rained all day and the river rose by a metre."


def test_columns_are_read_one_after_the_other_and_told() -> None:
    left = lines("The first column tells of the bridge", "and of what it costs.", top=700)
    right = lines("The second column tells of the boats", "and of who pays.", top=700, left=320)
    deep = lines("The last line of the first column.", top=300)
    (arrival,), _, notes = read("a.pdf", pdf([*left, *deep, *right]))
    text = arrival.article.text
    assert text.index("what it costs") < text.index("The second column")
    assert any("columns" in note.reason for note in notes)


@pytest.mark.parametrize("line", [EMOJI, COMBINING])
def test_difficult_characters_come_in_to_the_letter(line: str) -> None:
    (arrival,), _, _ = read("a.pdf", pdf(lines(line)))
    assert arrival.article.text == line
    if line == EMOJI:
        assert_claim_is_found(arrival.article.text)


def test_right_to_left_words_are_in_the_order_in_which_they_are_read() -> None:
    # On a page they stand from left to right, as they are seen.
    (arrival,), _, notes = read("a.pdf", pdf(lines(RIGHT_TO_LEFT[:8][::-1])))
    assert arrival.article.text == RIGHT_TO_LEFT[:8]
    assert any("right to left" in note.reason for note in notes)


@pytest.mark.parametrize(
    ("read_so", "seen_so"),
    [
        ("הגשר יעלה 4,500 מיליון.", ".ןוילימ 4,500 הלעי רשגה"),
        ("ראש אמר BBC News ביום שני 12.5% מהכסף.", ".ףסכהמ 12.5% ינש םויב BBC News רמא שאר"),
        ("בשנת 2026 12 איש", "שיא 12 2026 תנשב"),
        ("The word שלום means peace in Hebrew.", "The word םולש means peace in Hebrew."),
    ],
)
def test_numbers_and_other_scripts_keep_their_order_between_right_to_left_words(
    read_so: str, seen_so: str
) -> None:
    (arrival,), _, _ = read("a.pdf", pdf(lines(seen_so)))
    assert arrival.article.text == read_so


def test_title_and_author_of_the_file_are_taken_when_a_person_wrote_them() -> None:
    told = "/Title (Bridge costs more) /Author (Ana Bo)"
    (arrival,), _, _ = read("a.pdf", pdf(lines(*STORY), info=told))
    assert arrival.article.title == "Bridge costs more"
    assert arrival.article.extra == {"author": "Ana Bo"}
    (arrival,), _, _ = read("a.pdf", pdf(lines(*STORY), info="/Title (Microsoft Word - b.doc)"))
    assert arrival.article.title != "Microsoft Word - b.doc"


LOCK = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<00> <00>]"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7\nnothing", "damaged"),
        (b"no PDF at all", "damaged"),
        (pdf(lines(*STORY))[:300], "damaged"),
        (pdf([]), "pages are pictures"),
        (pdf(lines(*STORY), trailer=LOCK.format("ab" * 32)), "password"),
        (pdf(*[lines("x")] * 301), "301 pages"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content: bytes, told: str) -> None:
    arrivals, problems, notes = read("a.pdf", content)
    assert (arrivals, notes) == ([], [])
    assert [told in each.reason for each in problems] == [True]


def test_a_page_that_draws_without_end_is_not_read(monkeypatch) -> None:
    monkeypatch.setattr(reader, "MOST_OPERATIONS", 100)
    (problem,) = read("a.pdf", pdf([(0, 0, 1, "x")] * 200))[1]
    assert "more than 100 things" in problem.reason


def test_a_stream_that_would_unpack_to_gigabytes_is_not_read() -> None:
    packed = zlib.compress(b"0 0 m " * 20_000_000, 9)
    bomb = pdf(
        lines("x"),
        more=[
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
        ],
    ).replace(b"/Contents 11 0 R /R", b"/Contents 1000 0 R/R")
    arrivals, problems, _ = read("a.pdf", bomb)
    assert arrivals == []
    assert len(problems) == 1


def test_without_the_package_a_sentence_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (problem,) = read("a.pdf", pdf(lines(*STORY)))[1]
    assert "pip install pypdf" in problem.reason


@seeded(25)
def test_damaged_files_never_crash_the_reader(chance: Random) -> None:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    content = bytearray(pdf(lines(*STORY), lines(EMOJI)))
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] = chance.randint(0, 255)
    arrivals, problems, _ = read("a.pdf", bytes(content))
    assert len(arrivals) + len(problems) == 1
