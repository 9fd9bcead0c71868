"""Where exports go: whole or not at all, and never over something else."""

import errno
import json
from pathlib import Path

import pytest

from annotator.domain.change import Draft, added, removed
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.relation import Relation
from annotator.operations import dataset_files, exporting, writing
from annotator.operations.draft_folders import draft_folder
from annotator.operations.export_plan import ExportPlan
from annotator.storage.project import open_project
from tests import builders
from tests.cli.commands import contents

FIRST, SECOND = builders.article(article_id="a1"), builders.article(article_id="a2")
LINK = Relation("k1", "a1", "ana", "same_claim", "n1", "n1", "a2", {})


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """A project with a claim in each of two articles, and a link between them."""
    path = builders.project_file(tmp_path, FIRST, SECOND)
    claims = [builders.annotation(each, "the bridge") for each in (FIRST, SECOND)]
    _commit(path, Draft("Label", added([*claims, LINK])))
    return path


def _commit(path: Path, draft: Draft) -> None:
    with open_project(path, is_writable=True) as project:
        writing.commit(project, draft, annotator="ana")


def _export(path: Path, destination: Path, *, is_replacing: bool = False) -> set[str]:
    with open_project(path) as project:
        report = exporting.export(project, destination, is_replacing=is_replacing)
    return {file.name for file in report.files}


@pytest.mark.parametrize("is_link", [False, True])
def test_an_export_never_replaces_its_own_project(path: Path, *, is_link: bool) -> None:
    destination = path.with_name("other.jsonl") if is_link else path
    if is_link:
        destination.hardlink_to(path)
    before = path.read_bytes()
    with pytest.raises(UserError, match="is the project itself"):
        _export(path, destination, is_replacing=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "name", ["links.jsonl", "entities.jsonl", "manifest.json", "x.manifest.json"]
)
def test_names_that_an_import_would_pass_over_are_refused(path: Path, name: str) -> None:
    with pytest.raises(UserError, match="lies beside a dataset"):
        _export(path, path.with_name(name))
    assert not path.with_name(name).exists()


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal", ".lock"])
def test_an_export_never_replaces_what_belongs_to_its_project(path: Path, ending: str) -> None:
    own = path.with_name(path.name + ending)
    with pytest.raises(UserError, match="belongs to the project"):
        _export(path, own, is_replacing=True)


@pytest.mark.parametrize("is_replacing", [False, True])
def test_links_of_somebody_else_are_left_alone(path: Path, *, is_replacing: bool) -> None:
    precious = path.with_name("links.jsonl")
    precious.write_text("mine\n")
    with pytest.raises(UserError, match="belongs to something else"):
        _export(path, path.with_name("out.jsonl"), is_replacing=is_replacing)
    assert precious.read_text() == "mine\n"
    assert {each.name for each in path.parent.iterdir()} == {path.name, "links.jsonl"}


def test_a_second_export_beside_the_first_shares_the_same_links(path: Path) -> None:
    assert _export(path, path.with_name("one.jsonl")) == _export(
        path, path.with_name("one.jsonl"), is_replacing=True
    )
    assert "links.jsonl" in _export(path, path.with_name("two.jsonl"))


@pytest.mark.parametrize("name", ["out", "out.jsonl"])
def test_an_export_without_links_leaves_none_of_the_one_it_replaces(path: Path, name: str) -> None:
    destination = path.with_name(name)
    assert "links.jsonl" in _export(path, destination)
    _commit(path, Draft("Remove", removed([LINK])))
    assert "links.jsonl" not in _export(path, destination, is_replacing=True)
    folder = destination if destination.is_dir() else destination.parent
    assert not (folder / "links.jsonl").exists()


def test_entities_lie_beside_the_data_while_there_are_any(path: Path) -> None:
    destination, mayor = path.with_name("out.jsonl"), Entity("Ruiz", "Mayor Ruiz", ("she",))
    _commit(path, Draft("Describe", added([mayor])))
    assert "entities.jsonl" in _export(path, destination)
    line = '{"aliases":["she"],"id":"Ruiz","name":"Mayor Ruiz"}\n'
    assert path.with_name("entities.jsonl").read_text() == line
    manifest = json.loads(path.with_name("out.manifest.json").read_bytes())
    assert {file["name"] for file in manifest["files"]} >= {"out.jsonl", "entities.jsonl"}
    _commit(path, Draft("Forget", removed([mayor])))
    assert "entities.jsonl" not in _export(path, destination, is_replacing=True)
    assert not path.with_name("entities.jsonl").exists()


def test_a_folder_with_anything_in_it_needs_to_be_replaced_on_purpose(path: Path) -> None:
    folder = path.with_name("out")
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(UserError, match="out exists already"):
        _export(path, folder)
    _export(path, folder, is_replacing=True)
    names = {each.name for each in folder.iterdir()}
    described = {"manifest.json", "README.md", "croissant.json", "losses.jsonl"}
    made = {"data.jsonl", "links.jsonl", *described}
    assert names == {"notes.txt", *made}


def test_the_folder_one_stands_in_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    for here in (Path(), Path("..") / path.parent.name):
        with pytest.raises(UserError, match=f"{path.parent.name} exists already"):
            _export(path, here)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["README.md", "data.jsonl", "manifest.json"])
def test_a_file_that_no_export_wrote_is_never_written_over(path: Path, name: str) -> None:
    mine = path.with_name("out") / name
    mine.parent.mkdir()
    mine.write_text("{}")
    with pytest.raises(UserError, match=f"{name} belongs to something else"):
        _export(path, mine.parent, is_replacing=True)
    assert (mine.read_text(), len(list(mine.parent.iterdir()))) == ("{}", 1)


def test_a_dataset_is_replaced_in_one_moment_or_stays_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = path.with_name("out")
    _export(path, folder)
    before, first = contents(folder), folder.stat().st_ino
    _commit(path, Draft("Remove", removed([LINK])))
    rename = Path.rename

    def stopped(self: Path, target: Path) -> Path:
        if target == folder and self.suffix == ".tmp":
            raise OSError(errno.EIO, "Stopped")
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", stopped)
        with pytest.raises(UserError, match="stopped"):
            _export(path, folder, is_replacing=True)
    assert contents(folder) == before
    assert folder.stat().st_ino == first
    _export(path, folder, is_replacing=True)
    assert contents(folder).keys() == before.keys() - {"links.jsonl"}
    assert folder.stat().st_ino != first
    assert {each.name for each in path.parent.iterdir()} == {path.name, "out"}


@pytest.mark.parametrize("name", ["out", "out.jsonl"])
def test_what_a_killed_export_left_is_taken_away_by_the_next(path: Path, name: str) -> None:
    left = path.with_name(f".{name}.0123456789abcdef.tmp")
    other = path.with_name(f".{name}.mine.tmp")
    with draft_folder(path.parent, name) as at_work:
        for folder in (left, other):
            folder.mkdir()
            (folder / "data.jsonl").write_text("half")
        _export(path, path.with_name(name))
        assert at_work.is_dir()
    assert (left.exists(), other.exists()) == (False, True)


class _Killed(BaseException):
    """What stands for the end of the process."""


@pytest.mark.parametrize(
    ("moved", "brings_links"), [(0, False), (1, False), (0, True), (1, True), (2, True)]
)
def test_a_replacement_that_was_cut_off_is_told_and_the_next_makes_it_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, moved: int, brings_links: bool
) -> None:
    wanted = path.with_name("out.jsonl")
    if brings_links:
        _commit(path, Draft("Take away", removed([LINK])))
    _export(path, wanted)
    before = contents(path.parent)
    change = added([LINK]) if brings_links else removed([LINK])
    _commit(path, Draft("Change", change))
    replaces: list[Path] = []

    def cut_off(self: Path, target: Path) -> Path:
        if len(replaces) == moved:
            raise _Killed
        replaces.append(target)
        return self.rename(target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", cut_off)
        with pytest.raises(_Killed):
            _export(path, wanted, is_replacing=True)
    with pytest.raises(UserError, match=r"out\.jsonl was cut off while"):
        _export(path, wanted)
    for named in (wanted, path.parent):
        told, *_ = dataset_files.incoming([named])
        assert "out.jsonl was cut off while" in str(told)
    # What was to come is another thing by now.
    _commit(path, Draft("Name", added([Entity("e1", "Ruiz", ())])))
    _export(path, wanted, is_replacing=True)
    clean = path.parent / "clean"
    clean.mkdir()
    _export(path, clean / "out.jsonl")
    whole = contents(clean)
    assert {name: each for name, each in contents(path.parent).items() if name in whole} == whole
    assert ("links.jsonl" in contents(path.parent)) == brings_links
    assert not list(path.parent.glob(".out*"))
    assert before.keys() != whole.keys()


def test_a_folder_that_was_moved_away_by_a_killed_export_is_there_again(path: Path) -> None:
    folder = path.with_name("out")
    _export(path, folder)
    before = contents(folder)
    folder.rename(path.with_name(".out.0123456789abcdef.old"))
    with pytest.raises(UserError, match="exists already"):
        _export(path, folder)
    assert contents(folder) == before


def test_a_name_that_leads_nowhere_is_taken_too(path: Path) -> None:
    link = path.with_name("latest.jsonl")
    link.symlink_to("gone.jsonl")
    with pytest.raises(UserError, match=r"latest.jsonl exists already"):
        _export(path, link)
    assert link.is_symlink()


@pytest.mark.parametrize(("name", "told"), [("-", "standard output"), ("plain", "is no folder")])
def test_where_no_folder_can_be_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    monkeypatch.chdir(path.parent)
    Path("plain").touch()
    with pytest.raises(UserError, match=told):
        _export(path, Path(name), is_replacing=True)
    assert {each.name for each in path.parent.iterdir()} == {path.name, "plain"}


def test_a_folder_is_not_there_before_it_is_whole(path: Path) -> None:
    folder = path.with_name("out")

    def stop(*_: int) -> bool:
        assert not folder.exists()
        return False

    with open_project(path) as project, pytest.raises(UserError, match="stopped"):
        exporting.export(project, folder, report_progress=stop)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_name_that_is_no_text_is_refused_in_words(path: Path) -> None:
    with pytest.raises(UserError, match="no text"):
        _export(path, path.with_name("pil\udcf8t.jsonl"))


def test_names_count_from_the_folder_one_stands_in(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    assert _export(path, Path("out.jsonl")) == {"out.jsonl", "out.manifest.json", "links.jsonl"}
    assert "data.jsonl" in _export(path, Path("out"))


def test_a_manifest_tells_the_files_that_are_there(path: Path) -> None:
    folder = path.with_name("out")
    names = _export(path, folder)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert {file["name"] for file in manifest["files"]} == names - {"manifest.json"}
    assert {each.name for each in folder.iterdir()} == names


@pytest.mark.parametrize("format_id", ["jsonl", "frames", "parquet", "brat", "hf-tokens"])
def test_a_full_disk_leaves_nothing_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, format_id: str
) -> None:
    def full(*_: object) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(exporting, "manifest", full)
    with (
        open_project(path) as project,
        pytest.raises(UserError, match=r"no space left on device.*Nothing was exported"),
    ):
        exporting.export(project, path.with_name("out"), ExportPlan(format_id))
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("format_id", ["frames", "brat", "parquet", "spacy"])
def test_a_stop_leaves_nothing_behind(path: Path, *, format_id: str) -> None:
    with open_project(path) as project, pytest.raises(UserError, match="was stopped"):
        exporting.export(
            project,
            path.with_name("out"),
            ExportPlan(format_id),
            report_progress=lambda done, _: done < 2,
        )
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_replacing_takes_away_what_only_the_old_dataset_had(path: Path) -> None:
    folder = path.with_name("out")
    with open_project(path) as project:
        exporting.export(project, folder, ExportPlan("brat"))
        note = folder / "note.txt"
        note.write_text("mine")
        changed = folder / "annotation.conf"
        changed.write_text("changed by hand")
        exporting.export(project, folder, ExportPlan("frames"), is_replacing=True)
    assert {each.name for each in folder.iterdir() if each.is_file()} == {
        "data.jsonl", "manifest.json", "README.md", "croissant.json", "losses.jsonl", "note.txt",
        "annotation.conf",
    }  # fmt: skip
    assert not list(folder.rglob("*.ann"))
