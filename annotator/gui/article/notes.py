"""Notes beside the text: what flags and comments say, or a bare sign where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.dataclass import dataclass
from annotator.gui import theme as looks
from annotator.gui.article.frame import Frame
from annotator.gui.article.marks import Mark
from annotator.gui.article.painting import Inks
from annotator.gui.article.signs import COMMENT, FLAG, paint_letter
from annotator.gui.article.typography import CHIP, EDGE, LANE_WIDTH, NOTE_WIDEST

_NOTE_PITCH, _NOTE_LINES, _ABOVE = 6, 4, 400
_ASIDE = EDGE - 2
_LINE = 16
_NO_BRUSH = Qt.BrushStyle.NoBrush


@dataclass(frozen=True, slots=True)
class Note:
    """A flag's or comment's words beside the text; a bare sign where there is no room."""

    mark: Mark
    box: QRectF
    is_card: bool
    fellows: tuple[Mark, ...] = ()
    """All that this one sign stands for, where several begin on a line."""

    @property
    def reach(self) -> QRectF:
        """Where a click counts: 24 px at least."""
        grow = max(0.0, (LANE_WIDTH - self.box.width()) / 2)
        return self.box.adjusted(-grow, -grow, grow, grow)

    def pressed(self, selected: str | None) -> Mark:
        """What a click selects: each of the fellows in turn."""
        ids = [each.id for each in self.fellows]
        if selected not in ids:
            return self.mark
        return self.fellows[(ids.index(selected) + 1) % len(ids)]


def is_note_selected(frame: Frame) -> bool:
    """Whether a note may have opened over the words."""
    selected = frame.index.get(frame.emphasis.selected_mark)
    return selected is not None and bool(selected.note)


def notes(frame: Frame) -> list[Note]:
    """The notes in sight: cards where they have room, else a sign for each line."""
    if not frame.shown:
        return []
    start = frame.page.pieces[frame.page.piece_below(frame.scroll - _ABOVE)].start
    near = frame.index.between(start, max(frame.span.end, start + 1))
    marks = [mark for mark in near if mark.note and mark.start >= start]
    made = _cards(frame, marks) if frame.column.has_notes else _signs(frame, marks)
    return [note for note in made if note.box.bottom() >= 0 and note.box.top() <= frame.height]


def _cards(frame: Frame, marks: Sequence[Mark]) -> list[Note]:
    """Each as near to its line as those above allow; the selected one on its line."""
    made: list[Note] = []
    lowest = -float(_ABOVE)
    for mark in marks:
        top, _ = frame.baseline_box(mark.start)
        if frame.emphasis.selected_mark == mark.id:
            lowest = top
            made = [note for note in made if note.box.bottom() + _NOTE_PITCH <= top]
        made.append(Note(mark, _note_box(frame, mark, max(top, lowest)), is_card=True))
        lowest = made[-1].box.bottom() + _NOTE_PITCH
    return made


def _signs(frame: Frame, marks: Sequence[Mark]) -> list[Note]:
    """One for the flags of a line and one for its comments, and the words of the selected one."""
    selected = frame.emphasis.selected_mark
    lines: dict[tuple[float, bool], list[Mark]] = {}
    for mark in marks:
        lines.setdefault((frame.baseline_box(mark.start)[0], mark.role == "flag"), []).append(mark)
    made: list[Note] = []
    lowest = -float(_ABOVE)
    for (top, _), fellows in lines.items():
        shown = next((mark for mark in fellows if mark.id == selected), fellows[0])
        box = _note_box(frame, shown, min(max(top, lowest), top + CHIP + _NOTE_PITCH))
        lowest = box.bottom() + _NOTE_PITCH
        made.append(Note(shown, box, is_card=False, fellows=tuple(fellows)))
    return made + [
        Note(mark, _opened_box(frame, mark), is_card=True) for mark in marks if mark.id == selected
    ]


def _note_box(frame: Frame, mark: Mark, top: float) -> QRectF:
    column = frame.column
    if not column.has_notes:
        # Beside the count of underlines that found no room.
        aside = 0 if column.is_mirrored else _ASIDE
        return QRectF(column.notes_left + aside, top + 2, CHIP, CHIP)
    width = column.notes_width
    return QRectF(column.notes_left, top, width, _card_height(frame, mark, width))


def _card_height(frame: Frame, mark: Mark, width: float) -> int:
    lines = _note_lines(mark, width - 20, frame)
    return 14 + looks.scaled(_LINE) * (len(_name_lines(mark, width)) + len(lines))


def _opened_box(frame: Frame, mark: Mark) -> QRectF:
    """Where a selected note opens that has no room beside the text: below its words, else above."""
    width = min(NOTE_WIDEST, frame.width - 2 * EDGE)
    height = _card_height(frame, mark, width)
    left = EDGE if frame.column.is_mirrored else frame.width - EDGE - width
    above, _ = frame.baseline_box(mark.start)
    _, below = frame.baseline_box(mark.end - 1)
    fits = below + 6 + height <= frame.height
    return QRectF(left, below + 6 if fits else above - 6 - height, width, height)


def _name_lines(mark: Mark, width: float) -> list[str]:
    """What kind of note it is, beside its sign."""
    return _wrapped(mark.name, width - 34, QFontMetricsF(looks.interface_font(12, is_bold=True)))


def _note_lines(mark: Mark, width: float, frame: Frame) -> list[str]:
    """A note's words in lines that fit; all of them for the selected mark, else a few."""
    metrics = QFontMetricsF(looks.interface_font(12))
    lines = [
        line for paragraph in mark.note.split("\n") for line in _wrapped(paragraph, width, metrics)
    ]
    most = len(lines) if frame.emphasis.selected_mark == mark.id else _NOTE_LINES
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    elide = Qt.TextElideMode.ElideRight
    return [metrics.elidedText(line, elide, width) for line in lines]


def _wrapped(text: str, width: float, metrics: QFontMetricsF) -> list[str]:
    """Words in lines no wider than the width, but for a word that is wider alone."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _paint_count(painter: QPainter, frame: Frame, note: Note) -> None:
    """How many a sign stands for, at its foot."""
    count = len(note.fellows)
    if count < 2:
        return
    painter.setFont(looks.interface_font(11, is_bold=True))
    painter.setPen(frame.theme.role(note.mark.role).stroke)
    room = QRectF(note.box.right() - 5, note.box.top() + 5, 20, 15)
    side = Qt.AlignmentFlag.AlignLeft
    if frame.column.is_mirrored:
        room.moveRight(note.box.left() + 5)
        side = Qt.AlignmentFlag.AlignRight
    painter.drawText(room, side, str(count) if count < 10 else "9+")


def paint_note(painter: QPainter, frame: Frame, note: Note, inks: Inks) -> None:
    """Draw a note, with a ring or a stronger edge when it is selected."""
    mark, box = note.mark, note.box
    is_flag = mark.role == "flag"
    sign = FLAG if is_flag else COMMENT
    kind = frame.theme.role(mark.role)
    is_selected = frame.emphasis.selected_mark == mark.id
    if not note.is_card:
        paint_letter(painter, sign, box, kind.stroke)
        _paint_count(painter, frame, note)
        if is_selected:
            painter.setBrush(_NO_BRUSH)
            painter.setPen(inks.pen("selection"))
            painter.drawEllipse(box)
        return
    painter.setBrush(kind.fill if is_flag else frame.theme.colour("panel"))
    painter.setPen(
        inks.pen("selection" if is_selected else mark.role, width=2 if is_selected else 1)
    )
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    paint_letter(painter, sign, QRectF(box.left() + 8, box.top() + 7, 14, 14), kind.stroke)
    painter.setPen(frame.theme.colour("text"))
    painter.setFont(looks.interface_font(12, is_bold=True))
    height = looks.scaled(_LINE)
    line = QRectF(box.left() + 26, box.top() + 6, box.width() - 34, height)
    for words in _name_lines(mark, box.width()):
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)
        line.translate(0, height)
    painter.setFont(looks.interface_font(12))
    line = QRectF(box.left() + 10, line.top() + 2, box.width() - 18, height)
    for words in _note_lines(mark, box.width() - 20, frame):
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)
        line.translate(0, height)
