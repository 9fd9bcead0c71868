"""Who works in a project."""

from typing import ClassVar

from annotator.dataclass import dataclass

GOLD = "gold"
ANNOTATOR, EDITOR = "annotator", "editor"
ROLES = (ANNOTATOR, EDITOR)

REPEAT_OF = "repeat_of"
"""Where the copy of an article that is a hidden repeat names the first one, in its `extra`."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """A person whose work is kept apart, or the adjudicated layer `gold`.

    `role` is `annotator` or `editor`.
    """

    kind: ClassVar[str] = "annotator"

    id: str
    name: str
    role: str = ANNOTATOR

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.id,)


@dataclass(frozen=True, slots=True)
class Assignment:
    """An article that somebody is to do, and at which place of their queue.

    `repeats` names the article of which this one is a copy, given a second time to the same person
    without a word, so that they can be compared with themselves.
    """

    kind: ClassVar[str] = "assignment"

    article_id: str
    annotator: str
    place: int = 0
    repeats: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.annotator)
