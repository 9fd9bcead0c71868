"""The bytes of a DocBin, put together without spaCy.

Documents of spaCy know far more than a file of labels holds, and making them takes ten times as
long. What is written is what `DocBin.to_bytes` of spaCy 3 writes of tokens, spaces, groups of spans
and user data: MessagePack in zlib, strings named by their hashes. The parts of all documents lie
one after the other, so they wait in files of their own until the number of documents is known.
"""

import struct
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np

from annotator.domain.errors import UserError
from annotator.formats.annotated.docbin_strings import fixed_numbers

VERSION = "0.1"

_ORTH = 65
_SPAN = struct.Struct(">2sQQQllll")
_SPAN_HEAD = b"\xc4\x28"
_MASK = (1 << 64) - 1
_FACTOR = 0xC6A4A7935BD1E995
_AT_ONCE = 1 << 20


class DocSpan(NamedTuple):
    """A span of a document: its label, its tokens and its characters, ends exclusive."""

    label: str
    start: int
    end: int
    start_char: int
    end_char: int


class PackedDocument(NamedTuple):
    """The parts of one document as they stand in a DocBin, and strings not told of before."""

    tokens: bytes
    spaces: bytes
    length: int
    groups: bytes
    user_data: bytes
    strings: list[str]


class Packing:
    """Packs documents, and remembers the strings that it has told of."""

    def __init__(self) -> None:
        self._hashes = _Hashes()

    def packed(
        self,
        words: Sequence[str],
        spaces: Sequence[bool],
        groups: Mapping[str, Sequence[DocSpan]],
        user_data: Mapping[str, str],
    ) -> PackedDocument:
        """A document: its tokens, which of them a space follows, and its groups of spans."""
        hashes = self._hashes
        numbers = np.fromiter(map(hashes.__getitem__, words), dtype="<u8", count=len(words))
        written: dict[DocSpan, bytes] = {}
        for spans in groups.values():
            for span in spans:
                if span not in written:
                    number = hashes[span.label]
                    written[span] = _SPAN.pack(_SPAN_HEAD, 0, 0, number, *span[1:])
        told = b"".join([_group(name, [written[e] for e in s]) for name, s in groups.items()])
        strings, hashes.new = hashes.new, []
        return PackedDocument(
            numbers.tobytes(),
            bytes(spaces),
            len(words),
            _bytes(_size(len(groups), 0x80, 0xDE) + told),
            _bytes(_texts(user_data)),
            strings,
        )


def _group(name: str, spans: Sequence[bytes]) -> bytes:
    """A group of spans under its name, itself packed."""
    inside = b"".join([
        b"\x83", _text("name"), _text(name), _text("attrs"), b"\x80",
        _text("spans"), _size(len(spans), 0x90, 0xDC), *spans,
    ])  # fmt: skip
    return _bytes(inside) + b"\x91" + _text(name)


class _Hashes(dict[str, int]):
    """The numbers of strings, as far as they were asked for; `new` are those not told of yet."""

    def __init__(self) -> None:
        self.new: list[str] = []

    def __missing__(self, text: str) -> int:
        self.new.append(text)
        fixed = fixed_numbers().get(text)
        found = self[text] = murmur_hash(text.encode()) if fixed is None else fixed
        return found


def murmur_hash(written: bytes) -> int:
    """The MurmurHash64A of some bytes with seed 1, by which spaCy names strings."""
    found = 1 ^ (len(written) * _FACTOR & _MASK)
    whole = len(written) & ~7
    for (eight,) in struct.iter_unpack("<Q", written[:whole]):
        mixed = eight * _FACTOR & _MASK
        mixed = (mixed ^ (mixed >> 47)) * _FACTOR & _MASK
        found = (found ^ mixed) * _FACTOR & _MASK
    if whole < len(written):
        found = (found ^ int.from_bytes(written[whole:], "little")) * _FACTOR & _MASK
    found = (found ^ (found >> 47)) * _FACTOR & _MASK
    return found ^ (found >> 47)


class Documents:
    """The documents of one DocBin."""

    def __init__(self, folder: Path) -> None:
        """Parts wait in `folder`, without a name."""
        self._parts = [tempfile.TemporaryFile(dir=folder) for _ in range(5)]  # noqa: SIM115 - `close`
        self._tokens, self._spaces, self._lengths, self._groups, self._user_data = self._parts
        self._count = 0
        self._strings: set[str] = set()

    def add(self, document: PackedDocument) -> None:
        """Take a document."""
        self._count += 1
        self._tokens.write(document.tokens)
        self._spaces.write(document.spaces)
        self._lengths.write(struct.pack("<i", document.length))
        self._groups.write(document.groups)
        self._user_data.write(document.user_data)
        self._strings.update(document.strings)

    def close(self) -> None:
        """Let go of the parts."""
        for part in self._parts:
            part.close()

    def write_to(self, file: BinaryIO) -> None:
        """Write the whole file.

        Raises:
            UserError: there are more tokens than one file of the format can hold.
        """
        # Hashes hardly compress: the usual level takes three times as long for a twentieth less.
        packing = zlib.compressobj(1)
        file.writelines(packing.compress(portion) for portion in self._message())
        file.write(packing.flush())

    def _message(self) -> Iterator[bytes]:
        count = _size(self._count, 0x90, 0xDC)
        yield b"\x8a" + _text("version") + _text(VERSION) + _text("attrs") + bytes((0x91, _ORTH))
        for name, part in (
            ("tokens", self._tokens), ("spaces", self._spaces), ("lengths", self._lengths)
        ):  # fmt: skip
            yield _text(name) + _bytes_head(part.tell())
            yield from _portions(part)
        yield _text("strings") + _size(len(self._strings), 0x90, 0xDC)
        yield b"".join(map(_text, sorted(self._strings)))
        yield _text("cats") + count + b"\x80" * self._count
        known = b"\x81" + _text("has_unknown_spaces") + b"\xc2"
        yield _text("flags") + count + known * self._count
        for name, part in (("span_groups", self._groups), ("user_data", self._user_data)):
            yield _text(name) + count
            yield from _portions(part)


def _portions(part: BinaryIO) -> Iterator[bytes]:
    part.seek(0)
    while portion := part.read(_AT_ONCE):
        yield portion
    part.seek(0, 2)


def _size(count: int, few: int, many: int) -> bytes:
    """The head of a list or table: in one byte, or after a mark in two or four."""
    if count < 16:
        return bytes((few | count,))
    return (
        struct.pack(">BH", many, count) if count < 1 << 16 else struct.pack(">BI", many + 1, count)
    )


def _text(text: str) -> bytes:
    written = text.encode()
    count = len(written)
    if count < 32:
        return bytes((0xA0 | count,)) + written
    if count < 1 << 8:
        return bytes((0xD9, count)) + written
    head = struct.pack(">BH", 0xDA, count) if count < 1 << 16 else struct.pack(">BI", 0xDB, count)
    return head + written


def _texts(table: Mapping[str, str]) -> bytes:
    pairs = [_text(each) for pair in table.items() for each in pair]
    return _size(len(table), 0x80, 0xDE) + b"".join(pairs)


def _bytes(content: bytes) -> bytes:
    return _bytes_head(len(content)) + content


def _bytes_head(count: int) -> bytes:
    if count < 1 << 8:
        return bytes((0xC4, count))
    if count < 1 << 16:
        return struct.pack(">BH", 0xC5, count)
    if count >= 1 << 32:
        raise UserError(
            "There are more tokens than one DocBin can hold. Nothing was exported. Split it, or "
            "choose fewer articles."
        )
    return struct.pack(">BI", 0xC6, count)
