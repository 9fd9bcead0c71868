"""Run an `annotator` command in this process and print its largest resident memory, in MB,
with that of the largest process that it started.

`python -m tests.benchmarks.peak export PROJECT DEST --force`. Asked of the kernel from inside,
since what it tells a parent about a child begins with the memory of the parent.
"""

import contextlib
import io
import resource
import sys
from pathlib import Path

from annotator.__main__ import main


def peak_megabytes() -> float:
    """The largest resident memory that this process ever had."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        main(sys.argv[1:])
    print(peak_megabytes() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
