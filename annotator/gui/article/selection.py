"""Where the reader is: the current sentence, and a selection inside or across sentences.

No Qt here. Positions are code points of the stored text; directions are +1 for later and -1 for
earlier in the text, whatever side of the screen that is.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from annotator.domain.span import Span
from annotator.text import graphemes, tokens
from annotator.text.sentences import line_starts, sentences

EARLIER, LATER = -1, 1
NOWHERE = Span(0, 0)


class ReadingCursor:
    """The current sentence and the selection in one text.

    What is only `syntax`, such as the line below a heading, is no sentence and no word.
    """

    def __init__(
        self, text: str, is_skipped: Callable[[Span], bool], syntax: Sequence[Span] = ()
    ) -> None:
        self.text = text
        self._syntax = syntax
        self._syntax_ends = [each.end for each in syntax]
        self.sentence = NOWHERE
        self.selection: Span | None = None
        self._is_skipped = is_skipped
        self._line_starts = line_starts(text)
        self._sentences: dict[int, list[Span]] = {}
        self._moves_start = False
        self._sentence_anchor: Span | None = None
        self._found: Span | None = None
        self.go_to(0)

    @property
    def target(self) -> Span:
        """What a label would be put on: the selection, else the current sentence."""
        return self.selection or self.sentence

    def sentence_at(self, position: int) -> Span:
        """The sentence at a position, or the nearest one where there is none."""
        line = self._line_at(position)
        for found in self._of_line(line):
            if position < found.end:
                return found
        if in_line := self._of_line(line):
            return in_line[-1]
        return self._beyond(line, LATER) or self._beyond(line, EARLIER) or NOWHERE

    def paragraph_at(self, position: int) -> Span:
        """The line of the text at a position, without the white space around it."""
        found = self._of_line(self._line_at(position))
        return Span(found[0].start, found[-1].end) if found else NOWHERE

    def neighbour(self, sentence: Span, direction: int) -> Span | None:
        """The next sentence that way, boilerplate included."""
        line = self._line_at(sentence.start)
        in_line = self._of_line(line)
        place = bisect_left(in_line, sentence) + direction
        if 0 <= place < len(in_line):
            return in_line[place]
        return self._beyond(line, direction)

    def sentences(self) -> list[Span]:
        """All sentences, in order."""
        return [each for line in range(len(self._line_starts)) for each in self._of_line(line)]

    def count(self) -> tuple[int, int]:
        """Which sentence is the current one, counted from 1, and how many there are."""
        before = total = 0
        current = self._line_at(self.sentence.start)
        for line in range(len(self._line_starts)):
            in_line = self._of_line(line)
            if line < current:
                before += len(in_line)
            elif line == current:
                before += bisect_right(in_line, self.sentence)
            total += len(in_line)
        return before, total

    def go_to(self, position: int) -> None:
        """Make the sentence at a position the current one and drop the selection."""
        self.sentence = self.sentence_at(position)
        self.clear_selection()

    def step(self, direction: int) -> None:
        """Go to the next sentence that way, passing over boilerplate."""
        found = self.neighbour(self.sentence, direction)
        while found is not None and self._is_skipped(found):
            found = self.neighbour(found, direction)
        if found is not None:
            self.sentence = found
        self.clear_selection()

    def extend_by_sentence(self, direction: int) -> None:
        """Grow the selection by a sentence, or shrink it if it was grown the other way."""
        anchor = self._sentence_anchor
        if anchor is None:
            anchor = self._sentence_anchor = self.sentence
            edge = self.sentence
            if self.selection is None:
                self.selection = self.sentence
        else:
            edge = self.sentence
        found = self.neighbour(edge, direction)
        if found is not None:
            self.sentence = found
            self.selection = Span(min(anchor.start, found.start), max(anchor.end, found.end))

    def select(self, span: Span | None) -> None:
        """Select a stretch; its first sentence becomes the current one unless one inside is."""
        self._forget_direction()
        self.selection = span
        if span is not None and not self.sentence.overlaps(span):
            self.sentence = self.sentence_at(span.start)

    def expect(self, found: Span) -> None:
        """The first step from the current sentence to its words selects what was found in it."""
        is_here = self.selection is None and self.sentence.overlaps(found)
        self._found = tokens.snap_to_tokens(self.text, found) if is_here else None

    def clear_selection(self) -> None:
        """Back to the whole sentence."""
        self._forget_direction()
        self.selection = None

    def move(
        self, direction: int, *, extend: bool, at_start: bool = False, by_character: bool = False
    ) -> None:
        """Select the next token that way, or move one edge of the selection by a token.

        With `extend` the edge is the one last moved, the end at first; `at_start` is always the
        start, of the current sentence if nothing is selected. With `by_character` the step is a
        character as a reader sees it.
        """
        self._sentence_anchor = None
        if self.selection is None:
            if self._found is not None:
                self.select(self._found)
            elif at_start:
                self._move_edge_of(self.sentence, direction, at_start, by_character)
            else:
                self._enter(direction, by_character=by_character)
        elif extend or at_start:
            self._move_edge_of(self.selection, direction, at_start, by_character)
        else:
            self._walk(self.selection, direction, by_character=by_character)
        if self.selection is not None and not self.sentence.overlaps(self.selection):
            self.sentence = self.sentence_at(self.selection.start)

    def _enter(self, direction: int, *, by_character: bool) -> None:
        """Select the first or the last unit of the current sentence."""
        if direction == LATER:
            self._walk(
                Span(self.sentence.start, self.sentence.start), LATER, by_character=by_character
            )
        else:
            self._walk(
                Span(self.sentence.end, self.sentence.end), EARLIER, by_character=by_character
            )

    def _walk(self, from_: Span, direction: int, *, by_character: bool) -> None:
        edge = from_.end if direction == LATER else from_.start
        found = self._unit(edge, direction, by_character=by_character)
        if found is not None:
            self.selection = found
            self._moves_start = False

    def _unit(self, edge: int, direction: int, *, by_character: bool) -> Span | None:
        if not by_character:
            step = tokens.next_token if direction == LATER else tokens.previous_token
            found = step(self.text, edge)
            while found is not None and self._is_syntax(found):
                found = step(self.text, found.end if direction == LATER else found.start)
            return found
        if direction == LATER and edge < len(self.text):
            return Span(edge, graphemes.next_boundary(self.text, edge))
        if direction == EARLIER and edge > 0:
            return Span(graphemes.previous_boundary(self.text, edge), edge)
        return None

    def _move_edge_of(self, span: Span, direction: int, at_start: bool, by_character: bool) -> None:  # noqa: FBT001
        if self._is_single(span, by_character=by_character) and not at_start:
            self._moves_start = direction == EARLIER
        moves_start = at_start or self._moves_start
        edge = span.start if moves_start else span.end
        moved = self._moved_edge(edge, direction, is_start=moves_start, by_character=by_character)
        while moved is not None and not by_character and self._is_passed(edge, moved):
            edge = moved
            moved = self._moved_edge(edge, direction, is_start=moves_start, by_character=False)
        if moved is None:
            return
        grown = Span(moved, span.end) if moves_start else Span(span.start, moved)
        if grown.start < grown.end:
            self.selection = grown

    def _is_single(self, span: Span, *, by_character: bool) -> bool:
        if by_character:
            return graphemes.next_boundary(self.text, span.start) >= span.end
        found = tokens.token_at(self.text, span.start)
        return found is not None and found.end >= span.end

    def _moved_edge(
        self, edge: int, direction: int, *, is_start: bool, by_character: bool
    ) -> int | None:
        limits = self._line(self._line_at(edge - (0 if is_start else 1)))
        if by_character:
            step = graphemes.next_boundary if direction == LATER else graphemes.previous_boundary
            moved: int | None = step(self.text, edge)
        else:
            moved = _TOKEN_STEPS[is_start, direction](self.text, edge)
        if moved is None or not limits.start <= moved <= limits.end:
            return None
        return moved

    def _forget_direction(self) -> None:
        self._moves_start = False
        self._sentence_anchor = None
        self._found = None

    def _line_at(self, position: int) -> int:
        return max(0, bisect_right(self._line_starts, position) - 1)

    def _line(self, line: int) -> Span:
        """A line without its line feed, by its number."""
        following = self._line_starts[line + 1 : line + 2]
        end = following[0] - 1 if following else len(self.text)
        return Span(self._line_starts[line], end)

    def _of_line(self, line: int) -> list[Span]:
        found = self._sentences.get(line)
        if found is None:
            place = self._line(line)
            found = sentences(self.text, place.start, place.end)
            if found and self._syntax:
                found = self._without_syntax(found)
            self._sentences[line] = found
        return found

    def _without_syntax(self, line: Sequence[Span]) -> list[Span]:
        """The sentences of a line that say something, without the signs of heading and list."""
        said = [each for each in line if not self._is_syntax(each)]
        if said:
            said[0] = self._without_signs(said[0])
            head, tail = said[-1], _SIGNS_AFTER.search(said[-1].cut_from(self.text))
            if tail and self._is_syntax(Span(head.start + tail.start(1), head.end)):
                said[-1] = Span(head.start, head.start + tail.start())
        return said

    def _without_signs(self, first: Span) -> Span:
        signs = _SIGNS_BEFORE.match(self.text, first.start, first.end)
        if signs is None or signs.end() == first.end:
            return first
        is_syntax = self._is_syntax(Span(first.start, first.start + len(signs[0].rstrip())))
        return Span(signs.end(), first.end) if is_syntax else first

    def _is_passed(self, edge: int, moved: int) -> bool:
        """Whether an edge would move over nothing that is seen."""
        passed = self.text[min(edge, moved) : max(edge, moved)]
        start = min(edge, moved) + len(passed) - len(passed.lstrip())
        return bool(passed.strip()) and self._is_syntax(Span(start, start + len(passed.strip())))

    def _is_syntax(self, span: Span) -> bool:
        """Whether all of a stretch is syntax."""
        position = span.start
        place = bisect_right(self._syntax_ends, position)
        while place < len(self._syntax) and self._syntax[place].start <= position < span.end:
            position = self._syntax[place].end
            place += 1
        return position >= span.end

    def _beyond(self, line: int, direction: int) -> Span | None:
        line += direction
        while 0 <= line < len(self._line_starts):
            if found := self._of_line(line):
                return found[0] if direction == LATER else found[-1]
            line += direction
        return None


_SIGNS_BEFORE = re.compile(r"(?:(?:>|[-*+]|#{1,6})[ \t]+|>)+")
_SIGNS_AFTER = re.compile(r"[ \t]+(#+)\Z")


def is_covered(span: Span, by: Sequence[Span]) -> bool:
    """Whether a span lies wholly inside the union of some ordered ones."""
    position = span.start
    for place in by:
        if place.start > position:
            return False
        position = max(position, place.end)
        if position >= span.end:
            return True
    return False


_TOKEN_STEPS: dict[tuple[bool, int], Callable[[str, int], int | None]] = {
    (False, LATER): tokens.next_token_end,
    (False, EARLIER): tokens.previous_token_end,
    (True, LATER): tokens.next_token_start,
    (True, EARLIER): tokens.previous_token_start,
}
