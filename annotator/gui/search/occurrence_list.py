"""Every place of some words as a list with boxes to tick, each with its context."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from annotator.domain.span import Span
from annotator.gui import theme as looks
from annotator.gui.search.delegate import Excerpt
from annotator.operations.occurrences import Occurrence
from annotator.storage.passages import TEXT, Passage

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_CHECKED = int(Qt.ItemDataRole.CheckStateRole)
_NO_PARENT = QModelIndex()
_BOX, _LEFT = 16, 44
_ELIDED = Qt.TextElideMode.ElideRight
_AT_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex


class OccurrencesModel(QAbstractListModel):
    """The places; what is hindered has no box, everything else is ticked to begin with."""

    counted = Signal()
    """Other places are ticked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._places: list[Occurrence] = []
        self._left_out: set[tuple[str, Span]] = set()

    def show_places(self, places: Iterable[Occurrence]) -> None:
        """List these and no others; what was unticked before stays so."""
        self.beginResetModel()
        self._places = list(places)
        self.endResetModel()
        self.counted.emit()

    def place(self, number: int) -> Occurrence:
        """The place in a row."""
        return self._places[number]

    def is_ticked(self, number: int) -> bool:
        """Whether the place in a row is to be labelled."""
        place = self._places[number]
        return not place.hindrance and _key(place) not in self._left_out

    def chosen(self) -> dict[str, list[Span]]:
        """The places to label, by article."""
        found: dict[str, list[Span]] = {}
        for number, each in enumerate(self._places):
            if self.is_ticked(number):
                found.setdefault(each.article_id, []).append(each.place)
        return found

    def counts(self) -> tuple[int, int, int]:
        """How many are ticked, how many could be, and how many are hindered."""
        free = sum(not each.hindrance for each in self._places)
        ticked = sum(self.is_ticked(number) for number in range(len(self._places)))
        return ticked, free, len(self._places) - free

    def toggle(self, number: int) -> None:
        """Tick a place or untick it."""
        if 0 <= number < len(self._places) and not self._places[number].hindrance:
            self._left_out ^= {_key(self._places[number])}
            self._tell([number])

    def toggle_all(self) -> None:
        """Tick all places, or none if all are."""
        ticked, free, _ = self.counts()
        self._left_out = {_key(each) for each in self._places} if ticked == free else set()
        self._tell(range(len(self._places)))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many places there are."""
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A place in words; the delegate asks for the rest itself."""
        place = self._places[index.row()]
        if role in (_DISPLAY, _ACCESSIBLE):
            words = " ".join(f"{place.before}{place.text}{place.after}".split())
            return f"{words} — {place.hindrance or place.title}"
        if role == _CHECKED and not place.hindrance:
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else _UNTICKED
        return None

    def _tell(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self.dataChanged.emit(self.index(number), self.index(number))
        self.counted.emit()


class OccurrencesDelegate(QStyledItemDelegate):
    """A box, the words with their context, and the article's title below."""

    def __init__(self, model: OccurrencesModel, theme: looks.Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """All rows are alike high."""
        return QSize(300, looks.scaled(74))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row as a whole."""
        place, theme = self._model.place(index.row()), self._theme
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 6, 6)
        room = box.adjusted(_LEFT, 4, -16, 0)
        Excerpt(_passage(place), theme, None, is_dimmed=bool(place.hindrance)).paint(painter, room)
        painter.setFont(looks.interface_font(12))
        painter.setPen(theme.colour("muted"))
        below = f"{place.title} · {place.hindrance} ✓" if place.hindrance else place.title
        height = looks.scaled(16)
        line = QRectF(room.left(), box.bottom() - height - 5, room.width(), height)
        cut = painter.fontMetrics().elidedText(below, _ELIDED, int(line.width()))
        painter.drawText(line, _AT_LEFT, cut)
        if not place.hindrance:
            self._paint_box(painter, option, is_ticked=self._model.is_ticked(index.row()))
        painter.restore()

    def _paint_box(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_ticked: bool
    ) -> None:
        button = QStyleOptionButton()
        button.rect = QRect(
            option.rect.left() + 14, option.rect.center().y() - _BOX // 2, _BOX, _BOX
        )
        flag = QStyle.StateFlag.State_On if is_ticked else QStyle.StateFlag.State_Off
        button.state = QStyle.StateFlag.State_Enabled | flag
        view = option.widget
        element = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        view.style().drawPrimitive(element, button, painter, view)


class OccurrencesList(QListView):
    """The list; a click ticks, as Space does."""

    def __init__(self, model: OccurrencesModel, theme: looks.Theme) -> None:
        super().__init__()
        self._model = model
        self.setAccessibleName(self.tr("Places"))
        self.setModel(model)
        self.setItemDelegate(OccurrencesDelegate(model, theme, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: model.toggle(index.row()))

    def go(self, step: int) -> None:
        """Go to the next place, or the one before."""
        number = min(max(self.currentIndex().row() + step, 0), self._model.rowCount() - 1)
        self.setCurrentIndex(self._model.index(number))

    def toggle(self) -> None:
        """Tick the current place or untick it."""
        self._model.toggle(self.currentIndex().row())

    def viewportEvent(self, event: QEvent) -> bool:
        """Nothing is told about rows: all is on them."""
        return event.type() == QEvent.Type.ToolTip or super().viewportEvent(event)


def _key(place: Occurrence) -> tuple[str, Span]:
    return place.article_id, place.place


def _passage(place: Occurrence) -> Passage:
    return Passage(
        article_id=place.article_id,
        title=place.title,
        part=TEXT,
        start=place.place.start,
        end=place.place.end,
        text=place.text,
        before=place.before,
        after=place.after,
        place=place.place,
        words=place.text,
        hits=(place.place,),
    )


_UNTICKED = Qt.CheckState.Unchecked
