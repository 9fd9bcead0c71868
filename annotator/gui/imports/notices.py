"""What is wrong with files, and what is noted of them, in lines that are never cut."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

_HEIGHT = 132


class NoticeList(QListWidget):
    """Lines that wrap; those that are shown already are not laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self.setAccessibleName(self.tr("What is to be noticed"))
        self.setProperty("role", "framed")
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setFixedHeight(_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Whole(self))

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these and no others."""
        if self._lines != lines:
            self._lines = list(lines)
            self.clear()
            self.addItems(self._lines)


class _Whole(QStyledItemDelegate):
    """Qt paints a line in less room than it was measured in, and cuts one that just fits."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        option.rect.setWidth(option.rect.width() - 6)
        return super().sizeHint(option, index)
