"""Starts the program and prints when its window could be used, by the clock of the whole computer,
and how many seconds the processor had worked by then.

`python -m tests.benchmarks.started WORDS_OF_THE_COMMAND...`; the window is closed again at once.
"""

import sys
import time

from PySide6.QtCore import QTimer

from annotator import __main__ as command
from annotator.gui import application
from annotator.gui.main_window import MainWindow


def tell_and_close(window: MainWindow) -> None:
    """Once the article is on the screen and what else was due then is done."""

    def tell() -> None:
        print(time.monotonic(), time.process_time())
        window.close()

    assert window.annotating is not None
    window.annotating.view.first_paint.connect(lambda: QTimer.singleShot(0, window, tell))


if __name__ == "__main__":
    application._close_after_first_paint = tell_and_close
    sys.exit(command.main(sys.argv[1:]))
