"""Taking an import back: the articles and labels that it brought, as one action.

Work that people did on its articles since is in the way, until they say that it goes too. People
and entities that came along stay, since others may have come to use them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Draft, Record, removed
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.domain.people import REPEAT_OF, Annotator, Assignment
from annotator.domain.relation import Relation
from annotator.domain.review import Decision, Verdict
from annotator.domain.separation import Separation
from annotator.domain.suggestion import Suggestion
from annotator.operations.writing import commit
from annotator.storage import clusters, imports, records
from annotator.storage.project import Project
from annotator.storage.rows import TABLES

MOST_RECORDS = 50_000
"""How many records go in one step at most; an import of more is taken back in several."""

LAST = "last"
"""What names the import that came last."""

_NAMING = (
    ("flag", "target_id"),
    ("verdict", "target_id"),
    ("stance", "holder_id"),
    ("stance", "target_id"),
    ("suggestion", "made_id"),
)
"""Which records name an annotation, and in which column."""

_NAME = "Remove an import"
_STAY = (Annotator, Entity)


@dataclass(frozen=True, slots=True)
class Removal:
    """What taking an import back would remove, and whose work of later it is."""

    import_id: str
    articles: int
    records: int
    workers: tuple[str, ...]
    later: int


def removal_of(project: Project, import_id: str) -> Removal:
    """What would go with an import; `last` is the one that came last.

    Raises:
        UserError: there is no such import, or nothing of it is there any more.
    """
    found = _found(project, import_id)
    articles = total = later = 0
    workers: set[str] = set()
    for brought, there in _portions(project, found):
        articles += sum(isinstance(each, Article) for each in there)
        total += len(there)
        worked = [each for each in there if _is_later_work(each, brought)]
        later += len(worked)
        workers |= {_worker(each) for each in worked}
    if not total:
        raise UserError(
            f"Nothing of the import {import_id} is in the project any more. Nothing was changed."
        )
    return Removal(found, articles, total, tuple(sorted(workers)), later)


def remove_import(
    project: Project, import_id: str, *, is_work_removed: bool = False
) -> Iterator[Draft]:
    """The drafts that take an import back, one unless it is very large.

    Raises:
        UserError: there is no such import, or people worked on its articles since.
    """
    removal = removal_of(project, import_id)
    if removal.later and not is_work_removed:
        raise UserError(
            f"{', '.join(removal.workers)} worked on what came with this import since: "
            f"{removal.later:,} labels, relations and other things. Nothing was removed. "
            "Say that this work goes too (--with-work), or export it first."
        )
    gathered: list[Record] = []
    for _, there in _portions(project, removal.import_id):
        gathered += there
        if len(gathered) >= MOST_RECORDS:
            yield _draft(gathered)
            gathered = []
    if gathered:
        yield _draft(gathered)


def take_back(
    project: Project, import_id: str, *, annotator: str, is_work_removed: bool = False
) -> Removal:
    """Take an import back now, all of it or nothing.

    Raises:
        UserError: as `remove_import`.
    """
    removal = removal_of(project, import_id)
    drafts = list(remove_import(project, removal.import_id, is_work_removed=is_work_removed))
    with project.transaction():
        for draft in drafts:
            commit(project, draft, annotator=annotator)
    return removal


def _draft(gathered: Iterable[Record]) -> Draft:
    """What belongs to others goes first; a link between two portions is named once.

    What came last goes first, so that undo brings the articles in the order in which they came.
    """
    order = list(TABLES)
    unique = {(each.kind, each.key): each for each in gathered}
    coming = sorted(unique.values(), key=lambda each: order.index(each.kind))
    return Draft(_NAME, removed(reversed(coming)))


def _found(project: Project, import_id: str) -> str:
    known = [each.id for each in imports.all_imports(project)]
    if import_id == LAST:
        import_id = next((each for each in known if _is_there(project, each)), import_id)
    if import_id not in known:
        raise UserError(
            f"There is no import “{import_id}” of which anything is left. Nothing was changed. "
            f"List them with: annotator imports {project.path.name}"
        )
    return import_id


def _is_there(project: Project, import_id: str) -> bool:
    return any(there for _, there in _portions(project, import_id))


def _portions(
    project: Project, import_id: str
) -> Iterator[tuple[dict[tuple[str, tuple[str, ...]], Record], list[Record]]]:
    """For each step of an import what it brought, and what of that and on that is there now."""
    told: set[tuple[str, tuple[str, ...]]] = set()
    known = {each.id: each for each in clusters.without_texts(project)}
    copies: dict[object, list[Article]] = {}
    for each in known.values():
        if REPEAT_OF in each.extra:
            copies.setdefault(each.extra[REPEAT_OF], []).append(each)
    separations = clusters.separations(project)
    for step in imports.steps_of(project, import_id):
        brought = {
            (change.after.kind, change.after.key): change.after
            for change in step.changes
            if change.before is None and change.after is not None
        }
        articles = [known[each.id] for each in step.touched(Article) if each.id in known]
        articles += [copy for each in articles for copy in copies.get(each.id, ())]
        ids = {each.id for each in articles}
        there: list[Record] = [*articles]
        there += (each for article_id in sorted(ids) for each in _on(project, article_id))
        there += (each for each in separations if ids & set(each.key))
        there += _labels_elsewhere(project, brought, ids)
        fresh = [each for each in there if (each.kind, each.key) not in told]
        told |= {(each.kind, each.key) for each in fresh}
        yield brought, fresh


def _on(project: Project, article_id: str) -> Iterator[Record]:
    """Everything that belongs to an article, links from others among it."""
    beside = (Suggestion.kind, Assignment.kind, Decision.kind)
    for kind in (*records.LEFT_ON_ARTICLES, *beside):
        yield from records.of_article(project, _types()[kind], article_id)
    yield from records.select(
        project, Relation, "article_id = ?1 OR to_article_id = ?1", (article_id,)
    )


def _labels_elsewhere(
    project: Project, brought: dict[tuple[str, tuple[str, ...]], Record], ids: set[str]
) -> Iterator[Record]:
    """What the import brought to articles that were there before, as it stands now."""
    for record in brought.values():
        if isinstance(record, (Article, *_STAY)) or getattr(record, "article_id", "") in ids:
            continue
        table = TABLES[record.kind]
        found = records.select(project, type(record), table.condition, record.key)
        yield from found
        if isinstance(record, Annotation) and found:
            yield from _hanging_on(project, record)


def _hanging_on(project: Project, annotation: Annotation) -> Iterator[Record]:
    """Relations, flags, verdicts and suggestions that would hang loose without an annotation.

    A decision stays: it is an editor's word on the article, and shows that it is changed since.
    """
    key = (annotation.article_id, annotation.annotator, annotation.id)
    yield from records.select(
        project,
        Relation,
        "(article_id, annotator, from_id) = (?1, ?2, ?3) "
        "OR (to_article_id, annotator, to_id) = (?1, ?2, ?3)",
        key,
    )
    for kind, column in _NAMING:
        condition = f"(article_id, annotator, {column}) = (?1, ?2, ?3)"
        yield from records.select(project, _types()[kind], condition, key)


def _is_later_work(record: Record, brought: dict[tuple[str, tuple[str, ...]], Record]) -> bool:
    """Whether a person made a record, or changed it, after the import."""
    if isinstance(record, Article | Separation | Assignment):
        return False
    if isinstance(record, Suggestion) and record.is_open:
        return False
    if isinstance(record, Flag) and record.is_by_rule and not (record.messages or record.grounds):
        return False
    return brought.get((record.kind, record.key)) != record


def _worker(record: Record) -> str:
    """Who made a record: what editors decide and judge is not whose work it is about."""
    if isinstance(record, Decision | Verdict):
        return record.by
    return str(getattr(record, "annotator", ""))


def _types() -> dict[str, type[Record]]:
    """The kinds of records that articles have, by name."""
    return {each.kind: cast("type[Record]", each) for each in Record.__args__}
