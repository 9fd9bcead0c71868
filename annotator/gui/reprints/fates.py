"""What became of the labels of one article in another: a line for each."""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from annotator.domain.scheme import Scheme
from annotator.gui import theme as looks
from annotator.gui.widgets.rich_text import as_tip
from annotator.gui.widgets.tick_table import Index
from annotator.operations.annotate import name_of
from annotator.operations.carrying import Anchored
from annotator.text.alignment import Fate

_ANCHORED = Qt.ItemDataRole.UserRole
_NEAR = 3
"""How many words on both sides of a difference are shown."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ELIDED = Qt.TextElideMode.ElideRight
_COLOURS: Mapping[Fate, str] = {
    "kept": "muted",
    "moved": "accent",
    "changed": "accent",
    "gone": "danger",
}


class FatesList(QListWidget):
    """Nothing is chosen here; the keys stay in the list of articles."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._scheme = scheme
        self._painter = _Delegate(self, scheme)
        self.setAccessibleName(QCoreApplication.translate("Reprints", "What became of the labels"))
        self.setProperty("role", "framed")
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_all(self, anchored: Sequence[Anchored]) -> None:
        """Show other labels, those that are not kept first."""
        self.clear()
        order = list(_COLOURS)[::-1]
        for each in sorted(anchored, key=lambda one: order.index(one.fate)):
            item = QListWidgetItem(f"{_fate_words()[each.fate]}: {said(each, self._scheme)}")
            item.setData(_ANCHORED, each)
            item.setToolTip(as_tip(each.annotation.text))
            self.addItem(item)

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._painter.theme = theme
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    """The fate, then the label and its words."""

    def __init__(self, parent: QListWidget, scheme: Scheme) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self.theme = looks.load("light")

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """All rows are alike high."""
        return QSize(200, looks.scaled(24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row as a whole."""
        each = index.data(_ANCHORED)
        if not isinstance(each, Anchored):
            return
        painter.save()
        painter.setFont(looks.interface_font(13))
        metrics = QFontMetricsF(painter.font())
        width = max(metrics.horizontalAdvance(words) for words in _fate_words().values()) + 14
        room = QRectF(option.rect).adjusted(10, 0, -10, 0)
        painter.setPen(self.theme.colour(_COLOURS[each.fate]))
        painter.drawText(
            QRectF(room.left(), room.top(), width, room.height()), _LEFT, _fate_words()[each.fate]
        )
        room.setLeft(room.left() + width)
        painter.setPen(self.theme.colour("text"))
        cut = metrics.elidedText(said(each, self._scheme), _ELIDED, room.width())
        painter.drawText(room, _LEFT, cut)
        painter.restore()


def said(each: Anchored, scheme: Scheme) -> str:
    """A label with its words; where they changed, what differs before and after."""
    before, after = (" ".join(words.split()) for words in (each.annotation.text, each.text))
    name = name_of(scheme, each.annotation)
    if each.fate != "changed":
        return f"{name} “{before}”"
    old, new = differing(before, after)
    return f"{name} “{old}” → “{new}”"


def differing(before: str, after: str) -> tuple[str, str]:
    """Two wordings without the words that are the same at both ends, but for the nearest few."""
    old, new = before.split(), after.split()
    first = _common(old, new)
    last = min(_common(old[::-1], new[::-1]), min(len(old), len(new)) - first)
    return _excerpt(old, first, last), _excerpt(new, first, last)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words at the beginning are the same."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _excerpt(words: Sequence[str], first: int, last: int) -> str:
    start, end = max(0, first - _NEAR), min(len(words), len(words) - last + _NEAR)
    before, after = "… " if start else "", " …" if end < len(words) else ""
    return f"{before}{' '.join(words[start:end])}{after}"


def _fate_words() -> Mapping[Fate, str]:
    """What can become of a label, in words."""
    return {
        "kept": _words("kept"),
        "moved": _words("moved"),
        "changed": _words("changed"),
        "gone": _words("gone"),
    }


def counts_words(anchored: Sequence[Anchored]) -> str:
    """How many labels are kept, moved, changed and gone."""
    counts = {fate: sum(each.fate == fate for each in anchored) for fate in _COLOURS}
    return " · ".join(f"{count} {_fate_words()[fate]}" for fate, count in counts.items() if count)


def _words(source: str) -> str:
    return QCoreApplication.translate("Reprints", source)
