"""The tables of the first release, never edited afterwards."""

FIRST_TABLES = (
    """
    CREATE TABLE content (
        sha256 TEXT PRIMARY KEY,
        body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE article (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE CHECK (id <> ''),
        title TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        language TEXT NOT NULL,
        outlet TEXT,
        url TEXT,
        published TEXT,
        licence TEXT,
        cluster TEXT,
        format TEXT NOT NULL,
        encoding TEXT NOT NULL,
        raw_sha256 TEXT NOT NULL,
        structure TEXT NOT NULL,
        extra TEXT NOT NULL,
        version TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE annotation (
        id TEXT NOT NULL CHECK (id <> ''),
        article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        annotator TEXT NOT NULL CHECK (annotator <> ''),
        label TEXT NOT NULL CHECK (label <> ''),
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL,
        fragments TEXT NOT NULL,
        text TEXT NOT NULL,
        attributes TEXT NOT NULL,
        origin TEXT NOT NULL,
        note TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, annotator, id),
        CHECK (start < "end")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE relation (
        id TEXT NOT NULL CHECK (id <> ''),
        article_id TEXT NOT NULL,
        annotator TEXT NOT NULL,
        label TEXT NOT NULL CHECK (label <> ''),
        from_id TEXT NOT NULL,
        to_id TEXT NOT NULL,
        to_article_id TEXT NOT NULL,
        attributes TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, annotator, id),
        FOREIGN KEY (article_id, annotator, from_id)
            REFERENCES annotation (article_id, annotator, id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (to_article_id, annotator, to_id)
            REFERENCES annotation (article_id, annotator, id) DEFERRABLE INITIALLY DEFERRED,
        CHECK (article_id <> to_article_id OR from_id <> to_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE flag (
        id TEXT NOT NULL CHECK (id <> ''),
        article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        annotator TEXT NOT NULL,
        target_id TEXT,
        reason TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
        raised_by TEXT NOT NULL,
        messages TEXT NOT NULL,
        fragments TEXT NOT NULL,
        text TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, annotator, id),
        FOREIGN KEY (article_id, annotator, target_id)
            REFERENCES annotation (article_id, annotator, id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE verdict (
        id TEXT NOT NULL CHECK (id <> ''),
        article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        annotator TEXT NOT NULL,
        target_id TEXT,
        label TEXT NOT NULL,
        verdict TEXT NOT NULL
            CHECK (verdict IN ('accepted', 'corrected', 'rejected', 'confirmed_empty')),
        reason TEXT NOT NULL,
        "by" TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, annotator, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE progress (
        article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        annotator TEXT NOT NULL CHECK (annotator <> ''),
        status TEXT NOT NULL CHECK (status IN ('in_progress', 'finished', 'adjudicated')),
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, annotator)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE article_label (
        article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        annotator TEXT NOT NULL CHECK (annotator <> ''),
        label TEXT NOT NULL CHECK (label <> ''),
        value TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (article_id, annotator, label)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE annotator (
        id TEXT PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('annotator', 'editor')),
        version TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE scheme_revision (
        id TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision > 0),
        sha256 TEXT NOT NULL,
        json TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (id, revision)
    ) STRICT
    """,
    """
    CREATE TABLE choice (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        version TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_JOURNAL = (
    """
    CREATE TABLE device (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE journal (
        device TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        step TEXT NOT NULL UNIQUE,
        clock INTEGER NOT NULL,
        annotator TEXT NOT NULL,
        operation TEXT NOT NULL,
        undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
        undoes TEXT,
        changes BLOB NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (device, number)
    ) STRICT
    """,
    """
    CREATE TABLE touched (
        article_id TEXT NOT NULL,
        device TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (article_id, device, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
    BEGIN SELECT raise(ABORT, 'the journal only grows'); END
    """,
    """
    CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
    BEGIN SELECT raise(ABORT, 'the journal only grows'); END
    """,
    """
    CREATE TRIGGER content_keeps_words BEFORE UPDATE ON content
    BEGIN SELECT raise(ABORT, 'content never changes'); END
    """,
)

_INDEXES = (
    "CREATE INDEX relation_from ON relation (article_id, annotator, from_id)",
    "CREATE INDEX relation_to ON relation (to_article_id, annotator, to_id)",
    "CREATE INDEX flag_target ON flag (article_id, annotator, target_id)",
    "CREATE INDEX article_text ON article (text_sha256)",
    "CREATE INDEX article_title ON article (title)",
    "CREATE INDEX journal_clock ON journal (clock, device)",
)

# Articles enter the search index once a step: on each insertion of an article the index would be
# written out, which doubles the time of an import.
_SEARCH = (
    """
    CREATE VIEW article_words AS
    SELECT article.number AS rowid, article.title AS title, CAST(content.body AS TEXT) AS body
    FROM article JOIN content ON content.sha256 = article.text_sha256
    """,
    """
    CREATE VIRTUAL TABLE article_search USING fts5 (
        title, body, content = 'article_words', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    # Fewer, larger merges of the index: it takes in articles by the thousand.
    "INSERT INTO article_search (article_search, rank) VALUES ('automerge', 8)",
    "INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 8388608)",
    """
    CREATE TRIGGER articles_found AFTER INSERT ON journal
    WHEN (SELECT max(number) FROM article) > (
        SELECT coalesce(max(id), 0) FROM article_search_docsize
    ) BEGIN
        INSERT INTO article_search (rowid, title, body)
        SELECT rowid, title, body FROM article_words
        WHERE rowid > (SELECT coalesce(max(id), 0) FROM article_search_docsize);
    END
    """,
    """
    CREATE TRIGGER article_lost BEFORE DELETE ON article
    WHEN old.number IN (SELECT id FROM article_search_docsize) BEGIN
        INSERT INTO article_search (article_search, rowid, title, body)
        SELECT 'delete', old.number, old.title, CAST(body AS TEXT)
        FROM content WHERE sha256 = old.text_sha256;
    END
    """,
    """
    CREATE TRIGGER article_retitled AFTER UPDATE OF title ON article
    WHEN old.title <> new.title
        AND old.number IN (SELECT id FROM article_search_docsize) BEGIN
        INSERT INTO article_search (article_search, rowid, title, body)
        SELECT 'delete', old.number, old.title, CAST(body AS TEXT)
        FROM content WHERE sha256 = old.text_sha256;
        INSERT INTO article_search (rowid, title, body)
        SELECT new.number, new.title, CAST(body AS TEXT)
        FROM content WHERE sha256 = new.text_sha256;
    END
    """,
)

_VIEWS = (
    """
    CREATE VIEW public_article AS
    SELECT article.id, article.title, CAST(content.body AS TEXT) AS text, article.language,
        article.outlet, article.url, article.published,
        (SELECT json_group_object(progress.annotator, progress.status)
         FROM progress WHERE progress.article_id = article.id) AS status_json
    FROM article JOIN content ON content.sha256 = article.text_sha256
    """,
    """
    CREATE VIEW public_annotation AS
    SELECT id, article_id, annotator, label, start, "end", text,
        fragments AS fragments_json, attributes AS attributes_json, origin
    FROM annotation
    """,
    """
    CREATE VIEW public_relation AS
    SELECT id, label, from_id, to_id, annotator, attributes AS attributes_json FROM relation
    """,
    """
    CREATE VIEW public_flag AS
    SELECT id, article_id, target_id, reason, state, raised_by FROM flag
    """,
    """
    CREATE VIEW public_verdict AS
    SELECT id, article_id, target_id, label, verdict, reason, "by" FROM verdict
    """,
)


FIRST = (*FIRST_TABLES, *_JOURNAL, *_INDEXES, *_SEARCH, *_VIEWS)
"""All that makes the schema of the first release, in order."""
