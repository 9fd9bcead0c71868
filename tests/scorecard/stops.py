"""Where Tab comes to, and what a stop needs: a name, a role, a ring, a place in the order (23)."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QWidget

from tests.scorecard.screens import settle, visible

MOST_STEPS = 120
NAMELESS = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def faults(root: QWidget) -> Iterator[str]:
    """Found by pressing Tab all the way round, and compared with what could take the focus."""
    root.window().activateWindow()
    settle()
    around = walked(root)
    if not around:
        yield "nothing has the keyboard"
    places = [each for each in visible(root) if takes_focus(each)]
    for each in places:
        if each not in around:
            yield f"Tab never comes to {told(each)}"
    for each in around:
        for what in lacking(each):
            yield f"{told(each)} has no {what}"
        if not shows_focus(root, each, places):
            yield f"{told(each)} does not show that it has the keyboard"


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
    if isinstance(widget, QComboBox) and not is_told_apart_from_its_value(widget):
        found.append("name beside what is chosen")
    return found


def is_told_apart_from_its_value(box: QComboBox) -> bool:
    """Whether a reader hears what is chosen from: Qt gives what is chosen as the name on Linux."""
    spoken = QAccessible.queryAccessibleInterface(box)
    has_label = bool(spoken.relations(QAccessible.RelationFlag.Label))
    return has_label or bool(spoken.text(QAccessible.Text.Description).strip())


def shows_focus(root: QWidget, widget: QWidget, places: list[QWidget]) -> bool:
    """Whether it looks different with the keyboard on it than with that on another place."""
    bring_into_sight(widget)
    others = [each for each in places if each is not widget and each.isVisible()]
    if not others:
        return True  # it has the keyboard always
    others[0].setFocus(Qt.FocusReason.TabFocusReason)
    without = picture(root, widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    return without != picture(root, widget)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll to it."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None:
        return
    bars = (area.horizontalScrollBar(), area.verticalScrollBar())
    places = [bar.value() for bar in bars]
    area.ensureWidgetVisible(widget)
    if places != [bar.value() for bar in bars]:
        settle()


def picture(root: QWidget, widget: QWidget) -> QImage:
    """A widget with its edges, as it stands in its window."""
    window = root.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    return window.grab(place.intersected(window.rect())).toImage()


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}"
