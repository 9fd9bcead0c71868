"""Presses J and C in the real window and prints as one JSON object how long each key took.

`python -m tests.benchmarks.pressed_keys PROJECT COUNT [--pause MS] [--slow-commit MS]
[--import FILE]`: so many keys, or with a file to import as many as go until it is in.
Seconds of each key: `handler`, until its handlers came back; `painted`, until the
window had painted all that it changed; `durable`, until the writer's thread had the commit
acknowledged; `saved`, until the status line said so. Without a pause the next key waits for the
disk, and each label is followed by its floors, in the same process and on the same disk: one row
committed to a bare database, and one key in a bare text editor until that is painted.
"""

import argparse
import dataclasses
import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from annotator.domain.change import Draft, Step
from annotator.gui import application
from annotator.operations.writing import Order
from annotator.storage import journal, sqlite
from tests.benchmarks.loop_gaps import LoopGaps
from tests.benchmarks.painted import PaintWatch, let_live

STROKES = {"move": Qt.Key.Key_J, "label": Qt.Key.Key_C}
LABELS = (Qt.Key.Key_C, Qt.Key.Key_Q, Qt.Key.Key_W)
"""Keys of labels that a sentence can have beside one another: one for each walk over the text."""
SETTLING_MILLISECONDS = 500


class Keyboard:
    """Presses keys and watches the page and the disk."""

    def __init__(self, project: Path) -> None:
        self.figures: dict[str, list[float]] = defaultdict(list)
        self._began: dict[str, float] = {}
        self._strokes = dict(STROKES)
        self._labels = iter(LABELS[1:])
        self.window = application.make_window(project)
        self.window.resize(1280, 800)
        assert self.window.annotating is not None
        assert self.window.session is not None
        self.view = self.window.annotating.view
        self.session = self.window.session
        self._watch = PaintWatch(self.view.viewport())
        self._watch.seconds_to_paint(self.window.show)
        # The list of the queue, icons and exact heights come after the first painting.
        let_live(SETTLING_MILLISECONDS)
        application.collect_again()  # as the program does once it has settled
        self._listen_in_the_writers_thread()
        self.session.changed.connect(self._on_changed)
        self.session.disk.changed.connect(self._watch.look)

    def press(self, name: str) -> None:
        """Press one key and let the window paint."""
        before = self._watch.count
        self._pressed_at = began = time.perf_counter()
        QTest.keyClick(self.view, self._strokes[name])
        self.figures[f"{name}_handler"].append(time.perf_counter() - began)
        self._watch.wait_until(lambda: self._watch.count > before)
        self.figures[f"{name}_painted"].append(self._watch.painted_at - began)

    def turn_back(self) -> None:
        """From the last sentence to the first, where the next label is given to each."""
        self.view.go_to(0)
        self._strokes["label"] = next(self._labels)

    def wait_for_disk(self) -> None:
        """Stay until the window says that everything is saved."""
        self._watch.wait_until(self._says_saved)

    def note_saved(self) -> None:
        """Wait for the word in the status line, and note when it stood there."""
        self.wait_for_disk()
        self.figures["label_saved"].append(time.perf_counter() - self._pressed_at)

    def _says_saved(self) -> bool:
        is_said = self.window.status.saved.text().startswith("✓ Saved")
        return is_said and self.session.disk.is_saved

    def _on_changed(self, draft: Draft) -> None:
        self._began[draft.id] = self._pressed_at

    def _listen_in_the_writers_thread(self) -> None:
        writer = self.session.disk._writer
        tell = writer._listener.saved

        def note(order: Order, step: Step) -> None:
            began = self._began.pop(order.draft.id, None)
            if began is not None:
                self.figures["label_durable"].append(time.perf_counter() - began)
            tell(order, step)

        writer._listener = dataclasses.replace(writer._listener, saved=note)


class BareDatabase:
    """A floor: one row of the size of a step, one commit, with the program's safety."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self._connection = sqlite.connect(path)
        self._connection.execute(f"PRAGMA journal_mode = {sqlite.journal_mode()}")
        self._connection.execute("CREATE TABLE step (id INTEGER PRIMARY KEY, changes BLOB)")

    def commit(self) -> float:
        """Seconds of one commit."""
        began = time.perf_counter()
        self._connection.execute("INSERT INTO step (changes) VALUES (randomblob(900))")
        return time.perf_counter() - began

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class BareEditor:
    """A floor: the same text in Qt's own editor, where a key moves the cursor."""

    def __init__(self, text: str) -> None:
        self._editor = QPlainTextEdit()
        self._editor.resize(1280, 800)
        self._editor.setPlainText(text)
        self._watch = PaintWatch(self._editor.viewport())
        self._watch.seconds_to_paint(self._editor.show)

    def press(self) -> float:
        """Seconds from a key to its being painted."""
        return self._watch.seconds_to_paint(lambda: QTest.keyClick(self._editor, Qt.Key.Key_Down))

    def close(self) -> None:
        """Take the editor from the screen."""
        self._editor.close()


def press_in_turn(keyboard: Keyboard, project: Path, count: int) -> None:
    """Keys that wait for the disk, with the floors after each label."""
    assert keyboard.session.sheet is not None
    database = BareDatabase(project.with_suffix(".floor"))
    editor = BareEditor(keyboard.session.sheet.article.text)
    for _ in range(count):
        keyboard.press("move")
        keyboard.press("label")
        keyboard.note_saved()
        keyboard.figures["floor_commit"].append(database.commit())
        keyboard.figures["floor_painted"].append(editor.press())
    editor.close()
    database.close()


def press_on(keyboard: Keyboard, count: int, pause: int) -> None:
    """Keys that do not wait for the disk, as quickly as a hand is."""
    for _ in range(count):
        for name in STROKES:
            keyboard.press(name)
            let_live(pause)
    keyboard.wait_for_disk()


def press_while_importing(keyboard: Keyboard, file: Path, pause: int) -> None:
    """Keys as quickly as a hand is, from the first portion of an import to the last."""
    reported: list[object] = []
    files = keyboard.window.files
    brought_in = files._brought_in
    files._brought_in = lambda session, report, standing: (
        reported.append(report),
        brought_in(session, report, standing),
    )
    gaps = LoopGaps(keyboard.window)
    files.bring_in([file])
    while not reported:
        # The label first: however short the import is, one is given while it runs.
        keyboard.press("label")
        let_live(pause)
        number, last = keyboard.view.sentence_count()
        if number == last:
            keyboard.turn_back()
        else:
            keyboard.press("move")
            let_live(pause)
    keyboard.wait_for_disk()
    gaps.end()
    keyboard.figures["loop_still"] = gaps.clock
    keyboard.figures["loop_still_processor"] = gaps.processor


def slow_the_commits(milliseconds: int) -> None:
    """Make each commit take longer, where nothing can make the disk itself slow."""
    real = journal.commit

    def slowly(*arguments, **options):
        time.sleep(milliseconds / 1000)
        return real(*arguments, **options)

    journal.commit = slowly


def main() -> None:
    """Press keys and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--pause", type=int, default=0)
    parser.add_argument("--slow-commit", type=int, default=0)
    parser.add_argument("--import", type=Path, dest="imported")
    options = parser.parse_args()
    application.application()
    if options.slow_commit:
        slow_the_commits(options.slow_commit)
    keyboard = Keyboard(options.project)
    if options.imported:
        press_while_importing(keyboard, options.imported, options.pause)
    elif options.pause:
        press_on(keyboard, options.count, options.pause)
    else:
        press_in_turn(keyboard, options.project, options.count)
    keyboard.window.close()
    json.dump(keyboard.figures, sys.stdout)


if __name__ == "__main__":
    main()
