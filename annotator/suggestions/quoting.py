"""Quotations: words in marks, boilerplate apart, paired so that a stray mark harms nothing."""

from collections.abc import Iterator, Sequence

from annotator.domain.span import Span
from annotator.suggestions.material import Material, Offer
from annotator.text.quotations import quotations
from annotator.text.sentences import paragraphs

LABEL = "quote"

_SENTENCE_ENDS = ".!?…,"
_FEW_WORDS = 3
_MANY_WORDS = 6
_LONGEST_INTERRUPTION = 80


def quoting(material: Material) -> list[Offer]:
    """The quotations of an article, marks included; an interrupted one is one of two parts."""
    return [
        _offer(material.text, fragments)
        for stretch in _stretches(material)
        for fragments in _quoted(material.text, stretch)
    ]


def _quoted(text: str, stretch: Span) -> list[tuple[Span, ...]]:
    found: list[tuple[Span, ...]] = []
    for place in quotations(text, stretch.start, stretch.end):
        if len(place) <= 2:
            continue
        if found and _goes_on(text, found[-1][-1], place):
            found[-1] = (*found[-1], place)
        else:
            found.append((place,))
    return found


def _goes_on(text: str, before: Span, place: Span) -> bool:
    """Whether a quotation takes up the sentence of the one before: “…,” she said, “and …”."""
    between = text[before.end : place.start]
    is_near = 0 < len(between) <= _LONGEST_INTERRUPTION and between.rstrip()[-1:] == ","
    return is_near and text[before.end - 2] == "," and text[place.start + 1].islower()


def _stretches(material: Material) -> Iterator[Span]:
    """The paragraphs, without what of them is boilerplate: no mark of it pairs with another."""
    zones = sorted([*material.boilerplate, *material.markup])
    for line in paragraphs(material.text):
        start = line.start
        for zone in zones:
            if zone.start < line.end and zone.end > start:
                if zone.start > start:
                    yield Span(start, zone.start)
                start = max(start, zone.end)
        if start < line.end:
            yield Span(start, line.end)


def _offer(text: str, fragments: Sequence[Span]) -> Offer:
    words = " ".join(text[place.start + 1 : place.end - 1] for place in fragments)
    return _judged(words, tuple(fragments))


def _judged(words: str, fragments: tuple[Span, ...]) -> Offer:
    count = len(words.split())
    if words[-1:] and words[-1] in _SENTENCE_ENDS and words[:1].isupper() and count > _FEW_WORDS:
        return Offer(LABEL, fragments, "quotation marks", 0.92, {"quote_kind": "direct"})
    if count >= _MANY_WORDS:
        return Offer(LABEL, fragments, "quotation marks", 0.92, {"quote_kind": "partial"})
    return Offer(LABEL, fragments, "quotation marks", 0.7 if count >= _FEW_WORDS else 0.5)
