"""The tables of who is to do what, and of what editors decided."""

REVIEW_TABLES = (
    """
    CREATE TABLE assignment (
        article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        annotator TEXT NOT NULL CHECK (annotator <> ''),
        place INTEGER NOT NULL,
        repeats TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, annotator)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE decision (
        id TEXT NOT NULL CHECK (id <> ''),
        article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        label TEXT NOT NULL,
        kinds TEXT NOT NULL,
        choice TEXT NOT NULL CHECK (choice <> ''),
        taken TEXT NOT NULL,
        reason TEXT NOT NULL,
        "by" TEXT NOT NULL,
        scheme TEXT NOT NULL,
        revision INTEGER NOT NULL,
        sides TEXT NOT NULL,
        results TEXT NOT NULL,
        is_of_article INTEGER NOT NULL CHECK (is_of_article IN (0, 1)),
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, id)
    ) STRICT, WITHOUT ROWID
    """,
)

REVIEW = (
    *REVIEW_TABLES,
    "CREATE INDEX assignment_of ON assignment (annotator, place)",
    """
    CREATE VIEW public_assignment AS
    SELECT article_id, annotator, place, repeats FROM assignment
    """,
    """
    CREATE VIEW public_decision AS
    SELECT id, article_id, label, kinds AS kinds_json, choice, taken, reason, "by",
        scheme, revision, sides AS sides_json, results AS results_json
    FROM decision
    """,
)
