"""How a row of the queue looks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from annotator.domain.progress import FINISHED
from annotator.gui import theme as looks
from annotator.gui.library.model import QueueModel, state_words
from annotator.gui.widgets.parts import draw_line, paint_row_card

_ELIDED = Qt.TextElideMode.ElideRight
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class QueueDelegate(QStyledItemDelegate):
    """A title, and under it how the annotator stands with the article."""

    def __init__(self, model: QueueModel, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self.open_id = ""
        self.set_theme(looks.load("light"))

    def set_theme(self, theme: looks.Theme) -> None:
        """Paint in other colours, and in the size that texts have now."""
        self.theme = theme
        self._title_font = looks.interface_font()
        self._open_font = looks.interface_font(is_bold=True)
        self._state_font = looks.interface_font(12)

    def sizeHint(self, _: QStyleOptionViewItem, __: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are alike high."""
        return QSize(200, row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row as a whole."""
        summary = self._model.summary(index.row())
        theme = self.theme
        is_open = summary.id == self.open_id
        box = QRectF(option.rect).adjusted(6.5, 1.5, -6.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_card(painter, box, theme, is_current=is_open, is_hovered=self._is_hovered(option))
        if self._table.hasFocus() and index == self._table.currentIndex():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 8, 8)
        left, width = box.left() + 12, box.width() - 22
        font = self._open_font if is_open else self._title_font
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        draw_line(
            painter, QRectF(left, box.top() + 5, width, looks.scaled(19)), summary.title or "—"
        )
        state = QFontMetrics(self._state_font).elidedText(state_words(summary), _ELIDED, int(width))
        painter.setFont(self._state_font)
        is_done = summary.status == FINISHED
        has_news = summary.answered_flags or summary.is_sent_back
        painter.setPen(theme.colour("accent" if has_news and not is_done else "muted"))
        painter.drawText(
            QRectF(left, box.top() + looks.scaled(19) + 5, width, looks.scaled(17)), _LEFT, state
        )
        painter.restore()

    # The option's own state would have Qt make all of QStyle, a thirtieth of the start.
    def _is_hovered(self, option: QStyleOptionViewItem) -> bool:
        here = self._table.mapFromGlobal(QCursor.pos())
        return self._table.underMouse() and option.rect.contains(here)


def row_height() -> int:
    """How high a row is at the size that texts have now."""
    return looks.scaled(36) + 14
