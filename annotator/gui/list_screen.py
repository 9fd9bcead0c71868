"""What screens share that list something at the left and show the current row beside it."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import keys, tasks
from annotator.gui import theme as looks
from annotator.gui.held_keys import HeldKeys
from annotator.gui.meanwhile import Meanwhile
from annotator.gui.menus import Commands
from annotator.gui.session import Session
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.tick_table import CardDelegate, TickTable

Row = TypeVar("Row")


class ListScreen(QFrame, Generic[Row]):  # a frame has a role for those who listen
    """A list with its keys, words where it is empty, and what is read for it in the background.

    A kind of its own fills `acts` with its keys and calls `arrange` once.
    """

    told = Signal(object)
    opened = Signal(object)
    """A row, or what it names, is to be shown in its article."""
    left = Signal()

    owners: tuple[str, ...] = ("edit", "help", "screens")
    """Whose commands keep their keys here."""

    def __init__(self, session: Session, commands: Commands, delegate: CardDelegate[Row]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._commands = commands
        self._task: tasks.Task | None = None
        self._meanwhile = Meanwhile(session, self)
        self.is_loaded = False
        self._read_of: object = None
        self.held = HeldKeys(self)
        self.table = TickTable(delegate)
        self.empty = plain(role="muted", wraps=True, margins=(24, 24, 24, 0))
        self.empty.hide()
        self.acts: dict[str, Callable[[], None]] = {"Esc": self.step_out}
        self.table.installEventFilter(self)
        self.table.doubleClicked.connect(lambda _: self.open_current())

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Actions that mean something else while this screen is shown."""
        return {}

    @property
    def current(self) -> Row | None:
        """The row that is shown beside the list."""
        return self.table.current

    @property
    def is_empty(self) -> bool:
        """Whether it is known that there is nothing to list."""
        return self.is_loaded and not self.table.model().rowCount()

    def return_here(self) -> None:
        """Back from an article to the row from which it was opened."""
        self.table.setFocus()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self.table.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        self.held.drop()
        if self._task is not None:
            self._task.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was pressed here holds for nothing else."""
        self.held.drop()
        super().hideEvent(event)

    def step_out(self) -> None:
        """Esc: take ticks away, then leave."""
        if not self.table.untick():
            self.left.emit()

    def open_current(self) -> None:
        """Show the current row in its article."""
        if self.current is not None:
            self.opened.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys from the buttons, and from an empty list."""
        if not self.press(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the list, and in what else a kind watches."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self.press(event) if watched is self.table else self.press_in_field(event)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; false for keys that mean nothing.

        Keys for its rows that are pressed before the list is there wait for it, and so does what
        is pressed after them. Undo and other keys of the window wait only for what is done to
        rows. Esc leads out: with what it would do to rows still to come, when pressed once more.
        """
        stroke = keys.spelled(event)
        if self.is_to_wait(event, stroke):
            return self.held.hold(event)
        if (act := self.acts.get(stroke)) is not None:
            act()
            return True
        if self.table.move_by_key(stroke):
            return True
        return self._is_of_window(event) and self._commands.run_key(event)

    @property
    def is_acting(self) -> bool:
        """Whether something is being done to rows: what is pressed meanwhile comes after it."""
        return False

    def is_to_wait(self, event: QKeyEvent, stroke: str) -> bool:
        """Whether a key is for rows that are not there yet, or comes after one that is."""
        if not stroke or not (self.held or self.is_acting or not self.is_loaded):
            return False  # a modifier alone is spelled with nothing
        held = [keys.spelled(each) for each in self.held]
        is_acting = self.is_acting or not self.table.moves.keys() >= set(held)
        if stroke == "Esc":
            return is_acting and "Esc" not in held
        if self._is_of_window(event):
            return is_acting
        return stroke in self.table.moves or not keys.has_command_modifier(event)

    def _is_of_window(self, event: QKeyEvent) -> bool:
        """Whether a key is for no row, but means here what it means everywhere."""
        row = self._commands.row_of(event)
        is_wanted = row is not None and row.owner in self.owners
        return is_wanted and keys.spelled(event) not in self.acts

    def press_in_field(self, _: QKeyEvent) -> bool:
        """Do what a key means in a field of this screen; false for keys of the field itself."""
        return False

    def read(
        self,
        work: tasks.Work,
        *arguments: object,
        done: Callable[[Any], None],
        lane: str,
        of: object = None,
    ) -> None:
        """Read for the list in the background, instead of what was being read for it.

        `of` says which list it is: keys for another one than is shown wait for it.
        """
        if self._task is not None:
            self._task.stop()
        self.is_loaded = self.is_loaded and of == self._read_of
        self._read_of = of
        task = self._task = tasks.run(
            work,
            self._session.path,
            *arguments,
            done=lambda found: done(found) if task is self._task else None,
            failed=self._fail_to_read,
            lane=lane,
        )
        self._meanwhile.begin(task)

    def _fail_to_read(self, problem: str) -> None:
        self.held.drop()
        self.told.emit(problem)

    def show_list(self, words: str, *beside: QWidget) -> None:
        """Show the list and what is beside it, or where nothing is listed, words in its place."""
        is_empty = not self.table.model().rowCount()
        for part in (self.table, *beside):
            part.setVisible(not is_empty)
        self.empty.setText(words)
        self.empty.setVisible(is_empty)
        if is_empty and not isinstance(QApplication.focusWidget(), QLineEdit):
            self.setFocus()
        elif self.hasFocus():
            self.table.setFocus()
        self.held.press_soon(is_meant=self._is_meant)

    def _is_meant(self, event: QKeyEvent) -> bool:
        """Whether a key that has waited means something: for a row, where there is any."""
        return bool(self.table.model().rowCount()) or self._is_of_window(event)

    def arrange(
        self, top: QWidget, beside: QWidget, widths: tuple[int, int], *below: QWidget
    ) -> None:
        """Put a strip above, the list at the left, and what shows its current row at the right."""
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(beside)
        splitter.setSizes(widths)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(splitter, 1)
        for widget in below:
            layout.addWidget(widget)


def strip(first: QWidget, *others: QWidget) -> QWidget:
    """A row above a list: words at its beginning, the rest at its end."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 12, 16, 8)
    row.addWidget(first)
    row.addStretch(1)
    for widget in others:
        row.addWidget(widget)
    return made
