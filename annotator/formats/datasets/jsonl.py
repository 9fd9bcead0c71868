"""The reference record: one line per article and layer."""

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

import orjson

from annotator.domain.article import Article
from annotator.domain.entity import Entity
from annotator.domain.flag import Flag
from annotator.domain.people import GOLD
from annotator.domain.progress import ArticleLabel
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.span import Span
from annotator.domain.stance import Party, Stance
from annotator.formats.columns import is_inner
from annotator.formats.datasets.work import (
    FULL,
    NONE,
    SchemeName,
    TextRule,
)
from annotator.formats.incoming import SCHEMA, AnnotationRow, RelationRow

LINKS_FILE, ENTITIES_FILE = "links.jsonl", "entities.jsonl"
BESIDE = (LINKS_FILE, ENTITIES_FILE)
"""What lies beside the lines and belongs to them."""

_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


def line(
    article: Article,
    *,
    annotator: str,
    status: str,
    scheme: SchemeName,
    annotation_rows: Iterable[AnnotationRow] = (),
    relation_rows: Iterable[RelationRow] = (),
    flags: Iterable[Flag] = (),
    verdicts: Iterable[Verdict] = (),
    stances: Iterable[Stance] = (),
    labels: Iterable[ArticleLabel] = (),
    split: str | None = None,
    text_rule: TextRule = FULL,
) -> bytes:
    """One annotator's work on one article as the line of the reference record.

    The layer `gold` names no annotator; nor does an article that nobody touched (status `open`),
    which comes as text only. Relations that lead to another article belong to `links.jsonl` and
    are left out here.
    """
    is_gold = annotator == GOLD
    record: dict[str, Any] = {
        "id": article.id,
        "schema": SCHEMA,
        "offset_unit": "codepoint",
        "text": None if text_rule == NONE else article.text,
        "text_sha256": article.text_sha256,
        "title": article.title,
        "language": article.language,
        "meta": _meta(article),
        "scheme": {"id": scheme.id, "revision": scheme.revision, "sha256": scheme.sha256},
        "layer": "gold" if is_gold else "raw",
        "annotator": None if is_gold else annotator or None,
        "status": status,
        "spans": sorted(map(_span, annotation_rows), key=_place),
        "relations": sorted(map(_relation, filter(is_inner, relation_rows)), key=_identity),
        "labels": {each.label: each.value for each in labels},
        "flags": [_flag(each) for each in sorted(flags, key=_id)],
        "verdicts": [_verdict(each) for each in sorted(verdicts, key=_id)],
        "stances": [_stance(each) for each in sorted(stances, key=_id)],
    }
    if article.format != "txt":
        record["format"] = article.format
    if split is not None:
        record["split"] = split
    if text_rule != FULL:
        record["text_rule"] = text_rule
    return orjson.dumps(record, option=_LINE)


def link_line(relation: Relation) -> bytes:
    """A relation between two articles as a line of `links.jsonl`."""
    return orjson.dumps(
        {
            "id": relation.id,
            "label": relation.label,
            "from": {"article": relation.article_id, "span": relation.from_id},
            "to": {"article": relation.to_article_id, "span": relation.to_id},
            "attributes": dict(relation.attributes),
            "annotator": None if relation.annotator == GOLD else relation.annotator,
        },
        option=_LINE,
    )


def entity_line(entity: Entity) -> bytes:
    """An entity of the project as a line of `entities.jsonl`."""
    return orjson.dumps(
        {"id": entity.id, "name": entity.name, "aliases": entity.aliases}, option=_LINE
    )


def _meta(article: Article) -> dict[str, Any]:
    return {
        **article.extra,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "licence": article.licence,
        "cluster": article.cluster,
    }


_place = itemgetter("start", "end", "id")
_identity = itemgetter("id")


def _id(record: Flag | Verdict | Stance) -> str:
    return record.id


def _pairs(fragments: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(place.start, place.end) for place in fragments]


def _span(row: AnnotationRow) -> dict[str, Any]:
    # Fragments and attributes are JSON already, as it is written.
    identity, _, _, label, start, end, fragments, text, attributes, origin, note = row
    return {
        "attributes": orjson.Fragment(attributes),
        "end": end,
        "fragments": orjson.Fragment(fragments),
        "id": identity,
        "label": label,
        "note": note,
        "origin": origin,
        "start": start,
        "text": text,
    }


def _relation(row: RelationRow) -> dict[str, Any]:
    identity, _, _, label, from_id, to_id, _, attributes = row
    return {
        "attributes": orjson.Fragment(attributes),
        "from": from_id,
        "id": identity,
        "label": label,
        "to": to_id,
    }


def _flag(flag: Flag) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": flag.id,
        "target": flag.target_id,
        "reason": flag.reason,
        "state": flag.state,
        "raised_by": flag.raised_by,
        "messages": [{"by": message.by, "text": message.text} for message in flag.messages],
        "severity": flag.severity,
        "origin": flag.origin,
    }
    if flag.outcome:
        written["outcome"] = flag.outcome
    if flag.grounds:
        written["grounds"] = flag.grounds
    if flag.is_unread:
        written["unread"] = True
    if flag.fragments:
        written |= {"fragments": _pairs(flag.fragments), "text": flag.text}
    return written


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.id,
        "target": verdict.target_id,
        "label": verdict.label,
        "verdict": verdict.verdict,
        "reason": verdict.reason,
        "by": verdict.by,
    }


def _stance(stance: Stance) -> dict[str, Any]:
    return {
        "id": stance.id,
        "holder": None if stance.holder is None else _party(stance.holder),
        "target": _party(stance.target),
        "value": stance.value,
    }


def _party(party: Party) -> dict[str, str | None]:
    if party.entity is not None:
        return {"entity": party.entity}
    return {"span": party.annotation_id}
