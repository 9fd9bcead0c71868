"""Records as rows, of the tables and of the journal, and back."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article, Structure
from annotator.domain.choice import Choice, SchemeRevision
from annotator.domain.entity import Entity
from annotator.domain.flag import BY_PERSON, CHECK, Flag, Message
from annotator.domain.json import Json
from annotator.domain.people import Annotator, Assignment
from annotator.domain.progress import ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Decision, Side, Verdict
from annotator.domain.separation import Separation
from annotator.domain.span import Span
from annotator.domain.stance import Party, Stance
from annotator.domain.suggestion import SuggestedLink, Suggestion
from annotator.storage.columns import (
    fragments_from,
    fragments_text,
    from_text,
    object_from,
    to_text,
)
from annotator.storage.tables import DAMAGES, Row, Table, damaged

_ARTICLE_COLUMNS = (
    "id", "title", "text_sha256", "language", "outlet", "url", "published", "licence", "cluster",
    "format", "encoding", "raw_sha256", "structure", "extra",
)  # fmt: skip


def _article_to_row(article: Article) -> Row:
    structure = [[part.kind, part.start, part.end, part.level] for part in article.structure]
    plain = tuple(getattr(article, name) for name in _ARTICLE_COLUMNS[:-2])
    return (*plain, to_text(structure), to_text(dict(article.extra)))


def article_from_row(row: Row, text: str = "") -> Article:
    """An article from its row; the text lies in another table.

    Raises:
        UserError: the row is damaged.
    """
    fields = dict(zip(_ARTICLE_COLUMNS, row, strict=True))
    try:
        parts = from_text(fields.pop("structure"))
        extra = object_from(fields.pop("extra"))
        structure = tuple(Structure(*part) for part in parts)
    except DAMAGES as error:
        raise damaged("article", row[:1]) from error
    return Article(text=text, structure=structure, extra=extra, **fields)


def _annotation_to_row(annotation: Annotation) -> Row:
    fragments = annotation.fragments
    attributes = annotation.attributes
    return (
        annotation.id,
        annotation.article_id,
        annotation.annotator,
        annotation.label,
        fragments[0].start,
        fragments[-1].end,
        fragments_text(fragments),
        annotation.text,
        to_text(attributes) if attributes else "{}",
        annotation.origin,
        annotation.note,
    )


def _fragments_of(row: Row) -> tuple[Span, ...]:
    """Most annotations have one fragment, which is what lies between their start and end."""
    start, end = row[4], row[5]
    if row[6] == f"[[{start},{end}]]":
        return (Span(start, end),)
    return fragments_from(from_text(row[6]))


def _annotation_from_row(row: Row) -> Annotation:
    fragments = _fragments_of(row)
    attributes = object_from(row[8]) if row[8] != "{}" else {}
    return Annotation(
        row[0], row[1], row[2], row[3], fragments, row[7], attributes, row[9], row[10]
    )


def annotations_from_rows(rows: Iterable[Row]) -> Iterator[Annotation]:
    """Annotations that share what they have in common: of thousands, few have own attributes.

    Raises:
        UserError: a row is damaged.
    """
    held: dict[str, Mapping[str, Json]] = {"{}": {}}
    for row in rows:
        try:
            attributes = held.get(row[8])
            if attributes is None:
                attributes = held[row[8]] = object_from(row[8])
            fragments = _fragments_of(row)
        except DAMAGES as error:
            raise damaged(Annotation.kind, (row[1], row[2], row[0])) from error
        yield Annotation(
            row[0], row[1], row[2], row[3], fragments, row[7], attributes, row[9], row[10]
        )


def _relation_to_row(relation: Relation) -> Row:
    return (
        relation.id,
        relation.article_id,
        relation.annotator,
        relation.label,
        relation.from_id,
        relation.to_id,
        relation.to_article_id,
        to_text(relation.attributes) if relation.attributes else "{}",
    )


def _relation_from_row(row: Row) -> Relation:
    attributes = object_from(row[7]) if row[7] != "{}" else {}
    return Relation(row[0], row[1], row[2], row[3], row[4], row[5], row[6], attributes)


def _flag_to_row(flag: Flag) -> Row:
    messages = [{"by": message.by, "text": message.text} for message in flag.messages]
    return (
        flag.id,
        flag.article_id,
        flag.annotator,
        flag.target_id,
        flag.reason,
        flag.state,
        flag.raised_by,
        to_text(messages),
        fragments_text(flag.fragments),
        flag.text,
        flag.severity,
        flag.origin,
        flag.outcome,
        flag.grounds,
        int(flag.is_unread),
    )


def _flag_from_row(row: Row) -> Flag:
    said, places = row[7], row[8]
    # Most rules' flags have neither, and an inbox reads them by the thousand.
    messages = () if said == "[]" else tuple(Message(**each) for each in from_text(said))
    fragments = () if places == "[]" else fragments_from(from_text(places))
    about, rest = row[:7], row[9:14]
    return Flag(*(*about, messages, fragments, *rest, bool(row[14])))


def _verdict_to_row(verdict: Verdict) -> Row:
    return (
        verdict.id,
        verdict.article_id,
        verdict.annotator,
        verdict.target_id,
        verdict.label,
        verdict.verdict,
        verdict.reason,
        verdict.by,
    )


def _decision_to_row(decision: Decision) -> Row:
    sides = [[side.annotator, side.annotation_id, side.digest] for side in decision.sides]
    plain = (
        decision.id, decision.article_id, decision.label, to_text(decision.kinds),
        decision.choice, decision.taken, decision.reason, decision.by, decision.scheme,
        decision.revision,
    )  # fmt: skip
    return (*plain, to_text(sides), to_text(decision.results), int(decision.is_of_article))


def _decision_from_row(row: Row) -> Decision:
    sides = tuple(Side(*side) for side in from_text(row[10]))
    kinds, results = tuple(from_text(row[3])), tuple(from_text(row[11]))
    return Decision(*row[:3], kinds, *row[4:10], sides, results, bool(row[12]))  # type: ignore[call-arg]


def _stance_to_row(stance: Stance) -> Row:
    holder = stance.holder or Party()
    own = (stance.id, stance.article_id, stance.annotator)
    return (*own, *holder, *stance.target, stance.value)


def _stance_from_row(row: Row) -> Stance:
    holder = Party(row[3], row[4])
    return Stance(
        row[0], row[1], row[2], holder if any(holder) else None, Party(row[5], row[6]), row[7]
    )


def _suggestion_to_row(suggestion: Suggestion) -> Row:
    return (
        suggestion.id,
        suggestion.article_id,
        suggestion.annotator,
        suggestion.engine,
        suggestion.label,
        suggestion.start,
        suggestion.end,
        fragments_text(suggestion.fragments),
        suggestion.text,
        to_text(suggestion.attributes) if suggestion.attributes else "{}",
        _link_text(suggestion.link),
        float(suggestion.confidence),
        suggestion.reason,
        suggestion.fate,
        suggestion.decision,
        suggestion.by,
        suggestion.made_id,
    )


def _suggestion_from_row(row: Row) -> Suggestion:
    fragments = fragments_from(from_text(row[7]))
    attributes, link = object_from(row[9]), _link_from(row[10])
    identity = (row[0], row[1], row[2], row[3], row[4])
    fate = (row[13], row[14], row[15], row[16])
    return Suggestion(*identity, fragments, row[8], attributes, link, row[11], row[12], *fate)


def _link_text(link: SuggestedLink | None) -> str:
    if link is None:
        return "{}"
    far = [link.far.start, link.far.end] if link.far else None
    return to_text(
        {"relation": link.relation, "far_id": link.far_id, "far": far, "is_from": link.is_from}
    )


def _link_from(text: str) -> SuggestedLink | None:
    if text == "{}":
        return None
    link = object_from(text)
    far = Span(*link["far"]) if link["far"] else None
    return SuggestedLink(link["relation"], link["far_id"], far, link["is_from"])


def _plain(kind: type[Any], columns: tuple[str, ...], keys: int) -> Table:
    """The table of a record whose fields are its columns, the first ones its key."""
    return Table(
        kind.kind,
        columns,
        columns[:keys],
        lambda record: tuple(getattr(record, column) for column in columns),
        lambda row: kind(*row),
    )


_OWN_KEY = ("article_id", "annotator", "id")

TABLES: Mapping[str, Table] = {
    "article": Table(
        "article", _ARTICLE_COLUMNS, ("id",), _article_to_row, article_from_row
    ),
    "annotation": Table(
        "annotation",
        (
            "id", "article_id", "annotator", "label", "start", "end", "fragments", "text",
            "attributes", "origin", "note",
        ),
        _OWN_KEY,
        _annotation_to_row,
        _annotation_from_row,
    ),
    "relation": Table(
        "relation",
        (
            "id", "article_id", "annotator", "label", "from_id", "to_id", "to_article_id",
            "attributes",
        ),
        _OWN_KEY,
        _relation_to_row,
        _relation_from_row,
    ),
    "flag": Table(
        "flag",
        (
            "id", "article_id", "annotator", "target_id", "reason", "state", "raised_by",
            "messages", "fragments", "text", "severity", "origin", "outcome", "grounds",
            "is_unread",
        ),
        _OWN_KEY,
        _flag_to_row,
        _flag_from_row,
        (CHECK, BY_PERSON, "", "", 0),
    ),
    "verdict": Table(
        "verdict",
        ("id", "article_id", "annotator", "target_id", "label", "verdict", "reason", "by"),
        _OWN_KEY,
        _verdict_to_row,
        lambda row: Verdict(*row),
    ),
    "stance": Table(
        "stance",
        (
            "id", "article_id", "annotator", "holder_entity", "holder_id", "target_entity",
            "target_id", "value",
        ),
        _OWN_KEY,
        _stance_to_row,
        _stance_from_row,
    ),
    "suggestion": Table(
        "suggestion",
        (
            "id", "article_id", "annotator", "engine", "label", "start", "end", "fragments",
            "text", "attributes", "link", "confidence", "reason", "fate", "decision", "by",
            "made_id",
        ),
        _OWN_KEY,
        _suggestion_to_row,
        _suggestion_from_row,
    ),
    "separation": _plain(Separation, ("article_id", "other_id", "annotator"), 2),
    "progress": _plain(Progress, ("article_id", "annotator", "status"), 2),
    "article_label": _plain(ArticleLabel, ("article_id", "annotator", "label", "value"), 3),
    "annotator": _plain(Annotator, ("id", "name", "role"), 1),
    "assignment": _plain(Assignment, ("article_id", "annotator", "place", "repeats"), 2),
    "decision": Table(
        "decision",
        (
            "id", "article_id", "label", "kinds", "choice", "taken", "reason", "by", "scheme",
            "revision", "sides", "results", "is_of_article",
        ),
        ("article_id", "id"),
        _decision_to_row,
        _decision_from_row,
    ),
    "entity": Table(
        "entity",
        ("id", "name", "aliases"),
        ("id",),
        lambda entity: (entity.id, entity.name, to_text(entity.aliases)),
        lambda row: Entity(row[0], row[1], tuple(from_text(row[2]))),
    ),
    "scheme_revision": _plain(SchemeRevision, ("id", "revision", "sha256", "json"), 2),
    "choice": _plain(Choice, ("name", "value"), 1),
}  # fmt: skip
"""Every kind of record, parents before children."""
