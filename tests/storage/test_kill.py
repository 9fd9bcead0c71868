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

# Labels through the writer thread, and names each annotation once it is called saved; a process of
# its own for each kill, of one that has loaded the program already and tells of each death.
LABELLER = """
import itertools, os, sys, time
from pathlib import Path
from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.domain.span import Span
from annotator.operations.writing import Listener, Order, Writer

def saved(order, step):
    os.write(1, (order.draft.changes[0].after.id + "\\n").encode())

def label(kill):
    writer = Writer(Path(sys.argv[1]), Listener(saved, print, print))
    for number in itertools.count():
        one = Annotation(f"{kill}-{number}", "a1", "ana", "claim", (Span(13, 17),), "said")
        writer.write(Order(Draft("Add", added([one])), "ana"))
        while writer.waiting > 3:
            time.sleep(0.0002)

for kill in sys.stdin:
    child = os.fork()
    if not child:
        label(kill.strip())
    os.write(2, f"{child}\\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"killed\\n")
"""


def test_twenty_kills_lose_no_saved_label(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, builders.article())
    chance = random.Random(7)
    saved: set[str] = set()
    with subprocess.Popen(
        [sys.executable, "-c", LABELLER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        text=True,
    ) as parent:
        assert parent.stdin
        assert parent.stdout
        assert parent.stderr
        for kill in range(KILLS):
            parent.stdin.write(f"{kill}\n")
            parent.stdin.flush()
            child = int(parent.stderr.readline())
            lines: list[str] = []
            for _ in range(chance.randrange(1, 60)):
                lines.append(parent.stdout.readline())
                assert lines[-1] not in ("", "killed\n"), "it ended by itself"
            os.kill(child, signal.SIGKILL)
            lines += iter(parent.stdout.readline, "killed\n")
            saved |= {line.strip() for line in lines}
            with open_project(path, is_writable=True) as project:
                stored = {each.id for each in records.select(project, Annotation)}
            assert saved <= stored
        parent.stdin.close()
    assert len(saved) > KILLS
    with open_project(path) as project:
        assert checking.check(project).problems == ()
