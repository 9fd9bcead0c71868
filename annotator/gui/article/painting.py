"""The text and all that lies on it: fills, underlines, hits, outlines.

Order, from the paper up: boilerplate, code and quotation bars, fills from the longest mark to the
shortest (never blended, so each keeps its contrast), hits, selection, underlines, text, outlines.
"""

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise, zip_longest

from PySide6 import QtGui
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextLayout,
)

from annotator.domain.span import Span
from annotator.gui import theme as looks
from annotator.gui.article.frame import Frame, Placed, Shown, contour
from annotator.gui.article.marks import LANES, Mark
from annotator.gui.article.paragraphs import GROUNDED, JOINER, QUOTED
from annotator.gui.theme import Colour, Theme

MANY = 600
_REACH = 8
_WAVES_KEPT = 512
_WIDEST_BRIDGE = 300
"""Code points between two parts of a mark over which a hairline joins them."""
_NO_PEN = Qt.PenStyle.NoPen
_NO_BRUSH = Qt.BrushStyle.NoBrush
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_DASHES: dict[str, list[float]] = {
    "dashed": [3.0, 1.5],
    "dotted": [1.0, 1.25],
    "dash-dot": [3.5, 1.5, 1.0, 1.5],
}


class Inks:
    """The colours, pens and chips of one theme, made once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._pens: dict[tuple[str, str, float], QPen] = {}
        self._waves: dict[float, QPainterPath] = {}
        self.chips: dict[Hashable, QPixmap] = {}

    def fill(self, role: str) -> Colour:
        """What lies behind the words of a kind."""
        return self._theme.role(role).fill

    def wave(self, width: float) -> QPainterPath:
        """A wavy line from the origin; the same again for words that are painted again."""
        if width not in self._waves:
            if len(self._waves) >= _WAVES_KEPT:
                self._waves.clear()
            self._waves[width] = _wave(width)
        return self._waves[width]

    def pen(self, role: str, style: str = "solid", width: float = 2.0) -> QPen:
        """A line in the stroke colour of a kind."""
        key = (role, style, width)
        if key not in self._pens:
            pen = QPen(self._theme.role(role).stroke, width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if style in _DASHES:
                pen.setDashPattern(_DASHES[style])
            self._pens[key] = pen
        return self._pens[key]


def paint_text(painter: QPainter, frame: Frame, inks: Inks, *, within: QRect) -> None:
    """Everything in the text column, as far as it touches a part of the window."""
    painter.setRenderHint(_ANTIALIASING)
    # Outlines are one shape each, and how dense a page is does not depend on the part.
    whole, frame = frame, frame.within(within.top() - _REACH, within.bottom() + _REACH)
    is_dense = len(whole.marks) > MANY
    marks = sorted(frame.marks, key=lambda mark: -mark.size)
    placed = frame.placed(marks)
    painter.save()
    painter.translate(frame.column.text_left, 0)
    _paint_grounds(painter, frame)
    _paint_boilerplate(painter, [each for each in placed if each[0].role == "boilerplate"], inks)
    _paint_fills(painter, placed, inks, is_dense=is_dense)
    _paint_hits(painter, frame, inks)
    painter.restore()
    _paint_selection(painter, whole, inks)
    painter.save()
    painter.translate(frame.column.text_left, 0)
    _paint_underlines(painter, frame, _drawn_lines(whole, placed) if is_dense else placed, inks)
    dimmed = [mark for mark in marks if mark.role == "boilerplate" and mark.is_filled]
    _paint_words(painter, frame, dimmed)
    painter.restore()
    _paint_outlines(painter, whole, inks)


def _drawn_lines(whole: Frame, placed: Sequence[Placed]) -> list[Placed]:
    """Of some marks those that are underlined also on a page with too many: the shortest."""
    shortest = sorted(whole.marks, key=lambda mark: -mark.size)[-MANY:]
    names = {mark.id for mark in shortest}
    return [each for each in placed if each[0].id in names]


def _paint_grounds(painter: QPainter, frame: Frame) -> None:
    """The tint behind code and the bar beside quotations."""
    tint, bar = frame.theme.colour("code"), frame.theme.colour("control")
    for shown, below in zip_longest(frame.shown, frame.shown[1:]):
        piece, style = shown.laid.piece, shown.laid.style
        height: float = len(shown.laid.line_starts) * style.line_height
        if piece.kind in GROUNDED and not shown.laid.layout.text().strip(f"{JOINER} \t"):
            height = 0  # such as the hidden fence that ends a block of code
        if below is not None and {piece.kind, below.laid.piece.kind} <= QUOTED:
            height = below.top - shown.top
        if piece.kind == "code":
            looks.flood(painter, QRectF(0, shown.top, frame.column.text_width, height), tint)
        elif piece.kind in QUOTED or piece.kind == "pull_quote":
            left = frame.column.text_width - 3 if shown.laid.is_right_to_left else 0
            looks.flood(painter, QRectF(left, shown.top, 3, height), bar)


def _paint_boilerplate(painter: QPainter, placed: Sequence[Placed], inks: Inks) -> None:
    for mark, runs in placed:
        colour = inks.fill(mark.role)
        for shown, (line, left, right) in runs:
            height = shown.laid.style.line_height
            top = shown.top + line * height
            if mark.is_filled:
                box = QRectF(left - 3, top, right - left + 6, height)
                looks.flood(painter, box, colour)


def _paint_fills(
    painter: QPainter, placed: Sequence[Placed], inks: Inks, *, is_dense: bool
) -> None:
    painter.setPen(_NO_PEN)
    for mark, runs in placed:
        if not mark.is_filled or mark.role in ("boilerplate", "flag"):
            continue
        painter.setBrush(inks.fill(mark.role))
        for shown, run in runs:
            box = shown.row(run).adjusted(-1.5, 0, 1.5, 0)
            if is_dense:
                painter.drawRect(box)
            else:
                painter.drawRoundedRect(box, 3, 3)


def _paint_hits(painter: QPainter, frame: Frame, inks: Inks) -> None:
    hits = frame.emphasis.hits
    painter.setBrush(inks.fill("hit"))
    for number in frame.visible(hits):
        width = 2.0 if number == frame.emphasis.current_hit else 1.0
        painter.setPen(inks.pen("hit", width=width))
        for shown, run in frame.runs(hits[number]):
            painter.drawRect(shown.row(run).adjusted(-1, 0.5, 1, -0.5))


def _paint_selection(painter: QPainter, frame: Frame, inks: Inks) -> None:
    selection = frame.emphasis.selection
    if selection is None:
        return
    painter.setPen(_NO_PEN)
    painter.setBrush(inks.fill("selection"))
    painter.drawPath(contour(frame.rows((selection,))))


def _paint_underlines(
    painter: QPainter, frame: Frame, placed: Sequence[Placed], inks: Inks
) -> None:
    hidden: dict[tuple[float, float], int] = {}
    lane_of = frame.index.lane_of
    for mark, runs in placed:
        lane = lane_of(mark)
        if lane < 0:
            continue
        if len(mark.fragments) > 1 and lane < LANES:
            _paint_bridges(painter, frame, mark, lane, inks)
        for shown, (line, left, right) in runs:
            style = shown.laid.style
            top = shown.top + line * style.line_height
            if lane < LANES:
                box = QRectF(left, top + style.lane(lane), right - left, 2.0)
                _underline(painter, mark, box, inks)
            else:
                key = (top, top + style.baseline)
                hidden[key] = hidden.get(key, 0) + 1
    painter.setFont(looks.sign_font(11))
    painter.setPen(frame.theme.colour("muted"))
    for (_, baseline), count in hidden.items():
        painter.drawText(QPointF(frame.column.text_width + 3, baseline), f"+{count}")


def _paint_bridges(painter: QPainter, frame: Frame, mark: Mark, lane: int, inks: Inks) -> None:
    """A hairline from each part of a mark to the next: what is interrupted is one thing."""
    painter.setPen(inks.pen(mark.role, width=1.0))
    for before, after in pairwise(mark.fragments):
        if after.start - before.end > _WIDEST_BRIDGE:
            continue
        for shown, (line, left, right) in frame.runs(Span(before.end, after.start)):
            y = shown.top + line * shown.laid.style.line_height + shown.laid.style.lane(lane) + 1
            painter.drawLine(QLineF(left, y, right, y))


def _underline(painter: QPainter, mark: Mark, box: QRectF, inks: Inks) -> None:
    """One stretch of an underline; the box is where a solid one would lie."""
    kind = mark.underline
    left, right, top = box.left(), box.right(), box.top()
    if kind in ("double", "triple"):
        painter.setPen(inks.pen(mark.role, width=1.0))
        for step in range(3 if kind == "triple" else 2):
            y = top - 0.5 + 2 * step - (1 if kind == "triple" else 0)
            painter.drawLine(QLineF(left, y, right, y))
    elif kind == "wavy":
        painter.setPen(inks.pen(mark.role, width=1.3))
        painter.setBrush(_NO_BRUSH)
        painter.drawPath(inks.wave(right - left).translated(left, top + 1))
    else:
        painter.setPen(inks.pen(mark.role, kind))
        painter.drawLine(QLineF(left, top + 1, right, top + 1))


def _wave(width: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, 0))
    x, side = 0.0, -2.6
    while x < width:
        step = min(4.0, width - x)
        path.quadTo(QPointF(x + step / 2, side), QPointF(x + step, 0))
        x, side = x + 4.0, -side
    return path


def _paint_words(painter: QPainter, frame: Frame, dimmed: Sequence[Mark]) -> None:
    top, bottom = frame.reach
    window = QRectF(-frame.column.text_left, top, frame.width, bottom - top)
    for shown in frame.shown:
        laid = shown.laid
        painter.setPen(frame.theme.colour(laid.style.colour))
        ranges = list(_dimmed_ranges(frame, shown, dimmed)) if dimmed else []
        origin = QPointF(0, shown.top)
        laid.layout.draw(painter, origin, ranges, window)


def _dimmed_ranges(
    frame: Frame, shown: Shown, marks: Sequence[Mark]
) -> Iterator[QTextLayout.FormatRange]:
    """Where words are boilerplate: said to Qt while it draws, so that no line is set again."""
    piece, units = shown.laid.piece, shown.laid.units
    for mark in marks:
        for place in mark.fragments:
            start, end = max(place.start, piece.start), min(place.end, piece.end)
            if start < end and not piece.is_header:
                found = QTextLayout.FormatRange()
                found.start = units.to16(start - piece.start)
                found.length = units.to16(end - piece.start) - found.start
                dim = QtGui.QTextCharFormat()
                dim.setForeground(frame.theme.colour("boilerplate-text"))
                found.format = dim
                yield found


def _paint_outlines(painter: QPainter, frame: Frame, inks: Inks) -> None:
    """The contours of the selection, the selected mark and the marks it is linked to."""
    painter.setBrush(_NO_BRUSH)
    emphasis = frame.emphasis
    for link in emphasis.shown_links:
        if not link.is_ghost:
            for name in (link.from_id, link.to_id):
                if name != emphasis.selected_mark:
                    _outline(
                        painter, frame, frame.index.get(name), inks.pen("selection", width=1.0)
                    )
    pen = inks.pen("selection")
    _outline(painter, frame, frame.index.get(emphasis.selected_mark), pen)
    if emphasis.selection is not None:
        painter.setPen(pen)
        painter.drawPath(contour(frame.rows((emphasis.selection,))))


def _outline(painter: QPainter, frame: Frame, mark: Mark | None, pen: QPen) -> None:
    if mark is not None and (rows := frame.rows(mark.fragments)):
        painter.setPen(pen)
        painter.drawPath(contour(rows))
