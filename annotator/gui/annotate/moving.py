"""Moving through the article by commands: sentences, words, annotations, flags."""

from collections.abc import Callable

from annotator.domain.span import Span
from annotator.gui.annotate import appearance
from annotator.gui.annotate.work import EARLIER, LATER, ArticleWork
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import FLAG_PREFIX, Selected
from annotator.gui.session import Session


class Moving(ArticleWork):
    """What the keys that move do; the view does the moving."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        *,
        tell: Callable[[str], None],
        step_out: Callable[[], bool],
    ) -> None:
        super().__init__(session, view, selected, tell=tell)
        self._step_out = step_out

    def next_sentence(self) -> None:
        """Go on reading."""
        self._view.next_sentence()

    def previous_sentence(self) -> None:
        """Go back a sentence."""
        self._view.previous_sentence()

    def extend_next(self) -> None:
        """Select one sentence more."""
        self._view.extend_sentence(LATER)

    def extend_previous(self) -> None:
        """Select one sentence back."""
        self._view.extend_sentence(EARLIER)

    def next_word(self) -> None:
        """Select the next word."""
        self._view.move_token(LATER, extend=False)

    def previous_word(self) -> None:
        """Select the word before."""
        self._view.move_token(EARLIER, extend=False)

    def extend_right(self) -> None:
        """Extend the selection to the next word."""
        self._view.move_token(LATER, extend=True)

    def extend_left(self) -> None:
        """Extend the selection to the word before."""
        self._view.move_token(EARLIER, extend=True)

    def next_character(self) -> None:
        """Select the next character."""
        self._view.move_token(LATER, extend=False, by_character=True)

    def previous_character(self) -> None:
        """Select the character before."""
        self._view.move_token(EARLIER, extend=False, by_character=True)

    def extend_right_by_character(self) -> None:
        """Extend the selection by a character."""
        self._view.move_token(LATER, extend=True, by_character=True)

    def extend_left_by_character(self) -> None:
        """Extend the selection back by a character."""
        self._view.move_token(EARLIER, extend=True, by_character=True)

    def next_annotation(self) -> None:
        """Select the next annotation of the current sentence, from its first to its last."""
        sheet = self._session.sheet
        if sheet is None:
            return
        here = self._view.current_sentence
        found = sorted(
            (each.start, each.end, each.id)
            for each in sheet.annotations.values()
            if any(place.overlaps(here) for place in each.fragments)
        )
        if not found:
            self._tell(self.tr("Nothing is labelled in this sentence."))
            return
        names = [name for _, _, name in found]
        is_in = self._selected.is_deliberate and self._selected.id in names
        number = names.index(self._selected.id or "") + 1 if is_in else 0
        self._selected.select(names[number % len(names)])

    def next_flag(self) -> None:
        """Go to the next flag after the cursor, from the last to the first again."""
        sheet = self._session.sheet
        if sheet is None:
            return
        placed = sorted(
            (places[0].start, flag.id)
            for flag in sheet.flags.values()
            if (places := appearance.places_of(flag, sheet)) and flag.is_in_sight
        )
        if not placed:
            self._tell(self.tr("There is no flag in the text of this article."))
            return
        here = self._place_of_selected_flag(placed)
        position, flag_id = next((each for each in placed if each > here), placed[0])
        self._view.go_to(position, at="upper third")
        self._selected.select(FLAG_PREFIX + flag_id)

    def next_undecided(self) -> None:
        """Go to the next sentence without any label."""
        sheet = self._session.sheet
        if sheet is None:
            return
        taken = sorted(place for each in sheet.annotations.values() for place in each.fragments)
        every = self._view.sentences()
        here = self._view.current_sentence
        onwards = [each for each in every if each.start > here.start]
        around = onwards + [each for each in every if each.start < here.start]
        found = next((each for each in around if not _is_touched(each, taken)), None)
        if found is None:
            self._tell(self.tr("Every sentence has a label."))
            return
        self._view.go_to(found.start, at="upper third")

    def step_back(self) -> None:
        """Leave what is going on, then the selection of words, then that of an annotation."""
        if self._step_out():
            return
        self._view.clear_selection()
        self._selected.select(None)

    def _place_of_selected_flag(self, placed: list[tuple[int, str]]) -> tuple[int, str]:
        chosen = (self._selected.id or "").removeprefix(FLAG_PREFIX)
        current = next((each for each in placed if each[1] == chosen), None)
        return current or (self._view.current_sentence.start, "")


def _is_touched(sentence: Span, taken: list[Span]) -> bool:
    return any(place.overlaps(sentence) for place in taken)
