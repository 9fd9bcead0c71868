"""Where annotations name entities."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from annotator.domain.annotation import Annotation
from annotator.storage.columns import path_of
from annotator.storage.project import Project
from annotator.storage.rows import TABLES


@dataclass(frozen=True, slots=True)
class Use:
    """How often annotations with one label hold an entity, as they spell it."""

    entity: str
    label: str
    count: int


def uses(project: Project, attributes: Iterable[tuple[str, str]]) -> list[Use]:
    """What annotations hold in attributes that name entities, given as label and attribute."""
    found = []
    for label, attribute in attributes:
        rows = project.rows(
            "SELECT json_extract(attributes, ?1) AS entity, count(*) FROM annotation "
            "WHERE label = ?2 AND entity IS NOT NULL AND entity <> '' GROUP BY entity",
            (path_of(attribute), label),
        )
        found += [Use(str(entity), label, count) for entity, count in rows]
    return found


def annotations_naming(
    project: Project, attributes: Iterable[tuple[str, str]], names: Iterable[str]
) -> list[Annotation]:
    """The annotations of all annotators that hold one of the names, in the order of articles."""
    table = TABLES[Annotation.kind]
    wanted = json.dumps(list(names))
    found: dict[tuple[str, ...], Annotation] = {}
    for label, attribute in attributes:
        rows = project.rows(
            f"SELECT {table.selection} FROM annotation WHERE label = ? "
            "AND json_extract(attributes, ?) IN (SELECT value FROM json_each(?))",
            (label, path_of(attribute), wanted),
        )
        for row in rows:
            annotation = cast("Annotation", table.from_row(row))
            found[annotation.key] = annotation
    return sorted(
        found.values(), key=lambda each: (each.article_id, each.start, each.annotator, each.id)
    )
