"""A text of Markdown to read beside the window, set with room between its paragraphs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFragment,
)
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from annotator.gui import theme as looks

_TEXT, _TITLE, _HEADING = 14, 24, 17
_MARGIN = 32
_LINE_HEIGHT = 145
_ABOVE_HEADING, _BELOW = 22, 9
_BELOW_ITEM = 4


class ManualDialog(QDialog):
    """A window of its own, so that it can stay open while a person works."""

    def __init__(self, parent: QWidget, title: str, markdown: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(self.tr("Manual"))
        self.resize(looks.scaled(760), 720)
        self.browser = QTextBrowser()
        self.browser.setOpenExternalLinks(False)
        self.browser.setAccessibleName(title)
        self.browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.browser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.browser.setMarkdown(markdown)
        self._set_type()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        self.finished.connect(lambda _: parent.activateWindow())

    def _set_type(self) -> None:
        document = self.browser.document()
        document.setDocumentMargin(_MARGIN)
        document.setIndentWidth(22)
        block = document.begin()
        while block.isValid():
            _space(block)
            _set_letters(block)
            block = block.next()


def _space(block: QTextBlock) -> None:
    """Room above headings and below paragraphs."""
    form = QTextBlockFormat()
    is_heading = block.blockFormat().headingLevel() > 0
    form.setTopMargin(_ABOVE_HEADING if is_heading and block.blockNumber() else 0)
    form.setBottomMargin(_BELOW_ITEM if block.textList() else _BELOW)
    percent = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    form.setLineHeight(120 if is_heading else _LINE_HEIGHT, percent)
    QTextCursor(block).mergeBlockFormat(form)


def _set_letters(block: QTextBlock) -> None:
    """The interface's letters; bold is the cut that is shipped, so nothing is thickened."""
    level = block.blockFormat().headingLevel()
    pixels = {0: _TEXT, 1: _TITLE}.get(level, _HEADING)
    for fragment in _fragments(block):
        is_bold = level > 0 or fragment.charFormat().fontWeight() > QFont.Weight.Medium.value
        font = looks.interface_font(pixels, is_bold=is_bold)
        font.setItalic(fragment.charFormat().fontItalic())
        form = QTextCharFormat()
        form.setFont(font)
        cursor = QTextCursor(block)
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        fresh = QTextCharFormat(fragment.charFormat())
        fresh.clearProperty(QTextCharFormat.Property.FontSizeAdjustment.value)
        fresh.merge(form)
        cursor.setCharFormat(fresh)


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """The stretches of a block that look alike, before any of them is changed."""
    found, place = [], block.begin()
    while not place.atEnd():
        found.append(place.fragment())
        place += 1
    return found
