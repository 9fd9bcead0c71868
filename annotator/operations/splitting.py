"""Which split each article falls into, so that nothing of one can be learned from another.

Articles are joined into groups first: stored clusters, texts that are the same or nearly so, the
same address, `same_text_as`, and `same_claim` on wish. A group falls as a whole, by the hash of the
seed and of its first article, so that adding articles moves no group that they do not join.
Held-out outlets and dates cut through groups: there the copies on the other side are left out.
"""

import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, combinations

from annotator.domain.errors import UserError
from annotator.operations.export_plan import ARTICLE, DATE, OUTLET, SplitPlan
from annotator.operations.splits import CLOSEST, ClosePair, Splits
from annotator.storage import origins
from annotator.storage.origins import Origin
from annotator.storage.project import Project
from annotator.text.addresses import plain_address
from annotator.text.near_duplicates import Groups, Sketches, are_near
from annotator.text.shingles import Hashes, containment, jaccard, shingles

SAME_TEXT_AS, SAME_CLAIM = "same_text_as", "same_claim"
COPY = "a near-copy of it is in another split"
NO_DATE = "no date is known"
NO_OUTLET = "no outlet is known"
NOT_LISTED = "the list of splits does not name it"
_ALL_PAIRS = 300
"""Up to so many articles every pair is counted, above only likely ones."""


def split(project: Project, plan: SplitPlan, goes_on: Callable[[], bool] = lambda: True) -> Splits:
    """Assign every article of a project, and verify that nothing near crosses.

    Raises:
        UserError: a list puts two of one group into different splits, or the person stopped it.
    """
    return _Splitting(project, plan, goes_on).result()


class _Splitting:
    def __init__(self, project: Project, plan: SplitPlan, goes_on: Callable[[], bool]) -> None:
        self._project = project
        self._plan = plan
        self._goes_on = goes_on
        self._articles = origins.origins(project)
        self._numbers = {each.id: number for number, each in enumerate(self._articles)}
        self._hashes: dict[int, Hashes] = {}
        self._candidates: list[tuple[int, int]] = []
        self._left_out: dict[str, str] = {}

    def result(self) -> Splits:
        """The splits, verified."""
        self._read_texts()
        groups = self._grouped()
        by_group = self._by_group(groups)
        assigned = self._assigned(by_group)
        borders: tuple[tuple[str, str], ...] = ()
        if self._plan.by == DATE:
            borders = self._borders
        closest = self._closest(assigned)
        return Splits(assigned, self._left_out, closest, len(by_group), borders)

    def _read_texts(self) -> None:
        """Keep what likeness is counted on: all of few articles, the likely ones of many."""
        sketches, is_small = Sketches(), len(self._articles) <= _ALL_PAIRS
        for number, text in enumerate(origins.texts(self._project)):
            sketches.add(text)
            if is_small:
                self._hashes[number] = shingles(text)
            if number % 64 == 0 and not self._goes_on():
                raise UserError("The export was stopped. Nothing was written.")
        self._candidates = sorted(set(sketches.candidates()))
        if not is_small:
            wanted = {number for pair in self._candidates for number in pair}
            for number, text in enumerate(origins.texts(self._project)):
                if number in wanted:
                    self._hashes[number] = shingles(text)

    def _grouped(self) -> Groups:
        groups = Groups(len(self._articles))
        for one, other in self._pairs():
            if groups.may_join(one, other):
                groups.join(one, other)
        return groups

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs of articles that must stay together."""
        if self._plan.by == ARTICLE:
            return
        keys: tuple[Callable[[Origin], str | None], ...] = (
            lambda each: each.text_sha256,
            lambda each: each.cluster,
            lambda each: plain_address(each.url or ""),
        )
        for key in keys:
            yield from _same(self._articles, key)
        labels = (SAME_TEXT_AS, *((SAME_CLAIM,) if self._plan.joins_claims else ()))
        for label in labels:
            for one, other in origins.linked(self._project, label):
                yield self._numbers[one], self._numbers[other]
        for pair in self._candidates:
            if are_near(self._hashes[pair[0]], self._hashes[pair[1]]):
                yield pair

    def _by_group(self, groups: Groups) -> dict[int, list[int]]:
        """The groups by the number of the article that came first: later ones do not rename it."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._articles)):
            found[groups.group_of(number)].append(number)
        return found

    def _assigned(self, by_group: Mapping[int, list[int]]) -> dict[str, str]:
        choose = self._chooser(by_group)
        assigned: dict[str, str] = {}
        for first, members in by_group.items():
            own = {n: choose(n) for n in members} if self._cuts_groups else {}
            listed = self._listed(members)
            name = listed or (next(filter(None, own.values()), "") if own else choose(first))
            for number in members:
                article = self._articles[number]
                wanted = own.get(number, name)
                is_taken_along = bool(listed) and (not wanted or article.id in self._plan.fixed)
                if name and (wanted == name or is_taken_along):
                    assigned[article.id] = name
                else:
                    self._left_out[article.id] = self._why_not(article)
        return assigned

    @property
    def _cuts_groups(self) -> bool:
        return self._plan.by in (OUTLET, DATE)

    def _why_not(self, article: Origin) -> str:
        if not self._plan.shares:
            return NOT_LISTED
        if self._plan.by == DATE and not article.published:
            return NO_DATE
        if self._plan.by == OUTLET and not article.outlet:
            return NO_OUTLET
        return COPY

    def _listed(self, members: Sequence[int]) -> str:
        """The split that a list gives a group."""
        fixed = self._plan.fixed
        named = {self._articles[n].id: fixed[self._articles[n].id] for n in members
                 if self._articles[n].id in fixed}  # fmt: skip
        if len(set(named.values())) > 1 and self._plan.by != ARTICLE:
            told = ", ".join(f"{article} in {name}" for article, name in sorted(named.items()))
            raise UserError(
                f"The list of splits tears near-copies apart: {told}. Nothing was exported. "
                "Give them one split."
            )
        return next(iter(named.values()), "")

    def _chooser(self, by_group: Mapping[int, list[int]]) -> Callable[[int], str]:
        """What gives an article the split it would have without its group."""
        plan, articles = self._plan, self._articles
        if not plan.shares:
            return lambda _: ""
        if plan.by == DATE:
            return lambda number: self._by_date(articles[number])
        if plan.by == OUTLET:
            return lambda n: drawn(plan, outlet) if (outlet := articles[n].outlet) else ""
        if plan.stratify:
            by_number = self._stratified(by_group)
            return by_number.__getitem__
        return lambda number: drawn(plan, articles[number].id)

    def _by_date(self, article: Origin) -> str:
        if not article.published:
            return ""
        names = self._plan.names
        return names[bisect_right([day for day, _ in self._borders], article.published[:10])]

    @cached_property
    def _borders(self) -> tuple[tuple[str, str], ...]:
        """The first day of each split but the first, with its name; a day is never cut."""
        days = sorted(each.published[:10] for each in self._articles if each.published)
        reached = list(accumulate(share for _, share in self._plan.shares))[:-1]
        total = sum(share for _, share in self._plan.shares)
        firsts = [days[min(len(days) - 1, round(len(days) * at / total))] for at in reached if days]
        return tuple(zip(firsts, self._plan.names[1:], strict=False))

    def _stratified(self, by_group: Mapping[int, list[int]]) -> dict[int, str]:
        """Each group to the split that lacks most of its stratum, in the order of hashes."""
        strata = self._strata(by_group)
        sizes = Counter(strata.values())
        given: dict[tuple[str, str], int] = Counter()
        total = sum(share for _, share in self._plan.shares)
        found = {}
        for first in sorted(by_group, key=lambda n: point(self._plan.seed, self._articles[n].id)):
            stratum = strata[first]
            lacks = {
                name: sizes[stratum] * share / total - given[stratum, name]
                for name, share in self._plan.shares
            }
            found[first] = max(lacks, key=lacks.__getitem__)
            given[stratum, found[first]] += 1
        return found

    def _strata(self, by_group: Mapping[int, list[int]]) -> dict[int, str]:
        """What each group is of the label: its first value, or whether it has the label."""
        label = self._plan.stratify
        values = origins.values_of(self._project, label)
        having = set() if values else origins.with_label(self._project, label)
        strata = {}
        for first, members in by_group.items():
            names = [self._articles[number].id for number in members]
            own = [values[name] for name in names if name in values]
            strata[first] = own[0] if own else str(any(name in having for name in names))
        return strata

    def _closest(self, assigned: Mapping[str, str]) -> tuple[ClosePair, ...]:
        """The pairs of different splits that share most, and every near-copy among them."""
        is_small = len(self._articles) <= _ALL_PAIRS
        pairs = combinations(range(len(self._articles)), 2) if is_small else self._candidates
        found = [close for pair in pairs if (close := self._across(*pair, assigned))]
        found.sort(key=lambda each: (-each.likeness, -each.containment, each.one, each.other))
        near = [each for each in found[CLOSEST:] if each.is_near]
        return (*found[:CLOSEST], *near)

    def _across(self, one: int, other: int, assigned: Mapping[str, str]) -> ClosePair | None:
        first, second = self._articles[one].id, self._articles[other].id
        splits = assigned.get(first), assigned.get(second)
        if None in splits or splits[0] == splits[1]:
            return None
        own, theirs = self._hashes[one], self._hashes[other]
        likeness, inside = jaccard(own, theirs), containment(own, theirs)
        if not likeness:
            return None
        return ClosePair(first, second, round(likeness, 4), round(inside, 4), are_near(own, theirs))


def drawn(plan: SplitPlan, key: str) -> str:
    """The split that a key falls into by its hash."""
    total = sum(share for _, share in plan.shares)
    borders = list(accumulate(share / total for _, share in plan.shares))
    return plan.names[min(bisect_right(borders, point(plan.seed, key)), len(borders) - 1)]


def point(seed: int, key: str) -> float:
    """A number from 0 to below 1 for a seed and a key: the same on every machine."""
    digest = hashlib.sha256(f"{seed}\0{key}".encode()).digest()
    return int.from_bytes(digest[:7]) / (1 << 56)


def _same(
    articles: Iterable[Origin], key: Callable[[Origin], str | None]
) -> Iterator[tuple[int, int]]:
    """Each article with the first of the same key."""
    firsts: dict[str, int] = {}
    for number, each in enumerate(articles):
        found = key(each)
        if found and (first := firsts.setdefault(found, number)) != number:
            yield first, number
