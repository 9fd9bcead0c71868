"""Reading records of any kind, and one annotator's work on an article."""

from collections.abc import Sequence
from typing import Literal, TypeAlias, TypeVar, cast

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Record
from annotator.domain.choice import Choice, SchemeRevision
from annotator.domain.flag import Flag
from annotator.domain.people import GOLD, Annotator
from annotator.domain.progress import ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.sheet import Sheet
from annotator.domain.stance import Stance
from annotator.domain.suggestion import Suggestion
from annotator.storage import articles
from annotator.storage.project import Project
from annotator.storage.rows import TABLES

R = TypeVar("R", bound=Record)

RecordsBeside: TypeAlias = Literal["stance", "suggestion"]
"""Kinds of records that follow when annotations change."""

LEFT_ON_ARTICLES = ("annotation", "progress", "article_label", "flag", "verdict", "stance")
"""The tables of what an annotator leaves on an article."""


def select(
    project: Project, kind: type[R], where: str = "", parameters: Sequence[object] = ()
) -> list[R]:
    """The records of one kind, in the order of their keys; `where` is trusted SQL."""
    table = TABLES[kind.kind]
    condition = f"WHERE {where}" if where else ""
    order = ", ".join(f'"{column}"' for column in table.keys)
    statement = f"SELECT {table.selection} FROM {table.name} {condition} ORDER BY {order}"
    return [cast("R", table.from_row(row)) for row in project.rows(statement, parameters)]


def of_article(project: Project, kind: type[R], article_id: str) -> list[R]:
    """The records of one kind that belong to an article, of all annotators."""
    return select(project, kind, "article_id = ?", (article_id,))


def sheet(project: Project, article_id: str, annotator: str) -> Sheet:
    """One annotator's work on one article.

    Raises:
        UserError: the project has no such article.
    """
    return sheet_of(project, articles.get(project, article_id), annotator)


def sheet_of(project: Project, article: Article, annotator: str) -> Sheet:
    """One annotator's work on an article already read."""
    own = "article_id = ? AND annotator = ?"
    key = (article.id, annotator)
    progress = select(project, Progress, own, key)
    empty = Sheet(article, annotator)
    relations = select(project, Relation, f"{own} OR (to_{own})", key * 2)
    return Sheet(
        article,
        annotator,
        annotations={record.id: record for record in select(project, Annotation, own, key)},
        relations={empty.name_of(record): record for record in relations},
        flags={record.id: record for record in select(project, Flag, own, key)},
        verdicts={record.id: record for record in select(project, Verdict, own, key)},
        stances={record.id: record for record in select(project, Stance, own, key)},
        suggestions={record.id: record for record in select(project, Suggestion, own, key)},
        labels={record.label: record for record in select(project, ArticleLabel, own, key)},
        progress=progress[0] if progress else None,
    )


def has(project: Project, kind: RecordsBeside, article_id: str, annotator: str) -> bool:
    """Whether an annotator has records of a kind on an article."""
    statement = f"SELECT 1 FROM {kind} WHERE article_id = ? AND annotator = ? LIMIT 1"
    return bool(project.rows(statement, (article_id, annotator)))


def layers(project: Project, article_id: str) -> list[str]:
    """The annotators who left anything on an article, by id."""
    parts = " UNION ".join(
        f"SELECT annotator FROM {table} WHERE article_id = ?1" for table in LEFT_ON_ARTICLES
    )
    return [row[0] for row in project.rows(f"{parts} ORDER BY 1", (article_id,))]


def annotators(project: Project) -> list[Annotator]:
    """Everybody who works in the project, by id."""
    return select(project, Annotator)


def choice(project: Project, name: str) -> str | None:
    """What the project has settled under a name, such as `title`; None when it has not."""
    found = select(project, Choice, "name = ?", (name,))
    return found[0].value if found else None


def scheme_revision(project: Project) -> SchemeRevision | None:
    """The newest revision of the project's scheme."""
    found = select(project, SchemeRevision)
    return max(found, key=lambda revision: revision.revision) if found else None


def people_of_all(project: Project) -> set[str]:
    """Everybody who left anything on any article."""
    parts = " UNION ".join(f"SELECT DISTINCT annotator FROM {table}" for table in LEFT_ON_ARTICLES)
    return {row[0] for row in project.rows(parts)}


def first_article(project: Project, annotator: str | None) -> str | None:
    """The first article by id on which an annotator left anything; None is anybody but gold."""
    who = f"annotator {'<>' if annotator is None else '='} ?"
    found = [
        project.value(
            f"SELECT article_id FROM {table} WHERE {who} ORDER BY article_id LIMIT 1",
            (annotator or GOLD,),
        )
        for table in LEFT_ON_ARTICLES
    ]
    return min([each for each in found if each is not None], default=None)


def first_article_of_status(
    project: Project, annotator: str | None, statuses: Sequence[str]
) -> str | None:
    """The first article by id that an annotator left in one of some statuses; as above."""
    who = f"annotator {'<>' if annotator is None else '='} ?"
    marks = ", ".join("?" * len(statuses))
    statement = f"SELECT min(article_id) FROM progress WHERE {who} AND status IN ({marks})"
    found = project.value(statement, (annotator or GOLD, *statuses))
    return None if found is None else str(found)


def layers_of_all(project: Project) -> list[tuple[str, str]]:
    """Article and annotator wherever an annotator left anything."""
    parts = " UNION ".join(
        f"SELECT DISTINCT article_id, annotator FROM {table}" for table in LEFT_ON_ARTICLES
    )
    return [(row[0], row[1]) for row in project.rows(parts)]
