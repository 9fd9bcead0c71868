"""Chance-corrected coefficients of ratings: alpha, kappa, Fleiss' kappa, AC1, percentage.

Sources: Krippendorff, Content Analysis (2004), chapter 11, and "Computing Krippendorff's
alpha-reliability" (2011) for alpha with missing values; Cohen (1960) and (1968) for kappa and
weighted kappa; Fleiss (1971); Gwet (2008) for AC1, with missing values as in his handbook (2014).
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from annotator.agreement.figure import INCOMPLETE, NO_OVERLAP, NO_VARIATION
from annotator.agreement.tally import Integers, Numbers, Tally, divided, per_article
from annotator.dataclass import dataclass

Level = Literal["nominal", "ordinal", "interval", "ratio"]
Weighting = Literal["", "linear", "quadratic"]
MISSING = -1
_LARGEST = 2**62


@dataclass(frozen=True, slots=True)
class Ratings:
    """Values that people gave to units.

    `codes` (units x people) index `values`, which are in order when they have one; -1 is missing.
    `article` says in which of `count` articles each unit lies, `weight` how many units a row
    stands for (characters). `numbers` are the values as numbers, for interval and ratio.
    """

    article: Integers
    codes: Integers
    weight: Numbers
    values: Sequence[object]
    count: int
    numbers: Numbers | None = None

    @property
    def people(self) -> int:
        """How many people rated."""
        return int(self.codes.shape[1])

    def of(self, columns: Sequence[int]) -> "Ratings":
        """The ratings of some of the people."""
        codes = self.codes[:, list(columns)]
        return Ratings(self.article, codes, self.weight, self.values, self.count, self.numbers)

    def where(self, kept: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> "Ratings":
        """The ratings of some of the units."""
        if kept.all():
            return self
        article, codes, weight = self.article[kept], self.codes[kept], self.weight[kept]
        return Ratings(article, codes, weight, self.values, self.count, self.numbers)


def ratings(table: Sequence[Sequence[object]], values: Sequence[object] = ()) -> Ratings:
    """Ratings from rows of values, one unit an article; None is missing.

    Without `values` these are all that occur, in their order.
    """
    known = list(values) or sorted({v for row in table for v in row if v is not None}, key=_order)
    place = {value: code for code, value in enumerate(known)}
    codes = [[MISSING if v is None else place[v] for v in row] for row in table]
    numbers = [float(v) if isinstance(v, int | float) else np.nan for v in known]
    return Ratings(
        np.arange(len(table), dtype=np.int64),
        np.array(codes, dtype=np.int64).reshape(len(table), -1),
        np.ones(len(table)),
        known,
        len(table),
        np.array(numbers) if known and not np.isnan(numbers).any() else None,
    )


def condensed(given: Ratings) -> Ratings:
    """The same, with what is rated alike in an article as one row."""
    key, most = _kinds_of_rows(given)
    if not len(key):
        return given
    if most > 4 * len(key) + 100_000:
        key = np.unique(key, return_inverse=True)[1]
    weight = np.bincount(key, weights=given.weight).astype(np.float64)
    row_of = np.empty(len(weight), dtype=np.int64)
    row_of[key] = np.arange(len(key))
    kept = np.flatnonzero(weight)
    article, codes = given.article[row_of[kept]], given.codes[row_of[kept]]
    return Ratings(article, codes, weight[kept], given.values, given.count, given.numbers)


def occurring(given: Ratings) -> Ratings:
    """The same with only the values that anybody gave: how many there are counts in AC1."""
    used = np.unique(given.codes[given.codes >= 0])
    codes = np.where(given.codes >= 0, np.searchsorted(used, given.codes), MISSING)
    values = [given.values[code] for code in used.tolist()]
    numbers = None if given.numbers is None else given.numbers[used]
    return Ratings(given.article, codes, given.weight, values, given.count, numbers)


def alpha(given: Ratings, level: Level | Numbers = "nominal") -> Tally:
    """Krippendorff's alpha, 1 - Do / De; units with fewer than two values drop out.

    In the place of a level, squared distances of the values (values x values) may be given.
    """
    counts, kept = _pairable(given)
    coded = given.codes[kept]
    article, weight = given.article[kept], given.weight[kept]
    per_value = weight / np.maximum((coded >= 0).sum(axis=1) - 1, 1)
    totals = _by_value(article, counts * weight[:, None], given.count)
    n, articles = round(float(weight.sum())), _different(article)
    reason = NO_VARIATION if n else NO_OVERLAP
    if isinstance(level, str) and level == "ordinal":
        pairs = _coincidences(article, coded, per_value, len(given.values), given.count)
        return Tally(pairs, _ordinal_alpha, n, articles, reason)
    distance = distances(level, given) if isinstance(level, str) else level
    observed = _disagreement(article, coded, per_value, distance, given.count)

    def coefficient(sums: Numbers) -> Numbers:
        marginal = sums[:, 1:]
        total = marginal.sum(axis=1)
        expected = ((marginal @ distance) * marginal).sum(axis=1)
        return 1 - divided((total - 1) * sums[:, 0], expected)

    return Tally(np.hstack([observed, totals]), coefficient, n, articles, reason)


def percentage(given: Ratings) -> Tally:
    """The share of pairs of values that are equal, as a mean over the units."""
    counts, kept = _pairable(given)
    weight, article = given.weight[kept], given.article[kept]
    agreed = per_article(article, weight * _agreed(counts), given.count)
    all_of = per_article(article, weight, given.count)
    sums = np.hstack([agreed, all_of])
    n = round(float(weight.sum()))
    return Tally(sums, lambda s: divided(s[:, 0], s[:, 1]), n, _different(article), NO_OVERLAP)


def cohen(given: Ratings, weighting: Weighting | Numbers = "") -> Tally:
    """Cohen's kappa of two people, over the units that both judged.

    Weights are those of Cohen (1968), by how many steps of the scale two values are apart, or are
    given as the cost of each pair (values x values).
    """
    both = (given.codes >= 0).all(axis=1)
    size = len(given.values)
    article, codes, weight = given.article[both], given.codes[both], given.weight[both]
    cost = _cost(weighting, size) if isinstance(weighting, str) else weighting
    # What was paid, and how often each of them gave each value: the whole table is not needed.
    paid = per_article(article, weight * cost[codes[:, 0], codes[:, 1]], given.count)
    margins = [
        np.bincount(article * size + side, weights=weight, minlength=given.count * size)
        for side in codes.T
    ]
    sums = np.hstack([paid, *(each.reshape(given.count, size) for each in margins)])

    def coefficient(drawn: Numbers) -> Numbers:
        rows, columns = drawn[:, 1 : size + 1], drawn[:, size + 1 :]
        expected = ((rows @ cost) * columns).sum(axis=1)
        return 1 - divided(drawn[:, 0] * rows.sum(axis=1), expected)

    n = round(float(weight.sum()))
    reason = NO_VARIATION if n else NO_OVERLAP
    return Tally(sums, coefficient, n, _different(article), reason)


def fleiss(given: Ratings) -> Tally:
    """Fleiss' kappa, over the units that everybody judged; others are left out."""
    whole = (given.codes >= 0).all(axis=1)
    counts = _counts(given.codes[whole], len(given.values))
    article, weight = given.article[whole], given.weight[whole]
    agreed = per_article(article, weight * _agreed(counts), given.count)
    all_of = per_article(article, weight, given.count)
    shares = _by_value(article, counts * weight[:, None] / max(given.people, 1), given.count)

    def coefficient(sums: Numbers) -> Numbers:
        chance = (divided(sums[:, 2:], sums[:, 1:2]) ** 2).sum(axis=1)
        return divided(divided(sums[:, 0], sums[:, 1]) - chance, 1 - chance)

    n = round(float(weight.sum()))
    reason = NO_VARIATION if n else INCOMPLETE
    sums = np.hstack([agreed, all_of, shares])
    return Tally(sums, coefficient, n, _different(article), reason)


def ac1(given: Ratings) -> Tally:
    """Gwet's AC1, which does not fall towards nought where one value is nearly everywhere."""
    counts = _counts(given.codes, len(given.values))
    values = counts.sum(axis=1)
    kept = values >= 2
    weight, article = given.weight[kept], given.article[kept]
    agreed = per_article(article, weight * _agreed(counts[kept]), given.count)
    all_of = per_article(article, weight, given.count)
    each = counts * (given.weight / np.maximum(values, 1))[:, None]
    shares = _by_value(given.article, each, given.count)
    size = len(given.values)

    def coefficient(sums: Numbers) -> Numbers:
        part = divided(sums[:, 2:], sums[:, 2:].sum(axis=1, keepdims=True))
        chance = divided((part * (1 - part)).sum(axis=1), np.full(len(sums), size - 1.0))
        return divided(divided(sums[:, 0], sums[:, 1]) - chance, 1 - chance)

    n = round(float(weight.sum()))
    reason = NO_VARIATION if n else NO_OVERLAP
    sums = np.hstack([agreed, all_of, shares])
    return Tally(sums, coefficient, n, _different(article), reason)


def distances(level: Level, given: Ratings) -> Numbers:
    """The squared distance of each two values, for levels that need no marginals.

    Raises:
        ValueError: interval or ratio, and the values are no numbers.
    """
    size = len(given.values)
    if level == "nominal":
        return 1 - np.eye(size)
    if given.numbers is None:
        raise ValueError(f"{level} needs numbers")
    apart = np.subtract.outer(given.numbers, given.numbers)
    if level == "ratio":
        return divided(apart, np.add.outer(given.numbers, given.numbers)).clip(-1, 1) ** 2
    return np.asarray(apart**2)


def _ordinal_alpha(sums: Numbers) -> Numbers:
    """From coincidences: the distance of two ranks is what lies between them, halves of both."""
    size = round(sums.shape[1] ** 0.5)
    pairs = sums.reshape(len(sums), size, size)
    marginal = pairs.sum(axis=2)
    upto = np.cumsum(marginal, axis=1) - marginal / 2
    distance = (upto[:, :, None] - upto[:, None, :]) ** 2
    observed = (pairs * distance).sum(axis=(1, 2))
    expected = (marginal[:, :, None] * marginal[:, None, :] * distance).sum(axis=(1, 2))
    return 1 - divided((marginal.sum(axis=1) - 1) * observed, expected)


def _kinds_of_rows(given: Ratings) -> tuple[Integers, int]:
    """A number for each row, the same for what is rated alike in an article; all are below most."""
    size, key, most = len(given.values) + 1, given.article, given.count
    for column in given.codes.T:
        if most * size > _LARGEST:
            distinct, key = np.unique(key, return_inverse=True)
            most = len(distinct)
        key, most = key * size + column + 1, most * size
    return key, most


def _cost(weighting: Weighting, size: int) -> Numbers:
    apart = np.abs(np.subtract.outer(np.arange(size), np.arange(size))).astype(np.float64)
    ways = {"": (apart > 0).astype(np.float64), "linear": apart, "quadratic": apart**2}
    return ways[weighting]


def _pairable(given: Ratings) -> tuple[Numbers, Integers]:
    """How often each value was given to each unit with two or more, and which units these are."""
    kept = np.flatnonzero((given.codes >= 0).sum(axis=1) >= 2)
    return _counts(given.codes[kept], len(given.values)), kept


def _counts(codes: Integers, size: int) -> Numbers:
    """How often each value was given to each unit (units x values)."""
    # What is missing, -1, is counted in the last column, which is left out.
    held, rows = np.zeros((len(codes), size + 1)), np.arange(len(codes))
    for column in codes.T:
        held[rows, column] += 1
    return held[:, :size]


def _different(article: Integers) -> int:
    """In how many articles units lie."""
    return int(np.count_nonzero(np.bincount(article))) if len(article) else 0


def _agreed(counts: Numbers) -> Numbers:
    """The share of pairs of values that are equal, for each unit."""
    people = counts.sum(axis=1)
    return np.asarray((counts * (counts - 1)).sum(axis=1) / (people * (people - 1)))


def _by_value(article: Integers, amounts: Numbers, count: int) -> Numbers:
    """Amounts per value (units x values) added up by article (articles x values)."""
    columns = [np.bincount(article, weights=each, minlength=count) for each in amounts.T]
    return np.stack(columns, axis=1) if columns else np.zeros((count, 0))


def _disagreement(
    article: Integers, codes: Integers, per_value: Numbers, distance: Numbers, count: int
) -> Numbers:
    """The distances of all pairs of values within units, added up by article."""
    found = np.zeros(count)
    for one in range(codes.shape[1]):
        for other in range(one + 1, codes.shape[1]):
            both = (codes[:, one] >= 0) & (codes[:, other] >= 0)
            apart = distance[codes[both, one], codes[both, other]] * per_value[both] * 2
            found += np.bincount(article[both], weights=apart, minlength=count)
    return found[:, None]


def _coincidences(
    article: Integers, codes: Integers, per_value: Numbers, size: int, count: int
) -> Numbers:
    """How often each two values meet in a unit, by article (articles x pairs of values)."""
    found = np.zeros(count * size * size)
    for one in range(codes.shape[1]):
        for other in range(codes.shape[1]):
            both = (codes[:, one] >= 0) & (codes[:, other] >= 0)
            if one != other:
                flat = (article[both] * size + codes[both, one]) * size + codes[both, other]
                found += np.bincount(flat, weights=per_value[both], minlength=len(found))
    return found.reshape(count, size * size)


def _order(value: object) -> tuple[str, object]:
    return ("" if isinstance(value, int | float) else type(value).__name__, value)
