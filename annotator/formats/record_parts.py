"""The parts of a JSON record, each checked and made a domain record.

Every function raises `Refused` with the reason; the caller knows the file and the line.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson

from annotator.domain import flag as flags
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.identity import is_name, name_from
from annotator.domain.people import GOLD
from annotator.domain.progress import ArticleLabel
from annotator.domain.relation import Relation
from annotator.domain.review import VERDICTS, Verdict
from annotator.domain.span import Span, problem_with
from annotator.domain.span import words as words_of
from annotator.domain.stance import STANCES, Party, Stance
from annotator.formats.incoming import AnnotationRow, RelationRow
from annotator.formats.json_values import Refused
from annotator.text.graphemes import is_boundary
from annotator.text.normalise import stored_text

ORIGIN = "import:jsonl"

ToStored = Callable[[int], int]


@dataclass(slots=True)
class Ground:
    """The article that the parts of one line stand on, and whose work they are.

    `to_stored` maps the line's offsets to code points of the stored text, None where they are the
    same. `names` holds the labels and people that were looked at already, `numbers`
    how many ids were made of what is marked in the same way.
    """

    article_id: str
    annotator: str
    text: str
    has_clusters: bool = False
    to_stored: ToStored | None = None
    annotations: dict[str, AnnotationRow] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)


def annotation(entry: dict[str, Any], ground: Ground) -> AnnotationRow:
    """The annotation that an entry of `spans` describes."""
    look = entry.get
    start, end, words, written = _place(look("start"), look("end"), look("fragments"), ground)
    claimed = look("text")
    if claimed is not None and claimed != words:
        _check_words(claimed, words, start, end)
    label = look("label")
    if type(label) is not str or label not in ground.names:
        label = _known_name(label, ground)
    identity = look("id")
    attributes, origin, note = look("attributes") or {}, look("origin"), look("note")
    if type(attributes) is not dict or type(origin) is not str or type(note) is not str:
        attributes, origin, note = _free_fields(attributes, entry)
    return (
        _fresh_id(label, start, end, ground) if identity is None else name_of(identity, "id"),
        ground.article_id,
        ground.annotator,
        label,
        start,
        end,
        written,
        words,
        _json(attributes),
        origin,
        note,
    )


def relation(entry: dict[str, Any], ground: Ground) -> RelationRow:
    """The relation that an entry of `relations` describes; both ends must have come in."""
    look = entry.get
    label = look("label")
    if type(label) is not str or label not in ground.names:
        label = _known_name(label, ground)
    from_id, to_id = name_of(look("from"), "'from'"), name_of(look("to"), "'to'")
    for end in (from_id, to_id):
        if end not in ground.annotations:
            raise Refused(f"its end {end!r} is not among the spans that came in")
    if from_id == to_id:
        raise Refused("it leads from an annotation to itself")
    identity = look("id")
    return (
        name_from(label, from_id, to_id) if identity is None else name_of(identity, "id"),
        ground.article_id,
        ground.annotator,
        label,
        from_id,
        to_id,
        ground.article_id,
        _json(_attributes(look("attributes"))),
    )


def link(entry: dict[str, Any], *, annotator: str) -> Relation:
    """The relation between two articles that a line of `links.jsonl` describes."""
    ends = []
    for side in ("from", "to"):
        end = entry.get(side)
        if not isinstance(end, dict):
            raise Refused(f"It has no {side!r} with an article and a span.")
        ends += [name_of(end.get("article"), f"{side} article"), name_of(end.get("span"), "span")]
    if ends[:2] == ends[2:]:
        raise Refused("It leads from an annotation to itself.")
    label = name_of(entry.get("label"), "label")
    person = entry.get("annotator", annotator)
    return Relation(
        id=_id_of(entry, label, *ends),
        article_id=ends[0],
        annotator=GOLD if person is None else name_of(person, "annotator"),
        label=label,
        from_id=ends[1],
        to_id=ends[3],
        to_article_id=ends[2],
        attributes=_attributes(entry.get("attributes")),
    )


def _id_of(entry: dict[str, Any], *said: str) -> str:
    """The id of a record, or one made of what it says."""
    return name_from(*said) if entry.get("id") is None else name_of(entry["id"], "id")


def flag(entry: dict[str, Any], ground: Ground) -> flags.Flag:
    """The flag that an entry of `flags` describes, with its conversation."""
    target = _target(entry, ground)
    is_on_passage = bool(entry.get("fragments")) or entry.get("start") is not None
    fragments: tuple[Span, ...] = ()
    if is_on_passage:
        pairs = entry.get("fragments")
        fragments = _checked_fragments(entry.get("start"), entry.get("end"), pairs, ground)
    words = words_of(ground.text, fragments)
    claimed = entry.get("text")
    if fragments and claimed is not None and claimed != words:
        _check_words(claimed, words, fragments[0].start, fragments[-1].end)
    reason = _text(entry, "reason")
    place = target or (f"{fragments[0].start}-{fragments[-1].end}" if fragments else "article")
    messages = _messages(entry.get("messages") or [])
    # Who wrote first raised it, where the record does not say.
    first = messages[0].by if messages else ground.annotator
    raised_by = _text(entry, "raised_by") if "raised_by" in entry else first
    return flags.Flag(
        id=_id_of(entry, "flag", reason, place),
        article_id=ground.article_id,
        annotator=ground.annotator,
        target_id=target,
        reason=reason,
        state=_one_of(entry, "state", flags.STATES) or flags.OPEN,
        raised_by=raised_by,
        messages=messages,
        fragments=fragments,
        text=words,
        severity=_one_of(entry, "severity", flags.SEVERITIES) or flags.CHECK,
        origin=_one_of(entry, "origin", flags.ORIGINS) or flags.BY_PERSON,
        outcome=_one_of(entry, "outcome", flags.OUTCOMES),
        grounds=_text(entry, "grounds"),
        is_unread=entry.get("unread") is True,
    )


def verdict(entry: dict[str, Any], ground: Ground) -> Verdict:
    """The verdict that an entry of `verdicts` describes."""
    target = _target(entry, ground)
    judgement = entry.get("verdict")
    if judgement not in VERDICTS:
        raise Refused(f"its verdict {judgement!r} is none of {', '.join(VERDICTS)}")
    label = _text(entry, "label")
    by = _text(entry, "by")
    return Verdict(
        id=_id_of(entry, "verdict", target or label, by),
        article_id=ground.article_id,
        annotator=ground.annotator,
        target_id=target,
        label=label,
        verdict=judgement,
        reason=_text(entry, "reason"),
        by=by,
    )


def stance(entry: dict[str, Any], ground: Ground) -> Stance:
    """The stance that an entry of `stances` describes; a holder that is null is the author."""
    target = _party(entry, "target", ground)
    if target is None:
        raise Refused("it has no target")
    holder = _party(entry, "holder", ground)
    value = entry.get("value")
    if value not in STANCES:
        raise Refused(f"its value {value!r} is none of {', '.join(STANCES)}")
    names = [each.entity or each.annotation_id or "" for each in (holder or Party(), target)]
    return Stance(
        _id_of(entry, "stance", *names),
        ground.article_id,
        ground.annotator,
        holder,
        target,
        value,
    )


def entity(entry: dict[str, Any]) -> Entity:
    """The entity that a line of `entities.jsonl` describes."""
    identity = name_of(entry.get("id"), "id")
    aliases = entry.get("aliases") or []
    if not isinstance(aliases, list):
        raise Refused("its aliases are no list")
    named = entry.get("name")
    names = tuple(dict.fromkeys(name_of(alias, "alias") for alias in aliases))
    return Entity(identity, identity if named is None else name_of(named, "name"), names)


def article_label(label: str, value: object, ground: Ground) -> ArticleLabel:
    """A label on the whole article."""
    if not isinstance(value, str):
        raise Refused(f"its value {value!r} is no text")
    return ArticleLabel(
        ground.article_id, ground.annotator, name_of(label, "label"), name_of(value, "value")
    )


def name_of(value: object, what: str) -> str:
    """An id or a label as a file gives it: text on one line, or a whole number."""
    if type(value) is str and is_name(value):
        return value
    if type(value) is int:
        return str(value)
    if not isinstance(value, str) or not value:
        raise Refused(f"it has no {what}")
    raise Refused(f"its {what} {value[:40]!r} is too long or has characters that cannot be seen")


def _known_name(value: object, ground: Ground) -> str:
    name = name_of(value, "label")
    ground.names.add(name)
    return name


def _free_fields(attributes: object, entry: dict[str, Any]) -> tuple[dict[str, Any], str, str]:
    return _attributes(attributes), _text(entry, "origin") or ORIGIN, _text(entry, "note")


def _place(start: Any, end: Any, pairs: Any, ground: Ground) -> tuple[int, int, str, str]:
    """Where an annotation begins and ends, its words, and its fragments as JSON."""
    if (
        type(start) is int
        and type(end) is int
        and 0 <= start < end <= len(ground.text)
        and (pairs is None or pairs == [[start, end]])
        and ground.to_stored is None
        and not ground.has_clusters
    ):
        # Nearly all are like this, and it is as sure as the long way.
        return start, end, ground.text[start:end], f"[[{start},{end}]]"
    fragments = _checked_fragments(start, end, pairs, ground)
    written = ",".join([f"[{place.start},{place.end}]" for place in fragments])
    words = words_of(ground.text, fragments)
    return fragments[0].start, fragments[-1].end, words, f"[{written}]"


def _checked_fragments(
    start: object, end: object, pairs: object, ground: Ground
) -> tuple[Span, ...]:
    if pairs is None:
        pairs = [[start, end]]
    elif not isinstance(pairs, list):
        raise Refused("its fragments are no list of [start, end]")
    fragments = tuple([_span(pair) for pair in pairs])
    if fragments and start is not None and (fragments[0].start, fragments[-1].end) != (start, end):
        raise Refused(f"start {start!r} and end {end!r} are not those of its fragments")
    if ground.to_stored is not None:
        fragments = tuple([_mapped(span, ground.to_stored) for span in fragments])
    if problem := problem_with(fragments, ground.text):
        raise Refused(problem)
    if ground.has_clusters:
        _check_boundaries(fragments, ground.text)
    return fragments


def _span(pair: object) -> Span:
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        raise Refused("its fragments are no list of [start, end]")
    start, end = pair
    if type(start) is not int or type(end) is not int:
        raise Refused(f"start {start!r} and end {end!r} are no whole numbers")
    return Span(start, end)


def _mapped(span: Span, to_stored: ToStored) -> Span:
    if span.start < 0:
        raise Refused(f"[{span.start}, {span.end}) begins before the text")
    return Span(to_stored(span.start), to_stored(span.end))


def _check_boundaries(fragments: tuple[Span, ...], text: str) -> None:
    for place in fragments:
        for edge in (place.start, place.end):
            if not is_boundary(text, edge):
                raise Refused(f"offset {edge} lies inside one visible character")


def _check_words(claimed: object, words: str, start: int, end: int) -> None:
    if isinstance(claimed, str) and "\r" in claimed:
        try:
            if stored_text(claimed, bom="keep") == words:
                return
        except UserError as error:
            raise Refused(str(error)) from error
    raise Refused(f"[{start}, {end}) holds {_short(words)}, not {_short(claimed)} as it says")


def _short(value: object) -> str:
    written = repr(value)
    return written if len(written) <= 90 else f"{written[:60]} … {written[-25:]}"


def _fresh_id(label: str, start: int, end: int, ground: Ground) -> str:
    """An id made of what is marked, so that the same file gives the same ids again."""
    base = name_from(label, f"{start}-{end}")
    number = ground.numbers.get(base, 1)
    identity = base if number == 1 else f"{base}-{number}"
    while identity in ground.annotations:
        number += 1
        identity = f"{base}-{number}"
    ground.numbers[base] = number
    return identity


def _target(entry: dict[str, Any], ground: Ground) -> str | None:
    if entry.get("target") is None:
        return None
    target = name_of(entry["target"], "target")
    if target not in ground.annotations:
        raise Refused(f"its target {target!r} is not among the spans that came in")
    return target


def _party(entry: dict[str, Any], side: str, ground: Ground) -> Party | None:
    party = entry.get(side)
    if party is None:
        return None
    if not isinstance(party, dict) or (party.get("entity") is None) == (party.get("span") is None):
        raise Refused(f"its {side} is neither an entity nor a span")
    if party.get("entity") is not None:
        return Party(entity=name_of(party["entity"], f"entity as {side}"))
    annotation_id = name_of(party["span"], f"span as {side}")
    if annotation_id not in ground.annotations:
        raise Refused(f"its {side} {annotation_id!r} is not among the spans that came in")
    return Party(annotation_id=annotation_id)


def _messages(entries: object) -> tuple[flags.Message, ...]:
    if not isinstance(entries, list):
        raise Refused("its messages are no list")
    messages = []
    for entry in entries:
        if not isinstance(entry, dict):
            raise Refused("one of its messages is no object")
        messages.append(flags.Message(_text(entry, "by"), _text(entry, "text")))
    return tuple(messages)


def _json(attributes: dict[str, Any]) -> str:
    return orjson.dumps(attributes, option=orjson.OPT_SORT_KEYS).decode() if attributes else "{}"


def _attributes(value: object) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Refused("its attributes are no object")
    return value


def _text(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused(f"its {name} is no text")
    return value


def _one_of(entry: dict[str, Any], name: str, known: tuple[str, ...]) -> str:
    """One of the words that a field may hold; nothing where the field is not there."""
    value = _text(entry, name)
    if value and value not in known:
        raise Refused(f"its {name} {value!r} is none of {', '.join(known)}")
    return value
