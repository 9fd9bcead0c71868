"""Starting: what is loaded, what is said without a display, what a fault leaves behind."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.__main__ import main
from annotator.gui import application
from annotator.gui.faults import FaultWatch, without_text
from annotator.gui.window_state import WindowState
from annotator.settings import SETTINGS, Settings
from tests.builders import article, project_file
from tests.fakes import CannedPrompts
from tests.gui.desk import Desk

ROOT = Path(__file__).parents[2]
LATE = (
    "asyncio",
    "urllib.request",
    "concurrent.futures",
    "numpy",
    "markdown",
    "sqlite_utils",
    "orjson",
    "hashlib",
    "html",
    "tomllib",
    "uuid",
    "regex",
    "annotator.formats",
    "annotator.suggestions",
    "annotator.operations.importing",
    "annotator.operations.exporting",
    "annotator.storage.journal",
    "annotator.storage.search",
    "annotator.gui.context_menu",
    "annotator.gui.dressing",
    "annotator.gui.entities",
    "annotator.gui.grid",
    "annotator.gui.keys_editor",
    "annotator.gui.palette",
    "annotator.gui.preferences",
    "annotator.gui.quitting",
    "annotator.gui.search",
    "annotator.gui.widgets.manual",
    "annotator.gui.widgets.overlay",
    "PySide6.QtNetwork",
    "PySide6.QtQuick",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "PySide6.QtTest",
)
LATE_CLASSES = ("QStyle", "QIcon", "QTextCharFormat", "QMessageBox", "QFileDialog", "QWizard")
"""Classes of Qt that take milliseconds to make; the last is made with every kind of widget."""

READ_FOR_FEATURES = """
from annotator.gui import main_window
from shibokensupport import feature
print("read:", *(name for name in feature.pyside_feature_dict if name.startswith("annotator.")))
"""

REPORT_AT_FIRST_PAINT = """
import sys
from PySide6 import QtGui, QtWidgets
from annotator.__main__ import main
from annotator.gui import application
app = application.application()
window = application.make_window()
def report():
    window.annotating.panel._refresh()  # on a slow machine it comes before the first paint
    print(",".join(name for name in {late!r} if name in sys.modules))
    print(",".join(name for name in {classes!r} if name in vars(QtGui) | vars(QtWidgets)))
    sys.stdout.flush()
    window.close()
window.annotating.view.first_paint.connect(report)
window.show()
sys.exit(app.exec())
"""

FIRST_KEY = """
import gc
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Qt
from PySide6.QtGui import QKeyEvent
from annotator.__main__ import main
from annotator.gui import application
def press(window):
    view, session = window.annotating.view, window.session
    before = set(session.sheet.annotations)
    def key():
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier, "c")
        QCoreApplication.postEvent(view, event)
    def tell(_):
        made = set(session.sheet.annotations) - before
        print(*(session.sheet.annotations[each].label for each in made))
        wait_for_garbage()
    def wait_for_garbage():
        if gc.isenabled():
            print(True)
            window.close()
        else:
            QTimer.singleShot(50, window, wait_for_garbage)
    session.settled.connect(tell)
    view.first_paint.connect(key)
make_window = application.make_window
def made(*arguments, **options):
    window = make_window(*arguments, **options)
    press(window)
    return window
application.make_window = made
sys.exit(main([]))
"""
"""Presses C while the article is painted for the first time, and waits until it is on the disk."""

CTRL_C = """
import os
import signal
import sys
from PySide6.QtCore import QTimer
from annotator.__main__ import main
from annotator.gui import application
def stop(window):
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        QTimer.singleShot(20, window, lambda: stop(window))
        return
    window.annotating.view.go_to(len(window.session.sheet.article.text))
    QTimer.singleShot(0, window, lambda: os.kill(os.getpid(), signal.SIGINT))
    window.help.about()
make_window = application.make_window
def made(*arguments, **options):
    window = make_window(*arguments, **options)
    window.annotating.view.first_paint.connect(lambda: stop(window))
    return window
application.make_window = made
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main([]))
"""
"""Ctrl+C in the terminal, while a box is open, right after the reader went to the end."""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A fresh Python in this test's home."""
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture
def worked_before(open_desk: Callable[..., Desk]) -> None:
    """The sample project exists and was open."""
    open_desk().close()


@pytest.mark.usefixtures("worked_before")
def test_nothing_heavy_is_loaded_before_the_first_paint():
    script = REPORT_AT_FIRST_PAINT.format(late=LATE, classes=LATE_CLASSES)
    done = run("-c", script, QT_QPA_PLATFORM="offscreen")
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stderr


@pytest.mark.usefixtures("worked_before")
def test_a_key_pressed_at_the_first_paint_labels_and_is_stored():
    done = run("-c", FIRST_KEY, QT_QPA_PLATFORM="offscreen")
    assert (done.stdout.split(), done.returncode) == (["claim", "True"], 0), done.stderr


def test_the_smoke_start_paints_an_article_and_ends_in_silence():
    done = run("-m", "annotator", QT_QPA_PLATFORM="offscreen", ANNOTATOR_SMOKE="1")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_a_fault_ends_the_smoke_start_at_once_with_a_report():
    script = (
        "import sys\n"
        "from annotator.__main__ import main\n"
        "from annotator.gui.article.view import ArticleView\n"
        "ArticleView._paint = lambda view, event: 1 / 0\n"
        "sys.exit(main([]))\n"
    )
    done = run("-c", script, QT_QPA_PLATFORM="offscreen", ANNOTATOR_SMOKE="1")
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr


def test_ctrl_c_in_the_terminal_closes_the_window_in_order(home: Path):
    done = run("-c", CTRL_C, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    kept = WindowState(home)
    ((_, (sentence, *_)),) = kept.table("places").items()
    assert sentence > 100, "the place of the reader was not kept"


def test_version_and_commands_do_not_load_qt(tmp_path: Path):
    script = (
        "import sys\n"
        "from annotator.__main__ import main\n"
        "try:\n"
        "    main({arguments!r})\n"
        "finally:\n"
        "    assert 'PySide6' not in sys.modules\n"
    )
    for arguments in (["--version"], ["formats"], ["new", str(tmp_path / "x.annotator")]):
        done = run("-c", script.format(arguments=arguments))
        assert done.returncode == 0, done.stderr


def test_without_a_display_one_sentence_names_the_commands_that_need_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for arguments in ([], ["open"], ["pilot.annotator"], ["--as", "ana"]):
        with pytest.raises(SystemExit, match="1"):
            main(arguments)
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("annotator: There is no display")
        assert len(said.err.splitlines()) == 1
    for arguments in (["open", "--screen", "none"], ["open", "a", "b"], ["--article"]):
        with pytest.raises(SystemExit, match="2"):
            main(arguments)
        assert "no display" not in capsys.readouterr().err
    with pytest.raises(SystemExit, match="0"):
        main(["open", "-h"])
    assert capsys.readouterr().out.startswith("Usage: annotator open")


def test_a_project_that_is_none_ends_with_one_sentence_and_exit_code_1(tmp_path: Path):
    wrong = tmp_path / "wrong.annotator"
    wrong.write_text("words", encoding="utf-8")
    done = run("-m", "annotator", str(wrong), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "is not an Annotator project" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_start_on_the_only_project_ends_with_one_sentence(
    open_desk: Callable[..., Desk],
):
    open_desk()
    done = run("-m", "annotator", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert done.stderr.startswith("annotator: Sample.annotator is open elsewhere")


def test_a_fault_is_told_and_logged_without_the_words_of_an_article(home: Path):
    told: list[str] = []
    words = "mayor said".title()
    watch = FaultWatch(home, told.append)
    watch.watch()
    try:
        try:
            raise ValueError(words)
        except ValueError as fault:
            sys.excepthook(type(fault), fault, fault.__traceback__)
    finally:
        watch.rest()
    (report,) = told
    assert report.endswith("ValueError")
    logged = (home / "annotator.log").read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert words not in logged + report


def test_a_report_names_the_place():
    with pytest.raises(KeyError) as caught:
        {}["x"]
    assert "test_application.py" in without_text(caught.type, caught.tb)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_colours_change_at_once_and_are_remembered(
    open_desk: Callable[..., Desk], project: Path, home: Path, name: str
):
    desk = open_desk(project)
    desk.window.views.choose_theme(name)
    paper = desk.view.theme.colour("paper")
    assert desk.view.viewport().grab().toImage().pixelColor(3, 3) == paper
    assert Settings(home).text("theme") == name
    desk.window.views.choose_theme("system")


def test_a_window_with_larger_words_has_them_everywhere_and_opens_with_the_title_in_sight(
    open_desk: Callable[..., Desk], tmp_path: Path, home: Path
):
    settings = Settings(home)
    settings.choose("interface_size", 20)
    settings.choose("text_size", 30)
    text = "\n\n".join(["The harbour authority begins to dredge the outer port, " * 4] * 9)
    desk = open_desk(project_file(tmp_path, article(text, title="The harbour authority " * 4)))
    status, screen = desk.window.status, desk.window.annotating
    told = (status.saved, status.mode, status.annotator, status.message, status.hints, status.count)
    assert [each.font().pixelSize() for each in told] == [20] * 6
    assert desk.view.verticalScrollBar().maximum() > desk.view.verticalScrollBar().value() == 0
    assert screen.panes.splitter.sizes()[0] == 236  # else the article would have no room


def test_side_panes_are_as_wide_as_their_words_need_where_there_is_room(
    qtbot: QtBot, patient_closing: None, home: Path
):
    Settings(home).choose("interface_size", 20)
    application.application()
    window = application.make_window(prompts=CannedPrompts())
    qtbot.addWidget(window)
    window.resize(1900, 1000)
    window.show()
    assert window.annotating is not None
    queue, panel = window.annotating.queue, window.annotating.panel
    qtbot.waitUntil(lambda: (queue.width(), panel.width()) == (363, 418))


def test_settings_hold_only_what_differs_and_ignore_what_does_not_fit(home: Path):
    settings = Settings(home)
    settings.choose("text_size", 22)
    settings.choose("theme", "pink")
    assert (home / "settings.json").read_text(encoding="utf-8").split() == [
        "{",
        '"text_size":',
        "22",
        "}",
    ]
    assert Settings(home).number("text_size") == 22
    settings.choose("text_size", 18)
    assert (home / "settings.json").read_text(encoding="utf-8") == "{}"


def test_damaged_settings_read_as_untouched(home: Path):
    home.mkdir(parents=True)
    (home / "settings.json").write_text('{"theme": 3, "text_size": 900}', encoding="utf-8")
    settings = Settings(home)
    assert [settings.text("theme"), settings.number("text_size")] == ["system", 18]
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


def test_letters_can_be_switched_off(open_desk: Callable[..., Desk], project: Path, home: Path):
    Settings(home).choose("letter_keys", value=False)
    desk = open_desk(project)
    desk.press("C", "+", "Down")
    assert desk.annotations() == []
    assert desk.view.current_sentence.start > 0


def test_going_on_after_a_label_is_a_setting(
    open_desk: Callable[..., Desk], project: Path, home: Path
):
    Settings(home).choose("advance_after_label", value=True)
    desk = open_desk(project)
    desk.press("C", "C")
    assert len(desk.words("claim")) == 2


def test_a_screen_that_is_not_there_is_named(open_desk: Callable[..., Desk], project: Path):
    desk = open_desk(project)
    application.go_to_screen(desk.window, "annotate")
    assert desk.status() == ""
    application.go_to_screen(desk.window, "dashboard")
    assert desk.shows("Dashboard")
    application.go_to_screen(desk.window, "statistics")
    assert desk.status().startswith("The screen “statistics” is not in this version.")


def test_a_first_start_without_a_place_for_the_sample_says_so_and_has_its_menus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "file" / "home"))
    window = application.make_window()
    assert window.session is None
    assert len(window.menuBar().actions()) == 7
    said = [each.accessibleName() for each in window.status.findChildren(QLabel)]
    assert any("cannot be made" in text and "Ctrl+O" in text for text in said)
    window.deleteLater()


def test_there_is_one_application():
    assert application.application() is application.application()


def test_qt_does_not_read_the_source_of_every_module():
    assert run("-c", READ_FOR_FEATURES).stdout.strip() == "read:"
