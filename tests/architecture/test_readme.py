"""What the README promises is so."""

import re
import shlex
from pathlib import Path

from annotator.__main__ import main
from annotator.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = [shlex.split(line)[1:] for line in README.splitlines() if line.startswith("annotator ")]
WITHOUT_WINDOW = [words for words in EXAMPLES if words[0] != "open"]


def exit_code(words: list[str]) -> int:
    """What the command ends with."""
    try:
        return main(words) or 0
    except SystemExit as end:
        return int(end.code or 0)


def test_the_readme_names_the_commands_to_run_test_and_build_and_no_others():
    named = set(re.findall(r"sh packaging/[\w.-]+", README))
    assert named == {"sh packaging/run.sh", "sh packaging/test.sh", "sh packaging/build.sh"}


def test_every_file_that_the_readme_points_to_exists():
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).is_file()] == []


def test_every_command_has_an_example():
    assert {words[0] for words in EXAMPLES} == set(COMMANDS)


def test_the_examples_work_one_after_the_other(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    Path("articles").mkdir()
    Path("articles", "bridge.txt").write_text("The bridge will cost 4m euros.", encoding="utf-8")
    failed = {
        " ".join(words): capsys.readouterr().err for words in WITHOUT_WINDOW if exit_code(words)
    }
    assert WITHOUT_WINDOW
    assert failed == {}
    assert Path("labels.jsonl").read_text(encoding="utf-8").count("\n") >= 6
