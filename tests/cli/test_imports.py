"""`annotator imports`, as a person runs it."""

import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests import builders
from tests.cli.commands import run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two imports."""
    path = tmp_path / "pilot.annotator"
    assert run("new", path).code == 0
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"Text of {name}.", encoding="utf-8")
        assert run("import", path, tmp_path / f"{name}.txt", "--as", "ana").code == 0
    return path


def test_imports_are_listed_newest_first_and_the_last_is_taken_back(project: Path) -> None:
    listed = run("imports", project, "--json").json["imports"]
    assert [(each["annotator"], each["articles"]) for each in listed] == [("ana", 1), ("ana", 1)]
    assert run("imports", project).out.startswith(listed[0]["id"])
    told = run("imports", project, "--remove", "last", "--json").json
    assert told["removed"] == {"articles": 1, "records": 1}
    assert [each["id"] for each in told["imports"]] == [listed[1]["id"]]
    left = run("articles", project, "--json").json["articles"]
    assert [each["id"] for each in left] == ["one"]
    assert run("check", project).code == 0
    assert "1 article, and 0" in run("imports", project, "--remove", listed[1]["id"]).out
    assert "Nothing was imported" in run("imports", project).err


def test_what_cannot_be_taken_back_is_told(project: Path) -> None:
    run("imports", project, "--remove", "nothing").refuses("There is no import")
    assert run("imports", project, "--with-work").code == 2


def test_maps_are_kept_told_and_forgotten(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path)
    columns, first, second = (tmp_path / name for name in ("m.toml", "1.csv", "2.csv"))
    columns.write_text('[fields]\ntext = "rumpf"\n')
    first.write_text("rumpf,nr\nOne text.,1\n")
    second.write_text("rumpf,nr\nTwo texts.,2\n")
    (told,) = run("import", path, first, "--map", columns, "--json").json["maps"]
    assert told == {
        "how": "told", "columns": ["nr", "rumpf"], "fields": {"text": ["rumpf"]}, "values": {},
    }  # fmt: skip
    (kept,) = run("import", path, second, "--json").json["maps"]
    assert kept == {**told, "how": "kept"}
    assert run("import", path, "--forget-maps").out == "1 map was forgotten.\n"
    assert run("import", path, "--forget-maps", "--json").json == {"forgotten_maps": 0}
    second.write_text("rumpf,nr\nThree texts.,3\n")
    run("import", path, second).refuses("No column is known to hold the text")
    assert run("import", path).code == 2
    assert run("import", path, second, "--forget-maps", "--dry-run").code == 2


def test_people_read_times_by_their_clock_with_its_offset_and_programs_in_utc(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as there:
        there.setenv("TZ", "XYZ-05:30")
        time.tzset()
        listed, steps = run("imports", project), run("history", project)
    time.tzset()
    told = run("imports", project, "--json").json["imports"][0]["when"]
    by_the_clock = datetime.fromisoformat(told).astimezone(timezone(timedelta(hours=5.5)))
    assert told.endswith("Z")
    assert f" {by_the_clock.isoformat(sep=' ')} " in listed.out
    assert f"{by_the_clock}  ana" in steps.out
