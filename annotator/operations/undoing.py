"""Taking a step back where others have gone on from it since."""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Change, Draft
from annotator.domain.entity import Entity
from annotator.domain.scheme import Scheme
from annotator.storage import entities, records
from annotator.storage.project import Project

if TYPE_CHECKING:
    from annotator.operations.entities import Directory


class Ground(Protocol):
    """What must be known: the project, and its entities as they stand."""

    project: Project
    scheme: Scheme

    @property
    def directory(self) -> "Directory":
        """The entities of the project."""


def taken_back(ground: Ground, made: Draft) -> Draft:
    """The draft that takes a step back, but for what is shared and in use by now.

    An entity stays that somebody changed since, or that came with a label and is named elsewhere;
    so does the copy of an article on which somebody has worked. One's own labels go as they came.
    Without changes nothing is left to take back.
    """
    inverse = made.inverse()
    if not any(isinstance(each.record, Entity | Article) for each in inverse.changes):
        return inverse
    going = {
        each.record.key
        for each in inverse.changes
        if isinstance(each.record, Annotation) and each.after is None
    }
    kept = tuple(each for each in inverse.changes if not _is_in_use(ground, each, going))
    return replace(inverse, changes=kept)


def _is_in_use(ground: Ground, change: Change, going: set[tuple[str, ...]]) -> bool:
    """Whether others have gone on from a record; `going` are the labels that go with it."""
    record = change.record
    if isinstance(record, Article):
        return change.after is None and bool(records.layers(ground.project, record.id))
    if not isinstance(record, Entity):
        return False
    if ground.directory.record(record.id) != change.before:
        return True
    return change.after is None and bool(going) and _is_named_elsewhere(ground, record, going)


def _is_named_elsewhere(ground: Ground, entity: Entity, going: set[tuple[str, ...]]) -> bool:
    naming = ground.scheme.entity_attributes
    found = entities.annotations_naming(ground.project, naming, entity.names)
    return any(each.key not in going for each in found)
