"""Figures of agreement in words: what each asks, by which measure, and what it rests on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.gui.dashboard.subjects import Subjects
from annotator.gui.language import articles, counted
from annotator.gui.widgets.charts.dots import Dot

if TYPE_CHECKING:
    from annotator.agreement.figure import Figure

_IN_CHART = (
    "alpha", "f1_exact", "f1_overlap", "f1_partial", "f1_token", "f1_conditional",
    "f1_end_to_end", "b_cubed",
)  # fmt: skip
"""Measures with a dot of their own; the table has all others too."""


class Told:
    """Tells the figures of one label, or of all labels together."""

    def __init__(self, subjects: Subjects, label: str) -> None:
        self._subjects = subjects
        self._label = label

    def is_about(self, figure: "Figure") -> bool:
        """Whether a figure belongs to the label: its words, attributes, sources and relations."""
        subject, layer = figure.subject, figure.layer
        if layer == "relation":
            kind = self._subjects.scheme.relation(subject)
            is_own = kind is not None and self._label in kind.sources
            return is_own or not (self._label or subject)
        if layer == "article_label":
            return not self._label
        return subject.partition(".")[0] == self._label

    def dots(self, figures: "Sequence[Figure]") -> list[Dot]:
        """What the chart shows: a dot for each question, with what else is measured beside it."""
        beside = {
            (each.layer, each.subject): each
            for each in figures
            if each.measure == "ac1" and each.value is not None
        }
        return [
            self._dot(each, beside.get((each.layer, each.subject)))
            for each in figures
            if each.measure in _IN_CHART or each.layer == "frame"
        ]

    def row(self, figure: "Figure") -> tuple[str, ...]:
        """A figure as a row of the table, as `header` names its cells."""
        low_high = figure.interval
        return (
            self.asks(figure),
            _measure_name(figure.measure),
            _level_name(figure.level),
            _value(figure) + (" !" if figure.is_small and figure.value is not None else ""),
            f"{low_high[0]:.3f}–{low_high[1]:.3f}" if low_high else "",
            f"{counted(figure.n)} {_unit_name(figure.unit)}",
            "" if figure.coverage is None else f"{figure.coverage:.0%}",
        )

    def asks(self, figure: "Figure") -> str:
        """What a figure answers."""
        subject, measure, layer = figure.subject, figure.measure, figure.layer
        fixed = {
            "found": _tr("Found at all"),
            "named": _tr("Named alike, where both marked"),
            "frame": _tr("Same source, where both marked it"),
            "target": _tr("Attitude towards the same, by sentence"),
        }
        if layer in ("spans", "relation"):
            return _spans(measure) if layer == "spans" else self._relation(subject, measure)
        attribute = self._subjects.attribute(subject) if layer == "attribute" else None
        if attribute is not None and self._label:
            return attribute.name
        return fixed.get(layer) or _tr("Article: {}").format(self._subjects.named(subject))

    def _dot(self, figure: "Figure", ac1: "Figure | None") -> Dot:
        words = self.asks(figure)
        if figure.level == "ordinal":
            words = _tr("{}, in order").format(words)
        parts = [_short(figure) + (" !" if figure.is_small and figure.value is not None else "")]
        if ac1 is not None and figure.level == "nominal":
            parts.append(f"AC1 {ac1.value:.2f}")
        parts.append(f"n {counted(figure.n if figure.support is None else figure.support)}")
        if figure.coverage is not None and figure.value is not None:
            parts.append(f"{figure.coverage:.0%}")
        told = f"{words}: {in_words(figure)}"
        key = ("agreement", figure)
        return Dot(words, figure.value, " · ".join(parts), told, figure.interval, key)

    def _relation(self, subject: str, measure: str) -> str:
        kind = self._subjects.scheme.relation(subject)
        name = kind.name if kind else subject or _tr("links")
        if measure == "b_cubed":
            return _tr("Groups of the same claim")
        is_untyped = measure.endswith("_untyped")
        is_given = measure.startswith("f1_conditional")
        told = _tr("{}, both ends found") if is_given else _tr("{}, end to end")
        told = told.format(name[:1].upper() + name[1:])
        return _tr("{}, of any kind").format(told) if is_untyped else told


def header() -> tuple[str, ...]:
    """The names of the cells of a row."""
    return (
        _tr("Asks"), _tr("Measure"), _tr("Level"), _tr("Value"), _tr("95 of 100 draws"),
        _tr("Rests on"), _tr("Covers"),
    )  # fmt: skip


def in_words(figure: "Figure") -> str:
    """A figure with everything it takes to judge it."""
    measure, level = _measure_name(figure.measure), _level_name(figure.level)
    words = f"{measure} ({level}) {_value(figure)}" if level else f"{measure} {_value(figure)}"
    if figure.interval:
        low, high = figure.interval
        words += _tr(", 95 % between {:.2f} and {:.2f}").format(low, high)
    is_marks = figure.support is not None
    number = figure.support if figure.support is not None else figure.n
    unit = _tr("spans") if is_marks else _unit_name(figure.unit)
    words += _tr(", {} {} in {}").format(counted(number), unit, articles(figure.articles))
    if figure.coverage is not None:
        words += _tr(", covers {:.0%}").format(figure.coverage)
    return words + (_tr("; fewer than 30") if figure.is_small else "")


def _measure_name(measure: str) -> str:
    """A measure as papers call it."""
    names = {
        "alpha": _tr("Krippendorff’s α"), "ac1": "AC1", "percentage": _tr("alike"),
        "kappa": _tr("Cohen’s κ"), "kappa_linear": _tr("Cohen’s κ, linear weights"),
        "kappa_quadratic": _tr("Cohen’s κ, squared weights"), "fleiss": _tr("Fleiss’ κ"),
        "b_cubed": "B³ F1",
    }  # fmt: skip
    return names.get(measure, "F1")


def _level_name(level: str) -> str:
    """A level of measurement."""
    names = {
        "nominal": _tr("nominal"), "ordinal": _tr("ordinal"), "interval": _tr("interval"),
        "ratio": _tr("ratio"),
    }  # fmt: skip
    return names.get(level, "")


def _unit_name(unit: str) -> str:
    """What a figure counts."""
    names = {
        "characters": _tr("characters"), "spans": _tr("spans"), "tokens": _tr("tokens"),
        "matched pairs": _tr("matched pairs"), "relations": _tr("links"),
        "articles": _tr("articles"), "statements": _tr("statements"),
        "targets in sentences": _tr("targets in sentences"),
    }  # fmt: skip
    return names.get(unit, unit)


def _why_undefined(reason: str) -> str:
    """Why a figure has no value."""
    names = {
        "no variation": _tr("no variation"), "needs two": _tr("needs two"),
        "no overlap": _tr("no overlap"), "nothing marked": _tr("nothing marked"),
        "not everybody judged the same units": _tr("not everybody judged the same units"),
    }  # fmt: skip
    return names.get(reason, reason)


def _spans(measure: str) -> str:
    names = {
        "f1_exact": _tr("Exactly the same words"),
        "f1_overlap": _tr("Overlapping words"),
        "f1_partial": _tr("Words, half for overlapping ones"),
        "f1_token": _tr("Word by word"),
        "f1_boundary": _tr("The same words, whatever the label"),
        "alpha_unitizing": _tr("Sections of the text"),
    }
    return names.get(measure, measure)


def _value(figure: "Figure") -> str:
    return _why_undefined(figure.undefined) if figure.value is None else f"{figure.value:.3f}"


def _short(figure: "Figure") -> str:
    return _why_undefined(figure.undefined) if figure.value is None else f"{figure.value:.2f}"


def _tr(source: str) -> str:
    return QCoreApplication.translate("Figures", source)
