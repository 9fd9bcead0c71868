"""Finding articles by the query language of `storage.query`."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from annotator.domain.progress import ADJUDICATED
from annotator.storage import articles
from annotator.storage.project import Project
from annotator.storage.query import NOT_BEGUN, Term
from annotator.storage.query_names import terms_of
from annotator.storage.records import LEFT_ON_ARTICLES
from annotator.text import finding

Condition: TypeAlias = tuple[str, tuple[object, ...]]
"""A piece of SQL about the row `article`, with its parameters."""


def matching(project: Project, query: str, *, annotator: str | None = None) -> list[str]:
    """The ids of the articles for which all parts of a query hold, in the order they came.

    `label:`, `has:` and `status:` ask about the work of `by:`, else of `annotator`, else of
    anybody. An empty query matches every article.

    Raises:
        UserError: the query cannot be understood.
    """
    terms = terms_of(project, query)
    return articles_for(project, terms, people=people_of(terms, annotator))


def articles_for(
    project: Project,
    terms: Sequence[Term],
    *,
    people: Sequence[str],
    besides: Sequence[Condition] = (),
) -> list[str]:
    """The ids of the articles for which terms and further conditions hold, as they came."""
    return list(each_article(project, terms, people=people, besides=besides))


def besides_copies(project: Project) -> Condition:
    """That an article is no hidden repeat: nobody is to stumble over what came twice."""
    return articles.besides_copies(project, "article.id"), ()


def each_article(
    project: Project,
    terms: Sequence[Term],
    *,
    people: Sequence[str],
    besides: Sequence[Condition] = (),
) -> Iterator[str]:
    """The same one by one: the first are there before the last are looked for."""
    conditions: list[Condition] = []
    for term in terms:
        if term.field == "by" and not term.is_negated and _has_status(terms):
            continue
        statement, parameters = _condition(project, term, people)
        conditions.append((f"NOT ({statement})" if term.is_negated else statement, parameters))
    conditions += besides
    where = " AND ".join(f"({statement})" for statement, _ in conditions) or "1"
    rows = project.each_row(
        f"SELECT article.id FROM article WHERE {where} ORDER BY article.number",
        [parameter for _, parameters in conditions for parameter in parameters],
    )
    return (row[0] for row in rows)


def people_of(terms: Sequence[Term], annotator: str | None) -> tuple[str, ...]:
    """Whose work is asked about; nobody in particular when empty."""
    named = tuple(term.value for term in terms if term.field == "by" and not term.is_negated)
    return named or ((annotator,) if annotator else ())


def _has_status(terms: Sequence[Term]) -> bool:
    return any(term.field == "status" for term in terms)


def _condition(project: Project, term: Term, people: Sequence[str]) -> Condition:
    match term.field:
        case "":
            return _words_condition(term)
        case "id":
            return "article.id = ?", (term.value,)
        case "outlet":
            return _one_of(project, "outlet", lambda found: _contains(found, term.value))
        case "language":
            return _one_of(project, "language", lambda found: _is_language(found, term.value))
        case "by":
            return _work_condition(term.value)
        case _:
            return _for_each(people, lambda person: _layer_condition(term, person))


def _words_condition(term: Term) -> Condition:
    if finding.is_literal(term.value):
        body = "SELECT CAST(body AS TEXT) FROM content WHERE sha256 = article.text_sha256"
        return f"instr(article.title, ?) OR instr(({body}), ?)", (term.value, term.value)
    phrase = '"' + term.value.replace('"', '""') + '"' + ("*" if term.is_prefix else "")
    found = "SELECT rowid FROM article_search WHERE article_search MATCH ?"
    return f"article.number IN ({found})", (phrase,)


def _one_of(project: Project, column: str, fits: Callable[[str], bool]) -> Condition:
    rows = project.rows(f"SELECT DISTINCT {column} FROM article WHERE {column} IS NOT NULL")
    chosen = [row[0] for row in rows if fits(row[0])]
    # A null column must make the condition false, not null, or its negation loses the row.
    chosen_ones = "(SELECT value FROM json_each(?))"
    return f"ifnull(article.{column}, '') IN {chosen_ones}", (json.dumps(chosen),)


def _contains(found: str, wanted: str) -> bool:
    return wanted.casefold() in found.casefold()


def _is_language(found: str, wanted: str) -> bool:
    found, wanted = found.casefold().replace("_", "-"), wanted.casefold().replace("_", "-")
    return found == wanted or found.startswith(f"{wanted}-")


def _work_condition(person: str) -> Condition:
    parts = [_exists(table, "annotator = ?") for table in LEFT_ON_ARTICLES]
    return " OR ".join(parts), (person,) * len(parts)


def _for_each(people: Sequence[str], condition: Callable[[str | None], Condition]) -> Condition:
    """The condition for all of the people, or for anybody when none are named."""
    parts = [condition(person) for person in people] or [condition(None)]
    statement = " AND ".join(f"({each})" for each, _ in parts)
    return statement, tuple(parameter for _, parameters in parts for parameter in parameters)


def _layer_condition(term: Term, person: str | None) -> Condition:
    """What `label:`, `has:` and `status:` ask about one person's work, or about anybody's."""
    own = " AND annotator = ?" if person else ""
    who = (person,) if person else ()
    if term.field == "label":
        return _exists("annotation", f"label = ?{own}"), (term.value, *who)
    if term.field == "has":
        return _has(term.value, own), who * (2 if term.value == "relation" else 1)
    if term.value == NOT_BEGUN:
        return f"NOT {_exists('progress', f'1{own}')}", who
    if term.value == ADJUDICATED:
        return _exists("progress", "status = ?"), (ADJUDICATED,)
    return _exists("progress", f"status = ?{own}"), (term.value, *who)


def _has(thing: str, own: str) -> str:
    match thing:
        case "flag":
            return _exists("flag", f"state <> 'closed'{own}")
        case "note":
            return _exists("annotation", f"note <> ''{own}")
        case "verdict":
            return _exists("verdict", f"1{own}")
        case "relation":
            there = f"SELECT 1 FROM relation WHERE to_article_id = article.id{own}"
            return f"{_exists('relation', f'1{own}')} OR EXISTS ({there})"
        case _:
            return _exists("annotation", f"1{own}")


def _exists(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE article_id = article.id AND {condition})"
