"""Places in an article's text, in Unicode code points."""

from collections.abc import Iterable

from annotator.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range `[start, end)` of code points in an article's stored text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __lt__(self, other: "Span") -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def cut_from(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]


def hull(fragments: Iterable[Span]) -> Span:
    """The smallest span that holds all fragments."""
    places = list(fragments)
    if len(places) == 1:  # nearly all labels, and each is asked for its hull again and again
        return places[0]
    return Span(min(place.start for place in places), max(place.end for place in places))


def words(text: str, fragments: Iterable[Span]) -> str:
    """The words that fragments cover, joined by one space."""
    return " ".join(text[place.start : place.end] for place in fragments)


def problem_with(fragments: tuple[Span, ...], text: str) -> str | None:
    """Why fragments cannot mark the text: none, empty, outside, unordered or overlapping."""
    if not fragments:
        return "it has no fragment"
    end = 0
    for place in fragments:
        if place.start < 0 or place.end > len(text):
            return f"[{place.start}, {place.end}) lies outside the text of {len(text)} characters"
        if place.start >= place.end:
            return f"[{place.start}, {place.end}) is empty"
        if place.start < end:
            return f"[{place.start}, {place.end}) overlaps or precedes the fragment before it"
        end = place.end
    return None
