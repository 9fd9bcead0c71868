"""Ten thousand things at random, by keys and mouse: nothing breaks, and all of it can be undone."""

import ctypes
import gc
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView, QWidget

from annotator.gui import actions
from annotator.operations import checking, exporting, library
from annotator.storage.project import open_project
from tests.fakes import CannedPrompts
from tests.gui.article.mouse import send_move
from tests.gui.desk import Desk

ACTIONS = 10_000
WARM_UP = 2_500
"""Until then caches fill that have an end: pages of the file, glyphs, icons."""
SEED = int(os.environ.get("ANNOTATOR_SEED", "20"))
# What leaves the project, and what only shows a window of the system.
LEFT_OUT = {"file.leave", "file.open_sample", "file.new", "file.open"}
LEFT = Qt.MouseButton.LeftButton
HELD = (Qt.KeyboardModifier.NoModifier,) * 5 + (Qt.KeyboardModifier.ControlModifier,)


class Nobody(CannedPrompts):
    """Turns every question down."""

    def confirm(self, question: str, *, detail: str, yes: str, no: str) -> bool:
        """No."""
        return False

    def choose_files(self, title: str, patterns: str) -> list[Path]:
        """None."""
        return []

    def choose_file(self, title: str, patterns: str) -> None:
        """None."""

    def choose_save(self, title: str, suggested: str, patterns: str) -> None:
        """None."""

    def choose_one(self, title: str, label: str, choices: object) -> None:
        """None."""


class Monkey:
    """Does what comes into its head, always in the same order for the same seed."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self._desk = desk
        self._chance = random.Random(seed)
        assert desk.window.session is not None
        assert desk.window.annotating is not None
        self._view = desk.window.annotating.view
        rows = [row for row in actions.ROWS if row.id not in LEFT_OUT]
        labels = [row for row, _ in actions.label_rows(desk.window.session.scheme)]
        self._keys = [key for row in rows for key in row.every_key]
        self._label_keys = [key for row in labels for key in row.keys]
        self._ways: list[tuple[int, Callable[[], None]]] = [
            (30, lambda: self._press(self._chance.choice(self._keys))),
            (40, lambda: self._press(self._chance.choice(self._label_keys))),
            (20, lambda: self._press(self._chance.choice(["J", "K", "E", "Right", "Shift+Right"]))),
            (8, self._click),
            (8, self._drag),
            (3, self._click_a_button),
            (2, self._click_a_row),
            (4, self._type),
            (4, lambda: self._press(self._chance.choice(["Return", "Tab", "Space"]))),
        ]

    def act(self) -> None:
        """Do one thing; where a window of another kind came up, leave it after a while."""
        weights = [weight for weight, _ in self._ways]
        (_, way), *_ = self._chance.choices(self._ways, weights)
        way()
        if self._chance.random() < (0.02 if self._is_in_article() else 0.4):
            self.come_back()

    def try_everything(self) -> None:
        """Choose each command once from its menu, so that every window was open."""
        commands = self._desk.window.commands
        for row in commands.rows():
            if row.id not in LEFT_OUT:
                commands.action(row.id).trigger()
                QApplication.processEvents()
                self.come_back()

    def _is_in_article(self) -> bool:
        return self._view.isVisible() and QApplication.focusWidget() is self._view

    def come_back(self) -> None:
        """Close what stands above the window, and go to the article."""
        window = self._desk.window
        every = QApplication.topLevelWidgets()
        if above := [each for each in every if each is not window and each.isVisible()]:
            for each in above:
                each.close()
            window.activateWindow()
            QApplication.processEvents()
        self._press("Ctrl+1")
        if self._view.isVisible():
            self._view.setFocus()
        self._press("Esc")

    def _target(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or self._desk.window

    def _press(self, stroke: str) -> None:
        combination = QKeySequence(stroke)[0]
        modifiers = combination.keyboardModifiers()
        is_sign = len(stroke) == 1 and not stroke.isalnum()
        QTest.keyClick(self._target(), stroke if is_sign else combination.key(), modifiers)

    def _type(self) -> None:
        if isinstance(self._target(), QLineEdit):
            words = self._chance.choice(["ferry", "label:claim", "bridge -cost", "1", ""])
            QTest.keyClicks(self._target(), words)

    def _point(self) -> QPoint:
        port = self._view.viewport().rect()
        across, down = self._chance.randrange(port.width()), self._chance.randrange(port.height())
        return QPoint(across, down)

    def _click(self) -> None:
        if self._view.isVisible():
            port, point = self._view.viewport(), self._point()
            twice = self._chance.random() < 0.2
            (QTest.mouseDClick if twice else QTest.mouseClick)(port, LEFT, pos=point)

    def _drag(self) -> None:
        if not self._view.isVisible():
            return
        view, held = self._view, self._chance.choice(HELD)
        start = self._point()
        end = start + QPoint(self._chance.randint(-200, 200), self._chance.randint(-60, 60))
        QTest.mousePress(view.viewport(), LEFT, held, start)
        send_move(view, (start + end) / 2, held)
        send_move(view, end, held)
        QTest.mouseRelease(view.viewport(), LEFT, held, end)

    def _click_a_button(self) -> None:
        every = self._desk.window.findChildren(QAbstractButton)
        if shown := [each for each in every if each.isVisible() and each.isEnabled()]:
            QTest.mouseClick(self._chance.choice(shown), LEFT)

    def _click_a_row(self) -> None:
        table = self._desk.find("Queue", QTableView)
        if table.isVisible():
            port = table.viewport()
            QTest.mouseClick(port, LEFT, pos=QPoint(20, self._chance.randrange(port.height())))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample, so that every kind of thing is there."""
    path = tmp_path / "Endurance.annotator"
    library.new_project(path, with_sample=True)
    return path


def exported(project: Path, folder: Path) -> bytes:
    """All that people labelled, as it leaves the program."""
    with open_project(project) as opened:
        exporting.export(opened, folder)
    return b"".join(each.read_bytes() for each in sorted(folder.iterdir()))


def test_ten_thousand_random_actions_break_nothing_and_can_be_undone(
    open_desk: Callable[..., Desk], project: Path, tmp_path: Path
) -> None:
    before = exported(project, tmp_path / "before")
    desk = open_desk(project, prompts=Nobody())
    monkey, process, early = Monkey(desk, SEED), psutil.Process(), 0
    monkey.try_everything()
    for number in range(ACTIONS):
        monkey.act()
        if number % 50 == 0:
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if number == WARM_UP:
            early = held_memory(process)
    assert held_memory(process) < 1.1 * early
    monkey.come_back()
    undo_everything(desk)
    desk.wait_saved()
    desk.close()
    assert exported(project, tmp_path / "after") == before
    with open_project(project) as opened:
        assert not checking.check(opened).problems


def held_memory(process: psutil.Process) -> int:
    """The bytes in use, without what is free and only not given back to the system yet."""
    gc.collect()
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "malloc_trim"):
        library.malloc_trim(0)
    return int(process.memory_info().rss)


def undo_everything(desk: Desk) -> None:
    """Press Z until nothing is left to undo."""
    view = desk.view
    while desk.status() != "There is nothing to undo.":
        view.setFocus()
        desk.press("Z", on=view)
