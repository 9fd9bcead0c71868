"""The palette's lines for Qt, and how a line looks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui import theme as looks
from annotator.gui.palette.ranking import Entry, Hit
from annotator.gui.panel.labels import paint_key

ROW_HEIGHT = 32
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_SELECTED = QStyle.StateFlag.State_Selected
_HOVERED = QStyle.StateFlag.State_MouseOver
_NO_PARENT = QModelIndex()
_ICON = 18
_TEXT_LEFT = 38
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex
IconOf = Callable[[Entry], QIcon | None]


class PaletteModel(QAbstractListModel):
    """At most some fifty lines, put in at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """List these and no others."""
        if hits == self._hits:
            return
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, row: int) -> Hit:
        """What a line stands for."""
        return self._hits[row]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A line's title; for a screen reader all of it. The delegate asks for the rest itself."""
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self._hits[index.row()].entry.title
        if role == _ACCESSIBLE:
            return spoken(self._hits[index.row()].entry)
        return None


def spoken(entry: Entry) -> str:
    """A line as a screen reader says it: name, place, key, and why it cannot be done now."""
    return ", ".join(part for part in (entry.title, entry.place, entry.key, entry.why_not) if part)


class PaletteDelegate(QStyledItemDelegate):
    """Sign, name with the letters that matched, place, and the key at the right."""

    def __init__(self, model: PaletteModel, parent: QObject, icon_of: IconOf) -> None:
        super().__init__(parent)
        self._model = model
        self._icon_of = icon_of
        self.set_theme(looks.load("light"))

    def set_theme(self, theme: looks.Theme) -> None:
        """Paint in other colours, and in the size that texts have now."""
        self.theme = theme
        self._font = looks.interface_font()
        self._small = looks.interface_font(12)
        self._key_metrics = QFontMetricsF(looks.interface_font(11))

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """All lines are alike high."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line as a whole."""
        hit = self._model.hit(index.row())
        entry, theme = hit.entry, self.theme
        box = QRectF(option.rect).adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (_SELECTED | _HOVERED):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen" if option.state & _SELECTED else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        icon = self._icon_of(entry)
        if icon is not None and not icon.isNull():
            mode = QIcon.Mode.Disabled if entry.why_not else QIcon.Mode.Normal
            top = option.rect.top() + (ROW_HEIGHT - _ICON) // 2
            place = QRectF(option.rect.left() + 13, top, _ICON, _ICON)
            icon.paint(painter, _mirrored(option, place).toRect(), mode=mode)
        room = QRectF(box).adjusted(_TEXT_LEFT - 6, 0, -8, 0)
        room.setRight(room.right() - self._paint_key(painter, option, entry))
        self._paint_words(painter, _mirrored(option, room), hit)
        painter.restore()

    def _paint_key(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> float:
        """Paint the key cap; how much room it took."""
        if not entry.key:
            return 0.0
        width = max(24.0, self._key_metrics.horizontalAdvance(entry.key) + 14.0)
        cap = QRectF(option.rect.right() - 14 - width, 0, width, ROW_HEIGHT)
        painter.save()
        painter.translate(0, option.rect.top())
        paint_key(painter, _mirrored(option, cap).right(), ROW_HEIGHT, self.theme, entry.key)
        painter.restore()
        return width + 8.0

    def _paint_words(self, painter: QPainter, room: QRectF, hit: Hit) -> None:
        entry, theme = hit.entry, self.theme
        note = entry.why_not or entry.place
        metrics = QFontMetricsF(self._small)
        width = min(metrics.horizontalAdvance(note), room.width() * 0.5) if note else 0.0
        layout = self._laid_out(hit, room.width() - width - 12)
        colour = theme.colour("disabled" if entry.why_not else "text")
        painter.setPen(colour)
        height = layout.boundingRect().height()
        left = room.left()
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = room.right() - layout.lineAt(0).naturalTextWidth()
        layout.draw(painter, QPointF(left, room.center().y() - height / 2))
        if note:
            painter.setFont(self._small)
            painter.setPen(theme.colour("muted"))
            cut = metrics.elidedText(note, Qt.TextElideMode.ElideRight, width + 1)
            painter.drawText(room, _AT_RIGHT, cut)

    def _laid_out(self, hit: Hit, width: float) -> QTextLayout:
        """The title on one line, cut where the room ends, the letters that matched heavier."""
        title = QFontMetricsF(self._font).elidedText(
            " ".join(hit.entry.title.splitlines()), Qt.TextElideMode.ElideRight, width
        )
        layout = QTextLayout(title, self._font)
        heavy = QTextCharFormat()
        heavy.setFontWeight(700)
        layout.setFormats([_range(place, title, heavy) for place in hit.places])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width + 100)
        layout.endLayout()
        return layout


def _mirrored(option: QStyleOptionViewItem, place: QRectF) -> QRectF:
    """A place of a line, on its other side where the window runs from right to left."""
    if option.direction == Qt.LayoutDirection.LeftToRight:
        return place
    line = QRectF(option.rect)
    return place.translated(line.left() + line.right() - place.left() - place.right(), 0)


def _range(place: int, title: str, look: QTextCharFormat) -> QTextLayout.FormatRange:
    """One letter of a title, which Qt counts in UTF-16."""
    found = QTextLayout.FormatRange()
    found.start = len(title[:place].encode("utf-16-le")) // 2
    found.length = len(title[place : place + 1].encode("utf-16-le")) // 2
    found.format = look
    return found
