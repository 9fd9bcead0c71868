"""How a flag looks in the inbox: why, where, whose and since when; below it what was said."""

import time

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QRectF
from PySide6.QtGui import QPainter

from annotator.domain.flag import CLOSED, INFO, STOP, Flag
from annotator.domain.scheme import Scheme
from annotator.gui import theme as looks
from annotator.gui.article.signs import FLAG, paint_letter
from annotator.gui.flags.model import FlagsModel
from annotator.gui.names import NameOf
from annotator.gui.widgets.tick_table import CardDelegate
from annotator.gui.wording import reason_of
from annotator.storage.flags import ListedFlag

_SIGN = 34
_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000


class FlagsDelegate(CardDelegate[ListedFlag]):
    """Paints three lines: why, where, and what was said last."""

    def __init__(self, model: FlagsModel, scheme: Scheme, name_of: NameOf) -> None:
        super().__init__(model)
        self._said_last = model.said_last
        self._scheme = scheme
        self._name_of = name_of

    def paint_row(self, painter: QPainter, card: QRectF, row: ListedFlag) -> None:
        """A flag, in a graver colour where more hangs on it, and the lines beside it."""
        place = QRectF(card.left() + 13, card.top() + 7, 18, 18)
        if self.is_ticked(row):
            self.paint_tick(painter, place)
        else:
            paint_letter(painter, FLAG, place, _flag_colour(row.flag, self.theme))
        room = card.adjusted(_SIGN + 6, 5, -12, -5)
        line = room.height() / 3
        top = QRectF(room.left(), room.top(), room.width(), line)
        since = _age_of(row.changed, int(time.time() * 1000))
        whose = " · ".join(filter(None, (self._name_of(row.flag.annotator), since)))
        why = reason_of(row.flag, self._scheme)
        rest = self.write_aside(painter, top, whose, most=0.4)
        self.write(painter, rest, why, "text", size=13, is_bold=True)
        self.write(painter, top.translated(0, line), row.title or "—", "text")
        self.write(painter, top.translated(0, 2 * line), self._said_last(row))


def _flag_colour(flag: Flag, theme: looks.Theme) -> looks.Colour:
    """The colour of a flag's sign, by how much hangs on it."""
    if flag.state == CLOSED or flag.severity == INFO:
        return theme.colour("muted")
    return theme.colour("danger") if flag.severity == STOP else theme.role("flag").stroke


def _age_of(then: int, now: int) -> str:
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
