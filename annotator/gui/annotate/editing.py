"""Changing what is labelled: its edges, its parts, its attributes, its end."""

from collections.abc import Callable

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span
from annotator.gui.annotate.work import EARLIER, LATER, ArticleWork
from annotator.gui.article.view import ArticleView
from annotator.gui.language import from_core
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.operations import annotate, flags
from annotator.text import graphemes, tokens

_BY_WORD: dict[tuple[bool, int], Callable[[str, int], int | None]] = {
    (True, LATER): tokens.next_token_start,
    (True, EARLIER): tokens.previous_token_start,
    (False, LATER): tokens.next_token_end,
    (False, EARLIER): tokens.previous_token_end,
}


class Editing(ArticleWork):
    """Works on the selected annotation; edges also on selected words that have no label yet."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        *,
        tell: Callable[[str], None],
        dismiss: Callable[[], None],
    ) -> None:
        super().__init__(session, view, selected, tell=tell)
        self._dismiss = dismiss

    def end_in(self) -> None:
        """Take the last word off."""
        self._move_edge(EARLIER, is_start=False)

    def end_out(self) -> None:
        """Take the next word in."""
        self._move_edge(LATER, is_start=False)

    def start_out(self) -> None:
        """Take the word before in."""
        self._move_edge(EARLIER, is_start=True)

    def start_in(self) -> None:
        """Take the first word off."""
        self._move_edge(LATER, is_start=True)

    def end_in_by_character(self) -> None:
        """Take the last character off."""
        self._move_edge(EARLIER, is_start=False, by_character=True)

    def end_out_by_character(self) -> None:
        """Take the next character in."""
        self._move_edge(LATER, is_start=False, by_character=True)

    def start_out_by_character(self) -> None:
        """Take the character before in."""
        self._move_edge(EARLIER, is_start=True, by_character=True)

    def start_in_by_character(self) -> None:
        """Take the first character off."""
        self._move_edge(LATER, is_start=True, by_character=True)

    def extend(self) -> None:
        """Add the selected words to the selected annotation, as a further part of it."""
        if (found := self._both()) is None:
            return
        annotation, words = found
        if self._session.do(annotate.extend, self._session.scheme, annotation.id, words):
            self._settle(annotation)

    def cut_out(self) -> None:
        """Take the selected words out of the selected annotation."""
        if (found := self._both()) is None:
            return
        annotation, words = found
        if self._session.do(annotate.cut_out, self._session.scheme, annotation.id, words):
            self._settle(annotation)

    def remove(self) -> None:
        """Take the selected label, or flag, away; undo brings it back."""
        sheet = self._session.sheet
        annotation, flag = self._selected.annotation(sheet), self._selected.flag(sheet)
        if annotation is not None:
            draft = self._session.do(
                annotate.remove_annotation, self._session.scheme, annotation.id
            )
        elif flag is not None and flag.is_by_rule:
            self._dismiss()
            return
        elif flag is not None:
            draft = self._session.do(flags.remove_flag, flag.id)
        else:
            self._tell(self.tr("Nothing is selected. E selects an annotation of the sentence."))
            return
        if draft is not None:
            self._selected.select(None)
            self._tell(self.tr("{} · Z brings it back.").format(from_core(draft.operation)))

    def _both(self) -> tuple[Annotation, Span] | None:
        """The selected annotation and the selected words, or a word about what is missing."""
        annotation = self._selected.recent(self._session.sheet)
        words = self._view.selection
        if annotation is None:
            self._tell(self.tr("Select an annotation first (E), then words (→)."))
        elif words is None:
            self._tell(self.tr("Select the words with → and Shift+→, or with the mouse."))
        else:
            return annotation, words
        return None

    def _settle(self, annotation: Annotation) -> None:
        self._view.set_selection(None)
        self._selected.select(annotation.id)

    def _move_edge(self, direction: int, *, is_start: bool, by_character: bool = False) -> None:
        if self._view.selection is not None:
            self._view.move_token(
                direction, extend=True, at_start=is_start, by_character=by_character
            )
            return
        annotation = self._selected.annotation(self._session.sheet)
        if annotation is None:
            self._tell(self.tr("Nothing is selected. E selects an annotation of the sentence."))
            return
        places = self._moved(annotation, direction, is_start=is_start, by_character=by_character)
        if places is None:
            self._tell(self.tr("The label cannot leave its paragraph or become empty."))
            return
        self._session.do(annotate.set_fragments, self._session.scheme, annotation.id, places)

    def _moved(
        self, annotation: Annotation, direction: int, *, is_start: bool, by_character: bool
    ) -> list[Span] | None:
        """The fragments with one outer edge moved, or None where it may not go."""
        sheet = self._session.sheet
        if sheet is None:
            return None
        text, places = sheet.article.text, list(annotation.fragments)
        number = 0 if is_start else len(places) - 1
        place = places[number]
        edge = place.start if is_start else place.end
        moved = moved_edge(text, edge, direction, is_start=is_start, by_character=by_character)
        if moved is None:
            return None
        fresh = Span(moved, place.end) if is_start else Span(place.start, moved)
        if fresh.start >= fresh.end:
            return None
        places[number] = fresh
        return places


def moved_edge(
    text: str, edge: int, direction: int, *, is_start: bool, by_character: bool
) -> int | None:
    """Where an edge goes, code points; None beyond its paragraph."""
    if by_character:
        step = graphemes.next_boundary if direction == LATER else graphemes.previous_boundary
        moved: int | None = step(text, edge)
    else:
        moved = _BY_WORD[is_start, direction](text, edge)
    if moved is None or moved == edge or "\n" in text[min(edge, moved) : max(edge, moved)]:
        return None
    return moved
