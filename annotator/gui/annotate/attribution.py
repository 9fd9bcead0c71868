"""Offering who says it: right after a claim or quote is labelled, and while one is selected."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from annotator.domain.change import Draft
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY, Relation
from annotator.domain.scheme import Label, LabelChoice
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.gui import keys
from annotator.gui.annotate import appearance
from annotator.gui.annotate.showing import Showing
from annotator.gui.annotate.work import ArticleWork
from annotator.gui.article.marks import Link, Mark
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.gui.wording import shortened

if TYPE_CHECKING:
    from annotator.domain.frame import Frame
    from annotator.gui.annotate.offers import Offers, Taken
    from annotator.suggestions.attribution import Proposal

_SHOWN_WORDS = 40


class Attribution(ArticleWork):
    """Shows the likeliest source and cue of the claim in hand as ghosts; stores what is taken.

    Ghosts come a moment after the label, so that the label itself is painted at once; a key that
    is faster than they are makes them come at once.
    """

    changed = Signal()
    """Something else is offered, or nothing."""
    taken = Signal()
    """A person took what was offered."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        showing: Showing,
        *,
        tell: Callable[[str], None],
        has_digits: Callable[[], bool],
    ) -> None:
        super().__init__(session, view, selected, tell=tell)
        self._showing = showing
        self._has_digits = has_digits
        self._offers: Offers | None = None
        self._taken: Taken | None = None
        self._awaited: str | None = None
        self._rejected: dict[str, set[Span | None]] = {}
        self._recent: dict[str, None] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        session.opened.connect(lambda _: self._forget())
        session.reread.connect(self._forget)
        session.changed.connect(self._follow_change)
        selected.changed.connect(self._follow_selection)
        view.sentenceChanged.connect(lambda _: self._follow_cursor())

    @property
    def proposal(self) -> "Proposal | None":
        """What stands as a ghost now."""
        self._settle()
        return self._offers.current if self._offers else None

    def offers(self, statement_id: str) -> "Offers | None":
        """What is offered for a claim or quote now."""
        self._settle()
        is_for_it = self._offers is not None and self._offers.statement_id == statement_id
        return self._offers if is_for_it else None

    def await_offer(self, statement_id: str) -> None:
        """A claim or quote is in hand: offer what it lacks as soon as it is painted."""
        self._awaited = statement_id
        self._soon.start()

    def take(self, choice: LabelChoice) -> bool:
        """Take what is offered instead of labelling; false when nothing is.

        The source's key takes source and cue, and once more at once the next source instead; the
        cue's key takes the cue alone.
        """
        if self._view.selection is not None:
            return False
        proposal = self.proposal
        if choice.label == self._label_id(CUED_BY):
            cue = self._offers.cue if self._offers else None
            return cue is not None and self._take(cue)
        if choice.label != self._label_id(ATTRIBUTED_TO):
            return False
        return self._take(proposal) if proposal is not None else self._take_next()

    def accept(self) -> bool:
        """Take what stands as a ghost; false when nothing does."""
        proposal = self.proposal
        return proposal is not None and self._take(proposal)

    def choose(self, number: int) -> bool:
        """Take a source by its number, from 1; false when there is none of that number."""
        self._settle()
        numbered = self._offers.numbered if self._offers else ()
        return 0 < number <= len(numbered) and self._take(numbered[number - 1])

    def take_cue(self) -> bool:
        """Take the cue that is offered; false when none is."""
        self._settle()
        cue = self._offers.cue if self._offers else None
        return cue is not None and self._take(cue)

    def reject(self) -> None:
        """Not this one: show the next, or none."""
        proposal = self.proposal
        if self._offers is None or proposal is None:
            self._tell(self.tr("Nothing is suggested here. N goes to the next open claim."))
            return
        rejected = self._rejected.setdefault(self._offers.statement_id, set())
        rejected.add(proposal.source)
        self._offers = self._offers.without(rejected)
        self._show()
        if self._offers.current is None:
            self._tell(self.tr("No further suggestion. Select the source and press S."))
        else:
            self._tell_offer(self._offers.current)

    def dismiss(self) -> bool:
        """Take the ghosts away; false when there are none."""
        if self.proposal is None or self._offers is None:
            return False
        self._offers = replace(self._offers, is_dismissed=True)
        self._show()
        self._tell("")  # what was told of it holds no longer
        return True

    def next_open(self) -> None:
        """Go to the next claim or quote of which nobody has said who says it."""
        from annotator.domain.frame import open_statements

        sheet = self._session.sheet
        if sheet is None:
            return
        waiting = open_statements(sheet, self._session.scheme)
        if not waiting:
            self._tell(self.tr("Every claim and quote here has a source, or a word about it."))
            return
        here = self._place()
        following = next((each for each in waiting if (each.start, each.id) > here), waiting[0])
        self._view.go_to(following.start)
        self._selected.select(following.id)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """While sources are numbered, a digit takes one instead of labelling."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = keys.spelled(event)
        is_digit = len(key) == 1 and key in "123456789"
        is_offering = self.proposal is not None and self._view.selection is None
        return is_digit and is_offering and self._has_digits() and self.choose(int(key))

    def _place(self) -> tuple[int, str]:
        """From where the next claim is looked for."""
        chosen = self._selected.annotation(self._session.sheet)
        if chosen is not None:
            return (chosen.start, chosen.id)
        return (self._view.current_sentence.start, "")

    def _take(self, proposal: "Proposal") -> bool:
        """Store a proposal and say so; true, since the key has done its work either way."""
        # Loaded with the proposer, after the first article is on the screen.
        from annotator.gui.annotate.offers import Taken
        from annotator.operations import attributing

        offers, self._taken = self._offers, None
        if offers is None:
            return False
        draft = self._session.do(
            attributing.accept, self._session.scheme, offers.statement_id, proposal
        )
        if draft is None:
            return True
        if proposal.source is not None:
            self._taken = Taken(offers.at(proposal), draft, self._view.current_sentence)
            self._clear()
            self.taken.emit()
        self._tell_taken(proposal)
        self.await_offer(offers.statement_id)
        return True

    def _take_next(self) -> bool:
        """Take the next source instead of the one that was just taken; false when none was."""
        before, self._taken = self._taken, None
        if (
            before is None
            or self._session.history.next_undo != before.draft.id
            or self._view.current_sentence != before.sentence
        ):
            return False
        following = before.offers.next_source()
        if following is None:
            self._taken = before
            self._tell(self.tr("There is no other suggestion. Z takes this one back."))
            return True
        # Taken back first: one undo leads to the claim as it was labelled.
        self._session.perform(before.draft.inverse())
        self._offers = before.offers
        return self._take(following)

    def _settle(self) -> None:
        """Work out what is offered, if that is still to be done."""
        self._soon.stop()
        awaited, self._awaited = self._awaited, None
        if awaited is None:
            return
        from annotator.gui.annotate.offers import offers_for

        found, sheet = self._frame(awaited), self._session.sheet
        if sheet is None or found is None or not found.missing:
            self._clear()
            return
        before = self._offers if self._offers and self._offers.statement_id == awaited else None
        offers = offers_for(sheet, found, recent=[*reversed(self._recent)])
        offers = offers.without(self._rejected.get(awaited, set()))
        self._offers = replace(offers, is_dismissed=before is not None and before.is_dismissed)
        self._show()
        now = self._offers.current
        if now is not None and (before is None or now != before.current):
            self._tell_offer(now)

    def _show(self) -> None:
        """Draw the ghosts of what is offered, or none."""
        sheet, proposal = self._session.sheet, self._offers.current if self._offers else None
        self._view.removeEventFilter(self)
        if sheet is None or self._offers is None or proposal is None:
            self._showing.show_ghosts()
        else:
            # The newest filter is asked first: before the keys that label.
            self._view.installEventFilter(self)
            self._showing.show_ghosts(*self._drawn(sheet, self._offers.statement_id, proposal))
        self.changed.emit()

    def _drawn(
        self, sheet: Sheet, statement_id: str, proposal: "Proposal"
    ) -> tuple[list[Mark], list[Link]]:
        """The marks and links of a proposal; words that are labelled already are only linked."""
        from annotator.gui.annotate.offers import parts_of

        marks, links = [], []
        for kind, place, known in parts_of(proposal, sheet):
            label = self._label(kind)
            if label is None:
                continue
            end = known
            if end is None:
                name = self.tr("{}? S takes it, X shows the next").format(label.name)
                marks.append(appearance.ghost_of(label, place, self._session.scheme, name=name))
                end = marks[-1].id
            links.append(Link(statement_id, end, kind, is_ghost=True))
        return marks, links

    def _tell_offer(self, proposal: "Proposal") -> None:
        words = self._words(proposal)
        if proposal.source is None:
            self._tell(self.tr("Cue suggestion: {}, S to accept").format(words))
        else:
            self._tell(self.tr("Source suggestion: {}, S to accept").format(words))

    def _tell_taken(self, proposal: "Proposal") -> None:
        words = self._words(proposal)
        following = self._taken.offers.next_source() if self._taken else None
        if proposal.source is None:
            self._tell(self.tr("Cue: {} · Z takes it back").format(words))
        elif following is None:
            self._tell(self.tr("Source: {} · Z takes it back").format(words))
        else:
            self._tell(self.tr("Source: {} · S takes the next instead").format(words))

    def _words(self, proposal: "Proposal") -> str:
        sheet, place = self._session.sheet, proposal.source or proposal.cue
        words = place.cut_from(sheet.article.text) if sheet and place else ""
        return shortened(words, most=_SHOWN_WORDS)

    def _label(self, kind: str) -> Label | None:
        """The label to which a relation of the scheme leads."""
        relation = self._session.scheme.relation(kind)
        return self._session.scheme.label(relation.targets[0]) if relation else None

    def _label_id(self, kind: str) -> str:
        label = self._label(kind)
        return label.id if label else ""

    def _follow_selection(self, mark_id: str | None) -> None:
        """What is selected is offered what it lacks; reading on leaves the ghosts behind."""
        if mark_id is None or (self._offers and self._offers.statement_id != mark_id):
            self._clear()
        if mark_id is not None:
            self.await_offer(mark_id)

    def _follow_cursor(self) -> None:
        in_hand = self._awaited or (self._offers.statement_id if self._offers else None)
        if in_hand is not None and in_hand != self._selected.id:
            self._clear()

    def _follow_change(self, draft: Draft) -> None:
        """What the claim lacks may be another thing now, or nothing."""
        for relation in (each.after for each in draft.changes):
            if isinstance(relation, Relation) and relation.label == ATTRIBUTED_TO:
                self._recent.pop(relation.to_id, None)
                self._recent[relation.to_id] = None
        in_hand = self._offers.statement_id if self._offers else self._selected.id
        if in_hand is not None:
            self.await_offer(in_hand)

    def _frame(self, annotation_id: str) -> "Frame | None":
        from annotator.domain.frame import frame_of

        sheet = self._session.sheet
        return frame_of(sheet, self._session.scheme, annotation_id) if sheet else None

    def _clear(self) -> None:
        self._awaited = None
        self._soon.stop()
        if self._offers is not None:
            self._offers = None
            self._show()

    def _forget(self) -> None:
        self._taken = None
        self._rejected.clear()
        self._recent.clear()
        self._clear()
