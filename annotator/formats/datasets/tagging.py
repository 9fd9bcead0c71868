"""Labels laid on tokens: one layer of tags for each label, by stated rules.

Within a layer the longest annotation comes first, and one that needs a token of another is lost.
An annotation that begins or ends inside a token takes the whole token (`expand`), only tokens
wholly inside (`contract`), or is lost (`strict`). Of one in fragments each is labelled by itself,
or all between the first and the last is (`cover`). Where boilerplate is dropped, spaces are in its
place, and every annotation that touches it is left out. A sentence is a sequence; sentences that
an annotation joins are one, so that no sequence begins inside a label.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import orjson

from annotator.domain.span import Span
from annotator.formats.datasets.proof import ANNOTATION, Fact
from annotator.formats.datasets.work import BOILERPLATE, Setting, TokenRules, Work
from annotator.formats.datasets.writing import Loss
from annotator.formats.incoming import AnnotationRow
from annotator.text.sentences import sentence_starts
from annotator.text.tokenisers import Pieces, Tokeniser, tokeniser

_LEFT_OUT = "It lies in boilerplate, which is left out."
_OVERLAPS = "It overlaps a longer one with the same label, and a layer holds one of them."
_NOT_EXACT = "It begins or ends inside a token, and only whole tokens were wanted."
_TOO_SHORT = "No token lies wholly inside it."
_EXPANDED = "It begins or ends inside a token, and was made longer to whole tokens."
_CONTRACTED = "It begins or ends inside a token, and was made shorter to whole tokens."
_EACH = "It has several fragments, and each was labelled by itself."
_COVERED = "It has several fragments, and what lies between them was labelled too."

IGNORED = -1
"""The tag of a token on which a model shall not learn."""
OUTSIDE = 0


class Run(NamedTuple):
    """Tokens from `first` to before `last` with one label."""

    label: str
    first: int
    last: int


@dataclass(slots=True)
class Tagged:
    """One work on its tokens: its runs, and the borders of its sequences.

    `of` tells the runs of each annotation that is there; `sequences` are pairs of token numbers,
    ends exclusive.
    """

    text: str
    pieces: Pieces
    runs: list[Run] = field(default_factory=list)
    of: dict[str, list[Run]] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    sequences: list[tuple[int, int]] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The words of the tokens."""
        return self.pieces.words


class Tagger:
    """Lays the labels of works on tokens, as the rules of a setting say."""

    def __init__(self, setting: Setting, *, allows_overlaps: bool = False) -> None:
        self._allows_overlaps = allows_overlaps
        self.rules: TokenRules = setting.token_rules
        self.layers = tuple(
            each for each in setting.labels if each != BOILERPLATE or not setting.drops_boilerplate
        )
        self._drops_boilerplate = setting.drops_boilerplate
        self._tokenise: Tokeniser = tokeniser(self.rules.tokens)
        self._is_bilou = self.rules.tagging == "bilou"

    @property
    def prefixes(self) -> str:
        """What tags begin with, in the order of their numbers from 1 on."""
        return "BILU" if self._is_bilou else "BI"

    def tagged(self, work: Work) -> Tagged:
        """A work on its tokens."""
        dropped = work.boilerplate if self._drops_boilerplate else ()
        text = blanked(work.article.text, dropped)
        found = Tagged(text, self._tokenise(text))
        by_label: dict[str, list[_Placed]] = {}
        for row in work.annotation_rows:
            by_label.setdefault(row[3], []).append(_placed(row))
        losing = _Losing(work, found.losses)
        for label in sorted(set(by_label) - set(self.layers)):
            for each in sorted(by_label[label], key=_order_of_text):
                losing.add(each, _LEFT_OUT)
        for label in self.layers:
            if label in by_label:
                self._lay(label, by_label[label], dropped, found, losing)
        found.runs.sort(key=itemgetter(1, 2, 0))
        found.sequences = list(_sequences(found))
        return found

    def _lay(
        self,
        label: str,
        annotations: list["_Placed"],
        dropped: Sequence[Span],
        found: Tagged,
        losing: "_Losing",
    ) -> None:
        taken = bytearray(len(found.pieces.starts))
        for each in sorted(annotations):
            if dropped and _touches(each.places, dropped):
                losing.add(each, _LEFT_OUT)
                continue
            ranges, reason = self._ranges(each.places, found.pieces)
            if not self._allows_overlaps and any(taken.find(1, *one) >= 0 for one in ranges):
                ranges, reason = [], _OVERLAPS
            if reason:
                losing.add(each, reason, is_changed=bool(ranges))
            for first, last in ranges:
                taken[first:last] = b"\1" * (last - first)
            found.of[each.id] = runs = [Run(label, first, last) for first, last in ranges]
            found.runs += runs

    def _ranges(
        self, fragments: Sequence[tuple[int, int]], pieces: Pieces
    ) -> tuple[list[tuple[int, int]], str]:
        """The tokens that an annotation takes, and what is not as it was."""
        starts, ends = pieces.starts, pieces.ends
        is_cover = self.rules.fragments == "cover"
        places = [(fragments[0][0], fragments[-1][1])] if is_cover else fragments
        ranges: list[tuple[int, int]] = []
        is_exact = True
        for start, end in places:
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            if first >= last:
                return [], _TOO_SHORT
            if starts[first] != start or ends[last - 1] != end:
                is_exact = False
                if self.rules.alignment == "contract":
                    first += starts[first] < start
                    last -= last > first and ends[last - 1] > end
                    if first >= last:
                        return [], _TOO_SHORT
            if ranges and first < ranges[-1][1]:
                ranges[-1] = (ranges[-1][0], max(last, ranges[-1][1]))
            else:
                ranges.append((first, last))
        if not is_exact and self.rules.alignment == "strict":
            return [], _NOT_EXACT
        if not is_exact:
            return ranges, _EXPANDED if self.rules.alignment == "expand" else _CONTRACTED
        if len(fragments) > 1:
            return ranges, _COVERED if is_cover else _EACH
        return ranges, ""

    def tags(self, found: Tagged, label: str) -> list[int]:
        """The tags of one layer as numbers: 0 outside, then in the order of `prefixes`."""
        tags = [OUTSIDE] * len(found.pieces.starts)
        ignored = found.pieces.continuations if self.rules.ignore_subwords else frozenset[int]()
        for number in ignored:
            tags[number] = IGNORED
        for run in found.runs:
            if run.label == label:
                self._fill(tags, run, ignored)
        return tags

    def _fill(self, tags: list[int], run: Run, ignored: frozenset[int]) -> None:
        # The first token of a run tells its label even if it goes on with a word.
        told = [n for n in range(run.first, run.last) if n == run.first or n not in ignored]
        if self._is_bilou and len(told) == 1:
            tags[told[0]] = 4
            return
        for number in told:
            tags[number] = 2
        tags[told[0]] = 1
        if self._is_bilou:
            tags[told[-1]] = 3

    def facts(self, work: Work, found: Tagged) -> Iterator[Fact]:
        """What ought to be found again of a work on its tokens."""
        starts, ends = found.pieces.starts, found.pieces.ends
        article, annotator, tokens = work.article.id, work.annotator, found.words
        for label, first, last in found.runs:
            place = (starts[first], ends[last - 1])
            yield Fact(
                ANNOTATION, article, annotator, label, (place,), " ".join(tokens[first:last])
            )

    @property
    def notes(self) -> tuple[str, ...]:
        """The rules in sentences, for the card."""
        rules = self.rules
        tokens = rules.tokens if rules.tokens in ("builtin", "whitespace") else "a tokenizer.json"
        ways = {
            "expand": "takes the whole token",
            "contract": "takes only the tokens inside it",
            "strict": "is left out",
        }
        is_each = rules.fragments == "each"
        parts = "each labelled by itself" if is_each else "labelled from end to end"
        return (
            f"Tokens are cut by {tokens}; tags are {rules.tagging.upper()}, a layer a label.",
            f"A label that begins or ends inside a token {ways[rules.alignment]}.",
            f"Fragments of one annotation are {parts}.",
            "Of labels of one kind that overlap, the longest stays; losses.jsonl lists the others.",
            "A sequence is a sentence; sentences that a label joins are one sequence.",
        )

    @property
    def options(self) -> dict[str, object]:
        """The rules as the manifest tells them."""
        return {"layers": list(self.layers), "tags": self.rules.tagging}


class _Placed(NamedTuple):
    """An annotation as far as it is laid on tokens; the longest comes first."""

    shortness: int
    start: int
    id: str
    places: Sequence[tuple[int, int]]


def _placed(row: AnnotationRow) -> _Placed:
    start, end, fragments = row[4], row[5], row[6]
    if fragments.count("[") == 2:
        return _Placed(start - end, start, row[0], ((start, end),))
    places = orjson.loads(fragments)
    return _Placed(sum(start - end for start, end in places), start, row[0], places)


def _order_of_text(each: _Placed) -> tuple[int, int, str]:
    return (each.start, each.places[-1][1], each.id)


def _touches(places: Sequence[tuple[int, int]], stretches: Sequence[Span]) -> bool:
    return any(start < gone.end and gone.start < end for start, end in places for gone in stretches)


class _Losing:
    """Notes what a layer does not hold of a work."""

    def __init__(self, work: Work, losses: list[Loss]) -> None:
        self._article, self._annotator = work.article.id, work.annotator
        self._losses = losses

    def add(self, each: _Placed, reason: str, *, is_changed: bool = False) -> None:
        """Note one annotation."""
        own = (self._article, self._annotator)
        self._losses.append(Loss(*own, ANNOTATION, each.id, reason, is_changed))


def blanked(text: str, stretches: Sequence[Span]) -> str:
    """The text with spaces for every character of some stretches but line feeds."""
    for place in stretches:
        lines = place.cut_from(text).split("\n")
        blank = "\n".join([" " * len(line) for line in lines])
        text = text[: place.start] + blank + text[place.end :]
    return text


def _sequences(found: Tagged) -> Iterator[tuple[int, int]]:
    """The sentences that have tokens, joined where a run goes over their border."""
    starts = found.pieces.starts
    borders = {bisect_left(starts, place) for place in sentence_starts(found.text)}
    for _, first, last in found.runs:
        borders.difference_update(range(first + 1, last))
    cuts = sorted(borders | {0, len(starts)})
    return ((one, other) for one, other in pairwise(cuts) if one < other)
