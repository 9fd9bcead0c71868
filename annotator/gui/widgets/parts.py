"""Labels, headings, cards and chips, all showing plain text."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.gui import theme as looks

CHIP = 18


def plain(text: str = "", *, role: str = "", wraps: bool = False) -> QLabel:
    """A label that shows its text as it is; `role` is one of the style sheet's."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wraps)
    if role:
        label.setProperty("role", role)
    return label


class ElidedLabel(QLabel):
    """One line of text, cut with an ellipsis where the room ends; the tooltip has all of it."""

    def __init__(self, text: str = "", *, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self._whole = ""
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = " ".join(text.split())
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It may become as narrow as it must."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        cut = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 24))
        self.setText(cut)
        self.setToolTip(f"<qt>{_escaped(self._whole)}</qt>" if cut != self._whole else "")
        self.setAccessibleName(self._whole)


class Card(QFrame):
    """A group of things with a heading above it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = plain(title.upper(), role="heading")
        self.heading.setAccessibleName(title)
        self.frame = QFrame()
        self.frame.setProperty("role", "card")
        self.body = QVBoxLayout(self.frame)
        self.body.setContentsMargins(10, 8, 10, 8)
        self.body.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addWidget(self.frame)


class Chip(QWidget):
    """The sign of a label: a small square, circle or diamond with a letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(CHIP + 2, CHIP + 2)
        self._shape, self._letter = "square", ""
        self._theme: looks.Theme | None = None
        self._role = ""

    def show_sign(self, theme: looks.Theme, role: str, *, shape: str, letter: str) -> None:
        """Become another sign."""
        self._theme, self._role, self._shape, self._letter = theme, role, shape, letter
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the sign as the article's margin does."""
        if self._theme is None:
            return
        box = QRectF(1, 1, CHIP, CHIP)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_chip(
                painter, box, self._theme, self._role, shape=self._shape, letter=self._letter
            )


def paint_chip(
    painter: QPainter,
    box: QRectF,
    theme: looks.Theme,
    role: str,
    *,
    shape: str,
    letter: str,
) -> None:
    """Paint a label's sign into a box."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.role(role).stroke)
    if shape == "round":
        painter.drawEllipse(box)
    elif shape in ("diamond", "hexagon"):
        centre = box.center()
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(centre.x(), box.top() - 1),
                    QPointF(box.right() + 1, centre.y()),
                    QPointF(centre.x(), box.bottom() + 1),
                    QPointF(box.left() - 1, centre.y()),
                ]
            )
        )
    else:
        painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.colour("glyph"))
    painter.setFont(looks.interface_font(11, is_bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)
