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
from typing import TypeAlias

import orjson

from annotator.domain.span import Span
from annotator.formats import columns as at
from annotator.formats.datasets.proof import ANNOTATION, LabelledRun
from annotator.formats.datasets.work import BOILERPLATE, Setting, TokenRules, Work
from annotator.formats.datasets.writing import Loss
from annotator.formats.incoming import AnnotationRow
from annotator.text.sentences import sentence_starts
from annotator.text.tokenisers import Pieces, Tokeniser, pieces_of, tokeniser

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


Run: TypeAlias = tuple[str, int, int]
"""Tokens with one label: the label, the first of them, and the one after the last."""


@dataclass(slots=True)
class Tagged:
    """One work on its tokens: its runs, and the borders of its sequences.

    `starts` and `ends` are those of the pieces as plain lists, since looking into arrays is slow.
    `of` tells the runs of each annotation that is there; `sequences` are pairs of token numbers,
    ends exclusive.
    """

    text: str
    pieces: Pieces
    starts: list[int]
    ends: list[int]
    runs: list[Run] = field(default_factory=list)
    of: dict[str, list[Run]] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    sequences: list[tuple[int, int]] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The words of the tokens."""
        return self.pieces.words


_Placed: TypeAlias = tuple[int, int, str, Sequence[tuple[int, int]]]
"""An annotation as far as it is laid on tokens: its shortness, so that the longest comes first, its
start, its id and its places."""


class Tagger:
    """Lays the labels of works on tokens, as the rules of a setting say."""

    def __init__(
        self,
        setting: Setting,
        *,
        allows_overlaps: bool = False,
        has_sequences: bool = True,
        forbidden: str = "",
    ) -> None:
        """`forbidden` is a word that no token may be; where one is, it is cut in two."""
        self._allows_overlaps = allows_overlaps
        self._has_sequences = has_sequences
        self._forbidden = forbidden
        self.rules: TokenRules = setting.token_rules
        self.layers = tuple(
            each for each in setting.labels if each != BOILERPLATE or not setting.drops_boilerplate
        )
        self._drops_boilerplate = setting.drops_boilerplate
        self._tokenise: Tokeniser = tokeniser(self.rules.tokens)
        self._is_contracting = self.rules.alignment == "contract"
        self._is_bilou = self.rules.tagging == "bilou"

    @property
    def prefixes(self) -> str:
        """What tags begin with, in the order of their numbers from 1 on."""
        return "BILU" if self._is_bilou else "BI"

    def tagged(self, work: Work) -> Tagged:
        """A work on its tokens."""
        dropped = work.boilerplate if self._drops_boilerplate else ()
        text = _blanked(work.article.text, dropped)
        pieces = self._tokenise(text)
        if self._forbidden and self._forbidden in pieces.words:
            pieces = _cut_in_two(pieces, self._forbidden)
        found = Tagged(text, pieces, pieces.starts.tolist(), pieces.ends.tolist())
        by_label: dict[str, list[_Placed]] = {}
        for row in work.annotation_rows:
            by_label.setdefault(row[at.LABEL], []).append(_placed(row))
        losing = _Losing(work, found.losses)
        for label in sorted(set(by_label) - set(self.layers)):
            for each in sorted(by_label[label], key=_order_of_text):
                losing.add(each, _LEFT_OUT)
        for label in self.layers:
            if label in by_label:
                self._lay(label, by_label[label], dropped, found, losing)
        found.runs.sort(key=itemgetter(1, 2, 0))
        if self._has_sequences:
            found.sequences = _sequences(found)
        return found

    def _lay(
        self,
        label: str,
        annotations: list[_Placed],
        dropped: Sequence[Span],
        found: Tagged,
        losing: "_Losing",
    ) -> None:
        starts, ends, runs, of = found.starts, found.ends, found.runs, found.of
        has_overlaps = self._allows_overlaps
        taken = bytearray(len(starts))
        for each in sorted(annotations):
            places = each[3]
            start, end = places[0]
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            # Most are whole tokens in a row that nothing else needs.
            if (
                not dropped
                and len(places) == 1
                and first < last
                and starts[first] == start
                and ends[last - 1] == end
                and (has_overlaps or taken.find(1, first, last) < 0)
            ):
                ranges = [(first, last)]
            else:
                ranges = self._ranges_by_rule(each, dropped, taken, found, losing)
            own: list[Run] = []
            for first, last in ranges:
                taken[first:last] = b"\1" * (last - first)
                own.append((label, first, last))
            of[each[2]] = own
            runs += own

    def _ranges_by_rule(
        self,
        each: _Placed,
        dropped: Sequence[Span],
        taken: bytearray,
        found: Tagged,
        losing: "_Losing",
    ) -> list[tuple[int, int]]:
        """The tokens that an annotation takes; what is not as it was is told as a loss."""
        places = each[3]
        if dropped and _touches(places, dropped):
            losing.add(each, _LEFT_OUT)
            return []
        ranges, reason = self._ranges(places, found)
        if not self._allows_overlaps and any(taken.find(1, *one) >= 0 for one in ranges):
            ranges, reason = [], _OVERLAPS
        if reason:
            losing.add(each, reason, is_changed=bool(ranges))
        return ranges

    def _ranges(
        self, fragments: Sequence[tuple[int, int]], found: Tagged
    ) -> tuple[list[tuple[int, int]], str]:
        """The tokens that an annotation takes, and what is not as it was."""
        if len(fragments) == 1:
            first, last, is_exact = self._tokens(*fragments[0], found)
            if first >= last:
                return [], _TOO_SHORT
            return self._by_rule([(first, last)], "" if is_exact else _NOT_EXACT)
        is_cover = self.rules.fragments == "cover"
        ranges: list[tuple[int, int]] = []
        is_whole = True
        for start, end in [(fragments[0][0], fragments[-1][1])] if is_cover else fragments:
            first, last, is_exact = self._tokens(start, end, found)
            is_whole &= is_exact
            if first >= last:
                return [], _TOO_SHORT
            if ranges and first < ranges[-1][1]:
                ranges[-1] = (ranges[-1][0], max(last, ranges[-1][1]))
            else:
                ranges.append((first, last))
        if not is_whole:
            return self._by_rule(ranges, _NOT_EXACT)
        return ranges, _COVERED if is_cover else _EACH

    def _tokens(self, start: int, end: int, found: Tagged) -> tuple[int, int, bool]:
        """The first token that a place takes, the one after its last, and whether it cuts none."""
        starts, ends = found.starts, found.ends
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if first >= last:
            return first, last, True
        begin, finish = starts[first], ends[last - 1]
        if begin == start and finish == end:
            return first, last, True
        if self._is_contracting:
            first += begin < start
            last -= first < last and finish > end
        return first, last, False

    def _by_rule(
        self, ranges: list[tuple[int, int]], reason: str
    ) -> tuple[list[tuple[int, int]], str]:
        if not reason:
            return ranges, ""
        if self.rules.alignment == "strict":
            return [], _NOT_EXACT
        return ranges, _EXPANDED if self.rules.alignment == "expand" else _CONTRACTED

    @property
    def ignores_subwords(self) -> bool:
        """Whether pieces that go on with a word are told to be no matter of learning."""
        return self.rules.ignore_subwords

    def tags(self, found: Tagged, label: str) -> list[int]:
        """The tags of one layer as numbers: 0 outside, then in the order of `prefixes`."""
        tags = [OUTSIDE] * len(found.pieces.words)
        ignored = found.pieces.continuations if self.rules.ignore_subwords else frozenset[int]()
        for number in ignored:
            tags[number] = IGNORED
        own = [run for run in found.runs if run[0] == label]
        for run in own:
            self._fill(tags, run, ignored)
        for _, _, last in own:
            # A label that ends inside a word would otherwise go on to the end of it.
            if last < len(tags) and tags[last] == IGNORED:
                tags[last] = OUTSIDE
        return tags

    def run_tags(self, count: int) -> list[int]:
        """The tags of a run of so many tokens, none of them ignored."""
        if not self._is_bilou:
            return [1, *[2] * (count - 1)]
        return [4] if count == 1 else [1, *[2] * (count - 2), 3]

    def _fill(self, tags: list[int], run: Run, ignored: frozenset[int]) -> None:
        # The first token of a run tells its label even if it goes on with a word.
        _, first, last = run
        told = [n for n in range(first, last) if n == first or n not in ignored]
        for number, tag in zip(told, self.run_tags(len(told)), strict=True):
            tags[number] = tag

    def told(self, work: Work, found: Tagged) -> Iterator[LabelledRun]:
        """What ought to be found again of a work on its tokens."""
        article, annotator = work.article.id, work.annotator
        starts, ends, words = found.starts, found.ends, found.words
        for label, first, last in found.runs:
            covered = " ".join(words[first:last])
            yield article, annotator, label, starts[first], ends[last - 1], covered

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


def _placed(row: AnnotationRow) -> _Placed:
    start, end, fragments = row[at.START], row[at.END], row[at.FRAGMENTS]
    if fragments.count("[") == 2:
        return (start - end, start, row[at.ID], ((start, end),))
    places = orjson.loads(fragments)
    return (sum(start - end for start, end in places), start, row[at.ID], places)


def _order_of_text(each: _Placed) -> tuple[int, int, str]:
    _, start, identity, places = each
    return (start, places[-1][1], identity)


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
        self._losses.append(Loss(*own, ANNOTATION, each[2], reason, is_changed))


def _blanked(text: str, stretches: Sequence[Span]) -> str:
    """The text with spaces for every character of some stretches but line feeds."""
    for place in stretches:
        lines = place.cut_from(text).split("\n")
        blank = "\n".join([" " * len(line) for line in lines])
        text = text[: place.start] + blank + text[place.end :]
    return text


def _cut_in_two(pieces: Pieces, word: str) -> Pieces:
    """The same pieces with every one that is a word cut after its first character."""
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    words, continuations = list(pieces.words), set(pieces.continuations)
    place = 0
    while word in words[place:]:
        place = words.index(word, place)
        words[place : place + 1] = [word[:1], word[1:]]
        starts.insert(place + 1, starts[place] + 1)
        ends.insert(place, starts[place] + 1)
        continuations = {number + (number > place) for number in continuations}
        place += 2
    return pieces_of(starts, ends, words, continuations)


def _sequences(found: Tagged) -> list[tuple[int, int]]:
    """The sentences that have tokens, joined where a run goes over their border."""
    starts = found.starts
    borders = [bisect_left(starts, place) for place in sentence_starts(found.text)]
    cuts = sorted({0, len(starts), *borders})
    for _, first, last in found.runs:
        place = bisect_right(cuts, first)
        while cuts[place] < last:
            del cuts[place]
    return [(one, other) for one, other in pairwise(cuts) if one < other]
