"""In which unit a file counts its offsets, and what they are in the stored text.

Programs count characters in three ways: as code points, as UTF-16 units (whatever runs in a
browser), or as grapheme clusters. The three agree on most texts. Where they do not, the words
that a file gives beside its offsets tell the unit; where it gives none, a person must.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar, get_args

from annotator.formats import advice
from annotator.formats.incoming import Problem
from annotator.formats.json_values import Refused
from annotator.formats.sources import Source
from annotator.text.graphemes import has_only_separate_characters, next_boundary
from annotator.text.normalise import offsets_after_line_ends
from annotator.text.offsets import Utf16Map

Unit = Literal["codepoint", "utf16", "grapheme"]
"""What an offset counts."""

UNITS: tuple[Unit, ...] = get_args(Unit)

_LONGEST_LISTED = 3
_NAMES = {"codepoint": "code points", "utf16": "UTF-16 units", "grapheme": "grapheme clusters"}

T = TypeVar("T")


class Mark(NamedTuple):
    """A place as a file gives it, end exclusive, with the words that it says stand there."""

    start: int
    end: int
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Counting:
    """How offsets are counted: the unit, and whether CR LF counts as one, as browsers have it."""

    unit: Unit
    joins_line_ends: bool = False


class Positions:
    """Offsets in one given text as code points of its stored text, where CR LF is LF."""

    def __init__(self, given: str, counting: Counting) -> None:
        self.counting = counting
        counted = given
        self._after: Callable[[int], int] | None = None
        if "\r" in given:
            if counting.joins_line_ends:
                counted = given.replace("\r\n", "\n").replace("\r", "\n")
            else:
                self._after = offsets_after_line_ends(given, bom="keep")
        self._length = len(counted)
        self._to_code_point = _converter(counted, counting.unit)

    def stored(self, offset: int) -> int:
        """The code point of the stored text at an offset; Refused where there is none."""
        position = self._to_code_point(offset) if offset >= 0 else -1
        if not 0 <= position <= self._length:
            raise Refused(f"offset {offset} lies outside the text")
        return self._after(position) if self._after else position


def same_words(one: str, other: str) -> bool:
    """Whether two strings are the same but for white space, which programs write differently."""
    return one == other or _plain(one) == _plain(other)


class UnitOfFile:
    """Finds out how the offsets of one file are counted, record by record.

    `candidates` are the units that the format is known in, the usual one first.
    """

    def __init__(self, source: Source, candidates: Sequence[Unit]) -> None:
        told = source.told.offsets if source.told else None
        self._told = next((unit for unit in UNITS if unit == told), None)
        self._candidates = tuple(candidates)
        self._possible = set(self._candidates)

    def positions(self, given: str, marks: Iterable[Mark]) -> Positions | None:
        """How to read the offsets of a record; None where nothing tells as yet."""
        if self._told is not None:
            return self._best(given, list(marks), (self._told,))
        if not _differ(given, self._candidates):
            return Positions(given, Counting(self._candidates[0]))
        marks = list(marks)
        fitting = self._fitting(given, marks)
        if not fitting:
            return self._best(given, marks, self._candidates)
        self._possible = self._possible & set(fitting) or set(fitting)
        if len(self._possible) == 1:
            return self._best(given, marks, tuple(self._possible))
        ways = {tuple(_spans(given, marks, Counting(unit))) for unit in fitting}
        return self._best(given, marks, fitting) if len(ways) == 1 else None

    def notes(self) -> Iterator[Problem]:
        """What there is to tell of the unit at the end of the file."""
        yield from ()

    def refusal(self, given: str, marks: Sequence[Mark]) -> Refused:
        """What to say of a record whose unit nothing tells."""
        found = "".join(dict.fromkeys(each for each in given if _is_telling(each)))
        listed = ", ".join(f"U+{ord(each):04X}" for each in found[:_LONGEST_LISTED])
        units = " and ".join(unit for unit in UNITS if unit in self._possible)
        return Refused(
            f"Its offsets could count in more than one way, for the text holds {listed}, and no "
            f"words beside them tell which; {units} are possible. {advice.OFFSETS}"
            f"{self._likeliest(given, marks)}"
        )

    def _likeliest(self, given: str, marks: Sequence[Mark]) -> str:
        """A hint, where in one unit alone all places begin and end at words."""
        likely = [
            unit
            for unit in self._candidates
            if all(_is_at_words(given, span) for span in _spans(given, marks, Counting(unit)))
        ]
        return f"; in {likely[0]} all of them begin and end at words" if len(likely) == 1 else ""

    def _fitting(self, given: str, marks: Sequence[Mark]) -> list[Unit]:
        """The units in which every place holds its words: to the letter, else but for spaces."""
        for match in (str.__eq__, same_words):
            fitting = [
                unit
                for unit in self._candidates
                if any(_hits(given, marks, way, match) == len(marks) for way in _ways(given, unit))
            ]
            if fitting:
                return fitting
        return []

    def _best(self, given: str, marks: Sequence[Mark], units: Sequence[Unit]) -> Positions:
        """The way in which most places hold their words; of equals the first."""
        ways = [way for unit in units for way in _ways(given, unit)]
        if len(ways) == 1:
            return Positions(given, ways[0])
        return Positions(given, max(ways, key=lambda way: _hits(given, marks, way)))


class UsualUnit(UnitOfFile):
    """The unit in which a format counts, taken unless the words of a file show another.

    `candidates` begins with it. Nobody is asked, for the format says how it counts.
    """

    def __init__(self, source: Source, candidates: Sequence[Unit]) -> None:
        super().__init__(source, candidates)
        self._source = source
        self._found = self._candidates[0]

    def positions(self, given: str, marks: Iterable[Mark]) -> Positions:
        """How to read the offsets of a record."""
        marks = list(marks)
        if self._told is not None:
            return self._best(given, marks, (self._told,))
        if _differ(given, self._candidates) and len(self._candidates) > 1:
            self._found = self._proved(given, [each for each in marks if each.words is not None])
        return self._best(given, marks, (self._found,))

    def notes(self) -> Iterator[Problem]:
        """What there is to tell, where it is another unit."""
        if self._found != self._candidates[0]:
            told = (
                f"The words beside its offsets show that they count {_NAMES[self._found]}, not "
                f"{_NAMES[self._candidates[0]]} as usual; they were read so."
            )
            yield Problem(self._source.name, None, told, is_note=True)

    def _proved(self, given: str, marks: Sequence[Mark]) -> Unit:
        """The unit in which the most words stand in their places; of equals that of before."""
        units = (self._found, *(each for each in self._candidates if each != self._found))
        return max(
            units, key=lambda unit: max(_hits(given, marks, way) for way in _ways(given, unit))
        )


def read_with_units(
    records: Iterable[T], units: UnitOfFile, marked: Callable[[T], tuple[str, Sequence[Mark]]]
) -> Iterator[tuple[T, Positions | Refused]]:
    """Each record with how to read its offsets; those that wait for others to tell come last."""
    waiting: list[T] = []
    for record in records:
        given, marks = marked(record)
        found = units.positions(given, marks)
        if found is None:
            waiting.append(record)
        else:
            yield record, found
    for record in waiting:
        given, marks = marked(record)
        yield record, units.positions(given, marks) or units.refusal(given, marks)


def _ways(given: str, unit: Unit) -> Iterator[Counting]:
    yield Counting(unit)
    if "\r" in given:
        yield Counting(unit, joins_line_ends=True)


def _hits(
    given: str,
    marks: Sequence[Mark],
    counting: Counting,
    match: Callable[[str, str], bool] = same_words,
) -> int:
    """How many places lie in the text and hold their words."""
    stored = given.replace("\r\n", "\n").replace("\r", "\n") if "\r" in given else given
    spans = _spans(given, marks, counting)
    return sum(
        span is not None and (mark.words is None or match(stored[slice(*span)], mark.words))
        for span, mark in zip(spans, marks, strict=True)
    )


def _spans(
    given: str, marks: Sequence[Mark], counting: Counting
) -> Iterator[tuple[int, int] | None]:
    positions = Positions(given, counting)
    for mark in marks:
        try:
            yield positions.stored(mark.start), positions.stored(mark.end)
        except Refused:
            yield None


def _is_at_words(text: str, span: tuple[int, int] | None) -> bool:
    if span is None or not 0 <= span[0] < span[1] <= len(text):
        return False
    start, end = span
    cuts = (text[max(0, start - 1) : start + 1], text[end - 1 : end + 1])
    return not text[start].isspace() and not any(len(c) == 2 and c.isalnum() for c in cuts)


def _differ(text: str, units: Sequence[Unit]) -> bool:
    if "\r" in text:
        return True
    has_pairs = not Utf16Map(text).is_identity
    has_clusters = "grapheme" in units and not has_only_separate_characters(text)
    return has_clusters or (has_pairs and len(units) > 1)


def _converter(text: str, unit: Unit) -> Callable[[int], int]:
    if unit == "utf16":
        return _utf16_converter(text)
    if unit == "grapheme" and not has_only_separate_characters(text):
        return _grapheme_converter(text)
    return int


def _utf16_converter(text: str) -> Callable[[int], int]:
    units = Utf16Map(text)
    if units.is_identity:
        return int

    def position(offset: int) -> int:
        found = units.to32(offset)
        if units.to16(found) != offset:
            raise Refused(f"offset {offset} lies inside one character of two UTF-16 units")
        return found

    return position


def _grapheme_converter(text: str) -> Callable[[int], int]:
    begins, place = [0], 0
    while place < len(text):
        place = next_boundary(text, place)
        begins.append(place)
    return lambda offset: begins[offset] if offset < len(begins) else len(text) + 1


def _is_telling(character: str) -> bool:
    """Whether a character is counted as more than one, or as none, in some unit."""
    return ord(character) > 0xFFFF or unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc")


def _plain(words: str) -> str:
    return " ".join(words.replace("\\n", "\n").replace("\\r", "\n").split())
