"""The article in a page: how much of it is found, and how much of that stands in the source.

Measured as the article-extraction benchmark of Scrapinghub does: runs of four words that are in
both, too many, or missing.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from annotator.formats.source_map import html_map
from tests.formats.difficult import read

PAGES = sorted((Path(__file__).parents[1] / "data" / "pages").glob("*.html"))
WORDS = 4


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    if len(words) < WORDS:
        return Counter([tuple(words)])
    return Counter(tuple(words[place : place + WORDS]) for place in range(len(words) - WORDS + 1))


def precision_and_recall(found: str, truth: str) -> tuple[float, float]:
    ours, theirs = runs(found), runs(truth)
    common = (ours & theirs).total()
    return common / max(1, ours.total()), common / max(1, theirs.total())


@pytest.fixture(scope="module")
def articles():
    """The article of each page, by the page."""
    return {path: read(path.name, path.read_bytes())[0][0] for path in PAGES}


def test_the_main_text_of_varied_pages_is_found(articles) -> None:
    assert len(PAGES) >= 24
    scores = [
        precision_and_recall(
            f"{arrival.article.title}\n{arrival.article.text}"
            if arrival.article.title not in arrival.article.text
            else arrival.article.text,
            path.with_suffix(".txt").read_text("utf-8"),
        )
        for path, arrival in articles.items()
    ]
    precision = sum(each[0] for each in scores) / len(scores)
    recall = sum(each[1] for each in scores) / len(scores)
    assert 2 * precision * recall / (precision + recall) >= 0.955, dict(
        zip([path.stem for path in PAGES], scores, strict=True)
    )


def test_nearly_all_paragraphs_are_mapped_to_the_source(articles) -> None:
    paragraphs = mapped = 0
    for path, arrival in articles.items():
        text, raw = arrival.article.text, path.read_bytes()
        lines = [line for line in text.split("\n") if line.strip()]
        found = html_map(text, raw, encoding=arrival.article.encoding)
        paragraphs += len(lines)
        mapped += len(found)
        for each in found:
            assert 0 <= each.raw.start < each.raw.end <= len(raw)
    assert mapped >= 0.98 * paragraphs


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_stands_around_the_article_stays_out(articles, path: Path) -> None:
    text = articles[path].article.text
    for around in ("partners use cookies", "All rights reserved", "Sign up", "Imprint"):
        assert around not in text


def test_passages_stand_in_the_order_of_the_page_with_their_subheadings(articles) -> None:
    for name in ("ticker", "long-read"):
        path = next(each for each in PAGES if each.stem == name)
        article = articles[path].article
        lines = [line for line in path.with_suffix(".txt").read_text("utf-8").split("\n") if line]
        found = [line for line in article.text.split("\n") if line]
        assert found == lines[-len(found) :]
        assert sum(each.kind == "subheading" for each in article.structure) >= 2


def test_both_opinions_agree_on_a_page_without_spaces() -> None:
    path = next(each for each in PAGES if each.stem == "japanese")
    _, problems, notes = read(path.name, path.read_bytes())
    assert (problems, notes) == ([], [])
