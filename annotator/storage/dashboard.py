"""The numbers of the dashboard, counted by the database; and the cases behind each of them."""

import heapq
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain.flag import OPEN
from annotator.domain.people import GOLD
from annotator.storage import articles, flags, twice
from annotator.storage.columns import path_of
from annotator.storage.project import Project
from annotator.storage.said import Said, counted
from annotator.storage.tables import written_by

LENGTHS = (10, 25, 50, 100, 200, 400)
"""Up to how many characters each group of span lengths reaches; the last group has no end."""
MOST_CASES = 5_000
_TOP = 8
_QUARTER = "(moment >> 16) / 900000"
_DAY = "date({0} * 900, 'unixepoch', 'localtime')"
"""The day of a quarter of an hour by this computer's clock: no clock changes within one."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose work is counted, and since when.

    Without `people` it is everybody's but gold. `since` is in milliseconds since 1970; 0 is from
    the beginning on. A piece of work belongs to the moment of its last change.
    """

    people: tuple[str, ...] = ()
    since: int = 0


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a dashboard tells of a project, without agreement.

    `labels` and `values` count annotations, values by label and attribute. `days` counts articles
    first finished on a day by this computer's clock. `claims` says how many finished articles of
    how many people have so many of the statements. `lengths` counts by label and group of
    `LENGTHS`.
    """

    articles: int = 0
    finished: int = 0
    adjudicated: int = 0
    in_progress: int = 0
    """Articles that an annotator has begun."""
    in_review: int = 0
    """Articles that an editor has begun, and not made gold."""
    open_flags: int = 0
    annotations: int = 0
    labels: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[tuple[str, str], Mapping[str, int]] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)
    sources: Sequence[tuple[str, int]] = ()
    source_names: Mapping[str, str] = field(default_factory=dict)
    """How those sources are written most often."""
    all_sources: int = 0
    different_sources: int = 0
    claims: Mapping[int, int] = field(default_factory=dict)
    lengths: Mapping[tuple[str, int], int] = field(default_factory=dict)
    people: Sequence[str] = ()
    """Who has annotated or finished anything, gold too."""
    doubled: int = 0
    """Articles that two or more have finished."""


@dataclass(frozen=True, slots=True)
class Instance:
    """One annotation or article behind a number; without an annotation `end` is 0."""

    article_id: str
    title: str
    annotator: str = ""
    label: str = ""
    words: str = ""
    start: int = 0
    end: int = 0
    annotation_id: str = ""
    note: str = ""
    """What became of it, where that is told: the choice of a review, the fate of a suggestion."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which annotations: with a label, a value of an attribute, a source, a group of lengths."""

    label: str = ""
    attribute: str = ""
    value: str = ""
    source: str = ""
    length: int = -1


def numbers(
    project: Project,
    scope: Scope,
    *,
    attributes: Sequence[tuple[str, str]],
    source: str = "",
    statement: str = "",
) -> Numbers:
    """All counts in one go, of one state of the project if the caller holds a snapshot.

    `attributes` names labels and attributes whose values are counted; `source` and `statement`
    the labels that play these parts.
    """
    real = articles.besides_copies(project, "article_id")
    states = _states(project, real)
    where, given = _scoped(project, scope)
    said = [
        Said("json_extract(attributes, ?)", (path_of(name), label)) for label, name in attributes
    ]
    of_all = [_SHAPE] if scope.since else []
    columns = [Said(_NAMED, (source,)), *said, *of_all]
    (claims, shape), (named, *values) = twice.both(
        project,
        lambda first: (
            _per_article(first, scope, statement),
            {} if of_all else _shape(first, where, given),
        ),
        lambda second: counted(second, where, given, columns),
    )
    sources, top, spelled = _put_together(named)
    shape = _taken_apart(values.pop()) if of_all else shape
    labels: Counter[str] = Counter()
    for (label, _), number in shape.items():
        labels[label] += number
    return Numbers(
        articles=articles.count_listed(project),
        finished=_finished(project, scope),
        adjudicated=states.get(("adjudicated", True), 0),
        in_progress=states.get(("in_progress", False), 0),
        in_review=states.get(("in_progress", True), 0),
        open_flags=flags.counted(project)[OPEN],
        annotations=sum(labels.values()),
        labels=dict(labels),
        values={each: dict(held) for each, held in zip(attributes, values, strict=True)},
        days=_days(project, scope),
        sources=tuple(top.items()),
        source_names=spelled,
        all_sources=sources.total(),
        different_sources=len(sources),
        claims=claims,
        lengths=shape,
        people=tuple(row[0] for row in project.rows(
            "SELECT DISTINCT annotator FROM progress UNION SELECT id FROM annotator ORDER BY 1"
        )),
        doubled=int(project.value(
            "SELECT count(*) FROM (SELECT 1 FROM progress WHERE status = 'finished' "
            f"AND annotator <> 'gold' AND {real} GROUP BY article_id HAVING count(*) > 1)"
        )),
    )  # fmt: skip


def instances(project: Project, scope: Scope, wanted: Wanted, *, me: str = "") -> list[Instance]:
    """The annotations behind a number, in the order of articles and text; at most `MOST_CASES`.

    On articles that `me` has begun, or was given, and not finished, other people's stay out of
    sight.
    """
    where, given = _wanted(project, scope, wanted)
    rows = project.rows(
        "SELECT article.id, article.title, annotator, label, annotation.text, start, "
        '"end", annotation.id FROM annotation JOIN article ON article.id = article_id '
        f"WHERE {where} AND {_IN_SIGHT} ORDER BY article.number, start, annotator LIMIT ?",
        (*given, *[me] * 4, MOST_CASES),
    )
    return [Instance(*row) for row in rows]


def amounts(project: Project, scope: Scope, wanted: Wanted, *, me: str = "") -> tuple[int, int]:
    """How many annotations stand behind a number, and how many of them are out of sight."""
    where, given = _wanted(project, scope, wanted)
    ((total, hidden),) = project.rows(
        f"SELECT count(*), coalesce(sum(NOT {_IN_SIGHT}), 0) FROM annotation WHERE {where}",
        (*[me] * 4, *given),
    )
    return total, hidden


def finished_on(project: Project, scope: Scope, day: str) -> list[Instance]:
    """The articles that were first finished on a day."""
    inner, given = _first_finished(project, scope)
    rows = project.rows(
        f"SELECT article.id, title FROM ({inner}) AS done JOIN article ON article.id = article_id "
        f"WHERE {_DAY.format(_QUARTER)} = ? ORDER BY article.number LIMIT ?",
        (*given, day, MOST_CASES),
    )
    return [Instance(*row) for row in rows]


def articles_with(
    project: Project, scope: Scope, statement: str, count: int, *, or_more: bool = False
) -> list[Instance]:
    """The finished articles in which a person has so many statements, or more."""
    inner, given = _counted_articles(project, scope, statement)
    rows = project.rows(
        f"SELECT article.id, title, annotator FROM ({inner}) AS held "
        f"JOIN article ON article.id = article_id WHERE held.number {'>=' if or_more else '='} ? "
        "ORDER BY article.number, annotator LIMIT ?",
        (*given, count, MOST_CASES),
    )
    return [Instance(*row) for row in rows]


def articles_in(project: Project, status: str) -> list[Instance]:
    """The articles that an annotator has brought to a status; without one, all."""
    begun = "SELECT article_id FROM progress WHERE status = ? AND annotator <> 'gold'"
    where = f"id IN ({begun})" if status else "1"
    real = articles.besides_copies(project, "id")
    rows = project.rows(
        f"SELECT id, title FROM article WHERE {where} AND {real} "
        f"ORDER BY number LIMIT {MOST_CASES}",
        (status,) if status else (),
    )
    return [Instance(*row) for row in rows]


# As `reviews.is_owed` says it of one article.
_IN_SIGHT = (
    "(annotation.annotator = ? OR annotation.article_id NOT IN ("
    "SELECT article_id FROM (SELECT article_id FROM assignment WHERE annotator = ? "
    "UNION SELECT article_id FROM progress WHERE annotator = ?) WHERE article_id NOT IN "
    "(SELECT article_id FROM progress WHERE annotator = ? AND status = 'finished')))"
)
_WHO = "coalesce(nullif(json_extract(attributes, '$.entity'), ''), lowered(annotation.text))"
_ENTITY, _WORDS = "=", "~"
_NAMED = (
    f"coalesce('{_ENTITY}' || nullif(json_extract(attributes, '$.entity'), ''), "
    f"'{_WORDS}' || annotation.text)"
)
"""The same with the words as they are written; the sign before each tells which of both it is."""
_GROUP = (
    "CASE "
    + " ".join(f'WHEN "end" - start <= {most} THEN {number}' for number, most in enumerate(LENGTHS))
    + f" ELSE {len(LENGTHS)} END"
)

_UP_TO = ", ".join(f'count(*) FILTER (WHERE "end" - start <= {most})' for most in LENGTHS)


def changed_since(project: Project, since: int, table: str) -> tuple[str, list[object]]:
    """The condition on rows of a table that they were last changed since a moment."""
    if not since:
        return "1", []
    began = project.rows(
        "SELECT device, min(number) FROM journal WHERE clock >= ? GROUP BY device", (since << 16,)
    )
    # Compared as text first: to take a version apart costs more than the rest of a row.
    version = f"{table}.version"
    way = f"({version} > ? AND {version} < ? AND CAST(substr({version}, ?) AS INTEGER) >= ?)"
    given = [(f"{name}.", f"{name}/", len(name) + 2, number) for name, number in began]
    return f"({' OR '.join([way] * len(began)) or '0'})", [part for row in given for part in row]


def _scoped(project: Project, scope: Scope, table: str = "annotation") -> tuple[str, list[object]]:
    """The condition on rows of a table, and its parameters."""
    people, given = _of_people(project, scope, table)
    recent, moments = changed_since(project, scope.since, table)
    return f"{people} AND {recent}", [*given, *moments]


def _wanted(project: Project, scope: Scope, wanted: Wanted) -> tuple[str, list[object]]:
    """The condition on annotations behind a number, and its parameters."""
    where, parameters = _scoped(project, scope)
    conditions = [where]
    if wanted.label:
        conditions.append("label = ?")
        parameters.append(wanted.label)
    if wanted.attribute:
        conditions.append("json_extract(attributes, ?) = ?")
        parameters += [path_of(wanted.attribute), wanted.value]
    if wanted.source:
        conditions.append(f"{_WHO} = ?")
        parameters.append(wanted.source)
    if wanted.length >= 0:
        conditions.append(f"{_GROUP} = ?")
        parameters.append(wanted.length)
    return " AND ".join(conditions), parameters


def _of_people(project: Project, scope: Scope, table: str) -> tuple[str, list[object]]:
    real = articles.besides_copies(project, f"{table}.article_id")
    if not scope.people:
        return f"{table}.annotator <> '{GOLD}' AND {real}", []
    chosen = f"{table}.annotator IN (SELECT value FROM json_each(?))"
    return f"{chosen} AND {real}", [json.dumps(list(scope.people))]


def _shape(project: Project, where: str, given: Sequence[object]) -> dict[tuple[str, int], int]:
    """Annotations by label and group of lengths: one pass over an index for both."""
    rows = project.rows(
        f"SELECT label, count(*), {_UP_TO} FROM annotation WHERE {where} GROUP BY 1",
        given,
    )
    found = {}
    for label, total, *up_to in rows:
        edges = [0, *up_to, total]
        for group in range(len(LENGTHS) + 1):
            if edges[group + 1] > edges[group]:
                found[label, group] = edges[group + 1] - edges[group]
    return found


_SHAPE = Said(f"label || {_GROUP}", (), "1")


def _taken_apart(shapes: Counter[str]) -> dict[tuple[str, int], int]:
    """Numbers by label and group of lengths from what `_SHAPE` counts."""
    return {(said[:-1], int(said[-1])): number for said, number in shapes.items()}


def _put_together(named: Counter[str]) -> tuple[Counter[str], dict[str, int], dict[str, str]]:
    """How often each source is named, as `_WHO` tells them apart; the first, and their spelling."""
    who_of = {each: each[1:] if each.startswith(_ENTITY) else each[1:].lower() for each in named}
    sources: Counter[str] = Counter()
    for each, who in who_of.items():
        sources[who] += named[each]
    top = dict(heapq.nsmallest(_TOP, sources.items(), key=lambda each: (-each[1], each[0])))
    spelled: dict[str, tuple[int, str]] = {}
    for each, who in ((each, who) for each, who in who_of.items() if who in top):
        best = (-named[each], each[1:])
        spelled[who] = min(best, spelled.get(who, best))
    return sources, top, {who: words for who, (_, words) in spelled.items()}


def _states(project: Project, real: str) -> dict[tuple[str, bool], int]:
    """Articles by a status that somebody has brought them to, and whether that is the gold."""
    rows = project.rows(
        "SELECT status, annotator = 'gold', count(DISTINCT article_id) FROM progress "
        f"WHERE {real} GROUP BY 1, 2"
    )
    return {(status, bool(is_gold)): number for status, is_gold, number in rows}


def _finished(project: Project, scope: Scope) -> int:
    where, given = _scoped(project, scope, "progress")
    return int(
        project.value(
            "SELECT count(DISTINCT article_id) FROM progress "
            f"WHERE status <> 'in_progress' AND {where}",
            given,
        )
    )


def _first_finished(project: Project, scope: Scope) -> tuple[str, list[object]]:
    """The clock when each article was first finished, of those since the scope begins."""
    people, given = _of_people(project, scope, "progress")
    since = f"AND clock >= {scope.since << 16}" if scope.since else ""
    return (
        (
            "SELECT article_id, min(clock) AS moment FROM progress "
            f"JOIN journal ON {written_by('progress')} "
            f"WHERE status <> 'in_progress' AND {people} {since} GROUP BY article_id"
        ),
        given,
    )


def _days(project: Project, scope: Scope) -> dict[str, int]:
    inner, given = _first_finished(project, scope)
    rows = project.rows(
        f"SELECT {_DAY.format('quarter')}, sum(number) FROM (SELECT {_QUARTER} AS quarter, "
        f"count(*) AS number FROM ({inner}) GROUP BY 1) GROUP BY 1 ORDER BY 1",
        given,
    )
    return dict(rows)


def _counted_articles(project: Project, scope: Scope, label: str) -> tuple[str, list[object]]:
    """How many of a label each person has in each article that they have finished."""
    people, given = _of_people(project, scope, "progress")
    return (
        (
            "SELECT progress.article_id, progress.annotator, coalesce(held.number, 0) AS number "
            "FROM progress LEFT JOIN (SELECT article_id, annotator, count(*) AS number "
            "FROM annotation WHERE label = ? GROUP BY article_id, annotator) AS held "
            "ON held.article_id = progress.article_id AND held.annotator = progress.annotator "
            f"WHERE status <> 'in_progress' AND {people}"
        ),
        [label, *given],
    )


def _per_article(project: Project, scope: Scope, label: str) -> dict[int, int]:
    inner, given = _counted_articles(project, scope, label)
    rows = project.rows(
        f"SELECT number, count(*) FROM ({inner}) GROUP BY 1 ORDER BY 1",
        given,
    )
    return dict(rows)
