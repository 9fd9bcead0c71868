"""What screens share that list something at the left and show the current row beside it."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
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
from annotator.gui.meanwhile import Meanwhile
from annotator.gui.menus import Commands
from annotator.gui.session import Session
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.tick_table import CardDelegate, TickTable

Row = TypeVar("Row")

_AT_ONCE = ("Esc", "")  # a modifier alone is spelled so
_OF_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


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
        self._held: list[QKeyEvent] = []
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
        self._held.clear()
        if self._task is not None:
            self._task.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was pressed here holds for nothing else."""
        self._held.clear()
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
        is pressed after them. Undo and other keys of the window do not wait.
        """
        stroke = keys.spelled(event)
        row = self._commands.row_of(event)
        is_of_window = row is not None and row.owner in self.owners and stroke not in self.acts
        is_waiting = bool(self._held) or not (self.is_loaded or is_of_window)
        if is_waiting and stroke not in _AT_ONCE and not event.modifiers() & _OF_COMMANDS:
            self._held.append(event.clone())
            return True
        if (act := self.acts.get(stroke)) is not None:
            act()
            return True
        return self.table.move_by_key(stroke) or (is_of_window and self._commands.run_key(event))

    def press_in_field(self, _: QKeyEvent) -> bool:
        """Do what a key means in a field of this screen; false for keys of the field itself."""
        return False

    def read(
        self, work: tasks.Work, *arguments: object, done: Callable[[Any], None], lane: str
    ) -> None:
        """Read for the list in the background, instead of what was being read for it."""
        if self._task is not None:
            self._task.stop()
        self._task = tasks.run(
            work, self._session.path, *arguments, done=done, failed=self.told.emit, lane=lane
        )
        self._meanwhile.begin(self._task)

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
        if self._held:
            QTimer.singleShot(0, self, self._press_held)

    def _press_held(self) -> None:
        """Press what was pressed before there was a list, each key where the focus is by then."""
        held, self._held = self._held, []
        for event in held if self.table.model().rowCount() else ():
            QApplication.sendEvent(QApplication.focusWidget() or self.table, event)

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
