"""The rows of the list: two articles each, the one to be looked at and the one it repeats."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from annotator.domain.progress import ADJUDICATED, FINISHED
from annotator.gui.language import counted
from annotator.gui.widgets.tick_table import CardDelegate, CardModel, Key
from annotator.operations.counterparts import Pair
from annotator.storage.clusters import Listed


class PairsModel(CardModel[Pair]):
    """All pairs of the project; they are settled one by one."""

    can_tick = False

    def key_of(self, row: Pair) -> Key:
        """The two articles."""
        return row.key

    def spoken(self, row: Pair) -> str:
        """Both articles, and how much of them is labelled."""
        return f"{named(row.other)}: {kind_words(row)}, {_work_words(row)}"


class PairsDelegate(CardDelegate[Pair]):
    """Paints the article, what it repeats, and how much of both is labelled."""

    def paint_row(self, painter: QPainter, card: QRectF, row: Pair) -> None:
        """Three lines."""
        room = card.adjusted(16, 5, -12, -5)
        line = QRectF(room.left(), room.top(), room.width(), room.height() / 3)
        below, last = line.translated(0, line.height()), line.translated(0, 2 * line.height())
        self.write(painter, line, named(row.other), "text", size=13)
        is_version = row.kind == "version"
        self.write(painter, below, kind_words(row), "accent" if is_version else "muted")
        self.write(painter, last, _work_words(row))


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


def _work_words(pair: Pair) -> str:
    """How much is labelled of both, the earlier one first."""
    here, there = _labelled(pair.other), _labelled(pair.first)
    return _words("{} there, {} here").format(there, here)


def _labelled(article: Listed) -> str:
    count = article.annotations
    words = _words("1 label") if count == 1 else _words("{} labels").format(counted(count))
    return f"✓ {words}" if article.status in (FINISHED, ADJUDICATED) else words


def _words(source: str) -> str:
    return QCoreApplication.translate("Reprints", source)
