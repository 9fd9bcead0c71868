"""Every state of the window, made once, and all that is looked at in it (22, 23, 26, 27).

The window speaks a language a third longer than English: what has room there has room everywhere.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.gui import language, pseudo
from tests.gui.desk import Desk
from tests.scorecard import hues, room, sizes, stops, tips
from tests.scorecard.card import Recorder
from tests.scorecard.screens import STATES, Fault, Look, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Check = Callable[[Desk, Look], Iterator[Fault]]
"""Looks at a state and tells every fault."""


def once(faults: Callable[[QWidget], Iterator[str]]) -> Check:
    """A check that looks at each thing as it stands."""
    return lambda _, look: ((name, fault) for name, root in look() for fault in faults(root))


CHECKS: dict[tuple[str, str], Check] = {
    ("22", "Controls under 24 px, texts under 11 px"): once(sizes.small),
    ("23", "Stops of Tab without name, role, ring or place"): once(stops.faults),
    ("23", "Tooltips, descriptions taken for markup"): once(tips.faults),
    ("27", "Texts cut or overlapping, 35 % longer, → and ←"): room.faults,
    ("26", "Colours of another theme after three changes, faint words"): hues.faults,
}


@pytest.fixture
def stretched(
    monkeypatch: pytest.MonkeyPatch, open_desk: Callable[..., Desk], project: Path
) -> Iterator[Desk]:
    """A window in the pseudo-language; it is found by names of that language."""
    monkeypatch.setenv(language.VARIABLE, "pseudo")
    monkeypatch.setattr(Desk, "spoken", staticmethod(pseudo.stretched))
    yield open_desk(project)
    monkeypatch.delenv(language.VARIABLE, raising=False)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.install(app, "en")


@pytest.mark.parametrize("name", STATES)
def test_a_state_is_read_hit_and_reached_in_every_look(
    scorecard: Recorder, stretched: Desk, name: str
):
    look = shown(stretched, name)
    pages = [page for page, _ in look()]
    faults = {}
    for (number, title), check in CHECKS.items():
        faults[title] = list(check(stretched, look))
        for page in pages:
            count = sum(at == page for at, _ in faults[title])
            scorecard.record(
                f"{number} {page}", title, goal="0", measured=count, is_met=not count
            )  # fmt: skip
    assert not any(faults.values()), faults


def test_tab_leaves_the_article(desk: Desk):
    """23: the article is no trap, in either direction."""
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        desk.view.setFocus()
        QTest.keyClick(desk.view, key)
        assert QApplication.focusWidget() is not desk.view


def test_the_pseudo_language_is_a_third_longer_and_keeps_placeholders():
    for text in ("Not saved since {}", "{holder} towards {target}: {value}", "&File", "1–9"):
        longer = pseudo.stretched(text)
        assert len(longer) >= 1.1 * len(text)
        assert longer[0] + longer[-1] == "[]"
        kept = [part for part in text.split() if part.startswith("{")]
        assert all(part.strip(":") in longer for part in kept)
    assert pseudo.stretched("") == ""
    assert "(*.annotator)" in pseudo.stretched("Projects (*.annotator);;All files (*)")
