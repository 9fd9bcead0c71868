"""A killed process loses nothing that was called saved."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from annotator.domain.annotation import Annotation
from annotator.operations import checking
from annotator.storage import records
from annotator.storage.project import open_project
from tests import builders

KILLS = 20

# Labels through the writer thread, and names each annotation once it is called saved.
LABELLER = """
import itertools, os, sys
from pathlib import Path
from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.domain.span import Span
from annotator.operations.writing import Listener, Order, Writer

def saved(order, step):
    os.write(1, (order.draft.changes[0].after.id + "\\n").encode())

writer = Writer(Path(sys.argv[1]), Listener(saved, print, print))
for number in itertools.count():
    one = Annotation(f"{sys.argv[2]}-{number}", "a1", "ana", "claim", (Span(13, 17),), "said")
    writer.write(Order(Draft("Add", added([one])), "ana"))
    while writer.waiting > 3:
        pass
"""


def test_twenty_kills_lose_no_saved_label(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, builders.article())
    chance = random.Random(7)
    saved: set[str] = set()
    for kill in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", LABELLER, str(path), str(kill)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(chance.randrange(1, 60))]
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.read().splitlines(keepends=True)
        process.wait()
        process.stdout.close()
        saved |= {line.decode().strip() for line in lines if line.endswith(b"\n")}
        with open_project(path, is_writable=True) as project:
            stored = {each.id for each in records.select(project, Annotation)}
        assert saved <= stored
    assert len(saved) > KILLS
    with open_project(path) as project:
        assert checking.check(project).problems == ()
