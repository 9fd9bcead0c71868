"""Reading articles."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter

from annotator.dataclass import dataclass
from annotator.domain.article import VERSION_OF, Article
from annotator.domain.errors import UserError
from annotator.domain.flag import SENT_BACK
from annotator.domain.people import REPEAT_OF
from annotator.domain.progress import IN_PROGRESS
from annotator.storage.project import Project
from annotator.storage.rows import TABLES, article_from_row
from annotator.storage.tables import Row

_TABLE = TABLES["article"]
_SELECT = (
    f"SELECT {_TABLE.selection}, CAST(content.body AS TEXT) FROM article "
    "JOIN content ON content.sha256 = article.text_sha256"
)
_IS_COPY = f"instr(extra, '{REPEAT_OF}') AND extra ->> '{REPEAT_OF}' IS NOT NULL"
IS_NO_COPY = f"NOT ({_IS_COPY})"
"""For SQL about a few rows of `article`: that they are no hidden repeats."""
_COPIES = f"SELECT id FROM article WHERE {_IS_COPY}"
_IS_NEWER = f"instr(extra, '{VERSION_OF}') AND extra ->> '{VERSION_OF}' IS NOT NULL"

_FIRST_PIECE, _PIECE = 200, 2_000
_SUMMARIES = f"""
    SELECT article.id, title, outlet, published, language, coalesce(progress.status, 'open'),
        (SELECT count(*) FROM annotation
         WHERE annotation.article_id = article.id AND annotation.annotator = ?1),
        (SELECT count(*) FROM flag WHERE flag.article_id = article.id
         AND flag.annotator = ?1 AND state = 'open'),
        (SELECT count(*) FROM flag WHERE flag.article_id = article.id
         AND flag.annotator = ?1
         AND (state = 'answered' AND reason <> '{SENT_BACK}' OR is_unread)),
        (SELECT count(*) FROM suggestion WHERE suggestion.article_id = article.id
         AND suggestion.annotator = ?1 AND fate = 'open'
         AND NOT EXISTS (SELECT 1 FROM choice WHERE name = 'agreement:' || article.id)),
        progress.status = '{IN_PROGRESS}' AND EXISTS (SELECT 1 FROM flag
         WHERE flag.article_id = article.id AND flag.annotator = ?1
         AND state = 'answered' AND reason = '{SENT_BACK}'),
        {_IS_NEWER}, {_IS_COPY}, cluster, article.number
    FROM article LEFT JOIN progress
        ON progress.article_id = article.id AND progress.annotator = ?1
    WHERE article.number > ?2 ORDER BY article.number LIMIT ?3
"""
_ASSIGNMENTS = """
    SELECT assignment.article_id, assignment.annotator, place, repeats,
        coalesce(status = 'finished', 0)
    FROM article JOIN assignment ON assignment.article_id = article.id
    LEFT JOIN progress ON progress.article_id = article.id
        AND progress.annotator = assignment.annotator
    WHERE number > ? AND number <= ? ORDER BY number, 2
"""
_CLUSTER_SIZES = f"""
    SELECT cluster, count(*) FROM article
    WHERE cluster IN (SELECT cluster FROM article WHERE number > ? AND number <= ?)
        AND cluster IS NOT NULL AND NOT ({_IS_COPY})
    GROUP BY cluster
"""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list shows of an article: no text, but how one annotator stands with it.

    `place` is that in their queue, None when it was not assigned to them; `whose` names everybody
    it was assigned to, `done_by` those of them who have finished it. `is_sent_back` says that an
    editor gave it back and it is not finished anew; the flag that says why is not among
    `answered_flags`. `reprints` counts the other articles of its cluster; `is_newer` says that it
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
    is_sent_back: bool = False
    place: int | None = None
    whose: tuple[str, ...] = ()
    reprints: int = 0
    is_newer: bool = False
    done_by: tuple[str, ...] = ()


summary_row: Callable[[ArticleSummary], Row] = attrgetter(
    *(each.name for each in fields(ArticleSummary))
)
"""The row that a summary is made of."""


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
        rows = project.rows(
            f"{_SELECT} WHERE article.{column} = ? AND {IS_NO_COPY} LIMIT 2", (name,)
        )
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
    """How many articles the project has, hidden repeats among them."""
    return int(project.value("SELECT count(*) FROM article"))


def count_listed(project: Project) -> int:
    """How many articles lists show: hidden repeats are none."""
    return int(project.value(f"SELECT count(*) FROM article WHERE {IS_NO_COPY}"))


def known(project: Project) -> dict[str, str]:
    """The text hash of each article by its id, as they came: what an import is compared with."""
    return dict(project.rows("SELECT id, text_sha256 FROM article ORDER BY number"))


def newest_by_address(project: Project) -> dict[str, str]:
    """The article that came last from each address, by the address."""
    rows = project.rows(
        f"SELECT url, id FROM article WHERE url IS NOT NULL AND {IS_NO_COPY} ORDER BY number"
    )
    return dict(rows)


def versions(project: Project) -> list[tuple[str, str]]:
    """Each newer version with the older one it is linked to, in the order in which they came."""
    rows = project.rows(
        f"SELECT id, extra ->> '{VERSION_OF}' FROM article "
        f"WHERE {_IS_NEWER} AND {IS_NO_COPY} ORDER BY number"
    )
    return [(row[0], str(row[1])) for row in rows]


def raw(project: Project, article: Article) -> bytes | None:
    """The bytes that an article was read from."""
    rows = project.rows(
        "SELECT body FROM content WHERE sha256 = ?", (article.raw_sha256 or article.text_sha256,)
    )
    return rows[0][0] if rows else None


def first(project: Project) -> str | None:
    """The id of the article that came first."""
    name: str | None = project.value("SELECT id FROM article ORDER BY number LIMIT 1")
    return name


def are_more_than(project: Project, count: int) -> bool:
    """Whether the project has more articles; to count a million would take some frames."""
    return bool(project.value("SELECT EXISTS (SELECT 1 FROM article LIMIT 1 OFFSET ?)", (count,)))


def summaries(project: Project, annotator: str) -> list[ArticleSummary]:
    """All articles in the order in which they came, as one annotator's queue shows them.

    Hidden repeats are not among them, but those that they were given or have worked on.
    """
    return [ArticleSummary(*row) for piece in summary_rows(project, annotator) for row in piece]


def summary_rows(project: Project, annotator: str) -> Iterator[list[Row]]:
    """What `summaries` are made of, in pieces: the first is small, to be shown at once.

    Rows, for a list of a million: Python looks through as many records for cycles again and again.
    """
    is_assigned = bool(project.value("SELECT EXISTS (SELECT 1 FROM assignment)"))
    # One string for all articles of an outlet.
    same: dict[str | None, str | None] = {}
    number, size = 0, _FIRST_PIECE
    while rows := project.rows(_SUMMARIES, (annotator, number, size)):
        span = (number, rows[-1][-1])
        given = _given(project, annotator, span) if is_assigned else _NOTHING_GIVEN
        sizes = _cluster_sizes(project, span, rows)
        yield [_summary_row(row, given, sizes, same) for row in rows if given.shows(row)]
        number, size = span[1], _PIECE


def copies(project: Project) -> frozenset[str]:
    """The articles that were made as hidden repeats of others, by id."""
    return frozenset(row[0] for row in project.rows(_COPIES))


def besides_copies(project: Project, column: str) -> str:
    """The condition that a column with ids of articles names no hidden repeat.

    Only to whoever was given it is a repeat an article: no list, count or export has it.
    """
    is_any = project.value(f"SELECT EXISTS ({_COPIES})")
    return f"{column} NOT IN ({_COPIES})" if is_any else "1"


@dataclass(frozen=True, slots=True)
class _Given:
    """What of some articles was assigned: to whom, and where in one annotator's queue."""

    own: Mapping[str, int]
    whose: Mapping[str, tuple[str, ...]]
    done_by: Mapping[str, tuple[str, ...]]
    others_repeats: frozenset[str]

    def shows(self, row: Row) -> bool:
        """Whether this annotator sees an article: a repeat only if they have to do with it."""
        name, status, annotations, is_copy = row[0], row[5], row[6], row[-3]
        is_begun = status != "open" or annotations
        return bool(is_begun or name in self.own or not (is_copy or name in self.others_repeats))


_NOTHING_GIVEN = _Given({}, {}, {}, frozenset())


def _given(project: Project, annotator: str, span: tuple[int, int]) -> _Given:
    own: dict[str, int] = {}
    whose: dict[str, tuple[str, ...]] = {}
    done_by: dict[str, tuple[str, ...]] = {}
    others_repeats: set[str] = set()
    for article_id, name, place, repeats, is_done in project.rows(_ASSIGNMENTS, span):
        whose[article_id] = (*whose.get(article_id, ()), name)
        if is_done:
            done_by[article_id] = (*done_by.get(article_id, ()), name)
        if name == annotator:
            own[article_id] = place
        elif repeats:
            others_repeats.add(article_id)
    return _Given(own, whose, done_by, frozenset(others_repeats))


def _cluster_sizes(
    project: Project, span: tuple[int, int], rows: Sequence[Row]
) -> Mapping[str | None, int]:
    """How many articles the clusters of some rows have, hidden repeats apart."""
    is_any = any(row[-2] is not None for row in rows)
    return dict(project.rows(_CLUSTER_SIZES, span)) if is_any else {}


def _summary_row(
    row: Row,
    given: _Given,
    sizes: Mapping[str | None, int],
    same: dict[str | None, str | None],
) -> Row:
    (
        name,
        title,
        outlet,
        published,
        language,
        status,
        *counts,
        back,
        is_newer,
        is_copy,
        cluster,
        _,
    ) = row
    return (
        name,
        title,
        same.setdefault(outlet, outlet),
        same.setdefault(published, published),
        same.setdefault(language, language),
        same.setdefault(status, status),
        *counts,
        bool(back),
        given.own.get(name),
        given.whose.get(name, ()),
        0 if is_copy else sizes.get(cluster, 1) - 1,
        bool(is_newer),
        given.done_by.get(name, ()),
    )


def _article(row: Row) -> Article:
    return article_from_row(row[:-1], text=row[-1])
