"""The commands of the review: what each key decides, and where it leads."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.domain.adjudication import Adjudication, Item
from annotator.domain.change import Draft
from annotator.gui.review.docket import Docket
from annotator.operations import adjudicate, library
from annotator.storage import reviews

if TYPE_CHECKING:
    from annotator.gui.review.screen import ReviewScreen

HIDES_NAMES = "review_hides_names"
"""Under which name a project keeps whether its editors see who said what."""

Decide = Callable[[Adjudication, Item], Draft]


class Deciding:
    """Does what the actions of the review say; the screen shows what came of it."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def decide(self, decide: Decide) -> None:
        """Make one decision and go on to the next difference."""
        docket = self._screen.docket
        item = docket.item if docket is not None else None
        if docket is None or item is None or not self._is_comparing():
            self._screen.told.emit(_tr("Nothing is to be decided here."))
            return
        number = docket.number
        with self._screen.painted_once():
            is_done = self._screen.perform(lambda: decide(docket.state, item))
        if is_done:
            self._screen.reason = ""
            self._screen.correcting.leave()
            docket.go_to_open(after=number)
            self._screen.show_all()

    def take_number(self, number: int) -> None:
        """Take one of the answers, counted from 0."""
        docket = self._screen.docket
        if docket is None or docket.item is None:
            return
        answers = docket.answers(docket.item)
        if number >= len(answers):
            self._screen.told.emit(_tr("There is no answer {}.").format(number + 1))
            return
        name = answers[number].names[0]
        self.decide(
            lambda s, i: adjudicate.take(s, i, name, by=self.by, reason=self._screen.reason)
        )

    @property
    def by(self) -> str:
        """The editor."""
        return self._screen.session.annotator

    def take_left(self) -> None:
        """Take the answer at the left."""
        self.take_number(0)

    def take_right(self) -> None:
        """Take the answer at the right."""
        is_single = self._screen.docket is not None and self._screen.docket.state.is_single
        if is_single and not self._is_comparing():
            self._screen.told.emit(_tr("Nothing is to be decided here."))
            return
        if is_single:
            self._screen.told.emit(_tr("Only one annotator is here: ← accepts, ↓ rejects."))
            return
        self.take_number(1)

    def merge(self) -> None:
        """Take the longest words, and the values and links of all."""
        self.decide(lambda s, i: adjudicate.merge(s, i, by=self.by, reason=self._screen.reason))

    def take_neither(self) -> None:
        """Nothing belongs here."""
        self.decide(
            lambda s, i: adjudicate.take_neither(s, i, by=self.by, reason=self._screen.reason)
        )

    def take_majority(self) -> None:
        """Take what most say."""
        self.decide(
            lambda s, i: adjudicate.take_majority(s, i, by=self.by, reason=self._screen.reason)
        )

    def keep(self) -> None:
        """Leave what was decided although somebody changed their work since."""
        self.decide(lambda s, i: adjudicate.keep(s, i, by=self.by))

    def correct(self) -> None:
        """Take what was decided, or the first answer, in hand to change it."""
        docket = self._screen.docket
        item = docket.item if docket is not None else None
        if docket is None or item is None or not self._is_comparing():
            return
        made = docket.state.result_of(item) or next(iter(item.case.members.values()), None)
        if made is None or docket.state.is_gold:
            self._screen.told.emit(_tr("There are no words here to change."))
            return
        self._screen.correcting.begin(made, docket.state.article.text)
        self._screen.show_case()

    def accept(self) -> None:
        """Decide what is in hand; accept the work shown; make all of it gold; or go on."""
        docket = self._screen.docket
        if docket is None:
            self._open_next()
            return
        made = self._screen.correcting.made
        if made is not None:
            self.decide(
                lambda s, i: adjudicate.correct(s, i, made, by=self.by, reason=self._screen.reason)
            )
        elif docket.state.is_gold:
            self._open_next()
        elif docket.state.is_single and not self._screen.is_alone:
            self._screen.is_alone = True
            self._screen.show_all()
        elif docket.state.is_single and docket.state.left:
            self.take_left()
        elif self._screen.perform(lambda: self._finished(docket.state)):
            self._screen.told.emit(_tr("Accepted as gold. Enter opens the next."))
            self._screen.show_all()

    def reopen(self) -> None:
        """The layer is not complete after all."""
        docket = self._screen.docket
        if docket is not None and self._screen.perform(lambda: adjudicate.reopen(docket.state)):
            self._screen.show_all()

    def next(self) -> None:
        """Go to the next difference that is open, else the next one, here or in what waits."""
        if self._is_comparing():
            self._go(_onwards)
        else:
            self._open_next()

    def previous(self) -> None:
        """Go back by one difference, decided or not."""
        self._go(lambda docket: docket.step(-1))

    def go_beside(self, step: int) -> None:
        """Show the next or the previous article that somebody finished."""
        here = self._screen.docket.state.article.id if self._screen.docket else None
        self._screen.open(self._screen.access.beside(here, step))

    def overlay(self) -> None:
        """Show everybody's answers in one column, or the columns again."""
        self._screen.is_overlay = not self._screen.is_overlay
        for side in self._screen.sides:
            side.setVisible(not self._screen.is_overlay)
        self._screen.show_all()

    def hide_names(self) -> None:
        """Hide who said what from all editors of the project, or show it again."""
        screen, docket = self._screen, self._screen.docket
        is_hidden = docket.hides_names if docket is not None else screen.hides_names
        value = "no" if is_hidden else "yes"
        screen.session.write_now(library.chosen(screen.session.project, HIDES_NAMES, value))
        if docket is not None:
            docket.hides_names = not is_hidden
            screen.show_all()

    def send_back(self) -> None:
        """Give the article back to one of its annotators, with a reason."""
        self._screen.asking.ask_send_back()

    def give_reason(self) -> None:
        """Say why, with the code of a reason, before deciding."""
        self._screen.asking.ask_reason()

    def guideline(self) -> None:
        """Show the whole guideline of the label, or put it away."""
        self._screen.bar.toggle_guideline()

    def _is_comparing(self) -> bool:
        """Whether there is work to decide about: of two, or of one whom the editor reviews."""
        state = self._screen.docket.state if self._screen.docket else None
        return state is not None and (len(state.sheets) > 1 or self._screen.is_alone)

    def _finished(self, state: Adjudication) -> Draft:
        project = self._screen.session.project
        return adjudicate.finish(
            state, by=self.by, decisions_of=lambda name: reviews.decisions(project, name)
        )

    def _open_next(self) -> None:
        here = self._screen.docket.state.article.id if self._screen.docket else None
        found = self._screen.access.next_open(here)
        if found is None:
            self._screen.told.emit(_tr("No other article waits to be compared."))
        else:
            self._screen.open(found)

    def _go(self, step: Callable[[Docket], object]) -> None:
        if self._screen.docket is not None:
            self._screen.correcting.leave()
            step(self._screen.docket)
            self._screen.show_case()


def _onwards(docket: Docket) -> None:
    if not docket.go_to_open(after=docket.number):
        docket.step(1)


def _tr(source: str) -> str:
    return QCoreApplication.translate("Review", source)
