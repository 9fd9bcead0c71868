"""Folders of a dataset name the annotators whose work they hold."""

import shutil

import pytest

from annotator.formats.dataset_folders import DatasetFolders
from annotator.formats.sources import Source
from tests.cli.commands import run


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample project: work of ana and ben, some of it on the same articles."""
    path = tmp_path_factory.mktemp("sample") / "sample.annotator"
    assert run("new", path, "--sample", "--as", "ana").code == 0
    return path


def labels_by_annotator(project):
    annotators = run("stats", project, "--json").json["annotators"]
    return {
        name: told["annotations"]
        for name, told in annotators.items()
        if told["annotations"] and name != "gold"
    }


@pytest.mark.parametrize("format_id", ["brat", "webanno", "uima"])
@pytest.mark.parametrize(
    ("split", "is_packed"), [((), False), (("--split", "train=60,test=40"), True)]
)
def test_the_work_of_two_annotators_comes_back_as_the_work_of_two(
    sample, tmp_path, format_id, split, is_packed
):
    dataset, fresh = tmp_path / "dataset", tmp_path / "fresh.annotator"
    assert run("export", sample, dataset, "--format", format_id, *split).code == 0
    if is_packed:
        dataset = shutil.make_archive(str(dataset), "zip", dataset)
    run("new", fresh, "--as", "eva")
    assert run("import", fresh, dataset, "--as", "eva").code == 0
    assert labels_by_annotator(fresh) == labels_by_annotator(sample)
    told = run("import", sample, dataset, "--as", "eva", "--json").json
    assert (told["articles"], told["annotations"]) == (0, 0), "it has all of it already"


def test_a_folder_without_a_manifest_names_nobody(tmp_path):
    (tmp_path / "ben").mkdir()
    text = tmp_path / "ben" / "a.txt"
    text.write_text("One.", encoding="utf-8")
    assert DatasetFolders().annotator_of(Source.of(text)) is None


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"schema": "annotator/1", "counts": 1}'])
def test_a_strange_manifest_names_nobody(tmp_path, manifest):
    (tmp_path / "ben").mkdir()
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    text = tmp_path / "ben" / "a.txt"
    text.write_text("One.", encoding="utf-8")
    assert DatasetFolders().annotator_of(Source.of(text)) is None
