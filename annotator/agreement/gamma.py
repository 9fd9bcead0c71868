"""Gamma of Mathet, Widlöcher and Métivier (2015), in a process of its own.

The package that computes it needs a solver under the GPL, takes seconds to load and minutes for
many people, and cannot be stopped from within. So it is an extra, it is never imported by the
program, and this module is run as a process of its own that can be ended at any moment: a JSON
object comes in on standard input, and one line goes out for each article.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

MOST_PEOPLE = 3
"""With more people an alignment takes minutes; they have to be named."""
SAMPLES = 30
PRECISION = 0.02
ALPHA, BETA, EMPTY = 3.0, 1.0, 1.0
"""Weights of position and category, and the cost of a unit that nobody answers to."""


def _of_continuum(
    units: Sequence[tuple[str, int, int, str]],
    *,
    seed: int,
    precision: float = PRECISION,
    weights: tuple[float, float, float] = (ALPHA, BETA, EMPTY),
) -> Mapping[str, float]:
    """Gamma, gamma-cat and the disorder of the best alignment of units (person, start, end, label).

    Only for a process of its own: it needs the extra `gamma`. The sampled part depends on the seed.
    """
    import numpy as np
    from pyannote.core import Segment
    from pygamma_agreement import CombinedCategoricalDissimilarity, Continuum

    continuum = Continuum()
    for person, start, end, label in units:
        continuum.add(person, Segment(start, end), label)
    alpha, beta, empty = weights
    measured = CombinedCategoricalDissimilarity(alpha=alpha, beta=beta, delta_empty=empty)
    np.random.seed(seed)
    found = continuum.compute_gamma(measured, n_samples=SAMPLES, precision_level=precision)
    return {
        "gamma": float(found.gamma),
        "gamma_cat": float(found.gamma_cat),
        "disorder": float(found.best_alignment.disorder),
    }


def main() -> None:
    """Measure every continuum of standard input; one JSON line for each, flushed at once."""
    import warnings

    warnings.simplefilter("ignore")
    given: dict[str, Any] = json.load(sys.stdin)
    # The solver prints remarks of its own, past Python too: they go where errors go.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for name, units in given["continua"].items():
        found = _of_continuum(
            [tuple(unit) for unit in units],
            seed=given["seed"],
            precision=given.get("precision", PRECISION),
            weights=tuple(given.get("weights", (ALPHA, BETA, EMPTY))),
        )
        out.write(json.dumps({"name": name, **found}) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
