"""The tables of a project file, as numbered functions that are never edited after a release."""

from annotator.storage.first_tables import FIRST, FIRST_TABLES
from annotator.storage.project import APPLICATION_ID
from annotator.storage.review_tables import REVIEW, REVIEW_TABLES
from annotator.storage.toolkit import Database, Migrations

migrations = Migrations("annotator")

_SECOND_TABLES = (
    """
    CREATE TABLE entity (
        id TEXT PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        aliases TEXT NOT NULL,
        version TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE stance (
        id TEXT NOT NULL CHECK (id <> ''),
        article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        annotator TEXT NOT NULL CHECK (annotator <> ''),
        holder_entity TEXT,
        holder_id TEXT,
        target_entity TEXT,
        target_id TEXT,
        value TEXT NOT NULL CHECK (value IN ('none_expressed', 'cannot_tell')),
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, annotator, id),
        FOREIGN KEY (article_id, annotator, holder_id)
            REFERENCES annotation (article_id, annotator, id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (article_id, annotator, target_id)
            REFERENCES annotation (article_id, annotator, id) DEFERRABLE INITIALLY DEFERRED,
        CHECK (holder_entity IS NULL OR holder_id IS NULL),
        CHECK ((target_entity IS NULL) <> (target_id IS NULL))
    ) STRICT, WITHOUT ROWID
    """,
)

_SECOND = (
    *_SECOND_TABLES,
    "CREATE INDEX stance_holder ON stance (article_id, annotator, holder_id)",
    "CREATE INDEX stance_target ON stance (article_id, annotator, target_id)",
    "CREATE VIEW public_entity AS SELECT id, name, aliases AS aliases_json FROM entity",
    """
    CREATE VIEW public_stance AS
    SELECT id, article_id, annotator, holder_entity, holder_id, target_entity, target_id, value
    FROM stance
    """,
)

_SUGGESTION_TABLES = (
    """
    CREATE TABLE suggestion (
        id TEXT NOT NULL CHECK (id <> ''),
        article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        annotator TEXT NOT NULL CHECK (annotator <> ''),
        engine TEXT NOT NULL CHECK (engine <> ''),
        label TEXT NOT NULL CHECK (label <> ''),
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL,
        fragments TEXT NOT NULL,
        text TEXT NOT NULL,
        attributes TEXT NOT NULL,
        link TEXT NOT NULL,
        confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
        reason TEXT NOT NULL,
        fate TEXT NOT NULL CHECK (fate IN ('open', 'accepted', 'changed', 'rejected')),
        decision TEXT NOT NULL CHECK (decision IN ('', 'single', 'page')),
        "by" TEXT NOT NULL,
        made_id TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, annotator, id),
        CHECK (start < "end"),
        CHECK ((fate = 'open') = (decision = '' AND "by" = ''))
    ) STRICT, WITHOUT ROWID
    """,
)

_SEPARATION_TABLES = (
    """
    CREATE TABLE separation (
        article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        other_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        annotator TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, other_id),
        CHECK (article_id < other_id)
    ) STRICT, WITHOUT ROWID
    """,
)

_SUGGESTIONS = (
    *_SUGGESTION_TABLES,
    # Lines that many articles of one outlet have are looked for among its neighbours.
    "CREATE INDEX article_outlet ON article (outlet) WHERE outlet IS NOT NULL",
    """
    CREATE VIEW public_suggestion AS
    SELECT id, article_id, annotator, engine, label, start, "end", text,
        fragments AS fragments_json, attributes AS attributes_json, link AS link_json,
        confidence, reason, fate, decision, "by", made_id AS annotation_id
    FROM suggestion
    """,
)

_DUPLICATES = (
    *_SEPARATION_TABLES,
    "CREATE INDEX separation_other ON separation (other_id)",
    "CREATE INDEX article_cluster ON article (cluster) WHERE cluster IS NOT NULL",
    "CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL",
)

_FLAG_COLUMNS = (
    """
    ALTER TABLE flag ADD COLUMN severity TEXT NOT NULL DEFAULT 'check'
        CHECK (severity IN ('info', 'check', 'stop'))
    """,
    """
    ALTER TABLE flag ADD COLUMN origin TEXT NOT NULL DEFAULT 'annotator'
        CHECK (origin IN ('annotator', 'rule', 'engine'))
    """,
    """
    ALTER TABLE flag ADD COLUMN outcome TEXT NOT NULL DEFAULT ''
        CHECK (outcome IN ('', 'accepted', 'fixed', 'dismissed'))
    """,
    "ALTER TABLE flag ADD COLUMN grounds TEXT NOT NULL DEFAULT ''",
    """
    ALTER TABLE flag ADD COLUMN is_unread INTEGER NOT NULL DEFAULT 0 CHECK (is_unread IN (0, 1))
    """,
)

_FLAGS = (
    *_FLAG_COLUMNS,
    "CREATE INDEX flag_state ON flag (state, outcome, severity)",
)

_DASHBOARD = (
    """
    CREATE INDEX annotation_shape ON annotation (label, article_id, annotator, "end", start)
    """,
)

TABLES = (
    *FIRST_TABLES,
    *_SECOND_TABLES,
    *_SUGGESTION_TABLES,
    *REVIEW_TABLES,
    *_SEPARATION_TABLES,
    *_FLAG_COLUMNS,
)
"""What makes the tables that hold records."""

STATEMENTS = (*FIRST, *_SECOND, *_SUGGESTIONS, *REVIEW, *_DUPLICATES, *_FLAGS, *_DASHBOARD)
"""All that makes the newest schema, in order."""


@migrations()
def m001_first(database: Database) -> None:
    """The project file of the first release."""
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in FIRST:
        database.execute(statement)


@migrations()
def m002_entities_and_stances(database: Database) -> None:
    """Who is meant, and the cells of the sentiment grid that no annotation can show."""
    for statement in _SECOND:
        database.execute(statement)


@migrations()
def m003_suggestions(database: Database) -> None:
    """What engines propose, and what became of it."""
    for statement in _SUGGESTIONS:
        database.execute(statement)


@migrations()
def m004_review(database: Database) -> None:
    """Who is to do which article, and what editors decided where annotators differed."""
    for statement in REVIEW:
        database.execute(statement)


@migrations()
def m005_duplicates(database: Database) -> None:
    """Which articles are to be kept apart, and quick ways to a cluster and to an address."""
    for statement in _DUPLICATES:
        database.execute(statement)


@migrations()
def m006_flags(database: Database) -> None:
    """How grave a flag is, what raised it and what became of it; all flags of the project."""
    for statement in _FLAGS:
        database.execute(statement)


@migrations()
def m007_dashboard(database: Database) -> None:
    """Annotations can be counted by label, article and person without reading them."""
    for statement in _DASHBOARD:
        database.execute(statement)


def apply(database: Database) -> None:
    """Bring a project file up to date, all of it in one transaction or nothing."""
    with database.atomic():
        migrations.apply(database)
        database.execute(f"PRAGMA user_version = {len(migrations.applied(database))}")
