"""How long a person waits: figures are told, ratios are asserted (12, 13, 15)."""

import json
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import orjson
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from annotator.gui import theme
from annotator.gui.palette.popup import CommandPalette
from annotator.gui.palette.ranking import Articles, Entry
from annotator.operations import importing, library
from annotator.storage.project import open_project
from tests.benchmarks import bench_palette, corpus, measuring
from tests.benchmarks.painted import PaintWatch
from tests.growth import stays_within
from tests.gui.desk import Desk
from tests.scorecard.card import Recorder
from tests.scorecard.screens import settle

LONG, SHORT = (3_600, 400), (300, 33)
"""Words and annotations."""
SENTENCES = 10
ROUNDS = 5
TYPED = "next s"
Work = Callable[[], float]
"""Does something and tells how many seconds the processor needed until it was painted."""


@pytest.fixture
def open_sized(open_desk: Callable[..., Desk], tmp_path: Path) -> Callable[[int, int], Desk]:
    """Opens a project of two articles with so many words and annotations."""

    def make(words: int, annotations: int) -> Desk:
        records = [
            corpus.record(number, words=words, annotations=annotations, relations=0)
            | {"status": "in_progress"}
            for number in range(2)
        ]
        source = tmp_path / f"{words}.jsonl"
        source.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in records))
        path = tmp_path / f"{words}.annotator"
        library.new_project(path, annotator=corpus.ANNOTATOR)
        with open_project(path, is_writable=True) as opened:
            importing.import_files(opened, [source], annotator=corpus.ANNOTATOR)
        return open_desk(path)

    return make


def test_a_key_is_painted_at_once_in_a_long_article_full_of_labels(
    scorecard: Recorder, open_sized: Callable[[int, int], Desk]
):
    """12: seconds of the processor until the window has painted all that a key changed."""
    desk = open_sized(*LONG)
    took = []
    for _ in range(SENTENCES):
        for strokes in (("J", "K"), ("C", "Z")):
            took += quickest_of_each(pressing(desk, *strokes), 2, between=desk.wait_saved)
        desk.press("C", "J")
    words, annotations = LONG
    scorecard.record_time(
        "12",
        f"Key → painted, {words:,} words, {annotations} annotations: CPU p95",
        most=16,
        measured=sorted(took)[int(0.95 * len(took))],
        floor=max(quickest_of_each(moving_in_a_bare_editor(desk.sheet.article.text), SENTENCES)),
    )
    assert len(desk.annotations()) >= annotations + SENTENCES // 2
    small = pressing(open_sized(*SHORT), "C", "Z")
    assert stays_within(4, small=small, large=pressing(desk, "C", "Z"))


def test_a_long_article_opens_at_once(scorecard: Recorder, open_sized: Callable[[int, int], Desk]):
    """13: from asking for it to its being painted; one of a twelfth of the words beside it."""
    large = opening(open_sized(*LONG))
    took = quickest_of_each(large, 2)
    words, annotations = LONG
    scorecard.record_time(
        "13 article",
        f"Open an article of {words:,} words and {annotations} annotations: CPU",
        most=150,
        measured=max(took),
    )
    assert stays_within(8, small=opening(open_sized(*SHORT)), large=large)


def test_the_palette_opens_and_answers_at_once(scorecard: Recorder, desk: Desk):
    """13: with 300 commands; a tenth of them beside it."""
    desk.press("Ctrl+K")
    palette = desk.find("Command palette", CommandPalette)
    every = bench_palette.command_entries()
    few = every[: len(every) // 10]
    (opened,) = quickest_of_each(showing(palette, every), 1)
    letters = quickest_of_each(typing(palette, every), len(TYPED))
    scorecard.record_time(
        "13 palette",
        f"Palette opens with {len(every)} commands: CPU",
        most=50,
        measured=opened,
    )
    scorecard.record_time(
        "13 filter",
        f"Palette answers a letter, {len(every)} commands: CPU, slowest of “{TYPED}”",
        most=16,
        measured=max(letters),
    )
    assert palette.titles()
    assert stays_within(5, small=showing(palette, few), large=showing(palette, every))
    assert stays_within(5, small=typing(palette, few), large=typing(palette, every))
    palette.leave()


def test_the_first_label_needs_one_key_and_no_form(scorecard: Recorder, home: Path):
    """15: in a process of its own, with nothing in its home."""
    took = measuring.run(
        sys.executable, "-m", "tests.scorecard.first_label", ANNOTATOR_HOME=str(home)
    )
    first = json.loads(took.output)
    scorecard.record(
        "15",
        "First start to first label: seconds, keys, forms",
        goal="≤ 10 s, 1, 0",
        measured=f"{first['seconds']:.1f} s, {first['keys']}, {first['forms']}",
    )
    assert first["labels"][0].startswith("The work will cost 41 million euros")
    assert (first["keys"], first["letters"], first["forms"]) == (1, 0, 0)


def pressing(desk: Desk, *strokes: str) -> Work:
    """Press keys in turn, one each time, until all that changed is painted."""
    view, following = desk.view, cycle(strokes)
    watch = PaintWatch(view.viewport())
    return lambda: painted(watch, lambda: desk.press(next(following), on=view))


def moving_in_a_bare_editor(text: str) -> Work:
    """Move the cursor of Qt's own editor by a key, until it is painted: less cannot be done."""
    editor = QPlainTextEdit()
    editor.setPlainText(text)
    editor.resize(900, 800)
    watch = PaintWatch(editor.viewport())
    watch.seconds_to_paint(editor.show)

    def press() -> None:
        QTest.keyClick(editor, Qt.Key.Key_Down)
        editor.viewport().update()

    return lambda: painted(watch, press)


def opening(desk: Desk) -> Work:
    """Open the other article, and paint it."""
    watch, session = PaintWatch(desk.view.viewport()), desk.window.session
    assert session is not None
    names = cycle(["article-000001", "article-000000"])
    return lambda: painted(watch, lambda: session.open_article(next(names)))


def showing(palette: CommandPalette, entries: list[Entry]) -> Work:
    """Open the palette, and paint it."""
    watch = PaintWatch(palette.list.viewport())

    def work() -> float:
        palette.leave()
        return painted(watch, lambda: open_on(palette, entries))

    return work


def typing(palette: CommandPalette, entries: list[Entry]) -> Work:
    """Type words letter by letter, and paint what answers each."""
    letters, watch = cycle(TYPED), PaintWatch(palette)
    palette.leave()
    watch.seconds_to_paint(lambda: open_on(palette, entries))

    def work() -> float:
        if (letter := next(letters)) == TYPED[0]:
            palette.field.clear()
        return painted(watch, lambda: QTest.keyClick(palette.field, letter))

    return work


def open_on(palette: CommandPalette, entries: list[Entry]) -> None:
    palette.open(entries, Articles(()), recent=(), theme=theme.load("light"))


def painted(watch: PaintWatch, work: Callable[[], object]) -> float:
    """Do something once all before it is painted, which would be taken for it."""
    settle()
    return watch.work_to_paint(work)


def quickest_of_each(
    work: Work, kinds: int, *, between: Callable[[], object] = lambda: None
) -> list[float]:
    """What each of some pieces of work in turn costs the processor, in milliseconds.

    Several rounds, and of each piece the quickest: a busy neighbour spoils single rounds.
    """
    rounds = []
    for _ in range(ROUNDS):
        taken = []
        for _ in range(kinds):
            between()
            taken.append(work() * 1_000)
        rounds.append(taken)
    return [min(each) for each in zip(*rounds, strict=True)]
