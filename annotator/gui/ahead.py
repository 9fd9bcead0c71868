"""Makes ready what the first labels need, before somebody waits for it and without holding up."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6 import QtWidgets
from PySide6.QtCore import QTimer

from annotator.gui.main_window import MainWindow

_MODULES = (
    "annotator.operations.rules",
    "annotator.domain.frame",
    "annotator.gui.annotate.offers",
    "annotator.gui.annotate.framing",
    "annotator.gui.annotate.crediting",
    "annotator.gui.panel.frame_rows",
    "annotator.gui.panel.frame",
)
_KINDS_OF_WIDGET = (
    "QCalendarWidget",
    "QColorDialog",
    "QColumnView",
    "QDateTimeEdit",
    "QDialogButtonBox",
    "QDockWidget",
    "QFileDialog",
    "QFontComboBox",
    "QFontDialog",
    "QGraphicsView",
    "QInputDialog",
    "QKeySequenceEdit",
    "QLCDNumber",
    "QListWidget",
    "QMdiArea",
    "QMdiSubWindow",
    "QMessageBox",
    "QPlainTextEdit",
    "QProgressDialog",
    "QTabWidget",
    "QTableWidget",
    "QTextBrowser",
    "QToolBar",
    "QTreeWidget",
    "QWizard",
)
"""Kinds that take longest to make of all that Qt for Python makes, at once, when it first meets
a widget that Qt made: 33 ms together, 4 ms when these are there already."""


def make_ready(window: MainWindow) -> None:
    """Do it piece by piece, each in a turn of the loop of events of its own."""
    pieces = _pieces(window)
    turn = QTimer(window, interval=0)

    def do_next() -> None:
        piece = next(pieces, None)
        if piece is None:
            turn.stop()
            turn.deleteLater()
        else:
            piece()

    turn.timeout.connect(do_next)
    turn.start()


def _pieces(window: MainWindow) -> Iterator[Callable[[], object]]:
    for name in _MODULES:
        yield partial(import_module, name)
    for name in _KINDS_OF_WIDGET:
        yield partial(getattr, QtWidgets, name)
    yield partial(_read_cue_words, window)
    screen = window.annotating
    if screen is not None:
        yield partial(getattr, screen, "framing")
        pieces = screen.panel.make_ready()
        # The project may be left between two turns, and its widgets are gone.
        while window.annotating is screen and (piece := next(pieces, None)) is not None:
            yield piece


def _read_cue_words(window: MainWindow) -> None:
    from annotator.suggestions.cue_words import cue_words

    sheet = window.session.sheet if window.session is not None else None
    if sheet is not None:
        cue_words(sheet.article.language or "en")
