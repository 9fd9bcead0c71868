"""Code points, as Python counts them, and UTF-16 units, as Qt counts them."""

import re
from array import array
from bisect import bisect_left

_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_BLOCK_BITS = 8


class Utf16Map:
    """Translates positions in one string, both ways.

    Only characters beyond U+FFFF take two units; without any, both counts are the same.
    """

    __slots__ = ("_before_block", "_before_unit_block", "_code_points", "_second_halves")

    def __init__(self, text: str) -> None:
        found = () if text.isascii() else _BEYOND.finditer(text)
        # Arrays, for what a search leaps over lies closer together than in a list.
        self._code_points = array("I", [match.start() for match in found])
        self._second_halves = array(
            "I", [place + pairs for pairs, place in enumerate(self._code_points, 1)]
        )
        self._before_block = _before_blocks(self._code_points)
        self._before_unit_block = _before_blocks(self._second_halves)

    @property
    def is_identity(self) -> bool:
        """Whether positions need no translation."""
        return not self._code_points

    def to16(self, position: int) -> int:
        """The UTF-16 unit at which a code point begins."""
        return position + _before(position, self._code_points, self._before_block)

    def to32(self, unit: int) -> int:
        """The code point at a UTF-16 unit; the second half of a pair gives the next one."""
        return unit - _before(unit, self._second_halves, self._before_unit_block)


def _before_blocks(places: "array[int]") -> "array[int]":
    """How many places lie before each block of a string; one entry more, for the end."""
    blocks = range((places[-1] >> _BLOCK_BITS) + 2) if places else ()
    return array("I", [bisect_left(places, block << _BLOCK_BITS) for block in blocks])


def _before(place: int, places: "array[int]", before_block: "array[int]") -> int:
    """How many places lie before one: a search in all takes twice as long as one in its block."""
    block = place >> _BLOCK_BITS
    if 0 <= block < len(before_block) - 1:
        return bisect_left(places, place, before_block[block], before_block[block + 1])
    return 0 if block < 0 else len(places)
