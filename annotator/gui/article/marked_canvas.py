"""The page with marks on it: painting, and what lies under the pointer."""

import sys
from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.domain.span import Span
from annotator.gui import theme as looks
from annotator.gui.article import dimming, margin, numbering, painting
from annotator.gui.article.canvas import ArticleCanvas
from annotator.gui.article.frame import Frame
from annotator.gui.article.marks import Link, Mark
from annotator.gui.article.scroll_bar import Tick, TickedScrollBar
from annotator.gui.widgets.rich_text import escape

_FEW = 60


class MarkedCanvas(ArticleCanvas):
    """An article page that shows marks, links, hits and a cursor."""

    first_paint = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_painted = False
        self._ticks: list[tuple[int, str]] = []
        self.setVerticalScrollBar(TickedScrollBar(lambda: self.theme, self._tick_places, self))

    @property
    def selected_mark(self) -> str | None:
        """The id of the outlined mark."""
        return self.emphasis.selected_mark

    def set_marks(self, marks: Sequence[Mark], links: Sequence[Link]) -> None:
        """Show these marks and no others."""
        self.emphasis.links = tuple(links)
        change = self._few_changes(marks)
        if change is None:
            self.index.replace(marks)
            self._find_ticks()
        else:
            MarkedCanvas.update_marks(self, added=change[0], removed=change[1])
        if self.index.get(self.selected_mark) is None:
            self.emphasis.selected_mark = None
        if change is None or self.selected_mark is not None:
            self.viewport().update()

    def _few_changes(self, marks: Sequence[Mark]) -> tuple[list[Mark], list[str]] | None:
        """What to put in and take out to have these marks, if that is little."""
        if abs(len(self.index) - len(marks)) > _FEW:
            return None
        added = [mark for mark in marks if self.index.get(mark.id) != mark]
        if len(added) > _FEW:
            return None
        wanted = {mark.id for mark in marks}
        return added, [mark.id for mark in self.index if mark.id not in wanted]

    def update_marks(self, *, added: Sequence[Mark] = (), removed: Collection[str] = ()) -> None:
        """Put in and take out a few marks; only their lines are painted again."""
        touched = {*removed, *(mark.id for mark in added)}
        is_outlined = any(mark.id in touched for mark in self._outlined())
        if is_outlined:
            self._repaint_outlined()
        changed = self.index.update(added, removed)
        if self.index.get(self.selected_mark) is None:
            self.emphasis.selected_mark = None
        self._repaint_lines(changed)
        if is_outlined:
            self._repaint_outlined()
        if any(mark.role == "flag" or mark.is_suggestion for mark in changed):
            self._find_ticks()

    def hide_layers(self, names: Collection[str]) -> None:
        """Show all marks but those of some layers; words and lines stay where they are."""
        self.index.hidden = frozenset(names)
        self.viewport().update()

    def set_links(self, links: Sequence[Link]) -> None:
        """Draw these links and no others; those that are only offered stay."""
        before = self._outlined()
        self._repaint_outlined()
        self.emphasis.links = tuple(links)
        if self._outlined() != before:
            self._repaint_outlined()

    def set_ghost_links(self, links: Sequence[Link]) -> None:
        """Draw these links as only offered, and no others."""
        self._repaint_outlined()
        self.emphasis.ghost_links = tuple(links)
        self._repaint_outlined()

    def outline_mark(self, mark_id: str | None) -> None:
        """Outline a mark, or none, where it is; nothing scrolls."""
        found = mark_id if self.index.get(mark_id) is not None else None
        if found != self.selected_mark:
            self._repaint_outlined()
            self.emphasis.selected_mark = found
            self._repaint_outlined()

    def set_hits(self, spans: Sequence[Span], current: int | None) -> None:
        """Show what a search found, in order, and which hit is the current one."""
        self.emphasis.hits, self.emphasis.current_hit = tuple(spans), current
        self.viewport().update()
        self._find_ticks()

    def mark_at(self, point: QPoint) -> str | None:
        """The mark under a point: its chip or note, else the shortest with these words."""
        frame = self.frame()
        found = margin.button_at(frame, QPointF(point))
        if found is None:
            position = frame.character_at(point.x(), point.y())
            found = self.index.smallest_at(position) if position is not None else None
        return found.id if found is not None else None

    def is_button_at(self, point: QPoint) -> bool:
        """Whether a chip or a note is under a point."""
        return margin.button_at(self.frame(), QPointF(point)) is not None

    def character_at(self, point: QPoint) -> int | None:
        """The position of the character under a point, None beside the words."""
        return self.frame().character_at(point.x(), point.y())

    def nearest_position(self, point: QPoint) -> int:
        """The place between characters nearest to a point, wherever it is."""
        y = min(max(point.y(), 0), self.viewport().height() - 1)
        found = self.position_at(QPoint(point.x(), y))
        if found is not None:
            return found
        frame = self.frame()
        above = [each.laid.piece for each in frame.shown if each.top <= y]
        return above[-1].end if above and not above[-1].is_header else frame.span.start

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part of the page that changed."""
        try:
            self._paint(event)
        except Exception:  # noqa: BLE001 - carried on to `viewportEvent` it ends the process
            sys.excepthook(*sys.exc_info())

    def _paint(self, event: QPaintEvent) -> None:
        frame = self.frame()
        self.emphasis.has_focus = self.hasFocus()
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            looks.flood(painter, event.rect(), self.theme.colour("paper"))
            text = event.region().intersected(self._text_area()).boundingRect()
            painting.paint_text(painter, frame, self.inks, within=text)
            numbering.paint_numbers(painter, frame, self.inks)
            margin.paint_margins(painter, frame, self.inks, within=event.rect())
            if frame.emphasis.lit is not None:
                dimming.paint_veil(painter, frame)
        self._seen_at = self._height_in_window()
        if not self.has_painted and frame.shown:
            self.has_painted = True
            self.first_paint.emit()

    def _text_area(self) -> QRect:
        """Where words, their outlines and their counts are painted."""
        column, space = self.column, 20
        width = column.text_width + 2 * space
        return QRect(column.text_left - space, 0, width, self.viewport().height())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a chip or note is when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.index.get(self.mark_at(event.pos()))
            if mark is not None and self.is_button_at(event.pos()):
                QToolTip.showText(event.globalPos(), self._tip(mark), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _tip(self, mark: Mark) -> str:
        """A mark's name, words and note; escaped, since Qt takes some text for HTML."""
        words = " … ".join(place.cut_from(self.page.text) for place in mark.fragments)
        shortened = words if len(words) <= 160 else f"{words[:159]}…"
        parts = [
            f"<b>{escape(mark.name)}</b>",
            escape(f"“{shortened}”"),
            escape(mark.note),
            escape(mark.far),
        ]
        return "<br>".join(part for part in parts if part)

    def _outlined(self) -> list[Mark]:
        """The outlined mark and those it is linked with."""
        chosen = self.selected_mark
        shown = self.emphasis.shown_links
        ends = [name for link in shown for name in (link.from_id, link.to_id)]
        names = dict.fromkeys(ends if chosen is None else (chosen, *ends))
        return [mark for name in names if (mark := self.index.get(name)) is not None]

    def _repaint_outlined(self) -> None:
        """Paint again all from the outlined mark to those it is linked with."""
        outlined = self._outlined()
        if any(mark.note for mark in outlined):
            self.viewport().update()
        elif outlined:
            self._repaint_around(self.frame(), outlined)

    def _repaint_lines(self, marks: Sequence[Mark]) -> None:
        """Paint again the band of lines that marks lie on; all where notes may move others."""
        if any(mark.note for mark in marks):
            self.viewport().update()
        elif marks:
            frame = self.frame()
            for mark in marks:
                self._repaint_around(frame, [mark])

    def _repaint_spans(self, spans: Iterable[Span | None]) -> None:
        """Paint again the lines of some stretches, margins included."""
        frame = self.frame()
        ends = ((each.start, max(each.start, each.end - 1)) for each in spans if each is not None)
        for first, last in ends:
            self._repaint_band(frame.baseline_box(first)[0], frame.baseline_box(last)[1])

    def _repaint_around(self, frame: Frame, marks: Sequence[Mark]) -> None:
        """Paint again the lines from the first of some marks to the last, and their chips."""
        top = min(frame.baseline_box(mark.start)[0] for mark in marks)
        bottom = max(frame.baseline_box(mark.end - 1)[1] for mark in marks)
        self._repaint_band(top, bottom)
        # Chips of one paragraph can push one another down.
        end = max(self._end_of_piece(mark.start, frame.scroll) for mark in marks)
        if end > bottom:
            self._repaint_band(bottom, end, is_margin=True)

    def _repaint_band(self, top: float, bottom: float, *, is_margin: bool = False) -> None:
        window, column = self.viewport(), self.column
        left, width = 0, window.width()
        if is_margin:
            left = column.text_right if column.is_mirrored else 0
            width = width - left if column.is_mirrored else column.text_left
        if top < window.height() and bottom > 0:
            window.update(QRect(left, round(top) - 8, width, round(bottom - top) + 24))

    def _end_of_piece(self, position: int, scroll: int) -> float:
        return float(self.page.tops()[self.page.piece_at(position) + 1] - scroll)

    def _find_ticks(self) -> None:
        ticked = [mark for mark in self.index if mark.role == "flag" or mark.is_suggestion]
        flags = [(mark.start, "flag") for mark in ticked if mark.role == "flag"]
        proposed = [(mark.start, "suggestion") for mark in ticked if mark.is_suggestion]
        self._ticks = [*proposed, *flags, *((hit.start, "hit") for hit in self.emphasis.hits)]
        self.verticalScrollBar().update()

    def _tick_places(self) -> list[Tick]:
        height = max(1, self.page.height) if self._ticks else 1
        return [
            Tick(self.page.line_of(position)[0] / height, self.theme.role(role).stroke)
            for position, role in self._ticks
        ]
