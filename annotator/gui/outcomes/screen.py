"""You said, final, why: the decisions about one's own work, with guideline and objection."""

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.span import Span
from annotator.gui import keys, tasks
from annotator.gui import theme as looks
from annotator.gui.article.view import ArticleView
from annotator.gui.language import counted
from annotator.gui.menus import Commands
from annotator.gui.outcomes import wording
from annotator.gui.outcomes.model import OutcomesDelegate, OutcomesModel, row_height
from annotator.gui.panel.conversation import Conversation
from annotator.gui.reader import Reader
from annotator.gui.session import Session
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.tick_table import TickTable
from annotator.operations.objecting import object_to
from annotator.storage import outcomes
from annotator.storage.outcomes import Outcome
from annotator.storage.project import open_project

_PAUSE_MILLISECONDS = 40
_GUIDELINES = 4


class OutcomesScreen(QFrame):  # which has a role for those who listen
    """Lists the decisions about the annotator's own labels in the articles that are gold."""

    told = Signal(object)
    opened = Signal(object)
    """An `Outcome` is to be shown in its article."""
    left = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Feedback"))
        self._session = session
        self._commands = commands
        self._task: tasks.Task | None = None
        self._begun: tuple[object, str] = (None, "")
        self._is_loaded = False
        self.model = OutcomesModel(session.scheme)
        self.table = TickTable()
        self.table.setAccessibleName(self.tr("Decisions"))
        self.table.setModel(self.model)
        delegate = OutcomesDelegate(self.model, session.scheme, self.table)
        self.table.begin(self.model, delegate, row_height)
        self.view = ArticleView()
        self.view.setAccessibleName(self.tr("Passage in its article"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reader = Reader(session, self.view, self)
        self.count = plain(role="muted")
        self.empty = plain(role="muted", wraps=True)
        self.everything = QCheckBox(self.tr("Also show labels that were kept as they are"))
        self.everything.setMinimumHeight(24)
        self.own, self.final, self.why = (plain(wraps=True) for _ in range(3))
        self.made = plain(role="muted", wraps=True)
        self.guideline = plain(role="muted", wraps=True)
        self.talk = Conversation(session.names.of)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Objection"))
        self.field.setPlaceholderText(self.tr("Object, once: what is wrong with the decision?"))
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._later.timeout.connect(self._show_passage)
        self._lay_out()
        self._connect()

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""
        if self.field.hasFocus():
            return self.tr("Enter objects · Esc back")
        return self.tr("J/K move · Enter objects · O opens the article · Esc back")

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Nothing means something else here."""
        return {}

    @property
    def current(self) -> Outcome | None:
        """The decision that is shown beside the list."""
        return self.model.row(self.table.currentIndex().row())

    def enter(self) -> None:
        """The screen is shown: the decisions are read anew."""
        if self._task is not None:
            self._task.stop()
        self._task = tasks.run(
            look,
            self._session.path,
            self._session.annotator,
            done=self._show,
            failed=self.told.emit,
            lane="outcomes",
        )
        self.table.setFocus()

    def return_here(self) -> None:
        """Back from an article to the decision from which it was opened."""
        self.table.setFocus()

    @property
    def kept(self) -> Mapping[str, object]:
        """What is listed, the current decision, and the objection begun."""
        key = _key_of(self.current) if self.current else None
        is_all = self.everything.isChecked()
        return {"everything": is_all, "decision": key, "objection": self.field.text()}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """List the same again, with the words that were not sent."""
        self.everything.setChecked(kept.get("everything") is True)
        self._begun = (kept.get("decision"), str(kept.get("objection") or ""))
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
        """Keys from the box, and from an empty list."""
        if not self._press(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the list, and in the field for an objection."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is not self.field:
            return self._press(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._object()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.table.setFocus()
        else:
            return False
        return True

    def _press(self, event: QKeyEvent) -> bool:
        stroke = keys.spelled(event)
        if stroke == "Esc":
            self.left.emit()
        elif stroke == "Return" and self.field.isVisible():
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif stroke == "O" and self.current is not None:
            self.opened.emit(self.current)
        elif not self.table.move_by_key(stroke):
            row = self._commands.row_of(event)
            wanted = row is not None and row.owner in ("edit", "help", "screens")
            return wanted and self._commands.run_key(event)
        return True

    def _object(self) -> None:
        outcome = self.current
        if outcome is None:
            return
        try:
            draft = object_to(outcome, by=self._session.annotator, text=self.field.text())
        except UserError as refusal:
            self.told.emit(str(refusal))
            return
        self.field.clear()
        self._session.perform(draft)
        self.table.setFocus()
        self.told.emit(self.tr("The editors see your objection in their flags."))

    def _show(self, found: list[Outcome]) -> None:
        self._is_loaded = True
        self.model.load(found)
        for draft in self._session.waiting:
            self.model.follow(draft.changes)
        (wanted, words), self._begun = self._begun, (None, "")
        number = next((n for n, each in enumerate(self.model.shown) if _key_of(each) == wanted), 0)
        self.table.select(number)
        self._show_state()
        if words and self.current is not None and _key_of(self.current) == wanted:
            self.field.setText(words)
            self.field.setFocus()

    def _show_state(self) -> None:
        every = self.model.every
        accepted = sum(each.is_accepted for each in every)
        sentence = self.tr("{} decisions · {} stand as you had them")
        self.count.setText(sentence.format(counted(len(every)), counted(accepted)) if every else "")
        is_empty = not self.model.shown
        self.table.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        self._right.setVisible(not is_empty)
        self.empty.setText(self._empty_words(bool(every)))
        if is_empty:
            self.setFocus()
        elif self.hasFocus():
            self.table.setFocus()
        self._show_current()

    def _empty_words(self, has_decisions: bool) -> str:  # noqa: FBT001 - private
        if not self._is_loaded:
            return self.tr("Reading…")
        if has_decisions:
            return self.tr("Everything stands as you had it.")
        return self.tr(
            "No article of yours is decided yet.\n\nOnce an editor has made gold of one, what you "
            "said, what it became and why stand here."
        )

    def _show_current(self) -> None:
        outcome, scheme = self.current, self._session.scheme
        if outcome is None:
            return
        self.own.setText(wording.said(outcome.own, outcome, scheme))
        self.final.setText(wording.said(outcome.final, outcome, scheme))
        self.why.setText(wording.why(outcome))
        self.made.setText(wording.made_by(outcome.decision, self._session.names.of))
        rules = scheme.guidelines_for(outcome.decision.label)[:_GUIDELINES]
        self.guideline.setText("\n".join(f"· {each.text}" for each in rules))
        self._guideline_head.setVisible(bool(rules))
        self.guideline.setVisible(bool(rules))
        has_objected = outcome.objection is not None
        self.field.setVisible(not has_objected)
        self.talk.setVisible(has_objected)
        if outcome.objection is not None:
            self.talk.show_flag(outcome.objection)
        self._later.start()

    def _show_passage(self) -> None:
        outcome = self.current
        if outcome is None:
            return
        with contextlib.suppress(UserError):
            name = self._session.annotator
            self._reader.show_passage(outcome.article_id, name, places_of(outcome))

    def _follow(self, draft: Draft) -> None:
        if self._is_loaded:
            self.model.follow(draft.changes)
            self._show_current()

    def _show_everything(self, checked: bool) -> None:  # noqa: FBT001 - from a signal
        self.model.show_accepted(has_accepted=checked)
        self.table.select(0)
        self._show_state()

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.everything)
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
        self._right = self._made_right()
        splitter.addWidget(left)
        splitter.addWidget(self._right)
        splitter.setSizes([560, 720])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)

    def _made_right(self) -> QWidget:
        below = QVBoxLayout()
        below.setContentsMargins(20, 12, 20, 14)
        below.setSpacing(3)
        self._guideline_head = plain(self.tr("GUIDELINE"), role="heading")
        for heading, *widgets in (
            (plain(self.tr("YOU SAID"), role="heading"), self.own),
            (plain(self.tr("FINAL"), role="heading"), self.final),
            (plain(self.tr("WHY"), role="heading"), self.why, self.made),
            (self._guideline_head, self.guideline),
        ):
            below.addWidget(heading)
            for widget in widgets:
                below.addWidget(widget)
            below.addSpacing(6)
        below.addWidget(self.talk)
        below.addWidget(self.field)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(below)
        return right

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.field.installEventFilter(self)
        self.table.moved.connect(self._show_current)
        self.table.doubleClicked.connect(lambda _: self.opened.emit(self.current))
        self.everything.toggled.connect(self._show_everything)
        self._session.changed.connect(self._follow)
        self._session.names.changed.connect(self._show_current)


def _key_of(outcome: Outcome) -> list[str]:
    """What tells a decision from others, as plain values."""
    return [outcome.article_id, outcome.decision.id]


def places_of(outcome: Outcome) -> tuple[Span, ...]:
    """The words that a decision is about: one's own, else the final ones."""
    side = outcome.own if isinstance(outcome.own, Annotation) else outcome.final
    return side.fragments if isinstance(side, Annotation) else ()


def look(report: Callable[[int], bool], path: Path, annotator: str) -> list[Outcome]:
    """The decisions about somebody's work, read in a thread of its own."""
    with open_project(path) as project, project.snapshot():
        return outcomes.outcomes(project, annotator, goes_on=lambda: report(0))
