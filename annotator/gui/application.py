"""Builds the window and hands its parts to one another; the only place that knows them all."""

import gc
import os
import sys
from functools import partial
from pathlib import Path

from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.domain.errors import UserError
from annotator.gui import language
from annotator.gui import theme as looks
from annotator.gui.faults import FaultWatch
from annotator.gui.main_window import MainWindow
from annotator.gui.prompts import Prompts
from annotator.gui.window_state import WindowState
from annotator.settings import Settings, home

SMOKE = "ANNOTATOR_SMOKE"
SCREEN = "annotate"
"""The screen of the article, which is shown when none is named and none was left open."""
_DRESS_MILLISECONDS = 150
_TURN_SECONDS = 0.0005
"""How long a thread that writes or imports keeps the interpreter when the window wants it; Python's
own 5 ms are a third of a frame, and several of them come in one."""
_SETTLED_MILLISECONDS = 1_000


def run(
    project: Path | None = None,
    *,
    article: str | None = None,
    annotator: str | None = None,
    screen: str = "",
    prompts: Prompts | None = None,
) -> int:
    """Open the window and stay until it is closed; the exit code.

    Raises:
        UserError: the project that was named cannot be opened.
    """
    app = application()
    asked = prompts or Prompts()
    tell = _end_with if os.environ.get(SMOKE) else partial(_tell_fault, asked)
    watch = FaultWatch(home(), tell)
    watch.watch()
    try:
        window = make_window(project, article=article, annotator=annotator, prompts=asked)
        window.show()
        QTimer.singleShot(_SETTLED_MILLISECONDS, collect_again)
        QTimer.singleShot(_DRESS_MILLISECONDS, partial(_heed_signals, app))
        go_to_screen(window, screen)
        if os.environ.get(SMOKE):
            _close_after_first_paint(window)
        return app.exec()
    finally:
        watch.rest()


def _end_with(report: str) -> None:
    """Nobody looks at a smoke start: a fault ends it."""
    sys.stderr.write(report)
    os._exit(1)


def _heed_signals(app: QApplication) -> None:
    # Sockets and signals take as long to load as the first article to paint.
    from annotator.gui.quitting import close_at_signals

    close_at_signals(app)


def collect_again() -> None:
    """Collect garbage from now on, without looking through what the start has made each time."""
    gc.freeze()
    gc.enable()


def application() -> QApplication:
    """The one `QApplication`, named."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else _made_application()
    app.setApplicationName("Annotator")
    app.setDesktopFileName("annotator")
    return app


def _made_application() -> QApplication:
    # Asked for by `setStyle` the style comes with all of QStyle, a thirtieth of the start.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setProperty(looks.IS_FUSION, "yes")
    sys.setswitchinterval(_TURN_SECONDS)
    return app


def make_window(
    project: Path | None = None,
    *,
    article: str | None = None,
    annotator: str | None = None,
    prompts: Prompts | None = None,
) -> MainWindow:
    """The window on a project: the one named, else the last one, else the sample.

    Raises:
        UserError: the project that was named cannot be opened.
    """
    looks.load_fonts()
    state = WindowState(home())
    settings = Settings(home())
    # Widgets made before the theme is applied would keep the font that there is then.
    looks.set_interface_size(settings.number("interface_size"))
    application().setFont(looks.interface_font())
    language.install(application(), settings.text("language"))
    window = MainWindow(settings, state, prompts or Prompts())
    window.views.apply_theme()
    if project is not None:
        window.open_project(project, annotator=annotator, article=article)
    elif not _opened_last(window, state, settings, article=article, annotator=annotator):
        window.open_sample()
    if window.session is None:
        window.build_menus()  # an opened project made them, with its labels
    _dress_after_first_paint(window)
    return window


def go_to_screen(window: MainWindow, name: str) -> None:
    """Show a screen by name; one that this version lacks is named, not passed over."""
    if name == SCREEN:
        if not window.is_annotating:
            window.screens.annotate()
    elif name and not window.screens.show_named(name):
        sentence = QCoreApplication.translate(
            "MainWindow", "The screen “{}” is not in this version. The articles are shown instead."
        )
        window.warn(sentence.format(name))


def _opened_last(
    window: MainWindow,
    state: WindowState,
    settings: Settings,
    *,
    article: str | None,
    annotator: str | None,
) -> bool:
    if not settings.is_on("reopen_project"):
        return False
    recent = state.recent
    newest = next((path for path in recent if path.is_file()), None)
    if recent and newest != recent[0]:
        sentence = QCoreApplication.translate(
            "MainWindow", "The last project is not there now: {}. Another one is shown instead."
        )
        QTimer.singleShot(0, window, lambda: window.warn(sentence.format(recent[0])))
    if newest is None:
        return False
    try:
        return window.open_project(newest, annotator=annotator, article=article)
    except UserError as problem:
        refusal = str(problem)
        QTimer.singleShot(0, window, lambda: window.warn(refusal))
        return False


def _dress_after_first_paint(window: MainWindow) -> None:
    """Icons need Qt's SVG library; the article comes first."""

    def dress() -> None:
        from annotator.gui.ahead import make_ready

        window.setWindowIcon(QtGui.QIcon(str(resources.path("icons", "annotator.svg"))))
        window.dress_from_now_on()
        make_ready(window)

    def dress_soon() -> None:
        QTimer.singleShot(_DRESS_MILLISECONDS, window, dress)

    if window.annotating is None or not window.is_annotating or window.annotating.view.isHidden():
        dress_soon()
    else:
        window.annotating.view.first_paint.connect(dress_soon)


def _close_after_first_paint(window: MainWindow) -> None:
    if window.annotating is not None and window.is_annotating:
        window.annotating.view.first_paint.connect(
            lambda: QTimer.singleShot(0, window, window.close)
        )
    else:
        QTimer.singleShot(_DRESS_MILLISECONDS, window, window.close)


def _tell_fault(prompts: Prompts, report: str) -> None:
    prompts.tell(
        QCoreApplication.translate("Prompts", "Something went wrong that should not."),
        QCoreApplication.translate(
            "Prompts",
            "Your work is saved up to the last step. Go on, or close the program and start it "
            "again. The report below holds no article text; please send it to those who look "
            "after the program.",
        ),
        report=report,
    )
