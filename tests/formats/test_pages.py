"""Web pages in: the article alone, in the page's own characters, mapped to its bytes."""

import socket
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.html_text import visible_text
from annotator.formats.source_map import html_map
from tests.formats.difficult import COMBINING, EMOJI, LINES, RIGHT_TO_LEFT, read

LONG = "That is a lot more than was planned when the council voted on it late last year, he said."
PARAGRAPHS = (
    f"{EMOJI} {LONG}",
    f"{COMBINING} The council will pay half of it, and the state will pay all of the other half.",
    f"{RIGHT_TO_LEFT} ראש העיר הוסיף כי העבודות יתחילו בחודש הבא ויסתיימו בתוך שנתיים.",
    "A soft\u00adhyphen, a family 👩\u200d👩\u200d👧 and a\u00a0space stay in the text as read.",
)
NAVIGATION = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>'
    '<div class="cookie-banner">We value your privacy. Accept all cookies.</div>'
)


def page(*, head: str = '<meta charset="utf-8">', paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    body = "\r\n".join(f"<p>\r\n  {each}\r\n</p>" for each in paragraphs)
    return (
        f'<!DOCTYPE html>\r\n<html lang="en-GB"><head>{head}<title>Bridge | Harbour Post</title>'
        '<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ana Bo">'
        '<meta property="article:published_time" content="2026-03-01T09:30:00Z">'
        '<link rel="canonical" href="https://x.example/1"></head><body>'
        f"{NAVIGATION}<article><h1>Bridge costs more</h1>{body}<h2>Who pays</h2>"
        f"<ul><li>First &amp; foremost the council, so it seems</li><li>Second the state</li></ul>"
        f"<blockquote><p>“It is a bargain,” she told us — {LONG}</p></blockquote></article>"
        "<footer><p>Copyright 2026 Harbour Post. All rights reserved.</p></footer></body></html>"
    )


def test_the_article_of_a_page_comes_in_with_structure_and_facts() -> None:
    (arrival,), problems, notes = read("page.html", page().encode())
    article = arrival.article
    for paragraph in PARAGRAPHS:
        assert paragraph in article.text
    assert "First & foremost the council, so it seems\nSecond the state" in article.text
    for around in ("Sport", "cookies", "Copyright"):
        assert around not in article.text
    shape = [(each.kind, article.text[each.start : each.end][:9]) for each in article.structure]
    assert shape == [
        ("headline", "Bridge co"), ("subheading", "Who pays"), ("list_item", "First & f"),
        ("list_item", "Second th"), ("quotation", "“It is a "),
    ]  # fmt: skip
    assert (article.title, article.outlet) == ("Bridge costs more", "Harbour Post")
    assert (article.url, article.published) == ("https://x.example/1", "2026-03-01")
    assert (article.language, article.format) == ("en-GB", "html")
    assert arrival.raw == page().encode()
    assert (problems, notes) == ([], [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_line_is_mapped_to_the_bytes_it_was_read_from(encoding: str) -> None:
    western = (f"Zoë’s café “opened” — {LONG}", f"It cost 4m €. {LONG}")
    head = f'<meta http-equiv="x" content="text/html; charset={encoding}">'
    raw = page(head=head, paragraphs=western if encoding == "cp1252" else PARAGRAPHS).encode(
        encoding
    )
    (arrival,), _, notes = read("page.html", raw)
    article = arrival.article
    mapped = html_map(article.text, raw, encoding=article.encoding)
    assert [each.text.cut_from(article.text) for each in mapped] == [
        line for line in article.text.split("\n") if line
    ]
    one = {"utf-16": "utf-16-le"}.get(encoding, "utf-8" if "utf-8" in encoding else encoding)
    for each in mapped:
        source = raw[each.raw.start : each.raw.end].decode(one)
        assert visible_text(source).text == each.text.cut_from(article.text)
    assert notes == []


def test_a_page_says_its_encoding_itself() -> None:
    head = '<meta charset="windows-1251">'
    words = "Мэр Руис заявил, что мост будет стоить четыре миллиона евро, и это очень много денег. "
    (arrival,), _, notes = read("p.htm", page(head=head, paragraphs=(words * 3,)).replace(
        "—", "-").replace("“", '"').replace("”", '"').encode("cp1251"))  # fmt: skip
    assert words.strip() in arrival.article.text
    assert (arrival.article.encoding, notes) == ("cp1251", [])


def test_two_opinions_that_differ_are_told() -> None:
    other = "<p>I think that the mayor, who is a fool, never asked anybody about it at all.</p>"
    story = page().replace("</article>", f"</article><section id='related'>{other * 60}</section>")
    (arrival,), _, (note,) = read("page.html", story.encode())
    assert "is a fool" not in arrival.article.text
    assert "is unsure" in note.reason
    assert "It has also “" in note.reason


def test_a_page_without_an_article_is_refused_in_words() -> None:
    for content in (b"", b"<html></html>", b"<p></p>", NAVIGATION.encode()):
        articles, problems, notes = read("page.html", content)
        assert problems or notes
        assert not (articles and problems)


def test_a_damaged_page_is_read_as_far_as_it_goes() -> None:
    raw = page().encode()
    (arrival,), _, _ = read("page.html", raw[: raw.index(b"Who pays")])
    assert EMOJI in arrival.article.text
    articles, (problem,), _ = read("page.html", raw[:600] + b"\xff\xfe\xf0" + raw[600:])
    assert articles == []
    assert "UTF-8 elsewhere" in problem.reason


@pytest.mark.parametrize("evil", ["<div>" * 600, "<br>" * 400_000, "a" * 1_100_000])
def test_pages_beyond_measure_are_refused_before_any_library_sees_them(
    evil: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import trafilatura

    monkeypatch.delattr(trafilatura, "bare_extraction")
    articles, (problem,), _ = read("page.html", evil.encode())
    assert articles == []
    assert problem.reason


def test_nothing_is_fetched_whatever_a_page_names(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("something reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = (
        '<base href="https://x.example/"><link rel="stylesheet" href="https://x.example/a.css">'
        '<script src="https://x.example/a.js"></script><meta http-equiv="refresh" content="0">'
    )
    body = '<img src="https://x.example/a.png"><iframe src="file:///etc/passwd"></iframe>'
    story = page(head=head, paragraphs=(*PARAGRAPHS, body)).replace(
        "<!DOCTYPE html>", '<!DOCTYPE html SYSTEM "https://x.example/a.dtd">'
    )
    (arrival,), _, _ = read("page.html", story.encode())
    assert "root:" not in arrival.article.text


def test_without_the_extractors_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    articles, (problem,), _ = read("page.html", page().encode())
    assert articles == []
    assert "pip install trafilatura" in problem.reason


PIECES = st.sampled_from(
    ["<p>", "</p>", "<article>", "</div>", "<table><tr><td>", "<h1>", "&amp;", "\0", "<b", LONG]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES | st.text(max_size=9), max_size=20).map("".join))
def test_any_page_is_an_article_or_a_sentence(content: str) -> None:
    articles, problems, _ = read("page.html", content.encode("utf-8", "replace"))
    assert len(articles) + len(problems) == 1


def test_every_difficult_line_survives() -> None:
    (arrival,), _, _ = read(
        "page.html", page(paragraphs=tuple(f"{x} {LONG}" for x in LINES)).encode()
    )
    assert all(line in arrival.article.text for line in LINES)
