"""RSS and Atom files in: an article in each item, hostile and damaged ones in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.import_map import ImportMap
from tests.formats.difficult import EMOJI, LINES, assert_claim_is_found, read

BODY = "\r\n".join(f"<p>{line}</p>" for line in LINES)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour Post</title><language>en-gb</language>
<item><title>Bridge &amp;amp; boats</title><media:title>No</media:title>
<link>https://x.example/1</link><guid isPermaLink="false">g1</guid>
<pubDate>Sun, 01 Mar 2026 09:30:00 GMT</pubDate><dc:creator>Ana B.</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<h2>Costs</h2>{BODY}]]></content:encoded>
</item>
<item><title>Teaser</title><description>Only this.</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafenpost</title>
<entry><title type="html">A &amp;lt;b&gt; c</title><link rel="self" href="https://x.example/s"/>
<link href="https://x.example/2"/><id>urn:2</id><updated>2026-03-01T09:30:00Z</updated>
<author><name>Bo</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{EMOJI}</p><ul><li>a</li></ul></div>
</content></entry>
<entry><title>Plain</title><content type="text">1 &lt; 2 &amp;amp; so on</content></entry></feed>"""


def test_an_rss_item_is_an_article_with_all_the_feed_says() -> None:
    (whole, teaser), (problem,), (note,) = read("feed.rss", RSS.encode())
    article = whole.article
    assert article.text == "Costs\n\n" + "\n\n".join(LINES)
    assert_claim_is_found(article.text, after=7)
    assert (article.title, article.outlet, article.language) == (
        "Bridge & boats", "Harbour Post", "en-gb",
    )  # fmt: skip
    assert (article.url, article.published) == ("https://x.example/1", "2026-03-01T09:30:00+00:00")
    assert article.extra == {"guid": "g1", "author": "Ana B."}
    assert [(each.kind, each.level) for each in article.structure] == [("subheading", 2)]
    assert whole.raw is not None
    assert b"<h2>Costs</h2>" in whole.raw
    assert teaser.article.text == "Only this."
    assert (problem.line, "neither content" in problem.reason) == (13, True)
    assert "1 of its articles" in note.reason


def test_an_atom_entry_is_an_article() -> None:
    (first, second), problems, _ = read("feed.atom", ATOM.encode())
    assert first.article.text == f"{EMOJI}\n\na"
    assert first.article.title == "A <b> c"
    assert (first.article.url, first.article.language) == ("https://x.example/2", "de")
    assert first.article.extra == {"guid": "urn:2", "author": "Bo"}
    assert second.article.text == "1 < 2 &amp; so on"
    assert problems == []


def test_a_damaged_feed_gives_what_is_whole() -> None:
    cut = RSS.encode()[: RSS.encode().index(b"Only this.")]
    (arrival,), (problem,), _ = read("feed.xml", cut)
    assert arrival.article.url == "https://x.example/1"
    assert "no sound XML" in problem.reason
    assert problem.line is not None


def test_a_feed_in_another_encoding_is_read_as_it_or_a_person_says() -> None:
    text = "<rss><channel><item><description>Brücke</description></item></channel></rss>"
    head = '<?xml version="1.0" encoding="windows-1252"?>'
    (arrival,), _, _ = read("f.rss", (head + text).encode("cp1252"))
    assert arrival.article.text == "Brücke"
    (arrival,), _, _ = read("f.rss", text.encode("cp1252"), ImportMap(encoding="iso-8859-1"))
    assert arrival.article.text == "Brücke"
    assert read("f.rss", text.encode("cp1252"))[1]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>', "XML bombs"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss>&b;</rss>', "XML bombs"),
        (b"<a>" * 300, "more than 200 inside"),
        (b"<html><p>page</p></html>", "is no feed"),
        (b"", "no sound XML"),
        (b'<?xml version="1.0" encoding="klingon"?><rss/>', "encoding"),
    ],
)
def test_hostile_and_empty_files_are_refused_in_words(content: bytes, words: str) -> None:
    articles, (problem,), _ = read("f.rss", content)
    assert articles == []
    assert words in problem.reason


@given(st.binary(max_size=60), st.integers(0, len(RSS)))
def test_any_damage_is_told_in_words(content: bytes, place: int) -> None:
    raw = RSS.encode()
    articles, problems, _ = read("f.rss", raw[:place] + content + raw[place + len(content) :])
    assert articles or problems


@pytest.mark.parametrize(
    "date", ["Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "1 Jan 2020 +9e9"]
)
def test_a_date_that_is_none_stays_as_it_is_written(date: str) -> None:
    item = f"<item><pubDate>{date}</pubDate><description>The bridge opened.</description></item>"
    (arrival,), problems, _ = read("a.rss", f"<rss><channel>{item}</channel></rss>".encode())
    assert arrival.article.published == date
    assert not problems
