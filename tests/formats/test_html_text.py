"""The text that a reader of HTML sees, each character with its place in the source."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Structure
from annotator.formats.html_text import MOST_CHARACTERS, MOST_DEPTH, Visible, visible_text
from annotator.formats.json_values import Refused
from tests.formats.difficult import EMOJI, LINES, assert_claim_is_found


def parts(seen: Visible) -> list[tuple[str, str]]:
    return [(block.kind, seen.text[block.start : block.end]) for block in seen.blocks]


def assert_mapped(page: str, seen: Visible) -> None:
    """Each character stands where it says, as itself, an entity, white space or a line break."""
    assert len(seen.starts) == len(seen.ends) == len(seen.text)
    for place, character in enumerate(seen.text):
        source = page[seen.starts[place] : seen.ends[place]]
        is_itself = source == character
        is_made = (
            source == "" or source.isspace() or source[0] == "&" or source[:3].lower() == "<br"
        )
        assert is_itself or is_made, (character, source)


def test_captions_are_told_from_paragraphs() -> None:
    page = "<p>One.</p><figure><img src=a><figcaption>The ship.</figcaption></figure><p>Two.</p>"
    seen = visible_text(page)
    assert [(each.kind, seen.text[each.start : each.end]) for each in seen.structure] == [
        ("caption", "The ship.")
    ]


def test_a_head_without_an_end_ends_where_the_page_begins() -> None:
    page = "<html><head><title>T</title><style>p {}</style><body><p>One.</p>"
    assert visible_text(page).text == "One."


def test_paragraphs_headings_lists_quotations_and_code_are_told_apart() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>No</title><style>p{}</style></head><body>"
        "<h1>Big <b>News</b></h1><p>One\n  two<br>three<p>four<ul><li>a<li>b</ul>"
        "<blockquote><p>quoted</p></blockquote><h2>Sub</h2><pre>x\r\n  y</pre>"
        "<script>if (a < b) '</p>'</script><!-- no --><noscript>no</noscript></body>"
    )
    seen = visible_text(page)
    assert parts(seen) == [
        ("headline", "Big News"), ("", "One two\nthree"), ("", "four"), ("list_item", "a"),
        ("list_item", "b"), ("quotation", "quoted"), ("subheading", "Sub"), ("code", "x\n  y"),
    ]  # fmt: skip
    assert seen.text.count("\n\n") == 6
    assert seen.structure[0] == Structure("headline", 0, 8, 1)
    assert_mapped(page, seen)


def test_end_tags_may_be_left_out_as_pages_do() -> None:
    page = "<table><tr><td>a<td>b<tr><td>c</table><dl><dt>d<dd>e<dl><dt>f</dl><dt>g</dl><p>h"
    assert [text for _, text in parts(visible_text(page))] == list("abcdefgh")
    assert visible_text("<table>" + "<tr><td>x" * 2_000).text.count("x") == 2_000


def test_difficult_lines_come_in_to_the_letter() -> None:
    page = "\r\n".join(f"<p>\r\n{line}\r\n</p>" for line in LINES)
    seen = visible_text(page)
    assert seen.text == "\n\n".join(LINES)
    assert_claim_is_found(seen.text)
    assert_mapped(page, seen)


def test_entities_are_decoded_and_mapped_as_one() -> None:
    page = "<p>A&nbsp;&amp;&#128240; &lt;b&gt; &unknown; & &#0;</p>"
    seen = visible_text(page)
    assert seen.text == "A\xa0&📰 <b> &unknown; & \ufffd"
    place = seen.text.index("📰")
    assert page[seen.starts[place] : seen.ends[place]] == "&#128240;"


@pytest.mark.parametrize(
    "page",
    ["<!--", "<a href='", "<p", "a <", "</", "<script>x", "<p>a</p", '<a href=x">b</a>', "&", "<>"],
)
def test_broken_pages_are_read_as_far_as_they_go(page: str) -> None:
    assert visible_text(f"{EMOJI} {page}").text.startswith(EMOJI)


@pytest.mark.parametrize(
    "evil", ["<!--", '<a "', '<a ="', "<", "&", "<script>", "<a", " ", "<a b="]
)
def test_no_repetition_takes_more_than_its_length(evil: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        visible_text(evil * times)
        return time.process_time() - start

    # A square would make it 64 times as long.
    assert seconds(160_000) < 30 * max(seconds(20_000), 0.01)


def test_a_page_nested_too_deeply_or_too_long_is_refused() -> None:
    with pytest.raises(Refused, match="nested deeper"):
        visible_text("<div>" * (MOST_DEPTH + 1))
    with pytest.raises(Refused, match="characters"):
        visible_text("a" * (MOST_CHARACTERS + 1))
    with pytest.raises(Refused, match="tags"):
        visible_text("<br>" * 700_000)


TAGS = st.sampled_from(
    ["<p>", "</p>", "<ul>", "<li>", "</ul>", "<b>", "</b>", "<br>", "<pre>", "</pre>", "<table>",
     "<td>", "&amp;", "&#13;", "\r\n", "<div/>", "<script>", "</script>", "<!-- ", "-->", "\0", "é"]
)  # fmt: skip


@given(st.lists(TAGS | st.text(max_size=5), max_size=30).map("".join))
def test_any_page_has_a_text_whose_characters_are_mapped(page: str) -> None:
    seen = visible_text(page)
    assert_mapped(page, seen)
    assert all(seen.text[block.start : block.end].strip("\n") for block in seen.blocks)
