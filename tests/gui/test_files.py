"""Articles in, datasets out, projects old and new."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QMessageBox, QTextEdit
from pytestqt.qtbot import QtBot

from annotator.gui import application
from annotator.gui.keymap import Keymap
from annotator.gui.main_window import SAMPLE
from annotator.gui.prompts import Prompts, show_report
from annotator.gui.window_state import WindowState
from annotator.settings import Settings
from tests.builders import article, project_file
from tests.fakes import CannedPrompts
from tests.gui.desk import Desk
from tests.gui.dropping import agree, bring_in, drop
from tests.gui.test_saving import busy_disk


def test_the_first_start_opens_the_sample_and_one_key_labels(
    open_desk: Callable[..., Desk], home: Path
):
    desk = open_desk()
    assert (home / SAMPLE).is_file()
    assert desk.view.hasFocus()
    assert desk.prompts.asked == []
    assert desk.shows("First steps")
    second = desk.view.current_sentence.cut_from(desk.sheet.article.text)
    desk.press("C")
    assert desk.words("claim") == [second]
    assert "41 million euros" in second
    assert len(desk.stored(desk.sheet.article.id).annotations) == 1


def test_the_first_steps_go_on_with_real_actions_and_esc_ends_them_for_good(
    open_desk: Callable[..., Desk],
):
    desk = open_desk()
    strip = desk.window.annotating.pane.steps
    hints = []
    for keys in (("C",), ("Right", "S"), ("Esc", "J", "-"), ("F", "Enter"), ("Z",)):
        hints.append(strip.findChildren(type(desk.window.status.mode))[0].text())
        desk.press(*keys)
    assert [hint[:8] for hint in hints][:1] == ["Press C."]
    assert len(set(hints)) == 5
    desk.press("Esc", "Esc", "Esc")
    assert not desk.shows("First steps")
    desk.close()
    assert not open_desk().shows("First steps")


def test_the_first_steps_go_on_where_they_were_left(open_desk: Callable[..., Desk]):
    desk = open_desk()
    desk.press("C", "S")
    desk.close()
    again = open_desk()
    strip = again.window.annotating.pane.steps
    assert strip.number == 2
    again.window.commands.action("help.first_steps").trigger()
    assert strip.number == 0


def test_the_first_steps_lead_to_the_article_from_another_screen(open_desk: Callable[..., Desk]):
    desk = open_desk()
    desk.window.screens.flags()
    desk.window.commands.action("help.first_steps").trigger()
    assert desk.shows("First steps")
    assert desk.view.hasFocus()


def test_the_first_steps_name_the_keys_that_commands_have_now(
    open_desk: Callable[..., Desk], home: Path
):
    Keymap(home).replace({"label.claim": ["Q"]})
    strip = open_desk().window.annotating.pane.steps
    assert strip.findChildren(QLabel)[0].text() == "Press Q. This sentence is a claim."


def test_the_first_steps_do_not_stand_over_an_article_that_is_done(
    open_desk: Callable[..., Desk],
):
    desk = open_desk()
    first = desk.sheet.article.id
    desk.press("Ctrl+Enter")
    assert desk.sheet.article.id != first
    assert desk.shows("First steps")
    desk.window.session.open_article(first)
    assert not desk.shows("First steps")
    desk.press("Ctrl+PgDown")
    assert desk.shows("First steps")


def test_dropped_files_are_imported_and_the_first_is_opened(desk: Desk, tmp_path: Path):
    one = tmp_path / "one.txt"
    one.write_text("Sea wall repaired\n\nThe wall stands again.", encoding="utf-8")
    two = tmp_path / "two.md"
    two.write_text("# Second\n\nSome **words** here.", encoding="utf-8")
    bring_in(desk, [one, two])
    desk.qtbot.waitUntil(lambda: desk.sheet.article.id not in ("a1", "a2"))
    assert desk.sheet.article.text.startswith("Sea wall repaired")
    assert desk.window.annotating.queue.model.rowCount() == 4
    assert desk.status() == "2 articles imported"


def test_an_import_that_ends_while_somebody_works_leaves_them_where_they_are(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("annotator.gui.widgets.status_line._MESSAGE_MILLISECONDS", 600_000)
    file, queue = tmp_path / "one.txt", desk.window.annotating.queue.model
    for number, (key, answer) in enumerate({"C": "Source suggestion", "J": "1 article"}.items()):
        here = desk.sheet.article.id
        file.write_text(f"The wall stands again {number}.", encoding="utf-8")
        bring_in(desk, [file])
        desk.press(key)
        desk.qtbot.waitUntil(lambda number=number: queue.rowCount() == 3 + number)
        desk.qtbot.waitUntil(lambda answer=answer: answer in desk.status())
        # What is offered for the claim goes first, and what the import says is not lost over it.
        desk.press("J")
        assert desk.status() == "1 article imported"
        assert desk.sheet.article.id == here
    assert len(desk.stored("a1").annotations) == 1


def test_an_import_that_ends_while_somebody_writes_takes_no_letter_from_under_the_hand(
    desk: Desk, tmp_path: Path
):
    file, queue = tmp_path / "one.txt", desk.window.annotating.queue.model
    for number, keys in enumerate((["F"], ["Esc", "Ctrl+F", "w"], ["Esc", "Ctrl+Shift+F"])):
        file.write_text(f"The wall stands again {number}.", encoding="utf-8")
        bring_in(desk, [file])
        desk.press(*keys)
        field = QApplication.focusWidget()
        desk.qtbot.waitUntil(lambda number=number: queue.total == 3 + number)
        desk.qtbot.waitUntil(lambda: "1 article imported" in desk.status())
        assert QApplication.focusWidget() is field
        assert desk.sheet.article.id == "a1"


def test_importing_twice_adds_nothing_and_says_so(desk: Desk, tmp_path: Path):
    file = tmp_path / "one.txt"
    file.write_text("The wall stands again.", encoding="utf-8")
    bring_in(desk, [file])
    desk.qtbot.waitUntil(lambda: "imported" in desk.status())
    screen = drop(desk, [file])
    assert screen.count.text() == "1 is here already"
    desk.press("Enter")
    assert desk.status() == "There is nothing new to import."
    desk.press("Esc")
    assert desk.view.hasFocus()
    assert desk.window.annotating.queue.model.rowCount() == 3


def test_files_dropped_one_after_another_wait_for_each_other_on_a_slow_disk(
    desk: Desk, tmp_path: Path, project: Path
):
    names = ("one", "two", "three")
    for name in names:
        lines = {"text": f"File {name} tells of the wall.", "annotator": "ben"}
        work = {"spans": [{"label": "claim", "start": 0, "end": 4}]}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(lines | work), encoding="utf-8")
    desk.press("C")
    with busy_disk(project):
        for name in names:
            bring_in(desk, [tmp_path / f"{name}.jsonl"])
        assert not desk.window.session.disk.is_saved
    queue = desk.window.annotating.queue.model
    desk.qtbot.waitUntil(lambda: queue.rowCount() == 5 or bool(desk.prompts.told))
    assert desk.prompts.told == []
    assert "imported" in desk.status()


def test_a_file_that_went_after_it_was_looked_at_is_told(desk: Desk, tmp_path: Path):
    stays, goes = tmp_path / "stays.txt", tmp_path / "goes.txt"
    for file in (stays, goes):
        file.write_text(f"The wall {file.stem}.", encoding="utf-8")
    drop(desk, [stays, goes])
    goes.unlink()
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: bool(desk.prompts.told))
    ((title, _, report),) = desk.prompts.told
    assert title == "1 article imported · 1 problem"
    assert "There is no" in report


def test_what_was_not_looked_at_before_and_cannot_be_imported_is_listed(
    open_desk: Callable[..., Desk], project: Path, monkeypatch: pytest.MonkeyPatch
):
    bad = project.parent / "bad.jsonl"
    label = '{"start": 0, "end": 4, "label": "claim"}'
    bad.write_text(f'{{"text": "Fine words.", "spans": [{label}]}}\n{{"text": \n', encoding="utf-8")
    desk = open_desk(project, prompts=CannedPrompts(files=[[bad]]))
    monkeypatch.setattr("annotator.operations.previewing.READ_WHOLE", 0)
    monkeypatch.setattr("annotator.operations.previewing.SHOWN", 1)
    desk.press("Ctrl+I")
    agree(desk)
    desk.qtbot.waitUntil(lambda: bool(desk.prompts.told))
    ((title, _, report),) = desk.prompts.told
    assert title.startswith("1 article imported · 1 label · 1 problem")
    heading, problem = report.splitlines()
    assert heading == str(bad)
    assert problem.startswith("    line 2: ")
    assert str(bad) not in problem
    assert desk.sheet.article.text == "Fine words."


def test_a_report_opens_with_its_list_in_sight(qtbot: QtBot):
    application.application()
    box = Prompts()._box(QMessageBox.Icon.Information, "2 problems", "They are listed below.")
    qtbot.addWidget(box)
    show_report(box, "one.txt\n    is no text\ntwo.txt\n    is no text")
    box.show()
    (report,) = (each for each in box.findChildren(QTextEdit) if each.accessibleName() == "Report")
    assert report.isVisible()
    assert report.height() >= 240
    around = report.parentWidget()
    assert around is not None
    assert around.rect().contains(report.geometry()), "its end is not cut off"
    line = next(each for each in around.findChildren(QFrame) if each is not report)
    assert report.y() - line.geometry().bottom() < 20, "and no gap stands above it"
    assert report.toPlainText().startswith("one.txt")


def test_export_writes_what_was_labelled_a_moment_ago(
    open_desk: Callable[..., Desk], project: Path, tmp_path: Path
):
    desk = open_desk(project)
    desk.press("C", "Right", "Shift+Right", "S", "Ctrl+E")
    desk.find("Writes to", QLineEdit).setText(str(tmp_path / "out.jsonl"))
    desk.press("Enter")
    desk.qtbot.waitUntil(lambda: "Exported" in desk.status())
    written = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in written.splitlines()]
    spans = next(line["spans"] for line in lines if line["id"] == "a1" and line["spans"])
    text = desk.sheet.article.text
    assert {text[span["start"] : span["end"]] for span in spans} == {
        "Mayor Ruiz",
        "Mayor Ruiz said the bridge will cost 4m euros.",
    }


def test_a_new_project_is_made_and_opened(
    open_desk: Callable[..., Desk], project: Path, tmp_path: Path
):
    fresh = tmp_path / "fresh"
    prompts = CannedPrompts(saves=[fresh], choices=["simple"])
    desk = open_desk(project, prompts=prompts)
    desk.press("Ctrl+N")
    assert desk.window.session is not None
    assert desk.window.session.path.name == "fresh.annotator"
    assert desk.window.session.scheme.id == "simple"
    assert desk.window.annotating.queue.empty.text() == "No articles yet."
    assert desk.window.annotating.pane.empty.text() == (
        "No article is open.\nDrop text, web pages, Word, CSV or JSONL files here, or press Ctrl+I."
    )


def test_without_an_article_nothing_about_one_is_shown(
    open_desk: Callable[..., Desk], project: Path, tmp_path: Path
):
    prompts = CannedPrompts(saves=[tmp_path / "fresh"], choices=["simple"])
    desk = open_desk(project, prompts=prompts)
    desk.qtbot.waitUntil(lambda: desk.shows("This article"))
    desk.press("Ctrl+N")
    assert not desk.shows("This article")
    assert not desk.shows("Inspector")
    assert desk.window.status.mode.text() == ""
    file = tmp_path / "one.txt"
    file.write_text("The wall stands again.", encoding="utf-8")
    bring_in(desk, [file])
    desk.qtbot.waitUntil(lambda: desk.shows("This article"))


def test_the_last_project_article_and_place_come_back(
    open_desk: Callable[..., Desk], project: Path
):
    first = open_desk(project)
    first.press("Ctrl+PgDown", "J")
    place = first.view.current_sentence
    first.close()
    second = open_desk()
    assert second.window.session is not None
    assert second.window.session.path == project
    assert second.sheet.article.id == "a2"
    assert second.view.current_sentence == place


LONG = "\n\n".join(
    f"Paragraph {number} tells at length what the council said about the bridge, the tram and "
    "the harbour, who disagreed, and what a night of debate came to in the end."
    for number in range(60)
)


def test_a_window_that_was_killed_comes_back_at_its_place_and_colours_at_any_width(
    open_desk: Callable[..., Desk], tmp_path: Path, home: Path
):
    long = article(LONG, article_id="long", title="Long")
    project = project_file(tmp_path, article("Short.", article_id="a1"), long)
    desk = open_desk(project)
    desk.window.resize(1900, 900)
    desk.press("Ctrl+PgDown", *["J"] * 40)
    place = desk.view.current_sentence
    desk.window.views.choose_theme("dark")
    desk.qtbot.waitUntil(lambda: _place(WindowState(home), project) == place.start)
    kept = {each.name: each.read_bytes() for each in home.iterdir() if each.is_file()}
    desk.window.views.choose_theme("system")
    desk.close()
    for name, held in kept.items():  # as the killed program left them
        (home / name).write_bytes(held)
    state = json.loads(kept["window.json"])
    del state["geometry"]
    (home / "window.json").write_text(json.dumps(state), encoding="utf-8")
    again = open_desk()
    assert again.sheet.article.id == "long"
    assert again.window.views.theme.id == "dark"
    assert again.view.current_sentence == place
    port = again.view.viewport().rect()
    rows = again.view.rectangles_of(place)
    assert rows
    assert all(port.contains(row.toRect()) for row in rows)
    again.window.views.choose_theme("system")


def _place(state: WindowState, project: Path) -> int | None:
    held = state.seat(project, "ana").place("long")
    return held[0] if held else None


def test_recent_projects_are_in_the_menu(open_desk: Callable[..., Desk], project: Path):
    open_desk(project).close()
    desk = open_desk()
    recent = next(menu for menu in desk.menus() if menu.title() == "Recent projects")
    recent.aboutToShow.emit()
    assert [each.text() for each in recent.actions()] == ["pilot", "", "Forget all"]


def test_a_recent_project_that_is_gone_says_so_and_leaves_the_list(
    open_desk: Callable[..., Desk], project: Path, tmp_path: Path
):
    (tmp_path / "other").mkdir()
    second = project_file(tmp_path / "other", article("Two.", article_id="b1"))
    open_desk(second).close()
    desk = open_desk(project)
    second.unlink()
    recent = next(menu for menu in desk.menus() if menu.title() == "Recent projects")
    recent.aboutToShow.emit()
    assert [each.text() for each in recent.actions()][:2] == [
        f"pilot — {project.parent}",
        f"pilot — {second.parent}",
    ]
    recent.actions()[1].trigger()
    assert "pilot.annotator is not there any more" in desk.status()
    assert desk.window.session is not None
    assert desk.window.session.path == project
    recent.aboutToShow.emit()
    assert len(recent.actions()) == 3


def test_a_last_project_that_is_gone_is_named_at_the_start(
    open_desk: Callable[..., Desk], project: Path
):
    open_desk(project).close()
    project.unlink()
    desk = open_desk()
    desk.qtbot.waitUntil(lambda: "pilot.annotator. Another one is shown" in desk.status())
    assert not desk.window.status._clear.isActive(), "it stays until something is done"
    assert desk.window.session is not None
    assert desk.window.session.path.name == "Sample.annotator"


def test_the_last_project_is_opened_at_the_start_unless_that_is_switched_off(
    open_desk: Callable[..., Desk], project: Path, home: Path
):
    open_desk(project).close()
    Settings(home).choose("reopen_project", value=False)
    desk = open_desk()
    assert desk.window.session is not None
    assert desk.window.session.path.name == "Sample.annotator"


def test_who_annotates_can_be_named(open_desk: Callable[..., Desk], project: Path):
    desk = open_desk(project, annotator="ben")
    desk.press("C")
    assert desk.annotations()[0].annotator == "ben"
    assert len(desk.stored().annotations) == 1


def test_an_article_can_be_named(open_desk: Callable[..., Desk], project: Path):
    assert open_desk(project, article="a2").sheet.article.id == "a2"
