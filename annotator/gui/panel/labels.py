"""The labels of the scheme, each with its sign and key; a click labels."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.dataclass import dataclass
from annotator.domain.scheme import Label, LabelChoice, Scheme
from annotator.gui import theme as looks
from annotator.gui.widgets.parts import CHIP, Card, paint_chip
from annotator.gui.widgets.rich_text import as_tip, escape

_ROW = 26


@dataclass(frozen=True, slots=True)
class Sign:
    """How a line of the palette shows what it gives: a colour's role, a shape, a letter."""

    role: str
    shape: str
    letter: str


FLAG_SIGN = Sign("flag", "square", "⚑")


class PaletteRow(QAbstractButton):
    """One line of the palette."""

    def __init__(self, name: str, sign: Sign, *, help_text: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self._key = ""
        self._theme = looks.load("light")
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(help_text)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._theme = theme
        self.update()

    def show_key(self, key: str) -> None:
        """Show another key at the right."""
        self._key = key
        self.update()

    def sizeHint(self) -> QSize:
        """A line of the pane."""
        return QSize(200, looks.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, not low."""
        return QSize(80, looks.scaled(_ROW))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """The sign, the name, and the key at the right."""
        theme = self._theme
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isDown() or self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("pressed" if self.isDown() else "hover"))
                painter.drawRoundedRect(box, 5, 5)
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            is_mirrored = self.isRightToLeft()
            at = self.width() - CHIP - 6 if is_mirrored else 6
            chip = QRectF(at, (self.height() - CHIP) / 2, CHIP, CHIP)
            sign = self._sign
            paint_chip(painter, chip, theme, sign.role, shape=sign.shape, letter=sign.letter)
            painter.setPen(theme.colour("text"))
            painter.setFont(looks.interface_font())
            words = QRectF(40 if is_mirrored else 34, 0, self.width() - 74, self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            name = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, int(words.width())
            )
            painter.drawText(words, int(flags), name)
            edge = 36 if is_mirrored else self.rect().right() - 6
            paint_key(painter, edge, self.height(), theme, self._key)


class LabelsCard(Card):
    """All lines of the palette, and one that flags."""

    picked = Signal(object)
    flagged = Signal()

    def __init__(self, scheme: Scheme) -> None:
        super().__init__("Labels")
        self.heading.setText(self.tr("LABELS"))
        self.heading.setAccessibleName(self.tr("Labels"))
        self.setAccessibleName(self.tr("Labels"))
        self.body.setContentsMargins(5, 5, 5, 5)
        self.body.setSpacing(0)
        self._rows: list[PaletteRow] = []
        for choice in scheme.choices():
            label = scheme.label(choice.label)
            if label is not None:
                row = self._add(choice.name, sign_of(choice, label), label.help, label)
                row.clicked.connect(lambda _=False, choice=choice: self.picked.emit(choice))
        advice = self.tr("Put the words before an editor: a reason, and what to look at.")
        row = self._add(self.tr("Flag"), FLAG_SIGN, advice, None)
        row.clicked.connect(self.flagged)

    def _add(self, name: str, sign: Sign, help_text: str, label: Label | None) -> PaletteRow:
        tip = explanation(label) if label else as_tip(help_text)
        row = PaletteRow(name, sign, help_text=help_text, tip=tip, parent=self.frame)
        self._rows.append(row)
        self.body.addWidget(row)
        return row

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        for row in self._rows:
            row.set_theme(theme)

    def show_keys(self, key_names: Sequence[str]) -> None:
        """Show other keys: those of the labels in their order, and the one that flags."""
        for row, key in zip(self._rows, key_names, strict=True):
            row.show_key(key)

    def first_row(self) -> QWidget | None:
        """Where the keyboard enters."""
        return self._rows[0] if self._rows else None


def paint_key(painter: QPainter, right: float, height: float, theme: looks.Theme, key: str) -> None:
    """Paint a key cap that ends at the right."""
    if not key:
        return
    painter.setFont(looks.interface_font(11))
    width = max(24.0, painter.fontMetrics().horizontalAdvance(key) + 14.0)
    high = looks.scaled(18)
    box = QRectF(right - width, (height - high) / 2, width, high).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme.colour("control"), 1))
    painter.setBrush(theme.colour("chrome"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)


def sign_of(choice: LabelChoice, label: Label) -> Sign:
    """The sign of a line of the palette."""
    return Sign(choice.colour, label.chip, choice.glyph or choice.name[:1].upper())


def explanation(label: Label) -> str:
    """A label's definition and examples as a tooltip, escaped."""
    lines = [f"<b>{escape(label.name)}</b>", escape(label.help)]
    lines += [f"✓ {marked(example)}" for example in label.positive]
    lines += [f"✗ {marked(example)}" for example in label.negative]
    return "<qt>" + "<br>".join(line for line in lines if line) + "</qt>"


def marked(example: str) -> str:
    """An example with the words to label underlined, escaped."""
    parts = escape(example).split("*")
    if len(parts) % 2 == 0:
        return escape(example)
    return "".join(f"<u>{part}</u>" if at % 2 else part for at, part in enumerate(parts))
