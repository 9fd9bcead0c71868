"""Proving a project file: its pages, its chain, its tables against the journal, its words."""

import contextlib
import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import cast

from annotator.domain.article import Article
from annotator.domain.change import Step
from annotator.domain.errors import UserError
from annotator.domain.relation import Relation
from annotator.storage import journal, sqlite
from annotator.storage.migrations import STATEMENTS
from annotator.storage.migrations import TABLES as TABLE_STATEMENTS
from annotator.storage.project import SCHEMA_VERSION, Project
from annotator.storage.rows import TABLES
from annotator.storage.steps import each_row
from annotator.storage.tables import Table

_SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB '*sqlite_*'"
_SHADOWS = "article_search_"  # made by the library, whose versions may word them in other ways


def problems_of_file(project: Project) -> Iterator[str]:
    """What SQLite itself finds wrong: damaged pages, broken references."""
    for (finding,) in project.rows("PRAGMA integrity_check(20)"):
        if finding != "ok":
            yield f"The file is damaged: {finding}."
    for table, _, parent, _ in project.rows("PRAGMA foreign_key_check"):
        yield f"A row of {table} refers to a row of {parent} that is not there."


def problems_of_schema(project: Project) -> Iterator[str]:
    """Tables, views, indexes and triggers that are missing or changed, and triggers of others.

    Other tools may add views and indexes; a trigger would write where only the journal may.
    """
    found, expected = _schema(project.rows(_SCHEMA)), _expected_schema()
    for (kind, name), wanted in expected.items():
        if (kind, name) not in found:
            yield f"The {kind} {name} is missing."
        elif found[kind, name] != wanted and not name.startswith(_SHADOWS):
            yield f"The {kind} {name} is not as this program made it."
    for kind, name in found.keys() - expected.keys():
        if kind == "trigger":
            yield f"The trigger {name} is not of this program."
    recorded = project.value("SELECT count(*) FROM _sqlite_migrations")
    if recorded != SCHEMA_VERSION:
        yield f"The file is of version {SCHEMA_VERSION}, and {recorded} migrations are recorded."


def problems_of_chain(project: Project) -> Iterator[str]:
    """Rows of the journal that are missing, changed or out of order."""
    heads: dict[str, tuple[int, bytes]] = {}
    for step, changes, digest in each_row(project):
        number, previous = heads.get(step.device, (0, bytes(32)))
        if step.number != number + 1:
            yield f"The journal lacks step {number + 1} of device {step.device}."
        elif not _is_linked(step, changes, previous, digest):
            yield f"Step {step.number} of device {step.device} was changed after it was written."
        heads[step.device] = (step.number, digest)


def _is_linked(step: Step, changes: bytes, previous: bytes, digest: bytes) -> bool:
    try:
        return journal.chained(step, journal.unpacked(changes), previous) == digest
    except UserError:
        return False


def problems_of_tables(project: Project) -> Iterator[str]:
    """Records that differ from what the journal says they are."""
    with tempfile.TemporaryDirectory() as folder:
        replayed = Path(folder) / "replayed.db"
        _replay(project, replayed)
        # The project's own connection knows how a file in a read-only folder can be read.
        project.rows("ATTACH ? AS replayed", (str(replayed),))
        try:
            yield from _differences(project)
        finally:
            project.rows("DETACH replayed")


def problems_of_indexes(project: Project) -> Iterator[str]:
    """What the search would not find, and what the history of an article would not show."""
    lacking = project.value(
        "SELECT count(*) FROM article WHERE number NOT IN (SELECT id FROM article_search_docsize)"
    )
    if lacking:
        yield f"The search lacks {'1 article' if lacking == 1 else f'{lacking:,} articles'}."
    for table in TABLES.values():
        named = "id" if table.name == Article.kind else "article_id"
        if named in table.columns:
            rows = project.rows(
                f"SELECT DISTINCT {named}, version FROM {table.name} WHERE NOT EXISTS "
                f"(SELECT 1 FROM touched WHERE touched.article_id = {table.name}.{named} "
                "AND touched.device || '.' || touched.number = version) LIMIT 20"
            )
            for article_id, version in rows:
                yield f"The history of article {article_id} lacks the step {version}."


def problems_of_content(project: Project) -> Iterator[str]:
    """Texts and raw bytes that are not what their names say, or are missing."""
    for sha256, body in project.each_row("SELECT sha256, body FROM content"):
        if hashlib.sha256(body).hexdigest() != sha256:
            yield f"The text {sha256[:12]}… was changed after it was stored."
    missing = project.rows(
        "SELECT id FROM article WHERE text_sha256 NOT IN (SELECT sha256 FROM content)"
    )
    for (article_id,) in missing:
        yield f"The text of article {article_id} is missing."


def ends_of_relations(project: Project) -> Iterator[tuple[Relation, str, str]]:
    """Each relation with the labels that it leaves and reaches."""
    table = TABLES[Relation.kind]
    rows = project.each_row(
        f"SELECT {_listed(table.columns, 'relation')}, source.label, target.label "
        "FROM relation JOIN annotation AS source ON (source.article_id, source.annotator, "
        "source.id) = (relation.article_id, relation.annotator, relation.from_id) "
        "JOIN annotation AS target ON (target.article_id, target.annotator, target.id) "
        "= (relation.to_article_id, relation.annotator, relation.to_id)"
    )
    return ((cast("Relation", table.from_row(row[:-2])), row[-2], row[-1]) for row in rows)


@cache
def _expected_schema() -> Mapping[tuple[str, str], str | None]:
    """What the migrations make; the same for every project."""
    with contextlib.closing(sqlite.in_memory()) as scratch:
        scratch.execute("BEGIN")
        for statement in STATEMENTS:
            scratch.execute(statement)
        return _schema(scratch.execute(_SCHEMA).fetchall())


def _schema(rows: Iterable[tuple[str, str, str | None]]) -> dict[tuple[str, str], str | None]:
    return {(kind, name): statement for kind, name, statement in rows}


def _replay(project: Project, path: Path) -> None:
    """Make a scratch database whose tables come from the journal alone."""
    path.touch()
    scratch = sqlite.connect(path)
    try:
        for pragma in ("foreign_keys = OFF", "synchronous = OFF", "journal_mode = OFF"):
            scratch.execute(f"PRAGMA {pragma}")
        scratch.execute("BEGIN")
        for statement in TABLE_STATEMENTS:
            scratch.execute(statement)
        rows = (
            (f"{step.device}.{step.number}", changes)
            for step, changes, _ in each_row(project, by_clock=True)
        )
        journal.replay(scratch, rows)
        scratch.execute("COMMIT")
    except sqlite.Error as error:
        if isinstance(sqlite.in_words(error, path), sqlite.DiskProblem):
            raise UserError(
                f"The records were not compared with the journal: {path.parent.parent} has no room "
                "for a copy of them. Nothing was changed. Make room there and check again."
            ) from error
        raise UserError(
            f"The journal contradicts itself: {error}. Nothing was changed. "
            "Open a backup of the project instead."
        ) from error
    finally:
        scratch.close()


def _differences(project: Project) -> Iterator[str]:
    is_alone = 'other."version" IS NULL'
    for table in TABLES.values():
        differs = f"({_compared(table, 'one')}) IS NOT ({_compared(table, 'other')})"
        for first, second, condition, reason in (
            ("replayed", "main", is_alone, "is missing"),
            ("main", "replayed", f"NOT {is_alone} AND {differs}", "differs from the journal"),
            ("main", "replayed", is_alone, "is not in the journal"),
        ):
            rows = project.rows(
                f"SELECT {_listed(table.keys, 'one')} FROM {first}.{table.name} AS one "
                f"LEFT JOIN {second}.{table.name} AS other "
                f"ON ({_listed(table.keys, 'one')}) = ({_listed(table.keys, 'other')}) "
                f"WHERE {condition} LIMIT 20"
            )
            for row in rows:
                yield f"The {table.name} {' / '.join(map(str, row))} {reason}."


def _compared(table: Table, alias: str) -> str:
    return _listed((*table.columns, "version"), alias)


def _listed(columns: Iterable[str], alias: str) -> str:
    return ", ".join(f'{alias}."{column}"' for column in columns)
