"""Who works in a project."""

from typing import ClassVar

from annotator.dataclass import dataclass

GOLD = "gold"


@dataclass(frozen=True, slots=True)
class Annotator:
    """A person whose work is kept apart, or the adjudicated layer `gold`.

    `role` is `annotator` or `editor`.
    """

    kind: ClassVar[str] = "annotator"

    id: str
    name: str
    role: str = "annotator"

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.id,)
