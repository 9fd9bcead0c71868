"""From a number to the cases behind it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.gui.dashboard import reading
from annotator.gui.dashboard.agreeing import Key
from annotator.gui.dashboard.cases import CaseRow, CasesPane
from annotator.gui.dashboard.charts import choice_name, kind_name
from annotator.gui.dashboard.reading import Behind, Roles
from annotator.gui.dashboard.subjects import Subjects
from annotator.gui.language import counted
from annotator.gui.session import Session
from annotator.storage.dashboard import MOST_CASES, Instance, Scope, Wanted

if TYPE_CHECKING:
    from annotator.agreement.figure import Case
    from annotator.operations.agreement import Agreement

Run = Callable[..., None]
"""Runs a piece of work beside the window: the work, its arguments, and `done`."""


class CaseFinder(QObject):
    """Finds the cases behind a number and shows them in the pane."""

    begun = Signal()

    def __init__(self, session: Session, pane: CasesPane, run: Run) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._ask = run
        self._number = 0
        self.titles: dict[str, str] = {}
        self.agreement: Agreement | None = None
        self.compared: list[Case] = []
        self._name_of = session.names.of
        self._subjects = Subjects(session.scheme)
        self._show_again: Callable[[], None] = lambda: None
        session.names.changed.connect(self._rename)

    def show(self, key: Key, scope: Scope, roles: Roles) -> None:
        """Show what stands behind a number."""
        self._number += 1
        kind = key[0]
        if kind == "confusion":
            first, second = str(key[1]), str(key[2])
            found = [c for c in self.compared if (c.first, c.second) == (first, second)]
            self._begin(key)
            self._show_in_sight(found)
        elif kind == "agreement":
            self._begin(key)
            figure = key[1]
            self._run(
                reading.cases, self.agreement, getattr(figure, "layer", ""),
                getattr(figure, "subject", ""), getattr(figure, "annotators", ()),
                done=lambda cases: self._show_in_sight([c for c in cases if c.kind != "alike"]),
            )  # fmt: skip
        else:
            self._begin(key)
            self._run(
                reading.instances, self._session.path, scope, roles, key,
                self._session.annotator, done=self._show_instances,
            )  # fmt: skip

    def _run(
        self, work: Callable[..., object], *arguments: object, done: Callable[..., None]
    ) -> None:
        """Find something for the number that was asked about last; others are not heard of."""
        number = self._number

        def hear(found: object) -> None:
            if number == self._number:
                done(found)

        self._ask(work, *arguments, done=hear)

    def _rename(self) -> None:
        """Somebody is called otherwise: the cases that are listed say so."""
        if self._pane.isVisible():
            self._show_again()

    def _show_in_sight(self, found: "list[Case]") -> None:
        """Show cases but those of articles that whoever sits here has still to do."""
        self._run(
            reading.in_sight, self._session.path, found, self._session.annotator,
            done=lambda seen: self._show_cases(seen, hidden=len(found) - len(seen)),
        )  # fmt: skip

    def _begin(self, key: Key) -> None:
        self._show_again = lambda: self._pane.title.set_whole(self._title_of(key))
        self._pane.wait(self._title_of(key))
        self.begun.emit()

    def _show_instances(self, found: Behind) -> None:
        self._show_again = lambda: self._show_instances(found)
        rows = [
            CaseRow(
                each.article_id, each.title, each.words or each.title,
                self._note(each),
                each.start, each.end,
            )
            for each in found.listed
        ]  # fmt: skip
        self._pane.show_rows(rows, self._told(len(rows), found.total, found.hidden))

    def _note(self, each: Instance) -> str:
        whose = self._name_of(each.annotator)
        parts = (self._label_name(each.label), whose, choice_name(each.note))
        return " · ".join(part for part in parts if part)

    def _show_cases(self, found: "list[Case]", *, hidden: int) -> None:
        self._show_again = lambda: self._show_cases(found, hidden=hidden)
        rows = []
        for case in found[:MOST_CASES]:
            one, other = (self._name_of(each) for each in case.annotators)
            note = f"{one}: {case.first or '–'} · {other}: {case.second or '–'}"
            title = self.titles.get(case.article_id, case.article_id)
            rows.append(
                CaseRow(case.article_id, title, case.words or title, note, case.start, case.end)
            )
        self._pane.show_rows(rows, self._told(len(rows), len(found) + hidden, hidden))

    def _told(self, listed: int, total: int, hidden: int) -> str:
        """How many there are, and why fewer are listed than the number says."""
        told = self._counted_cases(listed)
        if hidden:
            words = self.tr("{} of {} are hidden: you have not finished their articles yet.")
            why = words.format(counted(hidden), counted(total))
            return f"{told} · {why}" if listed else why
        if total > listed:
            words = self.tr("The first {} of {} cases")
            return words.format(counted(listed), counted(total))
        return told

    def _counted_cases(self, number: int) -> str:
        if number == 0:
            return self.tr("No cases.")
        if number == 1:
            return self.tr("1 case")
        words = self.tr("The first {} cases") if number >= MOST_CASES else self.tr("{} cases")
        return words.format(counted(number))

    def _title_of(self, key: Key) -> str:
        match key:
            case ("agreement", figure):
                people = " × ".join(self._name_of(e) for e in getattr(figure, "annotators", ()))
                about = self._subjects.named(str(getattr(figure, "subject", "")))
                told = self.tr("Where {} differ").format(people)
                return f"{about} · {told}" if about else told
            case ("confusion", first, second):
                said = [self._subjects.value("", str(each)) for each in (first, second)]
                return self.tr("{} against {}").format(*said)
            case ("instances", Wanted() as wanted):
                parts = (self._label_name(wanted.label), wanted.value or wanted.source)
                return ": ".join(part for part in parts if part)
            case ("articles", _):
                return self.tr("Articles")
        return self._title_of_count(key)

    def _title_of_count(self, key: Key) -> str:
        kind, about, *rest = key
        words = {
            "day": self.tr("Finished on {}").format(about),
            "claims": self.tr("Articles with {} claims").format(about),
            "settled": f"{self._label_name(str(about))} · {kind_name(str(*rest[:1]))}",
            "suggestions": f"{about} · {self._label_name(str(*rest[:1]))}",
        }
        if kind == "claims" and any(rest):
            return self.tr("Articles with {} claims or more").format(about)
        return words.get(str(kind), "")

    def _label_name(self, label_id: str) -> str:
        label = self._session.scheme.label(label_id)
        return label.name if label else label_id
