"""What is to be seen at one moment, as painting and the mouse both need it."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from annotator.dataclass import dataclass
from annotator.domain.span import Span
from annotator.gui.article.layout import Page
from annotator.gui.article.lines import LaidOut, Run
from annotator.gui.article.marks import Link, Mark, MarkIndex
from annotator.gui.article.selection import NOWHERE
from annotator.gui.article.typography import Column
from annotator.gui.theme import Theme


@dataclass(slots=True)
class Shown:
    """A piece in sight and the height of its top in the window."""

    laid: LaidOut
    top: float

    def row(self, run: Run) -> QRectF:
        """The box of a stretch of a line, as high as the fill behind words."""
        line, left, right = run
        style = self.laid.style
        top = self.top + line * style.line_height + style.fill_top
        return QRectF(left, top, right - left, style.fill_bottom - style.fill_top)


Placed = tuple[Mark, list[tuple[Shown, Run]]]
"""A mark and where it is to be seen."""

_RADIUS = 4.0
"""Of the corners of an outline, in pixels."""


@dataclass(slots=True)
class Emphasis:
    """What stands out for the moment: cursor, selection, search hits."""

    sentence: Span = NOWHERE
    selection: Span | None = None
    selected_mark: str | None = None
    hits: Sequence[Span] = ()
    current_hit: int | None = None
    has_focus: bool = False
    lit: Span | None = None
    numbered: Sequence[Span] = ()
    in_hand: int | None = None
    links: Sequence[Link] = ()
    ghost_links: Sequence[Link] = ()

    @property
    def shown_links(self) -> list[Link]:
        """The links of the selected mark, and those that are only offered."""
        chosen = self.selected_mark
        of_chosen = [] if chosen is None else self.links
        return [link for link in of_chosen if chosen in (link.from_id, link.to_id)] + [
            *self.ghost_links
        ]


@dataclass()
class Frame:
    """The visible pieces of a page with the marks on them; y counts from the window's top."""

    page: Page
    column: Column
    theme: Theme
    index: MarkIndex
    emphasis: Emphasis
    scroll: int
    width: int
    height: int
    shown: list[Shown] = field(default_factory=list)
    reach: tuple[float, float] = (-math.inf, math.inf)

    @cached_property
    def span(self) -> Span:
        """The stretch of the article in sight."""
        body = [each.laid.piece for each in self.shown if not each.laid.piece.is_header]
        return Span(body[0].start, body[-1].end) if body else Span(0, 0)

    @cached_property
    def marks(self) -> list[Mark]:
        """The marks that touch the visible stretch, longer ones first where they begin alike."""
        return self.index.between(self.span.start, self.span.end)

    def within(self, top: float, bottom: float) -> "Frame":
        """The same with only the pieces and lines that touch these heights."""
        kept = [
            each
            for each in self.shown
            if each.top < bottom
            and each.top + len(each.laid.line_starts) * each.laid.style.line_height > top
        ]
        return replace(self, shown=kept, reach=(top, bottom))

    def baseline_box(self, position: int) -> tuple[float, float]:
        """The top and bottom of the fill in the line of a position, also far out of sight."""
        top, bottom = self.page.fill_at(position)
        return top - self.scroll, bottom - self.scroll

    def character_at(self, x: float, y: float) -> int | None:
        """The position of the character at a place in the window, None beside the words."""
        for shown in self.shown:
            laid, down = shown.laid, y - shown.top
            if 0 <= down < len(laid.line_starts) * laid.style.line_height:
                is_header = laid.piece.is_header
                return None if is_header else laid.character_at(x - self.column.text_left, down)
        return None

    def runs(self, span: Span) -> Iterator[tuple[Shown, Run]]:
        """The visible stretches of lines that a span covers."""
        first, last = span.start, span.end
        lowest, highest = self.reach
        for shown, start, end, height in self._body:
            if first >= end:
                continue
            if last <= start:
                return
            inside = shown.laid.runs(max(start, first), min(end, last))
            for run in inside:
                top = shown.top + run[0] * height
                if top < highest and top + height > lowest:
                    yield shown, run

    @cached_property
    def _body(self) -> list[tuple[Shown, int, int, int]]:
        """The pieces of the text in sight, each with its ends and the height of its lines."""
        laid = ((shown, shown.laid) for shown in self.shown if not shown.laid.piece.is_header)
        return [
            (shown, each.piece.start, each.piece.end, each.style.line_height)
            for shown, each in laid
        ]

    def placed(self, marks: Iterable[Mark]) -> "list[Placed]":
        """Some marks, each with the visible stretches of lines that it covers."""
        runs = self.runs
        return [(mark, [run for place in mark.fragments for run in runs(place)]) for mark in marks]

    def is_right_to_left(self, position: int) -> bool:
        """Whether the paragraph of a position is in sight and runs from right to left."""
        return any(
            each.laid.is_right_to_left and each.laid.piece.start <= position < each.laid.piece.end
            for each in self.shown
        )

    def rows(self, fragments: Sequence[Span]) -> list[QRectF]:
        """The boxes of the visible words of some fragments, in window coordinates."""
        left = self.column.text_left
        return [
            shown.row(run).translated(left, 0)
            for fragment in fragments
            for shown, run in self.runs(fragment)
        ]

    def visible(self, spans: Sequence[Span]) -> range:
        """Which of some ordered spans that do not overlap are in sight."""
        first = bisect_right(spans, self.span.start, key=lambda each: each.end)
        return range(first, max(first, bisect_left(spans, self.span.end, key=lambda e: e.start)))


def contour(rows: Sequence[QRectF]) -> QPainterPath:
    """One outline around boxes on neighbouring lines, with rounded corners."""
    outline = QPainterPath()
    outline.setFillRule(Qt.FillRule.WindingFill)
    for box in _closed_up(rows):
        outline.addRect(box.adjusted(-2.5, -1.5, 2.5, 1.5))
    rounded = QPainterPath()
    for polygon in outline.simplified().toSubpathPolygons():
        corners = [polygon.at(number) for number in range(polygon.count() - 1)]
        _add_rounded(rounded, _without_straights(corners), _RADIUS)
    return rounded


def _closed_up(rows: Sequence[QRectF]) -> Iterator[QRectF]:
    """The boxes, each reaching down to the next where that one is on the line below it."""
    for place, row in enumerate(rows):
        below = rows[place + 1] if place + 1 < len(rows) else None
        if below is not None and 0 < below.top() - row.top() < 2 * row.height():
            touches = below.left() < row.right() and row.left() < below.right()
            yield (
                QRectF(row.left(), row.top(), row.width(), below.top() - row.top())
                if touches
                else row
            )
        else:
            yield row


def _without_straights(corners: list[QPointF]) -> list[QPointF]:
    """The corners without points in the middle of an edge."""
    kept = []
    for place, corner in enumerate(corners):
        before, after = corners[place - 1], corners[(place + 1) % len(corners)]
        along_x = abs(before.x() - corner.x()) < 0.01 and abs(after.x() - corner.x()) < 0.01
        along_y = abs(before.y() - corner.y()) < 0.01 and abs(after.y() - corner.y()) < 0.01
        if not along_x and not along_y:
            kept.append(corner)
    return kept


def _add_rounded(path: QPainterPath, corners: list[QPointF], radius: float) -> None:
    for place, corner in enumerate(corners):
        entry = _towards(corner, corners[place - 1], radius)
        leave = _towards(corner, corners[(place + 1) % len(corners)], radius)
        if place == 0:
            path.moveTo(entry)
        else:
            path.lineTo(entry)
        path.quadTo(corner, leave)
    if corners:
        path.closeSubpath()


def _towards(corner: QPointF, other: QPointF, distance: float) -> QPointF:
    way = other - corner
    length = abs(way.x()) + abs(way.y())
    return corner + way * (min(distance, length / 2) / length) if length else corner
