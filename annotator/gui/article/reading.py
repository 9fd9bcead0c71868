"""The page with a reader on it: the current sentence, the selection, and what is in sight."""

from collections.abc import Collection, Sequence
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.article import Article
from annotator.domain.span import Span
from annotator.gui.article.marked_canvas import MarkedCanvas
from annotator.gui.article.marks import Link, Mark
from annotator.gui.article.selection import EARLIER, LATER, ReadingCursor, is_covered
from annotator.gui.article.typography import Typesetting

Where = Literal["nearest", "upper third"]
_STRIP_EDGE = 6


class ReadingCanvas(MarkedCanvas):
    """An article page with a sentence cursor and a selection."""

    sentenceChanged = Signal(object)
    selectionChanged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boilerplate: list[Span] | None = None
        self._lifted: tuple[tuple[int, int], tuple[int, int]] | None = None
        self._is_lit = False
        self._cursor = ReadingCursor("", self._is_boilerplate)
        self._told = (self._cursor.sentence, self._cursor.selection)

    def show_article(self, article: Article, *, header: tuple[str, str]) -> None:
        """Open an article at its top, without marks; the header is its title and byline."""
        self.index.replace(())
        self.emphasis.links, self.emphasis.hits = (), ()
        self.emphasis.ghost_links = ()
        self.emphasis.selected_mark = self.emphasis.current_hit = None
        self._boilerplate = None
        self._lifted = None
        self.open_page(article, header)
        syntax = [Span(e.start, e.end) for e in article.structure if e.kind == "markup"]
        self._cursor = ReadingCursor(article.text, self._is_boilerplate, syntax)
        self._tell(is_new=True)

    def set_marks(self, marks: Sequence[Mark], links: Sequence[Link]) -> None:
        """Show these marks and no others."""
        super().set_marks(marks, links)
        self._boilerplate = None

    def update_marks(self, *, added: Sequence[Mark] = (), removed: Collection[str] = ()) -> None:
        """Put in and take out a few marks; only their lines are painted again."""
        super().update_marks(added=added, removed=removed)
        self._boilerplate = None

    @property
    def current_sentence(self) -> Span:
        """The sentence at which the reader is."""
        return self._cursor.sentence

    @property
    def selection(self) -> Span | None:
        """The selected stretch, if any."""
        return self._cursor.selection

    def target(self) -> Span:
        """What a label would be put on: the selection, else the current sentence."""
        return self._cursor.target

    def sentences(self) -> list[Span]:
        """All sentences, in order."""
        return self._cursor.sentences()

    def sentence_count(self) -> tuple[int, int]:
        """Which sentence the current one is, counted from 1, and how many there are."""
        return self._cursor.count()

    def select_mark(self, mark_id: str | None) -> None:
        """Outline a mark and bring it into sight, or outline none."""
        self.outline_mark(mark_id)
        mark = self.index.get(mark_id)
        if mark is not None:
            self.reveal(Span(mark.start, mark.end))

    def number_places(self, spans: Sequence[Span], *, in_hand: int | None) -> None:
        """Put small numbers over some words, and a line around one of them, by its index."""
        before, held = self.emphasis.numbered, self.emphasis.in_hand
        self.emphasis.numbered, self.emphasis.in_hand = tuple(spans), in_hand
        if before != self.emphasis.numbered or held != in_hand:
            self._repaint_spans((*before, *spans))

    def set_type(self, size: int, typesetting: Typesetting) -> None:
        """Set the text in another size, font or spacing; the current sentence stays in sight."""
        sentence = self._cursor.sentence
        seen = self.rectangles_of(sentence) if self.page.pieces else []
        super().set_type(size, typesetting)
        if seen:
            self.scroll_to(sentence.start, round(seen[0].top()))
            self.reveal(sentence)

    def light_paragraph(self, *, is_on: bool) -> None:
        """Let all but the current paragraph recede, wherever the reader goes, or no longer."""
        self._is_lit = is_on
        self._light()

    def set_selection(self, span: Span | None) -> None:
        """Select a stretch and bring it into sight, or select nothing."""
        self._cursor.select(span)
        if span is None and self.rectangles_of(self._cursor.sentence):
            self._tell()
        else:
            self._follow()

    def clear_selection(self) -> None:
        """Back to the whole sentence; no mark is outlined any more."""
        self._cursor.clear_selection()
        self.outline_mark(None)
        self._tell()

    def go_to(self, position: int, *, at: Where = "nearest") -> None:
        """Make the sentence at a position the current one and bring it into sight."""
        self._cursor.go_to(position)
        self._tell()
        self.reveal(self._cursor.sentence, at=at)

    def next_sentence(self) -> None:
        """Go on reading."""
        self._cursor.step(LATER)
        self._follow()

    def previous_sentence(self) -> None:
        """Go back a sentence."""
        self._cursor.step(EARLIER)
        self._follow()

    def extend_sentence(self, direction: int) -> None:
        """Select one sentence more, or one less if it was selected the other way."""
        self._cursor.extend_by_sentence(direction)
        self._follow()

    def move_token(
        self, direction: int, *, extend: bool, at_start: bool = False, by_character: bool = False
    ) -> None:
        """Select the next token, or move an edge of the selection; +1 is later in the text."""
        self._cursor.move(direction, extend=extend, at_start=at_start, by_character=by_character)
        self._follow()

    def expect(self, found: Span) -> None:
        """The first step from the current sentence to its words selects what was found in it."""
        self._cursor.expect(found)

    def reveal(self, span: Span, *, at: Where = "nearest", edge: int = 48) -> None:
        """Scroll as little as needed to see a stretch, with a line around it or another edge.

        What stands at the beginning is shown with the title, where both have room.
        """
        if not self.page.pieces:
            return
        first, last = span.start, max(span.start, span.end - 1)
        for position in (first, last):
            self.page.laid(self.page.piece_at(position))
        frame = self.frame()
        top, _ = frame.baseline_box(first)
        line_top, bottom = frame.baseline_box(last)
        room = frame.height
        edge = min(edge, room // 6)
        if at == "upper third":
            self.scroll_to(first, room // 3)
        elif top <= edge and self.verticalScrollBar().value() + bottom <= room - edge:
            self.verticalScrollBar().setValue(0)
        elif top < edge or bottom - top > room - 2 * edge:
            self.scroll_to(first, edge)
        elif bottom > room - edge:
            self.scroll_to(last, room - edge - round(bottom - line_top))

    def make_way(self) -> None:
        """A strip has opened over the end of the window: show its target if that is hidden."""
        before = self.place()
        self.reveal(self.target(), edge=_STRIP_EDGE)
        self._lifted = (before, self.place()) if before != self.place() else None

    def move_back(self) -> None:
        """The strip is closed: the text goes back, unless somebody scrolled meanwhile."""
        if self._lifted is not None and self.place() == self._lifted[1]:
            self.restore(self._lifted[0])
        self._lifted = None

    def sentence_at(self, position: int) -> Span:
        """The sentence at a position."""
        return self._cursor.sentence_at(position)

    def paragraph_at(self, position: int) -> Span:
        """The line of the text at a position."""
        return self._cursor.paragraph_at(position)

    def put_cursor(self, position: int) -> None:
        """Make a sentence in sight the current one; nothing scrolls and nothing is selected."""
        self._cursor.go_to(position)
        self.outline_mark(None)
        self._tell()

    def drag_selection(self, span: Span | None) -> None:
        """Show what a drag has selected so far; nothing scrolls."""
        self._cursor.select(span)
        self._tell()

    def _follow(self) -> None:
        """After a movement: tell about it, and keep in sight where it went."""
        self._tell()
        self.reveal(self._cursor.target if self._cursor.selection else self._cursor.sentence)

    def _tell(self, *, is_new: bool = False) -> None:
        """Show the cursor where it is now, and say what changed."""
        cursor = self._cursor
        sentence, selection = self._told
        self._told = (cursor.sentence, cursor.selection)
        self.emphasis.sentence, self.emphasis.selection = self._told
        self._light()
        if is_new:
            self.viewport().update()
        if cursor.sentence != sentence:
            self._repaint_spans((sentence, cursor.sentence))
        if cursor.selection != selection:
            self._repaint_spans((selection, cursor.selection))
        if is_new or cursor.sentence != sentence:
            self.sentenceChanged.emit(cursor.sentence)
        if is_new or cursor.selection != selection:
            self.selectionChanged.emit(cursor.selection)

    def _light(self) -> None:
        lit = self.paragraph_at(self._cursor.sentence.start) if self._is_lit else None
        if lit != self.emphasis.lit:
            self.emphasis.lit = lit
            self.viewport().update()

    def _is_boilerplate(self, sentence: Span) -> bool:
        """Whether a sentence lies wholly inside what is marked as boilerplate."""
        if self._boilerplate is None:
            places = (
                place
                for mark in self.index
                if mark.role == "boilerplate" and mark.is_filled
                for place in mark.fragments
            )
            self._boilerplate = sorted(places)
        return bool(self._boilerplate) and is_covered(sentence, self._boilerplate)
