"""Drives the program as a person does: the real `main`, keys and mouse, and nothing else."""

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from unittest import mock

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from annotator.__main__ import main
from annotator.domain.span import Span
from annotator.gui import application
from annotator.gui.article.view import ArticleView
from annotator.gui.main_window import MainWindow
from annotator.gui.tasks import is_any_running
from annotator.text.tokens import next_token_start, previous_token_end, tokens

PATIENCE_SECONDS = 60.0

Modifier = Qt.KeyboardModifier
Key = Qt.Key
_NAMED = {
    "Right": Key.Key_Right,
    "Left": Key.Key_Left,
    "Down": Key.Key_Down,
    "Up": Key.Key_Up,
    "Return": Key.Key_Return,
    "Esc": Key.Key_Escape,
    "Del": Key.Key_Delete,
    "Tab": Key.Key_Tab,
    "F6": Key.Key_F6,
}
_MODIFIERS = {
    "Shift": Modifier.ShiftModifier,
    "Ctrl": Modifier.ControlModifier,
    "Alt": Modifier.AltModifier,
}


class Person:
    """Somebody at the keyboard, who looks at the window by the names that it gives its parts."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.keys = 0
        self.letters = 0
        self._met: dict[str, QWidget] = {}

    @property
    def article(self) -> ArticleView:
        """The article that is shown."""
        return self.part("Article")  # type: ignore[return-value]

    @property
    def text(self) -> str:
        """The words of the article that is shown."""
        session = self.window.session
        assert session is not None
        assert session.sheet is not None
        return session.sheet.article.text

    def part(self, name: str) -> QWidget:
        """A visible part of the window, by its accessible name; one that is known is met again."""
        known = self._met.get(name)
        if known is None or not isValid(known) or not _is_seen(known, name):
            found = [each for each in self.window.findChildren(QWidget) if _is_seen(each, name)]
            assert found, f"nothing visible is called {name}"
            self._met[name] = found[0]
        return self._met[name]

    def press(self, *keys: str) -> None:
        """Press keys where the focus is: `C`, `Shift+Right`, `Ctrl+Return`."""
        for key in keys:
            *modifiers, name = key.split("+") if len(key) > 1 else [key]
            state = Modifier.NoModifier
            for modifier in modifiers:
                state |= _MODIFIERS[modifier]
            popup = QApplication.activePopupWidget()
            target = popup or QApplication.focusWidget() or self.window
            is_letter = len(name) == 1 and name.isalpha()
            QTest.keyClick(target, _NAMED.get(name, name.lower() if is_letter else name), state)
            self.keys += 1
            QApplication.processEvents()
            self._come_back()

    def _come_back(self) -> None:
        """When a list that popped up closes, a desktop makes its window active again."""
        active = QApplication.activeWindow()
        if (active is None or not active.isVisible()) and self.window.isVisible():
            self.window.activateWindow()
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type ASCII words where the focus is."""
        QTest.keyClicks(QApplication.focusWidget(), text)
        self.letters += len(text)

    def wait_until(self, condition: Callable[[], object]) -> None:
        """Let the program work until something is so."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < end, "it did not become so"
            QTest.qWait(5)

    def wait_until_saved(self) -> None:
        """Wait until nothing is computed and the window says that everything is on the disk.

        Keys that waited for a task are pressed in the turn after it, and may begin another.
        """
        for _ in range(2):
            self.wait_until(lambda: not is_any_running() and "Saved" in self.words_of("Status"))
            QApplication.processEvents()

    def words_of(self, name: str) -> str:
        """All words that a part of the window shows."""
        part = self.part(name)
        texts = [each.text() for each in part.findChildren(QWidget) if hasattr(each, "text")]
        return " ".join(texts)

    def go_to_sentence_at(self, position: int) -> None:
        """Read on, or back, to the sentence that holds a position."""
        for _ in range(400):
            here = self.article.current_sentence
            if here.start <= position < here.end:
                return
            self.press("J" if here.end <= position else "K")
        raise AssertionError(f"no sentence holds {position}")

    def select(self, span: Span) -> None:
        """Select words by keys, the shortest way that a person can see from the sentence."""
        self.press("Esc")
        self.go_to_sentence_at(span.start)
        text, sentence = self.text, self.article.current_sentence
        if span.end > sentence.end:
            self._select_sentences(span)
        else:
            before = len(tokens(text, sentence.start, span.start))
            within = len(tokens(text, span.start, span.end))
            behind = len(tokens(text, span.end, sentence.end))
            ways = (
                (before + within, ["Right"] * (before + 1) + ["Shift+Right"] * (within - 1)),
                (behind + within, ["Left"] * (behind + 1) + ["Shift+Left"] * (within - 1)),
                (
                    before + behind + 2,
                    ["Shift+J", "Shift+K"] + ["Alt+Shift+Right"] * before + ["Alt+Left"] * behind,
                ),
            )
            self.press(*min(ways, key=lambda way: way[0])[1])
        self._mend(span)
        assert self.article.selection == span

    def _select_sentences(self, span: Span) -> None:
        self.press("Shift+J")
        while (chosen := self.article.selection) and chosen.end < span.end:
            self.press("Shift+J")

    def _mend(self, span: Span) -> None:
        """Move the edges of the selection by words, then by characters, to where they belong."""
        for _ in range(400):
            chosen = self.article.selection
            assert chosen is not None
            if chosen == span:
                return
            if chosen.start < span.start:
                is_far = next_token_start(self.text, chosen.start)
                by_word = is_far is not None and is_far <= span.start
                self.press("Alt+Shift+Right" if by_word else "Ctrl+Alt+Shift+Right")
            elif chosen.start > span.start:
                self.press("Alt+Shift+Left")
            elif chosen.end > span.end:
                end = previous_token_end(self.text, chosen.end)
                by_word = end is not None and end >= span.end
                self.press("Alt+Left" if by_word else "Ctrl+Alt+Left")
            else:
                self.press("Alt+Right")

    def leave_form(self) -> None:
        """Go back to the article; a list that is open takes the first Esc."""
        for _ in range(3):
            if QApplication.focusWidget() is self.article:
                return
            self.press("Esc")
        assert QApplication.focusWidget() is self.article

    def go_to_field(self, name: str, *, among: Sequence[str]) -> None:
        """Put the focus on one of the fields of a form, forwards or back."""
        for _ in range(2 * len(among)):
            here = QApplication.focusWidget()
            assert here is not None
            if here.accessibleName() == name:
                return
            is_before = here.accessibleName() in among and (
                among.index(here.accessibleName()) < among.index(name)
            )
            self.press("Tab" if is_before else "Shift+Tab")
        raise AssertionError(f"no field is called {name}")

    def click(self, place: QPoint) -> None:
        """Click into the article."""
        QTest.mouseClick(self.article.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()

    def drag_over(self, span: Span) -> None:
        """Drag the mouse from the first to the last word of a span."""
        port = self.article.viewport()
        first = self.article.rectangles_of(Span(span.start, span.start + 1))[0].center().toPoint()
        last = self.article.rectangles_of(Span(span.end - 1, span.end))[-1].center().toPoint()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
        QTest.mouseMove(port, (first + last) / 2)
        QTest.mouseMove(port, last)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)
        QApplication.processEvents()

    def click_button(self, part: str, name: str) -> None:
        """Click a button by its accessible name, in a part of the window."""
        inside = self.part(part).findChildren(QWidget)
        button = next(each for each in inside if each.accessibleName().startswith(name))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def answer(self, text: str) -> None:
        """Type into the field that has the focus and confirm."""
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        self.type(text)
        self.press("Return")


def start(
    arguments: Sequence[str], work: Callable[[Person], None], *, is_on_article: bool = True
) -> int:
    """Run `annotator` with arguments; `work` is done in its window, which is closed then.

    It begins in the article, or where the window was closed before.
    """
    app = application.application()
    problems: list[BaseException] = []

    def go() -> None:
        with _noted(problems):
            window = _shown(app)
            person = Person(window)
            window.activateWindow()
            if is_on_article:
                person.article.setFocus()
                person.wait_until(lambda: QApplication.focusWidget() is person.article)
            work(person)
        with _noted(problems):
            for top in QApplication.topLevelWidgets():
                top.close()
        app.quit()

    def note(_: object, report: str) -> None:
        problems.append(AssertionError(report))

    QTimer.singleShot(0, go)
    # The question that tells people of a fault would wait for its answer for ever.
    with mock.patch.object(application, "_tell_fault", note):
        code = exit_code(arguments)
    # The last window asked to quit too; heard later it would end every event loop of other tests.
    QApplication.removePostedEvents(app, QEvent.Type.Quit)
    if problems:
        raise problems[0]
    return code


def exit_code(arguments: Sequence[str]) -> int:
    """Run `annotator` with arguments to its end."""
    try:
        return main(arguments) or 0
    except SystemExit as end:
        return int(end.code or 0)


def _shown(app: QApplication) -> MainWindow:
    """The window of this run; those of earlier runs are closed."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        for top in app.topLevelWidgets():
            if isinstance(top, MainWindow) and top.isVisible() and top.annotating is not None:
                return top
        QTest.qWait(5)
    raise AssertionError("no window was shown")


def _is_seen(part: QWidget, name: str) -> bool:
    return part.accessibleName() == name and part.isVisible()


@contextlib.contextmanager
def _noted(problems: list[BaseException]) -> Iterator[None]:
    try:
        yield
    except BaseException as problem:  # noqa: BLE001 - raised again outside Qt's event loop
        problems.append(problem)
