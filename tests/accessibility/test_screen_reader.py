"""What somebody who cannot see the window hears and finds, through a live accessibility bus."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.storage import sqlite
from tests.accessibility.screen_reader import Reader, Refused, Thing, desktop
from tests.benchmarks import corpus

_PROGRAMS = ("Xvfb", "dbus-run-session", "xdotool")
_TRIES = 5
_BUS = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")


@pytest.fixture
def reader(home: Path) -> Iterator[Reader]:
    """A reader with the sample project open; the second sentence is the current one."""
    missing = [each for each in _PROGRAMS if shutil.which(each) is None]
    missing += [] if _BUS.exists() else ["at-spi2-core"]
    if missing:
        leave_out = pytest.fail if os.environ.get("ANNOTATOR_EVERY_TEST") else pytest.skip
        leave_out(f"a desktop is missing: {', '.join(missing)}")
    with desktop(home) as reader:
        reader.find("Article", role="document")
        reader.focus_window()
        yield reader


@pytest.fixture
def article(reader: Reader) -> Thing:
    """The article, with the focus."""
    article = reader.find("Article", role="document")
    reader.wait_until(lambda: reader.is_focused(article))
    return article


def test_reading_and_labelling_can_be_heard(reader: Reader, article: Thing) -> None:
    text = reader.text_of(article)
    assert text.startswith("The Port of Ellmouth")
    first = reader.caret_in(article)

    reader.press("j")
    said = reader.wait_until_heard("Sentence 3 of ")
    assert "Ships with a draught of twelve metres could then enter at any tide." in said
    assert reader.caret == reader.caret_in(article) > first
    assert text[reader.caret :].startswith("Ships with a draught")
    assert reader.sentence_at(article, reader.caret).strip() == said.partition(". ")[2]

    reader.press("k", "c")
    reader.wait_until_heard("Label as Claim")
    reader.wait_until_heard("Source suggestion: the harbour authority, S to accept")
    reader.press("s")
    reader.wait_until_heard("Source: the harbour authority")
    reader.press("z", "k", "j")
    reader.wait_until_heard("Sentence 2 of 26. Claim. The work will cost")

    reader.press("Right", "shift+Right")
    reader.wait_until_heard("Selected: The work")

    reader.press("Escape", "z")
    reader.wait_until_heard("Undone: Label as Claim")
    assert not reader.urgent


def test_work_that_is_not_saved_is_told_at_once(reader: Reader, article: Thing, home: Path) -> None:
    (project,) = home.rglob("*.annotator")
    reader.press("c")
    reader.wait_until_heard("Label as Claim")
    other = sqlite.connect(project)
    other.execute("BEGIN IMMEDIATE")
    try:
        reader.press("j", "c")
        reader.wait_until(lambda: reader.urgent)
    finally:
        other.rollback()
        other.close()
    reader.wait_until(lambda: "✓ Saved" in reader.words_of(reader.find("Status")))


def test_the_parts_of_the_window_have_names_and_take_the_focus_in_turn(
    reader: Reader, article: Thing
) -> None:
    for name in ("Queue", "Article", "Labels", "Inspector", "Status"):
        reader.find(name)
    visited = []
    for _ in range(4):
        reader.press("F6")
        reader.wait_until(lambda: reader.focused and reader.focused not in visited[-1:])
        visited.append(reader.focused)
    assert reader.name_of(visited[-1]) or reader.name_of(visited[0])
    assert article in visited


def test_every_stop_of_every_screen_says_what_it_is(
    reader: Reader, article: Thing, tmp_path: Path
) -> None:
    assert_stops_are_told(reader, least=20)
    for keys in ("ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+7", "ctrl+l"):
        before = reader.focused
        reader.press(keys)
        reader.wait_until(lambda before=before: reader.focused != before)
        assert_stops_are_told(reader)
    reader.press("ctrl+i")
    reader.find("Import articles")
    reader.type(str(corpus.write(tmp_path / "labelled.jsonl", 2)))
    reader.press("Return")
    reader.find("Articles to come")
    reader.wait_until(lambda: len(reader.windows()) == 1)
    assert_stops_are_told(reader, least=6)
    reader.focus_window()  # the keyboard was the question's, and here is no window manager
    reader.press("ctrl+k")
    reader.find("Command palette")
    reader.type("People and work")
    reader.press("Return")
    reader.find("People")
    assert_stops_are_told(reader, least=8)


def assert_stops_are_told(reader: Reader, *, least: int = 1) -> None:
    """Each thing that takes the keyboard has a name and a role, and choices are told apart."""
    told: list[tuple[str, str, str]] = []
    for _ in range(_TRIES):
        try:
            told = stops_of(reader)
            break
        except Refused:  # the screen was still being filled: what was there is gone
            continue
    assert len(told) >= least
    for name, role, purpose in told:
        assert name.strip(), f"a {role} has no name"
        assert role not in ("unknown", "invalid", "filler"), name
        assert role != "combo box" or purpose.strip(), name
        assert "<qt>" not in purpose, name


def stops_of(reader: Reader) -> list[tuple[str, str, str]]:
    """Name, role and purpose of each thing that takes the keyboard."""
    stops = [each for window in reader.windows() for each in reader.stops(window)]
    return [(reader.name_of(e), reader.role_of(e), reader.purpose_of(e)) for e in stops]
