"""F1 of relations, given that both ends were found, and end to end.

An alpha over all possible pairs would be ruled by the many that nobody would ever join.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from annotator.agreement.figure import NO_OVERLAP, NOTHING_MARKED
from annotator.agreement.matching import Matching
from annotator.agreement.material import Marks, Material
from annotator.agreement.tally import Integers, Numbers, Tally, share
from annotator.dataclass import dataclass
from annotator.domain.relation import ATTRIBUTED_TO
from annotator.domain.scheme import Scheme


class Edges:
    """The relations of one person as arrays: kind, the annotations joined, article.

    What a symmetric kind joins has no direction: the lower number comes first.
    """

    def __init__(self, material: Material, marks: Marks) -> None:
        self.kinds = {kind.id: number for number, kind in enumerate(material.scheme.relations)}
        rows = [
            (self.kinds[each.label], begin, end, number)
            for number, shared in enumerate(material.shared)
            if marks.person in shared.readings
            for each in shared.readings[marks.person].relations
            if each.label in self.kinds
            and (begin := marks.numbers.get((each.article_id, each.from_id))) is not None
            and (end := marks.numbers.get((each.to_article_id, each.to_id))) is not None
        ]
        table = np.array(rows, dtype=np.int64).reshape(-1, 4)
        self.kind, self.article = table[:, 0], table[:, 3]
        self.symmetric = np.array([each.symmetric for each in material.scheme.relations] or [False])
        self.begin, self.end = turned(table[:, 1], table[:, 2], self.symmetric[self.kind])


@dataclass(frozen=True, slots=True)
class Sums:
    """Relations by article and kind: made altogether, possible, and agreed.

    Possible are those both ends of which have a match.
    """

    made: Numbers
    possible: Numbers
    agreed: Numbers


class Links:
    """The relations of two people in common articles, and which of them agree."""

    def __init__(self, matching: Matching, first: Edges, second: Edges) -> None:
        self.matching = matching
        self._sides = (first, second)

    @cached_property
    def typed(self) -> Sums:
        """Two relations agree when they join the same annotations and have the same kind."""
        return self._sums(is_typed=True)

    @cached_property
    def untyped(self) -> Sums:
        """Two relations agree when they join the same annotations.

        Their direction counts as far as both have one.
        """
        return self._sums(is_typed=False)

    @cached_property
    def kept(self) -> tuple[Integers, Integers]:
        """The numbers of the relations of both whose ends lie in common articles."""
        found = []
        marks = (self.matching.first, self.matching.second)
        for side, own, kept in zip(self._sides, marks, self.matching.kept, strict=True):
            is_kept = np.zeros(len(own.annotations), dtype=bool)
            is_kept[kept] = True
            found.append(np.flatnonzero(is_kept[side.begin] & is_kept[side.end]))
        return found[0], found[1]

    def met(self, *, is_typed: bool = True, is_second: bool = False) -> npt.NDArray[np.bool_]:
        """Which of the relations of one of them, those kept, the other made too."""
        own, other = (1, 0) if is_second else (0, 1)
        answers = self._answers(own)
        kind = self._sides[own].kind[self.kept[own]]
        has_no_way = self._sides[own].symmetric[kind]
        begin, end = turned(*answers, has_no_way)
        keys = self._joined(other, is_typed=is_typed)
        is_there = np.isin(self._keys(kind, begin, end, is_typed=is_typed), keys)
        if not is_typed:
            is_there |= has_no_way & np.isin(self._keys(kind, end, begin, is_typed=False), keys)
        return np.asarray(is_there & (answers[0] >= 0) & (answers[1] >= 0))

    def ends(self, kind: str, *, is_second: bool = False) -> tuple[Integers, Integers]:
        """The annotations that one of them joined by a kind of relation."""
        side, kept = self._sides[int(is_second)], self.kept[int(is_second)]
        chosen = kept[side.kind[kept] == side.kinds.get(kind, -1)]
        return side.begin[chosen], side.end[chosen]

    def has_source(self, *, is_second: bool = False) -> npt.NDArray[np.bool_]:
        """Which annotations of one of them are attributed to somebody."""
        side = self._sides[int(is_second)]
        marks = self.matching.second if is_second else self.matching.first
        found = np.zeros(len(marks.annotations), dtype=bool)
        found[side.begin[side.kind == side.kinds.get(ATTRIBUTED_TO, -1)]] = True
        return found

    def shares_source(self) -> npt.NDArray[np.bool_]:
        """Which annotations of the first have a source that the other gave them too."""
        side, kept = self._sides[0], self.kept[0]
        is_source = side.kind[kept] == side.kinds.get(ATTRIBUTED_TO, -1)
        found = np.zeros(len(self.matching.first.annotations), dtype=bool)
        found[side.begin[kept][is_source & self.met()]] = True
        return found

    def _joined(self, own: int, *, is_typed: bool) -> Integers:
        """What one of them joined; whatever the kind, both ways where direction does not count."""
        side, kept = self._sides[own], self.kept[own]
        kind, begin, end = side.kind[kept], side.begin[kept], side.end[kept]
        keys = self._keys(kind, begin, end, is_typed=is_typed)
        if is_typed:
            return keys
        back = side.symmetric[kind]
        turned_back = self._keys(kind[back], end[back], begin[back], is_typed=False)
        return np.concatenate([keys, turned_back])

    def _answers(self, own: int) -> tuple[Integers, Integers]:
        answers, side, kept = self.matching.answers[own], self._sides[own], self.kept[own]
        return answers[side.begin[kept]], answers[side.end[kept]]

    def _sums(self, *, is_typed: bool) -> Sums:
        count = self.matching.material.count
        size = len(self._sides[0].kinds) if is_typed else 1
        made, possible, agreed = (np.zeros((count, size)) for _ in range(3))
        for own, side in enumerate(self._sides):
            kept, (begin, end) = self.kept[own], self._answers(own)
            can = (begin >= 0) & (end >= 0)
            met = self.met(is_typed=is_typed, is_second=bool(own))
            kind = side.kind[kept] if is_typed else np.zeros(len(kept), dtype=np.int64)
            told = side.kind[kept] if is_typed else side.symmetric[side.kind[kept]].astype(np.int64)
            keys = self._keys(told, side.begin[kept], side.end[kept], is_typed=True)
            once = _first_of_each(keys)
            flat = side.article[kept] * size + kind
            for held, chosen in ((made, once), (possible, once & can), (agreed, once & met)):
                held[...] += np.bincount(flat[chosen], minlength=count * size).reshape(count, size)
        return Sums(made, possible, agreed)

    def _keys(self, kind: Integers, begin: Integers, end: Integers, *, is_typed: bool) -> Integers:
        """One number for each relation."""
        matching = self.matching
        width = max(len(matching.first.annotations), len(matching.second.annotations)) + 2
        return ((kind if is_typed else 0) * width + begin + 1) * width + end + 1


@dataclass(frozen=True, slots=True)
class Linked:
    """F1 of relations: given that both ends have a match, and of all; and how many have."""

    conditional: Tally
    end_to_end: Tally
    coverage: float | None


def f1(material: Material, links: Sequence[Links], kind: str, *, is_typed: bool = True) -> Linked:
    """F1 of the relations of a kind, or of all.

    *Conditional* counts only relations both ends of which have a match; *end to end* counts all.
    Direction counts, except in kinds that are symmetric.
    """
    kinds = {each.id: number for number, each in enumerate(material.scheme.relations)}
    column = slice(kinds[kind], kinds[kind] + 1) if kind else slice(None)
    made, possible, agreed = (np.zeros((material.count, 1)) for _ in range(3))
    for each in links:
        sums = each.typed if is_typed else each.untyped
        made += sums.made[:, column].sum(axis=1, keepdims=True)
        possible += sums.possible[:, column].sum(axis=1, keepdims=True)
        agreed += sums.agreed[:, column].sum(axis=1, keepdims=True)
    n, n_possible = round(float(made.sum())), round(float(possible.sum()))
    return Linked(
        share(agreed, possible, n=n_possible, reason=NO_OVERLAP if n else NOTHING_MARKED),
        share(agreed, made, n=n, reason=NOTHING_MARKED),
        n_possible / n if n else None,
    )


def same_source(material: Material, links: Sequence[Links], label: str) -> Tally:
    """Of matched statements, the share whose sources agree: one in common, or none in both."""
    same, all_of = np.zeros((material.count, 1)), np.zeros((material.count, 1))
    for each in links:
        pairs, marks = each.matching.pairs, each.matching.first
        own = marks.label[pairs.first] == material.labels[label]
        one, other = pairs.first[own], pairs.second[own]
        has_none = ~each.has_source()[one] & ~each.has_source(is_second=True)[other]
        agreed = each.shares_source()[one] | has_none
        articles = marks.article[one]
        all_of += np.bincount(articles, minlength=material.count)[:, None]
        same += np.bincount(articles[agreed], minlength=material.count)[:, None]
    return share(same, all_of, n=round(float(all_of.sum())), reason=NO_OVERLAP)


def has_sources(scheme: Scheme, label: str) -> bool:
    """Whether annotations of a label may be attributed to somebody."""
    kind = scheme.relation(ATTRIBUTED_TO)
    return kind is not None and label in kind.sources


def turned(
    begin: Integers, end: Integers, symmetric: npt.NDArray[np.bool_]
) -> tuple[Integers, Integers]:
    """Both ends, in one order where direction does not count."""
    swap = symmetric & (begin > end)
    return np.where(swap, end, begin), np.where(swap, begin, end)


def _first_of_each(keys: Integers) -> npt.NDArray[np.bool_]:
    """Which numbers come for the first time."""
    found = np.zeros(len(keys), dtype=bool)
    found[np.unique(keys, return_index=True)[1]] = True
    return found
