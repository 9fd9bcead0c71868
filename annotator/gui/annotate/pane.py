"""The middle of the window: the article with its strips above and below."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui import keys
from annotator.gui.annotate.first_steps import FirstSteps
from annotator.gui.article.view import ArticleView
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.widgets.find_bar import FindBar
from annotator.gui.widgets.parts import plain


class ArticlePane(QWidget):
    """Lays the article's widgets out; what they do is decided elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps = FirstSteps(self)
        self.find_bar = FindBar(self)
        self.view = ArticleView(self)
        self.entry = EntryBar(self)
        self.empty = plain(role="muted", parent=self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.steps)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.entry)
        self.view.hide()
        # First of all, since what is done with the answer may scroll.
        self.entry.closed.connect(self._move_back)
        self.entry.keys_freed.connect(self.view.setFocus)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.view.make_way)
        self.entry.opened.connect(self._later.start)

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the keys that commands have now, by their ids."""
        self.steps.show_keys(key_of)
        words = self.tr(
            "No article is open.\n"
            "Drop text, web pages, Word, CSV or JSONL files here, or press Ctrl+I."
        )
        self.empty.setText(keys.with_present_keys(words, key_of))

    def show_view(self) -> None:
        """An article is open."""
        is_first = self.view.isHidden()
        self.empty.hide()
        self.view.show()
        if is_first:
            self.view.setFocus()

    def put_below(self, widget: QWidget) -> None:
        """Put something between the article and the strip that asks."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.entry), widget)

    def _move_back(self) -> None:
        """The strip below is closed: the article has its height again, and its place."""
        self._later.stop()
        if (layout := self.layout()) is not None:
            layout.activate()
        self.view.move_back()
