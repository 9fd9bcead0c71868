"""Joining annotations: who said it, what signals it, whose attitude it is."""

from collections.abc import Mapping, Sequence

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added, removed
from annotator.domain.errors import UserError
from annotator.domain.identity import new_id
from annotator.domain.json import Json
from annotator.domain.relation import Relation
from annotator.domain.scheme import RelationKind, Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.operations.annotate import add_annotation, annotation_of


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
    kind = _kind(scheme, relation)
    source, target = annotation_of(sheet, from_id), annotation_of(sheet, to_id)
    _check_ends(scheme, kind, source, target)
    _check_beside(sheet, scheme, kind, (from_id, to_id))
    problems = scheme.relation_attribute_problems(relation, attributes or {})
    if problems:
        raise UserError(" ".join(problems))
    fresh = Relation(
        id=new_id(),
        article_id=sheet.article.id,
        annotator=sheet.annotator,
        label=relation,
        from_id=from_id,
        to_id=to_id,
        to_article_id=sheet.article.id,
        attributes=dict(attributes or {}),
    )
    return Draft(f"Link: {kind.name}", added([fresh]))


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
    """Join two annotations by the first relation that the scheme allows, in either direction."""
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
    one, other = annotation_of(sheet, one_id), annotation_of(sheet, other_id)
    onward = [(one.id, other.id, kind) for kind in scheme.relations_between(one.label, other.label)]
    back = [
        (other.id, one.id, kind)
        for kind in scheme.relations_between(other.label, one.label)
        if not kind.symmetric
    ]
    return onward + back


def _kind(scheme: Scheme, relation: str) -> RelationKind:
    kind = scheme.relation(relation)
    if kind is None:
        raise UserError(f"The scheme has no relation “{relation}”. Nothing was changed.")
    return kind


def _check_ends(scheme: Scheme, kind: RelationKind, source: Annotation, target: Annotation) -> None:
    if source.id == target.id:
        raise UserError("An annotation cannot be linked with itself. Choose another one.")
    if kind.allows(source.label, target.label):
        return
    first, second = scheme.label(source.label), scheme.label(target.label)
    raise UserError(
        f"“{kind.name}” cannot lead from {first.name if first else source.label} "
        f"to {second.name if second else target.label}. Nothing was changed."
    )


def _check_beside(sheet: Sheet, scheme: Scheme, kind: RelationKind, ends: tuple[str, str]) -> None:
    inside = [each for each in sheet.relations.values() if not each.is_between_articles]
    same = [each for each in inside if each.label == kind.id]
    if any(each.ends == ends or (kind.symmetric and each.ends == ends[::-1]) for each in same):
        raise UserError("These two are linked so already. Nothing was changed.")
    leaving = sum(each.from_id == ends[0] for each in same)
    if kind.max_from and leaving >= kind.max_from:
        raise UserError(
            f"“{kind.name}” may leave an annotation {kind.max_from} time(s) only. "
            "Remove the link that is there first."
        )
    if kind.acyclic and _reaches(same, start=ends[1], goal=ends[0]):
        raise UserError(f"“{kind.name}” would run in a circle. Nothing was changed.")
    for each in inside:
        if each.label in kind.excludes and set(each.ends) == set(ends):
            other = scheme.relation(each.label)
            name = other.name if other else each.label
            raise UserError(f"“{name}” joins these two already and excludes “{kind.name}”.")


def _reaches(relations: Sequence[Relation], *, start: str, goal: str) -> bool:
    seen, waiting = set[str](), [start]
    while waiting:
        current = waiting.pop()
        if current == goal:
            return True
        if current not in seen:
            seen.add(current)
            waiting += [each.to_id for each in relations if each.from_id == current]
    return False
