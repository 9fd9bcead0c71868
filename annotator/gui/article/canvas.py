"""The scrolling page: which paragraphs are in sight, at what size, in what colours."""

from time import perf_counter

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from annotator.domain.article import Article
from annotator.domain.span import Span
from annotator.gui import theme as looks
from annotator.gui.article.frame import Emphasis, Frame, Shown
from annotator.gui.article.layout import Page
from annotator.gui.article.marks import MarkIndex
from annotator.gui.article.painting import Inks
from annotator.gui.article.paragraphs import is_right_to_left, pieces_of
from annotator.gui.article.typography import (
    DEFAULT,
    LARGEST,
    SMALLEST,
    Column,
    Typesetting,
    Typography,
    column,
)
from annotator.gui.theme import Theme

TOP_SPACE, BOTTOM_SPACE = 28, 96
_IDLE_SECONDS = 0.004
_SINGLE_STEP = 20
_FAR = 8000


class ArticleCanvas(QAbstractScrollArea):
    """Pixels of one article. The place is (piece, pixels into it); the scroll bar follows it."""

    textSizeChanged = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        looks.load_fonts()
        self.theme = looks.load("light")
        self.inks = Inks(self.theme)
        self.typography = Typography(DEFAULT)
        self.column: Column = column(800, self.typography)
        self.index = MarkIndex()
        self.emphasis = Emphasis()
        self.page = Page("", [], self.typography)
        self._hides_markup = self._is_mirrored = False
        self._first, self._pixels = 0, -TOP_SPACE
        self._blank_above = self._blank_below = 0
        self._seen_at: int | None = None
        self._is_syncing = False
        self._turned = 0.0
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._lay_out_a_slice)
        # Asked for one of Qt's own, Qt for Python makes every kind of widget to see which it is.
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def text_size(self) -> int:
        """The size of the article's text in pixels."""
        return self.typography.size

    def set_text_size(self, pixels: int) -> None:
        """Show the text larger or smaller; the line at the top stays where it is."""
        self.set_type(min(max(pixels, SMALLEST), LARGEST), self.typography.typesetting)

    def set_type(self, size: int, typesetting: Typesetting) -> None:
        """Set the text in another size, font or spacing; the line at the top stays."""
        before = self.typography
        if (size, typesetting) == (before.size, before.typesetting):
            return
        place = self.place()
        self.typography = Typography(size, typesetting)
        self._lay_out_again()
        self.restore(place)
        if size != before.size:
            self.textSizeChanged.emit(size)

    def set_theme(self, theme: Theme) -> None:
        """Show the same page in other colours."""
        self.theme, self.inks = theme, Inks(theme)
        self._lay_out_again()

    def set_like(self, other: "ArticleCanvas") -> None:
        """Set the text as another view sets it: size, font, spacing, markup hidden or not."""
        self.set_type(other.text_size, other.typography.typesetting)
        self.set_hidden_markup(other._hides_markup)  # noqa: SLF001 - of the same class

    def set_hidden_markup(self, is_hidden: bool) -> None:  # noqa: FBT001
        """Hide syntax such as Markdown's, or show it dimmed."""
        if is_hidden != self._hides_markup:
            place = self.place()
            self._hides_markup = is_hidden
            self._lay_out_again()
            self.restore(place)

    def place(self) -> tuple[int, int]:
        """The first visible position, and how far its line's top lies above the window's."""
        frame = self.frame()
        for shown in frame.shown:
            laid = shown.laid
            if laid.piece.is_header:
                continue
            for line in range(len(laid.line_starts)):
                top = shown.top + line * laid.style.line_height
                if top + laid.style.line_height > 0:
                    return laid.line_start(line), -round(top)
        return 0, 0

    def restore(self, place: tuple[int, int]) -> None:
        """Scroll to what `place` said, also after the width or text size changed."""
        position, above = place
        if not self.page.pieces:
            return
        number = self.page.piece_at(position)
        laid = self.page.laid(number)
        line = laid.line_at(position)
        self._first, self._pixels = number, line * laid.style.line_height + above
        self._settle()

    def rectangles_of(self, span: Span) -> list[QRectF]:
        """The boxes of the visible words of a span, line by line, in viewport coordinates."""
        return self.frame().rows((span,))

    def position_at(self, point: QPoint) -> int | None:
        """The place between characters nearest to a point; None above, below and in the header."""
        for shown in self.frame().shown:
            laid = shown.laid
            height = len(laid.line_starts) * laid.style.line_height
            if shown.top <= point.y() < shown.top + height and not laid.piece.is_header:
                return laid.position_at(point.x() - self.column.text_left, point.y() - shown.top)
        return None

    def frame(self) -> Frame:
        """What is in sight now, laid out."""
        window = self.viewport()
        frame = Frame(
            self.page,
            self.column,
            self.theme,
            self.index,
            self.emphasis,
            scroll=0,
            width=window.width(),
            height=window.height(),
        )
        top, number = -self._pixels, self._first
        while number > 0 and top > 0:
            number -= 1
            self.page.laid(number)
            top -= self.page.height_of(number)
        while number < len(self.page.pieces) and top < frame.height:
            laid = self.page.laid(number)
            height = self.page.height_of(number)
            if height and top + height > 0:
                frame.shown.append(Shown(laid, top))
            top += height
            number += 1
        frame.scroll = self._scroll()
        return frame

    def scroll_by(self, pixels: int) -> None:
        """Move the page; positive is towards the end."""
        self._pixels += pixels
        if abs(self._pixels) > _FAR:
            self._seek(self._scroll())
        self._settle()

    def scroll_to(self, position: int, y: int) -> None:
        """Bring the words at a position to that height in the window, as nearly as can be."""
        number = self.page.piece_at(position)
        laid = self.page.laid(number)
        top = laid.line_at(position) * laid.style.line_height + laid.style.fill_top
        self._first, self._pixels = number, round(top) - y
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column to the new width; the line at the top stays."""
        super().resizeEvent(event)
        if self._fitting_column() != self.column:
            place = self.place() if self.page.pieces and self.page.width else None
            self._seen_at = None
            self._lay_out_again()
            if place is not None:
                self.restore(place)
        else:
            self._hold_still()
        self._settle()

    def moveEvent(self, event: QMoveEvent) -> None:
        """A strip came or went above the article: the text stays where it was seen."""
        super().moveEvent(event)
        self._hold_still()
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels; with Ctrl change the text size."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_text_size(self.text_size + (turned > 0) - (turned < 0))
        else:
            pixels = event.pixelDelta().y() if _tells_pixels() else 0
            lines = QApplication.wheelScrollLines()
            self._turned -= pixels or turned / 120 * lines * _SINGLE_STEP
            whole = int(self._turned)
            self._turned -= whole
            self.scroll_by(whole)
        event.accept()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        """The person moved the scroll bar."""
        if not self._is_syncing and dy:
            self._seek(self.verticalScrollBar().value() - TOP_SPACE)
            self._settle()

    def open_page(self, article: Article, header: tuple[str, str]) -> None:
        """Show another article from its top."""
        self.page = Page(article.text, pieces_of(article, header), self.typography)
        self._first, self._pixels = 0, -TOP_SPACE
        self._seen_at = None
        self._is_mirrored = is_right_to_left(article.text)
        self._lay_out_again()
        self._settle()

    def change_header(self, article: Article, header: tuple[str, str]) -> None:
        """Show another title and byline; the line at the top stays."""
        pieces, place = self.page.pieces, self.place()
        is_header_seen = bool(pieces) and pieces[self._first].is_header
        self.page = Page(article.text, pieces_of(article, header), self.typography)
        self._lay_out_again()
        if is_header_seen:
            self._settle()
        else:
            self.restore(place)

    def _hold_still(self) -> None:
        """Keep the text at the height in the program's window at which it was painted.

        Where that is beyond the ends of the article, the blank stays until the person scrolls.
        """
        if self._seen_at is None or not self.page.pieces:
            return
        here = self._height_in_window()
        self._pixels += here - self._seen_at
        self._seen_at = here
        y = self._scroll()
        self._blank_above, self._blank_below = max(0, -TOP_SPACE - y), max(0, y - self._lowest())

    def _height_in_window(self) -> int:
        return self.viewport().mapTo(self.window(), QPoint()).y()

    def _lowest(self) -> int:
        """How far one can scroll."""
        return max(-TOP_SPACE, self.page.height + BOTTOM_SPACE - self.viewport().height())

    def _lay_out_again(self) -> None:
        self.column = self._fitting_column()
        self.page.set_look(
            self.theme,
            self.typography,
            self.column.text_width,
            hides_markup=self._hides_markup,
        )
        self._idle.start()
        self.viewport().update()

    def _fitting_column(self) -> Column:
        width = self.viewport().width()
        found = column(width, self.typography)
        return found.mirrored(width) if self._is_mirrored else found

    def _scroll(self) -> int:
        """How far the window's top lies below the first piece's, by what is known of heights."""
        return self.page.tops()[self._first] + self._pixels if self.page.pieces else 0

    def _settle(self) -> None:
        """Lay out what is in sight, keep within the article, and let the scroll bar follow."""
        if self.page.pieces and self.page.width:
            self._keep_within()
            self._normalise()
        self._sync_bar()
        self.viewport().update()

    def _keep_within(self) -> None:
        for _ in range(3):
            self.frame()
            lowest = self._lowest()
            highest = -TOP_SPACE - self._blank_above
            y = min(max(self._scroll(), highest), lowest + self._blank_below)
            self._blank_above = min(self._blank_above, max(0, -TOP_SPACE - y))
            self._blank_below = min(self._blank_below, max(0, y - lowest))
            if y == self._scroll():
                return
            self._seek(y)

    def _seek(self, y: int) -> None:
        """Go to a height below the top of the first piece, by what is known of heights."""
        if self.page.pieces:
            self._first = self.page.piece_below(y)
            self._pixels = y - self.page.tops()[self._first]

    def _normalise(self) -> None:
        """Name the place by the first piece in sight, so that heights above it cannot move it."""
        while self._pixels < 0 and self._first > 0:
            self._first -= 1
            self.page.laid(self._first)
            self._pixels += self.page.height_of(self._first)
        while self._first + 1 < len(self.page.pieces):
            self.page.laid(self._first)
            height = self.page.height_of(self._first)
            if self._pixels < height:
                break
            self._first += 1
            self._pixels -= height

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        window = self.viewport().height()
        self._is_syncing = True
        bar.setRange(0, max(0, self.page.height + TOP_SPACE + BOTTOM_SPACE - window))
        bar.setPageStep(window)
        bar.setSingleStep(_SINGLE_STEP)
        bar.setValue(self._scroll() + TOP_SPACE)
        self._is_syncing = False

    def _lay_out_a_slice(self) -> None:
        """Make some estimated heights exact while nothing else happens."""
        until = perf_counter() + _IDLE_SECONDS
        self.index.look_further()
        while perf_counter() < until:
            if not self.page.lay_out_next():
                self._idle.stop()
                self.verticalScrollBar().update()
                break
        self._sync_bar()


def _tells_pixels() -> bool:
    """Whether a wheel event's pixels can be trusted; Qt says that those of X11 cannot."""
    return QApplication.platformName() != "xcb"
