"""The dashboard: filters, tiles and charts; each number opens the cases behind it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.people import GOLD
from annotator.gui import tasks
from annotator.gui import theme as looks
from annotator.gui.dashboard import reading
from annotator.gui.dashboard.agreeing import Key
from annotator.gui.dashboard.cases import WIDTH, CasesPane
from annotator.gui.dashboard.charts import Charts
from annotator.gui.dashboard.finding import CaseFinder
from annotator.gui.dashboard.gamma import GammaCard
from annotator.gui.dashboard.reading import Seen
from annotator.gui.dashboard.strip import Strip
from annotator.gui.dashboard.summary import Summary
from annotator.gui.dashboard.tiles import Tiles
from annotator.gui.menus import Commands
from annotator.gui.prompts import Prompts
from annotator.gui.session import Session
from annotator.gui.widgets.parts import fill_choices, plain
from annotator.storage.dashboard import Scope

if TYPE_CHECKING:
    from annotator.agreement.figure import Case
    from annotator.operations.agreement import Agreement

_COLUMN = 520
"""A card is at least so wide before another column opens."""
_MOST_COLUMNS = 2
"""Agreement and confusion belong beside each other."""
_LANE = "dashboard"


class DashboardScreen(QWidget):
    """A project in numbers."""

    told = Signal(object)
    opened = Signal(object)
    """A `CaseRow` is to be shown in its article."""
    left = Signal()

    def __init__(
        self, session: Session, commands: Commands, prompts: Prompts, own_time: Callable[[], str]
    ) -> None:
        super().__init__()
        self._own_time = own_time
        self.setAccessibleName(self.tr("Dashboard"))
        self._session = session
        self._commands = commands
        self._prompts = prompts
        self._roles = reading.roles_of(session.scheme)
        self._tasks: list[tasks.Task] = []
        self._is_stale = True
        self._columns = 0
        self.seen = Seen()
        self.agreement: Agreement | None = None
        self.charts = Charts(session.scheme, self._roles, session.names.of)
        self.tiles = Tiles()
        self.cases = CasesPane()
        self.gamma = GammaCard(session)
        self._finder = CaseFinder(session, self.cases, self._run)
        self._summary = Summary(session.scheme)
        self.strip = Strip()
        self.people, self.period = self.strip.people, self.strip.period
        self.time = plain(role="muted", wraps=True, margins=(16, 6, 16, 6))
        self._lay_out()
        self._connect()

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""
        if self.cases.isVisible():
            return self.tr("J/K move · Enter opens the article · Esc closes the cases")
        return self.tr("Tab next chart · arrows go from number to number · Enter cases · Esc back")

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Actions that mean something else while this screen is shown."""
        return {
            "view.next_pane": lambda: self._step(1),
            "view.previous_pane": lambda: self._step(-1),
        }

    @property
    def scope(self) -> Scope:
        """Whose work is counted, and since when."""
        person = str(self.people.currentData() or "")
        return reading.scope_of((person,) if person else (), int(self.period.currentData() or 0))

    def enter(self) -> None:
        """The screen is shown: what changed is counted anew."""
        if self._is_stale:
            self.load()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def return_here(self) -> None:
        """Back from an article to the case from which it was opened."""
        (self.cases.table if self.cases.isVisible() else self.people).setFocus()

    @property
    def kept(self) -> Mapping[str, object]:
        """Whose work is counted, and since when."""
        return {"person": self.people.currentData(), "days": self.period.currentData()}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Count the same again; somebody who has no work here counts as all."""
        person = str(kept.get("person") or "")
        with QSignalBlocker(self.people), QSignalBlocker(self.period):
            if person:
                self.people.addItem(self._session.names.of(person), person)
                self.people.setCurrentIndex(self.people.count() - 1)
            self.period.setCurrentIndex(max(self.period.findData(kept.get("days")), 0))
        self.enter()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        for card in self.charts.cards:
            card.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        self.gamma.rest()
        for task in self._tasks:
            task.stop()

    def load(self) -> None:
        """Count everything anew, agreement last."""
        self._is_stale = False
        self.strip.state.setText(self.tr("Counting…"))
        attribute = self.charts.attribute.currentData() or ("", "")
        self._run(
            reading.see, self._session.path, self.scope, self._roles, tuple(attribute),
            done=self._show_seen,
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the cases, then leaves."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.cases.isVisible():
            self.close_cases()
        else:
            self.left.emit()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """As many columns as there is room for: the room is known once the area has its size."""
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._arrange)
        return False

    def close_cases(self) -> None:
        """Give the room back to the charts."""
        self.cases.hide()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_cases(self, key: Key) -> None:
        """Show what stands behind a number."""
        if key[0] == "flags":
            self._commands.action("screens.flags").trigger()
        else:
            self._finder.show(key, self.scope, self._roles)

    def _make_room(self) -> None:
        total = self.splitter.width()
        self.splitter.setSizes([total - WIDTH, WIDTH])

    def _show_summary(self) -> None:
        found = self.agreement if self.seen.numbers.doubled else None
        numbers = self._summary.numbers(self.seen.numbers, found, self._whose())
        self.tiles.show_numbers(numbers)

    def _show_seen(self, seen: Seen) -> None:
        self.seen = seen
        self._fill_people(seen)
        self.charts.show_seen(seen, self._whose())
        self._show_summary()
        self.strip.state.setText("")
        self.time.setText(self._own_time())
        self.time.setVisible(bool(self.time.text()))
        if seen.numbers.doubled:
            self.charts.agreeing.say(self.tr("Measuring…"))
            self._run(reading.titles, self._session.path, done=self._finder.titles.update)
            self._run(
                reading.measured, self._session.path, self._session.annotator,
                done=self._show_agreement, progressed=self._show_measuring,
            )  # fmt: skip
        else:
            self.charts.agreeing.show_agreement(None, labels=seen.numbers.annotations)

    def _show_measuring(self, percent: int) -> None:
        """How much of the agreement is measured; shown in its cards until it is there."""
        self.charts.agreeing.say(self.tr("Measuring… {} %").format(percent))

    def _show_agreement(self, found: "Agreement") -> None:
        self.agreement = self._finder.agreement = found
        self.charts.agreeing.show_agreement(found, labels=self.seen.numbers.annotations)
        self._show_summary()
        if found.basis.articles:
            self.gamma.show_agreement(found)
            self._confuse()

    def _confuse(self) -> None:
        """Find the cases of the chosen pair and kind."""
        pair = self.charts.agreeing.pair.currentData()
        if self.agreement is None or pair is None:
            return
        kind = str(self.charts.agreeing.kind.currentData() or "")
        layer = "attribute" if kind else "spans"
        self._run(
            reading.cases, self.agreement, layer, kind, tuple(pair), done=self._show_confusion
        )

    def _show_confusion(self, cases: "list[Case]") -> None:
        self._finder.compared = cases
        self.charts.agreeing.show_confusion(cases)

    def _show_matrix(self) -> None:
        if self.agreement is not None:
            self.charts.agreeing.show_matrix(self.agreement)

    def _show_steps(self) -> None:
        if self.agreement is not None:
            self.charts.agreeing.show_steps(self.agreement)

    def _whose(self) -> str:
        parts = [self.people.currentText()]
        if self.period.currentData():
            parts.append(self.period.currentText().lower())
        return ", ".join(parts)

    def _fill_people(self, seen: Seen) -> None:
        name_of = self._session.names.of
        named = [(name_of(each), each) for each in seen.numbers.people if each != GOLD]
        everybody = [(self.tr("All annotators"), ""), (self.tr("Gold"), GOLD)]
        fill_choices(self.people, [*everybody, *named])

    def _run(
        self,
        work: Callable[..., object],
        *arguments: object,
        done: Callable[..., None],
        progressed: Callable[[int], None] | None = None,
    ) -> None:
        self._tasks = [task for task in self._tasks if not task.is_finished]
        # What a click asks for does not wait until everything is measured.
        is_slow = work in (reading.measured, reading.cases)
        lane = f"{_LANE} agreement" if is_slow else _LANE
        task = tasks.run(
            work, *arguments, done=done, failed=self._fail, progressed=progressed, lane=lane
        )
        self._tasks.append(task)

    def _fail(self, problem: str) -> None:
        self.cases.give_up()
        self.strip.state.setText("")
        self.told.emit(problem)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setPixmap(self.body.grab())
        self.told.emit(self.tr("The dashboard is copied as a picture."))

    def _write(self, kind: str) -> None:
        """Ask for a file, and write the report or the numbers into it."""
        from annotator.gui.dashboard import report

        write, ending = report.KINDS[kind]
        suggested = str(self._session.path.with_suffix(f".{kind}"))
        path = self._prompts.choose_save(self.tr("Save the dashboard"), suggested, ending)
        if path is None:
            return
        title = f"{self._session.title} · {self._whose()}"
        try:
            write(path, title, self.tiles, self.charts.cards)
        except OSError as error:
            words = self.tr("{} cannot be written: {}. Choose another folder.")
            self.told.emit(words.format(path.name, error.strerror or error))
        else:
            self.told.emit(self.tr("Saved {}.").format(path.name))

    def _step(self, direction: int) -> None:
        """Move the keyboard from filters to tiles, charts and cases."""
        stops: list[QWidget] = [self.people, *self.tiles.tiles[:1]]
        stops += [card.chart for card in self.charts.cards if card.chart.isVisible()]
        stops += [self.cases.table] if self.cases.isVisible() else []
        here = next((n for n, each in enumerate(stops) if each.hasFocus()), -direction)
        chosen = stops[(here + direction) % len(stops)]
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(chosen)

    def _arrange(self) -> None:
        """Put the cards into as many columns as fit."""
        room = self.area.viewport().width() - 32
        columns = max(1, min(_MOST_COLUMNS, room // looks.scaled(_COLUMN)))
        if columns == self._columns:
            return
        self._columns = columns
        cards = [*self.charts.cards, self.gamma]
        for card in cards:
            self.grid.removeWidget(card)
            # The columns share the room alike, whatever stands in them.
            card.setSizePolicy(QSizePolicy.Policy.Ignored, card.sizePolicy().verticalPolicy())
        for number in range(_MOST_COLUMNS):
            self.grid.setColumnStretch(number, 1 if number < columns else 0)
        place = 0
        for card in cards:
            span = columns if card is self.charts.agreeing.steps else 1  # its axis needs the room
            place += -place % span
            self.grid.addWidget(card, place // columns, place % columns, 1, span)
            place += span

    def _lay_out(self) -> None:
        self.body = QWidget()
        content = QVBoxLayout(self.body)
        content.setContentsMargins(16, 8, 16, 16)
        content.setSpacing(12)
        self.grid = QGridLayout()
        self.grid.setSpacing(12)
        content.addWidget(self.tiles)
        content.addLayout(self.grid)
        content.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.body)
        self.area.viewport().installEventFilter(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.area)
        self.splitter.addWidget(self.cases)
        self.splitter.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.time)  # below what is copied: it is for the person alone
        self._arrange()

    def _connect(self) -> None:
        self.people.currentIndexChanged.connect(lambda _: self.load())
        self.period.currentIndexChanged.connect(lambda _: self.load())
        self.charts.attribute.currentIndexChanged.connect(lambda _: self.load())
        self.charts.agreeing.subject.currentIndexChanged.connect(lambda _: self._show_matrix())
        for box in (self.charts.agreeing.group, self.charts.agreeing.label):
            box.currentIndexChanged.connect(lambda _: self._show_steps())
        self.charts.agreeing.pair.currentIndexChanged.connect(lambda _: self._confuse())
        self.charts.agreeing.kind.currentIndexChanged.connect(lambda _: self._confuse())
        self._finder.begun.connect(self._make_room)
        self.tiles.chosen.connect(self.open_cases)
        for card in self.charts.cards:
            card.chosen.connect(self.open_cases)
            card.copied.connect(lambda: self.told.emit(self.tr("Copied.")))
        self.cases.closed.connect(self.close_cases)
        self.cases.opened.connect(self.opened)
        self.strip.copy_button.clicked.connect(self._copy)
        self.strip.pdf_button.clicked.connect(lambda: self._write("pdf"))
        self.strip.csv_button.clicked.connect(lambda: self._write("csv"))
        for signal in (self._session.settled, self._session.arrived, self._session.reloaded):
            signal.connect(self._age)

    def _age(self, *_: object) -> None:
        """Something changed: what is shown is counted anew, what is not when it is shown."""
        self._is_stale = True
        if self.isVisible():
            self.load()
