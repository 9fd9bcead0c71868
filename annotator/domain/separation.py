"""What a person says against a finding of near-duplicates."""

from typing import ClassVar

from annotator.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Separation:
    """A person's word that two articles are to be kept apart, however alike they are.

    `article_id` is the smaller of the two ids, so that a pair has one record.
    """

    kind: ClassVar[str] = "separation"

    article_id: str
    other_id: str
    annotator: str

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.other_id)
