"""Knows when a widget was painted, together with all else in its window that was due then."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

AFTER_PAINT = QEvent.Type(QEvent.registerEventType())
PATIENCE_MILLISECONDS = 20_000


class PaintWatch(QObject):
    """Waits in the event loop, as the program itself does, and not by asking again and again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        self.painted_at = 0.0
        self.worked_at = 0.0
        self._is_reached: Callable[[], bool] = lambda: True
        self._loop = QEventLoop()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn that the widget is being painted."""
        if event.type() == QEvent.Type.Paint:
            # Comes when everything that is painted in this round is on the screen.
            QApplication.postEvent(
                self, QEvent(AFTER_PAINT), Qt.EventPriority.HighEventPriority.value
            )
        return super().eventFilter(watched, event)

    def customEvent(self, _: QEvent) -> None:
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
