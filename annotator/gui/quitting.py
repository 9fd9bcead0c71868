"""Ending because the terminal or the system says so: the window is closed as a person closes it.

By itself Python hears of Ctrl+C only when it runs next, which it does not in a window at rest, and
then raises it in the middle of whatever that is; of the other signals the process just dies, and
what was typed a moment ago is not kept.
"""

import signal
import socket

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Not every system has all of them."""


def close_at_signals(app: QApplication) -> None:
    """Listen until the program ends; what whoever started it wants ignored stays ignored."""
    heard, told = socket.socketpair()
    told.settimeout(0)  # a signal never waits
    signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    wanted = [each for each in numbers if signal.getsignal(each) != signal.SIG_IGN]
    # Without a handler the system would end the process.
    before = {number: signal.signal(number, lambda *_: None) for number in wanted}
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, app)

    def close() -> None:
        heard.recv(64)
        app.closeAllWindows()

    def end() -> None:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
        signal.set_wakeup_fd(-1)
        notifier.setEnabled(False)
        heard.close()
        told.close()

    notifier.activated.connect(close)
    app.aboutToQuit.connect(end, Qt.ConnectionType.SingleShotConnection)
