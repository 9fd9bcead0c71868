"""What is told of agreement: a figure with all that it takes to judge it, and its cases."""

from dataclasses import field
from typing import Literal

from annotator.dataclass import dataclass

NO_VARIATION = "no variation"
"""All values are equal: chance alone would have given the same."""
NEEDS_TWO = "needs two"
"""Fewer than two people have finished anything."""
NO_OVERLAP = "no overlap"
"""No unit was judged by two."""
NOTHING_MARKED = "nothing marked"
"""Nobody marked anything that could be compared."""
INCOMPLETE = "not everybody judged the same units"
"""The coefficient asks for complete ratings, and no unit has them."""

FEW = 30
"""Below so many units a figure is told with a warning."""

Layer = Literal[
    "found", "named", "spans", "attribute", "relation", "article_label", "target", "frame"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One coefficient.

    `subject` is what was judged: a label, `LABEL.ATTRIBUTE`, a relation, an article label, or
    empty for all labels together. `level` is nominal, ordinal, interval or ratio, or empty where a
    measure has none (F1). `n` counts the units of the kind `unit`; `support` counts the marks that
    they stand for, where units are characters or tokens. `interval` holds 95 of 100 draws of
    articles. `coverage` is the share of what could have been judged that entered.
    """

    layer: Layer
    subject: str
    measure: str
    level: str
    annotators: tuple[str, ...]
    value: float | None
    undefined: str = ""
    n: int = 0
    unit: str = ""
    support: int | None = None
    articles: int = 0
    interval: tuple[float, float] | None = None
    coverage: float | None = None

    @property
    def is_small(self) -> bool:
        """Whether so few units stand behind it that it may be chance."""
        return min(self.n, self.n if self.support is None else self.support) < FEW


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that two people judged, or that only one of them marked.

    `first` and `second` are what each said, empty for nothing; the ids name their annotations, or
    are empty. Without a place (`end` 0) the case is the whole article. `kind` is `alike`,
    `boundary`, `value` or `only_one`.
    """

    layer: Layer
    subject: str
    article_id: str
    annotators: tuple[str, str]
    kind: str
    first: str = ""
    second: str = ""
    start: int = 0
    end: int = 0
    words: str = field(default="", compare=False)
    first_id: str = ""
    second_id: str = ""
