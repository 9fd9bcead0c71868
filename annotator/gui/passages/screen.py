"""The passage view: the like of many articles in one list, with earlier decisions beside them."""

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.gui import keys, tasks
from annotator.gui import theme as looks
from annotator.gui.actions import label_rows
from annotator.gui.article.view import ArticleView
from annotator.gui.language import counted
from annotator.gui.menus import Commands
from annotator.gui.passages.choosing import Choosing
from annotator.gui.passages.deciding import Deciding
from annotator.gui.passages.model import PassagesDelegate, PassagesModel, row_height
from annotator.gui.passages.precedents import PrecedentsPane
from annotator.gui.reader import Reader
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.tick_table import TickTable
from annotator.storage import reviews, same
from annotator.storage.project import open_project
from annotator.storage.same import LABEL, SamePassage

_PAUSE_MILLISECONDS = 40


class PassagesScreen(QFrame):  # which has a role for those who listen
    """Lists passages with the same label, source, entity or question, and decides on many."""

    told = Signal(object)
    opened = Signal(object)
    """A `SamePassage` is to be shown in its article."""
    left = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Passages"))
        self._session = session
        self._commands = commands
        self._task: tasks.Task | None = None
        self._wanted = (LABEL, "")
        self._begun: object = None
        self.choosing = Choosing(session.scheme, session.annotator, session.names.of)
        self.model = PassagesModel(session.names.of)
        self.table = TickTable()
        self.table.setAccessibleName(self.tr("Passages in common"))
        self.table.setModel(self.model)
        delegate = PassagesDelegate(self.model, session.scheme, self.table)
        self.table.begin(self.model, delegate, row_height)
        self.view = ArticleView()
        self.view.setAccessibleName(self.tr("Passage in its article"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reader = Reader(session, self.view, self)
        self.precedents = PrecedentsPane(session.scheme, session.names.of)
        self.empty = plain(role="muted", wraps=True)
        self.entry = EntryBar()
        self.deciding = Deciding(session, self.entry, self)
        self._choices = {row.id: choice for row, choice in label_rows(session.scheme)}
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._later.timeout.connect(self._show_passage)
        self._lay_out()
        self._connect()
        self._keys: dict[str, Callable[[], None]] = {
            "Return": self._open,
            "O": self._open,
            "V": lambda: self.deciding.judge(self.chosen),
            "F": lambda: self.deciding.close_flags(self.chosen),
            "A": lambda: self.deciding.set_attribute(self.chosen),
        }

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""
        words = self.tr(
            "J/K move · Space ticks · label keys relabel · A attribute · F answers flags · "
            "V verdict · O opens · Esc"
        )
        return keys.with_present_keys(words, self._commands.shown_key)

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Actions that mean something else while this screen is shown."""
        return {"find.open": self.choosing.which.setFocus}

    @property
    def current(self) -> SamePassage | None:
        """The passage that is shown beside the list."""
        return self.model.row(self.table.currentIndex().row())

    @property
    def chosen(self) -> list[SamePassage]:
        """The passages that a decision is about: those ticked, else the current one."""
        if self.model.ticked:
            return [each for each in self.model.shown if each.key in self.model.ticked]
        return [self.current] if self.current else []

    def begin(self, kind: str, value: str) -> None:
        """Show what has something in common."""
        self._wanted = (kind, value)
        self._read_values()

    def enter(self) -> None:
        """The screen is shown: the list is read anew."""
        self._read_values()
        self.table.setFocus()

    def return_here(self) -> None:
        """Back from an article to the passage from which it was opened."""
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
        self.table.set_theme(theme)
        self.view.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        self._later.stop()
        if self._task is not None:
            self._task.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys from the buttons, and from an empty list."""
        if not self._press(event):
            super().keyPressEvent(event)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Keys in the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._step_out()
            return True
        if self.table.move_by_key(keys.spelled(event)):
            return True
        row = self._commands.row_of(event)
        act = self._keys.get(keys.spelled(event))
        if act is not None:
            act()
            return True
        if row is not None and row.id in self._choices:
            self.deciding.relabel(self.chosen, self._choices[row.id])
            return True
        wanted = row is not None and row.owner in ("edit", "help", "screens")
        return wanted and self._commands.run_key(event)

    def _step_out(self) -> None:
        if self.model.ticked:
            self.model.ticked.clear()
            self.table.viewport().update()
            self._show_state()
        else:
            self.left.emit()

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
        if self._task is not None:
            self._task.stop()
        kind, value = self._wanted = (self.choosing.kind, self.choosing.value)
        self._task = tasks.run(
            look,
            self._session.path,
            kind,
            value,
            self.choosing.annotator,
            self._session.annotator,
            done=lambda found: self._show((kind, value), found),
            failed=self.told.emit,
            lane="passages",
        )

    def _show(self, asked: tuple[str, str], found: list[SamePassage]) -> None:
        if asked != self._wanted:
            return
        self.model.load(found)
        for draft in self._session.waiting:
            self.model.follow(draft.changes)
        wanted, self._begun = self._begun, None
        shown = enumerate(self.model.shown)
        self.table.select(next((n for n, each in shown if list(each.key) == wanted), 0))
        self._show_state()

    def _show_state(self) -> None:
        number, ticked = len(self.model.shown), len(self.model.ticked)
        self.table.setVisible(bool(number))
        self.empty.setVisible(not number)
        self._right.setVisible(bool(number))
        self.empty.setText(self.tr("No passages have this in common."))
        text = (
            self.tr("1 passage") if number == 1 else self.tr("{} passages").format(counted(number))
        )
        if ticked:
            text = self.tr("{} of {} ticked").format(counted(ticked), counted(number))
        self.choosing.count.setText(text if number else "")
        if not number:
            self.setFocus()
        elif self.hasFocus():
            self.table.setFocus()
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

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty.setContentsMargins(24, 24, 24, 0)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.setChildrenCollapsible(False)
        self._right.setHandleWidth(1)
        self._right.addWidget(self.view)
        self._right.addWidget(self.precedents)
        self._right.setSizes([480, 220])
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self._right)
        splitter.setSizes([600, 680])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.choosing)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.entry)

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.table.moved.connect(self._later.start)
        self.table.ticked.connect(self._show_state)
        self.table.doubleClicked.connect(lambda _: self._open())
        self.choosing.chosen.connect(self._load)
        self.choosing.kind_chosen.connect(self._choose_kind)
        self.deciding.told.connect(self.told)
        self.entry.closed.connect(self.table.setFocus)
        self._session.changed.connect(self._follow)
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
