"""Every colour is measured from the theme files, as the eye would have to."""

import math
import re
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from annotator import resources
from annotator.gui import theme

KINDS = (
    "claim", "source", "positive", "neutral", "negative", "cue", "quote", "expression",
    "boilerplate", "flag", "suggestion", "selection", "hit",
)  # fmt: skip
SURFACES = ("paper", "chrome", "panel")
EVERY_THEME = pytest.mark.parametrize("name", theme.NAMES)
COLOURED = pytest.mark.parametrize("name", ["light", "dark"])
# Viénot's and Machado's picture of a missing cone, in linear light.
DEFICIENCIES = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
Triple = tuple[float, float, float]


def linear(colour: QColor) -> list[float]:
    parts = (colour.red() / 255, colour.green() / 255, colour.blue() / 255)
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted(
        (
            0.2126 * red + 0.7152 * green + 0.0722 * blue
            for red, green, blue in (linear(one), linear(other))
        ),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def lab(colour: QColor, deficiency: str) -> Triple:
    seen = [
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear(colour), strict=True))))
        for row in DEFICIENCIES[deficiency]
    ]
    red, green, blue = seen
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: Triple, other: Triple) -> float:
    """CIEDE2000: below 2.3 two colours look alike."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    grow = 1 + 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = a1 * grow, a2 * grow
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180
    hue_step = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    hue = (h1 + turn / 2) % 360
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2

    def cosine(angle: float) -> float:
        return math.cos(math.radians(angle))

    t = (
        1
        - 0.17 * cosine(hue - 30)
        + 0.24 * cosine(2 * hue)
        + 0.32 * cosine(3 * hue + 6)
        - 0.2 * cosine(4 * hue - 63)
    )
    sl = 1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    rotation *= math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, hue_step / sh
    return math.sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


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


def test_a_theme_is_applied_to_the_whole_program(qapp: QApplication) -> None:
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    dark = theme.load("dark")
    theme.apply(qapp, dark)
    button = QPushButton("Label")
    button.resize(90, 30)
    try:
        assert qapp.palette().color(QPalette.ColorRole.Window) == dark.colour("chrome")
        image = button.grab().toImage()
        assert image.pixelColor(20, 6) == dark.colour("panel")
    finally:
        qapp.setPalette(before[0])
        qapp.setStyleSheet(before[1])
        qapp.setFont(before[2])


def test_without_a_word_of_the_desktop_the_theme_is_light(qapp: QApplication) -> None:
    assert theme.choose("system").id == "light"
    assert theme.choose("dark").id == "dark"


def test_the_shipped_fonts_are_used(qapp: QApplication) -> None:
    theme.load_fonts()
    assert QFontInfo(theme.article_font(18)).family() == "Literata"
    assert QFontInfo(theme.interface_font()).family() == "Inter"


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
