"""The frame of a claim in the inspector: who says it, with which words, and what is missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotation import Annotation
from annotator.domain.frame import Frame
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY, REPORTED_VIA
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.gui import theme as looks
from annotator.gui.panel.labels import paint_key
from annotator.gui.widgets.parts import LineButton, plain
from annotator.gui.wording import words_of
from annotator.operations.annotate import name_of

_MOST_SENTIMENTS = 4


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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._theme = theme
        self._shown = None

    def show_frame(self, shown: FrameShown, sheet: Sheet) -> None:
        """Show a frame as it stands, and what is offered for what it lacks."""
        if shown == self._shown:
            return
        self._shown = shown
        self._empty()
        for row in (
            *self._source_rows(shown, sheet),
            *self._cue_rows(shown, sheet),
            *self._sentiment_rows(shown, sheet),
        ):
            self._column.addWidget(row)
        for before, after in pairwise(self.findChildren(QAbstractButton)):
            QWidget.setTabOrder(before, after)

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

    def _source_rows(self, shown: FrameShown, sheet: Sheet) -> Iterator[QWidget]:
        frame, name = shown.frame, self.tr("Source")
        for source in frame.sources:
            yield self._part(source, name, sheet, kind=ATTRIBUTED_TO, of=frame.statement)
        for chain in frame.chains:
            for inner, outer in pairwise(chain):
                above = self.tr("Reported via")
                yield self._part(outer, above, sheet, kind=REPORTED_VIA, of=inner)
        if frame.sources and shown.via_key:
            yield self._quiet(self.tr("Reported via… ({})").format(shown.via_key), "via", None)
        if frame.no_source:
            held = next((a.name for a in shown.answers if a.value == frame.no_source), "")
            yield self._removable(
                LineButton(held or frame.no_source, above=name),
                lambda: self.asked.emit("say", None),
                self.tr("Take this answer away"),
            )
        elif "source" in frame.missing:
            yield _gap(name, self.tr("missing"))
            for number, candidate in enumerate(shown.candidates, start=1):
                yield self._candidate(candidate, number, has_digit=shown.has_digits)
            yield self._quiet(self.tr("Select in the text…"), "select", "source")
            if shown.answers:
                yield _gap(self.tr("Or without a source"))
            yield from (self._answer(each) for each in shown.answers)

    def _cue_rows(self, shown: FrameShown, sheet: Sheet) -> Iterator[QWidget]:
        frame, name = shown.frame, self.tr("Cue")
        if frame.cue is not None:
            yield self._part(frame.cue, name, sheet, kind=CUED_BY, of=frame.statement)
        elif "cue" in frame.missing:
            yield _gap(name, self.tr("missing"))
            if shown.cue:
                tip = self.tr("The words that hand it to the source")
                row = OfferRow(shown.cue_key, shown.cue, explanation=tip, theme=self._theme)
                row.clicked.connect(lambda: self.asked.emit("take cue", None))
                yield row
            yield self._quiet(self.tr("Select in the text…"), "select", "cue")

    def _sentiment_rows(self, shown: FrameShown, sheet: Sheet) -> Iterator[QWidget]:
        for each in shown.frame.sentiments[:_MOST_SENTIMENTS]:
            yield self._line(each, name_of(self._scheme, each), sheet)

    def _part(
        self, part: Annotation, name: str, sheet: Sheet, *, kind: str, of: Annotation
    ) -> QWidget:
        """A part that is there: a click goes to it, ✕ takes its link away."""
        return self._removable(
            self._line(part, name, sheet),
            lambda: self.unlinked.emit(kind, of.id, part.id),
            self.tr("Remove this link"),
        )

    def _line(self, part: Annotation, name: str, sheet: Sheet) -> LineButton:
        button = LineButton(words_of(part, sheet), above=name)
        button.clicked.connect(lambda: self.asked.emit("go", part.id))
        return button

    def _removable(self, line: QWidget, remove: Callable[[], None], name: str) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(line, 1)
        button = QToolButton()
        button.setText("✕")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(remove)
        row.addWidget(button)
        return whole

    def _candidate(self, candidate: Candidate, number: int, *, has_digit: bool) -> "OfferRow":
        row = OfferRow(
            str(number) if has_digit else "",
            candidate.words,
            explanation=candidate.nearness,
            theme=self._theme,
            further=candidate.key,
        )
        row.clicked.connect(lambda: self.asked.emit("choose", number))
        return row

    def _quiet(self, text: str, wish: str, about: str | None) -> LineButton:
        button = LineButton(text, is_muted=True)
        button.clicked.connect(lambda: self.asked.emit(wish, about))
        return button

    def _answer(self, answer: Answer) -> "OfferRow":
        row = OfferRow(answer.key, answer.name, explanation=answer.explanation, theme=self._theme)
        row.clicked.connect(lambda: self.asked.emit("say", answer.value))
        return row

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class OfferRow(QAbstractButton):
    """What can be taken by one key or click: the key, the words, and a further key that does."""

    def __init__(
        self, key: str, words: str, *, explanation: str, theme: looks.Theme, further: str = ""
    ) -> None:
        super().__init__()
        self._key = key
        self._further = further
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(explanation)
        self.setToolTip(explanation)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """A line high, as wide as may be."""
        return QSize(120, looks.scaled(26))

    def paintEvent(self, _: QPaintEvent) -> None:
        """The key caps at both ends, the words between; a ring with the focus."""
        theme, box = self._theme, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self.underMouse() or self.isDown():
                painter.setBrush(theme.colour("hover"))
            is_focused = self.hasFocus()
            painter.setPen(QPen(theme.colour("focus"), 2) if is_focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 5, 5)
            cap = looks.scaled(24)
            paint_key(painter, 4.0 + cap, self.height(), theme, self._key)
            paint_key(painter, self.width() - 4.0, self.height(), theme, self._further)
            room = self.rect().adjusted(cap + 10, 0, -(cap + 8 if self._further else 4), 0)
            self._paint_words(painter, room)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        painter.setFont(looks.interface_font())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        words = " ".join(self.text().split())
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_LEFT), cut)


def _gap(name: str, word: str = "") -> QWidget:
    """The heading of a part that is not there."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(4, 4, 4, 0)
    row.addWidget(plain(name, role="muted"), 1)
    row.addWidget(plain(word, role="danger"))
    return whole


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
