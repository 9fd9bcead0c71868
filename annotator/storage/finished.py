"""What people have finished, read together: what agreement is measured on.

Adjudicated work counts as finished. A person's work on an article that they have not finished is
missing, not empty, and is never read here.
"""

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field
from operator import attrgetter
from typing import cast

import orjson  # noqa: F401 - once it is there, rows are read with it

from annotator.dataclass import dataclass
from annotator.domain.annotation import Annotation
from annotator.domain.progress import ArticleLabel
from annotator.domain.relation import Relation
from annotator.storage.project import Project
from annotator.storage.rows import TABLES, annotations_from_rows
from annotator.storage.tables import written_by

_DONE = "progress.status IN ('finished', 'adjudicated')"


@dataclass(frozen=True, slots=True)
class Finished:
    """One person's finished work on one article."""

    article_id: str
    annotator: str
    annotations: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)


def people(project: Project) -> dict[str, int]:
    """Who has finished articles, and how many, in the order of their names."""
    return dict(
        project.rows(
            f"SELECT annotator, count(*) FROM progress WHERE {_DONE} "
            "GROUP BY annotator ORDER BY annotator"
        )
    )


def revisions(project: Project) -> dict[tuple[str, str], int]:
    """Under which revision of the scheme each article and person was finished.

    It is the newest that the project had when the person last said so.
    """
    known = project.rows(
        "SELECT revision, coalesce((SELECT clock FROM journal "
        f"WHERE {written_by('scheme_revision')}), 0) FROM scheme_revision ORDER BY revision"
    )
    if len(known) < 2:
        only = int(known[0][0]) if known else 0
        rows = project.rows(f"SELECT article_id, annotator FROM progress WHERE {_DONE}")
        return dict.fromkeys(rows, only)
    rows = project.rows(
        "SELECT article_id, progress.annotator, coalesce(clock, 0) FROM progress "
        f"LEFT JOIN journal ON {written_by('progress')} WHERE {_DONE}"
    )
    return {(article, person): _revision_at(known, clock) for article, person, clock in rows}


def works(project: Project, wanted: Mapping[str, Sequence[str]]) -> list[Finished]:
    """The work of some people on each of some articles, in the order of articles and people."""
    keys = [(article, person) for article, those in sorted(wanted.items()) for person in those]
    annotations = _grouped(project, Annotation, wanted)
    relations = _grouped(project, Relation, wanted)
    labels = _grouped(project, ArticleLabel, wanted)
    return [
        Finished(
            *key,
            tuple(cast("list[Annotation]", annotations.get(key, ()))),
            tuple(cast("list[Relation]", relations.get(key, ()))),
            {each.label: each.value for each in cast("list[ArticleLabel]", labels.get(key, ()))},
        )
        for key in keys
    ]


def texts(project: Project, wanted: Sequence[str]) -> dict[str, str]:
    """The texts of some articles by their ids."""
    rows = project.rows(
        "SELECT article.id, CAST(content.body AS TEXT) FROM article "
        "JOIN content ON content.sha256 = article.text_sha256 "
        "WHERE article.id IN (SELECT value FROM json_each(?))",
        (_listed(wanted),),
    )
    return dict(rows)


def repeats(project: Project) -> list[tuple[str, str, str]]:
    """Articles of the same text that a person has finished twice: person, first, second."""
    return [
        (person, first, second)
        for person, first, second in project.rows(
            "SELECT one.annotator, here.id, there.id FROM article AS here "
            "JOIN article AS there ON there.text_sha256 = here.text_sha256 "
            "AND there.number > here.number "
            "JOIN progress AS one ON one.article_id = here.id "
            "JOIN progress AS other ON other.article_id = there.id "
            "AND other.annotator = one.annotator "
            "WHERE one.status = 'finished' AND other.status = 'finished' "
            "ORDER BY one.annotator, here.number, there.number"
        )
    ]


def _grouped(
    project: Project,
    kind: type[Annotation] | type[Relation] | type[ArticleLabel],
    wanted: Mapping[str, Sequence[str]],
) -> dict[tuple[str, str], list[object]]:
    """The records of one kind by article and person."""
    table = TABLES[kind.kind]
    names = {person for those in wanted.values() for person in those}
    order = ", ".join(f'"{column}"' for column in table.keys)
    rows = project.rows(
        f"SELECT {table.selection} FROM {table.name} "
        "WHERE article_id IN (SELECT value FROM json_each(?)) "
        f"AND annotator IN (SELECT value FROM json_each(?)) ORDER BY {order}",
        (_listed(sorted(wanted)), _listed(sorted(names))),
    )
    found: dict[tuple[str, str], list[object]] = defaultdict(list)
    key = attrgetter("article_id", "annotator")
    made = annotations_from_rows(rows) if kind is Annotation else map(table.from_row, rows)
    for each, group in itertools.groupby(made, key=key):
        found[each] = list(group)
    return found


def _listed(names: Sequence[str]) -> str:
    import json

    return json.dumps(list(names))


def _revision_at(known: Sequence[tuple[int, int]], clock: int) -> int:
    before = [revision for revision, since in known if since <= clock]
    return int(before[-1] if before else known[0][0])
