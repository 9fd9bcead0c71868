"""Labelling every place of some words: a list to look through, one key, one step to take back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.scheme import LabelChoice, Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.gui import actions, keys, tasks
from annotator.gui import theme as looks
from annotator.gui.held_keys import HeldKeys
from annotator.gui.language import counted, from_core
from annotator.gui.menus import Commands
from annotator.gui.search.occurrence_list import OccurrencesList, OccurrencesModel
from annotator.gui.session import Session
from annotator.gui.widgets.parts import Chip, ElidedLabel, plain
from annotator.gui.wording import quotable
from annotator.operations import occurrences
from annotator.operations.occurrences import Occurrence
from annotator.storage import records
from annotator.storage.project import open_project

MOST = 2_000
"""How many places are shown, and labelled, at once."""
_SHOWN_WORDS = 60
_FOR_PLACES = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space),
    *(Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_K, Qt.Key.Key_Up),
)

Report = Callable[[int], bool]


class OccurrencesDialog(QDialog):
    """Beside the window: what would be labelled, where, and as what."""

    labelled = Signal(object)
    """How many places were labelled, in words."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        commands: Commands,
        *,
        words: str,
        choice: LabelChoice | None,
        theme: looks.Theme,
        is_everywhere: bool,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._commands = commands
        self._words = words
        self._theme = theme
        self._task: tasks.Task | None = None
        self._number = 0
        self._held = HeldKeys(self)
        self._choices = {row.id: each for row, each in actions.label_rows(session.scheme)}
        self.choice = choice or next(iter(self._choices.values()))
        self.model = OccurrencesModel(self)
        self.list = OccurrencesList(self.model, theme)
        self.setWindowTitle(self.tr("Label all"))
        self.setAccessibleName(self.tr("Label all"))
        self.resize(720, 620)
        self._lay_out()
        self.everywhere.setChecked(is_everywhere)
        self.here.setChecked(not is_everywhere)
        self.here.toggled.connect(lambda _: self._look())
        self.model.counted.connect(self._show_count)
        self.list.installEventFilter(self)
        self._show_choice()
        self._look()
        self.list.setFocus()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Keys in the list: move, tick, another label, do it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if self._held.follows(event) or (self._task is not None and self._is_for_places(event)):
            return self._held.hold(event)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        elif key == Qt.Key.Key_Space:
            self.list.toggle()
        elif key in (Qt.Key.Key_J, Qt.Key.Key_Down):
            self.list.go(1)
        elif key in (Qt.Key.Key_K, Qt.Key.Key_Up):
            self.list.go(-1)
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.model.toggle_all()
        else:
            row = self._commands.row_of(event)
            if row is None or row.id not in self._choices:
                return False
            self._choose(self._choices[row.id])
        return True

    def _is_for_places(self, event: QKeyEvent) -> bool:
        """Whether a key is for places, which are being looked for: it waits for them."""
        return event.key() in _FOR_PLACES or keys.spelled(event) == "Ctrl+A"

    def closeEvent(self, event: QCloseEvent) -> None:
        """Look no further."""
        self._stop()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc: nothing is labelled."""
        self._stop()
        super().reject()

    def _choose(self, choice: LabelChoice) -> None:
        self.choice = choice
        self._show_choice()
        self._look()

    def _look(self) -> None:
        """List the places anew: for another label, or in other articles."""
        self._stop()
        sheet = self._session.sheet
        if self.here.isChecked() and sheet is not None:
            found = occurrences.occurrences(
                sheet, self._session.scheme, self._words, self.choice.label
            )
            self._show_found(found[:MOST])
            return
        self._begin_task(
            look,
            (self._words, self._session.scheme, self.choice.label),
            done=self._show_found,
        )

    def _confirm(self) -> None:
        """Label what is ticked, as one step."""
        chosen = self.model.chosen()
        if self._task is not None or not chosen:
            return
        sheet = self._session.sheet
        if sheet is not None and set(chosen) == {sheet.article.id}:
            self._perform(self._drafted([sheet], chosen))
            return
        choice = self.choice
        self._begin_task(
            draft_of,
            (self._words, self._session.scheme, choice.label, dict(choice.attributes), chosen),
            done=self._perform,
        )

    def _drafted(self, sheets: Sequence[Sheet], chosen: dict[str, list[Span]]) -> Draft | None:
        try:
            return occurrences.label_occurrences(
                sheets,
                self._session.scheme,
                chosen,
                self.choice.label,
                words=self._words,
                attributes=dict(self.choice.attributes),
            )
        except UserError as problem:
            self._say(str(problem))
            return None

    def _perform(self, draft: Draft | None) -> None:
        if draft is not None and self._session.perform(draft) is not None:
            self.labelled.emit(
                self.tr("{} · Z takes all of it back").format(from_core(draft.operation))
            )
            self.close()

    def _begin_task(
        self, work: tasks.Work, asked: tuple[object, ...], *, done: Callable[..., None]
    ) -> None:
        number = self._number
        self._show_progress(0)
        self._task = tasks.run(
            work,
            self._session.path,
            self._session.annotator,
            self._session.waiting,
            *asked,
            done=lambda answer: self._hear(number, done, answer),
            failed=lambda problem: self._hear(number, self._say, problem),
            progressed=lambda count: self._show_progress(count, number=number),
            lane="search",
            is_owed=work is draft_of,
        )

    def _hear(self, number: int, done: Callable[..., None], answer: object) -> None:
        if number == self._number:
            self._task = None
            self.progress.hide()
            done(answer)
            self._held.press_soon()

    def _stop(self) -> None:
        self._number += 1
        if self._task is not None:
            self._task.stop()
            self._task = None

    def _show_progress(self, count: int, *, number: int | None = None) -> None:
        if number not in (None, self._number):
            return
        self.progress.setRange(0, 0)
        self.progress.show()
        self.count.setText(self.tr("Looking … {} articles").format(counted(count)))
        self.confirm.setEnabled(False)

    def _show_found(self, found: list[Occurrence]) -> None:
        self.progress.hide()
        self.model.show_places(found)
        if found:
            self.list.setCurrentIndex(self.model.index(0))

    def _show_count(self) -> None:
        ticked, free, hindered = self.model.counts()
        sentence = self.tr("{} of {} places chosen")
        if hindered:
            sentence = self.tr("{} of {} places chosen · {} labelled or boilerplate, left out")
        self.count.setText(sentence.format(counted(ticked), counted(free), counted(hindered)))
        self.confirm.setText(self.tr("Label {} · Enter").format(counted(ticked)))
        self.confirm.setEnabled(ticked > 0)

    def _show_choice(self) -> None:
        label = self._session.scheme.label(self.choice.label)
        shape = label.chip if label else "square"
        self._chip.show_sign(
            self._theme, self.choice.colour, shape=shape, letter=self.choice.glyph or "?"
        )
        self._name.setText(self.choice.name)

    def _say(self, problem: str) -> None:
        self.count.setText(problem)

    def _lay_out(self) -> None:
        quoted = quotable(self._words, most=_SHOWN_WORDS)
        title = ElidedLabel(self.tr("Label every place of “{}”").format(quoted), role="title")
        self._chip, self._name = Chip(), plain()
        line = QHBoxLayout()
        line.addWidget(plain(self.tr("as")))
        line.addWidget(self._chip)
        line.addWidget(self._name)
        line.addSpacing(8)
        line.addWidget(plain(self.tr("A label key chooses another one."), role="muted"))
        line.addStretch(1)
        self.here = QRadioButton(self.tr("&This article"))
        self.everywhere = QRadioButton(self.tr("&All articles"))
        line.addWidget(self.here)
        line.addWidget(self.everywhere)
        self.count = plain(role="muted", wraps=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.hide()
        hint = plain(
            self.tr("J/K move · Space ticks · Ctrl+A all or none · Esc leaves"), role="muted"
        )
        self.confirm = QPushButton()
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._confirm)
        leave = QPushButton(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.addWidget(hint, 1)
        below.addWidget(leave)
        below.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addLayout(line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.count)
        layout.addLayout(below)


def look(
    report: Report,
    path: Path,
    annotator: str,
    waiting: Sequence[Draft],
    words: str,
    scheme: Scheme,
    label_id: str,
) -> list[Occurrence]:
    """The places of some words in all articles, in a thread of its own; fewer once stopped."""
    found: list[Occurrence] = []
    with open_project(path) as project:
        for number, sheet in enumerate(occurrences.sheets_with(project, words, annotator), start=1):
            current = _after(sheet, waiting)
            found += occurrences.occurrences(current, scheme, words, label_id)
            if len(found) >= MOST or not report(number):
                break
    return found[:MOST]


def draft_of(
    report: Report,
    path: Path,
    annotator: str,
    waiting: Sequence[Draft],
    words: str,
    scheme: Scheme,
    label_id: str,
    attributes: dict[str, str],
    chosen: dict[str, list[Span]],
) -> Draft | None:
    """The draft that labels chosen places; None once stopped.

    Raises:
        UserError: nothing is left to label.
    """
    sheets: list[Sheet] = []
    with open_project(path) as project:
        for number, article_id in enumerate(chosen, start=1):
            sheets.append(_after(records.sheet(project, article_id, annotator), waiting))
            if not report(number):
                return None
    return occurrences.label_occurrences(
        sheets, scheme, chosen, label_id, words=words, attributes=attributes
    )


def _after(sheet: Sheet, waiting: Sequence[Draft]) -> Sheet:
    """A sheet with what is still on its way to the disk."""
    for draft in waiting:
        sheet = sheet.after(draft.changes)
    return sheet
