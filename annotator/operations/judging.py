"""What a decision says of each annotator's work: the verdict, and the code of its reason."""

from collections.abc import Iterator

from annotator.domain import far_links
from annotator.domain.adjudication import Adjudication
from annotator.domain.annotation import Annotation
from annotator.domain.change import Change
from annotator.domain.comparison import Case, effective
from annotator.domain.people import GOLD
from annotator.domain.review import (
    ACCEPTED,
    AGREED,
    CONFIRMED_EMPTY,
    CORRECTED,
    REJECTED,
    UNSAMPLED,
    Decision,
    Verdict,
)
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.operations.gold_links import is_chosen


def verdicts(
    state: Adjudication,
    case: Case,
    golden: Annotation | None,
    value: str | None,
    decision: Decision,
) -> Iterator[Change]:
    """The verdict on the layer's own annotation, and where it was a question on each side's."""
    if case.stance is not None:
        return  # the decision itself says what was said of a cell
    fates = {name: _fate(state.scheme, case, name, golden, value) for name in state.annotators}
    is_plain = decision.choice in (AGREED, UNSAMPLED)
    for sheet in state.sheets:
        fate, reason = fates[sheet.annotator]
        if fate == ACCEPTED and _links_otherwise(state, case, sheet.annotator, decision):
            fate, reason = CORRECTED, "wrong_link"
        annotation = case.members.get(sheet.annotator)
        given = decision.reason or reason if fate != ACCEPTED else ""
        fresh = Verdict(
            id=decision.id,
            article_id=state.article.id,
            annotator=sheet.annotator,
            target_id=annotation.id if annotation else None,
            label=annotation.label if annotation else decision.label,
            verdict=fate,
            reason=given,
            by=decision.by,
        )
        yield from _changed(sheet, None if is_plain else fresh)
    yield from _changed(state.gold, _own(state, golden, value, decision, fates))


def _links_otherwise(state: Adjudication, case: Case, annotator: str, decision: Decision) -> bool:
    """Whether somebody's relations leaving here are not those that were decided for."""
    for link in case.disputed:
        has, able = state.comparison.links[link], state.comparison.able(link)
        if annotator in able and (annotator in has) != is_chosen(decision, has, able):
            return True
    for far in case.far:
        made = state.comparison.far_links[far]
        could = far_links.able(far, made, case.members)
        if annotator in could and (annotator in made) != is_chosen(decision, made, could):
            return True
    return False


def _own(
    state: Adjudication,
    golden: Annotation | None,
    value: str | None,
    decision: Decision,
    fates: dict[str, tuple[str, str]],
) -> Verdict | None:
    """The verdict that stands behind what is in the layer, or behind its absence."""
    if decision.is_of_article and value is not None:
        return None  # an article label is no annotation
    is_new = all(fate != ACCEPTED for fate, _ in fates.values())
    word = CONFIRMED_EMPTY if golden is None else (CORRECTED if is_new else ACCEPTED)
    target = golden.id if golden else None
    reason = decision.reason or decision.choice
    return Verdict(
        id=decision.id,
        article_id=state.article.id,
        annotator=GOLD,
        target_id=target,
        label=decision.label,
        verdict=word,
        reason=reason,
        by=decision.by,
    )


def _fate(
    scheme: Scheme, case: Case, annotator: str, golden: Annotation | None, value: str | None
) -> tuple[str, str]:
    """The verdict on one annotator's side of a case, and why."""
    if case.is_of_article:
        own = case.values.get(annotator)
        return (ACCEPTED, "") if own == value else (CORRECTED, "wrong_value" if own else "missed")
    made = case.members.get(annotator)
    if golden is None:
        return (CONFIRMED_EMPTY, "") if made is None else (REJECTED, "not_there")
    if made is None:
        return CORRECTED, "missed"
    reason = _difference(scheme, made, golden)
    return (CORRECTED, reason) if reason else (ACCEPTED, "")


def _difference(scheme: Scheme, made: Annotation, golden: Annotation) -> str:
    """How an annotation differs from what it became, as the code of a reason; nothing: not."""
    if made.label != golden.label:
        return "wrong_label"
    if made.fragments != golden.fragments:
        longer = sum(map(len, made.fragments)) > sum(map(len, golden.fragments))
        return "too_long" if longer else "too_short"
    return "wrong_value" if effective(made, scheme) != effective(golden, scheme) else ""


def _changed(sheet: Sheet, fresh: Verdict | None) -> Iterator[Change]:
    name = fresh.id if fresh else None
    before = sheet.verdicts.get(name) if name else None
    if before != fresh:
        yield Change(before, fresh)
