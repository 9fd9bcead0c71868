"""What lies beside a dataset that comes in: links between its articles, entities it names."""

from collections.abc import Container, Iterator, Sequence

from annotator.domain.entity import Entity
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.formats.articles.jsonl import read_entities, read_links
from annotator.formats.datasets.jsonl import ENTITIES_FILE, LINKS_FILE
from annotator.formats.incoming import Problem
from annotator.formats.sources import Source
from annotator.operations.ends import Ends, problem_with_link
from annotator.storage import records
from annotator.storage.project import Project


def entities_in(
    files: Sequence[Source], project: Project, *, named: set[str]
) -> Iterator[Entity | Problem]:
    """The entities that a project lacks: those of the files, and those that only stances name."""
    own = [file for file in files if file.file_name == ENTITIES_FILE]
    known: set[str] = set()
    if own or named:
        for each in records.select(project, Entity):
            known |= {each.id, *each.aliases}
    for file in own:
        for found in read_entities(file):
            if isinstance(found, Problem):
                yield found
            elif found.id not in known:
                known |= {found.id, *found.aliases}
                yield found
    yield from (Entity(name, name) for name in sorted(named - known))


def links_in(
    files: Sequence[Source],
    project: Project,
    *,
    annotator: str,
    scheme: Scheme,
    ends: Ends,
    articles: Container[str],
) -> Iterator[Relation | Problem]:
    """Relations between articles whose two ends are in the project or came just now."""
    own = [file for file in files if file.file_name == LINKS_FILE]
    known = {each.key for each in records.select(project, Relation)} if own else set()
    for file in own:
        absent = 0
        for found in read_links(file, annotator=annotator):
            if isinstance(found, Problem):
                yield found
            elif found.article_id not in articles or found.to_article_id not in articles:
                absent += 1
            elif found.key not in known:
                problem = _problem_with(found, file, scheme, ends)
                if problem is None:
                    known.add(found.key)
                yield problem or found
        if absent:
            # Beside the file lie links of another export too; they are nobody's fault.
            reason = f"Links with articles that are not in the project: {absent:,}."
            yield Problem(file.name, None, reason, is_note=True)


def _problem_with(link: Relation, file: Source, scheme: Scheme, ends: Ends) -> Problem | None:
    reason = problem_with_link(link, scheme, ends.labels_of(link, scheme)) or ""
    if not reason:
        faults = scheme.relation_attribute_problems(link.label, link.attributes)
        reason = f"{link.id}: {' '.join(faults)}" if faults else ""
    return Problem(file.name, None, reason) if reason else None
