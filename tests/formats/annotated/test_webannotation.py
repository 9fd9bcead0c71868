"""Web Annotations: alone, in lists, pages and collections; by position, by quote, or by both."""

import json
from typing import Any

import pytest

from annotator.formats import registry
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.sources import Source
from tests import builders
from tests.formats.annotated.tool_files import SAID, links_of, webannotation, words_of
from tests.formats.difficult import EMOJI, read

ARTICLE = builders.article(EMOJI)
PAGE = json.loads(webannotation(EMOJI))
ITEMS: list[dict[str, Any]] = PAGE["items"]


def of_known(tmp_path: Any, value: object) -> tuple[list[Arrival], list[Problem]]:
    """A file about an article that a project has."""
    path = tmp_path / "notes.jsonld"
    path.write_text(json.dumps(value), encoding="utf-8")
    known = {ARTICLE.id: ARTICLE}
    source = Source(str(path), path, size=path.stat().st_size, known=known.get)
    found = list(registry.read(source, annotator="ana"))
    return (
        [each for each in found if isinstance(each, Arrival)],
        [each for each in found if isinstance(each, Problem) and not each.is_note],
    )


@pytest.mark.parametrize("shape", ["list", "graph", "collection", "pages"])
def test_every_shape_is_read(tmp_path: Any, shape: str) -> None:
    page = {"type": "AnnotationPage", "items": ITEMS}
    value: Any = {
        "list": ITEMS,
        "graph": {"@context": "http://www.w3.org/ns/anno.jsonld", "@graph": ITEMS},
        "collection": {"type": "AnnotationCollection", "first": page},
        "pages": [page],
    }[shape]
    arrivals, problems = of_known(tmp_path, value)
    assert problems == []
    assert words_of(arrivals) == set(SAID)
    assert links_of(arrivals) == {("SAID_BY", "CLAIM", "SOURCE")}
    assert {row[2] for each in arrivals for row in each.annotations} == {"anna"}


def test_one_annotation_alone_is_read(tmp_path: Any) -> None:
    arrivals, problems = of_known(tmp_path, ITEMS[1])
    assert words_of(arrivals) == {SAID[1]}
    assert problems == []


def test_an_article_that_is_not_there_is_asked_for() -> None:
    _, problems, _ = read("notes.jsonld", json.dumps(ITEMS[0]).encode())
    assert "no article of the address 'urn:article:a1'" in problems[0].reason


def selected(*selectors: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The first annotation with other selectors."""
    return {**ITEMS[1], "target": {"source": "a1", "selector": list(selectors)}, **more}


def quote(exact: str, **around: str) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, **around}


def test_a_quote_alone_is_placed_where_its_words_stand_once(tmp_path: Any) -> None:
    arrivals, _ = of_known(tmp_path, selected(quote("the bridge")))
    assert words_of(arrivals) == {("CLAIM", "the bridge")}
    _, problems = of_known(tmp_path, selected(quote("i")))
    assert "more than one place" in problems[0].reason
    arrivals, _ = of_known(tmp_path, selected(quote("i", prefix="the br")))
    assert words_of(arrivals) == {("CLAIM", "i")}


def test_selectors_that_tell_no_place_in_a_text_are_refused(tmp_path: Any) -> None:
    for selector in ({"type": "XPathSelector", "value": "/p"}, {"type": "SvgSelector"}):
        _, problems = of_known(tmp_path, selected(selector))
        assert "none of its selectors" in problems[0].reason


def test_a_position_inside_another_selection_is_not_taken_for_one_in_the_text(
    tmp_path: Any,
) -> None:
    inner = {"type": "TextPositionSelector", "start": 0, "end": 3}
    _, problems = of_known(
        tmp_path, selected({"type": "FragmentSelector", "value": "p2", "refinedBy": inner})
    )
    assert "none of its selectors" in problems[0].reason


def test_bodies_are_tags_comments_and_attributes(tmp_path: Any) -> None:
    bodies = [
        {"type": "TextualBody", "value": "CLAIM", "purpose": "tagging"},
        {"type": "TextualBody", "value": "check the sum", "purpose": "commenting"},
        {"type": "TextualBody", "format": "application/json", "value": '{"certainty": "hedged"}'},
    ]
    arrivals, _ = of_known(tmp_path, {**ITEMS[1], "body": bodies})
    (row,) = arrivals[0].annotations
    assert (row[3], row[8], row[10]) == ("CLAIM", '{"certainty":"hedged"}', "check the sum")
