"""How a flag looks in the inbox: why, where, whose and since when; below it what was said."""

import time

from PySide6.QtCore import (
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from annotator.domain.flag import CLOSED, INFO, STOP, Flag
from annotator.domain.scheme import Scheme
from annotator.gui import theme as looks
from annotator.gui.annotate.appearance import reason_of
from annotator.gui.article.signs import FLAG, paint_letter
from annotator.gui.flags.model import FlagsModel
from annotator.gui.widgets.tick_table import CardDelegate
from annotator.storage.flags import ListedFlag

_ELIDED = Qt.TextElideMode.ElideRight
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_SIGN = 34
_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000


def row_height() -> int:
    """How high three lines of a flag are, at the size that texts have."""
    return looks.scaled(66)


class FlagsDelegate(CardDelegate):
    """Paints rows of the inbox."""

    def __init__(self, model: FlagsModel, scheme: Scheme, table: QTableView) -> None:
        super().__init__(table)
        self._model = model
        self._scheme = scheme

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
        self.paint_ground(painter, card, option, index.row())
        self._paint_sign(painter, card, row)
        self._paint_words(painter, card.adjusted(_SIGN + 6, 5, -12, -5), row)
        painter.restore()

    def _paint_sign(self, painter: QPainter, card: QRectF, row: ListedFlag) -> None:
        """A flag, in a graver colour where more hangs on it; a tick once it is chosen."""
        place = QRectF(card.left() + 13, card.top() + 7, 18, 18)
        if row.flag.key in self._model.ticked:
            self.paint_tick(painter, place)
        else:
            paint_letter(painter, FLAG, place, flag_colour(row.flag, self.theme))

    def _paint_words(self, painter: QPainter, room: QRectF, row: ListedFlag) -> None:
        theme, line = self.theme, room.height() / 3
        small = looks.interface_font(12)
        since = age_of(row.changed, int(time.time() * 1000))
        whose = self._model.name_of(row.flag.annotator)
        aside = f"{whose} · {since}" if since else whose
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
            (self._model.said_last(row), small, "muted", top.translated(0, 2 * line)),
        )
        for words, font, colour, place in lines:
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            shown = QFontMetricsF(font).elidedText(" ".join(words.split()), _ELIDED, place.width())
            painter.drawText(place, _LEFT, shown)


def flag_colour(flag: Flag, theme: looks.Theme) -> looks.Colour:
    """The colour of a flag's sign, by how much hangs on it."""
    if flag.state == CLOSED or flag.severity == INFO:
        return theme.colour("muted")
    return theme.colour("danger") if flag.severity == STOP else theme.role("flag").stroke


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
