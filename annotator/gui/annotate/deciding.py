"""Deciding on what engines propose: accept and reject cost one key each, and both go on."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft
from annotator.domain.scheme import LabelChoice
from annotator.domain.span import Span
from annotator.domain.suggestion import Suggestion
from annotator.gui.annotate.attribution import Attribution
from annotator.gui.annotate.pane import ArticlePane
from annotator.gui.annotate.proposing import Proposing
from annotator.gui.annotate.work import ArticleWork
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import SUGGESTION_PREFIX, Selected
from annotator.gui.session import Session
from annotator.operations import suggesting, suggestion_choices

if TYPE_CHECKING:
    from annotator.gui.annotate.pages import Pages

BOILERPLATE = "boilerplate"


class Deciding(ArticleWork):
    """Goes from suggestion to suggestion, and makes annotations of those that are right."""

    decided = Signal()
    """A suggestion was taken or refused."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        attribution: Attribution,
        pane: ArticlePane,
        *,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(session, view, selected, tell=tell)
        self._attribution = attribution
        self.proposing = Proposing(session, view, selected, tell=tell)
        self._pane = pane
        self._pages: Pages | None = None
        session.reverted.connect(self._follow)

    @property
    def in_hand(self) -> Suggestion | None:
        """The selected suggestion, or where nothing is selected the first of the sentence."""
        sheet = self._session.sheet
        chosen = self._selected.suggestion(sheet)
        if chosen is not None or self._selected.id is not None or self._view.selection is not None:
            return chosen
        here = self._view.current_sentence
        return next((each for each in self._open() if _touches(each, here)), None)

    def next_open(self) -> None:
        """Go to the next suggestion; where none is left, to the next claim without a source."""
        waiting = self._open()
        if not waiting:
            self._attribution.next_open()
            return
        self._go_to(_following(waiting, self._place()))

    def next_unsourced(self) -> None:
        """Go to the next claim without a source, whatever else is open."""
        self._attribution.next_open()

    def accept(self) -> bool:
        """Make an annotation of the suggestion in hand and go on; false when there is none."""
        suggestion = self.in_hand
        if suggestion is None:
            return False
        self._take(suggestion)
        return True

    def reject(self) -> None:
        """Refuse the suggested source, or the suggestion in hand, and go on."""
        suggestion = self.in_hand if self._attribution.proposal is None else None
        if suggestion is None:
            self._attribution.reject()
            return
        if self._session.do(suggesting.reject, self._session.scheme, suggestion.id) is not None:
            self._go_on(suggestion)

    def take_as(self, choice: LabelChoice) -> bool:
        """Take the selected suggestion with a label, on other words if some are selected.

        False when none is selected, or words beside it are.
        """
        suggestion, words = self._selected.suggestion(self._session.sheet), self._view.selection
        if suggestion is None:
            return False
        if words is not None and not suggestion.hull.overlaps(words):
            return False
        fragments = None if words is None else (words,)
        self._take(suggestion, choice=choice, fragments=fragments)
        return True

    def accept_boilerplate(self) -> None:
        """Take everything that is proposed as boilerplate in this article, as one step."""
        draft = self._session.do(suggesting.accept_all, self._session.scheme, BOILERPLATE)
        if draft is None:
            return
        self._selected.select(None)
        number = sum(isinstance(each.record, Annotation) for each in draft.changes)
        self._tell(self.tr("Boilerplate accepted: {} · Z takes it back").format(number))
        self._leave_boilerplate()
        self.decided.emit()

    def find(self) -> None:
        """Let every engine look at the article."""
        self.proposing.find()

    def toggle_agreement(self) -> None:
        """Say that the article measures agreement, or that it does not after all."""
        is_on = not self._session.is_for_agreement
        self._session.use_for_agreement(is_on=is_on)
        self._selected.select(None)
        if is_on:
            self._tell(self.tr("This article measures agreement: its suggestions are hidden."))
        else:
            self._tell(self.tr("This article no longer measures agreement."))

    @property
    def page_mode(self) -> "Pages":
        """Pages of suggestions, made when they are first wanted."""
        if self._pages is None:
            from annotator.gui.annotate.pages import Pages

            self._pages = Pages(
                self._session, self._view, self._selected, self._pane, tell=self._tell
            )
            self._pages.key_of = self.key_of
            self._pages.decided.connect(self.decided)
        return self._pages

    def pages(self) -> None:
        """Decide on suggestions by the page."""
        self.page_mode.open()

    def allow_pages(self) -> None:
        """Allow deciding by the page in this project, or forbid it."""
        is_on = not self._session.allows_pages
        self._session.write_now(suggestion_choices.set_pages(is_on=is_on))
        self._session.allows_pages = is_on
        if is_on:
            self._tell(self.tr("Suggestions may be decided on by the page in this project: V."))
        else:
            self._tell(self.tr("Suggestions are decided on one by one in this project."))

    def _open(self) -> list[Suggestion]:
        found = self._session.suggestions.values()
        return sorted(found, key=lambda each: (each.start, each.end, each.label, each.id))

    def _place(self) -> tuple[int, str]:
        """From where the next suggestion is looked for."""
        chosen = self._selected.suggestion(self._session.sheet)
        if chosen is not None:
            return (chosen.start, chosen.id)
        return (self._view.current_sentence.start - 1, "")

    def _take(
        self,
        suggestion: Suggestion,
        *,
        choice: LabelChoice | None = None,
        fragments: Sequence[Span] | None = None,
    ) -> None:
        draft = self._session.do(
            suggesting.accept,
            self._session.scheme,
            suggestion.id,
            label_id=choice.label if choice else None,
            fragments=fragments,
            attributes=dict(choice.attributes) if choice else None,
        )
        if draft is not None:
            self._view.set_selection(None)
            self._go_on(suggestion, made=_made(draft))

    def _go_on(self, suggestion: Suggestion, *, made: str | None = None) -> None:
        """Show the next suggestion; after the last one, what became of it."""
        waiting = self._open()
        if waiting:
            self._go_to(_following(waiting, (suggestion.start, suggestion.id)))
        else:
            self._selected.follow(made)
            self._tell(self.tr("That was the last suggestion of this article."))
        self.decided.emit()

    def _go_to(self, suggestion: Suggestion) -> None:
        self._view.go_to(suggestion.start)
        self._selected.select(SUGGESTION_PREFIX + suggestion.id)
        if suggestion.hull not in (self._view.current_sentence, None):
            self._view.reveal(suggestion.hull)

    def _leave_boilerplate(self) -> None:
        """A reader whose sentence is none of the article any more goes on to the next that is."""
        here = self._view.current_sentence
        sheet = self._session.sheet
        labelled = sheet.annotations.values() if sheet is not None else ()
        if any(
            each.label == BOILERPLATE and any(place.contains(here) for place in each.fragments)
            for each in labelled
        ):
            self._view.next_sentence()

    def _follow(self, draft: Draft) -> None:
        """What was decided and is open again is in hand again."""
        again = [
            each.after
            for each in draft.changes
            if isinstance(each.after, Suggestion) and each.after.is_open
        ]
        shown = self._session.suggestions
        first = min((e for e in again if e.id in shown), key=lambda e: e.start, default=None)
        if first is not None:
            self._go_to(first)


def _following(waiting: Sequence[Suggestion], here: tuple[int, str]) -> Suggestion:
    """The next after a place, from the last to the first again."""
    return next((each for each in waiting if (each.start, each.id) > here), waiting[0])


def _touches(suggestion: Suggestion, sentence: Span) -> bool:
    return any(place.overlaps(sentence) for place in suggestion.fragments)


def _made(draft: Draft) -> str | None:
    made = (each.record.id for each in draft.changes if isinstance(each.record, Annotation))
    return next(made, None)
