"""The commands on the sample project, as a script and as a person see them."""

import importlib
import json
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from annotator.cli.main import COMMANDS, cli
from annotator.operations import library
from annotator.storage.project import open_project
from tests import builders
from tests.cli.commands import ROOT, counted, run, run_apart

FIRST = "harbour-dredging"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample project, only read by the tests."""
    path = tmp_path_factory.mktemp("sample") / "sample.annotator"
    library.new_project(path, annotator="ana", with_sample=True)
    return path


@pytest.fixture
def empty(tmp_path):
    """A project without articles."""
    path = tmp_path / "empty.annotator"
    library.new_project(path, annotator="ana")
    return path


def test_help_names_every_command_and_loads_neither_database_nor_window():
    lines = (
        "import sys",
        "from annotator.cli.main import cli",
        "cli.main(['--help'], standalone_mode=False)",
        "heavy = {'sqlite3', 'pysqlite3', 'sqlite_utils', 'orjson', 'PySide6'}",
        "print(sorted(heavy & set(sys.modules)))",
    )
    ran = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    assert ran.stdout.endswith("[]\n")
    assert all(f"\n  {name} " in ran.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_ends_with_an_example(name):
    shown = run(name, "--help")
    assert shown.code == 0
    assert f"\n  annotator {name} " in shown.out or f"| annotator {name} " in shown.out


def test_no_command_but_open_loads_qt():
    modules = {
        name: f"annotator.cli.{each.module}" for name, each in COMMANDS.items() if name != "open"
    }
    lines = [f"import {module}; 'PySide6' in sys.modules and sys.exit({module!r})"
             for module in modules.values()]  # fmt: skip
    program = "\n".join(["import sys", *lines])
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (ran.returncode, ran.stderr) == (0, ""), "the first that loads it is named"
    for name, module in modules.items():
        assert importlib.import_module(module).command.name == name


def test_wrong_usage_ends_with_2_and_says_how_it_is_meant(sample):
    for words in (["nonsense"], ["show", sample], ["search", sample, "a", "--limit", "0"],
                  ["import", sample], ["import", sample, "-", "a.txt"],
                  ["export", sample, "out", "--split-by", "outlet"],
                  ["new", "x", "--as", "a\nb"]):  # fmt: skip
        outcome = run(*words)
        assert outcome.code == 2
        assert "Usage:" in outcome.err


def test_new_makes_a_project_and_tells_what_is_in_it(tmp_path):
    outcome = run("new", tmp_path / "p.annotator", "--scheme", "simple", "--as", "Zoë", "--json")
    assert outcome.code == 0
    assert outcome.json["scheme"]["id"] == "simple"
    assert (outcome.json["annotator"], outcome.json["articles"]) == ("Zoë", 0)
    assert "Zoë" in outcome.out, "JSON must not be escaped to ASCII"


def test_new_gives_a_bare_name_its_suffix_and_says_so(tmp_path):
    outcome = run("new", tmp_path / "pilot", "--sample")
    assert (tmp_path / "pilot.annotator").is_file()
    assert "pilot.annotator" in outcome.err
    assert "6 articles" in outcome.out


def test_the_sample_fits_the_first_preset_whole(tmp_path):
    path = tmp_path / "fresh.annotator"
    assert run("new", path, "--as", "ana").code == 0
    files = [
        ROOT / "resources" / "sample" / f"{name}.jsonl" for name in ("articles", "annotations")
    ]
    told = run("import", path, *files, "--strict", "--json").json
    assert (told["articles"], told["problems"]) == (6, [])


def test_the_sample_brings_into_another_scheme_the_labels_which_that_has(tmp_path):
    path = tmp_path / "simple.annotator"
    outcome = run("new", path, "--scheme", "simple", "--sample", "--as", "ana", "--json")
    assert (outcome.code, outcome.json["articles"]) == (0, 6)
    labels = run("stats", path, "--json").json["labels"]
    assert set(labels) == {"claim", "sentiment", "source"}
    assert run("check", path).code == 0


def test_new_leaves_alone_what_is_there(tmp_path):
    path = tmp_path / "mine.annotator"
    path.write_bytes(b"precious")
    run("new", path).refuses("exists already", "not changed")
    assert path.read_bytes() == b"precious"


def test_new_with_a_faulty_scheme_makes_nothing(tmp_path):
    scheme = tmp_path / "mine.toml"
    scheme.write_text('id = "mine"\nrevision = "first"\n', encoding="utf-8")
    run("new", tmp_path / "p.annotator", "--scheme", "none-such").refuses("news-review, simple")
    assert run("new", tmp_path / "p.annotator", "--scheme", scheme).code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.toml"]


def test_import_tells_exactly_five_things_as_json(empty, tmp_path):
    (tmp_path / "a.txt").write_text("The bridge is closed.", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Bridge\n\nIt is *closed*.", encoding="utf-8")
    outcome = run("import", empty, tmp_path / "a.txt", tmp_path / "b.md", "--json")
    assert outcome.json == {
        "articles": 2, "annotations": 0, "relations": 0, "skipped": [], "problems": [],
    }  # fmt: skip
    assert list(outcome.json) == sorted(outcome.json)


def test_importing_twice_adds_nothing_and_says_so(empty, tmp_path):
    (tmp_path / "a.txt").write_text("The bridge is closed.", encoding="utf-8")
    run("import", empty, tmp_path / "a.txt")
    before = counted(empty)
    again = run("import", empty, tmp_path / "a.txt")
    assert again.code == 0
    assert "1 article was here already" in again.out
    (skipped,) = run("import", empty, tmp_path / "a.txt", "--json").json["skipped"]
    assert set(skipped) == {"file", "line", "reason"}
    assert counted(empty) == before


def test_import_takes_folders_and_zip_files(empty, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("The bridge is closed.", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("b.txt", "The road is open.")
    outcome = run("import", empty, folder, tmp_path / "more.zip", "--json")
    assert outcome.json["articles"] == 2


@pytest.mark.parametrize(
    ("given", "article_id"),
    [('{"id": "a7", "text": "Ålesund is calm."}\n', "a7"), ("Ålesund is calm.", "standard-input")],
)
def test_import_reads_standard_input_and_finds_its_format(empty, given, article_id):
    assert run("import", empty, "-", given=given).code == 0
    (found,) = run("articles", empty, "--json").json["articles"]
    assert found["id"] == article_id


def test_a_dry_run_tells_what_would_come_in_and_writes_nothing(empty, tmp_path):
    (tmp_path / "a.txt").write_text("The bridge is closed.", encoding="utf-8")
    before = empty.read_bytes()
    outcome = run("import", empty, tmp_path / "a.txt", "--dry-run")
    assert "1 article" in outcome.out
    assert "would come in" in outcome.out
    assert empty.read_bytes() == before


def test_labels_without_a_name_are_the_work_of_who_is_named_with_as(empty):
    line = json.dumps({"id": "a1", "text": "It rains.", "spans": [
        {"start": 0, "end": 2, "label": "source"}]})  # fmt: skip
    run("import", empty, "-", "--as", "ben", given=line)
    (record,) = run("show", empty, "a1", "--json").json["records"]
    assert record["annotator"] == "ben"


def test_show_tells_the_record_that_an_export_writes(empty, tmp_path):
    given = {
        "id": "a1", "text": "Mayor Ruiz said it rains.", "annotator": "ana",
        "spans": [{"id": "s1", "start": 0, "end": 10, "label": "source"},
                  {"id": "s2", "start": 16, "end": 24, "label": "claim"}],
        "relations": [{"id": "r1", "label": "attributed_to", "from": "s2", "to": "s1"}],
        "stances": [{"id": "t1", "target": {"span": "s1"}, "value": "none_expressed"}],
        "labels": {"genre": "news"},
    }  # fmt: skip
    assert "problem" not in run("import", empty, "-", given=json.dumps(given)).err
    (shown,) = run("show", empty, "a1", "--json").json["records"]
    run("export", empty, tmp_path / "out.jsonl", "--format", "jsonl", "--names", "real")
    assert shown["stances"]
    assert shown == json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))


def test_articles_lists_all_or_those_that_a_query_finds(sample):
    everything = run("articles", sample, "--json").json["articles"]
    some = run("articles", sample, "--query", "outlet:vale", "--json").json["articles"]
    assert len(everything) == 6
    assert {each["id"] for each in some} == {"harvest-early", "night-trains-vale"}
    shown = run("articles", sample, "--query", "outlet:vale")
    assert "night-trains-vale" in shown.out
    assert "2 of 6" in shown.err


def test_search_shows_passages_at_offsets_into_the_text(sample):
    outcome = run("search", sample, '"the harbour authority"', "--json")
    (first, *_) = outcome.json["passages"]
    text = run("show", sample, first["article"], "--json").json["article"]["text"]
    assert text[first["start"] : first["end"]].lower() == "the harbour authority"
    assert first["before"] + first["text"] + first["after"] in text


def test_a_quotation_mark_that_is_not_closed_is_told_where_nothing_was_found(sample):
    assert "A quotation mark is not closed" in run("search", sample, '"harbour unclosed').err
    assert "A quotation mark" not in run("search", sample, "nosuchword").err


def test_search_stops_at_its_limit_and_says_that_there_is_more(sample):
    outcome = run("search", sample, "the", "--limit", "3", "--json")
    assert (len(outcome.json["passages"]), outcome.json["has_more"]) == (3, True)
    assert "raise --limit" in run("search", sample, "the", "--limit", "3").err


def test_search_marks_every_hit_inside_its_passage(sample):
    (first, *_) = run("search", sample, "the harbour", "--json").json["passages"]
    text = run("show", sample, first["article"], "--json").json["article"]["text"]
    start, end = first["place"]
    assert all(start <= hit[0] < hit[1] <= end for hit in first["hits"])
    found = {text[hit[0] : hit[1]].lower() for hit in first["hits"]}
    assert found == {"the", "harbour"}


def test_search_asks_about_the_labels_of_one_annotator(sample):
    everybody = run("search", sample, "label:claim id:harbour-dredging", "--json").json["passages"]
    ben = run("search", sample, "label:claim id:harbour-dredging", "--as", "ben", "--json").json
    assert {each["annotator"] for each in ben["passages"]} == {"ben"}
    assert {each["annotator"] for each in everybody} >= {"ben"}
    assert all(each["annotation"] for each in everybody)


def test_a_query_for_search_may_begin_with_a_minus(sample):
    without = run("search", sample, "-label:claim", "--limit", "90", "--json").json["passages"]
    with_some = run("articles", sample, "--query", "label:claim", "--json").json["articles"]
    listed = {each["id"] for each in run("articles", sample, "--json").json["articles"]}
    assert {each["article"] for each in without} == listed - {each["id"] for each in with_some}
    assert run("search", sample, "-h").out.startswith("Usage")
    assert run("search", sample, "--none", "a").code == 2


def test_search_lists_titles_when_only_the_article_is_asked_for(sample):
    found = run("search", sample, "outlet:vale", "--json").json["passages"]
    assert [(each["part"], each["text"]) for each in found] == [
        ("title", each["title"]) for each in found
    ]
    assert len(found) == 2


def test_a_query_that_cannot_be_understood_is_refused_with_the_known_fields(sample):
    run("articles", sample, "--query", "lable:claim").refuses("label:, has:, by:")
    run("search", sample, "has:money").refuses("annotation, flag, note, relation")


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("label:Claim", "label:claim"),
        ("-Label:SOURCE", "-label:source"),
        ("by:Ana has:Flag", "by:ana has:flag"),
        ("status:Finished", "status:finished"),
    ],
)
def test_a_query_may_name_labels_and_people_as_the_window_shows_them(sample, shown, meant):
    for command, what in ((("articles", "--query"), "articles"), (("search",), "passages")):
        found = run(command[0], sample, "--json", *command[1:], shown).json[what]
        assert found == run(command[0], sample, "--json", *command[1:], meant).json[what] != []


def test_a_label_that_the_project_lacks_is_refused_with_those_that_it_has(sample):
    for command in (["articles", sample, "--query"], ["search", sample]):
        run(*command, "label:claims").refuses("claim, source, sentiment")


def test_show_keeps_short_lines_together_that_stand_together(empty, tmp_path):
    text = "Rail fares rise\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nThe end,\nsaid Bo."
    (tmp_path / "fares.txt").write_text(text, encoding="utf-8")
    run("import", empty, tmp_path / "fares.txt")
    assert text in run("show", empty, "fares").out


def test_show_puts_annotations_below_their_paragraph_without_colours_in_a_pipe(sample):
    outcome = run("show", sample, FIRST)
    assert "\x1b" not in outcome.out
    paragraph, label = outcome.out.index("any tide."), outcome.out.index("    claim “The Port of")
    following = outcome.out.index("There is nothing left on")
    assert paragraph < label < following
    assert "→ attributed_to s4 “the harbour authority”" in outcome.out


def test_show_gives_the_records_of_the_export(sample, tmp_path):
    run("export", sample, tmp_path / "out.jsonl", "--format", "jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    exported = [each for each in map(json.loads, lines) if each["id"] == "night-trains-railhead"]
    shown = run("show", sample, "night-trains-railhead", "--json").json
    assert shown["records"] == exported
    assert [each["annotator"] for each in exported] == ["ana", "ben"]
    assert {each["label"] for each in shown["links"]} >= {"contradicts"}


def test_show_lists_what_stands_in_line_ends_behind_all_words(empty, tmp_path):
    spans = [{"start": 4, "end": 5, "label": "claim"}, {"start": 0, "end": 1, "label": "source"}]
    line = {
        "id": "b",
        "text": "\n\nB.\n\n\n",
        "spans": [*spans, {**spans[0], "start": 6, "end": 7}],
    }
    assert run("import", empty, "-", given=json.dumps(line)).code == 0
    shown = run("show", empty, "b").out.split()
    assert [each for each in shown if each in ("claim", "source")] == ["source", "claim", "claim"]


def test_show_can_be_narrowed_to_one_layer(sample):
    outcome = run("show", sample, "night-trains-vale", "--layer", "ben", "--json")
    assert [each["annotator"] for each in outcome.json["records"]] == ["ben"]
    run("show", sample, "night-trains-vale", "--layer", "eva").refuses("ana, ben")
    run("show", sample, "no-such").refuses("annotator articles")


def test_a_text_cannot_command_the_terminal(empty):
    text = "Before \x1b]0;owned\x07\x1b[31m after \u202egnp.exe"
    run("import", empty, "-", given=json.dumps({"id": "evil", "text": text, "title": "\x1b[2J"}))
    for words in (["show", empty, "evil"], ["articles", empty], ["search", empty, "after"],
                  ["history", empty]):  # fmt: skip
        shown = run(*words)
        assert shown.code == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(shown.out + shown.err)
    assert run("show", empty, "evil", "--json").json["article"]["text"] == text


def test_stats_add_up(sample):
    numbers = run("stats", sample, "--json").json
    assert sum(numbers["labels"].values()) == numbers["annotations"]
    assert sum(numbers["status"].values()) == numbers["articles"] == 6
    assert sum(each["annotations"] for each in numbers["annotators"].values()) == sum(
        numbers["labels"].values()
    )
    told = numbers["suggestions"]
    assert (told["accepted"], told["by_decision"]) == (0, {})
    assert set(told["by_engine"]) == {"boilerplate", "quotation", "sample"}
    shown = run("stats", sample)
    assert f"{numbers['annotations']:,} annotations" in shown.out
    assert "Suggestions accepted: none yet" in shown.out
    assert f"Days ({datetime.now().astimezone().tzname()})" in shown.out


def test_history_tells_when_who_what_before_and_after(sample):
    steps = run("history", sample, "--json").json["steps"]
    assert [each["annotator"] for each in steps] == ["ana"] * len(steps)
    assert steps[0]["operation"] == "Make the project"
    assert [each["when"] for each in steps] == sorted(each["when"] for each in steps)
    assert steps[0]["when"].endswith("Z")
    change = steps[1]["changes"][0]
    assert (change["kind"], change["before"]) == ("article", None)
    assert "text" not in change["after"]
    shown = run("history", sample)
    assert "+ article harbour-dredging" in shown.out
    assert "more changes" in shown.out


def test_history_of_one_article_and_of_the_last_steps(sample):
    steps = run("history", sample, "--article", "night-trains-vale", "--json").json["steps"]
    assert [each["operation"] for each in steps] == [
        "Import 6 articles",
        "Import labels",
        "Suggest 13 labels",
        "Decide differences",
    ]
    last = run("history", sample, "--limit", "1", "--json").json
    assert (len(last["steps"]), last["has_more"]) == (1, True)
    run("history", sample, "--article", "no-such").refuses("no article “no-such”")


def test_history_tells_undone_from_redone(tmp_path):
    with builders.writable(tmp_path) as project:
        made = builders.write(project, builders.added_records(builders.article(article_id="b")))
        for _ in range(3):
            made = builders.write(project, made.inverse())
    shown = run("history", project.path, "--limit", 4).out
    told = [line.split("  ")[2] for line in shown.splitlines() if "  ana  " in line]
    assert told == ["Fill", "Undo: Fill", "Redo: Fill", "Undo: Fill"]


def test_export_writes_whole_files_and_replaces_only_when_forced(sample, tmp_path):
    target = tmp_path / "out.jsonl"
    report = run("export", sample, target, "--format", "jsonl", "--json").json
    assert (report["articles"], report["annotations"] > 100) == (6, True)
    assert all(Path(file).is_file() for file in report["files"])
    first = target.read_bytes()
    run("export", sample, target, "--format", "jsonl").refuses("exists already", "--force")
    assert run("export", sample, target, "--format", "jsonl", "--force").code == 0
    assert target.read_bytes() == first


def test_export_refuses_formats_and_layers_that_it_does_not_have(sample, tmp_path):
    run("export", sample, tmp_path / "o.txt", "--format", "txt").refuses("only be read", "jsonl")
    run("export", sample, tmp_path / "o.x", "--format", "xml").refuses("Choose one of")
    run("export", sample, tmp_path / "o.x", "--layer", "zoe").refuses("no layer “zoe”")
    assert list(tmp_path.iterdir()) == []


def test_formats_tells_what_each_can_hold():
    listed = run("formats", "--json").json["formats"]
    assert {each["id"] for each in listed} >= {"jsonl", "markdown", "txt"}
    assert all(each["cannot_hold"] and each["extensions"] for each in listed)
    assert "is read and written" in run("formats").out


def test_check_finds_a_sound_project_sound(sample):
    outcome = run("check", sample)
    assert outcome.code == 0
    assert outcome.out.startswith("Sound: ")
    assert run("check", sample, "--json").json["problems"] == []


def test_the_whole_main_job_runs_in_processes_of_their_own(tmp_path):
    path, out = tmp_path / "p.annotator", tmp_path / "out.jsonl"
    home = tmp_path / "home"
    assert run_apart("new", path, "--sample", home=home).code == 0
    given = "The ferry is late, says Ünal.".encode()
    assert run_apart("import", path, "-", home=home, given=given).code == 0
    assert run_apart("export", path, out, "--format", "jsonl", home=home).code == 0
    assert run_apart("check", path, home=home).code == 0
    found = run_apart("search", path, "unal", "--json", home=home)
    assert found.json["passages"][0]["text"] == "Ünal"
    with open_project(path) as project:
        assert project.value("SELECT count(*) FROM article") == 7


def test_the_group_is_a_click_command_for_other_programs():
    assert set(cli.list_commands(None)) == set(COMMANDS)


def test_no_text_of_an_article_begins_a_line_of_its_own(tmp_path):
    path = tmp_path / "p.annotator"
    run("new", path, "--as", "ana")
    flag = {"reason": "two\nlines", "messages": [{"by": "ana\n", "text": "a\nb"}]}
    meta = {"outlet": "Herald\nforged  line", "published": "2025\u2028x"}
    record = {"id": "a1", "text": "A text.", "meta": meta, "flags": [flag]}
    assert run("import", path, "-", given=json.dumps(record)).code == 0
    for words in (("articles", path), ("show", path, "a1"), ("history", path)):
        told = run(*words)
        assert told.code == 0
        starts = [line.lstrip() for line in told.out.splitlines()]
        assert not [line for line in starts if line.startswith(("forged", "lines", "x", "b"))]


def test_nobody_is_called_like_the_adjudicated_layer(sample):
    assert run("import", sample, "-", "--as", "gold", given=b"A text.").code == 2


def test_a_project_needs_a_name():
    run("new", "").refuses("has no name", "Nothing was made")


def test_import_reads_a_table_as_a_map_tells(empty, tmp_path):
    (tmp_path / "n.csv").write_bytes("K;T\r\n7;Die Brücke ist zu.\r\n8;\r\n".encode("cp1252"))
    (tmp_path / "m.toml").write_text(
        'encoding = "windows-1252"\nfields = { id = "K", text = "T" }', encoding="utf-8"
    )
    outcome = run("import", empty, tmp_path / "n.csv", "--map", tmp_path / "m.toml", "--json")
    assert outcome.json["articles"] == 1
    assert [each["line"] for each in outcome.json["problems"]] == [3]
    assert "Die Brücke ist zu." in run("show", empty, "7").out
    run("import", empty, tmp_path / "n.csv", "--map", tmp_path / "no.toml").refuses(
        "cannot be read"
    )
