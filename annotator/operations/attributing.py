"""Saying who says it: source, cue and their links in one step, or why there is no source."""

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import NO_SOURCE
from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.identity import new_id
from annotator.domain.json import Json
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.operations.annotate import add_annotation, annotation_of, set_attribute
from annotator.operations.relate import relate
from annotator.suggestions.attribution import Proposal
from annotator.suggestions.cue_words import cue_stance_of

ORIGIN = "suggestion:attribution"
"""Where an annotation comes from that a person took as it was offered."""

_CUE_STANCE = "cue_stance"


def accept(sheet: Sheet, scheme: Scheme, statement_id: str, proposal: Proposal) -> Draft:
    """Store the source and the cue of a proposal and link both to a claim or quote, as one step.

    Words that are labelled already are only linked. A cue is passed over where the claim has one
    or the scheme knows none; why there was no source is taken back, for now there is one.

    Raises:
        UserError: the scheme does not allow the source here, or it is linked already.
    """
    statement = annotation_of(sheet, statement_id)
    name = "Take the suggested source" if proposal.source else "Take the suggested cue"
    draft = Draft(name, ())
    for kind, place, known in (
        (ATTRIBUTED_TO, proposal.source, proposal.source_id),
        (CUED_BY, proposal.cue, proposal.cue_id),
    ):
        if place is not None and (kind != CUED_BY or _may_have_cue(sheet, scheme, statement)):
            so_far = sheet.after(draft.changes)
            draft = draft.joined_with(
                _joined(so_far, scheme, statement_id, kind=kind, place=place, known=known)
            )
    return draft


def say_without_source(sheet: Sheet, scheme: Scheme, statement_id: str, reason: str) -> Draft:
    """Say why a claim or quote has no source.

    Raises:
        UserError: it has one, or the scheme has no such reason.
    """
    statement = annotation_of(sheet, statement_id)
    linked = (each.label for each in sheet.relations_of(statement.id))
    if ATTRIBUTED_TO in linked:
        raise UserError(
            "A source is linked to it. Nothing was changed. Remove that link first: ✕ beside it."
        )
    label = scheme.label(statement.label)
    attribute = label.attribute(NO_SOURCE) if label else None
    if attribute is None:
        raise UserError(
            "The scheme of this project has no word for what has no source. Nothing was changed. "
            "A flag (F) or a comment (M) can say it."
        )
    return set_attribute(sheet, scheme, statement_id, NO_SOURCE, reason)


def _joined(
    sheet: Sheet, scheme: Scheme, statement_id: str, *, kind: str, place: Span, known: str | None
) -> Draft:
    """The label on the words, where they have none yet, and the link from the claim to it."""
    there = sheet.annotations.get(known or "") or _labelled(sheet, scheme, kind, place)
    if there is not None:
        return relate(sheet, scheme, kind, from_id=statement_id, to_id=there.id)
    made = new_id()
    labelled = add_annotation(
        sheet,
        scheme,
        [place],
        _label_for(scheme, kind),
        attributes=_attributes(sheet, scheme, kind, place),
        annotation_id=made,
        origin=ORIGIN,
    )
    after = sheet.after(labelled.changes)
    return labelled.joined_with(relate(after, scheme, kind, from_id=statement_id, to_id=made))


def _label_for(scheme: Scheme, kind: str) -> str:
    """What a relation of a kind leads to: the source label, the cue label."""
    relation = scheme.relation(kind)
    if relation is None or not relation.targets:
        raise UserError(f"The scheme has no relation “{kind}”. Nothing was changed.")
    return relation.targets[0]


def _labelled(sheet: Sheet, scheme: Scheme, kind: str, place: Span) -> Annotation | None:
    """The annotation that has the label on exactly these words already."""
    label = _label_for(scheme, kind)
    return next(
        (e for e in sheet.annotations.values() if e.label == label and e.fragments == (place,)),
        None,
    )


def _may_have_cue(sheet: Sheet, scheme: Scheme, statement: Annotation) -> bool:
    kind = scheme.relation(CUED_BY)
    if kind is None or statement.label not in kind.sources:
        return False
    return not any(
        each.label == CUED_BY and each.from_id == statement.id
        for each in sheet.relations_of(statement.id)
    )


def _attributes(sheet: Sheet, scheme: Scheme, kind: str, place: Span) -> dict[str, Json]:
    """What is known of a cue from its words: whether it sides with the claim."""
    label = scheme.label(_label_for(scheme, kind))
    attribute = label.attribute(_CUE_STANCE) if label else None
    if kind != CUED_BY or attribute is None:
        return {}
    article = sheet.article
    stance = cue_stance_of(place.cut_from(article.text), language=article.language or "en")
    return {_CUE_STANCE: stance} if stance and attribute.problem_with(stance) is None else {}
