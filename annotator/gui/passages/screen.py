"""The passage view: the like of many articles in one list, with earlier decisions beside them."""

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.gui import theme as looks
from annotator.gui.actions import label_rows
from annotator.gui.article.view import ArticleView
from annotator.gui.language import counted
from annotator.gui.list_screen import ListScreen
from annotator.gui.menus import Commands
from annotator.gui.passages.choosing import Choosing
from annotator.gui.passages.deciding import Deciding
from annotator.gui.passages.model import PassagesDelegate, PassagesModel
from annotator.gui.passages.precedents import PrecedentsPane
from annotator.gui.reader import Reader
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.storage import reviews, same
from annotator.storage.project import open_project
from annotator.storage.same import LABEL, SamePassage

_PAUSE_MILLISECONDS = 40


class PassagesScreen(ListScreen[SamePassage]):
    """Lists passages with the same label, source, entity or question, and decides on many."""

    def __init__(self, session: Session, commands: Commands) -> None:
        model = PassagesModel(session.names.of)
        super().__init__(session, commands, PassagesDelegate(model, session.scheme))
        self.setAccessibleName(self.tr("Passages"))
        self.table.setAccessibleName(self.tr("Passages in common"))
        self.model = model
        self._wanted = (LABEL, "")
        self._begun: object = None
        self.choosing = Choosing(session.scheme, session.annotator, session.names.of)
        self.view = ArticleView()
        self.view.setAccessibleName(self.tr("Passage in its article"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reader = Reader(session, self.view, self)
        self.precedents = PrecedentsPane(session.scheme, session.names.of)
        self.entry = EntryBar()
        self.deciding = Deciding(session, self.entry, self)
        self._choices = {row.id: choice for row, choice in label_rows(session.scheme)}
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._later.timeout.connect(self._show_passage)
        self._lay_out()
        self._connect()
        self.acts |= {
            "Return": self.open_current,
            "O": self.open_current,
            "V": lambda: self.deciding.judge(self.table.chosen),
            "F": lambda: self.deciding.close_flags(self.table.chosen),
            "A": lambda: self.deciding.set_attribute(self.table.chosen),
        }

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""
        if self.is_empty:
            return self.tr("Tab chooses what passages have in common · Esc back")
        return self.tr(
            "J/K move · Space ticks · label keys relabel · A attribute · F answers flags · "
            "V verdict · O opens · Esc"
        )

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Actions that mean something else while this screen is shown."""
        return {"find.open": self.choosing.which.setFocus}

    def begin(self, kind: str, value: str) -> None:
        """Show what has something in common."""
        self._wanted = (kind, value)
        self._read_values()

    def enter(self) -> None:
        """The screen is shown: the list is read anew."""
        self._read_values()
        self.table.setFocus()

    @property
    def kept(self) -> Mapping[str, object]:
        """What the passages have in common, whose they are, and the current one."""
        key = list(self.current.key) if self.current else None
        common = [self.choosing.kind, self.choosing.value]
        return {"common": common, "annotator": self.choosing.annotator, "passage": key}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """List the same again."""
        self.choosing.choose_annotator(str(kept.get("annotator") or ""))
        self._begun = kept.get("passage")
        match kept.get("common"):
            case [str(kind), str(value)] if kind in same.KINDS:
                self._wanted = (kind, value)
        self.enter()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        super().set_theme(theme)
        self.view.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        super().rest()
        self._later.stop()

    def press(self, event: QKeyEvent) -> bool:
        """Label keys give the chosen passages another label."""
        if super().press(event):
            return True
        row = self._commands.row_of(event)
        choice = self._choices.get(row.id) if row is not None else None
        if choice is not None:
            self.deciding.relabel(self.table.chosen, choice)
        return choice is not None

    def _read_values(self) -> None:
        kind, value = self._wanted
        if not value and kind == LABEL and self._session.scheme.labels:
            value = self._session.scheme.labels[0].id
        self.choosing.show_values(kind, same.values(self._session.project, kind), value)
        self._load()

    def _choose_kind(self, kind: str) -> None:
        self._wanted = (kind, "")
        self._read_values()
        self.table.setFocus()

    def _load(self) -> None:
        kind, value = self._wanted = (self.choosing.kind, self.choosing.value)
        asked = (kind, value, self.choosing.annotator, self._session.annotator)
        self.read(look, *asked, done=self._show, lane="passages", of=asked)

    def _show(self, found: list[SamePassage]) -> None:
        current = self.current if self.is_loaded else None
        self.is_loaded = True
        self.model.show_rows(found)
        for draft in self._meanwhile.drafts:
            self.model.follow(draft.changes)
        wanted, self._begun = self._begun, None
        here = current.key if current is not None else None
        key = tuple(map(str, wanted)) if isinstance(wanted, list) else here
        self.table.select(self.model.number_of(key) or 0)
        self._show_state()

    def _show_state(self) -> None:
        number, ticked = len(self.model.shown), len(self.model.ticked)
        none = self.tr(
            "No passages have this in common yet.\n\nWhat has the same label, source, entity or "
            "open question stands here together, from all articles."
        )
        self.show_list(none, self._right)
        text = (
            self.tr("1 passage") if number == 1 else self.tr("{} passages").format(counted(number))
        )
        if ticked:
            text = self.tr("{} of {} ticked").format(counted(ticked), counted(number))
        self.choosing.count.setText(text if number else "")
        self._later.start()

    def _show_passage(self) -> None:
        row = self.current
        if row is None:
            return
        place = (row.place,) if row.place is not None else ()
        with contextlib.suppress(UserError):
            self._reader.show_passage(row.article_id, row.annotator, place)
        found = same.precedents(
            self._session.project,
            row.words,
            label=row.annotation.label if row.annotation else "",
            reasons=[flag.reason for flag in row.open_flags],
            besides=row.annotation.id if row.annotation else "",
        )
        self.precedents.show_precedents(found)

    def _follow(self, draft: Draft) -> None:
        self.model.follow(draft.changes)
        if any(isinstance(each.record, Flag) for each in draft.changes):
            self._later.start()

    def _rename(self) -> None:
        """Somebody is called otherwise."""
        self.choosing.show_names()
        self.table.viewport().update()
        self._later.start()

    def _lay_out(self) -> None:
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.setChildrenCollapsible(False)
        self._right.setHandleWidth(1)
        self._right.addWidget(self.view)
        self._right.addWidget(self.precedents)
        self._right.setSizes([480, 220])
        self.arrange(self.choosing, self._right, (600, 680), self.entry)

    def _connect(self) -> None:
        self.table.moved.connect(self._later.start)
        self.table.ticked.connect(self._show_state)
        self.choosing.chosen.connect(self._load)
        self.choosing.kind_chosen.connect(self._choose_kind)
        self.deciding.told.connect(self.told)
        self.entry.keys_freed.connect(self.table.setFocus)
        self._session.changed.connect(self._follow)
        self._session.became.connect(self.choosing.work_as)
        self._session.names.changed.connect(self._rename)


def look(
    report: Callable[[int], bool], path: Path, kind: str, value: str, of: str, by: str
) -> list[SamePassage]:
    """The passages that have something in common, read in a thread of its own."""
    with open_project(path) as project, project.snapshot():
        return same.passages(
            project,
            kind,
            value,
            annotator=of,
            is_hidden=reviews.hiding(project, by),
            goes_on=lambda: report(0),
        )
