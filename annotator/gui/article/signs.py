"""Small signs that few fonts have: drawn, not written."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from annotator.gui.theme import Colour

FLAG, COMMENT = "⚑", "🗨"


def paint_letter(painter: QPainter, letter: str, box: QRectF, colour: Colour) -> None:
    """A chip's letter; the signs of sentiment are drawn, since few fonts have them."""
    centre = box.center()
    sign = _SIGNS.get(letter[:1])
    if sign is None or len(letter) > 1:
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if letter == COMMENT:
        painter.drawPath(_bubble(centre))
    elif sign:
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in sign]))
    else:
        painter.drawEllipse(centre, 3.2, 3.2)


def _bubble(centre: QPointF) -> QPainterPath:
    """A speech bubble with two lines of writing."""
    bubble = QPainterPath()
    bubble.setFillRule(Qt.FillRule.WindingFill)
    bubble.addRoundedRect(QRectF(centre.x() - 7, centre.y() - 6, 14, 10), 2.5, 2.5)
    tail = ((-4.0, 3.0), (1.0, 3.0), (-4.0, 7.5))
    bubble.addPolygon(QPolygonF([centre + QPointF(x, y) for x, y in tail]))
    bubble.closeSubpath()
    writing = QPainterPath()
    writing.addRect(QRectF(centre.x() - 4.5, centre.y() - 3.5, 9, 1.5))
    writing.addRect(QRectF(centre.x() - 4.5, centre.y() - 0.5, 6, 1.5))
    return bubble.simplified() - writing


_SIGNS: dict[str, tuple[tuple[float, float], ...]] = {
    "▲": ((0, -4.2), (4.4, 3.2), (-4.4, 3.2)),
    "▼": ((0, 4.2), (4.4, -3.2), (-4.4, -3.2)),
    "●": (),
    COMMENT: (),
    FLAG: ((-3.6, -5), (4.6, -2.4), (-2.4, 0.6), (-2.4, 5), (-3.6, 5)),
}
