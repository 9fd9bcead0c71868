"""The rows of the list: two articles each, the one to be looked at and the one it repeats."""

from collections.abc import Sequence

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

from annotator.domain.progress import ADJUDICATED, FINISHED
from annotator.gui import theme as looks
from annotator.gui.language import counted
from annotator.gui.widgets.tick_table import CardDelegate
from annotator.operations.counterparts import Pair
from annotator.storage.clusters import Listed

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_NO_PARENT = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ELIDED = Qt.TextElideMode.ElideRight

Index = QModelIndex | QPersistentModelIndex


class PairsModel(QAbstractTableModel):
    """All pairs of the project; none of them is ticked."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: Sequence[Pair] = ()

    def load(self, pairs: Sequence[Pair]) -> None:
        """Show other pairs."""
        self.beginResetModel()
        self.pairs = tuple(pairs)
        self.endResetModel()

    def pair(self, number: int) -> Pair | None:
        """The pair of a row; None beyond the ends."""
        return self.pairs[number] if 0 <= number < len(self.pairs) else None

    def tick(self, number: int) -> None:
        """Pairs are settled one by one: nothing is ticked."""

    def tick_all(self) -> None:
        """The same."""

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many pairs there are."""
        return 0 if parent.isValid() else len(self.pairs)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """One: the row is painted as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A row in words, for a screen reader."""
        pair = self.pair(index.row())
        if pair is None or role not in (_DISPLAY, _ACCESSIBLE):
            return None
        return f"{named(pair.other)}: {kind_words(pair)}, {work_words(pair)}"


def row_height() -> int:
    """How high three lines are, at the size that texts have."""
    return looks.scaled(66)


class PairsDelegate(CardDelegate):
    """Paints the article, what it repeats, and how much of both is labelled."""

    def __init__(self, model: PairsModel, table: QTableView) -> None:
        super().__init__(table)
        self._model = model

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """All rows are alike high."""
        return QSize(260, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row as a whole."""
        pair = self._model.pair(index.row())
        if pair is None:
            return
        card = QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5)
        painter.save()
        self.paint_ground(painter, card, option, index.row())
        room = card.adjusted(16, 5, -12, -5)
        line = QRectF(room.left(), room.top(), room.width(), room.height() / 3)
        for number, (words, size, colour) in enumerate(
            (
                (named(pair.other), 13, "text"),
                (kind_words(pair), 12, "accent" if pair.kind == "version" else "muted"),
                (work_words(pair), 12, "muted"),
            )
        ):
            painter.setFont(looks.interface_font(size))
            painter.setPen(self.theme.colour(colour))
            cut = QFontMetricsF(painter.font()).elidedText(words, _ELIDED, line.width())
            painter.drawText(line.translated(0, number * line.height()), _LEFT, cut)
        painter.restore()


def named(article: Listed) -> str:
    """An article's title, with where it is from."""
    return " · ".join(
        part for part in (article.title or article.article_id, article.outlet) if part
    )


def kind_words(pair: Pair) -> str:
    """What an article is beside the other one."""
    if pair.kind == "version":
        return _words("newer version of {}").format(named(pair.first))
    return _words("in one cluster with {}").format(named(pair.first))


def work_words(pair: Pair) -> str:
    """How much is labelled of both, the earlier one first."""
    here, there = _labelled(pair.other), _labelled(pair.first)
    return _words("{} there, {} here").format(there, here)


def _labelled(article: Listed) -> str:
    count = article.annotations
    words = _words("1 label") if count == 1 else _words("{} labels").format(counted(count))
    return f"✓ {words}" if article.status in (FINISHED, ADJUDICATED) else words


def _words(source: str) -> str:
    return QCoreApplication.translate("Reprints", source)
