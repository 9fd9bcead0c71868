"""Small numbers over words that can be picked by a digit, and a thin line around the next."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from annotator.gui import theme as looks
from annotator.gui.article.frame import Frame, contour
from annotator.gui.article.painting import Inks

_PIXELS = 11
_OVERLAP = 4.0
_HEIGHT = 8.5


def paint_numbers(painter: QPainter, frame: Frame, inks: Inks) -> None:
    """Number what the cursor's sentence offers; the one in hand is outlined."""
    emphasis = frame.emphasis
    if not emphasis.numbered:
        return
    muted, paper = frame.theme.colour("muted"), frame.theme.colour("paper")
    for number, span in enumerate(emphasis.numbered):
        rows = frame.rows((span,))
        if not rows:
            continue
        is_in_hand = number == emphasis.in_hand
        if is_in_hand:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(inks.pen("selection", "dashed", 1.0))
            painter.drawPath(contour(rows))
        painter.setFont(_font(is_bold=is_in_hand))
        width = painter.fontMetrics().horizontalAdvance(str(number + 1))
        is_mirrored = frame.is_right_to_left(span.start)
        x = rows[0].right() if is_mirrored else rows[0].left() - width / 2
        baseline = rows[0].top() + _OVERLAP
        # An outline that runs behind a number would make it unreadable.
        ground = QRectF(x - 1.5, baseline - _HEIGHT, width + 3, _HEIGHT + 0.5)
        looks.flood(painter, ground, paper)
        painter.setPen(frame.theme.role("selection").stroke if is_in_hand else muted)
        painter.drawText(QPointF(x, baseline), str(number + 1))


def _font(*, is_bold: bool) -> QFont:
    return looks.interface_font(_PIXELS, is_bold=is_bold)
