"""Format `webannotation`: a page of W3C Web Annotations in each line, for an article and annotator.

Each label is an annotation with its place by position (code points) and by quote; one in fragments
has several targets. Attributes are a body in JSON, a note is a comment. A relation is an annotation
whose target is another and whose body leads to a third. The text comes along with the page, or,
where it may not be passed on, its SHA-256 and positions alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.json import Json
from annotator.domain.progress import ArticleLabel
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.formats.annotated.webannotation import (
    ANNOTATION,
    ARTICLE,
    CHARS,
    RELATION,
    SHA256,
)
from annotator.formats.datasets import proof
from annotator.formats.datasets.proof import Fact, Scope
from annotator.formats.datasets.reading_back import facts_read
from annotator.formats.datasets.tool_records import facts_of_article
from annotator.formats.datasets.work import NONE, Setting, Work
from annotator.formats.datasets.writing import MASK, DatasetWriter, Loss

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"cnt": "http://www.w3.org/2011/content#"}]
AROUND = 32
"""How many characters before and after a quote are given, to tell it from others."""

_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


class Writer(DatasetWriter):
    """Pages of annotations."""

    scope = Scope(attributes=True, labels=True)
    suffix: ClassVar[str] = "jsonld"

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._has_text = setting.text != NONE
        self._sha256s: dict[str, str] = {}
        self._longest = 0

    def write(self, work: Work) -> Iterable[Loss]:
        """Write a page."""
        article = work.article
        facts = facts_of_article(article)
        del facts["id"]
        address = _address(work)
        creator = {"type": "Person", "nickname": work.annotator}
        page: dict[str, Any] = {
            "@context": CONTEXT,
            "id": f"urn:annotator:page:{_named(work)}",
            "type": "AnnotationPage",
            "source": {
                **facts,
                "id": address,
                "type": "Text",
                "format": "text/plain",
                **self._text(article),
            },
            "items": [
                *(self._annotation(each, work, creator) for each in work.annotations),
                *(_relation(each, work, creator) for each in work.relations),
                *(_label(each, work, creator) for each in work.labels),
            ],
        }
        if work.annotator:
            page |= {"creator": creator, "status": work.status}
        self.file_of(work.split).write(orjson.dumps(page, option=_LINE))
        self.count(work.split)
        return ()

    def _text(self, article: Article) -> dict[str, str]:
        """The text, or what tells it from others."""
        if self._has_text:
            return {CHARS: article.text}
        self._sha256s[article.id] = article.text_sha256
        self._longest = max(self._longest, len(article.text))
        return {SHA256: article.text_sha256}

    def _annotation(
        self, each: Annotation, work: Work, creator: Mapping[str, str]
    ) -> dict[str, Any]:
        bodies = _bodies(each.label, each.attributes)
        if each.note:
            bodies.append({"type": "TextualBody", "purpose": "commenting", "value": each.note})
        text = work.article.text if self._has_text else None
        targets = [
            {"source": _address(work), "selector": _selectors(place, text)}
            for place in each.fragments
        ]
        return {
            "id": f"{ANNOTATION}{_named(work, each.id)}",
            "type": "Annotation",
            "motivation": "classifying",
            "creator": creator,
            "body": bodies,
            "target": targets[0] if len(targets) == 1 else targets,
        }

    def read_back(self) -> Iterator[Fact]:
        """The facts in the pages; without texts no words are."""
        if self._has_text:
            return facts_read(self.paths, "webannotation")
        found = facts_read(self.paths, "webannotation", known=self._without_text)
        return (
            each._replace(words="") if each.kind == proof.ANNOTATION else each for each in found
        )

    def _without_text(self, article_id: str) -> Article | None:
        """An article that was written, for the reader to find places in."""
        sha256 = self._sha256s.get(article_id)
        return Article(article_id, "", MASK * self._longest, sha256) if sha256 else None

    @property
    def notes(self) -> tuple[str, ...]:
        """How a file of pages is to be read."""
        where = "text in `source`" if self._has_text else f"text that has the `{SHA256}`"
        return (f"Each line is a page in JSON-LD; positions count code points of the {where}.",)


def _relation(each: Relation, work: Work, creator: Mapping[str, str]) -> dict[str, Any]:
    far = {"id": f"{ANNOTATION}{_named(work, each.to_id)}", "purpose": "linking"}
    return {
        "id": f"{RELATION}{_named(work, each.id)}",
        "type": "Annotation",
        "motivation": "linking",
        "creator": creator,
        "body": [*_bodies(each.label, each.attributes), far],
        "target": f"{ANNOTATION}{_named(work, each.from_id)}",
    }


def _label(each: ArticleLabel, work: Work, creator: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": f"urn:annotator:label:{_named(work, each.label)}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": creator,
        "body": _bodies(f"{each.label}={each.value}", {}),
        "target": _address(work),
    }


def _bodies(tag: str, attributes: Mapping[str, Json]) -> list[dict[str, str]]:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag}]
    if attributes:
        written = orjson.dumps(dict(attributes), option=orjson.OPT_SORT_KEYS).decode()
        body = {"type": "TextualBody", "purpose": "describing", "format": "application/json"}
        bodies.append({**body, "value": written})
    return bodies


def _selectors(place: Span, text: str | None) -> list[dict[str, Any]]:
    position = {"type": "TextPositionSelector", "start": place.start, "end": place.end}
    if text is None:
        return [position]
    return [
        position,
        {
            "type": "TextQuoteSelector",
            "exact": place.cut_from(text),
            "prefix": text[max(0, place.start - AROUND) : place.start],
            "suffix": text[place.end : place.end + AROUND],
        },
    ]


def _address(work: Work) -> str:
    return f"{ARTICLE}{quote(work.article.id, safe='')}"


def _named(work: Work, *more: str) -> str:
    parts = (work.article.id, work.annotator, *more)
    return ":".join(quote(part, safe="") for part in parts)
