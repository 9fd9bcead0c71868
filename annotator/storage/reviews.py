"""Reading what is to be adjudicated, and what was decided."""

from collections.abc import Callable

from annotator.dataclass import dataclass
from annotator.domain.people import GOLD
from annotator.domain.progress import ADJUDICATED, FINISHED
from annotator.domain.review import Decision
from annotator.storage import articles, records
from annotator.storage.project import Project


@dataclass(frozen=True, slots=True)
class Reviewable:
    """An article that somebody finished: who did, and how far its adjudication is."""

    id: str
    title: str
    finished: tuple[str, ...]
    status: str

    @property
    def is_done(self) -> bool:
        """Whether it is gold."""
        return self.status == ADJUDICATED


def decisions(project: Project, article_id: str) -> list[Decision]:
    """What editors decided about an article, by id."""
    return records.of_article(project, Decision, article_id)


def finished_by(project: Project, article_id: str) -> list[str]:
    """Who finished an article, by id; the adjudicated layer is nobody."""
    statement = (
        "SELECT annotator FROM progress WHERE article_id = ? AND status = ? AND annotator <> ? "
        "ORDER BY annotator"
    )
    return [row[0] for row in project.rows(statement, (article_id, FINISHED, GOLD))]


def reviewable(project: Project) -> list[Reviewable]:
    """Every article that somebody finished, in the order in which they came.

    Hidden repeats are not among them: nobody decides anything about these.
    """
    rows = project.rows(
        "SELECT article.id, article.title, progress.annotator, coalesce((SELECT status FROM "
        "progress AS own WHERE own.article_id = article.id AND own.annotator = ?1), '') "
        "FROM progress JOIN article ON article.id = progress.article_id "
        "WHERE progress.status = ?2 AND progress.annotator <> ?1 "
        f"AND {articles.besides_copies(project, 'article.id')} "
        "ORDER BY article.number, progress.annotator",
        (GOLD, FINISHED),
    )
    found: dict[str, Reviewable] = {}
    for article_id, title, name, status in rows:
        names = found[article_id].finished if article_id in found else ()
        found[article_id] = Reviewable(article_id, title, (*names, name), status)
    return list(found.values())


def hiding(project: Project, annotator: str) -> Callable[[str, str], bool]:
    """Whether somebody's work on an article is hidden from an annotator who still owes their own.

    What is found is kept for as long as the answer is asked for.
    """
    owed: dict[str, bool] = {}

    def is_hidden(article_id: str, of: str) -> bool:
        if of == annotator:
            return False
        if article_id not in owed:
            owed[article_id] = is_owed(project, article_id, annotator)
        return owed[article_id]

    return is_hidden


def is_owed(project: Project, article_id: str, annotator: str) -> bool:
    """Whether somebody has begun an article, or was given it, and has not finished it."""
    statement = (
        "SELECT EXISTS (SELECT 1 FROM assignment WHERE article_id = ?1 AND annotator = ?2) "
        "OR EXISTS (SELECT 1 FROM progress WHERE article_id = ?1 AND annotator = ?2), "
        "EXISTS (SELECT 1 FROM progress "
        "WHERE article_id = ?1 AND annotator = ?2 AND status = ?3)"
    )
    ((is_given, is_done),) = project.rows(statement, (article_id, annotator, FINISHED))
    return bool(is_given) and not is_done
