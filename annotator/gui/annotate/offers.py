"""What may be offered for one claim: the likeliest source first, and all of them by number."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.domain.change import Draft
from annotator.domain.frame import Frame
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.suggestions.attribution import Proposal, choose

MOST_NUMBERED = 5
MOST_RECENT = 2
"""How many sources follow the nearest ones because they were given a moment ago."""
_REACH = 20_000
"""How many code points away a labelled source may stand; further ones are nobody's guess."""


@dataclass(frozen=True, slots=True)
class Offers:
    """All that is offered for a claim or quote.

    `likely` are cycled through; the one at `number` stands as a ghost. `numbered` are the sources
    to choose from: the nearest first, then those that were linked last. `cue` is what the cue's
    key takes, alone. What a person has dismissed is still to be chosen from, but nothing of it
    stands in the text.
    """

    statement_id: str
    likely: tuple[Proposal, ...] = ()
    numbered: tuple[Proposal, ...] = ()
    cue: Proposal | None = None
    number: int = 0
    is_dismissed: bool = False

    @property
    def current(self) -> Proposal | None:
        """What stands as a ghost, if anything is likely."""
        return self.likely[self.number] if self.likely and not self.is_dismissed else None

    def without(self, rejected: Collection[Span | None]) -> "Offers":
        """The same without the sources that were rejected."""
        kept = tuple(each for each in self.likely if each.source not in rejected)
        cue = _cue_alone(kept[0]) if kept else None
        return replace(self, likely=kept, cue=cue if self.likely else self.cue, number=0)

    def at(self, proposal: Proposal) -> "Offers":
        """The same at a proposal; one that only a number led to comes first."""
        likely = self.likely if proposal in self.likely else (proposal, *self.likely)
        return replace(self, likely=likely, number=likely.index(proposal), is_dismissed=False)

    def next_source(self) -> Proposal | None:
        """The next source after the current one, from the last to the first again."""
        taken = self.current.source if self.current else None
        around: Sequence[Proposal] = (*self.likely[self.number + 1 :], *self.likely[: self.number])
        return next((each for each in around if each.source not in (None, taken)), None)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was just taken, where the cursor was, and what else was offered."""

    offers: Offers
    draft: Draft
    sentence: Span


def offers_for(sheet: Sheet, frame: Frame, *, recent: Sequence[str] = ()) -> Offers:
    """What the words around a claim suggest for that which its frame lacks.

    `recent` are the ids of the sources that were linked last, the last first.
    """
    article, here = sheet.article, frame.statement.start
    others = [each for each in sheet.annotations.values() if abs(each.start - here) < _REACH]
    fragments, language = frame.statement.fragments, article.language or "en"
    likely, candidates = choose(article.text, fragments, others, language=language)
    if not frame.is_open:
        return Offers(frame.statement.id, cue=_cue_of(frame, likely))
    if frame.cue is not None:
        likely = [replace(e, cue=None, cue_id=None) for e in likely if e.source is not None]
    return Offers(
        frame.statement.id,
        tuple(likely),
        (*candidates[:MOST_NUMBERED], *_recent(candidates[MOST_NUMBERED:], recent)),
        _cue_alone(likely[0]) if likely else None,
    )


def _recent(further: Sequence[Proposal], recent: Sequence[str]) -> list[Proposal]:
    """Sources that stand far away, but were linked a moment ago."""
    by_id = {each.source_id: each for each in further}
    return [by_id[name] for name in recent if name in by_id][:MOST_RECENT]


def parts_of(proposal: Proposal, sheet: Sheet) -> Iterator[tuple[str, Span, str | None]]:
    """Source and cue: the relation that leads there, the place, what is annotated there already."""
    for kind, place, known in (
        (ATTRIBUTED_TO, proposal.source, proposal.source_id),
        (CUED_BY, proposal.cue, proposal.cue_id),
    ):
        if place is not None:
            yield kind, place, known if known in sheet.annotations else None


def _cue_of(frame: Frame, likely: Sequence[Proposal]) -> Proposal | None:
    """The cue that hands a claim to the source it has."""
    if "cue" not in frame.missing:
        return None
    places = [place for each in frame.sources for place in each.fragments]
    fitting = (
        each
        for each in likely
        if each.source is not None and any(each.source.overlaps(place) for place in places)
    )
    return next((cue for each in fitting if (cue := _cue_alone(each)) is not None), None)


def _cue_alone(proposal: Proposal) -> Proposal | None:
    """A proposal without its source, if it has a cue."""
    return replace(proposal, source=None, source_id=None) if proposal.cue else None
