"""Newer versions of articles, as they arrive."""

import json
from pathlib import Path

import pytest

from annotator.domain.errors import UserError
from annotator.formats.import_map import ImportMap
from annotator.operations import checking, importing
from annotator.operations.import_report import ImportReport
from annotator.storage import articles
from annotator.storage.project import Project
from tests import builders
from tests.builders import TEXT

URL = "https://post.example/2026/bridge"


def lines(folder: Path, *values: dict[str, object]) -> Path:
    path = folder / "more.jsonl"
    path.write_text("".join(json.dumps(value) + "\n" for value in values), encoding="utf-8")
    return path


def imported(project: Project, path: Path, **told: object) -> ImportReport:
    return importing.import_files(project, [path], annotator="ana", told=ImportMap(**told))


@pytest.fixture
def project(tmp_path: Path):
    with builders.writable(tmp_path) as project:
        first = {"id": "b", "text": "First.", "meta": {"url": URL}}
        imported(project, lines(tmp_path, first))
        yield project


def test_the_same_address_with_another_text_is_a_newer_version(project, tmp_path: Path) -> None:
    second = {"id": "b2", "text": "Second.", "meta": {"url": URL}}
    report = imported(project, lines(tmp_path, second))
    assert report.versions == {"b2": "b"}
    assert [note.reason for note in report.notes] == [
        "b2 is a newer version of b; nothing of its labels was moved."
    ]
    third = {"id": "b3", "text": "Third.", "meta": {"url": URL}}
    assert imported(project, lines(tmp_path, third)).versions == {"b3": "b2"}
    assert imported(project, lines(tmp_path, second, third)).added_nothing
    assert articles.get(project, "b").text == "First."
    assert checking.check(project).problems == ()


def test_articles_that_come_together_from_one_address_are_no_versions(
    project, tmp_path: Path
) -> None:
    feed = [
        {"id": f"f{each}", "text": f"Number {each}.", "meta": {"url": "https://x.example/a"}}
        for each in range(3)
    ]
    assert imported(project, lines(tmp_path, *feed)).versions == {}


def test_the_front_page_of_a_site_is_no_address_of_an_article(project, tmp_path: Path) -> None:
    for each in range(2):
        page = {"id": f"p{each}", "text": f"Page {each}.", "meta": {"url": "https://x.example/"}}
        assert imported(project, lines(tmp_path, page)).versions == {}


def test_another_text_under_an_id_is_refused_until_somebody_says_it_is_newer(
    project, tmp_path: Path
) -> None:
    path = lines(tmp_path, {"id": "a1", "text": f"Updated. {TEXT}"})
    (problem,) = imported(project, path).problems
    assert "--new-versions" in problem.reason
    report = imported(project, path, takes_newer_versions=True)
    (newer,) = report.versions
    assert newer.startswith("a1-")
    assert report.versions[newer] == "a1"
    assert imported(project, path, takes_newer_versions=True).added_nothing


def test_a_file_of_the_same_name_is_a_newer_version_when_somebody_says_so(
    project, tmp_path: Path
) -> None:
    path = tmp_path / "a1.txt"
    path.write_text("Quite new.", encoding="utf-8")
    (newer,) = imported(project, path, takes_newer_versions=True).versions
    assert articles.get(project, newer).text == "Quite new."


def test_one_article_can_be_named_as_the_newer_version_and_two_cannot(
    project, tmp_path: Path
) -> None:
    path = lines(tmp_path, {"id": "n", "text": "Newer."}, {"id": "m", "text": "Other."})
    before = articles.ids(project)
    with pytest.raises(UserError, match="only one can be the newer version of b"):
        imported(project, path, version_of="b")
    assert articles.ids(project) == before
    assert imported(project, lines(tmp_path, {"id": "n", "text": "Newer."}), version_of="b")
    assert articles.versions(project) == [("n", "b")]
    with pytest.raises(UserError, match="There is no article"):
        imported(project, path, version_of="nobody")


def test_no_file_makes_an_article_a_hidden_repeat_or_a_version_of_what_is_no_id(
    project, tmp_path: Path
) -> None:
    strange = {"id": "s", "text": "Third.", "meta": {"repeat_of": "b", "version_of": 7, "desk": 1}}
    imported(project, lines(tmp_path, strange))
    assert articles.copies(project) == frozenset()
    assert articles.versions(project) == []
    assert articles.get(project, "s").extra == {"desk": 1}
