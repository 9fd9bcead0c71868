"""Sums per article, and the coefficient that they give."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from annotator.dataclass import dataclass

Numbers: TypeAlias = npt.NDArray[np.float64]
Integers: TypeAlias = npt.NDArray[np.int64]

ROUNDS = 1_000
"""How often articles are drawn anew for an interval."""
SHARE = 0.95
_AT_ONCE = 256
LEAST = 5
"""Fewer articles drawn anew give no idea of what other articles would have given."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a coefficient is computed from.

    `sums` has one row per article; `coefficient` takes rows of sums (rounds x columns) and gives
    one value a row, not-a-number where it is undefined. `n` is the number of units, `articles` of
    those with any; `reason` tells why there is none when the value is undefined.
    """

    sums: Numbers
    coefficient: Callable[[Numbers], Numbers]
    n: int
    articles: int
    reason: str

    def value(self) -> float | None:
        """The coefficient over all articles, or None where it is undefined."""
        found = float(self.coefficient(self.sums.sum(axis=0)[None, :])[0])
        return None if np.isnan(found) else found


class Draws:
    """Articles drawn anew with replacement, always the same for a seed.

    The bootstrap of Efron over articles, percentile interval.
    """

    def __init__(self, articles: int, *, seed: int) -> None:
        self._articles = articles
        chance = np.random.default_rng(seed)
        share = np.full(max(articles, 1), 1 / max(articles, 1))
        self._weights = chance.multinomial(articles, share, size=ROUNDS).astype(np.float64)
        self._held: dict[bytes, Numbers] = {}

    def intervals(self, tallies: Sequence[Tally]) -> Iterator[tuple[float, float] | None]:
        """Where 95 of 100 draws lie; None with too few articles, or where few draws are defined.

        A draw may hold no variation; when more than a tenth of them do, no interval is honest.
        Figures share columns, such as how many units there are: each is drawn once.
        """
        keys = [[_name_of(column) for column in each.sums.T] for each in tallies]
        self._draw(tallies, keys)
        for tally, names in zip(tallies, keys, strict=True):
            yield self._interval(tally, np.stack([self._held[name] for name in names], axis=1))

    def interval(self, tally: Tally) -> tuple[float, float] | None:
        """That of one tally."""
        return next(self.intervals([tally]))

    def _draw(self, tallies: Sequence[Tally], keys: Sequence[Sequence[bytes]]) -> None:
        new = {
            key: column
            for each, names in zip(tallies, keys, strict=True)
            for key, column in zip(names, each.sums.T, strict=True)
            if key not in self._held
        }
        if new:
            drawn = _drawn(self._weights, np.stack(list(new.values()), axis=1))
            self._held.update(zip(new, drawn.T.copy(), strict=True))

    def _interval(self, tally: Tally, sums: Numbers) -> tuple[float, float] | None:
        if tally.articles < LEAST:
            return None
        drawn = tally.coefficient(sums)
        drawn = drawn[~np.isnan(drawn)]
        if len(drawn) < 0.9 * len(self._weights):
            return None
        # `np.quantile` gives the same, and takes ten times as long for so few numbers.
        places = np.array([(1 - SHARE) / 2, (1 + SHARE) / 2]) * (len(drawn) - 1)
        low, high = np.interp(places, np.arange(len(drawn)), np.sort(drawn))
        return float(low), float(high)


def _drawn(weights: Numbers, sums: Numbers) -> Numbers:
    """The sums of each draw (rounds x columns).

    No product of matrices: that is quick only with BLAS, and then takes every core.
    """
    drawn = np.zeros((len(weights), sums.shape[1]))
    for first in range(0, len(sums), _AT_ONCE):
        articles = slice(first, first + _AT_ONCE)
        drawn += np.einsum("ra,ac->rc", weights[:, articles], sums[articles])
    return drawn


def _name_of(column: Numbers) -> bytes:
    """The same for equal columns."""
    return blake2b(np.ascontiguousarray(column).data, digest_size=16).digest()


def divided(above: Numbers, below: Numbers) -> Numbers:
    """A quotient, not-a-number where nothing divides."""
    result = np.full(np.broadcast(above, below).shape, np.nan)
    # A sum of fractions that should be nought may miss it by a rounding.
    np.divide(above, below, out=result, where=np.abs(below) > 1e-12)
    return result


def per_article(articles: Integers, amounts: Numbers, count: int) -> Numbers:
    """Amounts added up by article, one column (articles x 1)."""
    return np.bincount(articles, weights=amounts, minlength=count).astype(np.float64)[:, None]


def share(above: Numbers, below: Numbers, *, n: int, reason: str) -> Tally:
    """A tally of the quotient of two sums per article (articles x 1 each)."""
    articles = int(np.count_nonzero(below))
    sums = np.hstack([above, below])
    return Tally(sums, lambda s: divided(s[:, 0], s[:, 1]), n, articles, reason)
