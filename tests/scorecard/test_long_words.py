"""Words a third longer, and a window that runs from right to left: nothing is cut (27)."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from annotator.gui import language, pseudo
from annotator.gui.widgets.parts import ElidedLabel, LineButton
from tests.gui.desk import Desk
from tests.scorecard.card import Recorder
from tests.scorecard.screens import STATES, settle, visible

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SIZES = ((1280, 800), (760, 560))
MAY_BE_CUT = (ElidedLabel, LineButton)
"""They end in an ellipsis and have all of it in their tooltip."""


@pytest.fixture
def stretched(
    monkeypatch: pytest.MonkeyPatch, open_desk: Callable[..., Desk], project: Path
) -> Iterator[Callable[[str], Desk]]:
    """Opens the window in the pseudo-language; it is found by names of that language."""

    def open_in(name: str) -> Desk:
        monkeypatch.setenv(language.VARIABLE, name)
        monkeypatch.setattr(Desk, "spoken", staticmethod(pseudo.stretched))
        return open_desk(project)

    yield open_in
    monkeypatch.delenv(language.VARIABLE, raising=False)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.install(app, "en")


@pytest.mark.parametrize("kind", ["pseudo", "pseudo-rtl"])
@pytest.mark.parametrize("name", STATES)
def test_nothing_is_cut_and_nothing_overlaps_in_longer_words(
    scorecard: Recorder, stretched: Callable[[str], Desk], name: str, kind: str
):
    """27: every state, at the usual and at the least size of the window."""
    desk = stretched(kind)
    root = STATES[name](desk)
    faults = []
    for size in SIZES:
        desk.window.resize(*size)
        settle()
        faults += [f"{size[0]}×{size[1]}: {fault}" for fault in (*cut(root), *overlapping(root))]
    scorecard.record(
        f"27 {name} {'→' if kind == 'pseudo' else '←'}",
        "Texts cut or overlapping, 35 % longer",
        goal="0",
        measured=len(faults),
    )
    assert faults == []


def test_the_pseudo_language_is_a_third_longer_and_keeps_placeholders():
    for text in ("Not saved since {}", "{holder} towards {target}: {value}", "&File", "1–9"):
        longer = pseudo.stretched(text)
        assert len(longer) >= 1.1 * len(text)
        assert longer[0] + longer[-1] == "[]"
        kept = [part for part in text.split() if part.startswith("{")]
        assert all(part.strip(":") in longer for part in kept)
    assert pseudo.stretched("") == ""
    assert "(*.annotator)" in pseudo.stretched("Projects (*.annotator);;All files (*)")


def cut(root: QWidget) -> Iterator[str]:
    """Texts for which their widget has no room."""
    for widget in visible(root):
        if isinstance(widget, MAY_BE_CUT) or not in_sight(root, widget):
            continue
        if isinstance(widget.parentWidget(), QLineEdit):
            continue  # the button that clears it
        lacking = lacks(widget)
        if lacking > 1:
            words = getattr(widget, "text", widget.accessibleName)() or widget.accessibleName()
            yield f"{type(widget).__name__} {words!r} lacks {lacking} px"


def lacks(widget: QWidget) -> int:
    """How many pixels of a text are not shown."""
    room = widget.contentsRect()
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) - widget.height()
        return max(widget.sizeHint().width() - widget.width(), 0)
    if isinstance(widget, QCheckBox | QToolButton) or type(widget).__name__ == "QPushButton":
        return max(widget.sizeHint().width() - widget.width(), 0)
    if isinstance(widget, QAbstractButton):
        return 0  # paints itself, and cuts with an ellipsis
    if isinstance(widget, QLineEdit) and not widget.text():
        wanted = QFontMetrics(widget.font()).horizontalAdvance(widget.placeholderText())
        return max(wanted - room.width() + 16, 0) if not widget.toolTip() else 0
    if isinstance(widget, QComboBox):
        wanted = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return max(wanted - room.width() + 36, 0) if not widget.toolTip() else 0
    if isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        return max((_header_lacks(widget, at) for at in range(widget.count())), default=0)
    return 0


def _header_lacks(header: QHeaderView, section: int) -> int:
    across, tip = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    is_told = bool(header.model().headerData(section, across, tip))
    if header.isSectionHidden(section) or is_told:
        return 0
    words = str(header.model().headerData(section, across) or "")
    return header.fontMetrics().horizontalAdvance(words) - header.sectionSize(section)


def overlapping(root: QWidget) -> Iterator[str]:
    """Pairs of texts and controls of one parent that lie on one another."""
    for parent in visible(root):
        if not in_sight(root, parent):
            continue
        parts = [
            each
            for each in parent.children()
            if isinstance(each, QLabel | QAbstractButton | QLineEdit | QComboBox)
            and each.isVisible()
            and not isinstance(parent, QLineEdit | QComboBox)
        ]
        for one, other in combinations(parts, 2):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > 1 and shared.height() > 1:
                yield f"{one.accessibleName() or one} lies on {other.accessibleName() or other}"


def in_sight(root: QWidget, widget: QWidget) -> bool:
    """Whether it is not scrolled away."""
    area = widget.parentWidget()
    while area is not None and area is not root.window():
        if isinstance(area.parentWidget(), QScrollArea):
            port = area
            corner = widget.mapTo(port, QPoint(0, 0))
            return port.rect().contains(QRect(corner, widget.size()).center())
        area = area.parentWidget()
    return True
