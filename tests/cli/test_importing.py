"""`annotator import`, as a person runs it."""

from pathlib import Path

import pytest

from tests.cli.commands import run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project."""
    path = tmp_path / "pilot.annotator"
    assert run("new", path).code == 0
    return path


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """A file with a name of another tool."""
    path = tmp_path / "tasks.jsonl"
    path.write_text('{"text": "Rain fell.", "spans": [{"start": 0, "end": 4, "label": "CLAIMS"}]}')
    return path


def test_a_map_that_cannot_be_written_is_refused_before_anything_comes_in(
    project: Path, labelled: Path, tmp_path: Path
) -> None:
    taken, before = tmp_path / "names.toml", project.read_bytes()
    taken.write_text("mine = 1")
    dangling = tmp_path / "dangling.toml"
    dangling.symlink_to(tmp_path / "nowhere.toml")
    nowhere = tmp_path / "no" / "names.toml"
    for path, why in ((taken, "exists already"), (dangling, "exists"), (nowhere, "not there")):
        run("import", project, labelled, "--write-map", path).refuses(why, "Nothing was imported")
    assert taken.read_text() == "mine = 1"
    assert project.read_bytes() == before


def test_a_written_map_comes_back_as_a_map(project: Path, labelled: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    told = run("import", project, labelled, "--dry-run", "--write-map", names, "--json").json
    assert (told["articles"], told["annotations"]) == (1, 1)
    names.write_text(names.read_text().replace('"claim"', '"quote"'))
    assert run("import", project, labelled, "--map", names).code == 0
    assert '"quote"' in run("show", project, "--json", told_id(project)).out


def test_maps_are_forgotten_only_where_the_rest_of_the_call_can_be(
    project: Path, labelled: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.toml"
    names.write_text('[labels]\nCLAIMS = "quote"\n')
    assert run("import", project, labelled, "--map", names).code == 0
    for wrong in (("--map", tmp_path / "none.toml"), ("--format", "none")):
        run("import", project, labelled, "--forget-maps", *wrong).refuses("Nothing was")
    assert run("import", project, "--forget-maps", "--json").json == {"forgotten_maps": 1}


def told_id(project: Path) -> str:
    (article,) = run("articles", project, "--json").json["articles"]
    return str(article["id"])


def test_an_empty_folder_is_told(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    (folder / "inner").mkdir(parents=True)
    (folder / ".hidden").write_text("x")
    run("import", project, folder).refuses("holds no files", "Nothing was imported", "Choose")


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a.doc", "Save it as .docx"),
        ("a.ods", ".xlsx or .csv"),
        ("a.png", "leave it out"),
        ("a.7z", "Unpack it"),
        ("a.log", "name its format with --format"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_what_to_do(
    project: Path, tmp_path: Path, name: str, advice: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"words")
    run("import", project, path).refuses(name, "Nothing was imported", advice)
