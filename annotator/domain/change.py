"""Every write is a list of changes; a step is the changes of one action under one name."""

from collections.abc import Iterable
from dataclasses import field, replace
from typing import TypeAlias, TypeVar

from annotator.dataclass import dataclass
from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.choice import Choice, SchemeRevision
from annotator.domain.entity import Entity
from annotator.domain.flag import Flag
from annotator.domain.identity import new_id
from annotator.domain.people import Annotator, Assignment
from annotator.domain.progress import ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Decision, Verdict
from annotator.domain.separation import Separation
from annotator.domain.stance import Stance
from annotator.domain.suggestion import Suggestion

Record: TypeAlias = (
    Article
    | Annotation
    | Relation
    | Flag
    | Verdict
    | Stance
    | Suggestion
    | Separation
    | Progress
    | ArticleLabel
    | Annotator
    | Assignment
    | Decision
    | Entity
    | SchemeRevision
    | Choice
)
"""Everything that a project keeps."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after. No `before`: added. No `after`: removed."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is after the change, or was before it was removed.

        Raises:
            ValueError: the change has neither side.
        """
        record = self.after if self.after is not None else self.before
        if record is None:
            raise ValueError("a change has at least one side")
        return record

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Draft:
    """What an operation wants written: changes under one name, not yet in the journal.

    Operations return drafts and write nothing, so the window can show a change at once and hand
    it to the thread that owns the disk. `id` becomes the step's; `undoes` names the step that the
    draft takes back.
    """

    operation: str
    changes: tuple[Change, ...]
    is_undoable: bool = True
    undoes: str | None = None
    id: str = field(default_factory=new_id, compare=False)

    @property
    def changes_articles(self) -> bool:
        """Whether articles themselves are added, changed or removed."""
        return any(isinstance(change.record, Article) for change in self.changes)

    def joined_with(self, other: "Draft") -> "Draft":
        """This draft with the changes of another behind its own, under its own name."""
        return replace(self, changes=self.changes + other.changes)

    def inverse(self) -> "Draft":
        """The draft that takes this one back."""
        changes = tuple(change.inverse() for change in reversed(self.changes))
        return Draft(self.operation, changes, undoes=self.id)


@dataclass(frozen=True, slots=True)
class Step:
    """Everything one action changed, as it stands in the journal.

    `device` and `number` (1, 2, 3 … per device) name its place; `clock` is a hybrid clock: 48
    bits of milliseconds and 16 bits of counter, never going back.
    """

    id: str
    device: str
    number: int
    clock: int
    annotator: str
    operation: str
    changes: tuple[Change, ...]
    is_undoable: bool = True
    undoes: str | None = None

    @property
    def milliseconds(self) -> int:
        """The wall-clock part of the hybrid clock, in milliseconds since 1970."""
        return self.clock >> 16

    def touched(self, kind: type[R]) -> list[R]:
        """The records of one kind that the step added, changed or removed."""
        return [change.record for change in self.changes if isinstance(change.record, kind)]

    def inverse(self) -> Draft:
        """The draft that takes the step back."""
        return Draft(self.operation, self.changes, id=self.id).inverse()


def articles_of(record: Record) -> tuple[str, ...]:
    """The ids of the articles that a record belongs to."""
    match record:
        case Article():
            return (record.id,)
        case Relation():
            return (record.article_id, record.to_article_id)
        case Separation():
            return record.key
        case Annotation() | Flag() | Verdict() | Stance() | Progress() | ArticleLabel():
            return (record.article_id,)
        case Suggestion() | Assignment() | Decision():
            return (record.article_id,)
        case _:
            return ()


def added(records: Iterable[Record]) -> tuple[Change, ...]:
    """The changes that add records."""
    return tuple(Change(None, record) for record in records)


def removed(records: Iterable[Record]) -> tuple[Change, ...]:
    """The changes that remove records."""
    return tuple(Change(record, None) for record in records)
