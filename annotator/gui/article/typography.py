"""Sizes of the reading column: fonts, line heights, and where text, chips and notes stand."""

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.dataclass import dataclass
from annotator.gui import theme

SMALLEST, DEFAULT, LARGEST = 14, 18, 36
MEASURE, RAGGED, NARROWEST_MEASURE = 68, 4, 68
"""Characters in a line; a full line can hold some more than a ragged one, never fewer than the
narrowest where there is room."""
LANE_COUNT, LANE_WIDTH, CHIP = 3, 24, 18
GUTTER = LANE_COUNT * LANE_WIDTH + 20
NOTE_WIDEST, NOTE_NARROWEST, NOTE_GAP, EDGE = 212, 116, 20, 12
FLAG_COLUMN = 30

_LINE_HEIGHT, _HEADING_LINE_HEIGHT = 1.72, 1.3
# What part of a line's height lies above the baseline, so that fills sit in its middle.
_ABOVE_BASELINE, _HEADING_ABOVE_BASELINE = 0.645, 0.72
_SAMPLE = (
    "The port will begin dredging its outer basin in March after regulators approved a revised "
    "plan on Tuesday. The work will cost 41 million euros and take eleven months, according to "
    "the harbour authority, which said that every obstacle had been removed. "
)


class Typesetting(NamedTuple):
    """How a person wants the text set; lengths in hundredths of the text size."""

    family: str = "Literata"
    line_height: int = 172
    measure: int = MEASURE
    paragraph_gap: int = 80
    letter_spacing: int = 0
    word_spacing: int = 0


_AS_DESIGNED = Typesetting()


@dataclass(frozen=True, slots=True)
class Style:
    """How the lines of one kind of paragraph are set; lengths in pixels."""

    font: QFont
    size: float
    line_height: int
    baseline: float
    advance: float
    colour: str = "text"
    indent: float = 0.0

    @property
    def fill_top(self) -> float:
        """Where the fill behind a word begins, below the top of its line."""
        return self.baseline - 0.92 * self.size

    @property
    def fill_bottom(self) -> float:
        """Where the fill behind a word ends, below the top of its line."""
        return self.baseline + 0.4 * self.size

    def lane(self, number: int) -> float:
        """The top of an underline's lane, below the top of its line."""
        return float(round(self.baseline + 0.27 * self.size)) + 4 * number


@dataclass(frozen=True, slots=True)
class Column:
    """Where things stand across the window, in pixels from its left edge.

    A mirrored column, for articles that run from right to left, has its chips right of the text.
    """

    text_left: int
    text_width: int
    notes_left: int
    notes_width: int
    is_mirrored: bool = False

    @property
    def text_right(self) -> int:
        """The right edge of the text."""
        return self.text_left + self.text_width

    @property
    def has_notes(self) -> bool:
        """Whether notes are shown as cards; a sign stands for them where there is no room."""
        return self.notes_width >= NOTE_NARROWEST

    def lane_left(self, lane: int) -> int:
        """The left edge of a column of chips; lane 0 is the one farthest from the text."""
        if self.is_mirrored:
            return self.text_right + GUTTER - LANE_WIDTH * (lane + 1)
        return self.text_left - GUTTER + LANE_WIDTH * lane

    def lane_at(self, x: float) -> int | None:
        """The column of chips at a distance from the window's left edge, None beside them."""
        outer = self.text_right + GUTTER - x if self.is_mirrored else x - self.text_left + GUTTER
        lane = int(outer // LANE_WIDTH)
        return lane if 0 <= lane < LANE_COUNT else None

    def is_over_words(self, x: float) -> bool:
        """Whether that distance from the window's left edge lies in the column of the text."""
        return self.text_left <= x < self.text_right

    def mirrored(self, width: int) -> "Column":
        """The same for text that runs the other way, in a window of that width."""
        return Column(
            width - self.text_right,
            self.text_width,
            width - self.notes_left - self.notes_width,
            self.notes_width,
            is_mirrored=not self.is_mirrored,
        )


class Typography:
    """All styles for one text size."""

    def __init__(self, size: int, typesetting: Typesetting = _AS_DESIGNED) -> None:
        self.size = size
        self.typesetting = typesetting
        self._family = typesetting.family
        self._styles: dict[tuple[str, int], Style] = {}

    def style(self, kind: str, level: int) -> Style:
        """The style of a kind of paragraph."""
        key = (kind, level)
        if key not in self._styles:
            self._styles[key] = self._made(kind, level)
        return self._styles[key]

    @property
    def measure(self) -> float:
        """The wished width of the text."""
        return (self.typesetting.measure + RAGGED) * self.style("", 0).advance

    @property
    def narrowest(self) -> float:
        """The width that the text keeps beside the cards of notes."""
        return min(self.measure, NARROWEST_MEASURE * self.style("", 0).advance)

    def gap(self, parts: float) -> int:
        """The space below a paragraph, for one that is given in parts of the text size."""
        return round(
            parts * self.size * self.typesetting.paragraph_gap / _AS_DESIGNED.paragraph_gap
        )

    def _made(self, kind: str, level: int) -> Style:
        if kind in ("title", "headline", "subheading"):
            return self._heading(kind, level)
        if kind in ("details", "dateline", "caption", "page_header", "page_footer"):
            font = theme.sign_font(max(12.0, self.size * (0.82 if kind == "caption" else 0.72)))
            return self._style(font, colour="muted", ratio=1.5)
        if kind == "code":
            return self._style(
                theme.code_font(self.size * 0.84), ratio=1.85, indent=self.size * 0.8
            )
        font = theme.article_font(self.size, self._family)
        if kind == "byline":
            return self._style(font, colour="boilerplate-text")
        if kind in ("deck", "pull_quote"):
            return self._set_off(kind)
        indent = self.size * 1.3 if kind in ("quotation", "quoted_item") else 0.0
        if kind == "list_item":
            indent = self.size * 0.6 * max(0, level - 1)
        return self._style(font, indent=indent)

    def _set_off(self, kind: str) -> Style:
        font = theme.article_font(self.size * 1.1, self._family)
        font.setItalic(kind == "pull_quote")
        indent = self.size * 1.3 if kind == "pull_quote" else 0.0
        return self._style(font, ratio=1.6, indent=indent)

    def _heading(self, kind: str, level: int) -> Style:
        step = max(level, 1) if kind != "subheading" else max(level, 2)
        font = theme.article_font(self.size * (1.6, 1.35, 1.15)[min(step, 3) - 1], self._family)
        font.setWeight(QFont.Weight.DemiBold)
        return self._style(font, ratio=_HEADING_LINE_HEIGHT)

    def _style(
        self, font: QFont, *, colour: str = "text", ratio: float = _LINE_HEIGHT, indent: float = 0.0
    ) -> Style:
        size = font.pixelSize()
        wanted = self.typesetting
        if wanted.letter_spacing or wanted.word_spacing:
            absolute = QFont.SpacingType.AbsoluteSpacing
            font.setLetterSpacing(absolute, size * wanted.letter_spacing / 100)
            font.setWordSpacing(size * wanted.word_spacing / 100)
        above = _HEADING_ABOVE_BASELINE if ratio == _HEADING_LINE_HEIGHT else _ABOVE_BASELINE
        height = round(ratio * size * wanted.line_height / _AS_DESIGNED.line_height)
        advance = QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return Style(font, size, height, round(above * height), advance, colour, indent)


def column(width: int, typography: Typography) -> Column:
    """Where things stand in a window of that width, the text in the middle if there is room.

    It depends on nothing but width and text size, so that a first flag moves no text. Notes give
    up their cards, and open when selected, before the measure becomes narrow.
    """
    wished = round(typography.measure)
    narrow = round(typography.narrowest)
    room = width - EDGE - GUTTER
    gap = NOTE_GAP
    beside = room - gap - EDGE - NOTE_NARROWEST
    if beside >= narrow:
        text = min(wished, beside)
        notes = min(NOTE_WIDEST, room - text - gap - EDGE)
    else:
        gap, notes = 6, FLAG_COLUMN - EDGE
        text = max(120, min(wished, room - gap - notes - EDGE))
    rightmost = width - EDGE - notes - gap - text
    left = max(EDGE + GUTTER, min((width - text) // 2, rightmost))
    return Column(left, text, left + text + gap, notes)
