"""Reprints and newer versions in the window, with real keys."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.gui.library.queue import QueuePane
from annotator.gui.reprints import working
from annotator.gui.reprints.screen import ReprintsScreen
from annotator.operations import counterparts, newer_versions
from annotator.storage import articles
from annotator.storage.project import open_project
from tests import builders
from tests.gui.conftest import TEXT
from tests.gui.desk import Desk

REPRINT = f"From our partners.\n{TEXT}\nThe weather stays fine."
NEWER = TEXT.replace("4m euros", "5m euros")


@pytest.fixture
def make_desk(open_desk: Callable[..., Desk], tmp_path: Path) -> Callable[..., Desk]:
    """A window on three articles with mostly the same words, the first one labelled."""

    def make(*, is_version: bool = False, further: str = "Trams return to the coast.") -> Desk:
        made = [
            replace(builders.article(text, article_id=name, title=title), cluster=cluster)
            for text, name, title, cluster in (
                (TEXT, "a", "The bridge", "k"),
                (NEWER if is_version else REPRINT, "b", "The bridge again", "k"),
                (further, "c", "The tram", "k" if further == REPRINT else None),
            )
        ]
        with builders.writable(tmp_path, *made) as project:
            claim = builders.annotation(made[0], "the bridge will cost 4m euros", annotation_id="c")
            source = builders.annotation(made[0], "Mayor Ruiz", label="source", annotation_id="s")
            builders.write(project, builders.added_records(claim, source))
            if is_version:
                builders.write(project, newer_versions.link_version(project, "b", "a"))
        desk = open_desk(tmp_path / "pilot.annotator", annotator="ana")
        desk.press("Ctrl+7")
        shown = screen(desk)
        desk.qtbot.waitUntil(lambda: shown.pane.laid is not None)
        return desk

    return make


def screen(desk: Desk) -> ReprintsScreen:
    return desk.find("Reprints", ReprintsScreen)


def test_one_key_proposes_the_labels_to_the_reprint_and_undo_takes_them_back(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk()
    shown = screen(desk)
    assert shown.count.text() == "1 reprint"
    assert shown.pane.differs.text() == (
        "85 % of these words stand in the other text too, in this order. "
        "Marked: 2 passages that the other text lacks. V shows that one."
    )
    assert shown.pane.labels.text().endswith("2 kept")
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: len(desk.stored("b").suggestions) == 2)
    assert not desk.stored("b").annotations
    desk.qtbot.waitUntil(lambda: shown.pane.laid is not None)
    desk.press("Z")
    desk.qtbot.waitUntil(lambda: not desk.stored("b").suggestions)


def test_keys_pressed_while_a_pair_is_compared_or_changed_are_for_the_pair_after_it(
    make_desk: Callable[..., Desk], held_back: Callable[..., threading.Event]
) -> None:
    desk = make_desk(further=REPRINT)
    shown = screen(desk)
    assert [pair.other.article_id for pair in shown.model.shown] == ["b", "c"]
    is_compared = held_back(working, "laid_beside")
    is_changed = held_back(working, "kept_apart")
    desk.press("J", "Enter")  # how the second pair differs is not known yet
    is_compared.set()
    desk.qtbot.waitUntil(lambda: bool(desk.stored("c").suggestions or desk.stored("b").suggestions))
    desk.qtbot.waitUntil(lambda: not shown.is_acting)
    desk.press("X", "X", "Z")
    is_changed.set()
    desk.qtbot.waitUntil(lambda: not shown.held and not shown.is_acting)
    desk.wait_saved()
    desk.qtbot.waitUntil(lambda: len(shown.model.shown) == 1)
    assert not shown.held


def test_of_a_cluster_that_a_file_named_the_screen_says_how_little_is_the_same(
    open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    made = [
        replace(builders.article(text, article_id=name), cluster="given")
        for name, text in (("a", TEXT), ("b", "Trams return to the coast, said the owners."))
    ]
    desk = open_desk(builders.project_file(tmp_path, *made))
    desk.press("Ctrl+7")
    shown = screen(desk)
    desk.qtbot.waitUntil(lambda: shown.pane.laid is not None)
    assert "in one cluster with" in shown.pane.beside.text()
    assert shown.pane.differs.text().endswith("little for a reprint: X keeps them apart.")


def test_x_keeps_apart_for_good_and_the_queue_no_longer_tells_of_it(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk()
    queue = desk.window.findChild(QueuePane)
    assert queue is not None
    assert [queue.model.summary(row).reprints for row in range(3)] == [1, 1, 0]
    desk.press("X")
    desk.qtbot.waitUntil(lambda: not screen(desk).model.shown)
    desk.qtbot.waitUntil(lambda: queue.model.summary(1).reprints == 0)
    desk.press("F")
    desk.qtbot.waitUntil(lambda: not screen(desk)._working.is_busy("find"))
    assert not screen(desk).model.shown


def test_what_was_asked_for_is_done_though_the_window_is_closed_at_once(
    make_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = make_desk()
    desk.press("X")
    desk.close()
    with open_project(tmp_path / "pilot.annotator") as project:
        assert counterparts.pairs(project, "ana") == []


def test_a_newer_version_shows_what_became_of_labels_and_gets_what_is_kept(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(is_version=True)
    pane = screen(desk).pane
    assert pane.labels.text().endswith("1 kept · 1 changed")
    changed = pane.fates.item(0).text()
    assert changed == (
        "changed: Claim “… bridge will cost 4m euros” → “… bridge will cost 5m euros”"
    )
    desk.press("V")
    assert pane.shown is not None
    assert pane.shown.article_id == "a"
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: len(desk.stored("b").annotations) == 1)
    (proposed,) = desk.stored("b").suggestions.values()
    assert proposed.text == "the bridge will cost 5m euros"
    assert len(desk.stored("a").annotations) == 2


def test_a_reprint_can_be_told_to_be_the_newer_version(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.press("N")
    desk.qtbot.waitUntil(
        lambda: bool(screen(desk).model.shown) and screen(desk).model.shown[0].kind == "version"
    )
    session = desk.window.session
    assert session is not None
    assert articles.versions(session.project) == [("b", "a")]
    assert not screen(desk).buttons["apart"].isVisible()


def test_without_any_the_screen_says_so_and_f_finds_them(
    open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    made = [builders.article(text, article_id=text[:1]) for text in (TEXT, REPRINT)]
    desk = open_desk(builders.project_file(tmp_path, *made))
    desk.press("Ctrl+7")
    desk.qtbot.waitUntil(screen(desk).empty.isVisible)
    desk.press("F")
    desk.qtbot.waitUntil(lambda: len(screen(desk).model.shown) == 1)
    desk.press("O")
    assert desk.sheet.article.id == screen(desk).model.shown[0].other.article_id
