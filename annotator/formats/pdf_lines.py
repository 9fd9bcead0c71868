"""The lines of a PDF file as its pages give them, and the paragraphs that they make.

A PDF knows no paragraphs and no words, only characters at places. What stood in two lines is put
into one paragraph by how long lines are, how far apart and how large; a word that was divided at
the end of a line is joined, and remembered as such.
"""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from annotator.domain.article import Structure

HYPHENATION, PAGE = "hyphenation", "page"
PAGE_HEADER, PAGE_FOOTER = "page_header", "page_footer"
"""Kinds of structure that only paged articles have: a word that was divided at the end of a line,
a page (its level is its number), and lines that come again at the top or bottom of pages."""

_FULL = 0.8
_WIDE_GAP = 1.45
_LARGER = 1.12
_REPEATED = 3
_DIVIDED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]")
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•‣▪●–*-]|\(?\d{1,2}[.)])\s")
_NUMBERS = re.compile(r"\d+")


@dataclass(slots=True)
class Line:
    """A line of a page: its words, how high on the page it stands, and the size of its letters.

    `runs` are the pieces of the words as the page shows them from left to right.
    """

    words: str
    height: float = 0.0
    size: float = 0.0
    kind: str = ""
    runs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Laid:
    """The text of all pages in paragraphs, what is known of its stretches, and what was seen."""

    text: str
    structure: tuple[Structure, ...]
    joined_words: int = 0
    repeated: tuple[str, ...] = ()
    has_columns: bool = False


def laid_out(pages: Sequence[Sequence[Line]]) -> Laid:
    """Paragraphs from the lines of pages."""
    lines = [line for page in pages for line in page if line.kind == "" and line.words.strip()]
    repeated = _mark_repeated(pages)
    body = _usual([line.size for line in lines])
    width = _usual_width([line.words for line in lines])
    builder = _Builder()
    for number, page in enumerate(pages, 1):
        gap = _usual_gap(page)
        for previous, line in _in_turn(page):
            if not line.words.strip():
                builder.end_paragraph()
                continue
            is_new = previous is None or _begins_paragraph(previous, line, gap=gap, width=width)
            # A paragraph that a page border cuts goes on behind it.
            if previous is None and builder.is_unfinished and line.kind == "":
                is_new = False
            builder.add(line, _kind(line, body, is_first=builder.is_empty), is_new=is_new)
        builder.end_page(number)
    text, structure = builder.finished()
    has_columns = any(_has_columns(page) for page in pages)
    return Laid(text, structure, builder.joined_words, repeated, has_columns)


@dataclass(slots=True)
class _Builder:
    """Puts lines into paragraphs; places are code points of the text made so far."""

    joined_words: int = 0
    _parts: list[str] = field(default_factory=list)
    _structure: list[Structure] = field(default_factory=list)
    _length: int = 0
    _paragraph: int = 0
    _page: int = 0
    _kind: str = ""
    _is_ended: bool = True

    @property
    def is_empty(self) -> bool:
        return self._length == 0

    @property
    def is_unfinished(self) -> bool:
        """Whether the last paragraph stops in the middle of a sentence."""
        return self._kind == "" and bool(self._parts) and not _ENDS.search(self._parts[-1])

    def add(self, line: Line, kind: str, *, is_new: bool) -> None:
        words = line.words.strip()
        if is_new or self._is_ended or kind != self._kind or not self._parts:
            self.end_paragraph()
            if self._length:
                self._put("\n" if kind == self._kind == "list_item" else "\n\n")
            self._paragraph, self._kind, self._is_ended = self._length, kind, False
            self._put(words)
        elif _DIVIDED.fullmatch(self._parts[-1][-3:]) and words[:1].islower():
            self._join(words)
        else:
            self._put(f" {words}")

    def _join(self, words: str) -> None:
        """Take the hyphen away that divides a word, and mark the word."""
        before = self._parts[-1][:-1]
        self._length -= 1
        self._parts[-1] = before
        start = self._length - (len(before) - max(before.rfind(" "), -1) - 1)
        self._put(words)
        first = len(words.split(maxsplit=1)[0])
        end = self._length - len(words) + first
        self._structure.append(Structure(HYPHENATION, start, end))
        self.joined_words += 1

    def end_paragraph(self) -> None:
        if not self._is_ended and self._kind:
            kind, level = _NAMES.get(self._kind, (self._kind, 0))
            self._structure.append(Structure(kind, self._paragraph, self._length, level))
        self._is_ended = True

    def end_page(self, number: int) -> None:
        if self._length > self._page:
            self._structure.append(Structure(PAGE, self._page, self._length, number))
        self._page = self._length

    def finished(self) -> tuple[str, tuple[Structure, ...]]:
        self.end_paragraph()
        order = sorted(self._structure, key=lambda each: (each.start, -each.end))
        return "".join(self._parts), tuple(order)

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


_NAMES = {"headline": ("headline", 1), "subheading": ("subheading", 2)}


def _in_turn(page: Iterable[Line]) -> Iterator[tuple[Line | None, Line]]:
    previous = None
    for line in page:
        yield previous, line
        previous = line


def _begins_paragraph(previous: Line, line: Line, *, gap: float, width: float) -> bool:
    if not previous.words.strip() or previous.kind != line.kind or _ITEM.match(line.words.strip()):
        return True
    distance = previous.height - line.height
    if gap and distance > _WIDE_GAP * gap:
        return True
    if previous.size and abs(line.size - previous.size) > 0.1 * previous.size:
        return True
    is_short = len(previous.words.strip()) < _FULL * width
    ends = _ENDS.search(previous.words.strip()) is not None
    begins = not line.words.strip()[:1].islower()
    return is_short and begins and (ends or not gap)


def _kind(line: Line, body: float, *, is_first: bool) -> str:
    if line.kind:
        return line.kind
    if body and line.size > _LARGER * body:
        return "headline" if is_first else "subheading"
    return "list_item" if _ITEM.match(line.words.strip()) else ""


def _mark_repeated(pages: Sequence[Sequence[Line]]) -> tuple[str, ...]:
    """Mark the first and last lines of pages that come again with no more than other numbers."""
    told: dict[str, str] = {}
    for kind, places in ((PAGE_HEADER, (0, 1)), (PAGE_FOOTER, (-1, -2))):
        edges = [(line, _plain(line)) for page in pages for line in _edges(page, places)]
        counts = Counter(plain for _, plain in edges)
        for line, plain in edges:
            if counts[plain] >= _REPEATED and not line.kind:
                line.kind = kind
                told.setdefault(plain, line.words.strip())
    return tuple(told.values())


def _edges(page: Sequence[Line], places: tuple[int, int]) -> list[Line]:
    seen = [line for line in page if line.words.strip()]
    return [seen[place] for place in places if -len(seen) <= place < len(seen)]


def _plain(line: Line) -> str:
    return _NUMBERS.sub("0", " ".join(line.words.split()))


def _usual(sizes: Sequence[float]) -> float:
    rounded = [round(size, 1) for size in sizes if size > 0]
    return statistics.mode(rounded) if rounded else 0.0


def _usual_width(lines: Sequence[str]) -> float:
    widths = sorted(len(words.strip()) for words in lines)
    return widths[int(len(widths) * 0.75)] if widths else 0.0


def _usual_gap(page: Sequence[Line]) -> float:
    gaps = [
        round(previous.height - line.height, 1)
        for previous, line in _in_turn(page)
        if previous is not None and 0 < previous.height - line.height < 60
    ]
    return statistics.median(gaps) if gaps else 0.0


def _has_columns(page: Sequence[Line]) -> bool:
    """Whether the text goes up the page again, as it does from one column to the next."""
    rises = [
        line.height - previous.height for previous, line in _in_turn(page) if previous is not None
    ]
    return any(rise > 100 for rise in rises)
