"""`annotator export` and `annotator snapshots` as scripts use them."""

import json
from pathlib import Path

import pytest

from annotator.formats.registry import writable
from tests.builders import sample_file
from tests.cli.commands import run


@pytest.fixture(name="sample")
def _sample(tmp_path: Path) -> Path:
    return sample_file(tmp_path, by="ana")


def test_json_is_one_object_with_counts_losses_and_files(sample: Path, tmp_path: Path) -> None:
    words = ("--format", "frames", "--only-finished", "--split", "train=60,test=40")
    told = run("export", sample, tmp_path / "out", *words, "--json").json
    assert told["articles"] == 4
    assert told["left_out"] == {"nobody has finished it": 1, "nobody has worked on it": 1}
    assert told["lines"] == sum(told["splits"].values())
    assert told["split_check"]["near_copies_across"] == 0
    assert {Path(each).name for each in told["files"]} >= {
        "train.jsonl", "test.jsonl", "manifest.json", "README.md", "losses.jsonl",
    }  # fmt: skip


def test_what_is_lost_and_left_out_is_told_beside_the_answer(sample: Path, tmp_path: Path) -> None:
    found = run("export", sample, tmp_path / "out", "--format", "parquet", "--only-finished")
    assert found.out.startswith("Wrote ")
    assert "Left out: 1 article, because nobody has finished it." in found.err
    assert "The format could not hold everything: " in found.err
    lost = (tmp_path / "out" / "losses.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(each)["kind"] for each in lost} == {"flag", "link", "verdict"}


def test_the_command_of_the_manifest_makes_the_same_again(sample: Path, tmp_path: Path) -> None:
    words = ("--format", "chat", "--layer", "ana", "--names", "pseudonyms", "--text", "fragments")
    run("export", sample, tmp_path / "one", *words, "--boilerplate", "keep", "--seed", "7")
    manifest = (tmp_path / "one" / "manifest.json").read_bytes()
    again = json.loads(manifest)["command"].split()
    assert again[:2] == ["annotator", "export"]
    layer = again.index("--layer") + 1
    assert again[layer].startswith("annotator-"), "the card says whose name to type there"
    again[layer] = "ana"
    assert run("export", sample, tmp_path / "two", *again[4:]).code == 0
    for each in (tmp_path / "one").iterdir():
        assert (tmp_path / "two" / each.name).read_bytes() == each.read_bytes()


@pytest.mark.parametrize("format_id", [each.id for each in writable()])
def test_every_format_is_written_from_the_sample(
    sample: Path, tmp_path: Path, *, format_id: str
) -> None:
    words = ("--format", format_id, "--split", "train=60,test=40", "--split-by", "date")
    told = run("export", sample, tmp_path / "out", *words, "--json").json
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert manifest["counts"]["lines"] == told["lines"]
    losses = (tmp_path / "out" / "losses.jsonl").read_bytes().count(b"\n")
    assert losses == sum(each["count"] for each in manifest["counts"]["losses"])
    # Two work on some articles, whose text the others mask; then both are one without a name.
    for number, more in enumerate((("--text", "fragments"), ("--layer", "aggregate"))):
        place = tmp_path / f"out-{number}"
        assert run("export", sample, place, "--format", format_id, *more, "--json").json["articles"]


def test_a_file_cannot_hold_splits(sample: Path, tmp_path: Path) -> None:
    run("export", sample, tmp_path / "o.jsonl", "--split", "train=8,test=2").refuses(
        "several files", "Name a folder"
    )
    assert not list(tmp_path.glob("o*"))


def test_lists_and_shares_that_say_nothing_are_refused(sample: Path, tmp_path: Path) -> None:
    run("export", sample, tmp_path / "o", "--split", "train").refuses("no share of a split")
    listed = tmp_path / "list.csv"
    listed.write_text("harbour-dredging")
    run("export", sample, tmp_path / "o", "--split-list", listed).refuses("Line 1")
    assert run("export", sample, tmp_path / "o", "--split-by", "colour").code == 2
    assert run("export", sample, tmp_path / "o", "--text", "half").code == 2
    assert not (tmp_path / "o").exists()


def test_a_list_puts_articles_where_it_says(sample: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    # With the mark that spreadsheets write at the beginning.
    listed.write_text("harbour-dredging,test\nhospital-beds,train\n", encoding="utf-8-sig")
    told = run("export", sample, tmp_path / "o", "--split-list", listed, "--json").json
    lines = (tmp_path / "o" / "test.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(each)["id"] for each in lines} == {"harbour-dredging", "varnholm-dredging"}
    assert told["left_out"] == {"the list of splits does not name it": 3}


def test_snapshots_are_listed_and_say_what_has_changed(sample: Path, tmp_path: Path) -> None:
    assert "No export has a name yet" in run("snapshots", sample).out
    run("export", sample, tmp_path / "one", "--snapshot", "first", "--format", "frames")
    (held,) = run("snapshots", sample, "--json").json["snapshots"]
    assert (held["name"], "--format frames" in held["command"]) == ("first", True)
    assert run("snapshots", sample, "first").out == "Nothing has changed since first.\n"
    more = tmp_path / "more.jsonl"
    more.write_text('{"id": "n1", "text": "Ferries will cost 2m."}\n')
    assert run("import", sample, more).code == 0
    told = run("snapshots", sample, "first", "--json").json
    assert told["articles"] == {"n1": 1}
    assert {"kind": "article", "done": "added", "count": 1} in told["records"]
    run("snapshots", sample, "second").refuses("No export is called")
