"""Finding passages by the query language of `storage.query`: what a list of results shows.

What can be said of a passage is asked of the passage: words, `label:`, `has:`, `by:`. What only an
article has is asked of the article: `status:`, `outlet:`, `language:`, `id:`. With `label:` or
`has:` the passages are annotations, else the sentences in which the words stand, else titles. All
words must be in the article; where passages of it hold them all, only those are shown, else those
that hold some, so that "bridge label:claim" finds claims about the bridge, and where there is none
the claims of articles that mention it.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from annotator.domain.span import Span, hull
from annotator.storage import search
from annotator.storage.project import Project
from annotator.storage.query import Term, words_of
from annotator.storage.query_names import terms_of
from annotator.storage.search import Condition
from annotator.text import excerpts, finding
from annotator.text.sentences import sentences

CONTEXT = 70
"""How many code points of text stand on either side of what was found, at most."""

TEXT, TITLE = "text", "title"
_OF_A_PASSAGE = ("label", "has")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that were found, with the text around them.

    `part` is `text` or `title`; all offsets count code points of that part, end exclusive.
    `before + text + after` is a slice of it. `place` is the whole: the sentence or the annotation,
    with `words` in it; `hits` are the words of the query there, none where only the label counts.
    """

    article_id: str
    title: str
    part: str
    start: int
    end: int
    text: str
    before: str
    after: str
    place: Span
    words: str
    hits: tuple[Span, ...] = ()
    label: str = ""
    annotator: str = ""
    annotation_id: str = ""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some of the passages for a query: those of whole articles, one after another.

    `articles` is how many articles there are in all, None where that was not counted; `following`
    the number of the first one that is not looked at yet, None after the last.
    """

    passages: tuple[Passage, ...]
    articles: int | None
    following: int | None


def find(
    project: Project, query: str, *, limit: int | None = None, annotator: str | None = None
) -> list[Passage]:
    """The passages for a query, in the order of the articles and of their text.

    `label:` and `has:` ask about the work of `by:`, else of `annotator`, else of anybody.

    Raises:
        UserError: the query cannot be understood.
    """
    looked_for = _Search(project, terms_of(project, query), annotator)
    found: list[Passage] = []
    # All ids first: reading goes on with the same connection while an article is looked at.
    for article_id in list(looked_for.articles()):
        if limit is not None and len(found) >= limit:
            break
        found += looked_for.within(article_id)
    return found[:limit]


def portion(
    project: Project,
    query: str,
    *,
    annotator: str | None,
    first: int = 0,
    most: int = 100,
    goes_on: Callable[[], bool] = lambda: True,
    is_counted: bool = True,
) -> Portion:
    """The passages from an article on, until there are `most` or a few more.

    `goes_on` is asked before each article; when it says no, the portion ends there. Uncounted it
    comes sooner, since not all articles are looked for.

    Raises:
        UserError: the query cannot be understood.
    """
    looked_for = _Search(project, terms_of(project, query), annotator)
    ids = looked_for.articles()
    count = None
    if is_counted:
        every = list(ids)
        ids, count = iter(every), len(every)
    found: list[Passage] = []
    looked_at = first
    for article_id in islice(ids, first, None):
        if len(found) >= most or not goes_on():
            return Portion(tuple(found), count, looked_at)
        found += looked_for.within(article_id)
        looked_at += 1
    return Portion(tuple(found), looked_at, None)


class _Search:
    """One query on one project: which articles, and what in each."""

    def __init__(self, project: Project, terms: Sequence[Term], annotator: str | None) -> None:
        self._project = project
        self._terms = terms
        self._people = search.people_of(terms, annotator)
        self._words = words_of(tuple(terms))
        self._without = [term for term in terms if not term.field and term.is_negated]
        said = [term for term in terms if term.field in _OF_A_PASSAGE]
        self._wanted = [term for term in said if not term.is_negated]
        self._unwanted = [term for term in said if term.is_negated]

    def articles(self) -> Iterator[str]:
        """The ids of the articles that may have passages, in the order in which they came."""
        if not self._wanted and not self._words:
            asked, besides = self._terms, []
        else:
            asked = [each for each in self._terms if each not in (*self._unwanted, *self._without)]
            besides = [self._has_annotation()] if self._wanted else []
        besides.append(search.besides_copies(self._project))
        return search.each_article(self._project, asked, people=self._people, besides=besides)

    def within(self, article_id: str) -> list[Passage]:
        """The passages of one article."""
        title, text = self._title_and_text(article_id)
        if self._wanted:
            found = self._annotated(article_id, title, text)
        elif self._words:
            found = self._sentences(article_id, title, text)
        else:
            return [_passage(article_id, title, TITLE, title, Span(0, len(title)))]
        return [each for each in self._best(found) if not self._is_excluded(each)]

    def _best(self, found: list[Passage]) -> list[Passage]:
        """Those that hold all words; where there are none those that hold some; else all."""
        if not self._words:
            return found
        whole = [each for each in found if self._holds_all(each)]
        return whole or [each for each in found if each.hits] or found

    def _holds_all(self, passage: Passage) -> bool:
        return all(_spans_of(passage.words, term) for term in self._words)

    def _is_excluded(self, passage: Passage) -> bool:
        return any(_spans_of(passage.words, term) for term in self._without)

    def _annotated(self, article_id: str, title: str, text: str) -> list[Passage]:
        where, parameters = self._annotation_condition()
        rows = self._project.rows(
            f"SELECT fragments, label, annotator, id FROM annotation AS a WHERE {where} "
            'AND article_id = ? ORDER BY start, "end", annotator, id',
            (*parameters, article_id),
        )
        made = [
            self._of_place(article_id, title, text, fragments, label, annotator, annotation_id)
            for fragments, label, annotator, annotation_id in rows
        ]
        if self._asks_for_flags():
            made += self._flagged(article_id, title, text)
            made.sort(key=lambda each: (each.part, each.start, each.end))
        return made

    def _of_place(
        self,
        article_id: str,
        title: str,
        text: str,
        fragments: str,
        label: str,
        annotator: str,
        annotation_id: str,
    ) -> Passage:
        place = hull(Span(start, end) for start, end in json.loads(fragments))
        hits = self._hits_in(text, place)
        return _passage(
            article_id,
            title,
            TEXT,
            text,
            place,
            hits=hits,
            label=label,
            annotator=annotator,
            annotation_id=annotation_id,
        )

    def _flagged(self, article_id: str, title: str, text: str) -> list[Passage]:
        """What is flagged and not annotated: passages, and the article as a whole."""
        where, parameters = self._own("annotator")
        rows = self._project.rows(
            f"SELECT fragments, annotator FROM flag WHERE {where} AND article_id = ? "
            "AND target_id IS NULL AND state <> 'closed' ORDER BY annotator, id",
            (*parameters, article_id),
        )
        made = []
        for fragments, annotator in rows:
            if json.loads(fragments):
                made.append(self._of_place(article_id, title, text, fragments, "", annotator, ""))
            else:
                whole = Span(0, len(title))
                made.append(_passage(article_id, title, TITLE, title, whole, annotator=annotator))
        return made

    def _asks_for_flags(self) -> bool:
        """Whether flags alone are asked for, so that those beside annotations count too."""
        return all(term.field == "has" and term.value == "flag" for term in self._wanted)

    def _has_annotation(self) -> Condition:
        where, parameters = self._annotation_condition()
        statement = (
            f"EXISTS (SELECT 1 FROM annotation AS a WHERE a.article_id = article.id AND {where})"
        )
        if self._asks_for_flags():
            own, people = self._own("annotator")
            statement += (
                f" OR EXISTS (SELECT 1 FROM flag WHERE flag.article_id = article.id AND {own} "
                "AND target_id IS NULL AND state <> 'closed')"
            )
            parameters = (*parameters, *people)
        return statement, parameters

    def _annotation_condition(self) -> Condition:
        """What an annotation, the row `a`, must be, as SQL."""
        conditions = [self._own("a.annotator")]
        labels = [term.value for term in self._wanted if term.field == "label"]
        if labels:
            conditions.append(
                ("a.label IN (SELECT value FROM json_each(?))", (json.dumps(labels),))
            )
        conditions += [_said(term) for term in self._wanted if term.field == "has"]
        for term in self._unwanted:
            statement, parameters = _said(term)
            conditions.append((f"NOT ({statement})", parameters))
        where = " AND ".join(f"({statement})" for statement, _ in conditions)
        return where, tuple(each for _, parameters in conditions for each in parameters)

    def _own(self, column: str) -> Condition:
        return _one_of(column, self._people) if self._people else ("1", ())

    def _sentences(self, article_id: str, title: str, text: str) -> list[Passage]:
        standing = self._hits(text)
        if not standing:
            hits, whole = tuple(self._hits(title)), Span(0, len(title))
            return [_passage(article_id, title, TITLE, title, whole, hits=hits)] if hits else []
        taken = self._unwanted_places(article_id)
        return [
            _passage(article_id, title, TEXT, text, place, hits=hits)
            for place, hits in _sentences_with(text, standing)
            if not any(place.overlaps(each) for each in taken)
        ]

    def _unwanted_places(self, article_id: str) -> list[Span]:
        """The words that are labelled, or flagged, as a sentence must not be."""
        if not self._unwanted:
            return []
        conditions = [_said(term) for term in self._unwanted]
        either = " OR ".join(f"({statement})" for statement, _ in conditions)
        own, people = self._own("a.annotator")
        parameters = [each for _, values in conditions for each in values]
        rows = self._project.rows(
            f"SELECT fragments FROM annotation AS a WHERE article_id = ? AND {own} AND ({either})",
            (article_id, *people, *parameters),
        )
        if any(term.value == "flag" for term in self._unwanted):
            own, people = self._own("annotator")
            rows += self._project.rows(
                f"SELECT fragments FROM flag WHERE article_id = ? AND {own} "
                "AND target_id IS NULL AND state <> 'closed'",
                (article_id, *people),
            )
        return [Span(start, end) for (held,) in rows for start, end in json.loads(held)]

    def _hits(self, text: str) -> list[Span]:
        return sorted({span for term in self._words for span in _spans_of(text, term)})

    def _hits_in(self, text: str, place: Span) -> tuple[Span, ...]:
        inside = self._hits(place.cut_from(text))
        return tuple(Span(place.start + hit.start, place.start + hit.end) for hit in inside)

    def _title_and_text(self, article_id: str) -> tuple[str, str]:
        rows = self._project.rows(
            "SELECT title, CAST(body AS TEXT) FROM article "
            "JOIN content ON content.sha256 = article.text_sha256 WHERE id = ?",
            (article_id,),
        )
        return rows[0] if rows else ("", "")


def _said(term: Term) -> Condition:
    """What `label:` and `has:` say of an annotation, the row `a`, as SQL."""
    if term.field == "label":
        return "a.label = ?", (term.value,)
    same = "article_id = a.article_id AND annotator = a.annotator"
    match term.value:
        case "flag":
            return _exists("flag", f"{same} AND target_id = a.id AND state <> 'closed'"), ()
        case "note":
            return "a.note <> ''", ()
        case "verdict":
            return _exists("verdict", f"{same} AND target_id = a.id"), ()
        case "relation":
            there = "to_article_id = a.article_id AND annotator = a.annotator AND to_id = a.id"
            leaving = _exists("relation", f"{same} AND from_id = a.id")
            return f"{leaving} OR {_exists('relation', there)}", ()
        case _:
            return "1", ()


def _one_of(column: str, values: Sequence[str]) -> Condition:
    return f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(list(values)),)


def _exists(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE {condition})"


def _spans_of(text: str, term: Term) -> list[Span]:
    return finding.spans_of(text, term.value, is_prefix=term.is_prefix)


def _sentences_with(text: str, hits: Sequence[Span]) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """The sentences in which hits begin, with those hits; only their paragraphs are cut up."""
    waiting = list(reversed(hits))
    while waiting:
        first = waiting[-1]
        start = text.rfind("\n", 0, first.start) + 1
        end = text.find("\n", first.start)
        for sentence in sentences(text, start, len(text) if end < 0 else end):
            inside: list[Span] = []
            while waiting and waiting[-1].start < sentence.end:
                inside.append(waiting.pop())
            if inside:
                last = max(sentence.end, *(hit.end for hit in inside))
                yield Span(min(sentence.start, inside[0].start), last), tuple(inside)
        if waiting and waiting[-1] == first:
            waiting.pop()  # it stands in no sentence: white space only


def _passage(
    article_id: str,
    title: str,
    part: str,
    text: str,
    place: Span,
    *,
    hits: tuple[Span, ...] = (),
    label: str = "",
    annotator: str = "",
    annotation_id: str = "",
) -> Passage:
    """A passage with its surroundings: those of the annotation, else of its first hit."""
    found = place if annotator or not hits else hits[0]
    before, after = excerpts.around(text, found, reach=CONTEXT)
    return Passage(
        article_id=article_id,
        title=title,
        part=part,
        start=found.start,
        end=found.end,
        text=found.cut_from(text),
        before=before,
        after=after,
        place=place,
        words=place.cut_from(text),
        hits=hits,
        label=label,
        annotator=annotator,
        annotation_id=annotation_id,
    )
