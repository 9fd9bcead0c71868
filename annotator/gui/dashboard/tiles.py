"""The row of large numbers above the charts; each opens what it counts."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from annotator.gui import theme as looks
from annotator.gui.widgets.rich_text import give_tip

_NARROWEST = 150


class Number(NamedTuple):
    """A large number, what it counts, and a line below."""

    shown: str
    words: str
    below: str = ""
    key: object = None


class Tile(QAbstractButton):
    """One large number."""

    def __init__(self, number: Number) -> None:
        super().__init__()
        self.number = number
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(number.key is not None)
        if number.key is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = f"{number.shown} {number.words}"
        self.setText(words)
        self.setAccessibleName(f"{words}, {number.below}" if number.below else words)
        give_tip(self, self.accessibleName())

    def sizeHint(self) -> QSize:
        """A fixed height."""
        return QSize(150, looks.scaled(70))

    def paintEvent(self, _: QPaintEvent) -> None:
        """A card with the number, its words, and a line."""
        colours = self.palette()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = QPalette.ColorRole.Midlight if self._is_lit() else QPalette.ColorRole.Base
            painter.setBrush(colours.color(QPalette.ColorGroup.Active, ground))
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Mid), 1))
            if self.hasFocus():
                painter.setPen(QPen(colours.color(QPalette.ColorRole.Accent), 2))
            painter.drawRoundedRect(box, 8, 8)
            self._paint_words(painter)

    def _is_lit(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def _paint_words(self, painter: QPainter) -> None:
        active = QPalette.ColorGroup.Active
        colours, number = self.palette(), self.number
        room = QRectF(self.rect()).adjusted(14, 8, -10, -8)
        painter.setPen(colours.color(active, QPalette.ColorRole.Text))
        painter.setFont(looks.interface_font(21, is_bold=True))
        width = painter.fontMetrics().horizontalAdvance(number.shown) + 7
        if self.isRightToLeft():
            room.moveRight(self.width() - 14)
        top = QRectF(room.left(), room.top(), room.width(), room.height() * 0.6)
        painter.drawText(top, int(_LEFT), number.shown)
        painter.setFont(looks.interface_font(13))
        rest = QRectF(top.left() + width, top.top() + 3, top.width() - width, top.height())
        if self.isRightToLeft():
            rest.moveLeft(top.left())
        has_room = painter.fontMetrics().horizontalAdvance(number.words) <= rest.width()
        if has_room:
            painter.drawText(rest, int(_LEFT), number.words)
        painter.setPen(colours.color(active, QPalette.ColorRole.PlaceholderText))
        painter.setFont(looks.interface_font(12))
        line = QRectF(room.left(), top.bottom(), room.width(), room.height() * 0.4)
        below = number.below if has_room else number.words
        painter.drawText(line, int(_LEFT), self._cut(painter, below, line.width()))

    def _cut(self, painter: QPainter, words: str, width: float) -> str:
        return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width))


class Tiles(QWidget):
    """All of them in a row."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Numbers"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.tiles: list[Tile] = []

    def show_numbers(self, numbers: Sequence[Number]) -> None:
        """Show other numbers; the keyboard stays where it is."""
        held = next((n for n, tile in enumerate(self.tiles) if tile.hasFocus()), -1)
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.deleteLater()
        self.tiles = [Tile(number) for number in numbers]
        for tile in self.tiles:
            tile.clicked.connect(lambda _=False, key=tile.number.key: self.chosen.emit(key))
        self._arrange()
        if 0 <= held < len(self.tiles):
            self.tiles[held].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A second row where one is too narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        count = len(self.tiles)
        is_narrow = self.width() < count * looks.scaled(_NARROWEST)
        columns = max((count + 1) // 2 if is_narrow else count, 1)
        for number, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, number // columns, number % columns)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
