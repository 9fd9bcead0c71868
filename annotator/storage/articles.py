"""Reading articles."""

from collections.abc import Iterator
from dataclasses import replace

from annotator.dataclass import dataclass
from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.people import REPEAT_OF
from annotator.storage.project import Project
from annotator.storage.rows import TABLES, article_from_row
from annotator.storage.tables import Row

_TABLE = TABLES["article"]
_SELECT = (
    f"SELECT {_TABLE.selection}, CAST(content.body AS TEXT) FROM article "  # noqa: S608
    "JOIN content ON content.sha256 = article.text_sha256"
)
_COPIES = (
    f"SELECT id FROM article WHERE instr(extra, '{REPEAT_OF}') "  # noqa: S608
    f"AND extra ->> '{REPEAT_OF}' IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list shows of an article: no text, but how one annotator stands with it.

    `place` is that in their queue, None when it was not assigned to them; `whose` names everybody
    it was assigned to. `reprints` counts the other articles of its cluster; `is_newer` says that it
    is a newer version of another.
    """

    id: str
    title: str
    outlet: str | None
    published: str | None
    language: str
    status: str
    annotations: int
    open_flags: int
    answered_flags: int
    suggestions: int = 0
    place: int | None = None
    whose: tuple[str, ...] = ()
    reprints: int = 0
    is_newer: bool = False


def get(project: Project, article_id: str) -> Article:
    """One article with its text.

    Raises:
        UserError: the project has no such article.
    """
    rows = project.rows(f"{_SELECT} WHERE article.id = ?", (article_id,))
    if not rows:
        raise UserError(
            f"There is no article “{article_id}” in {project.path.name}. "
            f"List them with: annotator articles {project.path.name}"
        )
    return _article(rows[0])


def found(project: Project, name: str) -> Article | None:
    """The article of an id or, without one, the only one of an address."""
    for column in ("id", "url"):
        rows = project.rows(f"{_SELECT} WHERE article.{column} = ? LIMIT 2", (name,))
        if len(rows) == 1:
            return _article(rows[0])
    return None


def each(project: Project, *, since: str = "") -> Iterator[Article]:
    """All articles from an id on with their texts, by id, one at a time."""
    statement = f"{_SELECT} WHERE article.id >= ? ORDER BY article.id"
    return (_article(row) for row in project.each_row(statement, (since,)))


def ids(project: Project) -> list[str]:
    """The ids of all articles, in the order in which they came."""
    return [row[0] for row in project.rows("SELECT id FROM article ORDER BY number")]


def count(project: Project) -> int:
    """How many articles the project has."""
    return int(project.value("SELECT count(*) FROM article"))


def known(project: Project) -> dict[str, str]:
    """The text hash of each article, by its id: what an import is compared with."""
    return dict(project.rows("SELECT id, text_sha256 FROM article"))


def newest_by_address(project: Project) -> dict[str, str]:
    """The article that came last from each address, by the address."""
    return dict(project.rows("SELECT url, id FROM article WHERE url IS NOT NULL ORDER BY number"))


def versions(project: Project) -> list[tuple[str, str]]:
    """Each newer version with the older one it is linked to, in the order in which they came."""
    rows = project.rows(
        "SELECT id, extra ->> '$.version_of' FROM article "
        "WHERE instr(extra, 'version_of') AND extra ->> '$.version_of' IS NOT NULL ORDER BY number"
    )
    return [(row[0], str(row[1])) for row in rows]


def raw(project: Project, article: Article) -> bytes | None:
    """The bytes that an article was read from."""
    rows = project.rows(
        "SELECT body FROM content WHERE sha256 = ?", (article.raw_sha256 or article.text_sha256,)
    )
    return rows[0][0] if rows else None


def summaries(project: Project, annotator: str) -> list[ArticleSummary]:
    """All articles in the order in which they came, as one annotator's queue shows them.

    Hidden repeats are not among them, but those that they were given or have worked on.
    """
    rows = project.rows(
        """
        SELECT article.id, title, outlet, published, language, coalesce(progress.status, 'open'),
            (SELECT count(*) FROM annotation
             WHERE annotation.article_id = article.id AND annotation.annotator = ?1),
            (SELECT count(*) FROM flag WHERE flag.article_id = article.id
             AND flag.annotator = ?1 AND state = 'open'),
            (SELECT count(*) FROM flag WHERE flag.article_id = article.id
             AND flag.annotator = ?1 AND (state = 'answered' OR is_unread)),
            (SELECT count(*) FROM suggestion WHERE suggestion.article_id = article.id
             AND suggestion.annotator = ?1 AND fate = 'open'
             AND NOT EXISTS (SELECT 1 FROM choice WHERE name = 'agreement:' || article.id))
        FROM article LEFT JOIN progress
            ON progress.article_id = article.id AND progress.annotator = ?1
        ORDER BY article.number
        """,
        (annotator,),
    )
    if not project.value("SELECT EXISTS (SELECT 1 FROM assignment)"):
        hidden = copies(project)
        shown = [ArticleSummary(*row) for row in rows if row[0] not in hidden or _is_begun(row)]
    else:
        shown = list(_assigned(project, annotator, rows))
    return _with_counterparts(project, shown)


def _with_counterparts(project: Project, shown: list[ArticleSummary]) -> list[ArticleSummary]:
    """Summaries that tell how many reprints there are, and which are newer versions."""
    newer = dict(versions(project))
    real = besides_copies(project, "id")
    others = dict(
        project.rows(
            "SELECT id, count(*) OVER (PARTITION BY cluster) - 1 FROM article "  # noqa: S608
            f"WHERE cluster IS NOT NULL AND {real}"
        )
    )
    if not newer and not any(others.values()):
        return shown
    return [
        replace(each, reprints=others.get(each.id, 0), is_newer=each.id in newer)
        if each.id in newer or others.get(each.id)
        else each
        for each in shown
    ]


def copies(project: Project) -> frozenset[str]:
    """The articles that were made as hidden repeats of others, by id."""
    return frozenset(row[0] for row in project.rows(_COPIES))


def besides_copies(project: Project, column: str) -> str:
    """The condition that a column with ids of articles names no hidden repeat.

    Only to whoever was given it is a repeat an article: no list, count or export has it.
    """
    is_any = project.value(f"SELECT EXISTS ({_COPIES})")
    return f"{column} NOT IN ({_COPIES})" if is_any else "1"


def _is_begun(row: Row) -> bool:
    """Whether the annotator of a summary has done anything on its article."""
    status, annotations = row[5:7]
    return bool(status != "open" or annotations)


def _assigned(project: Project, annotator: str, rows: list[Row]) -> Iterator[ArticleSummary]:
    """Summaries with what was assigned to whom."""
    own: dict[str, int] = {}
    whose: dict[str, tuple[str, ...]] = {}
    hidden = set(copies(project))
    statement = "SELECT article_id, annotator, place, repeats FROM assignment ORDER BY 1, 2"
    for article_id, name, place, repeats in project.rows(statement):
        whose[article_id] = (*whose.get(article_id, ()), name)
        if name == annotator:
            own[article_id] = place
        elif repeats:
            hidden.add(article_id)
    for row in rows:
        if row[0] not in hidden or row[0] in own or _is_begun(row):
            summary = ArticleSummary(*row)
            yield replace(summary, place=own.get(row[0]), whose=whose.get(row[0], ()))


def _article(row: Row) -> Article:
    return article_from_row(row[:-1], text=row[-1])
