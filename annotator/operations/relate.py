"""Joining annotations: who said it, what signals it, whose attitude it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import NO_SOURCE
from annotator.domain.change import Change, Draft, added, removed
from annotator.domain.errors import UserError
from annotator.domain.identity import new_id
from annotator.domain.json import Json
from annotator.domain.relation import ATTRIBUTED_TO, Relation
from annotator.domain.scheme import RelationKind, Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.operations.annotate import add_annotation, annotation_of

Way: TypeAlias = tuple[Annotation, Annotation, RelationKind]
"""From which annotation to which, and as what."""

_End: TypeAlias = tuple[str, str]
"""An annotation by its article and its id."""


def relate(
    sheet: Sheet,
    scheme: Scheme,
    relation: str,
    *,
    from_id: str,
    to_id: str,
    attributes: Mapping[str, Json] | None = None,
) -> Draft:
    """Join two annotations of one article.

    Raises:
        UserError: the scheme does not allow this relation here, or it is there already.
    """
    source, target = annotation_of(sheet, from_id), annotation_of(sheet, to_id)
    there = [each for each in sheet.relations.values() if not each.is_between_articles]
    return _joined(scheme, _kind(scheme, relation), there, (source, target), attributes or {})


def relate_between(
    sheet: Sheet,
    other: Sheet,
    scheme: Scheme,
    relation: str,
    *,
    from_id: str,
    to_id: str,
    attributes: Mapping[str, Json] | None = None,
) -> Draft:
    """Join an annotation of `sheet` with one of another article, by a relation of the project.

    Circles are looked for among the links of these two articles.

    Raises:
        UserError: the scheme does not allow this relation here, or it is there already.
    """
    kind = _kind(scheme, relation)
    if kind.scope != "project":
        raise UserError(f"“{kind.name}” joins annotations of one article. Nothing was changed.")
    source, target = annotation_of(sheet, from_id), annotation_of(other, to_id)
    there = {each.key: each for side in (sheet, other) for each in side.relations.values()}
    return _joined(scheme, kind, list(there.values()), (source, target), attributes or {})


def possible_between(scheme: Scheme, one: Annotation, other: Annotation) -> list[Way]:
    """The ways in which annotations of two articles may be joined: from, to, kind."""
    return [way for way in _ways(scheme, one, other) if way[2].scope == "project"]


def remove_relation(sheet: Sheet, scheme: Scheme, name: str) -> Draft:
    """Take a link away; `name` is what the sheet keeps it under."""
    if name not in sheet.relations:
        raise UserError("This link is no longer there. Nothing was changed.")
    relation = sheet.relations[name]
    kind = scheme.relation(relation.label)
    return Draft(f"Remove link: {kind.name if kind else relation.label}", removed([relation]))


def label_and_link(
    sheet: Sheet,
    scheme: Scheme,
    fragments: Sequence[Span],
    label_id: str,
    *,
    partner_id: str,
    attributes: Mapping[str, Json] | None = None,
) -> Draft:
    """Label words and join them with an annotation, as one step, where the scheme has a way.

    Where it has none, or the partner has what it may have already, only the label is made.
    """
    annotation_id = new_id()
    draft = add_annotation(
        sheet, scheme, fragments, label_id, attributes=attributes, annotation_id=annotation_id
    )
    linked = link(sheet.after(draft.changes), scheme, annotation_id, partner_id)
    return draft.joined_with(linked) if linked else draft


def link(sheet: Sheet, scheme: Scheme, one_id: str, other_id: str) -> Draft | None:
    """Join two annotations by the first relation that the scheme allows, in either direction.

    None when it allows none.
    """
    for from_id, to_id, kind in possible(sheet, scheme, one_id, other_id):
        try:
            return relate(sheet, scheme, kind.id, from_id=from_id, to_id=to_id)
        except UserError:
            continue
    return None


def possible(
    sheet: Sheet, scheme: Scheme, one_id: str, other_id: str
) -> list[tuple[str, str, RelationKind]]:
    """The ways in which two annotations of an article may be joined: from, to, kind."""
    ways = _ways(scheme, annotation_of(sheet, one_id), annotation_of(sheet, other_id))
    return [(source.id, target.id, kind) for source, target, kind in ways]


def _ways(scheme: Scheme, one: Annotation, other: Annotation) -> list[Way]:
    onward = [(one, other, kind) for kind in scheme.relations_between(one.label, other.label)]
    back = [
        (other, one, kind)
        for kind in scheme.relations_between(other.label, one.label)
        if not kind.symmetric
    ]
    return onward + back


def _joined(
    scheme: Scheme,
    kind: RelationKind,
    there: Sequence[Relation],
    ends: tuple[Annotation, Annotation],
    attributes: Mapping[str, Json],
) -> Draft:
    """The draft that adds a relation, if the scheme allows it beside those that are there."""
    source, target = ends
    _check_ends(scheme, kind, source, target)
    _check_beside(scheme, kind, there, (_end(source), _end(target)))
    problems = scheme.relation_attribute_problems(kind.id, attributes)
    if problems:
        raise UserError(" ".join(problems))
    fresh = Relation(
        id=new_id(),
        article_id=source.article_id,
        annotator=source.annotator,
        label=kind.id,
        from_id=source.id,
        to_id=target.id,
        to_article_id=target.article_id,
        attributes=dict(attributes),
    )
    answered = _answered(source) if kind.id == ATTRIBUTED_TO else ()
    return Draft(f"Link: {kind.name}", (*answered, *added([fresh])))


def _answered(statement: Annotation) -> tuple[Change, ...]:
    """A claim that gets a source no longer says why it has none."""
    if NO_SOURCE not in statement.attributes:
        return ()
    kept = {name: value for name, value in statement.attributes.items() if name != NO_SOURCE}
    return (Change(statement, replace(statement, attributes=kept)),)


def _kind(scheme: Scheme, relation: str) -> RelationKind:
    kind = scheme.relation(relation)
    if kind is None:
        raise UserError(f"The scheme has no relation “{relation}”. Nothing was changed.")
    return kind


def _check_ends(scheme: Scheme, kind: RelationKind, source: Annotation, target: Annotation) -> None:
    if source.key == target.key:
        raise UserError("An annotation cannot be linked with itself. Choose another one.")
    if kind.allows(source.label, target.label):
        return
    first, second = scheme.label(source.label), scheme.label(target.label)
    raise UserError(
        f"“{kind.name}” cannot lead from {first.name if first else source.label} "
        f"to {second.name if second else target.label}. Nothing was changed."
    )


def _check_beside(
    scheme: Scheme, kind: RelationKind, there: Sequence[Relation], ends: tuple[_End, _End]
) -> None:
    same = [_ends(each) for each in there if each.label == kind.id]
    if any(each == ends or (kind.symmetric and each == ends[::-1]) for each in same):
        raise UserError("These two are linked so already. Nothing was changed.")
    leaving = sum(each[0] == ends[0] for each in same)
    if kind.max_from and leaving >= kind.max_from:
        raise UserError(
            f"“{kind.name}” may leave an annotation {kind.max_from} time(s) only. "
            "Remove the link that is there first."
        )
    if kind.acyclic and _reaches(same, start=ends[1], goal=ends[0]):
        raise UserError(f"“{kind.name}” would run in a circle. Nothing was changed.")
    for each in there:
        if each.label in kind.excludes and set(_ends(each)) == set(ends):
            other = scheme.relation(each.label)
            name = other.name if other else each.label
            raise UserError(f"“{name}” joins these two already and excludes “{kind.name}”.")


def _end(annotation: Annotation) -> _End:
    return (annotation.article_id, annotation.id)


def _ends(relation: Relation) -> tuple[_End, _End]:
    return (relation.article_id, relation.from_id), (relation.to_article_id, relation.to_id)


def _reaches(pairs: Sequence[tuple[_End, _End]], *, start: _End, goal: _End) -> bool:
    seen, waiting = set[_End](), [start]
    while waiting:
        current = waiting.pop()
        if current == goal:
            return True
        if current not in seen:
            seen.add(current)
            waiting += [target for source, target in pairs if source == current]
    return False
