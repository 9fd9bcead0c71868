"""A scraped page from import to statistics: one key cleans it, one brings everything back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.operations import checking, importing, library
from annotator.storage.project import open_project
from tests.cli.commands import run
from tests.gui.desk import Desk
from tests.suggestions.pages import FAULTS, TEXT
from tests.suggestions.test_boilerplate import SEEDS, SEVEN


@pytest.fixture
def open_desk(qtbot: QtBot, patient_closing: None) -> Iterator[Callable[..., Desk]]:
    """Opens windows, and closes those that are still open."""
    opened: list[Desk] = []

    def opening(path: Path) -> Desk:
        opened.append(Desk.open(qtbot, path))
        return opened[-1]

    yield opening
    for desk in opened:
        desk.close()


def project_of(folder: Path, source: Path) -> Path:
    """A fresh project with what lies in a folder, imported as a person would."""
    path = folder / "pilot.annotator"
    library.new_project(path, annotator="ana")
    with open_project(path, is_writable=True) as project:
        importing.import_files(project, [source], annotator="ana")
    return path


def open_count(desk: Desk) -> int:
    return sum(each.is_open for each in desk.sheet.suggestions.values())


def places(desk: Desk) -> tuple[object, ...]:
    return tuple(each.fragments[0] for each in desk.annotations("boilerplate"))


def travel(open_desk: Callable[..., Desk], path: Path, faults: tuple[object, ...]) -> None:
    """Open, take all with one key, undo, redo, close, open again, and look at the file."""
    desk = open_desk(path)
    desk.qtbot.waitUntil(lambda: open_count(desk) == len(faults))
    assert desk.annotations() == []
    desk.press("Shift+B")
    assert places(desk) == faults
    desk.press("Z")
    assert (desk.annotations(), open_count(desk)) == ([], len(faults))
    desk.press("Shift+Z")
    assert places(desk) == faults
    article = desk.sheet.article.id
    desk.wait_saved()
    desk.close()
    again = open_desk(path)
    assert places(again) == faults
    assert open_count(again) == 0
    again.press("Z")
    assert (again.annotations(), open_count(again)) == ([], len(faults))
    again.press("Shift+Z")
    again.wait_saved()
    again.close()
    with open_project(path) as project:
        assert checking.check(project).problems == ()
    record = run("show", path, article, "--json").json["records"][0]
    assert [span["origin"] for span in record["spans"]] == ["suggestion:boilerplate"] * len(faults)
    fates = run("stats", path, "--json").json["suggestions"]["by_engine"]["boilerplate"]
    assert fates["boilerplate"]["accepted"] == len(faults)


def test_a_page_with_every_fault_is_cleaned_by_one_key(
    tmp_path: Path, open_desk: Callable[..., Desk]
):
    source = tmp_path / "page"
    source.mkdir()
    (source / "mill.txt").write_text(TEXT, encoding="utf-8")
    travel(open_desk, project_of(tmp_path, source), FAULTS)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the scraped articles are not ours to ship")
def test_the_scraped_articles_are_cleaned_by_one_key(
    tmp_path: Path, open_desk: Callable[..., Desk]
):
    travel(open_desk, project_of(tmp_path, SEEDS), SEVEN)
