"""`annotator metadata`, as a person runs it."""

from pathlib import Path

from tests import builders
from tests.cli.commands import run


def test_what_is_known_is_shown_and_corrected(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, builders.article())
    words = ("--set", "outlet=Harbour Post", "--set", "language=", "--json")
    told = run("metadata", path, "a1", *words).json
    assert told["metadata"]["outlet"] == "Harbour Post"
    assert told["metadata"]["language"] is None
    assert "Harbour Post" in run("metadata", path, "a1").out
    run("metadata", path, "a1", "--set", "text=x").refuses("no field")
    assert run("metadata", path, "a1", "--set", "outlet").code == 2
