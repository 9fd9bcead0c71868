"""The rules are asked wherever work comes in, not only where somebody presses a key."""

import json
from pathlib import Path

from annotator.storage import flags
from annotator.storage.project import open_project
from tests.cli.commands import run

TEXT = "Last year costs rose, an official said."


def line(**more: object) -> str:
    spans = [
        {"id": "s", "start": 22, "end": 33, "label": "source",
         "attributes": {"source_type": "unnamed_person"}},
        {"id": "c", "start": 0, "end": 20, "label": "claim",
         "attributes": {"check_worthiness": "check_worthy", "claim_type": "statistic"}},
    ]  # fmt: skip
    return json.dumps({"id": "y", "text": TEXT, "spans": spans, **more}) + "\n"


def open_reasons(path: Path) -> set[str]:
    with open_project(path) as project:
        return {each.flag.reason for each in flags.listed(project)}


def test_an_import_raises_flags_a_date_closes_one_and_none_is_in_the_way_of_taking_it_back(
    tmp_path: Path,
) -> None:
    path, lines = tmp_path / "p.annotator", tmp_path / "in.jsonl"
    run("new", path)
    lines.write_text(line(), encoding="utf-8")
    run("import", path, lines, "--as", "ana")
    raised = open_reasons(path)
    assert {"anonymous_source", "relative_date", "needs_source"} <= raised
    run("metadata", path, "y", "--set", "published=2026-11-02", "--as", "eva")
    assert open_reasons(path) == raised - {"relative_date"}
    run("import", path, lines, "--as", "ana")
    assert open_reasons(path) == raised - {"relative_date"}
    assert run("check", path).code == 0
    run("imports", path, "--remove", "last")
    assert open_reasons(path) == set()


def test_what_this_program_wrote_comes_with_its_own_flags_and_no_others(tmp_path: Path) -> None:
    path, lines = tmp_path / "p.annotator", tmp_path / "in.jsonl"
    run("new", path)
    lines.write_text(line(schema="annotator/1", annotator="ana"), encoding="utf-8")
    run("import", path, lines)
    assert open_reasons(path) == set()
