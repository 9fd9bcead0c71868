"""What happens to exceptions nobody expected: a log without article text, and one dialog."""

import faulthandler
import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from annotator.settings import LOG_FILE

log = logging.getLogger("annotator")

CRASH_FILE = "crash.log"
_MOST_BYTES = 500_000

Tell = Callable[[str], None]
"""Shows a report to the person."""


class FaultWatch:
    """Listens for faults from `watch` until `rest`; tests watch and rest many times."""

    def __init__(self, home: Path, tell: Tell) -> None:
        self._home = home
        self._tell = tell
        self._handler: logging.Handler | None = None
        self._crashes: TextIO | None = None
        self._is_telling = False
        self._has_enabled = False
        self._hook = sys.excepthook

    def watch(self) -> None:
        """Begin to listen; without a place for the log only the dialog remains."""
        self._hook = sys.excepthook
        sys.excepthook = self._on_exception
        qInstallMessageHandler(_on_qt_message)
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            _turn(self._home / LOG_FILE)
            self._handler = logging.FileHandler(self._home / LOG_FILE, encoding="utf-8", delay=True)
            self._crashes = (self._home / CRASH_FILE).open("a", encoding="utf-8")
        except OSError:
            return
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(self._handler)
        log.setLevel(logging.INFO)
        if not faulthandler.is_enabled():
            faulthandler.enable(self._crashes)
            self._has_enabled = True

    def rest(self) -> None:
        """Stop listening."""
        sys.excepthook = self._hook
        qInstallMessageHandler(None)
        if self._handler is not None:
            log.removeHandler(self._handler)
            self._handler.close()
        if self._crashes is not None:
            if self._has_enabled:
                faulthandler.disable()
            self._crashes.close()

    def _on_exception(
        self,
        kind: type[BaseException],
        fault: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._hook(kind, fault, trace)
            return
        report = without_text(kind, trace)
        log.error("%s", report)
        if not self._is_telling:
            self._is_telling = True
            try:
                self._tell(report)
            finally:
                self._is_telling = False


def without_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where a fault arose, without its message: that may quote an article."""
    return "".join(traceback.format_tb(trace)) + kind.__name__


def _turn(file: Path) -> None:
    """Put a long log aside at the start; `logging.handlers` would cost 20 ms to import."""
    if file.exists() and file.stat().st_size > _MOST_BYTES:
        file.replace(file.with_suffix(".old.log"))


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    level = logging.WARNING if kind == QtMsgType.QtWarningMsg else logging.DEBUG
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        level = logging.ERROR
    log.log(level, "Qt %s: %s", context.category, message)
