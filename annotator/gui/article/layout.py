"""Paragraphs laid out when they are first needed, and their heights.

Pixels here count from the left edge of the text column. Only this module meets Qt's UTF-16 units.
"""

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from annotator.domain.article import Structure
from annotator.gui.article.lines import LaidOut, break_lines
from annotator.gui.article.paragraphs import (
    ITEMS,
    JOINER,
    Piece,
    bullet_in,
    depth,
    has_right_to_left,
    is_right_to_left,
    list_marker,
)
from annotator.gui.article.typography import Style, Typography
from annotator.gui.theme import CODE_FAMILIES, Theme
from annotator.text.offsets import Utf16Map

KEPT_LAYOUTS = 250
_KEPT_FILLS = 8_192
# Overrides of direction make words look other than they are; they are shown and do nothing.
_OVERRIDES = {"\u202d": "⇥", "\u202e": "⇤"}
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\u202d\u202e\ud800-\udfff\ufeff\ufffe\uffff]")
_DEPTH = 0.35


class Page:
    """All paragraphs of an article: exact where laid out, estimated elsewhere."""

    def __init__(self, text: str, pieces: Sequence[Piece], typography: Typography) -> None:
        self.text = text
        self.pieces = pieces
        self.typography = typography
        self.width = 0
        self.hides_markup = False
        self._theme: Theme | None = None
        self._starts = [piece.start for piece in pieces]
        self._first_of_text = next((n for n, each in enumerate(pieces) if not each.is_header), 0)
        self._samples, self._kinds = _kinds(pieces)
        self._with_inline = [number for number, piece in enumerate(pieces) if piece.inline]
        self._heights: list[int] = []
        self._is_exact = bytearray(len(pieces))
        self._tops: list[int] | None = None
        self._kept: OrderedDict[int, LaidOut] = OrderedDict()
        self._fills: dict[int, tuple[int, float, float]] = {}

    def set_look(
        self, theme: Theme, typography: Typography, width: int, *, hides_markup: bool
    ) -> None:
        """Use other colours, sizes or width; heights become estimates where lengths changed."""
        is_same = (self.typography, self.width, self.hides_markup) == (
            typography,
            width,
            hides_markup,
        )
        self._kept.clear()
        self._fills.clear()
        self._theme, self.typography, self.width = theme, typography, width
        self.hides_markup = hides_markup
        if not is_same:
            self._estimate()

    @cached_property
    def units(self) -> Utf16Map:
        """Positions of the whole text in UTF-16 units, for screen readers."""
        return Utf16Map(self.text)

    @property
    def height(self) -> int:
        """The height of the whole article, partly estimated."""
        return self.tops()[-1]

    def tops(self) -> list[int]:
        """Where each piece begins below the first; one entry more than pieces, the height."""
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops

    def height_of(self, number: int) -> int:
        """The height of one piece with the gap below it, exact once it is laid out."""
        return self._heights[number]

    def laid(self, number: int) -> LaidOut:
        """A piece with its lines, laid out now if it is not kept."""
        laid = self._kept.get(number)
        if laid is not None:
            self._kept.move_to_end(number)
            return laid
        laid = self._kept[number] = self._lay_out(self.pieces[number])
        if len(self._kept) > KEPT_LAYOUTS:
            self._kept.popitem(last=False)
        self._is_exact[number] = 1
        self._set_height(number, self._height_of(laid.piece, len(laid.line_starts)))
        return laid

    def lay_out_next(self) -> bool:
        """Make one more estimated height exact; False when all are."""
        number = self._is_exact.find(0)
        if number < 0:
            return False
        if self._is_blank(self.pieces[number]) or number in self._kept:
            self._is_exact[number] = 1
        else:
            laid = self._lay_out(self.pieces[number])
            self._is_exact[number] = 1
            self._set_height(number, self._height_of(laid.piece, len(laid.line_starts)))
        return True

    def piece_at(self, position: int) -> int:
        """The number of the piece that shows the character at a position."""
        return max(self._first_of_text, bisect_right(self._starts, position) - 1)

    def piece_below(self, y: float) -> int:
        """The number of the piece at a height below the top of the article."""
        return min(max(0, bisect_right(self.tops(), y) - 1), len(self.pieces) - 1)

    def line_of(self, position: int) -> tuple[int, Style]:
        """Where the line of a position begins below the top, estimated if need be; its style."""
        number = self.piece_at(position)
        piece = self.pieces[number]
        style = self._style(piece)
        laid = self._kept.get(number)
        if laid is not None:
            line = laid.line_at(position)
        else:
            line = int((position - piece.start) / self._per_line(style))
        return self.tops()[number] + line * style.line_height, style

    def fill_at(self, position: int) -> tuple[float, float]:
        """The top and bottom of the fill behind the word at a position, below the page's top.

        Each mark in sight is asked for at each painting, so what is exact is kept.
        """
        found = self._fills.get(position)
        if found is None:
            number = self.piece_at(position)
            below_first, style = self.line_of(position)
            inside = below_first - self.tops()[number]
            found = (number, inside + style.fill_top, inside + style.fill_bottom)
            if number in self._kept:
                if len(self._fills) >= _KEPT_FILLS:
                    self._fills.clear()
                self._fills[position] = found
        number, top, bottom = found
        above = (self._tops or self.tops())[number]
        return above + top, above + bottom

    def _estimate(self) -> None:
        self._is_exact = bytearray(len(self.pieces))
        # A book has 20,000 pieces, but only some hundred that differ in length or kind.
        measures: dict[tuple[str, int, float, bool], tuple[float, int, int]] = {}
        heights: list[int] = []
        for piece in self._samples:
            key = (piece.kind, piece.level, piece.gap, piece.is_blank)
            if key not in measures:
                measures[key] = self._measure(piece)
            per_line, line_height, gap = measures[key]
            heights.append((int(piece.length / per_line) + 1) * line_height + gap)
        self._heights = list(map(heights.__getitem__, self._kinds))
        for number in self._with_inline if self.hides_markup else ():
            if self._is_blank(self.pieces[number]):
                self._heights[number] = self.typography.gap(self.pieces[number].gap)
        self._tops = None

    def _measure(self, piece: Piece) -> tuple[float, int, int]:
        """Characters to a line, and the heights of a line and of the gap below the piece."""
        style, gap = self._style(piece), self.typography.gap(piece.gap)
        return self._per_line(style), 0 if piece.is_blank else style.line_height, gap

    def _style(self, piece: Piece) -> Style:
        return self.typography.style(piece.kind, piece.level)

    def _per_line(self, style: Style) -> float:
        return max(8.0, 0.97 * (self.width - style.indent) / style.advance)

    def _height_of(self, piece: Piece, lines: int) -> int:
        gap = self.typography.gap(piece.gap)
        if self._is_blank(piece):
            return gap
        return max(lines, 1) * self._style(piece).line_height + gap

    def _is_blank(self, piece: Piece) -> bool:
        if piece.is_blank or not self.hides_markup or not piece.inline:
            return piece.is_blank
        return not self._shown(piece).strip(JOINER + " \t")

    def _set_height(self, number: int, height: int) -> None:
        if self._heights[number] != height:
            self._heights[number] = height
            self._tops = None

    def _shown(self, piece: Piece) -> str:
        """The words as Qt gets them: equally many characters, none that Qt would drop."""
        words = self.text[piece.start : piece.end] if piece.words is None else piece.words
        if self.hides_markup and piece.inline:
            words = _hidden(words, piece)
        return shown(words)

    def _lay_out(self, piece: Piece) -> LaidOut:
        words, style = self._shown(piece), self._style(piece)
        units = Utf16Map(words)
        layout = QTextLayout(words, style.font)
        layout.setCacheEnabled(True)
        is_right_to_left_text = is_right_to_left(words)
        layout.setTextOption(_RIGHT_TO_LEFT if is_right_to_left_text else _LEFT_TO_RIGHT)
        if piece.inline and self._theme is not None:
            layout.setFormats(_formats(piece, units, style, self._theme))
        indent = 0.0 if is_right_to_left_text else style.indent
        hang = 0.0
        if piece.kind in ITEMS and not is_right_to_left_text:
            indent += _DEPTH * style.size * depth(words)
            hang = QFontMetricsF(style.font).horizontalAdvance(list_marker(words))
        width = self.width - max(indent, style.indent)
        starts = break_lines(layout, style, width, (indent, indent + hang))
        return LaidOut(
            piece, style, layout, units, starts, has_right_to_left(words), is_right_to_left_text
        )


def _kinds(pieces: Sequence[Piece]) -> tuple[list[Piece], list[int]]:
    """One piece of each kind and length, and the number of its kind for every piece."""
    samples: list[Piece] = []
    numbers: dict[tuple[str, int, float, bool, int], int] = {}
    kinds: list[int] = []
    for piece in pieces:
        # Not by the piece's property: asked 20,000 times, it takes a third of this.
        length = piece.end - piece.start if piece.words is None else len(piece.words)
        key = (piece.kind, piece.level, piece.gap, piece.is_blank, length)
        number = numbers.get(key)
        if number is None:
            number = numbers[key] = len(samples)
            samples.append(piece)
        kinds.append(number)
    return samples, kinds


def shown(words: str) -> str:
    """Words of equal length without the characters that Qt drops, turns into others or obeys."""
    return _UNSHOWN.sub(_stand_in, words)


def _hidden(words: str, piece: Piece) -> str:
    characters = list(words)
    marker = list_marker(words) if piece.kind in ITEMS else ""
    bullet = bullet_in(marker)
    if ">" in marker:
        characters[:bullet] = JOINER * bullet
    for each in piece.inline:
        if each.kind == "markup":
            first = max(each.start - piece.start, len(marker), 0)
            last = min(each.end - piece.start, len(characters))
            characters[first:last] = JOINER * max(0, last - first)
    if marker and characters[bullet] in "-*+":
        characters[bullet] = "•"
    return "".join(characters)


def _stand_in(found: re.Match[str]) -> str:
    character = found[0]
    if character in _OVERRIDES:
        return _OVERRIDES[character]
    if character < " ":
        return chr(0x2400 + ord(character))
    return JOINER if character == "\ufeff" else "\ufffd"


def _formats(
    piece: Piece, units: Utf16Map, style: Style, theme: Theme
) -> list[QTextLayout.FormatRange]:
    made = []
    for each in piece.inline:
        start = units.to16(max(each.start - piece.start, 0))
        end = units.to16(min(each.end, piece.end) - piece.start)
        if end > start:
            found = QTextLayout.FormatRange()
            found.start, found.length = start, end - start
            found.format = _format(each, style, theme)
            made.append(found)
    return made


def _format(structure: Structure, style: Style, theme: Theme) -> "QtGui.QTextCharFormat":
    made = QtGui.QTextCharFormat()
    if structure.kind == "markup":
        made.setForeground(theme.colour("muted"))
    elif structure.kind == "emphasis":
        made.setFontItalic(True)
    elif structure.kind == "strong":
        made.setFontWeight(QFont.Weight.DemiBold)
    elif structure.kind == "link":
        made.setForeground(theme.colour("accent"))
        made.setFontUnderline(True)
    elif structure.kind == "hyphenation":
        made.setUnderlineColor(theme.colour("muted"))
        made.setUnderlineStyle(QtGui.QTextCharFormat.UnderlineStyle.DotLine)
    elif structure.kind == "code":
        made.setFontFamilies(list(CODE_FAMILIES))
        made.setProperty(QtGui.QTextCharFormat.Property.FontPixelSize, round(style.size * 0.84))
    return made


def _option(alignment: Qt.AlignmentFlag, direction: Qt.LayoutDirection) -> QTextOption:
    option = QTextOption(alignment)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(32)
    return option


_LEFT_TO_RIGHT = _option(Qt.AlignmentFlag.AlignLeft, Qt.LayoutDirection.LeftToRight)
_RIGHT_TO_LEFT = _option(Qt.AlignmentFlag.AlignRight, Qt.LayoutDirection.RightToLeft)
