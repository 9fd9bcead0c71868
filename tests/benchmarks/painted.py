"""Knows when a widget was painted, together with all else in its window that was due then."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

AFTER_PAINT = QEvent.Type(QEvent.registerEventType())
PATIENCE_MILLISECONDS = 60_000


class PaintWatch(QObject):
    """Waits in the event loop, as the program itself does, and not by asking again and again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        self.painted_at = 0.0
        self.worked_at = 0.0
        self._is_reached: Callable[[], bool] = lambda: True
        self._loop = QEventLoop()
        self._widget, self._window = widget, widget.window()
        self._is_in_round = self._is_painted = False
        widget.installEventFilter(self)
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn that the widget is being painted, and when all of that round is on the screen."""
        kind = event.type()
        if kind == QEvent.Type.UpdateRequest and watched is self._window and not self._is_in_round:
            # Delivered from here it is over when the window is painted and flushed: an event
            # posted by then would come only after all that the program does once it has painted.
            self._is_in_round, self._is_painted = True, False
            self._window.event(event)
            self._is_in_round = False
            if self._is_painted:
                self._note()
            return True
        if kind == QEvent.Type.Paint and watched is self._widget:
            self._is_painted = True
            if not self._is_in_round:  # the first time, when the window is shown
                QApplication.postEvent(
                    self, QEvent(AFTER_PAINT), Qt.EventPriority.HighEventPriority.value
                )
        return super().eventFilter(watched, event)

    def customEvent(self, _: QEvent) -> None:
        """The window was painted the first time."""
        self._note()

    def _note(self) -> None:
        """Note when the window was painted, and how long the processor had worked by then."""
        self.count += 1
        self.painted_at = time.perf_counter()
        self.worked_at = time.process_time()
        self.look()

    def seconds_to_paint(self, work: Callable[[], object]) -> float:
        """From the beginning of a piece of work to its being on the screen."""
        before = self.count
        began = time.perf_counter()
        work()
        self.wait_until(lambda: self.count > before)
        return self.painted_at - began

    def work_to_paint(self, work: Callable[[], object]) -> float:
        """The same in seconds of the processor."""
        began = time.process_time()
        self.seconds_to_paint(work)
        return self.worked_at - began

    def wait_until(self, is_reached: Callable[[], bool]) -> None:
        """Let the window live until something is so; looked at after each painting and `look`."""
        if is_reached():
            return
        self._is_reached = is_reached
        guard = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        guard.timeout.connect(self._loop.quit)
        guard.start()
        self._loop.exec()
        guard.stop()
        guard.deleteLater()
        self._is_reached = lambda: True
        if not is_reached():
            raise TimeoutError("the window did not do what was asked of it")

    def look(self) -> None:
        """See whether what is waited for is so."""
        if self._is_reached():
            self._loop.quit()


def let_live(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()
