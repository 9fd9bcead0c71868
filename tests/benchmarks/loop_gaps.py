"""How long the loop of events stood still: the time between two turns of a timer that never waits.

Beside the time on the clock the processor time of the thread is taken: what is more on the clock
was spent by other threads and by the rest of a loaded machine.
"""

import time

from PySide6.QtCore import QObject, Qt, QTimer

MILLISECONDS = 2


class LoopGaps:
    """Counts from its making to its end, in seconds beyond the timer's own interval."""

    def __init__(self, parent: QObject) -> None:
        self.clock: list[float] = []
        self.processor: list[float] = []
        self._timer = QTimer(parent)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._last = (time.perf_counter(), time.thread_time())
        self._timer.start(MILLISECONDS)

    def end(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _note(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.clock.append(max(0.0, now[0] - self._last[0] - MILLISECONDS / 1000))
        self.processor.append(now[1] - self._last[1])
        self._last = now
