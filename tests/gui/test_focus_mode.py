"""Focus mode: the paragraph alone, the text where it was, and every way out of it."""

import pytest
from PySide6.QtGui import QImage

from annotator.domain.span import Span
from tests.gui.desk import Desk


def picture(desk: Desk) -> QImage:
    """The article as it is painted."""
    return desk.view.viewport().grab().toImage()


def darkest(image: QImage, desk: Desk, words: str) -> int:
    """The darkest pixel under some words: 0 is black."""
    start = desk.sheet.article.text.index(words)
    row = desk.view.rectangles_of(Span(start, start + len(words)))[0].toRect()
    ratio = image.devicePixelRatio()
    return min(
        image.pixelColor(round(x * ratio), round(y * ratio)).lightness()
        for x in range(row.left(), row.right())
        for y in range(row.top(), row.bottom())
    )


def colours_of_panes(desk: Desk) -> set[str]:
    """Every colour that is to be seen where the side panes are, with the lines beside them."""
    screen = desk.window.annotating
    assert screen is not None
    image = screen.grab().toImage()
    places = [*range(screen.queue.width() + 1), *range(screen.panel.x() - 1, screen.width())]
    return {image.pixelColor(x, y).name() for x in places for y in range(0, screen.height(), 5)}


def origins(desk: Desk) -> list[tuple[float, float]]:
    """Where some words stand on the screen."""
    text = desk.sheet.article.text
    starts = [text.index(words) for words in ("Mayor", "It is", "A confidential")]
    port = desk.view.viewport()
    return [
        (port.mapToGlobal(row.topLeft().toPoint()).x(), row.top())
        for start in starts
        for row in desk.view.rectangles_of(Span(start, start + 1))
    ]


def is_on(desk: Desk) -> bool:
    """Whether the menu says that it is on."""
    return desk.window.commands.action("view.focus_mode").isChecked()


def test_all_but_the_paragraph_recedes_and_follows_the_cursor(desk: Desk):
    before = picture(desk)
    desk.press("Ctrl+.")
    assert is_on(desk)
    after = picture(desk)
    assert darkest(after, desk, "Mayor Ruiz") == darkest(before, desk, "Mayor Ruiz")
    assert darkest(after, desk, "It is a bargain") > darkest(before, desk, "It is a bargain") + 60
    desk.press("J", "J")
    moved = picture(desk)
    assert darkest(moved, desk, "It is a bargain") == darkest(before, desk, "It is a bargain")
    assert darkest(moved, desk, "Mayor Ruiz") > darkest(before, desk, "Mayor Ruiz") + 60


def test_the_text_does_not_move_and_the_panes_cannot_be_seen_or_reached(desk: Desk):
    before = origins(desk)
    desk.press("Ctrl+.")
    assert origins(desk) == before
    assert colours_of_panes(desk) == {desk.view.theme.colour("paper").name()}
    for _ in range(8):
        desk.press("F6")
        assert desk.view.hasFocus()
    desk.press("Ctrl+.")
    assert origins(desk) == before


@pytest.mark.parametrize("key", ["Esc", "Ctrl+."])
def test_it_is_left_by_esc_or_its_key(desk: Desk, key: str):
    before = picture(desk)
    desk.press("Ctrl+.", key)
    assert not is_on(desk)
    assert desk.status() == ""
    assert picture(desk) == before
    assert desk.find("Filter articles").isEnabled()


def test_labels_are_given_as_ever(desk: Desk):
    desk.press("Ctrl+.", "C", "J", "S")
    assert len(desk.annotations()) == 2
    assert is_on(desk)


@pytest.mark.parametrize("key", ["Ctrl+P", "Ctrl+B", "Ctrl+Alt+B"])
def test_who_wants_a_pane_gets_it(desk: Desk, key: str):
    desk.press("Ctrl+.", key)
    assert not is_on(desk)
    name = "Labels" if "Alt" in key else "Filter articles"
    assert desk.find(name).isVisible()
    assert desk.find(name).isEnabled()
    if key == "Ctrl+P":
        assert desk.find("Filter articles").hasFocus()


def test_enter_on_an_annotation_shows_its_inspector(desk: Desk):
    desk.press("S", "E", "Ctrl+.", "Enter")
    assert not is_on(desk)
    focused = desk.window.focusWidget()
    assert focused is not None
    assert desk.window.annotating.panel.isAncestorOf(focused)  # type: ignore[union-attr]


def test_the_frame_stays_covered_when_the_window_changes_its_size(desk: Desk):
    desk.press("Ctrl+.")
    desk.window.resize(1400, 900)
    assert colours_of_panes(desk) == {desk.view.theme.colour("paper").name()}
