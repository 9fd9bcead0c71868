"""Tables in: columns found by name or told by a map, bad rows told by line."""

import csv
import io
from random import Random

import pytest

from annotator.formats.import_map import ImportMap
from tests.chance import octets, seeded, text
from tests.formats.difficult import EMOJI, LINES, assert_claim_is_found, read


def table(*rows: tuple[str, ...], delimiter: str = ",") -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()


@pytest.mark.parametrize(
    ("name", "delimiter"), [("n.csv", ","), ("n.csv", ";"), ("n.csv", "|"), ("n.tsv", "\t")]
)
def test_columns_are_found_by_their_usual_names(name: str, delimiter: str) -> None:
    row = ("7", "Bridge", "\r\n".join(LINES), "Harbour Post", "2026-03-01", "ana b.", "en", "x")
    head = ("ID", "Headline", "Body", "Publisher", "Publish_Date", "Author", "lang", "desk")
    (arrival,), problems, (note,) = read(name, table(head, row, delimiter=delimiter))
    article = arrival.article
    assert article.text == "\n".join(LINES)
    assert_claim_is_found(article.text)
    assert (article.id, article.title, article.outlet) == ("7", "Bridge", "Harbour Post")
    assert (article.published, article.language) == ("2026-03-01", "en")
    assert article.extra == {"author": "ana b.", "desk": "x"}
    assert arrival.raw == "\r\n".join(LINES).encode()
    assert problems == []
    assert "text from 'Body'" in note.reason


def test_a_map_says_which_columns_and_what_values_mean() -> None:
    told = ImportMap(
        delimiter=";",
        fields={"text": ("lead", "rest"), "language": ("l",), "title": ("text",)},
        values={"language": {"Englisch": "en"}},
    )
    content = table(("lead", "rest", "l", "text"), (EMOJI, "More.", "Englisch", "T"), delimiter=";")
    (arrival,), problems, notes = read("n.csv", content, told)
    assert arrival.article.text == f"{EMOJI}\n\nMore."
    assert (arrival.article.language, arrival.article.title) == ("en", "T")
    assert (problems, notes) == ([], [])


def test_a_column_that_the_map_names_wrongly_refuses_the_file() -> None:
    told = ImportMap(fields={"text": ("bdy",)})
    articles, (problem,), _ = read("n.csv", table(("body",), ("x",)), told)
    assert articles == []
    assert "'bdy'" in problem.reason
    assert "there are body" in problem.reason


def test_a_table_without_a_text_column_says_which_there_are() -> None:
    articles, (problem,), _ = read("n.csv", table(("a", "b"), ("x", "y")))
    assert articles == []
    assert "there are a, b" in problem.reason
    assert "--map" in problem.reason


def test_bad_rows_are_told_by_line_and_the_others_come_in() -> None:
    content = b'id,text\n1,"two\nlines"\n2\n3,\n4,NUL \0\n\n5,Good.\n'
    articles, problems, _ = read("n.csv", content, ImportMap(encoding="utf-8"))
    assert [each.article.text for each in articles] == ["two\nlines", "Good."]
    assert [each.line for each in problems] == [4, 5, 6]


def test_a_quotation_mark_never_closed_ends_the_reading_with_its_line() -> None:
    content = b'id,text\n1,Good.\n2,"never closed\n3,x\n'
    articles, (problem,), _ = read("n.csv", content)
    assert [each.article.id for each in articles] == ["1"]
    assert problem.line == 3
    assert "damaged" in problem.reason


def test_two_columns_of_one_name_are_refused() -> None:
    assert "Two columns" in read("n.csv", table(("text", "text"), ("x", "y")))[1][0].reason


def test_an_empty_table_is_a_sentence() -> None:
    assert "empty" in read("n.csv", b"\n \n")[1][0].reason


def test_rows_without_an_id_get_one_from_their_text() -> None:
    articles, _, _ = read("n.csv", table(("text",), ("One.",), ("Two.",)))
    assert len({each.article.id for each in articles}) == 2
    assert not articles[0].has_own_id


@seeded(150)
def test_any_bytes_are_articles_or_sentences(chance: Random) -> None:
    content = chance.choice((octets(chance, 40), text(chance, 80).encode()))
    articles, problems, _ = read("n.csv", b"id,text\n" + content)
    assert all(each.article.text for each in articles)
    assert all("\n" not in each.reason for each in problems)
