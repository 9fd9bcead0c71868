"""Text on the page that does not belong to the article: promotion, navigation, pull quotes.

Six cheap detectors. Each gives the exact place, the kind and the rule; a person decides.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from annotator.domain.span import Span
from annotator.domain.suggestion import SuggestedLink
from annotator.suggestions.material import Material, Offer
from annotator.suggestions.page_phrases import PagePhrases, bare, lowered, page_phrases
from annotator.suggestions.promos import promos
from annotator.text.sentences import paragraphs, sentences

LABEL = "boilerplate"
SAME_TEXT_AS = "same_text_as"

_LONGEST_PHRASE_LINE = 120
_SHORTEST_REPEATED = 40
_LONGEST_SHARED = 300
_SHORTEST_SHARED = 8
# An article most of whose lines others have is a reprint, not a page around an article.
_MOST_SHARED = 0.5

# Back-ticks, also where a page turned some of them into quotation marks: “`html
_FENCE = re.compile(r"\s*(?=[^\w\s]*(?:`|~~~))[`~“”\"'‘’´]{1,6}\s*\w{0,12}\s*\Z")
_TAG = re.compile(r"\s*(?:</?[a-zA-Z][^<>]{0,200}>\s*|&(?:\w{2,10}|#\d{1,6});\s*|<!--.*-->\s*)+\Z")
_SHORTCODE = re.compile(
    r"\s*\[/?[a-z_]{2,20}(?:\s[^\[\]]{0,200})?\]\s*\Z|\s*\{\{[^{}]{1,200}\}\}\s*\Z"
)


def boilerplate(material: Material) -> list[Offer]:
    """What of an article is none of it, in the order of the text, never overlapping."""
    text = material.text
    taken: list[Span] = [*material.markup]
    offers: list[Offer] = []
    for found in (
        _residue(text),
        _promos(text),
        _phrase_lines(text),
        _shared_lines(text, material.shared_lines),
        _repetitions(text, taken),
    ):
        for offer in found:
            if not any(offer.fragments[0].overlaps(each) for each in taken):
                taken.append(offer.fragments[0])
                offers.append(offer)
    return sorted(offers, key=lambda offer: offer.fragments)


def _offer(
    place: Span, kind: str, reason: str, confidence: float, link: SuggestedLink | None = None
) -> Offer:
    return Offer(LABEL, (place,), reason, confidence, {"boilerplate_kind": kind}, link)


def _residue(text: str) -> Iterator[Offer]:
    """Fences of code, tags and entities that were left standing on lines of their own."""
    for line in paragraphs(text):
        words = line.cut_from(text)
        if len(words) <= _LONGEST_SHARED and words.strip():
            fence = _FENCE.match(words)
            if fence or _TAG.match(words) or _SHORTCODE.match(words):
                reason = "code fence" if fence else "left-over tag"
                yield _offer(_trimmed(text, line), "markup_residue", reason, 0.95)


def _promos(text: str) -> Iterator[Offer]:
    for place, reason in promos(text, paragraphs(text), page_phrases()):
        yield _offer(place, "related_promo", reason, 0.95 if reason == "related block" else 0.9)


def _phrase_lines(text: str) -> Iterator[Offer]:
    """Lines that pages print everywhere: the cart, the newsletter, the buttons to share."""
    phrases = page_phrases()
    for line in paragraphs(text):
        words = line.cut_from(text)
        if 0 < len(words.strip()) <= _LONGEST_PHRASE_LINE and _is_phrase(words, phrases):
            yield _offer(_trimmed(text, line), _kind_of(words), "page phrase", 0.9)


def _is_phrase(words: str, phrases: PagePhrases) -> bool:
    return bare(words) in phrases.lines or lowered(words).startswith(phrases.beginnings)


_PROMO_WORDS = (
    "read ",
    "related",
    "see also",
    "also read",
    "mehr ",
    "lesen",
    "lire",
    "lee ",
    "lea ",
)
_ADVERT_WORDS = (
    "sign up", "subscri", "newsletter", "advert", "sponsor", "anzeige", "werbung", "abonn",
    "publici", "suscr", "story continues", "article continues",
)  # fmt: skip


def _kind_of(words: str) -> str:
    line = lowered(words)
    if line.startswith(_PROMO_WORDS):
        return "related_promo"
    return "advert_newsletter" if any(each in line for each in _ADVERT_WORDS) else "navigation_shop"


def _shared_lines(text: str, shared: frozenset[str]) -> Iterator[Offer]:
    """Lines that several articles of the outlet have."""
    lines = [line for line in paragraphs(text) if line.cut_from(text).strip()]
    found = [line for line in lines if is_shareable(line.cut_from(text).strip()) and
             line.cut_from(text).strip() in shared]  # fmt: skip
    if sum(map(len, found)) > _MOST_SHARED * sum(map(len, lines)):
        return
    for line in found:
        yield _offer(_trimmed(text, line), _kind_of(line.cut_from(text)), "line of the outlet", 0.8)


def is_shareable(line: str) -> bool:
    """Whether a line that several articles have may be a page's own: short, but not too short."""
    has_letters = any(map(str.isalpha, line))
    return has_letters and _SHORTEST_SHARED <= len(line) <= _LONGEST_SHARED


def _repetitions(text: str, taken: Sequence[Span]) -> Iterator[Offer]:
    """Sentences printed a second time, as pull quotes are; those that follow each other as one."""
    places = [each for each in sentences(text) if not any(each.overlaps(one) for one in taken)]
    first: dict[str, int] = {}
    run: list[tuple[int, int]] = []
    for index, place in enumerate(places):
        words = place.cut_from(text)
        before = first.setdefault(words, index) if len(words) >= _SHORTEST_REPEATED else index
        if run and (before == index or before != run[-1][1] + 1 or index != run[-1][0] + 1):
            yield _repetition(places, run)
            run = []
        if before != index:
            run.append((index, before))
    if run:
        yield _repetition(places, run)


def _repetition(places: Sequence[Span], run: Sequence[tuple[int, int]]) -> Offer:
    copy = Span(places[run[0][0]].start, places[run[-1][0]].end)
    original = Span(places[run[0][1]].start, places[run[-1][1]].end)
    link = SuggestedLink(SAME_TEXT_AS, far=original)
    return _offer(copy, "pull_quote", "repeated sentence", 0.95, link)


def _trimmed(text: str, line: Span) -> Span:
    words = line.cut_from(text)
    start = line.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def places_of(offers: Iterable[Offer]) -> list[Span]:
    """Where offers of boilerplate stand."""
    return [offer.fragments[0] for offer in offers]
