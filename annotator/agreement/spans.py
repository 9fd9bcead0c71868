"""F1 of annotations: how many of one person's are also another's.

F1 is symmetric in both people. For more than two it is the mean over pairs, weighted by their
annotations. There is no true negative, so nothing is corrected for chance (Hripcsak and
Rothschild, 2005). An article that both left empty is agreement on nothing and does not enter.
"""

from collections.abc import Sequence

import numpy as np

from annotator.agreement.figure import NOTHING_MARKED
from annotator.agreement.matching import Matching
from annotator.agreement.material import Material
from annotator.agreement.tally import Tally, share

CREDIT = 0.5
"""What a pair earns in the partial measure when its fragments differ."""
MEASURES = ("f1_exact", "f1_overlap", "f1_partial")


def typed(material: Material, matchings: Sequence[Matching], label: str, measure: str) -> Tally:
    """F1 of annotations of a label, or of all: exact, overlap or partial.

    *Exact*: the same label and identical fragments. *Overlap*: the same label and at least one
    character in common, one to one by largest overlap. *Partial*: as overlap, but half for pairs
    whose fragments differ.
    """
    credit = {"f1_exact": 0.0, "f1_overlap": 1.0, "f1_partial": CREDIT}[measure]
    return _f1(material, matchings, label, credit)


def boundary(material: Material, matchings: Sequence[Matching]) -> Tally:
    """F1 of places: identical fragments, whatever their label. Takes matchings without types."""
    return _f1(material, matchings, "", 0.0)


def _f1(material: Material, matchings: Sequence[Matching], label: str, credit: float) -> Tally:
    columns = material.label_numbers(label)
    above, below = np.zeros((material.count, 1)), np.zeros((material.count, 1))
    for each in matchings:
        earned = each.exact * (1 - credit) + each.matched * credit
        above += 2 * earned[:, columns].sum(axis=1, keepdims=True)
        below += each.made[:, columns].sum(axis=1, keepdims=True)
    return share(above, below, n=round(float(below.sum())), reason=NOTHING_MARKED)
