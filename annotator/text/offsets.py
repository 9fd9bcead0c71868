"""Code points, as Python counts them, and UTF-16 units, as Qt counts them."""

import re
from array import array
from bisect import bisect_left

_BEYOND = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Translates positions in one string, both ways, in O(log n).

    Only characters beyond U+FFFF take two units; without any, both counts are the same.
    """

    __slots__ = ("_code_points", "_second_halves")

    def __init__(self, text: str) -> None:
        found = () if text.isascii() else _BEYOND.finditer(text)
        # Arrays, for what a search leaps over lies closer together than in a list.
        self._code_points = array("L", [match.start() for match in found])
        self._second_halves = array(
            "L", [place + pairs for pairs, place in enumerate(self._code_points, 1)]
        )

    @property
    def is_identity(self) -> bool:
        """Whether positions need no translation."""
        return not self._code_points

    def to16(self, position: int) -> int:
        """The UTF-16 unit at which a code point begins."""
        return position + bisect_left(self._code_points, position)

    def to32(self, unit: int) -> int:
        """The code point at a UTF-16 unit; the second half of a pair gives the next one."""
        return unit - bisect_left(self._second_halves, unit)
