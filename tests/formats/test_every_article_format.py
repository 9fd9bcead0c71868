"""Every format of articles: emoji, combining marks, right to left, CRLF; and half of the file."""

import json

import pytest

from tests.formats.difficult import LINES, assert_claim_is_found, read
from tests.formats.made_pdf import lines, pdf
from tests.formats.test_feeds import RSS
from tests.formats.test_ninjs import VERSION_1
from tests.formats.test_office_files import paragraph, word_file, workbook
from tests.formats.test_pages import LONG, page
from tests.formats.test_saved_pages import mhtml, webarchive

TEXT = "\r\n\r\n".join(LINES)
ATOM_FILE = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry>\r
<title>Bridge</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\r
{"".join(f"<p>{line}</p>" for line in LINES)}</div></content></entry></feed>"""
PAGE = page(paragraphs=tuple(f"{line} {LONG}" for line in LINES))
FILES = {
    "a.txt": TEXT.encode(),
    "bom.txt": TEXT.encode("utf-8-sig"),
    "utf16.txt": TEXT.encode("utf-16"),
    "a.md": f"# Bridge\r\n\r\n{TEXT}\r\n".encode(),
    "a.html": PAGE.encode(),
    "a.mhtml": mhtml(PAGE),
    "a.webarchive": webarchive(PAGE.encode()),
    "a.docx": word_file(*map(paragraph, LINES)),
    # On a page words from right to left stand as they are seen.
    "a.pdf": pdf(lines(LINES[0]), lines(LINES[1]), lines(LINES[2][::-1])),
    "a.rss": RSS.encode(),
    "a.atom": ATOM_FILE.encode(),
    "a.csv": f'title,text\r\nBridge,"{TEXT}"\r\n'.encode(),
    "a.tsv": f'title\ttext\r\nBridge\t"{TEXT}"\r\n'.encode(),
    "a.xlsx": workbook(("title", "text"), ("Bridge", TEXT)),
    "a.ninjs": json.dumps(VERSION_1).encode(),
    "a.jsonl": json.dumps({"text": TEXT}).encode() + b"\r\n",
    "a.json": json.dumps({"articles": [{"body": TEXT}]}, indent=1).encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_difficult_lines_come_in_to_the_letter_and_stand_where_code_points_say(name: str) -> None:
    arrivals, problems, _ = read(name, FILES[name])
    text = arrivals[0].article.text
    for line in LINES:
        assert line in text
    assert_claim_is_found(text, after=text.index(LINES[0]))
    assert "\r" not in text
    assert all("neither content nor a summary" in each.reason for each in problems)


@pytest.mark.parametrize("name", FILES)
def test_half_of_a_file_is_an_article_or_a_sentence(name: str) -> None:
    arrivals, problems, notes = read(name, FILES[name][: len(FILES[name]) // 2])
    assert arrivals or problems
    assert all(each.article.text.strip() for each in arrivals)
    assert all(each.reason.strip() for each in (*problems, *notes))
