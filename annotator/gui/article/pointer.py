"""The mouse on the article: clicks, double clicks and drags."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.domain.span import Span
from annotator.gui.article.reading import ReadingCanvas
from annotator.text import graphemes, tokens

_SCROLL_MILLISECONDS, _FASTEST = 16, 40
_CONTROL_AND_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Pointer(QObject):
    """Turns the buttons and movements of the mouse into cursor and selection.

    A press puts the cursor; a drag selects by tokens, with Ctrl by characters; after a double click
    it selects by sentences, after a third click by paragraphs. Begun with Ctrl and Shift it selects
    a further part of what is labelled. A drag ends early when its button went up where nobody heard
    of it, and when a key changes what it has selected: what is moved over after that is not meant.
    """

    def __init__(self, view: ReadingCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._from: int | None = None
        self._pressed_at = self._at = QPoint()
        self._by_character = False
        self._is_dragging = False
        self._page = view.page
        self._drawn: Span | None = None
        self.is_adding = False
        """Whether the drag is for a further part of what is selected."""
        self._widen: Callable[[int], Span] | None = None
        self._double_clicked_at = 0.0
        self._timer = QTimer(self, interval=_SCROLL_MILLISECONDS)
        self._timer.timeout.connect(self._scroll)

    def press(self, event: QMouseEvent) -> str | None:
        """The button went down; the mark that it activates."""
        view, point = self._view, event.position().toPoint()
        mark_id = view.mark_at(point)
        if mark_id is not None and view.is_button_at(point):
            self._from = None
            return mark_id
        since = (monotonic() - self._double_clicked_at) * 1000
        is_near = (point - self._pressed_at).manhattanLength() < 8
        if since < QApplication.doubleClickInterval() and is_near:
            self._begin(point, widen=view.paragraph_at)
            return None
        self.is_adding = event.modifiers() & _CONTROL_AND_SHIFT == _CONTROL_AND_SHIFT
        if self.is_adding:
            self._begin(point)
            return None
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend(point, event)
            return None
        self._begin(point)
        view.put_cursor(view.nearest_position(point))
        return mark_id

    def double_click(self, event: QMouseEvent) -> None:
        """Select the sentence, and widen a drag that follows to whole sentences."""
        point = event.position().toPoint()
        if not self._view.is_button_at(point):
            self._double_clicked_at = monotonic()
            self._begin(point, widen=self._view.sentence_at)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved, with the button down or not."""
        point = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._let_go()
            self._view.viewport().setCursor(self._shape(point))
        elif self._from is not None:
            self._drag(point, event)

    def release(self) -> Span | None:
        """The button went up; what was selected with it."""
        was_dragging = self._is_dragging
        self._let_go()
        return self._view.selection if was_dragging else None

    def go_on(self) -> None:
        """The page moved under the pointer: a drag goes on to what is there now."""
        if self._is_dragging:
            self._draw()

    def point_out(self, point: QPoint) -> str | None:
        """A menu is wanted: go there if nothing is selected; the mark under the point."""
        self._let_go()
        if self._view.selection is None:
            position = self._view.position_at(point)
            if position is not None:
                self._view.put_cursor(position)
        return self._view.mark_at(point)

    def _begin(self, point: QPoint, *, widen: Callable[[int], Span] | None = None) -> None:
        self._from = self._view.nearest_position(point)
        self._pressed_at = self._at = point
        self._widen, self._is_dragging = widen, widen is not None
        self._page, self._drawn = self._view.page, self._view.selection
        if widen is not None:
            self._draw()

    def _let_go(self) -> None:
        self._timer.stop()
        self._is_dragging, self._from = False, None

    def _draw(self) -> None:
        view = self._view
        if view.page is not self._page or view.selection != self._drawn:
            self._let_go()
            return
        view.drag_selection(self._span())
        self._drawn = view.selection

    def _extend(self, point: QPoint, event: QMouseEvent) -> None:
        """Select from where the cursor is to the point."""
        target = self._view.target()
        here = self._view.nearest_position(point)
        self._begin(point)
        self._from = target.start if here >= target.start else target.end
        self._is_dragging = True
        self._drag(point, event)

    def _drag(self, point: QPoint, event: QMouseEvent) -> None:
        self._at = point
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._by_character = has_control and not self.is_adding
        distance = (point - self._pressed_at).manhattanLength()
        if not self._is_dragging and distance < QApplication.startDragDistance():
            return
        self._is_dragging = True
        self._draw()
        if self._is_dragging and self._overshoot():
            self._timer.start()
        else:
            self._timer.stop()

    def _scroll(self) -> None:
        """The pointer is held above or below the window."""
        self._view.scroll_by(max(-_FASTEST, min(_FASTEST, self._overshoot() // 2)))
        self._draw()

    def _overshoot(self) -> int:
        height = self._view.viewport().height()
        return self._at.y() - height if self._at.y() > height else min(self._at.y(), 0)

    def _span(self) -> Span | None:
        here = self._view.nearest_position(self._at)
        begun = here if self._from is None else self._from
        start, end = min(begun, here), max(begun, here)
        if self._widen is not None:
            first, last = self._widen(start), self._widen(end)
            return Span(min(first.start, last.start), max(first.end, last.end))
        if start == end:
            return None
        if self._by_character:
            return graphemes.snap(self._view.page.text, Span(start, end))
        return tokens.snap_to_tokens(self._view.page.text, Span(start, end))

    def _shape(self, point: QPoint) -> Qt.CursorShape:
        column = self._view.column
        if self._view.is_button_at(point):
            return Qt.CursorShape.PointingHandCursor
        is_text = column.text_left - 8 <= point.x() <= column.text_right + 8
        return Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor
