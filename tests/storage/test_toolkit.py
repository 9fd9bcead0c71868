"""The library of tables is loaded alone."""

import subprocess
import sys
from pathlib import Path

NEW_PROJECT = """
import sys
from pathlib import Path
from annotator.operations import library
library.new_project(Path(sys.argv[1]), annotator="ana")
print("loaded:", *(name for name in ("numpy", "pandas") if name in sys.modules))
import numpy
print(numpy.arange(2).sum())
"""


def test_a_new_project_needs_no_library_of_numbers_and_does_not_hinder_one(tmp_path: Path):
    run = subprocess.run(
        [sys.executable, "-c", NEW_PROJECT, str(tmp_path / "new.annotator")],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert run.stdout.split() == ["loaded:", "1"]
