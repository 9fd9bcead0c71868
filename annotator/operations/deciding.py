"""One decision about many passages, of several articles, as one step."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft
from annotator.domain.errors import UserError
from annotator.domain.identity import name_from
from annotator.domain.json import Json
from annotator.domain.review import VERDICTS, Verdict
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.operations.annotate import label_of, relabel, set_attribute

SheetOf: TypeAlias = Callable[[str, str], Sheet]
"""The work on an article, by the article and the annotator."""


def relabel_all(
    annotations: Sequence[Annotation],
    scheme: Scheme,
    label_id: str,
    *,
    sheet_of: SheetOf,
    attributes: dict[str, Json] | None = None,
) -> Draft:
    """Give all of them another label; those that cannot have it stay as they are.

    Raises:
        UserError: none of them can have it.
    """
    name = label_of(scheme, label_id).name
    return _every(
        annotations,
        f"Change {len(annotations)} passages to {name}",
        sheet_of,
        lambda sheet, each: relabel(sheet, scheme, each.id, label_id, attributes=attributes),
    )


def set_all(
    annotations: Sequence[Annotation],
    scheme: Scheme,
    attribute_id: str,
    value: Json,
    *,
    sheet_of: SheetOf,
) -> Draft:
    """Set an attribute of all of them; those whose label lacks it stay as they are.

    Raises:
        UserError: none of them has it.
    """
    return _every(
        annotations,
        f"Set {attribute_id} of {len(annotations)} passages",
        sheet_of,
        lambda sheet, each: set_attribute(sheet, scheme, each.id, attribute_id, value),
    )


def judge_all(
    annotations: Sequence[Annotation],
    verdict: str,
    *,
    by: str,
    sheet_of: SheetOf,
    reason: str = "",
) -> Draft:
    """Give an editor's verdict on all of them; it takes the place of the editor's earlier one."""
    if verdict not in VERDICTS:
        raise UserError(f"There is no verdict “{verdict}”. Nothing was changed.")
    changes = []
    for each in annotations:
        fresh = Verdict(
            id=name_from("verdict", each.id, by),
            article_id=each.article_id,
            annotator=each.annotator,
            target_id=each.id,
            label=each.label,
            verdict=verdict,
            reason=reason,
            by=by,
        )
        before = sheet_of(each.article_id, each.annotator).verdicts.get(fresh.id)
        if before != fresh:
            changes.append(Change(before, fresh))
    return Draft(f"Verdict on {len(annotations)} passages", tuple(changes))


def _every(
    annotations: Sequence[Annotation],
    name: str,
    sheet_of: SheetOf,
    act: Callable[[Sheet, Annotation], Draft],
) -> Draft:
    """What an operation does to each, one after the other, on the sheets as they become."""
    sheets: dict[tuple[str, str], Sheet] = {}
    changes: list[Change] = []
    refusals: list[UserError] = []
    for each in annotations:
        own = (each.article_id, each.annotator)
        sheet = sheets.get(own) or sheet_of(*own)
        try:
            draft = act(sheet, each)
        except UserError as refusal:
            refusals.append(refusal)
            continue
        sheets[own] = sheet.after(draft.changes)
        changes += draft.changes
    if refusals and not changes:
        raise refusals[0]
    return Draft(name, tuple(changes))
