"""JSON records from a stream, one a line or one after another, read strictly.

What JSON readers disagree on is refused with its line: repeated keys, numbers that would be
rounded, not-a-number, halves of surrogate pairs, nesting without end.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson

from annotator.formats import advice

MOST_BYTES = 64_000_000

_DEPTH = "It is nested too deeply to be a record."
_BETWEEN_VALUES = re.compile(r"[ \t\r\n,\[\]]*")
_BOM = b"\xef\xbb\xbf"


class Refused(Exception):
    """Why a line, or a part of one, cannot come in; one sentence for a person."""


Found = tuple[int, dict[str, Any] | Refused]


def objects(stream: BinaryIO) -> Iterator[Found]:
    """Each JSON object with the line it begins in, or why there is none.

    Lines end at LF only, since texts may hold other line separators. A file that begins with an
    array, or with a value of several lines, is read value by value.
    """
    number, begun = _first_line(stream)
    if _begins_values(begun):
        begun += stream.read(MOST_BYTES + 1 - len(begun))
        if begun.lstrip().startswith(b"[") or _is_laid_out_freely(begun):
            yield from _values(begun, number)
            return
    for place, line in enumerate(_lines(begun, stream), number):
        if len(line) > MOST_BYTES:
            yield place, Refused(f"It is longer than {MOST_BYTES // 1_000_000} MB.")
        else:
            yield from _object(place, line)


def parsed(content: bytes) -> dict[str, Any]:
    """The object that one line holds; refused unless every reader would read the same."""
    try:
        value = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        if "depth" in error.msg:
            raise Refused(_DEPTH) from error
        raise Refused(_fault(content, error)) from error
    if not isinstance(value, dict):
        raise Refused("It is not a JSON object.")
    try:
        is_faithful = orjson.dumps(value) == content
    except orjson.JSONEncodeError as error:
        raise Refused(_DEPTH) from error
    if not is_faithful:
        _check_keys_and_numbers(content)
    if b"\\u0000" in content and (place := _place_of_nul(value)):
        raise Refused(f"It holds a NUL character in {place}. Remove it and import it again.")
    return value


def _fault(content: bytes, error: orjson.JSONDecodeError) -> str:
    try:
        content.decode()
    except UnicodeDecodeError as undecodable:
        place = undecodable.start
        return (
            f"It is not UTF-8: byte {place + 1:,} of the line (0x{content[place]:02X}) cannot be "
            f"read. {advice.ITS_ENCODING}"
        )
    return f"It is not valid JSON: {error.msg} (column {error.colno})."


def _object(number: int, line: bytes) -> Iterator[Found]:
    content = line.strip(b" \t\r\n")
    if not content:
        return
    try:
        yield number, parsed(content)
    except Refused as refusal:
        yield number, refusal


def _first_line(stream: BinaryIO) -> tuple[int, bytes]:
    number, line = 1, stream.readline(MOST_BYTES).removeprefix(_BOM)
    while line and not line.strip():
        number, line = number + 1, stream.readline(MOST_BYTES)
    return number, line


def _lines(begun: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """The lines of what was read already and of the rest; of a line too long, its beginning."""
    *whole, last = begun.split(b"\n")
    yield from whole
    line = last + stream.readline(MOST_BYTES + 1)
    while line:
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MOST_BYTES + 1)
        line = stream.readline(MOST_BYTES + 1)


def _begins_values(line: bytes) -> bool:
    content = line.strip()
    if not content.startswith((b"{", b"[")):
        return False
    try:
        return not isinstance(orjson.loads(content), dict)
    except orjson.JSONDecodeError:
        return True


def _is_laid_out_freely(content: bytes) -> bool:
    """Whether the first value takes several lines, or shares its line with the next one."""
    try:
        text = content.decode()
        _, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    following = text[end : end + 100].lstrip(" \t\r,")
    return "\n" in text[:end] or following.startswith("{")


def _values(content: bytes, number: int) -> Iterator[Found]:
    """The values of an array, or of a file that holds one value after another."""
    if len(content) > MOST_BYTES:
        limit = MOST_BYTES // 1_000_000
        yield number, Refused(f"It has more than {limit} MB; write one record per line.")
        return
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = number + content.count(b"\n", 0, error.start)
        yield line, Refused(f"It is not UTF-8: byte {error.start:,} cannot be read.")
        return
    decoder, place, end = json.JSONDecoder(), 0, 0
    while (place := _after_separators(text, end)) < len(text):
        number += text.count("\n", end, place)
        try:
            _, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "too deeply nested"
            yield number, Refused(f"It is not valid JSON: {reason}. The rest was not read.")
            return
        yield from _object(number, text[place:end].encode())
        number += text.count("\n", place, end)
    if text.lstrip().startswith("[") and not text.rstrip().endswith("]"):
        yield number, Refused("The file ends before its array does; what was whole came in.")


def _after_separators(text: str, place: int) -> int:
    found = _BETWEEN_VALUES.match(text, place)
    return found.end() if found else place


def _check_keys_and_numbers(content: bytes) -> None:
    try:
        json.loads(
            content,
            object_pairs_hook=_without_repeats,
            parse_int=_exact_int,
        )
    except RecursionError as error:
        raise Refused(_DEPTH) from error


def _without_repeats(pairs: list[tuple[str, Any]]) -> None:
    counts = Counter(key for key, _ in pairs)
    if len(counts) < len(pairs):
        twice = next(key for key, count in counts.items() if count > 1)
        raise Refused(f"The key {twice!r} comes twice in one object.")


def _exact_int(digits: str) -> None:
    if len(digits) > 20 or not -(2**63) <= int(digits) < 2**64:
        raise Refused(f"The number {digits[:30]} is too large to be kept exactly.")


def _place_of_nul(value: object, name: str = "the record") -> str | None:
    """Where a string or a key holds a NUL character: under which key, and how far in."""
    if isinstance(value, str):
        return f"{name}, character {value.index(chr(0)) + 1}" if "\0" in value else None
    places: Iterator[str | None] = iter(())
    if isinstance(value, dict):
        places = (
            _place_of_nul(key, "a key") or _place_of_nul(inner, repr(key))
            for key, inner in value.items()
        )
    elif isinstance(value, list):
        places = (_place_of_nul(inner, name) for inner in value)
    return next((place for place in places if place), None)
