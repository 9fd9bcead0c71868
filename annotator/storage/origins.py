"""Reading where articles come from and who worked on them, for splits and pseudonyms."""

from collections.abc import Iterator

from annotator.dataclass import dataclass
from annotator.domain.flag import BY_PERSON
from annotator.storage import articles, records
from annotator.storage.columns import from_text
from annotator.storage.project import Project


@dataclass(frozen=True, slots=True)
class Origin:
    """An article without its text, as far as it tells what it is a copy of."""

    id: str
    text_sha256: str
    url: str | None
    outlet: str | None
    published: str | None
    cluster: str | None


def secret(project: Project) -> bytes:
    """What only who has the project knows, and no dataset tells: the same in every copy of it.

    The hash of the step that made the project, with the random names of its step and device; the
    journal only grows, so that it is always there.
    """
    return bytes(project.value("SELECT hash FROM journal ORDER BY rowid LIMIT 1") or b"")


def origins(project: Project) -> list[Origin]:
    """All articles but hidden repeats, which no dataset has, in the order in which they came."""
    rows = project.rows(
        "SELECT id, text_sha256, url, outlet, published, cluster FROM article "
        f"WHERE {articles.besides_copies(project, 'id')} ORDER BY number"
    )
    return [Origin(*row) for row in rows]


def texts(project: Project) -> Iterator[str]:
    """The texts of the same articles in the same order."""
    statement = (
        "SELECT CAST(content.body AS TEXT) FROM article "
        "JOIN content ON content.sha256 = article.text_sha256 "
        f"WHERE {articles.besides_copies(project, 'article.id')} ORDER BY article.number"
    )
    return (row[0] for row in project.each_row(statement))


def linked(project: Project, label: str) -> list[tuple[str, str]]:
    """The pairs of these articles that anybody joined by a relation of a kind."""
    ends = ("article_id", "to_article_id")
    real = " AND ".join(articles.besides_copies(project, end) for end in ends)
    return project.rows(
        "SELECT DISTINCT article_id, to_article_id FROM relation "
        f"WHERE label = ? AND article_id <> to_article_id AND {real} ORDER BY 1, 2",
        (label,),
    )


def with_label(project: Project, label: str) -> set[str]:
    """The articles in which anybody used a label."""
    rows = project.rows("SELECT DISTINCT article_id FROM annotation WHERE label = ?", (label,))
    return {row[0] for row in rows}


def values_of(project: Project, label: str) -> dict[str, str]:
    """The value of an article label of each article; of several people's the most frequent."""
    rows = project.rows(
        "SELECT article_id, value, count(*) FROM article_label WHERE label = ? "
        "GROUP BY 1, 2 ORDER BY 1, 3, 2 DESC",
        (label,),
    )
    return {article_id: value for article_id, value, _ in rows}


def everybody(project: Project) -> set[str]:
    """All names of people that stand anywhere in the work of a project."""
    found = {each.id for each in records.annotators(project)}
    found |= records.people_of_all(project)
    for raised_by, origin, messages in project.each_row(
        "SELECT raised_by, origin, messages FROM flag"
    ):
        found |= {raised_by} if origin == BY_PERSON else set()
        found |= {message["by"] for message in from_text(messages)}
    return found | {row[0] for row in project.rows('SELECT DISTINCT "by" FROM verdict')}


def licences(project: Project) -> list[str]:
    """The licences that articles have, in alphabetical order."""
    rows = project.rows("SELECT DISTINCT licence FROM article WHERE licence <> '' ORDER BY 1")
    return [row[0] for row in rows]
