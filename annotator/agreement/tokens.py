"""F1 of tokens: how many of those that one person put under a label the other put there too."""

from collections.abc import Iterable
from functools import cache

import numpy as np
import numpy.typing as npt

from annotator.agreement.figure import NOTHING_MARKED
from annotator.agreement.matching import expanded
from annotator.agreement.material import Marks, Material
from annotator.agreement.tally import Integers, Numbers, Tally, per_article, share
from annotator.text.graphemes import has_only_separate_characters
from annotator.text.tokens import token_pairs

Places = tuple[Integers, Integers]
"""Where things begin and end, in the continuum of all articles."""


class Tokens:
    """The tokens that anybody marked, and which of them each person put under which label."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._start, self._end = _marked(material)
        self._article = np.searchsorted(material.offsets, self._start, side="right") - 1
        self._held: dict[tuple[str, int], Numbers] = {}
        self._sums: dict[tuple[str, str, int], tuple[Numbers, Numbers]] = {}

    @property
    def places(self) -> Places:
        """Where the tokens begin and end."""
        return self._start, self._end

    def f1(self, pairs: Iterable[tuple[str, str]], label: str) -> Tally:
        """F1 over tokens and labels; a token belongs to what has a character of it."""
        count = self._material.count
        above, below = np.zeros((count, 1)), np.zeros((count, 1))
        for pair in pairs:
            for each in self._material.label_numbers(label).tolist():
                both, made = self._counted(pair, each)
                above += 2 * both
                below += made
        return share(above, below, n=round(float(below.sum())), reason=NOTHING_MARKED)

    def _counted(self, pair: tuple[str, str], label: int) -> tuple[Numbers, Numbers]:
        """Tokens that both put under a label, and those of both together, by article."""
        key = (*pair, label)
        if key not in self._sums:
            material = self._material
            common = np.zeros((material.count, 1))
            common[material.finished_by_both(*pair)] = 1
            first, second = (self._under(person, label) for person in pair)
            both = per_article(self._article, first * second, material.count)
            made = per_article(self._article, first + second, material.count)
            self._sums[key] = (both * common, made * common)
        return self._sums[key]

    def _under(self, person: str, label: int) -> Numbers:
        """Whether each token is under a label of a person, as 0 and 1."""
        if (person, label) not in self._held:
            self._held[person, label] = self._computed(self._material.marks[person], label)
        return self._held[person, label]

    def _computed(self, marks: Marks, label: int) -> Numbers:
        kept = marks.label[marks.owner] == label
        return _touched(self.places, marks.start[kept], marks.end[kept]).astype(np.float64)


class _Kinds(dict[str, int]):
    """A number for each different word, in the order in which they come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


def _marked(material: Material) -> Places:
    """The tokens that have a character of what anybody marked."""
    starts = np.concatenate([marks.start for marks in material.marks.values()])
    ends = np.concatenate([marks.end for marks in material.marks.values()])
    words = _kept(_words(material), starts, ends)
    return _kept(_tokens(material, words), starts, ends)


def _tokens(material: Material, words: Places) -> Places:
    """The tokens of words, in order.

    The same words come again and again. Where no character leans on another, each different one
    is cut up once; elsewhere the whole article is.
    """
    number_of, kinds = _Kinds(), list[int]()
    plain, leaning = [_NOTHING], [_NOTHING.reshape(0, 2)]
    borders = np.searchsorted(words[0], material.offsets)
    for number, each in enumerate(material.shared):
        ahead, text = int(material.offsets[number]), each.text
        if not has_only_separate_characters(text):
            leaning.append(np.array(token_pairs(text), dtype=np.int64).reshape(-1, 2) + ahead)
            continue
        starts, ends = (side[borders[number] : borders[number + 1]] for side in words)
        plain.append(starts)
        cuts = map(slice, (starts - ahead).tolist(), (ends - ahead).tolist())
        kinds += map(number_of.__getitem__, map(text.__getitem__, cuts))
    of_plain = _placed(np.array(kinds, dtype=np.int64), np.concatenate(plain), list(number_of))
    places = np.concatenate([of_plain, *leaning])
    order = np.argsort(places[:, 0], kind="stable")
    return places[order, 0], places[order, 1]


def _placed(kind: Integers, start: Integers, words: list[str]) -> Integers:
    """The tokens (start, end) of words that begin somewhere, each one of these kinds of words."""
    table = np.array(token_pairs(" ".join(words)), dtype=np.int64).reshape(-1, 2)
    begin = np.cumsum([0, *(len(word) + 1 for word in words)])
    first = np.searchsorted(table[:, 0], begin)
    places, tokens = expanded(first[kind], first[kind + 1])
    shift = start[places] - begin[kind[places]]
    return np.asarray(table[tokens] + shift[:, None])


def _words(material: Material) -> Places:
    """The runs between white space, in all articles."""
    ahead = material.offsets.tolist()
    found = [_words_in(each.text) + ahead[n] for n, each in enumerate(material.shared)]
    borders = np.concatenate([_NOTHING.reshape(0, 2), *found])
    return np.ascontiguousarray(borders[:, 0]), np.ascontiguousarray(borders[:, 1])


def _words_in(text: str) -> Integers:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    is_word = np.zeros(len(codes) + 2, dtype=bool)
    is_word[1:-1] = ~_is_space()[np.minimum(codes, _BEYOND_SPACES)]
    return np.flatnonzero(is_word[1:] != is_word[:-1]).reshape(-1, 2)


def _kept(places: Places, starts: Integers, ends: Integers) -> Places:
    is_kept = _touched(places, starts, ends)
    return places[0][is_kept], places[1][is_kept]


def _touched(places: Places, starts: Integers, ends: Integers) -> npt.NDArray[np.bool_]:
    """Which of some places have a character of some stretches."""
    first = np.searchsorted(places[1], starts, side="right")
    after = np.maximum(np.searchsorted(places[0], ends, side="left"), first)
    size = len(places[0]) + 1
    steps = np.bincount(first, minlength=size) - np.bincount(after, minlength=size)
    return np.asarray(np.cumsum(steps)[:-1] > 0)


@cache
def _is_space() -> npt.NDArray[np.bool_]:
    """By code point, up to the last that is white space and one beyond."""
    return np.array([chr(code).isspace() for code in range(_BEYOND_SPACES + 1)])


_BEYOND_SPACES = 0x3001
_NOTHING: Integers = np.zeros(0, dtype=np.int64)
