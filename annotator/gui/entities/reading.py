"""What the list of entities asks of the project, in a thread of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.change import Draft
from annotator.domain.scheme import Scheme
from annotator.operations import entities
from annotator.operations.entities import Listed, Mention
from annotator.storage.project import open_project

Report = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Places:
    """Where an entity stands: what is labelled, then what only has its name."""

    entity: str
    labelled: tuple[Mention, ...]
    named: tuple[Mention, ...]


def read_list(_: Report, path: Path, scheme: Scheme) -> list[Listed]:
    """All entities of a project."""
    with open_project(path) as project:
        return entities.listed(project, scheme)


def read_places(_: Report, path: Path, scheme: Scheme, entity_id: str) -> Places:
    """Where an entity stands in all articles."""
    with open_project(path) as project:
        labelled = entities.mentions(project, scheme, entity_id)
        named = entities.occurrences(project, entity_id)
    taken = {(each.article_id, place) for each in labelled for place in range(*_ends(each))}
    free = [each for each in named if (each.article_id, each.span.start) not in taken]
    return Places(entity_id, tuple(labelled), tuple(free))


def draft_merge(
    _: Report, path: Path, scheme: Scheme, merged: str, into: str, annotator: str
) -> Draft:
    """The changes that make two entities one."""
    with open_project(path) as project:
        return entities.merge(project, scheme, merged=merged, into=into, annotator=annotator)


def _ends(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end
