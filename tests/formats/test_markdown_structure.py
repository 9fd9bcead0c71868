"""Markdown keeps its source; the structure tells what stretches are and what is syntax."""

import io
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.formats.articles import markdown
from annotator.formats.articles.markdown import structure_and_title
from annotator.formats.incoming import Arrival
from annotator.formats.markdown_structure import structure_of
from annotator.formats.sources import Source
from tests.growth import stays_within


def parts(text: str, kind: str) -> list[str]:
    return [text[each.start : each.end] for each in structure_of(text) if each.kind == kind]


def levels(text: str, kind: str) -> list[int]:
    return [each.level for each in structure_of(text) if each.kind == kind]


def reading(text: str) -> str:
    """The text without its syntax."""
    shown = list(text)
    for each in structure_of(text):
        if each.kind == "markup":
            shown[each.start : each.end] = [""] * (each.end - each.start)
    return "".join(shown)


def test_the_source_is_the_text() -> None:
    content = b"# Mayor *Ruiz* #\r\n\r\n> No.\r\n"
    source = Source("b.md", member="b.md", stream=io.BytesIO(content))
    (found,) = markdown.read(source, annotator="ana")
    assert isinstance(found, Arrival)
    assert found.article.text == "# Mayor *Ruiz* #\n\n> No.\n"
    assert (found.article.title, found.article.format) == ("Mayor Ruiz", "markdown")
    assert found.raw == content


def test_without_a_headline_the_title_is_that_of_plain_text() -> None:
    assert structure_and_title("The bridge is *late*. More.")[1].startswith("The bridge is")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("# One two\n\ntext", "headline", ["One two"]),
        ("One\n===\n\ntext", "headline", ["One"]),
        ("# One\n\n# Two\n\n### Three", "subheading", ["Two", "Three"]),
        ("- a b\n- c\n    - d", "list_item", ["a b", "c\n    - d", "d"]),
        ("1. “One”\n2. Two.", "list_item", ["“One”", "Two."]),
        ("> She said:\n> “No.”\n\nOut.", "quotation", ["She said:\n> “No.”"]),
        ("a `b < c && d` e", "code", ["b < c && d"]),
        ("t\n\n    x = {1}\n\nt", "code", ["x = {1}"]),
        ('```python\nx = {"a": 1}\n```\nafter', "code", ['x = {"a": 1}']),
        ("an *old _very_ bridge*, or _so_", "emphasis", ["old _very_ bridge", "very", "so"]),
        ("**“4m”**, she said", "strong", ["“4m”"]),
        ("[Mayor](http://a.b/c.d 'T') [Ruiz][R] <http://x.y>\n\n[r]: http://z.", "link",
         ["Mayor", "Ruiz", "http://x.y"]),
        ("snake_case_name and 5 * 3 * 2", "emphasis", []),
        ("नमस्ते **दुनिया** e\u0301 *e\u0301* 漢 *字*", "strong", ["दुनिया"]),
    ],
)  # fmt: skip
def test_stretches_are_found(text: str, kind: str, expected: list[str]) -> None:
    assert parts(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Mayor *Ruiz* ##\n\nSaid.", "Mayor Ruiz\n\nSaid."),
        ("**a***, ***b**", "a*, *b"),
        ("He said \\*no\\* – 5 * 3.", "He said *no* – 5 * 3."),
        ("See [x](http://a.b/c.d). Then ![alt](i.png). <http://e.f>.", "See x. Then alt. http://e.f."),
        ("> a,\n> b\n>\n> > c", "a,\nb\n\nc"),
        ("1. One\n2. Two", "1. One\n2. Two"),
        ("a\n\n***\n\nb.", "a\n\n\n\nb."),
        ("<b>raw</b> &amp; <script>x</script>", "<b>raw</b> &amp; <script>x</script>"),
        ('a [r] b [no]\n\n[r]: http://x.y "t"', "a r b [no]\n\n"),
        ("“`html\nBold Move", "“`html\nBold Move"),
        ("mail <a@b.c>", "mail <a@b.c>"),
    ],
)  # fmt: skip
def test_only_syntax_is_marked_as_such(text: str, expected: str) -> None:
    assert reading(text) == expected


def test_levels_count_headings_and_nesting() -> None:
    assert levels("# a\n\n## b\n\n#### c", "subheading") == [2, 4]
    assert levels("- a\n    - b\n        - c", "list_item") == [1, 2, 3]


MARKED = st.lists(
    st.sampled_from(
        ["*", "**", "_", "`", "```", "~~~", "[", "]", "](", ")", "!", "<", ">", "http://a.b",
         "#", "# ", "- ", "1. ", "> ", "\n", "\n\n", "    ", "\t", "\\", "===", "---", "word",
         "Ruiz", "4", "“", "”",
         "e\u0301", "📰", "&amp;", "<b>", "[a]: b", "\x02", "\x03",
         "wzxhzdk:0", "klzzwxh:0000", "\x0c",
         "\u2028", "漢", "丁丂", " "]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(MARKED | st.text(max_size=80))
def test_any_text_gives_stretches_inside_it(text: str) -> None:
    structure = structure_of(text)
    syntax = [place for place in structure if place.kind == "markup"]
    assert all(0 <= each.start < each.end <= len(text) for each in structure)
    assert all(one.end <= two.start for one, two in pairwise(syntax))
    assert not any("\n" in text[each.start : each.end] for each in syntax)
    for each in structure:
        if each.kind != "markup":
            assert not text[each.start].isspace()
            assert not text[each.end - 1].isspace()


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(exclude_characters="*_`~[]!<>\\#-+=\n\r\t \x02\x03:0123456789",
                             exclude_categories=["Cs", "Cc", "Z"]), min_size=1))  # fmt: skip
def test_any_word_between_stars_is_emphasis(word: str) -> None:
    assert parts(f"one *{word}* two", "emphasis") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000, "*a **b " * 8_000, "> " * 8_000 + "a", "- " * 2_000 + "a", "```\n" * 8_000,
        "~~~a\n" * 2_000, "a\n===\n" * 4_000, "\n" * 360_000, " " * 360_000,
        "# " * 40_000, "<a" * 20_000, "a\n\n" * 20_000, "](" + "(" * 40_000, "\\" * 36_000,
    ],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
def test_hostile_syntax_costs_no_more_than_a_few_long_articles(text: str) -> None:
    article = "Some words of an article. " * 2_000
    assert stays_within(32, small=lambda: structure_of(article), large=lambda: structure_of(text))
