"""How spaCy numbers strings: some names have fixed numbers, all others are hashed.

The hash is the public-domain MurmurHash64A of the UTF-8 bytes with seed 1, as spaCy 3 uses it; a
test compares both with spaCy. The names are those of `spacy.symbols`, in their order from 0 on.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any

import numpy as np

_FACTOR = 0xC6A4A7935BD1E995
_SEED = 1

_FLAGS = """IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL
LIKE_NUM LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT
IS_CURRENCY"""
_ATTRIBUTES = """ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB
ENT_TYPE HEAD SENT_START SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON
PROPN PUNCT SCONJ SYM VERB X EOL SPACE"""
_LABELS = """PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME
PERCENT MONEY QUANTITY ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc
ccomp complm conj cop csubj csubjpass dep det dobj expl hmod hyph infmod intj iobj mark meta neg
nmod nn npadvmod nsubj nsubjpass num number oprd obj obl parataxis partmod pcomp pobj poss
possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl ENT_KB_ID MORPH ENT_ID IDX
_"""


@cache
def fixed_numbers() -> dict[str, int]:
    """The numbers of names that have fixed ones, by name."""
    names = chain(
        [""],
        _FLAGS.split(),
        (f"FLAG{number}" for number in range(19, 64)),
        _ATTRIBUTES.split(),
        (f"DEPRECATED{number:03}" for number in range(1, 277)),
        _LABELS.split(),
    )
    return {name: number for number, name in enumerate(names)}


def by_number(strings: Iterable[str]) -> dict[int, str]:
    """Strings by their numbers, those with fixed ones included."""
    fixed = fixed_numbers()
    found = {number: name for name, number in fixed.items()}
    by_length: dict[int, list[tuple[bytes, str]]] = {}
    for string in strings:
        if string not in fixed:
            written = string.encode()
            by_length.setdefault(len(written), []).append((written, string))
    for length, group in by_length.items():
        numbers = _hashes(b"".join([written for written, _ in group]), length)
        found.update(zip(numbers, [string for _, string in group], strict=True))
    return found


def _hashes(written: bytes, length: int) -> Iterator[int]:
    """The hashes of byte strings of one length, which follow one another."""
    factor, shift = np.uint64(_FACTOR), np.uint64(47)
    rows = np.frombuffer(written, dtype=np.uint8).reshape((-1, length))
    start = (_SEED ^ (length * _FACTOR)) & ((1 << 64) - 1)
    found: Any = np.full(len(rows), start, dtype=np.uint64)
    whole = length // 8
    for block in range(whole):
        eight = np.ascontiguousarray(rows[:, 8 * block : 8 * block + 8]).view("<u8").ravel()
        mixed = eight * factor
        mixed = (mixed ^ (mixed >> shift)) * factor
        found = (found ^ mixed) * factor
    if length % 8:
        rest = np.zeros((len(rows), 8), dtype=np.uint8)
        rest[:, : length % 8] = rows[:, 8 * whole :]
        found = (found ^ rest.view("<u8").ravel()) * factor
    found = (found ^ (found >> shift)) * factor
    return iter((found ^ (found >> shift)).tolist())
