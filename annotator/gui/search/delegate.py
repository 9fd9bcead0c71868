"""How a row of the results looks: a title, or two lines of words with their labels before them."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain.annotation import Annotation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.gui import theme as looks
from annotator.gui.annotate import appearance
from annotator.gui.article.paragraphs import is_right_to_left
from annotator.gui.language import counted
from annotator.gui.names import NameOf
from annotator.gui.search.results import Heading, ResultsModel
from annotator.gui.widgets.parts import CHIP, paint_chip, paint_row_card
from annotator.storage.passages import TITLE, Passage
from annotator.text.offsets import Utf16Map

Own = Callable[[], str]
"""Tells who works here."""

_GUTTER, _WIDEST = 76, 780
_CHIPS = 3
_BEFORE_HIT = 70
_HOVERED = QStyle.StateFlag.State_MouseOver
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ELLIPSIS = "…"


def heading_height() -> int:
    """How high the title of an article is, at the size that texts have."""
    return looks.scaled(38)


def passage_height() -> int:
    """How high two lines of a passage are."""
    return looks.scaled(62)


class ResultsDelegate(QStyledItemDelegate):
    """Paints rows; `target` is the part of the selected passage that a label key labels."""

    def __init__(
        self, model: ResultsModel, scheme: Scheme, own: Own, name_of: NameOf, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._scheme = scheme
        self._own = own
        self._name_of = name_of
        self.theme = looks.load("light")
        self.target: Span | None = None
        self.current = -1

    def sizeHint(
        self, _: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Headings are lower than passages."""
        is_heading = isinstance(self._model.row(index.row()), Heading)
        return QSize(300, heading_height() if is_heading else passage_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row as a whole."""
        row = self._model.row(index.row())
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, box, row)
        else:
            is_selected = index.row() == self.current
            card = box.adjusted(6.5, 1.5, -6.5, -1.5)
            is_hovered = bool(option.state & _HOVERED)
            paint_row_card(painter, card, self.theme, is_current=is_selected, is_hovered=is_hovered)
            self._paint_chips(painter, box, self._model.labels_on(row))
            self._paint_words(painter, box, row, is_selected=is_selected)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, heading: Heading) -> None:
        theme = self.theme
        font = looks.interface_font(14, is_bold=True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        room = box.adjusted(_GUTTER, 10, -90, 0)
        room.setWidth(min(room.width(), looks.scaled(_WIDEST)))
        metrics = QFontMetricsF(font)
        title = metrics.elidedText(heading.title or "—", Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, title)
        painter.setFont(looks.interface_font(12))
        painter.setPen(theme.colour("muted"))
        count = room.adjusted(metrics.horizontalAdvance(title) + 10, 0, 80, 0)
        if heading.count > 1:
            painter.drawText(count, _LEFT, counted(heading.count))

    def _paint_chips(self, painter: QPainter, box: QRectF, labels: list[Annotation]) -> None:
        """The signs of the labels at the left, as they stand in the article's margin."""
        signs = list(dict.fromkeys(_sign(each, self._scheme) for each in labels))
        shown = signs if len(signs) <= _CHIPS else signs[: _CHIPS - 1]
        left = box.left() + _GUTTER - 8
        top = box.center().y() - CHIP / 2
        if len(signs) > len(shown):
            left -= CHIP + 3
            painter.setPen(self.theme.colour("muted"))
            painter.setFont(looks.interface_font(11))
            more = f"+{len(signs) - len(shown)}"
            painter.drawText(QRectF(left, top, CHIP + 3, CHIP), _LEFT, more)
        for role, shape, letter in reversed(shown):
            left -= CHIP + 3
            place = QRectF(left, top, CHIP, CHIP)
            paint_chip(painter, place, self.theme, role, shape=shape, letter=letter)

    def _paint_words(
        self, painter: QPainter, box: QRectF, passage: Passage, *, is_selected: bool
    ) -> None:
        room = box.adjusted(_GUTTER, 6, -18, 0)
        room.setWidth(min(room.width(), looks.scaled(_WIDEST)))
        if passage.annotator not in ("", self._own()):
            painter.setFont(looks.interface_font(12))
            painter.setPen(self.theme.colour("muted"))
            by = QFontMetricsF(painter.font()).elidedText(
                self._name_of(passage.annotator), Qt.TextElideMode.ElideRight, 90
            )
            painter.drawText(room.adjusted(0, 2, 0, -34), _RIGHT, by)
            room.adjust(0, 0, -100, 0)
        target = self.target if is_selected else None
        Excerpt(passage, self.theme, target).paint(painter, room)


def _sign(annotation: Annotation, scheme: Scheme) -> tuple[str, str, str]:
    mark = appearance.mark_of(annotation, scheme, is_saved=True)
    return mark.role, mark.shape, mark.letter


class Excerpt:
    """The words of a passage on two lines, begun so that what was found is in sight."""

    def __init__(
        self,
        passage: Passage,
        theme: looks.Theme,
        target: Span | None,
        *,
        is_dimmed: bool = False,
    ) -> None:
        self._theme = theme
        self._is_dimmed = is_dimmed
        self._passage = passage
        self._target = target
        before, after = _surroundings(passage)
        self._first = passage.place.start - len(before)
        self._text = "".join(
            " " if each.isspace() else each for each in before + passage.words + after
        )
        self._inner = Span(len(before), len(before) + len(passage.words))
        self._cut_front()
        self._map = Utf16Map(self._text)

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Paint at most two lines; what does not fit ends with an ellipsis."""
        layout, lines = self._laid_out(self._text, room.width())
        if lines[-1] < len(self._text):
            self._cut_back(lines[-1])
            layout, lines = self._laid_out(self._text, room.width())
        top = room.top() if len(lines) > 1 else room.top() + _line_height() / 2
        layout.draw(painter, QPointF(room.left(), top))

    def _laid_out(self, text: str, width: float) -> tuple[QTextLayout, list[int]]:
        font = looks.article_font(looks.scaled(16))
        if self._passage.part == TITLE:
            font = looks.interface_font(14, is_bold=True)
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if is_right_to_left(text):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        ends: list[int] = []
        layout.beginLayout()
        for number in range(2):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * _line_height()))
            ends.append(self._map.to32(line.textStart() + line.textLength()))
        layout.endLayout()
        return layout, ends or [len(text)]

    def _formats(self) -> list[QTextLayout.FormatRange]:
        theme = self._theme
        muted, plain = QTextCharFormat(), QTextCharFormat()
        muted.setForeground(theme.colour("muted"))
        plain.setForeground(theme.colour("muted" if self._is_dimmed else "text"))
        made = [self._range(Span(0, len(self._text)), muted), self._range(self._inner, plain)]
        if self._target is not None:
            form = QTextCharFormat()
            form.setBackground(theme.role("selection").fill)
            made.append(self._range(self._shown(self._target), form))
        for hit in () if self._is_dimmed else self._passage.hits:
            form = QTextCharFormat()
            form.setBackground(theme.role("hit").fill)
            if self._target != hit:
                made.append(self._range(self._shown(hit), form))
        return [each for each in made if each.length > 0]

    def _shown(self, place: Span) -> Span:
        """A place of the article in the excerpt, as far as it is in it."""
        length = len(self._text)
        start = min(max(place.start - self._first, 0), length)
        return Span(start, max(start, min(place.end - self._first, length)))

    def _range(self, place: Span, form: QTextCharFormat) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = self._map.to16(place.start)
        made.length = self._map.to16(place.end) - made.start
        made.format = form
        return made

    def _cut_front(self) -> None:
        """Begin nearer to what was found, if it would be out of sight."""
        hits = self._passage.hits
        found = self._shown(hits[0]).start if hits else self._inner.start
        if found <= 2 * _BEFORE_HIT:
            return
        cut = self._text.find(" ", found - _BEFORE_HIT, found) + 1 or found - _BEFORE_HIT
        self._text = f"{_ELLIPSIS} {self._text[cut:]}"
        moved = cut - 2
        self._first += moved
        self._inner = Span(max(0, self._inner.start - moved), self._inner.end - moved)

    def _cut_back(self, end: int) -> None:
        kept = self._text[: max(0, end - 2)].rstrip()
        self._text = f"{kept}{_ELLIPSIS}"
        self._inner = Span(
            min(self._inner.start, len(self._text)), min(self._inner.end, len(self._text))
        )
        self._map = Utf16Map(self._text)


def _surroundings(passage: Passage) -> tuple[str, str]:
    """The text around an annotation; a sentence stands for itself."""
    if passage.part == TITLE or (passage.start, passage.end) != (
        passage.place.start,
        passage.place.end,
    ):
        return "", ""
    return passage.before.rpartition("\n")[2], passage.after.partition("\n")[0]


def _line_height() -> int:
    return looks.scaled(24)
