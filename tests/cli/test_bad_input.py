"""Whatever is wrong: one sentence, exit code 1, nothing lost and nothing half written."""

import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from annotator.operations import library
from tests.cli.commands import (
    ROOT,
    Outcome,
    contents,
    counted,
    environment,
    run,
    run_apart,
    start,
)

READING = (["articles"], ["stats"], ["history"], ["check"], ["search", "the"], ["show", "a1"])

# Everything is imported while root may still read the code.
AS_NOBODY = """
import dataclasses, importlib, json, os, sys
from annotator.cli.main import COMMANDS
from tests.cli.commands import run
for name, entry in COMMANDS.items():
    importlib.import_module("annotator.cli." + entry.module)
import annotator.domain.scheme_file, annotator.operations.checking, annotator.operations.exporting
import annotator.formats.articles.jsonl, annotator.formats.articles.txt
import annotator.operations.duplicates, annotator.text.near_duplicates, numpy
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for line in sys.stdin:
    print(json.dumps(dataclasses.asdict(run(*json.loads(line)))), flush=True)
"""

HOLDER = """
import sys
from pathlib import Path
from annotator.storage.project import open_project
with open_project(Path(sys.argv[1]), is_writable=True):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project with one labelled article, which no test touches."""
    path = tmp_path_factory.mktemp("made") / "pilot.annotator"
    library.new_project(path, annotator="ana")
    line = {"id": "a1", "text": "The bridge is closed.", "annotator": "ana", "spans": [
        {"start": 0, "end": 10, "label": "source", "text": "The bridge"}]}  # fmt: skip
    assert run("import", path, "-", given=json.dumps(line)).code == 0
    return path


@pytest.fixture
def project(made, tmp_path):
    """The same, in a folder of its own."""
    folder = tmp_path / "project"
    folder.mkdir()
    return Path(shutil.copyfile(made, folder / made.name))


@pytest.fixture
def open_folder():
    """A folder that another user may enter, which those of pytest are not."""
    folder = Path(tempfile.mkdtemp(prefix="annotator-test-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def run_as_nobody(tmp_path_factory):
    """Runs commands as somebody whom file permissions stop, which they do not stop root."""
    line = [sys.executable, "-c", AS_NOBODY]
    with subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        cwd=ROOT, env=environment(tmp_path_factory.mktemp("nobody")),
    ) as nobody:  # fmt: skip

        def run_there(*words):
            nobody.stdin.write(json.dumps([str(word) for word in words]) + "\n")
            nobody.stdin.flush()
            return Outcome(**json.loads(nobody.stdout.readline()))

        yield run_there
        nobody.stdin.close()


def test_a_project_that_is_not_there_is_named_and_not_made(tmp_path):
    for command, *rest in (*READING, ["import", "x.txt"], ["export", tmp_path / "o.jsonl"]):
        run(command, tmp_path / "no.annotator", *rest).refuses("There is no project", "Nothing")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"just some text\n" * 100, b"PK\x03\x04" + bytes(5_000)])
def test_a_file_that_is_no_project_is_left_as_it_is(tmp_path, content):
    path = tmp_path / "other.annotator"
    path.write_bytes(content)
    article = tmp_path / "a.txt"
    article.write_text("Some news.", encoding="utf-8")
    for command, *rest in (*READING, ["import", article]):
        run(command, path, *rest).refuses("is not an Annotator project", "not changed")
    assert contents(tmp_path) == {"a.txt": b"Some news.", "other.annotator": content}


def test_a_database_of_another_program_is_left_as_it_is(tmp_path):
    from annotator.storage import sqlite

    path = tmp_path / "other.annotator"
    path.touch()
    sqlite.connect(path).execute("CREATE TABLE thing (x)").connection.close()
    before = path.read_bytes()
    run("articles", path).refuses("is not an Annotator project")
    run("import", path, tmp_path).refuses("is not an Annotator project")
    assert path.read_bytes() == before


def test_a_folder_is_no_project(tmp_path):
    run("articles", tmp_path).refuses("is a folder")


def test_a_project_of_a_newer_program_is_refused_in_words(project):
    from annotator.storage import sqlite

    connection = sqlite.connect(project)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = contents(project.parent)
    for command, *rest in (*READING, ["import", project.parent]):
        run(command, project, *rest).refuses("newer version", "99", "not changed")
    assert contents(project.parent) == before


def test_a_project_with_any_page_overwritten_ends_in_words_and_is_not_written(project):
    size, whole = 4_096, project.read_bytes()
    for page in range(1, len(whole) // size):
        damaged = whole[: page * size] + b"\xa5" * size + whole[(page + 1) * size :]
        project.write_bytes(damaged)
        checked = run("check", project)
        assert checked.code == 1, f"page {page} is damaged, and nobody says so"
        assert checked.out or checked.err.startswith("annotator: ")
        for command, *rest in READING:
            other = run(command, project, *rest) if command != "check" else checked
            assert other.code == 0 or other.out or other.err.startswith("annotator: ")
        assert project.read_bytes() == damaged


def test_a_project_with_any_bytes_changed_ends_in_words(tmp_path):
    path = tmp_path / "sample.annotator"
    library.new_project(path, annotator="ana", with_sample=True)
    whole, chance = path.read_bytes(), random.Random(3)
    for changed in (1, 5, 200) * 8:
        damaged = bytearray(whole)
        for _ in range(changed):
            damaged[chance.randrange(100, len(whole))] = chance.randrange(256)
        path.write_bytes(damaged)
        for command, *rest in (*READING[:5], ["show", "night-trains-vale"]):
            outcome = run(command, path, *rest)
            assert outcome.code == 0 or outcome.out or outcome.err.startswith("annotator: ")


def test_a_project_whose_tables_are_lost_names_the_backup(project):
    damaged = bytearray(project.read_bytes())
    damaged[4_096:] = b"\xa5" * (len(damaged) - 4_096)
    project.write_bytes(damaged)
    for command, *rest in (*READING[:3], ["export", project.parent / "o.jsonl"]):
        run(command, project, *rest).refuses("cannot be read", "Nothing was changed", "backup")
    run("import", project, project.parent).refuses("cannot be read", "backup")
    assert project.read_bytes() == damaged
    assert not (project.parent / "o.jsonl").exists()


def test_a_project_cut_short_ends_in_words(project):
    whole = project.read_bytes()
    project.write_bytes(whole[: len(whole) // 2])
    for command in ("articles", "stats"):
        outcome = run(command, project)
        assert outcome.code == 1
        assert outcome.err.startswith("annotator: ")
    assert run("check", project).code == 1
    assert project.read_bytes() == whole[: len(whole) // 2]


def test_a_read_only_file_can_be_read_and_not_written(project, open_folder, run_as_nobody):
    path = Path(shutil.copy(project, open_folder))
    path.chmod(0o444)
    (open_folder / "a.txt").write_text("More news.", encoding="utf-8")
    open_folder.chmod(0o555)
    before = contents(open_folder)
    assert run_as_nobody("articles", path, "--json").json["articles"][0]["id"] == "a1"
    assert run_as_nobody("check", path).code == 0
    run_as_nobody("import", path, open_folder / "a.txt").refuses("read-only", "Nothing was changed")
    run_as_nobody("export", path, open_folder / "o.jsonl").refuses("Cannot write", "Nothing was")
    run_as_nobody("new", open_folder / "n.annotator").refuses("cannot be made", "Nothing was made")
    assert contents(open_folder) == before


def test_a_project_in_a_folder_without_permission_is_refused(project, open_folder, run_as_nobody):
    path = Path(shutil.copy(project, open_folder))
    path.chmod(0o000)
    run_as_nobody("articles", path).refuses("cannot be opened", "Nothing was changed")
    path.chmod(0o644)
    open_folder.chmod(0o000)
    run_as_nobody("articles", path).refuses("Permission denied")


def test_an_article_without_permission_is_reported_and_the_others_come_in(
    project, open_folder, run_as_nobody
):
    path = Path(shutil.copy(project, open_folder))
    path.chmod(0o666)
    (open_folder / "secret.txt").write_text("Secret news.", encoding="utf-8")
    (open_folder / "secret.txt").chmod(0)
    (open_folder / "fine.txt").write_text("Fine news.", encoding="utf-8")
    open_folder.chmod(0o777 | stat.S_ISVTX)
    files = (open_folder / "secret.txt", open_folder / "fine.txt")
    outcome = run_as_nobody("import", path, *files, "--json")
    assert (outcome.code, outcome.json["articles"]) == (0, 1)
    (problem,) = outcome.json["problems"]
    assert problem["file"].endswith("secret.txt")
    assert "cannot be read (permission denied)" in problem["reason"]


def test_a_project_open_in_a_second_process_can_be_read_and_names_who_writes(project, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("More news.", encoding="utf-8")
    before = counted(project)
    line = [sys.executable, "-c", HOLDER, str(project)]
    with subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(tmp_path)
    ) as holder:
        assert holder.stdout.readline() == b"open\n"
        for command, *rest in READING:
            assert run(command, project, *rest).code == 0
        assert run("import", project, article, "--dry-run").code == 0
        assert run("export", project, tmp_path / "o.jsonl").code == 0
        refused = run_apart("import", project, article, home=tmp_path)
        refused.refuses("open elsewhere", f"process {holder.pid}", "Nothing was changed")
        assert counted(project) == before
        holder.stdin.close()
    assert run("import", project, article).code == 0


def test_a_binary_article_is_refused_with_the_place(project, tmp_path):
    picture = tmp_path / "photo.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    before = project.read_bytes()
    run("import", project, picture).refuses("photo.txt", "NUL", "Nothing was imported")
    assert project.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_article_is_refused(project, tmp_path, content):
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    before = project.read_bytes()
    run("import", project, path).refuses("empty", "Nothing was imported")
    assert project.read_bytes() == before


def test_an_article_in_another_encoding_is_told_as_a_guess_and_can_be_named(project, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("Bürgermeister".encode("cp1252"))
    ran = run("import", project, path, "--dry-run", "--json")
    assert "read as cp1252, which is a guess: “Bürgermeister”" in ran.json["notes"][0]["reason"]
    run("import", project, path, "--encoding", "ascii").refuses("not ASCII", "byte 1")
    run("import", project, path, "--encoding", "klingon").refuses("no encoding 'klingon'")
    ran = run("import", project, path, "--encoding", "windows-1252", "--json")
    assert (ran.json["articles"], ran.json.get("notes")) == (1, None)


@pytest.mark.parametrize("name", ["huge.txt", "huge.md"])
def test_an_article_of_200_megabytes_is_refused_unread(project, tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(200_000_000)
    before = project.read_bytes()
    run("import", project, path).refuses("too big", "200 MB", "Split it")
    assert project.read_bytes() == before


def test_a_line_of_200_megabytes_is_refused_without_filling_the_memory(project, tmp_path):
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        file.truncate(200_000_000)
    outcome = run_apart("import", project, path, home=tmp_path)
    outcome.refuses("huge.jsonl, line 1")
    assert counted(project)[1] == 1


def test_broken_lines_are_reported_and_the_others_come_in(project, tmp_path):
    lines = [
        b'{"id": "b1", "text": "One."}',
        b'{"id": "b2", "text": "Two."',
        b"\xff\xfe not text",
        b"[1, 2]",
        b'{"id": "b3"}',
        b'{"id": "b4", "text": "Nul \\u0000 here."}',
        b'{"id": "b5", "text": "Lone \\ud800 half."}',
        b'{"id": "b6", "text": "Six."}',
    ]
    path = tmp_path / "broken.jsonl"
    path.write_bytes(b"\n".join(lines))
    outcome = run("import", project, path, "--json")
    assert (outcome.code, outcome.json["articles"]) == (0, 2)
    assert [problem["line"] for problem in outcome.json["problems"]] == [2, 3, 4, 5, 6, 7]
    assert all(problem["file"] == str(path) for problem in outcome.json["problems"])
    assert run("check", project).code == 0


def test_only_broken_lines_are_one_sentence_and_nothing_comes_in(project, tmp_path):
    path = tmp_path / "broken.jsonl"
    path.write_text("{\n{}\n[", encoding="utf-8")
    before = project.read_bytes()
    run("import", project, path).refuses("broken.jsonl, line 1", "2 more problems")
    with_json = run("import", project, path, "--json")
    assert (with_json.code, len(with_json.json["problems"])) == (1, 3)
    assert project.read_bytes() == before


@pytest.mark.parametrize(
    ("span", "told"),
    [
        ({"start": 5, "end": 99, "label": "claim"}, "99"),
        ({"start": -1, "end": 3, "label": "claim"}, "-1"),
        ({"start": 3, "end": 3, "label": "claim"}, "empty"),
        ({"start": 0, "end": 3, "label": "claim", "text": "Thf"}, "Thf"),
        ({"start": "0", "end": 3, "label": "claim"}, "start"),
        ({"start": 0, "end": 3, "label": "no-such-label"}, "no-such-label"),
    ],
)
def test_a_wrong_span_is_reported_and_the_others_come_in(project, tmp_path, span, told):
    good = {"start": 0, "end": 3, "label": "source", "text": "The"}
    path = tmp_path / "spans.jsonl"
    path.write_text(
        json.dumps({"id": "c1", "text": "The road is open.", "spans": [span, good]}),
        encoding="utf-8",
    )
    outcome = run("import", project, path, "--json")
    assert (outcome.code, outcome.json["annotations"]) == (0, 1)
    (problem,) = outcome.json["problems"]
    # What a name means is told once for a file, however many lines bear it.
    line = None if span.get("label") == "no-such-label" else 1
    assert (problem["file"], problem["line"]) == (str(path), line)
    assert told in problem["reason"]
    assert run("check", project).code == 0


def test_other_words_than_claimed_are_reported_with_both(project, tmp_path):
    line = {"id": "c1", "text": "The road is open.", "spans": [
        {"start": 4, "end": 8, "label": "claim", "text": "rail"}]}  # fmt: skip
    outcome = run("import", project, "-", "--json", given=json.dumps(line))
    (problem,) = outcome.json["problems"]
    assert "road" in problem["reason"]
    assert "rail" in problem["reason"]


def test_strict_takes_in_nothing_when_anything_is_wrong(project, tmp_path):
    path = tmp_path / "mixed.jsonl"
    path.write_text('{"id": "b1", "text": "One."}\n{', encoding="utf-8")
    before = project.read_bytes()
    outcome = run("import", project, path, "--strict")
    assert outcome.code == 1
    assert outcome.err.startswith("annotator: ")
    assert "nothing was imported" in outcome.err
    assert project.read_bytes() == before
    told = run("import", project, path, "--strict", "--json")
    assert (told.code, told.json["error"] in told.err) == (1, True)
    assert [(each["file"], each["line"]) for each in told.json["problems"]] == [(str(path), 2)]


def test_a_source_that_is_not_there_is_reported_and_the_others_come_in(project, tmp_path):
    (tmp_path / "a.txt").write_text("More news.", encoding="utf-8")
    outcome = run("import", project, tmp_path / "a.txt", tmp_path / "none.txt", "--json")
    assert (outcome.code, outcome.json["articles"]) == (0, 1)
    assert "There is no" in outcome.json["problems"][0]["reason"]
    run("import", project, tmp_path / "none.txt").refuses("There is no")


def test_a_broken_zip_file_is_refused(project, tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 not really")
    run("import", project, tmp_path / "a.zip").refuses("damaged or no zip file")


@pytest.mark.parametrize(
    ("words", "code"),
    [(["articles", "none.annotator"], 1), (["articles"], 2), (["show", "PROJECT", "none"], 1),
     (["export", "PROJECT", "x", "--snapshot", " "], 2), (["people", "PROJECT", "nonsense"], 2)],
)  # fmt: skip
def test_a_refusal_is_one_object_too_for_programs_that_ask(project, words, code):
    refused = run(*(project if word == "PROJECT" else word for word in words), "--json")
    assert refused.code == code
    assert set(refused.json) == {"error"}
    assert refused.json["error"] in refused.err


def test_a_sentence_stays_one_line_whatever_files_are_called():
    refused = run("articles", "a\nb.annotator")
    refused.refuses("There is no project a␊b.annotator")


@pytest.mark.parametrize(
    "words", [["show", "PROJECT"], ["history", "PROJECT", "--article"], ["metadata", "PROJECT"],
              ["import", "PROJECT", "-", "--as-version-of"]],
)  # fmt: skip
def test_an_argument_that_is_no_text_is_refused_in_words(project, words, monkeypatch):
    monkeypatch.chdir(project.parent)
    given = [str(project) if word == "PROJECT" else word for word in words]
    run(*given, "\udcff").refuses("no text", "Nothing was")
    assert {each.name for each in project.parent.iterdir()} == {project.name}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_an_answer_that_cannot_be_written_is_told_and_the_work_is_done(project, tmp_path):
    with (
        Path("/dev/full").open("wb") as full,
        start(
            "people", project, "add", "eva", home=tmp_path, stdout=full, stderr=subprocess.PIPE
        ) as process,
    ):
        told = process.stderr.read().decode()
    assert (process.returncode, told.count("\n")) == (1, 1)
    assert "The answer cannot be written" in told
    assert "eva" in run("people", project).out


def test_a_fault_nobody_expected_is_one_sentence_and_its_place_is_kept(
    project, tmp_path, monkeypatch
):
    quoted = f"{'secret'} of the article"

    def broken(*_, **__):
        raise KeyError(quoted)

    monkeypatch.setattr("annotator.operations.checking.check", broken)
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    refused = run("check", project, "--json")
    refused.refuses("KeyError", "What was saved before is safe", "annotator check", "annotator.log")
    assert refused.json["error"] in refused.err
    kept = (tmp_path / "home" / "annotator.log").read_text()
    assert "in broken" in kept
    assert quoted not in kept + refused.err


def test_closed_streams_are_no_fault(project, tmp_path):
    line = f"{sys.executable} -m annotator import '{project}' - --json <&- >&- 2>&-"
    closed = subprocess.run(["sh", "-c", line], env=environment(tmp_path), check=False)
    assert closed.returncode == 1
    line = f"{sys.executable} -m annotator history '{project}' --json >&-"
    closed = subprocess.run(
        ["sh", "-c", line], env=environment(tmp_path), check=False, capture_output=True
    )
    assert (closed.returncode, closed.stderr) == (0, b"")


def test_a_reader_that_goes_away_is_told_nothing(project, tmp_path):
    lines = "\n".join(json.dumps({"text": f"Number {n} of many." * 20}) for n in range(500))
    run("import", project, "-", given=lines)
    for words in (["search", "number", "--limit", "9999"], ["articles", "--json"]):
        command, *rest = words
        with start(
            command, project, *rest, home=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            process.stdout.close()
            assert process.stderr.read() == b""


def test_stopping_an_import_leaves_nothing_of_it(project, tmp_path):
    before = counted(project)[1]
    line = json.dumps({"text": "x" * 900 + " %06d"}).encode()
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with start("import", project, "-", home=tmp_path, **pipes) as process:
        # A pipe holds some 64 kB, so the command is reading once a megabyte went through.
        process.stdin.write(b"\n".join(line.replace(b"%06d", b"%06d" % n) for n in range(1_100)))
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
        process.stdin.close()
    assert process.returncode == 130
    assert b"annotator: Stopped; what had come in went again." in told
    assert b"Traceback" not in told
    assert {path.name for path in project.parent.iterdir()} == {project.name}
    assert counted(project)[1] == before
    assert run("check", project).code == 0


def test_stopping_a_large_import_stops_its_second_process_too(project, tmp_path):
    file = tmp_path / "many.jsonl"
    line = json.dumps({"text": "x" * 400 + " %06d"})
    file.write_text("".join(f"{line % number}\n" for number in range(40_000)))
    before = counted(project)[1]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with start("import", project, file, home=tmp_path, start_new_session=True, **pipes) as process:
        while counted(project)[1] == before:
            assert process.poll() is None
            time.sleep(0.02)
        # As a terminal does it: to every process of the group.
        os.killpg(process.pid, signal.SIGINT)
        told = process.stderr.read()
    assert process.returncode == 130
    assert b"annotator: Stopped; what had come in went again." in told
    assert b"Traceback" not in told
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    assert counted(project)[1] == before
    assert run("check", project).code == 0
