"""Directed pairs of annotations."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from annotator.dataclass import dataclass
from annotator.domain.json import Json

ATTRIBUTED_TO, CUED_BY = "attributed_to", "cued_by"
REPORTED_VIA, HELD_BY = "reported_via", "held_by"
SHOWN_BY = "shown_by"
"""What a scheme must call these kinds for the program to read who says what off them."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A labelled, directed pair of annotations by one annotator.

    `article_id` is the article of the end `from_id`, `to_article_id` that of `to_id`; they differ
    only for relations of scope `project`.
    """

    kind: ClassVar[str] = "relation"

    id: str
    article_id: str
    annotator: str
    label: str
    from_id: str
    to_id: str
    to_article_id: str
    attributes: Mapping[str, Json] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.annotator, self.id)

    @property
    def is_between_articles(self) -> bool:
        """Whether the two ends lie in different articles."""
        return self.article_id != self.to_article_id

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of both annotations, from and to."""
        return (self.from_id, self.to_id)
