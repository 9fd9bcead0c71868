"""The article as the window uses it: marks in, movements and selections out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from annotator.gui.article import accessibility, keys
from annotator.gui.article.pointer import Pointer
from annotator.gui.article.reading import ReadingCanvas


class ArticleView(ReadingCanvas):
    """One article to read and label, by keys or mouse."""

    markActivated = Signal(str)
    menuRequested = Signal(object, object)
    spanPicked = Signal(object)
    partPicked = Signal(object)
    announced = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        accessibility.install()
        super().__init__(parent)
        self._pointer = Pointer(self, self)
        self.setAccessibleName(self.tr("Article"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Input methods would swallow label keys.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setMouseTracking(True)
        self.sentenceChanged.connect(self._tell_place)
        self.selectionChanged.connect(self._tell_place)

    def announce(self, text: str, *, is_urgent: bool = False) -> None:
        """Have a screen reader say what happened, after what it is saying or at once."""
        accessibility.announce(self, text, is_urgent=is_urgent)
        self.announced.emit(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the mark under the pointer, or put the cursor into its sentence."""
        if event.button() == Qt.MouseButton.LeftButton:
            mark_id = self._pointer.press(event)
            if mark_id is not None:
                self.markActivated.emit(mark_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the sentence."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the selection, or show by the pointer's shape what a click would do."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what was picked, for a label that sticks to the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            picked = self._pointer.release()
            if picked is not None:
                (self.partPicked if self._pointer.is_adding else self.spanPicked).emit(picked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, also while the mouse selects."""
        super().wheelEvent(event)
        self._pointer.go_on()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu about what is under the pointer or selected."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rows = self.rectangles_of(self.target())
            corner = rows[-1].bottomLeft().toPoint() if rows else self.viewport().rect().center()
            self.menuRequested.emit(self.viewport().mapToGlobal(corner), self.selected_mark)
        else:
            self.menuRequested.emit(event.globalPos(), self._pointer.point_out(event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by plain keys; everything else is the window's."""
        if not keys.press(self, event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The sentence bar shows where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The sentence bar shows where the keys go."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _tell_place(self) -> None:
        accessibility.tell_place(self, self.current_sentence, self.selection)
