"""What newsrooms mark on pages beside the main text: known by markup, taken in when wanted."""

import pytest

from annotator.formats.html_text import visible_text
from annotator.formats.import_map import ImportMap
from annotator.formats.source_map import html_map
from tests.formats.difficult import COMBINING, EMOJI, RIGHT_TO_LEFT, read

LONG = "That is a lot more than was planned when the council voted on it late last year, he said."
DECK = f"The council must find two more millions. {COMBINING}"
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title></head>
<body>
<nav><ul><li><a href="/">Home</a></li></ul></nav><main><article class="post author-admin">
<header><h1>Bridge costs more than planned</h1><p class="c-article__standfirst">{DECK}</p>
<div class="meta"><span class="byline">By <a rel="author" href="/a">Ana Bo</a></span> &middot;
<time datetime="2026-03-01">1 March 2026</time></div></header>
<figure><img src="a.jpg"><figcaption>The old bridge in winter.</figcaption></figure>
<p>{EMOJI} {LONG}</p>\r\n<p>{RIGHT_TO_LEFT} {LONG} {LONG}</p>
<aside class="pullquote"><p>“It is a bargain, of course.”</p></aside>
<p>Works are to begin next month and will take two years. {LONG}</p>
<h2>Who pays</h2><p>Nobody knows yet, said the treasurer, who has to present a plan. {LONG}</p>
</article></main><footer><p>Copyright 2026</p></footer></body></html>"""


def test_the_main_text_is_alone_unless_more_is_wanted() -> None:
    (arrival,), _, _ = read("page.html", PAGE.encode())
    text = arrival.article.text
    for beside in ("Bridge costs", DECK, "By Ana Bo", "old bridge", "bargain, of"):
        assert beside not in text
    assert arrival.article.extra["deck"] == DECK


def test_headline_deck_byline_caption_and_pull_quote_come_in_where_they_stand() -> None:
    (arrival,), problems, _ = read("page.html", PAGE.encode(), ImportMap(page_parts=True))
    article = arrival.article
    shape = [(each.kind, article.text[each.start : each.end]) for each in article.structure]
    assert shape == [
        ("headline", "Bridge costs more than planned"), ("deck", DECK),
        ("byline", "By Ana Bo · 1 March 2026"), ("caption", "The old bridge in winter."),
        ("pull_quote", "“It is a bargain, of course.”"), ("subheading", "Who pays"),
    ]  # fmt: skip
    assert article.text.index("old bridge") < article.text.index(EMOJI)
    lines = [line for line in article.text.split("\n") if line]
    assert len(html_map(article.text, arrival.raw or b"", encoding="utf-8")) == len(lines)
    assert problems == []


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ('<p class="article-byline">By Bo</p>', "byline"),
        ('<div itemprop="author">Bo</div>', "byline"),
        ('<p><a rel="author" href="/">Bo</a></p>', "byline"),
        ('<p class="postDateline">BERLIN</p>', "dateline"),
        ("<p><time>1 March</time></p>", "dateline"),
        ('<h2 class="subtitle">More</h2>', "deck"),
        ('<p class="dek">More</p>', "deck"),
        ('<p class="wp-caption-text">x</p>', ""),
        ('<p class="wp-caption">x</p>', "caption"),
        ('<blockquote class="pull-quote"><p>x</p></blockquote>', "pull_quote"),
        ("<blockquote><p>x</p></blockquote>", "quotation"),
        ('<h2 itemprop="headline">x</h2>', "headline"),
        ('<div class="author-bio"><p>Bo lives in Rome.</p></div>', ""),
        ('<div class="lead-image"><p>x</p></div>', ""),
        (f'<div class="lead"><p>x</p><p>{LONG * 9}</p></div>', ""),
        ('<p class="byline"><h2>Sub</h2>', "subheading"),
    ],
)
def test_elements_are_what_their_attributes_call_them(markup: str, kind: str) -> None:
    assert visible_text(markup).blocks[0].kind == kind


def test_a_part_of_a_paragraph_is_no_paragraph() -> None:
    page = '<p><span class="dateline">BERLIN</span> — It rains.</p><p>On <b>Monday</b></p>'
    seen = visible_text(page)
    assert [each.kind for each in seen.blocks] == ["", ""]
    assert [(each.kind, seen.text[each.start : each.end]) for each in seen.structure] == [
        ("dateline", "BERLIN")
    ]
