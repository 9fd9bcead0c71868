"""What the keys do where the focus is, in a few words for the status line."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from annotator.gui.annotate.pane import ArticlePane
from annotator.gui.library.queue import QueuePane
from annotator.gui.panel.fields import ValueBox
from annotator.gui.panel.pane import PanelPane


class Hints(QObject):
    """Follows the focus from pane to pane."""

    changed = Signal(object)

    def __init__(self, queue: QueuePane, middle: ArticlePane, panel: PanelPane) -> None:
        super().__init__(middle)
        self._queue = queue
        self._middle = middle
        self._panel = panel
        self._told = ""
        self._key_of: Callable[[str], str] = lambda _: ""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the keys that commands have now, by their ids."""
        self._key_of = key_of
        self._follow(None, QApplication.focusWidget())

    def say_again(self) -> None:
        """The person is back from another screen."""
        self._told = ""
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return  # another window; the keys come back to where they were
        words = self._words(now)
        if words != self._told:
            self._told = words
            self.changed.emit(words)

    def _words(self, now: QWidget) -> str:
        return self._words_of_queue(now) or self._words_of_panel(now) or self._words_of_article(now)

    def _words_of_queue(self, now: QWidget) -> str:
        if now is self._queue.field:
            return self.tr("↓ list · Enter opens · Esc back")
        if self._queue.isAncestorOf(now):
            return self.tr("↑ ↓ choose · Enter opens · Esc back")
        return ""

    def _words_of_panel(self, now: QWidget) -> str:
        if not self._panel.isAncestorOf(now):
            return ""
        if isinstance(now, ValueBox):
            return self.tr("1–9 choose · Del clears · Tab next · Esc back")
        if self._panel.labels.isAncestorOf(now):
            return self.tr("Tab next · Space labels · Esc back")
        return self.tr("Tab next · Esc back to the article")

    def _words_of_article(self, now: QWidget) -> str:
        """Strips say themselves what their keys do."""
        if now is not self._middle.view:
            return ""
        lines = (
            (self.tr("{} move"), ("move.next_sentence", "move.previous_sentence")),
            (self.tr("{} undo"), ("edit.undo",)),
            (self.tr("{} commands"), ("view.open_palette",)),
            (self.tr("{} keys"), ("help.show_keys",)),
        )
        known = ((line, "/".join(filter(None, map(self._key_of, ids)))) for line, ids in lines)
        return " · ".join(line.format(key) for line, key in known if key)
