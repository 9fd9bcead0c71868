"""The three panes side by side: which are shown, and which has the keyboard."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.gui.annotate.pane import ArticlePane
from annotator.gui.library import queue
from annotator.gui.library.queue import QueuePane
from annotator.gui.panel import pane as panel
from annotator.gui.panel.pane import PanelPane
from annotator.gui.theme import scaled

NARROW, NARROWER = 1_100, 860
_LEAST = (180, 420, 240)
_TO_READ = 700


class Panes(QObject):
    """Shows and hides the side panes; in a narrow window they give way to the article."""

    changed = Signal()
    wanted = Signal()
    """A side pane is to be shown, whatever covers it."""

    def __init__(
        self, splitter: QSplitter, queue_pane: QueuePane, middle: ArticlePane, panel_pane: PanelPane
    ) -> None:
        super().__init__(middle)
        self._queue = queue_pane
        self._middle = middle
        self._panel = panel_pane
        # What a person wants in a wide window is not what she wants in a narrow one.
        self._wanted = {
            ("queue", True): True,
            ("queue", False): False,
            ("panel", True): True,
            ("panel", False): False,
        }
        self._width = NARROW
        self._widths = (queue.WIDTH, panel.WIDTH)
        self._are_kept = False
        self._is_placed = False
        self.splitter = splitter
        self.splitter.setChildrenCollapsible(False)
        for pane, least in zip((queue_pane, middle, panel_pane), _LEAST, strict=True):
            pane.setMinimumWidth(least)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([queue.WIDTH, 800, panel.WIDTH])

    def place(self) -> None:
        """Give the panes their widths when they are first shown.

        Behind another screen they had no room; only from now on are they as wide as is wanted.
        """
        if not self._is_placed:
            self._is_placed = True
            grown = (scaled(queue.WIDTH), scaled(panel.WIDTH))
            if not self._are_kept and self._width - sum(grown) >= _TO_READ:
                self._widths = grown
            self.splitter.setSizes([self._widths[0], 800, self._widths[1]])

    def fit(self, width: int) -> None:
        """Side panes make room in a narrow window, and come back."""
        self._width = width
        for name, pane in self._sides().items():
            pane.setVisible(self._wanted[name, self._has_room(name)])
        self._settle()

    def state(self) -> dict[str, object]:
        """Which panes are wanted, and how wide they are, to be kept."""
        shown, _, beside = self.splitter.sizes() if self._is_placed else (0, 0, 0)
        widths = (shown or self._widths[0], beside or self._widths[1])
        self._widths = widths
        wanted = [[name, is_roomy, is_shown] for (name, is_roomy), is_shown in self._wanted.items()]
        return {"wanted": wanted, "widths": list(widths)}

    def restore(self, held: object) -> None:
        """Want what was kept; anything else is passed over."""
        if not isinstance(held, dict):
            return
        listed = held.get("wanted")
        kept = listed if isinstance(listed, list) else []
        for name, is_roomy in self._wanted:
            for is_shown in (True, False):
                if [name, is_roomy, is_shown] in kept:
                    self._wanted[name, is_roomy] = is_shown
        widths = held.get("widths")
        if isinstance(widths, list) and len(widths) == 2 and all(type(w) is int for w in widths):
            self._widths = (widths[0], widths[1])
            self._are_kept = True
            self.splitter.setSizes([widths[0], 800, widths[1]])
        self.fit(self._width)

    def show_queue(self, *, is_shown: bool) -> None:
        """Show or hide the queue."""
        self._show("queue", is_shown=is_shown)

    def show_panel(self, *, is_shown: bool) -> None:
        """Show or hide labels and inspector."""
        self._show("panel", is_shown=is_shown)

    def step(self, direction: int) -> None:
        """Move the keyboard to the next pane: filter, queue, article, labels, inspector."""
        stops: list[QWidget] = [self._queue.field, self._queue.table, self._middle.view]
        inside = (self._panel.labels.first_row(), self._panel.inspector.first_field())
        stops += [each for each in inside if each is not None]
        stops = [each for each in stops if each.isVisible() and each.isEnabled()]
        if not stops:
            return  # another screen is shown
        here = self._number_of_focus(stops)
        stops[(here + direction) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _number_of_focus(self, stops: list[QWidget]) -> int:
        """Which stop has the focus, or holds the control that has it."""
        focused = QGuiApplication.focusObject()
        if focused in stops:
            return stops.index(focused)
        for pane in (self._panel.inspector, self._panel.labels, self._queue):
            if isinstance(focused, QWidget) and pane.isAncestorOf(focused):
                inside = [at for at, each in enumerate(stops) if pane.isAncestorOf(each)]
                if inside:
                    return inside[-1]
        return stops.index(self._middle.view) if self._middle.view in stops else 0

    def _sides(self) -> dict[str, QWidget]:
        return {"queue": self._queue, "panel": self._panel}

    def _has_room(self, name: str) -> bool:
        return self._width >= (NARROW if name == "panel" else NARROWER)

    def _show(self, name: str, *, is_shown: bool) -> None:
        """Show or hide a side pane; where two have no room, the other gives way."""
        self._wanted[name, self._has_room(name)] = is_shown
        if is_shown:
            self.wanted.emit()
        if is_shown and self._width < NARROWER:
            other = "panel" if name == "queue" else "queue"
            self._wanted[other, False] = False
        self.fit(self._width)

    def _settle(self) -> None:
        focused = QGuiApplication.focusObject()
        if isinstance(focused, QWidget) and not focused.isVisible():
            self._middle.view.setFocus()
        self.changed.emit()
