"""What lines of an article are by their words and their place: bylines, datelines, decks, lists."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Structure
from annotator.formats.article_parts import with_parts
from annotator.formats.bylines import is_byline
from annotator.formats.date_lines import is_line_of_date
from annotator.formats.datelines import end_of_dateline
from tests.formats.difficult import EMOJI, LINES, read

BODY = f"{EMOJI} That is a lot more than was planned when the council voted on it last year."
HEAD = ("Bridge Costs More Than Planned", "The council has to find two more millions by June.")


def shape(name: str, content: str) -> list[tuple[str, str]]:
    (arrival,), problems, _ = read(name, content.encode())
    assert problems == []
    text = arrival.article.text
    return [
        (each.kind, text[each.start : each.end])
        for each in arrival.article.structure
        if each.kind not in ("markup", "emphasis", "strong")
    ]


def test_plain_text_has_a_head_a_dateline_subheadings_and_lists() -> None:
    lines = (
        *HEAD, "By Ana Bo and Chi Do", "Published: Monday, 1 March 2026, 09:30 CET", "",
        f"HARBOUR CITY, Conn. (AP) — {BODY}", "Who Has to Pay for It", BODY, "- the council",
        "- the state", BODY,
    )  # fmt: skip
    assert shape("a.txt", "\r\n".join(lines)) == [
        ("headline", HEAD[0]), ("deck", HEAD[1]), ("byline", lines[2]), ("dateline", lines[3]),
        ("dateline", "HARBOUR CITY, Conn. (AP)"), ("subheading", "Who Has to Pay for It"),
        ("list_item", "- the council"), ("list_item", "- the state"),
    ]  # fmt: skip


def test_markdown_has_a_byline_in_italics_below_its_headline() -> None:
    text = f"# {HEAD[0]}\n\n*By Ana Bo*\n\n**1 March 2026**\n\nBERLIN (dpa) – {BODY}\n"
    assert shape("a.md", text) == [
        ("headline", HEAD[0]), ("byline", "*By Ana Bo*"), ("dateline", "**1 March 2026**"),
        ("dateline", "BERLIN (dpa)"),
    ]  # fmt: skip


def test_records_know_their_author_and_say_where_a_report_is_from() -> None:
    row = {
        "headline": HEAD[0],
        "byline": "Ana Bo",
        "body": f"{HEAD[0]}\n\nANA BO\n\nPARIS — {BODY}",
    }
    assert shape("a.jsonl", json.dumps(row)) == [
        ("headline", HEAD[0]), ("byline", "ANA BO"), ("dateline", "PARIS"),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["By ANA BO | Harbour Post", "Von Jörg Müller", "By Reuters",
                                  "Par Émile Zola et Anna de Vries", "Text: Ana Bo"])  # fmt: skip
def test_lines_that_name_who_wrote_it_are_bylines(line: str) -> None:
    assert is_byline(line, "")


@pytest.mark.parametrize("line", ["By Monday, the council had left.", "By Monday",
                                  "By far the best", "Ana Bo", "By then they had"])  # fmt: skip
def test_other_lines_with_by_are_none(line: str) -> None:
    assert not is_byline(line, "")


@pytest.mark.parametrize(
    "head",
    [
        "NEW YORK —",
        "(Reuters) —",
        "Berlin (dpa) -",
        "PARIS --",
        "LONDON, March 1 (Reuters) -",
        "MADRID/ROME (EFE) -",
    ],
)
def test_paragraphs_begin_with_where_a_report_is_from(head: str) -> None:
    assert end_of_dateline(f"{head} {BODY}") == len(head.rstrip(" -—"))


@pytest.mark.parametrize("head", ["BREAKING —", "The mayor – a fool –", "Peace —", "", "US -"])
def test_other_beginnings_are_none(head: str) -> None:
    assert end_of_dateline(f"{head} {BODY}") == 0


def test_a_line_of_the_date_says_nothing_else() -> None:
    for line in ("2026-03-01", "01.03.2026, 09:30 Uhr", "Updated 3:15 p.m. EST, Fri May 3, 2024"):
        assert is_line_of_date(line)
    for line in ("In March 2026 it began", "3 may come", "1984", "Room 101"):
        assert not is_line_of_date(line)


@given(st.lists(st.sampled_from([*LINES, *HEAD, "By Ana Bo", "- a", "2. b", "", "\0"]) | st.text()))
def test_parts_stand_in_any_text_and_never_overlap_a_block(lines: list[str]) -> None:
    text = "\n".join(lines)
    given_ = (Structure("quotation", 0, len(lines[0])),) if lines and lines[0] else ()
    found = with_parts(text, given_, author="Ana Bo", is_plain=True)
    blocks = [each for each in found if each not in given_]
    for each in blocks:
        assert 0 <= each.start < each.end <= len(text)
        assert "\n" not in text[each.start : each.end]
        assert each.start >= (given_[0].end if given_ else 0)
