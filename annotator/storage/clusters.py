"""Reading clusters: articles that are nearly the same, and what people keep apart."""

import json
from collections.abc import Iterable, Iterator, Sequence

from annotator.dataclass import dataclass
from annotator.domain.article import Article
from annotator.domain.separation import Separation
from annotator.storage import articles, records
from annotator.storage.project import Project
from annotator.storage.rows import TABLES, article_from_row

_ARTICLES = f"SELECT {TABLES['article'].selection} FROM article"


@dataclass(frozen=True, slots=True)
class Clustered:
    """An article of a cluster, as a list shows it; `characters` is the length of its text."""

    cluster: str
    article_id: str
    title: str
    outlet: str
    published: str
    characters: int


def all_clustered(project: Project) -> list[Clustered]:
    """The articles of all clusters of two and more, cluster by cluster, in the order they came."""
    real = articles.besides_copies(project, "article.id")
    rows = project.rows(
        f"""
        SELECT cluster, article.id, title, coalesce(outlet, ''), coalesce(published, ''),
            length(CAST(content.body AS TEXT))
        FROM article JOIN content ON content.sha256 = article.text_sha256
        WHERE cluster IN (
            SELECT cluster FROM article WHERE cluster IS NOT NULL
            AND {real} GROUP BY cluster HAVING count(*) > 1
        ) AND {real} ORDER BY min(article.number) OVER (PARTITION BY cluster), article.number
        """
    )
    return [Clustered(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Member:
    """An article, the cluster it is in, and the hash of its text; a project may have very many."""

    article_id: str
    cluster: str | None
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An article beside others with the same words, and how far one annotator is with it.

    `cluster` is empty where it is in none.
    """

    cluster: str
    article_id: str
    title: str
    outlet: str
    published: str
    status: str
    annotations: int


def listed(project: Project, annotator: str) -> list[Listed]:
    """The articles of all clusters as one annotator works, in the order of `all_clustered`."""
    names = [each.article_id for each in all_clustered(project)]
    return list(_listed(project, names, annotator).values())


def versions(project: Project, annotator: str) -> list[tuple[Listed, Listed]]:
    """Each older version with the newer one, as far as both are there."""
    pairs = [(older, newer) for newer, older in articles.versions(project)]
    names = [name for pair in pairs for name in pair]
    known = _listed(project, names, annotator)
    return [(known[a], known[b]) for a, b in pairs if a in known and b in known]


def _listed(project: Project, names: Iterable[str], annotator: str) -> dict[str, Listed]:
    """How one annotator is with some articles, by their ids, in the order given."""
    statement = """
        SELECT coalesce(cluster, ''), article.id, title, coalesce(outlet, ''),
            coalesce(published, ''), coalesce(progress.status, 'open'),
            (SELECT count(*) FROM annotation
             WHERE annotation.article_id = article.id AND annotation.annotator = ?1)
        FROM article LEFT JOIN progress
            ON progress.article_id = article.id AND progress.annotator = ?1
        WHERE article.id IN (SELECT value FROM json_each(?2))
        """
    wanted = list(dict.fromkeys(names))
    rows = project.rows(statement, (annotator, json.dumps(wanted)))
    found = {row[1]: Listed(*row) for row in rows}
    return {name: found[name] for name in wanted if name in found}


def others_of(project: Project, article_id: str) -> list[str]:
    """The other articles of an article's cluster, in the order in which they came."""
    rows = project.rows(
        "SELECT id FROM article WHERE id <> ?1 AND cluster = "
        "(SELECT cluster FROM article WHERE id = ?1) "
        f"AND {articles.besides_copies(project, 'id')} ORDER BY number",
        (article_id,),
    )
    return [row[0] for row in rows]


def members(project: Project) -> list[Member]:
    """All articles but hidden repeats, in the order in which they came."""
    real = articles.besides_copies(project, "id")
    statement = f"SELECT id, cluster, text_sha256 FROM article WHERE {real} ORDER BY number"
    return [Member(*row) for row in project.rows(statement)]


def without_texts(project: Project, *, only: Sequence[str] | None = None) -> list[Article]:
    """All articles in the order in which they came, or only some of them, without their texts."""
    wanted = "1" if only is None else "id IN (SELECT value FROM json_each(?))"
    arguments = () if only is None else (json.dumps(only),)
    rows = project.rows(f"{_ARTICLES} WHERE {wanted} ORDER BY number", arguments)
    return [article_from_row(row) for row in rows]


def each_text(project: Project) -> Iterator[str]:
    """The texts of all articles but hidden repeats in the same order, one at a time."""
    rows = project.each_row(
        "SELECT CAST(body AS TEXT) FROM article JOIN content ON sha256 = text_sha256 "
        f"WHERE {articles.besides_copies(project, 'article.id')} ORDER BY article.number"
    )
    return (row[0] for row in rows)


def text_of(project: Project, text_sha256: str) -> str:
    """A text by its hash."""
    return str(
        project.value("SELECT CAST(body AS TEXT) FROM content WHERE sha256 = ?", (text_sha256,))
    )


def separations(project: Project) -> list[Separation]:
    """Every pair that somebody keeps apart."""
    return records.select(project, Separation)
