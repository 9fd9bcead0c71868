"""What cuts a text into tokens for training: the built-in rule, white space, or a model's own.

The built-in rule is that of `annotator.text.tokens`; the `’s` of a name is a token of its own.
A tokeniser gives pieces in order that share no character and hold no white space at their edges.
A piece that goes on with the word of the one before is a continuation; only a `tokenizer.json`
has such pieces.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence, Set
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from annotator.domain.errors import UserError
from annotator.text.graphemes import has_only_separate_characters
from annotator.text.tokens import plain_words, token_pairs

BUILTIN, WHITESPACE = "builtin", "whitespace"
MOST_BYTES = 200_000_000

_POSSESSIVE = re.compile(r"(?<=\w)['’][sS](?!\w)")
_MOST_RUNS = 100_000
_FIRST_BEYOND_SPACE = 0x3001
_NOTHING = "Nothing was exported."


class Pieces(NamedTuple):
    """The pieces of a text: where they begin and end, which go on with a word, and their words.

    `starts` and `ends` are arrays of numbers, one for each of `words`.
    """

    starts: Any
    ends: Any
    words: list[str]
    continuations: frozenset[int] = frozenset()


Tokeniser = Callable[[str], Pieces]


def tokeniser(name: str) -> Tokeniser:
    """The tokeniser of a name: `builtin`, `whitespace`, or the path of a `tokenizer.json`.

    Raises:
        UserError: there is no such file, it is none, or the package that reads it is missing.
    """
    if name == BUILTIN:
        return _Builtin()
    if name == WHITESPACE:
        return _whitespace
    return _of_file(Path(name))


class _Builtin:
    """The built-in rule. Runs without white space recur, so that each is cut but once.

    That holds where every character is a cluster of its own: there no token reaches over white
    space, and what stands around a run has no say in how it is cut.
    """

    def __init__(self) -> None:
        self._runs = _Runs()

    def __call__(self, text: str) -> Pieces:
        if not has_only_separate_characters(text):
            return _cut(text)
        if len(self._runs) > _MOST_RUNS:
            self._runs.clear()
        return _placed(text, list(chain.from_iterable(map(self._runs.__getitem__, text.split()))))


class _Runs(dict[str, Sequence[str]]):
    """The tokens of runs without white space, as far as they were met."""

    def __missing__(self, run: str) -> Sequence[str]:
        found: list[str] = plain_words(run)
        if "’" in run or "'" in run:
            found = [part for word in found for part in _without_possessive(word)]
        self[run] = found
        return found


def _without_possessive(word: str) -> Sequence[str]:
    # Labels on names end before it, and models are used to it as a token of its own.
    found = _POSSESSIVE.search(word)
    if found is None or found.end() != len(word):
        return (word,)
    return (word[: found.start()], found[0])


def _cut(text: str) -> Pieces:
    pairs = token_pairs(text)
    starts, ends = [start for start, _ in pairs], [end for _, end in pairs]
    for found in _POSSESSIVE.finditer(text):
        place = bisect_left(ends, found.end())
        is_whole = place < len(ends) and ends[place] == found.end()
        if is_whole and starts[place] < found.start():
            ends.insert(place, found.start())
            starts.insert(place + 1, found.start())
    return pieces_of(starts, ends, _words(text, starts, ends))


def pieces_of(
    starts: Sequence[int],
    ends: Sequence[int],
    words: list[str],
    continuations: Set[int] = frozenset(),
) -> Pieces:
    """Pieces of plain numbers."""
    import numpy as np  # brought by the formats of tokens alone

    begins, finishes = (np.array(each, dtype=np.int64) for each in (starts, ends))
    return Pieces(begins, finishes, words, frozenset(continuations))


def _words(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[str]:
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _whitespace(text: str) -> Pieces:
    return _placed(text, text.split())


def _placed(text: str, words: list[str]) -> Pieces:
    """Words that are the whole text but its white space, with their places in it."""
    starts, ends = places_of_words(text, words)
    return Pieces(starts, ends, words)


def places_of_words(text: str, words: Sequence[str]) -> Any:
    """Where words begin and end that together are a text without its white space: two arrays."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4")
    letters = np.flatnonzero(~_space()[np.minimum(codes, _FIRST_BEYOND_SPACE)])
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    after = np.cumsum(lengths)
    return letters[after - lengths], letters[after - 1] + 1


@cache
def _space() -> Any:
    """Which code points are white space, up to the first after which there is none."""
    import numpy as np

    return np.array([chr(code).isspace() for code in range(_FIRST_BEYOND_SPACE + 1)])


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
    starts: list[int] = []
    ends: list[int] = []
    continuations = set()
    word = None
    offsets, words = encoding.offsets, encoding.word_ids  # type: ignore[attr-defined]
    for (begin, finish), own in zip(offsets, words, strict=True):
        written = text[begin:finish]
        start = begin + len(written) - len(written.lstrip())
        end = start + len(written.strip())
        if start >= end:
            continue
        if ends and start < ends[-1]:
            ends[-1] = max(end, ends[-1])
            continue
        is_joined = bool(ends) and ends[-1] == start
        if is_joined and own is not None and own == word:
            continuations.add(len(starts))
        starts.append(start)
        ends.append(end)
        word = own
    return pieces_of(starts, ends, _words(text, starts, ends), continuations)
