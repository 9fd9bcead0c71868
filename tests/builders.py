"""Records and projects with everything defaulted: a test says only what matters to it."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Draft, Record, Step, added
from annotator.domain.json import Json
from annotator.domain.people import REPEAT_OF
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span, words
from annotator.formats.incoming import Arrival
from annotator.operations import library, writing
from annotator.storage.project import Project, open_project
from annotator.storage.rows import TABLES

TEXT = (
    "📰 Mayor Ruiz said the bridge will cost 4m euros.\n"
    "“It is a bargain,” she told reporters on Monday.\n"
    "A confidential briefing revealed that officials urged the mayor to wait."
)


def article(text: str = TEXT, *, article_id: str = "a1", title: str = "The bridge") -> Article:
    """An article with a text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(article_id, title, text, digest, language="en", raw_sha256=digest)


def repeat(of: Article, *, article_id: str) -> Article:
    """The same article as it comes to somebody a second time, untold."""
    return replace(of, id=article_id, extra={REPEAT_OF: of.id})


def place(text: str, part: str) -> Span:
    """Where a part first stands in a text."""
    start = text.index(part)
    return Span(start, start + len(part))


def annotation(
    of: Article, *parts: str, label: str = "claim", annotation_id: str = "n1", by: str = "ana",
    **attributes: Json,
) -> Annotation:  # fmt: skip
    """An annotation on parts of an article's text."""
    fragments = tuple(place(of.text, part) for part in parts)
    text = words(of.text, fragments)
    return Annotation(annotation_id, of.id, by, label, fragments, text, attributes)


def sheet(of: Article | None = None, *annotations: Annotation, by: str = "ana") -> Sheet:
    """One annotator's work on an article."""
    return Sheet(of or article(), by).after(added(annotations))


@cache
def scheme(preset: str = "news-review") -> Scheme:
    """A preset scheme."""
    return library.find_scheme(preset)


def came_along(arrival: Arrival) -> tuple[Record, ...]:
    """Everything that an arrival brings along, as records."""
    annotations = map(TABLES[Annotation.kind].from_row, arrival.annotations)
    relations = map(TABLES[Relation.kind].from_row, arrival.relations)
    return (*annotations, *relations, *arrival.records)


def project_file(folder: Path, *articles: Article, by: str = "ana") -> Path:
    """A project with articles, closed; one like an earlier one is a copy of it."""
    path, recipe = folder / "pilot.annotator", repr((articles, by))
    if recipe not in _MADE:
        library.new_project(path, annotator=by)
        draft = Draft("Import", added(articles), is_undoable=False)
        with open_project(path, is_writable=True) as project:
            writing.commit(project, draft, annotator=by)
        _MADE[recipe] = path.read_bytes()
    path.write_bytes(_MADE[recipe])
    return path


def sample_file(folder: Path, *, by: str) -> Path:
    """The sample project, closed; a second one is a copy."""
    path, recipe = folder / "sample.annotator", f"the sample, made by {by}"
    if recipe not in _MADE:
        library.new_project(path, annotator=by, with_sample=True)
        _MADE[recipe] = path.read_bytes()
    path.write_bytes(_MADE[recipe])
    return path


_MADE: dict[str, bytes] = {}
"""The files of projects by what they were made of."""


@contextmanager
def reading(folder: Path, *given: Record, known: Sequence[Article]) -> Iterator[Project]:
    """A project with some articles, and records on them, open for reading."""
    path = project_file(folder, *known)
    with open_project(path, is_writable=True) as project:
        writing.commit(project, Draft("Fill", added(given)), annotator="ana")
    with open_project(path) as project:
        yield project


@contextmanager
def writable(folder: Path, *articles: Article, by: str = "ana") -> Iterator[Project]:
    """A project with articles, open for writing."""
    with open_project(
        project_file(folder, *(articles or (article(),)), by=by), is_writable=True
    ) as p:
        yield p


def added_records(*given: Record) -> Draft:
    """The draft that adds records, under a name of no matter."""
    return Draft("Fill", added(given))


def write(project: Project, draft: Draft, *, by: str = "ana") -> Step:
    """Commit a draft that changes something."""
    step = writing.commit(project, draft, annotator=by)
    assert step is not None, "the draft changes nothing"
    return step
