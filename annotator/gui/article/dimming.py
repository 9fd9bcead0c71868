"""Focus mode: all but one paragraph recedes."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from annotator.gui.article.frame import Frame
from annotator.gui.theme import Colour

CONTRAST = 0.6
_REACH = 4.0


def paint_veil(painter: QPainter, frame: Frame) -> None:
    """Lay the paper over what is around the paragraph in the light, as far as it is in sight."""
    lit = frame.emphasis.lit
    if lit is None:
        return
    veil = Colour(frame.theme.colour("paper"))
    veil.setAlphaF(1 - CONTRAST)
    top, bottom = _band(frame)
    painter.fillRect(QRectF(0, 0, frame.width, top), veil)
    painter.fillRect(QRectF(0, bottom, frame.width, frame.height - bottom), veil)


def _band(frame: Frame) -> tuple[float, float]:
    """The heights between which the lit paragraph stands; an empty band when it is out of sight."""
    lit = frame.emphasis.lit
    for shown in frame.shown:
        piece, laid = shown.laid.piece, shown.laid
        if lit is not None and not piece.is_header and piece.start <= lit.start < piece.end:
            height = len(laid.line_starts) * laid.style.line_height
            return shown.top - _REACH, shown.top + height + _REACH
    return 0.0, 0.0
