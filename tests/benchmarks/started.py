"""Starts the program and prints when its window could be used, by the clock of the whole computer,
and how many seconds the processor had worked by then.

`python -m tests.benchmarks.started WORDS_OF_THE_COMMAND...`; the window is closed again at once.
"""

import gc
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def tell_and_close(window: "MainWindow") -> None:
    """Once the article is on the screen and what else was due then is done."""
    from PySide6.QtCore import QTimer

    def tell() -> None:
        print(time.monotonic(), time.process_time())
        window.close()

    assert window.annotating is not None
    window.annotating.view.first_paint.connect(lambda: QTimer.singleShot(0, window, tell))


def main() -> int | None:
    """The command as a person starts it."""
    # The command does so before it loads the window, which is loaded sooner here, to watch it.
    gc.disable()
    from annotator import __main__ as command
    from annotator.gui import application

    application._close_after_first_paint = tell_and_close
    return command.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
