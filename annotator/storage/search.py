"""Finding articles, and passages in them, by the query language of `storage.query`."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from annotator.domain.errors import UserError
from annotator.domain.progress import ADJUDICATED
from annotator.domain.span import Span
from annotator.storage.project import Project
from annotator.storage.query import NOT_BEGUN, Term, parse, words_of

CONTEXT = 70
"""How many code points of text a passage shows on either side of what was found, at most."""

Condition: TypeAlias = tuple[str, tuple[object, ...]]
"""A piece of SQL about the row `article`, with its parameters."""

# SQLite takes letters and digits for words, and these marks for parts of the letter before.
_WORD = re.compile(r"[^\W_\u0300-\u0331][^\W_\u0300-\u0331]*(?:[\u0300-\u0331]+[^\W_]*)*")
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_WORKED_ON = ("annotation", "progress", "article_label", "flag", "verdict")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that were found, with the text around them.

    `part` is `text` or `title`; the offsets count code points of that part, end exclusive, and
    `before + text + after` is a slice of it.
    """

    article_id: str
    title: str
    part: str
    start: int
    end: int
    text: str
    before: str
    after: str
    label: str = ""
    annotator: str = ""


def matching(project: Project, query: str, *, annotator: str | None = None) -> list[str]:
    """The ids of the articles for which all parts of a query hold, in the order they came.

    `label:`, `has:` and `status:` ask about the work of `by:`, else of `annotator`, else of
    anybody. An empty query matches every article.

    Raises:
        UserError: the query cannot be understood.
    """
    return _matching(project, parse(query), annotator)


def passages(
    project: Project, query: str, *, limit: int | None = None, annotator: str | None = None
) -> list[Passage]:
    """Where the words of a query stand; of a query without words, what has its labels.

    Raises:
        UserError: the query cannot be understood, or has neither words nor labels.
    """
    terms = parse(query)
    words = words_of(terms)
    labels = tuple(term for term in terms if term.field == "label" and not term.is_negated)
    if not words and not labels:
        raise UserError(
            "The search names no words and no label:. Nothing was searched. "
            "To list articles by other fields use: annotator articles PROJECT --query QUERY"
        )
    found = _matching(project, terms, annotator)
    people = _people(terms, annotator)
    places = (
        _word_passages(project, found, words)
        if words
        else _label_passages(project, found, labels, people)
    )
    return list(islice(places, limit))


def spans_of(text: str, term: Term) -> list[Span]:
    """Where the words of a term stand in a text, whatever their case and accents."""
    if is_literal(term.value):
        return [Span(hit.start(), hit.end()) for hit in re.finditer(re.escape(term.value), text)]
    wanted = [folded(word) for word in _WORD.findall(term.value)]
    if not wanted:
        return []
    places = [(hit.start(), hit.end(), folded(hit[0])) for hit in _WORD.finditer(text)]
    length = len(wanted)
    return [
        Span(places[first][0], places[first + length - 1][1])
        for first in range(len(places) - length + 1)
        if _fits([word for _, _, word in places[first : first + length]], wanted, term)
    ]


def is_literal(value: str) -> bool:
    """Whether words are looked for sign by sign: symbols, and scripts without spaces."""
    return _WORD.search(value) is None or _WITHOUT_SPACES.search(value) is not None


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word as the index compares it: small letters without accents."""
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _fits(words: list[str], wanted: list[str], term: Term) -> bool:
    if words[:-1] != wanted[:-1]:
        return False
    return words[-1].startswith(wanted[-1]) if term.is_prefix else words[-1] == wanted[-1]


def _matching(project: Project, terms: tuple[Term, ...], annotator: str | None) -> list[str]:
    people = _people(terms, annotator)
    conditions: list[Condition] = []
    for term in terms:
        if term.field == "by" and not term.is_negated and _has_status(terms):
            continue
        statement, parameters = _condition(project, term, people)
        conditions.append((f"NOT ({statement})" if term.is_negated else statement, parameters))
    where = " AND ".join(f"({statement})" for statement, _ in conditions) or "1"
    rows = project.rows(
        f"SELECT article.id FROM article WHERE {where} ORDER BY article.number",  # noqa: S608
        [parameter for _, parameters in conditions for parameter in parameters],
    )
    return [row[0] for row in rows]


def _people(terms: tuple[Term, ...], annotator: str | None) -> tuple[str, ...]:
    """Whose work is asked about; nobody in particular when empty."""
    named = tuple(term.value for term in terms if term.field == "by" and not term.is_negated)
    return named or ((annotator,) if annotator else ())


def _has_status(terms: tuple[Term, ...]) -> bool:
    return any(term.field == "status" for term in terms)


def _condition(project: Project, term: Term, people: tuple[str, ...]) -> Condition:
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
    if is_literal(term.value):
        body = "SELECT CAST(body AS TEXT) FROM content WHERE sha256 = article.text_sha256"
        return f"instr(article.title, ?) OR instr(({body}), ?)", (term.value, term.value)
    phrase = '"' + term.value.replace('"', '""') + '"' + ("*" if term.is_prefix else "")
    found = "SELECT rowid FROM article_search WHERE article_search MATCH ?"
    return f"article.number IN ({found})", (phrase,)


def _one_of(project: Project, column: str, fits: Callable[[str], bool]) -> Condition:
    rows = project.rows(f"SELECT DISTINCT {column} FROM article WHERE {column} IS NOT NULL")  # noqa: S608
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
    parts = [_exists(table, "annotator = ?") for table in _WORKED_ON]
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
        return _has(term.value, own), who
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
        case "relation":
            return (
                "EXISTS (SELECT 1 FROM relation "  # noqa: S608
                f"WHERE article.id IN (article_id, to_article_id){own})"
            )
        case _:
            return _exists("annotation", f"1{own}")


def _exists(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE article_id = article.id AND {condition})"  # noqa: S608


def _word_passages(
    project: Project, found: Sequence[str], words: Sequence[Term]
) -> Iterator[Passage]:
    for article_id in found:
        title, text = _title_and_text(project, article_id)
        spans = _spans(text, words)
        for span in spans:
            yield _passage(article_id, title, "text", text, span)
        for span in () if spans else _spans(title, words):
            yield _passage(article_id, title, "title", title, span)


def _spans(text: str, words: Sequence[Term]) -> list[Span]:
    return sorted({span for term in words for span in spans_of(text, term)})


def _label_passages(
    project: Project, found: Sequence[str], labels: Sequence[Term], people: Sequence[str]
) -> Iterator[Passage]:
    wanted = json.dumps([term.value for term in labels])
    for article_id in found:
        title, text = _title_and_text(project, article_id)
        rows = project.rows(
            'SELECT start, "end", label, annotator FROM annotation WHERE article_id = ? '
            "AND label IN (SELECT value FROM json_each(?)) "
            'ORDER BY start, "end", annotator, id',
            (article_id, wanted),
        )
        for start, end, label, annotator in rows:
            if not people or annotator in people:
                span = Span(start, end)
                yield _passage(article_id, title, "text", text, span, label, annotator)


def _title_and_text(project: Project, article_id: str) -> tuple[str, str]:
    rows = project.rows(
        "SELECT title, CAST(body AS TEXT) FROM article "
        "JOIN content ON content.sha256 = article.text_sha256 WHERE id = ?",
        (article_id,),
    )
    return rows[0] if rows else ("", "")


def _passage(
    article_id: str, title: str, part: str, text: str, span: Span, label: str = "", who: str = ""
) -> Passage:
    first = _after_space(text, max(0, span.start - CONTEXT), span.start)
    last = _before_space(text, span.end, min(len(text), span.end + CONTEXT))
    return Passage(
        article_id,
        title,
        part,
        span.start,
        span.end,
        span.cut_from(text),
        text[first : span.start],
        text[span.end : last],
        label,
        who,
    )


def _after_space(text: str, first: int, last: int) -> int:
    """Where the first whole word begins, so that a passage does not open in the middle of one."""
    if first == 0:
        return 0
    return next((place + 1 for place in range(first, last) if text[place].isspace()), first)


def _before_space(text: str, first: int, last: int) -> int:
    if last == len(text):
        return last
    return next((place for place in range(last, first, -1) if text[place - 1].isspace()), last)
