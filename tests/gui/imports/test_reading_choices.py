"""What a file does not tell is asked for in the window: offsets, newer versions, moved words."""

import json
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.gui.imports.screen import ImportScreen
from annotator.storage import articles
from annotator.storage.project import open_project
from tests.formats.annotated.tool_files import WRITTEN
from tests.formats.difficult import EMOJI
from tests.gui.desk import Desk
from tests.gui.dropping import drop
from tests.gui.imports.test_import_screen import notices

CLAIM = "the bridge will cost 4m euros"


def asked_of(screen: ImportScreen) -> set[str]:
    reading = screen.reading
    parts: dict[str, QWidget] = {
        "offsets": reading.offsets, "versions": reading.new_versions, "moves": reading.moves,
        "pages": reading.page_parts,
    }  # fmt: skip
    return {name for name, part in parts.items() if part.isVisible()}


def settle(desk: Desk, screen: ImportScreen) -> None:
    desk.qtbot.waitUntil(lambda: not screen.looking.is_busy)


def test_offsets_that_could_count_either_way_are_asked_for_and_labels_come_in(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "all.jsonl"
    label = [[19, 48, "claim"]]
    file.write_text(json.dumps({"id": 1, "text": EMOJI, "label": label}), encoding="utf-8")
    screen = drop(desk, [file])
    assert asked_of(screen) == {"offsets"}
    assert "Choose below what they count" in notices(desk)[0]
    screen.reading.offsets.setCurrentIndex(screen.reading.offsets.findData("utf16"))
    settle(desk, screen)
    assert notices(desk) == []
    assert asked_of(screen) == {"offsets"}  # what is chosen stays in sight
    screen.list.setFocus()
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.sheet.article.text == EMOJI)
    assert desk.words("claim") == [CLAIM]


def test_labels_whose_words_stand_elsewhere_move_when_the_person_ticks_that(
    desk: Desk, tmp_path: Path
) -> None:
    name, write = WRITTEN["labelstudio"]
    file = tmp_path / name
    file.write_bytes(write(EMOJI).replace(b'"start": 18', b'"start": 19'))
    screen = drop(desk, [file])
    assert asked_of(screen) == {"moves"}
    assert any("Tick below that labels are moved" in each for each in notices(desk))
    desk.click(screen.reading.moves)
    settle(desk, screen)
    assert "1 label moved" in screen.count.text()


def test_another_text_of_a_known_id_is_a_newer_version_when_the_person_ticks_that(
    desk: Desk, tmp_path: Path, project: Path
) -> None:
    file = tmp_path / "new.jsonl"
    record = {"id": "a1", "text": f"Updated on Friday. {desk.sheet.article.text}"}
    file.write_text(json.dumps(record), encoding="utf-8")
    screen = drop(desk, [file])
    assert asked_of(screen) == {"versions"}
    told = screen.list.model().state_words(screen.list.current)
    assert "tick that below" in told, "the row says where to click too, not what a command can say"
    assert "--" not in told
    assert not screen.take.isEnabled()
    screen.reading.new_versions.click()
    settle(desk, screen)
    assert screen.count.text() == "1 new article"
    screen.list.setFocus()
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.sheet.article.text.startswith("Updated"))
    with open_project(project) as opened:
        assert [older for _, older in articles.versions(opened)] == ["a1"]


def test_the_format_can_be_chosen_and_other_files_begin_anew(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "story.log"
    file.write_text("The ferry was late.", encoding="utf-8")
    screen = drop(desk, [file])
    assert not screen.take.isEnabled()
    screen.reading.format.setCurrentIndex(screen.reading.format.findData("txt"))
    settle(desk, screen)
    assert screen.count.text() == "1 new article"
    drop(desk, [file])
    assert not screen.take.isEnabled()
    assert asked_of(screen) == set()
