"""Who or what is meant, the same for every name and pronoun it goes by."""

from typing import ClassVar

from annotator.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or thing of the project, with the names it goes by.

    Annotations hold the id in their attribute of kind `entity`. It is the name first given and
    stays when `name` changes, so that renaming touches no annotation. `aliases` holds further
    names, and the ids of entities that were merged into this one.
    """

    kind: ClassVar[str] = "entity"

    id: str
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.id,)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by, its own first, each once."""
        return tuple(dict.fromkeys((self.name, self.id, *self.aliases)))
