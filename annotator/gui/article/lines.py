"""One paragraph in lines, and where its characters stand.

Pixels count from the left edge of the text column, units are Qt's UTF-16.
"""

from bisect import bisect_right
from dataclasses import field

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine

from annotator.dataclass import dataclass
from annotator.gui.article.paragraphs import Piece
from annotator.gui.article.typography import Style
from annotator.text.offsets import Utf16Map

Run = tuple[int, float, float]
"""A stretch of one line: line number, left and right edge."""

_RUNS_KEPT = 4_096
"""Places of one paragraph; those of labels that moved or went away must not pile up."""

_ON_CHARACTER = QTextLine.CursorPosition.CursorOnCharacter


@dataclass(slots=True)
class LaidOut:
    """One paragraph with its lines; places are code points of the stored text."""

    piece: Piece
    style: Style
    layout: QTextLayout
    units: Utf16Map
    line_starts: list[int]
    is_bidirectional: bool
    is_right_to_left: bool
    _runs: dict[tuple[int, int], tuple[Run, ...]] = field(default_factory=dict)

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """The stretches of lines that the characters from start to end cover."""
        key = (start, end)
        if (found := self._runs.get(key)) is None:
            if len(self._runs) >= _RUNS_KEPT:
                self._runs.clear()
            found = self._runs[key] = self._measured(start, end)
        return found

    def line_at(self, position: int) -> int:
        """The number of the line that shows the character at the position."""
        return max(0, bisect_right(self.line_starts, self._unit(position)) - 1)

    def line_start(self, line: int) -> int:
        """The position at which a line begins."""
        return self.piece.start + self.units.to32(self.line_starts[line])

    def position_at(self, x: float, y: float) -> int:
        """The place between two characters nearest to a point."""
        line = min(max(int(y // self.style.line_height), 0), len(self.line_starts) - 1)
        unit = self._between(self.layout.lineAt(line), x)
        if line + 1 < len(self.line_starts) and unit >= self.line_starts[line + 1]:
            unit = self.layout.previousCursorPosition(self.line_starts[line + 1])
        return self.piece.start + self.units.to32(unit)

    def character_at(self, x: float, y: float) -> int | None:
        """The position of the character under a point, None beside the words."""
        line = int(y // self.style.line_height)
        if not 0 <= line < len(self.line_starts):
            return None
        text_line = self.layout.lineAt(line)
        if not _is_on(text_line, x):
            return None
        return self.piece.start + self.units.to32(self._under(text_line, x))

    def _between(self, line: QTextLine, x: float) -> int:
        """The place nearest to x: Qt tells the end of the line at letters with two accents."""
        told = line.xToCursor(x)
        if not _is_on(line, x):
            return told
        under = self._under(line, x)
        sides = (under, self.layout.nextCursorPosition(under))
        return told if told in sides else min(sides, key=lambda side: abs(_x(line, side) - x))

    def _under(self, line: QTextLine, x: float) -> int:
        """The character under x: Qt is off by one at narrow letters and in ligatures."""
        told = line.xToCursor(x, _ON_CHARACTER)
        edges = _glyph_edges if self.is_bidirectional else _cursor_edges
        step_back, step = self.layout.previousCursorPosition, self.layout.nextCursorPosition
        for unit in (told, step_back(told), step(told), step(step(told))):
            if any(left <= x < right for left, right in edges(line, unit, step(unit))):
                return unit
        return told

    def _unit(self, position: int) -> int:
        inside = min(max(position - self.piece.start, 0), self.piece.end - self.piece.start)
        return self.units.to16(inside)

    def _measured(self, start: int, end: int) -> tuple[Run, ...]:
        first, last = self._unit(start), self._unit(end)
        if first >= last or not self.line_starts:
            return ()
        runs: list[Run] = []
        line = max(0, bisect_right(self.line_starts, first) - 1)
        while line < len(self.line_starts) and self.line_starts[line] < last:
            text_line = self.layout.lineAt(line)
            opened = max(first, text_line.textStart())
            closed = min(last, text_line.textStart() + text_line.textLength())
            edges = _glyph_edges if self.is_bidirectional else _cursor_edges
            runs.extend((line, left, right) for left, right in edges(text_line, opened, closed))
            line += 1
        return tuple(runs)


def break_lines(
    layout: QTextLayout, style: Style, width: float, lefts: tuple[float, float]
) -> list[int]:
    """Cut the words into lines of one height; where each begins, in UTF-16 units."""
    starts: list[int] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        left = lefts[1] if starts else lefts[0]
        line.setLineWidth(max(40.0, width - (left - lefts[0])))
        # Fonts that stand in for missing letters are higher; the baseline must stay.
        top = len(starts) * style.line_height + style.baseline - line.ascent()
        line.setPosition(QPointF(left, top))
        starts.append(line.textStart())
        line = layout.createLine()
    layout.endLayout()
    return starts


def _is_on(line: QTextLine, x: float) -> bool:
    return 0 <= x - line.naturalTextRect().left() < line.naturalTextWidth()


def _cursor_edges(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    limit = line.naturalTextRect().right()
    left = _x(line, start)
    right = min(_x(line, end), limit)
    return [(left, right)] if right > left else []


def _x(line: QTextLine, unit: int) -> float:
    # Qt's declared type forgets the position that comes with it.
    return float(line.cursorToX(unit)[0])  # type: ignore[index]


def _glyph_edges(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Edges in visual order; `cursorToX` is wrong where directions mix."""
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    merged: list[tuple[float, float]] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes):
        if merged and left <= merged[-1][1] + 1.0:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged
