"""MessagePack as files of other programs hold it: numbers, texts, bytes, lists and tables.

Read here and not by a library, so that nothing in a file can make objects of any other kind.
Extension types are refused. What is no MessagePack raises ValueError, IndexError, struct.error or
UnicodeDecodeError.
"""

import struct
from collections.abc import Callable
from typing import Any, TypeAlias

MOST_PARTS = 20_000_000
"""So many parts a message may have: each takes far more memory here than its one byte there."""

_DEEPEST = 60

Buffer: TypeAlias = "bytes | memoryview"


def unpacked(content: Buffer) -> Any:
    """The value in a message; bytes of a memoryview stay views of it."""
    reading = _Reading(content)
    value = reading.value(0)
    if reading.place != len(content):
        raise ValueError("Something follows the message.")
    return value


class _Reading:
    """Where the reading of a message stands."""

    __slots__ = ("_content", "_is_view", "_left", "place")

    def __init__(self, content: Buffer) -> None:
        self._content = content
        self._is_view = isinstance(content, memoryview)
        self._left = MOST_PARTS
        self.place = 0

    def value(self, depth: int) -> Any:
        """The next value."""
        if depth > _DEEPEST:
            raise ValueError("The message is too deep.")
        first = self._content[self.place]
        self.place += 1
        if first < 0x80 or first >= 0xE0:
            return first if first < 0x80 else first - 0x100
        if first < 0xC0:
            return self._short(first, depth)
        if first in _SINGLE:
            return _SINGLE[first]
        if first in _NUMBERS:
            return self._number(_NUMBERS[first])
        if first not in _SIZED:
            raise ValueError("The message has a value of a kind that is not read.")
        size, kind = _SIZED[first]
        return self._sized(kind, self._number(size), depth)

    def _short(self, first: int, depth: int) -> Any:
        """A value whose first byte tells its kind and its size."""
        if first >= 0xA0:
            return self._text(first & 0x1F)
        return self._sized("table" if first < 0x90 else "list", first & 0x0F, depth)

    def _sized(self, kind: str, count: int, depth: int) -> Any:
        if kind == "text":
            return self._text(count)
        if kind == "bytes":
            return self._bytes(count)
        return self._list(count, depth) if kind == "list" else self._table(count, depth)

    def _number(self, form: struct.Struct) -> Any:
        (found,) = form.unpack_from(self._content, self.place)
        self.place += form.size
        return found

    def _bytes(self, count: int) -> Buffer:
        found = self._content[self.place : self.place + count]
        if len(found) != count:
            raise ValueError("The message ends too early.")
        self.place += count
        return found

    def _text(self, count: int) -> str:
        return str(self._bytes(count), "utf-8")

    def _count(self, parts: int) -> None:
        """Parts are counted before they are read, those that are nothing but a length too."""
        self._left -= parts
        if self._left < 0:
            raise ValueError("The message is too big.")

    def _list(self, count: int, depth: int) -> list[Any]:
        self._count(count)
        content, value = self._content, self.value
        found: list[Any] = []
        for _ in range(count):
            # Spans come as short bytes, and there are very many.
            if content[self.place] == _SHORT_BYTES:
                end = self.place + 2 + content[self.place + 1]
                found.append(content[self.place + 2 : end])
                self.place = end
            else:
                found.append(value(depth + 1))
        return found

    def _table(self, count: int, depth: int) -> dict[Any, Any]:
        self._count(2 * count)
        found: dict[Any, Any] = {}
        for _ in range(count):
            key = _as_key(self.value(depth + 1))
            found[key] = self.value(depth + 1)
        return found


def _as_key(value: Any) -> Any:
    if isinstance(value, memoryview):
        return bytes(value)
    return tuple(map(_as_key, value)) if isinstance(value, list) else value


_form: Callable[[str], struct.Struct] = struct.Struct
_SHORT_BYTES = 0xC4
_BYTE, _SHORT, _LONG = _form(">B"), _form(">H"), _form(">I")
_SINGLE: dict[int, bool | None] = {0xC0: None, 0xC2: False, 0xC3: True}
_NUMBERS = {
    0xCA: _form(">f"), 0xCB: _form(">d"),
    0xCC: _BYTE, 0xCD: _SHORT, 0xCE: _LONG, 0xCF: _form(">Q"),
    0xD0: _form(">b"), 0xD1: _form(">h"), 0xD2: _form(">i"), 0xD3: _form(">q"),
}  # fmt: skip
_SIZED = {
    0xC4: (_BYTE, "bytes"), 0xC5: (_SHORT, "bytes"), 0xC6: (_LONG, "bytes"),
    0xD9: (_BYTE, "text"), 0xDA: (_SHORT, "text"), 0xDB: (_LONG, "text"),
    0xDC: (_SHORT, "list"), 0xDD: (_LONG, "list"),
    0xDE: (_SHORT, "table"), 0xDF: (_LONG, "table"),
}  # fmt: skip
