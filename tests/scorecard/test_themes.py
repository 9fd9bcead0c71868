"""Colours change while everything is open, and nothing keeps a colour of another theme (26)."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from annotator.gui import theme
from tests.gui.desk import Desk
from tests.scorecard.card import Recorder
from tests.scorecard.screens import STATES, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BASES = ("paper", "chrome", "panel", "hover", "chosen")
MOST = 60
"""Pixels that letters with soft edges may show by chance."""


@pytest.mark.parametrize("name", STATES)
def test_no_pixel_of_another_theme_is_left(scorecard: Recorder, desk: Desk, name: str):
    """26: every state in every order of themes, without opening it anew."""
    root = STATES[name](desk)
    settle()
    wrong = []
    try:
        for chosen in ("dark", "contrast", "light", "system"):
            desk.window.views.choose_theme(chosen)
            settle()
            wrong += [f"{chosen}: {fault}" for fault in foreign(root, theme.choose(chosen))]
    finally:
        desk.window.views.choose_theme("system")
    scorecard.record(
        f"26 {name}",
        "Base colours of another theme after four changes",
        goal="0",
        measured=len(wrong),
    )
    assert wrong == []


def foreign(root: QWidget, worn: theme.Theme) -> Iterator[str]:
    """Base colours of the other themes that fill more than a few pixels."""
    own = {colour.rgb() for colour in worn.colours.values()}
    own |= {pair.fill.rgb() for pair in worn.kinds.values()}
    own |= {pair.stroke.rgb() for pair in worn.kinds.values()}
    colours, counts = np.unique(pixels_of(root), return_counts=True)
    seen = dict(zip(colours.tolist(), counts.tolist(), strict=True))
    for other in map(theme.load, theme.NAMES):
        for role in BASES:
            value = other.colour(role).rgb()
            if value not in own and (count := seen.get(value, 0)) > MOST:
                yield f"{count} pixels of {other.id} {role}"


def pixels_of(root: QWidget) -> np.ndarray:
    """All pixels as numbers."""
    image = root.window().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(bytes(image.constBits()), dtype=np.uint32)
