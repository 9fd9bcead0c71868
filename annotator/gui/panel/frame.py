"""The frame of a claim in the inspector: who says it, with which words, and what is missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.frame import Frame
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY, REPORTED_VIA
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.gui import theme as looks
from annotator.gui.panel.buttons import buttons, chain
from annotator.gui.panel.frame_rows import Act, Gap, Line, Offer, Removable, Row, RowColumn
from annotator.gui.wording import words_of
from annotator.operations.annotate import name_of

_MOST_SENTIMENTS = 4
_USUAL_ROWS: tuple[type[Row], ...] = (*(Offer,) * 9, *(Gap,) * 3, *(Line,) * 2, *(Removable,) * 2)
"""Of a claim in which everything is missing, and of one in which nothing is."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source to choose from: its words, how near it is, and the key that takes it besides."""

    words: str
    nearness: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A reason for having no source, as the scheme has it, and its key."""

    value: str
    name: str
    explanation: str
    key: str


@dataclass(frozen=True, slots=True)
class FrameShown:
    """A frame with what is offered for its gaps.

    Digits choose among the candidates while one of them stands in the text; `cue` are the words
    that the cue's key takes.
    """

    frame: Frame
    candidates: tuple[Candidate, ...] = ()
    has_digits: bool = False
    answers: tuple[Answer, ...] = ()
    cue: str = ""
    cue_key: str = ""
    via_key: str = ""


class FrameRows(QWidget):
    """A row for each part of the frame; a missing part is seen, and filled by one key or click."""

    asked = Signal(str, object)
    """What a person wants: `go`, `choose`, `say`, `take cue`, `select` or `via`, and with what."""
    unlinked = Signal(str, str, str)
    """A link is to go: its kind and the ids of its ends."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Who says it"))
        self._scheme = scheme
        self._theme = looks.load("light")
        self._shown: FrameShown | None = None
        self._rows = RowColumn(self)

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._theme = theme
        self._shown = None

    def show_frame(self, shown: FrameShown, sheet: Sheet) -> None:
        """Show a frame as it stands, and what is offered for what it lacks."""
        if shown == self._shown:
            return
        self._shown = shown
        self._let_go_of_keys()
        rows = (
            *self._source_rows(shown, sheet),
            *self._cue_rows(shown, sheet),
            *self._sentiment_rows(shown, sheet),
        )
        self._rows.show_rows(rows, self._theme)
        chain(buttons(self))

    def make_ready(self) -> Iterator[Callable[[], object]]:
        """Make the rows of a usual frame, one piece of work each."""
        return self._rows.make_ready(_USUAL_ROWS)

    def settle(self) -> None:
        """Find the sizes of all rows at once."""
        self._rows.settle()

    def _let_go_of_keys(self) -> None:
        """A row that shows something else is another row: the keys go to what follows them all."""
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self.hide()
            self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses a source and a letter says why there is none, also while here."""
        shown, key = self._shown, event.text().upper()
        answer = next((a for a in shown.answers if a.key == key), None) if shown and key else None
        if shown and key.isdecimal() and 0 < int(key) <= len(shown.candidates):
            self.asked.emit("choose", int(key))
        elif answer is not None:
            self.asked.emit("say", answer.value)
        else:
            super().keyPressEvent(event)

    def _source_rows(self, shown: FrameShown, sheet: Sheet) -> Iterator[Row]:
        frame, name = shown.frame, self.tr("Source")
        for source in frame.sources:
            yield self._part(source, name, sheet, kind=ATTRIBUTED_TO, of=frame.statement)
        for voices in frame.chains:
            for inner, outer in pairwise(voices):
                above = self.tr("Reported via")
                yield self._part(outer, above, sheet, kind=REPORTED_VIA, of=inner)
        if frame.sources and shown.via_key:
            yield self._quiet(self.tr("Reported via… ({})").format(shown.via_key), "via", None)
        if frame.no_source:
            held = next((a.name for a in shown.answers if a.value == frame.no_source), "")
            take_away = self._ask("say", None)
            line = Line(held or frame.no_source, above=name)
            yield Removable(line, take_away, self.tr("Take this answer away"))
        elif "source" in frame.missing:
            yield Gap(name, self.tr("missing"))
            for number, candidate in enumerate(shown.candidates, start=1):
                yield self._candidate(candidate, number, has_digit=shown.has_digits)
            yield self._quiet(self.tr("Select in the text…"), "select", "source")
            if shown.answers:
                yield Gap(self.tr("Or without a source"))
            yield from (self._answer(each) for each in shown.answers)

    def _cue_rows(self, shown: FrameShown, sheet: Sheet) -> Iterator[Row]:
        frame, name = shown.frame, self.tr("Cue")
        if frame.cue is not None:
            yield self._part(frame.cue, name, sheet, kind=CUED_BY, of=frame.statement)
        elif "cue" in frame.missing:
            yield Gap(name, self.tr("missing"))
            if shown.cue:
                tip = self.tr("The words that hand it to the source")
                yield Offer(shown.cue, self._ask("take cue", None), shown.cue_key, tip)
            yield self._quiet(self.tr("Select in the text…"), "select", "cue")

    def _sentiment_rows(self, shown: FrameShown, sheet: Sheet) -> Iterator[Row]:
        for each in shown.frame.sentiments[:_MOST_SENTIMENTS]:
            yield self._line(each, name_of(self._scheme, each), sheet)

    def _part(self, part: Annotation, name: str, sheet: Sheet, *, kind: str, of: Annotation) -> Row:
        """A part that is there: a click goes to it, ✕ takes its link away."""
        return Removable(
            self._line(part, name, sheet),
            lambda: self.unlinked.emit(kind, of.id, part.id),
            self.tr("Remove this link"),
        )

    def _line(self, part: Annotation, name: str, sheet: Sheet) -> Line:
        return Line(words_of(part, sheet), self._ask("go", part.id), above=name)

    def _candidate(self, candidate: Candidate, number: int, *, has_digit: bool) -> Row:
        return Offer(
            candidate.words,
            self._ask("choose", number),
            str(number) if has_digit else "",
            candidate.nearness,
            candidate.key,
        )

    def _quiet(self, text: str, wish: str, about: str | None) -> Row:
        return Line(text, self._ask(wish, about), is_muted=True)

    def _answer(self, answer: Answer) -> Row:
        return Offer(answer.name, self._ask("say", answer.value), answer.key, answer.explanation)

    def _ask(self, wish: str, about: object) -> Act:
        return lambda: self.asked.emit(wish, about)
