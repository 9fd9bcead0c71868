"""How a flag looks in the inbox: why, where, whose and since when; below it what was said."""

import time

from PySide6.QtCore import (
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain.flag import CLOSED, INFO, STOP
from annotator.domain.scheme import Scheme
from annotator.gui import theme as looks
from annotator.gui.annotate.appearance import reason_of
from annotator.gui.article.signs import FLAG, paint_letter
from annotator.gui.flags.model import FlagsModel, said_last
from annotator.storage.flags import ListedFlag

_HOVERED = QStyle.StateFlag.State_MouseOver
_ELIDED = Qt.TextElideMode.ElideRight
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_SIGN = 34
_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000


def row_height() -> int:
    """How high three lines of a flag are, at the size that texts have."""
    return looks.scaled(66)


class FlagsDelegate(QStyledItemDelegate):
    """Paints rows; the theme and the current row are told to it."""

    def __init__(self, model: FlagsModel, scheme: Scheme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._scheme = scheme
        self.theme = looks.load("light")
        self.current = -1

    def sizeHint(self, _: QStyleOptionViewItem, __: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are alike high."""
        return QSize(300, row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row as a whole."""
        row = self._model.row(index.row())
        if row is None:
            return
        card = QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_ticked = row.flag.key in self._model.ticked
        self._paint_ground(painter, card, option, is_current=index.row() == self.current)
        self._paint_sign(painter, card, row, is_ticked=is_ticked)
        self._paint_words(painter, card.adjusted(_SIGN + 6, 5, -12, -5), row)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem, *, is_current: bool
    ) -> None:
        theme = self.theme
        if is_current:
            painter.setPen(QPen(theme.colour("hairline"), 1))
            painter.setBrush(theme.colour("panel"))
            painter.drawRoundedRect(card, 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            bar = QRectF(card.left() + 1, card.top() + 9, 3, card.height() - 18)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif option.state & _HOVERED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(card, 8, 8)

    def _paint_sign(
        self, painter: QPainter, card: QRectF, row: ListedFlag, *, is_ticked: bool
    ) -> None:
        """A flag, filled where much hangs on it; a tick once it is chosen for something."""
        theme, place = self.theme, QRectF(card.left() + 13, card.top() + 7, 18, 18)
        if is_ticked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(place, 4, 4)
            painter.setPen(theme.colour("on-accent"))
            painter.setFont(looks.sign_font(12, is_bold=True))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "✓")
            return
        colour = theme.role("flag").stroke
        if row.flag.state == CLOSED or row.flag.severity == INFO:
            colour = theme.colour("muted")
        elif row.flag.severity == STOP:
            colour = theme.colour("danger")
        paint_letter(painter, FLAG, place, colour)

    def _paint_words(self, painter: QPainter, room: QRectF, row: ListedFlag) -> None:
        theme, line = self.theme, room.height() / 3
        small = looks.interface_font(12)
        since = age_of(row.changed, int(time.time() * 1000))
        aside = f"{row.flag.annotator} · {since}" if since else row.flag.annotator
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        top = QRectF(room.left(), room.top(), room.width(), line)
        cut = QFontMetricsF(small).elidedText(aside, _ELIDED, room.width() * 0.4)
        painter.drawText(top, _RIGHT, cut)
        used = QFontMetricsF(small).horizontalAdvance(cut) + 12
        bold = looks.interface_font(13, is_bold=True)
        lines = (
            (reason_of(row.flag, self._scheme), bold, "text", top.adjusted(0, 0, -used, 0)),
            (row.title or "—", small, "text", top.translated(0, line)),
            (said_last(row), small, "muted", top.translated(0, 2 * line)),
        )
        for words, font, colour, place in lines:
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            shown = QFontMetricsF(font).elidedText(" ".join(words.split()), _ELIDED, place.width())
            painter.drawText(place, _LEFT, shown)


def age_of(then: int, now: int) -> str:
    """How long ago something was, in few letters; both in milliseconds since 1970."""
    passed = now - then
    if then <= 0:
        return ""
    if passed < _MINUTE:
        return _words("now")
    if passed < _HOUR:
        return _words("{} min").format(passed // _MINUTE)
    if passed < _DAY:
        return _words("{} h").format(passed // _HOUR)
    if passed < 14 * _DAY:
        return _words("{} d").format(passed // _DAY)
    day = QDateTime.fromMSecsSinceEpoch(then).date()
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)


def _words(source: str) -> str:
    return QCoreApplication.translate("Flags", source)
