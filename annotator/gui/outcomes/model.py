"""The rows of the view: one for each decision about the annotator's work."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from annotator.domain.change import Change
from annotator.domain.flag import Flag
from annotator.domain.scheme import Scheme
from annotator.gui import theme as looks
from annotator.gui.outcomes import wording
from annotator.gui.widgets.tick_table import CardDelegate
from annotator.storage.outcomes import Outcome, objection_name

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_NO_PARENT = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ELIDED = Qt.TextElideMode.ElideRight

Index = QModelIndex | QPersistentModelIndex


class OutcomesModel(QAbstractTableModel):
    """Decisions, those that changed something first; all, or only those."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._scheme = scheme
        self._all: list[Outcome] = []
        self.shown: Sequence[Outcome] = ()
        self.has_accepted = False

    @property
    def every(self) -> Sequence[Outcome]:
        """All decisions, whatever is shown."""
        return self._all

    def load(self, outcomes: Iterable[Outcome]) -> None:
        """Show other decisions."""
        self.beginResetModel()
        self._all = list(outcomes)
        self._apply()
        self.endResetModel()

    def show_accepted(self, *, has_accepted: bool) -> None:
        """Show what stands as it was too, or only what was changed."""
        self.beginResetModel()
        self.has_accepted = has_accepted
        self._apply()
        self.endResetModel()

    def follow(self, changes: Iterable[Change]) -> None:
        """Show objections as they are after some changes."""
        for change in changes:
            flag = change.record
            for number, each in enumerate(self._all):
                own = (each.article_id, objection_name(each.decision.id))
                if isinstance(flag, Flag) and own == (flag.article_id, flag.id):
                    fresh = change.after if isinstance(change.after, Flag) else None
                    self._all[number] = replace(each, objection=fresh)
        self._apply()
        self.dataChanged.emit(self.index(0, 0), self.index(max(len(self.shown) - 1, 0), 0))

    def row(self, number: int) -> Outcome | None:
        """The decision in a row; None beyond the ends."""
        return self.shown[number] if 0 <= number < len(self.shown) else None

    def tick(self, number: int) -> None:
        """Decisions are answered one by one: nothing is ticked."""

    def tick_all(self) -> None:
        """The same."""

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many decisions are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """One: the row is painted as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A row in words, for a screen reader."""
        row = self.row(index.row())
        if row is None or role not in (_DISPLAY, _ACCESSIBLE):
            return None
        own = wording.said(row.own, row, self._scheme)
        final = wording.said(row.final, row, self._scheme)
        return f"{row.title}: {own} → {final}, {wording.why(row)}"

    def _apply(self) -> None:
        self.shown = [each for each in self._all if self.has_accepted or not each.is_accepted]


def row_height() -> int:
    """How high three lines are, at the size that texts have."""
    return looks.scaled(70)


class OutcomesDelegate(CardDelegate):
    """Paints the article and why, then what was said, then what it became."""

    def __init__(self, model: OutcomesModel, scheme: Scheme, table: QTableView) -> None:
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
        self.paint_ground(painter, card, option, index.row())
        room = card.adjusted(18, 6, -14, -6)
        line = room.height() / 3
        top = QRectF(room.left(), room.top(), room.width(), line)
        self._paint_head(painter, top, row)
        own = _words("You: {}").format(wording.said(row.own, row, self._scheme))
        final = _words("Final: {}").format(wording.said(row.final, row, self._scheme))
        self._paint_line(painter, top.translated(0, line), own, "muted")
        self._paint_line(painter, top.translated(0, 2 * line), final, "text")
        painter.restore()

    def _paint_head(self, painter: QPainter, room: QRectF, row: Outcome) -> None:
        said = wording.why(row)
        if row.objection is not None:
            said = f"{said} · {_words('you objected')}"
        painter.setFont(looks.interface_font(12))
        painter.setPen(self.theme.colour("muted" if row.is_accepted else "accent"))
        metrics = QFontMetricsF(painter.font())
        cut = metrics.elidedText(said, _ELIDED, room.width() * 0.6)
        painter.drawText(room, _RIGHT, cut)
        painter.setPen(self.theme.colour("muted"))
        left = room.width() - metrics.horizontalAdvance(cut) - 14
        painter.drawText(room, _LEFT, metrics.elidedText(row.title or "—", _ELIDED, left))

    def _paint_line(self, painter: QPainter, room: QRectF, words: str, colour: str) -> None:
        painter.setFont(looks.interface_font(13))
        painter.setPen(self.theme.colour(colour))
        cut = QFontMetricsF(painter.font()).elidedText(words, _ELIDED, room.width())
        painter.drawText(room, _LEFT, cut)


def _words(source: str) -> str:
    return QCoreApplication.translate("Outcomes", source)
