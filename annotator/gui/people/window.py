"""The window of people: everybody with their role and work, and giving articles out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.people import ROLES
from annotator.gui import theme as looks
from annotator.gui.people.sampling import SamplingCard
from annotator.gui.widgets.lines import clear
from annotator.gui.widgets.parts import Card, ElidedLabel, called, give_role, plain
from annotator.operations.assigning import ORDERS, Plan

_SIZE = (720, 660)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as a line of the window; `work` says how far they are, in words."""

    id: str
    name: str
    role: str
    work: str
    is_current: bool


class PeopleWindow(QDialog):
    """Stays open beside the article; each change counts at once and can be undone."""

    added = Signal(str)
    """Somebody of that name is to come in."""
    named = Signal(str)
    """Whoever works here now is called so."""
    role_chosen = Signal(str, str)
    removed = Signal(str)
    became = Signal(str)
    assigned = Signal(object, str)
    """Articles are to be given out: a `Plan`, and the query that they match."""
    taken_back = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("People and work"))
        self.setAccessibleName(self.tr("People"))
        self.resize(*map(looks.scaled, _SIZE))
        self._people: list[PersonRow] = []
        self.chosen: dict[str, QCheckBox] = {}
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnStretch(2, 1)
        self.name = _field(self.tr("Name of somebody new"))
        self.own = _field(self.tr("Your name in this project"))
        self.add = QPushButton(self.tr("Add"))
        self.query = _field(self.tr("All articles, or a search: outlet:Post -status:finished"))
        self.query.setAccessibleName(self.tr("Which articles are given out"))
        self.overlap = _number(1, 9, 1, self.tr("People for each doubled article"))
        self.share = _number(0, 100, 100, self.tr("Articles that are doubled"), " %")
        self.repeats = _number(0, 100, 0, self.tr("Articles that come a second time"), " %")
        self.order = called(QComboBox(), self.tr("Order of the queues"))
        words = {"given": self.tr("as in the project"), "random": self.tr("random")}
        for order in ORDERS:
            self.order.addItem(words[order], order)
        self.give = QPushButton(self.tr("Give out"))
        self.back = QPushButton(self.tr("Take back"))
        self.sampling = SamplingCard()
        self.time = plain(role="muted", wraps=True)
        self.message = ElidedLabel(role="muted")
        self.message.setAccessibleName(self.tr("Message"))
        self._lay_out()
        self._connect()

    def show_people(self, people: Sequence[PersonRow]) -> None:
        """Show these people; the boxes that were ticked stay so, and the keys where they were."""
        place = self._place_of_keys()
        ticked = {name for name, box in self.chosen.items() if box.isChecked()}
        self._people = list(people)
        self._clear()
        for line, each in enumerate(people):
            self._add_row(line, each, is_ticked=each.id in ticked)
        current = next((each for each in people if each.is_current), None)
        if not self.own.hasFocus():
            self.own.setText(current.name if current else "")
        self.overlap.setMaximum(max(1, len(people)))
        self._bring_keys_to(place)

    def _place_of_keys(self) -> tuple[str, int] | None:
        """Whose line has the keys, and in which column."""
        number = self._rows.indexOf(self.focusWidget())
        if number < 0:
            return None
        line, column = cast("tuple[int, int, int, int]", self._rows.getItemPosition(number))[:2]
        return self._people[line].id, column

    def _bring_keys_to(self, place: tuple[str, int] | None) -> None:
        """Without their line the keys go where no further key does anything."""
        lines = {each.id: line for line, each in enumerate(self._people)}
        if place is None:
            return
        item = self._rows.itemAtPosition(lines.get(place[0], -1), place[1])
        widget = item.widget() if item is not None else None
        chosen = widget if widget is not None and widget.isEnabled() else self.name
        chosen.show()  # a new line is shown in the next turn, and nothing hidden has the keys
        chosen.setFocus()

    def tell(self, words: str, *, is_problem: bool = False) -> None:
        """Say what was done, or why something was not."""
        self.message.set_whole(words)
        give_role(self.message, "danger" if is_problem else "muted")

    def set_busy(self, words: str) -> None:
        """Say what is going on and take no second order meanwhile; empty when it is over."""
        self.tell(words)
        for button in (self.give, self.back):
            button.setEnabled(not words)

    @property
    def plan(self) -> Plan:
        """How articles are to be given out, and to whom."""
        people = tuple(name for name, box in self.chosen.items() if box.isChecked())
        return Plan(
            people,
            overlap=self.overlap.value(),
            share=self.share.value() / 100,
            repeats=self.repeats.value() / 100,
            order=str(self.order.currentData()),
        )

    def _add_row(self, line: int, each: PersonRow, *, is_ticked: bool) -> None:
        box = QCheckBox(each.name)
        box.setAccessibleName(self.tr("{} gets articles").format(each.name))
        box.setChecked(is_ticked)
        box.setMinimumHeight(24)
        role = called(QComboBox(), self.tr("Role of {}").format(each.name))
        roles = {"annotator": self.tr("annotator"), "editor": self.tr("editor")}
        for name in ROLES:
            role.addItem(roles[name], name)
        role.setCurrentIndex(ROLES.index(each.role))
        role.activated.connect(lambda at, who=each.id: self.role_chosen.emit(who, ROLES[at]))
        work = plain(each.work, role="muted", wraps=True)
        words = self.tr("Works here now") if each.is_current else self.tr("Work as this person")
        become = QPushButton(words)
        become.setAccessibleName(f"{words}: {each.name}")
        become.setEnabled(not each.is_current)
        become.clicked.connect(lambda _=False, who=each.id: self.became.emit(who))
        remove = QPushButton(self.tr("Remove"))
        remove.setAccessibleName(self.tr("Remove {}").format(each.name))
        remove.clicked.connect(lambda _=False, who=each.id: self.removed.emit(who))
        for column, widget in enumerate((box, role, work, become, remove)):
            self._rows.addWidget(widget, line, column)
        self.chosen[each.id] = box

    def _clear(self) -> None:
        self.chosen.clear()
        clear(self._rows)

    def _lay_out(self) -> None:
        people, work = self._people_card(), Card(self.tr("Give out articles"))
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setColumnStretch(0, 1)
        rows = (
            (self.tr("People for each doubled article"), self.overlap),
            (self.tr("Articles that are doubled; the others have one person"), self.share),
            (self.tr("Articles that come to the same person a second time, untold"), self.repeats),
            (self.tr("Order of the queues"), self.order),
        )
        for line, (words, widget) in enumerate(rows):
            form.addWidget(plain(words, wraps=True), line, 0)
            form.addWidget(widget, line, 1)
        hint = self.tr("Tick people above. All get equally many; what they have stays and counts.")
        work.body.addWidget(plain(hint, role="muted", wraps=True))
        work.body.addWidget(self.query)
        work.body.addLayout(form)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.give)
        work.body.addSpacing(4)
        work.body.addLayout(buttons)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 8)
        column.setSpacing(16)
        column.addWidget(people)
        column.addWidget(work)
        column.addWidget(self.sampling)
        column.addWidget(self.time)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("People and their work"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self.message, 1)
        layout.addLayout(foot)

    def _people_card(self) -> Card:
        card = Card(self.tr("People"))
        card.body.addLayout(self._rows)
        card.body.addSpacing(6)
        own = plain(self.tr("Your name in this project"), role="muted")
        for left, right in ((self.name, self.add), (own, self.own)):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(left, int(left is self.name))
            line.addWidget(right, int(right is self.own))
            card.body.addLayout(line)
        return card

    def _connect(self) -> None:
        self.add.setDefault(True)
        self.add.clicked.connect(self._emit_added)
        self.own.editingFinished.connect(self._emit_named)
        for button in (self.give, self.back):
            button.setAutoDefault(False)
        self.give.clicked.connect(lambda: self.assigned.emit(self.plan, self.query.text()))
        self.back.clicked.connect(lambda: self.taken_back.emit(self.plan, self.query.text()))

    def _emit_added(self) -> None:
        if words := self.name.text().strip():
            self.added.emit(words)

    def _emit_named(self) -> None:
        current = next((each.name for each in self._people if each.is_current), "")
        words = self.own.text().strip()
        if words and words != current:
            self.named.emit(words)


def _field(words: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    return field


def _number(least: int, most: int, value: int, name: str, unit: str = "") -> QSpinBox:
    box = called(QSpinBox(), name)
    box.setRange(least, most)
    box.setValue(value)
    box.setSuffix(unit)
    box.lineEdit().setTextMargins(8, 0, 0, 0)
    return box
