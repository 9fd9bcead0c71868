"""Much is read in a process of its own, and nothing else is different."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.errors import UserError
from annotator.formats.incoming import Problem
from annotator.operations import checking, importing, reading
from annotator.operations.import_report import ImportReport
from annotator.operations.portions import PortionSize
from annotator.operations.reading import Reading
from annotator.storage import articles
from annotator.storage.project import Project, open_project
from annotator.storage.rows import TABLES
from tests import builders

TEXT = "Mayor Ruiz said the bridge will cost 4m euros."
SMALL = PortionSize(articles=10, records=1_000)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A folder with labelled articles, two faulty lines, a link and an entity."""
    folder = tmp_path / "in"
    folder.mkdir()
    lines = [_line(number) for number in range(60)]
    lines[20]["spans"][0]["end"] = 9_000
    lines[40]["text_sha256"] = "0" * 64
    ends = {"from": {"article": "a1", "span": "c"}, "to": {"article": "a2", "span": "c"}}
    link = {"label": "same_claim", "annotator": "ana", **ends}
    _write(folder / "data.jsonl", lines)
    _write(folder / "links.jsonl", [link])
    _write(folder / "entities.jsonl", [{"id": "ruiz", "name": "Ana Ruiz"}])
    (folder / "note.txt").write_text("A note.\n\nIt has words.", encoding="utf-8")
    return folder


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Everything is much, and nothing may be read here; gives the processes that were started."""
    processes: list[Any] = []
    start = reading._started

    def started(request: Any) -> Any:
        processes.append(start(request))
        return processes[-1]

    monkeypatch.setattr(reading, "MUCH", 1)
    monkeypatch.setattr(reading, "_started", started)
    monkeypatch.delattr(reading.Reading, "_here")
    return processes


def _line(number: int) -> dict[str, Any]:
    text = f"{TEXT} It is number {number}."
    spans = [{"id": "s", "start": 0, "end": 10, "label": "source", "text": "Mayor Ruiz"},
             {"id": "c", "start": 16, "end": 45, "label": "claim"}]  # fmt: skip
    link = {"label": "attributed_to", "from": "c", "to": "s"}
    return {"id": f"a{number}", "text": text, "annotator": "ana", "spans": spans,
            "relations": [link], "status": "finished", "labels": {"genre": "news"}}  # fmt: skip


def _write(path: Path, lines: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def _imported(path: Path, source: Path) -> ImportReport:
    with open_project(path, is_writable=True) as project:
        return importing.import_files(project, [source], annotator="eva")


def _rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All records of a project."""
    with open_project(path) as project:
        return {
            table.name: project.rows(f"SELECT {table.selection} FROM {table.name}")
            for table in TABLES.values()
        }


def _portions(project: Project, source: Path) -> Any:
    return Reading(project, [source], annotator="eva", size=SMALL).portions()


def _is_sound(path: Path) -> bool:
    with open_project(path) as project:
        return checking.check(project).problems == ()


def test_a_second_process_brings_in_the_same(
    tmp_path: Path, dataset: Path, request: pytest.FixtureRequest
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    first, second = builders.project_file(here), builders.project_file(there)
    report = _imported(first, dataset)
    assert (report.articles, report.annotations, report.relations) == (60, 117, 59)
    processes = request.getfixturevalue("elsewhere")
    assert _imported(second, dataset) == report
    assert _rows(second) == _rows(first)
    assert len(processes) == 1
    assert _is_sound(second)
    assert _imported(second, dataset).added_nothing


def test_a_dry_run_and_a_strict_import_are_read_there_too(
    tmp_path: Path, dataset: Path, elsewhere: list[Any]
) -> None:
    path = builders.project_file(tmp_path)
    with open_project(path, is_writable=True) as project:
        assert importing.import_files(project, [dataset], annotator="eva", is_trial=True).articles
        with pytest.raises(UserError, match="so nothing was imported"):
            importing.import_files(project, [dataset], annotator="eva", is_strict=True)
        assert articles.count(project) == 0
    assert len(elsewhere) == 2


@pytest.mark.parametrize("program", ["/there/is/no/such/program", "/bin/true"])
def test_where_no_second_process_can_work_it_is_read_here(
    tmp_path: Path, dataset: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(reading, "MUCH", 1)
    monkeypatch.setattr(sys, "executable", program)
    assert _imported(builders.project_file(tmp_path), dataset).articles == 60


def test_a_reader_that_the_system_stops_is_told_in_words(
    tmp_path: Path, dataset: Path, elsewhere: list[Any]
) -> None:
    path = builders.project_file(tmp_path)
    with open_project(path, is_writable=True) as project:
        portions = _portions(project, dataset)
        next(portions)
        elsewhere[0].kill()
        with pytest.raises(UserError, match="Import the same files again"):
            list(portions)
    assert elsewhere[0].returncode is not None


def test_what_the_second_process_refuses_is_refused_here(
    tmp_path: Path, dataset: Path, elsewhere: list[Any]
) -> None:
    path = builders.project_file(tmp_path)
    with open_project(path) as project:
        elsewhere_path = tmp_path / "gone.annotator"
        project.path = elsewhere_path
        with pytest.raises(UserError, match="There is no project"):
            list(_portions(project, dataset))
    assert elsewhere[0].returncode is not None


def test_who_wants_no_more_leaves_no_process(
    tmp_path: Path, dataset: Path, elsewhere: list[Any]
) -> None:
    with open_project(builders.project_file(tmp_path)) as project:
        portions = _portions(project, dataset)
        next(portions)
        portions.close()
    assert elsewhere[0].returncode is not None


def test_a_stop_ends_the_reading_with_a_true_report(tmp_path: Path, elsewhere: list[Any]) -> None:
    file = tmp_path / "many.jsonl"
    _write(file, [_line(number) for number in range(5_000)])
    path = builders.project_file(tmp_path)
    with open_project(path, is_writable=True) as project:
        report = importing.import_files(
            project, [file], annotator="eva", report_progress=lambda _: False
        )
        assert 0 < report.articles == articles.count(project) < 5_000
    assert _is_sound(path)


def test_problems_keep_the_names_that_the_person_gave(
    tmp_path: Path, dataset: Path, elsewhere: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = builders.project_file(tmp_path)
    monkeypatch.chdir(tmp_path)
    report = _imported(path, Path("in/data.jsonl"))
    assert [(each.file, each.line) for each in report.problems] == [
        ("in/data.jsonl", 21), ("in/data.jsonl", 21), ("in/data.jsonl", 41),
    ]  # fmt: skip
    assert all(isinstance(each, Problem) for each in report.problems)
