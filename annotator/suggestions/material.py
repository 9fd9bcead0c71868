"""What engines read, and what they give."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain.annotation import Annotation
from annotator.domain.json import Json
from annotator.domain.span import Span
from annotator.domain.suggestion import SuggestedLink


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that an engine would label, with the reason: the rule that led there.

    Fragments are code points, end exclusive; `confidence` lies between 0 and 1.
    """

    label: str
    fragments: tuple[Span, ...]
    reason: str
    confidence: float
    attributes: Mapping[str, Json] = field(default_factory=dict)
    link: SuggestedLink | None = None


@dataclass(frozen=True, slots=True)
class EarlierLabel:
    """What somebody labelled in a sentence that stands elsewhere too.

    Fragments are counted from the beginning of the sentence; `share` says in which part of its
    other places, at least one half, the sentence was labelled so.
    """

    label: str
    fragments: tuple[Span, ...]
    attributes: Mapping[str, Json]
    share: float


@dataclass(frozen=True, slots=True)
class Material:
    """An article as engines read it, and what of the project they may need.

    `boilerplate` are the places known to be no part of the article, `markup` stretches of syntax.
    `shared_lines` are lines that other articles of the outlet have too; `earlier` holds by
    sentence what the annotator labelled in it elsewhere.
    """

    text: str
    language: str = "en"
    annotations: Sequence[Annotation] = ()
    boilerplate: Sequence[Span] = ()
    markup: Sequence[Span] = ()
    shared_lines: frozenset[str] = frozenset()
    earlier: Mapping[str, Sequence[EarlierLabel]] = field(default_factory=dict)

    def is_boilerplate(self, place: Span) -> bool:
        """Whether a place touches something that is no part of the article."""
        return any(place.overlaps(each) for each in self.boilerplate)
