"""For every test: a private home folder, patience, nothing left over; long ones begin first."""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A run in the background ignores Ctrl+C, and what it starts would too.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples for everybody: what fails here fails there. New ones: HYPOTHESIS_PROFILE=search.
# How long an example takes says only how busy the machine is.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _PATIENT, derandomize=True)
settings.register_profile("search", _PATIENT, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


_LONGEST = (
    "tests/gui/test_endurance.py",
    "tests/scorecard/test_undo.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest tests: begun late, they would run on when all others are done."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONGEST))


# While tests are found nearly all that is made stays: to search it for garbage costs a third more.
gc.disable()


def pytest_collection_finish() -> None:
    """What was imported stays: no search for garbage goes through it again in every test."""
    gc.enable()
    gc.collect()
    gc.freeze()


class PatientQtBot(QtBot):
    """How long a condition takes says only how busy the machine is."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = 60_000) -> None:
        """Wait until a condition holds, milliseconds at most."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """The usual one of pytest-qt, with more patience."""
    return PatientQtBot(request)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that nobody has made yet, one after the other: most tests never need theirs."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and the sample project of each test lie in a folder of its own."""
    folder = next(_homes)
    monkeypatch.setenv("ANNOTATOR_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _nothing_left_over() -> Iterator[None]:
    """A test ends without a window on the screen and without a thread of its own."""
    before = set(threading.enumerate())
    yield
    left = [each.name for each in set(threading.enumerate()) - before if each.name == "writer"]
    assert not left, f"threads left over: {left}"
    assert not _visible_windows(), "a window was left open"


def _visible_windows() -> list[str]:
    import sys

    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    return [repr(window) for window in QApplication.topLevelWidgets() if window.isVisible()]
