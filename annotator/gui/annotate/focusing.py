"""Focus mode: the paragraph alone, and no pane beside it; the text stays where it is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.gui.article.view import ArticleView


class Curtain(QWidget):
    """Covers a pane without taking its room; what is behind it is neither seen nor reached."""

    def __init__(self, pane: QWidget, above: QWidget, view: ArticleView) -> None:
        super().__init__(above)
        self._pane = pane
        self._above = above
        self._view = view
        pane.installEventFilter(self)
        pane.setEnabled(False)
        self._follow()

    def lift(self) -> None:
        """Show the pane again."""
        self._pane.removeEventFilter(self)
        self._pane.setEnabled(True)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Stay where the pane is."""
        if event.type() in _PLACES:
            self._follow()
        return False

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paper, as around the text."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._view.theme.colour("paper"))

    def _follow(self) -> None:
        corner = self._pane.mapTo(self._above, QPoint())
        # The lines between the panes go with them.
        self.setGeometry(QRect(corner, self._pane.size()).adjusted(-1, 0, 1, 0))
        self.setVisible(not self._pane.isHidden())
        self.raise_()


class Focusing(QObject):
    """Puts the current paragraph into the light, and back."""

    changed = Signal()

    def __init__(
        self, splitter: QSplitter, view: ArticleView, *, tell: Callable[[str], None]
    ) -> None:
        super().__init__(view)
        self._splitter = splitter
        self._view = view
        self._tell = tell
        self._curtains: list[Curtain] = []
        self.is_on = False

    def toggle(self) -> None:
        """Begin, or end."""
        if not self.leave():
            self._begin()

    def leave(self) -> bool:
        """End; false when it is not on."""
        if not self.is_on:
            return False
        self.is_on = False
        for curtain in self._curtains:
            curtain.lift()
        self._curtains.clear()
        self._show()
        self._tell("")
        return True

    def _begin(self) -> None:
        self.is_on = True
        panes = (self._splitter.widget(number) for number in range(self._splitter.count()))
        beside = [pane for pane in panes if pane and not pane.isAncestorOf(self._view)]
        above = self._splitter.parentWidget() or self._splitter
        self._view.setFocus()
        self._curtains = [Curtain(pane, above, self._view) for pane in beside]
        self._show()
        self._tell(self.tr("Focus on the paragraph · Esc shows everything again"))

    def _show(self) -> None:
        self._view.light_paragraph(is_on=self.is_on)
        self.changed.emit()


_PLACES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
