"""How far the people of a dataset agree, for its card: the project's figures, without names."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from annotator.domain.people import GOLD
from annotator.storage import finished
from annotator.storage.project import Project

if TYPE_CHECKING:
    from annotator.agreement.figure import Figure
    from annotator.operations.agreement import Agreement

MEASURES = ("alpha", "f1_exact", "f1_overlap")

_KINDS = {
    "found": "is each character in a label?",
    "named": "which label, where two marked?",
    "spans": "annotations",
    "attribute": "attributes of matched annotations",
    "frame": "sources of matched claims and quotes",
    "relation": "relations",
    "article_label": "article labels",
    "target": "attitudes, by target and sentence",
}
_NAMES = {"alpha": "Krippendorff’s alpha", "f1_exact": "F1, exact", "f1_overlap": "F1, overlapping"}


def measured(project: Project, goes_on: Callable[[], bool] = lambda: True) -> "Agreement | None":
    """The agreement of all who have finished articles; None where no two finished the same."""
    if len([name for name in finished.people(project) if name != GOLD]) < 2:
        return None
    from annotator.operations import agreement  # brings the library for numbers

    found = agreement.measure(project, measures=MEASURES, report=lambda _: goes_on())
    return found if found.basis.articles else None


def in_words(found: "Agreement") -> Iterator[str]:
    """The section of the card, line by line."""
    basis = found.basis
    counted = f"{basis.articles:,} articles" if basis.articles > 1 else "1 article"
    yield "## Agreement"
    yield ""
    yield (
        f"Between {len(basis.people):,} people, on {counted} of the project "
        f"that two or more of them had finished under revision {basis.revision} of the scheme, "
        "whether they are in this dataset or not. Work in progress and the adjudicated layer do "
        "not count. The interval holds 95 of 100 draws of articles; an asterisk marks figures on "
        "fewer than 30 units or annotations."
    )
    yield ""
    yield "| What | Which | Measure | Level | Value | 95 % interval | n |"
    yield "| --- | --- | --- | --- | ---: | --- | ---: |"
    for each in found.figures:
        # Figures of two among many would set people side by side who have no names here.
        if len(each.annotators) == len(basis.people) and each.measure in MEASURES:
            yield _row(each)
    yield ""


def _row(each: "Figure") -> str:
    value = each.undefined if each.value is None else f"{each.value:.3f}"
    interval = "" if each.interval is None else "{:.3f} to {:.3f}".format(*each.interval)
    cells = (
        _KINDS.get(each.layer, each.layer),
        f"`{each.subject}`" if each.subject else "all",
        _NAMES[each.measure],
        each.level,
        f"{value}\\*" if each.is_small and each.value is not None else value,
        interval,
        f"{each.n:,} {each.unit}",
    )
    return f"| {' | '.join(cells)} |"
