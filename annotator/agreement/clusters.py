"""B-cubed (Bagga and Baldwin, 1998): do two people put the same statements together?

Who says that one statement is the same as another says so of all that either is the same as, also
in other articles. Each statement that both marked is judged by the company it is in.
"""

from collections.abc import Sequence

import numpy as np

from annotator.agreement.figure import NOTHING_MARKED
from annotator.agreement.material import Material
from annotator.agreement.relations import Links
from annotator.agreement.tally import Integers, Numbers, Tally, divided

SAME_CLAIM = "same_claim"


def b_cubed(one: Integers, other: Integers) -> tuple[Numbers, Numbers]:
    """Precision and recall of each item, given the numbers of its clusters.

    Precision is the share of its cluster in `other` that is in its cluster in `one`; recall the
    share of its cluster in `one` that is in its cluster in `other`.
    """
    first, others = np.unique(one, return_inverse=True)[1], np.unique(other, return_inverse=True)[1]
    together = first * (len(others) + 1) + others
    both = np.unique(together, return_inverse=True, return_counts=True)
    common = both[2][both[1]]
    return common / np.bincount(others)[others], common / np.bincount(first)[first]


def joined(begin: Sequence[int], end: Sequence[int], count: int) -> Integers:
    """The number of each item's cluster, where these pairs of items belong together."""
    head = list(range(count))

    def found(item: int) -> int:
        while head[item] != item:
            head[item] = head[head[item]]
            item = head[item]
        return item

    for one, other in zip(begin, end, strict=True):
        head[found(one)] = found(other)
    clusters = np.array(head, dtype=np.int64)
    while not np.array_equal(clusters, clusters[clusters]):
        clusters = clusters[clusters]
    return clusters


def same_claims(material: Material, links: Sequence[Links]) -> Tally:
    """B-cubed F1 over the statements that both marked and either put together with another.

    A statement that neither put with any other would raise the figure by its mere being there.
    """
    sums = np.zeros((material.count, 3))
    for each in links:
        pairs = each.matching.pairs
        sides = [_clusters(each, is_second=is_second) for is_second in (False, True)]
        sizes = [np.bincount(side, minlength=len(side))[side] for side in sides]
        kept = (sizes[0] > 1) | (sizes[1] > 1)
        if not kept.any():
            continue
        precision, recall = b_cubed(*sides)
        articles = each.matching.first.article[pairs.first[kept]]
        for column, amounts in enumerate((precision[kept], recall[kept], np.ones(kept.sum()))):
            sums[:, column] += np.bincount(articles, weights=amounts, minlength=material.count)
    count = int(np.count_nonzero(sums[:, 2]))
    return Tally(sums, _f1, round(float(sums[:, 2].sum())), count, NOTHING_MARKED)


def _f1(sums: Numbers) -> Numbers:
    precision, recall = divided(sums[:, 0], sums[:, 2]), divided(sums[:, 1], sums[:, 2])
    return divided(2 * precision * recall, precision + recall)


def _clusters(links: Links, *, is_second: bool) -> Integers:
    """The clusters of one person, over the pairs of annotations that answer to each other.

    What only this person marked holds together what it was put with.
    """
    pairs = links.matching.pairs
    own = pairs.second if is_second else pairs.first
    marks = links.matching.second if is_second else links.matching.first
    begin, end = links.ends(SAME_CLAIM, is_second=is_second)
    return joined(begin.tolist(), end.tolist(), len(marks.annotations))[own]
