"""Opens one article in the article view, works on it, and prints what it took as a JSON object.

`python -m tests.benchmarks.shown_article WORDS MARKS ROUNDS`. The floor is Qt's own editor
(`QPlainTextEdit`) with the same text and no marks, in a window of the same size, in turn.
"""

import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from annotator.domain.article import Article
from annotator.domain.span import Span
from annotator.gui import application
from annotator.gui.annotate import finding
from annotator.gui.article.marks import Mark
from annotator.gui.article.view import ArticleView
from annotator.operations.bulk import without_cycle_search
from tests.benchmarks import corpus, measuring
from tests.benchmarks.painted import PaintWatch, let_live

POINTS = 200
HITS, FINDS = 1_000, 5
PROCESSOR = "processor_"
"""How the names of figures begin that the processor's own clock has taken."""
LOOKS = (
    ("claim", "solid", "square", "C", 0),
    ("source", "double", "round", "S", 1),
    ("cue", "dotted", "round", "Q", 1),
    ("sentiment", "wavy", "diamond", "+", 2),
    ("expression", "dashed", "square", "E", 2),
)


class Desk:
    """The view and the floor beside it."""

    def __init__(self, words: int, marks: int) -> None:
        self.figures: dict[str, list[float]] = defaultdict(list)
        self._words, self._marks = words, marks
        self._articles = 0
        self.view = ArticleView()
        self._editor = QPlainTextEdit()
        self._watch = _shown(self.view, self.view.viewport())
        self._editor_watch = _shown(self._editor, self._editor.viewport())

    def open(self) -> None:
        """Open an article that nobody has seen yet, and the same text in the editor."""
        self._articles += 1
        article, marks = made(self._articles, self._words, self._marks)
        before = measuring.megabytes_now()

        @without_cycle_search()  # as the session opens one
        def show() -> None:
            self.view.show_article(article, header=(article.title, "The Register"))
            self.view.set_marks(marks, ())

        self._note("open", show)
        self._let_settle()
        self.figures["megabytes"].append(measuring.megabytes_now() - before)
        self._note_floor("open", lambda: self._editor.setPlainText(article.text))

    def label(self, place: int) -> None:
        """Put a mark on a sentence somewhere in the article, and take it away again."""
        self.view.go_to(place, at="upper third")
        let_live(1)
        label = Mark("new", (self.view.current_sentence,), *LOOKS[0][:4], "Claim", 0)
        added, removed = [label], ["new"]
        self._note("label", lambda: self.view.update_marks(added=added))
        self._note("unlabel", lambda: self.view.update_marks(removed=removed))

    def toggle(self) -> None:
        """Hide one of five layers, and show it again."""
        for hidden in (("claim",), ()):
            self._note("toggle", lambda hidden=hidden: self.view.hide_layers(hidden))

    def look_at(self, place: int) -> None:
        """Jump somewhere, paint all that is in sight, and turn the wheel."""
        self._note("jump", lambda: self.view.go_to(place, at="upper third"))
        self._note("frame", self.view.viewport().update)
        self._note("wheel", lambda: _turn_wheel(self.view.viewport()))
        port, bar = self._editor.viewport(), self._editor.verticalScrollBar()
        self._note_floor("frame", port.update)
        if bar.maximum():
            self._note_floor("wheel", lambda: _turn_wheel(port))
            self._note_floor("jump", lambda: bar.setValue((bar.value() + 997) % bar.maximum()))

    def change(self, step: int) -> None:
        """Make the window narrower and the text larger, and each as it was again."""
        width, size = self.view.width(), self.view.text_size
        for by in (-40, 0):
            self._note("width", lambda by=by: self.view.resize(width + by, self.view.height()))
            self._note_floor(
                "width", lambda by=by: self._editor.resize(width + by, self.view.height())
            )
        for by in (step, 0):
            self._note("zoom", lambda by=by: self.view.set_text_size(size + by))
        for zoom in (self._editor.zoomIn, self._editor.zoomOut):
            self._note_floor("zoom", lambda zoom=zoom: zoom(step))

    def point(self, chance: random.Random) -> None:
        """Ask what is under the mouse, as each of its movements does."""
        port = self.view.viewport()
        for _ in range(POINTS):
            place = QPoint(chance.randrange(port.width()), chance.randrange(port.height()))
            began, worked = time.perf_counter(), time.process_time()
            self.view.mark_at(place)
            self.figures["hover"].append(time.perf_counter() - began)
            self.figures[f"{PROCESSOR}hover"].append(time.process_time() - worked)

    def find(self) -> None:
        """Find the word that stands nearest to a thousand times in the text, and show the hits."""
        text = self.view.page.text
        counts = Counter(text.split())
        word = min(counts, key=lambda each: abs(counts[each] - HITS))

        def find() -> None:
            self.view.set_hits(finding.hits(text, word), None)

        for _ in range(FINDS):
            self._note("find", find)
            self.view.set_hits((), None)
            let_live(1)
            self.figures["floor_find"].append(measuring.seconds_of(lambda: _find_all(text, word)))

    def close(self) -> None:
        """Take both from the screen."""
        self.view.close()
        self._editor.close()

    def _note(self, name: str, work: Callable[[], object]) -> None:
        began = time.process_time()
        self.figures[name].append(self._watch.seconds_to_paint(work))
        self.figures[f"{PROCESSOR}{name}"].append(self._watch.worked_at - began)

    def _note_floor(self, name: str, work: Callable[[], object]) -> None:
        self.figures[f"floor_{name}"].append(self._editor_watch.seconds_to_paint(work))

    def _let_settle(self) -> None:
        """Let the exact heights be found, and note how long the window did not answer for it."""
        while self.view._idle.isActive():
            began = time.perf_counter()
            QApplication.processEvents()
            self.figures["blocked"].append(time.perf_counter() - began)


def _find_all(text: str, word: str) -> None:
    """A search whose hits nobody sees, letters of either size taken alike."""
    for _ in re.finditer(re.escape(word), text, re.IGNORECASE):
        pass


def made(number: int, words: int, count: int) -> tuple[Article, list[Mark]]:
    """An article of the corpus and what is marked in it."""
    record = corpus.record(number, words=words, annotations=count, relations=0)
    article = Article(record["id"], record["title"], record["text"], record["text_sha256"])
    marks = []
    for place, span in enumerate(record["spans"]):
        role, underline, shape, letter, lane = LOOKS[place % len(LOOKS)]
        fragments = tuple(Span(*fragment) for fragment in span["fragments"])
        marks.append(
            Mark(span["id"], fragments, role, underline, shape, letter, role, lane, layer=role)
        )
    return article, marks


def _shown(window: QWidget, port: QWidget) -> PaintWatch:
    window.resize(900, 1000)
    watch = PaintWatch(port)
    watch.seconds_to_paint(window.show)
    return watch


def _turn_wheel(port: QWidget) -> None:
    place = QPointF(port.rect().center())
    event = QWheelEvent(
        place,
        port.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


def main() -> None:
    """Open, work, print."""
    words, marks, rounds = (int(word) for word in sys.argv[1:4])
    application.application()
    desk = Desk(words, marks)
    for _ in range(rounds):
        desk.open()
    chance = random.Random(words)
    length = len(desk.view.page.text)
    for _ in range(rounds * 3):
        # Not so near to the end that nothing is left to scroll.
        desk.label(chance.randrange(length // 2))
        desk.look_at(chance.randrange(length // 2))
        desk.toggle()
    for number in range(rounds):
        desk.change(1 + number % 3)
    desk.point(chance)
    desk.find()
    desk.close()
    json.dump(desk.figures, sys.stdout)


if __name__ == "__main__":
    main()
