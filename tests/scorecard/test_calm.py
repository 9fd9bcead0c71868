"""The page stays as it is while it is worked on, and is calm to look at (17, 30)."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from annotator.gui.article.view import ArticleView
from tests.builders import sample_file
from tests.gui.desk import Desk
from tests.scorecard.card import Recorder
from tests.scorecard.screens import rest

LOUD = 40
ANNOTATIONS = 50
LABELLED = ("harvest-early", "hospital-beds", "night-trains-railhead", "night-trains-vale")
SENTENCE_LABELS = ("C", "Q", "S")
Origin = tuple[int, float, float]
"""The place in the text at which a line begins, its left edge and its top on the page."""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample project, with the work of two annotators."""
    return sample_file(tmp_path, by="newcomer")


def test_no_line_moves_while_fifty_annotations_are_made(
    scorecard: Recorder, open_desk: Callable[..., Desk], sample: Path
):
    """17: every line of the article, also those out of sight."""
    desk = open_desk(sample, article="hospital-beds", annotator="newcomer")
    rest(desk)
    before = origins(desk.view)
    place = desk.view.place()
    for label in SENTENCE_LABELS:
        while len(desk.annotations()) < ANNOTATIONS and not is_at_end(desk):
            desk.press(label, "J")
        while desk.view.current_sentence.start > 0:
            desk.press("K")
    desk.press("F")
    desk.type("Who says so?")
    desk.press("Enter")
    desk.view.restore(place)
    after = origins(desk.view)
    moved = sum(one != other for one, other in zip(before, after, strict=True))
    scorecard.record(
        "17",
        f"Lines that moved while {ANNOTATIONS} annotations and a flag were made",
        goal="0",
        measured=f"{moved} of {len(before)}",
    )
    assert len(desk.annotations()) >= ANNOTATIONS
    assert before == after


@pytest.mark.parametrize(("theme", "most"), [("light", 10), ("dark", 20)])
def test_labelled_articles_are_calm_to_look_at(
    scorecard: Recorder, open_desk: Callable[..., Desk], sample: Path, theme: str, most: int
):
    """30: how much of the reading column is coloured, in the articles that Ana has labelled."""
    desk = open_desk(sample, article=LABELLED[0], annotator="ana")
    try:
        desk.window.views.choose_theme(theme)
        shares = [loud_share(column_of(desk, article)) for article in LABELLED]
    finally:
        desk.window.views.choose_theme("system")
    mean = sum(shares) / len(shares)
    scorecard.record(
        f"30 {theme}",
        f"Pixels of the reading column with RGB max−min > {LOUD}: labelled sample (busiest)",
        goal=f"≤ {most} %",
        measured=f"{mean:.1f} % ({max(shares):.1f} %)",
    )
    assert 0.2 < mean <= most


def column_of(desk: Desk, article_id: str) -> QImage:
    """The reading column of an article as it opens."""
    assert desk.window.session is not None
    desk.window.session.open_article(article_id)
    rest(desk)
    assert len(desk.annotations()) > 20
    port = desk.view.viewport()
    place = QRect(desk.view.column.text_left, 0, desk.view.column.text_width, port.height())
    return port.grab(place).toImage()


def origins(view: ArticleView) -> list[Origin]:
    """Where every line of the article stands."""
    every = [view.page.laid(number) for number in range(len(view.page.pieces))]
    return [
        (start, view.column.text_left + laid.layout.lineAt(line).x(), top + line * height)
        for laid, top in zip(every, view.page.tops(), strict=False)
        for height in [laid.style.line_height]
        for line, start in enumerate(laid.line_starts)
    ]


def is_at_end(desk: Desk) -> bool:
    """Whether the cursor stands in the last sentence."""
    return desk.view.current_sentence.end >= len(desk.sheet.article.text.rstrip())


def loud_share(image: QImage) -> float:
    """How many in a hundred pixels are of a strong colour."""
    image = image.convertToFormat(QImage.Format.Format_RGBX8888)
    parts = np.frombuffer(bytes(image.constBits()), dtype=np.uint8).reshape(-1, 4)[:, :3]
    loud = np.count_nonzero(parts.max(axis=1) - parts.min(axis=1) > LOUD)
    return 100 * float(loud) / len(parts)
