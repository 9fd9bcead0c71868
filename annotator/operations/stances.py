"""Filling the sentiment grid: a polarity becomes an annotation, what none can show a stance.

An annotation always goes before a stance: to say “none expressed” of a cell that a sentiment
fills is refused, and a stance goes as soon as a sentiment fills its cell or nobody in the article
is the one it names.
"""

from collections.abc import Iterator

from annotator.domain.change import Change, Draft, removed
from annotator.domain.errors import UserError
from annotator.domain.identity import new_id
from annotator.domain.relation import HELD_BY
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.domain.stance import NONE_EXPRESSED, STANCES, Party, Stance
from annotator.operations.annotate import (
    add_annotation,
    begun,
    remove_annotation,
    set_attribute,
)
from annotator.operations.entities import Directory, attribute_of, created
from annotator.operations.grid import (
    NOT_LOOKED_AT,
    Cell,
    Grid,
    Side,
    grid,
    is_touched,
    polarity_of,
    sentiment_label,
)
from annotator.operations.relate import relate
from annotator.text.names import places_of


def set_cell(
    sheet: Sheet,
    scheme: Scheme,
    known: Directory,
    *,
    holder: Party | None,
    target: Party,
    value: str | None,
) -> Draft:
    """Say what a holder shows towards a target; None: nobody has looked at it after all.

    A polarity changes the sentiments that fill the cell, or labels the mention of the target that
    is nearest to the holder. None removes those sentiments.

    Raises:
        UserError: the two are not in the grid, the scheme lacks the value, a sentiment fills the
            cell, or no mention of the target can be labelled.
    """
    shown = grid(sheet, scheme, known)
    place = shown.place_of(holder, target)
    if place is None:
        raise UserError("This row or column is no longer there. Nothing was changed.")
    cell = shown.cell(*place)
    sides = shown.holders[place[0]], shown.targets[place[1]]
    if value is None:
        return _cleared(sheet, scheme, cell)
    if value in STANCES:
        return _with_stance(sheet, known, cell, sides, value)
    attribute = polarity_of(scheme)
    if attribute is None or attribute.value(value) is None:
        raise UserError(f"The scheme has no polarity “{value}”. Nothing was changed.")
    draft = (
        _with_polarity(sheet, scheme, cell, attribute.id, value)
        if cell.sentiments
        else _labelled(sheet, scheme, sides, {attribute.id: value})
    )
    return draft.joined_with(Draft(draft.operation, removed(cell.stances)))


def say_none_of_the_rest(
    sheet: Sheet, scheme: Scheme, known: Directory, *, holder: Party | None
) -> Draft:
    """Say of a holder that nothing is expressed towards all targets not looked at yet.

    Raises:
        UserError: the holder is not in the grid.
    """
    shown = grid(sheet, scheme, known)
    changes: tuple[Change, ...] = ()
    for target in shown.targets:
        place = shown.place_of(holder, target.party)
        if place is None or target.party is None:
            raise UserError("This row is no longer there. Nothing was changed.")
        if shown.cell(*place).value == NOT_LOOKED_AT:
            draft = set_cell(
                sheet.after(changes),
                scheme,
                known.after(changes),
                holder=holder,
                target=target.party,
                value=NONE_EXPRESSED,
            )
            changes += draft.changes
    return Draft("Row: none expressed", changes)


def mentions_of(sheet: Sheet, holder: Side, target: Side) -> list[Span]:
    """Where a target stands in the text, the nearest to a holder first."""
    return [place for place, _ in _mentions(sheet, holder, target)]


def settled(sheet: Sheet, scheme: Scheme, known: Directory, draft: Draft) -> Draft:
    """The draft without the stances that it makes void: filled now, or of nobody in the article."""
    if not is_touched(scheme, draft):
        return draft
    after = sheet.after(draft.changes)
    if not after.stances:
        return draft
    shown = grid(after, scheme, known)
    void = [each for each in after.stances.values() if _is_void(each, shown)]
    return draft.joined_with(Draft(draft.operation, removed(void)))


def _is_void(stance: Stance, shown: Grid) -> bool:
    place = shown.place_of(stance.holder, stance.target)
    return place is None or bool(shown.cell(*place).sentiments)


def _cleared(sheet: Sheet, scheme: Scheme, cell: Cell) -> Draft:
    changes: tuple[Change, ...] = removed(cell.stances)
    for annotation_id in cell.sentiments:
        # Stances may pass from one to the next; what else goes does not depend on the others.
        before = sheet.after(changes) if sheet.stances else sheet
        draft = remove_annotation(before, scheme, annotation_id)
        changes += draft.changes
    return Draft("Clear cell", changes)


def _with_stance(
    sheet: Sheet, known: Directory, cell: Cell, sides: tuple[Side, Side], value: str
) -> Draft:
    name = "Cell: none expressed" if value == STANCES[0] else "Cell: cannot tell"
    if cell.sentiments:
        words = sheet.annotations[cell.sentiments[0]].text
        raise UserError(
            f"“{words}” is labelled as a sentiment here, so the cell says what it shows. "
            "Nothing was changed. Clear the cell first: Del removes the label."
        )
    holder, target = (side.party for side in sides)
    if target is None:
        raise UserError("An attitude is shown towards somebody. Choose another cell.")
    before = cell.stances[0] if cell.stances else None
    if before is not None and before.value == value:
        return Draft("Nothing", ())
    identity = before.id if before else new_id()
    own = (sheet.article.id, sheet.annotator)
    after = Stance(identity, *own, holder, target, value)
    named = [party.entity for party in after.parties if party.entity is not None]
    changes = (*created(named, known), Change(before, after), *removed(cell.stances[1:]))
    return begun(sheet, Draft(name, changes))


def _with_polarity(
    sheet: Sheet, scheme: Scheme, cell: Cell, attribute_id: str, value: str
) -> Draft:
    changes: tuple[Change, ...] = ()
    name = "Nothing"
    for annotation_id in cell.sentiments:
        draft = set_attribute(sheet, scheme, annotation_id, attribute_id, value)
        if draft.changes:
            name, changes = draft.operation, changes + draft.changes
    return Draft(name, changes)


def _labelled(
    sheet: Sheet, scheme: Scheme, sides: tuple[Side, Side], attributes: dict[str, str]
) -> Draft:
    """Label a mention of the target, the nearest to its holder that can be labelled."""
    holder, target = sides
    label = sentiment_label(scheme)
    annotation_id = new_id()
    held = dict(attributes)
    if target.party is not None and target.party.entity is not None:
        first = sheet.annotations[target.annotation_ids[0]]
        held[attribute_of(scheme, first)] = target.party.entity
    for mention, holder_id in _mentions(sheet, holder, target):
        try:
            draft = add_annotation(
                sheet, scheme, [mention], label, attributes=held, annotation_id=annotation_id
            )
        except UserError:
            continue
        if holder_id:
            after = sheet.after(draft.changes)
            linked = relate(after, scheme, HELD_BY, from_id=annotation_id, to_id=holder_id)
            draft = draft.joined_with(linked)
        return draft
    raise UserError(
        f"Every mention of “{target.name}” is labelled as a sentiment already. Nothing was "
        "changed. Select the words that show the attitude in the article and label those."
    )


def _mentions(sheet: Sheet, holder: Side, target: Side) -> Iterator[tuple[Span, str]]:
    """Where the target stands, the nearest to a holder first, each with that holder."""
    labelled = [sheet.annotations[each] for each in target.annotation_ids]
    marked = [place for each in labelled for place in each.fragments]
    # The name of an entity keeps its case; other words may stand at the start of a sentence.
    is_any_case = target.party is None or target.party.entity is None
    named = places_of(sheet.article.text, target.names, is_any_case=is_any_case)
    places = sorted({*marked, *named})
    if not holder.annotation_ids:
        yield from ((place, "") for place in places)
        return
    near = []
    for place in places:
        distance, name = min(
            (_gap(place, sheet.annotations[each].hull), each) for each in holder.annotation_ids
        )
        near.append((distance, place, name))
    yield from ((place, name) for _, place, name in sorted(near))


def _gap(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)
