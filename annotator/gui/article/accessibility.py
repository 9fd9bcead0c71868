"""What a screen reader learns of the article: its text, its caret, and what is announced.

`selection` and `attributes` of Qt's text interface cannot be given from Python and would answer
with garbage, so no selection is counted; selections are told as events instead.
"""

from functools import cache, cached_property

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from annotator.domain.span import Span
from annotator.gui.article.layout import shown
from annotator.gui.article.reading import ReadingCanvas
from annotator.text.offsets import Utf16Map

_NO_INTERFACE = Shiboken.VoidPtr(0)
# Qt keeps only addresses: an interface that Python lets go would be freed under it.
_kept: dict[int, QAccessibleInterface] = {}


@cache
def install() -> None:
    """Let screen readers read articles; done once, before the first article is shown."""

    def factory(_class_name: str, widget: QObject) -> QAccessibleInterface | None:
        if not isinstance(widget, ReadingCanvas):
            return None
        made = ArticleInterface(widget)
        address = id(widget)
        _kept[address] = made
        widget.destroyed.connect(lambda: _kept.pop(address, None))
        return made

    QAccessible.installFactory(factory)


def announce(widget: QWidget, words: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader say something, after what it is saying or at once."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def tell_place(view: ReadingCanvas, sentence: Span, selection: Span | None) -> None:
    """Tell where the cursor is now, and what is selected."""
    if not QAccessible.isActive():
        return
    units = view.page.units
    place = units.to16((selection or sentence).start)
    QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, place))
    start, end = (selection.start, selection.end) if selection else (0, 0)
    event = QAccessibleTextSelectionEvent(view, units.to16(start), units.to16(end))
    QAccessible.updateAccessibility(event)


class ArticleText(QAccessibleTextInterface):
    """The article's text as Qt's accessibility asks for it: positions are UTF-16 units."""

    def __init__(self, view: ReadingCanvas) -> None:
        super().__init__()
        self._view = view

    def text(self, startOffset: int, endOffset: int) -> str:  # noqa: N803
        """The characters between two places."""
        units = self._map()
        return shown(self._view.page.text[units.to32(startOffset) : units.to32(endOffset)])

    def characterCount(self) -> int:
        """How long the text is."""
        return self._map().to16(len(self._view.page.text))

    def cursorPosition(self) -> int:
        """Where the reader is: the start of the selection or of the current sentence."""
        return self._map().to16(self._view.target().start)

    def setCursorPosition(self, position: int) -> None:
        """A screen reader goes somewhere."""
        self._view.go_to(self._map().to32(position))

    def selectionCount(self) -> int:
        """None: see above."""
        return 0

    def addSelection(self, startOffset: int, endOffset: int) -> None:  # noqa: N803
        """A screen reader selects words."""
        self.setSelection(0, startOffset, endOffset)

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:  # noqa: ARG002, N803
        """A screen reader selects words."""
        units = self._map()
        start, end = sorted((units.to32(startOffset), units.to32(endOffset)))
        self._view.set_selection(Span(start, end) if start < end else None)

    def removeSelection(self, selectionIndex: int) -> None:  # noqa: ARG002, N803
        """A screen reader drops the selection."""
        self._view.clear_selection()

    def characterRect(self, offset: int) -> QRect:
        """Where a character is on the screen; empty out of sight."""
        position = self._map().to32(offset)
        boxes = self._view.rectangles_of(Span(position, position + 1))
        if not boxes:
            return QRect()
        box = boxes[0].toRect()
        return QRect(self._view.viewport().mapToGlobal(box.topLeft()), box.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """The character at a place on the screen, -1 where there is none."""
        position = self._view.position_at(self._view.viewport().mapFromGlobal(point))
        return -1 if position is None else self._map().to16(position)

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:  # noqa: N803
        """Bring a stretch into sight."""
        units = self._map()
        self._view.reveal(Span(units.to32(startIndex), units.to32(endIndex)))

    def _map(self) -> Utf16Map:
        return self._view.page.units


class ArticleInterface(QAccessibleWidget):
    """The article for a screen reader: a document with text."""

    def __init__(self, view: ReadingCanvas) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._view = view

    @cached_property
    def text_interface(self) -> ArticleText:
        """Kept here, since Qt holds only its address."""
        return ArticleText(self._view)

    def interface_cast(  # type: ignore[override]
        self, kind: QAccessible.InterfaceType
    ) -> object:
        """The text interface; for others exactly a null pointer, anything else ends the process."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return self.text_interface
        return _NO_INTERFACE
