"""The floor of the start: an empty main window that closes after its first paint.

Prints when that was, by the clock of the whole computer, and what the processor had done by then.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """A window with nothing in it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Close once this is on the screen."""
        super().paintEvent(event)
        QTimer.singleShot(0, self, self._tell_and_close)

    def _tell_and_close(self) -> None:
        print(time.monotonic(), time.process_time())
        self.close()


def main() -> int:
    """Show the window."""
    application = QApplication(sys.argv[:1])
    window = BareWindow()
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
