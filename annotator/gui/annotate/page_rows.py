"""The page of suggestions: each in its sentence, with its key, and what Enter will do with it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.dataclass import dataclass
from annotator.domain.span import Span
from annotator.gui import keys
from annotator.gui import theme as looks
from annotator.gui.widgets.parts import CHIP, paint_chip, plain
from annotator.text.offsets import Utf16Map

KEYS = "1234567890"
_TEXT_PIXELS = 15
_LEFT, _RIGHT, _PADDING = 70, 100, 8
_WIDEST = 860


@dataclass(frozen=True, slots=True)
class ShownRow:
    """What a row shows: words in their sentence, places counted from its beginning."""

    id: str
    name: str
    words: str
    places: tuple[Span, ...]
    role: str
    shape: str
    letter: str


class RowView(QWidget):
    """One suggestion in its sentence; a click turns it round as its key does."""

    toggled = Signal(object)

    def __init__(self, shown: ShownRow, key: str, theme: looks.Theme) -> None:
        super().__init__()
        self.shown = shown
        self.is_wrong = False
        self._key = key
        self._theme = theme
        self._layout: QTextLayout | None = None
        self._width = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell()

    def turn(self) -> None:
        """Take it for wrong, or for right again."""
        self.is_wrong = not self.is_wrong
        self._layout = None
        self._tell()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its sentence needs."""
        layout = self._laid_out(width)
        return max(round(layout.boundingRect().height()) + 2 * _PADDING, looks.scaled(40))

    def sizeHint(self) -> QSize:
        """What it would like."""
        width = max(self.width(), 400)
        return QSize(width, self.heightForWidth(width))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The same as its key; who lets the button go beside it has thought better of it."""
        is_here = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_here:
            self.toggled.emit(self.shown.id)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Key, sign, sentence, and what becomes of it."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_key(painter)
            chip = QRectF(36, _PADDING + 3, CHIP, CHIP)
            shown = self.shown
            paint_chip(painter, chip, theme, shown.role, shape=shown.shape, letter=shown.letter)
            painter.setPen(theme.colour("muted" if self.is_wrong else "text"))
            self._laid_out(self.width()).draw(painter, QPointF(_LEFT, _PADDING))
            painter.setFont(looks.interface_font(12, is_bold=True))
            colour = theme.role("negative").stroke if self.is_wrong else theme.colour("muted")
            painter.setPen(colour)
            box = QRectF(self.width() - _RIGHT + 12, _PADDING + 3, _RIGHT - 20, CHIP)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(flags), self._verdict())
            painter.setPen(QPen(theme.colour("hairline"), 1))
            painter.drawLine(
                QPointF(12, self.height() - 0.5), QPointF(self.width() - 12, self.height() - 0.5)
            )

    def _paint_key(self, painter: QPainter) -> None:
        box = QRectF(1.5, _PADDING + 1.5, 22, 22)
        painter.setPen(QPen(self._theme.colour("control"), 1))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._theme.colour("text"))
        painter.setFont(looks.interface_font(12))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _verdict(self) -> str:
        return self.tr("✕ wrong") if self.is_wrong else self.tr("✓ accept")

    def _tell(self) -> None:
        line = self.tr("{key}: {name}: {words}. {verdict}")
        words = " … ".join(place.cut_from(self.shown.words) for place in self.shown.places)
        self.setAccessibleName(
            line.format(key=self._key, name=self.shown.name, words=words, verdict=self._verdict())
        )

    def _laid_out(self, width: int) -> QTextLayout:
        if self._layout is None or self._width != width:
            self._layout, self._width = self._made(width - _LEFT - _RIGHT), width
        return self._layout

    def _made(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.shown.words, looks.article_font(looks.scaled(_TEXT_PIXELS)))
        layout.setFormats(self._formats())
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 80))
            line.setPosition(QPointF(0, y))
            y += line.height() * 1.15
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        units = Utf16Map(self.shown.words)
        kind = self._theme.role(self.shown.role)
        made = []
        for place in self.shown.places:
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(kind.stroke)
            look.setFontStrikeOut(self.is_wrong)
            if not self.is_wrong:
                look.setBackground(kind.fill)
                look.setForeground(self._theme.colour("text"))
            found = QTextLayout.FormatRange()
            found.start = units.to16(place.start)
            found.length = units.to16(place.end) - found.start
            found.format = look
            made.append(found)
        return made


class PageView(QWidget):
    """A page of rows with a line above and one below; digits turn rows round."""

    committed = Signal()
    left = Signal()
    toggled = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Page of suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows: list[RowView] = []
        self._heading = plain(role="heading")
        self._foot = plain(role="muted", wraps=True)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 14, 8, 10)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._foot)

    def show_rows(self, shown: Sequence[ShownRow], theme: looks.Theme, *, heading: str) -> None:
        """Show a page and no other."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = [RowView(each, key, theme) for each, key in zip(shown, KEYS, strict=False)]
        for row in self.rows:
            row.toggled.connect(self.toggled)
            column.addWidget(row)
        column.addStretch(1)
        self._area.setWidget(content)
        self._heading.setText(heading)

    def say(self, words: str) -> None:
        """Say below the rows what the keys do, and how much was read."""
        self._foot.setText(words)

    def in_sight(self) -> list[str]:
        """The ids of the rows that are on the screen whole, or as much of them as fits."""
        if not self.isVisible():
            return []
        port = self._area.viewport()
        window = port.rect()
        found = []
        for row in self.rows:
            place = row.rect().translated(row.mapTo(port, row.rect().topLeft()))
            seen = place.intersected(window).height()
            if seen >= min(place.height(), window.height()) - 2:
                found.append(row.shown.id)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits turn rows round, Enter decides the page, Esc leaves; the rest scrolls."""
        key = keys.spelled(event)
        bar = self._area.verticalScrollBar()
        if len(key) == 1 and key in KEYS:
            number = KEYS.index(key)
            if number < len(self.rows):
                self.toggled.emit(self.rows[number].shown.id)
        elif key == "Return":
            self.committed.emit()
        elif key in ("Esc", "Escape", "V"):
            self.left.emit()
        elif key in ("J", "Down", "Space"):
            bar.setValue(bar.value() + bar.singleStep() * 3)
        elif key in ("K", "Up"):
            bar.setValue(bar.value() - bar.singleStep() * 3)
        else:
            event.ignore()
