"""What an annotator says of an attitude that no annotation can show."""

from dataclasses import replace
from typing import ClassVar, NamedTuple

from annotator.dataclass import dataclass

NONE_EXPRESSED, CANNOT_TELL = "none_expressed", "cannot_tell"
STANCES = (NONE_EXPRESSED, CANNOT_TELL)


class Party(NamedTuple):
    """Who holds an attitude, or meets one: an entity, or the words of one annotation.

    Exactly one of the two is set.
    """

    entity: str | None = None
    annotation_id: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """One cell of the sentiment grid of an article: nothing is expressed, or nobody can tell.

    Without it the cell is not looked at, unless annotations fill it. `holder` None is the author.
    """

    kind: ClassVar[str] = "stance"

    id: str
    article_id: str
    annotator: str
    holder: Party | None
    target: Party
    value: str

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.annotator, self.id)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Those named: the holder, unless it is the author, and the target."""
        return (self.target,) if self.holder is None else (self.holder, self.target)

    def renamed(self, annotation_id: str, heir: str) -> "Stance":
        """The same, with another annotation in the place of one that goes."""
        gone, party = Party(annotation_id=annotation_id), Party(annotation_id=heir)
        holder = party if self.holder == gone else self.holder
        return replace(self, holder=holder, target=party if self.target == gone else self.target)
