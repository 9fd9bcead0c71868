"""A real main window on a real project, driven by keys and mouse."""

import os
import threading

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotator.domain.article import Article
from annotator.operations.writing import Writer
from tests.builders import article, project_file
from tests.gui.desk import Desk

TEXT = (
    "Mayor Ruiz said the bridge will cost 4m euros. Nobody asked the harbour office.\n"
    "“It is a bargain,” she told reporters on Monday. Critics fear a flood of lorries.\n"
    "A confidential briefing revealed that officials urged the mayor to wait. The end."
)


@pytest.fixture
def patient_closing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy disk writes what waits as late as it likes: nobody is asked whether to lose it."""
    monkeypatch.setattr("annotator.gui.session.CLOSING_SECONDS", 60.0)


@pytest.fixture
def open_desk(qtbot: QtBot, patient_closing: None) -> Iterator[Callable[..., Desk]]:
    """Opens windows that are closed when the test ends."""
    opened: list[Desk] = []

    def make(path: Path | None = None, **options: object) -> Desk:
        desk = Desk.open(qtbot, path, **options)
        opened.append(desk)
        return desk

    yield make
    for desk in opened:
        desk.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two articles."""
    second = "Trams return to the coast. The line opens in May."
    articles: list[Article] = [
        article(TEXT, article_id="a1", title="The bridge"),
        article(second, article_id="a2", title="The tram"),
    ]
    return project_file(tmp_path, *articles)


@pytest.fixture
def desk(open_desk: Callable[..., Desk], project: Path) -> Desk:
    """A window on that project."""
    return open_desk(project)


@pytest.fixture
def held_back(
    open_desk: Callable[..., Desk],  # closed after the work goes on
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., threading.Event]]:
    """Lets work of a module be told of only once an event is set."""
    made: list[threading.Event] = []

    def hold(module: ModuleType, name: str) -> threading.Event:
        work, event = getattr(module, name), threading.Event()

        def late(*arguments: Any) -> Any:
            found = work(*arguments)
            assert event.wait(60)
            return found

        made.append(event)
        monkeypatch.setattr(module, name, late)
        return event

    yield hold
    for event in made:
        event.set()


@pytest.fixture
def stuck_disk(
    open_desk: Callable[..., Desk],  # closed after the disk goes on
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[], threading.Event]]:
    """Lets the disk write nothing until an event is set."""
    made: list[threading.Event] = []

    def begin() -> threading.Event:
        write, event = Writer._transaction, threading.Event()

        def late(writer: Writer, orders: Any) -> Any:
            assert event.wait(60)
            return write(writer, orders)

        made.append(event)
        monkeypatch.setattr(Writer, "_transaction", late)
        return event

    yield begin
    for event in made:
        event.set()
