"""What an engine proposes: not an annotation until somebody takes it."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from annotator.dataclass import dataclass
from annotator.domain.json import Json
from annotator.domain.span import Span, hull

OPEN, ACCEPTED, CHANGED, REJECTED = "open", "accepted", "changed", "rejected"
FATES = (OPEN, ACCEPTED, CHANGED, REJECTED)
"""What became of a suggestion; changed is taken, but with other words, label or attributes."""

SINGLE, PAGE = "single", "page"
"""How it was decided on: by itself, or as one of a page of them."""


@dataclass(frozen=True, slots=True)
class SuggestedLink:
    """The relation that a suggestion would bring along.

    The far end is the annotation `far_id`, or where that is empty whatever stands on the words
    `far` when the suggestion is taken; nothing there, no relation. `is_from` says that the far end
    is the one that the relation leaves, as a claim is for its source.
    """

    relation: str
    far_id: str = ""
    far: Span | None = None
    is_from: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that an engine would label, for one annotator, and what became of it.

    `confidence` lies between 0 and 1; `reason` names the rule of the engine. `made_id` is the
    annotation that it became. Where the words have the label already, taking it adds the `link`
    alone. Suggestions are never counted or exported as annotations.
    """

    kind: ClassVar[str] = "suggestion"

    id: str
    article_id: str
    annotator: str
    engine: str
    label: str
    fragments: tuple[Span, ...]
    text: str
    attributes: Mapping[str, Json] = field(default_factory=dict)
    link: SuggestedLink | None = None
    confidence: float = 1.0
    reason: str = ""
    fate: str = OPEN
    decision: str = ""
    by: str = ""
    made_id: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.annotator, self.id)

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.fate == OPEN

    @property
    def origin(self) -> str:
        """Where the annotation comes from that is made of it."""
        return f"suggestion:{self.engine}"

    @property
    def matter(self) -> tuple[object, ...]:
        """What is proposed, whoever proposes it: the same is never proposed twice."""
        link = self.link
        return (self.label, self.fragments, (link.relation, link.far_id) if link else None)

    @property
    def hull(self) -> Span:
        """The smallest span that holds all fragments."""
        return hull(self.fragments)

    @property
    def start(self) -> int:
        """Where the first fragment begins."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Where the last fragment ends."""
        return self.fragments[-1].end
