"""The bytes of a DocBin, put together without a document of spaCy for each article.

Such documents know far more than a file of labels holds, and making them takes ten times as long.
What is written is what `DocBin.to_bytes` writes of tokens, spaces, groups of spans and user data:
MessagePack in zlib, strings named by their hashes. From spaCy come the hashes and the packer.
"""

import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from annotator.domain.errors import UserError

VERSION = "0.1"

_ORTH = 65
_SPAN = struct.Struct(">QQQllll")


class DocSpan(NamedTuple):
    """A span of a document: its label, its tokens and its characters, ends exclusive."""

    label: str
    start: int
    end: int
    start_char: int
    end_char: int


class Packing:
    """What spaCy lends: the hash of a string, and MessagePack."""

    def __init__(self) -> None:
        try:
            from spacy.strings import StringStore
            from srsly.msgpack._packer import Packer
        except ImportError as error:
            raise UserError(
                "DocBin files are written with the package spacy, which is not installed. Nothing "
                "was exported. Install it: python -m pip install spacy"
            ) from error
        self._strings = StringStore()
        self._hashes = _Hashes(self._strings)
        self.packed: Callable[[Any], bytes] = Packer(use_bin_type=True).pack

    def documents(self) -> "Documents":
        """A file to be."""
        return Documents(self)

    def hash_of(self, text: str) -> int:
        """The number that stands for a string."""
        return self._hashes[text]

    def hashes_of(self, words: Sequence[str]) -> bytes:
        """The numbers that stand for words, one after the other."""
        numbers = map(self._hashes.__getitem__, words)
        return np.fromiter(numbers, dtype="<u8", count=len(words)).tobytes()


class _Hashes(dict[str, int]):
    """The numbers of strings, as far as they were asked for."""

    def __init__(self, strings: Any) -> None:
        self._strings = strings

    def __missing__(self, text: str) -> int:
        found = self[text] = int(self._strings.add(text))
        return found


class Documents:
    """The documents of one DocBin."""

    def __init__(self, packing: Packing) -> None:
        self._packing = packing
        self._tokens: list[bytes] = []
        self._spaces: list[bytes] = []
        self._lengths: list[int] = []
        self._groups: list[bytes] = []
        self._user_data: list[bytes] = []
        self._strings: set[str] = set()

    def add(
        self,
        words: Sequence[str],
        spaces: Sequence[bool],
        groups: Mapping[str, Sequence[DocSpan]],
        user_data: Mapping[str, str],
    ) -> None:
        """Take a document: its tokens, which of them a space follows, and its groups of spans."""
        packed = self._packing.packed
        self._tokens.append(self._packing.hashes_of(words))
        self._spaces.append(np.array(spaces, dtype=bool).tobytes())
        self._lengths.append(len(words))
        self._strings.update(words)
        self._groups.append(packed({self._group(*each): [each[0]] for each in groups.items()}))
        self._user_data.append(packed(dict(user_data)))

    def _group(self, name: str, spans: Sequence[DocSpan]) -> bytes:
        self._strings.update([span.label for span in spans])
        hash_of = self._packing.hash_of
        written = [_SPAN.pack(0, 0, hash_of(span.label), *span[1:]) for span in spans]
        return self._packing.packed({"name": name, "attrs": {}, "spans": written})

    def packed(self) -> bytes:
        """The whole file."""
        count = len(self._lengths)
        message = {
            "version": VERSION,
            "attrs": [_ORTH],
            "tokens": b"".join(self._tokens),
            "spaces": b"".join(self._spaces),
            "lengths": np.array(self._lengths, dtype="<i4").tobytes(),
            "strings": sorted(self._strings),
            "cats": [{} for _ in range(count)],
            "flags": [{"has_unknown_spaces": False} for _ in range(count)],
            "span_groups": self._groups,
            "user_data": self._user_data,
        }
        # Hashes hardly compress: the usual level takes three times as long for a twentieth less.
        return zlib.compress(self._packing.packed(message), 1)
