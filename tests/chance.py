"""Tests over seeded examples: cheap to draw, the same everywhere, the seed told where one fails.

Where drawing costs more than what is tested, hypothesis finds less in the same time. A run with
HYPOTHESIS_PROFILE=search takes other seeds each time.
"""

import functools
import inspect
import os
import time
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

_SHARPEST = [
    "", " ", "\n", "\r\n", "\r", "\t", "\x00", "\x01", "\x0b", "\x0c", "\x1f", "\x7f", "\x85",
    "\xa0", "\xad", "é", "e\u0301", "\u0301", "ß", "İ", "ﬁ", "\u200b", "\u200d", "\u200f", "\u2028",
    "\u2029", "\u202e", "\ufeff", "\ufffd", "\uffff", "📰", "👩‍👩‍👧", "🇫🇷", "क्षि", "שלום", "مرحبا",
    "漢", "“", "”", "1" * 30, "9" * 400,
    "→", "0", "-1", "4.5", "1e9", "a", "Z", "word", "Mayor Ruiz", '"', "'", ",", ";", ":", ".", "/",
    "\\", "|", "_", "*", "#", "&", "<", ">", "(", ")", "[", "]", "{", "}", "null", "O", "B-claim",
]  # fmt: skip


def seeded(count: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test for `count` seeds; it takes its luck as `chance`, and fixtures as usual."""

    def made(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def run(*given: Any, **named: Any) -> None:
            first = time.time_ns() if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 0
            for seed in range(first, first + count):
                try:
                    test(*given, chance=Random(seed), **named)
                except BaseException as error:
                    error.add_note(f"with the seed {seed}")
                    raise

        known = inspect.signature(test)
        rest = [each for name, each in known.parameters.items() if name != "chance"]
        run.__signature__ = known.replace(parameters=rest)  # type: ignore[attr-defined]
        return run

    return made


def text(chance: Random, longest: int, *, without: str = "") -> str:
    """A text of pieces that programs stumble over, and of any characters at all."""
    pieces = [_character(chance) for _ in range(chance.randint(0, longest))]
    return "".join(each for each in pieces if not set(each) & set(without))[:longest]


def octets(chance: Random, longest: int) -> bytes:
    """Any bytes."""
    return chance.randbytes(chance.randint(0, longest))


def some(chance: Random, pool: Sequence[Any], most: int) -> list[Any]:
    """A list of members of a pool, some perhaps twice."""
    return [chance.choice(pool) for _ in range(chance.randint(0, most))]


def value(chance: Random, depth: int = 3) -> Any:
    """Any JSON."""
    kind = chance.randrange(8 if depth else 6)
    if kind == 6:
        return [value(chance, depth - 1) for _ in range(chance.randint(0, 3))]
    if kind == 7:
        return {text(chance, 3): value(chance, depth - 1) for _ in range(chance.randint(0, 3))}
    choices: tuple[Any, ...] = (
        None, chance.random() < 0.5, chance.randint(-3, 60),
        chance.choice((-(2**63), 2**63, 2**64 - 1)), chance.uniform(-1e6, 1e6),
        text(chance, 6),
    )  # fmt: skip
    return choices[kind]


def damaged(content: bytes, chance: Random, most: int) -> bytes:
    """Bytes with some of them changed, cut out, doubled or put in."""
    found = bytearray(content)
    for _ in range(chance.randint(1, most)):
        start = chance.randint(0, len(found))
        end = min(len(found), start + chance.choice((0, 1, 2, 7, 12, 64, 1_000)))
        kind = chance.randrange(5)
        if kind == 0:
            found[start:end] = chance.choice(_SHARPEST).encode()
        elif kind == 1:
            found[start:end] = octets(chance, 6)
        elif kind == 2:
            del found[start:end]
        elif kind == 3:
            found[start:start] = found[start:end]
        elif start < len(found):
            found[start] = chance.randrange(256)
    return bytes(found)


def _character(chance: Random) -> str:
    if chance.random() < 0.7:
        return chance.choice(_SHARPEST)
    point = chance.choice((chance.randrange(0x300), chance.randrange(0x10000),
                           chance.randrange(0x110000)))  # fmt: skip
    return "" if 0xD800 <= point <= 0xDFFF else chr(point)
