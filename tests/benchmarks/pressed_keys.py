"""Presses keys in the real window and tells how long each took; one JSON object on its output.

`python -m tests.benchmarks.pressed_keys PROJECT COUNT PAUSE_MS [SOURCE_TO_IMPORT]`. Of each key:
`handler`, until its handlers came back; `painted`, until the window had painted all that it
changed; `saved`, until the window knew that the change is on the disk.
`floor` is one commit of one row to a database of its own, in the same process and in turn.
"""

import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.change import Draft
from annotator.gui import application
from annotator.storage import sqlite

STROKES = {
    "move": (Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier),
    "label": (Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier),
    "undo": (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
}
AFTER_PAINT = QEvent.Type(QEvent.registerEventType())
HIGH_PRIORITY = Qt.EventPriority.HighEventPriority.value
PATIENCE_SECONDS = 60.0


class Keyboard(QObject):
    """Presses keys and watches the page and the disk."""

    def __init__(self, project: Path) -> None:
        super().__init__()
        self.figures: dict[str, list[float]] = defaultdict(list)
        self.window = application.make_window(project)
        self.window.resize(1280, 800)
        self.window.show()
        assert self.window.annotating is not None
        assert self.window.session is not None
        self.view = self.window.annotating.view
        self.session = self.window.session
        self._paints = 0
        self._painted_at = 0.0
        self._pressed_at: dict[str, float] = {}
        self.view.viewport().installEventFilter(self)
        self.session.settled.connect(self._on_settled)
        self._spin(lambda: self._paints > 0)
        QTest.qWait(300)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn that the page is being painted, with the rest of the window."""
        if event.type() == QEvent.Type.Paint:
            # Comes next, when all that has to be painted now is on the screen.
            QApplication.postEvent(self, QEvent(AFTER_PAINT), HIGH_PRIORITY)
        return super().eventFilter(watched, event)

    def customEvent(self, _: QEvent) -> None:
        """Note when the window was painted."""
        self._paints += 1
        self._painted_at = time.perf_counter()

    def press(self, name: str, *, waits: bool) -> None:
        """Press one key; with `waits`, go on only when it is on the disk."""
        before, painted = set(self._waiting()), self._paints
        key, modifier = STROKES[name]
        began = time.perf_counter()
        QTest.keyClick(self.view, key, modifier)
        self._note(f"{name}_handler", began)
        for draft in set(self._waiting()) - before:
            self._pressed_at[draft] = began
        self._spin(lambda: self._paints > painted)
        self.figures[f"{name}_painted"].append(self._painted_at - began)
        if waits:
            self._spin(lambda: self.session.disk.is_saved)

    def rest(self, milliseconds: int) -> None:
        """Let the window live; the longest it did not answer is noted."""
        until = time.perf_counter() + milliseconds / 1000
        while (now := time.perf_counter()) < until:
            QApplication.processEvents()
            self._note("blocked", now)
            time.sleep(0.001)

    def wait_for_disk(self) -> None:
        """Stay until everything is saved."""
        self._spin(lambda: self.session.disk.is_saved)

    def import_beside(self, source: Path) -> None:
        """Begin an import that the keys have to share the program with."""
        self.window.files.bring_in([source])

    def _waiting(self) -> list[str]:
        return [draft.id for draft in self.session.waiting]

    def _on_settled(self, draft: Draft) -> None:
        if draft.id in self._pressed_at:
            self._note("saved", self._pressed_at.pop(draft.id))

    def _note(self, name: str, began: float) -> None:
        self.figures[name].append(time.perf_counter() - began)

    def _spin(self, is_done) -> None:
        until = time.perf_counter() + PATIENCE_SECONDS
        while not is_done():
            QApplication.processEvents()
            if time.perf_counter() > until:
                raise TimeoutError("the window did not do what was asked of it")


class BareDatabase:
    """The floor: one row, one commit."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self._connection = sqlite.connect(path)
        self._connection.execute(f"PRAGMA journal_mode = {sqlite.journal_mode()}")
        self._connection.execute("CREATE TABLE change (id INTEGER PRIMARY KEY, what TEXT)")

    def commit(self) -> float:
        """Seconds of one commit."""
        began = time.perf_counter()
        self._connection.execute("INSERT INTO change (what) VALUES (?)", ("x" * 400,))
        return time.perf_counter() - began

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def main() -> None:
    """Press keys and print what they took."""
    project, count, pause = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    application.application()
    keyboard = Keyboard(project)
    bare = BareDatabase(project.with_suffix(".floor"))
    if len(sys.argv) > 4:
        keyboard.import_beside(Path(sys.argv[4]))
    for number in range(count):
        for name in STROKES:
            keyboard.press(name, waits=pause == 0)
            keyboard.rest(pause)
        if pause == 0 or number % 10 == 0:
            keyboard.figures["floor"].append(bare.commit())
    keyboard.wait_for_disk()
    bare.close()
    keyboard.window.close()
    print(json.dumps(keyboard.figures))


if __name__ == "__main__":
    main()
