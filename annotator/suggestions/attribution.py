"""Who a claim most likely goes back to: offered beside the claim, stored only when accepted.

Looked at are the sentences and the paragraph of the claim, then the paragraphs around it and the
sources that are labelled already, so that the time it takes does not grow with the article.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span, hull
from annotator.suggestions.blocks import first_line, last_line, signature
from annotator.suggestions.nearness import WITHIN, cost_in_sentence
from annotator.suggestions.reading import moved, read
from annotator.suggestions.statements import Statement

Reach = Literal["sentence", "paragraph", "article"]

MOST = 9
# How much is read around a claim: of its own line, and of the lines before and after.
_PARAGRAPH = 2400
_READ_BEFORE = 1500
_READ_AFTER = 700

_PARAGRAPH_COST = 50.0
_ARTICLE_COST = 1000.0
_REACHES: tuple[Reach, ...] = ("sentence", "paragraph", "article")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A source and a cue that a claim may be attributed to.

    Spans are code points, end exclusive. `source` is None for a cue that names nobody
    ("reportedly"). The ids are those of annotations that stand on the words already. `rule` says
    what led there; `reach` how far from the claim the source stands.
    """

    source: Span | None
    cue: Span | None
    source_id: str | None
    cue_id: str | None
    rule: str
    reach: Reach


class _Offer(NamedTuple):
    cost: float
    proposal: Proposal


def propose(
    text: str,
    claim_fragments: Sequence[Span],
    annotations: Iterable[Annotation],
    *,
    language: str = "en",
) -> list[Proposal]:
    """What a claim or quotation may be attributed to, the most likely first, nine at most."""
    offers = _offers(text, claim_fragments, annotations, language)
    likely = (each for each in offers if not WITHIN <= each.cost < _ARTICLE_COST)
    return _without_doubles(text, likely)[:MOST]


def candidates(
    text: str,
    claim_fragments: Sequence[Span],
    annotations: Iterable[Annotation],
    *,
    language: str = "en",
) -> list[Proposal]:
    """The sources to choose from by number: this sentence, this paragraph, then the article.

    Within each the nearest comes first; no source comes twice.
    """
    if not claim_fragments:
        return []
    claim = hull(claim_fragments)
    offers = _offers(text, claim_fragments, annotations, language)
    near = [
        each._replace(
            cost=_REACHES.index(each.proposal.reach) * _ARTICLE_COST * len(text)
            + _distance(each.proposal.source, claim)
        )
        for each in offers
        if each.proposal.source is not None
    ]
    return _without_doubles(text, near)


def _offers(
    text: str, fragments: Sequence[Span], annotations: Iterable[Annotation], language: str
) -> list[_Offer]:
    """Everything that may be offered, in no order."""
    if not fragments:
        return []
    claim = hull(fragments)
    labelled = list(annotations)
    places = _Places(labelled)
    home = _paragraph(text, claim)
    offers = list(_of_paragraph(text, home, fragments, language))
    offers.extend(_of_surroundings(text, home, claim, language))
    offers = [places.known(each) for each in offers if not places.is_left_out(each.proposal)]
    offers.extend(_labelled(labelled, claim))
    return offers


def _of_paragraph(
    text: str, home: Span, fragments: Sequence[Span], language: str
) -> Iterator[_Offer]:
    here = [moved(each, -home.start) for each in fragments]
    claim = hull(here)
    sentences = read(home.cut_from(text), language)
    own = [index for index, each in enumerate(sentences) if each.passage.place.overlaps(claim)]
    if not own:
        return
    name = signature(text, home.start + claim.end)
    if name is not None:
        yield _Offer(0.0, Proposal(name, None, None, None, "signature", "paragraph"))
    for index, (passage, statements) in enumerate(sentences):
        away = max(own[0] - index, 1.5 + index - own[-1])
        for statement in statements:
            if own[0] <= index <= own[-1]:
                cost = cost_in_sentence(passage, statement, here)
                yield _Offer(cost, _proposal(statement, home.start, "sentence"))
            elif statement.source is not None:
                cost = _PARAGRAPH_COST + 5 * away + 10 * statement.is_weak
                yield _Offer(cost, _proposal(statement, home.start, "paragraph"))


def _of_surroundings(text: str, home: Span, claim: Span, language: str) -> Iterator[_Offer]:
    """Who speaks in the paragraphs around."""
    for line in _lines_around(text, home):
        for _, statements in read(line.cut_from(text), language):
            for statement in statements:
                if statement.source is not None:
                    proposal = _proposal(statement, line.start, "article")
                    yield _Offer(_ARTICLE_COST + _distance(proposal.source, claim), proposal)


def _lines_around(text: str, home: Span) -> Iterator[Span]:
    """The lines before and after the claim's, as far as they are read whole."""
    end = home.start - 1
    while end > 0 and (start := text.rfind("\n", 0, end) + 1) >= home.start - _READ_BEFORE:
        yield Span(start, end)
        end = start - 1
    start = home.end + 1
    while 0 < (end := text.find("\n", start)) <= home.end + _READ_AFTER:
        yield Span(start, end)
        start = end + 1


def _labelled(labelled: Iterable[Annotation], claim: Span) -> Iterator[_Offer]:
    """The sources that somebody labelled, wherever they stand."""
    for each in labelled:
        if each.label == "source":
            proposal = Proposal(each.hull, None, each.id, None, "labelled source", "article")
            yield _Offer(_ARTICLE_COST + _distance(each.hull, claim), proposal)


def _proposal(statement: Statement, offset: int, reach: Reach) -> Proposal:
    """A statement of a line as a proposal; the cue of another sentence is not the claim's."""
    source = moved(statement.source, offset) if statement.source else None
    cue = moved(statement.cue, offset) if reach == "sentence" else None
    return Proposal(source, cue, None, None, statement.rule, reach)


def _distance(source: Span | None, claim: Span) -> float:
    """How far away a source is; one that was named before is nearer than one that follows."""
    if source is None or source.overlaps(claim):
        return 0.0
    return claim.start - source.end if source.end <= claim.start else 2 * (source.start - claim.end)


def _paragraph(text: str, claim: Span) -> Span:
    """The lines that hold the claim, cut where they are longer than a paragraph.

    A list belongs to the line that leads into it, a block of quoted lines is read as one.
    """
    start = first_line(text, claim.start)
    if claim.start - start > _PARAGRAPH:
        start = claim.start - _PARAGRAPH
    end = min(last_line(text, claim.end), claim.end + _PARAGRAPH)
    while 0 < start < claim.start and not text[start - 1].isspace():
        start += 1
    return Span(start, end)


def _without_doubles(text: str, offers: Iterable[_Offer]) -> list[Proposal]:
    """The cheapest offer for each source, in order."""
    seen: set[tuple[str, str]] = set()
    kept: list[Proposal] = []
    for _, proposal in sorted(offers, key=_order):
        source = proposal.source
        name = ("", repr(proposal.cue)) if source is None else ("source", _name(text, source))
        if name not in seen:
            seen.add(name)
            kept.append(proposal)
    return kept


def _order(offer: _Offer) -> tuple[float, int, int]:
    place = offer.proposal.source or offer.proposal.cue or Span(0, 0)
    return offer.cost, place.start, place.end


def _name(text: str, source: Span) -> str:
    return source.cut_from(text).casefold().removeprefix("the ")


class _Places:
    """What is labelled already where a source or a cue was found."""

    def __init__(self, labelled: Iterable[Annotation]) -> None:
        self._of_label: dict[str, list[Annotation]] = {}
        for each in labelled:
            self._of_label.setdefault(each.label, []).append(each)

    def is_left_out(self, proposal: Proposal) -> bool:
        """Whether the words belong to no article: advertisement, navigation."""
        place = proposal.source or proposal.cue
        return place is not None and self._at("boilerplate", place) is not None

    def known(self, offer: _Offer) -> _Offer:
        """The offer with the edges and ids of what is labelled there."""
        proposal = offer.proposal
        source = self._at("source", proposal.source) if proposal.source else None
        cue = self._at("cue", proposal.cue) if proposal.cue else None
        if source is not None:
            proposal = replace(proposal, source=source.hull, source_id=source.id)
        if cue is not None:
            proposal = replace(proposal, cue=cue.hull, cue_id=cue.id)
        return offer._replace(proposal=proposal)

    def _at(self, label: str, place: Span) -> Annotation | None:
        """The annotation with this label that shares most with a place."""
        return max(
            (each for each in self._of_label.get(label, ()) if each.hull.overlaps(place)),
            key=lambda each: (_shared(each.hull, place), each.id),
            default=None,
        )


def _shared(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (len(one) + len(other) - both)
