"""What can be hit and read: controls, letters, lines (21, 22)."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

import annotator
from annotator import resources
from annotator.gui.article.margin import chips
from tests.builders import article, project_file
from tests.gui.conftest import TEXT
from tests.gui.desk import Desk
from tests.scorecard.card import Recorder
from tests.scorecard.screens import STATES, rest
from tests.scorecard.sizes import LEAST_CONTROL, LEAST_LETTER

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SIZES = {78: 14, 100: 18, 150: 27, 200: 36}


@pytest.mark.parametrize("percent", SIZES)
def test_lines_hold_sixty_to_seventy_five_characters_at_every_size(
    scorecard: Recorder, open_desk: Callable[..., Desk], tmp_path: Path, percent: int
):
    """21: full lines of a real article in a window of 1920 by 1080 pixels."""
    text = " ".join([TEXT.replace("\n", " ")] * 8)
    desk = open_desk(project_file(tmp_path, article(text, title="Long")))
    desk.window.resize(1920, 1080)
    desk.view.set_text_size(SIZES[percent])
    rest(desk)
    starts = desk.view.page.laid(desk.view.page.piece_at(0)).line_starts
    lengths = sorted(later - earlier for earlier, later in pairwise(starts))
    mean = sum(lengths) / len(lengths)
    scorecard.record(
        f"21 {percent} %",
        "Characters per line, mean (nine in ten)",
        goal="60–75",
        measured=f"{mean:.1f} ({lengths[len(lengths) // 20]}–{lengths[-1 - len(lengths) // 20]})",
    )
    assert 60 <= mean <= 75
    assert sum(60 <= length <= 75 for length in lengths) >= 0.9 * len(lengths)


def test_chips_and_menus_can_be_hit(scorecard: Recorder, desk: Desk):
    """22: what is painted by ourselves, and the lines of the menus."""
    STATES["labelled"](desk)
    rest(desk)
    reach = [min(chip.reach.width(), chip.reach.height()) for chip in chips(desk.view.frame())]
    lines = [
        menu.actionGeometry(action).height()
        for menu in desk.menus()
        for action in menu.actions()
        if not action.isSeparator()
    ]
    scorecard.record(
        "22 chips, menus",
        "Lowest chip and line of a menu",
        goal="≥ 24",
        measured=f"{min(reach):.0f}, {min(lines)}",
    )
    assert reach
    assert min(reach) >= LEAST_CONTROL
    assert min(lines) >= LEAST_CONTROL


def test_no_source_asks_for_smaller_letters():
    """22: painted letters have no widget that could be asked."""
    asked = re.compile(r"(?:interface|sign|article|code)_font\(\s*(\d+)|setPixelSize\(\s*(\d+)")
    root = Path(annotator.__file__).parent
    found = [
        int(next(filter(None, match.groups())))
        for path in root.rglob("*.py")
        for match in asked.finditer(path.read_text(encoding="utf-8"))
    ]
    sheet = resources.path("themes", "application.qss").read_text(encoding="utf-8")
    found += [int(size) for size in re.findall(r"font-size: \$?(?:px)?(\d+)", sheet)]
    assert len(found) > 10
    assert min(found) >= LEAST_LETTER
