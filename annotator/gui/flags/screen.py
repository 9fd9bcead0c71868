"""The inbox of flags: a list at the left, the current flag with its conversation at the right."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from annotator.domain.change import Draft
from annotator.domain.flag import CLOSED, OPEN
from annotator.gui import keys, tasks
from annotator.gui import theme as looks
from annotator.gui.flags.detail import FlagDetail
from annotator.gui.flags.filters import FlagFilters
from annotator.gui.flags.model import FlagFilter, Key
from annotator.gui.flags.table import FlagsTable
from annotator.gui.menus import Commands
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.widgets.parts import plain
from annotator.operations import flags
from annotator.storage import flags as stored
from annotator.storage import reviews, team
from annotator.storage.flags import ListedFlag
from annotator.storage.project import open_project

_FIRST = 200
"""How many flags are read before all of them."""


class FlagsScreen(QFrame):  # which has a role for those who listen
    """Answers what annotators and rules put before editors."""

    told = Signal(object)
    opened = Signal(object)
    """A `ListedFlag` is to be shown in its article."""
    likeness_wanted = Signal(object)
    """Passages with the same question as this `ListedFlag` are to be shown."""
    left = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Flags"))
        self._session = session
        self._commands = commands
        self._task: tasks.Task | None = None
        self._wanted: Key | None = None
        self._begun = ""
        self._is_loaded = False
        self.filters = FlagFilters(session.scheme, session.names.of)
        self.table = FlagsTable(session.scheme, session.names.of)
        self.detail = FlagDetail(session)
        self.empty = plain(role="muted", wraps=True)
        self.entry = EntryBar()
        self._lay_out()
        self._connect()
        self._keys: dict[str, Callable[[], None]] = {
            "Return": self._reply,
            "O": self._open,
            "X": self.dismiss,
            "R": self.reopen,
            "P": self._show_alike,
            "/": self.filters.field.setFocus,
        }

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""
        if self.detail.field.hasFocus():
            return self.tr("Enter replies and closes · Shift+Enter keeps open · Esc back")
        words = self.tr(
            "J/K move · Enter replies · O opens the article · Space ticks · X no flag needed · Esc"
        )
        return keys.with_present_keys(words, self._commands.shown_key)

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Actions that mean something else while this screen is shown."""
        return {
            "find.open": self.filters.field.setFocus,
            "view.next_pane": self._next_pane,
            "view.previous_pane": self._next_pane,
        }

    def enter(self) -> None:
        """The screen is shown: the list is read anew."""
        self.load()
        self.table.setFocus()

    def return_here(self) -> None:
        """Back from an article to the flag from which it was opened."""
        self.load()
        self.table.setFocus()

    @property
    def kept(self) -> Mapping[str, object]:
        """What is listed, the current flag, and the answer begun."""
        current = self.table.current
        key = list(current.flag.key) if current else None
        return {**self.filters.kept, "flag": key, "answer": self.detail.field.text()}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """List the same again, with the words that were not sent."""
        self.filters.bring_back(kept)
        key = kept.get("flag")
        self._wanted = tuple(map(str, key)) if isinstance(key, list) else None
        self._begun = str(kept.get("answer") or "")
        self.enter()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self.table.set_theme(theme)
        self.detail.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        if self._task is not None:
            self._task.stop()
        self.detail.rest()

    def load(self, most: int = _FIRST) -> None:
        """Read the list that is wanted in the background: what is seen first, then all of it."""
        if self._task is not None:
            self._task.stop()
        current = self.table.current
        self._wanted = current.flag.key if current else self._wanted
        states = self.filters.states
        self._task = tasks.run(
            look,
            self._session.path,
            states,
            most,
            self._session.annotator,
            done=lambda found: self._show(states, *found),
            failed=self.told.emit,
            lane="flags",
        )

    def answer(self, words: str, is_closing: bool) -> None:  # noqa: FBT001 - from a signal
        """Reply to the ticked flags, else to the current one, and close them or not."""
        chosen = self.table.chosen
        if chosen:
            by = self._session.annotator
            closes = is_closing and any(each.state != CLOSED for each in chosen)
            self._perform(flags.reply(chosen, by=by, text=words, is_closing=closes))
        self.table.setFocus()

    def dismiss(self) -> None:
        """Ask why the chosen flags are none, and close them."""
        chosen = [each for each in self.table.chosen if each.state != CLOSED]
        if not chosen:
            return
        grounds = [
            self.tr("Known to the editors"),
            self.tr("The text explains it elsewhere"),
            self.tr("The rule does not fit here"),
        ]

        def dismiss_them(number: int, text: str) -> None:
            said = f"{grounds[number]}: {text}" if text else grounds[number]
            self._perform(flags.dismiss(chosen, by=self._session.annotator, grounds=said))

        many = self.tr("Why do these {} flags need no answer?").format(len(chosen))
        self.entry.ask(
            many if len(chosen) > 1 else self.tr("Why is no flag needed here?"),
            dismiss_them,
            options=grounds,
            placeholder=self.tr("More words, if you like"),
            hint=self.tr("A digit or ↑ ↓ for the reason · Enter closes · Esc leaves"),
        )

    def reopen(self) -> None:
        """Put closed or answered flags before the editors again."""
        chosen = [each for each in self.table.chosen if each.state != OPEN]
        if chosen:
            self._perform(flags.reopen(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys from the buttons, and from an empty list: Esc leaves, Z takes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._step_out()
        elif not self._press(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the list, and in the field that filters it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._step_out()
            return True
        if watched is self.filters.field:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.setFocus()
                return True
            return False
        return self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        act = self._keys.get(keys.spelled(event))
        if act is not None:
            act()
            return True
        if self.table.move_by_key(keys.spelled(event)):
            return True
        row = self._commands.row_of(event)
        wanted = row is not None and row.owner in ("edit", "help", "screens")
        return wanted and self._commands.run_key(event)

    def _step_out(self) -> None:
        """Take ticks away, then what filters, then leave."""
        if self.table.flags_model.ticked:
            self.table.flags_model.ticked.clear()
            self.table.viewport().update()
            self._show_current()
        elif self.filters.is_narrowing:
            self.filters.clear()
            self.table.setFocus()
        else:
            self.left.emit()

    def _perform(self, draft: Draft) -> None:
        """Do something to flags; the next one that stays in the list becomes the current one."""
        here = self.table.currentIndex().row()
        if not draft.changes:
            return
        self._session.perform(draft)
        self.table.select(here)
        self._show_current()

    def _show(
        self,
        states: Sequence[str],
        found: list[ListedFlag],
        counts: Mapping[str, int],
        is_cut: bool,  # noqa: FBT001 - as it was read
    ) -> None:
        if tuple(states) != self.filters.states:
            return
        model = self.table.flags_model
        self._is_loaded = True
        model.load(found, states)
        for draft in self._session.waiting:
            model.follow(draft.changes, title_of=self._titles(), now=_now())
        self.filters.show_counts(counts)
        self.filters.show_choices(model.every)
        model.narrow(self.filters.wanted)
        number = model.number_of(self._wanted) if self._wanted else None
        self.table.select(number or 0)
        self._show_state()
        if number is not None and self._begun:
            self.detail.field.setText(self._begun)
            self._reply()
        self._begun = "" if number is not None or not is_cut else self._begun
        if is_cut:
            self.load(-1)

    def _follow(self, draft: Draft) -> None:
        if not self._is_loaded or not self.isVisible():
            return  # whoever comes here loads the list
        here = self.table.currentIndex().row()
        model = self.table.flags_model
        before = len(model.shown)
        model.follow(draft.changes, title_of=self._titles(), now=_now())
        if len(model.shown) != before or self.table.currentIndex().row() != here:
            self.table.select(max(here, 0))
        self.filters.show_choices(model.every)
        self._show_state()

    def _settle(self, _: Draft) -> None:
        """What was done is on the disk: count again."""
        if self.isVisible():
            self.filters.show_counts(stored.counted(self._session.project))

    def _rename(self) -> None:
        """Somebody is called otherwise."""
        self.filters.show_choices(self.table.flags_model.every)
        self.table.viewport().update()
        self._show_current()

    def _titles(self) -> dict[str, str]:
        sheet = self._session.sheet
        return {sheet.article.id: sheet.article.title} if sheet is not None else {}

    def _show_state(self) -> None:
        model = self.table.flags_model
        is_empty = not model.shown
        self.table.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        if is_empty:
            self.empty.setText(self._empty_words())
            if not self.filters.field.hasFocus():
                self.setFocus()
        elif self.hasFocus():
            self.table.setFocus()
        self._show_current()

    def _empty_words(self) -> str:
        if not self._is_loaded:
            return self.tr("Reading…")
        if self.filters.is_narrowing:
            return self.tr("No flag fits. Esc shows all of them again.")
        if self.filters.states == stored.IN_OPEN:
            return self.tr(
                "No open flags.\n\nWhat annotators flag with F, and what the rules of the scheme "
                "raise, is answered here."
            )
        return self.tr("No flags here yet. F flags a passage in an article.")

    def _show_current(self) -> None:
        model = self.table.flags_model
        self.detail.show_flag(self.table.current if model.shown else None, ticked=len(model.ticked))

    def _choose_list(self, _: object) -> None:
        self._wanted = None
        self.load()
        self.table.setFocus()

    def _narrow(self, wanted: FlagFilter) -> None:
        self.table.flags_model.narrow(wanted)
        self.table.select(0)
        self._show_state()

    def _reply(self) -> None:
        if self.table.current is not None:
            self.detail.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self) -> None:
        if self.table.current is not None:
            self.opened.emit(self.table.current)

    def _show_alike(self) -> None:
        if self.table.current is not None:
            self.likeness_wanted.emit(self.table.current)

    def _next_pane(self) -> None:
        stops = [self.table, self.detail.field, self.filters.field]
        stops = [each for each in stops if each.isVisible()] or [self]
        here = next((n for n, each in enumerate(stops) if each.hasFocus()), -1)
        stops[(here + 1) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty.setContentsMargins(24, 24, 24, 0)
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
        splitter.addWidget(self.detail)
        splitter.setSizes([480, 800])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.entry)
        self.empty.hide()

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.filters.field.installEventFilter(self)
        self.table.moved.connect(self._show_current)
        self.table.ticked.connect(self._show_current)
        self.table.doubleClicked.connect(lambda _: self._open())
        self.filters.list_chosen.connect(self._choose_list)
        self.filters.narrowed.connect(self._narrow)
        self.detail.answered.connect(self.answer)
        self.detail.left.connect(self.table.setFocus)
        self.entry.closed.connect(self.table.setFocus)
        self._session.changed.connect(self._follow)
        self._session.settled.connect(self._settle)
        self._session.names.changed.connect(self._rename)


def look(
    report: Callable[[int], bool], path: Path, states: Sequence[str], most: int, by: str
) -> tuple[list[ListedFlag], dict[str, int], bool]:
    """One list of the inbox, the counts of all three, and whether more is to be read.

    Who is no editor does not see others' work on what they have to do themselves.
    """
    with open_project(path) as project, project.snapshot():
        found = stored.listed(project, states, most=most, goes_on=lambda: report(0))
        is_cut = len(found) == most
        if not team.of_project(project).is_editor(by):
            is_hidden = reviews.hiding(project, by)
            found = [e for e in found if not is_hidden(e.flag.article_id, e.flag.annotator)]
        return found, stored.counted(project), is_cut


def _now() -> int:
    return int(time.time() * 1000)
