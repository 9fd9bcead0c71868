"""The cards of agreement: every two people, what they take for what, and all figures by step."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.gui.dashboard import figures
from annotator.gui.dashboard.reading import Roles
from annotator.gui.dashboard.subjects import Subjects
from annotator.gui.language import articles, counted
from annotator.gui.names import NameOf
from annotator.gui.widgets.charts.card import ChartCard
from annotator.gui.widgets.charts.dots import DotChart
from annotator.gui.widgets.charts.matrix import Cell, MatrixChart
from annotator.gui.widgets.parts import choice_box, fill_choices

if TYPE_CHECKING:
    from annotator.agreement.figure import Case, Figure
    from annotator.operations.agreement import Agreement

Key = tuple[object, ...]
"""What stands behind a number: its kind, and what else it takes to find the cases."""
_MOST_PEOPLE = 12
_WIDEST = 230


class AgreementCharts(QObject):
    """Three cards, and what is chosen in each."""

    def __init__(self, subjects: Subjects, roles: Roles, name_of: NameOf) -> None:
        super().__init__()
        self._name_of = name_of
        self._subjects = subjects
        self._roles = roles
        self.subject = choice_box(self.tr("Label of the agreement"), widest=_WIDEST)
        self.pair = choice_box(self.tr("Who is compared"), widest=_WIDEST)
        self.kind = choice_box(self.tr("What is compared"), widest=_WIDEST)
        self.group = choice_box(self.tr("Whose agreement is told"), widest=_WIDEST)
        self.label = choice_box(self.tr("Label of the figures"), widest=_WIDEST)
        self._matrix = MatrixChart(self.tr("Agreement"))
        self._confusion = MatrixChart(self.tr("Confusion"))
        self._steps = DotChart(self.tr("Agreement step by step"), figures.header())
        self.agreement = self._card(self._matrix, self.subject)
        self.confusion = self._card(self._confusion, _beside(self.pair, self.kind))
        self.steps = self._card(self._steps, _beside(self.group, self.label))
        self.cards = [self.agreement, self.confusion, self.steps]

    def say(self, words: str) -> None:
        """Say in all cards why there is nothing, or not yet."""
        for card in self.cards:
            card.say("", empty=words)

    def show_agreement(self, found: "Agreement | None", *, labels: int) -> None:
        """Show the matrix of every two people and all figures, or why there are none."""
        if found is None or found.basis.articles == 0:
            words = self.tr("{} labels so far. Agreement needs an article finished by two people.")
            self.say(words.format(counted(labels)))
            return
        self._fill_choices(found)
        self.show_matrix(found)
        self.show_steps(found)

    def show_matrix(self, found: "Agreement") -> None:
        """Show the chosen label of the matrix."""
        subject = str(self.subject.currentData() or "")
        people = found.basis.people[:_MOST_PEOPLE]
        by_pair: dict[tuple[str, ...], Figure] = {
            each.annotators: each
            for each in found.figures
            if (each.layer, each.subject, each.measure) == ("found", subject, "alpha")
            and len(each.annotators) == 2
        }
        cells = [[self._pair_cell(by_pair, a, b) for b in people] for a in people]
        called = [self._name_of(each) for each in people]
        self._matrix.show_cells(called, called, cells)
        what = self._subjects.named(subject) if subject else self.tr("all labels")
        told = self.tr("Krippendorff’s α of each character in or out, nominal: {}. {}")
        self.agreement.say(told.format(what, articles(found.basis.articles)))

    def show_steps(self, found: "Agreement") -> None:
        """Show all figures of the chosen people and label, from finding words to what is said."""
        people, label = self.group.currentData(), str(self.label.currentData() or "")
        told = figures.Told(self._subjects, label)
        every = (*found.figures, *found.intra)
        own = [each for each in every if each.annotators == people and told.is_about(each)]
        # Of people with themselves there are no cases: the copies of articles stay untold.
        opens = set(people or ()) <= set(found.material.people)
        dots = told.dots(own)
        self._steps.show_dots(
            dots if opens else [dot._replace(key=None) for dot in dots],
            [told.row(each) for each in own],
            [("agreement", each) if opens else None for each in own],
        )
        words = self.tr(
            "Each step asks what the one before leaves open. Lines hold 95 of 100 draws of "
            "articles. Figures with ! rest on fewer than 30."
        )
        self.steps.say(words, empty="" if own else self.tr("Nobody marked anything of this."))

    def show_confusion(self, cases: "Sequence[Case]") -> None:
        """Show what the one said against what the other said."""
        from annotator.agreement.cases import confusion

        table = confusion(cases)
        pair, kind = self.pair.currentData(), str(self.kind.currentData() or "")
        one, other = (self._name_of(each) for each in pair)
        values = self._subjects.in_order((v for both in table for v in both if v), kind)
        rows = [*values, ""] if any(not first for first, _ in table) else values
        columns = [*values, ""] if any(not second for _, second in table) else values
        cells = [[self._confusion_cell(table, (a, b), kind, pair) for b in columns] for a in rows]
        names = [[self._subjects.value(kind, v) for v in side] for side in (rows, columns)]
        self._confusion.show_cells(names[0], names[1], cells, corner=f"{one} \\ {other}")
        total = counted(sum(table.values()))
        alike = sum(n for (a, b), n in table.items() if a == b)
        told = self.tr("{} (rows) against {} (columns): {} cases, {} named alike")
        self.confusion.say(told.format(one, other, total, counted(alike)))

    def _fill_choices(self, found: "Agreement") -> None:
        subjects = list(dict.fromkeys(e.subject for e in found.figures if e.layer == "found"))
        every = self.tr("All labels")
        named = [(self._subjects.named(each) if each else every, each) for each in subjects]
        pairs = [(self._versus(pair), pair) for pair in found.material.pairs]
        people = found.basis.people
        everybody = [(self.tr("Everybody"), people)] if len(people) > 2 else []
        twice = dict.fromkeys(each.annotators for each in found.intra)
        again = self.tr("{} with themselves")
        themselves = [(again.format(self._name_of(each[0])), each) for each in twice]
        kinds = dict.fromkeys(f"{e}.{name}" for e, name in self._roles.attributes if e in subjects)
        fill_choices(self.subject, named)
        fill_choices(self.label, named)
        fill_choices(self.pair, pairs)
        fill_choices(self.group, [*everybody, *pairs, *themselves])
        of_kinds = [(self._subjects.named(each), each) for each in kinds]
        fill_choices(self.kind, [(self.tr("Labels"), ""), *of_kinds])

    def _pair_cell(self, by_pair: "Mapping[tuple[str, ...], Figure]", one: str, other: str) -> Cell:
        figure = by_pair.get((one, other)) or by_pair.get((other, one))
        if one == other or figure is None:
            return Cell(None, "", "" if one == other else self.tr("no overlap"))
        key: Key = ("agreement", figure)
        words = f"{self._versus((one, other))}: {figures.in_words(figure)}"
        if figure.value is None:
            return Cell(None, self.tr("n/a"), words, key)
        shown = f"{figure.value:.2f}" + (" !" if figure.is_small else "")
        return Cell(max(figure.value, 0.0), shown, words, key)

    def _versus(self, people: Iterable[str]) -> str:
        return " × ".join(self._name_of(each) for each in people)

    def _confusion_cell(
        self,
        table: Mapping[tuple[str, str], int],
        said: tuple[str, str],
        kind: str,
        pair: tuple[str, str],
    ) -> Cell:
        if not any(said):
            return Cell(None, "", self.tr("marked by neither"))
        number, most = table.get(said, 0), max(table.values(), default=1)
        one, other = (
            f"{self._name_of(who)}: {self._subjects.value(kind, value)}"
            for who, value in zip(pair, said, strict=True)
        )
        key: Key | None = ("confusion", *said) if number else None
        return Cell(number / most, counted(number), f"{one}, {other}: {counted(number)}", key)

    def _card(self, chart: MatrixChart | DotChart, choices: QWidget) -> ChartCard:
        return ChartCard(chart, chart.accessibleName(), choices)


def _beside(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for widget in widgets:
        layout.addWidget(widget)
    return row
