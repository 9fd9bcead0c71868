"""The cells of the sentiment grid that the layer `gold` has besides its annotations.

They follow from the decisions, as relations do: a cell comes as soon as those whom it names are in
the layer, and goes when they go or a sentiment fills it.
"""

from collections.abc import Iterator

from annotator.domain.adjudication import Adjudication, Item
from annotator.domain.annotation import Annotation
from annotator.domain.change import Change
from annotator.domain.comparison import cell_of, meaning
from annotator.domain.people import GOLD
from annotator.domain.relation import HELD_BY
from annotator.domain.review import MAJORITY, TAKEN
from annotator.domain.stance import Party, Stance
from annotator.operations import combining


def brought(state: Adjudication) -> list[Change]:
    """What makes the cells of the layer those that its decisions ask for."""
    wanted = {each.id: each for each in _within(state)}
    there = state.gold.stances
    gone = [Change(there[name], None) for name in there.keys() - wanted.keys()]
    return [*gone, *(Change(there.get(n), w) for n, w in wanted.items() if there.get(n) != w)]


def _within(state: Adjudication) -> Iterator[Stance]:
    items = [each for each in state.items if each.case.stance is not None and each.decision]
    if not items:
        return
    kind = state.scheme.relation(HELD_BY)
    holders = _by_meaning(state, kind.targets if kind else ())
    targets = _by_meaning(state, kind.sources if kind else ())
    filled = set(_filled(state, targets))
    for item in items:
        holder, target = cell_of(item.case)
        value = _value(state, item)
        is_there = target in targets and (not holder or holder in holders)
        if value and is_there and (holder, target) not in filled:
            model, name = item.case.stance, item.decision.id if item.decision else ""
            far = _party(model.holder if model else None, holders.get(holder))
            near = _party(model.target if model else None, targets[target])
            if near is not None:
                yield Stance(name, state.article.id, GOLD, far, near, value)


def _value(state: Adjudication, item: Item) -> str | None:
    """What was decided: one annotator's word, that of most, or of all; nothing is a choice too."""
    decision, values = item.decision, item.case.values
    if decision is None or not decision.results:
        return None
    if decision.choice == TAKEN:
        return values.get(decision.taken)
    if decision.choice == MAJORITY:
        return combining.majority(item.case, state.annotators)[1]
    return next(iter(values.values()), None)


def _by_meaning(state: Adjudication, labels: tuple[str, ...]) -> dict[str, Annotation]:
    found: dict[str, Annotation] = {}
    own = sorted(state.gold.annotations.values(), key=lambda each: (each.start, each.end, each.id))
    for each in own:
        if each.label in labels:
            found.setdefault(meaning(each, state.scheme), each)
    return found


def _filled(state: Adjudication, targets: dict[str, Annotation]) -> Iterator[tuple[str, str]]:
    """The cells that sentiments of the layer fill, by whom they mean."""
    labels = {each.label for each in targets.values()}
    holder_of: dict[str, list[str]] = {}
    for relation in state.gold.relations.values():
        end = state.gold.annotations.get(relation.to_id)
        if relation.label == HELD_BY and end is not None:
            holder_of.setdefault(relation.from_id, []).append(meaning(end, state.scheme))
    for each in state.gold.annotations.values():
        if each.label in labels:
            for holder in holder_of.get(each.id, [""]):
                yield holder, meaning(each, state.scheme)


def _party(model: Party | None, annotation: Annotation | None) -> Party | None:
    """A party as the layer has it: the same entity, or its own annotation."""
    if model is None or annotation is None:
        return None
    return model if model.entity is not None else Party(annotation_id=annotation.id)
