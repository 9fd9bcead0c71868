"""Keys that a person chose: they act at once, everywhere they are shown, and after a restart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from annotator.domain.errors import UserError
from annotator.gui import actions, keymap, keys
from annotator.gui.actions import Action
from annotator.settings import Settings, home
from tests.builders import scheme
from tests.gui.desk import Desk

FIRST = "Mayor Ruiz said the bridge will cost 4m euros."


def rows(name: str = "news-review") -> list[Action]:
    """All rows of a project with this scheme."""
    return actions.every_row(scheme(name))


def change(desk: Desk, action_id: str, *every_key: str) -> None:
    """Give a command other keys."""
    desk.window.commands.keymap.give(action_id, every_key, usual=())


def shown(desk: Desk) -> list[str]:
    """The words of all labels on the screen."""
    return [each.text() for each in desk.window.findChildren(QLabel) if each.isVisible()]


def test_a_changed_key_acts_at_once_and_the_old_one_no_longer(desk: Desk):
    change(desk, "move.next_sentence", "H")
    before = desk.view.current_sentence
    desk.press("J", "Down", "Space")
    assert desk.view.current_sentence == before
    desk.press("H")
    assert desk.view.current_sentence.start > before.start


def test_a_changed_key_is_there_after_a_restart(open_desk: Callable[..., Desk], project: Path):
    first = open_desk(project)
    change(first, "label.claim", "H")
    first.close()
    second = open_desk(project)
    second.press("C")
    assert second.annotations() == []
    second.press("H")
    assert second.words("claim") == [FIRST]


def test_a_key_everywhere_can_be_changed_too(desk: Desk):
    change(desk, "view.show_queue", "Ctrl+Alt+Q")
    desk.press("Ctrl+B")
    assert desk.window.annotating is not None
    assert desk.window.annotating.queue.isVisible()
    desk.press("Ctrl+Alt+Q")
    assert not desk.window.annotating.queue.isVisible()


def test_a_changed_key_is_shown_in_menu_panel_palette_and_on_the_page_of_keys(desk: Desk):
    change(desk, "label.claim", "H")
    change(desk, "article.go_to", "Ctrl+G")
    texts = [action.text() for menu in desk.menus() for action in menu.actions()]
    assert "Claim\tH" in texts
    assert desk.find("Claim", within=desk.find("Labels"))._key == "H"  # type: ignore[attr-defined]
    assert desk.window.annotating is not None
    assert desk.window.annotating.queue.field.placeholderText() == "Filter articles · Ctrl+G"
    desk.press("Ctrl+K")
    desk.type("#claim")
    current = desk.find("Command palette").current()  # type: ignore[attr-defined]
    assert current.key == "H"
    desk.press("Esc", "?")
    caps = [label.text() for label in desk.find("Keys").findChildren(type(desk.window.status.mode))]
    assert any(cap.startswith("H") for cap in caps)
    assert not any(cap.split("  ")[0] == "C" for cap in caps)


def test_the_inspector_names_the_keys_that_commands_have_now(desk: Desk):
    change(desk, "move.next_annotation", "Ctrl+J")
    change(desk, "remark.comment", "Y")
    inspector = desk.find("Inspector")
    labels = [each.text() for each in inspector.findChildren(QLabel)]
    assert "Nothing selected. Press Ctrl+J to pick an annotation in this sentence." in labels
    desk.press("C")
    desk.qtbot.waitUntil(lambda: desk.shows("Comment… (Y)"))


def test_keys_with_ctrl_in_sentences_are_those_that_commands_have_now(desk: Desk):
    change(desk, "article.finish", "Ctrl+Alt+D")
    change(desk, "file.export", "Ctrl+Alt+X")
    change(desk, "article.next_article", "F8")
    advice = "No claims marked. Press Ctrl+Alt+D if that is right; it counts as a decision."
    desk.qtbot.waitUntil(lambda: advice in shown(desk))
    desk.press("Ctrl+2")
    notice = "An article comes here when somebody says that it is done (Ctrl+Alt+D)."
    assert any(notice in each for each in shown(desk))
    desk.press("Esc", "Ctrl+Alt+D", "Ctrl+Alt+D")
    assert "Export with Ctrl+Alt+X." in desk.status()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Ctrl+E, Ctrl+Enter, Ctrl+Shift+E.", "F5, Ctrl+Enter, Ctrl+Shift+E."),
        ("Ctrl+Enter and Alt+Ctrl+E, Ctrl+Ex.", "Ctrl+Enter and Alt+Ctrl+E, Ctrl+Ex."),
        ("E picks, C labels, Ctrl+C copies.", "E picks, H labels, Ctrl+C copies."),
    ],
)
def test_only_whole_keys_of_a_sentence_are_told_anew(sentence: str, told: str):
    changed = {"file.export": "F5", "label.claim": "H"}
    assert keys.with_present_keys(sentence, lambda name: changed.get(name, "")) == told


def test_a_key_given_to_one_command_is_taken_from_every_other():
    changed = keymap.applied(rows(), {"edit.undo": ("C", "Ctrl+K")})
    by_id = {row.id: row for row in changed}
    assert by_id["edit.undo"].keys == ("C",)
    assert by_id["edit.undo"].shortcuts == ("Ctrl+K",)
    assert "C" not in by_id["label.claim"].keys
    assert by_id["view.open_palette"].every_key == ()


def test_letters_act_in_the_article_only_and_control_keys_where_they_did():
    by_id = {
        row.id: row
        for row in keymap.applied(
            rows(),
            {
                "file.export": ("H", "Ctrl+Shift+H", "F9"),
                "move.next_word": ("Ctrl+Shift+W",),
                "find.open": ("Shift+F3",),
            },
        )
    }
    assert (by_id["file.export"].keys, by_id["file.export"].shortcuts) == (
        ("H",),
        ("Ctrl+Shift+H", "F9"),
    )
    assert by_id["move.next_word"].keys == ("Ctrl+Shift+W",)
    assert by_id["find.open"].shortcuts == ("Shift+F3",)


def test_a_clash_names_the_other_command():
    found = keymap.clash(rows(), "edit.undo", "C")
    assert found is not None
    assert found.shown_title == "Claim"
    assert keymap.clash(rows(), "edit.undo", "Z") is None


@pytest.mark.parametrize("name", keymap.PRESETS)
@pytest.mark.parametrize("of", ["news-review", "simple"])
def test_a_preset_names_commands_that_exist_and_gives_no_key_twice(name: str, of: str):
    _, changes = keymap.preset(name)
    known = {row.id for row in rows("news-review")}
    assert set(changes) <= known
    given = [key for held in changes.values() for key in held]
    assert len(given) == len(set(given))
    changed = keymap.applied(rows(of), changes)
    every = [(row.where, key) for row in changed for key in row.every_key if not key.isdigit()]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("name", keymap.PRESETS)
def test_no_preset_leaves_a_label_or_a_daily_command_without_a_key(name: str):
    _, changes = keymap.preset(name)
    for before, after in zip(rows(), keymap.applied(rows(), changes), strict=True):
        if before.every_key:
            assert after.every_key, (name, after.id)


@pytest.mark.parametrize("suffix", [".toml", ".json"])
def test_keys_go_into_a_file_and_come_back(tmp_path: Path, suffix: str):
    path = tmp_path / f"keys{suffix}"
    changes = {"edit.undo": ("H", '"', "\\"), "label.claim": (), "find.open": ("Ctrl+ö",)}
    keymap.write(path, changes)
    assert keymap.read(path) == changes


def test_a_file_of_something_else_is_refused_in_words(tmp_path: Path):
    path = tmp_path / "keys.toml"
    for text in ("nonsense", "title = 1", '["a"]', "a = " + "[" * 5_000):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UserError, match="holds no keys"):
            keymap.read(path)


def test_a_damaged_file_of_keys_reads_as_none(tmp_path: Path):
    (tmp_path / keymap.FILE).write_text('{"edit.undo": 5, "find.open": ["H", 7, "H"]}')
    assert keymap.Keymap(tmp_path).changes == {"find.open": ("H",)}


def test_letters_and_signs_can_be_switched_off_while_other_keys_act(desk: Desk):
    Settings(home())
    desk.window.settings.choose("letter_keys", value=False)
    before = desk.view.current_sentence
    desk.press("C", "J", "+", "1", "Shift+F", "Shift+J", "/", ".")
    assert desk.annotations() == []
    assert desk.view.current_sentence == before
    assert desk.view.selection is None
    assert not desk.shows("Entry")
    desk.press("Down", "Ctrl+F")
    assert desk.view.current_sentence.start > before.start
