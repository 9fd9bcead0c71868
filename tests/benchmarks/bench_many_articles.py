"""Very many articles: importing them, and finding near-duplicates among them.

Each command is a process of its own, beside a floor: the same texts put into a bare table, and the
words of all texts cut and counted. A tenth of the articles are copies of an agency's text.

`python -m tests.benchmarks.bench_many_articles [--articles 100000]`
"""

import argparse
import random
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import orjson

from annotator.operations import library
from tests.benchmarks import corpus, measuring
from tests.benchmarks.measuring import Figure

PEAK = "tests.benchmarks.peak"
WORDS = 400
_EACH = 10


def measure(folder: Path, *, articles: int) -> Figure:
    """Import and near-duplicates at one size: seconds, memory, and the floors of both."""
    source = _written(folder / f"many-{articles}.jsonl", articles)
    project = folder / f"many-{articles}.annotator"
    library.new_project(project, annotator=corpus.ANNOTATOR)
    floor = measuring.seconds_of(lambda: _insert(folder / f"many-{articles}.db", source))
    imported = measuring.run(sys.executable, "-m", PEAK, "import", project, source)
    counted = measuring.seconds_of(lambda: _count_words(folder / f"many-{articles}.db"))
    found = measuring.run(sys.executable, "-m", PEAK, "duplicates", project, "--find")
    return {
        f"import_{articles}_plain_articles": {
            **measuring.compared([imported.seconds], [floor], goal="100,000 within 6 minutes"),
            "megabytes": round(float(imported.output), 1),
            "memory_goal": "less than 500 MB",
        },
        f"near_duplicates_{articles}": {
            **measuring.compared([found.seconds], [counted], goal="100,000 within 5 minutes"),
            "milliseconds_an_article": round(found.seconds / articles * 1000, 3),
            "megabytes": round(float(found.output), 1),
            "clusters": _clusters(project),
        },
    }


def texts(articles: int) -> Iterator[str]:
    """Articles of 200 to 600 words; every tenth is the one before, changed as editors do."""
    chance = random.Random(5)
    before = ""
    for number in range(articles):
        if number % _EACH == _EACH - 1:
            yield f"From our partners. {before.replace(' the ', ' a ', 2)} More at noon."
            continue
        before = corpus.text_of(chance, chance.randint(WORDS // 2, WORDS * 3 // 2))
        yield before


def _written(path: Path, articles: int) -> Path:
    with path.open("wb") as file:
        for number, text in enumerate(texts(articles)):
            line = {"id": f"article-{number:06}", "text": text}
            file.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
    return path


def _insert(path: Path, source: Path) -> None:
    """The texts in a bare table, as fast as it goes."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE article (id TEXT PRIMARY KEY, text TEXT)")
    with source.open("rb") as lines:
        rows = ((value["id"], value["text"]) for value in map(orjson.loads, lines))
        connection.executemany("INSERT INTO article VALUES (?, ?)", rows)
    connection.commit()
    connection.close()


def _count_words(path: Path) -> None:
    """What anything that looks at the words of all texts has to do at least."""
    connection = sqlite3.connect(path)
    words: Counter[str] = Counter()
    for (text,) in connection.execute("SELECT text FROM article"):
        words.update(text.lower().split())
    connection.close()


def _clusters(project: Path) -> int:
    from annotator.storage.project import open_project

    with open_project(project) as opened:
        return int(opened.value("SELECT count(DISTINCT cluster) FROM article"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    with measuring.own_folder() as folder:
        measuring.report(measure(folder, articles=options.articles))


if __name__ == "__main__":
    main()
