"""The window that shows what an article was read from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import theme as looks
from annotator.gui.language import counted
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.operations.originals import Original
from annotator.text.offsets import Utf16Map

_MOST_SHOWN = 2_000_000


class OriginalWindow(QDialog):
    """Shows a source as it is; nothing in it can be changed."""

    copy_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Each opening makes one; hidden ones would pile up with their texts and their pixels.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Original"))
        self.setAccessibleName(self.tr("Original"))
        self.resize(860, 640)
        self.title = ElidedLabel(role="title")
        self.facts = plain(role="muted", wraps=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Source of the article"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setFont(looks.code_font(13))
        self.notice = plain(role="muted", wraps=True)
        copy = QPushButton(self.tr("Save a copy…"))
        copy.clicked.connect(self.copy_wanted)
        close = QPushButton(self.tr("Close  Esc"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        for widget in (self.title, self.facts, self.notice):
            layout.addWidget(widget)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)

    def show_original(self, original: Original, *, title: str) -> None:
        """Show a source, at its passage."""
        self.title.set_whole(title)
        facts = self.tr("{} · {} · {} · SHA-256 {}")
        size = self._size_of(original)
        self.facts.setText(
            facts.format(original.format, original.encoding or "—", size, original.sha256[:16])
        )
        self.notice.setText(self._notice_of(original))
        self.notice.setVisible(bool(self.notice.text()))
        shown = (original.text or "")[:_MOST_SHOWN]
        self.text.setVisible(original.text is not None)
        self.text.setPlainText(shown)
        if original.place is not None and original.place.end <= len(shown):
            self._go_to(shown, original.place.start, original.place.end)
        self.show()
        self.raise_()
        self.activateWindow()

    def tell(self, words: str) -> None:
        """Say what became of a copy."""
        self.notice.setText(words)
        self.notice.show()

    def _go_to(self, shown: str, start: int, end: int) -> None:
        units = Utf16Map(shown)
        cursor = self.text.textCursor()
        cursor.setPosition(units.to16(start))
        cursor.setPosition(units.to16(end), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.centerCursor()
        self.text.setFocus()

    def _size_of(self, original: Original) -> str:
        size, place = counted(len(original.raw)), original.raw_place
        if place is None:
            return self.tr("{} bytes").format(size)
        words = self.tr("bytes {} to {} of {}")
        return words.format(counted(place.start), counted(place.end), size)

    def _notice_of(self, original: Original) -> str:
        if original.text is None:
            told = self.tr("This file is no text. Save a copy and open it in its own program.")
            page = self.tr("The passage is on page {}.").format(original.page)
            return f"{page} {told}" if original.page else told
        if original.is_text_of_record:
            return self.tr("The file held more than this; the text of this article is kept of it.")
        if original.part:
            return self.tr("This is {} of the file. A saved copy is the whole file.").format(
                original.part
            )
        if original.place is None:
            return self.tr("Where the passage stands in the source is not known.")
        if len(original.text) > _MOST_SHOWN:
            return self.tr("Only the beginning is shown. A saved copy is whole.")
        return ""
