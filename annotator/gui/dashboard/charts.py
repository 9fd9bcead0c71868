"""The charts of the dashboard, and how numbers become bars, points and cells."""

import itertools
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.domain.scheme import Scheme
from annotator.gui.dashboard.reading import Roles, Seen
from annotator.gui.language import articles, counted
from annotator.gui.names import NameOf
from annotator.gui.widgets.charts.bars import Bar, BarChart
from annotator.gui.widgets.charts.card import ChartCard
from annotator.gui.widgets.charts.line import LineChart, Point
from annotator.gui.widgets.charts.matrix import Cell, MatrixChart
from annotator.gui.widgets.parts import called
from annotator.storage.dashboard import LENGTHS, Numbers, Wanted

if TYPE_CHECKING:
    from annotator.agreement.figure import Case, Figure
    from annotator.operations.agreement import Agreement

Key = tuple[object, ...]
"""What stands behind a number: its kind, and what else it takes to find the cases."""
_MOST_CLAIMS = 12
_MOST_PEOPLE = 12


class Charts(QObject):
    """All cards of the dashboard, in the order in which they stand."""

    def __init__(self, scheme: Scheme, roles: Roles, name_of: NameOf) -> None:
        super().__init__()
        self._name_of = name_of
        self._scheme = scheme
        self._roles = roles
        self.attribute = _combo(self.tr("Attribute"))
        for label, attribute in roles.attributes:
            self.attribute.addItem(self._named(f"{label}.{attribute}"), (label, attribute))
        self.subject = _combo(self.tr("Label of the agreement"))
        self.pair = _combo(self.tr("Who is compared"))
        self.kind = _combo(self.tr("What is compared"))
        number, label = self.tr("Number"), self.tr("Label")
        self.labels = self._card(BarChart(self.tr("Labels"), (label, number)))
        self.progress = self._card(
            LineChart(self.tr("Progress"), (self.tr("Day"), self.tr("Articles")))
        )
        self.agreement = self._card(MatrixChart(self.tr("Agreement")), self.subject)
        self.confusion = self._card(
            MatrixChart(self.tr("Confusion")), _beside(self.pair, self.kind)
        )
        self.sources = self._card(BarChart(self.tr("Sources"), (self.tr("Source"), number)))
        self.claims = self._card(
            BarChart(self.tr("Claims per article"), (self.tr("Claims"), self.tr("Articles")))
        )
        self.values = self._card(
            BarChart(self.tr("Balance of values"), (self.tr("Value"), number)), self.attribute
        )
        self.lengths = self._card(MatrixChart(self.tr("Lengths of spans")))
        self.suggestions = self._card(
            BarChart(
                self.tr("Suggestions accepted"), (self.tr("Engine"), self.tr("Accepted")), whole=1.0
            )
        )
        self.cards = [
            self.labels, self.progress, self.agreement, self.confusion, self.sources,
            self.claims, self.values, self.lengths, self.suggestions,
        ]  # fmt: skip

    def show_seen(self, seen: Seen, whose: str) -> None:
        """Show all numbers but agreement."""
        numbers = seen.numbers
        self._show_labels(numbers, whose)
        self._show_progress(numbers)
        self._show_sources(numbers)
        self._show_claims(numbers)
        self._show_values(numbers)
        self._show_lengths(numbers)
        self._show_suggestions(seen)

    def show_agreement(self, found: "Agreement | None", *, labels: int) -> None:
        """Show the matrix of every two people, or why there is none."""
        if found is None or found.basis.articles == 0:
            words = self.tr("{} labels so far. Agreement needs an article finished by two people.")
            for card in (self.agreement, self.confusion):
                card.say("", empty=words.format(counted(labels)))
            return
        self._fill_choices(found)
        self.show_matrix(found)

    def show_matrix(self, found: "Agreement") -> None:
        """Show the chosen label of the matrix."""
        subject = str(self.subject.currentData() or "")
        people = found.basis.people[:_MOST_PEOPLE]
        figures: dict[tuple[str, ...], Figure] = {
            each.annotators: each
            for each in found.figures
            if (each.layer, each.subject, each.measure) == ("found", subject, "alpha")
            and len(each.annotators) == 2
        }
        cells = [[self._pair_cell(figures, a, b) for b in people] for a in people]
        chart = self.agreement.chart
        if isinstance(chart, MatrixChart):
            called = [self._name_of(each) for each in people]
            chart.show_cells(called, called, cells)
        what = self._named(subject) if subject else self.tr("all labels")
        told = self.tr("Krippendorff’s α of each character in or out, nominal: {}. {}")
        self.agreement.say(told.format(what, articles(found.basis.articles)))

    def show_confusion(self, cases: "Sequence[Case]") -> None:
        """Show what the one said against what the other said."""
        from annotator.agreement.cases import confusion

        table = confusion(cases)
        pair, kind = self.pair.currentData(), str(self.kind.currentData() or "")
        one, other = (self._name_of(each) for each in pair)
        values = self._in_order({v for both in table for v in both if v}, kind)
        rows = [*values, ""] if any(not first for first, _ in table) else values
        columns = [*values, ""] if any(not second for _, second in table) else values
        most = max(table.values(), default=1)
        cells = [
            [self._confusion_cell(table, a, b, most, kind, pair) for b in columns] for a in rows
        ]
        chart = self.confusion.chart
        if isinstance(chart, MatrixChart):
            names = [[self._value_name(kind, v) for v in side] for side in (rows, columns)]
            chart.show_cells(names[0], names[1], cells, corner=f"{one} \\ {other}")
        total = counted(sum(table.values()))
        alike = sum(n for (a, b), n in table.items() if a == b)
        told = self.tr("{} (rows) against {} (columns): {} cases, {} named alike")
        self.confusion.say(told.format(one, other, total, counted(alike)))

    def _fill_choices(self, found: "Agreement") -> None:
        subjects = dict.fromkeys(e.subject for e in found.figures if e.layer == "found")
        named = [(self._named(s) if s else self.tr("All labels"), s) for s in subjects]
        _fill(self.subject, named)
        _fill(self.pair, [(self._versus(pair), pair) for pair in found.material.pairs])
        kinds = dict.fromkeys(
            f"{label}.{attribute}"
            for label, attribute in self._roles.attributes
            if label in subjects
        )
        _fill(self.kind, [(self.tr("Labels"), ""), *((self._named(k), k) for k in kinds)])

    def _pair_cell(self, figures: "Mapping[tuple[str, ...], Figure]", one: str, other: str) -> Cell:
        figure = figures.get((one, other)) or figures.get((other, one))
        if one == other or figure is None:
            return Cell(None, "", "" if one == other else self.tr("no overlap"))
        key: Key = ("agreement", figure)
        names = self._versus((one, other))
        if figure.value is None:
            return Cell(None, self.tr("n/a"), f"{names}: {figure.undefined}", key)
        shown = f"{figure.value:.2f}" + (" !" if figure.is_small else "")
        return Cell(max(figure.value, 0.0), shown, f"{names}: {self.told(figure)}", key)

    def _versus(self, people: Sequence[str]) -> str:
        return " × ".join(self._name_of(each) for each in people)

    def told(self, figure: "Figure") -> str:
        """A figure in words: value, interval, number of units."""
        value = figure.undefined if figure.value is None else f"{figure.value:.3f}"
        words = f"α {value}"
        if figure.interval:
            low, high = figure.interval
            words += self.tr(", 95 % between {:.2f} and {:.2f}").format(low, high)
        spans = figure.n if figure.support is None else figure.support
        words += self.tr(", {} spans in {}").format(counted(spans), articles(figure.articles))
        return words + (self.tr("; fewer than 30 spans") if figure.is_small else "")

    def _confusion_cell(
        self,
        table: Mapping[tuple[str, str], int],
        first: str,
        second: str,
        most: int,
        kind: str,
        pair: tuple[str, str],
    ) -> Cell:
        number = table.get((first, second), 0)
        if not first and not second:
            return Cell(None, "", self.tr("marked by neither"))
        one, other = (self._name_of(each) for each in pair)
        words = f"{one}: {self._value_name(kind, first)}, "
        words += f"{other}: {self._value_name(kind, second)}: {counted(number)}"
        key: Key | None = ("confusion", first, second) if number else None
        return Cell(number / most, counted(number), words, key)

    def _show_labels(self, numbers: Numbers, whose: str) -> None:
        bars = []
        keyed = dict(self._roles.keyed)
        for label in self._scheme.labels:
            number = numbers.labels.get(label.id, 0)
            attribute = label.attribute(keyed[label.id]) if label.id in keyed else None
            values = numbers.values.get((label.id, keyed.get(label.id, "")), {})
            if number:
                key: Key = ("instances", Wanted(label.id))
                bars.append(Bar(label.name, number, counted(number), key, label.colour))
            for value in attribute.values[::-1] if attribute else ():
                if values.get(value.id):
                    key = ("instances", Wanted(label.id, keyed[label.id], value.id))
                    held, role = values[value.id], value.colour or label.colour
                    bars.append(Bar(f"   {value.name}", held, counted(held), key, role))
        self._show_bars(self.labels, bars, whose, self.tr("Nothing is labelled yet."))

    def _show_progress(self, numbers: Numbers) -> None:
        points, total = [], 0
        for day, number in numbers.days.items():
            total += number
            place = date.fromisoformat(day).toordinal()
            key: Key = ("day", day)
            points.append(Point(_short(day), float(place), total, counted(total), key))
        chart = self.progress.chart
        if isinstance(chart, LineChart):
            chart.show_points(points)
        told = self.tr("Articles finished by somebody, cumulative: {} of {}")
        told = told.format(counted(total), counted(numbers.articles))
        self.progress.say(told, empty="" if points else self.tr("No article is finished yet."))

    def _show_sources(self, numbers: Numbers) -> None:
        bars = [
            Bar(name, number, f"{counted(number)} · {_percent(number / numbers.all_sources)}",
                ("instances", Wanted(self._roles.source, source=name)), "source")
            for name, number in numbers.sources
        ]  # fmt: skip
        top = sum(number for _, number in numbers.sources[:3])
        share = _percent(top / numbers.all_sources) if numbers.all_sources else ""
        told = self.tr("{} different; the three named most give {} of all mentions")
        told = told.format(counted(numbers.different_sources), share)
        self._show_bars(self.sources, bars, told, self.tr("No sources are labelled yet."))

    def _show_claims(self, numbers: Numbers) -> None:
        held: dict[int, int] = {}
        for count, number in numbers.claims.items():
            held[min(count, _MOST_CLAIMS)] = held.get(min(count, _MOST_CLAIMS), 0) + number
        bars = []
        for count, number in sorted(held.items()):
            is_last = count == _MOST_CLAIMS
            words = self.tr("{} or more").format(count) if is_last else str(count)
            key: Key | None = None if is_last else ("claims", count)
            bars.append(Bar(words, number, counted(number), key, "claim"))
        readings = sum(numbers.claims.values())
        total = sum(count * number for count, number in numbers.claims.items())
        label = self._scheme.label(self._roles.statement)
        name = label.name if label else self._roles.statement
        told = self.tr("{}: {:.1f} in the mean of {} finished readings")
        told = told.format(name, total / readings if readings else 0.0, counted(readings))
        self._show_bars(self.claims, bars, told, self.tr("No article is finished yet."))

    def _show_values(self, numbers: Numbers) -> None:
        label_id, attribute_id = self.attribute.currentData() or ("", "")
        label = self._scheme.label(label_id)
        attribute = label.attribute(attribute_id) if label else None
        held = numbers.values.get((label_id, attribute_id), {})
        total = sum(held.values())
        bars = []
        for value in attribute.values if attribute else ():
            number = held.get(value.id, 0)
            shown = f"{counted(number)} · {_percent(number / max(total, 1))}"
            key: Key = ("instances", Wanted(label_id, attribute_id, value.id))
            bars.append(Bar(value.name, number, shown, key if number else None))
        used = [number for number in held.values() if number]
        told = self.tr("The most frequent value is {:.1f} times the rarest that occurs")
        told = told.format(max(used) / min(used)) if used else ""
        if label and numbers.labels.get(label_id, 0) > total:
            without = counted(numbers.labels[label_id] - total)
            told += self.tr("; {} without a value").format(without)
        nothing = self.tr("No annotation has a value of this attribute yet.")
        self._show_bars(self.values, bars if used else [], told, nothing)

    def _show_lengths(self, numbers: Numbers) -> None:
        labels = [e for e in self._scheme.labels if numbers.labels.get(e.id)]
        most = max(numbers.lengths.values(), default=1)
        cells = []
        for label in labels:
            row = []
            for group, words in enumerate(_groups()):
                number = numbers.lengths.get((label.id, group), 0)
                key: Key | None = ("instances", Wanted(label.id, length=group)) if number else None
                told = self.tr("{}, {} characters: {}").format(label.name, words, counted(number))
                row.append(Cell(number / most, counted(number), told, key))
            cells.append(row)
        chart = self.lengths.chart
        if isinstance(chart, MatrixChart):
            chart.show_cells([e.name for e in labels], _groups(), cells)
        told = self.tr("Annotations by how many characters they reach over")
        self.lengths.say(told, empty="" if labels else self.tr("Nothing is labelled yet."))

    def _show_suggestions(self, seen: Seen) -> None:
        from annotator.storage.suggestion_counts import by_decision, by_engine

        bars = []
        for engine, labels in by_engine(seen.suggestions).items():
            for label, fates in labels.items():
                taken = fates["accepted"] + fates["changed"]
                decided = taken + fates["rejected"]
                if decided:
                    shown = self.tr("{:.0%} of {}").format(taken / decided, counted(decided))
                    name = f"{engine} · {self._named(label)}"
                    bars.append(Bar(name, taken / decided, shown))
        modes = []
        names = {"single": self.tr("one by one"), "page": self.tr("by the page")}
        for mode, fates in by_decision(seen.suggestions).items():
            decided = sum(fates.values())
            taken = decided - fates.get("rejected", 0)
            modes.append(f"{names.get(mode, mode)} {taken / max(decided, 1):.0%}")
        told = self.tr("Of those decided: {}").format(", ".join(modes)) if modes else ""
        nothing = self.tr("No suggestion has been accepted or rejected yet.")
        self._show_bars(self.suggestions, bars, told, nothing)

    def _show_bars(self, card: ChartCard, bars: Sequence[Bar], told: str, nothing: str) -> None:
        if isinstance(card.chart, BarChart):
            card.chart.show_bars(bars)
        card.say(told, empty="" if bars else nothing)

    def _card(self, chart: "BarChart | LineChart | MatrixChart", *choices: QWidget) -> ChartCard:
        stays = self.attribute in choices
        chosen = choices[0] if choices else None
        return ChartCard(chart, chart.accessibleName(), chosen, stays=stays)

    def _named(self, subject: str) -> str:
        """A label or an attribute by the names of the scheme."""
        label_id, _, attribute_id = subject.partition(".")
        label = self._scheme.label(label_id)
        attribute = label.attribute(attribute_id) if label and attribute_id else None
        name = label.name if label else label_id
        return f"{name}: {attribute.name}" if attribute else name

    def _value_name(self, kind: str, value: str) -> str:
        if not value:
            return self.tr("nothing")
        if not kind:
            return self._named(value)
        label_id, _, attribute_id = kind.partition(".")
        label = self._scheme.label(label_id)
        attribute = label.attribute(attribute_id) if label else None
        found = attribute.value(value) if attribute else None
        return found.name if found else value

    def _in_order(self, values: set[str], kind: str) -> list[str]:
        """Values as the scheme has them in order."""
        label_id, _, attribute_id = kind.partition(".")
        label = self._scheme.label(label_id)
        attribute = label.attribute(attribute_id) if label else None
        known = [e.id for e in (attribute.values if attribute else self._scheme.labels)]
        return [v for v in known if v in values] + sorted(values - set(known))


def _combo(name: str) -> QComboBox:
    combo = called(QComboBox(), name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    combo.setMaximumWidth(230)
    return combo


def _fill(combo: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    """Offer other choices; what was chosen stays chosen if it is still there."""
    held = combo.currentData()
    combo.blockSignals(True)  # noqa: FBT003 - the name that Qt gives it
    combo.clear()
    for words, data in choices:
        combo.addItem(words, data)
    place = next((n for n, (_, data) in enumerate(choices) if data == held), 0)
    combo.setCurrentIndex(place)
    combo.blockSignals(False)  # noqa: FBT003


def _beside(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for widget in widgets:
        layout.addWidget(widget)
    return row


def _percent(share: float) -> str:
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"


def _groups() -> list[str]:
    edges = [0, *LENGTHS]
    words = [f"{low + 1}–{high}" for low, high in itertools.pairwise(edges)]
    return [*words, f"{LENGTHS[-1] + 1}+"]


def _short(day: str) -> str:
    """A day as the person writes it, without the year where it is this one."""
    spot = date.fromisoformat(day)
    is_near = spot.year == QDate.currentDate().year()
    tr = QCoreApplication.translate
    shape = tr("Date", "d MMM") if is_near else tr("Date", "d MMM yyyy")
    return QLocale().toString(QDate(spot.year, spot.month, spot.day), shape)
