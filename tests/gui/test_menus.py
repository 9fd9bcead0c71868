"""The menu bar and the menu at the pointer."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from tests.gui.desk import Desk

# The platform without a screen cannot raise a menu, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WANT_SELECTED = {"link.begin", "editing.extend", "editing.cut_out", "editing.remove"}


def open_menu(desk: Desk) -> dict[str, QAction]:
    """Open the menu at the pointer; its entries by the ids of actions."""
    desk.view.menuRequested.emit(desk.view.mapToGlobal(QPoint(200, 200)), None)
    menu = [each for each in desk.window.findChildren(QMenu) if each.isVisible()][-1]
    found = {each.objectName(): each for each in menu.actions() if each.objectName()}
    menu.hide()
    return found


def off(entries: dict[str, QAction]) -> set[str]:
    """What cannot be chosen."""
    return {name for name, entry in entries.items() if not entry.isEnabled()}


def test_with_nothing_selected_the_menu_offers_no_change_of_it(desk: Desk):
    assert off(open_menu(desk)) == {*WANT_SELECTED, "remark.comment"}


def test_with_an_annotation_and_words_the_menu_offers_all(desk: Desk):
    desk.press("C", "E")
    assert off(open_menu(desk)) == {"editing.extend", "editing.cut_out"}
    desk.press("Right")
    assert off(open_menu(desk)) == set()


def test_an_entry_that_is_off_in_the_menu_keeps_its_key(desk: Desk):
    open_menu(desk)
    desk.press("Del")
    assert desk.status() == "Nothing is selected. E selects an annotation of the sentence."


def test_labels_in_the_menu_have_their_sign_and_key_and_label(desk: Desk):
    desk.qtbot.waitUntil(lambda: not desk.window.commands.action("label.claim").icon().isNull())
    entry = open_menu(desk)["label.claim"]
    assert entry.text() == "Claim\tC"
    image = entry.icon().pixmap(20, 20).toImage()
    claim = desk.view.theme.role("claim").stroke
    assert image.pixelColor(image.width() // 2, 3).name() == claim.name()
    entry.trigger()
    assert len(desk.annotations("claim")) == 1


def test_icons_have_the_colours_of_now_as_soon_as_they_are_looked_at(desk: Desk):
    commands, views = desk.window.commands, desk.window.views
    desk.qtbot.waitUntil(lambda: not commands.action("help.about").icon().isNull())
    views.choose_theme("dark")
    seen = [open_menu(desk)["label.claim"]]
    (menu,) = [
        each for each in desk.window.menuBar().findChildren(QMenu) if each.title() == "&Help"
    ]
    menu.popup(QPoint(40, 40))
    seen += [each for each in menu.actions() if each.objectName() == "help.about"]
    wanted = [views.theme.role("claim").stroke, views.theme.colour("text")]
    assert [most_used_colour(each) for each in seen] == [each.name() for each in wanted]
    menu.hide()


def test_lines_of_a_menu_begin_at_one_place_with_an_icon_and_without(desk: Desk):
    desk.qtbot.waitUntil(lambda: not desk.window.commands.action("help.about").icon().isNull())
    menus = desk.menus()
    for title in ("&View", "A&nnotate"):
        (menu,) = [each for each in menus if each.title() == title]
        menu.popup(QPoint(0, 0))
        lines = [each for each in menu.actions() if menu.actionGeometry(each).left() < 10]
        image = menu.grab().toImage()
        places = [menu.actionGeometry(each) for each in lines if not each.isSeparator()]
        starts = {first_ink(image, place) for place in places}
        menu.hide()
        assert max(starts) - min(starts) <= 1, f"{title}: {starts}"


class FieldOfX11(QLineEdit):
    """Takes Ctrl+E for itself, as fields do under X11."""

    def event(self, event: QEvent) -> bool:
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and event.key() == Qt.Key.Key_E:
            event.accept()
            return True
        return super().event(event)


def test_keys_of_the_window_act_while_somebody_types(desk: Desk):
    field = FieldOfX11("harbour", desk.window.annotating)
    field.show()
    field.setFocus()
    desk.press("Ctrl+A", on=field)
    assert field.selectedText() == "harbour"
    desk.press("Ctrl+E", on=field)
    assert not desk.window.is_annotating


def most_used_colour(action: QAction) -> str:
    """The colour of most of an icon's opaque pixels."""
    image = action.icon().pixmap(20, 20).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return Counter(each.name() for each in pixels if each.alpha() == 255).most_common(1)[0][0]


def first_ink(image: QImage, line: QRect) -> int:
    """Where the words of a line begin, the icon or tick before them left out."""
    paper = image.pixelColor(line.left() + 2, line.top() + 2).lightness()
    return next(
        x
        for x in range(line.left() + 26, line.right())
        if any(
            abs(image.pixelColor(x, y).lightness() - paper) > 60
            for y in range(line.top() + 3, line.bottom() - 3)
        )
    )


def test_what_is_shown_is_ticked_in_the_view_menu(desk: Desk):
    names = ("view.show_queue", "view.show_panel", "view.hide_markup", "view.full_screen")
    actions = {name: desk.window.commands.action(name) for name in names}
    assert all(action.isCheckable() for action in actions.values())
    assert all(action.icon().isNull() for action in actions.values()), "an icon hides the tick"
    desk.press("Ctrl+B")
    ticked = {name for name, action in actions.items() if action.isChecked()}
    assert ticked == {"view.show_panel", "view.hide_markup"}


def test_menus_nobody_opened_have_their_lines_soon_also_after_keys_were_changed(desk: Desk):
    commands, bar = desk.window.commands, desk.window.menuBar()

    def shown() -> set[str]:
        menus = [each.menu() for each in bar.actions()]
        return {line.objectName() for each in menus if each for line in each.actions()}

    every = {row.id for row in commands.rows()}
    desk.qtbot.waitUntil(lambda: every <= shown())
    commands.keymap.give("label.claim", ("H",), usual=())
    desk.qtbot.waitUntil(lambda: every <= shown())


def test_a_line_that_cannot_be_chosen_says_why(desk: Desk):
    action = desk.window.commands.action("review.merge")
    (menu,) = [each for each in desk.menus() if action in each.actions()]
    menu.popup(desk.window.pos())
    QTest.mouseMove(menu, menu.actionGeometry(action).center())
    assert desk.status() == "Go to the review first: Ctrl+2"
    allowed = desk.window.commands.action("screens.review")
    QTest.mouseMove(menu, menu.actionGeometry(allowed).center())
    assert desk.status() == ""
    menu.hide()


def test_windows_that_menus_open_give_the_keys_back_to_where_they_were(desk: Desk):
    desk.find("Filter articles").setFocus()
    for action_id in ("help.manual", "screens.people", "entities.open", "details.open"):
        desk.window.commands.action(action_id).trigger()
        desk.qtbot.waitUntil(lambda: not desk.window.isActiveWindow())
        desk.press("Esc")
        desk.qtbot.waitUntil(desk.find("Filter articles").hasFocus)
