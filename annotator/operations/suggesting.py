"""Deciding on suggestions: taking and refusing cost the same, and both can be taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft
from annotator.domain.errors import UserError
from annotator.domain.identity import new_id
from annotator.domain.json import Json
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.domain.suggestion import (
    ACCEPTED,
    CHANGED,
    OPEN,
    REJECTED,
    SINGLE,
    SuggestedLink,
    Suggestion,
)
from annotator.operations.annotate import add_annotation, label_of
from annotator.operations.relate import relate

_GONE = "This suggestion is decided already. Nothing was changed. Choose another one."


def open_suggestions(sheet: Sheet) -> list[Suggestion]:
    """What is still to be decided on an article, in the order of its text."""
    found = [each for each in sheet.suggestions.values() if each.is_open]
    return sorted(found, key=lambda each: (each.start, each.end, each.label, each.id))


def accept(
    sheet: Sheet,
    scheme: Scheme,
    suggestion_id: str,
    *,
    decision: str = SINGLE,
    label_id: str | None = None,
    fragments: Sequence[Span] | None = None,
    attributes: Mapping[str, Json] | None = None,
) -> Draft:
    """Make an annotation of a suggestion, with its relation, as one step.

    Another label, other words or attributes than those proposed are kept as a changed suggestion.
    Words that have the label already are only linked.

    Raises:
        UserError: it is decided already, or the scheme does not allow the label here any more.
    """
    suggestion = _open(sheet, suggestion_id)
    wanted = replace(
        suggestion,
        label=label_id or suggestion.label,
        fragments=tuple(fragments or suggestion.fragments),
        attributes=_attributes(scheme, suggestion, label_id, attributes),
    )
    there = _labelled(sheet, wanted)
    made_id = there.id if there else new_id()
    made = Draft("", ()) if there else _annotated(sheet, scheme, wanted, made_id)
    linked = _linked(sheet.after(made.changes), scheme, wanted.link, made_id)
    if there and not linked.changes:
        raise UserError(
            f"These words are labelled as {label_of(scheme, wanted.label).name} already. "
            "It is selected."
        )
    fate = ACCEPTED if wanted == suggestion else CHANGED
    decided = _decided(suggestion, fate, sheet.annotator, decision, made_id)
    changes = (*made.changes, *linked.changes, Change(suggestion, decided))
    return Draft(f"Take the suggestion: {label_of(scheme, wanted.label).name}", changes)


def reject(sheet: Sheet, scheme: Scheme, suggestion_id: str, *, decision: str = SINGLE) -> Draft:
    """Refuse a suggestion; it is kept as refused, so that it does not come back."""
    suggestion = _open(sheet, suggestion_id)
    label = scheme.label(suggestion.label)
    decided = _decided(suggestion, REJECTED, sheet.annotator, decision)
    name = f"Refuse the suggestion: {label.name if label else suggestion.label}"
    return Draft(name, (Change(suggestion, decided),))


def accept_all(sheet: Sheet, scheme: Scheme, label_id: str) -> Draft:
    """Take every open suggestion of one label on an article, as one step.

    What cannot be taken any more, because other labels stand there by now, stays open.

    Raises:
        UserError: there is none that can be taken.
    """
    label = label_of(scheme, label_id)
    draft, number = Draft("", ()), 0
    for suggestion in open_suggestions(sheet):
        if suggestion.label != label_id:
            continue
        try:
            one = accept(sheet.after(draft.changes), scheme, suggestion.id)
        except UserError:
            continue
        draft, number = draft.joined_with(one), number + 1
    if not number:
        raise UserError(
            f"No suggestion of {label.name} is open in this article. Nothing was changed."
        )
    return replace(draft, operation=f"Take {number} suggestions: {label.name}")


def settled(sheet: Sheet, draft: Draft) -> Draft:
    """The draft, with the fate of suggestions whose annotation it changes or removes.

    What was taken and is changed later counts as changed, what is removed as refused; a label
    given by hand to words for which it is proposed settles the proposal as accepted.
    """
    if draft.undoes is not None or not sheet.suggestions:
        return draft
    by_made = {each.made_id: each for each in sheet.suggestions.values() if each.made_id}
    told = {change.record.key for change in draft.changes if isinstance(change.record, Suggestion)}
    changes = [
        Change(suggestion, after)
        for change in draft.changes
        if isinstance(change.record, Annotation) and sheet.concerns(change.record)
        for suggestion, after in _followed(sheet, change, by_made)
        if suggestion.key not in told and after != suggestion
    ]
    return replace(draft, changes=(*draft.changes, *changes)) if changes else draft


def _followed(
    sheet: Sheet, change: Change, by_made: Mapping[str, Suggestion]
) -> Iterable[tuple[Suggestion, Suggestion]]:
    annotation = change.record
    assert isinstance(annotation, Annotation)  # noqa: S101 - as `settled` chose it
    if change.before is None:
        for each in sheet.suggestions.values():
            if each.is_open and _is_same(each, annotation) and each.link is None:
                yield each, _decided(each, ACCEPTED, sheet.annotator, SINGLE, annotation.id)
        return
    suggestion = by_made.get(annotation.id)
    if suggestion is None or suggestion.fate not in (ACCEPTED, CHANGED):
        return
    if change.after is None:
        yield suggestion, replace(suggestion, fate=REJECTED, made_id="")
    elif not _is_same(suggestion, annotation) or not _keeps(suggestion, annotation):
        yield suggestion, replace(suggestion, fate=CHANGED)
    else:
        yield suggestion, replace(suggestion, fate=ACCEPTED)


def _is_same(suggestion: Suggestion, annotation: Annotation) -> bool:
    return (suggestion.label, suggestion.fragments) == (annotation.label, annotation.fragments)


def _keeps(suggestion: Suggestion, annotation: Annotation) -> bool:
    """Whether the annotation has what was proposed; what a person added to it is no change."""
    return all(
        annotation.attributes.get(name) == value for name, value in suggestion.attributes.items()
    )


def _open(sheet: Sheet, suggestion_id: str) -> Suggestion:
    suggestion = sheet.suggestions.get(suggestion_id)
    if suggestion is None or suggestion.fate != OPEN:
        raise UserError(_GONE)
    return suggestion


def _decided(
    suggestion: Suggestion, fate: str, by: str, decision: str, made_id: str = ""
) -> Suggestion:
    return replace(suggestion, fate=fate, by=by, decision=decision, made_id=made_id)


def _attributes(
    scheme: Scheme,
    suggestion: Suggestion,
    label_id: str | None,
    attributes: Mapping[str, Json] | None,
) -> dict[str, Json]:
    """What is proposed and what the person adds, as far as the label may have it."""
    label = label_of(scheme, label_id or suggestion.label)
    merged = {**suggestion.attributes, **(attributes or {})}
    return {name: value for name, value in merged.items() if label.attribute(name) is not None}


def _labelled(sheet: Sheet, suggestion: Suggestion) -> Annotation | None:
    return next((e for e in sheet.annotations.values() if _is_same(suggestion, e)), None)


def _annotated(sheet: Sheet, scheme: Scheme, wanted: Suggestion, made_id: str) -> Draft:
    return add_annotation(
        sheet,
        scheme,
        wanted.fragments,
        wanted.label,
        attributes=wanted.attributes,
        annotation_id=made_id,
        origin=wanted.origin,
    )


def _linked(sheet: Sheet, scheme: Scheme, link: SuggestedLink | None, made_id: str) -> Draft:
    """The relation of a suggestion, where its far end is there and the scheme allows it."""
    far_id = _far_end(sheet, link) if link else None
    if link is None or far_id is None or far_id == made_id:
        return Draft("", ())
    from_id, to_id = (far_id, made_id) if link.is_from else (made_id, far_id)
    try:
        return relate(sheet, scheme, link.relation, from_id=from_id, to_id=to_id)
    except UserError:
        # The words are right all the same; a claim that has a cue keeps the one it has.
        return Draft("", ())


def _far_end(sheet: Sheet, link: SuggestedLink) -> str | None:
    """The annotation at the far end: the named one, or the one that covers most of its words."""
    if link.far_id:
        return link.far_id if link.far_id in sheet.annotations else None
    far = link.far
    if far is None:
        return None
    inside = [each for each in sheet.annotations.values() if each.hull.overlaps(far)]
    best = max(inside, key=lambda each: (_shared(each.hull, far), each.id), default=None)
    return best.id if best else None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
