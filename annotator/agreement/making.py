"""Making figures: what several of them need, such as who answers to whom, is found once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from annotator.agreement import coefficients, judged, relations
from annotator.agreement.characters import IN, Characters
from annotator.agreement.coefficients import Level, Ratings
from annotator.agreement.figure import Figure, Layer
from annotator.agreement.matching import Matching
from annotator.agreement.material import Material
from annotator.agreement.tally import Draws, Tally
from annotator.agreement.tokens import Tokens
from annotator.dataclass import dataclass
from annotator.domain.attribute import Attribute
from annotator.domain.scheme import ArticleLabelKind, Label

OF_RATINGS = (
    "alpha", "ac1", "percentage", "kappa", "kappa_linear", "kappa_quadratic", "fleiss",
)  # fmt: skip
MEASURES = (
    *OF_RATINGS, "f1_exact", "f1_overlap", "f1_partial", "f1_token", "f1_boundary",
    "f1_conditional", "f1_conditional_untyped", "f1_end_to_end", "f1_end_to_end_untyped",
    "b_cubed", "alpha_unitizing",
)  # fmt: skip
ON_DEMAND = ("alpha_unitizing",)
"""Measures that are told only when they are asked for by name."""
USUAL = tuple(measure for measure in MEASURES if measure not in ON_DEMAND)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures: of one label or of all, by some measures, with intervals or without."""

    label: str = ""
    measures: tuple[str, ...] = USUAL
    seed: int = 1
    has_intervals: bool = True

    def wants(self, *measures: str) -> bool:
        """Whether any of these measures is wanted."""
        return any(each in self.measures for each in measures)


class Maker:
    """Makes the figures of one material; groups are its people, or two of them."""

    def __init__(self, material: Material, wanted: Wanted) -> None:
        self.material = material
        self.wanted = wanted
        self._in_or_out: dict[str, Ratings] = {}
        self._values: dict[tuple[str, str, Level], judged.Values] = {}
        self._targets: dict[str, judged.Rows] = {}
        self._attitudes: dict[tuple[str, Level], Ratings] = {}
        self._of_articles: dict[tuple[str, Level], Ratings] = {}
        self._undrawn: list[Tally] = []

    @cached_property
    def typed(self) -> dict[tuple[str, str], Matching]:
        """Which annotations of every two people answer to each other, labels being equal."""
        return {pair: Matching(self.material, *pair) for pair in self.material.pairs}

    @cached_property
    def untyped(self) -> dict[tuple[str, str], Matching]:
        """The same, whatever the labels."""
        return {
            pair: Matching(self.material, *pair, is_typed=False) for pair in self.material.pairs
        }

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of all articles."""
        return Tokens(self.material)

    @cached_property
    def characters(self) -> Characters:
        """What lies on each character."""
        return Characters(self.material)

    @cached_property
    def named(self) -> Ratings:
        """Which labels lie on each character."""
        return self.characters.named()

    @cached_property
    def edges(self) -> dict[str, relations.Edges]:
        """The relations of each person."""
        return {
            person: relations.Edges(self.material, marks)
            for person, marks in self.material.marks.items()
        }

    @cached_property
    def links(self) -> dict[tuple[str, str], relations.Links]:
        """How the relations of every two people answer to each other."""
        edges = self.edges
        return {
            pair: relations.Links(each, edges[pair[0]], edges[pair[1]])
            for pair, each in self.typed.items()
        }

    @cached_property
    def draws(self) -> Draws:
        """The articles, drawn anew."""
        return Draws(self.material.count, seed=self.wanted.seed)

    @cached_property
    def labels(self) -> list[Label]:
        """The labels that are wanted and that anybody used."""
        number_of, wanted = self.material.labels, self.wanted.label
        used = np.zeros(len(number_of), dtype=bool)
        for marks in self.material.marks.values():
            used[marks.label] = True
        return [
            label
            for label in self.material.scheme.labels
            if used[number_of[label.id]] and wanted in ("", label.id)
        ]

    @property
    def subjects(self) -> list[str]:
        """All labels together, named by nothing, and each label."""
        own = [label.id for label in self.labels]
        return own if self.wanted.label else ["", *own]

    def pairs(self, people: Sequence[str]) -> list[tuple[str, str]]:
        """Every two of some people."""
        return [pair for pair in self.material.pairs if set(pair) <= set(people)]

    def matchings(self, people: Sequence[str]) -> list[Matching]:
        """Who of some people answers to whom."""
        return [self.typed[pair] for pair in self.pairs(people)]

    def linked(self, people: Sequence[str]) -> list[relations.Links]:
        """How the relations of some people answer to each other."""
        return [self.links[pair] for pair in self.pairs(people)]

    def in_or_out(self, subject: str) -> Ratings:
        """Whether each character lies in a label."""
        if subject not in self._in_or_out:
            self._in_or_out[subject] = self.characters.found(subject)
        return self._in_or_out[subject]

    def targets(self, label: Label, keyed: Attribute, level: Level) -> Ratings:
        """Attitudes towards somebody in each sentence."""
        if label.id not in self._targets:
            self._targets[label.id] = judged.targets(self.material, label)
        key = (label.id, level)
        if key not in self._attitudes:
            rows = self._targets[label.id]
            self._attitudes[key] = judged.rated(rows, keyed, level, self.material)
        return self._attitudes[key]

    def article_label(self, kind: ArticleLabelKind, level: Level) -> Ratings:
        """A label on whole articles."""
        key = (kind.id, level)
        if key not in self._of_articles:
            self._of_articles[key] = judged.article_label(self.material, kind, level)
        return self._of_articles[key]

    def values(self, label: Label, attribute: Attribute, level: Level) -> judged.Values:
        """What everybody says of an attribute."""
        key = (label.id, attribute.id, level)
        if key not in self._values:
            self._values[key] = judged.Values(self.material, label, attribute, level)
        return self._values[key]

    def columns(self, rated: Ratings, people: Sequence[str]) -> Ratings:
        """The ratings of some people, in articles that two or more of them have finished.

        So a figure of two people is the same whoever else is measured.
        """
        columns = [self.material.people.index(person) for person in people]
        done = np.zeros(self.material.count, dtype=np.int64)
        for person in people:
            done[self.material.finished[person]] += 1
        return rated.of(columns).where(done[rated.article] >= 2)

    def marks(self, people: Sequence[str], subject: str, *, is_paired: bool = False) -> int:
        """How many annotations of a label some people made in articles that others finished too.

        With `is_paired` an annotation counts once for everybody it is compared with.
        """
        columns, amount = self.material.label_numbers(subject), 0
        if is_paired:
            return round(sum(float(e.made[:, columns].sum()) for e in self.matchings(people)))
        for person in people:
            done = np.zeros(self.material.count, dtype=bool)
            for pair in self.pairs(people):
                if person in pair:
                    done[self.material.finished_by_both(*pair)] = True
            marks = self.material.marks[person]
            is_counted = self.material.has_label(marks, columns) & done[marks.article]
            amount += int(np.count_nonzero(is_counted))
        return amount

    def rated(
        self,
        people: tuple[str, ...],
        layer: Layer,
        subject: str,
        given: Ratings,
        *,
        unit: str,
        level: Level = "nominal",
        coverage: float | None = None,
        support: int | None = None,
    ) -> Iterator[Figure]:
        """Every wanted coefficient of ratings, alpha first."""
        if level == "nominal" and layer != "found":
            given = coefficients.occurring(given)
        for measure, make in _coefficients(given, level, people=len(people)):
            if self.wanted.wants(measure):
                yield self.told(
                    people, layer, subject, measure, make(), level=level, unit=unit,
                    coverage=coverage, support=support,
                )  # fmt: skip

    def told(
        self,
        people: tuple[str, ...],
        layer: Layer,
        subject: str,
        measure: str,
        tally: Tally,
        *,
        unit: str,
        level: str = "",
        coverage: float | None = None,
        support: int | None = None,
    ) -> Figure:
        """A figure; its interval is drawn with those of others."""
        value = tally.value()
        if value is not None and self.wanted.has_intervals:
            self._undrawn.append(tally)
        return Figure(
            layer, subject, measure, level, people, value,
            undefined=tally.reason if value is None else "",
            n=tally.n, unit=unit, support=support, articles=tally.articles,
            coverage=coverage,
        )  # fmt: skip

    def with_intervals(self, figures: Iterable[Figure]) -> list[Figure]:
        """Figures just told, each with its interval where one is wanted and it has a value."""
        made = list(figures)
        if not self.wanted.has_intervals:
            return made
        undrawn, self._undrawn = self._undrawn, []
        intervals = self.draws.intervals(undrawn)
        return [
            each if each.value is None else replace(each, interval=next(intervals)) for each in made
        ]


def judged_by_two(given: Ratings) -> float | None:
    """Of the units that anybody judged, the share that two or more did; None where nobody did."""
    people = (given.codes >= 0).sum(axis=1)
    anybody = int((people >= 1).sum())
    return int((people >= 2).sum()) / anybody if anybody else None


def both_in(given: Ratings) -> float | None:
    """Of the characters that anybody marked, the share that two or more did; None without any."""
    inside = (given.codes == IN).sum(axis=1)
    anybody = float(given.weight[inside >= 1].sum())
    return float(given.weight[inside >= 2].sum()) / anybody if anybody else None


def _coefficients(
    given: Ratings, level: Level, *, people: int
) -> Iterator[tuple[str, Callable[[], Tally]]]:
    """The coefficients that fit the level, and the number of people."""
    yield "alpha", lambda: coefficients.alpha(given, level)
    if level == "nominal":
        yield "ac1", lambda: coefficients.ac1(given)
    yield "percentage", lambda: coefficients.percentage(given)
    if people == 2 and level == "nominal":
        yield "kappa", lambda: coefficients.cohen(given)
    elif people == 2 and level == "ordinal":
        yield "kappa_linear", lambda: coefficients.cohen(given, "linear")
        yield "kappa_quadratic", lambda: coefficients.cohen(given, "quadratic")
    elif given.people == people and level == "nominal":
        yield "fleiss", lambda: coefficients.fleiss(given)
