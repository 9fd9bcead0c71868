"""What all charts share: marks that can be reached by mouse and keys, and a table of the same."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip

from annotator.gui import theme as looks
from annotator.gui.widgets.rich_text import as_tip

READABLE = 4.5
"""The contrast of words that WCAG 2 asks for."""


class Mark(NamedTuple):
    """One number of a chart: where it is, what stands for it, and what is said of it.

    `key` is handed on when it is chosen; None cannot be chosen.
    """

    box: QRectF
    key: object
    words: str


class Table(NamedTuple):
    """The numbers of a chart as rows; `keys` holds that of each cell, None where there is none."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[tuple[object, ...], ...]


class Chart(QFrame):  # which has a role for those who listen
    """Paints marks; a click or Enter chooses one, the arrow keys go from one to the next."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.theme = looks.load("light")
        self.marks: list[Mark] = []
        self._current = -1
        self._hovered = -1

    def table(self) -> Table:
        """The same as a table."""
        raise NotImplementedError

    def place_marks(self) -> list[Mark]:
        """Where each number stands at this size."""
        raise NotImplementedError

    def paint_marks(self, painter: QPainter) -> None:
        """Paint everything but the focus."""
        raise NotImplementedError

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def summarise(self, sentence: str) -> None:
        """Say in one sentence what is to be seen."""
        self.setAccessibleDescription(sentence)

    def metrics(self) -> QFontMetrics:
        """The measures of the font in which words are painted."""
        return QFontMetrics(looks.interface_font(12))

    def refresh(self) -> None:
        """The numbers changed."""
        self._current = self._hovered = -1
        self.updateGeometry()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Marks, then the one under the pointer and the one with the focus."""
        self.marks = self.place_marks()
        with QPainter(self) as painter:
            # Axes run from left to right in every language, and so do the numbers at them.
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self.paint(painter)
            if 0 <= self._hovered < len(self.marks) and self._is_choosable(self._hovered):
                self._ring(painter, self._hovered, 1.0)
            if self.hasFocus() and 0 <= self._current < len(self.marks):
                self._ring(painter, self._current, 2.0)
            elif self.hasFocus():
                painter.setPen(QPen(self.theme.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def paint(self, painter: QPainter) -> None:
        """Paint the chart without focus, as it goes into pictures and reports."""
        self.marks = self.place_marks()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(looks.interface_font(12))
        self.paint_marks(painter)

    def print_on(self, painter: QPainter, width: int) -> None:
        """Paint it so wide, and as high as it needs to be; in the window it keeps its size."""
        held = self.size()
        self.resize(width, self.sizeHint().height())
        self.paint(painter)
        self.resize(held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the pointer."""
        at = self._at(event.position().toPoint())
        if at != self._hovered:
            self._hovered = at
            self.update()
        can = at >= 0 and self._is_choosable(at)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor)
        if at >= 0 and self.marks[at].words:
            QToolTip.showText(event.globalPosition().toPoint(), as_tip(self.marks[at].words), self)

    def leaveEvent(self, _: object) -> None:
        """Nothing is under the pointer."""
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        at = self._at(event.position().toPoint())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._current = at
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark, and choose one."""
        steps = {
            Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1),
        }  # fmt: skip
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        elif Qt.Key(event.key()) in steps:
            self._go(*steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(360, looks.scaled(180))

    def minimumSizeHint(self) -> QSize:
        """It may become narrower, not lower."""
        return QSize(200, self.sizeHint().height())

    def _go(self, right: int, down: int) -> None:
        """To the nearest mark in a direction; the first one when none is current."""
        self.marks = self.marks or self.place_marks()
        if not 0 <= self._current < len(self.marks):
            self._move_to(0)
            return
        here = self.marks[self._current].box.center()
        best, nearest = -1, 0.0
        for number, mark in enumerate(self.marks):
            way = mark.box.center() - here
            along = way.x() * right + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * right)
            if along > 1 and (best < 0 or along + 3 * aside < nearest):
                best, nearest = number, along + 3 * aside
        if best >= 0:
            self._move_to(best)

    def _move_to(self, number: int) -> None:
        if number < len(self.marks):
            self._current = number
            self.setToolTip("")
            self.setAccessibleDescription(self.marks[number].words)
            self.update()

    def _choose(self) -> None:
        if 0 <= self._current < len(self.marks) and self._is_choosable(self._current):
            self.chosen.emit(self.marks[self._current].key)

    def _is_choosable(self, number: int) -> bool:
        return number < len(self.marks) and self.marks[number].key is not None

    def _at(self, point: QPoint) -> int:
        found = (n for n, mark in enumerate(self.marks) if mark.box.contains(point.toPointF()))
        return next(found, -1)

    def _ring(self, painter: QPainter, number: int, width: float) -> None:
        name = "focus" if width > 1 else "control"
        painter.setPen(QPen(self.theme.colour(name), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.marks[number].box.adjusted(-1, -1, 1, 1), 4, 4)


def ramp(theme: looks.Theme, share: float) -> looks.Colour:
    """A colour between the panel (0) and the accent (1): one hue, more is stronger."""
    ground, full = theme.colour("panel"), theme.role("claim").stroke
    share = min(max(share, 0.0), 1.0)
    parts = [round(a + (b - a) * share) for a, b in zip(_parts(ground), _parts(full), strict=True)]
    return looks.Colour(*parts)


def text_on(ground: looks.Colour, theme: looks.Theme) -> looks.Colour:
    """What can be read on a colour: the theme's text, else black or white by their contrast."""
    plain = theme.colour("text")
    if contrast(plain, ground) >= READABLE:
        return plain
    inks = (looks.Colour(0, 0, 0), looks.Colour(255, 255, 255))
    return max(inks, key=lambda colour: contrast(colour, ground))


def contrast(one: looks.Colour, other: looks.Colour) -> float:
    """The contrast of two colours as of WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def hatch(painter: QPainter, box: QRectF, theme: looks.Theme) -> None:
    """Mark a box as not applicable."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(theme.colour("hairline"), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(box, 3, 3)


def widest(metrics: QFontMetrics, words: Sequence[str], most: float) -> float:
    """How wide the longest of some words is, but not wider than `most`."""
    return min(max((metrics.horizontalAdvance(each) for each in words), default=0), most)


def _luminance(colour: looks.Colour) -> float:
    parts = [value / 255 for value in _parts(colour)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: looks.Colour) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
