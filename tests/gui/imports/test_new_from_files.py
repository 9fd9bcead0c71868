"""A project with the labels of another tool's files, made in the window."""

from pathlib import Path

from annotator.gui.imports.screen import ImportScreen
from tests.formats.annotated.tool_files import prodigy
from tests.gui.desk import Desk

TEXT = "Mayor Ruiz said the bridge will cost 4m euros."
LABELS = (("Speaker", "Mayor Ruiz"), ("Thesis", "the bridge will cost 4m euros"))


def test_a_new_project_takes_the_labels_of_files_and_offers_to_bring_them_in(
    desk: Desk, tmp_path: Path
) -> None:
    file, path = tmp_path / "tasks.jsonl", tmp_path / "theirs.annotator"
    file.write_bytes(prodigy(TEXT, LABELS, relations=[]))
    desk.prompts.saves = [path]
    desk.prompts.choices = ["those in files of another tool…"]
    desk.prompts.files = [[file]]
    desk.window.commands.action("file.new").trigger()
    desk.qtbot.waitUntil(lambda: desk.shows("Import"))
    session = desk.window.session
    assert session is not None
    assert session.path == path
    assert {each.name for each in session.scheme.labels} == {"Speaker", "Thesis"}
    screen = desk.find("Import", ImportScreen)
    desk.qtbot.waitUntil(lambda: screen.count.text() == "1 new article · 2 labels")


def test_files_without_labels_make_no_project(desk: Desk, tmp_path: Path) -> None:
    file, path = tmp_path / "plain.txt", tmp_path / "theirs.annotator"
    file.write_text(TEXT)
    desk.prompts.saves = [path]
    desk.prompts.choices = ["those in files of another tool…"]
    desk.prompts.files = [[file]]
    desk.window.commands.action("file.new").trigger()
    desk.qtbot.waitUntil(lambda: "Nothing in these files is labelled" in desk.status())
    assert not path.exists()
