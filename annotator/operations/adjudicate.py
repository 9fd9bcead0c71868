"""Settling where annotators differ: what goes into the layer `gold`, and the word for each.

Each decision is one step: the annotation in `gold` with its verdict, a verdict for each annotator,
the relations that can now be drawn, and the decision itself. What all agree on comes along with
the first decision, so that relations between both kinds find their ends.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.domain.adjudication import Adjudication, Item
from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft
from annotator.domain.comparison import Case
from annotator.domain.errors import UserError
from annotator.domain.flag import ANSWERED, SENT_BACK, Flag, Message
from annotator.domain.identity import new_id
from annotator.domain.people import GOLD
from annotator.domain.progress import (
    ADJUDICATED,
    IN_PROGRESS,
    ArticleLabel,
    Progress,
)
from annotator.domain.relation import Relation
from annotator.domain.review import (
    AGREED,
    CONFIRMED_EMPTY,
    EDITED,
    MAJORITY,
    MERGED,
    NEITHER,
    TAKEN,
    UNSAMPLED,
    Decision,
    Verdict,
)
from annotator.operations import gold_flags, gold_links, gold_stances, judging
from annotator.operations.combining import majority, merged
from annotator.operations.gold_links import DecisionsOf

_NAMES = {
    TAKEN: "Take {}",
    MERGED: "Merge",
    NEITHER: "Take neither",
    MAJORITY: "Take the majority",
    EDITED: "Correct",
    AGREED: "Keep",
}


def take(state: Adjudication, item: Item, annotator: str, *, by: str, reason: str = "") -> Draft:
    """Decide as one annotator did, also that nothing belongs here."""
    made = item.case.members.get(annotator)
    value = item.case.values.get(annotator)
    return _decided(state, item, made, value, TAKEN, taken=annotator, by=by, reason=reason)


def merge(state: Adjudication, item: Item, *, by: str, reason: str = "") -> Draft:
    """Take the longest words, everybody's values and relations.

    Raises:
        UserError: labels on the whole article cannot be merged.
    """
    if item.case.is_of_article:
        raise UserError("Two values of an article cannot be merged. Take one of them.")
    made = merged(item.case, state.annotators)
    return _decided(state, item, made, None, MERGED, by=by, reason=reason)


def take_neither(state: Adjudication, item: Item, *, by: str, reason: str = "") -> Draft:
    """Decide that nothing belongs here: a decision like every other."""
    return _decided(state, item, None, None, NEITHER, by=by, reason=reason)


def take_majority(state: Adjudication, item: Item, *, by: str, reason: str = "") -> Draft:
    """Decide as most annotators did, in each respect.

    Raises:
        UserError: in some respect no two agree, or as many are for it as against it.
    """
    made, value = majority(item.case, state.annotators)
    return _decided(state, item, made, value, MAJORITY, by=by, reason=reason)


def correct(
    state: Adjudication, item: Item, made: Annotation, *, by: str, reason: str = ""
) -> Draft:
    """Decide with words, a label or values of the editor's own; relations are everybody's."""
    return _decided(state, item, made, None, EDITED, by=by, reason=reason)


def keep(state: Adjudication, item: Item, *, by: str) -> Draft:
    """Leave a decision as it is although somebody changed their work since."""
    if item.decision is None:
        raise UserError("Nothing is decided here yet. Nothing was changed.")
    _check_open(state)
    seen = replace(item.decision, sides=item.case.sides, by=by)
    return Draft(_NAMES[AGREED], (Change(item.decision, seen),))


def finish(state: Adjudication, *, by: str, decisions_of: DecisionsOf = lambda _: ()) -> Draft:
    """Say that the layer is complete; an article where nothing is labelled is confirmed empty.

    Flags that are not closed come along, and relations to articles that are complete already.

    Raises:
        UserError: something is not decided yet.
    """
    if state.left:
        left = len(state.left)
        words = "1 difference is" if left == 1 else f"{left} differences are"
        raise UserError(f"{words} not decided yet. Nothing was changed. D leads to the next.")
    if state.is_gold:
        return Draft("Nothing", ())
    changes = list(_agreed(state, by=by))
    after = state.after(changes)
    changes += _linked(after)
    changes += gold_stances.brought(state.after(changes))
    if not after.gold.annotations and not after.gold.labels:
        changes.append(Change(None, _of_nothing(state, by)))
    changes += gold_flags.brought(after)
    changes += gold_links.between(state.after(changes), decisions_of)
    changes.append(Change(state.gold.progress, _progress(state, ADJUDICATED)))
    return Draft("Accept as gold", tuple(changes))


def reopen(state: Adjudication) -> Draft:
    """Say that the layer is not complete after all; what was decided and answered stays."""
    if not state.is_gold:
        return Draft("Nothing", ())
    gone: list[Flag | Verdict | Relation] = [
        *gold_flags.plain_copies(state),
        *(each for each in state.gold.verdicts.values() if each.id == _EMPTY),
        *(each for each in state.gold.relations.values() if each.is_between_articles),
    ]
    status = Change(state.gold.progress, _progress(state, IN_PROGRESS))
    return Draft("Reopen gold", (*(Change(each, None) for each in gone), status))


def send_back(
    state: Adjudication,
    annotator: str,
    *,
    by: str,
    message: str,
    reason: str = "",
    item: Item | None = None,
) -> Draft:
    """Give an article back to its annotator, with a flag where it is about something.

    `reason` is the code of one (`review.REASONS`), which the flag keeps beside the words.
    """
    sheet = next(each for each in state.sheets if each.annotator == annotator)
    made = item.case.members.get(annotator) if item else None
    others = list(item.case.members.values()) if item and made is None else []
    flag = Flag(
        id=new_id(),
        article_id=state.article.id,
        annotator=annotator,
        target_id=made.id if made else None,
        reason=SENT_BACK,
        state=ANSWERED,
        raised_by=by,
        messages=(Message(by, message),),
        grounds=reason,
        fragments=others[0].fragments if others else (),
        text=others[0].text if others else "",
    )
    fresh = Progress(state.article.id, annotator, IN_PROGRESS)
    changes = (Change(sheet.progress, fresh), Change(None, flag))
    return Draft(f"Send back to {annotator}", changes)


_EMPTY = "empty"


def _of_nothing(state: Adjudication, by: str) -> Verdict:
    return Verdict(
        id=_EMPTY,
        article_id=state.article.id,
        annotator=GOLD,
        target_id=None,
        label="",
        verdict=CONFIRMED_EMPTY,
        reason="",
        by=by,
    )


def _decided(
    state: Adjudication,
    item: Item,
    made: Annotation | None,
    value: str | None,
    choice: str,
    *,
    by: str,
    reason: str,
    taken: str = "",
) -> Draft:
    _check_open(state)
    changes = list(_agreed(state, by=by))
    changes += _settled(state, item, made, value, choice, by=by, reason=reason, taken=taken)
    if state.gold.progress is None:
        changes.append(Change(None, _progress(state, IN_PROGRESS)))
    changes += _linked(state.after(changes))
    changes += gold_stances.brought(state.after(changes))
    return Draft(_NAMES[choice].format(taken), _netted(changes))


def _check_open(state: Adjudication) -> None:
    if state.is_gold:
        raise UserError("This article is gold already. Nothing was changed. Reopen it first.")


def _agreed(state: Adjudication, *, by: str) -> Iterator[Change]:
    """What nobody has to decide and is not in the layer yet."""
    for item in state.agreed:
        if item.decision is not None:
            continue
        choice = AGREED if item.case.is_agreed and not state.is_single else UNSAMPLED
        made = next(iter(item.case.members.values()), None)
        value = next(iter(item.case.values.values()), None)
        yield from _settled(state, item, made, value, choice, by=by, reason="", taken="")


def _settled(
    state: Adjudication,
    item: Item,
    made: Annotation | None,
    value: str | None,
    choice: str,
    *,
    by: str,
    reason: str,
    taken: str,
) -> Iterator[Change]:
    """The changes of one decision: an earlier one about the same goes."""
    case, before = item.case, item.decision
    name = before.id if before else name_of(case, state.article.id)
    golden = _golden(state, name, made)
    named = case.label if case.stance is None else name
    decision = Decision(
        id=name,
        article_id=state.article.id,
        label=golden.label if golden else case.label,
        kinds=case.kinds,
        choice=choice,
        taken=taken,
        reason=reason,
        by=by,
        scheme=state.scheme.id,
        revision=state.scheme.revision,
        sides=case.sides,
        results=(name,) if golden else ((named,) if value else ()),
        is_of_article=case.is_of_article,
    )
    yield from gold_flags.loosened(state, name, golden)
    if case.is_of_article and case.stance is None:
        fresh = ArticleLabel(state.article.id, GOLD, case.label, value) if value else None
        yield from _changed(state.gold.labels.get(case.label), fresh)
    elif case.stance is None:  # a cell of the grid comes along with those whom it names
        yield from _changed(state.gold.annotations.get(name), golden)
    yield from _changed(before, decision)
    yield from judging.verdicts(state, case, golden, value, decision)


def _golden(state: Adjudication, name: str, made: Annotation | None) -> Annotation | None:
    """An annotation as the layer has it; what only editors say of it stays."""
    if made is None:
        return None
    label = state.scheme.label(made.label)
    own = {each.id for each in (label.attributes if label else ()) if each.editors_only}
    before = state.gold.annotations.get(name)
    kept = {k: v for k, v in before.attributes.items() if k in own} if before else {}
    values = {k: v for k, v in made.attributes.items() if k not in own}
    return replace(
        made, id=name, annotator=GOLD, attributes={**values, **kept}, origin="adjudication", note=""
    )


def name_of(case: Case, article_id: str) -> str:
    """The name of a decision and of what comes of it: the same on every computer."""
    told = [article_id, case.label if case.is_of_article else ""]
    told += [f"{side.annotator}\n{side.annotation_id}" for side in case.sides if side.annotation_id]
    return hashlib.sha256("\n\n".join(told).encode()).hexdigest()[:16]


def _linked(state: Adjudication) -> list[Change]:
    """What makes the relations of the layer those that its decisions ask for."""
    wanted = {each.id: each for each in gold_links.within(state)}
    there = {
        each.id: each for each in state.gold.relations.values() if not each.is_between_articles
    }
    gone = [Change(there[name], None) for name in there.keys() - wanted.keys()]
    return [*gone, *gold_links.brought(there, wanted)]


def _progress(state: Adjudication, status: str) -> Progress:
    return Progress(state.article.id, GOLD, status)


def _changed(
    before: Annotation | Decision | ArticleLabel | Verdict | None,
    after: Annotation | Decision | ArticleLabel | Verdict | None,
) -> Iterator[Change]:
    if before != after:
        yield Change(before, after)


def _netted(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Changes in an order that the file can take: relations go before, and come after, the rest."""

    def rank(change: Change) -> int:
        if not isinstance(change.record, Relation):
            return 1
        return 0 if change.after is None else 2

    return tuple(sorted(changes, key=rank))
