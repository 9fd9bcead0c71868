"""The movement keys that the article understands by itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.gui.article.reading import ReadingCanvas
from annotator.gui.article.selection import EARLIER, LATER

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_COUNTED = _SHIFT | _CONTROL | _ALT | Qt.KeyboardModifier.MetaModifier

_ARROWS: dict[int, int] = {Qt.Key.Key_Right: LATER, Qt.Key.Key_Left: EARLIER}
_LETTERS: dict[int, int] = {
    Qt.Key.Key_J: LATER,
    Qt.Key.Key_K: EARLIER,
    Qt.Key.Key_Down: LATER,
    Qt.Key.Key_Up: EARLIER,
}
_PAGES: dict[int, Callable[[ReadingCanvas], None]] = {
    Qt.Key.Key_PageDown: lambda view: _turn_page(view, LATER),
    Qt.Key.Key_PageUp: lambda view: _turn_page(view, EARLIER),
    Qt.Key.Key_Home: lambda view: view.go_to(0),
    Qt.Key.Key_End: lambda view: view.go_to(len(view.page.text)),
}


def press(view: ReadingCanvas, event: QKeyEvent) -> bool:
    """Move as a key says; False for keys that are not for moving."""
    key, held = event.key(), event.modifiers() & _COUNTED
    if key in _ARROWS:
        return _press_arrow(view, _ARROWS[key], held)
    if key == Qt.Key.Key_Space and held in (_PLAIN, _SHIFT):
        _step(view, LATER if held == _PLAIN else EARLIER)
    elif key in _LETTERS and held == _PLAIN:
        _step(view, _LETTERS[key])
    elif key in _LETTERS and held == _SHIFT:
        view.extend_sentence(_LETTERS[key])
    elif key in _PAGES and held in (_PLAIN, _CONTROL):
        _PAGES[key](view)
    elif key == Qt.Key.Key_Escape and (view.selection or view.selected_mark):
        view.clear_selection()
    else:
        return False
    return True


def _turn_page(view: ReadingCanvas, direction: int) -> None:
    """Scroll by a window less two lines; the sentence at the same height becomes current."""
    rows = view.rectangles_of(view.current_sentence)
    height = view.viewport().height()
    y = rows[0].center().toPoint().y() if rows else height // 3
    step = height - 2 * view.page.typography.style("", 0).line_height
    before = view.place()
    view.scroll_by(direction * step)
    if view.place() == before:
        view.go_to(0 if direction == EARLIER else len(view.page.text))
        return
    point = view.viewport().rect().center()
    point.setY(min(max(y, 40), height - 40))
    point.setX(view.column.text_left + 4)
    view.put_cursor(view.nearest_position(point))


def _step(view: ReadingCanvas, direction: int) -> None:
    if direction == LATER:
        view.next_sentence()
    else:
        view.previous_sentence()


def _press_arrow(view: ReadingCanvas, direction: int, held: Qt.KeyboardModifier) -> bool:
    if held & ~(_SHIFT | _CONTROL | _ALT):
        return False
    view.move_token(
        direction,
        extend=bool(held & _SHIFT),
        at_start=bool(held & _ALT),
        by_character=bool(held & _CONTROL),
    )
    return True
