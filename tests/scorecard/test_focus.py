"""Everything that takes the keyboard has a name, a role, a ring and a place in the order (23)."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.gui.desk import Desk
from tests.scorecard.card import Recorder
from tests.scorecard.screens import STATES, settle, visible

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MOST_STEPS = 120
NAMELESS = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@pytest.mark.parametrize("name", STATES)
def test_every_stop_of_the_keyboard_has_name_role_ring_and_place(
    scorecard: Recorder, desk: Desk, name: str
):
    """23: found by pressing Tab all the way round, and compared with what could take the focus."""
    root = STATES[name](desk)
    root.window().activateWindow()
    settle()
    around = walked(root)
    stops = [each for each in visible(root) if takes_focus(each)]
    faults = [f"Tab never comes to {told(each)}" for each in stops if each not in around]
    for each in around:
        faults += [f"{told(each)} has no {what}" for what in lacking(each)]
    ringless = [each for each in around if not shows_focus(root, each)]
    faults += [f"{told(each)} does not show that it has the keyboard" for each in ringless]
    scorecard.record(
        f"23 {name}",
        "Stops of Tab without name, role, ring or place",
        goal="0",
        measured=f"{len(faults)} of {len(around)}",
    )
    assert around
    assert faults == []


def test_tab_leaves_the_article(desk: Desk):
    """23: the article is no trap, in either direction."""
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        desk.view.setFocus()
        QTest.keyClick(desk.view, key)
        assert QApplication.focusWidget() is not desk.view


def walked(root: QWidget) -> list[QWidget]:
    """What Tab comes to, until it is where it began."""
    found: list[QWidget] = []
    for _ in range(MOST_STEPS):
        focused = QApplication.focusWidget()
        if focused is None or focused in found:
            break
        found.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return found


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab should come to it."""
    wants = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(wants) and widget.isEnabled() and widget.focusProxy() is None


def lacking(widget: QWidget) -> list[str]:
    """What a screen reader would miss."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    found = []
    if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
        found.append("name")
    if spoken is None or spoken.role() in NAMELESS:
        found.append("role")
    return found


def shows_focus(root: QWidget, widget: QWidget) -> bool:
    """Whether it looks different with the keyboard on it."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    here = picture(root, widget)
    others = [each for each in visible(root) if takes_focus(each) and each is not widget]
    if not others:
        return True  # it has the keyboard always
    others[0].setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    return here != picture(root, widget)


def picture(root: QWidget, widget: QWidget) -> QImage:
    """A widget with its edges, as it stands in its window."""
    window = root.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    return window.grab(place.intersected(window.rect())).toImage()


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}"
