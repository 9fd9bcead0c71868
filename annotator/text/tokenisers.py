"""What cuts a text into tokens for training: the built-in rule, white space, or a model's own.

The built-in rule is that of `annotator.text.tokens`; the `’s` of a name is a token of its own.
A tokeniser gives pieces in order that share no character and hold no white space at their edges.
A piece that goes on with the word of the one before is a continuation; only a `tokenizer.json`
has such pieces.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from annotator.domain.errors import UserError
from annotator.text.tokens import token_pairs

BUILTIN, WHITESPACE = "builtin", "whitespace"
MOST_BYTES = 200_000_000

_POSSESSIVE = re.compile(r"(?<=\w)['’][sS](?!\w)")
_RUN = re.compile(r"\S+")
_NOTHING = "Nothing was exported."


class Pieces(NamedTuple):
    """The pieces of a text: where they begin and end, and which of them go on with a word."""

    starts: list[int]
    ends: list[int]
    continuations: frozenset[int] = frozenset()


Tokeniser = Callable[[str], Pieces]


def tokeniser(name: str) -> Tokeniser:
    """The tokeniser of a name: `builtin`, `whitespace`, or the path of a `tokenizer.json`.

    Raises:
        UserError: there is no such file, it is none, or the package that reads it is missing.
    """
    if name == BUILTIN:
        return _builtin
    if name == WHITESPACE:
        return _whitespace
    return _of_file(Path(name))


def _builtin(text: str) -> Pieces:
    pairs = token_pairs(text)
    pieces = Pieces([start for start, _ in pairs], [end for _, end in pairs])
    # Labels on names end before it, and models are used to it as a token of its own.
    for found in _POSSESSIVE.finditer(text):
        place = bisect_left(pieces.ends, found.end())
        is_whole = place < len(pieces.ends) and pieces.ends[place] == found.end()
        if is_whole and pieces.starts[place] < found.start():
            pieces.ends.insert(place, found.start())
            pieces.starts.insert(place + 1, found.start())
    return pieces


def _whitespace(text: str) -> Pieces:
    pairs = [found.span() for found in _RUN.finditer(text)]
    return Pieces([start for start, _ in pairs], [end for _, end in pairs])


def _of_file(path: Path) -> Tokeniser:
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise UserError(
            "A tokenizer.json is read with the package tokenizers, which is not installed. "
            f"{_NOTHING} Install it: python -m pip install tokenizers"
        ) from error
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(f"{path} is too big to be a tokeniser. {_NOTHING} Choose another file.")
        loaded = Tokenizer.from_str(path.read_text("utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(
            f"The tokeniser {path} cannot be read ({reason}). {_NOTHING} Give builtin, whitespace, "
            "or the path of a tokenizer.json."
        ) from error
    except UserError:
        raise
    except Exception as error:
        # The package raises nothing more exact.
        raise UserError(
            f"{path} is no tokenizer.json ({str(error)[:100]}). {_NOTHING} Give builtin, "
            "whitespace, or the path of a tokenizer.json."
        ) from error
    loaded.no_truncation()
    loaded.no_padding()
    return lambda text: _merged(text, loaded.encode(text, add_special_tokens=False))


def _merged(text: str, encoding: object) -> Pieces:
    """The pieces of an encoding; those that share a character, as bytes of one do, are one."""
    pieces = Pieces([], [])
    continuations = set()
    word = None
    offsets, words = encoding.offsets, encoding.word_ids  # type: ignore[attr-defined]
    for (begin, finish), own in zip(offsets, words, strict=True):
        written = text[begin:finish]
        start = begin + len(written) - len(written.lstrip())
        end = start + len(written.strip())
        if start >= end:
            continue
        if pieces.ends and start < pieces.ends[-1]:
            pieces.ends[-1] = max(end, pieces.ends[-1])
            continue
        is_joined = bool(pieces.ends) and pieces.ends[-1] == start
        if is_joined and own is not None and own == word:
            continuations.add(len(pieces.starts))
        pieces.starts.append(start)
        pieces.ends.append(end)
        word = own
    return Pieces(pieces.starts, pieces.ends, frozenset(continuations))
