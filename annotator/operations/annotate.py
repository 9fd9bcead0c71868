"""Labelling words, and changing what was labelled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft, added, removed
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.domain.identity import new_id
from annotator.domain.json import Json
from annotator.domain.progress import Progress
from annotator.domain.relation import Relation
from annotator.domain.scheme import Label, Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span, problem_with, words
from annotator.text import graphemes


def add_annotation(
    sheet: Sheet,
    scheme: Scheme,
    fragments: Sequence[Span],
    label_id: str,
    *,
    attributes: Mapping[str, Json] | None = None,
    annotation_id: str | None = None,
    origin: str = "manual",
) -> Draft:
    """Label words, if the scheme allows it beside what this annotator already labelled.

    White space at the ends of fragments is left out.

    Raises:
        UserError: the label is unknown, the place cannot be labelled, or it is labelled so already.
    """
    label = label_of(scheme, label_id)
    places = fitted(sheet, fragments)
    annotation = Annotation(
        id=annotation_id or new_id(),
        article_id=sheet.article.id,
        annotator=sheet.annotator,
        label=label.id,
        fragments=places,
        text=words(sheet.article.text, places),
        attributes=dict(attributes or {}),
        origin=origin,
    )
    _check_attributes(scheme, annotation)
    check_beside(sheet, scheme, annotation)
    draft = Draft(f"Label as {name_of(scheme, annotation)}", added([annotation]))
    return begun(sheet, draft)


def remove_annotation(sheet: Sheet, scheme: Scheme, annotation_id: str) -> Draft:
    """Take a label away, with its relations; flags on it stay, on the passage.

    Of stances that name it, another annotation of the same words takes its place, or they go.
    """
    annotation = annotation_of(sheet, annotation_id)
    loosened = [
        Change(flag, _on_passage(flag, annotation)) for flag in sheet.flags_of(annotation.id)
    ]
    changes = (
        *removed(sheet.relations_of(annotation.id)),
        *loosened,
        *_disowned(sheet, annotation),
        *removed([annotation]),
    )
    return Draft(f"Remove {name_of(scheme, annotation)}", changes)


def relabel(
    sheet: Sheet,
    scheme: Scheme,
    annotation_id: str,
    label_id: str,
    *,
    attributes: Mapping[str, Json] | None = None,
) -> Draft:
    """Give labelled words another label; what the new one cannot have goes."""
    annotation = annotation_of(sheet, annotation_id)
    label = label_of(scheme, label_id)
    kept = {
        name: value
        for name, value in annotation.attributes.items()
        if (attribute := label.attribute(name)) and attribute.problem_with(value) is None
    }
    changed = replace(annotation, label=label.id, attributes={**kept, **(attributes or {})})
    if changed == annotation:
        return _nothing()
    _check_attributes(scheme, changed)
    check_beside(sheet, scheme, changed)
    lost = [
        relation
        for relation in sheet.relations_of(annotation.id)
        if not _still_allowed(scheme, relation, changed)
    ]
    changes = (*removed(lost), Change(annotation, changed))
    return Draft(f"Change to {name_of(scheme, changed)}", changes)


def set_fragments(
    sheet: Sheet, scheme: Scheme, annotation_id: str, fragments: Sequence[Span]
) -> Draft:
    """Move the edges of labelled words, or add and drop fragments."""
    annotation = annotation_of(sheet, annotation_id)
    places = fitted(sheet, fragments)
    if places == annotation.fragments:
        return _nothing()
    changed = replace(annotation, fragments=places, text=words(sheet.article.text, places))
    check_beside(sheet, scheme, changed)
    name = f"Change the words of {name_of(scheme, annotation)}"
    return Draft(name, (Change(annotation, changed),))


def extend(sheet: Sheet, scheme: Scheme, annotation_id: str, fragment: Span) -> Draft:
    """Add a fragment to an annotation: an interrupted claim or quotation is one thing.

    A fragment that touches or overlaps an old one is joined with it.
    """
    annotation = annotation_of(sheet, annotation_id)
    (fresh,) = fitted(sheet, [fragment])
    places = _joined((*annotation.fragments, fresh), sheet.article.text)
    return set_fragments(sheet, scheme, annotation_id, places)


def cut_out(sheet: Sheet, scheme: Scheme, annotation_id: str, hole: Span) -> Draft:
    """Take words out of an annotation: the cue in the middle of a claim."""
    annotation = annotation_of(sheet, annotation_id)
    places = [
        part
        for place in annotation.fragments
        for part in (
            Span(place.start, min(place.end, max(place.start, hole.start))),
            Span(max(place.start, min(place.end, hole.end)), place.end),
        )
        if len(part) and not part.cut_from(sheet.article.text).isspace()
    ]
    if not places:
        raise UserError(
            "Nothing of the annotation would be left. It was not changed. Delete removes it."
        )
    return set_fragments(sheet, scheme, annotation_id, places)


def set_attribute(
    sheet: Sheet, scheme: Scheme, annotation_id: str, attribute_id: str, value: Json
) -> Draft:
    """Set an attribute, or with None take its value away."""
    annotation = annotation_of(sheet, annotation_id)
    attribute = label_of(scheme, annotation.label).attribute(attribute_id)
    attributes = {k: v for k, v in annotation.attributes.items() if k != attribute_id}
    if value is not None:
        attributes[attribute_id] = value
    if attributes == annotation.attributes:
        return _nothing()
    changed = replace(annotation, attributes=attributes)
    _check_attributes(scheme, changed)
    name = attribute.name if attribute else attribute_id
    return Draft(f"Set {name}", (Change(annotation, changed),))


def set_note(sheet: Sheet, scheme: Scheme, annotation_id: str, note: str) -> Draft:
    """Write a comment on an annotation; an empty one takes it away."""
    annotation = annotation_of(sheet, annotation_id)
    changed = replace(annotation, note=note.strip())
    if changed == annotation:
        return _nothing()
    return Draft(f"Comment on {name_of(scheme, annotation)}", (Change(annotation, changed),))


def annotation_of(sheet: Sheet, annotation_id: str) -> Annotation:
    """An annotation of the sheet, or a refusal in words."""
    if annotation_id not in sheet.annotations:
        raise UserError(
            "This annotation is no longer there. Nothing was changed. Choose another one."
        )
    return sheet.annotations[annotation_id]


def label_of(scheme: Scheme, label_id: str) -> Label:
    """A label of the scheme, or a refusal in words."""
    label = scheme.label(label_id)
    if label is None:
        known = ", ".join(each.id for each in scheme.labels)
        raise UserError(f"The scheme has no label “{label_id}”. It has {known}.")
    return label


def name_of(scheme: Scheme, annotation: Annotation) -> str:
    """What the window calls an annotation: its label, or the keyed value (Positive)."""
    label = scheme.label(annotation.label)
    if label is None:
        return annotation.label
    keyed = label.keyed_attribute
    value = keyed.value(str(annotation.attributes.get(keyed.id, ""))) if keyed else None
    return value.name if value else label.name


def begun(sheet: Sheet, draft: Draft) -> Draft:
    """The draft, noting besides that the annotator has begun with the article."""
    if sheet.progress is not None:
        return draft
    start = Draft(draft.operation, added([Progress(sheet.article.id, sheet.annotator)]))
    return draft.joined_with(start)


def fitted(sheet: Sheet, fragments: Sequence[Span]) -> tuple[Span, ...]:
    """Fragments without white space at their ends, in order, proved to lie in the text."""
    text = sheet.article.text
    places = tuple(sorted(_trimmed(text, place) for place in fragments))
    problem = problem_with(places, text) or _cut_character(text, places)
    if problem:
        raise UserError(f"These words cannot be labelled: {problem}. Choose other words.")
    return places


def check_beside(sheet: Sheet, scheme: Scheme, annotation: Annotation) -> None:
    """Refuse what repeats another annotation, or overlaps where the scheme forbids it."""
    label = scheme.label(annotation.label)
    start, end = annotation.start, annotation.end
    for other in sheet.annotations.values():
        # Written out: each key that labels goes through all of an article's annotations here.
        if other.fragments[-1].end <= start or other.fragments[0].start >= end:
            continue
        if other.id == annotation.id:
            continue
        if other.label == annotation.label and other.fragments == annotation.fragments:
            name = name_of(scheme, other)
            raise UserError(f"These words are labelled as {name} already. It is selected.")
        other_label = scheme.label(other.label)
        is_exclusive = (label and label.exclusive) or (other_label and other_label.exclusive)
        if is_exclusive and _overlap(annotation, other):
            raise UserError(
                f"A {name_of(scheme, annotation)} cannot overlap a {name_of(scheme, other)}. "
                "Nothing was changed. Choose words beside it."
            )


def _overlap(one: Annotation, other: Annotation) -> bool:
    return any(a.overlaps(b) for a in one.fragments for b in other.fragments)


def _check_attributes(scheme: Scheme, annotation: Annotation) -> None:
    problems = scheme.attribute_problems(annotation.label, annotation.attributes)
    if problems:
        raise UserError(" ".join(problems))


def _still_allowed(scheme: Scheme, relation: Relation, changed: Annotation) -> bool:
    """Whether a link may stay when the annotation at one of its ends is changed."""
    kind = scheme.relation(relation.label)
    if kind is None:
        return True
    # By article and id: in the article at the far end the same id may stand for another.
    own = (changed.article_id, changed.id)
    may_leave = changed.label in kind.sources or own != (relation.article_id, relation.from_id)
    may_arrive = changed.label in kind.targets or own != (relation.to_article_id, relation.to_id)
    return may_leave and may_arrive


def _disowned(sheet: Sheet, annotation: Annotation) -> Iterator[Change]:
    for stance in sheet.stances.values():
        if any(party.annotation_id == annotation.id for party in stance.parties):
            heir = _heir(sheet, annotation)
            yield Change(stance, stance.renamed(annotation.id, heir) if heir else None)


def _heir(sheet: Sheet, annotation: Annotation) -> str | None:
    words = " ".join(annotation.text.casefold().split())
    same = (
        other.id
        for other in sheet.annotations.values()
        if other.id != annotation.id
        and other.label == annotation.label
        and " ".join(other.text.casefold().split()) == words
    )
    return min(same, default=None)


def _on_passage(flag: Flag, annotation: Annotation) -> Flag:
    return replace(flag, target_id=None, fragments=annotation.fragments, text=annotation.text)


def _trimmed(text: str, place: Span) -> Span:
    start, end = max(place.start, 0), min(place.end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _cut_character(text: str, places: Sequence[Span]) -> str | None:
    for place in places:
        if not (
            graphemes.is_boundary(text, place.start) and graphemes.is_boundary(text, place.end)
        ):
            return f"[{place.start}, {place.end}) cuts a character into two"
    return None


def _joined(places: Sequence[Span], text: str) -> list[Span]:
    joined: list[Span] = []
    for place in sorted(places):
        last = joined[-1] if joined else None
        between = text[last.end : place.start] if last else ""
        if last and (place.start <= last.end or between.isspace()):
            joined[-1] = Span(last.start, max(last.end, place.end))
        else:
            joined.append(place)
    return joined


def _nothing() -> Draft:
    return Draft("Nothing", ())
