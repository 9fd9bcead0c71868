"""What stands beside the text: chips, bars and links where lines begin, notes where they end."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from annotator.dataclass import dataclass
from annotator.domain.span import Span
from annotator.gui import theme as looks
from annotator.gui.article.frame import Frame
from annotator.gui.article.marks import Link, Mark
from annotator.gui.article.notes import is_note_selected, notes, paint_note
from annotator.gui.article.painting import Inks
from annotator.gui.article.signs import paint_letter
from annotator.gui.article.typography import CHIP, LANE_COUNT, LANE_WIDTH

CURSOR_WIDTH = 3.5
_CHIP_PITCH = CHIP + 2
_AROUND = 4
_GROWTH = (LANE_WIDTH - CHIP) / 2
_NO_BRUSH, _NO_PEN = Qt.BrushStyle.NoBrush, Qt.PenStyle.NoPen


@dataclass(frozen=True, slots=True)
class Chip:
    """A mark's button in the margin."""

    mark: Mark
    box: QRectF

    @property
    def reach(self) -> QRectF:
        """Where a click counts: 24 px, whatever is painted."""
        return self.box.adjusted(-_GROWTH, -_GROWTH, _GROWTH, _GROWTH)


def chips(frame: Frame, *, lane: int | None = None) -> list[Chip]:
    """The chips in sight, of one column or of all, none over another in the same column."""
    made: list[Chip] = []
    lowest: dict[int, float] = {}
    start, lefts = frame.span.start, _lefts(frame)
    for mark in frame.marks:
        own = mark.lane
        if mark.shape == "none" or mark.start < start or lane not in (None, own):
            continue
        top = _chip_top(frame, mark)
        if (least := lowest.get(own)) is not None and least > top:
            top = least
        lowest[own] = top + _CHIP_PITCH
        made.append(Chip(mark, QRectF(lefts[own], top, CHIP, CHIP)))
    return made


def button_at(frame: Frame, place: QPointF) -> Mark | None:
    """The mark whose chip or note is under a place in the window.

    Most movements of the mouse are over words, where neither can be, and then ask for nothing.
    """
    lane = frame.column.lane_at(place.x())
    if lane is not None:
        for chip in chips(frame, lane=lane):
            if chip.reach.contains(place):
                return chip.mark
    if not frame.column.is_over_words(place.x()) or is_note_selected(frame):
        for note in reversed(notes(frame)):
            if note.reach.contains(place):
                return note.pressed(frame.emphasis.selected_mark)
    return None


def paint_margins(painter: QPainter, frame: Frame, inks: Inks, *, within: QRect) -> None:
    """Everything beside the text column, as far as it touches a part of the window."""
    _paint_sentence_bar(painter, frame)
    _paint_hatching(painter, frame, inks)
    shown = chips(frame)
    _paint_bars(painter, frame, shown, inks, within=within)
    _paint_links(painter, frame, shown, inks)
    lowest, highest = within.bottom() + _GROWTH, within.top() - _GROWTH - CHIP
    for chip in shown:
        if highest <= chip.box.top() <= lowest:
            _paint_chip(painter, frame, chip, inks)
    for note in notes(frame):
        paint_note(painter, frame, note, inks)


def _chip_box(frame: Frame, mark: Mark) -> QRectF:
    return QRectF(_lefts(frame)[mark.lane], _chip_top(frame, mark), CHIP, CHIP)


def _chip_top(frame: Frame, mark: Mark) -> float:
    top, bottom = frame.baseline_box(mark.fragments[0].start)
    return round((top + bottom - CHIP) / 2)


def _lefts(frame: Frame) -> list[float]:
    """The left edges of the chips, by their columns."""
    return [frame.column.lane_left(lane) + _GROWTH for lane in range(LANE_COUNT)]


def _paint_sentence_bar(painter: QPainter, frame: Frame) -> None:
    sentence = frame.emphasis.sentence
    rows = frame.rows((sentence,))
    if not rows:
        return
    colour = frame.theme.colour("focus" if frame.emphasis.has_focus else "control")
    top, bottom = min(row.top() for row in rows), max(row.bottom() for row in rows)
    painter.setPen(_NO_PEN)
    painter.setBrush(colour)
    left = frame.column.text_left - 14.0
    if frame.is_right_to_left(sentence.start):
        left = frame.column.text_right + 10.0 - CURSOR_WIDTH
    box = QRectF(left, top, CURSOR_WIDTH, bottom - top)
    painter.drawRoundedRect(box, CURSOR_WIDTH / 2, CURSOR_WIDTH / 2)


def _paint_hatching(painter: QPainter, frame: Frame, inks: Inks) -> None:
    """A hatched bar beside boilerplate."""
    for mark in frame.marks:
        if mark.role != "boilerplate" or not mark.is_filled:
            continue
        painter.setPen(inks.pen(mark.role, width=1.2))
        column = frame.column
        left = column.text_right + 17.0 if column.is_mirrored else column.text_left - 22.0
        for top, bottom in _extents(frame, mark.fragments):
            # Counted from the page's top, so that the pattern scrolls with it.
            y = top - (top + frame.scroll) % 5
            while y < bottom - 1:
                painter.drawLine(QPointF(left, y + 5), QPointF(left + 5, y))
                y += 5


def _extents(frame: Frame, fragments: Iterable[Span]) -> list[tuple[float, float]]:
    """The visible heights that fragments take up."""
    found = []
    for fragment in fragments:
        if fragment.end > frame.span.start and fragment.start < frame.span.end:
            top, _ = frame.baseline_box(max(fragment.start, frame.span.start))
            _, bottom = frame.baseline_box(min(fragment.end, frame.span.end) - 1)
            found.append((max(top, -50.0), min(bottom, frame.height + 50.0)))
    return found


def _paint_bars(
    painter: QPainter, frame: Frame, shown: Sequence[Chip], inks: Inks, *, within: QRect
) -> None:
    """A bar from a square chip down along its lines."""
    chip_of = {chip.mark.id: chip for chip in shown}
    for mark in frame.marks:
        if mark.shape != "square":
            continue
        chip = chip_of.get(mark.id)
        top = chip.box.bottom() + 1 if chip else -10.0
        if top > within.bottom():
            continue
        _, bottom = frame.baseline_box(mark.end - 1)
        bottom = min(bottom, frame.height + 10.0)
        if bottom - top > 6 and bottom >= within.top():
            x = frame.column.lane_left(mark.lane) + LANE_WIDTH / 2
            style = "solid" if mark.is_filled else "dotted"
            painter.setPen(inks.pen(mark.role, style, 3.0 if mark.is_filled else 2.0))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def _paint_links(painter: QPainter, frame: Frame, shown: Sequence[Chip], inks: Inks) -> None:
    wanted = frame.emphasis.shown_links
    if not wanted:
        return
    chip_of = {chip.mark.id: chip.box for chip in shown}
    painter.setBrush(_NO_BRUSH)
    for link in wanted:
        pen = inks.pen("selection", "dotted" if link.is_ghost else "solid", 1.5)
        _paint_link(painter, frame, link, chip_of, pen)


def _paint_link(
    painter: QPainter, frame: Frame, link: Link, chip_of: dict[str, QRectF], pen: QPen
) -> None:
    """A thin elbow from chip to chip, with a head at the end it points to."""
    ends = [frame.index.get(link.from_id), frame.index.get(link.to_id)]
    boxes = [chip_of.get(end.id) or _chip_box(frame, end) for end in ends if end is not None]
    if len(boxes) < 2:
        return
    painter.setPen(pen)
    begin, close = boxes[0].center(), boxes[1].center()
    if abs(begin.y() - close.y()) < CHIP / 2:
        painter.drawLine(begin, close)
        return
    is_mirrored = frame.column.is_mirrored
    way = 1.0 if is_mirrored else -1.0
    turn = frame.column.lane_left(0) + (LANE_WIDTH + 4.0 if is_mirrored else -4.0)
    begin.setX(begin.x() + way * (boxes[0].width() / 2 + 3))
    close.setX(close.x() + way * (boxes[1].width() / 2 + 3))
    path = QPainterPath(begin)
    for corner in (QPointF(turn, begin.y()), QPointF(turn, close.y()), close):
        path.lineTo(corner)
    painter.drawPath(path)
    painter.setBrush(pen.color())
    painter.drawPolygon(
        QPolygonF([close, close + QPointF(6 * way, -4), close + QPointF(6 * way, 4)])
    )
    painter.setBrush(_NO_BRUSH)


def _paint_chip(painter: QPainter, frame: Frame, chip: Chip, inks: Inks) -> None:
    mark, box = chip.mark, chip.box
    ratio = painter.device().devicePixelRatio()
    key = (mark.role, mark.letter, mark.shape, mark.is_filled, mark.is_saved, ratio)
    picture = inks.chips.get(key)
    if picture is None:
        picture = inks.chips[key] = _chip_picture(frame, mark, inks, ratio)
    painter.drawPixmap(box.topLeft() - QPointF(_AROUND, _AROUND), picture)
    if frame.emphasis.selected_mark == mark.id:
        painter.setBrush(_NO_BRUSH)
        painter.setPen(inks.pen("selection"))
        painter.drawPath(_shape(mark.shape, box.adjusted(-2.5, -2.5, 2.5, 2.5)))
    if mark.far:
        _paint_far_sign(painter, frame, box)


def _paint_far_sign(painter: QPainter, frame: Frame, box: QRectF) -> None:
    """Two small rings at a corner of the chip: it is linked with another article."""
    paper = frame.theme.colour("paper")
    painter.setPen(QPen(frame.theme.role("selection").stroke, 1.8))
    painter.setBrush(paper)
    corner = box.topLeft() if frame.column.is_mirrored else box.topRight()
    for shift in (2.5, -2.5):
        painter.drawEllipse(corner + QPointF(shift, -shift / 2), 3.6, 3.6)


def _chip_picture(frame: Frame, mark: Mark, inks: Inks, ratio: float) -> QPixmap:
    """A chip painted once: many look alike, and a letter takes longer than a picture."""
    side = CHIP + 2 * _AROUND
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    box = QRectF(_AROUND, _AROUND, CHIP, CHIP)
    is_solid = mark.is_filled and mark.is_saved
    stroke = frame.theme.role(mark.role).stroke
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(looks.sign_font(11, is_bold=True))
        if is_solid:
            painter.setPen(_NO_PEN)
            painter.setBrush(stroke)
        else:
            painter.setPen(inks.pen(mark.role, "solid" if mark.is_filled else "dotted", 1.5))
            painter.setBrush(frame.theme.colour("paper"))
        outline = box if is_solid else box.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawPath(_shape(mark.shape, outline))
        is_plain = mark.is_filled or mark.letter.isdecimal()  # a number of people asks nothing
        letter = mark.letter if is_plain else f"{mark.letter}?"
        paint_letter(painter, letter, box, frame.theme.colour("glyph") if is_solid else stroke)
    return picture


def _shape(name: str, box: QRectF) -> QPainterPath:
    path = QPainterPath()
    if name == "round":
        path.addEllipse(box)
    elif name == "diamond":
        centre = box.center()
        half = box.width() / 2 + 1
        tips = ((0, -half), (half, 0), (0, half), (-half, 0))
        path.addPolygon(QPolygonF([centre + QPointF(x, y) for x, y in tips]))
        path.closeSubpath()
    else:
        path.addRoundedRect(box, 4, 4)
    return path
