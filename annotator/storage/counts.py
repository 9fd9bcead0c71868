"""Counting a project: labels, people, how far the work is, and on which days it was done."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.domain.people import GOLD
from annotator.domain.progress import ADJUDICATED, FINISHED, IN_PROGRESS
from annotator.storage import articles, flags
from annotator.storage.project import Project
from annotator.storage.query import NOT_BEGUN
from annotator.storage.suggestion_counts import SuggestionCount, of_suggestions
from annotator.storage.tables import written_by

_BY_FURTHEST = (ADJUDICATED, FINISHED, IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class Work:
    """What one annotator did. Articles not finished are missing, not empty."""

    annotations: int
    relations: int
    labels: Mapping[str, int]
    status: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on one day: steps made, annotations made or last changed."""

    steps: int
    annotations: int


@dataclass(frozen=True, slots=True)
class Counts:
    """A project in numbers.

    `status` counts each article once, under the furthest that anybody is with it.
    """

    articles: int
    annotations: int
    relations: int
    labels: Mapping[str, int]
    status: Mapping[str, int]
    annotators: Mapping[str, Work]
    flags: Mapping[str, int]
    days: Mapping[str, Day]
    suggestions_accepted: int
    suggestions: tuple[SuggestionCount, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleCounts:
    """What a list shows of an article: no text, but how everybody stands with it."""

    id: str
    title: str
    outlet: str | None
    published: str | None
    language: str
    annotations: int
    open_flags: int
    status: Mapping[str, str]


def of_articles(project: Project) -> dict[str, ArticleCounts]:
    """Every article by its id, in the order in which they came; hidden repeats are none."""
    status: defaultdict[str, dict[str, str]] = defaultdict(dict)
    progress = "SELECT article_id, annotator, status FROM progress ORDER BY article_id, annotator"
    for article_id, annotator, state in project.rows(progress):
        status[article_id][annotator] = state
    rows = project.rows(
        "SELECT id, title, outlet, published, language, "
        "(SELECT count(*) FROM annotation WHERE article_id = article.id), "
        "(SELECT count(*) FROM flag WHERE article_id = article.id AND state = 'open' "
        "AND annotator <> 'gold') "
        f"FROM article WHERE {articles.besides_copies(project, 'id')} ORDER BY number"
    )
    return {row[0]: ArticleCounts(*(*row, status.get(row[0], {}))) for row in rows}


def of_project(project: Project, *, has_local_days: bool = False) -> Counts:
    """All counts of a project, from one state of it; hidden repeats and labels on them are none.

    Days are those of UTC, the same everywhere, or by the clock of this computer.
    """
    where = articles.besides_copies(project, "article_id")
    total_articles = articles.count_listed(project)
    labels = _counted(
        project,
        "SELECT annotator, label, count(*) FROM annotation "
        f"WHERE {where} GROUP BY annotator, label",
    )
    relations = dict(
        project.rows(f"SELECT annotator, count(*) FROM relation WHERE {where} GROUP BY annotator")
    )
    total: Counter[str] = Counter()
    for counted in labels.values():
        total.update(counted)
    return Counts(
        articles=total_articles,
        annotations=total.total(),
        relations=sum(relations.values()),
        labels=dict(sorted(total.items())),
        status=_furthest(project, total_articles, where),
        annotators=_work(project, total_articles, labels, relations, where),
        flags=flags.counted(project),
        days=_days(project, where, is_local=has_local_days),
        suggestions_accepted=int(
            project.value(
                f"SELECT count(*) FROM annotation WHERE origin LIKE 'suggestion:%' AND {where}"
            )
        ),
        suggestions=of_suggestions(project),
    )


def _counted(project: Project, statement: str) -> dict[str, dict[str, int]]:
    """Rows of person, kind and number as numbers by kind by person."""
    counted: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for person, kind, number in project.rows(statement):
        counted[person][kind] = number
    return counted


def _work(
    project: Project,
    total: int,
    labels: Mapping[str, Mapping[str, int]],
    relations: Mapping[str, int],
    where: str,
) -> dict[str, Work]:
    status = _counted(
        project,
        "SELECT annotator, status, count(*) FROM progress "
        f"WHERE {where} GROUP BY annotator, status",
    )
    known = {row[0] for row in project.rows("SELECT id FROM annotator")}
    work = {}
    for person in sorted(known | labels.keys() | status.keys()):
        own = status.get(person, {})
        begun = {ADJUDICATED: own.get(ADJUDICATED, 0)} if person == GOLD else {}
        begun |= {state: own.get(state, 0) for state in (FINISHED, IN_PROGRESS)}
        work[person] = Work(
            sum(labels.get(person, {}).values()),
            relations.get(person, 0),
            labels.get(person, {}),
            {**begun, NOT_BEGUN: total - sum(own.values())},
        )
    return work


def _furthest(project: Project, total: int, where: str) -> dict[str, int]:
    """Articles by the furthest that anybody is with them."""
    furthest: dict[str, int] = dict(
        project.rows(
            "SELECT status, count(*) FROM (SELECT article_id, "
            "CASE max(CASE status WHEN 'adjudicated' THEN 3 WHEN 'finished' THEN 2 ELSE 1 END) "
            "WHEN 3 THEN 'adjudicated' WHEN 2 THEN 'finished' ELSE 'in_progress' END AS status "
            f"FROM progress WHERE {where} GROUP BY article_id) GROUP BY status"
        )
    )
    begun = {state: furthest.get(state, 0) for state in _BY_FURTHEST}
    return {**begun, NOT_BEGUN: total - sum(begun.values())}


def _days(project: Project, where: str, *, is_local: bool) -> dict[str, Day]:
    clock = ", 'localtime'" if is_local else ""
    day = f"date((clock >> 16) / 1000, 'unixepoch'{clock})"
    steps = dict(project.rows(f"SELECT {day}, count(*) FROM journal GROUP BY 1"))
    annotations: dict[str, int] = dict(
        project.rows(
            f"SELECT {day}, sum(written) FROM "
            f"(SELECT version, count(*) AS written FROM annotation WHERE {where} "
            "GROUP BY version) AS last "
            f"JOIN journal ON {written_by('last')} GROUP BY 1"
        )
    )
    return {each: Day(steps[each], annotations.get(each, 0)) for each in sorted(steps)}
