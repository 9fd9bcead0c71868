"""`annotator versions`, as a person runs it."""

import json
from pathlib import Path

import pytest

from tests.builders import TEXT
from tests.cli.commands import run

OLDER = {
    "id": "bridge", "text": TEXT, "annotator": "ana", "meta": {"url": "https://x.example/bridge"},
    "spans": [{"id": "c", "start": 18, "end": 47, "label": "claim"},
              {"id": "s", "start": 2, "end": 12, "label": "source"}],
}  # fmt: skip
NEWER = {
    "id": "newer", "text": "Update. " + TEXT.replace("4m", "5m"),
    "meta": {"url": "https://x.example/bridge"},
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with an article and its newer version from the same address."""
    path = tmp_path / "pilot.annotator"
    assert run("new", path).code == 0
    for value in (OLDER, NEWER):
        lines = tmp_path / f"{value['id']}.jsonl"
        lines.write_text(json.dumps(value), encoding="utf-8")
        assert run("import", path, lines, "--as", "ana").code == 0
    return path


def test_newer_versions_are_listed(project: Path) -> None:
    assert run("versions", project, "--json").json == {
        "versions": [{"id": "newer", "of": "bridge"}]
    }
    assert "newer version of bridge" in run("versions", project).out


def test_the_labels_are_laid_beside_the_newer_text_and_nothing_moves(project: Path) -> None:
    told = run("versions", project, "newer", "--as", "ana", "--json").json
    assert told["counts"] == {"kept": 1, "moved": 0, "changed": 1, "gone": 0}
    assert told["annotations"][1]["after"]["text"] == "the bridge will cost 5m euros"
    assert told["carried"] is None
    shown = run("versions", project, "newer", "--as", "ana").out
    assert "4m euros → the bridge will cost 5m euros" in shown
    assert run("show", project, "newer", "--json").json["records"] == []


def test_carrying_over_tells_what_came_and_what_is_proposed(project: Path) -> None:
    told = run("versions", project, "newer", "--carry", "--as", "ana", "--json").json
    assert told["carried"] == {"kept": 1, "proposed": 1}
    (record,) = run("show", project, "newer", "--json").json["records"]
    assert [span["origin"] for span in record["spans"]] == ["import:version"]
    assert run("check", project).code == 0


def test_an_article_that_is_no_newer_version_is_told(project: Path) -> None:
    run("versions", project, "bridge").refuses("not known as a newer version", "--of")
    run("versions", project, "bridge", "--of", "newer").refuses("version of itself")
    assert run("versions", project, "--carry").code == 2
