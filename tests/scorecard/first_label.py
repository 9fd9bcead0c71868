"""Starts the program for the first time and labels, then prints what that took as JSON.

Run as a process of its own: `python -m tests.scorecard.first_label`. Seconds are those from the
birth of the process to the painted label; forms are windows that stood before it.
"""

import json
import sys
import time

import psutil
from PySide6.QtWidgets import QApplication

from tests.benchmarks.painted import PaintWatch
from tests.journeys.driver import Person, start


def label(person: Person) -> None:
    """Press the key of a claim, and see it painted."""
    watch = PaintWatch(person.article.viewport())
    watch.seconds_to_paint(lambda: person.press("C"))
    seconds = time.time() - psutil.Process().create_time()
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    session = person.window.session
    assert session is not None
    assert session.sheet is not None
    found = {
        "seconds": seconds,
        "keys": person.keys,
        "letters": person.letters,
        "forms": len(others) - 1,
        "labels": [each.text for each in session.sheet.annotations.values()],
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    sys.exit(start([], label))
