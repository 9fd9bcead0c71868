"""Guards only: a private home folder, and nothing left over."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and the sample project of each test lie in a folder of its own."""
    folder = tmp_path / "home"
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
