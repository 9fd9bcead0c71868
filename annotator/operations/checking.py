"""Proving that a project is sound: the file, the journal, the words under every label."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.domain.relation import Relation
from annotator.domain.span import problem_with, words
from annotator.domain.stance import Stance
from annotator.operations.bulk import without_cycle_search
from annotator.operations.library import scheme_of
from annotator.storage import articles, entities, records, soundness, steps
from annotator.storage.project import Project
from annotator.storage.streams import Stream

MOST_PROBLEMS = 200


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was looked at, and what is wrong with it."""

    problems: tuple[str, ...]
    steps: int = 0
    articles: int = 0
    annotations: int = 0


def check(project: Project) -> CheckReport:
    """Look at everything; nothing is repaired.

    The first `MOST_PROBLEMS` problems are kept. A file too damaged to read on is one of them.
    """
    counts = [0, 0, 0]
    with without_cycle_search():
        problems = tuple(itertools.islice(_all_problems(project, counts), MOST_PROBLEMS))
    return CheckReport(problems, *counts)


def _all_problems(project: Project, counts: list[int]) -> Iterator[str]:
    of_file = (
        soundness.problems_of_file,
        soundness.problems_of_schema,
        soundness.problems_of_chain,
        soundness.problems_of_tables,
        soundness.problems_of_indexes,
        soundness.problems_of_content,
    )
    of_records = (
        partial(_problems_of_words, counts=counts),
        _problems_of_links,
        _problems_of_stances,
    )
    refusals: set[str] = set()
    for part in (partial(_count_steps, counts=counts), *of_file, *of_records):
        try:
            yield from part(project)
        except UserError as error:
            # The other parts can be looked at still, and may be refused for the same.
            if str(error) not in refusals:
                yield str(error)
            refusals.add(str(error))


def _count_steps(project: Project, counts: list[int]) -> Iterator[str]:
    counts[0] = steps.count(project)
    return iter(())


def _problems_of_words(project: Project, counts: list[int]) -> Iterator[str]:
    scheme = scheme_of(project)
    annotations, flags = Stream(project, Annotation), Stream(project, Flag)
    sound: set[tuple[str, str]] = set()
    for article in articles.each(project):
        counts[1] += 1
        for of_one in annotations.of(article.id).values():
            counts[2] += len(of_one)
            for annotation in of_one:
                yield from _mismatch(article, annotation)
                # The same few attributes come thousands of times; each is looked at once.
                seen = (annotation.label, str(annotation.attributes))
                if seen not in sound:
                    problems = scheme.attribute_problems(annotation.label, annotation.attributes)
                    yield from (f"{_place(annotation)}: {problem}" for problem in problems)
                    if not problems:
                        sound.add(seen)
        for raised in flags.of(article.id).values():
            for flag in raised:
                if flag.fragments:
                    yield from _mismatch(article, flag)


def _mismatch(article: Article, record: Annotation | Flag) -> Iterator[str]:
    problem = problem_with(record.fragments, article.text)
    if problem:
        yield f"{_place(record)}: {problem}."
        return
    found = words(article.text, record.fragments)
    if found != record.text:
        yield f"{_place(record)}: the text has “{found}”, the {record.kind} “{record.text}”."


def _problems_of_links(project: Project) -> Iterator[str]:
    scheme = scheme_of(project)
    for relation, source, target in soundness.ends_of_relations(project):
        kind = scheme.relation(relation.label)
        if kind is None:
            yield f"{_place(relation)}: the scheme has no relation “{relation.label}”."
        elif not kind.allows(source, target):
            yield f"{_place(relation)}: “{relation.label}” cannot lead from {source} to {target}."


def _problems_of_stances(project: Project) -> Iterator[str]:
    """Stances of entities that nobody knows; the annotations that they name are proved before."""
    scheme = scheme_of(project)
    stances = records.select(project, Stance)
    if not stances:
        return
    known = {use.entity for use in entities.uses(project, scheme.entity_attributes)}
    for entity in records.select(project, Entity):
        known |= {entity.id, *entity.aliases}
    for stance in stances:
        for party in stance.parties:
            if party.entity is not None and party.entity not in known:
                yield f"{_place(stance)}: the project knows no entity “{party.entity}”."


def _place(record: Annotation | Flag | Relation | Stance) -> str:
    return f"Article {record.article_id}, {record.kind} {record.id} by {record.annotator}"
