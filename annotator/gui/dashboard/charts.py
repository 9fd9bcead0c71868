"""The charts of the dashboard, and how numbers become bars, points and cells."""

import itertools
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTimeZone
from PySide6.QtWidgets import QWidget

from annotator.domain.review import KINDS
from annotator.domain.scheme import Scheme
from annotator.gui.dashboard.agreeing import AgreementCharts, Key
from annotator.gui.dashboard.reading import Roles, Seen
from annotator.gui.dashboard.subjects import Subjects
from annotator.gui.language import counted
from annotator.gui.names import NameOf
from annotator.gui.widgets.charts.bars import Bar, BarChart
from annotator.gui.widgets.charts.card import ChartCard
from annotator.gui.widgets.charts.line import LineChart, Point
from annotator.gui.widgets.charts.matrix import Cell, MatrixChart
from annotator.gui.widgets.parts import choice_box
from annotator.gui.wording import shortened
from annotator.storage.dashboard import LENGTHS, Numbers, Wanted

_MOST_CLAIMS = 12
_RULE = 140
"""How much of a guideline is said."""


class Charts(QObject):
    """All cards of the dashboard, in the order in which they stand."""

    def __init__(self, scheme: Scheme, roles: Roles, name_of: NameOf) -> None:
        super().__init__()
        self._scheme = scheme
        self._roles = roles
        self._subjects = Subjects(scheme)
        self.attribute = choice_box(self.tr("Attribute"), widest=230)
        for label, attribute in roles.attributes:
            self.attribute.addItem(self._subjects.named(f"{label}.{attribute}"), (label, attribute))
        number, label = self.tr("Number"), self.tr("Label")
        self.labels = self._card(BarChart(self.tr("Labels"), (label, number)))
        self.progress = self._card(
            LineChart(self.tr("Progress"), (self.tr("Day"), self.tr("Articles")))
        )
        self.agreeing = AgreementCharts(self._subjects, roles, name_of)
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
        self._settled = MatrixChart(self.tr("Differences settled"))
        self.settled = self._card(self._settled)
        self.cards = [
            self.labels, self.progress, *self.agreeing.cards, self.sources, self.claims,
            self.values, self.lengths, self.settled, self.suggestions,
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
        self._show_settled(seen)

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
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode().removeprefix("Etc/")
        told = self.tr("Articles finished by somebody, cumulative: {} of {} · days in {}")
        told = told.format(counted(total), counted(numbers.articles), zone)
        self.progress.say(told, empty="" if points else self.tr("No article is finished yet."))

    def _show_sources(self, numbers: Numbers) -> None:
        bars = [
            Bar(numbers.source_names[who], number,
                f"{counted(number)} · {_percent(number / numbers.all_sources)}",
                ("instances", Wanted(self._roles.source, source=who)), "source")
            for who, number in numbers.sources
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
            key: Key = ("claims", count, is_last)
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
        told = told.format(max(used) / min(used)) if len(used) > 1 else ""
        told = self.tr("Only one value occurs") if len(used) == 1 else told
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
                    name = f"{engine} · {self._subjects.named(label)}"
                    bars.append(Bar(name, taken / decided, shown, ("suggestions", engine, label)))
        modes = []
        names = {"single": self.tr("one by one"), "page": self.tr("by the page")}
        for mode, fates in by_decision(seen.suggestions).items():
            decided = sum(fates.values())
            taken = decided - fates.get("rejected", 0)
            modes.append(f"{names.get(mode, mode)} {taken / max(decided, 1):.0%}")
        told = self.tr("Of those decided: {}").format(", ".join(modes)) if modes else ""
        nothing = self.tr("No suggestion has been accepted or rejected yet.")
        self._show_bars(self.suggestions, bars, told, nothing)

    def _show_settled(self, seen: Seen) -> None:
        """What editors had to decide, by label and by how annotators differed."""
        held = {each: sum(choices.values()) for each, choices in seen.settled.items()}
        labels = self._subjects.in_order((label for label, _ in held), "")
        most = max(held.values(), default=1)
        cells = [
            [self._settled_cell(seen, (label, kind), most) for kind in KINDS] for label in labels
        ]
        names = [self._subjects.named(label) for label in labels]
        self._settled.show_cells(names, [kind_name(kind) for kind in KINDS], cells)
        told = ""
        if held:
            (label, kind), number = max(held.items(), key=lambda each: each[1])
            told = self.tr("Most often: {}, {} ({})").format(
                self._subjects.named(label), kind_name(kind), counted(number)
            )
            rules = self._scheme.guidelines_for(label)
            told += f" · {shortened(rules[0].text, most=_RULE)}" if rules else ""
        nothing = self.tr("No difference has been settled in the review yet.")
        self.settled.say(told, empty="" if held else nothing)

    def _settled_cell(self, seen: Seen, about: tuple[str, str], most: int) -> Cell:
        choices = seen.settled.get(about, {})
        number = sum(choices.values())
        label, kind = about
        words = f"{self._subjects.named(label)}, {kind_name(kind)}: {counted(number)}"
        parts = [f"{counted(n)} {choice_name(choice)}" for choice, n in choices.items()]
        told = f"{words} ({', '.join(parts)})" if parts else words
        return Cell(number / most, counted(number), told, ("settled", *about) if number else None)

    def _show_bars(self, card: ChartCard, bars: Sequence[Bar], told: str, nothing: str) -> None:
        if isinstance(card.chart, BarChart):
            card.chart.show_bars(bars)
        card.say(told, empty="" if bars else nothing)

    def _card(self, chart: "BarChart | LineChart | MatrixChart", *choices: QWidget) -> ChartCard:
        stays = self.attribute in choices
        chosen = choices[0] if choices else None
        return ChartCard(chart, chart.accessibleName(), chosen, stays=stays)


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
    translate = QCoreApplication.translate
    shape = translate("Date", "d MMM") if is_near else translate("Date", "d MMM yyyy")
    return QLocale().toString(QDate(spot.year, spot.month, spot.day), shape)


def kind_name(kind: str) -> str:
    """How annotators differed."""
    translate = QCoreApplication.translate
    names = {
        "boundary": translate("Review", "which words"),
        "label": translate("Review", "which label"),
        "attribute": translate("Review", "an attribute"),
        "missing": translate("Review", "whether at all"),
        "link": translate("Review", "a link"),
    }
    return names.get(kind, kind)


def choice_name(choice: str) -> str:
    """What became of a difference, or of a suggestion."""
    translate = QCoreApplication.translate
    names = {
        "taken": translate("Settled", "taken as one had it"),
        "merged": translate("Review", "merged"),
        "neither": translate("Review", "neither"),
        "majority": translate("Review", "majority"),
        "edited": translate("Review", "corrected"),
        "accepted": translate("Settled", "accepted"),
        "changed": translate("Settled", "accepted and changed"),
        "rejected": translate("Settled", "rejected"),
    }
    return names.get(choice, choice)
