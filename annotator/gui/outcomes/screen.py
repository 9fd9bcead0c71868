"""You said, final, why: the decisions about one's own work, with guideline and objection.

Editors see those about the work of others too, as each of them does, one person at a time.
"""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.domain.span import Span
from annotator.gui import theme as looks
from annotator.gui.article.view import ArticleView
from annotator.gui.language import counted
from annotator.gui.list_screen import ListScreen, strip
from annotator.gui.menus import Commands
from annotator.gui.outcomes import wording
from annotator.gui.outcomes.model import OutcomesDelegate, OutcomesModel
from annotator.gui.panel.conversation import Conversation
from annotator.gui.reader import Reader
from annotator.gui.session import Session
from annotator.gui.widgets.parts import choice_box, fill_choices, plain
from annotator.operations.objecting import object_to
from annotator.storage import outcomes, reviews, team
from annotator.storage.outcomes import Outcome
from annotator.storage.project import open_project

_PAUSE_MILLISECONDS = 40
_GUIDELINES = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """The decisions about somebody's work, and whose else whoever sits here may look at."""

    whose: str
    decisions: Sequence[Outcome]
    others: Sequence[str] = ()


class OutcomesScreen(ListScreen[Outcome]):
    """Lists the decisions about the annotator's own labels in the articles that are gold."""

    shown = Signal()
    """Other decisions are listed, on which the keys may do something else."""

    def __init__(self, session: Session, commands: Commands) -> None:
        model = OutcomesModel(session.scheme)
        super().__init__(session, commands, OutcomesDelegate(model, session.scheme))
        self.setAccessibleName(self.tr("Feedback"))
        self.table.setAccessibleName(self.tr("Decisions"))
        self.model = model
        self._begun: tuple[object, str] = (None, "")
        self._whose = ""
        self.view = ArticleView()
        self.view.setAccessibleName(self.tr("Passage in its article"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reader = Reader(session, self.view, self)
        self.count = plain(role="muted")
        self.everything = QCheckBox(self.tr("Also show labels that were kept as they are"))
        self.everything.setMinimumHeight(24)
        self.whose = choice_box(self.tr("Whose"), widest=220)
        self.own, self.final, self.why = (plain(wraps=True) for _ in range(3))
        self.made = plain(role="muted", wraps=True)
        self.guideline = plain(role="muted", wraps=True)
        self.talk = Conversation(session.names.of)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Objection"))
        self.field.setPlaceholderText(self.tr("Object, once: what is wrong with the decision?"))
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._later.timeout.connect(self._show_passage)
        self._right = self._made_right()
        self.arrange(strip(self.count, self.everything, self.whose), self._right, (560, 720))
        self._connect()
        self.acts |= {"Return": self._begin_objection, "O": self.open_current}

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""
        if self.field.hasFocus():
            return self.tr("Enter objects · Esc back")
        if self.is_empty:
            return self.tr("Esc back")
        if self.model.called:
            return self.tr("J/K move · O opens the article · Esc back")
        return self.tr("J/K move · Enter objects · O opens the article · Esc back")

    def enter(self) -> None:
        """The screen is shown: the decisions are read anew."""
        self._read()
        self.table.setFocus()

    def _read(self) -> None:
        asked = (self._session.annotator, self._whose)
        self.read(look, *asked, done=self._show, lane="outcomes", of=asked)

    @property
    def kept(self) -> Mapping[str, object]:
        """What is listed, the current decision, and the objection begun."""
        key = list(self.model.key_of(self.current)) if self.current else None
        is_all = self.everything.isChecked()
        return {
            "everything": is_all,
            "decision": key,
            "objection": self.field.text(),
            "whose": self._whose,
        }

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """List the same again, with the words that were not sent."""
        self.everything.setChecked(kept.get("everything") is True)
        self._begun = (kept.get("decision"), str(kept.get("objection") or ""))
        self._whose = str(kept.get("whose") or "")
        self.enter()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        super().set_theme(theme)
        self.view.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        super().rest()
        self._later.stop()

    def press_in_field(self, event: QKeyEvent) -> bool:
        """In the field for an objection: Enter sends it, Esc and the arrows lead to the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._object()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.table.setFocus()
        else:
            return False
        return True

    def _begin_objection(self) -> None:
        if self.field.isVisible():
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    def _show(self, seen: Seen) -> None:
        current = self.current if self.is_loaded else None
        here = self.model.key_of(current) if current is not None else None
        self.is_loaded = True
        called = "" if seen.whose == self._session.annotator else self._session.names.of(seen.whose)
        self.model.load(seen.decisions, called=called)
        self._offer(seen)
        for draft in self._meanwhile.drafts:
            self.model.follow(draft.changes)
        (key, words), self._begun = self._begun, (None, "")
        wanted = tuple(map(str, key)) if isinstance(key, list) else None
        number = self.model.number_of(wanted or here)
        self.table.select(number or 0)
        self._show_state()
        self.shown.emit()
        if words and number is not None:
            self.field.setText(words)
            self.field.setFocus()

    def _offer(self, seen: Seen) -> None:
        """Offer whose decisions can be looked at, where those are not one's own alone."""
        mine, name_of = self._session.annotator, self._session.names.of
        names = [mine, *(each for each in seen.others if each != mine)]
        words = {mine: self.tr("My labels")}
        fill_choices(self.whose, [(words.get(each, name_of(each)), each) for each in names])
        with QSignalBlocker(self.whose):
            self.whose.setCurrentIndex(max(self.whose.findData(seen.whose), 0))
        self.whose.setVisible(len(names) > 1)

    def _choose(self) -> None:
        self._whose = str(self.whose.currentData() or "")
        self._read()

    def _show_state(self) -> None:
        every = self.model.every
        accepted = sum(each.is_accepted for each in every)
        if self.model.called:
            one = self.tr("{} decisions · {} stands as it was")
            sentence = one if accepted == 1 else self.tr("{} decisions · {} stand as they were")
        else:
            one = self.tr("{} decisions · {} stands as you had it")
            sentence = one if accepted == 1 else self.tr("{} decisions · {} stand as you had them")
        if len(every) == 1:
            sentence = self.tr("1 decision")
        self.count.setText(sentence.format(counted(len(every)), counted(accepted)) if every else "")
        self.everything.setVisible(bool(accepted))
        self.show_list(self._empty_words(bool(every)), self._right)
        self._show_current()

    def _empty_words(self, has_decisions: bool) -> str:  # noqa: FBT001 - private
        if not self.is_loaded:
            return self.tr("Reading…")
        if has_decisions and self.model.called:
            return self.tr("Everything stands as it was.\n\nThe box above shows it all.")
        if has_decisions:
            return self.tr("Everything stands as you had it.\n\nThe box above shows it all.")
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
        self.field.setVisible(not has_objected and not self.model.called)
        called = self.model.called
        self._own_head.setText(
            self.tr("{} SAID").format(called.upper()) if called else self.tr("YOU SAID")
        )
        self.talk.setVisible(has_objected)
        if outcome.objection is not None:
            self.talk.show_flag(outcome.objection)
        self._later.start()

    def _show_passage(self) -> None:
        outcome = self.current
        if outcome is None:
            return
        with contextlib.suppress(UserError):
            name = str(self.whose.currentData() or self._session.annotator)
            self._reader.show_passage(outcome.article_id, name, places_of(outcome))

    def _follow(self, draft: Draft) -> None:
        """Somebody objected, or an objection was answered; a label changes nothing here."""
        if self.is_loaded and any(isinstance(each.record, Flag) for each in draft.changes):
            self.model.follow(draft.changes)
            self._show_current()

    def _show_everything(self, checked: bool) -> None:  # noqa: FBT001 - from a signal
        self.model.show_accepted(has_accepted=checked)
        self.table.select(0)
        self._show_state()

    def _made_right(self) -> QWidget:
        below = QVBoxLayout()
        below.setContentsMargins(20, 12, 20, 14)
        below.setSpacing(3)
        self._own_head, self._guideline_head = (
            plain(words, role="heading") for words in (self.tr("YOU SAID"), self.tr("GUIDELINE"))
        )
        for heading, *widgets in (
            (self._own_head, self.own),
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
        self.field.installEventFilter(self)
        self.table.moved.connect(self._show_current)
        self.everything.toggled.connect(self._show_everything)
        self.whose.currentIndexChanged.connect(lambda _: self._choose())
        self._session.changed.connect(self._follow)
        self._session.names.changed.connect(self._show_current)


def places_of(outcome: Outcome) -> tuple[Span, ...]:
    """The words that a decision is about: one's own, else the final ones."""
    side = outcome.own if isinstance(outcome.own, Annotation) else outcome.final
    return side.fragments if isinstance(side, Annotation) else ()


def look(report: Callable[[int], bool], path: Path, annotator: str, wanted: str) -> Seen:
    """The decisions about somebody's work, read in a thread of its own.

    `wanted` names whose; where that is nobody, they are one's own, or for an editor without any,
    those about whoever comes first.
    """

    def of(name: str) -> list[Outcome]:
        found = outcomes.outcomes(project, name, goes_on=lambda: report(0))
        return [each for each in found if not is_hidden(each.article_id, name)]

    with open_project(path) as project, project.snapshot():
        is_hidden = reviews.hiding(project, annotator)
        is_editor = team.of_project(project).is_editor(annotator)
        judged = outcomes.judged_people(project) if is_editor else []
        others = [each for each in judged if each != annotator]
        whose = wanted if wanted in others else annotator
        found = of(whose)
        if not found and not wanted and others:
            whose = others[0]
            found = of(whose)
    return Seen(whose, found, others)
