"""The command palette: how long it takes to open, and to answer each letter that is typed.

`python -m tests.benchmarks.bench_palette [--articles 20000]`: 300 commands, and articles besides.
"""

import argparse
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Sequence

from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from annotator.gui import actions, application
from annotator.gui import theme as looks
from annotator.gui.palette.popup import CommandPalette
from annotator.gui.palette.ranking import Articles, Entry
from annotator.storage.articles import ArticleSummary
from tests.benchmarks import measuring
from tests.benchmarks.measuring import Figure

COMMANDS = 300
TYPED = ("next sentence", "hbr auth", "flag", "e", "art go", "zzz", "council report 7")
_WORDS = ("harbour", "council", "authority", "report", "tram", "night", "budget", "flood", "school")


def measure(*, articles: int, rounds: int) -> Figure:
    """Opening and typing, with commands alone and with articles besides."""
    application.application()
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    made: list[CommandPalette] = []
    first = measuring.seconds_of(lambda: made.append(CommandPalette(window, _no_icon)))
    palette = made[0]
    entries, summaries = command_entries(), _summaries(articles)
    opened = [_open(palette, entries, summaries) for _ in range(rounds)]
    alone = _typed(palette, entries, ())
    among = _typed(palette, entries, summaries)
    window.close()
    return {
        "palette_commands": len(entries),
        "palette_articles": articles,
        "palette_made": round(first * 1000, 2),
        "palette_open": measuring.spread(opened),
        "palette_letter": measuring.spread(alone),
        "palette_letter_with_articles": measuring.spread(among),
        "palette_goal": "open <= 50 ms, letter <= 16 ms, painted",
    }


def _open(
    palette: CommandPalette, entries: Sequence[Entry], summaries: Sequence[ArticleSummary]
) -> float:
    theme = looks.load("light")

    def work() -> None:
        palette.open(entries, Articles(summaries), recent=(), theme=theme)
        palette.repaint()

    seconds = measuring.seconds_of(work)
    palette.leave()
    return seconds


def _typed(
    palette: CommandPalette, entries: Sequence[Entry], summaries: Sequence[ArticleSummary]
) -> list[float]:
    """How long each letter takes until its list is painted; further slices count by themselves."""
    taken = []
    palette.open(entries, Articles(summaries), recent=(), theme=looks.load("light"))
    for words in TYPED:
        palette.field.clear()
        for letter in words:
            taken.append(measuring.seconds_of(lambda letter=letter: _press(palette, letter)))
            while palette.is_looking:
                taken.append(measuring.seconds_of(QApplication.processEvents))
    palette.leave()
    return taken


def _press(palette: CommandPalette, letter: str) -> None:
    QTest.keyClick(palette.field, letter)
    palette.repaint()


def command_entries() -> list[Entry]:
    real = [Entry(row.id, row.shown_title, row.menu, key="C") for row in actions.ROWS]
    more = [Entry(f"more.{n}", f"{_title(n)} {n}", "Tools") for n in range(COMMANDS - len(real))]
    return real + more


def _summaries(count: int) -> list[ArticleSummary]:
    return [
        ArticleSummary(f"a{n}", f"{_title(n)} {n}", "The Post", None, "en", "open", 0, 0, 0)
        for n in range(count)
    ]


def _title(number: int) -> str:
    return " ".join(_WORDS[(number * 7 + step * step) % len(_WORDS)] for step in range(6))


def _no_icon(_: Entry) -> QIcon | None:
    return None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    measuring.report(measure(articles=options.articles, rounds=options.rounds))


if __name__ == "__main__":
    main()
