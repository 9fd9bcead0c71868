"""Running commands as a person does, and looking at what they leave behind."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from annotator.cli.main import cli
from annotator.storage.project import open_project

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Outcome:
    """What a command ended with and printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output."""
        assert self.out.count("\n") == 1, "standard output is not one line"
        return json.loads(self.out)

    def refuses(self, *told: str) -> None:
        """It ended with 1, one sentence, and no traceback."""
        assert self.code == 1, self
        assert self.err.startswith("annotator: "), self.err
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        for words in told:
            assert words in self.err, self.err


def run(*words: object, given: bytes | str = b"") -> Outcome:
    """A command inside this process; what escapes as an exception fails the test."""
    result = CliRunner().invoke(cli, [str(word) for word in words], input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def environment(home: Path) -> dict[str, str]:
    """The environment of a process of its own."""
    return {**os.environ, "ANNOTATOR_HOME": str(home), "PYTHONPATH": str(ROOT)}


def start(*words: object, home: Path, **options: Any) -> "subprocess.Popen[bytes]":
    """`python -m annotator` in a process of its own."""
    line = [sys.executable, "-m", "annotator", *map(str, words)]
    return subprocess.Popen(line, env=environment(home), **options)


def run_apart(*words: object, home: Path, given: bytes = b"") -> Outcome:
    """The same, until its end."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with start(*words, home=home, **pipes) as process:
        out, err = process.communicate(given, timeout=300)
    return Outcome(process.returncode, out.decode(), err.decode())


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def counted(path: Path) -> tuple[int, int, int]:
    """How many steps, articles and annotations a project holds."""
    tables = ("journal", "article", "annotation")
    with open_project(path) as project:
        return tuple(project.value(f"SELECT count(*) FROM {table}") for table in tables)
