"""Colours, fonts and icons: one place decides how the program looks.

Each theme is a table of roles in `resources/themes`, in JSON, for which no library has to be loaded
at the start; a test measures every contrast it must keep. We build a whole `QPalette` and ask for
the Fusion style instead of trusting `QStyleHints.setColorScheme`, which does nothing on offscreen
platforms and on desktops without a platform theme: there a dark mode would be absent and untested.
Ready-made theme packages were weighed and left out: they cost 100 to 370 ms at import, fight custom
painting, or bring a licence we cannot take. One application style sheet, made from the roles, does
what a palette cannot (corners, focus rings); no widget has a style sheet of its own.
"""

import json
from collections.abc import Mapping
from dataclasses import field
from functools import cache
from string import Template

from PySide6 import QtGui
from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.dataclass import dataclass

NAMES = ("light", "dark", "contrast")
ARTICLE_FAMILIES = ("Literata", "Source Serif 4", "Noto Serif", "DejaVu Serif", "Georgia", "serif")
INTERFACE_FAMILIES = ("Inter", "Noto Sans", "DejaVu Sans", "Segoe UI", "sans-serif")
CODE_FAMILIES = ("DejaVu Sans Mono", "Noto Sans Mono", "Menlo", "Consolas", "monospace")
INTERFACE_PIXELS = 13

IS_FUSION = "isFusion"
"""The property of the application that says which style it has."""

Colour = QColor
"""What others call a colour; they get all of theirs from a theme."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The two colours of one kind of mark: behind the words, and under and beside them."""

    fill: QColor
    stroke: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """One complete set of colours by role."""

    id: str
    name: str
    is_dark: bool
    colours: Mapping[str, QColor] = field(repr=False)
    kinds: Mapping[str, Kind] = field(repr=False)

    def colour(self, name: str) -> QColor:
        """A base colour: `paper`, `text`, `muted`, `accent` and so on."""
        return self.colours[name]

    def role(self, name: str) -> Kind:
        """The colours of a kind of mark; a kind no theme knows looks like a suggestion."""
        return self.kinds.get(name) or self.kinds["suggestion"]


@cache
def load(name: str) -> Theme:
    """The theme `light`, `dark` or `contrast`."""
    table = json.loads(resources.path("themes", f"{name}.json").read_text(encoding="utf-8"))
    colours = {role: QColor(value) for role, value in table["colours"].items()}
    kinds = {
        role: Kind(QColor(pair["fill"]), QColor(pair["stroke"]))
        for role, pair in table["kinds"].items()
    }
    return Theme(name, table["name"], table["is_dark"], colours, kinds)


def choose(preference: str) -> Theme:
    """The theme for a preference; `system` follows the desktop, and is light where it is silent."""
    if preference != "system":
        return load(preference)
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return load("contrast")
    return load("dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light")


def set_interface_size(pixels: int) -> None:
    """Make everything that is not the article larger or smaller, from the next `apply` on."""
    _SCALE[0] = pixels / INTERFACE_PIXELS


def scaled(pixels: float) -> int:
    """A length that grows with the text of the window, such as the height of a row."""
    return round(pixels * _SCALE[0])


def reduce_motion(app: QApplication, *, is_reduced: bool) -> None:
    """Let nothing move by itself: menus and lists open at once, text cursors do not blink."""
    app.styleHints().setCursorFlashTime(0 if is_reduced else -1)
    for effect in _EFFECTS:
        app.setEffectEnabled(effect, enable=not is_reduced)


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole program the theme's style, palette, font and style sheet."""
    if not app.property(IS_FUSION):
        # A style sheet hides the style's name, so it is remembered here.
        app.setStyle("Fusion")
        app.setProperty(IS_FUSION, "yes")
    # The frame and native dialogs follow where the platform can.
    scheme = Qt.ColorScheme.Dark if theme.is_dark else Qt.ColorScheme.Light
    app.styleHints().setColorScheme(scheme)
    app.setPalette(palette(theme))
    font = interface_font()
    app.setFont(font)
    for widgets in _OWN_FONTS:
        # Qt for Python takes a str here and refuses the bytes it declares.
        app.setFont(font, widgets)  # type: ignore[arg-type]
    sheet = style_sheet(theme)
    if sheet != app.styleSheet():
        # A sheet in place of another has Qt polish each widget once for every widget above it.
        app.setStyleSheet("")
        app.setStyleSheet(sheet)


def palette(theme: Theme) -> QPalette:
    """Qt's palette with every role set, for active, inactive and disabled widgets."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, theme.colour(name))
    for role in _DIMMED:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("disabled"))
    made.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, theme.colour("pressed")
    )
    return made


def style_sheet(theme: Theme) -> str:
    """The application's style sheet in the theme's colours."""
    source = resources.path("themes", "application.qss").read_text(encoding="utf-8")
    roles = {name.replace("-", "_"): colour.name() for name, colour in theme.colours.items()}
    icons = resources.path("themes").as_posix()
    sizes = {f"px{pixels}": f"{scaled(pixels)}px" for pixels in _SHEET_PIXELS}
    return Template(source).substitute(roles, **sizes, icons=icons, name=theme.id)


def flood(painter: QPainter, area: QRect | QRectF, colour: QColor) -> None:
    """Fill an area with a colour.

    The painter's own `fillRect` has Qt for Python make all of its brushes, 5 ms of the start.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)


def load_fonts() -> None:
    """Make those shipped fonts known to Qt, once, that are shown unless another is chosen."""
    _families_of("Inter")
    _families_of("Literata")


def shipped_families() -> tuple[str, ...]:
    """The families of all shipped fonts, which Qt knows from now on."""
    return tuple(family for name in _FONT_FILES for family in _families_of(name))


def article_font(pixels: float, family: str = "") -> QFont:
    """The font of the article's text, in whole or part pixels; widths scale with the size."""
    if (shipped := family.partition(" ")[0]) in _FONT_FILES:
        _families_of(shipped)
    return _font((family, *ARTICLE_FAMILIES) if family else ARTICLE_FAMILIES, pixels)


def interface_font(pixels: float = INTERFACE_PIXELS, *, is_bold: bool = False) -> QFont:
    """The font of everything that is not article text, in the size that the person wants."""
    return sign_font(scaled(pixels), is_bold=is_bold)


def sign_font(pixels: float, *, is_bold: bool = False) -> QFont:
    """The same in a size that stays: for signs, and for lines that belong to the article."""
    font = _font(INTERFACE_FAMILIES, pixels)
    if is_bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def code_font(pixels: float) -> QFont:
    """The font of code in an article."""
    font = _font(CODE_FAMILIES, pixels)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def icon(name: str, colour: QColor, *, disabled: QColor | None = None) -> "QtGui.QIcon":
    """A shipped icon in a colour of the theme, sharp at the usual scale factors."""
    made = QtGui.QIcon()
    _add_pixmaps(made, name, colour, mode=QtGui.QIcon.Mode.Normal)
    if disabled is not None:
        _add_pixmaps(made, name, disabled, mode=QtGui.QIcon.Mode.Disabled)
    return made


def _add_pixmaps(
    made: "QtGui.QIcon", name: str, colour: QColor, *, mode: "QtGui.QIcon.Mode"
) -> None:
    # Kept out of the start of the program: QtSvg is not needed before the first paint.
    from PySide6.QtSvg import QSvgRenderer

    source = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = QSvgRenderer(QByteArray(source.replace("currentColor", colour.name()).encode()))
    for pixels in (16, 20, 24, 32, 48):
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            drawing.render(painter, QRectF(0, 0, pixels, pixels))
        made.addPixmap(pixmap, mode)


@cache
def _families_of(name: str) -> tuple[str, ...]:
    families: list[str] = []
    for path in sorted(resources.path("fonts").glob(f"{name}*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def _font(families: tuple[str, ...], pixels: float) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, round(pixels)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


_FONT_FILES = ("Atkinson", "Inter", "Literata")
_SCALE = [1.0]
_SHEET_PIXELS = (11, 14, 17)
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
# Desktops give these a font of their own, which a font for all does not replace.
_OWN_FONTS = (
    "QMenuBar", "QMenu", "QStatusBar", "QTipLabel", "QMessageBox", "QLabel", "QPushButton",
    "QCheckBox", "QRadioButton", "QToolButton", "QAbstractItemView", "QComboMenuItem",
    "QComboLineEdit", "QDockWidgetTitle",
)  # fmt: skip
_PALETTE = {
    QPalette.ColorRole.Window: "chrome",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "chrome",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
}
_DIMMED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.HighlightedText,
)
