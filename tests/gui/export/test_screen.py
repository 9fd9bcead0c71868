"""The export screen, with real keys on a real project."""

import json
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QPlainTextEdit

from annotator.domain.change import Draft, added
from annotator.domain.progress import ADJUDICATED, FINISHED, Progress
from annotator.formats.registry import writable
from annotator.gui.export import presets
from annotator.gui.export.screen import ExportScreen
from annotator.operations.export_plan import ExportPlan, SplitPlan
from annotator.operations.export_preview import first_record
from annotator.storage.project import open_project
from tests import builders
from tests.fakes import CannedPrompts
from tests.gui.conftest import TEXT
from tests.gui.desk import Desk

ARTICLE = builders.article(TEXT, article_id="a1", title="The bridge")
OTHER = builders.article(
    "Trams return to the coast. The line opens in May.", article_id="a2", title="The tram"
)


@pytest.fixture
def labelled(project: Path) -> Path:
    """One article finished by ana and adjudicated, another begun by ben."""
    records: list[Any] = [
        builders.annotation(ARTICLE, "the bridge will cost 4m euros"),
        builders.annotation(ARTICLE, "Mayor Ruiz", annotation_id="n2", label="source"),
        builders.annotation(ARTICLE, "the bridge will cost 4m euros", by="gold"),
        builders.annotation(OTHER, "The line opens in May", by="ben"),
        Progress("a1", "ana", FINISHED),
        Progress("a1", "gold", ADJUDICATED),
    ]
    with open_project(project, is_writable=True) as opened:
        builders.write(opened, Draft("Fill", added(records)))
    return project


@pytest.fixture
def exporting(open_desk: Callable[..., Desk], labelled: Path) -> Desk:
    """Somebody at the export screen."""
    desk = open_desk(labelled)
    desk.press("Ctrl+E")
    wait_for_line(desk)
    return desk


def screen(desk: Desk) -> ExportScreen:
    return desk.find("Export", ExportScreen)


def line(desk: Desk) -> str:
    return desk.find("First line", QPlainTextEdit).toPlainText()


def wait_for_line(desk: Desk, part: str = "{") -> None:
    desk.qtbot.waitUntil(lambda: part in line(desk))


def wait_for_counts(desk: Desk, words: str) -> None:
    look = screen(desk).look
    desk.qtbot.waitUntil(lambda: words in look.counts.accessibleName())


def choose(desk: Desk, box: str, data: str) -> None:
    found = desk.find(box, QComboBox)
    found.setCurrentIndex(found.findData(data))


def tick(desk: Desk, text: str) -> None:
    (box,) = [each for each in screen(desk).findChildren(QCheckBox) if each.text() == text]
    box.click()


def write_to(desk: Desk, place: Path) -> None:
    desk.find("Writes to", QLineEdit).setText(str(place))


def wait_until_written(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: "Exported" in desk.status())


def test_the_first_line_shown_is_the_first_line_written(exporting: Desk, labelled: Path) -> None:
    shown = line(exporting)
    exporting.press("Enter")
    wait_until_written(exporting)
    written = labelled.with_name("pilot-dataset") / "data.jsonl"
    assert written.read_text("utf-8").split("\n")[0] == shown
    assert exporting.status() == "Exported 2 articles to pilot-dataset."


@pytest.mark.parametrize("key", ["Ctrl+E", "Ctrl+5"])
def test_both_keys_lead_here_and_esc_leads_back(
    open_desk: Callable[..., Desk], labelled: Path, *, key: str
) -> None:
    desk = open_desk(labelled)
    desk.press(key)
    assert desk.shows("Export")
    desk.press("Esc")
    assert desk.shows("Article")


def test_every_choice_changes_the_line_and_the_command(exporting: Desk) -> None:
    exporting.press("3")
    wait_for_line(exporting, '"annotator":"ana"')
    tick(exporting, "Source")
    exporting.qtbot.waitUntil(lambda: 'Mayor Ruiz"' not in line(exporting))
    tick(exporting, "Annotators’ names")
    wait_for_line(exporting, '"annotator":"annotator-')
    choose(exporting, "Format", "frames")
    wait_for_line(exporting, '"claim":{')
    choose(exporting, "Split by", "cluster")
    command = screen(exporting).command.accessibleName()
    assert command == (
        "annotator export pilot.annotator pilot-dataset --format frames --layer ana "
        "--split train=80,dev=10,test=10 --split-by cluster --seed 13 --names pseudonyms "
        "--labels claim,sentiment,cue,quote,expression,boilerplate"
    )


def test_the_command_is_copied_with_whole_paths(exporting: Desk, labelled: Path) -> None:
    screen(exporting).copy.setFocus()
    exporting.press("Enter")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"annotator export {labelled} ")
    assert not labelled.with_name("pilot-dataset").exists()


def test_gold_writes_adjudicated_articles_and_shows_who_is_left_out(exporting: Desk) -> None:
    exporting.press("1")
    wait_for_counts(exporting, "1 article · 1 annotation · 0 problems · 1 article is left out")
    screen(exporting).look.show_left_out.click()
    listed = exporting.find("Articles left out", QListWidget)
    assert [listed.item(n).text() for n in range(listed.count())] == [
        "The tram  —  there is no adjudicated work on it"
    ]
    exporting.press("Enter", on=listed)
    assert exporting.shows("Article")
    assert exporting.sheet.article.id == "a2"
    exporting.press("Esc")
    assert exporting.shows("Export")


def test_without_gold_the_screen_says_what_to_do(
    open_desk: Callable[..., Desk], project: Path
) -> None:
    desk = open_desk(project)
    desk.press("Ctrl+E", "1")
    field = desk.find("First line", QPlainTextEdit)
    desk.qtbot.waitUntil(lambda: "No gold labels yet" in field.placeholderText())


def test_the_next_export_begins_where_the_last_one_went(
    open_desk: Callable[..., Desk], exporting: Desk, labelled: Path, tmp_path: Path
) -> None:
    exporting.press("3")
    write_to(exporting, tmp_path / "week.jsonl")
    exporting.press("Enter", on=screen(exporting).write)
    wait_until_written(exporting)
    words = "Exported 1 article to week.jsonl, with week.manifest.json."
    assert exporting.status() == words
    first = (tmp_path / "week.jsonl").read_bytes()
    exporting.close()
    again = open_desk(labelled)
    again.press("Ctrl+E", "Enter")
    wait_until_written(again)
    assert (tmp_path / "week.jsonl").read_bytes() == first
    assert json.loads(first.split(b"\n")[0])["annotator"] == "ana"


def test_what_somebody_else_put_there_needs_a_second_enter(exporting: Desk, tmp_path: Path) -> None:
    precious = tmp_path / "mine.jsonl"
    precious.write_text("mine")
    write_to(exporting, precious)
    exporting.press("Enter")
    assert "Enter again replaces it" in screen(exporting).said.accessibleName()
    assert precious.read_text() == "mine"
    exporting.press("Enter")
    wait_until_written(exporting)
    assert precious.read_text("utf-8").startswith("{")


def test_a_preset_is_kept_under_a_name_and_comes_back_with_it(
    open_desk: Callable[..., Desk], exporting: Desk, labelled: Path
) -> None:
    exporting.press("3")
    choose(exporting, "Format", "frames")
    saved = screen(exporting).saved
    saved.field.setText("Weekly frames")
    exporting.press("Enter", on=saved.field)
    exporting.close()
    desk = open_desk(labelled)
    desk.press("Ctrl+E", "4")
    saved = screen(desk).saved
    saved.field.setText("Weekly frames")
    desk.press("Enter", on=saved.field)
    wait_for_line(desk, '"claim":{')
    assert "--format frames --layer ana" in screen(desk).command.accessibleName()
    desk.qtbot.waitUntil(saved.remove.isEnabled)
    desk.click(saved.remove)
    assert saved.names.count() == 0
    assert not saved.remove.isEnabled()


def test_an_export_has_a_name_and_tells_what_has_changed_since(exporting: Desk) -> None:
    named = screen(exporting).named
    assert named.since.isHidden()
    named.name.setText("release 1")
    assert screen(exporting).command.accessibleName().endswith(" --snapshot 'release 1'")
    exporting.press("Enter", on=named.name)
    wait_until_written(exporting)
    assert "--layer" not in screen(exporting).command.accessibleName()
    said = screen(exporting).said
    for words in ("Nothing has changed since", "Since “release 1”: 1 step in 1 article"):
        named.since.setCurrentIndex(1)
        named.since.activated.emit(1)
        exporting.qtbot.waitUntil(lambda w=words: w in said.accessibleName())
        note = builders.annotation(OTHER, "Trams", annotation_id="t1", label="source")
        exporting.window.session.write_now(Draft("Label", added([note])))


def test_a_place_is_chosen_with_the_dialog_of_the_system(
    open_desk: Callable[..., Desk], labelled: Path, tmp_path: Path
) -> None:
    desk = open_desk(labelled, prompts=CannedPrompts(saves=[tmp_path / "chosen.jsonl"]))
    desk.press("Ctrl+E")
    screen(desk).choose.click()
    desk.press("Enter")
    wait_until_written(desk)
    assert (tmp_path / "chosen.jsonl").is_file()


def test_shares_that_say_nothing_are_told_and_nothing_is_written(exporting: Desk) -> None:
    choose(exporting, "Split by", "outlet")
    exporting.find("Shares of the splits", QLineEdit).setText("train")
    field = exporting.find("First line", QPlainTextEdit)
    assert "is no share of a split" in field.placeholderText()
    exporting.press("Enter", on=screen(exporting).write)
    assert screen(exporting).write.text() == "Export"  # and not "Stop"


def test_a_stopped_export_leaves_nothing(
    exporting: Desk, labelled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(report: Callable[[int], bool], *_: object) -> None:
        from annotator.domain.errors import UserError

        while report(1):
            time.sleep(0.001)
        raise UserError("The export was stopped. Nothing was written.")

    from annotator.gui.export import reading

    monkeypatch.setattr(reading, "write", slow)
    exporting.press("Enter")
    exporting.qtbot.waitUntil(lambda: "article 1 of" in screen(exporting).said.accessibleName())
    exporting.press("Esc")
    exporting.qtbot.waitUntil(lambda: "was stopped" in screen(exporting).said.accessibleName())
    assert exporting.shows("Export")
    assert not labelled.with_name("pilot-dataset").exists()


def test_an_export_that_ends_leaves_the_keys_to_who_went_on_elsewhere(
    exporting: Desk, labelled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.gui.export import reading

    write, goes_on = reading.write, threading.Event()
    monkeypatch.setattr(reading, "write", lambda *given: goes_on.wait(60) and write(*given))
    write_to(exporting, labelled.with_name("late.jsonl"))
    exporting.press("Enter", "Ctrl+1")
    goes_on.set()
    wait_until_written(exporting)
    assert exporting.view.hasFocus()


def test_every_format_has_a_line_in_the_list(exporting: Desk) -> None:
    box = exporting.find("Format", QComboBox)
    assert [box.itemData(n) for n in range(box.count())] == [each.id for each in writable()]


def test_plans_come_back_as_they_were_kept() -> None:
    plan = ExportPlan(
        "chat", "gold", only_finished=True, text="fragments", has_real_names=False,
        split=SplitPlan((("train", 8.0), ("test", 2.0)), "date", 7), labels=("claim",),
        omitted=("flags",), licences=("CC0-1.0",), drops_boilerplate=False,
    )  # fmt: skip
    assert presets.plan_of(json.loads(json.dumps(presets.held(plan)))) == plan
    assert presets.plan_of({"format": "gone"}) is None
    assert presets.plan_of("nonsense") is None


def test_a_problem_is_counted_and_shown_beside_what_is_left_out(
    open_desk: Callable[..., Desk], labelled: Path
) -> None:
    with sqlite3.connect(labelled) as database:
        database.execute("UPDATE annotation SET text = 'Mayor Ruis' WHERE id = 'n2'")
    desk = open_desk(labelled)
    desk.press("Ctrl+E")
    wait_for_counts(desk, "1 problem")
    screen(desk).look.show_left_out.click()
    assert screen(desk).look.head.text() == "PROBLEMS, LEFT OUT"
    listed = desk.find("Articles left out", QListWidget)
    assert "kept are the words “Mayor Ruis”, in the text is “Mayor Ruiz”" in listed.item(0).text()


@pytest.mark.parametrize(
    ("plan", "article"),
    [
        (ExportPlan("conll", layer="gold"), "a1"),
        (ExportPlan("conll", layer="ben"), "a2"),
        (ExportPlan("conll", layer="aggregate"), "a1"),
        (ExportPlan("conll", only_finished=True), "a1"),
        (ExportPlan("conll", layer="ben", only_finished=True), ""),
    ],
)
def test_the_first_line_is_looked_for_from_the_first_article_on_that_may_have_one(
    labelled: Path, plan: ExportPlan, article: str
) -> None:
    asked = []
    with open_project(labelled) as project:
        found = first_record(project, plan, lambda: bool(asked.append(0)))
    # Nothing was asked: the first article that was read had the line.
    assert not asked
    assert f"({article})" in found.text or not article
    assert bool(found.name) == bool(article)
