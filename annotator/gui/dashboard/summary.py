"""The large numbers of a project."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain.scheme import Scheme
from annotator.gui.dashboard.tiles import Number
from annotator.gui.language import articles, counted
from annotator.storage.dashboard import Numbers, Wanted

if TYPE_CHECKING:
    from annotator.operations.agreement import Agreement


class Summary(QObject):
    """Says a project in a row of numbers."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._scheme = scheme

    def numbers(self, numbers: Numbers, found: "Agreement | None", whose: str) -> list[Number]:
        """All of them, the most frequent labels first."""
        shown = sorted(numbers.labels.items(), key=lambda each: -each[1])[:3]
        tiles = [
            Number(counted(n), self._label_name(label), whose, ("instances", Wanted(label)))
            for label, n in shown
        ]
        tiles.append(self._agreement(found, is_awaited=numbers.doubled > 0))
        below = self.tr("{} finished, {} gold").format(
            counted(numbers.finished), counted(numbers.adjudicated)
        )
        words = self.tr("articles") if numbers.articles != 1 else self.tr("article")
        tiles.append(Number(counted(numbers.articles), words, below, ("articles", "")))
        doubled = self.tr("{} done by two").format(counted(numbers.doubled))
        if numbers.in_review:
            doubled = self.tr("{} in review").format(counted(numbers.in_review))
        tiles.append(
            Number(counted(numbers.in_progress), self.tr("in progress"), doubled,
                   ("articles", "in_progress"))
        )  # fmt: skip
        flags = self.tr("open flags") if numbers.open_flags != 1 else self.tr("open flag")
        tiles.append(
            Number(counted(numbers.open_flags), flags, self.tr("for an editor"), ("flags",))
        )
        return tiles

    def _agreement(self, found: "Agreement | None", *, is_awaited: bool) -> Number:
        figure = None
        if found is not None:
            wanted = ("found", "", "alpha", found.basis.people)
            figure = next(
                (e for e in found.figures
                 if (e.layer, e.subject, e.measure, e.annotators) == wanted), None,
            )  # fmt: skip
        if figure is None or figure.value is None:
            why = self.tr("measuring…") if is_awaited else self.tr("needs two who finished")
            why = figure.undefined if figure is not None else why
            return Number("α –", self.tr("agreement"), why)
        interval = figure.interval
        span = f"{interval[0]:.2f}–{interval[1]:.2f} · " if interval else ""
        below = span + articles(figure.articles)
        return Number(f"α {figure.value:.2f}", self.tr("agreement"), below, ("agreement", figure))

    def _label_name(self, label_id: str) -> str:
        label = self._scheme.label(label_id)
        return label.name if label else label_id
