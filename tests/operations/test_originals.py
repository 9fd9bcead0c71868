"""What articles were read from, opened at a passage."""

from pathlib import Path

import pytest

from annotator.domain.span import Span
from annotator.operations import importing
from annotator.operations.originals import Original, original_of
from annotator.storage import articles
from annotator.storage.project import open_project
from tests.builders import project_file
from tests.formats.made_pdf import lines, pdf
from tests.formats.test_office_files import word_file

PAGE = """<!doctype html>\r
<html><head><title>Bridge</title></head><body>\r
<nav>Home Sports Weather</nav>\r
<article><h1>Bridge opens</h1>\r
<p>Mayor Ruiz opened the new bridge over the river on Monday morning, after two years of work.</p>\r
<p>It cost &euro;4m &amp; more, said the mayor 📰. The harbour office had warned of delays.</p>\r
<p>Critics fear that lorries will now use the road through the old town every single night.</p>\r
</article></body></html>\r
"""


def original(folder: Path, name: str, raw: bytes, words: str) -> tuple[Original, str]:
    """What the words of an imported file were read from."""
    project = project_file(folder)
    (folder / name).write_bytes(raw)
    with open_project(project, is_writable=True) as opened:
        report = importing.import_files(opened, [folder / name], annotator="ana")
        assert report.problems == []
        article = articles.get(opened, report.first_article or "")
        start = article.text.index(words)
        return original_of(opened, article, Span(start, start + len(words))), article.text


@pytest.mark.parametrize("raw", [b"One.\nTwo words.\n", b"\xef\xbb\xbfOne.\r\nTwo words.\r\n"])
def test_a_text_file_is_opened_at_the_same_place(tmp_path: Path, raw: bytes):
    found, _ = original(tmp_path, "a.txt", raw, "Two words")
    assert found.raw == raw
    assert found.text is not None
    assert found.place is not None
    assert found.place.cut_from(found.text) == "Two words"


def test_another_encoding_counts_in_characters(tmp_path: Path):
    raw = "Straße. Zürich wartet.".encode("utf-16")
    found, _ = original(tmp_path, "a.txt", raw, "Zürich")
    assert found.place is not None
    assert found.place.cut_from(found.text or "") == "Zürich"


def test_a_page_is_opened_at_the_words_between_its_tags(tmp_path: Path):
    found, text = original(tmp_path, "a.html", PAGE.encode(), "harbour office")
    assert "<p>" not in text
    assert found.text is not None
    assert found.place is not None
    assert found.place.cut_from(found.text) == "harbour office"
    assert "\r" not in found.text


def test_words_with_entities_are_opened_as_the_source_spells_them(tmp_path: Path):
    found, _ = original(tmp_path, "a.html", PAGE.encode(), "€4m & more")
    assert found.place is not None
    line = found.place.cut_from(found.text or "")
    assert line == "&euro;4m &amp; more"


def test_a_pdf_file_is_no_text_and_comes_back_byte_for_byte(tmp_path: Path):
    raw = pdf(lines("Rain is expected on the coast."), lines("The ferry does not sail."))
    found, _ = original(tmp_path, "a.pdf", raw, "ferry")
    assert (found.text, found.place, found.raw, found.page) == (None, None, raw, 2)


def test_a_passage_is_found_to_the_character_across_tags(tmp_path: Path):
    page = PAGE.replace("harbour office had", "har<b>bour</b> <i>office</i> had")
    found, _ = original(tmp_path, "a.html", page.encode("utf-16"), "harbour office had")
    assert found.text is not None
    assert found.place is not None
    assert found.place.cut_from(found.text) == "har<b>bour</b> <i>office</i> had"
    assert found.raw_place is not None
    around = found.raw[found.raw_place.start : found.raw_place.end].decode("utf-16-le")
    assert around.startswith("It cost &euro;4m &amp; more")


def test_a_word_file_is_opened_in_its_text_with_what_was_deleted_left_out(tmp_path: Path):
    paragraphs = (
        "<w:p><w:r><w:t>The ferry is old &amp; slow 📰.</w:t></w:r></w:p>"
        '<w:p><w:r><w:t xml:space="preserve">Mayor </w:t></w:r><w:del><w:r><w:delText>Not'
        "</w:delText></w:r></w:del><w:r><w:t>Ruiz said no.</w:t></w:r></w:p>"
    )
    found, text = original(tmp_path, "a.docx", word_file(paragraphs), "Mayor Ruiz")
    assert "Not" not in text
    assert found.part == "word/document.xml"
    assert found.text is not None
    assert found.place is not None
    between = found.place.cut_from(found.text)
    assert between.startswith("Mayor ")
    assert between.endswith(">Ruiz")
    assert found.text[: found.place.start].count("\n") == 2, "a paragraph stands on each line"


def test_of_a_table_the_text_of_a_row_is_kept_and_said_so(tmp_path: Path):
    raw = b"title,text\nBridge,The bridge is new.\nTram,The tram is late.\n"
    found, _ = original(tmp_path, "a.csv", raw, "bridge")
    assert found.is_text_of_record
    assert found.text == "The bridge is new."
    assert found.place == Span(4, 10)
