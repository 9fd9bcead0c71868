"""The rows of the passage view, and how they look."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change
from annotator.domain.flag import Flag
from annotator.domain.review import Verdict
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.gui import theme as looks
from annotator.gui.annotate import appearance
from annotator.gui.article.signs import FLAG, paint_letter
from annotator.gui.names import NameOf
from annotator.gui.search.delegate import Excerpt
from annotator.gui.widgets.parts import CHIP, paint_chip
from annotator.gui.widgets.tick_table import CardDelegate
from annotator.gui.wording import shortened
from annotator.storage.passages import TEXT, TITLE, Passage
from annotator.storage.same import SamePassage

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_NO_PARENT = QModelIndex()
_SPOKEN = 300
_GUTTER, _AROUND = 46, 90
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ELIDED = Qt.TextElideMode.ElideRight

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str, str]


class PassagesModel(QAbstractTableModel):
    """Passages in the order of their risk; they follow what is done anywhere in the window."""

    def __init__(self, name_of: NameOf) -> None:
        super().__init__()
        self.name_of = name_of
        self._rows: list[SamePassage] = []
        self.ticked: set[Key] = set()

    def load(self, passages: Iterable[SamePassage]) -> None:
        """Show other passages."""
        self.beginResetModel()
        self._rows = list(passages)
        self.ticked.clear()
        self.endResetModel()

    def follow(self, changes: Iterable[Change]) -> None:
        """Show labels, flags and verdicts as they are after some changes; rows stay in place."""
        numbers = {row.key: number for number, row in enumerate(self._rows)}
        for change in changes:
            number = _row_of(change, numbers)
            if number is not None:
                self._rows[number] = _after(self._rows[number], change)
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    @property
    def shown(self) -> Sequence[SamePassage]:
        """All passages, in their order."""
        return self._rows

    def row(self, number: int) -> SamePassage | None:
        """The passage in a row; None beyond the ends."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def tick(self, number: int) -> None:
        """Tick a row, or take its tick away."""
        row = self.row(number)
        if row is not None:
            self.ticked ^= {row.key}
            self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def tick_all(self) -> None:
        """Tick all rows, or none when all are."""
        every = {each.key for each in self._rows}
        self.ticked = set() if self.ticked >= every else every
        self.dataChanged.emit(self.index(0, 0), self.index(max(len(self._rows) - 1, 0), 0))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many passages there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """One: the row is painted as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A row in words, for a screen reader; the delegate asks for the rest itself."""
        row = self.row(index.row())
        if row is None or role not in (_DISPLAY, _ACCESSIBLE):
            return None
        words = shortened(row.words or row.title, most=_SPOKEN)
        whose = self.name_of(row.annotator)
        return words if role == _DISPLAY else f"{words} — {row.title}, {whose}"


def _row_of(change: Change, numbers: dict[Key, int]) -> int | None:
    record = change.record
    if isinstance(record, Annotation):
        return numbers.get((record.article_id, record.annotator, record.id))
    if isinstance(record, Flag | Verdict):
        own = (record.article_id, record.annotator)
        bare = numbers.get((*own, f"flag:{record.id}"))
        return bare if bare is not None else numbers.get((*own, record.target_id or ""))
    return None


def _after(row: SamePassage, change: Change) -> SamePassage:
    record = change.record
    if isinstance(record, Annotation):
        made = change.after
        return replace(row, annotation=made) if isinstance(made, Annotation) else row
    if isinstance(record, Flag):
        kept = [each for each in row.flags if each.id != record.id]
        return replace(row, flags=(*kept, record) if change.after is not None else tuple(kept))
    if isinstance(record, Verdict):
        judged = [each for each in row.verdicts if each.id != record.id]
        return replace(
            row, verdicts=(*judged, record) if change.after is not None else tuple(judged)
        )
    return row


def row_height() -> int:
    """How high a row is: where it stands, then two lines of words."""
    return looks.scaled(84)


class PassagesDelegate(CardDelegate):
    """Paints where a passage stands and what is open on it, and below its words in context."""

    def __init__(self, model: PassagesModel, scheme: Scheme, table: QTableView) -> None:
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
        self._paint_sign(painter, QRectF(card.left() + 14, card.top() + 8, CHIP, CHIP), row)
        room = card.adjusted(_GUTTER, 5, -14, -4)
        line = looks.scaled(22)
        self._paint_place(painter, QRectF(room.left(), room.top(), room.width(), line), row)
        Excerpt(_as_found(row), self.theme, None).paint(painter, room.adjusted(0, line, 0, 0))
        painter.restore()

    def _paint_sign(self, painter: QPainter, place: QRectF, row: SamePassage) -> None:
        if row.key in self._model.ticked:
            self.paint_tick(painter, place)
        elif row.annotation is not None:
            mark = appearance.mark_of(row.annotation, self._scheme, is_saved=True)
            paint_chip(painter, place, self.theme, mark.role, shape=mark.shape, letter=mark.letter)
        else:
            paint_letter(painter, FLAG, place, self.theme.role("flag").stroke)

    def _paint_place(self, painter: QPainter, room: QRectF, row: SamePassage) -> None:
        """The article and the annotator; at the right what is open, and what was judged."""
        painter.setFont(looks.interface_font(12))
        metrics = QFontMetricsF(painter.font())
        said = self._said(row)
        painter.setPen(
            self.theme.role("flag").stroke if row.open_flags else self.theme.colour("muted")
        )
        cut = metrics.elidedText(said, _ELIDED, room.width() * 0.5)
        painter.drawText(room, _RIGHT, cut)
        painter.setPen(self.theme.colour("muted"))
        left = room.width() - metrics.horizontalAdvance(cut) - 14
        whose = self._model.name_of(row.annotator)
        where = metrics.elidedText(f"{row.title} · {whose}", _ELIDED, left)
        painter.drawText(room, _LEFT, where)

    def _said(self, row: SamePassage) -> str:
        open_flags = [f"⚑ {appearance.reason_of(f, self._scheme)}" for f in row.open_flags]
        judged = [each.verdict.replace("_", " ") for each in row.verdicts]
        return " · ".join([*dict.fromkeys(open_flags), *judged])


def _as_found(row: SamePassage) -> Passage:
    """The passage as the search's list shows one: muted before and after, plain between."""
    place = row.place
    if place is None:
        whole = Span(0, len(row.title))
        return Passage(
            row.article_id, row.title, TITLE, 0, len(row.title), row.title, "", "", whole, row.title
        )
    before = (
        row.before if len(row.before) <= _AROUND else f"… {row.before[-_AROUND:].partition(' ')[2]}"
    )
    return Passage(
        row.article_id, row.title, TEXT, place.start, place.end, row.words, before, row.after,
        place, row.words,
    )  # fmt: skip
