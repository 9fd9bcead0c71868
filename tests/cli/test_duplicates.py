"""`annotator duplicates`, as a person runs it."""

from pathlib import Path

import pytest

from tests.cli.commands import run
from tests.operations.test_duplicates import AGENCY, OTHER


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a copy of an agency's text, and another article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("a", AGENCY), ("b", f"{AGENCY} It rained."), ("c", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("new", tmp_path / "pilot.annotator").code == 0
    return tmp_path / "pilot.annotator"


def test_an_import_says_how_many_are_near_duplicates(project: Path) -> None:
    outcome = run("import", project, project.parent / "articles")
    assert "2 articles joined a cluster of near-duplicates" in outcome.err
    again = run("import", project, project.parent / "articles", "--json").json
    assert "near_duplicates" not in again
    listed = run("duplicates", project)
    assert [line.split()[0] for line in listed.out.splitlines()[1:]] == ["a", "b"]
    assert "1 cluster of 2 articles" in listed.err


def test_an_import_tells_a_program_too(project: Path) -> None:
    told = run("import", project, project.parent / "articles", "--json").json
    assert told["near_duplicates"] == {"joined": 2, "clusters": 1}


def test_what_is_kept_apart_is_listed_no_more(project: Path) -> None:
    run("import", project, project.parent / "articles")
    before = run("duplicates", project, "--json").json
    assert [each["id"] for each in before["clusters"][0]["articles"]] == ["a", "b"]
    after = run("duplicates", project, "--apart", "b", "--json").json
    assert after == {"clusters": [], "joined": 0}
    assert run("duplicates", project, "--find", "--json").json == after
    run("duplicates", project, "--apart", "b").refuses("in no cluster")
    run("duplicates", project, "--apart", "nobody").refuses("There is no article")
