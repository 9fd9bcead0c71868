"""The rows of a frame: what they show, and the widgets that show one thing after another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import theme as looks
from annotator.gui.panel.labels import paint_key
from annotator.gui.widgets.parts import LineButton, draw_line, plain
from annotator.gui.widgets.rich_text import give_tip

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, which may do something at a click."""

    text: str
    act: Act = lambda: None
    above: str = ""
    is_muted: bool = False


@dataclass(frozen=True, slots=True)
class Removable:
    """A line with a button that takes away what it shows; `name` says what the button does."""

    line: Line
    remove: Act
    name: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be taken by a click, by its key, or by a further key."""

    words: str
    act: Act = lambda: None
    key: str = ""
    explanation: str = ""
    further: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """The heading of a part that is not there."""

    name: str
    word: str = ""


Row: TypeAlias = Line | Removable | Offer | Gap


class LineRow(LineButton):
    """Shows a line."""

    def __init__(self) -> None:
        super().__init__()
        self._row = Line("")
        self.clicked.connect(self._act)

    def show_row(self, row: Line, _: looks.Theme) -> None:
        """Become another line."""
        self._row = row
        self.become(row.text, above=row.above, is_muted=row.is_muted)

    def _act(self) -> None:
        self._row.act()


class RemovableRow(QWidget):
    """Shows a line, and ✕ behind it."""

    def __init__(self) -> None:
        super().__init__()
        self._row: Removable | None = None
        self._line = LineRow()
        self._button = QToolButton()
        self._button.setText("✕")
        self._button.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)

    def show_row(self, row: Removable, theme: looks.Theme) -> None:
        """Become another line."""
        self._row = row
        self._line.show_row(row.line, theme)
        self._button.setAccessibleName(row.name)
        give_tip(self._button, row.name)

    def _remove(self) -> None:
        if self._row is not None:
            self._row.remove()


class OfferRow(QAbstractButton):
    """Shows an offer: the key, the words, and the further key."""

    def __init__(self) -> None:
        super().__init__()
        self._row = Offer("")
        self._theme = looks.load("light")
        self.clicked.connect(self._act)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_row(self, row: Offer, theme: looks.Theme) -> None:
        """Become another offer."""
        self._row, self._theme = row, theme
        self.setText(row.words)
        self.setAccessibleName(row.words)
        give_tip(self, row.explanation)
        self.update()

    def sizeHint(self) -> QSize:
        """A line high, as wide as may be."""
        return QSize(120, looks.scaled(26))

    def paintEvent(self, _: QPaintEvent) -> None:
        """The key caps at both ends, the words between; a ring with the focus."""
        theme, box = self._theme, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self.underMouse() or self.isDown():
                painter.setBrush(theme.colour("hover"))
            is_focused = self.hasFocus()
            painter.setPen(QPen(theme.colour("focus"), 2) if is_focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 5, 5)
            cap = looks.scaled(24)
            paint_key(painter, 4.0 + cap, self.height(), theme, self._row.key)
            paint_key(painter, self.width() - 4.0, self.height(), theme, self._row.further)
            room = self.rect().adjusted(cap + 10, 0, -(cap + 8 if self._row.further else 4), 0)
            self._paint_words(painter, room)

    def _act(self) -> None:
        self._row.act()

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        painter.setFont(looks.interface_font())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        words = " ".join(self.text().split())
        draw_line(painter, QRectF(room), words)


class GapRow(QWidget):
    """Shows a heading, and a word of warning at its end."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._word = plain(role="muted"), plain(role="danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._word)

    def show_row(self, row: Gap, _: looks.Theme) -> None:
        """Become another heading."""
        self._name.setText(row.name)
        self._word.setText(row.word)


class RowColumn(QVBoxLayout):
    """Rows from above, in widgets that are used again: to make and polish one takes a while."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(1)
        self._rows: list[QWidget] = []
        self._ready: list[QWidget] = []

    def make_ready(self, kinds: Sequence[type[Row]]) -> Iterator[Callable[[], object]]:
        """Make widgets for rows of these kinds, one piece of work each."""
        return (partial(self._make_ready, _KINDS[each]) for each in kinds)

    def settle(self) -> None:
        """Find the sizes of all rows at once."""
        for row in self._rows:
            if (layout := row.layout()) is not None:
                layout.activate()
        self.activate()

    def _make_ready(self, kind: type[Any]) -> None:
        widget = kind()
        widget.hide()
        widget.setParent(self.parentWidget())
        widget.ensurePolished()
        self._ready.append(widget)

    def show_rows(self, rows: Sequence[Row], theme: looks.Theme) -> None:
        """Show these and no others."""
        spare, before, self._rows = [*self._rows], self._rows, []
        for row in rows:
            self._rows.append(_shown(row, spare, self._ready, theme))
        for widget in spare:
            self.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        if self._rows != before:
            self._put_in_order()

    def _put_in_order(self) -> None:
        """Also for those who hear the rows: a screen reader goes by the order of the children."""
        for widget in self._rows:
            self.removeWidget(widget)
            self.addWidget(widget)
            widget.raise_()
            widget.show()


def _shown(row: Row, spare: list[QWidget], ready: list[QWidget], theme: looks.Theme) -> QWidget:
    """A widget that shows a row: the first spare or ready one of its kind, else a new one."""
    kind = _KINDS[type(row)]
    found = _taken(kind, spare) or _taken(kind, ready)
    widget: Any = kind() if found is None else found
    widget.show_row(row, theme)
    return widget


def _taken(kind: type[Any], among: list[QWidget]) -> QWidget | None:
    found = next((each for each in among if type(each) is kind), None)
    if found is not None:
        among.remove(found)
    return found


_KINDS: dict[type[Row], type[Any]] = {
    Line: LineRow,
    Removable: RemovableRow,
    Offer: OfferRow,
    Gap: GapRow,
}
