"""What a project has settled for itself."""

from typing import ClassVar

from annotator.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class SchemeRevision:
    """One published revision of a label scheme, as canonical JSON, never edited afterwards."""

    kind: ClassVar[str] = "scheme_revision"

    id: str
    revision: int
    sha256: str
    json: str

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.id, str(self.revision))


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of the project, such as its title or its current annotator."""

    kind: ClassVar[str] = "choice"

    name: str
    value: str

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.name,)
