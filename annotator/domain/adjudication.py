"""The adjudication of one article: what was compared, what is decided, what is left."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from annotator.dataclass import dataclass
from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Change
from annotator.domain.comparison import Case, Comparison, EntityOf, compare
from annotator.domain.far_links import FarEnds
from annotator.domain.progress import ADJUDICATED, ArticleLabel
from annotator.domain.relation import Relation
from annotator.domain.review import Decision
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.stance import Stance

_COMPARED = (Annotation, Relation, ArticleLabel, Stance)


@dataclass(frozen=True, slots=True)
class Sampling:
    """How much of one annotator's work an editor looks at when nobody else did the article.

    `rates` lie between 0 and 1, by `ANNOTATOR/LABEL`, `ANNOTATOR`, `*/LABEL` or `*`; the first of
    these that is there holds. Without any, everything is looked at.
    """

    rates: Mapping[str, float] = field(default_factory=dict)

    def rate(self, annotator: str, label: str) -> float:
        """The rate for one annotator and label."""
        names = (f"{annotator}/{label}", annotator, f"*/{label}", "*")
        return next((self.rates[name] for name in names if name in self.rates), 1.0)

    def takes(self, annotation: Annotation) -> bool:
        """Whether an annotation is in the sample; always the same answer for the same one."""
        told = "\n".join(annotation.key).encode()
        drawn = int.from_bytes(hashlib.sha256(told).digest()[:4]) / 2**32
        return drawn < self.rate(annotation.annotator, annotation.label)


@dataclass(frozen=True, slots=True)
class Item:
    """One case with what was decided about it; `is_changed`: somebody changed their work since."""

    case: Case
    decision: Decision | None = None
    is_changed: bool = False
    is_judged: bool = True
    """Whether an editor has to look at it; what all agree on needs nobody."""

    @property
    def is_open(self) -> bool:
        """Whether an editor still has to decide."""
        if self.decision is None:
            return self.is_judged
        return self.is_changed


@dataclass(frozen=True, slots=True)
class Adjudication:
    """What annotators finished on an article, side by side, and the layer made of it."""

    scheme: Scheme
    sheets: tuple[Sheet, ...]
    gold: Sheet
    decisions: Mapping[str, Decision]
    comparison: Comparison
    items: tuple[Item, ...]
    sampling: Sampling
    far: FarEnds = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        scheme: Scheme,
        sheets: Sequence[Sheet],
        gold: Sheet,
        decisions: Iterable[Decision] = (),
        *,
        sampling: Sampling | None = None,
        entity_of: EntityOf = str,
        far: FarEnds | None = None,
    ) -> "Adjudication":
        """Compare the finished work of one or more annotators."""
        held = {each.id: each for each in decisions}
        rates = sampling or Sampling()
        ends = far or {}
        comparison = compare(sheets, scheme, entity_of=entity_of, far=ends)
        items = _items(comparison, held, rates)
        return cls(scheme, tuple(sheets), gold, held, comparison, items, rates, ends)

    @property
    def article(self) -> Article:
        """The article."""
        return self.gold.article

    @property
    def annotators(self) -> tuple[str, ...]:
        """Whose work is compared."""
        return self.comparison.annotators

    @property
    def is_single(self) -> bool:
        """Whether one annotator's work is reviewed, with nobody's to compare it with."""
        return len(self.sheets) == 1

    @property
    def is_gold(self) -> bool:
        """Whether an editor said that the layer is complete."""
        return self.gold.progress is not None and self.gold.progress.status == ADJUDICATED

    @property
    def judged(self) -> list[Item]:
        """Everything that an editor decides or decided, in the order of the text."""
        return [item for item in self.items if item.is_judged or item.is_changed]

    @property
    def left(self) -> list[Item]:
        """What is still to be decided."""
        return [item for item in self.items if item.is_open]

    @property
    def agreed(self) -> list[Item]:
        """What needs no decision, because all agree or because it is outside the sample."""
        return [item for item in self.items if not item.is_judged and not item.is_changed]

    def after(self, changes: Sequence[Change], *, entity_of: EntityOf = str) -> "Adjudication":
        """The adjudication once some changes are made; it compares anew only if it must."""
        sheets = tuple(sheet.after(changes) for sheet in self.sheets)
        gold = self.gold.after(changes)
        held = dict(self.decisions)
        touched: dict[str, Decision | None] = {}
        for change in changes:
            record = change.record
            if isinstance(record, Decision) and record.article_id == self.article.id:
                held.pop(record.id, None)
                touched[record.id] = None
                if change.after is not None:
                    held[record.id] = touched[record.id] = record
        items: tuple[Item, ...] | None = None
        if any(_is_compared(change, self.annotators) for change in changes):
            comparison = compare(sheets, self.scheme, entity_of=entity_of, far=self.far)
        else:
            comparison = self.comparison
            items = _decided(self.items, touched)
        if items is None:
            items = _items(comparison, held, self.sampling)
        return replace(
            self, sheets=sheets, gold=gold, decisions=held, comparison=comparison, items=items
        )

    def result_of(self, item: Item) -> Annotation | None:
        """What is in the layer because of a decision."""
        results = item.decision.results if item.decision else ()
        return next((self.gold.annotations[e] for e in results if e in self.gold.annotations), None)


def _is_compared(change: Change, annotators: Sequence[str]) -> bool:
    record = change.record
    return isinstance(record, _COMPARED) and record.annotator in annotators


def _items(
    comparison: Comparison, decisions: Mapping[str, Decision], sampling: Sampling
) -> tuple[Item, ...]:
    """Cases with their decisions, and decisions about what is no longer there."""
    by_side: dict[tuple[str, str], Decision] = {}
    by_label = {each.label: each for each in decisions.values() if each.is_of_article}
    for each in decisions.values():
        for side in each.sides:
            if side.annotation_id is not None:
                by_side.setdefault((side.annotator, side.annotation_id), each)
    free = dict(decisions)
    items = []
    for case in comparison.cases:
        decision = _decision_of(case, by_side, by_label, free)
        if decision is not None:
            del free[decision.id]
        changed = decision is not None and _is_changed(case, decision)
        items.append(Item(case, decision, changed, _is_judged(case, comparison, sampling)))
    return (*items, *_bereft(comparison, free.values()))


def _decided(
    items: Sequence[Item], touched: Mapping[str, Decision | None]
) -> tuple[Item, ...] | None:
    """The items with other decisions; None where they must be put together anew.

    To lay hundreds of cases beside their decisions takes longer than a key should.
    """
    if not all(touched.values()):
        return None
    fresh = {name: each for name, each in touched.items() if each is not None}
    by_side = {
        (each.is_of_article, side.annotator, side.annotation_id or each.label): each
        for each in fresh.values()
        for side in each.sides
        if side.annotation_id is not None or each.is_of_article
    }
    found: list[Item] = []
    for item in items:
        decision = fresh.pop(item.decision.id, None) if item.decision else None
        if item.decision is None:
            decision = _fresh_decision(item.case, by_side)
            fresh.pop(decision.id if decision else "", None)
        if decision is None:
            found.append(item)
        elif not item.case.sides:
            return None
        else:
            changed = _is_changed(item.case, decision)
            found.append(replace(item, decision=decision, is_changed=changed))
    return None if fresh else tuple(found)


def _fresh_decision(
    case: Case, by_side: Mapping[tuple[bool, str, str], Decision]
) -> Decision | None:
    """The decision about a case that had none."""
    for side in case.sides:
        told = case.label if case.is_of_article else side.annotation_id
        if told is not None and (found := by_side.get((case.is_of_article, side.annotator, told))):
            return found
    return None


def _is_judged(case: Case, comparison: Comparison, sampling: Sampling) -> bool:
    if len(comparison.annotators) > 1:
        return not case.is_agreed
    if case.stance is not None:
        return False
    return case.is_of_article or any(sampling.takes(each) for each in case.members.values())


def _decision_of(
    case: Case,
    by_side: Mapping[tuple[str, str], Decision],
    by_label: Mapping[str, Decision],
    free: Mapping[str, Decision],
) -> Decision | None:
    """The decision about a case: one that knew any of its annotations."""
    if case.is_of_article:
        found = [by_label.get(case.label)]
    else:
        found = [
            by_side.get((side.annotator, side.annotation_id))
            for side in case.sides
            if side.annotation_id is not None
        ]
    return next((each for each in found if each is not None and each.id in free), None)


def _is_changed(case: Case, decision: Decision) -> bool:
    """Whether anybody's work here is not what the editor saw; who is not compared now is not."""
    seen = {side.annotator: side for side in decision.sides}
    return any(seen.get(side.annotator) != side for side in case.sides)


def _bereft(comparison: Comparison, decisions: Iterable[Decision]) -> Iterator[Item]:
    """Decisions that left something in the layer which nobody who is compared has any more."""
    number = len(comparison.cases)
    for each in decisions:
        authors = {side.annotator for side in each.sides if side.annotation_id is not None}
        if each.results and authors <= set(comparison.annotators):
            # Without authors an editor has kept it, knowing that nobody has it any more.
            case = Case(number, each.label, is_of_article=each.is_of_article)
            yield Item(case, each, is_changed=bool(authors), is_judged=False)
            number += 1
