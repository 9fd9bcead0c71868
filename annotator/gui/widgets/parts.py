"""Labels, headings, cards and chips, all showing plain text."""

from collections.abc import Sequence
from typing import TypeVar
from unicodedata import bidirectional

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import theme as looks
from annotator.gui.widgets.rich_text import give_tip

CHIP = 18

Box = TypeVar("Box", QComboBox, QSpinBox)


class _Spaced(QLabel):
    """A label that keeps its margins; one without any need not answer events in Python."""

    def __init__(self, margins: tuple[int, int, int, int], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._margins = margins
        self.setContentsMargins(*margins)

    def changeEvent(self, event: QEvent) -> None:
        """Qt takes the margins away when the style changes while the label has no room yet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setContentsMargins(*self._margins)


def plain(
    text: str = "",
    *,
    role: str = "",
    wraps: bool = False,
    margins: tuple[int, int, int, int] | None = None,
    parent: QWidget | None = None,
) -> QLabel:
    """A label that shows its text as it is; `role` is one of the style sheet's.

    Made in its `parent` it costs half of what it costs to be put there.
    """
    label = QLabel(parent) if margins is None else _Spaced(margins, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wraps)
    if role:
        label.setProperty("role", role)
    return label


def rule() -> QFrame:
    """A line across, between parts of a screen."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def give_role(label: QLabel, role: str) -> None:
    """Show a label in another role of the style sheet."""
    if (label.property("role") or "") != role:
        label.setProperty("role", role)
        label.style().polish(label)


def called(box: Box, name: str) -> Box:
    """A box of choices, or of a number, with what a screen reader calls it.

    On Linux Qt takes what is chosen for the name of a box of choices, so the name is its
    description too. The field inside a box is met on its own by those who read part by part.
    """
    box.setAccessibleName(name)
    if isinstance(box, QComboBox):
        box.setAccessibleDescription(name)
    if (field := box.lineEdit()) is not None:
        field.setAccessibleName(name)
    return box


def choice_box(name: str, *, widest: int | None = None) -> QComboBox:
    """Choices as wide as the longest, up to a width; `name` is what a screen reader calls them."""
    box = called(QComboBox(), name)
    box.setMinimumHeight(30)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    if widest is not None:
        box.setMaximumWidth(widest)
    return box


def fill_choices(box: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    """Offer other choices, unheard; what was chosen stays so where it is still there."""
    held = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for words, data in choices:
            box.addItem(words, data)
        place = next((n for n, (_, data) in enumerate(choices) if data == held), 0)
        box.setCurrentIndex(place)


class Caption(QLabel):
    """Words before a field, as wide as those before other fields, so that all begin in a line."""

    def __init__(self, text: str, *, among: Sequence[str]) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "muted")
        self._among = among
        self.setContentsMargins(0, 0, 6, 0)

    def sizeHint(self) -> QSize:
        """Room for the widest."""
        advance, hint = self.fontMetrics().horizontalAdvance, super().sizeHint()
        lacking = max(map(advance, self._among)) - advance(self.text())
        return QSize(hint.width() + lacking, hint.height())

    def minimumSizeHint(self) -> QSize:
        """The same: it is never narrower."""
        return self.sizeHint()


class ElidedLabel(QLabel):
    """One line of text, cut with an ellipsis where the room ends; the tooltip has all of it."""

    def __init__(self, text: str = "", *, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self._whole = ""
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show another text."""
        before, self._whole = self._whole, " ".join(text.split())
        if before or self._whole:
            self._fit()

    def setText(self, text: str) -> None:
        """The same, for those who do not know that it may be cut."""
        self.set_whole(text)

    def clear(self) -> None:
        """Show nothing."""
        self.set_whole("")

    def minimumSizeHint(self) -> QSize:
        """It may become as narrow as it must."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        cut = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 24))
        super().setText(cut)
        give_tip(self, self._whole if cut != self._whole else "")
        self.setAccessibleName(self._whole)


class LineButton(QAbstractButton):
    """A line of text that can be clicked, cut where the room ends.

    `above` says what it is, `below` tells more; each is a muted line of its own.
    """

    def __init__(
        self, text: str = "", *, above: str = "", below: str = "", is_muted: bool = False
    ) -> None:
        super().__init__()
        self._above = above
        self._below = below
        self._is_muted = is_muted
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_line(text)

    def show_line(self, text: str) -> None:
        """Show another text."""
        line = " ".join(text.split())
        whole = ": ".join(part for part in (self._above, line, self._below) if part)
        self.setText(line)
        self.setAccessibleName(whole)
        give_tip(self, whole)

    def become(self, text: str, *, above: str = "", is_muted: bool = False) -> None:
        """Show another text that is another thing too."""
        self._above, self._is_muted = above, is_muted
        self.show_line(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line high, or two, as wide as may be."""
        return QSize(120, looks.scaled(42 if self._above or self._below else 26))

    def paintEvent(self, _: QPaintEvent) -> None:
        """The text at the left; a ground under the pointer, a ring with the focus."""
        colours = self.palette()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.color(QPalette.ColorRole.Midlight))
                painter.drawRoundedRect(box, 5, 5)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colours.color(QPalette.ColorRole.Accent), 2))
                painter.drawRoundedRect(box, 5, 5)
            self._paint_lines(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        lines = [(self._above, True), (self.text(), self._is_muted), (self._below, True)]
        shown = [(text, is_muted) for text, is_muted in lines if text]
        room = self.rect().adjusted(4, 2 if len(shown) > 1 else 0, -4, 0)
        room.setHeight(room.height() // max(len(shown), 1))
        for text, is_muted in shown:
            role = QPalette.ColorRole.PlaceholderText if is_muted else QPalette.ColorRole.Text
            painter.setPen(self.palette().color(role))
            draw_line(painter, QRectF(room), text)
            room.translate(0, room.height() - 1)


_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = int(Qt.AlignmentFlag.AlignRight | _ABSOLUTE)
_LEFT_ALWAYS = int(Qt.AlignmentFlag.AlignLeft | _ABSOLUTE)


def draw_line(painter: QPainter, room: QRectF, words: str) -> None:
    """One line, cut at its end, which is the left one for Arabic and Hebrew.

    It begins where it is read from: at the left in a window of its own direction, else at the edge
    at which the window's lines begin.
    """
    before = painter.layoutDirection()
    is_mirrored = before == Qt.LayoutDirection.RightToLeft
    runs_left = _is_right_to_left(words)
    to_left, to_right = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(to_left if runs_left else to_right)
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, _RIGHT if is_mirrored or runs_left else _LEFT_ALWAYS, cut)
    painter.setLayoutDirection(before)


def _is_right_to_left(words: str) -> bool:
    """Whether the first letter that has a direction runs to the left."""
    directions = (bidirectional(letter) for letter in words)
    return next((each in ("R", "AL") for each in directions if each in ("L", "R", "AL")), False)


class Card(QFrame):
    """A group of things with a heading above it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = plain(title.upper(), role="heading", parent=self)
        self.heading.setAccessibleName(title)
        self.frame = QFrame(self)
        self.frame.setProperty("role", "card")
        self.body = QVBoxLayout(self.frame)
        self.body.setContentsMargins(10, 8, 10, 8)
        self.body.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addWidget(self.frame)

    def settle(self) -> None:
        """Find its size at once: left to Qt, what lies within is painted for each size on the way.

        Whoever holds it settles it before its own layout.
        """
        for widget in (self.frame, self):
            if (layout := widget.layout()) is not None:
                layout.activate()


class Chip(QWidget):
    """The sign of a label: a small square, circle or diamond with a letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(CHIP + 2, CHIP + 2)
        self._shape, self._letter = "square", ""
        self._theme: looks.Theme | None = None
        self._role = ""

    def show_sign(self, theme: looks.Theme, role: str, *, shape: str, letter: str) -> None:
        """Become another sign."""
        self._theme, self._role, self._shape, self._letter = theme, role, shape, letter
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the sign as the article's margin does."""
        if self._theme is None:
            return
        box = QRectF(1, 1, CHIP, CHIP)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_chip(
                painter, box, self._theme, self._role, shape=self._shape, letter=self._letter
            )


def paint_chip(
    painter: QPainter,
    box: QRectF,
    theme: looks.Theme,
    role: str,
    *,
    shape: str,
    letter: str,
) -> None:
    """Paint a label's sign into a box."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.role(role).stroke)
    if shape == "round":
        painter.drawEllipse(box)
    elif shape in ("diamond", "hexagon"):
        centre = box.center()
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(centre.x(), box.top() - 1),
                    QPointF(box.right() + 1, centre.y()),
                    QPointF(centre.x(), box.bottom() + 1),
                    QPointF(box.left() - 1, centre.y()),
                ]
            )
        )
    else:
        painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.colour("glyph"))
    painter.setFont(looks.sign_font(11, is_bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def paint_row_card(
    painter: QPainter, card: QRectF, theme: looks.Theme, *, is_current: bool, is_hovered: bool
) -> None:
    """Paint the ground of a row: a card with a bar for the current one, a shade for the pointer."""
    if is_current:
        painter.setPen(QPen(theme.colour("hairline"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(card, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = card.right() - 4 if is_mirrored else card.left() + 1
        painter.drawRoundedRect(QRectF(edge, card.top() + 9, 3, card.height() - 18), 1.5, 1.5)
    elif is_hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(card, 8, 8)


def sign_icon(theme: looks.Theme, role: str, *, shape: str, letter: str) -> "QtGui.QIcon":
    """A label's sign for a menu."""
    made = QtGui.QIcon()
    for scale in (1, 2):
        pixmap = QPixmap((CHIP + 2) * scale, (CHIP + 2) * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(1, 1, CHIP, CHIP)
            paint_chip(painter, box, theme, role, shape=shape, letter=letter)
        made.addPixmap(pixmap)
    return made
