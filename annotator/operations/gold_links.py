"""Which relations the layer `gold` has: those that its decisions ask for, between what it holds."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotator.domain.adjudication import Adjudication, Item
from annotator.domain.change import Change
from annotator.domain.comparison import LinkBetween
from annotator.domain.far_links import between_articles, far_end_of
from annotator.domain.people import GOLD
from annotator.domain.relation import Relation
from annotator.domain.review import EDITED, MERGED, TAKEN, Decision

DecisionsOf = Callable[[str], Sequence[Decision]]
"""The decisions about another article, by its id."""


def within(state: Adjudication) -> Iterator[Relation]:
    """The relations between annotations of the layer, in the order of the text."""
    result = {item.case.number: item for item in state.items if state.result_of(item)}
    leaving: Counter[tuple[str, str]] = Counter()
    ranked = sorted(state.comparison.links.items(), key=lambda each: (-len(each[1]), each[0]))
    for link, made in ranked:
        if link.source not in result or link.target not in result:
            continue
        ends = [state.result_of(result[number]) for number in (link.source, link.target)]
        kind = state.scheme.relation(link.label)
        source, target = (end for end in ends if end is not None)
        if kind is None or not kind.allows(source.label, target.label):
            continue
        if not _is_wanted(state, result[link.source], link, made):
            continue
        if kind.max_from and leaving[link.label, source.id] >= kind.max_from:
            continue
        leaving[link.label, source.id] += 1
        model = made[next(name for name in state.annotators if name in made)]
        yield _golden(model, source.id, target.id)


def between(state: Adjudication, decisions_of: DecisionsOf) -> list[Change]:
    """Relations with articles on which everything is decided, as the decisions here choose them."""
    own = list(state.decisions.values())
    found: dict[str, Relation] = {}
    made: dict[str, set[str]] = {}
    chosen_by: dict[str, tuple[Decision, set[str]]] = {}
    for sheet in state.sheets:
        for each in between_articles(sheet):
            article_id, far_id, is_leaving = far_end_of(each, state.article.id)
            own_id = each.from_id if is_leaving else each.to_id
            here = _decision(own, sheet.annotator, own_id)
            there = _decision(decisions_of(article_id), sheet.annotator, far_id)
            if here is None or there is None or not (here.results and there.results):
                continue
            first, last = (here, there) if is_leaving else (there, here)
            golden = _golden(each, first.results[0], last.results[0])
            made.setdefault(golden.id, set()).add(sheet.annotator)
            chosen_by[golden.id] = (here, _authors(here) & _authors(there))
            found.setdefault(golden.id, golden)
    there_now = {each.id: each for each in state.gold.relations.values()}
    wanted = {
        name: found[name]
        for name, (decision, could) in sorted(chosen_by.items())
        if is_chosen(decision, made[name], could)
    }
    return list(brought(there_now, wanted))


def _decision(decisions: Sequence[Decision], annotator: str, annotation_id: str) -> Decision | None:
    return next(
        (d for d in decisions for s in d.sides
         if (s.annotator, s.annotation_id) == (annotator, annotation_id)), None,
    )  # fmt: skip


def _authors(decision: Decision) -> set[str]:
    return {side.annotator for side in decision.sides if side.annotation_id is not None}


def brought(there: Mapping[str, Relation], wanted: Mapping[str, Relation]) -> Iterator[Change]:
    """What brings relations that are not there, and the attributes of those that are."""
    for name, each in wanted.items():
        before = there.get(name)
        if before != each:
            yield Change(before, each)


def _is_wanted(state: Adjudication, item: Item, link: LinkBetween, made: Iterable[str]) -> bool:
    """Whether a relation is to be drawn: by the choice where it leaves, else by those who could."""
    able = state.comparison.able(link)
    return item.decision is not None and is_chosen(item.decision, set(made), able)


def is_chosen(decision: Decision, has: Collection[str], able: Collection[str]) -> bool:
    """Whether a decision draws a relation that some have, of those who could."""
    choice, taken = decision.choice, decision.taken
    if len(has) == len(able) or choice in (MERGED, EDITED):
        return True
    if choice == TAKEN and taken in able:
        return taken in has
    return 2 * len(has) > len(able)


def _golden(model: Relation, source: str, target: str) -> Relation:
    """An annotator's relation as the layer has it, between what became of its ends."""
    told = f"{model.label}\n{source}\n{target}"
    name = hashlib.sha256(told.encode()).hexdigest()[:16]
    return replace(model, id=name, annotator=GOLD, from_id=source, to_id=target)
