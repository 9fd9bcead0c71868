"""Ending because the terminal or the system says so: the window is closed as a person closes it.

By itself Python hears of Ctrl+C only when it runs next, which it does not in a window at rest, and
then raises it in the middle of whatever that is; of the other signals the process just dies, and
what was typed a moment ago is not kept.
"""

import signal
import socket

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Not every system has all of them."""


def close_at_signals(app: QApplication) -> None:
    """Listen from now on; what whoever started the program wants ignored stays ignored."""
    heard, told = socket.socketpair()
    told.settimeout(0)  # a signal never waits
    signal.set_wakeup_fd(told.detach(), warn_on_full_buffer=False)
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, lambda *_: None)  # without one, the system ends the process
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, app)

    def close() -> None:
        heard.recv(64)
        app.closeAllWindows()

    notifier.activated.connect(close)
