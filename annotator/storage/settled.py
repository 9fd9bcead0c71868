"""What reviews settled: how often people differed in what, what became of it, and where."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from annotator.storage.dashboard import MOST_CASES, Instance, Scope, changed_since
from annotator.storage.project import Project

Difference = tuple[str, str]
"""A label, and a kind of difference (`domain.review.KINDS`)."""


def counts(project: Project, scope: Scope) -> dict[Difference, Mapping[str, int]]:
    """How often which choice was made, by label and kind; a difference may be of several kinds.

    What all agreed on is none. The scope says since when, and nothing of whom: editors decide.
    """
    recent, given = changed_since(project, scope.since, "decision")
    rows = project.rows(
        "SELECT label, kinds, choice, count(*) FROM decision "
        f"WHERE kinds <> '[]' AND choice NOT IN ('agreed', 'unsampled') AND {recent} "
        "GROUP BY 1, 2, 3",
        given,
    )
    found: dict[Difference, Counter[str]] = {}
    for label, kinds, choice, number in rows:
        for kind in json.loads(kinds):
            found.setdefault((label, kind), Counter())[choice] += number
    return dict(found)


def instances(project: Project, scope: Scope, wanted: Difference) -> list[Instance]:
    """The differences behind a number, in the order of articles; at most `MOST_CASES`.

    `note` is the choice, `annotator` whose work was taken; the words are those of the first who
    marked any.
    """
    label, kind = wanted
    recent, given = changed_since(project, scope.since, "decision")
    rows = project.rows(
        "SELECT article_id, title, taken, choice, sides FROM decision "
        "JOIN article ON article.id = article_id WHERE label = ? "
        "AND EXISTS (SELECT 1 FROM json_each(kinds) WHERE value = ?) "
        f"AND choice NOT IN ('agreed', 'unsampled') AND {recent} "
        "ORDER BY article.number, decision.id LIMIT ?",
        (label, kind, *given, MOST_CASES),
    )
    return [
        Instance(article, title, taken, label, *_place(project, article, sides), note=choice)
        for article, title, taken, choice, sides in rows
    ]


def _place(project: Project, article_id: str, sides: str) -> tuple[str, int, int]:
    """The words that somebody marked there, and where; nothing where they are gone."""
    return next(_places(project, article_id, sides), ("", 0, 0))


def _places(project: Project, article_id: str, sides: str) -> Iterator[tuple[str, int, int]]:
    for annotator, annotation_id, *_ in json.loads(sides):
        if annotation_id:
            yield from project.rows(
                'SELECT text, start, "end" FROM annotation '
                "WHERE article_id = ? AND annotator = ? AND id = ?",
                (article_id, annotator, annotation_id),
            )
