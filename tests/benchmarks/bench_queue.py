"""The list of very many articles: its first rows, all of it, and how long the window stood still.

`python -m tests.benchmarks.bench_queue [--articles 1000000]`: in the real window, in a process of
its own. The rows of the project are written by SQL alone: every tenth article is done, every fourth
has a label. The floor reads ids and titles into a list and does nothing with them.
"""

import argparse
import json
import sys
from pathlib import Path

from annotator.domain.change import Draft, added
from annotator.operations import library, writing
from annotator.storage import sqlite
from annotator.storage.project import open_project
from tests.benchmarks import corpus, measuring
from tests.benchmarks.measuring import Figure
from tests.builders import article

_COPIED = "language, text_sha256, format, encoding, raw_sha256, structure, extra, version"
_STATEMENTS = (
    f"""
    WITH RECURSIVE each (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM each WHERE n < :count)
    INSERT INTO article (number, id, title, outlet, {_COPIED})
    SELECT n, printf('article-%07d', n), 'Council weighs plan ' || n || ' for the harbour bridge',
        'Outlet ' || n % 7, {_COPIED}
    FROM each, article AS model WHERE model.number = 1
    """,
    # What the index of words lacks it would take in with the first label.
    """
    INSERT INTO article_search (rowid, title, body)
    SELECT number, title, 'bridge' FROM article WHERE number = :count
    """,
    """
    INSERT INTO progress
    SELECT id, :annotator, 'finished', version FROM article WHERE number % 10 = 0
    """,
    """
    INSERT INTO annotation
    SELECT 'label', id, :annotator, 'claim', 0, 5, '[[0, 5]]', 'Story', '{}', '', '', version
    FROM article WHERE number % 4 = 0
    """,
)


def measure(folder: Path, *, articles: int) -> Figure:
    """All figures of one size, by name."""
    project = written(folder / f"queue-{articles}.annotator", articles)
    took = measuring.run(
        sys.executable,
        "-m",
        "tests.benchmarks.shown_queue",
        project,
        str(articles),
        QT_QPA_PLATFORM="offscreen",
    )
    shown = json.loads(took.output)
    clock, worked = shown["still"], shown["still_processor"]
    return {
        f"queue_{articles}_articles": {
            "first_rows_milliseconds": round(shown["first_rows"] * 1000, 1),
            "first_rows_goal": "at most 150 ms",
            **measuring.compared(
                [shown["complete"]], [shown["floor"]], goal="the window lives meanwhile"
            ),
            "longest_still_milliseconds": round(max(clock) * 1000, 1),
            "longest_work_milliseconds": round(max(worked) * 1000, 1),
            "work_over_50_milliseconds": sum(each > 0.05 for each in worked),
            "still_goal": "no work of the window's thread over 50 ms",
            "scroll_processor": measuring.spread(shown["scroll"])
            | {"goal": "at most 12 ms at p95"},
            "filter": measuring.spread(shown["filter"]),
            "megabytes": round(shown["megabytes"], 1),
        }
    }


def written(path: Path, count: int) -> Path:
    """A project with so many articles, all of one text."""
    library.new_project(path, annotator=corpus.ANNOTATOR)
    with open_project(path, is_writable=True) as project:
        story = article("Story about the harbour bridge.", article_id="article-0000001")
        writing.commit(
            project, Draft("Import 1 article", added([story])), annotator=corpus.ANNOTATOR
        )
    connection = sqlite.connect(path)
    connection.execute("BEGIN")
    for statement in _STATEMENTS:
        connection.execute(statement, {"count": count, "annotator": corpus.ANNOTATOR})
    connection.execute("COMMIT")
    connection.close()
    return path


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, articles=options.articles))


if __name__ == "__main__":
    main()
