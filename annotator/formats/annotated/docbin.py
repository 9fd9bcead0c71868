"""DocBin, the training files of spaCy: tokens with spaces, groups of spans, entities.

The file is MessagePack in zlib. It is read here, and not by spaCy's own loader, since that one
runs what a pickled array in the file tells it to; nothing of the kind is ever loaded. Offsets
follow from the tokens, whose texts and spaces are all that there is of a text.
"""

import mmap
import struct
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from annotator.domain.errors import UserError
from annotator.formats.annotated.docbin_strings import by_number
from annotator.formats.annotated.message_pack import Buffer, unpacked
from annotator.formats.composing import Origin
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.marked_text import Marked, MarkedText, arrivals
from annotator.formats.sources import Source

FORMAT = "spacy"
MOST_BYTES = 500_000_000
MOST_UNPACKED = 1_000_000_000
MOST_RATIO = 500
_PIECE, _UNPACKED_PIECE = 100_000, 4_000_000

_AT_ONCE = 1 << 20

ENTITIES = "ents"
ARTICLE, ANNOTATOR = "annotator_article", "annotator_name"
"""Keys of a document's user data in our exports: the article's id, and who labelled it."""

_ORTH, _ENT_TYPE = 65, 78
_ENT_IOB = 77
_SPAN = struct.Struct(">QQQllll")
_DAMAGED = "It is no DocBin, or damaged. Nothing was imported from it. Write it again."


def read(source: Source, *, annotator: str) -> Incoming:
    """The documents of a DocBin with their spans and entities."""
    try:
        packed = packed_in(source.read(limit=MOST_BYTES))
    except Refused as refusal:
        raise UserError(f"{source.name}: {refusal}") from refusal
    origin = Origin(source, FORMAT, is_whole_file=packed.count == 1)
    for number in range(packed.count):
        try:
            marked = packed.document(number)
        except (Refused, ValueError, TypeError, LookupError, AttributeError, struct.error) as error:
            reason = str(error) if isinstance(error, Refused) else "It is damaged."
            yield Problem(source.name, None, f"Document {number + 1} is left out: {reason}")
            continue
        yield from arrivals(marked, origin, annotator=annotator)


def _unpacked(content: Buffer) -> Any:
    try:
        return unpacked(content)
    except (ValueError, TypeError, IndexError, struct.error) as error:
        raise Refused(_DAMAGED) from error


def _inflated(content: bytes) -> bytes:
    limit = min(MOST_UNPACKED, max(len(content) * MOST_RATIO, 10_000_000))
    try:
        # Counted piece by piece first: a bomb is refused before there is room made for it.
        if _inflated_size(content, limit) > limit:
            raise Refused(f"It would unpack to more than {limit / 1e6:,.0f} MB, as bombs do.")
        return zlib.decompress(content)
    except zlib.error as error:
        raise Refused(_DAMAGED) from error


def _inflated_size(content: bytes, limit: int) -> int:
    """How many bytes it unpacks to, or some number beyond the limit."""
    inflating, size = zlib.decompressobj(), 0
    for start in range(0, len(content), _PIECE):
        piece = content[start : start + _PIECE]
        while piece and size <= limit:
            size += len(inflating.decompress(piece, _UNPACKED_PIECE))
            piece = inflating.unconsumed_tail
    return size


@dataclass(slots=True)
class _Span:
    """A span of tokens with its label, in one group."""

    start: int
    end: int
    label: str
    group: str


def packed_in(content: bytes) -> "Packed":
    """The documents in the bytes of a DocBin; Refused where they are none."""
    return _packed(_inflated(content))


def packed_at(path: Path) -> "Packed":
    """The documents of a DocBin that may be larger than the memory, and is trusted to be none.

    It is unpacked into a file without a name beside it, which is gone once the documents are.
    """
    inflating = zlib.decompressobj()
    with path.open("rb") as stream, tempfile.TemporaryFile(dir=path.parent) as whole:
        while portion := stream.read(_AT_ONCE):
            whole.write(inflating.decompress(portion))
        whole.write(inflating.flush())
        whole.flush()
        mapped = mmap.mmap(whole.fileno(), 0, access=mmap.ACCESS_READ)
    return _packed(memoryview(mapped))


def _packed(message: Buffer) -> "Packed":
    try:
        return Packed(_unpacked(message))
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise Refused(_DAMAGED) from error


class _Words(dict[int, str]):
    """The strings of a DocBin by their numbers."""

    def __missing__(self, number: int) -> str:
        raise Refused("It names strings that it does not hold.")


class Packed:
    """The parts of a DocBin."""

    def __init__(self, message: Mapping[str, Any]) -> None:
        self._words = _Words(by_number(map(str, message["strings"])))
        self._attributes = list(message["attrs"])
        lengths = np.frombuffer(message["lengths"], dtype="<i4").astype(np.int64)
        tokens = np.frombuffer(message["tokens"], dtype="<u8")
        width = len(self._attributes)
        if _ORTH not in self._attributes or tokens.size != int(lengths.sum()) * width:
            raise Refused(_DAMAGED)
        self._tokens = tokens.reshape((-1, width))
        self._spaces = np.frombuffer(message["spaces"], dtype=bool)
        if self._spaces.size != len(self._tokens) or (lengths < 0).any():
            raise Refused(_DAMAGED)
        self._ends = np.cumsum(lengths)
        self._groups = message.get("span_groups") or []
        self._user_data = message.get("user_data") or []
        self.count = len(lengths)

    def document(self, number: int) -> MarkedText:
        """One document as a text with marks."""
        end = int(self._ends[number])
        start = int(self._ends[number - 1]) if number else 0
        tokens, spaces = self._tokens[start:end], self._spaces[start:end]
        numbers = tokens[:, self._attributes.index(_ORTH)].tolist()
        words = list(map(self._words.__getitem__, numbers))
        parts = [
            word + " " if has_space else word
            for word, has_space in zip(words, spaces.tolist(), strict=True)
        ]
        starts = list(accumulate(map(len, parts), initial=0))
        told = self.user_data(number)
        name, annotator = (str(told.get(key) or "") for key in (ARTICLE, ANNOTATOR))
        marked = MarkedText("".join(parts), facts={"id": name}, annotator=annotator)
        seen: set[tuple[str, tuple[int, int]]] = set()
        for span in (*self._spans(number), *self._entities(tokens)):
            if not 0 <= span.start < span.end <= len(words):
                raise Refused("A span lies outside its tokens.")
            place = (starts[span.start], starts[span.end - 1] + len(words[span.end - 1]))
            # What is in a group may be among the entities too.
            if (span.label, place) not in seen:
                seen.add((span.label, place))
                marked.marks.append(Marked(span.label, [place]))
        return marked

    def _string(self, number: Any) -> str:
        return self._words[int(number)]

    def _spans(self, number: int) -> Iterator[_Span]:
        content = self._groups[number] if number < len(self._groups) else b""
        message = _unpacked(content) if content else []
        named = message.items() if isinstance(message, dict) else [(each, [""]) for each in message]
        for packed, names in named:
            group = _unpacked(packed)
            label_group = str(names[0] or group["name"])
            for span in group["spans"]:
                _, _, label, start, end, _, _ = _SPAN.unpack(span)
                yield _Span(start, end, self._string(label) or label_group, label_group)

    def _entities(self, tokens: Any) -> Iterator[_Span]:
        if _ENT_TYPE not in self._attributes or _ENT_IOB not in self._attributes:
            return
        types = tokens[:, self._attributes.index(_ENT_TYPE)]
        begins = tokens[:, self._attributes.index(_ENT_IOB)]
        open_span: _Span | None = None
        for place, (label, mark) in enumerate(zip(types, begins, strict=True)):
            # 1 is I, 2 is O, 3 is B; 0 is nothing said.
            goes_on = mark == 1 and open_span is not None and open_span.label == self._string(label)
            if goes_on and open_span is not None:
                open_span.end = place + 1
                continue
            if open_span is not None:
                yield open_span
            open_span = _Span(place, place + 1, self._string(label), ENTITIES) if label else None
        if open_span is not None:
            yield open_span

    def user_data(self, number: int) -> dict[str, Any]:
        """What a document says of itself; nothing where that cannot be read."""
        content = self._user_data[number] if number < len(self._user_data) else None
        if not isinstance(content, bytes | memoryview):
            return {}
        try:
            data = _unpacked(content)
        except Refused:
            return {}
        return data if isinstance(data, dict) else {}
