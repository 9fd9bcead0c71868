"""The inbox of flags: a list at the left, the current flag with its conversation at the right."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.domain.change import Draft
from annotator.domain.flag import CLOSED, OPEN, Flag
from annotator.gui import theme as looks
from annotator.gui.flags.delegate import FlagsDelegate
from annotator.gui.flags.detail import FlagDetail
from annotator.gui.flags.filters import FlagFilters
from annotator.gui.flags.model import FlagFilter, FlagsModel
from annotator.gui.list_screen import ListScreen
from annotator.gui.menus import Commands
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.widgets.tick_table import Key
from annotator.operations import flags
from annotator.storage import flags as stored
from annotator.storage import reviews, team
from annotator.storage.flags import ListedFlag
from annotator.storage.project import open_project

_FIRST = 200
"""How many flags are read before all of them."""


class FlagsScreen(ListScreen[ListedFlag]):
    """Answers what annotators and rules put before editors."""

    likeness_wanted = Signal(object)
    """Passages with the same question as this `ListedFlag` are to be shown."""

    def __init__(self, session: Session, commands: Commands) -> None:
        name_of = session.names.of
        model = FlagsModel(session.scheme, name_of)
        super().__init__(session, commands, FlagsDelegate(model, session.scheme, name_of))
        self.setAccessibleName(self.tr("Flags"))
        self.table.setAccessibleName(self.tr("List of flags"))
        self.model = model
        self._wanted: Key | None = None
        self._begun = ""
        self.filters = FlagFilters(session.scheme, name_of)
        self.detail = FlagDetail(session)
        self.entry = EntryBar()
        self.arrange(self.filters, self.detail, (480, 800), self.entry)
        self._connect()
        self.acts |= {
            "Return": self._reply,
            "O": self.open_current,
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
        if self.is_empty:
            return self.tr("/ filters · Esc back")
        return self.tr(
            "J/K move · Enter replies · O opens the article · Space ticks · X no flag needed · Esc"
        )

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
        if self.is_loaded:
            self._show_state()  # it has followed what was done elsewhere
        self.load()
        self.table.setFocus()

    def return_here(self) -> None:
        """Back from an article to the flag from which it was opened."""
        self.enter()

    @property
    def kept(self) -> Mapping[str, object]:
        """What is listed, the current flag, and the answer begun."""
        current = self.current
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
        super().set_theme(theme)
        self.detail.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        super().rest()
        self.detail.rest()

    def load(self, most: int = _FIRST) -> None:
        """Read the list that is wanted in the background: what is seen first, then all of it."""
        states, by = self.filters.states, self._session.annotator
        self.read(
            look, states, most, by,
            done=lambda found: self._show(states, *found), lane="flags", of=(states, by),
        )  # fmt: skip

    def answer(self, words: str, is_closing: bool) -> None:  # noqa: FBT001 - from a signal
        """Reply to the ticked flags, else to the current one, and close them or not."""
        chosen = self._chosen
        if chosen:
            by = self._session.annotator
            closes = is_closing and any(each.state != CLOSED for each in chosen)
            self._perform(flags.reply(chosen, by=by, text=words, is_closing=closes))
        self.table.setFocus()

    def dismiss(self) -> None:
        """Ask why the chosen flags are none, and close them."""
        chosen = [each for each in self._chosen if each.state != CLOSED]
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
        chosen = [each for each in self._chosen if each.state != OPEN]
        if chosen:
            self._perform(flags.reopen(chosen))

    def press_in_field(self, event: QKeyEvent) -> bool:
        """In the field that filters: Esc steps out, Enter and Down lead into the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.step_out()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.table.setFocus()
        else:
            return False
        return True

    def step_out(self) -> None:
        """Take ticks away, then what filters, then leave."""
        if self.model.ticked or not self.filters.is_narrowing:
            super().step_out()
        else:
            self.filters.clear()
            self.table.setFocus()

    @property
    def _chosen(self) -> list[Flag]:
        """The flags that an answer goes to: those ticked, else the current one."""
        return [each.flag for each in self.table.chosen]

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
        model, current, here = self.model, self.current, self.table.currentIndex().row()
        if self.is_loaded and current is not None:
            self._wanted = current.flag.key  # the keys may have moved on since it was asked for
        here = here if self.is_loaded else 0
        self.is_loaded = True
        model.load(found, states)
        for draft in self._meanwhile.drafts:
            model.follow(draft.changes, title_of=self._titles(), now=_now())
        self.filters.show_counts(counts)
        self.filters.show_choices(model.every)
        model.narrow(self.filters.wanted)
        number = model.number_of(self._wanted)
        self.table.select(here if number is None else number)
        self._show_state()
        if number is not None and self._begun:
            self.detail.field.setText(self._begun)
            self._reply()
        self._begun = "" if number is not None or not is_cut else self._begun
        if is_cut:
            self.load(-1)

    def _follow(self, draft: Draft) -> None:
        if not self.is_loaded or not any(isinstance(each.record, Flag) for each in draft.changes):
            return
        here = self.table.currentIndex().row()
        model = self.model
        before = len(model.shown)
        model.follow(draft.changes, title_of=self._titles(), now=_now())
        if len(model.shown) != before or self.table.currentIndex().row() != here:
            self.table.select(max(here, 0))
        if self.isVisible():  # whoever comes here sees the rest then
            self.filters.show_choices(model.every)
            self._show_state()

    def _settle(self, _: Draft) -> None:
        """What was done is on the disk: count again."""
        if self.isVisible():
            self.filters.show_counts(stored.counted(self._session.project))

    def _rename(self) -> None:
        """Somebody is called otherwise."""
        self.filters.show_choices(self.model.every)
        self.table.viewport().update()
        self._show_current()

    def _titles(self) -> dict[str, str]:
        sheet = self._session.sheet
        return {sheet.article.id: sheet.article.title} if sheet is not None else {}

    def _show_state(self) -> None:
        self.show_list(self._empty_words())
        self._show_current()

    def _empty_words(self) -> str:
        if not self.is_loaded:
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
        if not self.isVisible():
            return  # no article is read for a screen that nobody sees
        self.detail.show_flag(self.current, ticked=len(self.model.ticked))

    def _choose_list(self, _: object) -> None:
        self._wanted = None
        self.load()
        self.table.setFocus()

    def _narrow(self, wanted: FlagFilter) -> None:
        self.model.narrow(wanted)
        self.table.select(0)
        self._show_state()

    def _reply(self) -> None:
        if self.current is not None:
            self.detail.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_alike(self) -> None:
        if self.current is not None:
            self.likeness_wanted.emit(self.current)

    def _next_pane(self) -> None:
        stops = [self.table, self.detail.field, self.filters.field]
        stops = [each for each in stops if each.isVisible()] or [self]
        here = next((n for n, each in enumerate(stops) if each.hasFocus()), -1)
        stops[(here + 1) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        self.filters.field.installEventFilter(self)
        self.table.moved.connect(self._show_current)
        self.table.ticked.connect(self._show_current)
        self.filters.list_chosen.connect(self._choose_list)
        self.filters.narrowed.connect(self._narrow)
        self.detail.answered.connect(self.answer)
        self.detail.left.connect(self.table.setFocus)
        self.entry.keys_freed.connect(self.table.setFocus)
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
