"""An import is one action that can be taken back, also when it was stopped in the middle."""

import json
from pathlib import Path

from annotator.storage import articles
from annotator.storage.project import open_project
from tests.gui.desk import Desk
from tests.gui.dropping import bring_in


def count(project: Path) -> int:
    with open_project(project) as opened:
        return articles.count(opened)


def stories(folder: Path, number: int) -> Path:
    file = folder / f"{number}.jsonl"
    lines = (json.dumps({"text": f"Story {each} of the coast."}) for each in range(number))
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_the_last_import_is_taken_back_and_comes_again_with_undo(
    desk: Desk, tmp_path: Path, project: Path
):
    desk.press("C")
    bring_in(desk, [stories(tmp_path, 3)])
    desk.qtbot.waitUntil(lambda: desk.status() == "3 articles imported")
    assert count(project) == 5
    desk.window.commands.action("file.take_back_import").trigger()
    desk.qtbot.waitUntil(lambda: desk.status() == "The import is taken back. Z undoes it.")
    assert count(project) == 2
    assert desk.window.annotating.queue.model.rowCount() == 2
    assert len(desk.stored("a1").annotations) == 1
    desk.view.setFocus()
    desk.press("Z")
    desk.qtbot.waitUntil(lambda: count(project) == 5)
    desk.qtbot.waitUntil(lambda: desk.window.annotating.queue.model.rowCount() == 5)


def test_where_somebody_has_worked_since_nothing_goes(desk: Desk, tmp_path: Path, project: Path):
    bring_in(desk, [stories(tmp_path, 2)])
    desk.qtbot.waitUntil(lambda: desk.sheet.article.text.startswith("Story"))
    desk.press("C")
    desk.window.commands.action("file.take_back_import").trigger()
    desk.qtbot.waitUntil(lambda: "worked on what came with this import" in desk.status())
    assert count(project) == 4


def test_without_an_import_there_is_nothing_to_take_back(desk: Desk):
    desk.window.commands.action("file.take_back_import").trigger()
    desk.qtbot.waitUntil(lambda: "There is no import" in desk.status())


def test_a_stopped_import_leaves_nothing(desk: Desk, tmp_path: Path, project: Path):
    desk.window.files.bring_in([stories(tmp_path, 3_000)])
    desk.qtbot.waitUntil(lambda: count(project) > 2)
    desk.window.commands.action("file.stop_import").trigger()
    desk.qtbot.waitUntil(lambda: "was stopped" in desk.status())
    assert count(project) == 2
    desk.window.commands.action("file.stop_import").trigger()
    assert desk.status() == "No import is running."
