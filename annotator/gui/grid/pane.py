"""The pane below the article that holds the grid, with the words of its current cell."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from annotator.domain.scheme import Scheme
from annotator.gui import keys
from annotator.gui import theme as looks
from annotator.gui.grid.model import GridModel
from annotator.gui.grid.table import GridTable, keys_of
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.gui.widgets.rich_text import give_tip
from annotator.operations.grid import Grid

_MOST_OF_ARTICLE = 0.5


class GridPane(QWidget):
    """Heading, count, table, and a line about the current cell."""

    closed = Signal()

    def __init__(self, scheme: Scheme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sentiment grid pane"))
        self.model = GridModel(scheme, self)
        self.table = GridTable(self.model, keys_of(scheme), self)
        self.count = plain(role="muted")
        self.count.setAccessibleName(self.tr("Cells not looked at"))
        self.words = ElidedLabel(role="muted")
        self.empty = plain(
            self.tr(
                "No sentiment is labelled in this article yet. Rate the mention of a person or "
                "thing with + 0 or −; it becomes a column here."
            ),
            role="muted",
            wraps=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(4)
        layout.addLayout(self._head())
        layout.addWidget(self.empty)
        layout.addWidget(self.table)
        layout.addWidget(self.words)
        layout.addWidget(self._legend(scheme))
        parent.installEventFilter(self)

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self.table.set_theme(theme)
        self._fit()

    def show_grid(self, grid: Grid) -> None:
        """Show a grid, on the cell that was current before if it is still there."""
        here = self.table.currentIndex()
        before = self.model.parties(here) if here.isValid() else None
        row, column = max(here.row(), 0), max(here.column(), 0)
        self.model.show_grid(grid)
        place = grid.place_of(*before) if before else None
        if place is None and grid.targets:
            place = min(row, len(grid.holders) - 1), min(column, len(grid.targets) - 1)
        if place is not None:
            self.table.setCurrentIndex(self.model.index(*place))
        cells = len(grid.holders) * len(grid.targets)
        self.count.setText(self.tr("{} of {} not looked at").format(grid.open_cells, cells))
        for part in (self.table, self.words, self.count, self._keys):
            part.setVisible(bool(grid.targets))
        self.empty.setVisible(not grid.targets)
        self._fit()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """The article keeps most of the room, however high the window is."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow table needs a scroll bar."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _head(self) -> QHBoxLayout:
        heading = plain(self.tr("SENTIMENT: WHO TOWARDS WHOM"), role="heading")
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(self.tr("Close the sentiment grid"))
        give_tip(close, self.tr("Close (Esc)"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(heading)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(close)
        return head

    def _legend(self, scheme: Scheme) -> ElidedLabel:
        signs = [keys.shown(key) for key in keys_of(scheme) if key in "-0+~"]
        words = self.tr(
            "{} polarity · N none, Shift+N rest of the row · C cannot tell · Del clear · "
            "Enter to the words · Z undo"
        )
        self._keys = ElidedLabel(words.format(" ".join(signs)), role="muted")
        return self._keys

    def _fit(self) -> None:
        parent = self.parentWidget()
        most = round((parent.height() if parent else 600) * _MOST_OF_ARTICLE)
        layout = self.layout()
        item = layout.itemAt(layout.indexOf(self.table)) if layout is not None else None
        chrome = self.sizeHint().height() - (item.sizeHint().height() if item is not None else 0)
        height = min(self.table.wanted_height(), max(most - chrome, 90))
        if height != self.table.height():
            self.table.setFixedHeight(height)
