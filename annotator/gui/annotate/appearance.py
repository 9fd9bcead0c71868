"""How annotations, flags and relations look in the article: records in, marks and links out."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from annotator.domain.annotation import Annotation
from annotator.domain.flag import Flag
from annotator.domain.relation import Relation
from annotator.domain.scheme import Label, Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.domain.suggestion import Suggestion
from annotator.gui.article.marks import Link, Mark
from annotator.gui.names import NameOf
from annotator.gui.selected import FLAG_PREFIX, GHOST_PREFIX, SUGGESTION_PREFIX
from annotator.gui.wording import reason_of
from annotator.operations.annotate import name_of

_SHAPES = {"square": "square", "round": "round", "diamond": "diamond", "hexagon": "diamond"}
_LETTERS = 1


def mark_of(annotation: Annotation, scheme: Scheme, *, is_saved: bool) -> Mark:
    """The mark of an annotation, by its label or the keyed value it holds."""
    label = scheme.label(annotation.label)
    if label is None:
        return Mark(
            id=annotation.id,
            fragments=annotation.fragments,
            role="suggestion",
            underline="dotted",
            shape="square",
            letter="?",
            name=annotation.label,
            lane=0,
            note=annotation.note,
            is_saved=is_saved,
            layer=annotation.label,
        )
    colour, glyph = _colour_and_glyph(label, annotation)
    return Mark(
        id=annotation.id,
        fragments=annotation.fragments,
        role=colour,
        underline=label.underline,
        shape=_SHAPES.get(label.chip, "square"),
        letter=glyph,
        name=name_of(scheme, annotation),
        lane=lane_of(scheme, label),
        note=annotation.note,
        is_saved=is_saved,
        layer=label.id,
    )


def far_words(sheet: Sheet, scheme: Scheme, sheet_of: Callable[[str], Sheet]) -> dict[str, str]:
    """What annotations are linked with in other articles, in words, by their ids."""
    between = [each for each in sheet.relations.values() if each.is_between_articles]
    if not between:
        return {}
    # Few articles have such links; those that have none need not wait for this.
    from annotator.gui.far_ends import far_end

    lines: dict[str, list[str]] = {}
    for relation in sorted(between, key=lambda each: (each.label, each.id)):
        near = relation.from_id if relation.article_id == sheet.article.id else relation.to_id
        far = far_end(relation, sheet, scheme, sheet_of)
        lines.setdefault(near, []).append(f"⇄ {far.name} “{far.words}” – {far.title}")
    return {near: "\n".join(words) for near, words in lines.items()}


def ghost_of(label: Label, place: Span, scheme: Scheme, *, name: str) -> Mark:
    """The mark of a label that is only offered: no fill, dotted, its letter with a question."""
    return Mark(
        id=GHOST_PREFIX + label.id,
        fragments=(place,),
        role=label.colour,
        underline="dotted",
        shape=_SHAPES.get(label.chip, "square"),
        letter=label.letter or label.name[:_LETTERS].upper(),
        name=name,
        lane=lane_of(scheme, label),
        is_filled=False,
        is_ghost=True,
    )


def suggestion_mark_of(suggestion: Suggestion, scheme: Scheme) -> Mark | None:
    """The mark of what an engine proposes: as a ghost, but it can be selected by its chip."""
    label = scheme.label(suggestion.label)
    if label is None:
        return None
    keyed = label.keyed_attribute
    value = keyed.value(str(suggestion.attributes.get(keyed.id, ""))) if keyed else None
    return Mark(
        id=SUGGESTION_PREFIX + suggestion.id,
        fragments=suggestion.fragments,
        role=(value.colour if value else "") or label.colour,
        underline="dotted",
        shape=_SHAPES.get(label.chip, "square"),
        letter=(value.glyph if value else "") or label.letter or label.name[:_LETTERS].upper(),
        name=f"{value.name if value else label.name}?",
        lane=lane_of(scheme, label),
        is_filled=False,
        is_ghost=True,
        is_suggestion=True,
    )


def lane_of(scheme: Scheme, label: Label) -> int:
    """The column of the margin: what is said, who says it, how it is said."""
    if label.keyed_attribute is not None:
        return 2
    is_reached = any(
        label.id in kind.targets and label.id not in kind.sources and kind.scope == "document"
        for kind in scheme.relations
    )
    return 1 if is_reached else 0


def flag_mark_of(
    flag: Flag, sheet: Sheet, scheme: Scheme, called: NameOf, *, is_saved: bool
) -> Mark | None:
    """The mark of a flag, on its annotation or its passage; none for one on the whole article."""
    places = places_of(flag, sheet)
    if not places or not flag.is_in_sight:
        return None
    return Mark(
        id=FLAG_PREFIX + flag.id,
        fragments=places,
        role="flag",
        underline="wavy",
        shape="none",
        letter="⚑",
        name=reason_of(flag, scheme),
        lane=0,
        is_filled=False,
        note=_flag_words(flag, scheme, called),
        is_saved=is_saved,
    )


def places_of(flag: Flag, sheet: Sheet) -> tuple[Span, ...]:
    """The words a flag concerns, code points, end exclusive."""
    target = sheet.annotations.get(flag.target_id or "")
    return target.fragments if target else flag.fragments


def _words(source: str) -> str:
    return QCoreApplication.translate("Flags", source)


def _flag_words(flag: Flag, scheme: Scheme, called: NameOf) -> str:
    """What the margin says under the reason of a flag: its newest message, else what it means."""
    if flag.why_dismissed:
        return flag.why_dismissed
    if flag.messages:
        newest = flag.messages[-1]
        return f"{called(newest.by)}: {newest.text}"
    reason = scheme.flag_reason(flag.reason)
    return reason.help if reason and reason.help else flag.state


def links_of(relations: Iterable[Relation], scheme: Scheme) -> dict[tuple[str, ...], Link]:
    """The lines of relations within an article, by the keys of the relations."""
    found = {}
    for relation in relations:
        if not relation.is_between_articles:
            kind = scheme.relation(relation.label)
            name = kind.name if kind else relation.label
            found[relation.key] = Link(relation.from_id, relation.to_id, name)
    return found


def _colour_and_glyph(label: Label, annotation: Annotation) -> tuple[str, str]:
    keyed = label.keyed_attribute
    value = keyed.value(str(annotation.attributes.get(keyed.id, ""))) if keyed else None
    colour = (value.colour if value else "") or label.colour
    glyph = (value.glyph if value else "") or label.letter or label.name[:_LETTERS].upper()
    return colour, glyph
