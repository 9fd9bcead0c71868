"""Opens the window on a project of very many articles and prints what its list took, as JSON.

`python -m tests.benchmarks.shown_queue PROJECT ARTICLES`. Seconds: `first_rows` and `complete` from
the order to read the list anew until it is painted; `still`, how long the loop of events stood
still meanwhile; `scroll`, of the processor, from a jump anywhere in the list until that is painted;
`filter`, how long each letter typed held the window up.
"""

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.gui import application
from annotator.gui.library.queue import QueuePane
from annotator.storage.project import open_project
from tests.benchmarks import measuring
from tests.benchmarks.loop_gaps import LoopGaps
from tests.benchmarks.painted import PaintWatch, let_live

_SETTLING_MILLISECONDS, _LOOKING_MILLISECONDS = 500, 20
_TYPED = "plan 99"
_JUMPS = 40


def shown(project: Path, articles: int) -> dict[str, object]:
    """All figures, by name."""
    window = application.make_window(project)
    window.resize(1280, 800)
    assert window.annotating is not None
    queue = window.annotating.queue
    watch = PaintWatch(queue.table.viewport())
    window.show()
    before = measuring.megabytes_now()
    _wait_for(queue, articles)
    grown = measuring.megabytes_now() - before
    let_live(_SETTLING_MILLISECONDS)
    application.collect_again()  # as the program does once it has settled
    gaps = LoopGaps(window)
    began = time.perf_counter()
    first = _seconds_to_first_rows(watch, queue)
    _wait_for(queue, articles)
    complete = time.perf_counter() - began
    scrolled = _scrolled(watch, queue)
    typed = [_press(queue.field, letter) for letter in _TYPED]
    gaps.end()
    window.close()
    return {
        "first_rows": first,
        "complete": complete,
        "still": gaps.clock,
        "still_processor": gaps.processor,
        "scroll": scrolled,
        "filter": typed,
        "megabytes": grown,
    }


def _seconds_to_first_rows(watch: PaintWatch, queue: QueuePane) -> float:
    """The emptied list is painted too; what counts is the first painting with articles."""
    before: list[int] = []
    queue.model.rowsInserted.connect(lambda: before.append(watch.count))
    began = time.perf_counter()
    queue._filling.begin_again()
    watch.wait_until(lambda: bool(before) and watch.count > before[0])
    return watch.painted_at - began


def _scrolled(watch: PaintWatch, queue: QueuePane) -> list[float]:
    chance, bar = random.Random(0), queue.table.verticalScrollBar()
    return [
        watch.work_to_paint(lambda: bar.setValue(chance.randrange(bar.maximum())))
        for _ in range(_JUMPS)
    ]


def _wait_for(queue: QueuePane, articles: int) -> None:
    """Let the window live until all articles stand in the list."""
    while queue.model.is_filling or queue.model.total < articles:
        let_live(_LOOKING_MILLISECONDS)


def _press(field: QLineEdit, letter: str) -> float:
    began = time.perf_counter()
    QTest.keyClick(field, letter)
    QApplication.processEvents()
    return time.perf_counter() - began


def _floor(project: Path) -> float:
    """Seconds to read ids and titles."""
    with open_project(project) as opened:
        return measuring.seconds_of(lambda: opened.rows("SELECT id, title FROM article"))


def main() -> None:
    """Show, print."""
    project, articles = Path(sys.argv[1]), int(sys.argv[2])
    application.application()
    json.dump(shown(project, articles) | {"floor": _floor(project)}, sys.stdout)


if __name__ == "__main__":
    main()
