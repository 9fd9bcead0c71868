"""What a person sees and does, by accessible names, keys and clicks."""

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.annotation import Annotation
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.gui import application
from annotator.gui.article.view import ArticleView
from annotator.gui.main_window import MainWindow
from annotator.gui.tasks import owed
from annotator.storage import records
from annotator.storage.project import open_project
from tests.fakes import CannedPrompts
from tests.gui.article.mouse import send_move

W = TypeVar("W", bound=QWidget)

_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Space": Qt.Key.Key_Space,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Del": Qt.Key.Key_Delete,
    "Backspace": Qt.Key.Key_Backspace,
    "Tab": Qt.Key.Key_Tab,
    "PgDown": Qt.Key.Key_PageDown,
    "PgUp": Qt.Key.Key_PageUp,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "++": Qt.Key.Key_Plus,
    "-": Qt.Key.Key_Minus,
    "?": Qt.Key.Key_Question,
    ".": Qt.Key.Key_Period,
    "F1": Qt.Key.Key_F1,
    "F3": Qt.Key.Key_F3,
    "F6": Qt.Key.Key_F6,
}
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class Desk:
    """One open window."""

    spoken = staticmethod(str)
    """What a name is in the language of the window."""

    def __init__(self, qtbot: QtBot, window: MainWindow, prompts: CannedPrompts) -> None:
        self.qtbot = qtbot
        self.window = window
        self.prompts = prompts
        self.is_open = True

    @classmethod
    def open(cls, qtbot: QtBot, path: Path | None = None, **options: Any) -> "Desk":
        """Open the window as the program does, and wait until the article is painted."""
        prompts = options.pop("prompts", None) or CannedPrompts()
        is_resized = options.pop("is_resized", True)
        application.application()
        window = application.make_window(path, prompts=prompts, **options)
        desk = cls(qtbot, window, prompts)
        with qtbot.waitActive(window, timeout=60_000):
            if is_resized:
                window.resize(1280, 800)
            window.show()
        screen = window.annotating
        if screen is not None and window.is_annotating:
            qtbot.waitUntil(screen.view.isVisible)
        return desk

    def close(self) -> None:
        """Close the window as a person does; a second time does nothing."""
        if not self.is_open:
            return
        self.is_open = False
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def view(self) -> ArticleView:
        """The article."""
        return self.find("Article", ArticleView)

    @property
    def sheet(self) -> Sheet:
        """The work on the open article as the window has it."""
        session = self.window.session
        assert session is not None
        assert session.sheet is not None
        return session.sheet

    def find(self, name: str, kind: type[W] = QWidget, *, within: QWidget | None = None) -> W:  # type: ignore[assignment]
        """The widget of that accessible name that is not hidden, or the first that is."""
        root = within or self.window
        names = (name, self.spoken(name))
        named = [each for each in root.findChildren(kind) if each.accessibleName() in names]
        assert named, f"nothing is called {name!r}"
        return next((each for each in named if each.isVisible()), named[0])

    def shows(self, name: str) -> bool:
        """Whether something of that accessible name is on the screen."""
        return any(
            each.accessibleName() in (name, self.spoken(name)) and each.isVisible()
            for each in self.window.findChildren(QWidget)
        )

    def menus(self) -> list[QMenu]:
        """The menus of the bar and those in them, as if each had been opened once."""
        for menu in self.window.menuBar().findChildren(QMenu):
            menu.aboutToShow.emit()
        return self.window.menuBar().findChildren(QMenu)

    def press(self, *strokes: str, on: QWidget | None = None) -> None:
        """Press keys where the focus is, such as `C`, `Shift+Right`, `+`."""
        for stroke in strokes:
            target = on or QApplication.focusWidget() or self.view
            _press(target, stroke)

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClicks(target, words)

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def select(self, words: str, *, is_labelled_at_once: bool = False) -> None:
        """Draw over words with the mouse, exactly."""
        self.draw_over(words, Qt.KeyboardModifier.ControlModifier, is_held_at_once=False)
        if is_labelled_at_once:
            return
        assert self.view.selection is not None
        assert self.view.selection.cut_from(self.sheet.article.text) == words

    def draw_over(
        self, words: str, held: Qt.KeyboardModifier, *, is_held_at_once: bool = True
    ) -> None:
        """Draw over words with the mouse while keys are held, from the press or the drag on."""
        text = self.sheet.article.text
        start = text.index(words)
        self.view.reveal(Span(start, start + len(words)))
        first = self.view.rectangles_of(Span(start, start + 1))[0]
        last = self.view.rectangles_of(Span(start + len(words) - 1, start + len(words)))[-1]
        port = self.view.viewport()
        begin = QPoint(round(first.left()) + 1, round(first.center().y()))
        end = QPoint(round(last.right()) - 1, round(last.center().y()))
        at_first = held if is_held_at_once else Qt.KeyboardModifier.NoModifier
        QTest.mousePress(port, Qt.MouseButton.LeftButton, at_first, begin)
        for point in ((begin + end) / 2, end - QPoint(1, 0), end):
            send_move(self.view, point, held)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, held, end)

    def go_to(self, words: str) -> None:
        """Click on the first of some words, and beside every mark."""
        self.view.put_cursor(self.sheet.article.text.index(words))

    def annotations(self, label: str = "") -> list[Annotation]:
        """What is labelled now, in the order of the text."""
        found = [each for each in self.sheet.annotations.values() if label in ("", each.label)]
        return sorted(found, key=lambda each: (each.start, each.end))

    def words(self, label: str) -> list[str]:
        """The words under a label."""
        return [each.text for each in self.annotations(label)]

    def links(self) -> list[tuple[str, str, str]]:
        """The relations as words: from, kind, to."""
        named = self.sheet.annotations
        return sorted(
            (named[each.from_id].text, each.label, named[each.to_id].text)
            for each in self.sheet.relations.values()
        )

    def status(self) -> str:
        """What the status line says last."""
        return self.window.status.message.accessibleName()

    def wait_saved(self) -> None:
        """Wait until all that was asked for is done and the status line says that it is saved."""
        saved = self.window.status.saved
        self.qtbot.waitUntil(lambda: not owed() and saved.text().startswith("✓ Saved"))

    def stored(self, article_id: str = "a1") -> Sheet:
        """The work on an article as the file has it."""
        self.wait_saved()
        session = self.window.session
        assert session is not None
        with open_project(session.path) as project:
            return records.sheet(project, article_id, session.annotator)


def _press(target: QWidget, stroke: str) -> None:
    held, key = _parted(stroke)
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in held:
        modifiers |= _MODIFIERS[name]
    if key in _KEYS and (held or len(key) > 1):
        QTest.keyClick(target, _KEYS[key], modifiers)
    elif modifiers == Qt.KeyboardModifier.NoModifier and not key.isalpha():
        QTest.keyClick(target, key)
    else:
        QTest.keyClick(target, getattr(Qt.Key, f"Key_{key.upper()}"), modifiers)


def _parted(stroke: str) -> tuple[list[str], str]:
    if len(stroke) == 1:
        return [], stroke
    if stroke.endswith("++"):
        return stroke[:-2].split("+"), "++"
    *held, key = stroke.split("+")
    return held, key


def press_foreign(target: QWidget, letter: str, *, scan_code: int) -> None:
    """Press a key of another script's layout, known by the place of the key."""
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        event = QKeyEvent(
            kind,
            ord(letter.upper()),
            Qt.KeyboardModifier.NoModifier,
            scan_code,
            0,
            0,
            letter,
        )
        QApplication.sendEvent(target, event)
