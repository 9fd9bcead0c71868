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
from typing import NamedTuple

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span
from annotator.formats.datasets.proof import ANNOTATION, Fact
from annotator.formats.datasets.work import BOILERPLATE, Setting, TokenRules, Work
from annotator.formats.datasets.writing import Loss, lost
from annotator.text.sentences import sentences
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
    """One work on its tokens, which `words` has: its runs, and the borders of its sequences.

    `of` tells the runs of each annotation that is there; `sequences` are pairs of token numbers,
    ends exclusive.
    """

    text: str
    pieces: Pieces
    words: list[str]
    runs: list[Run] = field(default_factory=list)
    of: dict[str, list[Run]] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    sequences: list[tuple[int, int]] = field(default_factory=list)


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
        pieces = self._tokenise(text)
        words = [text[one:other] for one, other in zip(pieces.starts, pieces.ends, strict=True)]
        found = Tagged(text, pieces, words)
        by_label: dict[str, list[Annotation]] = {}
        for each in work.annotations:
            by_label.setdefault(each.label, []).append(each)
        for label in sorted(by_label):
            if label not in self.layers:
                found.losses += [lost(work, each, _LEFT_OUT) for each in by_label[label]]
        for label in self.layers:
            if label in by_label:
                self._lay(work, by_label[label], dropped, found)
        found.runs.sort(key=lambda run: (run.first, run.last, run.label))
        found.sequences = list(_sequences(found))
        return found

    def _lay(
        self, work: Work, annotations: list[Annotation], dropped: Sequence[Span], found: Tagged
    ) -> None:
        taken: set[int] = set()
        longest_first = sorted(annotations, key=lambda e: (-_length(e), e.start, e.id))
        for each in longest_first:
            if any(place.overlaps(gone) for place in each.fragments for gone in dropped):
                found.losses.append(lost(work, each, _LEFT_OUT))
                continue
            ranges, reason = self._ranges(each, found.pieces)
            wanted = {number for first, last in ranges for number in range(first, last)}
            if ranges and not self._allows_overlaps and not taken.isdisjoint(wanted):
                ranges, reason = [], _OVERLAPS
            if reason:
                found.losses.append(lost(work, each, reason, is_changed=bool(ranges)))
            taken |= wanted if ranges else set()
            found.of[each.id] = [Run(each.label, first, last) for first, last in ranges]
            found.runs += found.of[each.id]

    def _ranges(self, each: Annotation, pieces: Pieces) -> tuple[list[tuple[int, int]], str]:
        """The tokens that an annotation takes, and what is not as it was."""
        is_cover = self.rules.fragments == "cover"
        places = [each.hull] if is_cover else list(each.fragments)
        ranges: list[tuple[int, int]] = []
        is_exact = True
        for place in places:
            first, last = (
                bisect_right(pieces.ends, place.start),
                bisect_left(pieces.starts, place.end),
            )
            if first >= last:
                return [], _TOO_SHORT
            fits = pieces.starts[first] == place.start and pieces.ends[last - 1] == place.end
            is_exact = is_exact and fits
            if not fits and self.rules.alignment == "contract":
                first += pieces.starts[first] < place.start
                last -= last > first and pieces.ends[last - 1] > place.end
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
        if len(each.fragments) > 1:
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
        for label, first, last in found.runs:
            place = (starts[first], ends[last - 1])
            words = " ".join(found.words[first:last])
            yield Fact(ANNOTATION, work.article.id, work.annotator, label, (place,), words)

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


def _length(each: Annotation) -> int:
    return sum(place.end - place.start for place in each.fragments)


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
    borders = {bisect_left(starts, each.start) for each in sentences(found.text)}
    borders -= {number for run in found.runs for number in range(run.first + 1, run.last)}
    cuts = sorted(borders | {0, len(starts)})
    return ((one, other) for one, other in pairwise(cuts) if one < other)
