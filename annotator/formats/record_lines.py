"""One JSON record made what it says: an article, and the work of one annotator on it."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from annotator.domain.article import Article, Structure
from annotator.domain.json import Json
from annotator.domain.people import GOLD
from annotator.domain.progress import ADJUDICATED, STATUSES, Progress
from annotator.formats import record_parts
from annotator.formats.article_parts import with_parts
from annotator.formats.articles.markdown import structure_and_title
from annotator.formats.articles.txt import headline_in
from annotator.formats.decoding import id_from_text, text_in_record
from annotator.formats.incoming import SCHEMA, AnnotationRow, Companion, RelationRow
from annotator.formats.json_values import Refused
from annotator.formats.record_parts import Ground, ToStored
from annotator.text.graphemes import has_only_separate_characters
from annotator.text.normalise import offsets_after_line_ends
from annotator.text.offsets import Utf16Map
from annotator.text.titles import title_of

UNTOUCHED = "open"
META_KEYS = ("outlet", "url", "published", "licence", "cluster")
_HEAD = ("id", "schema", "offset_unit", "text", "text_sha256", "title", "language", "meta")
_WORK = ("format", "scheme", "layer", "annotator", "status", "split")
_PARTS = ("spans", "relations", "labels", "flags", "verdicts", "stances")
_TITLES = {
    "spans": "The span {}",
    "relations": "The relation {}",
    "flags": "The flag {}",
    "verdicts": "The verdict {}",
    "stances": "The stance {}",
}
KNOWN_KEYS = frozenset((*_HEAD, *_WORK, *_PARTS))

_SPANS_ELSEWHERE, _OF_SPAN = ("entities", "ents"), {"start", "end", "label"}

P = TypeVar("P")

_OUR_SCHEMA = re.compile(r"annotator/(\d{1,6})")
_UNITS = {"codepoint": False, "utf16": True, "utf-16": True}


@dataclass(slots=True)
class Layer:
    """What one line says about its article; `problems` tells what of it could not come in.

    `moved` tells which annotations came to another place than the line says, `names_of` whose
    names it bears where they need not be those of a scheme of ours; `is_ours` marks a line of the
    reference record.
    """

    article: Article
    raw: bytes | None
    has_own_id: bool
    annotations: Sequence[AnnotationRow] = ()
    relations: Sequence[RelationRow] = ()
    records: list[Companion] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    moved: Sequence[str] = ()
    names_of: str = ""
    is_ours: bool = False


def with_our_spans(value: dict[str, Any]) -> dict[str, Any]:
    """A record whose labels are called as spaCy and its like call them, under our name."""
    if "spans" in value or "schema" in value:
        return value
    named = next((key for key in _SPANS_ELSEWHERE if _are_spans(value.get(key))), None)
    if named is None:
        return value
    return {"spans" if key == named else key: held for key, held in value.items()}


def _are_spans(listed: object) -> bool:
    return (
        isinstance(listed, list)
        and bool(listed)
        and all(isinstance(each, dict) and each.keys() >= _OF_SPAN for each in listed)
    )


def layer_of(value: dict[str, Any], *, annotator: str) -> Layer:
    """Read one record; Refused when none of it can come in."""
    _check_schema(value)
    given = value.get("text")
    if not isinstance(given, str):
        raise Refused("It has no text.")
    text = text_in_record(given)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    raw = None if text == given else given.encode()
    _check_sha256(value, sha256, raw)
    layer = _with_article(value, text, sha256, raw)
    to_stored = _map_of_offsets(value, given, text)
    person = _person(value, annotator, layer)
    if person is not None:
        ground = Ground(
            layer.article.id,
            person,
            text,
            has_clusters=not has_only_separate_characters(text),
            to_stored=to_stored,
        )
        _add_parts(value, ground, layer)
        if "schema" not in value and (layer.annotations or layer.relations or layer.records):
            layer.names_of = "jsonl"
    return layer


def _check_schema(value: dict[str, Any]) -> None:
    schema = value.get("schema")
    ours = _OUR_SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if ours and schema != SCHEMA:
        raise Refused(
            f"It was written by a newer Annotator ({schema}; this one reads {SCHEMA}). "
            "Update the program and import it again."
        )


def _check_sha256(value: dict[str, Any], sha256: str, raw: bytes | None) -> None:
    claimed = value.get("text_sha256")
    if claimed is None or claimed == sha256:
        return
    if raw is None or claimed != hashlib.sha256(raw).hexdigest():
        raise Refused(
            f"The text is not the one that was labelled: its SHA-256 is {sha256[:12]}…, "
            f"not {str(claimed)[:12]}… as it says. Fetch the file again."
        )


def _with_article(value: dict[str, Any], text: str, sha256: str, raw: bytes | None) -> Layer:
    problems: list[str] = []
    given_id = value.get("id")
    has_own_id = given_id is not None
    identity = _name(given_id, "id") if has_own_id else id_from_text(sha256)
    is_markdown = value.get("format") == "markdown"
    title = _text_or_problem(value, "title", problems)
    structure: tuple[Structure, ...]
    if is_markdown:
        structure, found = structure_and_title(text)
        title = title or found
    else:
        title = title or title_of(text)
        structure = headline_in(text, title)
    meta, extra = _meta(value.get("meta"), problems)
    if not is_markdown:
        author = extra.get("author")
        author = author if isinstance(author, str) else ""
        structure = with_parts(text, structure, author=author, is_plain=True)
    article = Article(
        identity,
        title,
        text,
        sha256,
        language=_text_or_problem(value, "language", problems) or "",
        format="markdown" if is_markdown else "txt",
        raw_sha256=sha256 if raw is None else hashlib.sha256(raw).hexdigest(),
        structure=structure,
        extra=extra,
        outlet=meta.get("outlet"),
        url=meta.get("url"),
        published=meta.get("published"),
        licence=meta.get("licence"),
        cluster=meta.get("cluster"),
    )
    is_ours = has_own_id and value.get("schema") == SCHEMA
    return Layer(article, raw, has_own_id, problems=problems, is_ours=is_ours)


def _name(value: object, what: str) -> str:
    try:
        return record_parts.name_of(value, what)
    except Refused as refusal:
        raise Refused(f"It is left out: {refusal}.") from refusal


def _text_or_problem(value: dict[str, Any], key: str, problems: list[str]) -> str:
    found = value.get(key)
    if found is None:
        return ""
    if not isinstance(found, str):
        problems.append(f"The {key} is left out: it is no text.")
        return ""
    return found


def _meta(value: object, problems: list[str]) -> tuple[dict[str, str | None], dict[str, Json]]:
    if value is None:
        return {}, {}
    if not isinstance(value, dict):
        problems.append("The meta is left out: it is no object.")
        return {}, {}
    known: dict[str, str | None] = {}
    for key in META_KEYS:
        found = value.get(key)
        if type(found) is int:
            found = str(found)
        if found is not None and not isinstance(found, str):
            problems.append(f"The {key} in meta is left out: it is no text.")
        else:
            known[key] = found
    return known, {key: found for key, found in value.items() if key not in META_KEYS}


def _map_of_offsets(value: dict[str, Any], given: str, text: str) -> ToStored | None:
    """How the line's offsets become code points of the stored text; None: they are that."""
    unit = value.get("offset_unit", "codepoint")
    if unit not in _UNITS:
        raise Refused(
            f"Its offset_unit {unit!r} is not known; codepoint and utf16 are. Convert it first."
        )
    after_line_ends = offsets_after_line_ends(given, bom="keep") if text != given else None
    if not _UNITS[unit]:
        return after_line_ends
    units = Utf16Map(given)

    def to_stored(offset: int) -> int:
        position = units.to32(offset)
        if units.to16(position) != offset:
            raise Refused(f"offset {offset} lies inside one character of two UTF-16 units")
        return after_line_ends(position) if after_line_ends else position

    return to_stored


def _person(value: dict[str, Any], annotator: str, layer: Layer) -> str | None:
    """Whose work the line is; None, with a problem, when it is nobody's."""
    kind = value.get("layer", "raw")
    if kind == "gold":
        return GOLD
    if kind != "raw":
        layer.problems.append(
            f"The annotations of the layer {kind!r} are left out: only raw and gold are somebody's."
        )
        return None
    person = value.get("annotator")
    name = annotator if person is None else _name(person, "annotator")
    if name == GOLD:
        layer.problems.append(
            f"The annotations are left out: {GOLD} is the adjudicated layer, and the line says raw."
        )
        return None
    return name


def _add_parts(value: dict[str, Any], ground: Ground, layer: Layer) -> None:
    own = (value, ground, layer.problems)
    layer.annotations = _entries("spans", record_parts.annotation, _first, ground.annotations, *own)
    layer.relations = _entries("relations", record_parts.relation, _first, {}, *own)
    layer.records += _entries("flags", record_parts.flag, _id, {}, *own)
    layer.records += _entries("verdicts", record_parts.verdict, _id, {}, *own)
    layer.records += _entries("stances", record_parts.stance, _id, {}, *own)
    _add_labels(value.get("labels"), ground, layer)
    status = value.get("status")
    if status == ADJUDICATED and ground.annotator != GOLD:
        layer.problems.append(f"The status {status!r} is left out: only the gold layer has it.")
    elif status in STATUSES:
        layer.records.append(Progress(ground.article_id, ground.annotator, status))
    elif status not in (None, UNTOUCHED):
        layer.problems.append(f"The status {status!r} is left out: it is none of ours.")


_first: Callable[[Any], str] = itemgetter(0)
_id: Callable[[Any], str] = attrgetter("id")


def _entries(
    key: str,
    make: Callable[[dict[str, Any], Ground], P],
    id_of: Callable[[P], str],
    made: dict[str, P],
    value: dict[str, Any],
    ground: Ground,
    problems: list[str],
) -> list[P]:
    """What the entries under a key describe, by id in `made`; what is bad is reported."""
    entries = value.get(key)
    if entries is None:
        return []
    if not isinstance(entries, list):
        problems.append(f"The {key} are left out: they are no list.")
        return []
    for number, entry in enumerate(entries, 1):
        try:
            if type(entry) is not dict:
                raise Refused("it is no object")
            part = make(entry, ground)
            identity = id_of(part)
            if identity in made:
                raise Refused("another one has its id")
        except Refused as refusal:
            problems.append(f"{_title_of(key, entry, number)} is left out: {refusal}.")
        else:
            made[identity] = part
    return list(made.values())


def _title_of(key: str, entry: object, number: int) -> str:
    identity = entry.get("id") if isinstance(entry, dict) else None
    name = repr(identity)[:60] if identity is not None else _numbered(number)
    return _TITLES[key].format(name)


def _numbered(number: int) -> str:
    return f"number {number}"


def _add_labels(labels: object, ground: Ground, layer: Layer) -> None:
    if labels is None:
        return
    if not isinstance(labels, dict):
        layer.problems.append("The labels are left out: they are no object.")
        return
    for label, value in labels.items():
        try:
            layer.records.append(record_parts.article_label(label, value, ground))
        except Refused as refusal:
            layer.problems.append(f"The label {label[:60]!r} is left out: {refusal}.")
