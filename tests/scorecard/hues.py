"""Base colours of a theme that is no longer worn, and words that are hard to see (26)."""

import math
from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from annotator.gui import theme
from tests.gui.desk import Desk
from tests.scorecard.room import in_sight
from tests.scorecard.screens import Fault, Look, visible

Pixels: TypeAlias = npt.NDArray[np.uint32]

BASES = ("paper", "chrome", "panel", "hover", "chosen")
MOST = 60
"""Pixels that letters with soft edges may show by chance."""
LEAST_CONTRAST = 4.5
"""Of words with what they lie on."""


def faults(desk: Desk, look: Look) -> Iterator[Fault]:
    """What a state shows after each change of the theme, without being opened anew."""
    for chosen in ("dark", "contrast", "light"):
        desk.window.views.choose_theme(chosen)
        for name, root in look():
            shown = pixels_of(root)
            for fault in (*foreign(shown, theme.load(chosen)), *faint(shown, root)):
                yield name, f"{chosen}: {fault}"


def foreign(shown: Pixels, worn: theme.Theme) -> Iterator[str]:
    """Base colours of the other themes that fill more than a few pixels."""
    own = {colour.rgb() for colour in worn.colours.values()}
    own |= {pair.fill.rgb() for pair in worn.kinds.values()}
    own |= {pair.stroke.rgb() for pair in worn.kinds.values()}
    for other in map(theme.load, theme.NAMES):
        for role in BASES:
            value = other.colour(role).rgb()
            if value not in own and (count := np.count_nonzero(shown == value)) > MOST:
                yield f"{count} pixels of {other.id} {role}"


def faint(shown: Pixels, root: QWidget) -> Iterator[str]:
    """Words whose darkest or lightest pixel hardly differs from what most of them lie on."""
    for widget in visible(root):
        if not widget.isEnabled() or not _has_words(widget) or not in_sight(root, widget):
            continue
        corner = widget.mapTo(root.window(), QPoint(0, 0))
        found = clearest(part(shown, QRect(corner, widget.size())))
        if found < LEAST_CONTRAST:
            yield f"{type(widget).__name__} {widget.accessibleName()!r} has contrast {found:.1f}"


def _has_words(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return bool(widget.text() or widget.placeholderText())
    return isinstance(widget, QLabel | QAbstractButton) and bool(widget.text())


def part(shown: Pixels, place: QRect) -> Pixels:
    """The pixels of a place, as far as they are in the picture."""
    left, top = max(place.left(), 0), max(place.top(), 0)
    return shown[top : place.bottom() + 1, left : place.right() + 1]


def clearest(shown: Pixels) -> float:
    """The greatest contrast of any pixel with the colour of most of them (WCAG 2, 1.4.3)."""
    colours, counts = np.unique(shown, return_counts=True)
    if not len(colours):
        return math.inf
    shares = np.stack([colours >> 16 & 255, colours >> 8 & 255, colours & 255]) / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    light = np.array([0.2126, 0.7152, 0.0722]) @ linear + 0.05
    ground = light[counts.argmax()]
    return float(max(light.max() / ground, ground / light.min()))


def pixels_of(root: QWidget) -> Pixels:
    """All pixels of a window as numbers, by rows."""
    image = root.window().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(bytes(image.constBits()), dtype=np.uint32) & 0xFFFFFF
    return (flat | 0xFF000000).reshape(image.height(), image.width())
