"""Who a claim most likely goes back to: offered beside the claim, stored only when accepted.

Looked at are the sentences and the paragraph of the claim, then the paragraphs around it and the
sources that are labelled already, so that the time it takes does not grow with the article.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span, hull
from annotator.suggestions.blocks import first_line, last_line, signature
from annotator.suggestions.labelled import Labelled, best, labelled, within
from annotator.suggestions.nearness import WITHIN, cost_in_sentence
from annotator.suggestions.reading import moved, read
from annotator.suggestions.statements import Statement
from annotator.suggestions.wrapping import paragraph_around, unbroken

Reach = Literal["sentence", "paragraph", "article"]

MOST = 9
# How much is read around a claim: of its own line, and of the lines before and after.
_PARAGRAPH = 900
_LONGEST_WORD = 60
_READ_BEFORE = 1500
_READ_AFTER = 700
_SIGNS = re.compile(r"(?:[>#*+-]+[ \t]+|>)+")

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


class Choice(NamedTuple):
    """What a claim may be attributed to: the likely first, and every source by its nearness."""

    likely: list[Proposal]
    candidates: list[Proposal]


class _Offer(NamedTuple):
    cost: float
    proposal: Proposal


def choose(
    text: str,
    claim_fragments: Sequence[Span],
    annotations: Iterable[Annotation],
    *,
    language: str = "en",
) -> Choice:
    """What `propose` and `candidates` find, read once."""
    known = labelled(annotations)
    offers = _offers(text, claim_fragments, known, language)
    likely, near = _likely(text, offers, known), _near(text, claim_fragments, offers, known)
    return Choice(likely, near)


def propose(
    text: str,
    claim_fragments: Sequence[Span],
    annotations: Iterable[Annotation],
    *,
    language: str = "en",
) -> list[Proposal]:
    """What a claim or quotation may be attributed to, the most likely first, nine at most."""
    known = labelled(annotations)
    return _likely(text, _offers(text, claim_fragments, known, language), known)


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
    known = labelled(annotations)
    offers = _offers(text, claim_fragments, known, language)
    return _near(text, claim_fragments, offers, known)


def _likely(text: str, offers: Iterable[_Offer], known: Sequence[Labelled]) -> list[Proposal]:
    likely = (each for each in offers if not WITHIN <= each.cost < _ARTICLE_COST)
    return _without_doubles(text, likely, known)[:MOST]


def _near(
    text: str, fragments: Sequence[Span], offers: Iterable[_Offer], known: Sequence[Labelled]
) -> list[Proposal]:
    if not fragments:
        return []
    claim = hull(fragments)
    near = [
        each._replace(
            cost=_REACHES.index(each.proposal.reach) * _ARTICLE_COST * len(text)
            + _distance(each.proposal.source, claim)
        )
        for each in offers
        if each.proposal.source is not None
    ]
    return _without_doubles(text, near, known)


def _offers(
    text: str, fragments: Sequence[Span], known: Sequence[Labelled], language: str
) -> list[_Offer]:
    """Everything that may be offered, in no order."""
    if not fragments:
        return []
    claim = _beginning(hull(fragments))
    home = _paragraph(text, claim)
    offers = list(_of_paragraph(text, home, fragments, language))
    offers.extend(_of_surroundings(text, home, claim, language))
    near = within(known, Span(home.start - _READ_BEFORE, home.end + _READ_AFTER))
    bare = (_without_signs(text, each) for each in offers)
    offers = [
        _known(each, near)
        for each in bare
        if not _is_boilerplate(each, near) and _has_words(text, each)
    ]
    offers.extend(_labelled(known, claim))
    return offers


def _is_boilerplate(offer: _Offer, known: Sequence[Labelled]) -> bool:
    """Whether the words belong to no article: advertisement, navigation."""
    place = offer.proposal.source or offer.proposal.cue
    return best(known, "boilerplate", place) is not None


def _without_signs(text: str, offer: _Offer) -> _Offer:
    """The offer without the signs of a quotation or a list before its source."""
    source = offer.proposal.source
    signs = source and _SIGNS.match(text, source.start, source.end)
    if source is None or not signs or signs.end() == source.end:
        return offer
    bare = Span(signs.end(), source.end)
    return offer._replace(proposal=replace(offer.proposal, source=bare))


def _has_words(text: str, offer: _Offer) -> bool:
    """Whether the source, if there is one, is more than a sign that stands before a cue."""
    source = offer.proposal.source
    return source is None or any(letter.isalnum() for letter in source.cut_from(text))


def _known(offer: _Offer, known: Sequence[Labelled]) -> _Offer:
    """The offer with the edges and ids of what is labelled there."""
    proposal = offer.proposal
    source = best(known, "source", proposal.source)
    cue = best(known, "cue", proposal.cue)
    if source is not None:
        proposal = replace(proposal, source=source.place, source_id=source.id)
    if cue is not None:
        proposal = replace(proposal, cue=cue.place, cue_id=cue.id)
    return offer._replace(proposal=proposal)


def _of_paragraph(
    text: str, home: Span, fragments: Sequence[Span], language: str
) -> Iterator[_Offer]:
    here = [moved(each, -home.start) for each in fragments]
    claim = hull(here)
    sentences = read(unbroken(home.cut_from(text)), language)
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
        for _, statements in read(unbroken(line.cut_from(text)), language):
            for statement in statements:
                if statement.source is not None:
                    proposal = _proposal(statement, line.start, "article")
                    yield _Offer(_ARTICLE_COST + _distance(proposal.source, claim), proposal)


def _lines_around(text: str, home: Span) -> Iterator[Span]:
    """The paragraphs before and after the claim's, as far as they are read whole."""
    end = home.start - 1
    while end > 0 and (start := text.rfind("\n", 0, end) + 1) >= home.start - _READ_BEFORE:
        if start < end:
            start = paragraph_around(text, Span(start, end)).start
            yield Span(start, end)
        end = start - 1
    start = home.end + 1
    while start < len(text) and (end := _line_end(text, start)) <= home.end + _READ_AFTER:
        if start < end:
            end = paragraph_around(text, Span(start, end)).end
            yield Span(start, end)
        start = end + 1


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _labelled(known: Iterable[Labelled], claim: Span) -> Iterator[_Offer]:
    """The sources that somebody labelled, wherever they stand."""
    for each in known:
        if each.label == "source":
            proposal = Proposal(each.place, None, each.id, None, "labelled source", "article")
            yield _Offer(_ARTICLE_COST + _distance(each.place, claim), proposal)


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


def _beginning(claim: Span) -> Span:
    """A claim of a paragraph or more is read as far as a paragraph goes."""
    return Span(claim.start, min(claim.end, claim.start + _PARAGRAPH))


def _paragraph(text: str, claim: Span) -> Span:
    """The lines that hold the claim, cut where they are longer than a paragraph.

    A list belongs to the line that leads into it, lines into which a paragraph was broken belong
    together. Cuts lie on a grid, so that claims that follow each other find the same stretch read.
    """
    lines = Span(first_line(text, claim.start), last_line(text, claim.end))
    home = paragraph_around(text, lines)
    start, end = home.start, home.end
    if claim.start - start > _PARAGRAPH:
        start = _next_word(text, (claim.start // _PARAGRAPH - 1) * _PARAGRAPH)
    if end - claim.end > _PARAGRAPH:
        end = _next_word(text, (claim.end // _PARAGRAPH + 1) * _PARAGRAPH)
    return Span(min(start, claim.start), max(end, claim.end))


def _next_word(text: str, position: int) -> int:
    position = min(max(position, 0), len(text))
    found = text.find(" ", position, position + _LONGEST_WORD)
    return position if found < 0 else found


def _without_doubles(
    text: str, offers: Iterable[_Offer], known: Iterable[Labelled]
) -> list[Proposal]:
    """The cheapest offer for each source, in order; from afar one for each entity."""
    entities = {each.id: each.entity for each in known if each.entity}
    seen: set[tuple[str, str]] = set()
    kept: list[Proposal] = []
    for _, proposal in sorted(offers, key=_order):
        source = proposal.source
        name = ("", repr(proposal.cue)) if source is None else ("words", _name(text, source))
        entity = ("entity", entities.get(proposal.source_id or "", ""))
        if name in seen or (proposal.reach == "article" and entity in seen):
            continue
        seen.add(name)
        if entity[1]:
            seen.add(entity)
        kept.append(proposal)
    return kept


def _order(offer: _Offer) -> tuple[float, int, int]:
    place = offer.proposal.source or offer.proposal.cue or Span(0, 0)
    return offer.cost, place.start, place.end


def _name(text: str, source: Span) -> str:
    return " ".join(source.cut_from(text).casefold().split()).removeprefix("the ")
