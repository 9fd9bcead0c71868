"""Every colour is measured from the theme files, as the eye would have to."""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.gui import theme
from tests.colours import DEFICIENCIES, contrast, distance, lab
from tests.gui.desk import Desk

KINDS = (
    "claim", "source", "positive", "neutral", "negative", "cue", "quote", "expression",
    "boilerplate", "flag", "suggestion", "selection", "hit",
)  # fmt: skip
SURFACES = ("paper", "chrome", "panel")
EVERY_THEME = pytest.mark.parametrize("name", theme.NAMES)
COLOURED = pytest.mark.parametrize("name", ["light", "dark"])


@EVERY_THEME
@pytest.mark.parametrize("kind", KINDS)
def test_words_and_strokes_can_be_read_on_every_fill(name: str, kind: str) -> None:
    shown = theme.load(name)
    colours = shown.role(kind)
    text = shown.colour("boilerplate-text" if kind == "boilerplate" else "text")
    assert contrast(text, colours.fill) >= 7
    assert contrast(colours.stroke, shown.colour("paper")) >= 4.5
    assert contrast(colours.stroke, colours.fill) >= 3
    assert contrast(shown.colour("glyph"), colours.stroke) >= 4.5


@EVERY_THEME
@pytest.mark.parametrize("surface", SURFACES)
def test_text_and_controls_can_be_seen_on_every_surface(name: str, surface: str) -> None:
    shown = theme.load(name)
    below = shown.colour(surface)
    assert contrast(shown.colour("text"), below) >= 7
    assert contrast(shown.colour("muted"), below) >= 6
    assert contrast(shown.colour("accent"), below) >= 4.5
    assert contrast(shown.colour("danger"), below) >= 4.5
    assert contrast(shown.colour("control"), below) >= 3
    assert contrast(shown.colour("focus"), below) >= 3


@EVERY_THEME
def test_text_can_be_read_on_what_is_chosen_pressed_or_coloured(name: str) -> None:
    shown = theme.load(name)
    for below in ("hover", "pressed", "chosen", "code"):
        assert contrast(shown.colour("text"), shown.colour(below)) >= 7
    assert contrast(shown.colour("on-accent"), shown.colour("accent")) >= 4.5


@COLOURED
@pytest.mark.parametrize("part", ["fill", "stroke"])
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_kinds_stay_apart_for_every_eye(name: str, part: str, deficiency: str) -> None:
    shown = theme.load(name)
    seen = {
        kind: lab(getattr(shown.role(kind), part), deficiency)
        for kind in KINDS
        if kind not in ("suggestion", "boilerplate")
    }
    closest = min(distance(seen[one], seen[other]) for one, other in combinations(seen, 2))
    assert closest >= 4


def test_the_measure_of_distance_agrees_with_its_authors() -> None:
    # Two pairs of the test data of Sharma, Wu and Dalal (2005).
    assert distance((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert distance((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)


def test_the_palette_is_the_one_that_was_designed() -> None:
    light, dark = theme.load("light"), theme.load("dark")
    assert light.colour("paper").name().upper() == "#FCFBF8"
    assert dark.colour("paper").name().upper() == "#17191D"
    assert light.role("claim").fill.name().upper() == "#DBEAFA"
    assert dark.role("negative").stroke.name().upper() == "#F47B68"


def test_every_theme_names_the_same_roles() -> None:
    roles = [(set(t.colours), set(t.kinds)) for t in map(theme.load, theme.NAMES)]
    assert roles.count(roles[0]) == len(roles)
    assert roles[0][1] == set(KINDS)


def test_a_kind_that_no_theme_knows_looks_like_a_suggestion() -> None:
    shown = theme.load("light")
    assert shown.role("something of a custom scheme") == shown.role("suggestion")


@EVERY_THEME
def test_the_palette_sets_every_role(qapp: QApplication, name: str) -> None:
    made = theme.palette(theme.load(name))
    for role in QPalette.ColorRole:
        if role not in (QPalette.ColorRole.NColorRoles, QPalette.ColorRole.NoRole):
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
                assert made.isBrushSet(group, role), role
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.load(name).colour("disabled")


@EVERY_THEME
def test_the_style_sheet_is_short_and_whole(name: str) -> None:
    sheet = theme.style_sheet(theme.load(name))
    assert len(sheet.splitlines()) <= 150
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    for image in re.findall(r'url\("([^"]+)"\)', sheet):
        assert resources.path("themes", image.rsplit("/", 1)[-1]).is_file()


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[QApplication]:
    """The program, which has its own looks again afterwards."""
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    yield qapp
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])
    qapp.setFont(before[2])


def test_a_theme_is_applied_to_the_whole_program(themed: QApplication) -> None:
    dark = theme.load("dark")
    theme.apply(themed, dark)
    button = QPushButton("Label")
    button.resize(90, 30)
    assert themed.palette().color(QPalette.ColorRole.Window) == dark.colour("chrome")
    image = button.grab().toImage()
    assert image.pixelColor(20, 6) == dark.colour("panel")


def test_a_widget_is_styled_twice_at_most_however_deep_it_lies(
    themed: QApplication, qtbot: QtBot
) -> None:
    theme.apply(themed, theme.load("light"))
    window = innermost = QWidget()
    qtbot.addWidget(window)
    for _ in range(12):
        innermost = QWidget(innermost)
    button = StyledButton("Label", innermost)
    window.show()
    times = {}
    for name in ("dark", "light", "light"):
        button.times_styled = 0
        theme.apply(themed, theme.load(name))
        times[name] = button.times_styled
    assert 0 < times["dark"] <= 2
    assert times["light"] == 0, "it was in these colours already"


class StyledButton(QPushButton):
    """A button that counts how often it is styled."""

    times_styled = 0

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells when it was."""
        super().changeEvent(event)
        self.times_styled += event.type() == QEvent.Type.StyleChange


def test_without_a_word_of_the_desktop_the_theme_is_light(qapp: QApplication) -> None:
    assert theme.choose("system").id == "light"
    assert theme.choose("dark").id == "dark"


def test_the_shipped_fonts_are_used(qapp: QApplication) -> None:
    theme.load_fonts()
    assert QFontInfo(theme.article_font(18)).family() == "Literata"
    assert QFontInfo(theme.interface_font()).family() == "Inter"


def test_a_shipped_font_is_known_once_it_is_chosen(qapp: QApplication) -> None:
    theme._families_of.cache_clear()
    chosen = theme.article_font(18, "Atkinson Hyperlegible Next")
    assert QFontInfo(chosen).family() == "Atkinson Hyperlegible Next"


def test_an_icon_takes_the_colour_it_is_given(qapp: QApplication) -> None:
    colour = theme.load("light").role("source").stroke
    image = theme.icon("check", colour).pixmap(32, 32).toImage()
    solid = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {colour.name()}


def test_the_keyboard_leaves_one_ring_on_a_button_and_nothing_on_its_words(desk: Desk):
    desk.press("Ctrl+4")
    button = next(b for b in desk.find("Dashboard").findChildren(QPushButton) if b.isVisible())
    button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as Qt does on Tab
    picture = button.grab().toImage()
    inside = [
        picture.pixelColor(x, y)
        for x in range(4, picture.width() - 4)
        for y in range(4, picture.height() - 4)
    ]
    assert {each.red() for each in inside} > {255}, "the words are there"
    assert max(each.blue() - each.red() for each in inside) < 12
