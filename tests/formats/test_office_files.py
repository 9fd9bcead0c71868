"""Word files and workbooks in: styles, tracked changes, damaged files, bombs."""

import datetime as dt
import io
import sys
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.import_map import ImportMap
from tests.formats.difficult import EMOJI, LINES, assert_claim_is_found, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f"<w:styles {W}>"
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>'
)
# What a cell holds knows no time zone.
MIDNIGHT = dt.datetime.fromisoformat("2026-03-01")
MORNING = dt.datetime.fromisoformat("2026-03-01T09:30:00")
CORE = (
    '<c:coreProperties xmlns:c="urn:c" xmlns:dc="urn:dc" xmlns:t="urn:t">'
    "<dc:title>Bridge</dc:title>"
    "<dc:creator>Ana</dc:creator><t:created>2026-03-01T09:30:00Z</t:created></c:coreProperties>"
)


def paragraph(text: str, *, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{run}</w:p>"


def word_file(*paragraphs: str, **members: str) -> bytes:
    body = f"<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("docProps/core.xml", CORE)
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_styles_of_newsrooms_tell_what_a_paragraph_is() -> None:
    styles = ("Subtitle", "Byline", "Dateline", "Caption", "PullQuote")
    named = "".join(
        f'<w:style w:styleId="{each}"><w:name w:val="{name}"/></w:style>'
        for each, name in zip(
            styles, ("Subtitle", "byline", "Dateline", "caption", "Pull Quote"), strict=True
        )
    )
    content = word_file(
        *(paragraph(f"This is {each}.", style=each) for each in styles),
        **{"word/styles.xml": f"<w:styles {W}>{named}</w:styles>"},
    )
    (arrival,), _, _ = read("a.docx", content)
    assert [each.kind for each in arrival.article.structure] == [
        "deck", "byline", "dateline", "caption", "pull_quote",
    ]  # fmt: skip


def workbook(*rows: tuple[object, ...], more: tuple[str, ...] = ()) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for name in more:
        made.create_sheet(name)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def test_a_word_file_comes_in_with_its_structure() -> None:
    content = word_file(
        paragraph("Bridge", style="berschrift1"),
        *(paragraph(line) for line in LINES),
        paragraph("Costs", style="berschrift2"),
        paragraph("one", more="<w:numPr/>"),
        paragraph("two", more="<w:numPr/>"),
        f"<w:tbl><w:tr><w:tc>{paragraph('cell')}</w:tc></w:tr></w:tbl>",
        paragraph("said", style="Zitat"),
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
    )
    (arrival,), problems, notes = read("news.docx", content)
    article = arrival.article
    assert article.text == "\n\n".join(
        ["Bridge", *LINES, "Costs", "one\ntwo", "cell", "said", "a\tb\nc"]
    )
    assert_claim_is_found(article.text, after=8)
    assert [each.kind for each in article.structure] == [
        "headline", "subheading", "list_item", "list_item", "quotation",
    ]  # fmt: skip
    assert (article.id, article.title, article.extra) == ("news", "Bridge", {"author": "Ana"})
    assert arrival.raw == content
    assert (problems, notes) == ([], [])


def test_changes_are_read_as_accepted_and_told() -> None:
    content = word_file(
        "<w:p><w:r><w:t>It costs </w:t></w:r><w:del><w:r><w:delText>3m</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>4m</w:t></w:r></w:ins><w:r><w:commentReference/></w:r></w:p>"
    )
    (arrival,), _, notes = read("n.docx", content)
    assert arrival.article.text == "It costs 4m"
    assert ["as if all were accepted" in notes[0].reason, "comments" in notes[1].reason] == [
        True, True,
    ]  # fmt: skip


def test_workbooks_are_tables() -> None:
    content = workbook(
        ("ID", "Body", "Date", "Words", "Empty"),
        (1, "\n".join(LINES), MIDNIGHT, 9.0),
        (),
        (2, None, "x", 3),
        (3, EMOJI, MORNING, 1.5),
        more=("Notes",),
    )
    (first, second), (problem,), notes = read("news.xlsx", content)
    assert first.article.text == "\n".join(LINES)
    assert_claim_is_found(first.article.text)
    assert (first.article.id, first.article.published) == ("1", "2026-03-01")
    assert first.article.extra == {"Words": "9"}
    assert (second.article.published, second.article.extra) == (
        "2026-03-01T09:30:00", {"Words": "1.5"},
    )  # fmt: skip
    assert problem.line == 4
    assert "'Notes'" in notes[-1].reason


def test_a_map_counts_for_workbooks_too() -> None:
    told = ImportMap(fields={"text": ("b",)})
    (arrival,), _, _ = read("n.xlsx", workbook(("text", "b"), ("no", EMOJI)), told)
    assert arrival.article.text == EMOJI


def test_without_openpyxl_a_sentence_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    _, (problem,), _ = read("n.xlsx", b"")
    assert "pip install openpyxl" in problem.reason


@pytest.mark.parametrize("name", ["n.docx", "n.xlsx"])
@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 no more", b"\xd0\xcf\x11\xe0 old", word_file()[:300], b"text"]
)
def test_damaged_files_are_refused_in_one_sentence_or_two(name: str, content: bytes) -> None:
    articles, (problem,), _ = read(name, content)
    assert articles == []
    assert "Save it anew" in problem.reason or "save it anew" in problem.reason


def test_bombs_are_refused_unread() -> None:
    content = word_file(paragraph("x"), **{"word/media/a": "\0" * 50_000_000})
    for name in ("n.docx", "n.xlsx"):
        articles, (problem,), _ = read(name, content)
        assert articles == []
        assert "would unpack to 50 MB" in problem.reason
    entities = f'<!DOCTYPE a [<!ENTITY b "{"c" * 99}">]><w:document {W}>&b;</w:document>'
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", entities)
    assert "XML bombs" in read("n.docx", written.getvalue())[1][0].reason


WORD, BOOK = word_file(paragraph(EMOJI)), workbook(("text",), (EMOJI,))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([("n.docx", WORD), ("n.xlsx", BOOK)]), st.data())
def test_any_damage_is_an_article_or_a_sentence(file: tuple[str, bytes], data) -> None:
    name, content = file
    place = data.draw(st.integers(0, len(content)))
    damaged = content[:place] + data.draw(st.binary(max_size=9)) + content[place + 5 :]
    articles, problems, _ = read(name, damaged)
    assert articles or problems
